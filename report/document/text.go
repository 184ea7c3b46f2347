package document

import (
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

// AppendEscaped appends a text with what XML and HTML need escaped, in an element as in an attribute, and without what they may not
// hold.
func AppendEscaped(b []byte, s string) []byte {
	s = Printable(s)
	from := 0
	for i := range len(s) {
		escape := ""
		switch s[i] {
		case '<':
			escape = "&lt;"
		case '>':
			escape = "&gt;"
		case '&':
			escape = "&amp;"
		case '"':
			escape = "&quot;"
		default:
			continue
		}
		b = append(append(b, s[from:i]...), escape...)
		from = i + 1
	}
	return append(b, s[from:]...)
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
