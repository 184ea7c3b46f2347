package intake

import (
	"slices"
	"strings"
)

// putForGroup is why the figures beside the label of a group are in doubt.
const putForGroup = "原表在这一组只有一行数，按以往的格式对应到这一行"

// placeGroups gives the figures beside the label of a group a row. Where none of the group's rows stands there, and the table of another
// edition has a row in place of the group, they go to the row under it that is that one's; otherwise nothing says where they belong.
func (t *tableReading) placeGroups(out *tableFigures) {
	for i := range t.entries {
		e := &t.entries[i]
		if e.row < 0 || t.form.nodes[e.row].id != "" || !slices.ContainsFunc(e.values, isNumber) {
			continue
		}
		row := t.rowFor(e.row)
		if row < 0 || t.hasRowUnder(e.row, out) {
			t.leaveValues(e)
			continue
		}
		n := &t.form.nodes[row]
		cols := t.assumedColumns(n.block)
		for h := e.heads; h >= 0; h-- {
			if c := t.columnsUnder(&t.heads[h], n.block); c.found() > 0 {
				cols = c
				break
			}
		}
		places, ok := t.inOrder(e, cols)
		if !ok {
			t.leaveValues(e)
			continue
		}
		moved := *e
		moved.row = row
		out.rows[row] = true
		for _, p := range places {
			p.sure, p.doubt = min(p.sure, 0.6), putForGroup
			t.put(out, &moved, p, cols)
		}
	}
}

// rowFor is the row under a group that another edition's table has in place of the group; -1 for none.
func (t *tableReading) rowFor(group int) int {
	for _, f := range t.forms {
		if f == t.form || f.table.Key != t.form.table.Key {
			continue
		}
		for i := range f.nodes[:f.rows] {
			if f.nodes[i].id == "" || f.nodes[i].key != t.form.nodes[group].key {
				continue
			}
			for row := group + 1; row < t.form.rows; row++ {
				if t.form.nodes[row].id == f.nodes[i].id && t.form.under(row, group) {
					return row
				}
			}
		}
	}
	return -1
}

// hasRowUnder reports whether a row of a group stands there.
func (t *tableReading) hasRowUnder(group int, out *tableFigures) bool {
	for row := range out.rows {
		if t.form.under(row, group) && t.form.nodes[row].id != "" {
			return true
		}
	}
	return false
}

// leaveValues keeps an entry that has figures where the table has none.
func (t *tableReading) leaveValues(e *tableEntry) {
	texts := []string{t.rowText(e)}
	for _, v := range e.values {
		texts = append(texts, v.text)
	}
	t.leave(e.line, strings.TrimRight(strings.Join(texts, " | "), " |"))
}

// isNumber reports whether a cell holds a number, and not only a sign for none.
func isNumber(c tableCell) bool {
	return c.holds == figure && strings.ContainsAny(c.folded, "0123456789")
}
