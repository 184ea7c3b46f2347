package intake

import "slices"

// labelColumns are the columns of a grid that hold row labels, told from the rows that have more than their label.
func (t *tableReading) labelColumns(from, to int) []bool {
	var columns []bool
	for i := from; i < to; i++ {
		cells := t.lines[i].cells
		parts, heads, _, figures := t.parts(cells)
		if heads > 0 && !figures {
			continue
		}
		for j := range cells {
			c := &cells[j]
			if parts[j] != rowPart || c.above || j == len(cells)-1 {
				continue
			}
			if !t.isFigureRow(c.tableWord) {
				continue
			}
			for len(columns) < c.end() {
				columns = append(columns, false)
			}
			for k := c.column; k < c.end(); k++ {
				columns[k] = true
			}
		}
	}
	return columns
}

// isFigureRow reports whether a text is the label of a row of figures.
func (t *tableReading) isFigureRow(w *tableWord) bool {
	for row, s := range t.sims(w, t.form)[:t.form.rows] {
		if s >= agreeing && t.form.nodes[row].id != "" {
			return true
		}
	}
	return false
}

func among(columns []bool, c *tableCell) bool {
	for k := c.column; k < min(c.end(), len(columns)); k++ {
		if columns[k] {
			return true
		}
	}
	return false
}

// readGrid reads lines[from:to], rows of one table whose columns are known.
func (t *tableReading) readGrid(from, to int) {
	labels := t.labelColumns(from, to)
	t.open = openNothing
	for i := from; i < to; i++ {
		cells := t.lines[i].cells
		if _, heads, rows, figures := t.parts(cells); heads > 0 && heads >= rows && !figures || t.goesOnAsHead(i, from) {
			t.addHeads(i, true, labels)
			continue
		}
		if outOfPlace(cells, labels) {
			t.lines[i].grid = false
			t.readRagged(i)
			continue
		}
		t.gridRow(i, labels)
	}
}

// outOfPlace reports whether a figure stands in a column of labels: the cells of such a row only follow each other.
func outOfPlace(cells []tableCell, labels []bool) bool {
	return slices.ContainsFunc(cells, func(c tableCell) bool { return c.holds == figure && !c.above && among(labels, &c) })
}

// goesOnAsHead reports whether a line under heads is the rest of them: names only, none of them a row's, as where a label is divided.
func (t *tableReading) goesOnAsHead(i, from int) bool {
	if t.open != openHeads || i == from {
		return false
	}
	names := 0
	for _, c := range t.lines[i].cells {
		if c.above {
			continue
		}
		switch p, _ := t.partOf(c.tableWord); {
		case c.holds == name && p != rowPart:
			names++
		case c.holds != nothing && c.holds != unit:
			return false
		}
	}
	return names > 0
}

// addHeads adds a line to the heads that are open, or begins new ones.
func (t *tableReading) addHeads(i int, grid bool, labels []bool) {
	if t.open != openHeads {
		t.heads = append(t.heads, tableHeads{block: t.lines[i].block, first: i, grid: grid, labels: labels})
		t.open = openHeads
	}
	h := &t.heads[len(t.heads)-1]
	h.lines = append(h.lines, t.lines[i].cells)
}

// gridRow reads one row: labels in the columns of labels, and figures behind them.
func (t *tableReading) gridRow(i int, labels []bool) {
	cells := t.lines[i].cells
	var cur *tableEntry
	half, begun := -1, false // begun: in the columns of labels
	labelled := false
	for j := range cells {
		c := &cells[j]
		if among(labels, c) {
			if !begun {
				half, begun, cur, labelled = half+1, true, nil, false
			}
			if !c.above && c.holds >= name && !(labelled && cur.label.tableWord == c.tableWord) {
				cur = t.entry(tableEntry{label: c, line: i, half: half})
				labelled = true
			}
			continue
		}
		begun = false
		if half < 0 && len(labels) > 0 && !t.labelFollows(labels, c.column) {
			half = 0 // the label is not there at all
		}
		switch {
		case half < 0: // a group or a number before the labels
			if c.holds >= name && !c.above {
				t.entry(tableEntry{label: c, line: i})
			}
		case !labelled && c.holds == nothing && cur == nil:
		default:
			if cur == nil {
				cur = t.entry(tableEntry{line: i, half: half})
			}
			cur.values = append(cur.values, *c)
		}
	}
}

func (t *tableReading) labelFollows(labels []bool, column int) bool {
	for k := column; k < len(labels); k++ {
		if labels[k] {
			return true
		}
	}
	return false
}

// alignedRows is where rows end that have no known columns, but as many cells each, with heads and figures that stand over each other
// if their places are taken for columns: copies of a table whose merged cells were divided, and what follows on the next page. It is
// from where there are none.
func (t *tableReading) alignedRows(from, to int) int {
	width, least, end := 0, maxEntries, from
	for end < to && t.lines[end].block == t.lines[from].block && !t.lines[end].grid {
		n := len(t.lines[end].cells)
		width, least = max(width, n), min(least, n)
		end++
	}
	if end-from < 3 || width < 3 || least < width-2 || len(t.form.leaves) > 1 || t.form.depth(0) == 1 {
		return from
	}
	if t.tryColumns(from, end) != nil {
		t.aligned = width
	} else if t.aligned != width {
		return from
	}
	for i := from; i < end; i++ {
		t.lines[i].grid = true
	}
	return end
}

// tryColumns takes the places of cells for columns. It is nil where the heads do not all stand over columns then.
func (t *tableReading) tryColumns(from, to int) *tableColumns {
	try := &tableReading{recogniser: t.recogniser, form: t.form}
	try.readGrid(from, to)
	for i := range try.heads {
		if columns := try.gridColumns(&try.heads[i], 0); columns.complete() {
			return columns
		}
	}
	return nil
}
