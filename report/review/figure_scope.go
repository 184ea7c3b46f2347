package review

import (
	"slices"
	"strings"

	"nianbao/report/review/quantity"
)

// figureYears are words for the year before.
var figureYears = []string{"上年", "去年", "上一年", "往年", "前年", "同期", "近"}

// goesBack notes that a number is another year's, so that what the text lists of it is, too.
func (r *figureReader) goesBack(q *quantity.Quantity, c *figureClause, from int) {
	said := q.Sense == quantity.Previous || slices.ContainsFunc(c.years, func(y int) bool { return y < 0 && y > -60 })
	lead := r.text[from:q.Span.Start]
	if before := r.text[max(r.line, r.sentence, from-24):from]; r.elsewhen && endsInAny(before, []string{"：", ":"}) {
		said = said || containsAny(before, []string{"年", "同期"}) // 对照2022年：新收9件、办结8件
	}
	switch {
	case said, c.elsewhen && containsAny(lead, figureYears):
		r.past, r.pastHead = true, len(r.out) == r.told
	case c.elsewhen && slices.ContainsFunc(c.verbs, figureCountVerb) && containsAny(lead, []string{"季度", "半年", "月"}):
		r.past, r.pastHead = true, true
	}
}

// stillBack reports whether a number is one of those listed of another year's: 上年同期3件，其中2件维持、1件纠正.
func (r *figureReader) stillBack(q *quantity.Quantity, c *figureClause, from int) bool {
	lead := r.text[from:q.Span.Start]
	r.past = !c.dated && !c.sum && (c.part || r.pastHead || beginsWith(lead, figureLinks) || endsInAny(r.text[:from], figureLinks))
	return r.past
}

// figureLinks join a number to the one before it.
var figureLinks = []string{"、", "和", "及", "与", "中", "（", "(", "件中", "申请中", "件申请中", "的"}

// begins reports whether a number is only the whole of what follows, so that the words behind it are the next number's: 18件中予以公开11件;
// 15件予以公开11件.
func (r *figureReader) begins(toks []figureToken, t figureToken) bool {
	n := len(toks)
	switch t.role {
	case roleFiller:
		word := r.text[t.start:t.end]
		return (word == "中" || word == "当中") && (n == 0 || toks[n-1].end == t.start) && figureBase(r.text[t.start:min(len(r.text), t.end+9)]) &&
			!slices.ContainsFunc(toks, func(o figureToken) bool { return o.role == roleResult || o.role == roleVerb })
	case roleNumber:
		if n == 0 || toks[n-1].role != roleResult || toks[n-1].end != t.start || r.qs[t.number].None || r.qs[t.number].Unit == "" || slices.ContainsFunc(toks, func(o figureToken) bool { return o.role == roleVerb }) {
			return false
		}
		rest := r.text[t.end:]
		return rest == "" || beginsWith(rest, []string{"，", ",", "、", "。", "；", ";", "和", "\n", "）", ")"})
	}
	return false
}

// leads reports whether a number begins a list of results that stand behind theirs: 办结件中8件予以公开、1件部分公开.
func (r *figureReader) leads(number int) bool {
	at := r.toks[number]
	return number+1 < len(r.toks) && r.toks[number+1].role == roleResult && r.toks[number+1].start == at.end && strings.HasSuffix(r.text[:at.start], "中") && !strings.HasSuffix(r.text[:at.start], "其中")
}

// chained are the numbers that a list goes on with directly behind another: 1124件、63件和2件.
func (r *figureReader) chained(number int) (out []*quantity.Quantity) {
	for i := number; i+2 < len(r.toks); i += 2 {
		list, next := r.toks[i+1], r.toks[i+2]
		if list.role != roleList || next.role != roleNumber || list.start != r.toks[i].end || next.start != list.end || r.qs[next.number].None {
			break
		}
		out = append(out, &r.qs[next.number])
	}
	return out
}

// figureKinds is how many results the words of a clause name.
func figureKinds(seg []figureToken) (n int) {
	for _, t := range seg {
		if t.role == roleResult {
			n++
		}
	}
	return n
}
