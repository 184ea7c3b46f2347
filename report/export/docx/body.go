package docx

import (
	"slices"

	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

const (
	mainSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	relSpace  = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
)

// body writes word/document.xml.
func body(x *xmlBuffer, d *document.Document, o document.Options) {
	x.raw(`<w:document ` + mainSpace + ` ` + relSpace + ` ` + drawingSpace + `><w:body>`)
	if d.Number != "" {
		x.paragraph(styleNumber, d.Number)
	}
	if d.Title != "" {
		x.title(styleTitle, d.Title)
	}
	signed := d.Signature.Agency != "" || d.Signature.Date != ""
	if signed || len(d.AttachmentLines()) > 0 {
		x.held = lastBlocks(d)
	}
	for _, s := range d.Sections {
		if s.Heading != "" {
			x.paragraph(headings[1].paragraph, s.Heading)
			x.headed = true
		}
		x.blocks(s.Blocks)
	}
	x.held = nil
	x.attachmentList(d.AttachmentLines(), signed)
	x.signature(d.Signature, o.Sealed)
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
	x.open(style, false).run("", s)
	x.raw(`</w:p>`)
}

// title appends a title, broken by its sense.
func (x *xmlBuffer) title(style, s string) {
	x.open(style, false)
	for i, line := range document.TitleLines(s) {
		if i > 0 {
			x.raw(`<w:r><w:br/></w:r>`)
		}
		x.run("", line)
	}
	x.raw(`</w:p>`)
}

// lastBlocks are the blocks that stay on a page with what follows the text, so that no page has only a signature: the last table,
// or paragraphs of two lines or more.
func lastBlocks(d *document.Document) (held []document.Block) {
	lines := 0
	for i := len(d.Sections) - 1; i >= 0; i-- {
		blocks := d.Sections[i].Blocks
		for j := len(blocks) - 1; j >= 0; j-- {
			held = append(held, blocks[j])
			p, ok := blocks[j].(*document.Paragraph)
			if !ok {
				return held
			}
			if lines += 1 + int(gbt9704.BodyWidth(p.Text)/gbt9704.TextWidth); lines >= 2 {
				return held
			}
		}
	}
	return held
}

func (x *xmlBuffer) blocks(blocks []document.Block) {
	for i, b := range blocks {
		held := slices.Contains(x.held, b)
		switch b := b.(type) {
		case *document.Paragraph:
			x.textParagraph(b, held)
		case *document.Picture:
			x.picture(b, held)
		case *document.Table:
			x.table(b, held)
			// Word joins tables that touch, and wants a paragraph at the end.
			if i+1 == len(blocks) {
				x.gap(held)
			} else if _, table := blocks[i+1].(*document.Table); table {
				x.gap(held)
			}
		}
	}
}

// gap is a line of almost no height.
func (x *xmlBuffer) gap(held bool) { x.open(styleGap, held).raw(`</w:p>`) }

// open begins a paragraph. One that is held stays on a page with the next, two lines of it at least, and two lines stay below a
// heading.
func (x *xmlBuffer) open(style string, held bool) *xmlBuffer {
	x.raw(`<w:p><w:pPr><w:pStyle w:val="`).raw(style).raw(`"/>`)
	if held {
		x.raw(`<w:keepNext/>`)
	}
	if held || x.headed && style == styleBody {
		x.raw(`<w:widowControl/>`)
	}
	x.headed = false
	return x.raw(`</w:pPr>`)
}

// textParagraph writes a paragraph of text. A heading that runs into its paragraph is a run of the style that is linked to the
// heading's: only whole paragraphs stand in Word's navigation, and the style separator that would split one is Word's alone.
func (x *xmlBuffer) textParagraph(p *document.Paragraph, held bool) {
	switch p.HeadingEnd {
	case 0:
		x.open(styleBody, held).linked(p.Text)
	case len(p.Text):
		x.open(headings[p.Level].paragraph, held).run("", p.Text)
		x.headed = true
	default:
		x.open(styleBody, held)
		x.run(headings[p.Level].run, p.Heading())
		x.linked(p.Body())
	}
	x.raw(`</w:p>`)
}

// attachmentList hangs each line so that the names stand under each other.
func (x *xmlBuffer) attachmentList(lines []document.AttachmentLine, signed bool) {
	label := document.Width(document.AttachmentLabel) * em / 2
	for i, l := range lines {
		number := document.Width(l.Number) * em / 2
		hanging := number
		if l.Label != "" {
			hanging += label
		}
		x.raw(`<w:p><w:pPr><w:pStyle w:val="` + styleAttachmentList + `"/>`)
		if signed || i+1 < len(lines) {
			x.raw(`<w:keepNext/>`)
		}
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
