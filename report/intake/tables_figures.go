package intake

import (
	"slices"
	"strings"

	"nianbao/report"
)

// tableFigures are the figures of one copy of an official table.
type tableFigures struct {
	form    *form
	figures report.Figures
	origins map[string]Origin
	left    []leftOver
	// rows are those that stand there, filled how many figures are not blank.
	rows   map[int]bool
	filled int
	// altered are the notes on what the agency changed in the table.
	altered []report.Note
	// missing are the columns that do not stand there, by name.
	missing []string
	// doubts say, by cell, what is not certain beside the labels, and converted what was done to an amount in 元.
	doubts, converted map[string]string
}

// put takes a cell as a figure.
func (out *tableFigures) put(c *report.Cell, o Origin, doubt string) {
	if _, there := out.figures[c.ID]; there {
		return
	}
	v := report.ParseValue(c.Kind, simpleUnit(plainValue(o.Text)))
	out.figures[c.ID] = v.Text
	out.origins[c.ID] = o
	if v.Condition != report.Blank {
		out.filled++
	}
	if v.Converted {
		out.converted[c.ID] = report.ConvertedHint(c, o.Text, v)
	}
	if doubt != "" {
		out.doubts[c.ID] = doubt
	}
}

// plainValue is a cell's text without what a copy of a page left in it: blanks by name, and line ends within.
func plainValue(text string) string {
	if !strings.ContainsAny(text, " \n\t\u00a0\u3000&") {
		return text
	}
	text = strings.ReplaceAll(text, "&nbsp;", " ")
	fields := strings.Fields(text)
	withDigits := 0
	for _, f := range fields {
		if strings.ContainsAny(fold(f), "0123456789") {
			withDigits++
		}
	}
	if withDigits <= 1 && len(fields) > 1 {
		return strings.Join(fields, "")
	}
	return text
}

// simpleUnit is a figure with its unit in simplified characters.
func simpleUnit(text string) string {
	if !looksLikeFigure(fold(text)) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if simple, ok := simplified[r]; ok {
			return simple
		}
		return r
	}, text)
}

// figuresOf reads a copy.
func (r *recogniser) figuresOf(c *tableCopy) *tableFigures {
	t := &tableReading{recogniser: r, form: c.form}
	out := &tableFigures{form: c.form, figures: report.Figures{}, origins: map[string]Origin{}, rows: map[int]bool{}, doubts: map[string]string{},
		converted: map[string]string{}}
	if c.form.single {
		t.readSingle(c, out)
	} else {
		t.read(c)
		t.align()
		t.place(out)
	}
	out.left = append(out.left, t.left...)
	out.altered = t.alterations(c, out)
	return out
}

// place gives the figures of all entries their cells.
func (t *tableReading) place(out *tableFigures) {
	columns := map[[2]int]*tableColumns{}
	under := func(heads, block int) *tableColumns {
		key := [2]int{heads, block}
		if columns[key] == nil {
			columns[key] = t.columnsUnder(&t.heads[heads], block)
		}
		return columns[key]
	}
	seen := map[int]map[int]bool{} // by block, the columns that stand there
	var short []shortRow
	for i := range t.entries {
		e := &t.entries[i]
		if e.row < 0 {
			t.leaveEntry(i)
			continue
		}
		out.rows[e.row] = true
		n := &t.form.nodes[e.row]
		if n.id == "" {
			continue
		}
		var cols *tableColumns
		heads := e.heads
		for ; heads >= 0; heads-- {
			if cols = under(heads, n.block); cols.found() > 0 {
				break
			}
		}
		if heads < 0 {
			cols = t.assumedColumns(n.block)
		}
		if seen[n.block] == nil {
			seen[n.block] = map[int]bool{}
		}
		sameTable := heads >= 0 && cols.byColumn != nil && t.lines[e.line].grid && t.lines[e.line].block == t.heads[heads].block
		places, ok := t.columnsOf(e, cols, sameTable)
		if !ok {
			short = append(short, shortRow{e, t.valuesOf(e, len(t.form.leaves[n.block]))})
			continue
		}
		for _, p := range places {
			seen[n.block][p.leaf] = true
			t.put(out, e, p, cols)
		}
	}
	t.placeShort(short, out)
	t.placeGroups(out)
	t.leaveHeads(columns)
	for block, leaves := range seen {
		for i, leaf := range t.form.leaves[block] {
			if !leaves[i] && len(leaves) > 0 {
				out.missing = append(out.missing, t.form.nodes[leaf].text)
			}
		}
	}
	slices.Sort(out.missing)
}

func (t *tableReading) put(out *tableFigures, e *tableEntry, p placedFigure, cols *tableColumns) {
	c := t.form.cell(e.row, t.form.leaves[t.form.nodes[e.row].block][p.leaf])
	read := ""
	if cols != nil {
		read = cols.read[p.leaf]
	}
	out.put(c, Origin{Table: t.lines[e.line].table, Row: t.rowPath(e), Column: read, Text: p.cell.text, Confidence: min(e.sure, p.sure)}, p.doubt)
}

// rowPath are the labels of a row as they stand there, the outer ones first.
func (t *tableReading) rowPath(e *tableEntry) string {
	var texts []string
	for at := t.form.nodes[e.row].parent; at >= 0; at = t.form.nodes[at].parent {
		for i := range t.entries {
			if t.entries[i].row == at && t.entries[i].label != nil {
				texts = append(texts, t.entries[i].label.text)
				break
			}
		}
	}
	slices.Reverse(texts)
	if n := len(texts); e.label != nil && (n == 0 || texts[n-1] != e.label.text) {
		texts = append(texts, e.label.text)
	}
	return strings.Join(texts, " / ")
}

// leaveEntry keeps an entry that is no row of the table, unless it repeats the label of a group.
func (t *tableReading) leaveEntry(i int) {
	e := &t.entries[i]
	texts := []string{}
	if e.label != nil {
		texts = append(texts, e.label.text)
	}
	filled := false
	for _, v := range e.values {
		texts = append(texts, v.text)
		filled = filled || v.holds != nothing
	}
	if filled || e.label != nil && !t.isGroup(e) {
		t.leave(e.line, strings.TrimRight(strings.Join(texts, " | "), " |"))
	}
}

// assumedColumns stand for heads that are not there.
func (t *tableReading) assumedColumns(block int) *tableColumns {
	c := newTableColumns(len(t.form.leaves[block]))
	for i := range c.sure {
		c.order = append(c.order, i)
		c.sure[i] = assumed(len(c.sure))
	}
	return c
}

func (t *tableReading) rowText(e *tableEntry) string {
	if e.label == nil {
		return ""
	}
	return e.label.text
}
