package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/review/gazetteer"
)

// foreignName is the name of another agency with its place.
type foreignName struct {
	part       *Part
	start, end int
	// stem is what it may be called for short; "" for departments.
	stem string
	// unsure makes it a hint.
	unsure bool
}

func (us *agencySelf) newForeignName(p *Part, m agencyMention) foreignName {
	f := foreignName{part: p, start: m.start, end: m.end, unsure: m.unsure}
	if m.kind != aPlace && m.kind != aLocal {
		return f
	}
	if len(m.places) == 0 || us.mayBeOurs(m.places[len(m.places)-1]) {
		f.start = m.end - len(m.own)
	}
	for _, tail := range []string{"人民政府", "政府", "街道办事处", "办事处"} {
		if rest := p.Text[f.end:]; strings.HasPrefix(rest, tail) && !strings.HasPrefix(rest, "政府信息") {
			f.end += len(tail)
			break
		}
	}
	f.stem, _ = gazetteer.Stem(agencyCore(m.own))
	return f
}

func (f foreignName) finding(us *agencySelf) report.Finding {
	name := f.part.Text[f.start:f.end]
	severity := report.SeverityWarning
	if f.unsure {
		severity = report.SeverityHint
	}
	out := f.part.Mark(codeForeign, severity, f.start, f.end, fmt.Sprintf("这是%s的报告，这里写的却是“%s”。", us.name, name))
	out.Found, out.Expected = name, us.name
	out.Hint = "看看是不是从别处的报告里抄来的；是的话，改成本单位的名称，并核对这句话里的数字。"
	return out
}

// doubtful reports whether the document rather is theirs: where its own name was only read from it, more must speak for it than for others.
// Where nothing but the title does, the title is what is wrong.
func (us *agencySelf) doubtful(s *Subject, foreign []foreignName) bool {
	if us.sure || len(foreign) == 0 {
		return false
	}
	counts := map[string]int{}
	most := foreign[0]
	for _, f := range foreign {
		counts[f.name()]++
		if counts[f.name()] > counts[most.name()] {
			most = f
		}
	}
	own := us.mentions(s)
	if own >= counts[most.name()] || s.Report.Signature.Agency != "" && !namesDiffer(s.Report.Signature.Agency, us.name) {
		return false
	}
	if !us.titled(s) {
		return true
	}
	titled := titleAgency(s.Report.Title)
	p := s.Part(report.PartTitle)
	if at := strings.Index(p.Text, titled); own == 0 && counts[most.name()] > 1 && titled != "" && at >= 0 {
		f := p.Mark(codeForeign, report.SeverityWarning, at, at+len(titled), fmt.Sprintf("标题写的是“%s”，正文写的一直是“%s”。", titled, most.part.Text[most.start:most.end]))
		f.Found, f.Hint = titled, "标题、正文和落款应当是同一个单位，请核对。"
		s.Add(f)
		return true
	}
	return false
}

// name is what a foreign agency is counted by.
func (f foreignName) name() string { return cmp.Or(f.stem, f.part.Text[f.start:f.end]) }

// shortNames are the bare short names of agencies whose full name was found: 新洲 in 新洲不断加强, after 新洲乡.
func shortNames(us *agencySelf, foreign []foreignName) (stems []string) {
	for _, f := range foreign {
		if utf8.RuneCountInString(f.stem) > 1 && !slices.Contains(stems, f.stem) && !slices.ContainsFunc(us.names, func(n string) bool { return strings.Contains(n, f.stem) }) {
			stems = append(stems, f.stem)
		}
	}
	return stems
}

// besideWithoutFunction are the names of neighbours that nothing but the tree shows to be departments: 云溪县供销社.
func (us *agencySelf) besideWithoutFunction() (names []string) {
	for _, n := range us.beside {
		a := parseAgency(n)
		shaped := a.functions != 0 && endsInAny(n, departmentEndings)
		if a.local() || a.kind == "government" || shaped || us.isOwn(n) {
			continue
		}
		names = append(names, n)
		for _, place := range us.above {
			if rest, inside := strings.CutPrefix(n, place); inside && utf8.RuneCountInString(rest) > 2 && !us.isOwn(rest) {
				names = append(names, rest)
			}
		}
	}
	return names
}

// beginning finds names that a clause makes the one who reports.
func beginning(s *Subject, names []string) (found []foreignName) {
	for _, p := range s.Parts {
		for _, name := range names {
			for end := 0; ; {
				i := strings.Index(p.Text[end:], name)
				if i < 0 {
					break
				}
				start := end + i
				end = start + len(name)
				if rest := p.Text[end:]; beginsClause(p.Text, start) && (doesOwnWork.of(rest) != "" || doesWork.of(rest) != "") {
					found = append(found, foreignName{part: p, start: start, end: end})
				}
			}
		}
	}
	return found
}

// beginsClause reports whether nothing but times and the like stands before a byte in its clause.
func beginsClause(text string, at int) bool {
	from := at
	for from > 0 && at-from < 90 {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if strings.ContainsRune("，,。；;：:？！?!\n", r) {
			break
		}
		if r == '《' || r == '“' {
			return false
		}
		from -= size
	}
	lead, _ := pastLeads(text[from:at])
	return from+lead == at
}
