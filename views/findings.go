package views

import (
	"slices"

	"nianbao/report"
)

// FindingsPage lists everything that the rules say about a report, with the form that answers warnings and submits.
type FindingsPage struct {
	Page    Page
	Filing  report.Filing
	Nav     ReportNav
	Outline []report.OutlineEntry
	// Errors, Missing and Hints are by section in the order of reading; Warnings by what one reason answers.
	Errors, Missing, Hints []SectionFindings
	Warnings               []WarningGroup
	// CanExplain and CanSubmit say what the member may do here, CanDispute whether last year's figures may be called wrong.
	CanExplain, CanSubmit, CanDispute bool
	LastYear                          int
	Rejected                          []FieldError
}

// SectionFindings are the findings of one section.
type SectionFindings struct {
	Key, Label string
	Findings   []report.Finding
}

// NewFindingsPage sorts findings into the page's lists.
func NewFindingsPage(p Page, filing report.Filing, nav ReportNav, outline []report.OutlineEntry, findings []report.Finding, answers []report.Answer, canExplain bool) FindingsPage {
	page := FindingsPage{Page: p, Filing: filing, Nav: nav, Outline: outline, CanExplain: canExplain,
		Warnings: withLinks(NewWarningGroups(findings, answers, canExplain), filing.ID, outline)}
	for _, f := range findings {
		switch {
		case f.Severity == report.SeverityError && f.Code == report.CodeMissing:
			page.Missing = addFinding(page.Missing, nav, f)
		case f.Severity == report.SeverityError:
			page.Errors = addFinding(page.Errors, nav, f)
		case f.Severity == report.SeverityHint:
			page.Hints = addFinding(page.Hints, nav, f)
		}
	}
	return page
}

func addFinding(list []SectionFindings, nav ReportNav, f report.Finding) []SectionFindings {
	i := slices.IndexFunc(list, func(s SectionFindings) bool { return s.Key == f.Section })
	if i < 0 {
		label := f.Section
		for _, s := range nav.Sections {
			if s.Key == f.Section {
				label = s.Label
			}
		}
		list, i = append(list, SectionFindings{Key: f.Section, Label: label}), len(list)
	}
	list[i].Findings = append(list[i].Findings, f)
	return list
}

// Clean says that nothing stands in the way of submission.
func (p FindingsPage) Clean() bool {
	return len(p.Errors)+len(p.Missing) == 0 && !slices.ContainsFunc(p.Warnings, func(w WarningGroup) bool { return !w.Answered })
}
