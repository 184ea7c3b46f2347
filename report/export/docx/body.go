package docx

import (
	"nianbao/report/document"
)

const (
	mainSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	relSpace  = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
)

// body writes word/document.xml.
func body(x *xmlBuffer, d *document.Document, o document.Options) {
	x.raw(`<w:document ` + mainSpace + ` ` + relSpace + `><w:body>`)
	if d.Number != "" {
		x.paragraph(styleNumber, d.Number)
	}
	if d.Title != "" {
		x.title(styleTitle, d.Title)
	}
	for _, s := range d.Sections {
		if s.Heading != "" {
			x.paragraph(headings[1].paragraph, s.Heading)
		}
		x.blocks(s.Blocks)
	}
	x.attachmentList(d.AttachmentLines())
	x.signature(d.Signature)
	x.blocks(d.Closing)
	for _, a := range d.Attachments {
		x.paragraph(styleAttachment, a.Label)
		if a.Heading != "" {
			x.title(styleAttachmentTitle, a.Heading)
		}
		x.blocks(a.Blocks)
	}
	x.section(o)
	x.raw(`</w:body></w:document>`)
}

// paragraph appends a paragraph of one style.
func (x *xmlBuffer) paragraph(style, s string) {
	x.raw(`<w:p><w:pPr><w:pStyle w:val="`).raw(style).raw(`"/></w:pPr>`)
	x.run("", s)
	x.raw(`</w:p>`)
}

// title appends a title, broken by its sense.
func (x *xmlBuffer) title(style, s string) {
	x.raw(`<w:p><w:pPr><w:pStyle w:val="`).raw(style).raw(`"/></w:pPr>`)
	for i, line := range document.TitleLines(s) {
		if i > 0 {
			x.raw(`<w:r><w:br/></w:r>`)
		}
		x.run("", line)
	}
	x.raw(`</w:p>`)
}

func (x *xmlBuffer) blocks(blocks []document.Block) {
	for i, b := range blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			x.textParagraph(b)
		case *document.Table:
			x.table(b)
			// Word joins tables that touch, and wants a paragraph at the end.
			if i+1 == len(blocks) {
				x.gap()
			} else if _, table := blocks[i+1].(*document.Table); table {
				x.gap()
			}
		}
	}
}

// gap is a line of almost no height.
func (x *xmlBuffer) gap() { x.raw(`<w:p><w:pPr><w:pStyle w:val="` + styleGap + `"/></w:pPr></w:p>`) }

func (x *xmlBuffer) textParagraph(p *document.Paragraph) {
	switch p.HeadingEnd {
	case 0:
		x.paragraph(styleBody, p.Text)
	case len(p.Text):
		x.paragraph(headings[p.Level].paragraph, p.Text)
	default:
		x.raw(`<w:p><w:pPr><w:pStyle w:val="` + styleBody + `"/></w:pPr>`)
		x.run(headings[p.Level].run, p.Heading())
		x.run("", p.Body())
		x.raw(`</w:p>`)
	}
}

// attachmentList hangs each line so that the names stand under each other.
func (x *xmlBuffer) attachmentList(lines []document.AttachmentLine) {
	label := document.Width(document.AttachmentLabel) * em / 2
	for _, l := range lines {
		number := document.Width(l.Number) * em / 2
		hanging := number
		if l.Label != "" {
			hanging += label
		}
		x.raw(`<w:p><w:pPr><w:pStyle w:val="` + styleAttachmentList + `"/>`)
		if l.Label != "" {
			x.raw(`<w:spacing w:before="`).int(linePitch).raw(`"/>`)
		}
		x.raw(`<w:ind w:left="`).int(2*em + label + number).raw(`" w:hanging="`).int(hanging).raw(`"/></w:pPr>`)
		x.run("", l.Label+l.Number+l.Title)
		x.raw(`</w:p>`)
	}
}

// section closes the body with its page.
func (x *xmlBuffer) section(o document.Options) {
	x.raw(`<w:sectPr>`)
	if o.Draft {
		x.raw(`<w:headerReference w:type="default" r:id="` + relDraft + `"/><w:headerReference w:type="even" r:id="` + relDraft + `"/>`)
	}
	x.raw(`<w:footerReference w:type="default" r:id="` + relOdd + `"/><w:footerReference w:type="even" r:id="` + relEven + `"/>`)
	x.raw(`<w:pgSz w:w="`).int(pageWidth).raw(`" w:h="`).int(pageHeight).raw(`"/>`)
	x.raw(`<w:pgMar w:top="`).int(marginTop).raw(`" w:right="`).int(marginRight).raw(`" w:bottom="`).int(marginBottom).
		raw(`" w:left="`).int(marginLeft).raw(`" w:header="`).int(headerTop).raw(`" w:footer="`).int(footerBottom).raw(`" w:gutter="0"/>`)
	// linesAndChars would make LibreOffice set one character in two cells; the spacing of the runs does its work.
	x.raw(`<w:docGrid w:type="lines" w:linePitch="`).int(linePitch).raw(`"/></w:sectPr>`)
}
