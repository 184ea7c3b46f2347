package gbt9704

import "nianbao/report/document"

// Placement is where agency and date of a signature stand: how far they end from the right edge of the text block, or begin from
// its left edge.
type Placement struct {
	AgencyRight, DateRight Length
	// DateLeft is where the date begins under an agency that is longer; DateRight is 0 then.
	DateLeft Length
	// DateCentred says that the date stands in the middle of what is left of the line, under an agency that fills it.
	DateCentred bool
}

// Place puts a signature where GB/T 9704-2012 has it without a seal (7.3.5.2): the agency two characters in from the right, the
// date on the next line beginning two characters right of it. Were the date the longer one, the date stands two in; where the
// agency would leave the text block, the date is centred under it.
func Place(s document.Signature) Placement {
	const in = 2 * Em
	agency, date := BodyWidth(s.Agency), BodyWidth(s.Date)
	switch {
	case s.Agency == "":
		return Placement{DateRight: in}
	case agency+in > TextWidth:
		return Placement{AgencyRight: in, DateRight: in, DateCentred: true}
	case date > agency:
		return Placement{AgencyRight: in + date + in - agency, DateRight: in}
	}
	return Placement{AgencyRight: in, DateLeft: TextWidth - agency}
}

// BodyWidth is about how wide a text is in the type of the body: fonts differ in their digits.
func BodyWidth(s string) Length {
	width, before := Length(0), rune(0)
	for _, r := range s {
		if before != 0 && r != ' ' && before != ' ' && (r < 0x100) != (before < 0x100) {
			width += AutoSpace(San)
		}
		if width += Em; r < 0x100 {
			width -= San / 2
		}
		before = r
	}
	return width
}
