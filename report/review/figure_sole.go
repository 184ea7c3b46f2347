package review

import (
	"slices"
	"strings"

	"nianbao/report/review/quantity"
)

// figureAll are words that say that all are of one kind.
var figureAll = []string{"均", "均为", "都", "都为", "皆", "皆为", "全", "全部"}

// figureOfAll are topics whose number is that of all applications.
var figureOfAll = []string{"received", "new", "handled", "closed", "answered"}

// sole notes a clause that says that all applications came from one kind of applicant, through one channel, or were granted: 收到申请12件，全部由自然人提出. It says
// that there is none of the others, which the table may have.
func (r *figureReader) sole(seg []figureToken, from, to int) {
	kind := slices.IndexFunc(seg, func(t figureToken) bool { return t.role == roleApplicant || t.role == roleWay || t.role == roleResult })
	if kind < 0 {
		r.finished(seg, from, to)
	}
	if kind <= 0 {
		return
	}
	all := -1
	for i := kind - 1; i >= 0 && all < 0; i-- {
		if slices.Contains(figureAll, r.text[seg[i].start:seg[i].end]) {
			all = i
		} else if seg[i].role != roleFiller {
			return
		}
	}
	if seg[kind].code == "upheld" {
		r.upheld(seg, kind, all, from, to)
		return
	}
	topic := map[figureRole]string{roleApplicant: "others.applicant.", roleWay: "others.way.", roleResult: "others."}[seg[kind].role] + seg[kind].code
	if _, known := figureTopics[topic]; all < 0 || !known || !r.soleWords(seg, kind, from, to) {
		return
	}
	maybe := r.maybe != nil && r.maybe == r.counted && r.receivedAre(r.maybe)
	if !maybe && !r.ofAll(seg[:all]) {
		return
	}
	q := &quantity.Quantity{Span: quantity.Span{Start: seg[all].start, End: r.soleEnd(seg, to)}, Form: quantity.Count, Step: quantity.One, None: true}
	r.out = append(r.out, figureStatement{part: r.p, q: q, topics: []string{topic}, scope: r.scope, loose: maybe})
}

// upheld notes a clause that says that all cases of a kind ended so, and none otherwise: 行政复议3件，复议结果均为维持.
func (r *figureReader) upheld(seg []figureToken, kind, all, from, to int) {
	if all < 0 || len(r.out) == 0 || r.counted == nil {
		return
	}
	last := r.out[len(r.out)-1]
	topic := "others.upheld." + last.topics[0]
	if _, known := figureTopics[topic]; !known || len(last.topics) > 1 || last.q != r.counted || last.scope != "" || last.q.None || last.q.Value == 0 || !r.soleWords(seg, kind, from, to) {
		return
	}
	q := &quantity.Quantity{Span: quantity.Span{Start: seg[all].start, End: r.soleEnd(seg, to)}, Form: quantity.Count, Step: quantity.One, None: true}
	r.out = append(r.out, figureStatement{part: r.p, q: q, topics: []string{topic}, scope: r.scope, loose: last.loose})
}

// finished notes a clause that says that all applications were closed, so that none is carried over: 收到申请12件，均已办结. They may have been closed
// only in the next year, before the report was written: it hints.
func (r *figureReader) finished(seg []figureToken, from, to int) {
	n := len(seg) - 1
	if n < 0 || r.counted == nil || seg[n].role != roleVerb || seg[n].code != "close" && seg[n].code != "close_on_time" || !containsAny(r.text[from:to], figureAll) || !(r.maybe == r.counted && r.receivedAre(r.maybe)) && !r.ofAll(nil) {
		return
	}
	at := from
	for i, t := range seg {
		if figureUnknown(r.text[at:max(at, t.start)]) || i < n && t.role != roleFiller && t.role != roleEach && t.role != roleSum && t.role != roleOwn {
			return
		}
		at = t.end
	}
	if figureUnknown(r.text[at:to]) {
		return
	}
	q := &quantity.Quantity{Span: quantity.Span{Start: seg[0].start, End: seg[n].end}, Form: quantity.Count, Step: quantity.One, None: true}
	r.out = append(r.out, figureStatement{part: r.p, q: q, topics: []string{"over"}, scope: r.scope, loose: true})
}

// receivedAre reports whether a number is that of the applications in the table, so that it may well stand for them.
func (r *figureReader) receivedAre(q *quantity.Quantity) bool {
	if r.s.Edition == nil {
		return false
	}
	sum := r.s.figureOf("requests.received")
	return sum.known && sum.value == q.Value
}

// soleEnd is where the last word of a clause ends.
func (r *figureReader) soleEnd(seg []figureToken, to int) int { return min(to, seg[len(seg)-1].end) }

// soleWords reports whether all words of a clause are known and none of them narrows it.
func (r *figureReader) soleWords(seg []figureToken, kind, from, to int) bool {
	at := from
	for i, t := range seg {
		if figureUnknown(r.text[at:max(at, t.start)]) {
			return false
		}
		at = max(at, t.end)
		switch t.role {
		case roleFiller, roleEach, roleOwn, roleSum:
		case roleVerb:
			if t.code != "receive" && t.code != "new" && t.code != "handle" {
				return false
			}
		case roleObject:
			if t.code != "request" && t.code != "apply" && (seg[kind].code != "upheld" || t.code != "case" && figureFamily(t.code) != familyAppeal) {
				return false
			}
		case roleApplicant, roleWay, roleResult:
			if i != kind {
				return false
			}
		default:
			return false
		}
	}
	return !figureUnknown(r.text[at:max(at, to)])
}

// ofAll reports whether a clause speaks of all applications: by its own words, or because the number before it is theirs.
func (r *figureReader) ofAll(head []figureToken) bool {
	said := len(r.out) > 0 && r.out[len(r.out)-1].q == r.counted
	if r.counted != nil {
		last := figureStatement{}
		if said {
			last = r.out[len(r.out)-1]
		}
		return said && len(last.topics) == 1 && slices.Contains(figureOfAll, last.topics[0]) && !last.loose && last.scope == "" && !last.q.None && last.q.Value > 0
	}
	return slices.ContainsFunc(head, func(t figureToken) bool {
		return t.role == roleObject || strings.HasPrefix(r.text[t.start:t.end], "申请")
	}) && (r.family == familyRequest || slices.ContainsFunc(head, func(t figureToken) bool { return t.code == "request" }))
}
