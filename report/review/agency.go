package review

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"nianbao/report"
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

func checkAgencies(s *Subject) {
	us := newAgencySelf(s)
	if us.name == "" || !us.known(s) {
		return
	}
	checkSigned(s, us)
	var foreign []foreignName
	words := newSelfWords(us)
	for _, p := range s.Parts {
		switch p.Key {
		case report.PartNumber, report.PartTitle, report.PartSignature, report.PartClosing:
			continue
		}
		seen := 0 // where the last one ends
		eachClause(p.Text, func(start, end int) {
			var mentions []agencyMention
			if m, ok := mentionAt(p.Text, start, end); ok {
				mentions = append(mentions, m)
			}
			mentions = append(append(mentions, reportedIn(p.Text, start, end)...), namedIn(p.Text, start, end)...)
			if us.branch {
				mentions = append(mentions, us.branchesIn(p.Text, start, end)...)
			}
			slices.SortStableFunc(mentions, func(a, b agencyMention) int { return cmp.Compare(a.start, b.start) })
			for _, m := range mentions {
				if m.end > seen && m.start >= seen && us.isForeign(m, p.Text) {
					foreign = append(foreign, us.newForeignName(p, m))
					seen = m.end
				}
			}
		}, func(at int) { words.look(p, at) })
	}
	if us.doubtful(s, foreign) {
		foreign = nil
	}
	foreign = append(foreign, beginning(s, append(us.besideWithoutFunction(), shortNames(us, foreign)...))...)
	for _, f := range foreign {
		s.Add(f.finding(us))
	}
	words.report(s)
}

// eachClause goes through the clauses of a text, those that begin in 《》 or “” left out, and through the characters of self-references.
func eachClause(text string, clause func(start, end int), word func(at int)) {
	start, depth := 0, 0
	inside := false // the clause began inside marks
	named := false  // and it has a character that names of agencies end in
	for i, r := range text {
		switch r {
		case '《', '“':
			depth++
		case '》', '”':
			depth = max(depth-1, 0)
		case '，', ',', '。', '；', ';', '：', ':', '？', '！', '?', '!', '\n':
			if named && !inside {
				clause(start, i)
			}
			if r == '\n' {
				depth = 0
			}
			start, inside, named = i+utf8.RuneLen(r), depth > 0, false
		case '县', '道', '区', '市', '州', '旗', '省', '局', '委', '办', '厅', '处', '心', '院', '队', '木':
			named = true
		case '我', '本', '全', '乡', '镇':
			named = true
			if depth == 0 {
				word(i)
			}
		}
	}
	if named && !inside {
		clause(start, len(text))
	}
}
