package intake

import (
	"slices"
	"strings"
	"unicode"

	"nianbao/report"
)

// What an agency changed in an official table (改表) is told from what copying does to it: a label that is cut or divided, brackets and
// the labels of other editions are no changes. Only what is certain is said; the figures are read either way.

// alterations are the notes on what is not as the format has it.
func (t *tableReading) alterations(c *tableCopy, out *tableFigures) []report.Note {
	a := alterations{t: t, copy: c, out: out}
	a.labels()
	a.unit()
	if !t.form.single && !slices.ContainsFunc(t.form.nodes, func(n node) bool { return n.optional }) {
		a.rows()
		a.columns()
	}
	return a.notes
}

type alterations struct {
	t     *tableReading
	copy  *tableCopy
	out   *tableFigures
	notes []report.Note
}

// mostAltered is how many labels may differ: beyond that it is another table, or a copy that is damaged throughout.
const mostAltered = 4

func (a *alterations) note(place, text, message string) {
	a.notes = append(a.notes, report.Note{Code: NoteAltered, Near: strings.TrimSpace(place + " " + text), Message: "“" + a.t.form.table.Name + "”表里" + message})
}

// place is the cell that stands for a label: the first of its row or column, the table where it has none.
func (a *alterations) place(at int) string {
	f := a.t.form
	n := &f.nodes[at]
	for row := range f.nodes[:f.rows] {
		if f.nodes[row].block != n.block || f.nodes[row].id == "" || at < f.rows && row != at {
			continue
		}
		for i, leaf := range f.leaves[n.block] {
			if c := f.cell(row, leaf); c != nil && (at < f.rows || leaf == at || i == len(f.leaves[n.block])-1 && n.id == "") {
				return c.ID
			}
		}
	}
	return f.table.Key
}

// labels finds those that are written otherwise.
func (a *alterations) labels() {
	f := a.t.form
	said := map[string]int{} // by label, how often it stands there as it should
	type change struct {
		word *tableWord
		node int
	}
	var changes []change
	for _, run := range a.copy.runs {
		for i := run.from; i < run.to; i++ {
			for k := range a.t.lines[i].cells {
				c := &a.t.lines[i].cells[k]
				if c.above || c.holds != name {
					continue
				}
				best, most := -1, float32(alike)
				for at, s := range a.t.sims(c.tableWord, f) {
					if s >= most && (best < 0 || s > most) {
						best, most = at, s
					}
				}
				switch {
				case best < 0:
				case most >= 0.95:
					said[f.nodes[best].key]++
				case len(a.t.exact[c.label.key]) == 0 && !a.glued(c.tableWord, &f.nodes[best].label) && changedLabel(c.tableWord, &f.nodes[best].label):
					changes = append(changes, change{c.tableWord, best})
				}
			}
		}
	}
	if len(changes) > mostAltered {
		return
	}
	for _, c := range changes {
		n := &f.nodes[c.node]
		expected := 0
		for i := range f.nodes {
			if f.nodes[i].key == n.key {
				expected++
			}
		}
		if said[n.key] >= expected {
			continue
		}
		if c.node < f.rows && !slices.ContainsFunc(a.t.entries, func(e tableEntry) bool { return e.row == c.node && e.label != nil && e.label.tableWord == c.word }) {
			continue
		}
		said[n.key]++
		text := strings.Join(strings.Fields(c.word.text), "")
		a.note(a.place(c.node), text, "的“"+n.text+"”写成了“"+text+"”。")
	}
}

// changedLabel reports whether a text is another label and not what copying made of one: characters were put in place of others, or in.
func changedLabel(w *tableWord, want *label) bool {
	for _, r := range w.text {
		if _, traditional := simplified[r]; traditional || strings.ContainsRune("?？�□_…*", r) {
			return false // a mirror's copy, or a damaged one
		}
	}
	have, is := []rune(sameWords.Replace(w.label.core)), []rune(sameWords.Replace(want.core))
	have = slices.DeleteFunc(have, func(r rune) bool { return unicode.IsDigit(r) && !slices.Contains(is, r) })
	if len(have) == 0 || len(is) < 2 {
		return false
	}
	common := commonOrder(have, is)
	lost, more := len(is)-common, len(have)-common
	switch {
	case more == 0:
		return false // cut
	case lost == 0:
		extra := leftOut(have, is)
		return len([]rune(strings.Trim(extra, "件项个条次数量年本万元类的等各"))) >= 2
	}
	return lost <= 3 && more <= 3 && 2*common >= len(is)
}

// glued reports whether a text is two labels in one.
func (a *alterations) glued(w *tableWord, want *label) bool {
	before, after, ok := strings.Cut(w.label.key, want.key)
	return ok && (len(a.t.exact[before]) > 0 || len(a.t.exact[after]) > 0)
}

// sameWords writes as one what is the same label in other words.
var sameWords = strings.NewReplacer("其它", "其他", "钩稽", "勾稽", "的", "", "和", "", "与", "", "及", "", "或者", "", "或", "", "已经", "已", "行政规范性文件", "规范性文件", "度", "")

// leftOut is what a text has beyond another that is contained in it in order.
func leftOut(have, is []rune) string {
	var out []rune
	i := 0
	for _, r := range have {
		if i < len(is) && r == is[i] {
			i++
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

// unit finds an amount whose head has lost the unit: 本年收费金额（单位：万元）.
func (a *alterations) unit() {
	f := a.t.form
	for at := f.rows; at < f.rows+f.heads; at++ {
		if !strings.Contains(f.nodes[at].text, "万元") {
			continue
		}
		there, says := "", false
		for _, run := range a.copy.runs {
			for i := run.from; i < run.to; i++ {
				for k := range a.t.lines[i].cells {
					c := &a.t.lines[i].cells[k]
					says = says || strings.Contains(c.folded, "元") || strings.Contains(c.folded, "单位")
					if c.holds == name && c.label.key == f.nodes[at].core {
						there = strings.Join(strings.Fields(c.text), "")
					}
				}
			}
		}
		if there != "" && !says {
			a.note(a.place(at), there, "的“"+f.nodes[at].text+"”没有写单位，按万元读入。")
		}
	}
}
