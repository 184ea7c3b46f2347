package specimen

import (
	"bytes"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// workbook is an agency's own: the report written down the rows of one sheet, or a sheet for each section.
type workbook struct {
	*maker
	*excelize.File
	sheet string
	row   int // the last one that is used, from 1
	wide  int
}

func (m *maker) xlsx() []byte {
	w := &workbook{maker: m, File: excelize.NewFile(), sheet: "Sheet1", wide: 8}
	defer w.Close()
	sheets := 1
	for n, i := range m.items {
		if m.style == "sheets" && i.part == partHeading && n > 0 || i.part == partAttachment && m.items[n-1].part != partAttachment {
			sheets++
			w.sheet, w.row = "第"+strconv.Itoa(sheets)+"页", 0
			must(w.NewSheet(w.sheet))
		}
		if i.part == partTable {
			w.table(i.table)
			continue
		}
		for _, line := range i.lines {
			w.line(line)
		}
	}
	var file bytes.Buffer
	check(w.Write(&file))
	return file.Bytes()
}

func check(err error) {
	if err != nil {
		panic(err) // memory does not fail, and the addresses are ours
	}
}

func must[T any](value T, err error) T {
	check(err)
	return value
}

func at(x, y int) string { return must(excelize.CoordinatesToCellName(x, y)) }

// line is a paragraph, in a cell that is merged across the sheet.
func (w *workbook) line(text string) {
	w.row++
	if w.chance(0.1) {
		w.row++
	}
	check(w.SetCellStr(w.sheet, at(1, w.row), text))
	check(w.MergeCell(w.sheet, at(1, w.row), at(w.wide, w.row)))
}

func (w *workbook) table(t *table) {
	if w.shape("xlsx.blank_row", 0.4) {
		w.row++
	}
	left := 0
	if w.shape("xlsx.indented", 0.1) {
		left = 1
	}
	for y, row := range t.rows {
		for x, c := range row {
			columns, rows, begins := t.spans(y, x)
			if !begins {
				continue
			}
			from := at(left+x+1, w.row+y+1)
			w.value(from, c)
			if columns > 1 || rows > 1 {
				check(w.MergeCell(w.sheet, from, at(left+x+columns, w.row+y+rows)))
			}
		}
	}
	w.row += len(t.rows)
}

// value writes a figure as a number where it is one, shown with separators or not.
func (w *workbook) value(cell string, c *cell) {
	n, err := strconv.ParseFloat(c.text, 64)
	if err == nil && c.id != "" && strconv.FormatFloat(n, 'f', -1, 64) == c.text && !w.shape("xlsx.numbers_as_text", 0.01) {
		check(w.SetCellFloat(w.sheet, cell, n, -1, 64))
		if n >= 1000 && n == float64(int(n)) && w.chance(0.5) {
			w.mark("xlsx.number_format")
			check(w.SetCellStyle(w.sheet, cell, cell, must(w.NewStyle(&excelize.Style{NumFmt: 3}))))
		}
		return
	}
	if c.text != "" {
		check(w.SetCellStr(w.sheet, cell, c.text))
	}
}
