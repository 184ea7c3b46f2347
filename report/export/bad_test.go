package export_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"nianbao/fonts"
	"nianbao/internal/fonttest"
	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/export"
	"nianbao/report/layout"
)

// badInput is what people and programs may put into a report.
var badInput = []struct {
	name  string
	spoil func(r *report.Report)
	// notes are the codes of what is told of a format.
	notes map[string][]string
	// slow says that LibreOffice takes minutes for the Word file.
	slow bool
}{
	{"characters in no font", func(r *report.Report) {
		r.Title = "云岭县𰻝𰻝面产业办公室2022年政府信息公开工作年度报告"
		put(r, "龘龘村😀的信息，𰻝字再来一次，"+strings.Repeat("龘", 60))
		r.Figures["requests.received.business"] = "约𰻝件"
	}, map[string][]string{"pdf": {"font.missing"}, "ofd": {"font.missing"}}, false},
	{"an agency of forty characters", func(r *report.Report) {
		r.Agency = strings.Repeat("云岭县新桥镇人民政府", 4)
		r.Title, r.Signature.Agency = r.Agency+"2022年政府信息公开工作年度报告", r.Agency
	}, nil, false},
	{"sections without anything", func(r *report.Report) {
		for i := range r.Sections {
			r.Sections[i].Blocks = nil
		}
		r.Sections = append(r.Sections, report.Section{Key: "extra_1"}, report.Section{Key: "extra_2", Blocks: []report.Block{{Text: ""}, {Text: " \n "}, {Grid: [][]string{}}, {Grid: [][]string{{}, {""}}}}})
		r.Attachments = append(r.Attachments, report.Attachment{}, report.Attachment{Title: "空"})
	}, nil, false},
	{"nothing but an agency", func(r *report.Report) { *r = report.Report{Agency: r.Agency} }, nil, false},
	{"three hundred pages", func(r *report.Report) {
		r.Sections[0].Blocks = slices.Repeat(r.Sections[0].Blocks, 145)
	}, nil, false},
	{"a paragraph of 20,000 characters without punctuation", func(r *report.Report) { put(r, strings.Repeat("公开", 10_000)) }, nil, false},
	{"a word of 20,000 letters", func(r *report.Report) { put(r, strings.Repeat("gk", 10_000)) }, nil, false},
	{"control characters and bytes that are no text", func(r *report.Report) {
		r.Title += "\x00\x0b"
		r.Agency, r.Signature.Agency = "云岭县\x07水务局", "云岭县\x07水务局"
		put(r, "公\x00开\x1b[31m信\u0085息\ufffe\uffff\t制表\u2028分段\xff坏字节<&>\"']]>")
		r.Figures["requests.received.business"] = "\x01\x1f"
		r.Figures["requests.received.research"] = "a\x0cb<i>"
	}, map[string][]string{"pdf": {"font.missing"}, "ofd": {"font.missing"}}, false},
	{"a cell of 200 characters", func(r *report.Report) {
		r.Figures["requests.received.business"] = strings.Repeat("约三件", 66) + "左右"
		put(r, "")
		r.Sections[0].Blocks = append(r.Sections[0].Blocks, report.Block{Grid: [][]string{{"甲", strings.Repeat("长", 200), "乙"}}})
	}, nil, false},
	{"a cell of 20,000 characters", func(r *report.Report) {
		r.Sections[0].Blocks = append(r.Sections[0].Blocks, report.Block{Grid: [][]string{{"甲", "乙"}, {strings.Repeat("长", 20_000), "丙"}}})
	}, nil, false},
	{"a cell of 40,000 characters", func(r *report.Report) {
		r.Figures["requests.received.business"] = strings.Repeat("约", 40_000)
	}, map[string][]string{"xlsx": {"cell.cut"}}, true},
	{"a table of ninety columns", func(r *report.Report) {
		r.Sections[0].Blocks = append(r.Sections[0].Blocks, report.Block{Grid: [][]string{strings.Split(strings.Repeat("列,", 89)+"列", ","), strings.Split(strings.Repeat("12,", 89)+"12", ",")}})
	}, map[string][]string{"pdf": {"table.narrow"}, "ofd": {"table.narrow"}}, false},
	{"from right to left, and characters over others", func(r *report.Report) {
		put(r, "希伯来文שלום与阿拉伯文مرحبا在一起，\u202e倒过来\u202c，家庭👨\u200d👩\u200d👧，拼音e\u0304a\u0304u\u0308\u030c，葛\U000e0100城。")
	}, map[string][]string{"pdf": {"font.missing", "text.rightToLeft"}, "ofd": {"font.missing", "text.rightToLeft"}}, false},
}

