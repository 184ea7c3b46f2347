package intake

import "slices"

// A table that is one row of figures has no row labels: its figures are told by their heads alone. It may stand as it is printed,
// upright with the heads beside the figures, or in several rows.

// singleFigure is a figure of such a table and the column that it goes to.
type singleFigure struct {
	cell *tableCell
	line int
	placedFigure
	read string
}

// readSingle reads a table of one row.
func (t *tableReading) readSingle(c *tableCopy, out *tableFigures) {
	var best []singleFigure
	grid := true
	for _, run := range c.runs {
		for i := run.from; i < run.to; i++ {
			grid = grid && t.lines[i].grid
		}
	}
	if best = t.singleInGrid(c); !grid && !certain(best, len(t.form.leaves[0])) {
		best = nil
	}
	if len(best) < len(t.form.leaves[0]) {
		if ordered := t.singleInOrder(c); len(ordered) > len(best) {
			best = ordered
		}
	}
	out.rows[0] = true
	seen := map[int]bool{}
	for _, f := range best {
		seen[f.leaf] = true
		out.put(t.form.cell(0, t.form.leaves[0][f.leaf]), Origin{Table: t.lines[f.line].table, Column: f.read, Text: f.cell.text, Confidence: f.sure}, f.doubt)
	}
	for i, leaf := range t.form.leaves[0] {
		if !seen[i] && len(best) > 0 {
			out.missing = append(out.missing, t.form.cell(0, leaf).Name())
		}
	}
	taken := map[*tableCell]bool{}
	for _, f := range best {
		taken[f.cell] = true
	}
	for _, run := range c.runs {
		for i := run.from; i < run.to; i++ {
			t.leaveSingle(i, taken)
		}
	}
}

// certain reports whether all columns are told by their heads. Places in rows are columns only then.
func certain(figures []singleFigure, columns int) bool {
	return len(figures) == columns && !slices.ContainsFunc(figures, func(f singleFigure) bool { return f.sure < 1 })
}

// leaveSingle keeps what in a line is neither a head nor a figure that was read.
func (t *tableReading) leaveSingle(i int, taken map[*tableCell]bool) {
	cells := t.lines[i].cells
	for j := range cells {
		c := &cells[j]
		if c.above || c.holds == nothing || taken[c] || c.holds == unit || c.holds == dashes {
			continue
		}
		if isNumber(*c) || !t.saysHead(c.tableWord) {
			t.leave(i, c.text)
		}
	}
}

// singleInGrid tells each figure by the names above it and to its left.
func (t *tableReading) singleInGrid(c *tableCopy) []singleFigure {
	type place struct {
		cell *tableCell
		line int
		path []tableCell
	}
	var places []place
	var above [][]tableCell // by column, the names over it
	headsOpen := false
	block := -1
	for _, run := range c.runs {
		for i := run.from; i < run.to; i++ {
			cells := t.lines[i].cells
			if t.lines[i].block != block {
				block, headsOpen = t.lines[i].block, true // heads may go on over the end of a page
			}
			_, heads, _, figures := t.parts(cells)
			isHead := !figures && (heads > 0 || t.isHeadLine(cells))
			if isHead && !headsOpen {
				above = nil
			}
			headsOpen = isHead
			var left []tableCell
			for j := range cells {
				cell := &cells[j]
				if cell.holds == name && (isHead || !figures || t.saysHead(cell.tableWord)) {
					left = append(left, *cell)
					for len(above) < cell.end() {
						above = append(above, nil)
					}
					for k := cell.column; k < cell.end(); k++ {
						if n := len(above[k]); n == 0 || above[k][n-1].tableWord != cell.tableWord {
							above[k] = append(above[k], *cell)
						}
					}
					continue
				}
				if isHead || cell.above || cell.holds > figure && cell.holds != name {
					continue
				}
				p := place{cell: cell, line: i}
				if cell.column < len(above) {
					p.path = slices.Clone(above[cell.column])
				}
				p.path = append(slices.Clone(left), p.path...)
				places = append(places, p)
			}
		}
	}
	leaves := t.form.leaves[0]
	scores := make([][]float64, len(places))
	texts := make([]string, len(places))
	for i, p := range places {
		texts[i] = (&headSlot{path: p.path}).text()
		for _, leaf := range leaves {
			scores[i] = append(scores[i], t.pathScore(p.path, leaf))
		}
	}
	if len(places) > 8*len(leaves) {
		return nil
	}
	leafOf := pairInOrder(scores)
	found := 0
	for _, leaf := range leafOf {
		if leaf >= 0 {
			found++
		}
	}
	var out []singleFigure
	for i, leaf := range leafOf {
		if leaf < 0 {
			continue
		}
		sure := scores[i][leaf]
		switch {
		case sure >= 0.95:
			sure = 1
		case found == len(leaves): // all stand there, in order
			sure = max(sure, 0.85)
		}
		out = append(out, singleFigure{cell: places[i].cell, line: places[i].line, read: texts[i],
			placedFigure: placedFigure{leaf: leaf, cell: *places[i].cell, sure: sure}})
	}
	return out
}

// isHeadLine reports whether a line has names only, as the second half of divided heads.
func (t *tableReading) isHeadLine(cells []tableCell) bool {
	names := 0
	for i := range cells {
		switch {
		case cells[i].above:
		case cells[i].holds == name:
			names++
		case cells[i].holds != nothing:
			return false
		}
	}
	return names > 1
}

// pathScore is how well the names over and beside a figure agree with a column and the heads over it.
func (t *tableReading) pathScore(path []tableCell, leaf int) float64 {
	best := func(node int) float64 {
		s := float32(0)
		for i := range path {
			s = max(s, t.sims(path[i].tableWord, t.form)[node])
			if s < 0.95 && i > 0 {
				s = max(s, t.sims(t.word(path[i-1].text+path[i].text), t.form)[node])
			}
		}
		return float64(s)
	}
	own := best(leaf)
	if own < alike {
		return 0
	}
	over, parents := 0.0, 0
	for at := t.form.nodes[leaf].parent; at >= 0; at = t.form.nodes[at].parent {
		if s := best(at); s >= agreeing {
			over += s
		}
		parents++
	}
	if parents > 0 {
		own = 0.6*own + 0.4*over/float64(parents)
	}
	return own
}

// pairInOrder gives each place a leaf, such that places that agree fully have theirs and the rest stand in order.
func pairInOrder(scores [][]float64) []int {
	n := len(scores)
	leafOf := make([]int, n)
	for i := range leafOf {
		leafOf[i] = -1
	}
	if n == 0 {
		return leafOf
	}
	m := len(scores[0])
	exact := map[int]int{}
	for i, row := range scores {
		for j, s := range row {
			if s >= 0.95 {
				if _, twice := exact[j]; !twice {
					exact[j] = i
				}
			}
		}
	}
	if len(exact) == m {
		for j, i := range exact {
			leafOf[i] = j
		}
		return leafOf
	}
	return fitInOrder(n, m, func(place, leaf int) float64 { return scores[place][leaf] })
}
