package intake

import (
	"nianbao/report"
)

// found are the official tables among the blocks of a document.
type found struct {
	// edition is that of the tables; nil when there is none.
	edition *report.Edition
	// also are the other editions that explain the tables as well as edition does: the year must tell which it is.
	also   []*report.Edition
	placed []placed
	// figures has every cell of the tables that were found (an optional row's only where the row is there), in canonical form.
	figures report.Figures
	origins map[string]Origin
	notes   []report.Note
}

// placed says that blocks[from:to] are an official table. Its title line, where it has one of its own, is not among them.
// The ranges do not overlap and are in order.
type placed struct {
	from, to int
	// table is the official table that stands here; "" where nothing does, because the blocks go on with a table that stands
	// further up, or repeat one and are in the notes.
	table string
	// also are the official tables that follow it in the same blocks.
	also []string
}
