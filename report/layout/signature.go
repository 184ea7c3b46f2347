package layout

import (
	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// signature sets agency and date (落款) as GB/T 9704-2012 has them without a seal, a blank line below the text: the agency two
// characters in from the right, the date beginning two characters right of it. Widths are those of the fonts, so that the two
// characters are exact.
func (l *layouter) signature(s document.Signature) {
	s.Agency, s.Date = document.Printable(s.Agency), document.Printable(s.Date)
	if s.Agency == "" && s.Date == "" {
		return
	}
	place := gbt9704.Place(s)
	l.keepWithText()
	m := body()
	m.indent, m.align, m.width = 0, right, m.width-indent
	first := len(l.pieces)
	agency, date := l.signatureSpans(s.Agency), l.signatureSpans(s.Date)
	agencyWidth, dateWidth := l.natural(agency), l.natural(date)
	dateMeasure := m
	switch {
	case s.Agency == "":
	case place.DateCentred, agencyWidth > m.width, dateWidth > m.width-indent:
		dateMeasure.align = centred
	case dateWidth > agencyWidth: // the date stands two in, the agency begins two characters left of it
		m.width -= max(dateWidth+indent-agencyWidth, 0)
	default:
		dateMeasure.width -= agencyWidth - dateWidth - indent
	}
	l.text(l.set(agency, m))
	l.keep(l.pieces[first:])
	l.text(l.set(date, dateMeasure))
	if first < len(l.pieces) {
		l.pieces[first].before = gbt9704.LinePitch
	}
	l.keep(l.pieces[first:max(len(l.pieces)-1, first)])
}

func (l *layouter) signatureSpans(text string) []span {
	if text == "" {
		return nil
	}
	return l.spans(text, in(Fang), l.node(Node{Kind: KindParagraph, Parent: -1}))
}

// natural is how wide a text is on one line.
func (t *typesetter) natural(spans []span) Length {
	width := Length(0)
	for _, c := range t.shape(spans) {
		width += c.advance + c.space
	}
	return width
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
