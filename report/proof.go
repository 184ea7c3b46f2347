package report

// Proofreader gives the whole verdict on a report: what Check finds in figures and outline, and what its text says (report/review).
type Proofreader interface {
	// Proofread never fails and never changes the report. e may be nil for a report whose edition is not known.
	Proofread(e *Edition, r *Report, c Context) Proof
}

// Proof (审校) is the verdict on a report.
type Proof struct {
	// Findings are in order of reading: by section, within it figures before text, then by place.
	Findings []Finding
	// Read are the ids of the cells whose values the findings on the text rest on: a change of any other cell leaves those as they are.
	Read map[string]bool
}

// Likeness (内容雷同) is a section that says nearly what another report says.
type Likeness struct {
	// Section is the key of the section in this report.
	Section string
	// Agency and Year are the other report's, Text is its section.
	Agency string
	Year   int
	Text   string
}
