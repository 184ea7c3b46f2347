package intake

import (
	"slices"
	"strings"
)

// isUnitHead reports whether heads are those of the column of units.
func (t *tableReading) isUnitHead(path []tableCell, block int) bool {
	if len(path) == 0 {
		return false
	}
	sims := t.sims(path[len(path)-1].tableWord, t.form)
	for i := t.form.rows + t.form.heads; i < len(t.form.nodes); i++ {
		if t.form.nodes[i].unit && t.form.nodes[i].block == block && sims[i] >= agreeing {
			return true
		}
	}
	return false
}

// isCorner reports whether a head stands over row labels.
func (t *tableReading) isCorner(w *tableWord) bool {
	sims := t.sims(w, t.form)
	for i := t.form.rows + t.form.heads; i < len(t.form.nodes); i++ {
		if !t.form.nodes[i].unit && sims[i] >= alike && float64(sims[i]) >= float64(slices.Max(sims[t.form.rows:t.form.rows+t.form.heads])) {
			return true
		}
	}
	return false
}

// saysHead reports whether a text is a head or a corner, or a part of one.
func (t *tableReading) saysHead(w *tableWord) bool {
	if w.holds != name {
		return w.holds < name
	}
	if p, _ := t.partOf(w); p != noPart {
		return true
	}
	return slices.ContainsFunc(t.form.nodes[t.form.rows:], func(n node) bool { return strings.Contains(n.key, w.label.key) })
}

// leaveHeads keeps the heads of columns that the table does not have. What stands before the corner, over a serial number, is none.
func (t *tableReading) leaveHeads(columns map[[2]int]*tableColumns) {
	taken := map[string]bool{} // for a column, though nothing says which
	for _, c := range columns {
		for _, read := range c.read {
			for text := range strings.SplitSeq(read, " / ") {
				taken[text] = true
			}
		}
	}
	for _, h := range t.heads {
		for _, l := range h.lines {
			begun := len(l) == 1
			for i := range l {
				says := t.saysHead(l[i].tableWord)
				begun = begun || says && l[i].holds == name
				if begun && !says && !l[i].above && !taken[l[i].text] {
					t.leave(h.first, l[i].text)
					t.addedHeads = append(t.addedHeads, strings.Join(strings.Fields(l[i].text), ""))
				}
			}
		}
	}
}

// headSlot is a column of heads: from the uppermost down, over the grid columns from, ….
type headSlot struct {
	from, to int
	path     []tableCell
}

func (s *headSlot) text() string {
	var texts []string
	for _, c := range s.path {
		if c.text != "" {
			texts = append(texts, strings.Join(strings.Fields(c.text), ""))
		}
	}
	return strings.Join(texts, " / ")
}

// slots are the columns of heads in a grid, without those over row labels. What has no head of its own is as the one before.
func (h *tableHeads) slots() []headSlot {
	width := 0
	for _, l := range h.lines {
		for i := range l {
			width = max(width, l[i].end())
		}
	}
	var slots []headSlot
	paths := make([][]tableCell, width)
	for _, l := range h.lines {
		for i := range l {
			c := &l[i]
			for k := c.column; k < c.end(); k++ {
				if p := paths[k]; c.holds != nothing && (len(p) == 0 || p[len(p)-1].tableWord != c.tableWord) {
					paths[k] = append(paths[k], *c)
				}
			}
		}
	}
	for k, path := range paths {
		if k < len(h.labels) && h.labels[k] {
			continue
		}
		if n := len(slots); n > 0 && slots[n-1].to == k && (sameCells(slots[n-1].path, path) || len(path) == 0) {
			slots[n-1].to++
			continue
		}
		slots = append(slots, headSlot{from: k, to: k + 1, path: path})
	}
	return slots
}

// sameCells reports whether two paths are of the same cells: spans, not equal texts beside each other.
func sameCells(a, b []tableCell) bool {
	return slices.EqualFunc(a, b, func(x, y tableCell) bool { return x.tableWord == y.tableWord && x.column == y.column })
}

// headSim is how well a path of heads agrees with a node: its lowest text, or the lowest together where a label is divided.
func (t *tableReading) headSim(path []tableCell, at int) float64 {
	if len(path) == 0 {
		return 0
	}
	s := t.sims(path[len(path)-1].tableWord, t.form)[at]
	joined := path[len(path)-1].text
	for k := len(path) - 2; k >= 0 && s < 0.95 && len(joined) < longestName; k-- {
		joined = path[k].text + joined
		s = max(s, t.sims(t.word(joined), t.form)[at])
	}
	return float64(s)
}
