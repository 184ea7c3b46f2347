package intake

import "slices"

// placed figure of an entry: the column of figures it goes to, and how sure that is.
type placedFigure struct {
	leaf  int
	cell  tableCell
	sure  float64
	doubt string
}

// valuesOf are the figures behind a label without the unit.
func (t *tableReading) valuesOf(e *tableEntry, n int) []tableCell {
	block := t.form.table.Blocks[0]
	if e.row >= 0 {
		block = t.form.table.Blocks[t.form.nodes[e.row].block]
	}
	values := slices.Clone(e.values)
	if block.UnitHeading == "" {
		return values
	}
	values = slices.DeleteFunc(values, func(c tableCell) bool { return c.holds == unit })
	if len(values) > n && values[0].holds == dashes {
		values = values[1:]
	}
	return values
}

// columnsOf gives the figures of an entry their columns; false where it has another number of them than the table.
func (t *tableReading) columnsOf(e *tableEntry, cols *tableColumns, sameTable bool) ([]placedFigure, bool) {
	if sameTable {
		if places, ok := t.inColumns(e, cols); ok {
			return places, true
		}
	}
	return t.inOrder(e, cols)
}

// inColumns takes the figures of an entry by the grid columns that they stand in.
func (t *tableReading) inColumns(e *tableEntry, cols *tableColumns) ([]placedFigure, bool) {
	byLeaf := make([]*tableCell, len(cols.sure))
	doubt := make([]string, len(cols.sure))
	var outside []string
	for i := range e.values {
		v := &e.values[i]
		var leaves []int
		units := false
		for k := v.column; k < min(v.end(), len(cols.byColumn)); k++ {
			leaf := cols.byColumn[k]
			units = units || leaf == unitColumn
			if leaf >= 0 && !slices.Contains(leaves, leaf) {
				leaves = append(leaves, leaf)
			}
		}
		switch {
		case len(leaves) == 0 && (units && !isNumber(*v) || v.holds == nothing):
		case len(leaves) == 0:
			outside = append(outside, v.text)
		case len(leaves) > 1 && v.holds != nothing:
			for _, leaf := range leaves {
				if byLeaf[leaf] == nil {
					byLeaf[leaf], doubt[leaf] = v, "合并的一格占了几列，每一列都读作这个数"
				}
			}
		default:
			for _, leaf := range leaves {
				switch {
				case byLeaf[leaf] == nil || byLeaf[leaf].holds == nothing:
					byLeaf[leaf] = v
				case v.holds != nothing && v.text != byLeaf[leaf].text:
					outside = append(outside, v.text)
				}
			}
		}
	}
	var places []placedFigure
	filled := 0
	for leaf, v := range byLeaf {
		if v == nil {
			continue
		}
		p := placedFigure{leaf: leaf, cell: *v, sure: cols.sure[leaf], doubt: doubt[leaf]}
		if p.doubt != "" {
			p.sure = min(p.sure, 0.6)
		}
		if v.above {
			p.sure, p.doubt = min(p.sure, 0.6), "这一格与上一行合并，两行读作同一个数"
		}
		if v.holds != nothing {
			filled++
		}
		places = append(places, p)
	}
	if len(outside) > 0 && filled < len(byLeaf) && !cols.complete() {
		return nil, false
	}
	for _, text := range outside {
		t.leave(e.line, t.rowText(e)+" | "+text)
	}
	return places, true
}

// standsAlone says why a figure is in doubt that is the only one of its row, right behind the label: it may be one for all columns.
const standsAlone = "这一行只有一个数，后面都是空格，按第一列读"

// inOrder takes the figures of an entry by their order.
func (t *tableReading) inOrder(e *tableEntry, cols *tableColumns) ([]placedFigure, bool) {
	n := len(cols.sure)
	values := t.valuesOf(e, n)
	order, known := cols.order, true
	if got := fill(values); !cols.complete() && got > len(order) {
		order, known = nil, false // more figures than heads: all columns are there, but not all their heads
		for i := range n {
			order = append(order, i)
		}
	}
	at, sure, ok := fit(values, len(order))
	if own := slices.DeleteFunc(slices.Clone(order), func(leaf int) bool { return leaf < 0 }); !ok && len(own) < len(order) {
		order = own // heads of columns that have no figures here
		at, sure, ok = fit(values, len(order))
	}
	if !ok {
		return nil, false
	}
	if e.line < len(t.lines) && t.lines[e.line].grid && cols.byColumn != nil && sure > 0.95 {
		sure = 0.95 // the heads of another part of the table
	}
	alone := n > 1 && fill(values) == 1
	byLeaf, byText := make([]bool, n), make([]string, n)
	var places []placedFigure
	for i, leaf := range order {
		switch {
		case i >= len(at):
		case leaf < 0:
			if v := values[at[i]]; v.holds != nothing {
				t.leave(e.line, t.rowText(e)+" | "+v.text)
			}
		case !byLeaf[leaf]:
			p := placedFigure{leaf: leaf, cell: values[at[i]], sure: min(sure, cols.sure[leaf])}
			if cols.sure[leaf] == 0 {
				p.sure = 0.6
			}
			if !known {
				p.sure = min(p.sure, 0.75)
			}
			if alone && p.cell.holds != nothing {
				p.sure, p.doubt = min(p.sure, 0.6), standsAlone
			}
			byLeaf[leaf], byText[leaf] = true, p.cell.text
			places = append(places, p)
		case isNumber(values[at[i]]) && byText[leaf] != values[at[i]].text: // the same column again
			t.leave(e.line, t.rowText(e)+" | "+values[at[i]].text)
		}
	}
	return places, true
}

// fill is how many cells there are without the empty ones at the end.
func fill(cells []tableCell) int {
	n := len(cells)
	for n > 0 && cells[n-1].holds == nothing {
		n--
	}
	return n
}

// fit chooses as many cells as there are columns: it leaves out empty ones that belong to no column, those at the end, those where a
// label spans columns, or all. It chooses none of cells that are all empty.
func fit(cells []tableCell, want int) (at []int, sure float64, ok bool) {
	if fill(cells) == 0 {
		return nil, exactly, true
	}
	from, to := 0, len(cells)
	for to-from > want && cells[to-1].holds == nothing {
		to--
	}
	for to-from > want && cells[from].holds == nothing {
		from++
	}
	if to-from <= want {
		for i := from; i < to; i++ {
			at = append(at, i)
		}
		return at, exactly, to-from == want
	}
	for i, c := range cells {
		if c.holds != nothing {
			at = append(at, i)
		}
	}
	switch {
	case want == 1 && !slices.ContainsFunc(at, func(i int) bool { return cells[i].text != cells[at[0]].text }):
		return at[:1], 0.95, true
	case len(at) == want:
		return at, 0.75, true
	}
	return nil, 0, false
}
