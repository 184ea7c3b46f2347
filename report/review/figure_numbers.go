package review

import (
	"slices"
	"strings"

	"nianbao/report/review/quantity"
)

// words finds the words of the paragraphs that have numbers, or may be headings.
func (r *figureReader) words() []figureToken {
	out := slices.Grow(r.s.room.words[:0], 8*len(r.qs)+32)
	q := 0
	for start := 0; start < len(r.text); {
		end := len(r.text)
		if n := strings.IndexByte(r.text[start:], '\n'); n >= 0 {
			end = start + n
		}
		counts := false
		for ; q < len(r.qs) && r.qs[q].Span.Start < end; q++ {
			counts = counts || r.qs[q].Form == quantity.Count || r.qs[q].Form == quantity.Money
		}
		if counts || end-start <= figureLongestHeading || strings.Contains(r.text[start:end], "未新") {
			out = figureTokens(out, r.p, start, end)
		}
		if end < len(r.text) {
			out = append(out, figureToken{start: end, end: end + 1, role: roleParagraph})
		}
		start = end + 1
	}
	r.s.room.words = out
	return out
}

// figureLongestHeading is how many bytes a heading has at most.
const figureLongestHeading = 120

// merge puts the numbers among the words. A word that overlaps a number is none, but for words of none (未收到), which are both.
func (r *figureReader) merge(words []figureToken) {
	r.toks = slices.Grow(r.s.room.toks[:0], len(words)+len(r.qs))
	w := 0
	take := func() {
		if r.toks = append(r.toks, words[w]); words[w].role == roleNot {
			r.negate(words, w)
		}
		w++
	}
	for i := range len(r.qs) {
		q := &r.qs[i]
		t := figureToken{start: q.Span.Start, end: q.Span.End, number: i}
		switch {
		case q.Form == quantity.Count, q.Form == quantity.Money:
			t.role = roleNumber
		case q.Form == quantity.Time:
			t.role, t.code = figureTime(r.text, q.Span, r.s.Report.Year), "time"
		case q.Form == quantity.Percent, q.Form == quantity.Times:
			t.role = roleRatio
		default:
			t.role = roleOpaque
			if strings.HasSuffix(q.Span.Of(r.text), "季度") {
				t.role = roleElsewhen
			}
		}
		for w < len(words) && words[w].end <= t.start {
			take()
		}
		if w < len(words) && words[w].start <= t.start && words[w].end >= t.end && words[w].end-words[w].start > t.end-t.start && !q.None {
			continue // 四类过程性信息 is a name
		}
		if t.role == roleNumber && q.Value == quantity.One && !q.None && strings.HasPrefix(r.text[t.start:], "一") {
			q = r.notOne(&t)
		}
		r.toks = append(r.toks, t)
		for !q.None && w < len(words) && words[w].start < t.end {
			w++
		}
	}
	for w < len(words) {
		take()
	}
}

// notOne reads 一件 behind words of none, which count nothing by themselves: 未收到一件, 无一例.
func (r *figureReader) notOne(t *figureToken) *quantity.Quantity {
	if n := len(r.toks); n > 0 && r.toks[n-1].end == t.start {
		last := slices.IndexFunc(r.toks[max(0, n-4):], func(o figureToken) bool { return o.role == roleNumber && o.end == t.start && r.qs[o.number].None })
		switch {
		case last >= 0:
			t.role = roleFiller
		case r.toks[n-1].role == roleNot:
			r.qs = slices.Clone(r.qs)
			q := &r.qs[t.number]
			t.start = r.toks[n-1].start
			q.None, q.Value, q.Span.Start = true, 0, t.start
			r.toks = r.toks[:n-1]
		}
	}
	return &r.qs[t.number]
}

