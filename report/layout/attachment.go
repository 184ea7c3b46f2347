package layout

import (
	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// attachmentList sets the list of attachments (附件说明) one line below the text, two characters in, the names under each other.
func (l *layouter) attachmentList(d *document.Document) {
	lines := d.AttachmentLines()
	if len(lines) == 0 {
		return
	}
	l.keepWithText()
	label := gbt9704.Em * Length(document.Width(document.AttachmentLabel)) / 2
	var named []int // the attachments that the lines name
	for i, a := range d.Attachments {
		if a.Title != "" {
			named = append(named, i)
		}
	}
	first := len(l.pieces)
	for i, line := range lines {
		number := gbt9704.Em * Length(document.Width(line.Number)) / 2
		m := body()
		m.align, m.indent = left, -number
		if line.Label != "" {
			m.indent -= label
		}
		m.x += indent + label + number
		m.width -= indent + label + number
		node := l.node(Node{Kind: KindParagraph, Parent: -1})
		var spans []span
		if before := line.Label + line.Number; before != "" {
			spans = append(spans, span{text: before, style: in(Fang), node: l.node(Node{Kind: KindSpan, Parent: node})})
		}
		spans = append(spans, span{text: document.Printable(line.Title), style: in(Fang), node: l.node(Node{Kind: KindLink, Parent: node}), link: &Link{Target: named[i]}})
		pieces := l.text(l.set(spans, m))
		if line.Label != "" && len(pieces) > 0 {
			pieces[0].before = gbt9704.LinePitch
		}
	}
	l.keep(l.pieces[first:max(len(l.pieces)-1, first)])
}

// attachment sets an attachment on a page of its own: its label on the first line, its title on the third.
func (l *layouter) attachment(a *document.Attachment) {
	section := l.node(Node{Kind: KindSection, Parent: -1})
	l.attachments = append(l.attachments, section)
	first := len(l.pieces)
	if label := document.Printable(a.Label); label != "" {
		m := body()
		m.indent, m.align = 0, left
		l.titleLines(l.text(l.set(l.spans(label, in(Hei), l.node(Node{Kind: KindParagraph, Parent: section})), m)))
	}
	if a.Heading != "" {
		l.title(a.Heading, section, Node{Kind: KindHeading, Level: 1})
	}
	l.blocks(a.Blocks, section)
	if first < len(l.pieces) {
		l.pieces[first].fresh = true
	}
}
