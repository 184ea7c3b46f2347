package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/document"
)

// tableLine is one line that may belong to a table: a row, or a paragraph, since a copy may have lost the table around its cells.
type tableLine struct {
	block int
	// table counts the tables of the document from 1; 0 for a paragraph.
	table int
	// grid says that the columns of the cells are known.
	grid  bool
	cells []tableCell
	// told says that a text of it is a label of some official table.
	told bool
}

// tableCell is a cell, or a part of a paragraph.
type tableCell struct {
	*tableWord
	// column and span say where it stands in a grid.
	column, span int
	// above says that it reaches in from a row above.
	above bool
}

// end is the column after the cell.
func (c *tableCell) end() int { return c.column + c.span }

// tableWord is a text that stands in one or more cells, and what is known of it. label is set for names only.
type tableWord struct {
	text   string
	holds  holding
	folded string
	label  label
	// best is, by form, how well the label of it that agrees most agrees; which one is in bestNode.
	best     []float32
	bestNode []int16
	// sims are, by form, how well each of its labels agrees; nil while nobody has asked.
	sims [][]float32
}

// holding says what a text can be in a table.
type holding byte

const (
	nothing holding = iota
	figure          // a number, or a sign for none
	dashes          // what stands for the unit of a heading row
	unit            // 件, 条, 万元
	name            // may be a label
	prose           // too long for one
)

// longestName is, in bytes, what is not looked at as a label, nor is a sentence of that length.
const (
	longestName = 4 * longestLabel
	sentence    = 60
)

func holdingOf(folded string) holding {
	switch {
	case folded == "":
		return nothing
	case isPageNumber(folded) && strings.Trim(folded, "-") != "":
		return name
	case folded == "无" || folded == "/" || folded == "-" || folded == "--" || looksLikeFigure(folded):
		return figure
	case strings.Trim(folded, "-_/*:") == "":
		return dashes
	case slices.Contains(report.Units, folded):
		return unit
	case len(folded) > longestName || utf8.RuneCountInString(folded) > longestLabel, len(folded) > sentence && strings.Contains(folded, "。"):
		return prose
	}
	return name
}

// looksLikeFigure reports whether a folded text is a number, with sign, separators and unit.
func looksLikeFigure(s string) bool {
	for _, word := range []string{"增加", "减少", "增", "减", "+", "-", "约"} {
		if rest, ok := strings.CutPrefix(s, word); ok {
			s = rest
			break
		}
	}
	digits := 0
	for digits < len(s) && (s[digits] >= '0' && s[digits] <= '9' || digits > 0 && (s[digits] == '.' || s[digits] == ',')) {
		digits++
	}
	if digits == 0 {
		return false
	}
	rest := strings.Trim(s[digits:], "()%")
	if rest == "" {
		return true
	}
	return slices.Contains(report.Units, rest)
}

// word is what is known of a text, the same for all cells that hold it.
func (r *recogniser) word(text string) *tableWord {
	if w := r.words[text]; w != nil {
		return w
	}
	w := &tableWord{text: text}
	if len(text) > longestName+64 || len(text) > 2*sentence && strings.Contains(text, "。") {
		w.holds = prose
	} else {
		w.folded = fold(strings.ReplaceAll(text, "&nbsp;", ""))
		if w.holds = holdingOf(w.folded); w.holds == name {
			w.label = newLabel(w.folded)
		}
	}
	r.words[text] = w
	return w
}

// linesOf divides the blocks of a document into lines.
func (r *recogniser) linesOf(blocks []document.Block) []tableLine {
	var lines []tableLine
	tables := 0
	for i, b := range blocks {
		switch b := b.(type) {
		case *document.Table:
			tables++
			grid := !b.Ragged && b.Columns > 1 && !r.shifted(b)
			var reaching []tableCell // cells that reach further down, with the rows left in span order
			var left []int
			for _, row := range b.Rows {
				l := tableLine{block: i, table: tables, grid: grid}
				for _, c := range row.Cells {
					l.cells = append(l.cells, tableCell{tableWord: r.word(c.Text), column: c.Column, span: max(c.ColumnSpan, 1)})
				}
				if grid {
					l.cells = r.merged(l.cells)
					reaching, left = reachIn(&l, row.Cells, reaching, left)
				}
				for _, part := range r.broken(l) {
					lines = append(lines, r.parted(part)...)
				}
			}
			if b.Ragged {
				lines = rejoined(lines, i)
			}
		case *document.Paragraph:
			if rows := r.oneLine(i, b.Text); rows != nil {
				lines = append(lines, rows...)
				continue
			}
			lines = append(lines, tableLine{block: i, cells: r.paragraph(b.Text)})
		}
	}
	for i := range lines {
		for j := range lines[i].cells {
			if w := lines[i].cells[j].tableWord; w.holds == name && r.tell(w) {
				lines[i].told = true
			}
		}
	}
	return lines
}

// merged makes one cell of neighbours that repeat a label, as programs write cells that were merged.
func (r *recogniser) merged(cells []tableCell) []tableCell {
	kept := cells[:0]
	for _, c := range cells {
		if n := len(kept); n > 0 && kept[n-1].tableWord == c.tableWord && kept[n-1].end() == c.column && r.known(c.tableWord) {
			kept[n-1].span += c.span
			continue
		}
		kept = append(kept, c)
	}
	return kept
}

// maxReaching bounds the cells that are followed down from row to row: labels of groups and heads, a few in each row.
const maxReaching = 24

// reachIn adds to a row the cells that reach into it from above, in their columns, and keeps those that reach further.
func reachIn(l *tableLine, row []document.Cell, reaching []tableCell, left []int) ([]tableCell, []int) {
	own := l.cells
	kept := 0
	for i, c := range reaching {
		l.cells = append(l.cells, c)
		if left[i]--; left[i] > 0 {
			reaching[kept], left[kept] = c, left[i]
			kept++
		}
	}
	reaching, left = reaching[:kept], left[:kept]
	for _, c := range row {
		if c.RowSpan <= 1 || len(reaching) == maxReaching {
			continue
		}
		if i := slices.IndexFunc(own, func(o tableCell) bool { return o.column == c.Column }); i >= 0 {
			cell := own[i]
			cell.above = true
			reaching, left = append(reaching, cell), append(left, c.RowSpan-1)
		}
	}
	sortCells(l.cells)
	return reaching, left
}

// sortCells puts cells in the order of their columns; they are nearly in order.
func sortCells(cells []tableCell) {
	for i := 1; i < len(cells); i++ {
		for j := i; j > 0 && cells[j].column < cells[j-1].column; j-- {
			cells[j], cells[j-1] = cells[j-1], cells[j]
		}
	}
}
