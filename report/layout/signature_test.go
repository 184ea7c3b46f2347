package layout

import (
	"strings"
	"testing"

	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// TestSignature measures where the lines of a signature begin and end, from the left edge of the text block.
func TestSignature(t *testing.T) {
	const date = "2023年1月17日" // 3 characters, 7 digits, 5 blanks between them
	const dateWidth = 3*gbt9704.Em + 7*(gbt9704.San/2+gbt9704.Tighten) + 5*gbt9704.San/5
	const first, second = "云岭县高新技术产业开发区管理委员会", "营商环境建设与社会事务综合服务中心"
	const em = gbt9704.Em
	type span struct{ left, right Length }
	width := gbt9704.TextWidth
	// around is what stands on an axis so far from the right edge
	around := func(axis, wide Length) span { return span{width - axis - wide/2, width - axis + wide/2} }
	for _, c := range []struct {
		name, agency string
		sealed       bool
		want         []span
	}{
		{"date longer", "水务局", false, []span{{width - 4*em - dateWidth, width - 4*em - dateWidth + 3*em}, {width - 2*em - dateWidth, width - 2*em}}},
		{"agency longer", agency, false, []span{{width - 12*em, width - 2*em}, {width - 10*em, width - 10*em + dateWidth}}},
		{"two lines", first + second, false, []span{around(2*em+17*em/2, 17*em), around(2*em+17*em/2, 17*em), around(2*em+17*em/2, dateWidth)}},
		{"sealed", "水务局", true, []span{around(4*em+dateWidth/2, 3*em), around(4*em+dateWidth/2, dateWidth)}},
		{"sealed, agency without room over the date", strings.Repeat("长", 20), true, []span{{width - 20*em, width}, around(10*em, dateWidth)}},
	} {
		p := laid(t, &document.Document{Signature: document.Signature{Agency: c.agency, Date: date}}, document.Options{Sealed: c.sealed})
		var got []span
		var y Length
		for _, r := range p.Pages[0].Runs {
			if r.Node == Artifact {
				continue
			}
			left := r.X - gbt9704.TextLeft
			if len(got) > 0 && r.Y == y {
				got[len(got)-1].right = left + r.width()
				continue
			}
			got, y = append(got, span{left, left + r.width()}), r.Y
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: got %d lines, want %d", c.name, len(got), len(c.want))
			continue
		}
		for i, want := range c.want {
			if off := max(got[i].left-want.left, want.left-got[i].left, got[i].right-want.right, want.right-got[i].right); off > 2*gbt9704.Point { // digits differ from font to font
				t.Errorf("%s: line %d from %s to %s, want %s to %s", c.name, i+1, points(got[i].left), points(got[i].right), points(want.left), points(want.right))
			}
		}
	}
}
