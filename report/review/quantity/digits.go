package quantity

import (
	"strings"
	"unicode/utf8"
)

// opening reports whether at begins a line or a clause, where a numeral numbers what follows.
func opening(text string, at int) bool {
	at = blanksBefore(text, at)
	if at <= 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return strings.ContainsRune("。；;：:！？!?\n\r|", r)
}

// arabic takes a number written in digits.
func (s *scanner) arabic() {
	start := s.i
	n := arabic(s.text, start)
	// Digits that go on a word in letters, or letters on digits, are a name: IPv6, 5G.
	named := start > 0 && letter(s.text[start-1]) || n.end < len(s.text) && letter(s.text[n.end])
	rest := s.text[n.end:]
	if opening(s.text, start) && n.digits <= 2 && !n.zero {
		year := n.point && yearLike(s.text[strings.IndexAny(s.text[start:], ".．")+start:])
		if year || !n.point && startsWithAny(rest, ".", "．", "、", ")", "）") && numbersHeading(rest) {
			end := n.end
			if year {
				end = start + strings.IndexAny(s.text[start:], ".．")
			}
			s.add(Quantity{Span: Span{start, end}, Digits: Span{start, end}, Form: Ordinal, Value: n.value / One * One, Step: One})
			s.i = end
			if !startsWithAny(s.text[end:], "、") {
				s.i += max(point(s.text[end:]), 0)
			}
			return
		}
	}
	if s.bracketed(start, n) || named && !s.unitBehind(n.end) || !n.ok {
		s.label(start, n.end)
		return
	}
	if s.joined(start, n) {
		return
	}
	s.finish(start, n)
}

// numbersHeading reports whether what follows a number at the start of a clause is the mark of a heading rather than a list: 1、 and 1. do, 3、4件 does not.
func numbersHeading(rest string) bool {
	if !strings.HasPrefix(rest, "、") {
		return true
	}
	_, size := digitAt(rest[len("、"):])
	return size == 0
}

// yearLike reports whether a point is followed by a year: 1.2023年.
func yearLike(text string) bool {
	text = text[max(point(text), 0):]
	return len(text) > 4 && (strings.HasPrefix(text, "20") || strings.HasPrefix(text, "19")) && strings.HasPrefix(strings.TrimLeft(text[2:], "0123456789"), "年") &&
		strings.Index(text, "年") == 4
}

// bracketed reports whether a number stands alone in brackets that number something: 〔2021〕, (1), [3].
func (s *scanner) bracketed(start int, n number) bool {
	before, rest := s.text[:start], s.text[n.end:]
	for _, pair := range [...][2]string{{"〔", "〕"}, {"[", "]"}, {"［", "］"}, {"【", "】"}, {"﹝", "﹞"}, {"<", ">"}} {
		if strings.HasSuffix(before, pair[0]) || n.digits == 4 && strings.HasPrefix(rest, pair[1]) {
			return true
		}
	}
	if !strings.HasSuffix(before, "（") && !strings.HasSuffix(before, "(") || !startsWithAny(rest, "）", ")") {
		return false
	}
	return n.digits <= 2 || n.digits == 4 && startsWithAny(strings.TrimLeft(rest, "）)"), "号", "第")
}

func (s *scanner) unitBehind(at int) bool {
	u := unitAt(s.text[skipBlanks(s.text, at):])
	return u.kind == unitCount
}

// label takes digits that count nothing.
func (s *scanner) label(start, end int) {
	s.add(Quantity{Span: Span{start, end}, Digits: Span{start, end}, Form: Label, Step: One})
	s.i = end
}

// joined takes numbers that a dash, a slash, a colon or 至 holds together: 1—12月, 0827-8221339, 3至5件, 15:40.
func (s *scanner) joined(start int, n number) bool {
	i := skipBlanks(s.text, n.end)
	ranging, size := false, 0
	rest := s.text[i:]
	switch {
	case startsWithAny(rest, "至", "到"):
		ranging, size = true, len("至")
	case startsWithAny(rest, "-", "~"):
		size = 1
	case startsWithAny(rest, "—", "–", "－", "～", "−", "‐"):
		size = len("—")
		for strings.HasPrefix(rest[size:], "—") {
			size += len("—")
		}
	case startsWithAny(rest, "/", ":"):
		if _, d := digitAt(rest[1:]); d == 0 || n.digits > 4 {
			return false
		}
		second := arabic(s.text, i+1)
		form := Label
		if rest[0] == ':' || second.digits <= 2 && n.digits >= 4 {
			form = Time
		}
		end := second.end
		for end < len(s.text) && (s.text[end] == '/' || s.text[end] == ':') {
			more := arabic(s.text, end+1)
			if more.digits == 0 {
				break
			}
			end = more.end
		}
		s.add(Quantity{Span: Span{start, end}, Digits: Span{start, end}, Form: form, Value: n.value, Step: One})
		s.i = end
		return true
	case strings.HasPrefix(rest, "："):
		// 上午8：30, not 公开3：动态2条
		second := arabic(s.text, i+len("："))
		if n.digits > 2 || second.digits != 2 || second.value >= 60*One || s.unitBehind(second.end) {
			return false
		}
		s.add(Quantity{Span: Span{start, second.end}, Digits: Span{start, second.end}, Form: Time, Value: n.value, Step: One})
		s.i = second.end
		return true
	default:
		return false
	}
	at := skipBlanks(s.text, i+size)
	if _, d := digitAt(s.text[at:]); d == 0 {
		return false
	}
	second := arabic(s.text, at)
	// 2019-02-14, 0827-822-1339
	if more := s.text[second.end:]; strings.HasPrefix(more, "-") {
		if _, d := digitAt(more[1:]); d > 0 {
			third := arabic(s.text, second.end+1)
			form := Label
			if n.digits == 4 && second.digits <= 2 && third.digits <= 2 {
				form = Time
			}
			s.add(Quantity{Span: Span{start, third.end}, Digits: Span{start, third.end}, Form: form, Value: n.value, Step: One})
			s.i = third.end
			return true
		}
	}
	end := second.stretch(s.text)
	u := unitAt(s.text[skipBlanks(s.text, end):])
	switch {
	case u.kind == unitTime:
		s.add(Quantity{Span: Span{start, n.end}, Digits: Span{start, n.end}, Form: Time, Value: n.value, Step: One, Unit: u.text})
		s.i = at
	case (u.kind == unitCount || u.kind == unitMoney || u.kind == unitPercent) && !n.zero && !second.zero && n.digits <= 6 && second.ok && n.value < second.value:
		second.bound = About
		s.finish(start, second)
	case ranging:
		return false
	default:
		s.label(start, second.end)
	}
	return true
}
