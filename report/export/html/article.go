package html

import "nianbao/report/document"

// article appends the report.
func (h *buffer) article(d *document.Document, o document.Options) {
	h.rank = 1
	h.raw("<article class=\"nb-report\" lang=\"zh-CN\">\n")
	if o.Draft {
		h.raw("<aside class=\"nb-draft\">" + document.DraftMark + "</aside>\n")
	}
	if d.Number != "" {
		h.paragraph("nb-number", d.Number)
	}
	if d.Title != "" {
		h.title(1, "nb-title", d.Title)
	}
	for _, s := range d.Sections {
		h.raw(`<section class="nb-section" data-section="`).text(s.Key).raw("\">\n")
		if s.Heading != "" {
			h.heading(1, s.Heading)
		}
		h.blocks(s.Blocks)
		h.raw("</section>\n")
	}
	h.attachmentList(d.AttachmentLines())
	h.signature(d.Signature)
	if len(d.Closing) > 0 {
		h.raw("<div class=\"nb-closing\">\n")
		h.blocks(d.Closing)
		h.raw("</div>\n")
	}
	for _, a := range d.Attachments {
		h.raw(`<section class="nb-attachment" data-section="`).text(a.Key).raw("\">\n")
		h.paragraph("nb-attachment-label", a.Label)
		if a.Heading != "" {
			h.title(2, "nb-attachment-title", a.Heading)
		}
		h.blocks(a.Blocks)
		h.raw("</section>\n")
	}
	h.raw("</article>\n")
}

func (h *buffer) blocks(blocks []document.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			h.textParagraph(b)
		case *document.Table:
			h.table(b)
		}
	}
}

func (h *buffer) textParagraph(p *document.Paragraph) {
	switch p.HeadingEnd {
	case 0:
		h.paragraph("nb-text", p.Text)
	case len(p.Text):
		h.heading(p.Level, p.Text)
	default:
		h.raw(`<p class="nb-text"><b class="nb-run-in nb-level-`).int(p.Level).raw(`">`).text(p.Heading()).raw("</b>").text(p.Body()).raw("</p>\n")
	}
}

func (h *buffer) attachmentList(lines []document.AttachmentLine) {
	if len(lines) == 0 {
		return
	}
	h.raw("<div class=\"nb-attachments\">\n")
	for _, l := range lines {
		h.paragraph("nb-attachment-line", l.Label+l.Number+l.Title)
	}
	h.raw("</div>\n")
}

func (h *buffer) signature(s document.Signature) {
	if s.Agency == "" && s.Date == "" {
		return
	}
	h.raw("<div class=\"nb-signature\">\n")
	if s.Agency != "" {
		h.paragraph("nb-agency", s.Agency)
	}
	switch {
	case s.ISO != "":
		h.raw(`<p class="nb-date"><time datetime="`).text(s.ISO).raw(`">`).text(s.Date).raw("</time></p>\n")
	case s.Date != "":
		h.paragraph("nb-date", s.Date)
	}
	h.raw("</div>\n")
}
