package text

import (
	"strings"
	"unicode/utf8"

	"nianbao/report/document"
)

// style is how a file writes its tables, told from all its lines with pipes.
type style struct {
	// leading and trailing say that a row begins and ends with a pipe.
	leading, trailing bool
	// between says that each cell is a line, with a pipe alone on a line after it.
	between bool
}

func styleOf(lines []line) style {
	rows, leading, trailing, between := 0, 0, 0, 0
	for i, l := range lines {
		if l.kind != piped || l.text == "|" && i > 0 && lines[i-1].text == "|" {
			continue // an empty cell after another tells nothing
		}
		rows++
		if l.text[0] == '|' && l.text != "|" {
			leading++
		}
		if l.text[len(l.text)-1] == '|' {
			trailing++
		}
		if l.text == "|" && i > 0 && lines[i-1].kind == plain {
			between++
		}
	}
	s := style{trailing: trailing*2 > rows, between: between*2 > rows}
	// Tables whose first cells are often empty have many rows that begin with a pipe, but not nearly all. Of rows with both borders that
	// go on on the next line one half lacks the first.
	s.leading = leading*5 > rows*4 || s.trailing && leading*5 > rows*3
	return s
}

// cells are the cells of a row with pipes. A pipe at its beginning or end is a border where rows have one there; elsewhere an empty cell
// is before or after it.
func (s style) cells(row string) []string {
	if strings.Trim(row, "|") == "" {
		return make([]string, min(max(len(row)-1, 1), document.MaxColumns)) // empty throughout; a pipe alone is one empty cell
	}
	if s.leading {
		row = strings.TrimPrefix(row, "|")
	}
	if s.trailing {
		row = strings.TrimSuffix(row, "|")
	}
	return divide(row, "|")
}

// divide gives the cells between separators: no more than a table can hold and one, which tells the builder that there are more.
// Empty cells beyond its columns are none.
func divide(row, separator string) []string {
	var cells []string
	for cell := range strings.SplitSeq(row, separator) {
		if cell = trim(cell); cell == "" && len(cells) >= document.MaxColumns {
			continue
		}
		if cells = append(cells, cell); len(cells) > document.MaxColumns {
			break
		}
	}
	return cells
}

// maxRow bounds a row that goes on over several lines, in bytes.
const maxRow = 4000

// table adds the table that the lines are.
func (r *reader) table(lines []line) {
	t := r.NewTable()
	t.Ragged = true
	stride := r.stride(lines)
	r.rows(lines, func(cells []string) {
		t.Row()
		for i, cell := range cells {
			if r.markdown {
				cell = unmarkCell(cell)
			}
			if i%stride == 0 {
				t.Cell(cell, 1, 1)
			}
		}
	})
	r.Table(t)
}

// stride is n where each cell stands for n columns of a grid, as copies of some pages have them: only every nth one is ever filled. One
// row alone does not tell; the empty cells of a single row of figures are figures.
func (r *reader) stride(lines []line) int {
	stride, rows := 0, 0
	r.rows(lines, func(cells []string) {
		filled := 0
		for i, cell := range cells {
			if cell == "" {
				continue
			}
			filled++
			for rest := i; rest > 0; stride, rest = rest, stride%rest {
			}
		}
		if filled > 1 {
			rows++
		}
	})
	if rows < 2 {
		return 1
	}
	return stride
}

// rows gives the rows that the lines are; those without any text, and the lines of Markdown under the head, are none.
func (r *reader) rows(lines []line, row func(cells []string)) {
	add := func(cells []string) {
		if (len(cells) == 1 || strings.Join(cells, "") != "") && !(r.markdown && rule(cells)) {
			row(cells)
		}
	}
	if lines[0].text == "|" && !r.style.between {
		r.style.openedRows(lines, add)
		return
	}
	width := r.style.width(lines)
	open := "" // a row of which the next line may be the rest
	shut := func() {
		if open != "" {
			add(r.style.cells(open))
		}
		open = ""
	}
	for i, l := range lines {
		switch row := l.text; {
		case l.kind == tabbed:
			add(divide(row, "\t"))
		case r.style.between && row == "|" && i > 0 && lines[i-1].kind == plain:
			// It ends the cell on the line before.
		case r.style.between && l.kind == plain:
			shut()
			add([]string{row})
		default:
			if open != "" && r.style.goesOn(open, row) {
				row, open = open+"\n"+row, ""
			}
			shut()
			open = row
			if !r.style.isOpen(row, width) || len(row) >= maxRow {
				shut()
			}
		}
	}
	shut()
}

// openedRows gives the rows of a table in which each row begins with a pipe alone on a line, and each cell with a line of its own. A
// pipe alone before a figure, or before another, is an empty cell.
func (s style) openedRows(lines []line, row func(cells []string)) {
	var cells []string
	half := "" // a cell whose pipe is on a later line
	for i, l := range lines {
		begins := l.text == "|" && half == "" && (i+1 == len(lines) || !strings.HasPrefix(lines[i+1].text, "|") && !value(trim(strings.Trim(lines[i+1].text, "|"))))
		switch {
		case begins && len(cells) > 0:
			row(cells)
			cells = nil
		case begins:
		case l.kind != piped:
			half += l.text + "\n"
		default:
			cells = append(cells, divide(half+strings.TrimSuffix(l.text, "|"), "|")...)
			half = ""
		}
	}
	if half = trim(half); half != "" {
		cells = append(cells, half)
	}
	if len(cells) > 0 {
		row(cells)
	}
}

// width is how many cells the rows have that end in a pipe.
func (s style) width(lines []line) int {
	width := 0
	for _, l := range lines {
		if l.kind == piped && l.text[len(l.text)-1] == '|' {
			width = max(width, len(s.cells(l.text)))
		}
	}
	return width
}

// isOpen says that a row lacks its end: its pipe, unless it has all its cells.
func (s style) isOpen(row string, width int) bool {
	if !s.trailing {
		return s.leading
	}
	return row[len(row)-1] != '|' && (width < 2 || len(s.cells(row)) < width)
}

// goesOn says that the next line continues an open row: it begins in the middle of a cell. A figure, or the title of a block, is
// whole as it stands, unless only its pipe follows or what no line begins with; a number before a label begins a new row.
func (s style) goesOn(open, next string) bool {
	if next[0] == '|' {
		return !s.leading || s.trailing && next == "|"
	}
	if first, _ := utf8.DecodeRuneInString(next); strings.ContainsRune(".．、,，。)）", first) {
		return true
	}
	last := trim(open[strings.LastIndexByte(open, '|')+1:])
	return last == "" || !value(last) && !titlePat.MatchString(open) && !startPat.MatchString(next)
}

func openBrackets(s string) int {
	return strings.Count(s, "(") + strings.Count(s, "（") - strings.Count(s, ")") - strings.Count(s, "）")
}
