package intake

import (
	"math/bits"
	"strings"
	"unicode"
)

// label is a text as it is compared with the labels of the official tables: folded, without its number, its brackets and its
// punctuation, Chinese numerals as digits. What copies and clerks alter most does not count.
type label struct {
	// runes is the bare text, key the same as a string; core is what is left without the parts in brackets, "" where nothing is.
	runes     []rune
	key, core string
	// digits are the digits in the bare text: 第20条第1项 and 第20条第5项 differ in nothing else.
	digits string
	// number is the one before the text and style how it is written; 0 and noCount where there is none.
	number int
	style  counting
	// seen has a bit for each character, to tell quickly that two labels have little in common.
	seen uint64
}

// counting is how the number before a label is written.
type counting byte

const (
	noCount counting = iota
	hanCount
	arabicCount
)

// longestLabel is, in characters, far beyond any label; what is longer is prose.
const longestLabel = 64

// newLabel makes a label of a folded text.
func newLabel(folded string) label {
	rest, style, number := cutCount(folded)
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, "其中"), ":")
	l := label{key: bare(rest), number: number, style: style}
	if l.key == "" {
		l.key = bare(folded)
	}
	l.core = bare(withoutBrackets(rest))
	l.runes = []rune(l.key)
	var digits strings.Builder
	last := false
	for _, r := range l.runes {
		l.seen |= 1 << (uint32(r) * 2654435761 >> 26)
		digit := r >= '0' && r <= '9'
		if digit {
			if !last && digits.Len() > 0 {
				digits.WriteByte(' ')
			}
			digits.WriteRune(r)
		}
		last = digit
	}
	l.digits = digits.String()
	return l
}

// hanDigit is the value of a Chinese numeral below ten.
func hanDigit(r rune) (int, bool) {
	switch r {
	case '〇', '零':
		return 0, true
	case '一':
		return 1, true
	case '二':
		return 2, true
	case '三':
		return 3, true
	case '四':
		return 4, true
	case '五':
		return 5, true
	case '六':
		return 6, true
	case '七':
		return 7, true
	case '八':
		return 8, true
	case '九':
		return 9, true
	}
	return 0, false
}

// leadingCount reads the number that a text begins with, in digits or in Chinese numerals, and says where it ends.
func leadingCount(s []rune) (number int, style counting, end int) {
	for end < min(len(s), 3) && s[end] >= '0' && s[end] <= '9' {
		number, style = number*10+int(s[end]-'0'), arabicCount
		end++
	}
	if end > 0 {
		return number, style, end
	}
	tens := false
	for end < len(s) && end < 4 {
		if d, ok := hanDigit(s[end]); ok && (!tens || end == 0 || s[end-1] == '十') {
			if tens {
				number += d
			} else {
				number = number*10 + d
			}
		} else if s[end] == '十' && !tens {
			number, tens = max(number, 1)*10, true
		} else {
			break
		}
		style = hanCount
		end++
	}
	return number, style, end
}

// cutCount takes the number off the front of a folded text: 一、 (一) 1. 1、 (1) 1) ①.
func cutCount(s string) (rest string, style counting, number int) {
	head := make([]rune, 0, 8)
	for _, r := range s {
		if head = append(head, r); len(head) == cap(head) {
			break
		}
	}
	if len(head) < 2 {
		return s, noCount, 0
	}
	if head[0] >= '①' && head[0] <= '⑳' {
		return s[len("①"):], arabicCount, int(head[0]-'①') + 1
	}
	open := 0
	if head[0] == '(' {
		open = 1
	}
	number, style, end := leadingCount(head[open:])
	end += open
	if style == noCount || end == len(head) {
		return s, noCount, 0
	}
	closing := head[end]
	switch {
	case open == 1 && closing != ')':
		return s, noCount, 0
	case open == 0 && !strings.ContainsRune("、.,:)", closing):
		return s, noCount, 0
	}
	end++
	if end < len(head) && (head[end] == '、' || head[end] == '.') {
		end++
	}
	if end < len(head) && unicode.IsDigit(head[end]) || end == len(head) && len(string(head)) == len(s) {
		return s, noCount, 0 // 1.5, or a number alone
	}
	return s[len(string(head[:end])):], style, number
}

// bare keeps letters and digits only, and writes Chinese numerals as digits.
func bare(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	tens := -1 // where a numeral is being read: its value so far
	flush := func() {
		if tens >= 0 {
			writeInt(&b, tens)
			tens = -1
		}
	}
	afterTen := false
	for _, r := range s {
		if d, ok := hanDigit(r); ok {
			switch {
			case tens < 0:
				tens = d
			case afterTen:
				tens += d
			default:
				tens = tens*10 + d
			}
			afterTen = false
			if tens > 1e6 {
				flush()
			}
			continue
		}
		if r == '十' {
			tens, afterTen = max(tens, 1)*10, true
			if tens > 1e6 {
				flush()
			}
			continue
		}
		flush()
		afterTen = false
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	flush()
	return b.String()
}

func writeInt(b *strings.Builder, n int) {
	if n >= 10 {
		writeInt(b, n/10)
	}
	b.WriteByte(byte('0' + n%10))
}

// withoutBrackets drops what stands in brackets; a bracket that is never closed was cut, with all behind it.
func withoutBrackets(s string) string {
	if !strings.ContainsRune(s, '(') {
		return s
	}
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth = max(depth-1, 0)
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Grades of agreement between two labels. Below agreeing they count only where their surroundings agree too.
const (
	exactly  = 1.0
	agreeing = 0.8
	alike    = 0.6
)

// similarity says how much two labels agree, from 0 to 1: fully, but for what stands in brackets, where one is the other cut short
// or lengthened, or by the characters that they have in common in the same order.
func similarity(a, b *label) float64 {
	if a.key == b.key {
		return exactly
	}
	if a.core != "" && a.core == b.core {
		return 0.97
	}
	short, long := a, b
	if len(short.runes) > len(long.runes) {
		short, long = b, a
	}
	common := bits.OnesCount64(short.seen & long.seen)
	if len(short.runes) == 0 || 2*common < bits.OnesCount64(short.seen) {
		return 0
	}
	ratio := float64(len(short.runes)) / float64(len(long.runes))
	s := 0.0
	switch {
	case len(short.runes) >= 2 && (ratio >= 0.4 || len(short.runes) >= 4) && strings.HasPrefix(long.key, short.key):
		s = 0.7 + 0.25*ratio
	case len(short.runes) >= 2 && ratio >= 0.5 && strings.Contains(long.key, short.key):
		s = 0.75 + 0.2*ratio
	case ratio < 0.45 || 4*common < len(long.runes):
		return 0 // cannot be alike
	default:
		s = 1.9 * float64(commonOrder(short.runes, long.runes)) / float64(len(short.runes)+len(long.runes))
	}
	if a.digits != "" && b.digits != "" && a.digits != b.digits {
		s /= 2
	}
	return s
}

// commonOrder is the length of the longest common subsequence.
func commonOrder(a, b []rune) int {
	var row [longestLabel + 1]uint8
	a, b = a[:min(len(a), longestLabel)], b[:min(len(b), longestLabel)]
	for _, x := range a {
		diagonal := uint8(0)
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return int(row[len(b)])
}
