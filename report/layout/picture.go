package layout

import (
	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// picture sets a picture in the middle of the text block: its boxes as rules, its labels as runs of one node.
func (l *layouter) picture(p *document.Picture, parent int) {
	node := l.node(Node{Kind: KindFigure, Parent: parent, Title: p.Alt})
	edge := gbt9704.TextLeft + (gbt9704.TextWidth-Length(p.Width))/2
	whole := &line{}
	for _, b := range p.Boxes {
		whole.rules = append(whole.rules, Rule{Node: node, X: edge + Length(b.X), Y: Length(b.Y), Width: Length(b.Width), Height: Length(b.Height), Gray: b.Gray})
	}
	for _, label := range p.Labels {
		spans := []span{{text: document.Printable(label.Text), style: style{role: Fang, size: Length(label.Size)}, node: node}}
		x := edge + Length(label.X)
		switch label.Anchor {
		case document.AnchorMiddle:
			x -= l.natural(spans) / 2
		case document.AnchorEnd:
			x -= l.natural(spans)
		}
		for _, set := range l.set(spans, measure{x: x, width: gbt9704.PageWidth, align: left}) {
			for _, r := range set.runs {
				r.Y = Length(label.Y)
				whole.runs = append(whole.runs, r)
			}
		}
	}
	l.pieces = append(l.pieces, piece{height: Length(p.Height), line: whole})
}

// natural is how wide a text is on one line.
func (t *typesetter) natural(spans []span) Length {
	width := Length(0)
	for _, c := range t.shape(spans) {
		width += c.advance + c.space
	}
	return width
}
