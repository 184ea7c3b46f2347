// Package review proofreads reports (审校): every code of the catalogue in docs/rules.md beyond figures and outline, which the report
// package checks itself. One family of checks a file.
//
// Precision comes first: a clerk who has met three false alarms stops reading. What cannot be proved is a hint or nothing.
package review

import (
	"cmp"
	"slices"
	"sync"

	"nianbao/report"
)

// Rule documents one code; docs/rules.md is made from these.
type Rule struct {
	Code string
	// Severities are those that it can have, the gravest first.
	Severities []report.Severity
	// Finds is one sentence; Example a text or situation in which it fires, in Chinese.
	Finds, Example string
}

// family is a group of checks that belong together.
type family struct {
	rules []Rule
	// check looks at a report and adds what it finds.
	check func(*Subject)
}

// families are all of them, in the order of the catalogue.
var families = []family{sums, shares, figures, years, agencies, editions, parts, headings, tables, implausible, residues, contacts,
	wordings, phrases, likenesses, privacies, timings}

// Reviewer is a report.Proofreader with the settings of an installation. It is safe for concurrent use.
type Reviewer struct {
	settings Settings
	// rooms are *room that are not in use.
	rooms sync.Pool
}

// New makes a reviewer.
func New(settings Settings) *Reviewer {
	return &Reviewer{settings: settings, rooms: sync.Pool{New: func() any { return new(room) }}}
}

// Proofread implements report.Proofreader.
func (v *Reviewer) Proofread(e *report.Edition, r *report.Report, c report.Context) report.Proof {
	s := newSubject(e, r, c, v.settings)
	lent := v.rooms.Get().(*room)
	lent.reader.Reset()
	s.room, s.findings = *lent, lent.findings
	s.room.runes, s.room.at, s.room.others, s.room.hits = lent.runes[:0], lent.at[:0], lent.others[:0], lent.hits[:0]
	defer func() {
		clear(s.findings) // they hold on to texts
		s.room.findings = s.findings[:0]
		*lent = s.room
		v.rooms.Put(lent)
	}()
	findings := report.Check(e, r, c)
	for _, f := range families {
		f.check(s)
	}
	findings = v.settings.soften(append(findings, s.findings...))
	order := s.order()
	slices.SortStableFunc(findings, func(a, b report.Finding) int {
		return cmp.Or(cmp.Compare(order[a.Section], order[b.Section]), cmp.Compare(a.Start, b.Start))
	})
	report.TellApart(findings)
	return report.Proof{Findings: findings, Read: s.read}
}
