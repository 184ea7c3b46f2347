package intake

import (
	"slices"
	"strings"
)

// rows finds rows that were put in, and rows that are gone from a table that is whole otherwise.
func (a *alterations) rows() {
	f := a.t.form
	var added []*tableEntry
	for i := range a.t.entries {
		if e := &a.t.entries[i]; a.addedRow(i) && !slices.ContainsFunc(a.changes, func(c change) bool { return a.entryOf(c.seen) == e }) {
			added = append(added, e)
		}
	}
	var gone []int
	for row := range f.nodes[:f.rows] {
		n := &f.nodes[row]
		moved := slices.ContainsFunc(a.moves, func(m change) bool { return m.node == row })
		changed := slices.ContainsFunc(a.changes, func(c change) bool { return c.node == row })
		if n.id != "" && n.key != "" && !n.optional && !moved && !changed && !a.out.rows[row] {
			gone = append(gone, row)
		}
	}
	if len(added) > mostAltered {
		return
	}
	optional := slices.ContainsFunc(f.nodes, func(n node) bool { return n.optional })
	for _, e := range added {
		text := strings.Join(strings.Fields(e.label.text), "")
		if !optional { // else rows of one's own are lawful
			a.note(f.table.Key, text, "多了“"+text+"”一行。")
		}
	}
	if len(gone) > 2 {
		return
	}
	whole := a.whole()
	for _, row := range gone {
		if !a.surrounded(row) || !whole && !a.closed(row) {
			continue
		}
		if text := a.mergedInto(row); text != "" {
			a.note(a.place(row), text, "“"+f.nodes[row].text+"”与另一行合成了“"+text+"”一行。")
			continue
		}
		a.note(a.place(row), "", "少了“"+f.nodes[row].text+"”一行。")
	}
}

// mergedInto is the label of a row that has most of the label of another in it, beside its own; "" for none.
func (a *alterations) mergedInto(row int) string {
	f := a.t.form
	want := f.nodes[row].runes
	for i := range a.seen {
		s := &a.seen[i]
		if s.place < 0 || s.exact || a.printed[s.place] >= f.rows {
			continue
		}
		own := &f.nodes[a.printed[s.place]]
		if has := s.word.label.runes; len(has) <= max(len(want), len(own.runes)) || 10*commonOrder(has, want) < 6*len(want) || 10*commonOrder(has, own.runes) < 6*len(own.runes) {
			continue
		}
		for k := range a.changes {
			a.changes[k].said = a.changes[k].said || a.changes[k].seen == s
		}
		return strings.Join(strings.Fields(s.word.text), "")
	}
	return ""
}

// addedRow reports whether an entry is a row that the table does not have: a name and figures, between rows that it has.
func (a *alterations) addedRow(i int) bool {
	e := &a.t.entries[i]
	if e.row >= 0 || e.label == nil || !slices.ContainsFunc(e.values, func(c tableCell) bool { return c.holds == figure }) || a.t.isGroup(e) || a.exact(e.label.tableWord) {
		return false
	}
	n := len([]rune(e.label.folded))
	if n < 2 || n > 24 || !containsHan(e.label.folded) || strings.ContainsAny(e.label.text, "?�") || isRemark(e.label.folded) {
		return false
	}
	if i > 0 && !a.grid { // the row above lacks figures: what is no number stands in the place of one
		if o := &a.t.entries[i-1]; o.row >= 0 && a.t.form.nodes[o.row].id != "" && len(o.values) < len(a.t.form.leaves[a.t.form.nodes[o.row].block]) {
			return false
		}
	}
	if a.behindAll(i) {
		return false
	}
	near := func(step int) bool {
		for k := i + step; k >= 0 && k < len(a.t.entries); k += step {
			if a.t.entries[k].row >= 0 {
				return true
			}
			if k < i-2 || k > i+2 {
				return false
			}
		}
		return step > 0
	}
	return near(-1) && near(1)
}

