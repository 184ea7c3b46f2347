package quantity

import "strings"

// Lists of another year than the text is about, and lists beside each other.

// yearAlone reports whether nothing but another year stands before 分别 in its clause: what follows is of that year, in the order of what was told.
func (b *breaker) yearAlone(t *token) bool {
	text := strings.TrimPrefix(b.trim(Span{min(b.Clauses[t.clause].Start, t.start), t.start}).Of(b.Text), "而")
	for _, w := range [...]string{"同期", "全年", "度", "则"} {
		text = strings.TrimSuffix(text, w)
	}
	switch text {
	case "上年", "去年", "上一年", "前年", "今年", "本年", "当年", "年内":
		return true
	}
	year, ok := strings.CutSuffix(text, "年")
	return ok && len(year) == len("2023") && strings.Trim(year, "0123456789") == ""
}

// respected reports whether a number stands in a list behind another 分别, in which none is the whole of the next.
func (b *breaker) respected(whole int) bool {
	q := &b.Quantities[whole]
	before := b.Text[b.Clauses[q.Clause].Start:q.Span.Start]
	at := strings.LastIndex(before, "分别")
	own := q.Before.Of(b.Text)
	return at >= 0 && (own == "" || strings.Contains(own, "分别"))
}

// previous is the number of the year before right before a list, whose parts are then of that year too: 上年共51件，其中自然人49件; -1 for none.
func (b *breaker) previous(i int) int {
	j := i - 1
	for ; j >= 0 && i-j <= 2 && (b.tokens[j].kind == tokenComma || b.tokens[j].kind == tokenColon); j-- {
	}
	if j < 0 || b.tokens[j].kind != tokenQuantity || b.tokens[j].depth != b.tokens[i].depth {
		return -1
	}
	if q := &b.Quantities[b.tokens[j].ref]; q.Form == Count && !q.None && q.Sense == Previous && !containsAny(q.Before.Of(b.Text), "结", "转", "遗留", "移交") && len(strings.TrimSpace(q.After.Of(b.Text))) <= longestItem {
		return b.tokens[j].ref
	}
	return -1
}

// inheritSense makes the parts of last year's number last year's.
func (b *breaker) inheritSense(whole int, l *list) {
	if whole < 0 || len(l.wholes) == 0 || l.wholes[0] != whole {
		return
	}
	for _, p := range l.parts {
		if q := &b.Quantities[p.Quantity]; q.Sense == Plain {
			q.Sense = Previous
		}
	}
}
