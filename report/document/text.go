package document

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// DraftMark is what every writer puts on a draft.
const DraftMark = "草稿"

// Printable drops the characters that neither XML 1.0 nor HTML may hold, control characters foremost, and keeps tabs and line
// feeds. Bytes that are not UTF-8 become U+FFFD.
func Printable(s string) string {
	for _, r := range s {
		if !printable(r) || r == utf8.RuneError {
			return strings.Map(func(r rune) rune {
				if printable(r) {
					return r
				}
				return -1
			}, s)
		}
	}
	return s
}

func printable(r rune) bool {
	switch {
	case r < 0x20:
		return r == '\t' || r == '\n'
	case r < 0x7f:
		return true
	case r < 0xa0, r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return false
	}
	return true
}

// Width is the width of a text in halves of a character: 2 for a Chinese one, 1 for a digit or a Latin letter.
func Width(s string) int {
	n := 0
	for _, r := range s {
		if r < 0x100 {
			n++
		} else {
			n += 2
		}
	}
	return n
}

// TitleWidth is how many characters of 2号 fit on a line of the text block: 156 mm.
const TitleWidth = 20

var yearPat = regexp.MustCompile(`(?:[0-9]{4}|[０-９]{4})年`)

// TitleLines breaks a title that is too long for one line by its sense, before the year or before 政府信息公开, where both
// parts fit; else it is one line and wraps. The lines joined are the title.
func TitleLines(title string) []string {
	if Width(title) <= 2*TitleWidth {
		return []string{title}
	}
	breaks := []int{-1, strings.Index(title, "政府信息公开")}
	if year := yearPat.FindStringIndex(title); year != nil {
		breaks[0] = year[0]
	}
	for _, at := range breaks {
		if at > 0 && Width(title[:at]) <= 2*TitleWidth && Width(title[at:]) <= 2*TitleWidth {
			return []string{title[:at], title[at:]}
		}
	}
	return []string{title}
}
