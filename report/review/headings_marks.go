package review

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/report"
)

// markStyle is how an item of a list or a head within a text is numbered.
type markStyle byte

const (
	markHan     markStyle = iota // 一、
	markBracket                  // （一）
	markArabic                   // 1． and 1、
	markSmall                    // （1）
	markCircle                   // ①
	markIs                       // 一是
	markMust                     // 一要
	markOrdinal                  // 第一，
	markStyles
)

// rank is the level that a style has among heads (GB/T 9704-2012, 7.3.3), 1 the highest; run-in items have none and stand below.
func (m markStyle) rank() int { return min(int(m)+1, int(markIs)+1) }

// numberMark is one number of a list: text[start:end] is the number with its marks.
type numberMark struct {
	style markStyle
	n     int
	start int
	end   int
	// line says that it begins a paragraph, paragraph counts those.
	line      bool
	paragraph int
	// sign is what ends an Arabic number: '.' or '、'.
	sign rune
}

// key tells lists apart that may stand within each other: 1. at the beginning of paragraphs, and in the middle of one.
func (m *numberMark) key() int {
	if m.line || m.style >= markIs {
		return int(m.style)
	}
	return int(markStyles) + int(m.style)
}

// numberMarks finds the numbers of lists: at the beginning of paragraphs, and behind a stop.
func numberMarks(text string) []numberMark {
	var out []numberMark
	line, strong, weak, paragraph := true, true, true, 0 // what stood before: a line end, a stop, any mark
	for i, size := 0, 0; i < len(text); i += size {
		if !weak && text[i] >= 0xE4 && text[i] <= 0xE9 { // Chinese behind no mark, as most of a text is
			size = len("字")
			continue
		}
		var r rune
		r, size = utf8.DecodeRuneInString(text[i:])
		if weak && markBegins(r) {
			if m, ok := markAt(text[i:], r, line, strong); ok {
				m.start, m.end, m.line, m.paragraph = i, i+m.end, line, paragraph
				out = append(out, m)
			}
		}
		switch r {
		case '\n':
			line, strong, weak = true, true, true
			paragraph++
		case ' ', '\u3000', '\u00a0', '\t', '\r':
		case '。', '；', ';', '：', ':', '！':
			line, strong, weak = false, true, true
		case '，', ',', '、', '？', '”', '）', ')':
			line, strong, weak = false, false, true
		default:
			line, strong, weak = false, false, false
		}
	}
	return out
}

// markBegins reports whether the number of a list may begin with a character.
func markBegins(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '第', '其', '（', '(':
		return true
	}
	return r >= '0' && r <= '9' || r >= '０' && r <= '９' || r >= '①' && r <= '⑳'
}

// listMarks are the numbers of lists in the part's text, found once.
func (p *Part) listMarks() []numberMark {
	if !p.marked {
		p.numbers, p.marked = numberMarks(p.Text), true
	}
	return p.numbers
}

// markAt reads a number at the beginning of a text; its end counts from there.
func markAt(s string, r rune, line, strong bool) (m numberMark, ok bool) {
	size := utf8.RuneLen(r)
	switch {
	case r == '（' || r == '(':
		if !strong {
			return m, false
		}
		n, arabic, end := markNumber(s[size:])
		end += size
		if n == 0 || !strings.HasPrefix(s[end:], "）") && !strings.HasPrefix(s[end:], ")") {
			return m, false
		}
		_, closing := utf8.DecodeRuneInString(s[end:])
		m = numberMark{style: markBracket, n: n, end: end + closing}
		if arabic {
			m.style = markSmall
		}
		return m, true
	case r == '第' || r == '其':
		n, arabic, end := markNumber(s[size:])
		end += size
		next, closing := utf8.DecodeRuneInString(s[end:])
		after, _ := utf8.DecodeRuneInString(s[end+closing:])
		if n == 0 || arabic || !strings.ContainsRune("，,、：:是", next) || next == '、' && strings.ContainsRune("第一二三四五六七八九十", after) { // 第二、第三产业
			return m, false
		}
		return numberMark{style: markOrdinal, n: n, end: end + closing}, true
	case r >= '①' && r <= '⑳':
		return numberMark{style: markCircle, n: int(r-'①') + 1, end: size}, strong
	}
	n, arabic, end := markNumber(s)
	if n == 0 {
		return m, false
	}
	next, closing := utf8.DecodeRuneInString(s[end:])
	rest := s[end+closing:]
	switch {
	case arabic && (next == '.' || next == '．' || next == '、'):
		if after, _ := utf8.DecodeRuneInString(rest); !strong || unicode.IsDigit(after) && !(line && markBeforeYear(rest)) {
			return m, false
		}
		sign := next
		if sign == '．' {
			sign = '.'
		}
		return numberMark{style: markArabic, n: n, end: end + closing, sign: sign}, true
	case arabic:
		return m, false
	case next == '、' && line:
		return numberMark{style: markHan, n: n, end: end + closing}, true
	case next == '是':
		return numberMark{style: markIs, n: n, end: end + closing}, true
	case next == '要':
		if after, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune("素件闻求点害务事员案领", after) {
			return m, false
		}
		return numberMark{style: markMust, n: n, end: end + closing}, true
	}
	return m, false
}

// markBeforeYear reports whether a text begins with a year: 2.2021年主要做法 is the second item.
func markBeforeYear(s string) bool {
	return len(s) > len("2021年") && strings.HasPrefix(s, "20") && unicode.IsDigit(rune(s[2])) && unicode.IsDigit(rune(s[3])) && strings.HasPrefix(s[4:], "年")
}

// markNumber reads 1 to 99 in Chinese numerals, or in at most two digits; 0 where there is none.
func markNumber(s string) (n int, arabic bool, end int) {
	unit, tens := 0, false
	for i, r := range s {
		digit := markDigit(r)
		switch {
		case r >= '0' && r <= '9' || r >= '０' && r <= '９':
			if i > 0 && !arabic {
				return 0, false, 0
			}
			if r >= '０' {
				r -= '０' - '0'
			}
			arabic = true
			if n = n*10 + int(r-'0'); n > 99 {
				return 0, false, 0
			}
			end = i + utf8.RuneLen(r)
			if s[i] >= 0x80 {
				end = i + len("０")
			}
			continue
		case arabic:
		case r == '十' && !tens:
			n, unit, tens, end = max(unit, 1)*10, 0, true, i+len("十")
			continue
		case digit > 0 && unit == 0:
			unit = digit
			end = i + len("一")
			continue
		}
		break
	}
	return n + unit, arabic, end
}

// markDigit is the worth of a Chinese digit, 0 for any other character.
func markDigit(r rune) int {
	switch r {
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return 0
}

// markText writes a number as its style has it.
func markText(style markStyle, n int, sign rune) string {
	han := report.HanNumber(n)
	switch style {
	case markHan:
		return han + "、"
	case markBracket:
		return "（" + han + "）"
	case markSmall:
		return "（" + strconv.Itoa(n) + "）"
	case markCircle:
		return string('①' + rune(n) - 1)
	case markIs:
		return han + "是"
	case markMust:
		return han + "要"
	case markOrdinal:
		return "第" + han
	}
	if sign == 0 {
		sign = '.'
	}
	return strconv.Itoa(n) + string(sign)
}
