package intake

import (
	"slices"
	"strings"

	"nianbao/report"
)

// What an agency changed in an official table (改表) is told from what copying does to it: a label that is cut or divided, brackets and
// the labels of other editions are no changes. Only what is certain is said; the figures are read either way.

// alterations are the notes on what is not as the format has it.
func (t *tableReading) alterations(c *tableCopy, out *tableFigures) []report.Note {
	a := alterations{t: t, copy: c, out: out, grid: true}
	for _, run := range c.runs {
		for i := run.from; i < run.to; i++ {
			a.grid = a.grid && t.lines[i].grid
		}
	}
	if !a.look() {
		return nil
	}
	a.compare()
	if a.ofAnotherEdition() {
		return nil
	}
	a.rows()
	a.columns()
	a.lost()
	for _, c := range a.changes {
		if c.said {
			continue
		}
		a.note(a.place(c.node), c.text(), "的“"+a.t.form.nodes[c.node].text+"”写成了“"+c.text()+"”。")
	}
	for _, m := range a.moves {
		a.note(a.place(m.node), m.text(), "的“"+m.text()+"”换了位置，顺序与规定的不一致。")
	}
	a.numbers()
	a.unit()
	a.units()
	said := map[string]bool{} // the same head over several blocks is one change
	for _, n := range a.notes {
		said[n.Message] = true
	}
	if len(said) > mostAltered {
		return nil
	}
	return a.notes
}

// alterations compare the labels of a copy, in reading order, with those that the table has as it is printed.
type alterations struct {
	t    *tableReading
	copy *tableCopy
	out  *tableFigures
	// grid says that all columns of the copy are known: it is no text, which loses cells.
	grid bool
	seen []seenLabel
	// printed are the nodes as they are printed; at are, by place in it, the label that stands for the node, -1 for none.
	printed, at []int
	changes     []change
	moves       []change
	// gone are nodes that nothing stands for, added the labels that stand for none, and unclear says that there is more that does not fit.
	gone    []int
	added   []int
	unclear bool
	notes   []report.Note
}

// seenLabel is a name in a copy.
type seenLabel struct {
	word *tableWord
	cell *tableCell
	line int
	// place is where in the printed order it belongs, -1 for none; exact says that it is a label of the table.
	place int
	exact bool
}

// change is a label that stands there for a node and is another.
type change struct {
	node int
	seen *seenLabel
	said bool
}

func (c *change) text() string { return strings.Join(strings.Fields(c.seen.word.text), "") }

// mostAltered is how much may differ: beyond that it is another table, or a copy that is damaged throughout.
const mostAltered = 4

func (a *alterations) note(place, text, message string) {
	a.notes = append(a.notes, report.Note{Code: NoteAltered, Near: strings.TrimSpace(place + " " + text), Message: "“" + a.t.form.table.Name + "”表里" + message})
}

// place is the cell that stands for a label: the first of its row or columns, the table where it has none.
func (a *alterations) place(at int) string {
	f := a.t.form
	n := &f.nodes[at]
	for row := range f.nodes[:f.rows] {
		if f.nodes[row].block != n.block || f.nodes[row].id == "" || at < f.rows && row != at {
			continue
		}
		for i, leaf := range f.leaves[n.block] {
			if c := f.cell(row, leaf); c != nil && (at < f.rows || f.under(leaf, at) || i == len(f.leaves[n.block])-1) {
				return c.ID
			}
		}
	}
	return f.table.Key
}

// inPrint are the nodes in the order in which they are printed.
func (f *form) inPrint() []int {
	var order []int
	for b, block := range f.table.Blocks {
		var rows []int
		for i := range f.nodes[:f.rows] {
			if f.nodes[i].block == b && f.nodes[i].key != "" {
				rows = append(rows, i)
			}
		}
		if block.Title != "" && len(rows) > 0 {
			order, rows = append(order, rows[0]), rows[1:]
		}
		for i := f.rows + f.heads; i < len(f.nodes); i++ {
			if f.nodes[i].block == b {
				order = append(order, i)
			}
		}
		order = append(append(order, f.headsOf(b)...), rows...)
	}
	return order
}

// isLabel reports whether a node is one that must stand there: not a corner, nor the head of the units.
func (f *form) isLabel(node int) bool { return node < f.rows+f.heads }

// look gathers the names of the copy and the nodes that they are held against; false where there are too many names for a table.
func (a *alterations) look() bool {
	f := a.t.form
	said := map[string]bool{}
	for _, run := range a.copy.runs {
		for i := run.from; i < run.to; i++ {
			for k := range a.t.lines[i].cells {
				c := &a.t.lines[i].cells[k]
				if c.above || c.holds != name {
					continue
				}
				a.see(c, i)
			}
		}
		if len(a.seen) > 4*len(f.nodes)+40 {
			return false
		}
	}
	for i := range a.seen {
		said[a.seen[i].word.label.key] = true
	}
	for _, n := range f.inPrint() {
		if !f.nodes[n].optional || said[f.nodes[n].key] {
			a.printed = append(a.printed, n)
		}
	}
	return len(a.seen) > 0
}

// see adds a name; the rest of one on the line before belongs to it.
func (a *alterations) see(c *tableCell, line int) {
	w := c.tableWord
	exact := a.exact(w)
	if n := len(a.seen); n > 0 && !exact && !a.t.lines[line].grid {
		last := &a.seen[n-1]
		if !last.exact && line-last.line <= 1 && len(last.word.text)+len(w.text) < longestName {
			if joined := a.t.word(strings.TrimSpace(last.word.text) + strings.TrimSpace(w.text)); a.exact(joined) {
				last.word, last.line, last.exact = joined, line, true
				return
			}
		}
	}
	a.seen = append(a.seen, seenLabel{word: w, cell: c, line: line, place: -1, exact: exact})
}

// exact reports whether a text is a label of the table.
func (a *alterations) exact(w *tableWord) bool {
	return w.holds == name && slices.Max(a.t.sims(w, a.t.form)) >= 0.95
}

// ofAnotherEdition reports whether labels stand in place of others that only the same table of another edition has: two of them are no
// slip but that table, or a part of it.
func (a *alterations) ofAnotherEdition() bool {
	others := map[string]bool{}
	for i := range a.seen {
		if s := &a.seen[i]; !s.exact && a.siblings(s.word) {
			others[s.word.label.key] = true
		}
	}
	return len(others) > 1 && (len(a.gone) > 0 || len(a.changes) > 0 || a.unclear)
}

// siblings reports whether a text is a label of the same table in another edition.
func (a *alterations) siblings(w *tableWord) bool {
	return slices.ContainsFunc(a.t.exact[w.label.key], func(at labelAt) bool {
		return at.form != a.t.form && at.form.table.Key == a.t.form.table.Key
	})
}

// entryOf is the entry that a label is the label of; nil for none.
func (a *alterations) entryOf(s *seenLabel) *tableEntry {
	for i := range a.t.entries {
		if e := &a.t.entries[i]; e.label != nil && e.label.tableWord == s.word && (e.line == s.line || e.line == s.line-1) {
			return e
		}
	}
	return nil
}

// figuresIn reports whether figures stand in the line of a label.
func (a *alterations) figuresIn(s *seenLabel) bool { return a.t.lines[s.line].hasFigures() }
