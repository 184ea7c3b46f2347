package intake

// tableReading is one copy of an official table while it is read.
type tableReading struct {
	*recogniser
	form    *form
	entries []tableEntry
	heads   []tableHeads
	// left are lines, and cells of lines, that are no part of the table, by line.
	left []leftOver
	// addedHeads are the heads of columns that the table does not have.
	addedHeads []string
	// open is what the last cell belongs to.
	open opened
	// aligned is how many cells the rows have whose places were taken for columns; 0 while there are none.
	aligned int
}

type opened byte

const (
	openNothing opened = iota
	openHeads
	openEntry
)

// tableEntry is a row label with what stands behind it.
type tableEntry struct {
	// label is nil where the row has none.
	label *tableCell
	line  int
	// half counts the labels beside each other that have figures of their own, from 0.
	half   int
	values []tableCell
	// heads are the column heads over it, -1 for none.
	heads int
	// row is the node of the row, -1 while it is not known, and sure how sure that is.
	row  int
	sure float64
}

// tableHeads are the column heads over rows: lines that follow each other.
type tableHeads struct {
	lines [][]tableCell
	// first is the line of the document that they begin in.
	first int
	// block is the document's block, grid says that columns are known, and labels which of them hold row labels.
	block  int
	grid   bool
	labels []bool
}

// leftOver is something in the table that is no part of it.
type leftOver struct {
	line int
	text string
	// message says more than that it has no place; "" where there is no more to say.
	message string
}

func (t *tableReading) leave(line int, text string) {
	if text != "" {
		t.left = append(t.left, leftOver{line: line, text: text})
	}
}

// part is what a name is for.
type part byte

const (
	noPart part = iota
	rowPart
	headPart
	// eitherPart: 其他 and 总计 head columns and rows.
	eitherPart
)

// partOf tells what a name is for, and how well it agrees.
func (t *tableReading) partOf(w *tableWord) (part, float32) {
	if w.holds != name {
		return noPart, 0
	}
	var row, head float32
	for i, s := range t.sims(w, t.form) {
		if i < t.form.rows {
			row = max(row, s)
		} else {
			head = max(head, s)
		}
	}
	switch best := max(row, head); {
	case best < alike:
		return noPart, best
	case row == head && w.label.style != noCount:
		return rowPart, row
	case row >= 0.9 && head >= 0.9:
		return eitherPart, best
	case row > head:
		return rowPart, row
	default:
		return headPart, head
	}
}

// parts are what the names of a line are for, heads and rows as far as they are certain, and whether it has figures.
func (t *tableReading) parts(cells []tableCell) (parts []part, heads, rows int, figures bool) {
	parts = make([]part, len(cells))
	for i := range cells {
		c := &cells[i]
		if c.above {
			continue
		}
		figures = figures || c.holds == figure
		p, s := t.partOf(c.tableWord)
		parts[i] = p
		switch {
		case p == headPart && s >= agreeing:
			heads++
		case p == rowPart && s >= agreeing:
			rows++
		}
	}
	for i, p := range parts {
		switch {
		case heads > 0 && rows == 0 && !figures && cells[i].holds == name:
			parts[i] = headPart
		case p == eitherPart && (figures || len(cells) == 1 && t.open != openHeads || len(cells) > 1):
			parts[i] = rowPart
		case p == eitherPart:
			parts[i] = headPart
		}
	}
	return parts, heads, rows, figures
}

// maxEntries bounds the entries of a table: far more than rows and what an agency may add to them.
const maxEntries = 2000

// read divides the lines of a copy into heads and entries.
func (t *tableReading) read(c *tableCopy) {
	for _, run := range c.runs {
		for i := run.from; i < run.to; {
			if len(t.entries) >= maxEntries {
				t.leave(i, t.textOf([]tableRun{{from: i, to: run.to}}))
				break
			}
			j := i + 1
			for j < run.to && j < i+maxEntries && t.lines[j].block == t.lines[i].block && t.lines[j].grid {
				j++
			}
			if i == run.from || t.lines[i-1].block != t.lines[i].block {
				j = max(j, t.alignedRows(i, run.to))
			}
			if t.lines[i].grid {
				t.readGrid(i, j)
			} else {
				t.readRagged(i)
				j = i + 1
			}
			i = j
		}
	}
}

func (t *tableReading) entry(e tableEntry) *tableEntry {
	e.row, e.heads = -1, len(t.heads)-1
	t.entries = append(t.entries, e)
	t.open = openEntry
	return &t.entries[len(t.entries)-1]
}

// last is the entry that takes the figures that follow; nil where none does.
func (t *tableReading) last() *tableEntry {
	if t.open != openEntry {
		return nil
	}
	return &t.entries[len(t.entries)-1]
}
