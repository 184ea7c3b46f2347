package intake

import "slices"

// headGroup are heads in reading order and the figures behind them.
type headGroup struct {
	heads  []headCell
	values []tableCell
	cells  []*tableCell // of values
	lines  []int
}

// filled is how many figures of the group are not blank.
func (g *headGroup) filled() int {
	n := 0
	for _, v := range g.values {
		if v.holds != nothing {
			n++
		}
	}
	return n
}

// figure is one of the figures as that of a column.
func (g *headGroup) figure(i, leaf int, sure float64) singleFigure {
	return singleFigure{cell: g.cells[i], line: g.lines[i], placedFigure: placedFigure{leaf: leaf, cell: g.values[i], sure: sure}}
}

// singleInOrder reads a table of one row of which only the order of the cells is known.
func (t *tableReading) singleInOrder(c *tableCopy) []singleFigure {
	groups := t.headGroups(c)
	ones := 0
	for _, g := range groups {
		if len(g.values) <= 2 && len(g.heads) <= 3 {
			ones++
		}
	}
	if len(groups) >= 4 && 2*ones > len(groups) {
		return t.upright(groups)
	}
	leaves := t.form.leaves[0]
	var out []singleFigure
	taken := map[int]bool{}
	take := func(g *headGroup, at, order []int, sure float64, heads map[int]int) {
		for i, k := range at {
			leaf := leaves[order[i]]
			f := g.figure(k, order[i], sure)
			if heads != nil {
				f.read = t.headPath(g.heads, heads, leaf)
			}
			if h, ok := heads[leaf]; ok {
				f.sure = min(f.sure, headSure(float64(t.sims(g.heads[h].tableWord, t.form)[leaf])))
			}
			if len(order) > 1 && fill(g.values) == 1 && f.cell.holds != nothing {
				f.sure, f.doubt = min(f.sure, 0.6), standsAlone
			}
			taken[order[i]] = true
			out = append(out, f)
		}
	}
	for k := range groups {
		g := &groups[k]
		var free []int // heads whose columns are not taken yet
		for _, node := range t.form.headsOf(0) {
			if i := slices.Index(leaves, node); i < 0 || !taken[i] {
				free = append(free, node)
			}
		}
		heads := t.matchHeads(g.heads, free)
		var order []int
		for _, leaf := range t.form.leafOrder(0, func(node int) (line, place int, ok bool) {
			k, ok := heads[node]
			if !ok {
				return 0, 0, false
			}
			return g.heads[k].line, k, true
		}) {
			if _, ok := heads[leaves[leaf]]; ok && !taken[leaf] {
				order = append(order, leaf)
			}
		}
		under, all := t.lastHeadLeaves(g, heads), make([]int, len(leaves))
		for i := range all {
			all[i] = i
		}
		if at, sure, ok := fit(g.values, len(order)); ok {
			take(g, at, order, sure, heads)
		} else if at, sure, ok := fit(g.values, len(under)); ok {
			take(g, at, under, min(sure, 0.95), nil)
		} else if len(g.values) < len(order) && hasEmpty(g.values) {
			for i := range g.values {
				f := g.figure(i, order[i], 0.6)
				f.doubt, taken[order[i]] = endsEarly, true
				out = append(out, f)
			}
		} else if at, _, ok := fit(g.values, len(all)); ok && len(taken) == 0 {
			sure := 0.6
			if 2*len(order) > len(leaves) {
				sure = 0.85 // most heads are there, and all figures
			}
			take(g, at, all, sure, heads)
		}
	}
	return out
}

// lastHeadLeaves are the columns under the last head of a group, where that is a head over several: its figures stand beside it.
func (t *tableReading) lastHeadLeaves(g *headGroup, at map[int]int) []int {
	var under []int
	for node, k := range at {
		if k != len(g.heads)-1 || t.form.nodes[node].id != "" {
			continue
		}
		for i, leaf := range t.form.leaves[0] {
			if t.form.under(leaf, node) {
				under = append(under, i)
			}
		}
	}
	return under
}

// headGroups divides a copy into heads and the figures behind them. Empty cells between heads are no figures.
func (t *tableReading) headGroups(c *tableCopy) []headGroup {
	var groups []headGroup
	cur := headGroup{}
	flush := func() {
		if cur.filled() > 0 {
			groups = append(groups, cur)
			cur = headGroup{}
			return
		}
		cur.values, cur.cells, cur.lines = nil, nil, nil
	}
	for _, run := range c.runs {
		for i := run.from; i < run.to; i++ {
			cells := t.lines[i].cells
			_, heads, _, figures := t.parts(cells)
			headLine := len(cells) > 1 && !figures && (heads > 0 || t.isHeadLine(cells))
			for j := range cells {
				cell := &cells[j]
				switch {
				case cell.above:
				case cell.holds == name && !(figures && len(cells) > 3 && !t.saysHead(cell.tableWord)):
					if len(cur.values) > 0 {
						flush()
					}
					cur.heads = append(cur.heads, headCell{cell, i})
				case headLine || cell.holds > figure && cell.holds != name:
				default:
					cur.values, cur.cells, cur.lines = append(cur.values, *cell), append(cur.cells, cell), append(cur.lines, i)
				}
			}
		}
	}
	if len(cur.values) > 0 {
		groups = append(groups, cur)
	}
	return groups
}

// upright reads a table that stands upright: each figure behind its own head, under the heads over several.
func (t *tableReading) upright(groups []headGroup) []singleFigure {
	var heads []headCell
	behind := map[int]int{} // by head, the group of which it is the last
	for i, g := range groups {
		heads = append(heads, g.heads...)
		behind[len(heads)-1] = i
	}
	var out []singleFigure
	for node, k := range t.matchHeads(heads, t.form.inDepth(0)) {
		i, ok := behind[k]
		leaf := slices.Index(t.form.leaves[0], node)
		if !ok || leaf < 0 {
			continue
		}
		g := &groups[i]
		at, sure, ok := fit(g.values, 1)
		if !ok || len(at) == 0 {
			continue
		}
		f := g.figure(at[0], leaf, min(sure, headSure(float64(t.sims(heads[k].tableWord, t.form)[node]))))
		f.read = heads[k].text
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b singleFigure) int { return a.leaf - b.leaf })
	return out
}

// inDepth are the heads of a block as they stand when it is upright: each before those under it.
func (f *form) inDepth(block int) []int {
	var nodes []int
	var walk func(parent int)
	walk = func(parent int) {
		for _, i := range f.headsOf(block) {
			if f.nodes[i].parent == parent {
				nodes = append(nodes, i)
				walk(i)
			}
		}
	}
	walk(-1)
	return nodes
}
