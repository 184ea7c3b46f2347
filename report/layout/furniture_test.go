package layout

import (
	"strings"
	"testing"

	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// The ink of the dashes lies 7 mm below the text block; odd numbers stand on the right, even ones on the left, a character in.
func TestPageNumbers(t *testing.T) {
	p := laid(t, doc(para(strings.Repeat("长", 28*50))), document.Options{})
	for i, want := range []string{"— 1 —", "— 2 —", "— 3 —"} {
		runs := p.Pages[i].Runs
		r := &runs[len(runs)-1]
		if r.text() != want || r.Node != Artifact || r.Size != gbt9704.Si {
			t.Errorf("got %+v %q, want %q", r, r.text(), want)
		}
		face := p.Faces[r.Face]
		_, _, _, top, ok := face.Bounds(r.Glyphs[0].ID)
		if ink, want := r.Y-r.Size*Length(top)/Length(face.UnitsPerEm), gbt9704.TextTop+gbt9704.TextHeight+gbt9704.MM(7); !ok || ink != want {
			t.Errorf("page %d: the dash lies at %s, want %s", i+1, points(ink), points(want))
		}
		left, right := gbt9704.TextLeft+gbt9704.Si, gbt9704.TextLeft+gbt9704.TextWidth-gbt9704.Si
		if odd := i%2 == 0; odd && r.X+r.width() != right || !odd && r.X != left {
			t.Errorf("page %d: from %s to %s", i+1, points(r.X), points(r.X+r.width()))
		}
	}
}

// A draft says so in the head of each page and across it, below the text; a document that is none does not.
func TestDraft(t *testing.T) {
	d := doc(para(strings.Repeat("长", 28*30)))
	for _, page := range laid(t, d, document.Options{Draft: true}).Pages {
		mark, head := &page.Runs[0], &page.Runs[len(page.Runs)-2]
		if mark.text() != document.DraftMark || mark.Turn == 0 || mark.Gray < 200 || mark.Node != Artifact {
			t.Errorf("no watermark first: %+v", mark)
		}
		if head.text() != document.DraftMark || head.Y > gbt9704.TextTop || head.X+head.width() != gbt9704.TextLeft+gbt9704.TextWidth || head.Node != Artifact {
			t.Errorf("nothing in the head: %+v", head)
		}
	}
	if got := dump(laid(t, d, document.Options{})); strings.Contains(got, document.DraftMark) {
		t.Error("what is no draft is marked as one")
	}
}

// The watermark stands in the middle of the text block: its four corners are as far from the middle on both sides.
func TestWatermarkCentred(t *testing.T) {
	r := &laid(t, doc(para("一")), document.Options{Draft: true}).Pages[0].Runs[0]
	const cos45 = 707107
	along, up := r.width()/2, r.Size*38/100
	x := r.X + (along-up)*cos45/1_000_000
	y := r.Y - (along+up)*cos45/1_000_000
	wantX, wantY := gbt9704.TextLeft+gbt9704.TextWidth/2, gbt9704.TextTop+gbt9704.TextHeight/2
	if max(x-wantX, wantX-x, y-wantY, wantY-y) > gbt9704.Point {
		t.Errorf("the middle lies at %s, %s, want %s, %s", points(x), points(y), points(wantX), points(wantY))
	}
}
