package intake

import "slices"

// orderedColumns reads heads of which only the order is known.
func (t *tableReading) orderedColumns(h *tableHeads, block int) *tableColumns {
	if t.form.depth(block) == 1 {
		return t.columnsInLine(h, block)
	}
	var cells []headCell
	for line, l := range h.lines {
		for i := range l {
			// What a copy repeats for each column that a cell spans is one.
			n := len(cells)
			if l[i].holds != name || l[i].above || n > 0 && cells[n-1].line == line && cells[n-1].tableWord == l[i].tableWord && t.isHead(l[i].tableWord) {
				continue
			}
			cells = append(cells, headCell{&l[i], line})
		}
	}
	at := t.matchHeads(cells, t.form.headsOf(block))
	c := newTableColumns(len(t.form.leaves[block]))
	for i, leaf := range t.form.leaves[block] {
		if k, ok := at[leaf]; ok {
			c.sure[i] = headSure(float64(t.sims(cells[k].tableWord, t.form)[leaf]))
			c.read[i] = t.headPath(cells, at, leaf)
		}
	}
	for _, leaf := range t.form.leafOrder(block, func(node int) (line, place int, ok bool) {
		k, ok := at[node]
		if !ok {
			return 0, 0, false
		}
		return cells[k].line, k, true
	}) {
		if c.sure[leaf] > 0 {
			c.order = append(c.order, leaf)
		}
	}
	return c
}

// headCell is a head and the line of heads that it stands in.
type headCell struct {
	*tableCell
	line int
}

// isHead reports whether a text says a head, and not a part of one.
func (t *tableReading) isHead(w *tableWord) bool {
	_, s := t.partOf(w)
	return s >= 0.95
}

// headPath are the heads over a column as they stand there.
func (t *tableReading) headPath(cells []headCell, at map[int]int, node int) string {
	text := ""
	for ; node >= 0; node = t.form.nodes[node].parent {
		if k, ok := at[node]; ok {
			if text != "" {
				text = " / " + text
			}
			text = cells[k].text + text
		}
	}
	return text
}

// matchHeads finds the cell of each head: the order in which heads are printed decides between those that are called the same. One
// that stands elsewhere must say it itself.
func (t *tableReading) matchHeads(cells []headCell, nodes []int) map[int]int {
	n, m := len(cells), len(nodes)
	whole := make([]float32, (n+1)*(m+1))
	at := func(i, j int) int { return i*(m+1) + j }
	for i := 1; i <= n; i++ {
		sims := t.sims(cells[i-1].tableWord, t.form)
		for j := 1; j <= m; j++ {
			best := max(whole[at(i-1, j)], whole[at(i, j-1)])
			if s := sims[nodes[j-1]]; s >= alike {
				best = max(best, s+whole[at(i-1, j-1)])
			}
			whole[at(i, j)] = best
		}
	}
	found := map[int]int{}
	used := make([]bool, n)
	for i, j := n, m; i > 0 && j > 0; {
		switch w := whole[at(i, j)]; {
		case w == whole[at(i, j-1)]:
			j--
		case w == whole[at(i-1, j)]:
			i--
		default:
			found[nodes[j-1]], used[i-1] = i-1, true
			i, j = i-1, j-1
		}
	}
	for _, node := range nodes {
		if _, ok := found[node]; ok {
			continue
		}
		for k := range cells {
			if !used[k] && t.sims(cells[k].tableWord, t.form)[node] >= 0.95 {
				found[node], used[k] = k, true
				break
			}
		}
	}
	return found
}

// columnsInLine reads heads that stand in one line over their columns.
func (t *tableReading) columnsInLine(h *tableHeads, block int) *tableColumns {
	var cells []tableCell
	for _, l := range h.lines {
		for i := range l {
			if !l[i].above {
				cells = append(cells, l[i])
			}
		}
	}
	for i := range min(len(cells), 3) { // a serial number may have a head before the corner
		if t.isCorner(cells[i].tableWord) {
			cells = cells[i+1:]
			break
		}
	}
	for len(cells) > 0 && cells[0].holds == nothing {
		cells = cells[1:]
	}
	if i := slices.IndexFunc(cells, func(c tableCell) bool { return t.isCorner(c.tableWord) }); i >= 0 {
		cells = cells[:i] // the same heads again, beside these
	}
	for len(cells) > 0 && cells[len(cells)-1].holds == nothing {
		cells = cells[:len(cells)-1]
	}
	leaves := t.form.leaves[block]
	c := newTableColumns(len(leaves))
	sims := make([][]float64, len(cells))
	for i := range cells {
		all := t.sims(cells[i].tableWord, t.form)
		sims[i] = make([]float64, len(leaves))
		for j, leaf := range leaves {
			sims[i][j] = float64(all[leaf])
		}
	}
	leafOf := pair(sims)
	for i, leaf := range leafOf {
		switch {
		case leaf >= 0:
			c.sure[leaf], c.read[leaf] = headSure(sims[i][leaf]), cells[i].text
		case i > 0 && cells[i].tableWord == cells[i-1].tableWord:
			leafOf[i] = leafOf[i-1] // a copy repeats what spans
		case t.isUnitHead(cells[i:i+1], block):
			leafOf[i] = unitColumn
		}
	}
	assumeColumns(c, leafOf, func(i int) string { return cells[i].text })
	c.order = slices.DeleteFunc(leafOf, func(leaf int) bool { return leaf == unitColumn })
	return c
}

// depth is how many lines the heads of a block take.
func (f *form) depth(block int) int {
	depth := 0
	for _, leaf := range f.leaves[block] {
		n := 0
		for at := leaf; at >= 0; at = f.nodes[at].parent {
			n++
		}
		depth = max(depth, n)
	}
	return depth
}

// headsOf are the heads of a block as they are printed, line by line.
func (f *form) headsOf(block int) []int {
	var nodes []int
	for i := f.rows; i < f.rows+f.heads; i++ {
		if f.nodes[i].block == block {
			nodes = append(nodes, i)
		}
	}
	return nodes
}

// leafOrder are the columns of figures of a block, left to right: heads under the same head that stand in one line are in the order
// of that line, others as the edition has them.
func (f *form) leafOrder(block int, where func(node int) (line, place int, ok bool)) []int {
	number := map[int]int{}
	for i, leaf := range f.leaves[block] {
		number[leaf] = i
	}
	var order []int
	var walk func(parent int)
	walk = func(parent int) {
		var children []int
		byLine := map[int][]int{} // places in children
		for i := f.rows; i < f.rows+f.heads; i++ {
			if f.nodes[i].block == block && f.nodes[i].parent == parent {
				if line, _, ok := where(i); ok {
					byLine[line] = append(byLine[line], len(children))
				}
				children = append(children, i)
			}
		}
		sorted := slices.Clone(children)
		for _, places := range byLine {
			inLine := make([]int, len(places))
			for k, p := range places {
				inLine[k] = children[p]
			}
			slices.SortFunc(inLine, func(a, b int) int {
				_, x, _ := where(a)
				_, y, _ := where(b)
				return x - y
			})
			for k, p := range places {
				sorted[p] = inLine[k]
			}
		}
		for _, child := range sorted {
			if leaf, ok := number[child]; ok {
				order = append(order, leaf)
			} else {
				walk(child)
			}
		}
	}
	walk(-1)
	return order
}
