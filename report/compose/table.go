package compose

import (
	"strings"

	"nianbao/report"
	"nianbao/report/document"
)

// officialTable prints a table of the edition with the report's figures; nil when the edition does not have it.
func (c composer) officialTable(key string) *document.Table {
	if c.edition == nil {
		return nil
	}
	t := c.edition.Table(key)
	if t == nil {
		return nil
	}
	// An optional row is on exactly when its keys are present.
	on := map[string]bool{}
	for _, cell := range t.Cells {
		if _, present := c.figures[cell.ID]; present {
			on[cell.Row] = true
		}
	}
	grid := t.Grid(func(row string) bool { return on[row] })
	out := &document.Table{Key: t.Key, Name: t.Name, Columns: grid.Columns, Labels: grid.Labels, Widths: t.Widths,
		Rows: make([]document.Row, len(grid.Rows))}
	totals := report.NewSheet(t, c.figures, nil, report.AsRead)
	for i, row := range grid.Rows {
		cells := make([]document.Cell, len(row.Cells))
		for j, g := range row.Cells {
			cells[j] = document.Cell{Role: document.Role(g.Role), Text: g.Text, Column: g.Column, ColumnSpan: g.ColumnSpan,
				RowSpan: g.RowSpan, Level: g.Level}
			if g.Figure != nil {
				cells[j].ID = g.Figure.ID
				cells[j].Text, cells[j].Value = c.figure(g.Figure, totals)
			}
		}
		out.Rows[i] = document.Row{Header: row.Head, Block: row.Block, Cells: cells}
	}
	return out
}

// figure is a cell's printed text and its number. What stands in the report stands in the document, a blank total too; only a
// total that the report does not have at all is worked out.
func (c composer) figure(cell *report.Cell, totals *report.Sheet) (text, value string) {
	text, there := c.figures[cell.ID]
	v := totals.Value(cell)
	if cell.Computed && !there {
		text = v.Text
	}
	if v.Condition != report.Number || strings.TrimSpace(text) == "" {
		return text, ""
	}
	if cell.PrintUnit {
		text += cell.Unit
	}
	return text, v.Text
}
