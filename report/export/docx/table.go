package docx

import (
	"strconv"
	"strings"

	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// Around a cell's text, in twips: left and right, above and below.
const (
	cellMargin  = int(gbt9704.CellMargin / 50)
	cellPadding = int(gbt9704.CellPadding / 50)
)

// table appends a table over the whole text block, with its cells merged as in the official form. The last row of one that is held
// stays on a page with what follows.
func (x *xmlBuffer) table(t *document.Table, held bool) {
	widths := gbt9704.ColumnWidths(t)
	size := stylesOf(gbt9704.TypeOf(t, widths))
	x.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="` + styleTable + `"/><w:tblW w:w="`).int(textWidth).
		raw(`" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>`)
	x.accessible(t)
	x.raw(`</w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		x.raw(`<w:gridCol w:w="`).int(w.Twips()).raw(`"/>`)
	}
	x.raw(`</w:tblGrid>`)
	w := tableWriter{xmlBuffer: x, widths: widths, size: size, above: make([]merge, t.Columns), grouped: t.Grouped(), left: size.Left(t, widths)}
	stay := size.Stay(t, widths)
	for i, row := range t.Rows {
		w.keep = stay[i] || held && i+1 == len(t.Rows)
		w.row(row)
	}
	x.raw(`</w:tbl>`)
}

// accessible says what screen readers say of a table: whether its first row and column are heads, its name, and how it is laid out.
func (x *xmlBuffer) accessible(t *document.Table) {
	heads := 0
	for heads < len(t.Rows) && t.Rows[heads].Header {
		heads++
	}
	row, column := "0", "0"
	look := 0x0600 // no bands
	if heads > 0 {
		row, look = "1", look|0x0020
	}
	if t.Labels > 0 {
		column, look = "1", look|0x0080
	}
	x.raw(`<w:tblLook w:val="0`).raw(strings.ToUpper(strconv.FormatInt(int64(look), 16))).raw(`" w:firstRow="`).raw(row).raw(`" w:lastRow="0" w:firstColumn="`).raw(column).
		raw(`" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`)
	if t.Name != "" {
		x.raw(`<w:tblCaption w:val="`).text(t.Name).raw(`"/><w:tblDescription w:val="`)
		x.raw(`共`).int(len(t.Rows)).raw(`行`).int(t.Columns).raw(`列`)
		if heads > 0 {
			x.raw(`，前`).int(heads).raw(`行是表头`)
		}
		if t.Labels > 0 {
			x.raw(`，左边`).int(t.Labels).raw(`列是项目名称`)
		}
		x.raw(`。"/>`)
	}
}

// merge is a cell that reaches down from above, at its first column: over how many columns, and for how many rows yet.
type merge struct{ columns, rows int }

type tableWriter struct {
	*xmlBuffer
	widths  []gbt9704.Length
	size    tableStyles
	above   []merge
	grouped bool
	// left are the columns whose text stands on the left.
	left []bool
	// keep holds the row on one page with the next.
	keep bool
}

func (w *tableWriter) row(row document.Row) {
	w.raw(`<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="`).int(w.size.Row.Twips()).raw(`"/>`)
	if row.Header {
		w.raw(`<w:tblHeader/>`)
	}
	w.raw(`</w:trPr>`)
	next := 0
	for column := 0; column < len(w.widths); {
		switch {
		case w.above[column].rows > 0:
			m := &w.above[column]
			m.rows--
			w.cell(document.Cell{Role: document.RoleEmpty, Column: column, ColumnSpan: m.columns}, `<w:vMerge/>`)
			column += m.columns
		case next < len(row.Cells) && row.Cells[next].Column <= column:
			c := row.Cells[next]
			next++
			c.Column, c.ColumnSpan = column, w.free(column, c.ColumnSpan)
			merged := ""
			if c.RowSpan > 1 {
				w.above[column] = merge{c.ColumnSpan, c.RowSpan - 1}
				merged = `<w:vMerge w:val="restart"/>`
			}
			w.cell(c, merged)
			column += c.ColumnSpan
		default: // a place that the table says nothing about
			w.cell(document.Cell{Column: column, ColumnSpan: 1}, "")
			column++
		}
	}
	w.raw(`</w:tr>`)
}

// free is how many of the columns that a cell wants are there and not taken from above.
func (w *tableWriter) free(column, span int) int {
	n := 1
	for n < span && column+n < len(w.above) && w.above[column+n].rows == 0 {
		n++
	}
	return n
}

func (w *tableWriter) cell(c document.Cell, merged string) {
	width := gbt9704.Span(w.widths, c.Column, c.ColumnSpan)
	w.raw(`<w:tc><w:tcPr><w:tcW w:w="`).int(width.Twips()).raw(`" w:type="dxa"/>`)
	if c.ColumnSpan > 1 {
		w.raw(`<w:gridSpan w:val="`).int(c.ColumnSpan).raw(`"/>`)
	}
	style, left, right := w.size.centred, 0, 0
	switch {
	case c.Role == document.RoleHead:
		left = w.size.Balance(c.Text, width).Twips()
		right = left
	case w.grouped && (c.Role == document.RoleLabel || c.Role == document.RoleGroup):
		style, left = w.size.label, cellMargin+c.Indent()*w.size.Size.Twips()
	case c.Role == document.RolePlain && w.left[c.Column]:
		style, left = w.size.label, cellMargin
	}
	w.raw(merged).raw(`<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="`).raw(style).raw(`"/>`)
	if w.keep {
		w.raw(`<w:keepNext/>`)
	}
	if left > 0 {
		w.raw(`<w:ind w:left="`).int(left).raw(`" w:right="`).int(right).raw(`"/>`)
	}
	w.raw(`</w:pPr>`)
	if size := w.size.FigureSize(&c, width); size < w.size.Size {
		w.sizedRun(int(size*2/gbt9704.Point), c.Text)
	} else {
		w.run("", c.Text)
	}
	w.raw(`</w:p></w:tc>`)
}
