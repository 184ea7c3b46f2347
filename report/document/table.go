package document

import (
	"slices"
	"strings"
)

// Table is a table as printed. A row lists the cells that begin in it, left to right; one that spans into it from above is not
// repeated.
type Table struct {
	// Key and Name are an official table's; empty for any other.
	Key, Name string
	// Columns is the number of grid columns, Labels how many of them hold row labels.
	Columns, Labels int
	// Widths are relative widths of the grid columns; nil for equal ones.
	Widths []int
	Rows   []Row
	// Ragged says that the rows are cells in reading order only, as text has them: what spans what is not known.
	Ragged bool
}

// Row is one printed row.
type Row struct {
	// Header rows repeat after a page break.
	Header bool
	// Block counts stacked blocks from 0.
	Block int
	Cells []Cell
}

// Role says what a cell is for.
type Role string

const (
	RolePlain  Role = ""       // of a table that is not an official one
	RoleTitle  Role = "title"  // a block's title across the grid
	RoleCorner Role = "corner" // above the row labels
	RoleHead   Role = "head"   // a column head
	RoleGroup  Role = "group"  // a label beside or over the rows of a group
	RoleLabel  Role = "label"  // a row's label
	RoleUnit   Role = "unit"
	RoleFigure Role = "figure"
	RoleEmpty  Role = "empty" // the place of a figure in a heading row
)

// Cell is one printed cell.
type Cell struct {
	Role Role
	// Text is what is printed.
	Text string
	// ID is the cell id of a figure, table.row.column.
	ID string
	// Value is the figure as decimal text; "" where the cell holds no number.
	Value string
	// Column is the first grid column, from 0; the spans are at least 1.
	Column, ColumnSpan, RowSpan int
	// Level is the depth of a row label, from 0.
	Level int
}

// Figure reports whether a cell holds a figure and nothing else, which is not to be broken over lines.
func (c *Cell) Figure() bool {
	return c.Text != "" && (c.Role == RoleFigure || c.Role == RolePlain && strings.Trim(c.Text, "0123456789.,%+-") == "")
}

// Indent is how many characters a label stands in: by its depth where all labels share one column, not at all where each depth
// has a column of its own.
func (c *Cell) Indent() int { return max(c.Level-c.Column, 0) }

// Grouped reports whether rows are gathered under labels. Where they are, labels stand on the left, else in the middle, as the
// official tables have them.
func (t *Table) Grouped() bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool {
		return slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.Role == RoleGroup })
	})
}

// ColumnWidths divides a whole width among the grid columns, to the last unit.
func (t *Table) ColumnWidths(whole int) []int {
	weight := func(i int) int {
		if len(t.Widths) == t.Columns {
			return t.Widths[i]
		}
		return 1
	}
	sum := 0
	for i := range t.Columns {
		sum += weight(i)
	}
	widths := make([]int, t.Columns)
	before, edge := 0, 0
	for i := range widths {
		before += weight(i)
		next := whole * before / sum
		widths[i], edge = next-edge, next
	}
	return widths
}
