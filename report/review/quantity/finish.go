package quantity

import (
	"strings"
	"unicode/utf8"
)

// finish gives a number its unit and takes it.
func (s *scanner) finish(start int, n number) {
	digits := Span{start, n.end}
	at := n.stretch(s.text)
	digits.End = max(digits.End, n.end)
	q := Quantity{Digits: digits, Value: n.value, Step: n.step, Bound: n.bound}
	from := skipBlanks(s.text, at)
	u := unitAt(s.text[from:])
	end := from + len(u.text)
	if u.kind == unitNone {
		end = at
	}
	first, nth := s.behindFirst(start)
	switch {
	case u.kind == unitFraction: // 三分之一
		s.i = end
		m := chinese(s.text, end)
		if m.end == end {
			m = arabic(s.text, end)
		}
		if m.end == end {
			return
		}
		s.i = m.end
		if head := s.text[max(0, start-longestTitle/8):start]; n.ok && m.ok && n.value > 0 && m.value <= n.value && n.value < 100*One && strings.Contains(head, "占") && m.end > end {
			q.Span, q.Digits, q.Form, q.Unit = Span{start, m.end}, Span{start, m.end}, Percent, "分之"
			q.Value, q.Step = 100*m.value/(n.value/One), fractionStep
			s.around(&q)
			s.add(q)
		}
		return
	case !n.ok:
		s.label(start, max(end, n.end))
		return
	case nth || u.kind != unitNone && s.goesOnOrdinal(start, u.text):
		q.Form, q.Unit = Ordinal, u.text
		start = first
	case start < s.shut || u.kind == unitLabel || strings.HasPrefix(u.text, "次") && startsWithAny(s.text[end:], "全会", "全体会", "代表大会", "会议精神"):
		q.Form = Label
	case u.kind == unitTime:
		q.Form, q.Unit = Time, u.text
	case u.kind == unitMoney:
		q.Form, q.Unit = Money, "元"
	case u.kind == unitPercent:
		q.Form, q.Unit = Percent, "%"
		if u.text == "‰" {
			q.Value, q.Step, q.Unit = q.Value/10, max(q.Step/10, 1), "‰"
		}
	case u.kind == unitTenth:
		q.Form, q.Unit, q.Value, q.Step = Percent, "成", q.Value*10, q.Step*10
		if m := chinese(s.text, end); m.end > end && m.value < 10*One && unitAt(s.text[skipBlanks(s.text, m.end):]).kind == unitNone { // 四成五
			q.Value, q.Step, end = q.Value+m.value, One, m.end
		}
	case u.kind == unitPoint:
		q.Form, q.Unit, q.Sense = Percent, "百分点", Difference
	case u.kind == unitTimes:
		q.Form, q.Unit = Times, u.text
	case u.kind == unitCount:
		if n.zero && n.digits > 1 && !n.point {
			q.Form = Label
		}
		q.Unit = u.text
	case n.point && strings.HasPrefix(s.text[n.end:], "级"): // 6.2级地震
		q.Form = Label
	case n.digits > 0 && s.nameLike(start, n):
		q.Form = Label
	}
	q.Span = Span{start, end}
	s.around(&q)
	s.add(q)
	s.i = max(end, s.i+1)
}

// fractionStep is how rough a share in the words of a fraction is: 占三分之一 may be 30 %.
const fractionStep = 5 * One

// nameLike reports whether digits without a unit are a name: 12345, 711, a postcode.
func (s *scanner) nameLike(start int, n number) bool {
	rest := s.text[n.end:]
	if n.zero && !n.point || n.digits >= 7 && !strings.ContainsAny(s.text[start:n.end], ",，") {
		return true
	}
	if startsWithAny(s.text[start:n.end], "123", "110", "119", "120") && startsWithAny(rest, "热线", "平台", "政务", "市长", "便民", "投诉", "举报", "工单", "接", "政府", "诉求", "”", "\"", "转", "服务") {
		return true
	}
	if strings.HasPrefix(s.text[start:n.end], "12345") && n.digits == 5 {
		return true
	}
	// 1900 to 2100 with nothing that says what it counts is a year that lost its 年.
	return n.digits == 4 && !n.point && n.value >= 1900*One && n.value < 2100*One
}

// behindFirst reports whether 第 stands before a number, and where.
func (s *scanner) behindFirst(start int) (int, bool) {
	at := blanksBefore(s.text, start)
	if strings.HasSuffix(s.text[:at], "第") {
		return at - len("第"), true
	}
	return start, false
}

// goesOnOrdinal reports whether a number goes on a list of ordinals: 第二十条、二十一条.
func (s *scanner) goesOnOrdinal(start int, unit string) bool {
	if len(s.quantities) == 0 {
		return false
	}
	last := s.quantities[len(s.quantities)-1]
	if last.Form != Ordinal || last.Unit != unit {
		return false
	}
	switch strings.TrimSpace(s.text[min(last.Span.End, start):start]) {
	case "、", "和", "及", "至", "到", "，", ",", "—", "-", "与":
		return true
	}
	return false
}

// around takes the words right before and behind a number that say how exact it is.
func (s *scanner) around(q *Quantity) {
	if q.Form == Label || q.Form == Ordinal {
		return
	}
	rest := s.text[q.Span.End:]
	for _, w := range after {
		if strings.HasPrefix(rest, w.text) {
			q.Bound = mix(q.Bound, w.bound)
			q.Span.End += len(w.text)
			break
		}
	}
	at := blanksBefore(s.text, q.Span.Start)
	head := s.text[max(0, at-30):at]
	if r, _ := utf8.DecodeLastRuneInString(head); !strings.ContainsRune(beforeEnds, r) {
		return
	}
	for _, w := range before {
		if !strings.HasSuffix(head, w.text) {
			continue
		}
		for _, not := range notBefore {
			if len(not) > len(w.text) && strings.HasSuffix(head, not) {
				return
			}
		}
		if w.text == "上" || w.text == "过" {
			if !startsWithAny(s.text[q.Digits.Start:], "百", "千", "万") {
				return
			}
		}
		q.Bound = mix(q.Bound, w.bound)
		q.Span.Start = at - len(w.text)
		return
	}
}

// mix joins two words of exactness: 近300余 is neither.
func mix(a, b Bound) Bound {
	if a == Exact || a == b {
		return b
	}
	return About
}
