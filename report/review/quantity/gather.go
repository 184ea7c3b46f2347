package quantity

import (
	"strings"
	"unicode/utf8"
)

// list is a list of parts while it is being gathered.
type list struct {
	parts     []Part
	first     int // index of the first part's quantity
	unit      string
	sum       Value
	most      Value
	mixed     bool // items of other units stand among them
	cut       bool // it goes on, or something nested ended it
	total     int  // the number that sums it up inside the list, -1 for none
	sep, rule separator
	wholes    []int
	respect   int  // the token 分别为 inside the list, -1 for none
	dated     bool // a year stands in it
	counted   bool // a tally behind it says how many items it has
}

// gather reads the parts of a list from a token on, at one depth. wholes finds candidates for the whole as soon as the unit is known.
func (b *breaker) gather(from, depth int, lead Span, wholes func(unit string, sense Sense) []int) *list {
	l := &list{first: -1, total: -1, respect: -1}
	without, base, colon := -1, -1, false
	for j := from; j < len(b.tokens); j++ {
		if j-from > mostTokens || len(l.parts) >= mostParts {
			l.cut = true
			break
		}
		t := &b.tokens[j]
		switch t.kind {
		case tokenOpen:
			if t.ref == 0 {
				continue
			}
			inside := b.item(j)
			j = t.ref
			if inside == nil || len(l.parts) > 0 && b.Quantities[inside.ref].Unit != l.unit {
				continue
			}
			t = inside // 征地拆迁（12件）、财政资金（5件）
		case tokenClose:
			if t.ref > 0 && t.depth < depth {
				return l
			}
			continue
		case tokenStop:
			if !t.line || depth > 0 || !goesOn(b.Text[:t.start]) {
				return l
			}
			l.sep = sepSemi
			continue
		case tokenSemi:
			if len(l.parts) == 0 && !colon {
				return l
			}
			l.sep = sepSemi
			continue
		case tokenComma:
			l.sep = max(l.sep, sepComma)
			continue
		case tokenColon:
			if len(l.parts) > 0 && b.tokens[j-1].kind == tokenQuantity && b.tokens[j-1].ref == l.parts[len(l.parts)-1].Quantity {
				l.cut = true // 撤回1件，审结6件：维持4件、纠正2件
				return l
			}
			colon = colon || len(l.parts) == 0
			continue
		case tokenPause, tokenPlus:
			l.sep = max(l.sep, sepPause)
			continue
		case tokenWord:
			switch t.word {
			case wordWithout:
				without = t.clause
			case wordShare:
				base = t.clause
			case wordRespect:
				if len(l.parts) > 0 && from > 0 && b.tokens[from-1].word == wordRespect {
					return l
				}
				b.done[j] = true
				if len(l.parts) == 0 {
					l.respect = j
				}
			case wordLead, wordAll:
				if len(l.parts) == 0 {
					b.done[j] = true
					continue
				}
				// A list within the list: go on behind the next ； where ； holds the outer one together.
				l.cut = true
				if l.rule != sepNone && l.rule != sepSemi {
					return l
				}
				for j+1 < len(b.tokens) && j-from <= mostTokens && b.tokens[j+1].kind != tokenSemi && b.tokens[j+1].kind != tokenStop {
					j++
				}
				colon = true
			}
			continue
		}
		q := &b.Quantities[t.ref]
		if n := len(l.parts); n > 0 && l.sep == sepNone && startsWithAny(strings.TrimLeft(b.Text[b.Quantities[l.parts[n-1].Quantity].Span.End:], " "), "以及", "和", "及", "与") {
			l.sep = sepPause // …、集锦6条以及公示1条
		}
		if q.Form == Time && strings.HasPrefix(q.Unit, "年") && q.Value > 1900*One {
			l.dated = true
		}
		if (q.Form != Count && q.Form != Money) || q.None || t.clause == without || q.Sense == Difference {
			continue
		}
		if t.clause == base && len(l.parts) > 0 && b.tokens[j-1].kind == tokenWord && b.tokens[j-1].word == wordShare {
			continue // 占公开总数412条的32%
		}
		if len(l.parts) > 0 && b.isTotal(q) {
			l.total = t.ref
			return l
		}
		if b.isBase(j) {
			return l // 新收申请93件中，自然人提出20件 begins a statement
		}
		if n := len(l.parts); n > 1 && l.sep == sepNone && q.Unit != l.unit && q.Value == Value(n)*One {
			l.counted = true
			continue // 转载50条、解读30条两部分组成, 专题会6次、调度会3次等两类
		}
		label := b.label(q, lead)
		if t.depth > depth {
			label = b.bracketed(j - 2)
		}
		if len(l.parts) == 0 {
			l.unit, l.first = q.Unit, t.ref
			l.wholes = wholes(q.Unit, q.Sense)
			if len(l.wholes) == 0 {
				return l
			}
		} else {
			head := &b.Quantities[l.first]
			if q.Sense != head.Sense {
				continue
			}
			if q.Unit != l.unit {
				text := label.Of(b.Text)
				odd := l.rule == sepNone && q.Unit == b.Quantities[l.wholes[0]].Unit && Alike(q.Unit, l.unit) // 47条，其中文件22件，公告16条
				if !odd && l.sep > sepPause && (l.sep > l.rule || prefixOf(text, predicates) != "") || hasPrefixOf(text, restarts) {
					return l
				}
				l.mixed = true
			} else if b.ends(l, j, label, lead, colon) {
				return l
			}
			if l.rule == sepNone {
				l.rule = l.sep
			}
		}
		l.sep = sepNone
		l.parts = append(l.parts, Part{Quantity: t.ref, Share: b.share[t.ref], Label: label})
		if q.Unit == l.unit {
			l.sum += q.Value
			l.most = max(l.most, q.Value)
		}
	}
	return l
}

