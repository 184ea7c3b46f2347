package html

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/document"
)

const mega = 1 << 20

// hostile are pages that no one writes by hand, each as large as a file may be.
var hostile = []struct {
	name string
	page func(size int) string
}{
	{"<", func(n int) string { return strings.Repeat("<", n) }},
	{"&", func(n int) string { return "<p>" + strings.Repeat("&", n) }},
	{"div", func(n int) string { return strings.Repeat("<div>", n/5) + "甲" }},
	{"div with text", func(n int) string { return strings.Repeat("<div>a", n/6) }},
	{"hidden div", func(n int) string { return "甲" + strings.Repeat("<div hidden>", n/12) }},
	{"end tags", func(n int) string { return "<p>甲" + strings.Repeat("</span></p></td>", n/16) }},
	{"table", func(n int) string { return strings.Repeat("<table>", n/7) + "甲" }},
	{"nested cells", func(n int) string { return strings.Repeat("<table><tr><td>a<td>b", n/21) }},
	{"td", func(n int) string { return "<table><tr>" + strings.Repeat("<td>1", n/5) }},
	{"tr", func(n int) string { return "<table>" + strings.Repeat("<tr>", n/4) + "甲" }},
	{"tr and td", func(n int) string { return "<table>" + strings.Repeat("<tr><td>a", n/9) }},
	{"tables", func(n int) string { return strings.Repeat("<table><td>a<td>b</table>", n/25) }},
	{"paragraphs in a cell", func(n int) string { return "<table><td>a<td>" + strings.Repeat("a<p>", n/4) }},
	{"rowspan", func(n int) string {
		return strings.Repeat("<table>"+strings.Repeat("<td rowspan=9999>1", 256)+strings.Repeat("<tr>", 5000)+"</table>", n/25_000)
	}},
	{"list", func(n int) string { return strings.Repeat("<ol><li>a", n/9) }},
	{"marks", func(n int) string { return strings.Repeat("<b style='display:block'>", n/25) + "甲" }},
	{"tab", func(n int) string { return "<p>甲" + strings.Repeat("<b style='mso-tab-count:1'>a", n/28) }},
	{"attributes", func(n int) string {
		var b strings.Builder
		b.WriteString("<p>甲<a ")
		for i := 0; b.Len() < n-20; i++ {
			fmt.Fprintf(&b, "%x ", i)
		}
		return b.String() + ">"
	}},
	{"cells with attributes", func(n int) string {
		return "<table>" + strings.Repeat("<TD"+strings.Repeat(" a", 64)+">", n/132)
	}},
	{"absurd columns", func(n int) string { return "<table>" + strings.Repeat("<td colspan=999>", n/16) }},
	{"attribute", func(n int) string { return "甲" + strings.Repeat("<a b>", n/5) }},
	{"styles", func(n int) string { return "甲" + strings.Repeat("<a style=a:b;c:d;e:f>", n/21) }},
	{"style", func(n int) string { return "甲<p style='" + strings.Repeat("a:b;", n/4) + "'>乙" }},
	{"class", func(n int) string { return "甲<aside class='" + strings.Repeat("a ", n/2) + "'>乙" }},
	{"quote", func(n int) string { return "甲" + strings.Repeat("<a b='>", n/7) }},
	{"comment", func(n int) string { return "甲" + strings.Repeat("<!--", n/4) }},
	{"comments", func(n int) string { return "甲" + strings.Repeat("<!-- --!- >", n/11) }},
	{"script", func(n int) string { return "甲<script>" + strings.Repeat("</scrip", n/7) }},
	{"scripts", func(n int) string { return "甲" + strings.Repeat("<script></script>", n/17) }},
	{"one text", func(n int) string { return "<p>" + strings.Repeat("甲", n/3) }},
	{"short paragraphs", func(n int) string { return strings.Repeat("<p>a", n/4) }},
	{"blanks", func(n int) string { return "<p>甲" + strings.Repeat(" ", n) + "乙" }},
	{"GB18030", func(n int) string { return "<meta charset=gbk><p>" + strings.Repeat("\xbc\xd7", n/2) }},
	{"no characters", func(n int) string { return "<p>" + strings.Repeat("\xff", n) }},
	{"NUL", func(n int) string { return "<p>" + strings.Repeat(" ", 8192) + strings.Repeat("\x00", n-8192) }},
	{"meta", func(n int) string { return "甲" + strings.Repeat("<meta name=a content=b>", n/23) }},
}

