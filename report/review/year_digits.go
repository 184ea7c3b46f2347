package review

import "strings"

// yearNumber reads digits, half or full width; a number of many digits has no value.
func yearNumber(text string, at int) (n, digits, end int) {
	for end = at; end < len(text); digits++ {
		c := text[end]
		switch {
		case c >= '0' && c <= '9':
			end++
		case c == 0xEF && end+2 < len(text) && text[end+1] == 0xBC && text[end+2] >= 0x90 && text[end+2] <= 0x99:
			c = text[end+2] - 0x90 + '0'
			end += 3
		default:
			return n, digits, end
		}
		if digits < 8 {
			n = n*10 + int(c-'0')
		}
	}
	return n, digits, end
}

var yearHanDigits = map[rune]int{'〇': 0, '零': 0, '○': 0, 'O': 0, '0': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}

// yearHan reads 二〇二三.
func yearHan(text string, at int) (year, end int) {
	digits := 0
	for i, r := range text[at:min(len(text), at+13)] {
		v, ok := yearHanDigits[r]
		if !ok || digits == 4 {
			end = at + i
			break
		}
		year, digits = year*10+v, digits+1
	}
	if digits != 4 || end == 0 || year < 1949 || year >= 2100 {
		return 0, at
	}
	return year, end
}

// yearSmall reads a month or a day: at most two digits, or 一 to 三十一. end is at where there is none; a number too long has end at, too.
func yearSmall(text string, at int) (n, end int) {
	if n, digits, end := yearNumber(text, at); digits > 0 {
		if digits > 2 {
			return 0, at
		}
		return n, end
	}
	tens, ones, ten := 0, 0, false
	for i, r := range text[at:min(len(text), at+12)] {
		v := yearHanDigits[r]
		switch {
		case r == '十' && !ten:
			ten, tens, ones = true, max(ones, 1), 0
		case v > 0 && ones == 0:
			ones = v
		default:
			return tens*10 + ones, at + i
		}
	}
	return 0, at
}

// yearBlanks is where the blanks from a byte on end.
func yearBlanks(text string, at int) int {
	for at < len(text) {
		switch {
		case text[at] == ' ' || text[at] == '\t':
			at++
		case strings.HasPrefix(text[at:], "\u3000") || strings.HasPrefix(text[at:], "\u00a0"):
			at += len("\u3000")
			if text[at-len("\u3000")] == 0xC2 {
				at--
			}
		default:
			return at
		}
	}
	return at
}

// yearInAddress reports whether what stands before says that these digits belong to a web address, a code or a longer number.
func yearInAddress(text string, at int) bool {
	if at == 0 {
		return false
	}
	c := text[at-1]
	if number := strings.TrimRight(text[max(0, at-3):at-1], "0123456789"); c == '.' && (strings.HasSuffix(number, "\n") || number == "" && at <= 3) {
		return false // 1.2022年公开情况
	}
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || strings.IndexByte("/=?_&.@#", c) >= 0
}

// yearShort reports whether two digits before 年 are a year and no length of time: they begin a sentence, and a statement follows.
func yearShort(text string, at, behind int) bool {
	if at > 0 && text[at-1] != '\n' && !strings.HasSuffix(text[:at], "。") && !strings.HasSuffix(text[:at], "；") {
		return false
	}
	rest := text[behind:]
	return yearBegins(rest, []string{"度", "全年", "我", "共"}) || rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// yearFollowsDigit reports whether digits or a mark of a range of months stand right before: the 12 of 1—12月 is no month of its own.
func yearFollowsDigit(text string, at int) bool {
	before := strings.TrimRight(text[max(0, at-6):at], " ")
	for _, mark := range []string{"-", "—", "–", "－", "~", "～", "至", "到", "、", ".", "．"} {
		if rest, ok := strings.CutSuffix(before, mark); ok {
			before = strings.TrimRight(rest, "-—–－~～ ")
			break
		}
	}
	return before != "" && (before[len(before)-1] >= '0' && before[len(before)-1] <= '9' || yearEndsInWideDigit(before))
}

func yearEndsInWideDigit(s string) bool {
	return len(s) >= 3 && s[len(s)-3] == 0xEF && s[len(s)-2] == 0xBC && s[len(s)-1] >= 0x90 && s[len(s)-1] <= 0x99
}
