package docx

import "nianbao/report/document"

// signature places agency and date as GB/T 9704-2012 has them without a seal (7.3.5.2): the agency two characters in from the
// right, the date on the next line beginning two characters right of it. Were the date the longer one, the date stands two in;
// where the agency would leave the text block, the date is centred under it.
func (x *xmlBuffer) signature(s document.Signature) {
	// in halves of a character, like document.Width
	const line, in = 2 * 28, 2 * 2
	agency, date := document.Width(s.Agency), document.Width(s.Date)
	agencyRight, dateRight, centred := in, agency-date, false
	switch {
	case s.Agency == "":
		dateRight = in
	case agency+in > line:
		dateRight, centred = in, true
	case date > agency:
		agencyRight, dateRight = in+date+in-agency, in
	}
	// A blank line stands above whichever comes first.
	before := linePitch
	if s.Agency != "" {
		x.signatureLine(s.Agency, agencyRight*em/2, before, false)
		before = 0
	}
	if s.Date != "" {
		x.signatureLine(s.Date, dateRight*em/2, before, centred)
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
