package layout

import (
	"strings"

	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// indent is how far the first line of a paragraph stands in.
const indent = 2 * gbt9704.Em

// body is the room of the body's text.
func body() measure {
	return measure{x: gbt9704.TextLeft, width: gbt9704.TextWidth, indent: indent, pitch: gbt9704.LinePitch}
}

// headingRoles are the fonts of headings by level.
var headingRoles = [...]Role{1: Hei, 2: Kai, 3: Fang, 4: Fang}

func headingRole(level int) Role { return headingRoles[min(max(level, 1), len(headingRoles)-1)] }

// paragraph sets a paragraph: body text, a heading, or a heading that runs into its text.
func (l *layouter) paragraph(p *document.Paragraph, parent int) {
	end := min(max(p.HeadingEnd, 0), len(p.Text))
	heading, text := document.Printable(p.Text[:end]), document.Printable(p.Text[end:])
	if text == "" {
		l.heading(heading, p.Level, parent)
		return
	}
	var spans []span
	if heading != "" {
		spans = l.spans(heading, in(headingRole(p.Level)), l.node(headingNode(heading, p.Level, parent)))
	}
	spans = append(spans, l.spans(text, in(Fang), l.node(Node{Kind: KindParagraph, Parent: parent}))...)
	l.text(l.set(spans, body()))
}

// heading sets a heading of its own.
func (l *layouter) heading(text string, level, parent int) {
	if text = document.Printable(text); text != "" {
		l.keep(l.text(l.set(l.spans(text, in(headingRole(level)), l.node(headingNode(text, level, parent))), body())))
	}
}

// headingNode is a heading of the structure; in the outline it stands without the 。 that ends it where text runs on.
func headingNode(text string, level, parent int) Node {
	return Node{Kind: KindHeading, Parent: parent, Level: min(max(level, 1), len(headingRoles)-1), Title: strings.TrimRight(text, "。：: ")}
}

// text adds lines of the grid, and returns their pieces. Below a heading the first two lines stay together, and the last two.
func (l *layouter) text(lines []line) []piece {
	first := len(l.pieces)
	for i := range lines {
		l.pieces = append(l.pieces, piece{height: gbt9704.LinePitch, line: &lines[i]})
	}
	if first > 0 && l.pieces[first-1].keep && len(lines) > 1 {
		l.pieces[first].keep, l.pieces[len(l.pieces)-2].keep = true, true
	}
	return l.pieces[first:]
}

// keep holds pieces on one page, with what follows.
func (l *layouter) keep(pieces []piece) {
	for i := range pieces {
		pieces[i].keep = true
	}
}

// gap is a line of almost no height.
func (l *layouter) gap() { l.pieces = append(l.pieces, piece{height: gbt9704.Point}) }