// put puts a paragraph into a report.
func put(r *report.Report, text string) {
	r.Sections[0].Blocks = append(r.Sections[0].Blocks, report.Block{Text: text})
}

// TestBadInput writes what is bad in every way in every format: all of it stands in the files, programs find nothing wrong with them,
// and it is told what could not be written as it stands.
func TestBadInput(t *testing.T) {
	v, dir, words := newValidator(t), t.TempDir(), map[string][]byte{}
	for i, c := range badInput {
		t.Run(c.name, func(t *testing.T) {
			e, r := sample(t, "gb-2021")
			c.spoil(r)
			files := exporter.Files(e, r, options)
			inDrawings, inWords := said(files.Document(), drawn), said(files.Document(), described)
			for _, f := range export.Formats() {
				var out bytes.Buffer
				notes, err := files.Write(&out, f.Name)
				if err != nil {
					t.Fatalf("%s: %v", f.Name, err)
				}
				checkNotes(t, f.Name, notes, c.notes[f.Name])
				name, want, got := fmt.Sprint(i), inWords, ""
				switch f.Name {
				case "docx":
					if !c.slow {
						words[name+".docx"] = out.Bytes()
					}
					got = textOfDOCX(t, out.Bytes())
				case "pdf", "ofd":
					pages := pagesOfOFD
					if f.Name == "pdf" {
						pages = pagesOfPDF
						v.pdf(name, out.Bytes())
					} else {
						v.ofd(name, out.Bytes())
					}
					got, want = characters(unrolledLoosely(pages(t, out.Bytes()), files.Document())), characters(inDrawings)
				case "html":
					v.html(name, out.Bytes(), pasted(t, e, r, options))
					got, want = textOfHTML(t, out.Bytes()), inDrawings
				case "xlsx":
					if got = textOfXLSX(t, out.Bytes()); c.notes["xlsx"] != nil {
						want = got
					}
				case "json":
					var again report.Report
					if err := json.Unmarshal(out.Bytes(), &again); err != nil {
						t.Fatal(err)
					}
					got = said(exporter.Files(e, &again, options).Document(), described)
				}
				if got != want {
					t.Errorf("%s: %s", f.Name, firstDifference(got, want))
				}
			}
		})
	}
	v.validate()
	render(t, dir, words)
	for i, c := range badInput {
		if _, err := os.Stat(filepath.Join(dir, fmt.Sprint(i, ".pdf"))); err != nil && !c.slow {
			t.Errorf("LibreOffice does not open the Word file with %s: %v", c.name, err)
		}
	}
}

func checkNotes(t *testing.T, format string, notes []document.Note, want []string) {
	t.Helper()
	var codes []string
	for _, n := range notes {
		if !slices.Contains(codes, n.Code) {
			codes = append(codes, n.Code)
		}
		if !strings.HasSuffix(n.Message, "。") || n.Near == "" && n.Code != "table.narrow" { // a table may have no name
			t.Errorf("%s: the note %+v", format, n)
		}
	}
	slices.Sort(codes)
	if !slices.Equal(codes, want) {
		t.Errorf("%s: got the notes %v, want %v", format, notes, want)
	}
}

// unrolledLoosely joins pages to one text without page numbers and repeated header rows, whatever the order on a page.
func unrolledLoosely(pages []string, d *document.Document) string {
	var headers []string
	for _, table := range tablesOf(d) {
		if n := slices.IndexFunc(table.Rows, func(r document.Row) bool { return !r.Header }); n > 0 {
			headers = append(headers, squeeze(cellsOf(table.Rows[:n])))
		}
	}
	var text strings.Builder
	for i, page := range pages {
		page = strings.Replace(page, fmt.Sprintf("—%d—", i+1), "", 1)
		for _, header := range headers {
			if i > 0 && strings.Contains(text.String(), header) {
				page = strings.TrimPrefix(page, header)
			}
		}
		text.WriteString(page)
	}
	return text.String()
}

