package pdf_test

import (
	"bytes"
	"io"
	"maps"
	"strings"
	"testing"
	"time"

	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
	"nianbao/report/export/pdf"
	"nianbao/report/layout"
	"nianbao/report/layout/truetype"
)

func TestReproducible(t *testing.T) {
	for _, make := range []func() *layout.Pages{byHand, func() *layout.Pages { return tenPages(t) }} {
		if !bytes.Equal(written(t, make(), options), written(t, make(), options)) {
			t.Error("the same pages give other bytes")
		}
	}
	other := options
	other.Identifier = "demo-2022-v2"
	id := func(o document.Options) string {
		_, after, _ := strings.Cut(string(written(t, byHand(), o)), "/ID[")
		return after[:34]
	}
	if a, b := id(options), id(other); a == b || len(strings.Trim(a, "<>")) != 32 {
		t.Errorf("two versions have the IDs %s and %s", a, b)
	}
}

func TestObjects(t *testing.T) {
	for _, p := range []*layout.Pages{byHand(), tenPages(t), newSheet(1).p, newSheet(300).p} {
		if _, err := objects(written(t, p, options)); err != nil {
			t.Errorf("%d pages: %v", len(p.Pages), err)
		}
	}
}

// A writer that takes no more stops the writing, wherever that is.
func TestWriteFails(t *testing.T) {
	p := byHand()
	for left := range len(written(t, p, options)) / 1000 {
		left *= 1000
		if err := pdf.Write(failing{&left}, p, options); err == nil {
			t.Fatal("no error")
		}
	}
}

func TestBrokenFont(t *testing.T) {
	p := byHand()
	broken := *p.Faces[kai]
	broken.Font = &truetype.Font{PostScript: "Broken", UnitsPerEm: 1000}
	p.Faces = []*layout.Face{p.Faces[hei], &broken}
	if err := pdf.Write(io.Discard, p, options); err == nil || !strings.Contains(err.Error(), "Broken") {
		t.Errorf("got %v", err)
	}
}

func TestMetadata(t *testing.T) {
	undated := options
	undated.Created = time.Time{}
	own := func() *layout.Pages {
		s := newSheet(1)
		s.run(0, s.node(layout.Node{Kind: layout.KindParagraph, Parent: -1}), hei, gbt9704.San, 28, 45, "一")
		return s.p
	}
	private := func() *layout.Pages {
		p := own()
		p.Pages[0].Runs[0].Glyphs[0].Text = 0xe000
		return p
	}
	const said = "字体：“楷体_GB2312”用“NianbaoKai”代替。"
	for _, c := range []struct {
		name       string
		pages      *layout.Pages
		options    document.Options
		has, lacks []string
	}{
		{"all", byHand(), options, []string{`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">云岭县水务局2022年政府信息公开工作年度报告<`, `<rdf:li>云岭县水务局<`, said, `>demo-2022-v1<`,
			`<xmp:CreatorTool>年报 1.0<`, `<pdf:Producer>年报 1.0<`, `<xmp:CreateDate>2023-01-18T09:00:00Z<`, `<pdfaid:conformance>A<`}, nil},
		{"without a date", byHand(), undated, []string{`<pdfaid:part>2<`}, []string{`Date`}},
		{"nothing substituted", own(), options, nil, []string{"代替", "description"}},
		{"a character of a font's own", private(), options, []string{`<pdfaid:conformance>U<`}, nil},
	} {
		got := string(written(t, c.pages, c.options))
		for _, want := range c.has {
			if !strings.Contains(got, want) {
				t.Errorf("%s: there is no %s", c.name, want)
			}
		}
		for _, not := range c.lacks {
			if strings.Contains(got, not) {
				t.Errorf("%s: there is %s", c.name, not)
			}
		}
	}
}

