package intake

import "slices"

// align gives each entry its row. The rows of a table have an order, and the labels are held against it as a whole: what is cut,
// altered or stands twice in the table is told by what stands around it.
func (t *tableReading) align() {
	orders := [][]int{make([]int, len(t.entries))}
	halves := false
	for i := range t.entries {
		orders[0][i] = i
		halves = halves || t.entries[i].half > 0
	}
	if halves { // columns of rows beside each other are read one after the other, or in turn
		down := slices.Clone(orders[0])
		slices.SortStableFunc(down, func(a, b int) int { return t.entries[a].half - t.entries[b].half })
		orders = append(orders, down)
	}
	var best []int
	most := float32(-1)
	order := orders[0]
	for _, o := range orders {
		if rows, score := t.alignIn(o); score > most {
			best, most, order = rows, score, o
		}
	}
	for k, row := range best {
		if row >= 0 {
			e := &t.entries[order[k]]
			e.row = row
			e.sure = t.sureOf(e, row)
		}
	}
	t.alignStrays()
	t.alignBetween(order)
	t.trustNeighbours(order)
}

// score is how well an entry fits a row; 0 where it does not.
func (t *tableReading) score(e *tableEntry, row int) float32 {
	if e.label == nil {
		return 0
	}
	s := t.sims(e.label.tableWord, t.form)[row]
	if s < alike {
		return 0
	}
	n, l := &t.form.nodes[row], &e.label.label
	switch {
	case n.style != noCount && l.style != noCount && n.style != l.style:
		if s -= 0.15; s < alike {
			return 0
		}
	case n.number > 0 && n.number == l.number:
		s += 0.03
	}
	return s
}

// together is what two neighbours are worth that are neighbours in the table, too.
const together = 0.1

// alignIn finds the rows of entries in an order, -1 for none, such that the rows are in order and fit best together.
func (t *tableReading) alignIn(order []int) (rows []int, total float32) {
	n, m := len(order), t.form.rows
	// whole is the best of the first i entries and j rows, ends the best where entry i has row j.
	whole := make([]float32, (n+1)*(m+1))
	ends := make([]float32, (n+1)*(m+1))
	at := func(i, j int) int { return i*(m+1) + j }
	for i := 1; i <= n; i++ {
		e := &t.entries[order[i-1]]
		for j := 1; j <= m; j++ {
			best := max(whole[at(i-1, j)], whole[at(i, j-1)])
			if s := t.score(e, j-1); s > 0 {
				end := s + whole[at(i-1, j-1)]
				if before := ends[at(i-1, j-1)]; before > 0 {
					end = max(end, s+together+before)
				}
				ends[at(i, j)] = end
				best = max(best, end)
			}
			whole[at(i, j)] = best
		}
	}
	rows = make([]int, n)
	for i := range rows {
		rows[i] = -1
	}
	for i, j := n, m; i > 0 && j > 0; {
		switch w := whole[at(i, j)]; {
		case w == whole[at(i-1, j)]:
			i--
		case w == whole[at(i, j-1)]:
			j--
		default:
			// Here and above as long as neighbours belong together.
			for {
				rows[i-1] = j - 1
				s := t.score(&t.entries[order[i-1]], j-1)
				before := ends[at(i-1, j-1)]
				linked := before > 0 && ends[at(i, j)] == s+together+before
				i, j = i-1, j-1
				if !linked {
					break
				}
			}
		}
	}
	return rows, whole[at(n, m)]
}

// sureOf is how sure the row of an entry is by its label alone.
func (t *tableReading) sureOf(e *tableEntry, row int) float64 {
	s := float64(t.sims(e.label.tableWord, t.form)[row])
	if s >= 0.95 {
		return 1
	}
	return s
}

// rowTaken reports whether an entry has a row.
func (t *tableReading) rowTaken(row int) bool {
	return slices.ContainsFunc(t.entries, func(e tableEntry) bool { return e.row == row })
}

// alignStrays finds the rows of entries that stand out of order: their labels must say it themselves.
func (t *tableReading) alignStrays() {
	taken := make([]bool, t.form.rows)
	for i := range t.entries {
		if row := t.entries[i].row; row >= 0 {
			taken[row] = true
		}
	}
	group := -1 // the last title or group
	for i := range t.entries {
		e := &t.entries[i]
		if e.row >= 0 || e.label == nil {
			if e.row >= 0 && len(e.values) == 0 {
				group = e.row
			}
			continue
		}
		best, count := -1, 0
		for row, s := range t.sims(e.label.tableWord, t.form)[:t.form.rows] {
			if s < 0.9 {
				continue
			}
			if t.form.nodes[row].id == "" {
				group = row
				best, count = -1, 0
				break
			}
			if taken[row] {
				continue
			}
			count++
			if best < 0 || group >= 0 && t.form.under(row, group) && !t.form.under(best, group) {
				best = row
			}
		}
		if best < 0 {
			continue
		}
		e.row, taken[best] = best, true
		e.sure = t.sureOf(e, best)
		if count > 1 && (group < 0 || !t.form.under(best, group)) {
			e.sure = min(e.sure, 0.7)
		}
	}
}

// alignBetween gives the entries between two that have their rows the rows that are missing between them, where as many are: a label
// that is lost, or altered beyond recognition. Such a row is assumed, and doubtful unless the labels still have much in common.
func (t *tableReading) alignBetween(order []int) {
	before := -1 // place in order of the last entry with a row
	for k := 0; k <= len(order); k++ {
		if k < len(order) && t.entries[order[k]].row < 0 {
			continue
		}
		if before >= 0 && k < len(order) && k > before+1 {
			t.fillBetween(order[before+1:k], t.entries[order[before]].row, t.entries[order[k]].row)
		}
		before = k
	}
}

func (t *tableReading) fillBetween(between []int, first, last int) {
	var missing []int
	for row := first + 1; row < last; row++ {
		if t.form.nodes[row].id != "" && !t.form.nodes[row].optional && !t.rowTaken(row) {
			missing = append(missing, row)
		}
	}
	var lost []int
	for _, i := range between {
		if e := &t.entries[i]; len(e.values) > 0 && !t.isGroup(e) {
			lost = append(lost, i)
		}
	}
	if len(missing) != len(lost) {
		return
	}
	for k, i := range lost {
		e, n := &t.entries[i], &t.form.nodes[missing[k]]
		s := 0.0
		if e.label != nil {
			if s = similarity(&e.label.label, &n.label); s < 0.3 {
				continue
			}
		}
		e.row = missing[k]
		if e.sure = max(s, 0.5); s >= alike {
			e.sure = max(s, 0.85)
		}
	}
}

// isGroup reports whether the label of an entry is a title's or a group's, as where it is repeated in each row.
func (t *tableReading) isGroup(e *tableEntry) bool {
	if e.label == nil {
		return false
	}
	for row, s := range t.sims(e.label.tableWord, t.form)[:t.form.rows] {
		if s >= 0.9 && t.form.nodes[row].id == "" {
			return true
		}
	}
	return false
}

// trustNeighbours makes a row surer that stands right between the rows that it should stand between.
func (t *tableReading) trustNeighbours(order []int) {
	row := func(k int) int {
		switch {
		case k < 0:
			return -1
		case k >= len(order):
			return t.form.rows
		}
		return t.entries[order[k]].row
	}
	for k := range order {
		e := &t.entries[order[k]]
		if e.row < 0 || e.sure >= 0.95 || e.sure < alike {
			continue
		}
		if row(k-1) == e.row-1 && row(k+1) == e.row+1 {
			e.sure = max(e.sure, 0.85)
		}
	}
}
