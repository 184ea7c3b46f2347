package handlers

import (
	"slices"
	"strings"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// filesAbove reports whether approved reports are filed with an agency above (备案), as far as the member can see: by what is
// known of the agencies above, and by what happened to the agency's other reports.
func filesAbove(f report.Filing, own []report.Filing, agencies []agency.Agency) bool {
	filed := slices.ContainsFunc(own, func(o report.Filing) bool { return o.AcceptedOn != "" })
	return filed || slices.ContainsFunc(agencies, func(a agency.Agency) bool {
		return a.Accepts && a.Path != f.AgencyPath && strings.HasPrefix(f.AgencyPath, a.Path)
	})
}

// stepMarks are the steps on the way to publication with where the report is, and whom it waits for.
func stepMarks(m agency.Member, f report.Filing, filed bool) []views.StepMark {
	type step struct {
		label  string
		action agency.Action
		waits  string
		at     []report.State
	}
	steps := []step{
		{"填报", agency.Submit, "等待填报人", []report.State{report.Draft, report.Returned}},
		{"审核", agency.Approve, "等待审核人", []report.State{report.Submitted}},
		{"备案", agency.Accept, "等待上级", []report.State{report.Approved}},
		{"公布", agency.Publish, "等待登记", []report.State{report.Approved, report.Accepted}},
	}
	if !filed {
		steps = slices.Delete(steps, 2, 3)
	}
	at := slices.IndexFunc(steps, func(s step) bool { return slices.Contains(s.at, f.State) })
	if at < 0 {
		at = len(steps) // published: all are past
	}
	var marks []views.StepMark
	for i, st := range steps {
		mark := views.StepMark{Label: st.label}
		switch {
		case i < at:
			mark.Mark = "past"
		case i == at && f.State == report.Returned:
			mark.Label, mark.Mark = st.label+"：已退回", "back"
		case i == at:
			mark.Mark = "now"
			if agency.Allowed(m, st.action, f.AgencyPath, f.State) {
				mark.Label = st.label + "：等待您"
			} else {
				mark.Label = st.label + "：" + st.waits
			}
		}
		marks = append(marks, mark)
	}
	return marks
}