// More different characters than a font has numbers, all of them a box: the last ones are unknown characters, none is lost.
func TestTooManyCharacters(t *testing.T) {
	s := newSheet(1)
	node := s.node(layout.Node{Kind: layout.KindParagraph, Parent: -1})
	r := layout.Run{Node: node, Face: hei, Size: gbt9704.San, X: gbt9704.MM(28), Y: gbt9704.MM(45)}
	for c := range rune(70_000) {
		r.Glyphs = append(r.Glyphs, layout.Glyph{ID: truetype.Box, Text: 0x20000 + c, Advance: gbt9704.Em})
	}
	s.p.Pages[0].Runs = []layout.Run{r}
	a := parsed(t, written(t, s.p, options))
	a.contents()
	page := a.pages()[0]
	shown := a.shown(page)
	if len(shown) != len(r.Glyphs) {
		t.Fatalf("got %d characters, want %d", len(shown), len(r.Glyphs))
	}
	for i, c := range shown {
		want := r.Glyphs[i].Text
		if i >= 65_534 {
			want = '\ufffd'
		}
		if c.text != string(want) || c.glyph == 0 {
			t.Fatalf("character %d: got %q, glyph %d, want %q", i, c.text, c.glyph, want)
		}
	}
}

// A title that is longer than a string may be is cut.
func TestLongTitle(t *testing.T) {
	s := newSheet(1)
	s.p.Title = strings.Repeat("题", 40_000)
	s.node(layout.Node{Kind: layout.KindTitle, Parent: -1, Title: s.p.Title})
	a := parsed(t, written(t, s.p, options))
	a.limits()
	if n := len([]rune(a.text(*a.ctx.Info, "Title"))); n < 10_000 {
		t.Errorf("got %d characters of it", n)
	}
}

// What stands on every page is told from the text, and each kind from the others.
func TestArtifacts(t *testing.T) {
	a := parsed(t, written(t, byHand(), options))
	for i, want := range []map[string]string{
		{"<< /Type /Pagination /Subtype /Header >>": "草稿", "<< /Type /Pagination /Subtype /Watermark >>": "草稿", "<< /Type /Pagination /Subtype /Footer >>": "— 1 —"},
		{"<< /Type /Pagination >>": "（续）", "<< /Type /Pagination /Subtype /Footer >>": "— 2 —"},
	} {
		got := map[string]string{}
		for _, c := range a.shown(a.pages()[i]) {
			if kind, artifact := strings.CutPrefix(c.mark, "/Artifact "); artifact {
				got[kind] += c.text
			}
		}
		if !maps.Equal(got, want) {
			t.Errorf("page %d: got %q, want %q", i, got, want)
		}
	}
}

// The boxes of a picture are a piece of it; the rules of a table are none of the text.
func TestBoxes(t *testing.T) {
	a := parsed(t, written(t, byHand(), options))
	boxes, mark := map[string]int{}, ""
	for _, op := range operations(a.content(a.pages()[1], "Contents")) {
		switch op.operator {
		case "BDC":
			mark = op.operands[0]
		case "re":
			boxes[mark]++
		}
	}
	if want := map[string]int{"/Artifact": 4, "/Figure": 2}; !maps.Equal(boxes, want) {
		t.Errorf("got %v, want %v", boxes, want)
	}
}

// Where each glyph stands for one character, a CID is the number of a glyph, and there is no map.
func TestGlyphMap(t *testing.T) {
	for _, c := range []struct {
		name, text string
		identity   bool
	}{{"a character each", "年度报告，2022——“一”", true}, {"one box for two", "年\U00020000\U00020001", false}} {
		s := newSheet(1)
		s.run(0, s.node(layout.Node{Kind: layout.KindParagraph, Parent: -1}), hei, gbt9704.San, 28, 45, c.text)
		a := parsed(t, written(t, s.p, options))
		if got := a.name(a.pages()[0], "Resources", "Font", "F0", "DescendantFonts", "0", "CIDToGIDMap") == "Identity"; got != c.identity {
			t.Errorf("%s: got %v, want %v", c.name, got, c.identity)
		}
		text := ""
		for _, shown := range a.shown(a.pages()[0]) {
			text += shown.text
		}
		if text != c.text {
			t.Errorf("%s: got %q, want %q", c.name, text, c.text)
		}
	}
}
