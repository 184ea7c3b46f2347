package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/tooltest"
	"nianbao/report/document"
)

// said is what a document says in reading order, without white space. A picture says what is asked for: its labels where it is
// drawn, its description where it is a file of its own.
func said(d *document.Document, picture func(*document.Picture) string) string {
	var b strings.Builder
	blocks := func(bs []document.Block) {
		for _, block := range bs {
			switch block := block.(type) {
			case *document.Paragraph:
				b.WriteString(block.Text)
			case *document.Table:
				b.WriteString(cellsOf(block.Rows))
			case *document.Picture:
				b.WriteString(picture(block))
			}
		}
	}
	b.WriteString(d.Number + d.Title)
	for _, s := range d.Sections {
		b.WriteString(s.Heading)
		blocks(s.Blocks)
	}
	for _, l := range d.AttachmentLines() {
		b.WriteString(l.Label + l.Number + l.Title)
	}
	b.WriteString(d.Signature.Agency + d.Signature.Date)
	blocks(d.Closing)
	for _, a := range d.Attachments {
		b.WriteString(a.Label + a.Heading)
		blocks(a.Blocks)
	}
	return squeeze(document.Printable(b.String()))
}

func cellsOf(rows []document.Row) string {
	var b strings.Builder
	for _, row := range rows {
		for _, c := range row.Cells {
			b.WriteString(c.Text)
		}
	}
	return b.String()
}

func drawn(p *document.Picture) string {
	var b strings.Builder
	for _, l := range p.Labels {
		b.WriteString(l.Text)
	}
	return b.String()
}

func described(p *document.Picture) string { return p.Alt }

// unpacked are the parts of a file that is a ZIP, by name.
func unpacked(t *testing.T, file []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return parts
}

// textOfXML joins the text in the elements of a name, and the values of an attribute, in their order.
func textOfXML(t *testing.T, part []byte, element, attribute string) string {
	t.Helper()
	var b strings.Builder
	inside := 0
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return squeeze(b.String())
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Local == element {
				inside++
			}
			for _, a := range token.Attr {
				if a.Name.Local == attribute {
					b.WriteString(a.Value)
				}
			}
		case xml.EndElement:
			if token.Name.Local == element {
				inside--
			}
		case xml.CharData:
			if inside > 0 {
				b.Write(token)
			}
		}
	}
}

func textOfDOCX(t *testing.T, file []byte) string {
	return textOfXML(t, unpacked(t, file)["word/document.xml"], "t", "descr")
}

// pagesOfOFD are the texts of the pages.
func pagesOfOFD(t *testing.T, file []byte) (pages []string) {
	parts := unpacked(t, file)
	for i := 0; parts[fmt.Sprintf("Doc_0/Pages/Page_%d/Content.xml", i)] != nil; i++ {
		pages = append(pages, textOfXML(t, parts[fmt.Sprintf("Doc_0/Pages/Page_%d/Content.xml", i)], "TextCode", ""))
	}
	return pages
}

// pagesOfPDF are the texts of the pages in the order in which they are drawn.
func pagesOfPDF(t *testing.T, file []byte) (pages []string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), tooltest.Need(t, "pdftotext", "poppler-utils"), "-raw", "-", "-")
	cmd.Stdin = bytes.NewReader(file)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for page := range strings.SplitSeq(strings.TrimSuffix(string(out), "\f"), "\f") {
		pages = append(pages, squeeze(page))
	}
	return pages
}

var pageNumber = regexp.MustCompile(`—\d+—$`)

// unrolled joins pages to one text: page numbers are dropped, and header rows that a page repeats of a table of the document. want
// is what the text should be; it tells a repeated row from one that stands there.
func unrolled(t *testing.T, pages []string, d *document.Document, want string) string {
	t.Helper()
	var headers []string
	for _, table := range tablesOf(d) {
		n := 0
		for n < len(table.Rows) && table.Rows[n].Header {
			n++
		}
		headers = append(headers, squeeze(cellsOf(table.Rows[:n])))
	}
	var text strings.Builder
	for i, page := range pages {
		number := fmt.Sprintf("—%d—", i+1)
		if pageNumber.FindString(page) != number {
			t.Errorf("page %d does not end with its number: %.40q", i+1, page)
		}
		page = strings.TrimSuffix(page, number)
		rest := strings.TrimPrefix(want, text.String())
		for _, header := range headers {
			if after, found := strings.CutPrefix(page, header); found && i > 0 && !strings.HasPrefix(rest, page) && strings.HasPrefix(rest, after) {
				page = after
				break
			}
		}
		text.WriteString(page)
	}
	return text.String()
}

// textOfHTML is what a page says: tables have captions besides, which say their names.
func textOfHTML(t *testing.T, file []byte) string {
	t.Helper()
	page, err := goquery.NewDocumentFromReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	article := page.Find("article, body").First()
	article.Find("caption, style").Remove()
	article.Find("img").Each(func(_ int, img *goquery.Selection) { img.ReplaceWithHtml(img.AttrOr("alt", "")) })
	return squeeze(article.Text())
}

// textOfXLSX reads the cover line by line, and each table from its sheet where the cover names it.
func textOfXLSX(t *testing.T, file []byte) string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows := func(sheet string) [][]string {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	var b strings.Builder
	for i, row := range rows("报告") {
		switch kind := row[0]; {
		case kind == "图":
			pictures, err := f.GetPictures("报告", fmt.Sprint("B", i+1))
			if err != nil || len(pictures) != 1 {
				t.Fatalf("row %d has %d pictures: %v", i+1, len(pictures), err)
			}
			b.WriteString(pictures[0].Format.AltText)
		case kind == "表格":
			for _, cells := range rows(row[1]) {
				b.WriteString(strings.Join(cells, ""))
			}
		case !strings.Contains("项目 状态 机关 年度 格式", kind):
			b.WriteString(row[1])
		}
	}
	return squeeze(b.String())
}

// firstDifference shows two texts from a little before the place where they part.
func firstDifference(got, want string) string {
	a, b := []rune(got), []rune(want)
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	piece := func(s []rune) string { return string(s[max(0, min(i, len(s))-15):min(len(s), i+30)]) }
	return fmt.Sprintf("from character %d of %d: got …%q, want …%q", i, len(b), piece(a), piece(b))
}
