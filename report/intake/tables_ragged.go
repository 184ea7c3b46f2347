package intake

import "strings"

// readRagged reads a line of which only the order of its cells is known: what stands behind a label is its figures, and they may
// go on in the next line.
func (t *tableReading) readRagged(i int) {
	l := &t.lines[i]
	cells := l.cells
	parts, heads, rows, figures := t.parts(cells)
	first, before := len(cells), 0 // the first name, and the numbers before it
	for j := range cells {
		if cells[j].holds >= name {
			first = j
			break
		}
		if isNumber(cells[j]) {
			before++
		}
	}
	if len(cells) > 1 && heads > 0 && rows == 0 && !figures {
		t.addHeads(i, false, nil)
		return
	}
	half := -1
	for j := range cells {
		c := &cells[j]
		cur := t.last()
		switch {
		case c.holds < name && j < first && first < len(cells):
			// Before the label of its row: the rest of the row above, or a number of this row.
			if c.holds == figure && cur != nil && t.wants(cur) == first-j && first-j < t.places(cur) {
				cur.values = append(cur.values, *c)
			} else if before > 1 && isNumber(*c) { // one alone counts the rows
				t.leave(i, c.text)
			}
		case c.holds < name:
			if cur != nil {
				cur.values = append(cur.values, *c)
			} else if c.holds == figure {
				t.leave(i, c.text)
			}
		case j > 0 && c.tableWord == cells[j-1].tableWord && parts[j] != headPart && cur != nil && len(cur.values) == 0: // a copy repeats what spans
		case t.joins(c, i):
		case parts[j] == headPart && !(figures && len(cells) > 1), t.open == openHeads && parts[j] == noPart && t.nameFollows(i):
			t.addHead(i, c)
		case parts[j] == noPart && cur != nil && t.isValue(cells[j:], cur, i):
			cur.values = append(cur.values, *c)
		default:
			if cur == nil || cur.line != i || len(cur.values) > 0 {
				half++
			}
			t.entry(tableEntry{label: c, line: i, half: half})
		}
	}
}

// addHead adds a cell to the heads that are open, or begins new ones.
func (t *tableReading) addHead(i int, c *tableCell) {
	if t.open != openHeads {
		t.heads = append(t.heads, tableHeads{block: t.lines[i].block, first: i})
		t.open = openHeads
	}
	h := &t.heads[len(t.heads)-1]
	h.lines = append(h.lines, []tableCell{*c})
}

// nameFollows reports whether a line is one name, and the next begins with another.
func (t *tableReading) nameFollows(i int) bool {
	return len(t.lines[i].cells) == 1 && i+1 < len(t.lines) && len(t.lines[i+1].cells) > 0 && t.lines[i+1].cells[0].holds == name
}

// places is how many figures the row of an entry has, as far as its label tells.
func (t *tableReading) places(e *tableEntry) int {
	best, most := 0, float32(0)
	if e.label != nil {
		for i, s := range t.sims(e.label.tableWord, t.form)[:t.form.rows] {
			if s > most {
				best, most = i, s
			}
		}
	}
	return len(t.form.leaves[t.form.nodes[best].block])
}

// wants is how many figures an entry lacks.
func (t *tableReading) wants(e *tableEntry) int {
	n := t.places(e)
	for _, v := range e.values {
		if v.holds <= figure {
			n--
		}
	}
	return n
}

// isValue reports whether a name that is no label stands in the place of a figure.
func (t *tableReading) isValue(rest []tableCell, e *tableEntry, line int) bool {
	if t.wants(e) <= 0 || rest[0].holds == prose {
		return false
	}
	if e.line == line {
		behind := 0
		for _, c := range rest[1:] {
			if c.holds <= figure {
				behind++
			}
		}
		return len(e.values) > 0 || behind < t.places(e)
	}
	return len(rest[0].label.runes) < 5 && len(t.lines[line].cells) == 1
}

// joins puts a name that is the rest of the one on the line before to it.
func (t *tableReading) joins(c *tableCell, line int) bool {
	if len(t.lines[line].cells) > 1 || c.holds != name {
		return false
	}
	var before *tableCell
	cur := t.last()
	switch {
	case t.open == openHeads:
		lines := t.heads[len(t.heads)-1].lines
		before = &lines[len(lines)-1][len(lines[len(lines)-1])-1]
	case cur != nil && len(cur.values) == 0 && cur.label != nil && line-cur.line == 1:
		before = cur.label
	default:
		return false
	}
	if len(before.text)+len(c.text) > longestName {
		return false
	}
	if _, alone := t.partOf(c.tableWord); alone >= 0.95 {
		return false
	}
	_, was := t.partOf(before.tableWord)
	joined := t.word(strings.TrimSpace(before.text) + strings.TrimSpace(c.text))
	if _, s := t.partOf(joined); s < 0.9 || s <= was {
		return false
	}
	if t.open == openHeads {
		*before = tableCell{tableWord: joined}
	} else {
		cur.label, cur.line = &tableCell{tableWord: joined}, line
	}
	return true
}
