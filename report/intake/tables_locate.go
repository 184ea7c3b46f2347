package intake

import (
	"maps"

	"nianbao/report"
)

// tableRun is a run of lines[from:to] that are all of one official table.
type tableRun struct {
	from, to int
	// told are the labels that it has, by what they say, each with how well the best text agrees.
	told map[string]float32
	// rows are the row labels among them; of a single row, figures is how many figures stand under it.
	rows    map[int]bool
	figures int
	// inTable says that a part of it is in a table and not in paragraphs.
	inTable bool
}

// tableCopy is an official table as it stands in a document once, in one run or in several: pages and titles divide it.
type tableCopy struct {
	form *form
	runs []tableRun
	told map[string]float32
}

// weight is how much of a form the labels of a copy tell.
func (c *tableCopy) weight() float64 { return c.form.toldWeight(c.told) }

func (f *form) toldWeight(told map[string]float32) float64 {
	sum := 0.0
	for i := range f.nodes {
		n := &f.nodes[i]
		if s, ok := told[n.key]; ok && n.first {
			sum += n.weight * float64(s)
		}
	}
	return sum
}

// Weights of labels that make a table: enough, and a tenth of all that it has; more where only paragraphs are left of it. Less will do
// for a part of a table that goes on.
const (
	enoughInTable = 2.5
	enoughInProse = 4
	enoughToGoOn  = 0.9
)

// locate finds the copies of an edition's tables.
func (r *recogniser) locate(e *report.Edition) []tableCopy {
	var copies []tableCopy
	last := map[*form]int{} // the copy that may go on
	for _, run := range r.runs(e) {
		f := r.forms[run.form]
		weight := f.toldWeight(run.told)
		if weight < enoughToGoOn && run.figures == 0 || !run.inTable && weight < enoughInProse {
			continue
		}
		if at, ok := last[f]; ok && goesOn(f, &copies[at], &run.tableRun) {
			c := &copies[at]
			c.runs = append(c.runs, run.tableRun)
			for key, s := range run.told {
				c.told[key] = max(c.told[key], s)
			}
			continue
		}
		last[f] = len(copies)
		copies = append(copies, tableCopy{form: f, runs: []tableRun{run.tableRun}, told: maps.Clone(run.told)})
	}
	kept := copies[:0]
	for _, c := range copies {
		if c.weight() >= max(enoughInTable, c.form.weight/10) {
			kept = append(kept, c)
		}
	}
	return kept
}

// goesOn reports whether a run goes on with a copy: it has other rows.
func goesOn(f *form, c *tableCopy, run *tableRun) bool {
	if f.single {
		sum := run.figures
		for _, part := range c.runs {
			sum += part.figures
		}
		return sum <= len(f.leaves[0]) || run.figures == 0
	}
	rows, both := 0, 0
	for _, part := range c.runs {
		for row := range part.rows {
			rows++
			if run.rows[row] {
				both++
			}
		}
	}
	return 4*both <= min(rows, len(run.rows))
}

// formRun is a run with the form that it is of.
type formRun struct {
	form int
	tableRun
}

// maxGap is how many lines may stand between a paragraph that is a label and the next.
const maxGap = 20

// runs gives each line to the form whose labels it has, and gathers what stands together.
func (r *recogniser) runs(e *report.Edition) []formRun {
	var forms []*form
	for _, f := range r.forms {
		if f.edition == e {
			forms = append(forms, f)
		}
	}
	owner := make([]int, len(r.lines))
	previous := -1
	for i := range r.lines {
		l := &r.lines[i]
		best, most := -1, 0.0
		if l.told {
			for _, f := range forms {
				if w := l.weight(f, f.id == previous); w > most || w == most && w > 0 && f.id == previous {
					best, most = f.id, w
				}
			}
		}
		if best != previous && previous >= 0 && most < enoughToGoOn && l.block == r.lines[i-1].block {
			best = -1 // 其他 does not begin another table
		}
		switch {
		case best >= 0 && (l.table > 0 || best == previous || most >= enoughToGoOn):
		case previous < 0:
			best = -1
		case l.onlyFigures() && (l.table > 0 || r.lines[i-1].table == 0):
			best = previous
		case l.table > 0:
			best = -1
			if i > 0 && r.lines[i-1].block == l.block {
				best = previous
			}
		case r.lines[i-1].table == 0 && r.comesBack(i, r.forms[previous]):
			best = previous
		default:
			best = -1
		}
		owner[i], previous = best, best
	}
	for i := len(r.lines) - 1; i > 0; i-- { // the first row of a page may have a label that nothing tells
		if l := &r.lines[i-1]; owner[i] >= 0 && owner[i-1] < 0 && l.table > 0 && l.block == r.lines[i].block && l.hasFigures() {
			owner[i-1] = owner[i]
		}
	}
	var runs []formRun
	for i := 0; i < len(owner); {
		j := i + 1
		for j < len(owner) && owner[j] == owner[i] {
			j++
		}
		if owner[i] >= 0 {
			runs = append(runs, r.newRun(r.forms[owner[i]], i, j))
		}
		i = j
	}
	return runs
}

