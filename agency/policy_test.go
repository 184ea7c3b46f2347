package agency

import (
	"testing"

	"nianbao/report"
)

func TestPolicy(t *testing.T) {
	at := func(role Role, path string) Member { return Member{ID: 1, Role: role, AgencyPath: path} }
	const county, town, other = "1/", "1/2/", "1/3/"
	for _, c := range []struct {
		name   string
		who    Member
		action Action
		path   string
		state  report.State
		want   report.Code
	}{
		{"clerk edits a draft", at(Clerk, town), Edit, town, report.Draft, ""},
		{"clerk edits a returned report", at(Clerk, town), Edit, town, report.Returned, ""},
		{"clerk edits after submission", at(Clerk, town), Edit, town, report.Submitted, report.Stale},
		{"clerk of another township", at(Clerk, other), Edit, town, report.Draft, report.NotFound},
		{"clerk looks at another township", at(Clerk, other), See, town, report.Draft, report.NotFound},
		{"clerk of the county office looks below", at(Clerk, county), See, town, report.Draft, report.NotFound},
		{"county supervisor looks below", at(Supervisor, county), See, town, report.Draft, ""},
		{"county supervisor edits below", at(Supervisor, county), Edit, town, report.Draft, report.Forbidden},
		{"clerk approves", at(Clerk, town), Approve, town, report.Submitted, report.Forbidden},
		{"supervisor approves", at(Supervisor, town), Approve, town, report.Submitted, ""},
		{"supervisor approves a draft", at(Supervisor, town), Approve, town, report.Draft, report.Stale},
		{"county stands in", at(Supervisor, county), Approve, town, report.Submitted, ""},
		{"township approves above", at(Supervisor, town), Approve, county, report.Submitted, report.NotFound},
		{"supervisor accepts his own", at(Supervisor, town), Accept, town, report.Approved, report.Forbidden},
		{"county accepts", at(Supervisor, county), Accept, town, report.Approved, ""},
		{"county returns what is approved", at(Supervisor, county), Return, town, report.Approved, ""},
		{"clerk publishes", at(Clerk, town), Publish, town, report.Approved, ""},
		{"clerk amends", at(Clerk, town), Amend, town, report.Published, report.Forbidden},
		{"auditor edits", at(Auditor, county), Edit, county, report.Draft, report.Forbidden},
		{"auditor sees", at(Auditor, county), See, town, report.Draft, ""},
		{"admin manages accounts below", at(Admin, county), ManageMembers, town, "", ""},
		{"supervisor manages accounts", at(Supervisor, county), ManageMembers, town, "", report.Forbidden},
		{"clerk imports", at(Clerk, town), Import, town, "", ""},
		{"supervisor imports", at(Supervisor, town), Import, town, "", ""},
		{"county imports for below", at(Supervisor, county), Import, town, "", ""},
		{"clerk of the county office imports for below", at(Clerk, county), Import, town, "", report.NotFound},
		{"clerk imports for another township", at(Clerk, other), Import, town, "", report.NotFound},
		{"auditor imports", at(Auditor, county), Import, town, "", report.Forbidden},
		{"clerk corrects what was imported", at(Clerk, town), Import, town, report.Imported, ""},
		{"clerk corrects a historical report", at(Clerk, town), Import, town, report.Historical, report.Stale},
		{"clerk imports over a draft", at(Clerk, town), Import, town, report.Draft, report.Stale},
		{"clerk confirms", at(Clerk, town), Confirm, town, report.Imported, ""},
		{"county confirms", at(Supervisor, county), Confirm, town, report.Imported, ""},
		{"clerk reopens", at(Clerk, town), Reopen, town, report.Historical, report.Forbidden},
		{"supervisor reopens", at(Supervisor, town), Reopen, town, report.Historical, ""},
		{"county reopens", at(Supervisor, county), Reopen, town, report.Historical, ""},
		{"clerk edits a historical report", at(Clerk, town), Edit, town, report.Historical, report.Stale},
		{"supervisor amends a historical report", at(Supervisor, town), Amend, town, report.Historical, report.Stale},
		{"nobody", Member{Role: Supervisor, AgencyPath: county}, See, town, report.Draft, report.NotFound},
		{"a disabled account", Member{ID: 1, Role: Supervisor, AgencyPath: county, Disabled: true}, See, town, report.Draft, report.NotFound},
		{"a path that only begins alike", at(Supervisor, "1/2/"), See, "1/22/", report.Draft, report.NotFound},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := report.ErrorCode(Check(c.who, c.action, c.path, c.state)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if got := Allowed(c.who, c.action, c.path, c.state); got != (c.want == "") {
				t.Errorf("Allowed is %v", got)
			}
		})
	}
}

// A refusal that a person reads must not be empty.
func TestEveryActionHasItsRefusal(t *testing.T) {
	for _, r := range policy {
		if r.action != See && forbiddenMessages[r.action] == "" {
			t.Errorf("no sentence for %s", r.action)
		}
	}
}
