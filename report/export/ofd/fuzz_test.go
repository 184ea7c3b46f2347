package ofd_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/report/layout"
	"nianbao/report/layout/truetype"
)

// Whatever stands on pages, the parts are well-formed and say it, character by character.
func FuzzWrite(f *testing.F) {
	f.Add("", 0, 0, 0, uint16(0), "")
	f.Add("一、总体情况", 79370, 16000, 15750, uint16(0), "http://a/?b&c")
	f.Add(" <&\"'> \t\r\n\x00]]>", -5, 1, -1, uint16(12), "\x01")
	f.Add("𠮷a𬭎𠮷b\uffff\ufffe\ufeff", 1<<30, 0, 1<<20, uint16(truetype.Box), "𠮷")
	f.Add("\xff\xfe无效\u0301", 359, 72000, 3, uint16(40000), "")
	faces := sample(f).Faces
	f.Fuzz(func(t *testing.T, text string, x, size, advance int, glyph uint16, uri string) {
		const far = 1 << 40 // some kilometres: nothing there may overflow
		x, size, advance = x%far, size%far, advance%far
		p := &layout.Pages{Title: text, Agency: uri, Width: layout.Length(max(x, 0)), Height: layout.Length(max(size, 0)), Faces: faces,
			Nodes: []layout.Node{{Kind: layout.KindHeading, Parent: -1, Level: size % 5, Title: text}, {Kind: layout.KindHeading, Parent: 0, Level: x % 5, Title: uri}}}
		r := layout.Run{Face: int(glyph) % len(faces), Size: layout.Length(size), X: layout.Length(x), Y: layout.Length(-x), Turn: advance % 720, Gray: uint8(glyph)}
		for i, c := range text {
			id := faces[r.Face].Glyph(c)
			if i%5 == 4 {
				id = truetype.GlyphID(glyph)
			}
			r.Glyphs = append(r.Glyphs, layout.Glyph{ID: id, Text: c, Advance: layout.Length(advance)})
		}
		width := layout.Length(max(advance, 0))
		p.Pages = []layout.Page{{
			Runs:  []layout.Run{r},
			Rules: []layout.Rule{{X: r.X, Y: r.Y, Width: width, Height: width / 7}, {X: r.Y, Y: r.X, Width: 1, Height: width, Gray: r.Gray}},
			Links: []layout.Link{{X: r.X, Y: r.Y, Width: width, URI: uri}},
		}}
		all := parts(t, written(t, p, options))
		var got strings.Builder
		for _, o := range all["Doc_0/Pages/Page_0/Content.xml"].all("TextObject") {
			code := o.all("TextCode")[0]
			if n := utf8.RuneCountInString(code.text); len(code.numbers(t, "DeltaX")) != n-1 {
				t.Errorf("%q has the distances %s", code.text, code.at["DeltaX"])
			}
			for _, attribute := range []string{"Boundary", "CTM"} {
				o.numbers(t, attribute)
			}
			if b := o.numbers(t, "Boundary"); b[2] < 0 || b[3] < 0 {
				t.Errorf("%q has the boundary %v", code.text, b)
			}
			got.WriteString(code.text)
		}
		var want strings.Builder
		for _, c := range text {
			switch {
			case c < ' ':
				c = ' '
			case c == 0xfffe || c == 0xffff:
				c = utf8.RuneError
			}
			want.WriteRune(c)
		}
		if got.String() != want.String() {
			t.Errorf("got %q, want %q", got.String(), want.String())
		}
		ids := map[string]bool{}
		visit(all, func(_ string, n *node) {
			if id, ok := n.at["ID"]; ok && ids[id] {
				t.Errorf("two are %s", id)
			} else if ok {
				ids[id] = true
			}
		})
		if most := all["Doc_0/Document.xml"].one(t, "MaxUnitID"); len(ids) > 0 && most != strconv.Itoa(len(ids)) {
			t.Errorf("%d identifiers, the greatest %s", len(ids), most)
		}
	})
}
