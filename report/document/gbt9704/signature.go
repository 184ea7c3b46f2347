package gbt9704

import "nianbao/report/document"

// Align is on which side of its room a text stands.
type Align int

const (
	Right Align = iota
	Left
	Centre
)

// Stand is where a part of the signature stands: its lines in a room that is so far in from the edges of the text block.
type Stand struct {
	Lines       []string
	Left, Right Length
	Align       Align
}

const (
	// signatureIn is how far a signature stands in without a seal, sealedIn how far its date does with one.
	signatureIn = 2 * Em
	sealedIn    = 4 * Em
	// signatureChars are the characters of a line of the agency's.
	signatureChars = CharsPerLine - 2
)

// Place puts the agency and the date of a signature (落款) where GB/T 9704-2012 has them. Without a seal (7.3.5.2) the agency stands two
// characters in from the right, the date on the next line beginning two characters right of it; were the date the longer one, the date
// stands two in and the agency begins two left of it. An agency that is longer than a line is broken by its sense, with the date in
// the middle below. With a seal (7.3.5.1) the date stands four in and the agency in the middle above it; an agency that has no room
// there stands at the edge of the text block, and the date in the middle below.
func Place(s document.Signature, sealed bool) (agency, date Stand) {
	if s.Agency != "" {
		agency.Lines = document.SenseLines(s.Agency, signatureChars)
	}
	if s.Date != "" {
		date.Lines = []string{s.Date}
	}
	long, short := Length(0), BodyWidth(s.Date)
	for _, line := range agency.Lines {
		long = max(long, BodyWidth(line))
	}
	agency.Right, date.Right = signatureIn, signatureIn
	switch {
	case sealed && s.Agency == "":
		date.Right = sealedIn
	case s.Agency == "":
	case sealed && s.Date != "":
		centre(&agency, &date, sealedIn+short/2, max(long, short))
	case len(agency.Lines) > 1, long+signatureIn > TextWidth, short+2*signatureIn > TextWidth:
		centre(&agency, &date, signatureIn+long/2, max(long, short))
	case short+San/4 > long: // digits differ from font to font: where it is hardly shorter it needs the room of a longer one
		agency.Right += short + signatureIn - long
	default: // from the left it stands right whatever the font's digits are like
		date.Left, date.Right, date.Align = TextWidth-long, 0, Left
	}
	return agency, date
}

// centre sets both parts on an axis that is so far from the right edge of the text block, or as far as the wider one needs.
func centre(agency, date *Stand, axis, width Length) {
	half := (min(width, TextWidth) + Point) / 2 // a character is not set closer to the one after it where there is none
	axis = max(min(axis, TextWidth-half), half)
	half = min(axis, TextWidth-axis)
	for _, s := range []*Stand{agency, date} {
		s.Left, s.Right, s.Align = TextWidth-axis-half, axis-half, Centre
	}
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
