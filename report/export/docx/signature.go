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
		x.signatureLine(s.Agency, signatureLine{before: before, right: place.AgencyRight.Twips(), keep: s.Date != ""})
		before = 0
	}
	if s.Date == "" {
		return
	}
	line := signatureLine{before: before, right: place.DateRight.Twips(), left: place.DateLeft.Twips()}
	switch {
	case place.DateCentred:
		line.align = "center"
	case line.left > 0: // from the left it stands right whatever the font's digits are like
		line.align = "left"
	}
	x.signatureLine(s.Date, line)
}

type signatureLine struct {
	before, left, right int
	// align is "" for the style's own, right.
	align string
	keep  bool
}

func (x *xmlBuffer) signatureLine(s string, l signatureLine) {
	x.raw(`<w:p><w:pPr><w:pStyle w:val="` + styleSignature + `"/>`)
	if l.keep {
		x.raw(`<w:keepNext/>`)
	}
	x.raw(`<w:spacing w:before="`).int(l.before).raw(`"/><w:ind w:left="`).int(l.left).raw(`" w:right="`).int(l.right).raw(`"/>`)
	if l.align != "" {
		x.raw(`<w:jc w:val="`).raw(l.align).raw(`"/>`)
	}
	x.raw(`</w:pPr>`)
	x.run("", s)
	x.raw(`</w:p>`)
}
