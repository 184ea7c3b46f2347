package report

import "time"

// Import is a file that was read in: what was made of it, until it is kept as a report and beside that report. The file itself is
// not kept.
type Import struct {
	ID, MemberID int64
	// Name, SHA256 (hex) and Size are the file's.
	Name, SHA256 string
	Size         int64
	MadeAt       time.Time
	// Problem is why the file could not be read; the fields below are empty then.
	Problem string
	// Agency and Year are as the report names them, Doubts how many of its figures nobody has confirmed yet.
	Agency string
	Year   int
	Doubts int
	// Report is what was made of the file, with the corrections since. Lists do not have it.
	Report *Report
	// Source is JSON for the page: where each figure stood, and the document as it was read.
	Source []byte
	// Filing is the report that it is kept as; nil while it is not.
	Filing *Filing
}

// Keep is how an import is to be kept. Report is the content with the corrections of the page.
type Keep struct {
	As       KeepAs
	AgencyID int64
	Year     int
	Edition  string
	Report   *Report
	// Doubts is how many figures of the report are still to be confirmed.
	Doubts int
}

// KeepAs is what is made of an import.
type KeepAs string

const (
	KeepNot     KeepAs = ""        // only the corrections are kept
	KeepHistory KeepAs = "history" // that year's report, its figures confirmed
	KeepLater   KeepAs = "later"   // that year's report, its figures to be confirmed
	KeepDraft   KeepAs = "draft"   // the beginning of that year's report
)

// State is the state of a report that is kept so.
func (k KeepAs) State() State {
	return map[KeepAs]State{KeepHistory: Historical, KeepLater: Imported, KeepDraft: Draft}[k]
}
