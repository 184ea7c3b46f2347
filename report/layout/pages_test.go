package layout

import (
	"slices"
	"strings"
	"testing"

	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// text of so many full lines and a bit of one more, the indent counted in.
func linesOfText(n int) *document.Paragraph { return para(strings.Repeat("长", 28*(n-1)-2+5)) }

// pageLines are the lines of each page.
func pageLines(p *Pages) [][]string {
	var out [][]string
	for i := range p.Pages {
		out = append(out, linesOf(&Pages{Pages: p.Pages[i : i+1]}))
	}
	return out
}

// The grid: 22 lines on a page, 28 characters in a line, from edge to edge of the text block.
func TestGrid(t *testing.T) {
	p := laid(t, doc(para("文"+strings.Repeat("长", 28*40))), document.Options{})
	pages := pageLines(p)
	if len(pages) != 2 || len(pages[0]) != gbt9704.LinesPerPage {
		t.Fatalf("%d pages, the first has %d lines", len(pages), len(pages[0]))
	}
	for i := range gbt9704.LinesPerPage {
		r := &p.Pages[0].Runs[i]
		left, chars := gbt9704.TextLeft, gbt9704.CharsPerLine
		if i == 0 {
			left, chars = left+2*gbt9704.Em, chars-2
		}
		if r.X != left || r.X+r.width() != gbt9704.TextLeft+gbt9704.TextWidth || len(r.Glyphs) != chars {
			t.Errorf("line %d: %s-%s, %d characters", i+1, points(r.X), points(r.X+r.width()), len(r.Glyphs))
		}
		if want := gbt9704.TextTop + Length(i)*gbt9704.LinePitch + (gbt9704.LinePitch-gbt9704.San)/2 + gbt9704.San*88/100; r.Y != want {
			t.Errorf("line %d: baseline at %s, want %s", i+1, points(r.Y), points(want))
		}
		for _, g := range r.Glyphs[:chars-1] {
			if g.Advance < gbt9704.Em || g.Advance > gbt9704.Em+gbt9704.Point/2 {
				t.Errorf("line %d: an advance of %s", i+1, points(g.Advance))
			}
		}
	}
}

// Between a Chinese character and a digit or letter stands a fifth of an em, nothing beside punctuation; the last line of a paragraph
// keeps its own width.
func TestAutoSpace(t *testing.T) {
	p := laid(t, doc(para("共12条，OK。（3）")), document.Options{})
	r := &p.Pages[0].Runs[0]
	f := p.Faces[r.Face]
	for i, want := range map[int]Length{0: gbt9704.AutoSpace(gbt9704.San), 1: gbt9704.Tighten, 2: gbt9704.AutoSpace(gbt9704.San), 3: gbt9704.Tighten, 4: 0, 5: gbt9704.Tighten, 6: 0} {
		g := r.Glyphs[i]
		if got := g.Advance - gbt9704.San*Length(f.Advance(g.ID))/Length(f.UnitsPerEm); got != want {
			t.Errorf("after %c: got %s, want %s", g.Text, points(got), points(want))
		}
	}
}

// What is left of a line goes between Chinese characters, not into words and numbers; a word alone on its line stays together.
func TestJustification(t *testing.T) {
	filler := strings.Repeat("长", 22)
	p := laid(t, doc(para(filler+"OFFICE软件")), document.Options{})
	p2 := laid(t, doc(para(filler[:18*3]+"OFFICE softwarefromelsewhere软件")), document.Options{})
	for _, c := range []struct {
		name string
		run  *Run
		gap  int
		want bool
	}{
		{"between Chinese characters", &p.Pages[0].Runs[0], 3, true},
		{"within a word", &p2.Pages[0].Runs[0], 20, false},
		{"between Chinese characters beside a word", &p2.Pages[0].Runs[0], 3, true},
	} {
		g := c.run.Glyphs[c.gap]
		natural := gbt9704.San*Length(p.Faces[c.run.Face].Advance(g.ID))/1000 + gbt9704.Tighten
		if got := g.Advance > natural; got != c.want {
			t.Errorf("%s: %c got %s, its own width is %s", c.name, g.Text, points(g.Advance), points(natural))
		}
		if end := c.run.X + c.run.width(); end != gbt9704.TextLeft+gbt9704.TextWidth {
			t.Errorf("%s: the line ends at %s", c.name, points(end))
		}
	}
}

// Which lines stand on which page: keeping together, and what is blank.
func TestKeeping(t *testing.T) {
	heading := func(text string) *document.Paragraph {
		return &document.Paragraph{Text: text, Level: 2, HeadingEnd: len(text)}
	}
	table := tableOf("甲|乙", "丙|丁")
	head := tableOf("甲|乙", "丙|丁", "戊|己", "庚|辛")
	head.Rows[0].Cells[0].Role, head.Rows[0].Cells[1].Role = document.RoleHead, document.RoleHead
	head.Rows[0].Header = true
	signed := func(lines int, d document.Document) *document.Document {
		d.Sections = []document.Section{{Blocks: []document.Block{linesOfText(lines)}}}
		return &d
	}
	signature := document.Signature{Agency: agency, Date: "2023年1月17日"}
	for _, c := range []struct {
		name string
		doc  *document.Document
		want []int // lines of each page
	}{
		{"full", doc(linesOfText(22)), []int{22}},
		{"one more", doc(linesOfText(23)), []int{22, 1}},
		{"heading with two lines below", doc(linesOfText(19), heading("（一）标题"), linesOfText(2)), []int{22}},
		{"heading with one line's room below", doc(linesOfText(20), heading("（一）标题"), linesOfText(2)), []int{20, 3}},
		{"heading with a paragraph of one line", doc(linesOfText(20), heading("（一）标题"), linesOfText(1)), []int{22}},
		{"heading with two lines' room below and three lines", doc(linesOfText(19), heading("（一）标题"), linesOfText(3)), []int{19, 4}},
		{"heading with three lines' room below and four lines", doc(linesOfText(18), heading("（一）标题"), linesOfText(4)), []int{21, 2}},
		{"two headings", doc(linesOfText(19), heading("（一）标题"), heading("1．标题"), linesOfText(2)), []int{19, 4}},
		{"heading over a table", doc(linesOfText(19), heading("（一）标题"), table), []int{22}},
		{"heading over a table with room for one row", doc(linesOfText(20), heading("（一）标题"), table), []int{20, 3}},
		{"heading over a table without room", doc(linesOfText(21), heading("（一）标题"), table), []int{21, 3}},
		{"header rows stay with two rows", doc(linesOfText(20), head), []int{20, 4}},
		{"header rows repeat", doc(linesOfText(19), head), []int{22, 1}},
		{"signature", signed(19, document.Document{Signature: signature}), []int{21}},
		{"signature takes two lines along", signed(20, document.Document{Signature: signature}), []int{18, 4}},
		{"signature and attachments take two lines along", signed(19, document.Document{Signature: signature, Attachments: []document.Attachment{{Label: "附件", Title: "名单"}}}), []int{17, 5, 1}},
		{"several attachments stay together", signed(16, document.Document{Signature: signature, Attachments: []document.Attachment{{Label: "附件1", Title: "名单"}, {Label: "附件2", Title: "地址"},
			{Label: "附件3", Title: "问答"}}}), []int{14, 7, 1, 1, 1}},
		{"long heading", doc(heading(strings.Repeat("长", 28*50))), []int{22, 22, 7}},
	} {
		var got []int
		for _, lines := range pageLines(laid(t, c.doc, document.Options{})) {
			got = append(got, len(lines))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v lines, want %v", c.name, got, c.want)
		}
	}
}
