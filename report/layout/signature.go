package layout

import (
	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// signature sets agency and date (落款) a blank line below the text.
func (l *layouter) signature(s document.Signature, sealed bool) {
	s.Agency, s.Date = document.Printable(s.Agency), document.Printable(s.Date)
	if s.Agency == "" && s.Date == "" {
		return
	}
	l.keepWithText()
	first := len(l.pieces)
	agency, date := gbt9704.Place(s, sealed)
	l.stand(agency)
	l.keep(l.pieces[first:])
	l.stand(date)
	if first < len(l.pieces) {
		l.pieces[first].before = gbt9704.LinePitch
	}
	l.keep(l.pieces[first:max(len(l.pieces)-1, first)])
}

// aligns are the sides of gbt9704 as lines know them.
var aligns = [...]align{gbt9704.Right: right, gbt9704.Left: left, gbt9704.Centre: centred}

// stand sets a part of the signature.
func (l *layouter) stand(s gbt9704.Stand) {
	if len(s.Lines) == 0 {
		return
	}
	m := body()
	m.indent, m.align = 0, aligns[s.Align]
	m.x, m.width = m.x+s.Left, m.width-s.Left-s.Right
	node := l.node(Node{Kind: KindParagraph, Parent: -1})
	for _, text := range s.Lines {
		l.text(l.set([]span{{text: text, style: in(Fang), node: node}}, m))
	}
}

// keepWithText holds the last two lines of the text so far, or the last row, on one page with what follows: no page has only a
// signature.
func (l *layouter) keepWithText() {
	lines := 0
	for i := len(l.pieces) - 1; i >= 0 && lines < 2; i-- {
		p := &l.pieces[i]
		if p.fresh && lines > 0 {
			return
		}
		p.keep = true
		switch {
		case p.table != nil:
			return
		case p.line != nil:
			lines++
		}
	}
}