// item is the only number in a bracket that stands behind a name and ends its item: 征地拆迁（12件）、.
func (b *breaker) item(i int) *token {
	open := &b.tokens[i]
	if open.ref != i+2 || b.tokens[i+1].kind != tokenQuantity {
		return nil
	}
	q := &b.Quantities[b.tokens[i+1].ref]
	if (q.Form != Count && q.Form != Money) || q.None || b.trim(q.Before) != (Span{q.Span.Start, q.Span.Start}) {
		return nil
	}
	if i > 0 && b.tokens[i-1].kind == tokenQuantity && skipBlanks(b.Text, b.tokens[i-1].end) == open.start {
		return nil // 407条（12件） says something of the 407
	}
	if i+3 < len(b.tokens) {
		switch next := &b.tokens[i+3]; next.kind {
		case tokenQuantity, tokenOpen, tokenWord:
			return nil
		}
	}
	return &b.tokens[i+1]
}

// bracketed is the name before a bracket with an item's number.
func (b *breaker) bracketed(i int) Span {
	open := &b.tokens[i]
	from := b.Clauses[open.clause].Start
	if i > 0 && b.tokens[i-1].end > from {
		from = b.tokens[i-1].end
	}
	return b.trim(Span{min(from, open.start), open.start})
}

// label is what an item is called: the words before its number, else those behind it.
func (b *breaker) label(q *Quantity, lead Span) Span {
	s := q.Before
	if s.Start < lead.End && lead.End <= s.End {
		s = b.trim(Span{lead.End, s.End})
	}
	if s.Start >= s.End {
		return q.After
	}
	return s
}

// kin reports whether two labels are made alike: 当面申请 and 网络申请, 概况类 and 财政类.
func (b *breaker) kin(a, c string) bool {
	if a == "" || c == "" {
		return a == c
	}
	if containsAny(a, channels...) && containsAny(c, channels...) && !containsAny(a, predicates...) {
		return true
	}
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeLastRuneInString(c)
	if x == y {
		return true
	}
	return len(a) >= 6 && len(c) >= 6 && a[:6] == c[:6]
}

// sameKind reports whether two labels name things of one kind: 维持 and 纠正.
func sameKind(a, c string) bool {
	a, c = a[:min(len(a), longestName)], c[:min(len(c), longestName)]
	for _, kind := range kinds {
		if containsAny(a, kind...) && containsAny(c, kind...) {
			return true
		}
	}
	return false
}

func prefixOf(text string, list []string) string {
	for _, w := range list {
		if strings.HasPrefix(text, w) {
			return w
		}
	}
	return ""
}

func hasPrefixOf(text string, list []string) bool {
	return prefixOf(text, list) != "" || beginsWithDigit(text)
}

// beginsWithDigit reports whether a label begins with a year: 2023年制定的.
func beginsWithDigit(text string) bool {
	_, size := digitAt(text)
	return size > 0
}
