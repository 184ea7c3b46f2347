package intake

import "slices"

// tableColumns says which columns of figures of a block the columns of a document's table are.
type tableColumns struct {
	// byColumn are, by grid column, which column of figures it is, from 0; nil where columns are not known.
	byColumn []int
	// order are the columns of figures by their order, left to right.
	order []int
	// sure and read are, by column of figures, how sure it is (0 where no head says it) and the heads as they stand there.
	sure []float64
	read []string
}

// other are the columns that are no column of figures: one that the block does not have, and the one of units.
const (
	otherColumn = -1
	unitColumn  = -2
)

// complete reports whether every column of figures has its head.
func (c *tableColumns) complete() bool { return !slices.Contains(c.sure, 0) }

func (c *tableColumns) found() int {
	n := 0
	for _, s := range c.sure {
		if s > 0 {
			n++
		}
	}
	return n
}

// columnsUnder reads heads as those of a block.
func (t *tableReading) columnsUnder(h *tableHeads, block int) *tableColumns {
	if h.grid {
		c := t.gridColumns(h, block)
		if c.complete() {
			return c
		}
		if ordered := t.orderedColumns(h, block); ordered.found() > c.found() {
			return ordered
		}
		return c
	}
	return t.orderedColumns(h, block)
}

func (t *tableReading) gridColumns(h *tableHeads, block int) *tableColumns {
	leaves := t.form.leaves[block]
	slots := h.slots()
	sims := make([][]float64, len(slots))
	for i := range slots {
		sims[i] = make([]float64, len(leaves))
		for j, leaf := range leaves {
			sims[i][j] = t.headSim(slots[i].path, leaf)
		}
	}
	leafOf := pair(sims)
	for i := range slots {
		switch {
		case leafOf[i] != otherColumn:
		case t.isUnitHead(slots[i].path, block):
			leafOf[i] = unitColumn
		default: // the same heads again, beside those
			leafOf[i] = slices.IndexFunc(sims[i], func(s float64) bool { return s >= 0.95 })
		}
	}
	c := newTableColumns(len(leaves))
	for i, leaf := range leafOf {
		if leaf >= 0 {
			c.sure[leaf], c.read[leaf] = headSure(sims[i][leaf]), slots[i].text()
		}
	}
	assumeColumns(c, leafOf, func(i int) string { return slots[i].text() })
	last := 0
	if len(slots) > 0 {
		last = slots[len(slots)-1].to
	}
	c.byColumn = make([]int, last)
	for k := range c.byColumn {
		c.byColumn[k] = otherColumn
	}
	for i, leaf := range leafOf {
		for k := slots[i].from; k < slots[i].to; k++ {
			c.byColumn[k] = leaf
		}
		if leaf != unitColumn && (leaf >= 0 || len(slots[i].path) > 0) {
			c.order = append(c.order, leaf)
		}
	}
	return c
}

func newTableColumns(leaves int) *tableColumns {
	return &tableColumns{sure: make([]float64, leaves), read: make([]string, leaves)}
}

// headSure is how sure a column is by its head: one that was cut short still stands in its place.
func headSure(s float64) float64 {
	if s >= 0.95 {
		return 1
	}
	return max(s, 0.85)
}

// assumeColumns takes columns without a head that is known for those that are missing, where as many stand in the same place.
func assumeColumns(c *tableColumns, leafOf []int, read func(int) string) {
	for i := 0; i < len(leafOf); {
		if leafOf[i] != otherColumn {
			i++
			continue
		}
		j := i
		for j < len(leafOf) && leafOf[j] == otherColumn {
			j++
		}
		first, last := 0, len(c.sure)
		if i > 0 && leafOf[i-1] >= 0 {
			first = leafOf[i-1] + 1
		}
		if j < len(leafOf) && leafOf[j] >= 0 {
			last = leafOf[j]
		}
		if last-first == j-i && !slices.ContainsFunc(c.sure[first:last], func(s float64) bool { return s > 0 }) {
			for k := i; k < j; k++ {
				leafOf[k] = first + k - i
				c.sure[leafOf[k]], c.read[leafOf[k]] = assumed(len(c.sure)), read(k)
			}
		}
		i = j
	}
}

// assumed is how sure a column is that no head says. Where there is only one, its figures are still told by their labels.
func assumed(columns int) float64 {
	if columns == 1 {
		return 0.9
	}
	return 0.6
}

// pair gives each slot a leaf, otherColumn for none: the best first, of equals the leftmost.
func pair(sims [][]float64) []int {
	type match struct {
		slot, leaf int
		sim        float64
	}
	var matches []match
	for i, row := range sims {
		for j, s := range row {
			if s >= alike {
				matches = append(matches, match{i, j, s})
			}
		}
	}
	slices.SortStableFunc(matches, func(a, b match) int {
		switch {
		case a.sim > b.sim:
			return -1
		case a.sim < b.sim:
			return 1
		}
		return 0
	})
	leafOf := make([]int, len(sims))
	for i := range leafOf {
		leafOf[i] = otherColumn
	}
	taken := map[int]bool{}
	for _, m := range matches {
		if leafOf[m.slot] < 0 && !taken[m.leaf] {
			leafOf[m.slot], taken[m.leaf] = m.leaf, true
		}
	}
	return leafOf
}
