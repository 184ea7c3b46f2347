package report

import (
	"cmp"
	"slices"
)

// Severity says how much a finding weighs.
type Severity string

const (
	SeverityError   Severity = "error"   // certain; must be mended before submission
	SeverityWarning Severity = "warning" // must be mended or answered with a written reason
	SeverityHint    Severity = "hint"    // worth a look
)

// Finding is one thing the rules or the proofreading have to say about a report. The same value marks a field, fills the
// list of findings, and blocks a submission. Its JSON form is part of the contract ("Findings JSON").
type Finding struct {
	Code     string   `json:"code"`
	Severity Severity `json:"severity"`
	// Section is a section key or one of title, preface, signature, closing, attachment_1, ….
	Section string `json:"section"`
	// Cell is where to go to mend a finding about figures; Cells are all the cells that take part.
	Cell  string   `json:"cell,omitempty"`
	Cells []string `json:"cells,omitempty"`
	// Start and End count code points in the text of Section; Quote is that range. Text findings only.
	Start    int    `json:"start,omitempty"`
	End      int    `json:"end,omitempty"`
	Quote    string `json:"quote,omitempty"`
	Message  string `json:"message"`
	Expected string `json:"expected,omitempty"`
	Found    string `json:"found,omitempty"`
	Hint     string `json:"hint,omitempty"`
	// Table is the table of Cell; with Code it is the group that one reason answers.
	Table string `json:"-"`
}

// ID names the finding within its report; it is stable while the finding stays at its place.
func (f Finding) ID() string {
	switch {
	case f.Cell != "":
		return f.Code + "@" + f.Cell
	case f.Quote != "":
		return f.Code + "@" + f.Section + "#" + f.Quote
	default:
		return f.Code + "@" + f.Section
	}
}

// Group is what one reason answers: the findings with the same code in the same table or section.
func (f Finding) Group() string {
	if f.Table != "" {
		return f.Code + "@" + f.Table
	}
	return f.Code + "@" + f.Section
}

// Tally counts findings by severity.
type Tally struct {
	Errors, Warnings, Hints int
	// Missing of the Errors or Warnings are blanks that nobody has filled in yet.
	Missing int
}

// Add counts one more finding.
func (t *Tally) Add(f Finding) {
	switch f.Severity {
	case SeverityError:
		t.Errors++
	case SeverityWarning:
		t.Warnings++
	default:
		t.Hints++
	}
	if f.Code == CodeMissing {
		t.Missing++
	}
}

// Plus is the sum of two tallies.
func (t Tally) Plus(o Tally) Tally {
	return Tally{t.Errors + o.Errors, t.Warnings + o.Warnings, t.Hints + o.Hints, t.Missing + o.Missing}
}

// Count tallies findings.
func Count(findings []Finding) Tally {
	var t Tally
	for _, f := range findings {
		t.Add(f)
	}
	return t
}

// HasErrors reports whether an error-level finding is among them.
func HasErrors(findings []Finding) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Severity == SeverityError })
}

var severityRank = map[Severity]int{SeverityError: 0, SeverityWarning: 1, SeverityHint: 2}

// SortFindings puts errors before warnings before hints, and keeps the order of reading within each.
func SortFindings(findings []Finding) {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Compare(severityRank[a.Severity], severityRank[b.Severity])
	})
}

// Codes of findings that the rules themselves give; those of relations come from the edition, those of the text from review.
const (
	CodeType     = "value.type"
	CodeMissing  = "value.missing"
	CodeNil      = "nil.notation"
	CodeConflict = "conflict"
	CodeParts    = "parts.missing"
	CodeExtra    = "parts.extra"
	CodeEdition  = "edition.mismatch"
)
