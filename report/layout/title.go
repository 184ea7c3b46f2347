package layout

import (
	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// numberLine sets the document number (发文字号) over the title, with a blank line below.
func (l *layouter) numberLine(number string) {
	m := body()
	m.indent, m.align = 0, centred
	node := l.node(Node{Kind: KindParagraph, Parent: -1})
	l.titleLines(l.text(l.set(l.spans(document.Printable(number), in(Fang), node), m)))
}

// title sets a title in lines broken by its sense, with a blank line below.
func (l *layouter) title(title string, parent int, n Node) {
	title = document.Printable(title)
	m := body()
	m.indent, m.align = 0, centred
	n.Parent, n.Title = parent, title
	node := l.node(n)
	first := len(l.pieces)
	for _, text := range document.TitleLines(title) {
		l.text(l.set([]span{{text: text, style: style{role: Title, size: gbt9704.Er}, node: node}}, m))
	}
	l.titleLines(l.pieces[first:])
}

// titleLines keeps what stands over a text with it, a blank line between.
func (l *layouter) titleLines(pieces []piece) {
	l.keep(pieces)
	if n := len(pieces); n > 0 {
		pieces[n-1].after = gbt9704.LinePitch
	}
}
