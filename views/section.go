package views

import (
	"strconv"
	"strings"
	"time"

	"nianbao/report"
)

// SectionPage is one page of the form: the title, a section, the signature, an attachment.
type SectionPage struct {
	Page   Page
	Filing report.Filing
	Nav    ReportNav
	Key    string
	// Heading is the page's h1; Period says which days its figures belong to, for pages with tables.
	Heading string
	Tables  []TableForm
	// Grids are the section's other tables, as they were read.
	Grids [][][]string
	// Text is the section's text; HasText where the page has one. TextLabel names the field.
	HasText   bool
	Text      string
	TextLabel string
	// Fields are the single-line fields of the title, the signature and attachments.
	Fields []Field
	// Conflicts of texts and fields; those of cells stand in their tables.
	Conflicts []report.Conflict
	// Findings of this page that are not about a table's cells, and the warnings of the page with their reasons.
	Findings []report.Finding
	Warnings []WarningGroup
	Outline  []report.OutlineEntry
	// Locked is why nothing can be changed here, "" where it can.
	Locked string
	// Rejected is why what was just typed was not saved; it stands in the fields all the same.
	Rejected []FieldError
	// Base is the revision against which the fields stand: the one that they were typed on where a save was rejected, so that the
	// next one still merges with what others saved meanwhile.
	Base int64
	// Parked says that something sent after the session ran out waits to be saved.
	Parked bool
	// Undo offers to take back a fill of blanks: Revision is the one that it made, Filled how many cells.
	Undo *UndoFill
	// CanSubmit, Lasting: the buttons of the header.
	CanSubmit bool
	// LastNote says what stands beside the figures: 小字为 2025 年数, or why nothing does.
	LastNote string
}

// UndoFill is the offer to blank again what one press of 空白填 0 filled.
type UndoFill struct {
	Revision int64
	Filled   int
}

// WarningGroup are the warnings that one reason answers.
type WarningGroup struct {
	Findings []report.Finding
	Reason   string
	// Answered says that the reason still fits.
	Answered bool
	// By wrote the reason.
	By string
	// Editable says that a reason may be written here.
	Editable bool
	// Links lead to the places of the findings, on pages other than their own.
	Links []Link
}

// Field names the reason's input: that of the group's first finding.
func (g WarningGroup) Field() string { return "reason." + g.Findings[0].ID() }

// NewWarningGroups gathers the warnings among findings with their answers.
func NewWarningGroups(findings []report.Finding, answers []report.Answer, editable bool) []WarningGroup {
	var out []WarningGroup
	unanswered := map[string]bool{}
	for _, g := range report.Unanswered(findings, answers) {
		unanswered[g] = true
	}
	order, groups := report.Groups(findings)
	for _, g := range order {
		w := WarningGroup{Findings: groups[g], Answered: !unanswered[g], Editable: editable}
		for _, a := range answers {
			if a.Group == g {
				w.Reason, w.By = a.Reason, a.MemberName
			}
		}
		out = append(out, w)
	}
	return out
}

// withLinks adds the ways to the places of the findings.
func withLinks(groups []WarningGroup, id int64, outline []report.OutlineEntry) []WarningGroup {
	for i, g := range groups {
		for _, f := range g.Findings {
			label := "这一处"
			if len(g.Findings) > 1 {
				label = "第 " + strconv.Itoa(len(groups[i].Links)+1) + " 处"
			}
			groups[i].Links = append(groups[i].Links, Link{Label: label, Href: FindingPath(id, f, outline)})
		}
	}
	return groups
}

// NewLinkedWarnings gathers the warnings of a report for reading, with the ways to their places.
func NewLinkedWarnings(findings []report.Finding, d *report.Dossier) []WarningGroup {
	return withLinks(NewWarningGroups(findings, d.Answers, false), d.Filing.ID, d.Outline)
}

// SavedWords say when a report was last saved: 已保存 14:32.
func SavedWords(f report.Filing, now time.Time) string {
	return "已保存 " + strings.TrimPrefix(Moment(f.UpdatedAt, now), "今天 ")
}

func (p SectionPage) revision() string { return strconv.FormatInt(p.Base, 10) }

func choose(c report.Conflict, which string) string {
	return "choose:" + strconv.FormatInt(c.ID, 10) + ":" + which
}

func shownParagraph(s string) string { return orElse(s, "（删去这一段）") }

// textRows is how tall a text field starts: about its text, within reason.
func textRows(text string) string {
	rows := 3
	for line := range strings.Lines(text) {
		rows += 1 + len([]rune(line))/42
	}
	return strconv.Itoa(min(max(rows, 8), 30))
}
