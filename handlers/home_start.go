package handlers

import (
	"fmt"
	"slices"
	"time"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// firstYear is the first year that had reports: 条例 came into force in 2008.
const firstYear = 2008

// early is the month from which on people begin this year's report, which is due next year.
const early = time.October

// start is the form for a new report, preset for the year that is due, or towards the end of the year for the next one. nil for
// members who may not create reports.
func (s *Server) start(m agency.Member, own []report.Filing) *views.Start {
	if !agency.Allowed(m, agency.Create, m.AgencyPath, "") {
		return nil
	}
	exists := func(year int) bool {
		return slices.ContainsFunc(own, func(f report.Filing) bool { return f.Year == year })
	}
	due := s.reportYear()
	form := &views.Start{AgencyID: m.AgencyID, Year: due, First: !exists(due)}
	for year := due + 1; year >= firstYear; year-- {
		if !exists(year) {
			form.Years = append(form.Years, year)
		}
	}
	if len(form.Years) == 0 {
		return nil
	}
	if exists(due) {
		form.Year = form.Years[0]
	}
	form.Suggested = form.Year == due || form.Year > due && s.now().Month() >= early
	if e := s.editions.ForYear(form.Year); e != nil {
		form.EditionID = e.ID
	}
	for _, e := range slices.Backward(s.editions) {
		form.Editions = append(form.Editions, views.EditionChoice{ID: e.ID, Label: editionLabel(e)})
	}
	return form
}

// editionLabel names an edition with the report years that it is for.
func editionLabel(e *report.Edition) string {
	if e.To == 0 {
		return fmt.Sprintf("%s（%d 年度起）", e.Name, e.From)
	}
	return fmt.Sprintf("%s（%d—%d 年度）", e.Name, e.From, e.To)
}

// earlier are the own agency's reports that have no card.
func earlier(m agency.Member, own []report.Filing) []views.FilingRow {
	var rows []views.FilingRow
	for i, f := range own {
		if !underWay(f, own) {
			row := views.FilingRow{AgencyName: f.AgencyName, Filing: &own[i], Action: views.Link{Label: "查看", Href: fmt.Sprintf("/reports/%d", f.ID)}}
			if f.State == report.Imported && agency.Allowed(m, agency.Import, f.AgencyPath, f.State) {
				row.Action.Label, row.Action.Href = "核对", views.ReportPath(f.ID, "import")
			}
			rows = append(rows, row)
		}
	}
	return rows
}
