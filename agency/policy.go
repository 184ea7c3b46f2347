package agency

import (
	"slices"

	"nianbao/report"
)

// Action is something that the policy allows or refuses.
type Action string

const (
	See            Action = "see"
	Create         Action = "create"
	Edit           Action = "edit"    // figures, texts, conflicts
	Arrange        Action = "arrange" // outline, edition
	Delete         Action = "delete"
	Explain        Action = "explain" // reasons for warnings
	Submit         Action = Action(report.Submit)
	Withdraw       Action = Action(report.Withdraw)
	Return         Action = Action(report.Return)
	Approve        Action = Action(report.Approve)
	Accept         Action = Action(report.Accept)
	Publish        Action = Action(report.Publish)
	Amend          Action = Action(report.Amend)
	Dispute        Action = "dispute" // confirm that last year's published figures are wrong
	Import         Action = "import"  // read in a report that exists already, and correct one whose figures are not confirmed
	Confirm        Action = Action(report.Confirm)
	Reopen         Action = Action(report.Reopen)
	ManageMembers  Action = "manage_members"
	ManageAgencies Action = "manage_agencies"
)

// rule is one line of the policy: who may do an action, to agencies in which relation, in which states (none: any state).
type rule struct {
	action    Action
	roles     []Role
	relations []Relation
	states    []report.State
}

var (
	everyone    = []Role{Clerk, Supervisor, Admin, Auditor}
	clerks      = []Role{Clerk}
	supervisors = []Role{Supervisor}
	writers     = []Role{Clerk, Supervisor}
	admins      = []Role{Admin}
	own         = []Relation{Own}
	below       = []Relation{Below}
	ownOrBelow  = []Relation{Own, Below}
	open        = []report.State{report.Draft, report.Returned}
	importing   = []report.State{"", report.Imported}
)

// policy is the whole of it. What no line allows is refused.
var policy = []rule{
	{See, everyone, own, nil},
	{See, []Role{Supervisor, Admin, Auditor}, below, nil},
	{Create, clerks, own, nil},
	{Edit, writers, own, open},
	{Arrange, clerks, own, open},
	{Delete, clerks, own, open},
	{Explain, writers, own, open},
	{Submit, clerks, own, open},
	{Withdraw, clerks, own, []report.State{report.Submitted}},
	{Return, supervisors, ownOrBelow, []report.State{report.Submitted, report.Approved}},
	{Approve, supervisors, ownOrBelow, []report.State{report.Submitted}},
	{Accept, supervisors, below, []report.State{report.Approved}},
	{Publish, writers, own, []report.State{report.Approved, report.Accepted, report.Published}},
	{Amend, supervisors, own, []report.State{report.Published}},
	{Dispute, supervisors, ownOrBelow, []report.State{report.Draft, report.Returned, report.Submitted}},
	{Import, writers, own, importing},
	{Import, supervisors, below, importing},
	{Confirm, writers, own, []report.State{report.Imported}},
	{Confirm, supervisors, below, []report.State{report.Imported}},
	{Reopen, supervisors, ownOrBelow, []report.State{report.Historical}},
	{ManageMembers, admins, ownOrBelow, nil},
	{ManageAgencies, admins, ownOrBelow, nil},
}

// Allowed reports whether a member may do an action to the agency with a path; state is "" where no report is concerned.
func Allowed(m Member, action Action, path string, state report.State) bool {
	return permitted(m, action, path, func(r rule) bool { return len(r.states) == 0 || slices.Contains(r.states, state) })
}

// Check is nil where Allowed; otherwise NotFound for what the member may not even see, Forbidden where the role does not do
// this, and Stale where only the state stands in the way.
func Check(m Member, action Action, path string, state report.State) error {
	switch {
	case Allowed(m, action, path, state):
		return nil
	case !Allowed(m, See, path, state):
		return report.Errorf(report.NotFound, "没有找到这份报告，或者它不归您的单位。")
	case permitted(m, action, path, func(rule) bool { return true }):
		return report.Errorf(report.Stale, "%s", lockedMessage(action, state))
	}
	return report.Errorf(report.Forbidden, "%s", forbiddenMessages[action])
}

func permitted(m Member, action Action, path string, inState func(rule) bool) bool {
	if m.ID == 0 || m.Disabled {
		return false
	}
	relation := m.RelationTo(path)
	return slices.ContainsFunc(policy, func(r rule) bool {
		return r.action == action && slices.Contains(r.roles, m.Role) && slices.Contains(r.relations, relation) && inState(r)
	})
}

var forbiddenMessages = map[Action]string{
	Create:         "只有本单位的填报人可以新建报告。",
	Edit:           "只有本单位的填报人和审核人可以修改报告。",
	Arrange:        "只有本单位的填报人可以调整提纲和格式。",
	Delete:         "只有本单位的填报人可以删除报告。",
	Explain:        "只有本单位的填报人和审核人可以说明原因。",
	Submit:         "只有本单位的填报人可以提交审核。",
	Withdraw:       "只有本单位的填报人可以撤回。",
	Return:         "只有审核人可以退回。",
	Approve:        "只有审核人可以通过。",
	Accept:         "只有上级单位的审核人可以备案。",
	Publish:        "只有本单位的填报人和审核人可以登记公布。",
	Amend:          "只有本单位的审核人可以发起更正。",
	Dispute:        "只有审核人可以确认去年的公布数有误。",
	Import:         "只有本单位的填报人、审核人和上级单位的审核人可以导入报告。",
	Confirm:        "只有本单位的填报人、审核人和上级单位的审核人可以核对导入的报告。",
	Reopen:         "只有审核人可以重新核对历史报告。",
	ManageMembers:  "只有管理员可以管理账号。",
	ManageAgencies: "只有管理员可以修改单位信息。",
}

// lockedMessage says why a state stands in the way, and what can be done.
func lockedMessage(action Action, state report.State) string {
	switch state {
	case report.Submitted:
		return "这份报告已提交，审核期间不能修改。需要改动可以撤回。"
	case report.Accepted:
		return "这份报告已备案，不能再改，也不能退回。需要改动，请先登记公布，再由审核人发起更正。"
	case report.Approved:
		return "这份报告已通过，不能再改。需要改动请审核人退回。"
	case report.Published:
		return "这份报告已公布，不能再改。需要改动请审核人发起更正。"
	case report.Historical:
		return "这是导入的历史报告，已经核对过，不能再改。数有错的，请审核人在“审阅”里点“重新核对”。"
	case report.Imported:
		return "这是导入的报告，数还没有核对。要改数，请打开“核对导入的数”对照原文改。"
	}
	return "报告现在是“" + report.StateNames[state] + "”，不能" + actionName(action) + "。请刷新页面看最新状态。"
}

func actionName(action Action) string {
	if name := report.StepNames[report.Step(action)]; name != "" {
		return name
	}
	return "做这一步"
}
