package quantity

import (
	"strings"
)

// shares finds the quantity that each percentage is stated for: 214件，占68.6%; 3件（占1%）; 6件、4件，占比分别为60%、40%.
func (b *breaker) shares() {
	var counts []int // tokens of the quantities read last
	said, respect, over := false, false, -1
	for i := range b.share {
		b.share[i] = -1
	}
	for i := 0; i < len(b.tokens); i++ {
		t := &b.tokens[i]
		switch t.kind {
		case tokenStop:
			counts, said, respect, over = counts[:0], false, false, -1
		case tokenComma, tokenSemi:
			said, over = false, -1
		case tokenWord:
			switch t.word {
			case wordShare:
				said = true
			case wordRespect:
				respect = true
				said = said || strings.HasSuffix(b.Text[t.start:t.end], "占")
			}
		case tokenQuantity:
			q := &b.Quantities[t.ref]
			if q.Form == Percent && b.bare(i) {
				said = true
			}
			switch {
			case (q.Form == Count || q.Form == Money) && !q.None:
				if len(counts) > 2*mostParts {
					counts = append(counts[:0], counts[mostParts:]...)
				}
				if said && len(counts) > 0 && q.Form == b.Quantities[b.tokens[counts[len(counts)-1]].ref].Form {
					over = t.ref // 占申请总数86件的81.9%
					continue
				}
				counts, said, respect, over = append(counts, i), false, false, -1
			case q.Form == Percent && q.Sense != Difference && said && !respect && b.ahead(i) >= 0:
				b.share[b.tokens[b.ahead(i)].ref] = t.ref // 咨询类占62%，计636封
				said, over = false, -1
			case q.Form == Percent && q.Sense != Difference && said && (b.together(q) || b.ofOthers(q)):
				said, over = false, -1 // 共占总量14826条的45.6%
			case q.Form == Percent && q.Sense != Difference && said && over >= 0:
				run := []int{t.ref}
				if respect {
					run, i = b.percents(i)
				}
				if p := &b.Quantities[over]; len(run) <= len(counts) && p.Span.End <= q.Span.Start && baseNoun(b.Text[p.Span.End:q.Span.Start]) {
					l := &list{}
					for k, share := range run {
						of := b.tokens[counts[len(counts)-len(run)+k]].ref
						if b.Quantities[of].Unit == p.Unit {
							l.parts = append(l.parts, Part{Quantity: of, Share: share, Label: b.label(&b.Quantities[of], Span{})})
						}
					}
					if len(l.parts) > 0 {
						b.take(over, Span{p.Before.Start, p.Before.End}, l, false)
					}
				}
				said, over = false, -1
			case q.Form == Percent && q.Sense != Difference && said && len(counts) > 0:
				if n := len(counts); n > 1 && b.amid(b.tokens[counts[n-1]].ref, q) {
					whole, of := b.tokens[counts[n-1]].ref, b.tokens[counts[n-2]].ref
					if b.Quantities[of].Unit == b.Quantities[whole].Unit {
						part := Part{Quantity: of, Share: t.ref, Label: b.label(&b.Quantities[of], Span{})}
						b.take(whole, b.Quantities[whole].Before, &list{parts: []Part{part}}, false)
					}
					said = false
					continue
				}
				run := []int{t.ref}
				if respect {
					run, i = b.percents(i)
				}
				for n := len(counts); n > len(run) && len(run) > 1; n-- {
					last := &b.Quantities[b.tokens[counts[n-1]].ref]
					if !(last.tally() && last.Value == Value(len(run))*One || b.isTotal(last)) {
						break
					}
					counts = counts[:n-1] // 176件、89件、158件，三类合计423件，占比分别为…
				}
				if len(run) > len(counts) {
					continue
				}
				for k, p := range run {
					of := &b.tokens[counts[len(counts)-len(run)+k]]
					if d := t.depth - of.depth; (d == 0 || d == 1) && b.share[of.ref] < 0 {
						b.share[of.ref] = p
					}
				}
				said = false
			}
		}
	}
}

// ahead is the token of the number that a share with a name stands before: 咨询类占62%，计636封; -1 for none.
func (b *breaker) ahead(i int) int {
	if i+2 >= len(b.tokens) || b.tokens[i+1].kind != tokenComma || b.tokens[i+2].kind != tokenQuantity || b.tokens[i+2].depth != b.tokens[i].depth {
		return -1
	}
	q, next := &b.Quantities[b.tokens[i].ref], &b.Quantities[b.tokens[i+2].ref]
	name := strings.TrimSpace(b.Text[b.Clauses[q.Clause].Start:q.Span.Start])
	name = name[:max(0, strings.LastIndex(name, "占"))]
	if len(name) < len("咨询") || prefixOf(name, []string{"占", "约占", "其中占", "各占", "分别占"}) != "" || next.Form != Count || next.None || b.Clauses[next.Clause].Start != b.tokens[i+1].end {
		return -1
	}
	switch next.Before.Of(b.Text) {
	case "计", "共", "为", "共计", "即", "有", "达", "共有", "计为":
		return i + 2
	}
	return -1
}

