package specimen

import (
	"slices"
	"strings"

	"nianbao/report"
)

// table is a table on the page as a rectangle of grid places; a cell that spans several stands in each of them.
type table struct {
	key  string // of an official table
	rows [][]*cell
	// heads is the number of rows above the first figures; a copied table may repeat them.
	heads int
	// parts are the row numbers at which a page break has cut the table in two; repeat says that the head stands again below.
	parts  []int
	repeat bool
}

type cell struct {
	text string
	id   string // of a figure
	role report.Role
	gone bool // lost in copying
}

func newTable(t *report.Table, on func(string) bool, figures map[string]string) *table {
	grid := t.Grid(on)
	out := &table{key: t.Key, rows: make([][]*cell, len(grid.Rows))}
	for i := range out.rows {
		out.rows[i] = make([]*cell, grid.Columns)
	}
	for i, row := range grid.Rows {
		if row.Head {
			out.heads = i + 1
		}
		for _, c := range row.Cells {
			printed := &cell{text: c.Text, role: c.Role}
			if c.Figure != nil {
				printed.id, printed.text = c.Figure.ID, figures[c.Figure.ID]
			}
			for y := i; y < i+c.RowSpan; y++ {
				for x := c.Column; x < c.Column+c.ColumnSpan; x++ {
					out.rows[y][x] = printed
				}
			}
		}
	}
	for _, row := range out.rows {
		for x := range row {
			if row[x] == nil {
				row[x] = &cell{role: report.RoleEmpty}
			}
		}
	}
	return out
}

func (t *table) width() int { return len(t.rows[0]) }

// spans is how far a cell reaches right and down from a place, and whether it begins there.
func (t *table) spans(y, x int) (columns, rows int, begins bool) {
	c := t.rows[y][x]
	if x > 0 && t.rows[y][x-1] == c || y > 0 && t.rows[y-1][x] == c {
		return 0, 0, false
	}
	for columns = 1; x+columns < len(t.rows[y]) && t.rows[y][x+columns] == c; columns++ {
	}
	for rows = 1; y+rows < len(t.rows) && t.rows[y+rows][x] == c; rows++ {
	}
	return columns, rows, true
}

func (t *table) strings() [][]string {
	var out [][]string
	for _, row := range t.rows {
		var line []string
		for _, c := range row {
			line = append(line, c.text)
		}
		out = append(out, line)
	}
	return out
}

// each calls f once for every cell.
func (t *table) each(f func(c *cell)) {
	for y := range t.rows {
		for x := range t.rows[y] {
			if _, _, begins := t.spans(y, x); begins {
				f(t.rows[y][x])
			}
		}
	}
}

// row is the number of the row of an edition's row; -1 where there is none.
func (t *table) row(key string) int {
	return slices.IndexFunc(t.rows, func(cells []*cell) bool {
		return slices.ContainsFunc(cells, func(c *cell) bool { return c.id != "" && strings.Split(c.id, ".")[1] == key })
	})
}

// addColumn adds an empty column on the right; head is what stands over it.
func (t *table) addColumn(head string) {
	first := &cell{text: head, role: report.RoleHead}
	for y := range t.rows {
		last := t.rows[y][len(t.rows[y])-1]
		switch {
		case last.role == report.RoleTitle:
			t.rows[y] = append(t.rows[y], last)
		case y < t.heads && head != "":
			t.rows[y] = append(t.rows[y], first)
		default:
			t.rows[y] = append(t.rows[y], &cell{role: report.RoleEmpty})
		}
	}
}

// insertRow puts a row below another; above says which of its cells reach into it.
func (t *table) insertRow(after int, cells []*cell) { t.rows = slices.Insert(t.rows, after+1, cells) }

// removeRow drops a row; what it alone held is gone.
func (t *table) removeRow(y int) { t.rows = slices.Delete(t.rows, y, y+1) }

// unmerge gives each place in a column's rows a cell of its own: with the text again, or empty below the first.
func (t *table) unmerge(c *cell, again bool) {
	first := true
	for y := range t.rows {
		var own *cell
		for x := range t.rows[y] {
			if t.rows[y][x] != c {
				continue
			}
			if own == nil {
				own = &cell{text: c.text, role: c.role}
				if !first && !again {
					own.text = ""
				}
			}
			t.rows[y][x] = own
		}
		if own != nil {
			first = false
		}
	}
}

// cut is the part of the table from one row to another, with cells of its own where the cut goes through one.
func (t *table) cut(from, to int, heads bool) *table {
	out := &table{key: t.key}
	if heads {
		out.rows = append(out.rows, t.rows[:t.heads]...)
	}
	copies := map[*cell]*cell{}
	for y := from; y < to; y++ {
		row := slices.Clone(t.rows[y])
		for x, c := range row {
			if from > 0 && slices.Contains(t.rows[from-1], c) {
				if copies[c] == nil {
					copies[c] = &cell{text: c.text, role: c.role}
				}
				row[x] = copies[c]
			}
		}
		out.rows = append(out.rows, row)
	}
	return out
}

// pieces are the tables that a page break has left of one.
func (t *table) pieces() []*table {
	if len(t.parts) == 0 {
		return []*table{t}
	}
	var out []*table
	from := 0
	for _, to := range append(slices.Clone(t.parts), len(t.rows)) {
		out = append(out, t.cut(from, to, t.repeat && from > 0))
		from = to
	}
	return out
}

// ownTable is a table of the agency's own, which no edition has.
func (m *maker) ownTable() *table {
	t := &table{}
	rows := [][]string{{"发布渠道", "数量", "占比"}, {"门户网站", "{n}", "{p}%"}, {"政务新媒体", "{n}", "{p}%"}, {"公开栏", "{s}", "{p}%"}}
	if m.chance(0.5) {
		rows = [][]string{{"序号", "解读标题", "形式"}, {"1", "关于养老服务的解读", "文字"}, {"2", "关于创业补贴的解读", "图解"}}
	}
	for _, row := range rows {
		var cells []*cell
		for _, text := range row {
			cells = append(cells, &cell{text: m.fill(text)})
		}
		t.rows = append(t.rows, cells)
	}
	t.heads = 1
	return t
}
