package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// rows finds rows that were put in, and rows that are gone from a table that is whole otherwise.
func (a *alterations) rows() {
	f := a.t.form
	var added []*tableEntry
	for i := range a.t.entries {
		if e := &a.t.entries[i]; a.addedRow(i) {
			added = append(added, e)
		}
	}
	var gone []int
	for row := range f.nodes[:f.rows] {
		if f.nodes[row].id != "" && !a.out.rows[row] {
			gone = append(gone, row)
		}
	}
	if len(added) > mostAltered {
		return
	}
	if len(added) == 1 && len(gone) == 1 && a.between(added[0], gone[0]) {
		text := strings.Join(strings.Fields(added[0].label.text), "")
		a.note(a.place(gone[0]), text, "的“"+f.nodes[gone[0]].text+"”写成了“"+text+"”。")
		return
	}
	for _, e := range added {
		text := strings.Join(strings.Fields(e.label.text), "")
		a.note(f.table.Key, text, "多了“"+text+"”一行。")
	}
	if len(gone) > 2 || !a.whole() {
		return
	}
	for _, row := range gone {
		if a.surrounded(row) {
			a.note(a.place(row), "", "少了“"+f.nodes[row].text+"”一行。")
		}
	}
}

// addedRow reports whether an entry is a row that the table does not have: a name and figures, between rows that it has.
func (a *alterations) addedRow(i int) bool {
	e := &a.t.entries[i]
	if e.row >= 0 || e.label == nil || !slices.ContainsFunc(e.values, func(c tableCell) bool { return c.holds == figure }) || a.t.isGroup(e) {
		return false
	}
	n := utf8.RuneCountInString(e.label.folded)
	if n < 2 || n > 24 || !containsHan(e.label.folded) || strings.ContainsAny(e.label.text, "?�") {
		return false
	}
	for _, word := range []string{"单位", "备注", "注:", "说明", "合计", "小计", "详见", "附件"} {
		if strings.Contains(e.label.folded, word) {
			return false
		}
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

func containsHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// between reports whether an entry stands where a row is missing.
func (a *alterations) between(e *tableEntry, row int) bool {
	before, after := -1, a.t.form.rows
	found := false
	for i := range a.t.entries {
		o := &a.t.entries[i]
		switch {
		case o == e:
			found = true
		case o.row < 0:
		case !found:
			before = o.row
		case after == a.t.form.rows:
			after = o.row
		}
	}
	return before < row && row < after
}

// surrounded reports whether what should stand right before and behind a row does, so that it was not cut off with more.
func (a *alterations) surrounded(row int) bool {
	f := a.t.form
	before, after := row-1, row+1
	for before >= 0 && f.nodes[before].id == "" {
		before--
	}
	for after < f.rows && f.nodes[after].id == "" {
		after++
	}
	first := before < 0 && len(a.t.heads) > 0                     // the heads stand there
	last := after == f.rows && a.copy.runs[0].to < len(a.t.lines) // the document goes on
	return (first || before >= 0 && a.out.rows[before]) && (last || after < f.rows && a.out.rows[after])
}

// whole reports whether everything else of a copy was read: it stands in one piece, nothing is left, and every row has all its figures.
func (a *alterations) whole() bool {
	if len(a.copy.runs) != 1 || len(a.t.left) > 0 || len(a.out.missing) > 0 || len(a.out.doubts) > 0 {
		return false
	}
	cells := 0
	for row := range a.out.rows {
		if a.t.form.nodes[row].id != "" {
			cells += len(a.t.form.leaves[a.t.form.nodes[row].block])
		}
	}
	return cells > 0 && a.out.filled == cells
}

// columns finds columns that were put in, and such that are gone with their heads.
func (a *alterations) columns() {
	f := a.t.form
	for _, h := range a.t.addedHeads {
		if n := utf8.RuneCountInString(h); n < 2 || n > 10 || !containsHan(h) || strings.Contains(h, "单位") {
			continue
		}
		if slices.ContainsFunc(a.t.left, func(l leftOver) bool { return strings.Contains(l.text, " | ") }) {
			a.note(f.table.Key, h, "多了“"+h+"”一列。")
		}
	}
	if len(a.out.missing) != 1 || len(a.t.left) > 0 || len(a.copy.runs) != 1 || len(a.out.doubts) > 0 {
		return
	}
	for _, leaves := range f.leaves {
		for i, at := range leaves {
			n := &f.nodes[at]
			if n.text != a.out.missing[0] || a.copy.told[n.key] > 0 || n.key == "" || i == 0 || i == len(leaves)-1 { // the edges may be cut off
				continue
			}
			a.note(a.place(at), "", "少了“"+n.text+"”一列。")
			return
		}
	}
}
