package intake

import (
	"slices"
	"strings"
)

// compare holds the labels that stand there against those that are printed, both in their order, and keeps what differs.
func (a *alterations) compare() {
	a.match()
	a.findMoves()
	f := a.t.form
	taken := map[int]bool{}
	for _, m := range a.moves {
		taken[m.node] = true
	}
	surplus := a.surplus()
	j := 0
	for i := 0; i <= len(a.printed); {
		from := i
		for i < len(a.printed) && a.at[i] < 0 {
			i++
		}
		end := len(a.seen)
		if i < len(a.printed) {
			end = a.at[i]
		}
		var missing, others []int
		again := false // rows of the table that stand there once too often
		for _, n := range a.printed[from:i] {
			if !taken[n] {
				missing = append(missing, n)
			}
		}
		for ; j < end; j++ {
			if !surplus[j] {
				others = append(others, j)
			}
			again = again || surplus[j] && !a.moved(j) && a.hasValues(&a.seen[j])
		}
		a.gap(missing, others)
		a.unclear = a.unclear || again && len(missing) > 0
		if i < len(a.printed) {
			if s := &a.seen[end]; (f.isLabel(a.printed[i]) || misspelt(s.word, &f.nodes[a.printed[i]].label)) && a.changed(s, a.printed[i]) {
				a.changes = append(a.changes, change{node: a.printed[i], seen: s})
			} else if !s.exact {
				a.unclear = a.unclear || f.isLabel(a.printed[i])
			}
			j = end + 1
		}
		i++
	}
	a.findElsewhere()
	a.gone = slices.DeleteFunc(a.gone, a.elsewhere)
}

// findElsewhere finds changed labels that do not stand in their place, as where heads are printed in another row.
func (a *alterations) findElsewhere() {
	for k, node := range a.printed {
		if a.at[k] >= 0 || !a.t.form.isLabel(node) || slices.ContainsFunc(a.changes, func(c change) bool { return c.node == node }) || a.elsewhere(node) {
			continue
		}
		for i := range a.seen {
			s := &a.seen[i]
			if s.place < 0 && !s.exact && !slices.ContainsFunc(a.changes, func(c change) bool { return c.seen == s }) && a.t.sims(s.word, a.t.form)[node] >= agreeing && a.changed(s, node) {
				a.changes = append(a.changes, change{node: node, seen: s})
				a.gone = slices.DeleteFunc(a.gone, func(n int) bool { return n == node })
				break
			}
		}
	}
}

// elsewhere reports whether the label of a node stands somewhere, though not in its place.
func (a *alterations) elsewhere(node int) bool {
	return slices.ContainsFunc(a.seen, func(s seenLabel) bool { return s.place < 0 && s.exact && a.t.sims(s.word, a.t.form)[node] >= 0.95 })
}

// match gives each place in print the label that stands for it, as many as fit best in order.
func (a *alterations) match() {
	a.at = slices.Repeat([]int{-1}, len(a.printed))
	for i, place := range fitInOrder(len(a.seen), len(a.printed), func(i, j int) float64 { return float64(a.agree(&a.seen[i], a.printed[j])) }) {
		if place >= 0 {
			a.at[place], a.seen[i].place = i, place
		}
	}
}

// agree is what a label is worth in the place of a node; 0 where it does not fit.
func (a *alterations) agree(s *seenLabel, node int) float32 {
	n := &a.t.form.nodes[node]
	sim := a.t.sims(s.word, a.t.form)[node]
	switch {
	case sim < alike || s.exact && sim < 0.95:
		return 0
	case n.number > 0 && n.number == s.word.label.number:
		sim += 0.03
	}
	return sim * float32(max(n.weight, 0.3))
}

// surplus are the labels that repeat one that stands there as often as it should: groups in each row, heads on each page.
func (a *alterations) surplus() []bool {
	out := make([]bool, len(a.seen))
	for i := range a.seen {
		out[i] = a.seen[i].place < 0 && a.seen[i].exact
	}
	return out
}

// hasValues reports whether figures stand behind a label.
func (a *alterations) hasValues(s *seenLabel) bool {
	e := a.entryOf(s)
	return e != nil && len(e.values) > 0
}

// moved reports whether a label is one that stands elsewhere than it should.
func (a *alterations) moved(seen int) bool {
	return slices.ContainsFunc(a.moves, func(m change) bool { return m.seen == &a.seen[seen] })
}

// gap looks at what should stand between two labels that stand there, and at what does.
func (a *alterations) gap(missing, others []int) {
	f := a.t.form
	labels := slices.DeleteFunc(slices.Clone(missing), func(n int) bool { return !f.isLabel(n) })
	switch {
	case len(others) == 0:
		a.gone = append(a.gone, labels...)
		return
	case len(missing) != len(others) && len(labels) == len(others):
		missing = labels
	case len(labels) == 0 && len(missing) <= len(others):
		a.added = append(a.added, others[len(missing):]...)
		return
	}
	if len(missing) != len(others) || len(missing) > 2 {
		a.unclear = true
		return
	}
	for k, n := range missing {
		s := &a.seen[others[k]]
		switch {
		case !f.isLabel(n):
		case a.replaced(s, n):
			a.changes = append(a.changes, change{node: n, seen: s})
		default:
			a.unclear = true
		}
	}
}

// changed reports whether a label that stands for a node is another one.
func (a *alterations) changed(s *seenLabel, node int) bool {
	n := &a.t.form.nodes[node]
	w := s.word
	if s.exact {
		return w.label.key != n.key && w.label.core != w.label.key && n.core != n.key && !strings.Contains(n.text, "万元") && changedNote(w, &n.label)
	}
	return !a.glued(w, &n.label) && changedLabel(w, &n.label) && a.inPlace(s, node)
}

// inPlace reports whether a label has beside it what that of a node has: figures for a row of them.
func (a *alterations) inPlace(s *seenLabel, node int) bool {
	f := a.t.form
	if node >= f.rows {
		return true
	}
	e := a.entryOf(s)
	return f.nodes[node].id == "" || e != nil && (e.row == node || e.row < 0 && len(e.values) > 0)
}

// replaced reports whether a label that has little in common with that of a node stands in its place.
func (a *alterations) replaced(s *seenLabel, node int) bool {
	f := a.t.form
	n := &f.nodes[node]
	if !couldReplace(s.word, n) || len(f.leaves[n.block]) == 1 && node >= f.rows && slices.Contains(otherHeads, s.word.label.key) {
		return false
	}
	for _, at := range a.t.exact[s.word.label.key] {
		if at.form.table.Key != f.table.Key {
			return false // of a table that follows
		}
	}
	switch {
	case node >= f.rows:
		return !a.figuresIn(s)
	case n.id != "":
		return a.hasValues(s)
	}
	e := a.entryOf(s)
	return e == nil || !slices.ContainsFunc(e.values, isNumber)
}
