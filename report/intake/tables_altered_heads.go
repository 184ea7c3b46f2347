package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

// columns finds columns that were put in, and such that are gone with their heads and figures.
func (a *alterations) columns() {
	f := a.t.form
	for b := range f.leaves {
		wide, narrow := a.width(b)
		a.addedColumns(b, wide)
		a.lostColumns(b, narrow)
	}
}

// width is how many figures all rows of a block have beyond its columns, and how many fewer; 0 where they do not agree.
func (a *alterations) width(block int) (wide, narrow int) {
	f := a.t.form
	want := len(f.leaves[block])
	if f.single {
		n := 0
		for _, run := range a.copy.runs {
			for i := run.from; i < run.to; i++ {
				for k := range a.t.lines[i].cells {
					if c := &a.t.lines[i].cells[k]; c.holds == figure && !c.above {
						n++
					}
				}
			}
		}
		return max(n-want, 0), max(want-n, 0)
	}
	rows, most, least := 0, 0, maxEntries
	for i := range a.t.entries {
		e := &a.t.entries[i]
		if e.row < 0 || f.nodes[e.row].id == "" || f.nodes[e.row].block != block || len(e.values) == 0 {
			continue
		}
		n := 0
		for _, v := range e.values {
			if v.holds == figure {
				n++
			}
		}
		rows, most, least = rows+1, max(most, n), min(least, n)
	}
	if rows < 2 || most != least {
		return 0, 0
	}
	return max(most-want, 0), max(want-most, 0)
}

// addedColumns finds the heads of columns that a block does not have.
func (a *alterations) addedColumns(block, wide int) {
	f := a.t.form
	for i := range a.seen {
		s := &a.seen[i]
		c := change{seen: s}
		h := c.text()
		if slices.ContainsFunc(a.notes, func(n report.Note) bool { return n.Near == f.table.Key+" "+h }) {
			continue // over another block, too
		}
		if a.couldHead(s) && a.besideHeads(s, block) && a.fullHeads(block) && a.headsMore(s, h, wide) {
			a.note(f.table.Key, h, "多了“"+h+"”一列。")
		}
	}
}

// couldHead reports whether a name that stands for no label may be the head of a column.
func (a *alterations) couldHead(s *seenLabel) bool {
	same := func(c change) bool { return c.seen == s }
	n := utf8.RuneCountInString(s.word.folded)
	return s.place < 0 && n >= 2 && n <= 10 && containsHan(s.word.folded) && !damaged(s.word) && !strings.Contains(s.word.folded, "单位") && !strings.Contains(s.word.folded, "序号") &&
		!a.figuresIn(s) && !slices.ContainsFunc(a.changes, same) && !slices.ContainsFunc(a.moves, same)
}

// headsMore reports whether there is a column under a head: all rows have more figures than they should, or what stands under it is left,
// or it is a head in a grid, or says itself what it is for.
func (a *alterations) headsMore(s *seenLabel, text string, wide int) bool {
	switch {
	case s.exact: // a label of the table again, as where a copy repeats heads
		return wide > 0 && !a.headsAgain(s)
	case wide > 0:
		return true
	case !slices.Contains(a.t.addedHeads, text):
		return false
	}
	return a.grid || text == "备注" || text == "说明" || slices.ContainsFunc(a.t.left, func(l leftOver) bool { return strings.Contains(l.text, " | ") })
}

// besideHeads reports whether a name stands in a line with heads of a block.
func (a *alterations) besideHeads(s *seenLabel, block int) bool {
	f := a.t.form
	return slices.ContainsFunc(a.seen, func(o seenLabel) bool {
		return o.line == s.line && o.place >= 0 && o.exact && a.printed[o.place] >= f.rows && a.printed[o.place] < f.rows+f.heads && f.nodes[a.printed[o.place]].block == block
	})
}

// fullHeads reports whether all heads of a block stand there.
func (a *alterations) fullHeads(block int) bool {
	f := a.t.form
	for k, n := range a.printed {
		if n >= f.rows && n < f.rows+f.heads && f.nodes[n].block == block && f.nodes[n].id != "" && a.at[k] < 0 {
			return false
		}
	}
	return true
}

// headsAgain reports whether the label beside one is the same, as where a cell was divided.
func (a *alterations) headsAgain(s *seenLabel) bool {
	cells := a.t.lines[s.line].cells
	for i := range cells {
		if cells[i].tableWord == s.word && (i > 0 && cells[i-1].tableWord == s.word || i+1 < len(cells) && cells[i+1].tableWord == s.word) {
			return true
		}
	}
	return false
}

// lostColumns finds columns of which neither the heads nor the figures stand there.
func (a *alterations) lostColumns(block, narrow int) {
	f := a.t.form
	var lost []int
	for _, leaf := range f.leaves[block] {
		if slices.Contains(a.gone, leaf) {
			lost = append(lost, leaf)
		}
	}
	if len(lost) == 0 || len(lost) > 2 || len(a.copy.runs) != 1 || a.unclear && (len(lost) > 1 || a.copy.told[f.nodes[lost[0]].key] > 0) {
		return
	}
	if narrow != len(lost) && (len(a.out.missing) != len(lost) || len(a.t.left) > 0 || !a.grid) {
		return
	}
	for _, leaf := range lost {
		a.gone = slices.DeleteFunc(a.gone, func(n int) bool { return n == leaf })
		name := f.nodes[leaf].text
		if f.single {
			name = f.cell(0, leaf).Name()
		}
		a.note(a.place(leaf), "", "少了“"+name+"”一列。")
	}
}

// lost finds labels over and beside rows and columns that are gone while all else stands there.
func (a *alterations) lost() {
	f := a.t.form
	var lost []int
	for _, n := range a.gone {
		if n < f.rows && f.nodes[n].id != "" || n >= f.rows && !a.hasRows(f.nodes[n].block) {
			continue // the row is gone, or its label: cells without one are what copies lose
		}
		lost = append(lost, n)
	}
	if len(lost) == 0 || len(lost) > 2 || a.unclear || len(a.added) > 0 || len(a.changes) > 0 || !a.whole() || !a.inOneTable() {
		return
	}
	stands := func(seen int) bool { return seen >= 0 }
	for _, n := range lost {
		k := slices.Index(a.printed, n)
		if !slices.ContainsFunc(a.at[:k], stands) || !slices.ContainsFunc(a.at[k+1:], stands) || n < f.rows && f.nodes[n].id == "" && !a.t.hasRowUnder(n, a.out) || !a.grid && f.nodes[n].id != "" && len(f.leaves[f.nodes[n].block]) > 1 {
			continue // cut off at an edge, or one of the cells that copies to text lose
		}
		a.note(a.place(n), "", "少了“"+f.nodes[n].text+"”。")
	}
}

// hasRows reports whether a row of a block stands there.
func (a *alterations) hasRows(block int) bool {
	for row := range a.out.rows {
		if n := &a.t.form.nodes[row]; n.block == block && n.id != "" {
			return true
		}
	}
	return false
}

// inOneTable reports whether a copy stands in one table of the document: where each part has one, heads over several are left out.
func (a *alterations) inOneTable() bool {
	run := a.copy.runs[0]
	return a.t.lines[run.from].table == a.t.lines[run.to-1].table
}
