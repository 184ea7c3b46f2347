package specimen

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"nianbao/report"
)

func editions(t *testing.T) report.Editions {
	t.Helper()
	all, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestGenerateIsDeterministic(t *testing.T) {
	all := editions(t)
	few, many := Generate(all, 7, 20), Generate(all, 7, 40)
	for i := range few {
		a, b := few[i], many[i]
		if a.Format != "xlsx" && !bytes.Equal(a.Data, b.Data) || !reflect.DeepEqual(a.Want, b.Want) || !slices.Equal(a.Shapes, b.Shapes) || a.Name != b.Name {
			t.Errorf("specimen %d is another the second time", i)
		}
	}
	if other := Generate(all, 8, 1)[0]; reflect.DeepEqual(other.Want, few[0].Want) {
		t.Error("another seed gives the same report")
	}
}

func TestShapesOccur(t *testing.T) {
	seen := map[string]int{}
	for _, s := range Generate(editions(t), 1, 500) {
		for _, shape := range s.Shapes {
			seen[shape]++
			if !slices.Contains(Shapes, shape) {
				t.Errorf("%s has the shape %q, which is not in the list", s.Name, shape)
			}
		}
	}
	for _, shape := range Shapes {
		if seen[shape] == 0 {
			t.Errorf("no specimen has the shape %s", shape)
		}
	}
}

func TestFilesAreWellFormed(t *testing.T) {
	for _, s := range Generate(editions(t), 1, 200) {
		var err error
		switch s.Format {
		case "docx":
			err = wellFormedZip(s.Data)
		case "xlsx":
			var f *excelize.File
			if f, err = excelize.OpenReader(bytes.NewReader(s.Data)); err == nil {
				err = f.Close()
			}
		case "html":
			_, err = html.Parse(bytes.NewReader(s.Data))
		case "text":
			if len(s.Data) < 200 {
				err = errors.New("hardly anything in it")
			}
		}
		if err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
	}
}

func wellFormedZip(data []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, f := range archive.File {
		part, err := f.Open()
		if err != nil {
			return err
		}
		decoder := xml.NewDecoder(part)
		for err == nil {
			_, err = decoder.Token()
		}
		if !errors.Is(err, io.EOF) {
			return errors.Join(errors.New(f.Name), err)
		}
	}
	return nil
}

// What the truth says must stand in the file: every paragraph and heading, by a reader that knows only the format.
func TestTruthIsInTheFile(t *testing.T) {
	for _, s := range Generate(editions(t), 3, 150) {
		if slices.Contains(s.Shapes, "docx.automatic_numbers") {
			continue // whose numbers are not written down
		}
		page := fold(plainText(t, s))
		want := []string{s.Want.Title, s.Want.Number, s.Want.Signature.Agency}
		for _, text := range texts(s.Want) {
			want = append(want, report.Paragraphs(text)...)
		}
		for _, section := range s.Want.Sections {
			want = append(want, section.Heading)
		}
		for _, text := range append(want, s.Chrome...) {
			hidden := s.Format == "html" && (strings.Contains(text, "脚本") || strings.Contains(text, "按钮"))
			if !hidden && !strings.Contains(page, fold(text)) {
				t.Errorf("%s lacks %q", s.Name, text)
			}
		}
	}
}

// plainText is all text of a file in its order.
func plainText(t *testing.T, s Specimen) string {
	t.Helper()
	var out strings.Builder
	switch s.Format {
	case "docx":
		archive, err := zip.NewReader(bytes.NewReader(s.Data), int64(len(s.Data)))
		if err != nil {
			t.Fatal(err)
		}
		part, err := archive.Open("word/document.xml")
		if err != nil {
			t.Fatal(err)
		}
		decoder, inText := xml.NewDecoder(part), false
		for token, err := decoder.Token(); err == nil; token, err = decoder.Token() {
			switch token := token.(type) {
			case xml.StartElement:
				inText = token.Name.Local == "t"
			case xml.EndElement:
				inText = false
			case xml.CharData:
				if inText {
					out.Write(token)
				}
			}
		}
	case "xlsx":
		f, err := excelize.OpenReader(bytes.NewReader(s.Data))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for _, sheet := range f.GetSheetList() {
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				out.WriteString(strings.Join(row, "\n"))
			}
		}
	case "html":
		reader, err := charset.NewReader(bytes.NewReader(s.Data), encodingOf(s))
		if err != nil {
			t.Fatal(err)
		}
		page, err := html.Parse(reader)
		if err != nil {
			t.Fatal(err)
		}
		for node := range page.Descendants() {
			if node.Type == html.TextNode && node.Parent.Data != "script" && node.Parent.Data != "style" {
				out.WriteString(node.Data)
			}
		}
	default:
		reader, err := charset.NewReader(bytes.NewReader(s.Data), encodingOf(s))
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(reader)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(text)
	}
	return out.String()
}

func encodingOf(s Specimen) string {
	for shape, name := range map[string]string{"encoding.gb18030": "gb18030", "encoding.utf16": "utf-16le", "encoding.utf16_be": "utf-16be"} {
		if slices.Contains(s.Shapes, shape) {
			return "text/plain; charset=" + name
		}
	}
	return "text/plain; charset=utf-8"
}

func TestScore(t *testing.T) {
	all := Generate(editions(t), 1, 200)
	at := slices.IndexFunc(all, func(s Specimen) bool {
		return s.Want.Edition == "gb-2021" && s.Want.Signature.Agency != "" && s.Want.Preface != "" && len(s.Chrome) > 0 && len(s.Lost) == 0
	})
	if at < 0 {
		t.Fatal("no specimen to try")
	}
	s := all[at]
	perfect := Score(s.Want, s)
	if len(perfect.Mistakes) > 0 {
		t.Errorf("the truth itself has mistakes: %q", perfect.Mistakes)
	}
	nothing := Score(nil, s)
	if nothing.Editions.Right+nothing.Years.Right+nothing.Agencies.Right+nothing.Headings.Right+nothing.Paragraphs.Right > 0 {
		t.Errorf("nothing read is not all wrong: %+v", nothing)
	}
	worse := *s.Want
	worse.Figures = report.Figures{"requests.received.total": "999999"}
	worse.Sections = append(slices.Clone(worse.Sections[1:]), worse.Sections[0])
	worse.Preface += "\n" + s.Chrome[0]
	got := Score(&worse, s)
	if got.Cells.Right >= perfect.Cells.Right || got.Sections.Right >= perfect.Sections.Right || got.Leaked == 0 || got.Titles.Right != 1 {
		t.Errorf("got %+v", got)
	}
	filled := *s.Want
	filled.Figures = report.Figures{"statistics.disclosed.count": "3"}
	for id, value := range s.Want.Figures {
		filled.Figures[id] = value
	}
	if got := Score(&filled, s).Cells; got.Total != perfect.Cells.Total+1 || got.Right != perfect.Cells.Right {
		t.Errorf("a cell filled where there is none: got %v of %v", got, perfect.Cells)
	}
}
