package html

import "nianbao/report/document"

// article appends the report.
func (h *writer) article(d *document.Document, o document.Options) {
	h.open("article", ` class="nb-report" lang="zh-CN"`, "")
	if o.Draft {
		element := "p"
		if h.look.boxes {
			element = "aside"
		}
		h.raw("<").raw(element).raw(h.look.draft).raw(">" + document.DraftMark + "</").raw(element).raw(">\n")
	}
	h.paragraph(h.look.number, "", d.Number)
	h.title(h.look.top, h.look.title, d.Title)
	for _, s := range d.Sections {
		h.open("section", ` class="nb-section"`, s.Key)
		if s.Heading != "" {
			h.heading(1, s.Heading)
		}
		h.blocks(s.Blocks)
		h.close("section")
	}
	h.attachmentList(d.AttachmentLines())
	h.sign(d.Signature, o.Sealed)
	if len(d.Closing) > 0 {
		h.open("div", ` class="nb-closing"`, "")
		h.blocks(d.Closing)
		h.close("div")
	}
	for _, a := range d.Attachments {
		h.open("section", ` class="nb-attachment"`, a.Key)
		h.paragraph(h.look.attachmentLabel, "", a.Label)
		h.title(h.look.top+1, h.look.attachmentTitle, a.Heading)
		h.blocks(a.Blocks)
		h.close("section")
	}
	h.close("article")
}

func (h *writer) blocks(blocks []document.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			h.textParagraph(b)
		case *document.Table:
			h.table(b)
		case *document.Picture:
			h.picture(b)
		}
	}
}

func (h *writer) textParagraph(p *document.Paragraph) {
	switch p.HeadingEnd {
	case 0:
		h.paragraph(h.look.text, h.look.indent, p.Text)
	case len(p.Text):
		h.heading(p.Level, p.Text)
	default:
		h.raw("<p").raw(h.look.text).raw(">").raw(h.look.indent).raw("<strong").raw(h.look.runIns[min(p.Level, 4)]).raw(">").text(p.Heading()).raw("</strong>").
			linked(p.Body()).raw("</p>\n")
	}
}

func (h *writer) attachmentList(lines []document.AttachmentLine) {
	if len(lines) == 0 {
		return
	}
	h.open("div", ` class="nb-attachments"`, "")
	hang := ""
	for _, l := range lines {
		h.paragraph(h.look.attachments, h.look.indent+hang, l.Label+l.Number+l.Title)
		hang = h.look.hang
	}
	h.close("div")
}

func (h *writer) sign(s document.Signature, sealed bool) {
	if s.Agency == "" && s.Date == "" {
		return
	}
	class := ` class="nb-signature"`
	if sealed {
		class = ` class="nb-signature nb-sealed"`
	}
	h.open("div", class, "")
	h.paragraph(h.look.signature, "", s.Agency)
	if s.ISO != "" && h.look.boxes {
		h.raw("<p").raw(h.look.date).raw(`><time datetime="`).text(s.ISO).raw(`">`).text(s.Date).raw("</time></p>\n")
	} else {
		h.paragraph(h.look.date, "", s.Date)
	}
	h.close("div")
}
