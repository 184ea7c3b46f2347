package quantity

import (
	"slices"
	"strings"
	"unicode/utf8"
)

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
