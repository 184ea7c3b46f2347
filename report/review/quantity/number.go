package quantity

import (
	"math"
	"strings"
	"unicode/utf8"
)

// number is a number as it is written, before its unit is known.
type number struct {
	end    int // behind the digits, 万 and 亿
	digits int // how many digits of the Arabic kind; 0 for a Chinese numeral
	value  Value
	step   Value
	bound  Bound // AtLeast for 余, 多
	zero   bool  // begins with 0 and goes on
	point  bool
	ok     bool // false where it does not fit or is no number after all
}

// digitAt is the digit, half or full width, that begins a text.
func digitAt(text string) (digit, size int) {
	if text == "" {
		return -1, 0
	}
	if c := text[0]; c < utf8.RuneSelf {
		if c >= '0' && c <= '9' {
			return int(c - '0'), 1
		}
		return -1, 0
	}
	if len(text) >= 3 && text[0] == 0xef && text[1] == 0xbc && text[2] >= 0x90 && text[2] <= 0x99 {
		return int(text[2] - 0x90), 3
	}
	return -1, 0
}

// most is the largest value that takes part in arithmetic with some room to add.
const most = math.MaxInt64 / 1000

// arabic reads digits from at: 1,113; １２３; 4.13.
func arabic(text string, at int) number {
	n := number{step: One, ok: true}
	var whole int64
	i, first := at, -1
	for {
		d, size := digitAt(text[i:])
		if size == 0 {
			if next, ok := group(text, i, n.digits); ok {
				i = next
				continue
			}
			break
		}
		if first < 0 {
			first = d
		}
		n.digits++
		if whole > most/int64(One)/10 {
			n.ok = false
		} else {
			whole = whole*10 + int64(d)
		}
		i += size
	}
	n.zero = first == 0 && n.digits > 1
	n.value = Value(whole) * One
	if size := point(text[i:]); size > 0 {
		if _, more := digitAt(text[i+size:]); more > 0 {
			n.point = true
			i += size
			for step := One / 10; ; step /= 10 {
				d, size := digitAt(text[i:])
				if size == 0 {
					break
				}
				if step > 0 {
					n.value += Value(d) * step
					n.step = step
				}
				i += size
			}
		}
	}
	n.end = i
	return n
}

// point is the size of a decimal point.
func point(text string) int {
	switch {
	case strings.HasPrefix(text, "."):
		return 1
	case strings.HasPrefix(text, "．"):
		return len("．")
	}
	return 0
}

// group steps over a separator of thousands: exactly three digits behind it, and one to three before it or before the one before.
func group(text string, at, before int) (next int, ok bool) {
	size := 0
	switch {
	case strings.HasPrefix(text[at:], ","):
		size = 1
	case strings.HasPrefix(text[at:], "，"):
		size = len("，")
	default:
		return 0, false
	}
	if before == 0 {
		return 0, false
	}
	// 2018,123 is no group; 1,234,567 is.
	start, run := at, 0
	for start > 0 && run < 4 {
		_, size := utf8.DecodeLastRuneInString(text[:start])
		if _, n := digitAt(text[start-size:]); n == 0 {
			break
		}
		start -= size
		run++
	}
	if run > 3 {
		return 0, false
	}
	i := at + size
	for k := range 4 {
		_, n := digitAt(text[i:])
		if k == 3 {
			return at + size, n == 0
		}
		if n == 0 {
			return 0, false
		}
		i += n
	}
	return 0, false
}

// Chinese digits and the powers between them.
func numeral(r rune) (digit, power int64) {
	switch r {
	case '零', '〇', '○':
		return 0, 0
	case '一', '壹':
		return 1, 0
	case '二', '两', '贰':
		return 2, 0
	case '三', '叁':
		return 3, 0
	case '四':
		return 4, 0
	case '五':
		return 5, 0
	case '六':
		return 6, 0
	case '七':
		return 7, 0
	case '八':
		return 8, 0
	case '九':
		return 9, 0
	case '十':
		return -1, 10
	case '百':
		return -1, 100
	case '千':
		return -1, 1000
	case '万':
		return -1, 10000
	case '亿':
		return -1, 100000000
	}
	return -1, 0
}

// chinese reads a numeral from at: 十二, 三百二十一, 二〇二二, 百分之五 without its 百分之.
func chinese(text string, at int) number {
	n := number{step: One, ok: true}
	var total, section, digit int64 = 0, 0, -1
	runes, plain, powers := 0, int64(0), 0
	i := at
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		d, p := numeral(r)
		if d < 0 && p == 0 {
			break
		}
		if runes++; runes > 24 || total > 1e12 || section > 1e12 {
			n.ok = false
			i += size
			continue
		}
		switch {
		case d >= 0:
			plain = plain*10 + d
			if digit > 0 && powers > 0 {
				n.ok = false // 十三五
			}
			digit = d
		case p >= 10000:
			powers++
			section += max(digit, 0)
			if section == 0 {
				section = 1
			}
			if p == 100000000 {
				total = (total + section) * p
			} else {
				total += section * p
			}
			section, digit = 0, -1
		default:
			powers++
			if digit <= 0 {
				digit = 1
			}
			section += digit * p
			digit = -1
		}
		i += size
	}
	n.end = i
	if powers == 0 {
		n.ok = n.ok && (runes == 1 || runes == 4) // 二〇二二, not 三五
		total = plain
	} else {
		total += section + max(digit, 0)
	}
	if !n.ok || total < 0 || total > most/int64(One) || runes > 16 {
		n.ok = false
		return n
	}
	n.value = Value(total) * One
	return n
}

// stretch reads what follows the digits and changes the number: 万, 亿, 余, 多, 百. It returns where the unit begins.
func (n *number) stretch(text string) int {
	i := n.end
	for range 4 {
		j := skipBlanks(text, i)
		r, size := utf8.DecodeRuneInString(text[j:])
		switch r {
		case '万', '亿', '千', '百':
			if r == '千' && (strings.HasPrefix(text[j:], "千克") || strings.HasPrefix(text[j:], "千瓦")) || r == '百' && strings.HasPrefix(text[j:], "百分") {
				return i
			}
			_, p := numeral(r)
			if n.value > most/Value(p) || n.step > most/Value(p) {
				n.ok = false
			} else {
				n.value *= Value(p)
				n.step *= Value(p)
			}
			i = j + size
			n.end = i
		case '余', '多', '来':
			if r == '来' && n.digits > 0 {
				return i
			}
			rest := text[j+size:]
			if u := unitAt(rest[skipBlanks(rest, 0):]); u.kind == unitNone && !strings.HasPrefix(rest, "万") && !strings.HasPrefix(rest, "亿") {
				return i
			}
			n.bound = AtLeast
			if r == '来' {
				n.bound = About
			}
			i = j + size
		default:
			return i
		}
	}
	return i
}

func skipBlanks(text string, i int) int {
	for i < len(text) {
		switch {
		case text[i] == ' ' || text[i] == '\t':
			i++
		case strings.HasPrefix(text[i:], "\u3000"):
			i += len("\u3000")
		case strings.HasPrefix(text[i:], "\u00a0"):
			i += len("\u00a0")
		default:
			return i
		}
	}
	return i
}

// blanksBefore is where the blanks before at begin.
func blanksBefore(text string, at int) int {
	for at > 0 {
		switch {
		case text[at-1] == ' ' || text[at-1] == '\t':
			at--
		case strings.HasSuffix(text[:at], "\u3000"):
			at -= len("\u3000")
		case strings.HasSuffix(text[:at], "\u00a0"):
			at -= len("\u00a0")
		default:
			return at
		}
	}
	return at
}
