package intake

import (
	"slices"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/document"
)

// packed are rows whose cells only follow each other, as where what spans was lost: in columns from first, with empty cells behind.
func (m matrix) packed(first, behind int) matrix {
	out := make(matrix, len(m))
	for i, row := range m {
		for k := range first + len(row) + behind {
			c := document.Cell{Column: k, ColumnSpan: 1, RowSpan: 1}
			if k >= first && k < first+len(row) {
				c.Text = row[k-first].Text
			}
			out[i] = append(out[i], c)
		}
	}
	return out
}

func TestTablesPacked(t *testing.T) {
	for _, id := range []string{"gb-2021", "gb-2019"} {
		e := standard(t).Get(id)
		for _, table := range e.Tables {
			figures := sample(table)
			m := printed(table, figures, false)
			width := 0
			for _, row := range m {
				width = max(width, len(row))
			}
			padded := m.packed(0, 0)
			for i, row := range padded {
				for k := len(row); k < width; k++ {
					padded[i] = append(padded[i], document.Cell{Column: k, ColumnSpan: 1, RowSpan: 1})
				}
			}
			for name, m := range map[string]matrix{"as they are": m.packed(0, 0), "empty cells around": m.packed(1, 2), "as wide": padded} {
				f := findTables(standard(t), blocksOfTable(m.grid()), id)
				if diff := compareFigures(f.figures, figures); diff != "" {
					t.Errorf("%s %s, %s:%s", id, table.Key, name, diff)
				}
				if left := notesOf(f, NoteUnplaced); left != nil {
					t.Errorf("%s %s, %s: left %q", id, table.Key, name, left)
				}
			}
		}
	}
}

// Each number of a row stands in a cell or in a note, wherever it is in the grid.
func TestTablesNothingLost(t *testing.T) {
	e := standard(t).Get("gb-2021")
	table := e.Table("requests")
	for _, label := range []string{"一、本年新收政府信息公开申请数量", "2．重复申请", "（七）总计"} {
		for by := range 6 {
			figures := sample(table)
			m := printed(table, figures, false)
			i := slices.IndexFunc(m, func(row []document.Cell) bool { return row[0].Text == label })
			cells := slices.Clone(m[i])
			m[i] = cells[:1]
			for k := range by {
				m[i] = append(m[i], document.Cell{Column: cells[0].Column + 1 + k, ColumnSpan: 1, RowSpan: 1})
			}
			for k, c := range cells[1:] {
				c.Text, c.Column = "90"+string(rune('1'+k)), cells[0].Column+1+by+k
				m[i] = append(m[i], c)
			}
			m[i][0].ColumnSpan = 1
			f := findTables(standard(t), blocksOfTable(m.grid()), "gb-2021")
			left := strings.Join(notesOf(f, NoteUnplaced), " ")
			for _, c := range m[i][1+by:] {
				if !strings.Contains(left, c.Text) && !slices.ContainsFunc(table.Cells, func(at *report.Cell) bool { return f.figures[at.ID] == c.Text }) {
					t.Errorf("%s, %d columns on: %s is lost", label, by, c.Text)
				}
			}
		}
	}
}

// A report of the year in which the tables changed may have the one row of the trial in place of a group of three.
func TestTablesOneRowForAGroup(t *testing.T) {
	e := standard(t).Get("gb-2021")
	table := e.Table("requests")
	figures := sample(table)
	old := standard(t).Get("gb-2019").Table("requests")
	m := printed(old, figures, false)
	want := report.Figures{}
	for _, c := range table.Cells {
		if want[c.ID] = figures[c.ID]; strings.Contains(c.ID, "other_overdue") {
			want[c.ID] = ""
		}
	}
	for name, b := range map[string]*document.Table{"grid": m.grid(), "ragged": m.ragged(), "one cell a line": m.oneCellALine()} {
		f := findTables(standard(t), blocksOfTable(b), "gb-2021")
		if diff := compareFigures(f.figures, want); diff != "" {
			t.Errorf("%s:%s", name, diff)
		}
		doubts := notesOf(f, NoteDoubtful)
		for _, c := range table.Cells {
			if got, want := slices.Contains(doubts, c.ID), strings.HasPrefix(c.ID, "requests.other."); got != want {
				t.Errorf("%s: %s in doubt: %v", name, c.ID, got)
			}
		}
		// A sum over a group that is there has no place.
		full := printed(table, figures, false)
		i := slices.IndexFunc(full, func(row []document.Cell) bool { return row[0].Text == "（六）其他处理" })
		sum := document.Row{}
		for _, c := range full[i-1] {
			c.Text = "77"
			sum.Cells = append(sum.Cells, c)
		}
		sum.Cells[0].Text = "（六）其他处理"
		text := full.ragged()
		text.Rows = slices.Insert(text.Rows, i+3, sum)
		f = findTables(standard(t), blocksOfTable(text), "gb-2021")
		if diff := compareFigures(f.figures, figures); diff != "" {
			t.Errorf("a sum:%s", diff)
		}
		if left := strings.Join(notesOf(f, NoteUnplaced), "\n"); !strings.Contains(left, "77") {
			t.Errorf("a sum is in no note: %q", left)
		}
	}
}

// A copy may have lost the line ends of a table, or of some of its rows; a sentence with labels in it is none.
func TestTablesOnOneLine(t *testing.T) {
	for _, id := range []string{"gb-2021", "gb-2019"} {
		e := standard(t).Get(id)
		for _, table := range e.Tables {
			figures := sample(table)
			var texts []string
			for _, row := range printed(table, figures, false) {
				for _, c := range row {
					if c.Text != "" {
						texts = append(texts, strings.ReplaceAll(c.Text, "\n", ""))
					}
				}
			}
			for _, between := range []string{" ", "  ", " | "} {
				f := findTables(standard(t), para(strings.Join(texts, between)), id)
				if diff := compareFigures(f.figures, figures); diff != "" {
					t.Errorf("%s %s between %q:%s", id, table.Key, between, diff)
				}
			}
		}
	}
	r := newRecogniser(standard(t))
	for _, text := range []string{"行政许可 12 行政处罚 3 各科室 已于 年底前 全部 录入 平台 并 公开", "1 2 3 4 5 6 7 8 9", "总计 1 2 3 4 5 6 7 8"} {
		if lines := r.oneLine(0, text); lines != nil {
			t.Errorf("%q is read as %d rows", text, len(lines))
		}
	}
}
