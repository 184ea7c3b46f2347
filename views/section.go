package views

import (
	"net/url"
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
	// Findings of this page that are not about a table's cells.
	Findings FindingsByWeight
	// Count says how many there are, on pages without tables.
	Count string
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
	// Fixed offers to take back what one click on a finding's button changed.
	Fixed *FixedText
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

// FixedText is a change that a button made: Was in the field Name became Now, which begins at Start, in code points.
type FixedText struct {
	Name     string
	Start    int
	Was, Now string
}

// undo is what the button sends that takes the change back.
func (f FixedText) undo() string {
	return "undo-fix:" + url.Values{"name": {f.Name}, "start": {strconv.Itoa(f.Start)}, "was": {f.Was}, "now": {f.Now}}.Encode()
}

// SavedWords say when a report was last saved: 已保存 14:32.
func SavedWords(f report.Filing, now time.Time) string {
	return "已保存 " + strings.TrimPrefix(Moment(f.UpdatedAt, now), "今天 ")
}

// live says that the page saves by itself while it is written. Pages with tables have many fields that others fill in, too: there
// a save is a decision.
func (p SectionPage) live() bool { return p.Locked == "" && len(p.Rejected) == 0 && len(p.Tables) == 0 }

// describedBy names what is said about the text beside it.
func (p SectionPage) describedBy() string {
	if len(p.Tables) == 0 {
		return "text-hint findings-count"
	}
	return "text-hint"
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
