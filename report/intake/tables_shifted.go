package intake

import (
	"nianbao/report/document"
)

// leastRun is how many figures in a row tell where its figures begin.
const leastRun = 3

// shifted reports whether the columns of a table are none: rows with as many figures each, right behind their labels, begin them in
// different columns, as where a copy lost what spans rows and columns and the cells of each row only follow each other.
func (r *recogniser) shifted(b *document.Table) bool {
	begins := map[int]int{} // by how many figures, the column that they begin in
	for _, row := range b.Rows {
		for j := 1; j < len(row.Cells); j++ {
			before := &row.Cells[j-1]
			if r.word(before.Text).holds != name || before.Column+max(before.ColumnSpan, 1) != row.Cells[j].Column {
				continue
			}
			n := 0
			for j+n < len(row.Cells) && r.word(row.Cells[j+n].Text).holds == figure {
				n++
			}
			if n < leastRun {
				continue
			}
			if column, ok := begins[n]; ok && column != row.Cells[j].Column {
				return true
			}
			begins[n] = row.Cells[j].Column
			break
		}
	}
	return false
}
