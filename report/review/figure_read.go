package review

import (
	"slices"
	"strings"
)

// figureLongestClause is how many words of a clause are kept over a bracket.
const figureLongestClause = 60

func (r *figureReader) read() {
	seg := make([]figureToken, 0, 16)
	var saved []figureToken // what stands before an open bracket
	from, savedFrom, opened := 0, 0, 0
	bracket, counted := false, false
	outer := false           // the number before the bracket is another year's
	var before []figureToken // the clause before a colon
	beforeFrom, beforeTo := 0, 0
	heading := true // the paragraph so far is one short sentence
	var headFamily string
	for i := 0; i < len(r.toks); i++ {
		t := r.toks[i]
		switch t.role {
		case roleSoft:
			mark := r.text[t.start:t.end]
			open, shut := mark == "（" || mark == "(", strings.HasPrefix(strings.TrimPrefix(mark, "。"), "）") || mark == ")"
			switch {
			case open:
				r.sole(seg, from, t.start)
				r.absorb(seg, from, t.start)
				saved, savedFrom, opened = append(saved[:0], seg...), from, t.start
				bracket, counted = len(seg) <= figureLongestClause, false
				outer = r.past
				seg, from = seg[:0], t.end
			case shut && bracket && !counted:
				r.past = outer
				r.sole(seg, from, t.start)
				seg, from, bracket = append(seg[:0], saved...), savedFrom, false
				seg = append(seg, figureToken{start: opened, end: t.end, role: roleOpaque})
			default:
				r.sole(seg, from, t.start)
				r.absorb(seg, from, t.start)
				if before = before[:0]; (mark == "：" || mark == ":") && len(seg) <= figureLongestClause {
					before, beforeFrom, beforeTo = append(before, seg...), from, t.start
				}
				seg, from, bracket = seg[:0], t.end, bracket && !shut
				r.past = r.past && !shut || shut && outer
			}
		case roleHard:
			r.sole(seg, from, t.start)
			r.absorb(seg, from, t.start)
			seg, from, bracket = seg[:0], t.end, false
			r.past, r.told = false, len(r.out)
			if mark := r.text[t.start:t.end]; mark != "；" && mark != ";" {
				r.verb, r.results, r.elsewhen, r.revising, r.dated, r.attributes, r.applied, r.spoke, r.counted = "", false, false, false, false, false, false, false, nil
				heading = false
				r.sentence = t.end
				if !r.government() { // a government goes on about all of its county
					r.scope = ""
				}
			}
		case roleParagraph:
			r.absorb(seg, from, t.start)
			if heading && r.family != "" && r.family != familyForeign {
				headFamily = r.family
			}
			seg, from, bracket, heading = seg[:0], t.end, false, true
			r.paragraph()
			r.line, r.sentence = t.end, t.end
			if r.family == "" && headFamily != "" {
				r.family = headFamily
				r.info = r.info || headFamily == familyRequest
			}
		case roleRatio:
			r.absorb(seg, from, t.start)
			seg, from = seg[:0], t.end
			r.elsewhen, r.past = false, false // 同比增长 25% has said what it compares
		case roleNumber:
			counted, heading = true, false
			q := &r.qs[t.number]
			if r.counted = q; q.None {
				number := i
				var end int
				seg, i, end = r.through(seg, i)
				if from == beforeTo+len("：") || from == beforeTo+len(":") {
					if !slices.ContainsFunc(seg, figureToken.tells) && len(before) > 0 && !figureUnknown(r.text[t.end:end]) {
						r.resolve(number, before, beforeFrom, beforeTo) // 行政复议情况：无。
						seg, from = seg[:0], end
						continue
					}
				}
				r.resolve(number, seg, from, end)
				r.absorb(seg, from, end)
				seg, from = seg[:0], end
				continue
			}
			if n := len(seg); n > 0 && seg[n-1].role == roleList && from < r.behindTo && seg[n-1].start >= r.behindTo && !figureUnknown(r.text[seg[n-1].end:t.start]) {
				seg, from = seg[:0], seg[n-1].end // 3名专职和2名兼职: what stands between belongs to the first
			}
			stated := len(r.out)
			if (from == beforeTo+len("：") || from == beforeTo+len(":")) && len(before) > 0 && !slices.ContainsFunc(seg, figureToken.tells) && !figureUnknown(r.text[from:t.start]) &&
				!(i+1 < len(r.toks) && r.toks[i+1].start == t.end && r.toks[i+1].tells()) { // 已答复：1件予以公开
				r.resolve(i, before, beforeFrom, beforeTo) // 新收申请数量：15件
			} else {
				r.resolve(i, seg, from, t.start)
			}
			r.stillOpen(q, stated)
			r.absorb(seg, from, t.start)
			seg, from = seg[:0], t.end
			r.elsewhen = false
		default:
			seg = append(seg, t)
		}
	}
}

