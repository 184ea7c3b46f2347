package review

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report/review/quantity"
)

// toldPart is an item of a list, 其中财政信息20条, which a later sentence may give otherwise: 全年公开财政信息26条.
type toldPart struct {
	q *quantity.Quantity
	// label names it without 类 and 信息, whole are the words of what it is a part of.
	label, whole string
	line         int
	// most is the number that it is a part of.
	most quantity.Value
}

// totalFiller are characters that may stand around the name of an item when it is told again.
const totalFiller = "类信息通过在于公开发布召组织举办展制作收到受理回应的方面情况数量条件政府务主动各由为渠道"

// toldParts are the items of the lists of a part that have a name which says what they are.
func toldParts(p *Part, lines []int, year int) (out []toldPart) {
	r := p.Quantities()
	for _, b := range r.Breakdowns {
		whole := &r.Quantities[b.Whole]
		if len(b.Parts) < 2 || len(b.Parts) > totalFurthest || whole.Sense != quantity.Plain || totalOtherYear(p.Text[r.Clauses[whole.Clause].Start:max(r.Clauses[whole.Clause].Start, whole.Span.Start)], year) {
			continue
		}
		for i, part := range b.Parts {
			q := &r.Quantities[part.Quantity]
			label := toldName(part.Label.Of(p.Text))
			if !sumCounts(q) || q.Depth > 0 || q.Unit == "" || utf8.RuneCountInString(label) < 2 || hasRune(label, "0123456789、，“《") {
				continue
			}
			alone := true
			for j, other := range b.Parts {
				if j != i && contains(other.Label.Of(p.Text), label) {
					alone = false
				}
			}
			if alone {
				out = append(out, toldPart{q, label, whole.Before.Of(p.Text), lineOf(lines, q.Span.Start), whole.Value})
			}
		}
	}
	slices.SortFunc(out, func(a, b toldPart) int { return cmp.Compare(a.q.Span.Start, b.q.Span.Start) })
	return out
}

// lineEnds are where the lines of a text end, lineOf which line a byte is in.
func lineEnds(text string) (ends []int) {
	for at := 0; ; at++ {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return ends
		}
		at += i
		ends = append(ends, at)
	}
}

func lineOf(ends []int, at int) int {
	line, _ := slices.BinarySearch(ends, at)
	return line
}

// toldName is the name of an item without what says only that it is one.
func toldName(label string) string {
	for _, w := range sumOpening {
		label = strings.TrimPrefix(label, w)
	}
	label = strings.TrimRight(label, "的 ")
	for _, w := range []string{"信息", "类"} {
		if rest, ok := strings.CutSuffix(label, w); ok && utf8.RuneCountInString(rest) >= 2 {
			label = rest
		}
	}
	return label
}

// toldAgain reports whether a statement tells an item again with another number.
func (t *toldPart) toldAgain(st *totalStatement, line int) bool {
	q := st.q
	if q.Span.Start <= t.q.Span.End || q.Unit != t.q.Unit || q.Value == t.q.Value || q.Value > t.most || st.back || st.narrow || line-t.line > 1 {
		return false
	}
	if !st.whole && (line != t.line || q.Sentence-t.q.Sentence > 1 || q.Sentence == t.q.Sentence) || containsAny(st.text, totalPartial) {
		return false
	}
	if slices.ContainsFunc(totalChannels, func(w string) bool { return contains(t.whole, w) && !contains(st.words, w) }) {
		return false // 网站公开信息300条，其中工作动态200条 says nothing of what all channels published
	}
	at := indexOf(st.words, t.label)
	if at < 0 || st.behind != "" {
		return false
	}
	for _, r := range st.words[:at] + st.words[at+len(t.label):] {
		if !strings.ContainsRune(totalFiller, r) && !strings.ContainsRune(t.whole, r) {
			return false
		}
	}
	return true
}
