package report

import (
	"slices"
	"strconv"
	"strings"
)

// Role says what a printed cell is for.
type Role string

const (
	RoleTitle  Role = "title"  // a block's title across the grid
	RoleCorner Role = "corner" // above the row labels, beside the column heads
	RoleHead   Role = "head"   // a column head
	RoleGroup  Role = "group"  // a label beside or over the rows of a group
	RoleLabel  Role = "label"  // a row's label
	RoleUnit   Role = "unit"
	RoleFigure Role = "figure"
	RoleEmpty  Role = "empty" // the place of a figure in a heading row
)

// Grid is a table as printed: rows of cells with their spans, the same for the form, the page and the document.
type Grid struct {
	// Columns is the number of grid columns, Labels how many of them hold row labels.
	Columns, Labels int
	Rows            []GridRow
}

// GridRow is one printed row. A cell that spans into it from above is not repeated.
type GridRow struct {
	Cells []GridCell
	// Head rows are the ones to repeat after a page break: those above the first figures of the table.
	Head bool
	// Block counts the stacked blocks from 0.
	Block int
}

// GridCell is one printed cell.
type GridCell struct {
	Role Role
	Text string
	// Figure is the cell of the edition that stands here; nil for labels.
	Figure *Cell
	// Column is the first grid column, from 0; ColumnSpan and RowSpan are at least 1.
	Column, ColumnSpan, RowSpan int
	// Level is the depth of a row label or column head, from 0.
	Level int
}

// Columns is the number of columns of the table's grid.
func (t *Table) Columns() int {
	n := 0
	for _, b := range t.Blocks {
		n = max(n, b.labelColumns()+len(b.LeafColumns()))
	}
	return n
}

// Grid lays the table out as printed, with the optional rows that on names.
func (t *Table) Grid(on func(rowKey string) bool) Grid {
	g := Grid{Columns: t.Columns()}
	for i, b := range t.Blocks {
		g.Labels = max(g.Labels, b.labelColumns())
		g.Rows = append(g.Rows, t.blockRows(b, i, g.Columns, on)...)
	}
	for i := range g.Rows {
		if slices.ContainsFunc(g.Rows[i].Cells, func(c GridCell) bool { return c.Role == RoleFigure || c.Role == RoleEmpty }) {
			break
		}
		// A table of several blocks has no heads that hold for all its rows.
		g.Rows[i].Head = len(t.Blocks) == 1
	}
	return g
}

// labelColumns is how many columns the row labels take: the depth of the tree, or one and the unit where groups are rows.
func (b TableBlock) labelColumns() int {
	if b.GroupRows {
		if b.UnitHeading != "" {
			return 2
		}
		return 1
	}
	return rowDepth(b.Rows)
}

// rowDepth is the depth of the labelled part of a tree of rows: 0 where no row has a label.
func rowDepth(rows []Row) int {
	depth := 0
	for _, r := range rows {
		if r.Label != "" {
			depth = max(depth, 1+rowDepth(r.Rows))
		}
	}
	return depth
}

func columnDepth(columns []Column) int {
	depth := 0
	for _, c := range columns {
		depth = max(depth, 1+columnDepth(c.Columns))
	}
	return depth
}

func (t *Table) blockRows(b TableBlock, block, width int, on func(string) bool) []GridRow {
	var rows []GridRow
	if b.Title != "" {
		rows = append(rows, GridRow{Cells: []GridCell{{Role: RoleTitle, Text: b.Title, ColumnSpan: width, RowSpan: 1}}})
	}
	labels, leaves, depth := b.labelColumns(), b.LeafColumns(), columnDepth(b.Columns)
	// A block with fewer columns than the grid lets its last one span the rest.
	span := func(leaf int) int {
		if leaf == len(leaves)-1 {
			return width - labels - leaf
		}
		return 1
	}
	heads := make([]GridRow, depth)
	if labels > 0 {
		corner := labels
		if b.GroupRows && b.UnitHeading != "" {
			corner--
		}
		heads[0].Cells = append(heads[0].Cells, GridCell{Role: RoleCorner, Text: b.Corner, ColumnSpan: corner, RowSpan: depth})
		if corner < labels {
			heads[0].Cells = append(heads[0].Cells, GridCell{Role: RoleHead, Text: b.UnitHeading, Column: corner, ColumnSpan: 1, RowSpan: depth})
		}
	}
	leaf := 0
	var head func(columns []Column, level int)
	head = func(columns []Column, level int) {
		for _, c := range columns {
			cell := GridCell{Role: RoleHead, Text: c.Label, Column: labels + leaf, Level: level, RowSpan: 1}
			at := len(heads[level].Cells)
			heads[level].Cells = append(heads[level].Cells, cell)
			if len(c.Columns) == 0 {
				cell.RowSpan, cell.ColumnSpan = depth-level, span(leaf)
				leaf++
			} else {
				head(c.Columns, level+1)
				for i := cell.Column - labels; i < leaf; i++ {
					cell.ColumnSpan += span(i)
				}
			}
			heads[level].Cells[at] = cell
		}
	}
	head(b.Columns, 0)
	rows = append(rows, heads...)

	// The cells of a row follow each other, and mostly those of the row before.
	at := 0
	figures := func(key string) []GridCell {
		cells := make([]GridCell, 0, len(leaves)+labels)
		for i, c := range leaves {
			for t.Cells[at].Row != key || t.Cells[at].Column != c.Key {
				at = (at + 1) % len(t.Cells)
			}
			cells = append(cells, GridCell{Role: RoleFigure, Figure: t.Cells[at], Column: labels + i, ColumnSpan: span(i), RowSpan: 1})
		}
		return cells
	}
	if b.GroupRows {
		rows = append(rows, b.flatRows(b.Rows, 0, on, figures)...)
	} else {
		body, _ := b.nestedRows(b.Rows, 0, labels, on, figures)
		rows = append(rows, body...)
	}
	for i := range rows {
		rows[i].Block = block
	}
	return rows
}

