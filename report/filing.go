package report

import "time"

// Filing is one agency's report for one year as the house keeps it: who it belongs to, how far it is, its revision. What it
// says is a Report.
type Filing struct {
	ID         int64
	AgencyID   int64
	AgencyPath string
	AgencyName string
	AgencyKind string
	Year       int
	EditionID  string
	State      State
	// Version is the number that the next approval gives (1 until the first), Official the number of the published version, 0 for none.
	Version, Official int
	// Approved is the number of the newest approved version, 0 for none.
	Approved int
	// Revision grows by one with every save or step.
	Revision int64
	// LastDisputed says that a supervisor confirmed that last year's published figures are wrong.
	LastDisputed bool
	UpdatedAt    time.Time
	UpdatedBy    string
	// StateSince tells when the state was reached.
	StateSince time.Time
	Tally      Tally
	// Published is the day and the address of the publication, PublishedURL.
	PublishedOn, PublishedURL  string
	AcceptedNumber, AcceptedOn string
}

// State is how far a report is.
type State string

const (
	Draft     State = "draft"
	Submitted State = "submitted"
	Returned  State = "returned"
	Approved  State = "approved"
	Accepted  State = "accepted"
	Published State = "published"
	// A report of an earlier year that was read in: Imported until somebody has held its figures against the original, Historical
	// then. Nobody fills it in; its figures stand as the document has them.
	Imported   State = "imported"
	Historical State = "historical"
)

// StateNames are the words for the states.
var StateNames = map[State]string{Draft: "填报中", Submitted: "待审核", Returned: "已退回", Approved: "已通过", Accepted: "已备案", Published: "已公布",
	Imported: "待核对", Historical: "历史"}

// Editable reports whether content may be changed in a state.
func (s State) Editable() bool { return s == Draft || s == Returned }

// ReadIn reports whether a report in this state was read in as it had been published elsewhere.
func (s State) ReadIn() bool { return s == Imported || s == Historical }

// Done reports whether nothing more is to be done for a report: it is published, here or before it was read in.
func (s State) Done() bool { return s == Published || s.ReadIn() }

// Mode is how the figures of a report in this state are judged.
func (s State) Mode() Mode {
	if s.ReadIn() {
		return AsRead
	}
	return InForm
}

// Step takes a report from one state to the next.
type Step string

const (
	Submit   Step = "submit"
	Withdraw Step = "withdraw"
	Return   Step = "return"
	Approve  Step = "approve"
	Accept   Step = "accept"
	Publish  Step = "publish"
	Amend    Step = "amend"
	Confirm  Step = "confirm"
	Reopen   Step = "reopen"
)

// Steps are all of them.
var Steps = []Step{Submit, Withdraw, Return, Approve, Accept, Publish, Amend, Confirm, Reopen}

// StepNames are the words on the buttons.
var StepNames = map[Step]string{Submit: "提交审核", Withdraw: "撤回", Return: "退回", Approve: "通过", Accept: "备案", Publish: "公布", Amend: "更正",
	Confirm: "核对无误", Reopen: "重新核对"}

// Transition is one line of the table of states (contract.md, "States").
type Transition struct {
	From State
	Step Step
	To   State
	// Comment says that a comment or reason must be written.
	Comment bool
}

// Transitions is the whole table.
var Transitions = []Transition{
	{Draft, Submit, Submitted, false},
	{Returned, Submit, Submitted, false},
	{Submitted, Withdraw, Draft, false},
	{Submitted, Return, Returned, true},
	{Submitted, Approve, Approved, false},
	{Approved, Return, Returned, true},
	{Approved, Accept, Accepted, false},
	{Approved, Publish, Published, false},
	{Accepted, Publish, Published, false},
	{Published, Publish, Published, false}, // published_on and url may follow
	{Published, Amend, Draft, true},
	{Imported, Confirm, Historical, false},
	{Historical, Reopen, Imported, true},
}

// Binding is the version of a report that counts for others: the official one or, while there is none, the newest approved one
// unless that was sent back; 0 for none. The store's filingColumns say the same of last year's report.
func (f Filing) Binding() int {
	switch {
	case f.Official > 0:
		return f.Official
	case f.State == Approved || f.State == Accepted:
		return f.Approved
	}
	return 0
}

// Next is the transition of a step from a state; false when the state does not know the step.
func Next(from State, step Step) (Transition, bool) {
	for _, t := range Transitions {
		if t.From == from && t.Step == step {
			return t, true
		}
	}
	return Transition{}, false
}

// StepRequest is a step with what was filled in for it.
type StepRequest struct {
	Step Step
	// Revision is the one that the page showed; the same step by the same member on the same revision is done once.
	Revision int64
	Comment  string
	// Reasons maps finding ids to reasons, for submit.
	Reasons map[string]string
	// PublishedOn (yyyy-mm-dd) and URL belong to publish, AcceptedNumber and AcceptedOn to accept.
	PublishedOn, URL           string
	AcceptedNumber, AcceptedOn string
}

// Decision is a step that was taken.
type Decision struct {
	ID         int64
	Step       Step
	From, To   State
	MemberID   int64
	MemberName string
	At         time.Time
	Comment    string
	Revision   int64
	Version    int
}

// Version is an approved version, immutable.
type Version struct {
	Number     int
	ApprovedAt time.Time
	ApprovedBy string
	// SHA256 is the hex digest of Content, the canonical Report JSON.
	SHA256   string
	Content  []byte
	Official bool
}
