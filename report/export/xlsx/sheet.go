package xlsx

import (
	"slices"

	"nianbao/report"
	"nianbao/report/document"

	"github.com/xuri/excelize/v2"
)

// sheet is one table on its sheet while it is written. Row i and column j of the grid are row i+1 and the j-th letter.
type sheet struct {
	*book
	name  string
	table *document.Table
	// rules are what the edition says about the table; nil for one that is no official table.
	rules *report.Table
	// grid holds what stands at each place: a cell at its first place, nothing at the places that it covers.
	grid   [][]place
	merges []string
	// at are the addresses of the figures by cell id.
	at map[string]string
	// figures are the figures that stand as numbers, by cell id.
	figures map[string]number
	// blank are the figures without any text.
	blank map[string]bool
	// formulas are the totals that the sheet works out itself, by cell id.
	formulas map[string]string
}

type place struct {
	cell  *document.Cell
	taken bool
}

// table writes a sheet for a table.
func (b *book) table(name string, t *document.Table) error {
	s := &sheet{book: b, name: name, table: t, at: map[string]string{}, figures: map[string]number{}, formulas: map[string]string{}, blank: map[string]bool{}}
	if b.edition != nil {
		s.rules = b.edition.Table(t.Key)
	}
	if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	s.lay()
	if err := b.page(name); err != nil {
		return err
	}
	if s.rules != nil {
		s.totals()
		if err := s.official(); err != nil {
			return err
		}
	}
	return s.write()
}

// lay puts the cells on the grid. The tables of the house fit; a cell of any other that lies over another moves to the right, and one
// that reaches over another is cut short, because Excel refuses a file with overlapping merges.
func (s *sheet) lay() {
	s.grid = make([][]place, len(s.table.Rows))
	for i := range s.grid {
		s.grid[i] = make([]place, 0, s.table.Columns)
	}
	for i, row := range s.table.Rows {
		for j := range row.Cells {
			c := &row.Cells[j]
			column := max(c.Column, 0)
			for s.taken(i, column) {
				column++
			}
			columns, rows := 1, 1
			for columns < c.ColumnSpan && !s.taken(i, column+columns) && column+columns < s.table.Columns {
				columns++
			}
			for rows < c.RowSpan && i+rows < len(s.grid) && s.free(i+rows, column, columns) {
				rows++
			}
			for r := i; r < i+rows; r++ {
				for len(s.grid[r]) < column+columns {
					s.grid[r] = append(s.grid[r], place{})
				}
				for at := column; at < column+columns; at++ {
					s.grid[r][at].taken = true
				}
			}
			s.grid[i][column].cell = c
			if columns > 1 || rows > 1 {
				s.merges = append(s.merges, address(i, column), address(i+rows-1, column+columns-1))
			}
			if c.ID != "" && s.at[c.ID] == "" {
				s.at[c.ID], s.blank[c.ID] = address(i, column), c.Text == ""
				if n, ok := parseNumber(c.Value); ok {
					s.figures[c.ID] = n
				}
			}
		}
	}
}

func (s *sheet) taken(row, column int) bool {
	return column < len(s.grid[row]) && s.grid[row][column].taken
}

func (s *sheet) free(row, column, columns int) bool {
	for at := column; at < column+columns; at++ {
		if s.taken(row, at) {
			return false
		}
	}
	return true
}

// address is the name of a place, from 0, as A1.
func address(row, column int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row+1)
	if err != nil {
		panic(err) // a grid of more columns than Excel has
	}
	return name
}

func (s *sheet) write() error {
	w, err := s.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	widths := s.table.ColumnWidths(paperWidth * 10) // in tenths
	for i, width := range widths {
		if err := w.SetColWidth(i+1, i+1, float64(width)/10); err != nil {
			return err
		}
	}
	if head := slices.IndexFunc(s.table.Rows, func(r document.Row) bool { return !r.Header }); head > 0 {
		if err := s.heads(w, s.name, head); err != nil {
			return err
		}
	}
	for i, row := range s.grid {
		if len(row) == 0 {
			continue
		}
		if err := s.row(w, i, row, widths); err != nil {
			return err
		}
	}
	for i := 0; i < len(s.merges); i += 2 {
		if err := w.MergeCell(s.merges[i], s.merges[i+1]); err != nil {
			return err
		}
	}
	return w.Flush()
}

func (s *sheet) row(w *excelize.StreamWriter, i int, row []place, widths []int) error {
	values := make([]any, len(row))
	lines := 1
	size := s.size()
	around, err := s.style(style{size: size, border: true})
	if err != nil {
		return err
	}
	for j := range row {
		c := row[j].cell
		if c == nil { // covered by a merged cell, of which the border is drawn place by place, or empty
			values[j] = excelize.Cell{StyleID: around}
			continue
		}
		cell, err := s.cell(c)
		if err != nil {
			return err
		}
		values[j] = cell
		if _, breaks := cell.Value.(string); breaks && c.RowSpan <= 1 && j < len(widths) {
			width := 0
			for _, n := range widths[j:min(j+max(c.ColumnSpan, 1), len(widths))] {
				width += n
			}
			// an indent is as wide as a character
			lines = max(lines, linesOf(c.Text, halves(float64(width)/10, size)-2*c.Indent()))
		}
	}
	return w.SetRow(address(i, 0), values, excelize.RowOpts{Height: height(lines, size)})
}

// size is the size of the text: wide tables are set smaller, as printed.
func (s *sheet) size() int {
	if s.table.Columns >= 10 {
		return smallSize
	}
	return bodySize
}
