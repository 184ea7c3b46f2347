package views

import (
	"slices"
	"time"

	"nianbao/report"
)

// Home is what waits for a member: their agency's reports, and how far the agencies below are.
type Home struct {
	Page    Page
	Heading string
	// Cards are the reports of the member's own agency that are under way.
	Cards []FilingCard
	// Start is the form for a new report; nil for those who may not create one.
	Start *Start
	// Boards are the agencies below, one board a year.
	Boards []Board
	// Earlier are the own agency's reports of other years.
	Earlier []FilingRow
	// MayImport offers to read in reports that exist already.
	MayImport bool
	// Places are an administrator's pages.
	Places []Place
}

// Empty reports whether nothing at all waits.
func (h Home) Empty() bool {
	return len(h.Cards)+len(h.Boards)+len(h.Earlier)+len(h.Places) == 0 && h.Start == nil && !h.MayImport
}

// Waits reports whether something waits for the member to do it.
func (h Home) Waits() bool {
	return h.Start != nil && h.Start.Suggested ||
		slices.ContainsFunc(h.Cards, func(c FilingCard) bool { return c.Waits }) ||
		slices.ContainsFunc(h.Boards, func(b Board) bool { return b.Waiting > 0 })
}

// aside reports whether the second column has anything in it.
func (h Home) aside() bool { return len(h.Boards) > 0 || h.Start != nil && len(h.Cards) > 0 }

// Place is a page with what it is for.
type Place struct {
	Link
	About string
}

// FilingCard is one report with how far it is and what to do next.
type FilingCard struct {
	Filing      report.Filing
	EditionName string
	// Due is nil where no day is prescribed.
	Due   *Deadline
	Steps []StepMark
	// Parked counts the forms that wait since a session ran out.
	Parked int
	// Comment is why the report came back; nil when it did not.
	Comment *report.Decision
	Action  Link
	// Waits says that the report waits for this member to do that.
	Waits bool
}

// version is the number of the version that the card speaks of.
func (m FilingCard) version() int {
	if m.Filing.State == report.Published {
		return m.Filing.Official
	}
	return m.Filing.Version
}

// StepMark is one step of the way to publication. Mark is past, now, back, or "" for what is still to come.
type StepMark struct {
	Label, Mark string
}

// Start is the form for a new report. Year and Edition are preset.
type Start struct {
	AgencyID  int64
	Year      int
	EditionID string
	Years     []int
	Editions  []EditionChoice
	// First says that the agency has no report yet.
	First bool
	// Suggested says that Year has no report yet, so that one click begins it.
	Suggested bool
}

// EditionChoice is an edition with the report years that it is for.
type EditionChoice struct {
	ID, Label string
}

// FilingRow is one line of a list of reports; Filing is nil where an agency has not begun.
type FilingRow struct {
	AgencyName string
	Filing     *report.Filing
	// Overdue counts the days since the deadline, 0 when it has not passed or the report is published.
	Overdue int
	// Action is empty where there is nothing to look at. Waits says that the report waits for the member to do it.
	Action Link
	Waits  bool
}

// State is the row's state, "" for 未开始.
func (r FilingRow) State() report.State {
	if r.Filing == nil {
		return ""
	}
	return r.Filing.State
}

func (r FilingRow) updatedAt() time.Time {
	if r.Filing == nil {
		return time.Time{}
	}
	return r.Filing.UpdatedAt
}

// Board is one year of the agencies below: how many are how far, and a list.
type Board struct {
	Title string
	Year  int
	Total int
	// Counts are in the order of the bar.
	Counts []StateCount
	// Dues are sentences about the deadlines of the kinds of agencies.
	Dues []string
	// Waiting counts reports that wait for the member, Overdue those that should have been published by now.
	Waiting, Overdue int
	Rows             []FilingRow
	// Filter is the state that the list is limited to, all for all.
	Filter string
}

// StateCount is how many agencies are in a group of states. Key is its address and class.
type StateCount struct {
	Key, Label string
	Count      int
	// From is how many stand before it in the bar.
	From int
}