// nestedRows prints groups as cells beside their rows. It returns the rows and how many there are.
func (b TableBlock) nestedRows(rows []Row, level, labels int, on func(string) bool, figures func(string) []GridCell) ([]GridRow, int) {
	var out []GridRow
	for _, r := range rows {
		if len(r.Rows) > 0 {
			inner, n := b.nestedRows(r.Rows, level+1, labels, on, figures)
			if n == 0 {
				continue
			}
			group := GridCell{Role: RoleGroup, Text: r.Label, Column: level, ColumnSpan: 1, RowSpan: n, Level: level}
			inner[0].Cells = append([]GridCell{group}, inner[0].Cells...)
			out = append(out, inner...)
			continue
		}
		if r.Optional && !on(r.Key) {
			continue
		}
		row := GridRow{}
		if labels > level {
			row.Cells = append(row.Cells, GridCell{Role: RoleLabel, Text: r.Label, Column: level, ColumnSpan: labels - level, RowSpan: 1, Level: level})
		}
		row.Cells = append(row.Cells, figures(r.Key)...)
		out = append(out, row)
	}
	return out, len(out)
}

// flatRows prints each group as a row of its own, numbering what is switched on.
func (b TableBlock) flatRows(rows []Row, level int, on func(string) bool, figures func(string) []GridCell) []GridRow {
	var out []GridRow
	count := map[string]int{}
	for _, r := range rows {
		if r.Optional && !on(r.Key) {
			continue
		}
		label := r.Label
		if style := numbering[r.Number]; style != nil {
			count[r.Number]++
			label = style(count[r.Number]) + label
		}
		role, unit, cells := RoleLabel, r.Unit, []GridCell(nil)
		if r.Key == "" {
			role, unit = RoleGroup, b.Dash
			for i := range b.LeafColumns() {
				cells = append(cells, GridCell{Role: RoleEmpty, Column: b.labelColumns() + i, ColumnSpan: 1, RowSpan: 1})
			}
		} else {
			cells = figures(r.Key)
		}
		head := []GridCell{{Role: role, Text: label, ColumnSpan: 1, RowSpan: 1, Level: level}}
		if b.UnitHeading != "" {
			head = append(head, GridCell{Role: RoleUnit, Text: unit, Column: 1, ColumnSpan: 1, RowSpan: 1})
		}
		out = append(out, GridRow{Cells: append(head, cells...)})
		out = append(out, b.flatRows(r.Rows, level+1, on, figures)...)
	}
	return out
}

// numbering are the styles that labels and headings are numbered in.
var numbering = map[string]func(int) string{
	"han":    func(n int) string { return HanNumber(n) + "、" },
	"paren":  func(n int) string { return "（" + HanNumber(n) + "）" },
	"arabic": func(n int) string { return strconv.Itoa(n) + "．" },
}

const hanDigits = "零一二三四五六七八九"

// HanNumber writes 1 to 99 in Chinese numerals: 1 is 一, 10 is 十, 21 is 二十一.
func HanNumber(n int) string {
	digits := []rune(hanDigits)
	tens, ones := n/10, n%10
	var s strings.Builder
	if tens > 1 {
		s.WriteRune(digits[tens])
	}
	if tens > 0 {
		s.WriteRune('十')
	}
	if ones > 0 || n == 0 {
		s.WriteRune(digits[ones])
	}
	return s.String()
}
