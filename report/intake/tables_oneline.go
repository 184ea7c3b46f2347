package intake

import (
	"strings"
	"unicode"
)

// leastCells and mostCells are how many cells a paragraph may have to be rows of a table that lost its line ends.
const (
	leastCells = 8
	mostCells  = 2000
)

// oneLine divides a paragraph that is rows of a table on one line: nearly all between its blanks and strokes are labels and figures. It is nil for
// any other paragraph.
func (r *recogniser) oneLine(block int, text string) []tableLine {
	fields := strings.FieldsFunc(text, func(c rune) bool { return c == '|' || unicode.IsSpace(c) })
	if len(fields) < leastCells || len(fields) > mostCells {
		return nil
	}
	var lines []tableLine
	labels, figures, others := 0, 0, 0
	var last tableCell
	for i := 0; i < len(fields); {
		c := tableCell{tableWord: r.word(fields[i])}
		first := i == 0
		i++
		for k := 2; k >= 1 && c.holds == name; k-- { // a label with a blank in it
			if i+k > len(fields) {
				continue
			}
			if joined := strings.Join(fields[i-1:i+k], ""); len(joined) < longestName && r.known(r.word(joined)) {
				c.tableWord = r.word(joined)
				i += k
				break
			}
		}
		switch {
		case c.holds < name:
			figures++
		case r.known(c.tableWord):
			labels++
		default:
			others++
		}
		if others > 4 && 4*others > i {
			return nil
		}
		if first || r.rowBegins(last.tableWord, c.tableWord) {
			lines = append(lines, tableLine{block: block})
		}
		l := &lines[len(lines)-1]
		l.cells = append(l.cells, c)
		last = c
	}
	if labels < 2 || others > 0 && (labels < 3 || figures == 0 || 4*others > len(fields)) {
		return nil
	}
	return lines
}

// rowBegins reports whether a row begins between two cells: behind figures, and where labels of rows and heads of columns meet.
func (r *recogniser) rowBegins(last, next *tableWord) bool {
	if next.holds < name {
		return false
	}
	if last.holds < name {
		return true
	}
	lastRow, lastHead := r.saysOf(last)
	row, head := r.saysOf(next)
	return lastHead && row && !head || lastRow && !lastHead && head && !row
}

// saysOf reports whether a text is the label of rows, and whether it is a head, of any table.
func (r *recogniser) saysOf(w *tableWord) (row, head bool) {
	whole, core := r.matches(w)
	for _, labels := range [][]labelAt{whole, core} {
		for _, at := range labels {
			row, head = row || at.node < at.form.rows, head || at.node >= at.form.rows
		}
	}
	return row, head
}
