package review

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/review/gazetteer"
)

const codeForeign = "agency.foreign"

// agencies find whose report it is not: where another agency is the one who reports. That others are named proves nothing, they are partners,
// superiors, hosts, or the place of a project; what counts is that a clause has them do this agency's work.
var agencies = family{
	rules: []Rule{{Code: codeForeign, Severities: []report.Severity{report.SeverityWarning, report.SeverityHint},
		Finds: "another agency where the reporting one must stand: its name or short name as the one who reports, a self-reference of the wrong kind, " +
			"title and signature of different agencies",
		Example: "安庆矿区办事处的报告里写“新洲乡暂未收到政府信息公开申请”，或称“我乡”"}},
	check: checkAgencies,
}

// longestNaming is, in bytes, the longest clause in which names are looked for that stand anywhere.
const longestNaming = 1200

// mostTurns bounds the places in one clause where a subject may stand.
const mostTurns = 3

func checkAgencies(s *Subject) {
	us := newAgencySelf(s)
	if us.name == "" || !us.known(s) {
		return
	}
	checkSigned(s, us)
	var foreign, unsure []foreignName
	words := newSelfWords(us)
	for _, p := range s.Parts {
		switch p.Key {
		case report.PartNumber, report.PartTitle, report.PartSignature, report.PartClosing:
			continue
		}
		seen := 0 // where the last one ends
		eachClause(p, func(start, end int, turns []int) {
			for _, m := range us.mentionsIn(newAgencyClause(p.Text, start, end), turns) {
				if m.end <= seen || m.start < seen {
					continue // a part of the one before
				}
				if us.coversOwn(p.Text, m) {
					continue
				}
				if !us.isForeign(m, p.Text) {
					if !us.otherKind(m, p.Text) && !us.maybeForeign(m, p.Text) {
						continue
					}
					m.unsure = true
				} else if us.unproved(m, p.Text) {
					m.unsure = true
				}
				if seen = m.end; m.unsure {
					unsure = append(unsure, us.newForeignName(p, m))
				} else {
					foreign = append(foreign, us.newForeignName(p, m))
				}
			}
		}, func(at int) { words.look(p, at) })
	}
	if us.doubtful(s, foreign) {
		foreign = nil
	}
	foreign = append(foreign, beginning(s, append(us.besideWithoutFunction(), shortNames(us, foreign)...))...)
	for _, f := range append(foreign, unsure...) {
		s.Add(f.finding(us))
	}
	words.report(s)
}

// agencyClause is a clause in which names of agencies are looked for.
type agencyClause struct {
	searched
	whole      string // the text that it stands in, from start to end
	start, end int
	places     []gazetteer.Hit // that stand in it, once they were asked for
	found      bool
}

func newAgencyClause(text string, start, end int) *agencyClause {
	return &agencyClause{searched: newSearched(text[start:end]), whole: text, start: start, end: end}
}

// hits are the names of places in the clause.
func (c *agencyClause) hits() []gazetteer.Hit {
	if !c.found {
		c.places, c.found = gazetteer.Find(c.text), true
	}
	return c.places
}

// mentionsIn are the names in a clause that may be the one's who reports, in order. In a clause longer than any that people write only its
// beginning and what turns there are looked at.
func (us *agencySelf) mentionsIn(c *agencyClause, turns []int) (mentions []agencyMention) {
	text, start, end := c.whole, c.start, c.end
	if m, ok := us.mentionAt(text, start, end); ok {
		mentions = append(mentions, m)
	}
	for _, at := range turns {
		if m, ok := us.mentionAt(text, at, end); ok {
			mentions = append(mentions, m)
		}
	}
	if end-start < longestNaming {
		mentions = append(mentions, reportedIn(c)...)
		mentions = append(append(mentions, us.namedIn(c)...), us.abroadIn(c)...)
		if local := us.local(); local || us.kind == "department" {
			mentions = append(mentions, roomsIn(c, local)...)
		}
		if m, ok := us.accountIn(c); ok {
			mentions = append(mentions, m)
		}
		if us.branch {
			mentions = append(mentions, us.branchesIn(c)...)
		}
	}
	slices.SortStableFunc(mentions, func(a, b agencyMention) int { return cmp.Compare(a.start, b.start) })
	return mentions
}

// worksAt reports whether what stands behind 办 or 处 makes a deed of it, not an office: 办理, 处罚.
func worksAt(behind string) bool {
	r, _ := utf8.DecodeRuneInString(behind)
	switch r {
	case '理', '结', '件', '法', '好', '成', '案', '完', '文', '税', '证', '罚', '置', '分', '于':
		return true
	}
	return false
}

// clauseRunes are the characters that eachClause looks at.
var clauseRunes = newRuneSet("《“》”，,。；;：:？！?!\n下署求神定排来底市州旗省院队木委厅办处道心县区乡镇局我本全街")

// eachClause goes through the clauses of a text, those that begin in 《》 or “” left out, and through the characters of self-references. turns
// are where the subject may stand within the clause, behind what should end in a comma.
func eachClause(p *Part, clause func(start, end int, turns []int), word func(at int)) {
	text := p.Text
	runes, at := p.Runes()
	start, depth := 0, 0
	var turns []int
	inside := false // the clause began inside marks
	named := false  // and it has a character that names of agencies end in
	for k := clauseRunes.next(runes, 0); k < len(runes); k = clauseRunes.next(runes, k+1) {
		r, i := runes[k], int(at[k])
		switch r {
		case '《', '“':
			depth++
		case '》', '”':
			depth = max(depth-1, 0)
		case '，', ',', '。', '；', ';', '：', ':', '？', '！', '?', '!', '\n':
			if named && !inside {
				clause(start, i, turns)
			}
			turns = turns[:0]
			if r == '\n' {
				depth = 0
			}
			start, inside, named = i+utf8.RuneLen(r), depth > 0, false
		case '下', '署', '求', '神', '定', '排', '来', '底':
			if end := i + utf8.RuneLen(r); depth == 0 && end-start < longestNaming && len(turns) < mostTurns && turnsAt(text[start:end]) {
				turns = append(turns, end)
			}
		case '市', '州', '旗', '省', '院', '队', '木':
			named = true
		case '委', '厅':
			if named = true; depth == 0 {
				word(i)
			}
		case '办', '处':
			named = named || !worksAt(text[i+utf8.RuneLen(r):])
		case '道', '心':
			named = named || strings.HasSuffix(text[:i], "街") || strings.HasSuffix(text[:i], "中")
		case '县', '区', '乡', '镇', '局':
			named = true
			fallthrough
		case '我', '本', '全', '街':
			if depth == 0 {
				word(i)
			}
		}
	}
	if named && !inside {
		clause(start, len(text), turns)
	}
}
