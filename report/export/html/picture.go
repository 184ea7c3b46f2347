package html

import (
	"encoding/base64"

	"nianbao/report/document"
)

// anchors are what of a label stands at its point.
var anchors = [...]string{document.AnchorStart: "start", document.AnchorMiddle: "middle", document.AnchorEnd: "end"}

// picture appends a picture as SVG. Where it is pasted it is a file inside the address of an image: of a drawing in the text, an editor
// would drop the lines and leave the words.
func (h *writer) picture(p *document.Picture) {
	if h.look.boxes {
		h.raw(`<figure class="nb-picture">`).svg(p, ` role="img" aria-label="`).raw("</figure>\n")
		return
	}
	file := newWriter(h.look).svg(p, ` xmlns="http://www.w3.org/2000/svg" font-family="FangSong,STFangsong,serif" aria-label="`)
	h.raw(`<p align="center" style="text-align:center;margin:6pt 0"><img width="`).int(p.Width / 750). // in points of a screen
														raw(`" style="max-width:100%" alt="`).text(p.Alt).raw(`" src="data:image/svg+xml;base64,`)
	h.b = base64.StdEncoding.AppendEncode(h.b, file.b)
	h.raw("\"></p>\n")
}

// svg appends the drawing. Its unit is a thousandth of a point, as the picture's.
func (h *writer) svg(p *document.Picture, attributes string) *writer {
	h.raw("<svg").raw(attributes).text(p.Alt).raw(`" width="`).int(p.Width / 1000).raw(`pt" height="`).int(p.Height / 1000).
		raw(`pt" viewBox="0 0 `).int(p.Width).raw(" ").int(p.Height).raw(`">`)
	for _, b := range p.Boxes {
		gray := int(b.Gray)
		h.raw(`<rect x="`).int(b.X).raw(`" y="`).int(b.Y).raw(`" width="`).int(b.Width).raw(`" height="`).int(b.Height).
			raw(`" fill="rgb(`).int(gray).raw(",").int(gray).raw(",").int(gray).raw(`)"/>`)
	}
	for _, l := range p.Labels {
		h.raw(`<text x="`).int(l.X).raw(`" y="`).int(l.Y).raw(`" font-size="`).int(l.Size).raw(`" text-anchor="`).raw(anchors[l.Anchor]).raw(`">`).
			text(l.Text).raw("</text>")
	}
	return h.raw("</svg>")
}
