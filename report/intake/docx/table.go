package docx

import (
	"encoding/xml"
	"strings"

	"nianbao/report/document"
)

// table is a w:tbl as it was read.
type table struct {
	rows []row
	// size is how many bytes of text it holds.
	size int
}

type row struct {
	// before is how many grid columns it leaves empty on its left.
	before int
	cells  []cell
}

type cell struct {
	blocks []block
	span   int
	merge  merge
	// left says that it goes on with the cell on its left.
	left bool
}

// merge is a cell's part in merging cells downwards.
type merge int

const (
	mergeNone merge = iota
	mergeStart
	mergeOn
)

// table reads a w:tbl. One that only lays out others comes apart into what it holds.
func (r *reader) table(f *flow) {
	t := &table{}
	r.content(func(s xml.StartElement) {
		if s.Name.Local == "tr" {
			r.row(t)
		}
	})
	if !t.layout() {
		f.add(block{table: t})
		return
	}
	for _, row := range t.rows {
		for _, c := range row.cells {
			for _, b := range c.blocks {
				f.add(b)
			}
		}
	}
}

// row reads a w:tr, unless it was deleted or is hidden.
func (r *reader) row(t *table) {
	if !r.take(0) {
		return
	}
	read, gone := row{}, false
	r.content(func(s xml.StartElement) {
		switch {
		case s.Name.Local == "trPr":
			r.children(func(s xml.StartElement) {
				switch s.Name.Local {
				case "gridBefore":
					read.before = number(s, document.MaxColumns)
				case "del":
					gone = true
				case "hidden":
					gone = gone || on(s)
				}
			})
		case s.Name.Local == "tc" && !gone:
			r.cell(&read)
		}
	})
	if !gone {
		t.rows = append(t.rows, read)
	}
}

func (r *reader) cell(to *row) {
	if !r.take(0) {
		return
	}
	read, gone, f := cell{span: 1}, false, &flow{}
	r.content(func(s xml.StartElement) {
		switch {
		case s.Name.Local == "tcPr":
			gone = r.cellProperties(&read)
		case !gone:
			r.block(f, s)
		}
	})
	r.settle(f)
	read.blocks = f.blocks
	switch last := len(to.cells) - 1; {
	case gone:
	case read.left && last >= 0:
		to.cells[last].span += read.span
		to.cells[last].blocks = append(to.cells[last].blocks, read.blocks...)
	default:
		to.cells = append(to.cells, read)
	}
}

// cellProperties reads a w:tcPr, and whether the cell was deleted.
func (r *reader) cellProperties(c *cell) (gone bool) {
	r.children(func(s xml.StartElement) {
		switch s.Name.Local {
		case "gridSpan":
			c.span = max(number(s, document.MaxColumns), 1)
		case "vMerge":
			c.merge = mergeOn
			if attr(s, "val") == "restart" {
				c.merge = mergeStart
			}
		case "hMerge":
			c.left = attr(s, "val") != "restart"
		case "cellDel":
			gone = true
		case "cellMerge": // tracked
			switch attr(s, "vMerge") {
			case "cont":
				c.merge = mergeOn
			case "rest":
				c.merge = mergeStart
			}
		}
	})
	return gone
}

// layout measures the table and reports whether it only places other things on the page: it is one cell, or it holds tables in one row or one
// column or with little besides.
func (t *table) layout() bool {
	widest, inside, outside, nested := 0, 0, 0, false
	for _, row := range t.rows {
		widest = max(widest, len(row.cells))
		for _, c := range row.cells {
			for _, b := range c.blocks {
				if b.table != nil {
					nested = true
					inside += b.table.size
				} else {
					outside += len(b.text)
				}
			}
		}
	}
	t.size = inside + outside
	one := len(t.rows) == 1 || widest == 1
	return len(t.rows) == 1 && widest == 1 || nested && (one || 4*outside <= inside)
}

// build adds the table to what is read.
func (t *table) build(to *document.Builder) {
	b := to.NewTable()
	// above has the grid columns at which merged cells begin that may go on.
	var above map[int]bool
	for _, row := range t.rows {
		b.Row()
		b.Skip(row.before)
		column, merged := row.before, map[int]bool{}
		for _, c := range row.cells {
			// One that goes on where nothing began stands for itself, as Word shows it.
			if c.merge == mergeOn && above[column] {
				b.Continue(c.text(), c.span)
			} else {
				b.Cell(c.text(), c.span, 1)
			}
			merged[column] = c.merge != mergeNone
			column += c.span
		}
		above = merged
	}
	to.Table(b)
}

// text is what stands in the cell, paragraph by paragraph; a table inside gives its rows.
func (c *cell) text() string {
	lines := make([]string, 0, len(c.blocks))
	for _, b := range c.blocks {
		if b.table != nil {
			lines = append(lines, b.table.text())
		} else {
			lines = append(lines, b.text)
		}
	}
	return strings.Join(lines, "\n")
}

// text is a table that stands in a cell of a larger one: a line a row.
func (t *table) text() string {
	var b strings.Builder
	for i, row := range t.rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		for j := range row.cells {
			if j > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(row.cells[j].text())
		}
	}
	return b.String()
}