// through takes the words behind a word of none to the end of their clause, lists included. It returns the index of the last token
// taken and where the clause ends.
func (r *figureReader) through(seg []figureToken, i int) ([]figureToken, int, int) {
	end := r.toks[i].end
	for i+1 < len(r.toks) {
		t := r.toks[i+1]
		if t.role == roleSoft || t.role == roleHard || t.role == roleParagraph || t.role == roleNumber || t.role == roleRatio {
			return seg, i, t.start
		}
		seg = append(seg, t)
		end = t.end
		i++
	}
	return seg, i, max(end, len(r.text))
}

// absorb takes over what a clause tells to those behind it.
func (r *figureReader) absorb(seg []figureToken, from, to int) {
	said, other, acted := false, false, false
	at := from
	trailing := false // an unknown word stands behind a verb
	for _, t := range seg {
		if acted && figureUnknown(r.text[min(at, t.start):t.start]) {
			trailing = true
		}
		at = max(at, t.end)
		switch t.role {
		case roleVerb:
			r.verb, said, acted = t.code, true, true
		case roleObject:
			said, acted = true, true
			if t.code == "items" && strings.Contains(r.text[t.start:t.end], "公开") {
				r.verb = "publish" // 公开政府信息 is one word here
			}
			if t.code == "case" || t.code == "apply" { // of what was spoken of before
				r.applied = r.applied || t.code == "apply"
				continue
			}
			if f := figureFamily(t.code); f != r.family {
				r.results = false
			}
			r.family, r.object, r.familyAt = figureFamily(t.code), t.code, t.start
			r.info = r.info || t.code == "request" || strings.Contains(r.text[t.start:t.end], "信息公开")
			trailing = false
		case roleResult:
			r.results, said = true, true
		case roleForeign:
			r.family, r.object, r.applied, r.familyAt = familyForeign, "", false, t.start
			r.still = slices.Contains(figureStill, r.text[t.start:t.end])
			said = true
		case roleWide:
			if !strings.Contains(r.scope, r.text[t.start:t.end]) {
				r.scope += r.text[t.start:t.end]
			}
		case roleOwn:
			switch t.code {
			case "time", "year":
				r.dated, other = true, false
			case "":
				r.scope = ""
			}
		case roleElsewhen:
			other = true
		case roleFiller:
			r.info = r.info || t.code == "info"
			r.applied = r.applied || strings.HasPrefix(r.text[t.start:t.end], "申请")
		case roleWay:
			said = true
		}
	}
	if figureUnknown(r.text[min(at, to):to]) && said && len(seg) > 0 && seg[len(seg)-1].role == roleVerb && r.family == familyRequest && figureCountVerb(seg[len(seg)-1].code) {
		trailing = true
	}
	if trailing && r.family == familyRequest && !slices.ContainsFunc(seg, func(t figureToken) bool { return t.role == roleObject }) {
		r.family, r.object, r.still = familyForeign, "", true // 制定答复模板5个
	}
	if len(seg) > 0 {
		r.elsewhen = other && !said
		r.revising = r.revising || other && r.verb == "revise" && r.family == familyDocument // 对2020年以来的规范性文件开展清理: not all of them
	}
}
