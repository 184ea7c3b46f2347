package docx

import (
	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// signature writes agency and date.
func (x *xmlBuffer) signature(s document.Signature, sealed bool) {
	agency, date := gbt9704.Place(s, sealed)
	// A blank line stands above whichever comes first.
	before := linePitch
	if s.Agency != "" {
		x.stand(agency, before, s.Date != "")
		before = 0
	}
	if s.Date != "" {
		x.stand(date, before, false)
	}
}

// aligns are the values of w:jc; the style's own is right.
var aligns = [...]string{gbt9704.Right: "", gbt9704.Left: "left", gbt9704.Centre: "center"}

// stand writes a part of the signature, with a blank before it, and kept with the next paragraph or not.
func (x *xmlBuffer) stand(s gbt9704.Stand, before int, keep bool) {
	x.raw(`<w:p><w:pPr><w:pStyle w:val="` + styleSignature + `"/>`)
	if keep {
		x.raw(`<w:keepNext/>`)
	}
	// A room that is just as wide as its text would be too narrow for it in another font: it is made wider where nobody sees it.
	left, right := s.Left.Twips(), s.Right.Twips()
	switch s.Align {
	case gbt9704.Left:
		right -= em
	case gbt9704.Centre:
		left, right = left-em, right-em
	}
	x.raw(`<w:spacing w:before="`).int(before).raw(`"/><w:ind w:left="`).int(left).raw(`" w:right="`).int(right).raw(`"/>`)
	if align := aligns[s.Align]; align != "" {
		x.raw(`<w:jc w:val="`).raw(align).raw(`"/>`)
	}
	x.raw(`</w:pPr>`)
	for i, line := range s.Lines {
		if i > 0 {
			x.raw(`<w:r><w:br/></w:r>`)
		}
		x.run("", line)
	}
	x.raw(`</w:p>`)
}
