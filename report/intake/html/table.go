package html

import "strings"

// table is an open table. What it is, a table of figures or a layout of the page, shows when it is whole.
type table struct {
	// before is what stands in the table but in no cell: its caption, and text that browsers put before it.
	before []part
	rows   []row
	// cell is the open one, nil between cells; inRow says that a row is open, group counts the groups of rows.
	cell  *cell
	inRow bool
	group int
	// lists is how many lists are open around the table.
	lists int
}

type row struct {
	group int
	cells []*cell
}

// cell is one cell; a rowSpan of 0 reaches to the end of the group of rows.
type cell struct {
	parts               []part
	columnSpan, rowSpan int
	// typed is what stands in the fields of a form in it. It counts where there is nothing else.
	typed string
}

// part is a paragraph or a table.
type part struct {
	text  string
	level int
	table *table
}

// paragraph puts a paragraph where it belongs: into the open table or the document.
func (r *reader) paragraph(text string, level int) {
	if len(r.tables) == 0 {
		r.builder.Paragraph(text, level)
	} else if text = strings.TrimSpace(text); text != "" && r.room() {
		r.put(part{text: text, level: level})
	}
}

// put puts parts into the open table, or the document where none is open.
func (r *reader) put(parts ...part) {
	n := len(r.tables)
	switch {
	case n == 0:
		r.emit(parts)
	case r.tables[n-1].cell != nil:
		r.tables[n-1].cell.parts = append(r.tables[n-1].cell.parts, parts...)
	default:
		r.tables[n-1].before = append(r.tables[n-1].before, parts...)
	}
}

// room reports whether there is room for one more row, cell or paragraph in the open tables.
func (r *reader) room() bool {
	if r.nodes == maxNodes {
		r.cut = true
		return false
	}
	r.nodes++
	return true
}

func (r *reader) openTable() {
	if n := len(r.tables); n > 0 && r.deeper == 0 && r.tables[n-1].cell == nil {
		r.closeTable() // a table outside the cells of another ends that
	}
	if len(r.tables) == maxDepth {
		r.deeper++
		return
	}
	r.tables = append(r.tables, &table{lists: len(r.lists)})
}

// openPart begins a part of a table, which ends those of its rank and below. What stands in a caption is in no cell.
func (r *reader) openPart() {
	rank := tableRank(r.name)
	r.closePart(rank)
	if rank == 2 && r.inTable() {
		r.openRow(r.tables[len(r.tables)-1])
	}
}

// inTable reports whether tags of table parts count here.
func (r *reader) inTable() bool { return len(r.tables) > 0 && r.deeper == 0 }

func (r *reader) openRow(t *table) {
	t.inRow = true
	if r.room() {
		t.rows = append(t.rows, row{group: t.group})
	}
}

func (r *reader) openCell() {
	r.closePart(1)
	if !r.inTable() {
		return
	}
	t := r.tables[len(r.tables)-1]
	if !t.inRow {
		r.openRow(t)
	}
	t.cell = &cell{columnSpan: r.number("colspan", 1), rowSpan: r.number("rowspan", 1)}
	if r.room() {
		last := &t.rows[len(t.rows)-1]
		last.cells = append(last.cells, t.cell)
	}
}

// input reads a field for text: pages on which a table is filled in are saved with its figures in them.
func (r *reader) input() {
	kind := strings.ToLower(strings.TrimSpace(r.get("type")))
	if !r.inTable() || kind != "" && kind != "text" && kind != "number" || r.hidden(parseStyle(r.get("style"))) {
		return
	}
	c := r.tables[len(r.tables)-1].cell
	if value := strings.TrimSpace(r.get("value")); c != nil && value != "" && len(c.typed)+len(value) < maxLine {
		c.typed = strings.TrimSpace(c.typed + " " + value)
	}
}

// closePart ends the cell that is open, for rank 2 the row, for rank 3 the group of rows.
func (r *reader) closePart(rank int) {
	if rank == 0 || !r.inTable() {
		return
	}
	t := r.tables[len(r.tables)-1]
	if t.cell != nil && len(t.cell.parts) == 0 && t.cell.typed != "" {
		r.paragraph(t.cell.typed, 0)
	}
	t.cell = nil
	r.level, r.pre, r.lists, r.prefix = 0, 0, r.lists[:t.lists], ""
	if rank > 1 {
		t.inRow = false
	}
	if rank > 2 {
		t.group++
	}
}

// closeTable puts the table where it stands. A table of one cell is a frame, and only what is in it counts.
func (r *reader) closeTable() {
	if r.deeper > 0 {
		r.deeper--
		return
	}
	if len(r.tables) == 0 {
		return
	}
	r.closePart(3)
	t := r.tables[len(r.tables)-1]
	r.tables = r.tables[:len(r.tables)-1]
	cells := 0
	var only *cell
	for _, row := range t.rows {
		cells += len(row.cells)
		if len(row.cells) > 0 {
			only = row.cells[0]
		}
	}
	switch cells {
	case 0:
		r.put(t.before...)
	case 1:
		r.put(t.before...)
		r.put(only.parts...)
	default:
		r.put(part{table: t})
	}
	if len(r.tables) == 0 {
		r.nodes = 0
	}
}
