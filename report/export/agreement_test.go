package export_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"nianbao/fonts"
	"nianbao/internal/specimen"
	"nianbao/internal/tooltest"
	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/document"
	"nianbao/report/export"
	"nianbao/report/intake"
	"nianbao/report/layout"
)

// shipped writes with the fonts that the program ships.
func shipped(t testing.TB) export.Exporter {
	t.Helper()
	f, notes := layout.LoadFonts(document.Fonts{}, os.DirFS("../../fonts"), fonts.FS)
	if f == nil {
		t.Fatal(notes)
	}
	return export.Exporter{Fonts: f}
}

// subject is a report that is printed both ways.
type subject struct {
	group, name string
	edition     *report.Edition
	report      *report.Report
}

// subjects are a report of each edition, a long one, some of the specimens that reading is measured by, and those that are there to be read.
func subjects(t *testing.T) (out []subject) {
	t.Helper()
	for _, id := range []string{"gb-2008", "gb-2014", "gb-2019", "gb-2021"} {
		e, r := sample(t, id)
		out = append(out, subject{"samples", id, e, r})
	}
	e, r := longReport(t)
	out = append(out, subject{"long", "long", e, r})
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range specimen.Generate(editions, 1, 12) {
		out = append(out, subject{"specimens", fmt.Sprint("specimen ", i+1), editions.Get(s.Want.Edition), s.Want})
	}
	seeds, err := filepath.Glob("../../../shared/seeds/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i, path := range seeds {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		read, err := intake.Read(editions, filepath.Base(path), data, intake.Options{})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, subject{"seeds", fmt.Sprint("seed ", i+1), editions.Get(read.Report.Edition), read.Report})
	}
	return out
}

// longReport is many paragraphs of all lengths, with numbers, Latin words and all kinds of punctuation at all places of a line.
func longReport(t testing.TB) (*report.Edition, *report.Report) {
	e, r := sample(t, "gb-2021")
	phrases := []string{"办公室逐条核对公开目录", "全年受理申请%d件，按期答复%d件", "（详见第%d页）", "修订《信息公开工作规程》%d处", "“一次办好”事项增加到%d项", "电子邮箱为office%d@example.com",
		"培训%d人次、%d个单位参加", "占全部事项的%d.%d%%", "通过网站、窗口、公众号等%d个渠道公布", "——这是群众问得最多的", "群众来信%d封……都有回音", "改版后的APP和WAP页面访问量达到%d万次",
		"自2022年%d月起实行", "联合市场监督管理、税务和公安等部门核实", "审核把关；先审后发", "其中：涉企%d条，涉农%d条"}
	seed := uint32(7)
	next := func(n int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % n
	}
	var blocks []report.Block
	for i := range 60 {
		var text strings.Builder
		if i%6 == 0 {
			fmt.Fprintf(&text, "（%s）完善第%d项制度。", []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}[i/6], i+1)
		}
		for range 3 + next(9) {
			phrase := phrases[next(len(phrases))]
			for strings.Contains(phrase, "%d") {
				phrase = strings.Replace(phrase, "%d", strconv.Itoa(next(2000)), 1)
			}
			text.WriteString(strings.ReplaceAll(phrase, "%%", "%"))
			text.WriteString([]string{"，", "，", "。", "；", "、"}[next(5)])
		}
		blocks = append(blocks, report.Block{Text: text.String() + "并按月通报。"})
	}
	r.Sections[0].Blocks = blocks
	return e, r
}

