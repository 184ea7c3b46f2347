package xlsx

import (
	"slices"
	"strings"

	"nianbao/report/document"
)

// sheet is what a visible sheet shows.
type sheet struct {
	name string
	// rows are those in which something stands, from the top.
	rows []row
	// merges are the merged ranges by the place of their first cell, row before column.
	merges map[[2]int]area
}

// row is one row: its number from 1 and its cells as shown, from column 1, without the blanks around them.
type row struct {
	number int
	cells  []string
}

// maxPlaces bounds the rows that are passed and the places in them: a single cell in the last corner of a sheet claims a million
// rows and 16,384 places.
const maxPlaces = 2_500_000

// sheets reads the visible sheets. A part that two sheets name is read once.
func (w *workbook) sheets() []*sheet {
	var out []*sheet
	read := map[string]bool{}
	filled, places := 0, 0
	for _, s := range w.WorkBook.Sheets.Sheet {
		part := w.targets[s.ID]
		if s.State != "" && s.State != "visible" || read[part] || w.parts[part] == nil {
			continue
		}
		read[part] = true
		rows, err := w.Rows(s.Name)
		if err != nil {
			w.cut = true
			continue
		}
		sheet := &sheet{name: s.Name, merges: merges(w.parts[part])}
		for number := 1; rows.Next(); number++ {
			cells, err := rows.Columns()
			if err != nil {
				w.cut = true // a place that does not exist: the rest of the row is lost
			}
			r := row{number, cells}
			n := r.trim()
			filled, places = filled+n, places+1+len(cells)
			if filled > document.MaxCells || places > maxPlaces {
				w.cut = true
				break
			}
			if n > 0 {
				sheet.rows = append(sheet.rows, r)
			}
		}
		out = append(out, sheet)
	}
	return out
}

// trim drops the blanks around the cells and counts the filled ones.
func (r row) trim() (filled int) {
	for i, c := range r.cells {
		if c != "" {
			r.cells[i] = strings.TrimSpace(c)
			if r.cells[i] != "" {
				filled++
			}
		}
	}
	return filled
}

// at is the cell in a column from 1.
func (r row) at(column int) string {
	if column > len(r.cells) {
		return ""
	}
	return r.cells[column-1]
}

// first is the column of the first filled cell.
func (r row) first() int {
	return 1 + slices.IndexFunc(r.cells, func(c string) bool { return c != "" })
}

// extent is the last column over which the cell in a column reaches.
func (s *sheet) extent(r row, column int) int {
	return max(column, s.merges[[2]int{r.number, column}].right)
}
