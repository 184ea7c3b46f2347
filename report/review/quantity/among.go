package quantity

import (
	"strings"
)

// among reads the list behind 在公开的信息中，, and that of 共有9人，由专职2人和兼职7人组成.
func (b *breaker) among(i int) {
	t := &b.tokens[i]
	if b.madeUp(i) {
		lead := Span{t.end, t.end + len("由")}
		if l := b.gather(i+1, t.depth, lead, func(unit string, sense Sense) []int { return b.wholesBefore(i, unit, sense) }); len(l.parts) > 1 {
			b.take(b.choose(l), lead, l, true)
		}
		return
	}
	if i > 0 && b.tokens[i-1].kind == tokenQuantity && strings.HasPrefix(b.Text[t.end:], "即") && !startsWithAny(b.Text[t.end:], "即将", "即时", "即日", "即可", "即使", "即便") {
		lead := Span{t.end, t.end + len("即")} // 182条，即动态102条、公告60条、政策30条
		if l := b.gather(i+1, t.depth, lead, func(unit string, sense Sense) []int { return b.wholesBefore(i, unit, sense) }); len(l.parts) > 1 {
			b.take(b.choose(l), lead, l, true)
		}
		return
	}
	if !strings.HasSuffix(b.Text[:t.start], "中") {
		return
	}
	text := strings.TrimRight(b.Text[max(b.Clauses[t.clause].Start, t.start-longestOpening):t.start], " ")
	if !endsWithAny(text, groups...) || !containsAny(text, "在", "所有", "全部", "上述", "以上", "这些", "已") {
		return
	}
	if i+1 < len(b.tokens) && b.tokens[i+1].kind == tokenWord {
		return // 在公开的信息中，其中
	}
	lead := Span{t.start - len("中"), t.start}
	l := b.gather(i+1, t.depth, lead, func(unit string, sense Sense) []int { return b.wholesBefore(i, unit, sense) })
	if len(l.parts) > 0 {
		b.take(b.choose(l), lead, l, b.rest(l))
	}
}

// madeUp reports whether a comma stands before 由专职2人和兼职5人组成.
func (b *breaker) madeUp(i int) bool {
	rest := b.Text[b.tokens[i].end:]
	if !strings.HasPrefix(rest, "由") || i == 0 || b.tokens[i-1].kind != tokenQuantity {
		return false
	}
	clause := rest[:min(len(rest), longestOpening*2)]
	if end := strings.IndexAny(clause, "。；;\n"); end >= 0 {
		clause = clause[:end]
	}
	return containsAny(clause, "组成", "构成")
}

// bracket reads the list in a bracket behind a number: 312件（当面申请309件、网络申请3件）, 407（287+106+14）.
func (b *breaker) bracket(i int) {
	t := &b.tokens[i]
	whole := -1
	for j := i - 1; j >= 0 && i-j <= 4; j-- {
		p := &b.tokens[j]
		if p.kind == tokenWord {
			continue
		}
		if p.kind == tokenQuantity && p.depth == t.depth && t.start-p.end <= 36 {
			if q := &b.Quantities[p.ref]; (q.Form == Count || q.Form == Money) && !q.None {
				whole = p.ref
			}
		}
		break
	}
	if whole < 0 {
		return
	}
	w := &b.Quantities[whole]
	lead := Span{t.start, t.end}
	all, led, plus := false, false, false
	for j := i + 1; j < t.ref && j < i+mostTokens; j++ {
		p := &b.tokens[j]
		if p.kind == tokenWord && p.start-t.end <= 3 && j == i+1 {
			all, led = p.word == wordAll, p.word == wordLead
			if led || all {
				b.done[j] = true
				lead = Span{p.start, p.end}
			}
		}
		plus = plus || p.kind == tokenPlus
	}
	l := b.gather(i+1, t.depth+1, lead, func(unit string, sense Sense) []int {
		if (sense == w.Sense || w.Sense == Previous && sense == Plain) && (unit == w.Unit || unit == "" && plus) {
			return []int{whole}
		}
		return nil
	})
	if len(l.parts) == 0 || l.dated && !led || !led && !all && !plus && len(l.parts) < 2 {
		return
	}
	if w.Sense == Previous {
		b.inheritSense(whole, l)
	}
	b.take(whole, lead, l, all || plus && len(l.parts) > 1 || b.rest(l))
}

