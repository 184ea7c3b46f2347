package intake

import (
	"slices"
	"strings"
)

// numbers finds labels with another number before them than they should have. Copies lose numbers, and count anew in each list; neither
// changes only one or two.
func (a *alterations) numbers() {
	f := a.t.form
	if len(a.notes) > 0 || slices.ContainsFunc(f.nodes, func(n node) bool { return n.optional }) {
		return
	}
	var wrong []*seenLabel
	for i := range a.seen {
		s := &a.seen[i]
		if s.place < 0 || !s.exact {
			continue
		}
		n, l := &f.nodes[a.printed[s.place]], &s.word.label
		if n.number > 0 && n.style == l.style && n.number != l.number {
			wrong = append(wrong, s)
		}
	}
	if len(wrong) > 2 {
		return
	}
	for _, s := range wrong {
		node := a.printed[s.place]
		text := strings.Join(strings.Fields(s.word.text), "")
		a.note(a.place(node), text, "的“"+f.nodes[node].text+"”写成了“"+text+"”，编号与规定的不一致。")
	}
}

// unit finds an amount whose head has lost the unit, or has another: 本年收费金额（单位：万元）.
func (a *alterations) unit() {
	f := a.t.form
	for at := f.rows; at < f.rows+f.heads; at++ {
		if !strings.Contains(f.nodes[at].text, "万元") {
			continue
		}
		there, other, says := "", "", a.unitBeside()
		for _, run := range a.copy.runs {
			for i := run.from; i < run.to; i++ {
				for k := range a.t.lines[i].cells {
					c := &a.t.lines[i].cells[k]
					says = says || strings.Contains(c.folded, "元") || strings.Contains(c.folded, "单位")
					if c.holds != name || c.label.core != f.nodes[at].core {
						continue
					}
					text := strings.Join(strings.Fields(c.text), "")
					switch {
					case c.label.key == f.nodes[at].core:
						there = text
					case otherUnit(c.folded):
						other = text
					}
				}
			}
		}
		switch {
		case other != "":
			a.note(a.place(at), other, "的“"+f.nodes[at].text+"”写成了“"+other+"”，单位与规定的不一致，按万元读入。")
		case there != "" && !says:
			a.note(a.place(at), there, "的“"+f.nodes[at].text+"”没有写单位，按万元读入。")
		}
	}
}

// unitBeside reports whether a line right over or under the table says the unit: 单位：件、万元.
func (a *alterations) unitBeside() bool {
	for _, run := range a.copy.runs {
		for _, i := range []int{run.from - 2, run.from - 1, run.to, run.to + 1} {
			if i < 0 || i >= len(a.t.lines) {
				continue
			}
			for _, c := range a.t.lines[i].cells {
				if strings.Contains(c.folded, "单位") && strings.Contains(c.folded, "元") && len(c.folded) < sentence {
					return true
				}
			}
		}
	}
	return false
}

// otherUnit reports whether a folded head says another unit than 万元 in brackets.
func otherUnit(folded string) bool {
	_, note, ok := strings.Cut(folded, "(")
	return ok && strings.Contains(note, "元") && !strings.Contains(note, "万")
}

// units finds rows of a table with a column of units whose amount has no unit there, or another.
func (a *alterations) units() {
	f := a.t.form
	there := 0
	for i := range a.t.entries {
		if slices.ContainsFunc(a.t.entries[i].values, func(c tableCell) bool { return c.holds == unit }) {
			there++
		}
	}
	if there < 10 {
		return // the column is not there, or lost
	}
	for i := range a.t.entries {
		e := &a.t.entries[i]
		if e.row < 0 || f.nodes[e.row].id == "" || f.table.Blocks[f.nodes[e.row].block].UnitHeading == "" || len(e.values) == 0 {
			continue
		}
		want := f.cell(e.row, f.leaves[f.nodes[e.row].block][0]).Unit
		if want != "万元" {
			continue
		}
		text := strings.Join(strings.Fields(e.label.text), "")
		switch says := slices.IndexFunc(e.values, func(c tableCell) bool { return strings.Contains(c.folded, "元") }); {
		case says >= 0 && e.values[says].holds == unit && e.values[says].folded != want:
			a.note(a.place(e.row), text, "的“"+f.nodes[e.row].text+"”单位写成了“"+e.values[says].text+"”，应为“"+want+"”。")
		case says < 0 && !strings.Contains(text, "元"):
			a.note(a.place(e.row), text, "的“"+f.nodes[e.row].text+"”没有写单位，按万元读入。")
		}
	}
}
