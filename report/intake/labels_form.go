package intake

import (
	"nianbao/report"
)

// form is an official table as it is looked for: its labels, rows first, then column heads, then corners.
type form struct {
	id      int
	edition *report.Edition
	table   *report.Table
	nodes   []node
	// rows and heads are how many nodes are row labels and column heads.
	rows, heads int
	// leaves are, by block, the nodes of the columns of figures, left to right.
	leaves [][]int
	// single says that the table is one row of figures, and that row has no label: all its labels are heads.
	single bool
	weight float64
}

// node is one label of a form.
type node struct {
	label
	// text is the label as the edition has it.
	text  string
	block int
	// parent is the node that it stands under: a title, a group or a column group; -1 for none.
	parent int
	// id is the key of a row or column of figures; "" for a title, a group or a corner.
	id       string
	optional bool
	// unit heads the column of units.
	unit bool
	// weight is how much the label tells: 其他 and 总计 stand anywhere.
	weight float64
	// first says that no label before it says the same.
	first bool
}

func newForm(id int, e *report.Edition, t *report.Table) *form {
	f := &form{id: id, edition: e, table: t}
	for b, block := range t.Blocks {
		parent := -1
		if block.Title != "" {
			parent = f.add(node{text: block.Title, block: b, parent: -1})
		}
		f.addRows(block.Rows, b, parent)
	}
	f.rows = len(f.nodes)
	for b, block := range t.Blocks {
		f.leaves = append(f.leaves, nil)
		f.addHeads(block.Columns, b)
	}
	f.heads = len(f.nodes) - f.rows
	for b, block := range t.Blocks {
		for _, text := range []string{block.Corner, block.UnitHeading} {
			if text != "" {
				f.add(node{text: text, block: b, parent: -1, unit: text == block.UnitHeading})
			}
		}
	}
	f.single = len(t.Blocks) == 1 && f.rows == 1 && f.nodes[0].id != "" && f.nodes[0].text == ""
	counted := map[string]bool{}
	for i := range f.nodes {
		n := &f.nodes[i]
		if !counted[n.key] {
			counted[n.key], n.first = true, true
			f.weight += n.weight
		}
	}
	return f
}

func (f *form) add(n node) int {
	n.label = newLabel(fold(n.text))
	switch {
	case len(n.runes) >= 3:
		n.weight = 1
	case len(n.runes) > 0:
		n.weight = 0.3
	}
	f.nodes = append(f.nodes, n)
	return len(f.nodes) - 1
}

func (f *form) addRows(rows []report.Row, block, parent int) {
	for _, r := range rows {
		at := f.add(node{text: r.Label, block: block, parent: parent, id: r.Key, optional: r.Optional})
		switch r.Number {
		case "han", "paren":
			f.nodes[at].style = hanCount
		case "arabic":
			f.nodes[at].style = arabicCount
		}
		f.addRows(r.Rows, block, at)
	}
}

// addHeads adds the column heads as they are printed, level by level, and keeps which are columns of figures, left to right.
func (f *form) addHeads(columns []report.Column, block int) {
	type level struct {
		columns []report.Column
		parent  int
	}
	byKey := map[string]int{}
	for levels := []level{{columns, -1}}; len(levels) > 0; {
		var next []level
		for _, l := range levels {
			for _, c := range l.columns {
				at := f.add(node{text: c.Label, block: block, parent: l.parent, id: c.Key})
				byKey[c.Key] = at
				next = append(next, level{c.Columns, at})
			}
		}
		levels = next
	}
	for _, c := range f.table.Blocks[block].LeafColumns() {
		f.leaves[block] = append(f.leaves[block], byKey[c.Key])
	}
}

// cell is the figure at a row and a column of figures; nil where the table has none.
func (f *form) cell(row, leaf int) *report.Cell {
	return f.edition.Cell(f.table.Key + "." + f.nodes[row].id + "." + f.nodes[leaf].id)
}

// under reports whether node a is node b or stands under it.
func (f *form) under(a, b int) bool {
	for ; a >= 0; a = f.nodes[a].parent {
		if a == b {
			return true
		}
	}
	return false
}
