package views

import (
	"strconv"

	"nianbao/agency"
	"nianbao/report"
)

// PreviewPage shows the document as it stands.
type PreviewPage struct {
	Page   Page
	Filing report.Filing
	Nav    ReportNav
	// Document is the HTML of the document, made by the writer of that format.
	Document string
	Draft    bool
}

// ReviewPage is where a supervisor reads a report and decides.
type ReviewPage struct {
	Page     Page
	Filing   report.Filing
	Nav      ReportNav
	Document string
	Findings FindingsByWeight
	// Changes since the last submission or the last approved version; Since says which.
	Changes   report.Comparison
	Since     string
	Decisions []report.Decision
	// Steps are those that the member may take now.
	Steps []StepForm
	// Approvers are those who can approve, for whoever may not.
	Approvers []agency.Member
	Rejected  []FieldError
}

// StepForm is one step on offer, with the fields that it needs.
type StepForm struct {
	Step    report.Step
	Comment bool // must be written
	Primary bool
	// Publication and Filing ask for the step's own fields.
	Publication, Filing bool
	// Value is the comment that was typed before the step was refused.
	Value string
}

func (p ReviewPage) revision() string { return strconv.FormatInt(p.Filing.Revision, 10) }

// HistoryPage lists versions, decisions and every change.
type HistoryPage struct {
	Page      Page
	Filing    report.Filing
	Nav       ReportNav
	Versions  []report.Version
	Decisions []report.Decision
	Records   []HistoryRecord
	// Older is the id to go on from, 0 at the end.
	Older int64
}

// HistoryRecord is a change with its place in words.
type HistoryRecord struct {
	report.AuditRecord
	PlaceName, ActionName string
}

// ComparePage shows what differs between two versions.
type ComparePage struct {
	Page     Page
	Filing   report.Filing
	Nav      ReportNav
	From, To string
	Changes  report.Comparison
}

func official(v report.Version) string {
	if v.Official {
		return "已公布"
	}
	return ""
}
