package intake

import (
	"nianbao/report"
)

// found are the official tables among the blocks of a document.
type found struct {
	// edition is that of the tables; nil when there is none.
	edition *report.Edition
	placed  []placed
	// figures has every cell of the tables that were found (an optional row's only where the row is there), in canonical form.
	figures report.Figures
	origins map[string]Origin
	notes   []report.Note
}

// placed says that blocks[from:to] are an official table. Its title line, where it has one of its own, is not among them.
type placed struct {
	from, to int
	table    string
}
