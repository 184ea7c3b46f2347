package layout

import (
	"fmt"

	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// table is a table ready to be put on pages row by row.
type table struct {
	gbt9704.TableType
	// edges are the left edges of the columns and the right edge of the last.
	edges []Length
	rows  []tableRow
	cells []tableCell
	// owner is the cell that each place of the grid belongs to, row by row.
	owner []int
	// heads is how many header rows repeat on each page, headHeight how high they are.
	heads      int
	headHeight Length
}

type tableRow struct {
	height Length
	node   int
}

type tableCell struct {
	row, rows int // first row, and how many
	spans     []span
	lines     []line
	node      int
	// next is the first line that is not drawn yet.
	next int
}

// end is the row after the cell's last.
func (c *tableCell) end() int { return c.row + c.rows }

// table makes the pieces of a table; false if it has no row.
func (l *layouter) table(d *document.Table, parent int) bool {
	if len(d.Rows) == 0 {
		return false
	}
	g := gridOf(d)
	even := g.table(d)
	widths := gbt9704.ColumnWidths(even)
	t := &table{TableType: gbt9704.TypeOf(even, widths), edges: edges(widths), rows: make([]tableRow, len(d.Rows)), cells: make([]tableCell, len(g.cells)), owner: g.owner}
	l.shrink(t, g, widths, d.Name)
	l.tableNodes(t, g, widths, d, parent)
	l.cells(t, g, widths, sides{grouped: d.Grouped(), left: t.Left(even, widths)})
	t.heads = heads(d, t.cells)
	t.heights()
	keep := t.Stay(even, widths)
	for i, row := range d.Rows {
		keep[i] = keep[i] || row.Header
	}
	keep[len(keep)-1] = false
	for i := range t.rows {
		l.pieces = append(l.pieces, piece{height: t.rows[i].height, keep: keep[i], table: t, row: i})
	}
	return true
}

// edges are where columns begin, and where the last one ends.
func edges(widths []Length) []Length {
	e := make([]Length, len(widths)+1)
	e[0] = gbt9704.TextLeft
	for i, w := range widths {
		e[i+1] = e[i] + w
	}
	return e
}

// cells sets the text of the cells.
func (l *layouter) cells(t *table, g *grid, widths []Length, s sides) {
	for i := range t.cells {
		c := &t.cells[i]
		c.row, c.rows = g.rows[i], g.cells[i].RowSpan
		if c.spans != nil {
			c.lines = l.set(c.spans, t.measure(&g.cells[i], gbt9704.Span(widths, g.cells[i].Column, g.cells[i].ColumnSpan), s))
		}
	}
}

// heads is how many header rows a table begins with. They repeat unless one of their cells reaches into the rows below.
func heads(d *document.Table, cells []tableCell) int {
	n := 0
	for n < len(d.Rows) && d.Rows[n].Header {
		n++
	}
	for i := range cells {
		if c := &cells[i]; c.row < n && c.end() > n {
			return 0
		}
	}
	if n == len(d.Rows) {
		return 0
	}
	return n
}

// shrink sets a table of very many columns smaller, so that each has room for a character.
func (l *layouter) shrink(t *table, g *grid, widths []Length, name string) {
	room := t.Size
	for i := range g.cells {
		if c := &g.cells[i]; c.Text != "" {
			width := gbt9704.Span(widths, c.Column, c.ColumnSpan)
			room = min(room, width-2*cellMargin(width))
		}
	}
	if room >= t.Size {
		return
	}
	t.Line, t.Row = t.Line*room/t.Size, t.Row*room/t.Size
	t.Size = room
	l.note("table.narrow", fmt.Sprintf("表格有 %d 列，一页纸的宽度不够，字缩得很小。请把它拆成几个表。", g.columns), name)
}

// cellMargin is the blank on the left and right of a cell's text.
func cellMargin(width Length) Length { return min(gbt9704.CellMargin, width/8) }

// sides says what of a table stands on the left: the labels, and which columns.
type sides struct {
	grouped bool
	left    []bool
}

// measure is the room of a cell's text: in the middle or on the left, as in the DOCX.
func (t *table) measure(c *document.Cell, width Length, s sides) measure {
	margin := cellMargin(width)
	m := measure{x: t.edges[c.Column] + margin, width: width - 2*margin, align: centred, pitch: t.Line}
	in := Length(0)
	switch {
	case c.Role == document.RoleHead:
		in = t.Balance(c.Text, width)
		m.width -= in
	case s.grouped && (c.Role == document.RoleLabel || c.Role == document.RoleGroup):
		m.align, in = left, gbt9704.CellMargin+Length(c.Indent())*t.Size
	case c.Role == document.RolePlain && s.left[c.Column]:
		m.align, in = left, gbt9704.CellMargin
	}
	if m.width-in < t.Size { // no room for standing in
		return measure{x: t.edges[c.Column] + margin, width: width - 2*margin, align: m.align, pitch: t.Line}
	}
	m.x += in
	m.width -= in
	return m
}

// heights makes each row as high as its cells need; the last row of a cell over several rows grows for it.
func (t *table) heights() {
	for i := range t.rows {
		t.rows[i].height = t.Row
	}
	for i := range t.cells {
		if c := &t.cells[i]; c.rows == 1 {
			t.rows[c.row].height = max(t.rows[c.row].height, t.need(len(c.lines)))
		}
	}
	for i := range t.cells {
		if c := &t.cells[i]; c.rows > 1 {
			height := Length(0)
			for _, row := range t.rows[c.row : c.end()-1] {
				height += row.height
			}
			last := &t.rows[c.end()-1].height
			*last = max(*last, t.need(len(c.lines))-height)
		}
	}
	for _, row := range t.rows[:t.heads] {
		t.headHeight += row.height
	}
	if t.headHeight > gbt9704.TextHeight/2 { // no room for much else: they do not repeat
		t.heads, t.headHeight = 0, 0
	}
}

// frame is what a row has above and below its lines; half of a rule on both sides is in it.
const frame = 2*gbt9704.CellPadding + gbt9704.RuleWidth

// need is how high a row is that holds so many lines.
func (t *table) need(lines int) Length { return Length(lines)*t.Line + frame }

// room is how many lines a cell of a height holds.
func (t *table) room(height Length) int { return max(int((height-frame)/t.Line), 0) }
