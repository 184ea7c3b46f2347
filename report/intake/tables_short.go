package intake

import (
	"slices"
	"strconv"
)

// shortRow is an entry with another number of figures than its row has columns.
type shortRow struct {
	entry  *tableEntry
	values []tableCell
}

// endsEarly says why the figures of a row that ends early are in doubt.
const endsEarly = "这一行的格数少于列数，按末尾缺空格读"

// placeShort reads rows that end early, in a table whose other rows keep their empty cells. Of any other row it cannot be told which
// figures are lost (not even the total tells: a column of zeros leaves it as it is), so nothing of it is read.
func (t *tableReading) placeShort(rows []shortRow, out *tableFigures) {
	keepsEmpty := slices.ContainsFunc(t.entries, func(e tableEntry) bool { return e.row >= 0 && t.form.nodes[e.row].id != "" && hasEmpty(e.values) })
	for _, row := range rows {
		n := len(t.form.leaves[t.form.nodes[row.entry.row].block])
		if !keepsEmpty || len(row.values) >= n {
			t.leaveShort(row, n)
			continue
		}
		for i, c := range row.values {
			t.put(out, row.entry, placedFigure{leaf: i, cell: c, sure: 0.6, doubt: endsEarly}, nil)
		}
	}
}

func hasEmpty(cells []tableCell) bool {
	return slices.ContainsFunc(cells[:fill(cells)], func(c tableCell) bool { return c.holds == nothing })
}

func (t *tableReading) leaveShort(row shortRow, n int) {
	text := t.rowText(row.entry)
	count := 0
	for _, v := range row.values {
		text += " | " + v.text
		if v.holds != nothing {
			count++
		}
	}
	t.left = append(t.left, leftOver{row.entry.line, text, "这一行有 " + strconv.Itoa(count) + " 个数，表里有 " + strconv.Itoa(n) +
		" 列，看不出各是哪一列，没有读入，请对照原文补填。"})
}
