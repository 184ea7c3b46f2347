package gbt9704

import (
	"slices"
	"strings"

	"nianbao/report/document"
)

// TableType is the type that a table is set in.
type TableType struct {
	Name string
	// Size is that of the type, Line from line to line in a cell, Row the least height of a row.
	Size, Line, Row Length
}

// TableTypes are those that a table may be set in, 小四 first; GB/T 9704 names none, and under 小五 nobody reads a print.
var TableTypes = []TableType{
	{"小四", XiaoSi, 15 * Point, 24 * Point},
	{"五号", Wu, 13 * Point, 21 * Point},
	{"小五", XiaoWu, 11500, 17 * Point},
}

// Around a cell's text: left and right, above and below; and the rules of a table.
const (
	CellMargin  = 2 * Point
	CellPadding = 1 * Point
	RuleWidth   = Point / 2
)

// maxLines is how many lines a label may take before the table is set smaller.
const maxLines = 3

// maxStay is how many rows a label may hold together: few enough that they fit on any page.
const maxStay = 12

// TypeOf is the largest type in which no figure breaks, no label or column head takes more than three lines, no row is higher than a
// page and, where a smaller one can bring it there, the table fits on one page below its heading. widths are those of the grid columns.
func TypeOf(t *document.Table, widths []Length) TableType {
	belowHeading := TextHeight - LinePitch
	last := len(TableTypes) - 1
	chosen := TableTypes[last]
	least, _ := estimate(t, widths, chosen)
	for i := last - 1; i >= 0; i-- {
		height, ok := estimate(t, widths, TableTypes[i])
		if !ok || height > belowHeading && least <= belowHeading {
			break
		}
		chosen = TableTypes[i]
	}
	return chosen
}

// estimate is about how high a table is in a type; false where a cell has no room for its text.
func estimate(t *document.Table, widths []Length, s TableType) (height Length, ok bool) {
	ok = true
	for _, row := range t.Rows {
		lines := 1
		for _, c := range row.Cells {
			switch {
			case c.Figure():
				ok = ok && s.fits(c.Text, Span(widths, c.Column, c.ColumnSpan))
			case c.RowSpan == 1:
				n := s.lines(c, widths)
				ok = ok && (n <= maxLines || c.Role == document.RolePlain)
				lines = max(lines, n)
			}
		}
		ok = ok && s.height(lines) <= TextHeight
		height += s.height(lines)
	}
	return height, ok
}

// fits reports whether a text stands on one line of a cell of a width.
func (s TableType) fits(text string, width Length) bool {
	return Length(document.Width(text))*s.Size/2 <= width-2*CellMargin
}

// leastFigure is the smallest size that a figure is set in.
const leastFigure = 6 * Point

// FigureSize is the size of a figure: smaller, in half points, where it would break; but one that is too long even so may break.
func (s TableType) FigureSize(c *document.Cell, width Length) Length {
	if !c.Figure() || s.fits(c.Text, width) {
		return s.Size
	}
	size := 2 * (width - 2*CellMargin) / Length(document.Width(c.Text))
	if size -= size % (Point / 2); size < leastFigure {
		return s.Size
	}
	return size
}

// Left tells which columns of a table of the report's own stand on the left: those with a text of more than one line. The others
// stand in the middle, and all column heads.
func (s TableType) Left(t *document.Table, widths []Length) []bool {
	left := make([]bool, len(widths))
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			if c.Role == document.RolePlain && !c.Figure() && c.Column < len(left) {
				left[c.Column] = left[c.Column] || strings.Contains(c.Text, "\n") || !s.fits(c.Text, Span(widths, c.Column, c.ColumnSpan))
			}
		}
	}
	return left
}

// lines is about how many lines a cell's text takes, and height how high a row of so many is.
func (s TableType) lines(c document.Cell, widths []Length) int {
	room := Span(widths, c.Column, c.ColumnSpan) - 2*CellMargin
	perLine := 2 * max(int(room/s.Size), 1)
	return (document.Width(c.Text) + perLine - 1) / perLine
}

func (s TableType) height(lines int) Length {
	return max(Length(lines)*s.Line+2*CellPadding, s.Row)
}

// Stay tells which rows stay on a page with the next one: those that only head what is below, the first below them, so that it does
// not stand alone, and so many of a label's rows that its text has room.
func (s TableType) Stay(t *document.Table, widths []Length) []bool {
	stay := make([]bool, len(t.Rows))
	begun := false
	for i, row := range t.Rows {
		heads := !slices.ContainsFunc(row.Cells, func(c document.Cell) bool { return c.Role == document.RoleFigure || c.Role == document.RolePlain })
		stay[i] = stay[i] || heads || !begun && i+1 < len(t.Rows)
		begun = begun || !heads
		for _, c := range row.Cells {
			rows := (s.height(s.lines(c, widths)) + s.Row - 1) / s.Row
			for n := range min(int(rows), c.RowSpan, len(t.Rows)-i, maxStay) - 1 {
				stay[i+n] = true
			}
		}
	}
	return stay
}

// Balance is how far a column head stands in on both sides of a cell so that it breaks by its sense, 商业 over 企业 and not
// 商业企 over 业: the words of the official heads have two characters.
func (s TableType) Balance(text string, width Length) Length {
	room := width - 2*CellMargin
	perLine := int(room / s.Size)
	length := document.Width(text) / 2
	if length <= perLine || perLine < 3 {
		return 0
	}
	if even := perLine &^ 1; length <= maxLines*even {
		perLine = even
	}
	// a little less, so that rounding does not break a line more
	return max((room-Length(perLine)*s.Size)/2-Point/2, 0)
}

// Span is the width of n columns.
func Span(widths []Length, column, n int) Length {
	sum := Length(0)
	for i := column; i < min(column+n, len(widths)); i++ {
		sum += widths[i]
	}
	return sum
}

// ColumnWidths are the widths of a table's columns over the whole text block, to the twip, so that all formats have the same.
func ColumnWidths(t *document.Table) []Length {
	widths := make([]Length, t.Columns)
	for i, w := range t.ColumnWidths(TextWidth.Twips()) {
		widths[i] = Length(w) * Point / 20
	}
	return widths
}
