package report

import (
	"cmp"
	"encoding/json"
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
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Quote    string `json:"quote"`
	Message  string `json:"message"`
	Expected string `json:"expected,omitempty"`
	Found    string `json:"found,omitempty"`
	Hint     string `json:"hint,omitempty"`
	// Fix is a change that certainly mends it; nil where there is none.
	Fix *Fix `json:"fix,omitempty"`
	// Matches are passages that another report has too, for findings on likeness.
	Matches []Match `json:"matches,omitempty"`
	// Nth numbers findings that would have the same ID otherwise, from 1 on the second.
	Nth int `json:"-"`
	// Table is the table of Cell; with Code it is the group that one reason answers.
	Table string `json:"-"`
}

// Fix is a change of the text of Finding.Section: what stands between Start and End, in code points, becomes Text. Start may equal End.
type Fix struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	// Label is what the button says: 改为“截至”.
	Label string `json:"-"`
}

// Apply is the text with the fix made; ok is false where the text is too short for it.
func (f Fix) Apply(text string) (fixed string, ok bool) {
	runes := []rune(text)
	if f.Start < 0 || f.End < f.Start || f.End > len(runes) {
		return text, false
	}
	return string(runes[:f.Start]) + f.Text + string(runes[f.End:]), true
}

// Match is a passage of Finding.Section, from Start to End in code points, beside what another report says there.
type Match struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
	// Other is the passage of the other report.
	Other string `json:"other"`
}

// OnText reports whether the finding is about a range of the text of its section.
func (f Finding) OnText() bool { return f.End > f.Start }

// MarshalJSON leaves out the range of a finding that is not about a text.
func (f Finding) MarshalJSON() ([]byte, error) {
	type plain Finding
	if f.OnText() {
		return json.Marshal(plain(f))
	}
	return json.Marshal(struct {
		plain
		Start bool   `json:"start,omitempty"`
		End   bool   `json:"end,omitempty"`
		Quote string `json:"quote,omitempty"`
	}{plain: plain(f), Quote: f.Quote})
}

// ID names the finding within its report; it is stable while the finding stays at its place.
func (f Finding) ID() string {
	id := f.Code + "@" + f.Section
	switch {
	case f.Cell != "":
		id = f.Code + "@" + f.Cell
	case f.Quote != "":
		id += "#" + f.Quote
	}
	if f.Nth > 0 {
		id += "~" + itoa(f.Nth)
	}
	return id
}

// TellApart sets Nth, so that every finding of a report has an ID of its own.
func TellApart(findings []Finding) {
	seen := map[string]int{}
	for i := range findings {
		id := findings[i].ID()
		findings[i].Nth = seen[id]
		seen[id]++
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
