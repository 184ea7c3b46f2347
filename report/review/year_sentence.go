package review

import (
	"strings"
	"unicode/utf8"
)

// yearSentence is a sentence with dates in it.
type yearSentence struct {
	p          *Part
	start, end int
	dates      []*yearDate
	// first says that nothing but a heading stands before it in its part; heading that it is a line of its own without a stop.
	first, heading bool
}

func (t yearSentence) text() string { return t.p.Text[t.start:t.end] }

// yearSentences are the sentences of a text that have dates.
func yearSentences(p *Part, dates []*yearDate) (all []yearSentence) {
	for from := 0; len(dates) > 0; {
		t := yearSentenceOf(p, from, dates)
		all = append(all, t)
		dates, from = dates[len(t.dates):], t.end
	}
	return all
}

const (
	// yearLongest bounds a sentence, in bytes behind its first date: a text without stops is looked at in pieces.
	yearLongest = 1500
	// yearMost are the dates of a sentence beyond which it is a list of dates, not a statement.
	yearMost = 12
)

// yearSentenceOf is the sentence of the first date; it begins at from or later.
func yearSentenceOf(p *Part, from int, dates []*yearDate) (t yearSentence) {
	text, n := p.Text, 0
	start, end := dates[0].start, dates[0].start
	for start > from && dates[0].start-start < yearLongest && yearStopBefore(text, start) == 0 {
		if start--; start >= from+2 && text[start] >= utf8.RuneSelf && text[start-2] >= 0xE3 {
			start -= 2 // a whole character
		}
	}
	for start < dates[0].start && !utf8.RuneStart(text[start]) {
		start++
	}
	for end < len(text) && end-dates[0].start < yearLongest && !yearStopAt(text, end) {
		if end++; text[end-1] >= 0xE3 {
			end = min(end+2, len(text))
		}
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	for n < len(dates) && dates[n].start < end {
		n++
	}
	end = max(end, dates[n-1].end)
	t = yearSentence{p: p, start: start, end: end, dates: dates[:n]}
	t.heading = (end == len(text) || text[end] == '\n') && end-start <= 40*len("字") && (start == 0 || text[start-1] == '\n') && !hasRune(text[start:end], "，,")
	t.first = start <= 60*len("字") && !hasRune(text[:start], "。；;") && strings.Count(text[:start], "\n") <= 1
	return t
}

// yearStopAt reports whether a sentence ends at a byte.
func yearStopAt(text string, at int) bool {
	switch text[at] {
	case '\n', ';', '!', '?':
		return true
	case 0xE3:
		return strings.HasPrefix(text[at:], "。")
	case 0xEF:
		return strings.HasPrefix(text[at:], "；") || strings.HasPrefix(text[at:], "！") || strings.HasPrefix(text[at:], "？")
	}
	return false
}

// yearStopBefore is the length of the stop that ends right before a byte; 0 for none.
func yearStopBefore(text string, at int) int {
	if at >= 1 && text[at-1] < 0x80 && yearStopAt(text, at-1) {
		return 1
	}
	if at >= 3 && text[at-3] >= 0x80 && yearStopAt(text, at-3) {
		return 3
	}
	return 0
}
