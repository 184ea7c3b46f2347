package document

import "strings"

// Limits of what readers build. They are far beyond any report; what is beyond them is cut, and Builder.Cut says so.
const (
	MaxText    = 2 << 20 // bytes of text in a document
	MaxBlocks  = 20_000  // paragraphs and tables
	MaxRows    = 5_000   // of a table
	MaxColumns = 256     // of a table's grid
	MaxCells   = 100_000 // in a document, each row counting as one more
)

// Builder collects what a reader finds, in reading order, within the limits. The document that it makes has one section without
// heading: which paragraph is the title and where sections begin is for recognition to say.
type Builder struct {
	blocks      []Block
	text, cells int
	// Cut says that something lay beyond a limit and was left out.
	Cut bool
}

// Paragraph adds a paragraph; blanks around it go, an empty one is left out. level is 1 to 9 where the source styles it as a
// heading of that level, 0 for body text.
func (b *Builder) Paragraph(text string, level int) {
	if text = strings.TrimSpace(Printable(text)); text != "" && b.room(len(text)) {
		b.blocks = append(b.blocks, &Paragraph{Text: text, Level: level})
	}
}

// Table adds a table that is not empty.
func (b *Builder) Table(t *TableBuilder) {
	table := t.table()
	b.Cut = b.Cut || t.cut
	if table.Columns > 0 && b.room(0) {
		b.blocks = append(b.blocks, table)
	}
}

// NewTable begins a table, which Table adds when it is whole. A table inside another is begun and added in between.
func (b *Builder) NewTable() *TableBuilder { return &TableBuilder{builder: b} }

// Blocks are those added so far.
func (b *Builder) Blocks() []Block { return b.blocks }

// Document is what was built.
func (b *Builder) Document() *Document {
	return &Document{Sections: []Section{{Blocks: b.blocks}}}
}

func (b *Builder) room(text int) bool {
	if len(b.blocks) >= MaxBlocks || b.text+text > MaxText {
		b.Cut = true
		return false
	}
	b.text += text
	return true
}

// TableBuilder places cells in a grid as HTML does: each in the first free column of its row, past those that reach in from above.
type TableBuilder struct {
	// Ragged says that the rows are cells in reading order only.
	Ragged  bool
	builder *Builder
	rows    []Row
	// above is, by grid column, the cell that was last put there.
	above  []*reach
	column int // the next free column of the last row
	width  int
	// full says that no further row has room, cut that something was left out.
	full, cut bool
}

// reach says where a cell is, and the last row that it reaches into.
type reach struct{ row, cell, last int }

// Row begins the next row.
func (t *TableBuilder) Row() {
	if t.full {
		return
	}
	if len(t.rows) == MaxRows || t.builder.cells == MaxCells {
		t.full, t.cut = true, true
		return
	}
	t.builder.cells++
	t.rows = append(t.rows, Row{})
	t.column = 0
}

// Cell adds a cell to the row; spans below 1 are 1. Line feeds in its text stay, blanks around it go. It does not run over a cell
// that reaches in from above.
func (t *TableBuilder) Cell(text string, columnSpan, rowSpan int) {
	if len(t.rows) == 0 {
		t.Row()
	}
	for t.reached(t.column) {
		t.column++
	}
	text = strings.TrimSpace(Printable(text))
	if t.full || t.column >= MaxColumns || t.builder.cells == MaxCells || !t.builder.room(len(text)) {
		t.cut = true
		return
	}
	t.builder.cells++
	last := len(t.rows) - 1
	row := &t.rows[last]
	columnSpan = min(max(columnSpan, 1), MaxColumns-t.column)
	rowSpan = min(max(rowSpan, 1), MaxRows)
	cell := Cell{Text: text, Column: t.column, RowSpan: rowSpan}
	at := &reach{row: last, cell: len(row.Cells), last: last + rowSpan - 1}
	for cell.ColumnSpan < columnSpan && !t.reached(t.column) {
		for len(t.above) <= t.column {
			t.above = append(t.above, nil)
		}
		t.above[t.column] = at
		t.column++
		cell.ColumnSpan++
	}
	row.Cells = append(row.Cells, cell)
	t.width = max(t.width, t.column)
}

// Continue says that the cell above reaches into this row too, over columnSpan columns, as a w:vMerge does; text that stands in
// the continued cell is added to it.
func (t *TableBuilder) Continue(text string, columnSpan int) {
	if len(t.rows) == 0 {
		t.Row()
	}
	at, last := t.continued(), len(t.rows)-1
	if at == nil {
		t.Cell(text, columnSpan, 1) // nothing above to continue
		return
	}
	at.last = max(at.last, last)
	cell := &t.rows[at.row].Cells[at.cell]
	cell.RowSpan = at.last - at.row + 1
	if text = strings.TrimSpace(Printable(text)); text != "" && t.builder.room(len(text)) {
		cell.Text = strings.TrimSpace(cell.Text + "\n" + text)
	}
	t.column = min(t.column+max(columnSpan, 1), MaxColumns)
}

// Skip leaves columns empty, as w:gridBefore does.
func (t *TableBuilder) Skip(columns int) { t.column = min(t.column+max(columns, 0), MaxColumns) }

// continued is the cell above that can reach into the last row at its next column: one that begins in that column, or does so
// already; nil where there is none.
func (t *TableBuilder) continued() *reach {
	if t.full || t.column >= len(t.above) || t.above[t.column] == nil {
		return nil
	}
	at, last := t.above[t.column], len(t.rows)-1
	if at.last >= last || at.last == last-1 && t.rows[at.row].Cells[at.cell].Column == t.column {
		return at
	}
	return nil
}

// reached reports whether a cell of a row above reaches into the column of the last row.
func (t *TableBuilder) reached(column int) bool {
	last := len(t.rows) - 1
	return column < len(t.above) && t.above[column] != nil && t.above[column].row < last && t.above[column].last >= last
}

// table is what was built. Spans end at the last row.
func (t *TableBuilder) table() *Table {
	t.full = true
	for i, row := range t.rows {
		for j := range row.Cells {
			row.Cells[j].RowSpan = min(row.Cells[j].RowSpan, len(t.rows)-i)
		}
	}
	return &Table{Columns: t.width, Rows: t.rows, Ragged: t.Ragged}
}
