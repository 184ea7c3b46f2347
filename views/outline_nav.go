package views

import (
	"fmt"
	"net/url"
	"slices"

	"nianbao/report"
)

// SectionLink is one line of the outline at the left: a page of the form and how it stands.
type SectionLink struct {
	Key, Label string
	Current    bool
	// Word says how the section stands, 错误 1, 提醒 2, 未填 3 or ✓; Kind is its class.
	Word, Kind string
}

// ReportNav is the outline of a report with the state of each page.
type ReportNav struct {
	ReportID int64
	Sections []SectionLink
	// Errors and Warnings count what stands in the way of submission in the whole report; blanks are counted apart.
	Errors, Warnings, Missing int
	// Place is findings, outline, preview, export, history or review where the current page is not a section.
	Place string
	// CanArrange shows the way to the outline.
	CanArrange bool
}

// Names of the pages that are not sections.
const (
	titleLabel     = "标题"
	prefaceLabel   = "前言"
	signatureLabel = "落款"
)

// NewReportNav lists the pages of a report. Findings are all of it; answered are the groups that have their reason.
func NewReportNav(id int64, outline []report.OutlineEntry, findings []report.Finding, unanswered []string, current string) ReportNav {
	nav := ReportNav{ReportID: id}
	add := func(key, label string) {
		here := slices.DeleteFunc(slices.Clone(findings), func(f report.Finding) bool {
			return PageOf(f.Section) != key
		})
		word, kind := sectionState(here, unanswered)
		nav.Sections = append(nav.Sections, SectionLink{Key: key, Label: label, Current: key == current, Word: word, Kind: kind})
	}
	add(report.PartTitle, titleLabel)
	add(report.PartPreface, prefaceLabel)
	for _, o := range outline {
		if !o.Dropped && !o.Attachment {
			add(o.Key, orElse(o.Heading, "（没有标题）"))
		}
	}
	add(report.PartSignature, signatureLabel)
	for _, o := range outline {
		if !o.Dropped && o.Attachment {
			add(o.Key, orElse(o.Label, "附件")+"："+orElse(o.Title, o.Heading))
		}
	}
	t := tallyOpen(findings, unanswered)
	nav.Errors, nav.Warnings, nav.Missing = t.Errors-t.Missing, t.Warnings, t.Missing
	return nav
}

// tallyOpen counts what stands in the way: a warning with its reason does not.
func tallyOpen(findings []report.Finding, unanswered []string) report.Tally {
	var t report.Tally
	for _, f := range findings {
		if f.Severity != report.SeverityWarning || slices.Contains(unanswered, f.Group()) {
			t.Add(f)
		}
	}
	return t
}

// sectionState is a word for what stands in a section, the heaviest first.
func sectionState(findings []report.Finding, unanswered []string) (word, kind string) {
	t := tallyOpen(findings, unanswered)
	empty := hasEmptyPart(findings)
	switch {
	case t.Errors > t.Missing:
		return fmt.Sprintf("错误 %d", t.Errors-t.Missing), "is-error"
	case t.Missing > 0:
		return fmt.Sprintf("未填 %d", t.Missing), "is-open"
	case t.Warnings > 0 && empty && t.Warnings == 1:
		return "未填", "is-open"
	case t.Warnings > 0:
		return fmt.Sprintf("提醒 %d", t.Warnings), "is-warning"
	}
	return "✓", "is-done"
}

// total is what the page adds to while the clerk types.
func (n ReportNav) total() SectionRest {
	return SectionRest{Errors: n.Errors, Warnings: n.Warnings, Missing: n.Missing}
}

// Next is the key of the page behind a page, "" behind the last.
func (n ReportNav) Next(key string) string {
	i := slices.IndexFunc(n.Sections, func(s SectionLink) bool { return s.Key == key })
	if i < 0 || i+1 == len(n.Sections) {
		return ""
	}
	return n.Sections[i+1].Key
}

// SectionPath is the address of a page of the form.
func SectionPath(id int64, key string) string { return fmt.Sprintf("/reports/%d/sections/%s", id, key) }

// ReportPath is the address of another page of a report, /reports/7/findings.
func ReportPath(id int64, page string) string { return fmt.Sprintf("/reports/%d/%s", id, page) }

// FindingPath leads to the place of a finding: its page, and there its cell or its card, from which the page goes on to the words.
func FindingPath(id int64, f report.Finding, outline []report.OutlineEntry) string {
	section := PageOf(f.Section)
	known := slices.Contains([]string{report.PartTitle, report.PartPreface, report.PartSignature}, section) ||
		slices.ContainsFunc(outline, func(o report.OutlineEntry) bool { return o.Key == section && !o.Dropped })
	if !known {
		return ReportPath(id, "outline")
	}
	place := url.URL{Path: SectionPath(id, section), Fragment: "f-" + f.ID()}
	if f.Cell != "" && !f.OnText() {
		place.Fragment = f.Cell
	}
	return place.String()
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