// negate reads 未 with the verb behind it as a number that is none, where quantity does not: 未新制作.
func (r *figureReader) negate(words []figureToken, w int) {
	if len(r.toks) > 1 && r.toks[len(r.toks)-2].role == roleNumber && r.toks[len(r.toks)-2].end > words[w].start {
		return
	}
	for at, i := words[w].end, w+1; i < len(words) && i <= w+2 && words[i].start == at; at, i = words[i].end, i+1 {
		if not := r.text[words[w].start:words[w].end]; words[i].role == roleApplicant && not == "无" || not == "无人" || strings.Contains(not, "一") { // 无法人申请, which is not 无法; 无人申请, 无一例
			r.qs = append(slices.Clip(r.qs), quantity.Quantity{Span: quantity.Span{Start: words[w].start, End: words[w].end}, Form: quantity.Count, Step: quantity.One, None: true})
			r.toks[len(r.toks)-1] = figureToken{start: words[w].start, end: words[w].end, role: roleNumber, number: len(r.qs) - 1}
			r.toks = append(r.toks, words[w])
			return
		}
		if words[i].role == roleVerb && slices.Contains(figureNegated, words[i].code) {
			r.qs = append(slices.Clip(r.qs), quantity.Quantity{Span: quantity.Span{Start: words[w].start, End: words[i].end}, Form: quantity.Count, Step: quantity.One, None: true})
			r.toks[len(r.toks)-1] = figureToken{start: words[w].start, end: words[i].end, role: roleNumber, number: len(r.qs) - 1}
			r.toks = append(r.toks, words[w])
			return
		}
		if words[i].role != roleFiller {
			return
		}
	}
}

// figureNegated are verbs that 未 makes a statement of none with.
var figureNegated = []string{"receive", "new", "issue", "make", "repeal", "decide", "occur", "charge", "publish_new", "hold", "attend"}

// figureTime is what a word of time does: it means the report's year, or another period, or neither.
func figureTime(text string, at quantity.Span, year int) figureRole {
	words, rest, before := strings.TrimSuffix(at.Of(text), "份"), text[at.End:], text[:at.Start]
	switch {
	case strings.HasSuffix(words, "季度"):
		return roleElsewhen
	case figureYearOf(words) > 0 && strings.Contains(words, "年"):
		if year != 0 && figureYearOf(words) != year || figureSince(before) {
			return roleElsewhen
		}
		return roleOwn
	case words == "1月" && strings.HasPrefix(rest, "1日"):
		return roleFiller
	case words == "12月":
		for _, w := range [...]string{"31日", "底", "末"} {
			if strings.HasPrefix(rest, w) {
				return roleOwn
			}
		}
		for _, w := range [...]string{"至", "到", "—", "-", "－", "~", "～", "–"} {
			if strings.HasSuffix(before, w) {
				return roleOwn
			}
		}
		return roleElsewhen
	case strings.HasSuffix(words, "月") && !strings.HasSuffix(words, "个月"):
		return roleElsewhen
	case strings.HasSuffix(words, "年") && (strings.HasPrefix(words, "近") || endsInAny(before, []string{"近", "过去"})) && !strings.HasPrefix(words, "一年") && !strings.HasPrefix(words, "1年"): // 近五年
		return roleElsewhen
	case (strings.HasSuffix(words, "年来") || strings.HasSuffix(words, "年间")) && !strings.HasPrefix(words, "一年") && !strings.HasPrefix(words, "1年"): // 三年来
		return roleElsewhen
	case strings.HasSuffix(words, "个月") && !yearBegins(rest, []string{"内", "之内", "以内", "前", "的"}): // 最多的一个月收到申请3件
		return roleElsewhen
	}
	return roleFiller
}

// figureSince reports whether an earlier year that a span of several begins with stands before its last: 2021至 before 2023年.
func figureSince(before string) bool {
	from := strings.TrimRight(before, "至到—-－~～– ")
	if from == before {
		return false
	}
	digits := strings.TrimSuffix(strings.TrimSuffix(from, "度"), "年")
	return len(digits) >= 4 && figureYearOf(digits[len(digits)-4:]) > 1900
}

// figureYearOf is the year that words of time begin with, 0 for none.
func figureYearOf(words string) int {
	if len(words) < 4 {
		return 0
	}
	n := 0
	for _, d := range words[:4] {
		if d < '0' || d > '9' {
			return 0
		}
		n = n*10 + int(d-'0')
	}
	return n
}