// colon reads the list behind a number and a colon: 公开信息100条：动态60条、公告40条.
func (b *breaker) colon(i int) {
	if i == 0 || i+1 >= len(b.tokens) {
		return
	}
	t, p := &b.tokens[i], &b.tokens[i-1]
	if p.kind != tokenQuantity || p.depth != t.depth || t.start-p.end > 3 {
		return
	}
	w := &b.Quantities[p.ref]
	if w.Form != Count && w.Form != Money || w.None {
		return
	}
	if next := &b.tokens[i+1]; next.kind == tokenWord && next.start-t.end <= 3 {
		return
	}
	lead := Span{t.start, t.end}
	l := b.gather(i+1, t.depth, lead, func(unit string, sense Sense) []int {
		if unit == w.Unit && sense == w.Sense {
			return []int{p.ref}
		}
		return nil
	})
	if len(l.parts) > 1 {
		before := b.Text[max(b.Sentences[t.sentence].Start, t.start-longestOpening*2):t.start]
		b.take(p.ref, lead, l, b.rest(l) || containsAny(before, "组成", "构成") || endsWithAny(w.Before.Of(b.Text), "共", "共有", "共计"))
	}
}

// total reads the list before 共计8件.
func (b *breaker) total(i int) {
	t := &b.tokens[i]
	w := &b.Quantities[t.ref]
	if (w.Form != Count && w.Form != Money) || w.None || w.Sense == Difference || !b.isTotal(w) {
		return
	}
	var parts []Part
	inside := false // the numbers stand in brackets behind the names
	l, tally := &list{}, Value(0)
walk:
	for j := i - 1; j >= 0 && i-j <= mostBack*2; j-- {
		p := &b.tokens[j]
		if p.kind == tokenClose && p.ref > 0 && p.depth == t.depth && (len(parts) == 0 || inside) {
			if item := b.item(p.ref - 1); item != nil {
				inside = true
				parts = append(parts, Part{Quantity: item.ref, Share: -1, Label: b.bracketed(p.ref - 1)})
				l.mixed = l.mixed || b.Quantities[item.ref].Unit != w.Unit
				l.sep = sepNone
				continue
			}
		}
		if p.depth > t.depth || p.kind == tokenClose {
			continue
		}
		if p.depth < t.depth {
			break
		}
		switch p.kind {
		case tokenStop, tokenColon:
			break walk
		case tokenWord:
			if p.word == wordLead || p.word == wordAll {
				l.cut = true
				break walk
			}
		case tokenSemi:
			l.sep = sepSemi
		case tokenComma:
			l.sep = max(l.sep, sepComma)
		case tokenPause, tokenPlus:
			l.sep = max(l.sep, sepPause)
		case tokenQuantity:
			q := &b.Quantities[p.ref]
			if (q.Form != Count && q.Form != Money) || q.None || q.Sense == Difference {
				continue
			}
			if len(parts) == 0 && q.Clause == w.Clause && q.tally() && q.Span.End == w.Before.Start {
				tally = q.Value
				continue
			}
			if inside {
				break walk
			}
			if q.Unit != w.Unit || q.Sense != w.Sense || b.isTotal(q) {
				l.mixed = true
				break walk
			}
			if len(parts) > 0 {
				if l.rule == sepNone {
					l.rule = l.sep
				} else if l.sep != l.rule {
					break walk
				}
			}
			l.sep = sepNone
			parts = append(parts, Part{Quantity: p.ref, Share: b.share[p.ref], Label: b.label(q, Span{})})
		}
	}
	if len(parts) < 2 || len(parts) >= mostBack || tally > 0 && tally != Value(len(parts))*One || l.mixed && l.rule != sepPause {
		return
	}
	for x, y := 0, len(parts)-1; x < y; x, y = x+1, y-1 {
		parts[x], parts[y] = parts[y], parts[x]
	}
	verb := prefixOf(parts[0].Label.Of(b.Text), predicates)
	for _, p := range parts {
		own := prefixOf(p.Label.Of(b.Text), predicates)
		if p.Label.Start >= b.Quantities[p.Quantity].Span.End {
			own = "" // 分别有45人、38人参加
		}
		if b.Quantities[p.Quantity].Value == w.Value && w.Value > 0 || own != verb && own != "" {
			return
		}
	}
	if l.cut {
		// The list behind 其中 has been read with its own whole; the total inside it says the same again.
		for _, p := range parts {
			if b.listed[p.Quantity] {
				return
			}
		}
	}
	l.parts, l.cut = parts, false
	l.mixed = false
	b.take(t.ref, w.Before, l, true)
}
