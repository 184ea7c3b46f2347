package html

import (
	"strings"
	"unicode/utf8"
)

// A cell of a table of figures never holds so much text or so many paragraphs.
const (
	layoutLength     = 500
	layoutParagraphs = 8
	// in a table of one row or one column
	thinLength     = 60
	thinParagraphs = 3
)

// absurdSpan is a column span that no table has: it is written to mean the rest of the row.
const absurdSpan = 100

// emit puts parts into the document.
func (r *reader) emit(parts []part) {
	for _, p := range parts {
		switch {
		case p.table == nil:
			r.builder.Paragraph(p.text, p.level)
		case p.table.isLayout():
			r.emit(p.table.before)
			for _, row := range p.table.rows {
				for _, c := range row.cells {
					r.emit(c.parts)
				}
			}
		default:
			r.emit(p.table.before)
			r.emitTable(p.table)
		}
	}
}

// isLayout reports whether a table arranges the page and is none itself: it holds tables, or running text.
func (t *table) isLayout() bool {
	columns, many, running, figures := 0, false, false, false
	for _, row := range t.rows {
		columns = max(columns, len(row.cells))
		for _, c := range row.cells {
			length := 0
			for _, p := range c.parts {
				if p.table != nil {
					return true
				}
				length += utf8.RuneCountInString(p.text)
				figures = figures || isFigure(p.text)
			}
			if length >= layoutLength {
				return true
			}
			many = many || len(c.parts) >= layoutParagraphs
			running = running || len(c.parts) >= thinParagraphs && length >= thinLength
		}
	}
	thin := columns == 1 || len(t.rows) == 1
	return !figures && (many || thin && running)
}

// isFigure reports whether a text is a number and nothing else.
func isFigure(s string) bool {
	return strings.Trim(s, "0123456789０１２３４５６７８９,，.．+-－−%") == ""
}

func (r *reader) emitTable(t *table) {
	table := r.builder.NewTable()
	width := t.width()
	ends := t.groupEnds()
	for i, row := range t.rows {
		table.Row()
		rest := width - row.width()
		for _, c := range row.cells {
			columnSpan, rowSpan := c.columnSpan, c.rowSpan
			if columnSpan > absurdSpan {
				columnSpan = rest + 1
			}
			if left := ends[i] - i; rowSpan == 0 || rowSpan > left {
				rowSpan = left
			}
			table.Cell(c.text(), columnSpan, rowSpan)
		}
	}
	r.builder.Table(table)
}

// width is that of the widest row.
func (t *table) width() int {
	width := 0
	for _, row := range t.rows {
		width = max(width, row.width())
	}
	return width
}

// width is the width of a row's own cells, an absurd one counting as one column.
func (r row) width() int {
	width := 0
	for _, c := range r.cells {
		if c.columnSpan > absurdSpan {
			width++
		} else {
			width += max(c.columnSpan, 1)
		}
	}
	return width
}

// groupEnds says of each row where its group of rows ends; no cell reaches out of its group.
func (t *table) groupEnds() []int {
	ends := make([]int, len(t.rows))
	for i := len(ends) - 1; i >= 0; i-- {
		ends[i] = i + 1
		if i+1 < len(ends) && t.rows[i+1].group == t.rows[i].group {
			ends[i] = ends[i+1]
		}
	}
	return ends
}

func (c *cell) text() string {
	lines := make([]string, len(c.parts))
	for i, p := range c.parts {
		lines[i] = p.text
	}
	return strings.Join(lines, "\n")
}
