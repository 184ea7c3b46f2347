package gbt9704

import "nianbao/report/document"

// Placement is where agency and date of a signature stand, in halves of a character from the right edge of the text block.
type Placement struct {
	AgencyRight, DateRight int
	// DateCentred says that the date stands in the middle of what is left of the line, under an agency that fills it.
	DateCentred bool
}

// Place puts a signature where GB/T 9704-2012 has it without a seal (7.3.5.2): the agency two characters in from the right, the
// date on the next line beginning two characters right of it. Were the date the longer one, the date stands two in; where the
// agency would leave the text block, the date is centred under it.
func Place(s document.Signature) Placement {
	const line, in = 2 * CharsPerLine, 2 * 2
	agency, date := document.Width(s.Agency), document.Width(s.Date)
	p := Placement{AgencyRight: in, DateRight: agency - date}
	switch {
	case s.Agency == "":
		p.DateRight = in
	case agency+in > line:
		p.DateRight, p.DateCentred = in, true
	case date > agency:
		p.AgencyRight, p.DateRight = in+date+in-agency, in
	}
	return p
}
