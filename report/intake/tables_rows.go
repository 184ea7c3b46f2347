package intake

import (
	"slices"
	"strings"
)

// longestRow is how many cells a row without columns may have before it is taken for several rows in one.
const longestRow = 24

// parted divides a row without columns that holds a whole table: a new one begins at each name behind a figure or an empty cell.
func (r *recogniser) parted(l tableLine) []tableLine {
	if l.grid || len(l.cells) <= longestRow {
		return []tableLine{l}
	}
	var lines []tableLine
	from := 0
	for i := 1; i < len(l.cells); i++ {
		if l.cells[i].holds >= name && l.cells[i-1].holds < name {
			part := l
			part.cells = l.cells[from:i]
			lines, from = append(lines, part), i
		}
	}
	l.cells = l.cells[from:]
	return append(lines, l)
}

// broken divides a row without columns in which the end of one row and the beginning of the next were taken for one cell: what stands
// behind a line end in it is a label that it would hide, or a figure behind one.
func (r *recogniser) broken(l tableLine) []tableLine {
	if l.grid {
		return []tableLine{l}
	}
	var lines []tableLine
	for i := 0; i < len(l.cells); i++ {
		text := l.cells[i].text
		at := strings.LastIndexByte(text, '\n')
		if at < 0 || r.known(l.cells[i].tableWord) {
			continue
		}
		end, begin := r.word(strings.TrimSpace(text[:at])), r.word(text[at+1:])
		if !r.known(begin) && !(begin.holds == figure && r.known(end)) {
			continue
		}
		part, rest := l, l
		part.cells = append(slices.Clone(l.cells[:i]), tableCell{tableWord: end})
		rest.cells = append([]tableCell{{tableWord: begin}}, l.cells[i+1:]...)
		lines, l, i = append(lines, part), rest, 0
	}
	return append(lines, l)
}

// rejoined puts figures that stand on a line of their own in a block back to the row before, as far as that is shorter than most.
func rejoined(lines []tableLine, block int) []tableLine {
	first := len(lines)
	count := map[int]int{}
	width := 0 // of most rows
	for first > 0 && lines[first-1].block == block {
		first--
		n := len(lines[first].cells)
		if count[n]++; count[n] > count[width] || count[n] == count[width] && n > width {
			width = n
		}
	}
	kept := lines[:first]
	for _, l := range lines[first:] {
		if n := len(kept); n > first && l.onlyFigures() && l.hasFigures() {
			last := &kept[n-1]
			have, more := fill(last.cells), fill(l.cells)
			if have > 1 && have+more <= width && last.cells[have-1].holds == figure && !last.onlyFigures() {
				cells := slices.Clone(last.cells[:min(len(last.cells), width-more)])
				cells = append(cells, l.cells[:min(len(l.cells), width-len(cells))]...)
				for k := range cells {
					cells[k].column, cells[k].span = k, 1
				}
				last.cells = cells
				continue
			}
		}
		kept = append(kept, l)
	}
	return kept
}

// paragraph divides a paragraph that may be a row: at tabs, or a label and the figures behind it.
func (r *recogniser) paragraph(text string) []tableCell {
	whole := []tableCell{{tableWord: r.word(text)}}
	if whole[0].holds == prose {
		return whole
	}
	if strings.ContainsRune(text, '\t') {
		var cells []tableCell
		for _, part := range strings.Split(text, "\t") {
			cells = append(cells, tableCell{tableWord: r.word(strings.TrimSpace(part))})
		}
		return cells
	}
	fields := strings.Fields(text)
	if len(fields) < 2 || len(fields) > 40 || r.known(whole[0].tableWord) || isPageNumber(whole[0].folded) {
		return whole
	}
	first := len(fields)
	for first > 0 && holdingOf(fold(fields[first-1])) == figure {
		first--
	}
	var cells []tableCell
	switch known := 0; {
	case first < len(fields):
		cells, fields = r.labelsIn(fields[:first]), fields[first:]
	default:
		for _, f := range fields {
			if r.known(r.word(f)) {
				known++
			}
		}
		if known < 2 {
			return whole
		}
	}
	for _, f := range fields {
		cells = append(cells, tableCell{tableWord: r.word(f)})
	}
	return cells
}

// labelsIn are the labels that the parts of a text before its figures say: those of groups, and what stands behind them.
func (r *recogniser) labelsIn(fields []string) []tableCell {
	var cells []tableCell
	for from := 0; from < len(fields); {
		to := len(fields)
		for k := from + 1; k < len(fields); k++ {
			if r.saysGroup(r.word(strings.Join(fields[from:k], " "))) {
				to = k
				break
			}
		}
		cells = append(cells, tableCell{tableWord: r.word(strings.Join(fields[from:to], " "))})
		from = to
	}
	return cells
}

// saysGroup reports whether a text is the label of a group of some table, or the title of a block.
func (r *recogniser) saysGroup(w *tableWord) bool {
	whole, core := r.matches(w)
	return slices.ContainsFunc(append(slices.Clone(whole), core...), func(at labelAt) bool {
		return at.node < at.form.rows && at.form.nodes[at.node].id == ""
	})
}

// isPageNumber reports whether a folded text is a number between hyphens, as pages have it.
func isPageNumber(s string) bool {
	return len(s) > 2 && s[0] == '-' && s[len(s)-1] == '-' && strings.Trim(s, "-0123456789") == ""
}
