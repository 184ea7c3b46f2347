package document

import "strings"

// Limits of what readers build. They are far beyond any report; what is beyond them is cut, and Builder.Cut says so.
const (
	MaxText    = 8 << 20 // bytes of text in a document
	MaxBlocks  = 50_000  // paragraphs and tables
	MaxRows    = 5_000   // of a table
	MaxColumns = 256     // of a table's grid
	MaxCells   = 200_000 // in a document
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
	builder *Builder
	rows    []Row
	// open are, by grid column, the cells that reach further down.
	open   []*reach
	column int // the next free column of the last row
	width  int
	// full says that no further row has room, cut that something was left out.
	full, cut bool
}

// reach is a cell that spans rows: where it is, and how many rows further it goes.
type reach struct {
	row, cell, left int
	continued       bool
}

// Row begins the next row.
func (t *TableBuilder) Row() {
	if t.full {
		return
	}
	t.endRow()
	if len(t.rows) == MaxRows {
		t.full, t.cut = true, true
		return
	}
	t.rows = append(t.rows, Row{})
	t.column = 0
}

// Cell adds a cell to the row; spans below 1 are 1. Line feeds in its text stay, blanks around it go.
func (t *TableBuilder) Cell(text string, columnSpan, rowSpan int) {
	if len(t.rows) == 0 {
		t.Row()
	}
	t.skip()
	text = strings.TrimSpace(Printable(text))
	if t.full || t.column >= MaxColumns || t.builder.cells >= MaxCells || !t.builder.room(len(text)) {
		t.cut = true
		return
	}
	t.builder.cells++
	columnSpan = min(max(columnSpan, 1), MaxColumns-t.column)
	rowSpan = min(max(rowSpan, 1), MaxRows)
	row := &t.rows[len(t.rows)-1]
	row.Cells = append(row.Cells, Cell{Text: text, Column: t.column, ColumnSpan: columnSpan, RowSpan: 1})
	at := &reach{row: len(t.rows) - 1, cell: len(row.Cells) - 1, left: rowSpan - 1}
	for range columnSpan {
		t.grow(t.column)
		t.open[t.column] = at
		t.column++
	}
	t.width = max(t.width, t.column)
}

// Continue says that the cell above reaches into this row too, over columnSpan columns, as a w:vMerge does; text that stands in
// the continued cell is added to it.
func (t *TableBuilder) Continue(text string, columnSpan int) {
	if len(t.rows) == 0 {
		t.Row()
	}
	if !t.full && t.column < len(t.open) && t.open[t.column] != nil && !t.open[t.column].continued {
		at := t.open[t.column]
		at.left, at.continued = max(at.left, 1), true
		cell := &t.rows[at.row].Cells[at.cell]
		if text = strings.TrimSpace(Printable(text)); text != "" && t.builder.room(len(text)) {
			cell.Text = strings.TrimSpace(cell.Text + "\n" + text)
		}
		t.column = min(t.column+max(columnSpan, 1), MaxColumns)
		return
	}
	t.Cell(text, columnSpan, 1) // nothing above to continue
}

// Skip leaves columns empty, as w:gridBefore does.
func (t *TableBuilder) Skip(columns int) { t.column = min(t.column+max(columns, 0), MaxColumns) }

func (t *TableBuilder) grow(column int) {
	for len(t.open) <= column {
		t.open = append(t.open, nil)
	}
}

// skip passes the columns into which cells of the rows above reach.
func (t *TableBuilder) skip() {
	for t.column < len(t.open) && t.open[t.column] != nil && t.open[t.column].left > 0 && t.open[t.column].row < len(t.rows)-1 {
		t.column++
	}
}

// endRow lets the cells that reach further down take the row that ends.
func (t *TableBuilder) endRow() {
	last := len(t.rows) - 1
	if last < 0 {
		return
	}
	seen := map[*reach]bool{}
	for column, at := range t.open {
		if at == nil || seen[at] {
			continue
		}
		seen[at] = true
		switch {
		case at.row == last:
		case at.left > 0:
			at.left--
			at.continued = false
			t.rows[at.row].Cells[at.cell].RowSpan++
		default:
			// Nothing reaches on; a cell that a w:vMerge could still continue has left == 0 and stays for one row only.
			for c := column; c < len(t.open); c++ {
				if t.open[c] == at {
					t.open[c] = nil
				}
			}
		}
	}
}

// table is what was built. A span that reaches past the last row was never counted.
func (t *TableBuilder) table() *Table {
	if !t.full {
		t.endRow()
		t.full = true
	}
	return &Table{Columns: t.width, Rows: t.rows}
}