// together reports whether a share is of all the numbers before it: 共占45.6%.
func (b *breaker) together(q *Quantity) bool {
	before := b.Text[b.Clauses[q.Clause].Start:q.Span.Start]
	at := strings.Index(before, "占")
	return at > 0 && endsWithAny(before[:at], "共", "共计", "合计", "总共", "一共", "合共", "合起来", "加起来", "之和")
}

// ofOthers reports whether a share is of those that its own clause names: 答复29个，5个工作日内答复的占九成以上.
func (b *breaker) ofOthers(q *Quantity) bool {
	name, _, ok := strings.Cut(b.Text[b.Clauses[q.Clause].Start:q.Span.Start], "占")
	name, of := strings.CutSuffix(name, "的")
	return ok && of && len(name) >= len("及时办结")
}

// baseNoun reports whether a text is what stands between a whole and the share of it: 的, or 信息总量的 in 占全年700条信息总量的40%.
func baseNoun(text string) bool {
	noun, ok := strings.CutSuffix(strings.TrimSpace(text), "的")
	return ok && len(noun) <= longestItem && !strings.ContainsAny(noun, "，,、（(0123456789")
}

// amid reports whether a number is the whole in which a percentage is said to be a share: 在全年240条公开信息中占30%.
func (b *breaker) amid(whole int, share *Quantity) bool {
	q := &b.Quantities[whole]
	between := b.Text[q.Span.End:max(q.Span.End, share.Span.Start)]
	noun, _, ok := strings.Cut(between, "占")
	noun, in := strings.CutSuffix(strings.TrimRight(noun, " ，,所"), "中")
	return ok && in && q.Clause == share.Clause && strings.HasPrefix(q.Before.Of(b.Text), "在") && len(noun) <= longestItem && !strings.ContainsAny(noun, "，,、（(0123456789")
}

// bare reports whether a percentage stands alone in a bracket right behind a number: 网站96条（66%）.
func (b *breaker) bare(i int) bool {
	return i > 1 && i+1 < len(b.tokens) && b.tokens[i-1].kind == tokenOpen && b.tokens[i+1].kind == tokenClose && b.tokens[i-2].kind == tokenQuantity &&
		b.tokens[i-2].end == b.tokens[i-1].start && b.tokens[i-1].end == b.tokens[i].start && b.tokens[i+1].start == b.tokens[i].end
}

// percents are the percentage at a token and those behind it in its list, with the token of the last.
func (b *breaker) percents(i int) (run []int, last int) {
	run, last = []int{b.tokens[i].ref}, i
	for j := i + 1; j < len(b.tokens) && len(run) < mostParts; j++ {
		if b.tokens[j].kind == tokenPause {
			continue
		}
		if b.tokens[j].kind != tokenQuantity || b.Quantities[b.tokens[j].ref].Form != Percent {
			break
		}
		run, last = append(run, b.tokens[j].ref), j
	}
	return run, last
}

// shared makes lists of quantities that have shares but no 其中: 公开信息100条，动态60条，占60%，公告40条，占40%.
func (b *breaker) shared() {
	for i := 0; i < len(b.Quantities); i++ {
		q := &b.Quantities[i]
		if b.share[i] < 0 || b.listed[i] || q.Form == Percent {
			continue
		}
		whole := -1
		for j, n := i-1, 0; j >= 0 && n < mostWholes && q.Sentence-b.Quantities[j].Sentence <= 1; j, n = j-1, n+1 {
			p := &b.Quantities[j]
			if (p.Form == Count || p.Form == Money) && !p.None && p.Unit == q.Unit && p.Sense == q.Sense && p.Depth == q.Depth && b.share[j] < 0 && p.Value >= q.Value && !b.listed[j] {
				whole = j
				break
			}
		}
		if whole < 0 {
			continue
		}
		l := &list{}
		for j := i; j < len(b.Quantities) && len(l.parts) < mostParts; j++ {
			p := &b.Quantities[j]
			if p.Sentence != q.Sentence || b.listed[j] {
				break
			}
			if (p.Form != Count && p.Form != Money) || p.None {
				continue
			}
			if b.share[j] < 0 || p.Unit != q.Unit || p.Depth != q.Depth {
				break
			}
			l.parts = append(l.parts, Part{Quantity: j, Share: b.share[j], Label: b.label(p, Span{})})
		}
		share := b.Quantities[b.share[i]]
		b.take(whole, Span{share.Before.Start, share.Before.End}, l, false)
	}
}
