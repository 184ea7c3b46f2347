package handlers

import (
	"fmt"
	"slices"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
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
}

// urgency orders a board: what waits for the supervisor, then what may need a word, then what is in order.
var urgency = []report.State{report.Submitted, report.Returned, "", report.Draft, report.Approved, report.Accepted, report.Published}

// boards show how far the agencies below are; none for those who have nobody below, or may not see them.
func (s *Server) boards(m agency.Member, filings []report.Filing, agencies []agency.Agency, show string) []views.Board {
	below := slices.DeleteFunc(slices.Clone(agencies), func(a agency.Agency) bool {
		return m.RelationTo(a.Path) != agency.Below || !agency.Allowed(m, agency.See, a.Path, "")
	})
	if len(below) == 0 {
		return nil
	}
	if !slices.ContainsFunc(boardGroups, func(g boardGroup) bool { return g.key == show }) {
		show = ""
	}
	files := slices.ContainsFunc(agencies, func(a agency.Agency) bool { return a.ID == m.AgencyID && a.Accepts })
	var out []views.Board
	for _, year := range s.boardYears(m, filings, len(below)) {
		out = append(out, s.board(m, year, filings, below, files, show))
	}
	return out
}

// boardYears are the years that matter now: the one that is due until all have published, and this year's once somebody began.
func (s *Server) boardYears(m agency.Member, filings []report.Filing, agencies int) []int {
	begun, published := map[int]int{}, map[int]int{}
	for _, f := range filings {
		if m.RelationTo(f.AgencyPath) != agency.Below {
			continue
		}
		begun[f.Year]++
		if f.State == report.Published {
			published[f.Year]++
		}
	}
	due := s.reportYear()
	if begun[due+1] == 0 {
		return []int{due}
	}
	if begun[due] == 0 || published[due] == agencies {
		return []int{due + 1}
	}
	return []int{due, due + 1}
}

// board is one year; files says that approved reports are filed with the member's agency (备案), show limits the list to a group.
func (s *Server) board(m agency.Member, year int, filings []report.Filing, below []agency.Agency, files bool, show string) views.Board {
	b := views.Board{Title: fmt.Sprintf("%d 年度的报告", year), Year: year, Total: len(below), Filter: show}
	byPath := map[string]*report.Filing{}
	for i, f := range filings {
		if f.Year == year {
			byPath[f.AgencyPath] = &filings[i]
		}
	}
	var kinds []agency.Kind
	counts := map[report.State]int{}
	for _, a := range below {
		row := s.boardRow(m, year, a, byPath[a.Path], files)
		counts[row.State()]++
		b.Waiting += one(row.Waits)
		b.Overdue += one(row.Overdue > 0)
		if !slices.Contains(kinds, a.Kind) {
			kinds = append(kinds, a.Kind)
		}
		if show == "" || show == groupOf(row.State()) {
			b.Rows = append(b.Rows, row)
		}
	}
	from := 0
	for _, g := range boardGroups {
		n := 0
		for _, state := range g.states {
			n += counts[state]
		}
		b.Counts = append(b.Counts, views.StateCount{Key: g.key, Label: g.label, Count: n, From: from})
		from += n
	}
	slices.SortStableFunc(b.Rows, func(x, y views.FilingRow) int {
		if x.Waits != y.Waits {
			return one(y.Waits) - one(x.Waits)
		}
		return slices.Index(urgency, x.State()) - slices.Index(urgency, y.State())
	})
	b.Dues = s.dues(kinds, year)
	return b
}

func (s *Server) boardRow(m agency.Member, year int, a agency.Agency, f *report.Filing, files bool) views.FilingRow {
	row := views.FilingRow{AgencyName: a.Name, Filing: f}
	row.Overdue = s.overdue(a.Kind, year, row.State())
	if f == nil {
		return row
	}
	may := func(action agency.Action) bool { return agency.Allowed(m, action, f.AgencyPath, f.State) }
	home := fmt.Sprintf("/reports/%d", f.ID)
	switch {
	case may(agency.Approve):
		row.Action, row.Waits = views.Link{Label: "审阅", Href: home + "/review"}, true
	case files && may(agency.Accept):
		row.Action, row.Waits = views.Link{Label: "备案", Href: home + "/review"}, true
	default:
		row.Action = views.Link{Label: "查看", Href: home}
	}
	return row
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func groupOf(state report.State) string {
	for _, g := range boardGroups {
		if slices.Contains(g.states, state) {
			return g.key
		}
	}
	return ""
}
