package pdf_test

import (
	"encoding/binary"
	"testing"

	"nianbao/report/document/gbt9704"
	"nianbao/report/layout"
	"nianbao/report/layout/truetype"
)

// dice gives numbers out of some bytes, zeros when they are used up.
type dice struct{ rest []byte }

func (d *dice) roll(n int) int {
	if len(d.rest) < 2 {
		return 0
	}
	v := int(binary.BigEndian.Uint16(d.rest))
	d.rest = d.rest[2:]
	return v % n
}

// thrown is a document as the dice have it: whatever keeps to what layout.Pages says, be it sensible or not.
func thrown(d *dice) *layout.Pages {
	s := newSheet(d.roll(4) + 1)
	length := func() layout.Length { return layout.Length(d.roll(65536)-20000) * 20 }
	for i := range d.roll(40) {
		s.node(layout.Node{Kind: layout.Kind(d.roll(int(layout.KindSpan) + 1)), Parent: d.roll(i+1) - 1, Level: d.roll(8) - 1, Title: []string{"", "一、总体情况", "\x00(<\\"}[d.roll(3)],
			Page: d.roll(len(s.p.Pages)), Top: length(), ColumnSpan: d.roll(5) - 1, RowSpan: d.roll(5) - 1, Scope: layout.Scope(d.roll(3))})
	}
	for page := range s.p.Pages {
		p := &s.p.Pages[page]
		for range d.roll(20) {
			r := layout.Run{Node: d.roll(len(s.p.Nodes)+1) - 1, Face: d.roll(2), Size: layout.Length(d.roll(60000)), X: length(), Y: length(), Gray: uint8(d.roll(256)),
				Turn: []int{0, 0, 45, -90}[d.roll(4)]}
			font := s.p.Faces[r.Face].Font
			for range d.roll(50) {
				g := layout.Glyph{Text: rune(d.roll(0x3000) + 0x4000*d.roll(8)), Advance: length() / 20}
				if g.ID = font.Glyph(g.Text); g.ID == 0 {
					g.ID = truetype.Box
				}
				r.Glyphs = append(r.Glyphs, g)
			}
			p.Runs = append(p.Runs, r)
		}
		for range d.roll(4) {
			p.Rules = append(p.Rules, layout.Rule{Node: layout.Artifact, X: length(), Y: length(), Width: length(), Height: gbt9704.RuleWidth, Gray: uint8(d.roll(256))})
		}
		for range d.roll(3) * min(len(s.p.Nodes), 1) {
			p.Links = append(p.Links, layout.Link{Node: d.roll(len(s.p.Nodes)), X: length(), Y: length(), Width: length(), Height: length(),
				URI: []string{"", "https://water.example/(公开)\n"}[d.roll(2)], Target: d.roll(len(s.p.Nodes))})
		}
	}
	return s.p
}

// FuzzWrite writes whatever pages there may be: each object is where the file says, and what it refers to is there.
func FuzzWrite(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("年度报告的若干页面，随便什么都行：一张表、两个链接、三级标题。"))
	f.Fuzz(func(t *testing.T, seed []byte) {
		if _, err := objects(written(t, thrown(&dice{seed}), options)); err != nil {
			t.Error(err)
		}
	})
}