// behindAll reports whether an entry stands behind the last row of a table of one block, under heads of its own: another table follows.
func (a *alterations) behindAll(i int) bool {
	if len(a.t.form.leaves) > 1 || slices.ContainsFunc(a.t.entries[i:], func(e tableEntry) bool { return e.row >= 0 }) {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		if a.t.entries[k].row >= 0 {
			return a.t.entries[k].heads != a.t.entries[i].heads
		}
	}
	return false
}

// surrounded reports whether what should stand right before and behind a row does, so that it was not cut off with more.
func (a *alterations) surrounded(row int) bool {
	f := a.t.form
	there := func(at int) bool { return f.nodes[at].id != "" && (!f.nodes[at].optional || a.out.rows[at]) }
	before, after := row-1, row+1
	for before >= 0 && !there(before) {
		before--
	}
	for after < f.rows && !there(after) {
		after++
	}
	first := before < 0 && len(a.t.heads) > 0                     // the heads stand there
	last := after == f.rows && a.copy.runs[0].to < len(a.t.lines) // the document goes on
	return (first || before >= 0 && a.out.rows[before]) && (last || after < f.rows && a.out.rows[after])
}

// closed reports whether in a grid the rows before and behind a row follow each other: nothing stands there for it.
func (a *alterations) closed(row int) bool {
	if !a.grid || len(a.copy.runs) != 1 || len(a.out.doubts) > 0 {
		return false
	}
	open := false // behind what should stand before the row
	for i := range a.t.entries {
		switch e := &a.t.entries[i]; {
		case e.row < 0 && open && len(e.values) > 0:
			return false
		case e.row >= 0 && a.t.form.nodes[e.row].id == "":
		case e.row >= 0 && e.row < row:
			open = true
		case e.row > row && open:
			return true
		}
	}
	return open
}

// whole reports whether everything else of a copy was read: it stands in one piece, nothing is left, and of a text, which may have lost
// cells, every row has all its figures.
func (a *alterations) whole() bool {
	if len(a.copy.runs) != 1 || len(a.t.left) > 0 || len(a.out.missing) > 0 || len(a.out.doubts) > 0 {
		return false
	}
	f := a.t.form
	if f.single {
		return a.out.filled == len(f.leaves[0])
	}
	cells := 0
	for row := range a.out.rows {
		if f.nodes[row].id != "" {
			cells += len(f.leaves[f.nodes[row].block])
		}
	}
	return cells > 0 && (a.out.filled == cells || a.grid && len(a.out.figures) == cells)
}

// findMoves finds labels of rows and columns that stand elsewhere than they should, beside others that are in their places.
func (a *alterations) findMoves() {
	f := a.t.form
	if len(a.copy.runs) != 1 || slices.ContainsFunc(a.t.entries, func(e tableEntry) bool { return e.half > 0 }) {
		return
	}
	var moves []change
	for i := range a.seen {
		s := &a.seen[i]
		if s.place >= 0 || !s.exact {
			continue
		}
		for k, n := range a.printed {
			node := &f.nodes[n]
			if a.at[k] >= 0 || node.id == "" || node.weight < 1 || node.optional || a.t.sims(s.word, f)[n] < 0.95 || slices.ContainsFunc(moves, func(m change) bool { return m.node == n }) {
				continue
			}
			if n < f.rows {
				if e := a.entryOf(s); e == nil || e.row != n || len(e.values) == 0 {
					continue
				}
			} else if !a.outOfOrder(s, n) {
				continue
			}
			moves = append(moves, change{node: n, seen: s})
			break
		}
	}
	if len(moves) <= 2 {
		a.moves = moves
	}
}

// outOfOrder reports whether a head stands in a line with others under the same head, and those are in another order.
func (a *alterations) outOfOrder(s *seenLabel, node int) bool {
	f := a.t.form
	if a.figuresIn(s) {
		return false
	}
	before, wrong := true, false
	for i := range a.seen {
		o := &a.seen[i]
		switch {
		case o == s:
			before = false
		case o.line != s.line || o.place < 0 || !o.exact:
		default:
			at := a.printed[o.place]
			if f.nodes[at].parent == f.nodes[node].parent && f.nodes[at].block == f.nodes[node].block && (at < node) != before {
				wrong = true
			}
		}
	}
	return wrong
}
