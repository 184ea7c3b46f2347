package handlers

import (
	"slices"

	"nianbao/report"
)

// boardGroup is a group of states that count as one.
type boardGroup struct {
	key, label string
	states     []report.State
}

// boardGroups are in the order of the bar.
var boardGroups = []boardGroup{
	{"published", "已公布", []report.State{report.Published}},
	{"approved", "已通过", []report.State{report.Approved, report.Accepted}},
	{"submitted", "待审核", []report.State{report.Submitted}},
	{"draft", "填报中", []report.State{report.Draft}},
	{"returned", "已退回", []report.State{report.Returned}},
	{"none", "未开始", []report.State{""}},
	{"historical", "导入的历史报告", []report.State{report.Historical, report.Imported}},
}

// urgency orders a board: what waits for the supervisor, then what may need a word, then what is in order.
var urgency = []report.State{report.Submitted, report.Returned, "", report.Draft, report.Imported, report.Approved, report.Accepted, report.Published,
	report.Historical}

// groupOf is the key of a state's group.
func groupOf(state report.State) string {
	for _, g := range boardGroups {
		if slices.Contains(g.states, state) {
			return g.key
		}
	}
	return ""
}
