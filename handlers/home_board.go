package handlers

import (
	"fmt"
	"slices"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

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
		if n == 0 && g.key == "historical" {
			continue // most years have none
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
	case f.State == report.Imported && may(agency.Import):
		row.Action = views.Link{Label: "核对", Href: home + "/import"}
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
