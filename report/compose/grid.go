package compose

import (
	"strings"

	"nianbao/report"
	"nianbao/report/document"
)

// plainTable prints a table of the report's own: rows of strings, short ones filled up. Nil for a table without cells.
func plainTable(grid [][]string) *document.Table {
	t := &document.Table{}
	for _, row := range grid {
		t.Columns = max(t.Columns, len(row))
	}
	if t.Columns == 0 {
		return nil
	}
	for _, row := range grid {
		cells := make([]document.Cell, t.Columns)
		for i := range cells {
			cells[i] = document.Cell{Column: i, ColumnSpan: 1, RowSpan: 1}
			if i < len(row) {
				cells[i].Text = strings.TrimSpace(row[i])
			}
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	if headed(t) {
		head := &t.Rows[0]
		head.Header = true
		for i := range head.Cells {
			head.Cells[i].Role = document.RoleHead
		}
	}
	t.Widths = gridWidths(t)
	return t
}

// headed reports whether the first row heads the others: nobody has said so, but it is all words and there are two rows below it.
func headed(t *document.Table) bool {
	if len(t.Rows) < 3 {
		return false
	}
	for _, c := range t.Rows[0].Cells {
		if c.Text == "" || report.ParseValue(report.KindChange, c.Text).Condition == report.Number {
			return false
		}
	}
	return true
}

// In halves of a character: how wide a column is made for its text at most and at least, how wide for a word or a number that had
// better not break, and how much text stands beside each other on paper in 小四.
const (
	widest   = 40
	narrow   = 6
	wideWord = 16
	paper    = 72
)

// gridWidths are the relative widths of columns. Each is as wide as its longest text; where there is no room for that, the widest are
// made narrower, down to the longest word in them. Nil, for columns of one width, where even that is too much.
func gridWidths(t *document.Table) []int {
	const margins = 1
	text, word := make([]int, t.Columns), make([]int, t.Columns)
	for _, row := range t.Rows {
		for i, c := range row.Cells {
			for line := range strings.SplitSeq(c.Text, "\n") {
				text[i] = max(text[i], document.Width(line))
			}
			word[i] = max(word[i], longestWord(c.Text))
		}
	}
	widths := make([]int, t.Columns)
	for most := widest; most >= narrow; most-- {
		whole := 0
		for i := range widths {
			widths[i] = max(min(text[i], most), min(word[i], wideWord), narrow) + margins
			whole += widths[i]
		}
		if whole <= paper {
			return widths
		}
	}
	return nil
}

// longestWord is how wide the longest number, word or address in a text is, in halves of a character.
func longestWord(text string) (longest int) {
	n := 0
	for _, r := range text {
		if n++; r <= ' ' || r >= 0x100 {
			n = 0
		}
		longest = max(longest, n)
	}
	return longest
}