// characters are those of a text that leave ink, in an order of their own: programs turn round what is written from right to left.
func characters(text string) string {
	all := []rune(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) {
			return -1
		}
		return r
	}, text))
	slices.Sort(all)
	return string(all)
}

// TestBadFonts sets a report in whatever fonts are there: files that programs find nothing wrong with, in which all text stands.
func TestBadFonts(t *testing.T) {
	fang, err := os.ReadFile("../../fonts/FandolFang-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	kai, err := fonts.FS.ReadFile("NianbaoKai-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	beside := os.DirFS("../../fonts")
	folder := func(name string, data []byte) fs.FS { return fstest.MapFS{name: {Data: data}} }
	v := newValidator(t)
	for _, c := range []struct {
		name    string
		folders []fs.FS
		notes   []string // of loading
		told    []string // of writing
	}{
		{"without the font beside the program", []fs.FS{fonts.FS}, []string{"font.substitute"}, nil},
		{"nothing but 仿宋", []fs.FS{folder("a.ttf", fang)}, slices.Repeat([]string{"font.substitute"}, 4), nil},
		{"a broken file", []fs.FS{folder("simfang.ttf", fang[:len(fang)/2]), beside, fonts.FS}, []string{"font.broken"}, nil},
		{"a broken outline", []fs.FS{folder("simfang.ttf", brokenGlyphs(t, fontCalled(t, fang, "仿宋_GB2312"))), beside, fonts.FS}, nil, nil},
		{"a file that is no font", []fs.FS{folder("方正小标宋简体.ttf", []byte("字体在此")), beside, fonts.FS}, []string{"font.broken"}, nil},
		{"an OpenType font of CFF outlines", []fs.FS{folder("fang.otf", asCFF(t, fontCalled(t, fang, "仿宋_GB2312"))), beside, fonts.FS}, []string{"font.refused"}, nil},
		{"only one small font", []fs.FS{folder("kai.ttf", fontCalled(t, smallFont(t, kai, "公开信息，。0123456789"), "楷体_GB2312"))}, slices.Repeat([]string{"font.substitute"}, 4), []string{"font.missing"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, notes := layout.LoadFonts(document.Fonts{}, c.folders...)
			var codes []string
			for _, n := range notes {
				codes = append(codes, n.Code)
			}
			if !slices.Equal(codes, c.notes) {
				t.Errorf("got the notes %v, want %v", notes, c.notes)
			}
			e, r := everything(t, "gb-2021")
			files := export.Exporter{Fonts: f}.Files(e, r, options)
			want := said(files.Document(), drawn)
			for format, pages := range map[string]func(*testing.T, []byte) []string{"pdf": pagesOfPDF, "ofd": pagesOfOFD} {
				var out bytes.Buffer
				notes, err := files.Write(&out, format)
				if err != nil {
					t.Fatal(err)
				}
				checkNotes(t, format, notes, c.told)
				if format == "pdf" {
					v.pdf(c.name, out.Bytes())
				} else {
					v.ofd(c.name, out.Bytes())
				}
				if got := unrolled(t, pages(t, out.Bytes()), files.Document(), want); got != want {
					t.Errorf("%s: %s", format, firstDifference(got, want))
				}
			}
		})
	}
	v.validate()
}

// Without any font there is neither PDF nor OFD, and the sentence says what else there is; the others need none.
func TestNoFonts(t *testing.T) {
	e, r := sample(t, "gb-2021")
	for _, f := range export.Formats() {
		var got, want bytes.Buffer
		_, err := export.Exporter{}.Write(&got, f.Name, e, r, options)
		if f.Name == "pdf" || f.Name == "ofd" {
			if report.ErrorCode(err) != report.NotBuilt || !strings.Contains(report.ErrorMessage(err), "docx") || got.Len() > 0 {
				t.Errorf("%s: %d bytes, %v", f.Name, got.Len(), err)
			}
			continue
		}
		if _, err := (export.Exporter{Fonts: fonttest.Shipped()}).Write(&want, f.Name, e, r, options); err != nil {
			t.Fatal(err)
		}
		if err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
			t.Errorf("%s is another without fonts (%v)", f.Name, err)
		}
	}
}
