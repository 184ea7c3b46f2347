package review

import (
	"strings"

	"nianbao/report"
)

var tables = family{
	rules: []Rule{{
		Code:       "table.altered",
		Severities: []report.Severity{report.SeverityError},
		Finds: "Rows, columns or labels of an official table that were added, left out, changed or put in another order, and amounts without their unit, in a document that was read. " +
			"What copying does to a table is a reading note.",
		Example: "“行政事业性收费”写成“行政事业型收费”；多了“行政检查”一行。",
	}},
	check: checkTables,
}

// noteAltered is the code of the notes that reading makes of changed tables: Near is a cell or a table, a blank, and what stands there.
const noteAltered = "read.altered"

// checkTables turns what reading saw of changed tables into findings. In the form tables cannot be changed.
func checkTables(s *Subject) {
	if s.Context.Mode != report.AsRead || s.Edition == nil {
		return
	}
	for _, n := range s.Report.Notes {
		if n.Code != noteAltered {
			continue
		}
		place, stands, _ := strings.Cut(n.Near, " ")
		table, _, _ := strings.Cut(place, ".")
		if s.Edition.Table(table) == nil {
			continue // Report JSON of another house
		}
		f := report.Finding{Code: "table.altered", Severity: report.SeverityError, Section: s.Report.SectionOfTable(table), Quote: stands, Found: stands, Table: table,
			Message: n.Message, Hint: "表格的行、列和名称按规定的格式，不能增减改动。"}
		if c := s.Edition.Cell(place); c != nil {
			f.Cell, f.Cells = c.ID, []string{c.ID}
		}
		s.Add(f)
	}
}
