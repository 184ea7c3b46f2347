package quantity

import (
	"slices"
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

// goesOn reports whether a line ends like one that goes on.
func goesOn(text string) bool {
	text = strings.TrimRight(text[max(0, len(text)-8):], " \r\t")
	for _, mark := range [...]string{"；", ";", "：", ":", "、", "，", ","} {
		if strings.HasSuffix(text, mark) {
			return true
		}
	}
	return false
}

// ends reports whether a quantity no longer belongs to a list.
func (b *breaker) ends(l *list, at int, label, lead Span, colon bool) bool {
	text, head := label.Of(b.Text), l.parts[0].Label.Of(b.Text)
	last := l.parts[len(l.parts)-1].Label.Of(b.Text)
	if enumerated(text) && !enumerated(head) || l.sep >= sepComma && containsAny(text, groups...) && !containsAny(head, groups...) {
		return true // 五是…; 镇本级信息中动态类150条
	}
	if again, ok := strings.CutSuffix(text, "的"); ok && l.sep >= sepComma && slices.ContainsFunc(l.parts, func(p Part) bool { return p.Label.Of(b.Text) == again }) {
		return true // 其中主办5件，…；主办的5件
	}
	if l.sep <= sepComma && prefixOf(text, remainders) != "" && !hasPrefixOf(text, restarts) {
		return false // 新增5个、合并4个，其余3个予以撤销
	}
	if l.sep == sepPause && l.rule <= sepPause && l.rule != sepNone {
		return false
	}
	if l.sep == sepSemi && l.rule != sepSemi && !colon && flows(text) && !flows(head) {
		return true // 新发布486条，其中政策类64条；下线127条；年末存量2843条
	}
	alike := func() bool { return sameKind(text, head) || sameKind(text, last) }
	kin := b.kin(text, head) || b.kin(text, last) || alike()
	if l.sep == sepSemi && len(l.parts) == 1 && !colon && !kin && b.beyond(l, b.Quantities[b.tokens[at].ref].Value) {
		return true // 新增12块，其中村级9块；更换21块
	}
	if l.sep >= sepComma {
		if hasPrefixOf(text, restarts) && !(beginsWithDigit(text) && beginsWithDigit(head)) {
			return true
		}
		if v := prefixOf(text, predicates); v != "" && !strings.HasPrefix(head, v) && !alike() {
			return true
		}
		if containsAny(text, "报送", "上报") && !containsAny(head, "报送", "上报") {
			return true
		}
		if v := prefixOf(text, verbal); v != "" && !kin && !strings.HasPrefix(head, v) && !nominal(text[len(v):]) {
			return true
		}
	}
	switch {
	case l.sep == sepNone && !kin:
		return true
	case l.rule != sepNone && l.sep > l.rule && (!kin || b.full(l)):
		return true
	case l.sep == sepSemi && l.rule == sepNone && !kin && !colon && !b.semis(at, l.unit):
		return true
	case l.sep >= sepComma && !kin && b.tail(at, l.unit) < longestTail:
		for _, w := range l.wholes {
			if b.Quantities[w].Value == l.sum {
				return true
			}
		}
	}
	return false
}

// beyond reports whether a number is larger than everything that a list may be of.
func (b *breaker) beyond(l *list, v Value) bool {
	for _, w := range l.wholes {
		if b.Quantities[w].Value >= v {
			return false
		}
	}
	return true
}

// flows reports whether a label is of what else was done, or of what there is at the end, and not of a part.
func flows(label string) bool {
	return startsWithAny(label, flowing...) || endsWithAny(label, flowing...) || containsAny(label, standing...)
}

// enumerated reports whether a text begins with the number of a point: 五是.
func enumerated(text string) bool {
	r, size := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("一二三四五六七八九十", r) && strings.HasPrefix(text[size:], "是") || startsWithAny(text, "首先", "其次", "再次", "最后")
}

// nominal reports whether what stands behind a verb makes it a name, and not what was done: 组织机构信息, 公开指南.
func nominal(rest string) bool {
	rest = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(rest, "各类"), "政府"), "政务")
	return rest != "信息" && len(rest) <= longestItem && endsWithAny(rest, "信息", "类", "指南", "目录", "年报", "报告", "制度", "机构", "文件")
}

// semis reports whether the item at a token and the next one are plain items with ； between them: 其中综合59条；人事1条；财政5条.
func (b *breaker) semis(at int, unit string) bool {
	items, begun := 0, true
	for j := at; j < len(b.tokens) && items < 2; j++ {
		t := &b.tokens[j]
		switch {
		case t.kind == tokenSemi:
			begun = true
			continue
		case t.kind == tokenComma, t.kind == tokenWord && t.word == wordShare, t.kind == tokenQuantity && b.Quantities[t.ref].Form == Percent:
			continue // 占41%
		case t.kind != tokenQuantity || items == 0 && !begun:
			return false
		}
		q := &b.Quantities[t.ref]
		label := q.Before.Of(b.Text)
		if q.Unit != unit || len(label) > longestName/2 || label == "" || containsAny(label, predicates...) || containsAny(label, restarts...) {
			break
		}
		items, begun = items+1, false
	}
	return items == 2
}

// tail counts the plain items of a unit from a token on: so many more do not begin a statement of their own.
func (b *breaker) tail(at int, unit string) int {
	items := 0
	for j := at; j < len(b.tokens) && items < longestTail; j++ {
		t := &b.tokens[j]
		if t.kind == tokenComma || t.kind == tokenPause {
			continue
		}
		if t.kind != tokenQuantity {
			break
		}
		q := &b.Quantities[t.ref]
		label := q.Before.Of(b.Text)
		if q.Unit != unit || label == "" || len(label) > longestName/3 || containsAny(label, predicates...) || containsAny(label, restarts...) {
			break
		}
		items++
	}
	return items
}

// full reports whether the parts make up the nearest whole already: behind ； they are then divided in another way.
func (b *breaker) full(l *list) bool {
	for _, w := range l.wholes {
		if q := &b.Quantities[w]; q.Unit == l.unit {
			return l.sum >= q.Value
		}
	}
	return false
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
