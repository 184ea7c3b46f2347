package intake

import (
	"regexp"
	"strings"

	"nianbao/report"
)

// clockPat is the time of day behind a date.
var clockPat = regexp.MustCompile(`\s+[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?\s*$`)

// signatureSpan is a signature: items[from] to items[to].
type signatureSpan struct {
	from, to int
	is       report.Signature
}

// datedSignature reports whether a line is the date of a signature below its agency, or both at once.
func (s *structuring) datedSignature(i int) bool {
	_, ok := s.signatureAt(i)
	return ok
}

// signatureAt is the signature whose last line is an item.
func (s *structuring) signatureAt(i int) (signatureSpan, bool) {
	it := &s.items[i]
	if it.text == "" || it.length > 60 || !strings.ContainsAny(it.folded, "日月-./") {
		return signatureSpan{}, false
	}
	date := s.dateAlone(i)
	if date == "" && unclearDatePat.MatchString(it.folded) {
		date = it.text // as it stands: a day is missing, or digits are
	}
	if date != "" {
		if i == 0 || !s.signer(i-1) {
			return signatureSpan{}, false
		}
		return signatureSpan{i - 1, i, report.Signature{Agency: withoutBlanks(s.items[i-1].text), Date: date}}, true
	}
	at := dateEndPat.FindStringIndex(it.folded)
	if at == nil || at[0] == 0 {
		return signatureSpan{}, false
	}
	name := strings.TrimRight(it.folded[:at[0]], ",:·-(")
	if !agencyLike(name) {
		return signatureSpan{}, false
	}
	// The folded line has no readings; in the text the date begins where that of the text does.
	whole, origin := foldWithOrigin(it.text)
	begins := len([]rune(string(whole)[:strings.LastIndex(string(whole), it.folded[at[0]:])]))
	agency := strings.TrimRight(withoutBlanks(it.text[:origin[begins]]), "，,：:·-(（")
	return signatureSpan{i, i, report.Signature{Agency: agency, Date: dateIn(it.folded[at[0]:])}}, true
}

// dateAlone is the date that a line is, with or without the time of day; "" for any other line.
func (s *structuring) dateAlone(i int) string {
	it := &s.items[i]
	if it.length > 40 {
		return ""
	}
	return dateOf(fold(clockPat.ReplaceAllString(it.text, "")))
}

// signer reports whether a line can be the agency of a signature.
func (s *structuring) signer(i int) bool {
	it := &s.items[i]
	if it.text == "" || it.length > 45 || it.prose() {
		return false
	}
	if len(s.titles) > 0 && s.titles[0].agency != "" && sameAgency(s.titles[0].agency, it.text) {
		return true
	}
	return agencyLike(it.folded) && !isChrome(it.folded)
}

// findSignature finds the signature from an item on: agency and date, else a date alone, else the agency alone at the end of the text.
func (s *structuring) findSignature(start int) signatureSpan {
	for i := start; i < len(s.items); i++ {
		if span, ok := s.signatureAt(i); ok && span.from >= start && s.places[i] == placeBody {
			return span
		}
	}
	for i := start; i < len(s.items); i++ {
		it := &s.items[i]
		if it.text == "" || s.places[i] != placeBody {
			continue
		}
		if isFoot(it.folded) {
			break
		}
		if date := dateOf(it.folded); date != "" && !s.linkAbove(i) {
			if i+1 < len(s.items) && s.places[i+1] == placeBody && s.signer(i+1) && s.endsText(i+2) {
				return signatureSpan{i, i + 1, report.Signature{Agency: withoutBlanks(s.items[i+1].text), Date: date}}
			}
			return signatureSpan{i, i, report.Signature{Date: date}}
		}
	}
	for i := start; i < len(s.items); i++ {
		if s.places[i] == placeBody && s.signer(i) && s.endsText(i+1) {
			return signatureSpan{i, i, report.Signature{Agency: withoutBlanks(s.items[i].text)}}
		}
	}
	return signatureSpan{from: -1, to: -1}
}

// linkAbove reports whether a title stands above a line: a link to another report, with its date.
func (s *structuring) linkAbove(i int) bool {
	return i > 0 && s.places[i-1] == placeBody && s.items[i-1].text != "" && s.pageLine(i-1)
}

// endsText reports whether what stands at an item no longer belongs to the text.
func (s *structuring) endsText(i int) bool {
	for i < len(s.items) && s.places[i] != placeBody {
		i++
	}
	if i >= len(s.items) {
		return true
	}
	it := &s.items[i]
	return it.text != "" && (s.beginsAttachment(i) || s.pageLine(i) || statisticsEndPat.MatchString(it.folded) && it.length <= 45 || isChrome(it.folded) || contactPat.MatchString(it.folded) || attachmentLabelPat.MatchString(it.folded) || attachmentListPat.MatchString(it.folded))
}