// Whatever a page holds, it is read in time and memory that grow with its length. The limits of the house are 2 s and 256 MB for
// 32 MB, which BenchmarkHostile measures; here the pages are smaller, and what grows faster than its length shows all the same.
func TestHostile(t *testing.T) {
	for _, c := range hostile {
		page := []byte(c.page(4 * mega))
		peak, stop := watch()
		from := time.Now()
		doc, _, err := Read(page)
		took := time.Since(from)
		stop()
		if took > 10*time.Second || *peak > 256*mega {
			t.Errorf("%s: took %v and %d MB", c.name, took, *peak/mega)
		}
		checkSound(t, doc, err)
	}
}

func BenchmarkHostile(b *testing.B) {
	for _, c := range hostile {
		b.Run(strings.ReplaceAll(c.name, " ", "_"), func(b *testing.B) {
			page := []byte(c.page(32 * mega))
			runtime.GC()
			peak, stop := watch()
			for b.Loop() {
				_, _, _ = Read(page)
			}
			stop()
			b.ReportMetric(float64(*peak/mega), "peak-MB")
		})
	}
}

// watch measures the greatest heap until stop is called.
func watch() (peak *uint64, stop func()) {
	peak = new(uint64)
	done, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		var m runtime.MemStats
		for {
			runtime.ReadMemStats(&m)
			*peak = max(*peak, m.HeapInuse)
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return peak, func() { close(done); <-stopped }
}

// checkSound holds what is true of every reading: a sentence for the person or a document within the limits.
func checkSound(t *testing.T, doc *document.Document, err error) {
	t.Helper()
	if err != nil {
		if doc != nil || report.ErrorCode(err) != report.Invalid || !strings.HasSuffix(report.ErrorMessage(err), "。") {
			t.Errorf("got %v and %v", doc, err)
		}
		return
	}
	blocks := doc.Sections[0].Blocks
	if len(doc.Sections) != 1 || len(blocks) == 0 || len(blocks) > document.MaxBlocks {
		t.Errorf("%d sections, %d blocks", len(doc.Sections), len(blocks))
	}
	sound := func(s string) {
		if !utf8.ValidString(s) || strings.TrimSpace(s) != s || document.Printable(s) != s {
			t.Errorf("text %.40q", s)
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			sound(b.Text)
			if b.Text == "" || b.Level < 0 || b.Level > 6 {
				t.Errorf("level %d: %.40q", b.Level, b.Text)
			}
		case *document.Table:
			taken := map[[2]int]bool{} // of the places in the grid, as far as there is time for them
			for i, row := range b.Rows {
				for _, c := range row.Cells {
					sound(c.Text)
					if c.ColumnSpan < 1 || c.RowSpan < 1 || c.Column+c.ColumnSpan > b.Columns || i+c.RowSpan > len(b.Rows) {
						t.Fatalf("row %d of %d, %d columns: %+v", i, len(b.Rows), b.Columns, c)
					}
					if len(taken)+c.RowSpan*c.ColumnSpan > 10_000 {
						continue
					}
					for y := range c.RowSpan {
						for x := range c.ColumnSpan {
							if taken[[2]int{i + y, c.Column + x}] {
								t.Fatalf("row %d, column %d is taken twice", i+y, c.Column+x)
							}
							taken[[2]int{i + y, c.Column + x}] = true
						}
					}
				}
			}
		}
	}
}