// TestPDFAgreesWithDOCX holds our pages against those that LibreOffice makes of the DOCX: the same text, the same number of pages,
// the same line breaks but for a few. A number stays with its unit in ours, which a word processor cannot be told: each line that
// LibreOffice ends between them is one that differs. They are many in the specimens and the long report, where numbers crowd.
func TestPDFAgreesWithDOCX(t *testing.T) {
	pdftotext := tooltest.Need(t, "pdftotext", "poppler-utils")
	exporter, dir := shipped(t), t.TempDir()
	files := map[string][]byte{}
	all := subjects(t)
	for i, s := range all {
		var file bytes.Buffer
		if _, err := exporter.Write(&file, "docx", s.edition, s.report, options); err != nil {
			t.Fatal(err)
		}
		files[fmt.Sprint(i, ".docx")] = file.Bytes()
	}
	render(t, dir, files)
	groups := map[string]agreement{}
	for i, s := range all {
		t.Run(s.name, func(t *testing.T) {
			var file bytes.Buffer
			if _, err := exporter.Write(&file, "pdf", s.edition, s.report, options); err != nil {
				t.Fatal(err)
			}
			ours := readPDF(t, pdftotext, file.Bytes())
			theirs := readPDF(t, pdftotext, fileAt(t, filepath.Join(dir, fmt.Sprint(i, ".pdf"))))
			if ours.pages != theirs.pages {
				t.Errorf("%d pages, LibreOffice has %d", ours.pages, theirs.pages)
			}
			if got, want := ours.characters(), theirs.characters(); got != want {
				t.Errorf("the text differs: %s", difference(got, want))
			}
			if got, want := ours.tops(), theirs.tops(); !slices.Equal(got, want) {
				t.Logf("pages begin with %q\nin LibreOffice    %q", got, want)
			}
			var breaks agreement
			for _, text := range paragraphsOf(compose.Compose(s.edition, s.report)) {
				a, b := ours.breaks(t, text), theirs.breaks(t, text)
				breaks.count(text, a, b)
				if !slices.Equal(a, b) {
					t.Logf("lines       %s\nLibreOffice %s", broken(text, a), broken(text, b))
				}
			}
			groups[s.group] = groups[s.group].and(breaks)
			a, b := ours.cells(), theirs.cells()
			cells := agreement{same: common(a, b), breaks: max(len(a), len(b))}
			t.Logf("%d pages; line breaks the same: %v; pieces of table cells the same: %v", ours.pages, breaks, cells)
			if cells.same*100 < cells.breaks*95 {
				t.Errorf("pieces of table cells the same: %v", cells)
			}
		})
	}
	for _, want := range []struct {
		group   string
		percent int
		parted  bool // count those that LibreOffice parts
	}{
		{"samples", 99, true},
		{"seeds", 95, true},
		{"specimens", 95, false},
		{"long", 90, false},
	} {
		got := groups[want.group]
		t.Logf("%s: line breaks the same: %v; LibreOffice parts %d numbers from their units", want.group, got, got.parted)
		of := got.breaks
		if !want.parted {
			of -= got.parted
		}
		if got.same*100 < of*want.percent {
			t.Errorf("%s: line breaks the same: %d of %d, want %d %%", want.group, got.same, of, want.percent)
		}
	}
}

// common is how many words two lists share.
func common(a, b []string) int {
	count, n := map[string]int{}, 0
	for _, word := range a {
		count[word]++
	}
	for _, word := range b {
		if count[word] > 0 {
			count[word]--
			n++
		}
	}
	return n
}

// agreement counts line breaks. In so many parted LibreOffice parts what ours keeps together.
type agreement struct{ same, breaks, parted int }

func (a *agreement) count(text string, ours, theirs []int) {
	a.breaks += max(len(ours), len(theirs))
	for _, at := range ours {
		if slices.Contains(theirs, at) {
			a.same++
		}
	}
	for _, at := range theirs {
		if parts(text, at) {
			a.parted++
		}
	}
}

func (a agreement) and(b agreement) agreement {
	return agreement{a.same + b.same, a.breaks + b.breaks, a.parted + b.parted}
}

// parts reports whether a break takes a number off its unit or off the number before it, or parts —— or …….
func parts(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	number := unicode.IsDigit(before) || strings.ContainsRune("十百千万亿余多", before)
	return number && strings.ContainsRune("年月日条件次人个项处份期页万余号套", after) || before == '-' && unicode.IsDigit(after) ||
		before == after && (after == '—' || after == '…')
}

func (a agreement) String() string {
	return fmt.Sprintf("%d of %d (%.1f %%)", a.same, a.breaks, 100*float64(a.same)/float64(max(a.breaks, 1)))
}

// paragraphsOf are the texts of the body that go over several lines.
func paragraphsOf(d *document.Document) (out []string) {
	collect := func(blocks []document.Block) {
		for _, b := range blocks {
			if p, ok := b.(*document.Paragraph); ok {
				out = append(out, squeeze(p.Text))
			}
		}
	}
	for _, s := range d.Sections {
		if s.Heading != "" {
			out = append(out, squeeze(s.Heading))
		}
		collect(s.Blocks)
	}
	collect(d.Closing)
	for _, a := range d.Attachments {
		collect(a.Blocks)
	}
	return out
}
