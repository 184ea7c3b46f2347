package quantity

import "strings"

// base reads the list behind the number that it is of: 18件中予以公开11件、部分公开7件.
func (b *breaker) base(i int) {
	t := &b.tokens[i]
	if q := &b.Quantities[t.ref]; q.Form != Count || q.None || i+1 >= len(b.tokens) || !b.isBase(i) {
		return
	}
	from := i + 1
	if b.tokens[from].kind == tokenComma {
		from++
	}
	if from >= len(b.tokens) || b.tokens[from].kind != tokenQuantity {
		return
	}
	q := &b.Quantities[t.ref]
	at := t.end + strings.Index(b.Text[t.end:], "中") + len("中")
	lead := Span{at - len("中"), at}
	l := b.gather(from, t.depth, lead, func(unit string, sense Sense) []int {
		if unit == q.Unit {
			return []int{t.ref}
		}
		return nil
	})
	if len(l.parts) > 0 {
		b.take(t.ref, lead, l, b.rest(l))
	}
}

// isBase reports whether the number at a token is what the numbers behind it are of: 18件中予以公开11件, 49件自然人申请中，….
func (b *breaker) isBase(i int) bool {
	t := &b.tokens[i]
	rest := b.Text[t.end:min(len(b.Text), t.end+longestItem*2)]
	at := strings.Index(rest, "中")
	if at < 0 || startsWithAny(rest[at+len("中"):], notAmong...) {
		return false
	}
	if at == 0 && startsWithAny(rest[len("中"):], "，", ",") {
		return true
	}
	if i+1 >= len(b.tokens) || b.tokens[i+1].start < t.end+at {
		return false
	}
	if at > 0 && !endsWithAny(rest[:at+len("中")], groups...) && (at < len("栏目") || !strings.Contains(b.Text[max(0, t.start-longestOpening*2):t.start], rest[:at])) {
		return false // 8块公开栏中 takes up a name
	}
	for j := i + 1; j < len(b.tokens) && j <= i+2; j++ {
		switch next := &b.tokens[j]; {
		case next.kind == tokenComma || next.kind == tokenWord:
			continue
		case next.kind == tokenQuantity:
			q := &b.Quantities[next.ref]
			return q.Form == Count && !q.None && q.Unit == b.Quantities[t.ref].Unit
		}
		break
	}
	return false
}
