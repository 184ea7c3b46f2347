package review

import (
	"unicode"
	"unicode/utf8"
)

// firstRune and lastRune are the characters at the ends of a text.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// firstRunes is the beginning of a text.
func firstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// lastRunes is the end of a text.
func lastRunes(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

// isHan reports whether a character is Chinese (汉字).
func isHan(r rune) bool {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF:
		return true
	case r < 0x2E80, r >= 0x3000 && r <= 0x3002, r >= 0x3008 && r <= 0x3020, r >= 0xFF00 && r <= 0xFFEF: // the marks of texts
		return false
	}
	return unicode.Is(unicode.Han, r)
}

// runeSet is a set of characters of the basic plane.
type runeSet [1 << 10]uint64

func newRuneSet(s string) *runeSet {
	out := new(runeSet)
	for _, r := range s {
		out.add(r)
	}
	return out
}

func (s *runeSet) add(r rune) { s[r>>6] |= 1 << (r & 63) }

func (s *runeSet) has(r rune) bool { return uint32(r) < 1<<16 && s[r>>6]&(1<<(r&63)) != 0 }

// next is the first place from one on at which one of the set stands; the end where there is none.
func (s *runeSet) next(runes []rune, from int) int {
	for i := from; i < len(runes); i++ {
		if s.has(runes[i]) {
			return i
		}
	}
	return len(runes)
}