// weight is how much the labels in a line tell of a form. A paragraph that does not go on with it must agree better: it may be a heading.
func (l *tableLine) weight(f *form, goesOn bool) float64 {
	least := float32(agreeing)
	if l.table == 0 && !goesOn {
		least = 0.9
	}
	sum := 0.0
	for i := range l.cells {
		c := &l.cells[i]
		if c.best != nil && !c.above && c.best[f.id] >= least {
			sum += f.nodes[c.bestNode[f.id]].weight
		}
	}
	return sum
}

// onlyFigures reports whether a line has figures, units or empty cells, and nothing else.
func (l *tableLine) onlyFigures() bool {
	for i := range l.cells {
		if l.cells[i].holds >= name && !l.cells[i].above {
			return false
		}
	}
	return len(l.cells) > 0
}

// comesBack reports whether a form goes on after a paragraph that is none of its labels, such as a row that the form does not have.
func (r *recogniser) comesBack(at int, f *form) bool {
	strange := 0
	for i := at; i < len(r.lines) && i < at+maxGap; i++ {
		l := &r.lines[i]
		if l.weight(f, true) > 0 {
			return true
		}
		if !l.onlyFigures() {
			if strange++; strange > 2 || l.cells[0].holds == prose {
				return false
			}
		}
	}
	return false
}

// newRun gathers what lines[from:to] tell of a form. Names without figures at the end are no part of it.
func (r *recogniser) newRun(f *form, from, to int) formRun {
	for to > from && !r.lines[to-1].onlyFigures() && !r.lines[to-1].hasFigures() && r.lines[to-1].weight(f, true) == 0 {
		to--
	}
	for from < to-1 && r.isHeading(f, from) {
		from++
	}
	run := formRun{f.id, tableRun{from: from, to: to, told: map[string]float32{}, rows: map[int]bool{}}}
	for i := from; i < to; i++ {
		l := &r.lines[i]
		run.inTable = run.inTable || l.table > 0
		for j := range l.cells {
			c := &l.cells[j]
			switch {
			case c.above:
			case c.holds == figure:
				run.figures++
			case c.best != nil && c.best[f.id] >= agreeing:
				n := &f.nodes[c.bestNode[f.id]]
				run.told[n.key] = max(run.told[n.key], c.best[f.id])
				if at := int(c.bestNode[f.id]); at < f.rows && n.id != "" && n.weight == 1 {
					run.rows[at] = true
				}
			}
		}
	}
	return run
}

// isHeading reports whether a paragraph at the beginning of a run is a section's heading and no label, though it says one: it has a
// number that the label has not, or stands over a table and is not the title of a block.
func (r *recogniser) isHeading(f *form, i int) bool {
	l := &r.lines[i]
	if l.table > 0 || len(l.cells) != 1 || l.cells[0].best == nil || l.cells[0].best[f.id] < agreeing {
		return false
	}
	at := int(l.cells[0].bestNode[f.id])
	n := &f.nodes[at]
	if l.cells[0].label.style != noCount && n.style == noCount {
		return true
	}
	return r.lines[i+1].table > 0 && !(at < f.rows && n.id == "" && n.parent < 0)
}

func (l *tableLine) hasFigures() bool {
	for i := range l.cells {
		if l.cells[i].holds == figure && !l.cells[i].above {
			return true
		}
	}
	return false
}
