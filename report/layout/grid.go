package layout

import "nianbao/report/document"

// grid is a table whose cells cover its grid: each place belongs to exactly one.
type grid struct {
	columns int
	cells   []document.Cell // in reading order
	rows    []int           // of each cell, the row that it begins in
	// owner is the cell that each place belongs to, row by row.
	owner []int
}

// gridOf puts the cells of a table in their places. Tables that people typed may be broken: a cell that wants a place that is
// taken, or none that is there, gets what is free; a place that no cell has gets an empty one; and where a row has no place left, the
// rest of its text goes into its last cell.
func gridOf(t *document.Table) *grid {
	g := &grid{columns: max(t.Columns, 1)}
	g.owner = make([]int, g.columns*len(t.Rows))
	for i := range g.owner {
		g.owner[i] = -1
	}
	for row := range t.Rows {
		cells := t.Rows[row].Cells
		next := 0
		for column := 0; column < g.columns; column++ {
			switch {
			case g.owner[row*g.columns+column] >= 0:
			case next < len(cells) && cells[next].Column <= column:
				g.put(cells[next], row, column, len(t.Rows))
				next++
			default:
				g.put(document.Cell{Column: column}, row, column, len(t.Rows))
			}
		}
		for ; next < len(cells); next++ {
			g.add(row, cells[next].Text)
		}
	}
	return g
}

// put puts a cell in a free place, as far over the places to the right and below as they are free.
func (g *grid) put(c document.Cell, row, column, rows int) {
	c.Column = column
	columnSpan, rowSpan := max(c.ColumnSpan, 1), max(c.RowSpan, 1)
	c.ColumnSpan = 1
	for c.ColumnSpan < columnSpan && column+c.ColumnSpan < g.columns && g.owner[row*g.columns+column+c.ColumnSpan] < 0 {
		c.ColumnSpan++
	}
	c.RowSpan = min(rowSpan, rows-row)
	for y := row; y < row+c.RowSpan; y++ {
		for x := column; x < column+c.ColumnSpan; x++ {
			g.owner[y*g.columns+x] = len(g.cells)
		}
	}
	g.cells = append(g.cells, c)
	g.rows = append(g.rows, row)
}

// add adds a text that has no place to the last cell of its row.
func (g *grid) add(row int, text string) {
	if text == "" {
		return
	}
	c := &g.cells[g.owner[(row+1)*g.columns-1]]
	if c.Text != "" {
		text = "\n" + text
	}
	c.Text += text
}

// table is the grid as a table, which measures are taken of.
func (g *grid) table(t *document.Table) *document.Table {
	out := &document.Table{Columns: g.columns, Rows: make([]document.Row, len(t.Rows))}
	if len(t.Widths) == g.columns && positive(t.Widths) {
		out.Widths = t.Widths
	}
	from := 0
	for i := range out.Rows {
		to := from
		for to < len(g.cells) && g.rows[to] == i {
			to++
		}
		out.Rows[i].Cells = g.cells[from:to]
		from = to
	}
	return out
}

func positive(widths []int) bool {
	for _, w := range widths {
		if w <= 0 {
			return false
		}
	}
	return true
}
