package views

import (
	"slices"

	"nianbao/report"
)

// FindingsPage lists everything that the rules say about a report, with the form that answers warnings and submits.
type FindingsPage struct {
	Page   Page
	Filing report.Filing
	Nav    ReportNav
	// Errors, Missing and Hints are by section in the order of reading; Warnings by what one reason answers.
	Errors, Missing, Hints []SectionFindings
	Warnings               []WarningGroup
	// CanExplain and CanSubmit say what the member may do here, CanDispute whether last year's figures may be called wrong.
	CanExplain, CanSubmit, CanDispute bool
	LastYear                          int
	Rejected                          []FieldError
}

// SectionFindings are the findings of one page of the form.
type SectionFindings struct {
	Label string
	Cards []FindingCard
	// First leads to the place of the first.
	First string
}

// NewFindingsPage sorts findings into the page's lists.
func NewFindingsPage(p Page, d *report.Dossier, nav ReportNav, findings []report.Finding, canExplain bool) FindingsPage {
	cards := NewCards(d, "", false)
	page := FindingsPage{Page: p, Filing: d.Filing, Nav: nav, CanExplain: canExplain, Warnings: cards.Warnings(findings, canExplain)}
	add := func(list []SectionFindings, f report.Finding) []SectionFindings {
		label := nav.label(f)
		i := slices.IndexFunc(list, func(s SectionFindings) bool { return s.Label == label })
		if i < 0 {
			i = len(list)
			list = append(list, SectionFindings{Label: label, First: FindingPath(d.Filing.ID, f, d.Outline)})
		}
		list[i].Cards = append(list[i].Cards, cards.Of(f))
		return list
	}
	for _, f := range findings {
		switch {
		case f.Severity == report.SeverityError && f.Code == report.CodeMissing:
			page.Missing = add(page.Missing, f)
		case f.Severity == report.SeverityError:
			page.Errors = add(page.Errors, f)
		case f.Severity == report.SeverityHint:
			page.Hints = add(page.Hints, f)
		}
	}
	return page
}

// label is how the outline calls the page of a finding; one about a section that is not there is mended in the outline.
func (n ReportNav) label(f report.Finding) string {
	for _, s := range n.Sections {
		if s.Key == PageOf(f.Section) {
			return s.Label
		}
	}
	return "提纲"
}

// Clean says that nothing stands in the way of submission.
func (p FindingsPage) Clean() bool {
	return len(p.Errors)+len(p.Missing) == 0 && !slices.ContainsFunc(p.Warnings, func(w WarningGroup) bool { return !w.Answered })
}
