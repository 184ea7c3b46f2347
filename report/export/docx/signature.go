package docx

import (
	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// signature places agency and date without a seal.
func (x *xmlBuffer) signature(s document.Signature) {
	place := gbt9704.Place(s)
	// A blank line stands above whichever comes first.
	before := linePitch
	if s.Agency != "" {
		x.signatureLine(s.Agency, place.AgencyRight*em/2, before, false)
		before = 0
	}
	if s.Date != "" {
		x.signatureLine(s.Date, place.DateRight*em/2, before, place.DateCentred)
	}
}

func (x *xmlBuffer) signatureLine(s string, right, before int, centred bool) {
	x.raw(`<w:p><w:pPr><w:pStyle w:val="` + styleSignature + `"/><w:spacing w:before="`).int(before).raw(`"/><w:ind w:right="`).int(right).raw(`"/>`)
	if centred {
		x.raw(`<w:jc w:val="center"/>`)
	}
	x.raw(`</w:pPr>`)
	x.run("", s)
	x.raw(`</w:p>`)
}
