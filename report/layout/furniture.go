package layout

import (
	"math"
	"strconv"

	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// The mark of a draft: in the head of the page, and light across it.
const (
	headTop       = 56700 * gbt9704.Point / 1000
	watermarkSize = 160 * gbt9704.Point
	watermarkGray = 225
	watermarkTurn = 45
)

// furnish puts on each page what stands on every page: the number, and the mark of a draft.
func (l *layouter) furnish(o document.Options) {
	for i := range l.pages.Pages {
		page := &l.pages.Pages[i]
		if o.Draft {
			page.Runs = append(l.watermark(), page.Runs...)
			page.Runs = append(page.Runs, l.draftHead()...)
		}
		page.Runs = append(page.Runs, l.pageNumber(i+1)...)
	}
}

// pageNumber is — 1 —, its dashes 7 mm below the text block, on the right of odd pages and on the left of even ones, a character in.
func (l *layouter) pageNumber(n int) []Run {
	m := measure{x: gbt9704.TextLeft + gbt9704.Si, width: gbt9704.TextWidth - 2*gbt9704.Si, align: left}
	if n%2 == 1 {
		m.align = right
	}
	y := gbt9704.TextTop + gbt9704.TextHeight + gbt9704.PageNumberDrop + l.inkTop(Song, '—', gbt9704.Si)
	return l.artifact("— "+strconv.Itoa(n)+" —", style{role: Song, size: gbt9704.Si}, m, y)
}

// draftHead is the mark on the right of the page's head.
func (l *layouter) draftHead() []Run {
	m := measure{x: gbt9704.TextLeft, width: gbt9704.TextWidth, align: right}
	return l.artifact(document.DraftMark, style{role: Hei, size: gbt9704.Si}, m, headTop+baseline(gbt9704.Si, gbt9704.Si))
}

// watermark is the mark across the page, in the middle of the text block.
func (l *layouter) watermark() []Run {
	m := measure{width: gbt9704.PageWidth, align: left}
	runs := l.artifact(document.DraftMark, style{role: Hei, size: watermarkSize}, m, 0)
	sin, cos := math.Sincos(watermarkTurn * math.Pi / 180)
	width := float64(watermarkSize * Length(len([]rune(document.DraftMark))))
	x := float64(gbt9704.TextLeft+gbt9704.TextWidth/2) - width/2*cos
	y := float64(gbt9704.TextTop+gbt9704.TextHeight/2) + width/2*sin
	for i := range runs {
		r := &runs[i]
		// along the baseline as far as the run is from the first, and down from the middle of the characters to the baseline
		along, down := float64(r.X), float64(baseline(0, watermarkSize))
		r.X, r.Y = Length(x+along*cos+down*sin), Length(y-along*sin+down*cos)
		r.Gray, r.Turn = watermarkGray, watermarkTurn
	}
	return runs
}

// artifact is a line of text that is no content, on a baseline.
func (l *layouter) artifact(text string, s style, m measure, y Length) []Run {
	var runs []Run
	for _, line := range l.set([]span{{text: text, style: s, node: Artifact}}, m) {
		for _, r := range line.runs {
			r.Y = y
			runs = append(runs, r)
		}
	}
	return runs
}

// inkTop is how far the ink of a character reaches above the baseline.
func (l *layouter) inkTop(role Role, r rune, size Length) Length {
	g := l.glyph(role, r)
	if _, _, _, top, ok := l.faces[g.face].Bounds(g.id); ok {
		return size * Length(top) / Length(max(g.perEm, 1))
	}
	return size * 2 / 5
}
