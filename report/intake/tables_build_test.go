package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/document"
)

func standard(t testing.TB) report.Editions {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	return editions
}

// sample is a report's figures that differ from each other and whose totals are right.
func sample(t *report.Table) report.Figures {
	out := report.Figures{}
	numbers := map[string]int{}
	for i, c := range t.Cells {
		numbers[c.ID] = (i*7+3)%23 + i%5
	}
	for _, s := range t.Sums {
		if !s.Check {
			sum := 0
			for _, of := range s.Of {
				sum += numbers[of.ID]
			}
			numbers[s.Cell.ID] = sum
		}
	}
	for _, c := range t.Cells {
		if out[c.ID] = fmt.Sprint(numbers[c.ID]); c.Kind == report.KindChange {
			out[c.ID] = "-" + fmt.Sprint(numbers[c.ID]+1)
		}
	}
	return out
}

// matrix is a printed table as a test changes it: rows of cells with their spans.
type matrix [][]document.Cell

// printed is a table as its edition prints it, with all optional rows or none.
func printed(t *report.Table, figures report.Figures, optional bool) matrix {
	grid := t.Grid(func(string) bool { return optional })
	var m matrix
	for _, row := range grid.Rows {
		var cells []document.Cell
		for _, c := range row.Cells {
			text := c.Text
			if c.Figure != nil {
				text = figures[c.Figure.ID]
			}
			cells = append(cells, document.Cell{Text: text, Column: c.Column, ColumnSpan: c.ColumnSpan, RowSpan: c.RowSpan})
		}
		m = append(m, cells)
	}
	return m
}

// grid is the table with its columns known.
func (m matrix) grid() *document.Table {
	t := &document.Table{}
	for _, row := range m {
		t.Rows = append(t.Rows, document.Row{Cells: slices.Clone(row)})
		for _, c := range row {
			t.Columns = max(t.Columns, c.Column+c.ColumnSpan)
		}
	}
	return t
}

// ragged is the table as text has it: the cells that begin in a row, and empty ones for what spans.
func (m matrix) ragged() *document.Table {
	t := &document.Table{Ragged: true}
	width := 0
	for _, row := range m {
		width = max(width, len(row))
	}
	for _, row := range m {
		var cells []document.Cell
		for i, c := range row {
			cells = append(cells, document.Cell{Text: c.Text, Column: i, ColumnSpan: 1, RowSpan: 1})
		}
		for i := len(cells); i < width; i++ {
			cells = append(cells, document.Cell{Column: i, ColumnSpan: 1, RowSpan: 1})
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	t.Columns = width
	return t
}

// oneCellALine is a ragged table with a row for each cell.
func (m matrix) oneCellALine() *document.Table {
	t := &document.Table{Ragged: true, Columns: 1}
	for _, row := range m {
		for _, c := range row {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: c.Text, ColumnSpan: 1, RowSpan: 1}}})
		}
	}
	return t
}

// paragraphs are the cells without a table; empty ones are lost.
func (m matrix) paragraphs() []document.Block {
	var blocks []document.Block
	for _, row := range m {
		for _, c := range row {
			if c.Text != "" {
				blocks = append(blocks, &document.Paragraph{Text: c.Text})
			}
		}
	}
	return blocks
}

// spread is the table with each cell repeated in every place that it spans, as some programs write merged cells; with blank, once.
func (m matrix) spread(blank bool) matrix {
	width := 0
	for _, row := range m {
		for _, c := range row {
			width = max(width, c.Column+c.ColumnSpan)
		}
	}
	out := make(matrix, len(m))
	for i := range out {
		for k := range width {
			out[i] = append(out[i], document.Cell{Column: k, ColumnSpan: 1, RowSpan: 1})
		}
	}
	for i, row := range m {
		for _, c := range row {
			for y := i; y < min(i+c.RowSpan, len(m)); y++ {
				for x := c.Column; x < c.Column+c.ColumnSpan; x++ {
					if !blank || y == i && x == c.Column {
						out[y][x].Text = c.Text
					}
				}
			}
		}
	}
	return out
}

// relabel changes texts.
func (m matrix) relabel(pairs ...string) matrix {
	out := m.clone()
	for _, row := range out {
		for i := range row {
			for k := 0; k+1 < len(pairs); k += 2 {
				if row[i].Text == pairs[k] {
					row[i].Text = pairs[k+1]
					break
				}
			}
		}
	}
	return out
}

// edit changes each text.
func (m matrix) edit(f func(string) string) matrix {
	out := m.clone()
	for _, row := range out {
		for i := range row {
			row[i].Text = f(row[i].Text)
		}
	}
	return out
}

func (m matrix) clone() matrix {
	out := make(matrix, len(m))
	for i, row := range m {
		out[i] = slices.Clone(row)
	}
	return out
}

// rows is a ragged table of lines with pipes.
func rows(lines ...string) *document.Table {
	t := &document.Table{Ragged: true}
	for _, line := range lines {
		var cells []document.Cell
		for i, text := range strings.Split(line, "|") {
			cells = append(cells, document.Cell{Text: strings.TrimSpace(text), Column: i, ColumnSpan: 1, RowSpan: 1})
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells})
		t.Columns = max(t.Columns, len(cells))
	}
	return t
}

func para(texts ...string) []document.Block {
	var blocks []document.Block
	for _, text := range texts {
		blocks = append(blocks, &document.Paragraph{Text: text})
	}
	return blocks
}
