// Package gbt9704 holds the measures of GB/T 9704-2012 (党政机关公文格式) and the choices that follow from them, for all that
// print a document on paper: the page, the grid, the sizes of type, how large a table is set, where the signature stands.
package gbt9704

// Length is a length on paper in thousandths of a point; 72,000 are an inch.
type Length int

// Point is one point.
const Point Length = 1000

// MM is so many millimetres.
func MM(mm float64) Length { return Length(mm*72000/25.4 + 0.5) }

// Twips is the length in twentieths of a point.
func (l Length) Twips() int { return int((l + 25) / 50) }

// The page (5.2.1): A4, 天头 37 mm, 订口 28 mm, text block (版心) 156 × 225 mm.
var (
	PageWidth  = MM(210)
	PageHeight = MM(297)
	TextLeft   = MM(28)
	TextTop    = MM(37)
	TextWidth  = MM(156)
	TextHeight = MM(225)
)

// The grid (5.2.3): 22 lines a page, 28 characters a line.
const (
	LinesPerPage = 22
	CharsPerLine = 28
)

// LinePitch is a line of the grid.
var LinePitch = TextHeight / LinesPerPage

// Sizes of type (字号).
const (
	Er      = 22 * Point    // 2号, titles
	San     = 16 * Point    // 3号, body
	Si      = 14 * Point    // 4号, page numbers
	XiaoSi  = 12 * Point    // 小四, tables
	Wu      = 10500         // 五号
	XiaoWu  = 9 * Point     // 小五, the smallest that people read on paper
	Tighten = -Point / 4    // what 3号 is set closer, so that 28 characters fit on a line
	Em      = San + Tighten // a character of the body, from its beginning to the next one's
)

// AutoSpace is the blank between a Chinese character and a digit or Latin letter beside it, for type of a size: a fifth of a
// character, as LibreOffice sets it.
func AutoSpace(size Length) Length { return size / 5 }

// PageNumberDrop is how far the dashes beside a page number hang below the text block (7.5).
var PageNumberDrop = MM(7)
