package intake

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/report"
)

// fuller reports whether a copy has more than another.
func (out *tableFigures) fuller(o *tableFigures) bool {
	if out.filled != o.filled {
		return out.filled > o.filled
	}
	return len(out.rows) > len(o.rows)
}

// take adds the figures of a table, with what must be said of them.
func (f *found) take(r *recogniser, t *tableFigures) {
	note := func(code, near, message string) {
		f.notes = append(f.notes, report.Note{Code: code, Near: near, Message: message})
	}
	rowOn := map[string]bool{}
	var missing []string
	for i := range t.form.rows {
		n := &t.form.nodes[i]
		switch {
		case n.id == "":
		case t.rows[i]:
			rowOn[n.id] = true
		case !n.optional:
			missing = append(missing, n.text)
		}
	}
	if len(missing) > 0 {
		note(NoteMissing, strings.Join(missing, "、"), "“"+t.form.table.Name+"”里没有找到这些行，留空了，请对照原文。")
	}
	if len(t.missing) > 0 {
		note(NoteMissing, strings.Join(t.missing, "、"), "“"+t.form.table.Name+"”里没有找到这些列，留空了，请对照原文。")
	}
	f.notes = append(f.notes, t.altered...)
	for _, c := range t.form.table.Cells {
		value, there := t.figures[c.ID]
		if there || !c.Optional || rowOn[c.Row] {
			f.figures[c.ID] = value
		}
		if !there {
			continue
		}
		o := t.origins[c.ID]
		f.origins[c.ID] = o
		if hint := t.converted[c.ID]; hint != "" {
			note(NoteConverted, o.Text, hint)
		}
		if o.Confidence < Doubtful {
			note(NoteDoubtful, c.ID, doubtMessage(c, o, t.doubts[c.ID]))
		}
	}
	for _, l := range t.left {
		near := l.text
		if l.message == "" {
			l.message = "这部分在“" + t.form.table.Name + "”里没有对应的格，没有读入，请核对。"
		}
		note(NoteUnplaced, near, l.message)
	}
}

// doubtMessage says what was read where, and why it is not certain.
func doubtMessage(c *report.Cell, o Origin, why string) string {
	where := ""
	if o.Row != "" {
		where += "“" + o.Row + "”行"
	}
	if o.Column != "" {
		where += "“" + o.Column + "”列"
	}
	switch {
	case why != "":
	case o.Column == "":
		why = "表头不全，按先后位置对应"
	default:
		why = "行名或列名与规定的不一致"
	}
	if where != "" {
		where = "取自" + where + "，"
	}
	return c.Name() + "读作“" + o.Text + "”，" + where + why + "，请核对原文。"
}

// tablePart is a range of blocks that is of one copy of a table; first says that the table stands here.
type tablePart struct {
	from, to int
	table    string
	first    bool
}

// partsOf are the ranges of blocks of a copy. Only where it is kept does a table stand there.
func (r *recogniser) partsOf(c *tableCopy, kept bool) []tablePart {
	var parts []tablePart
	for _, run := range c.runs {
		p := tablePart{from: r.lines[run.from].block, to: r.lines[run.to-1].block + 1, table: c.form.table.Key, first: kept && len(parts) == 0}
		if n := len(parts); n > 0 && p.from <= parts[n-1].to {
			parts[n-1].to = max(parts[n-1].to, p.to)
			continue
		}
		parts = append(parts, p)
	}
	return parts
}

// placeParts puts the parts of all tables in order; parts that share a block are one range.
func placeParts(parts []tablePart) []placed {
	slices.SortStableFunc(parts, func(a, b tablePart) int { return cmp.Compare(a.from, b.from) })
	var out []placed
	for _, p := range parts {
		if n := len(out); n == 0 || p.from >= out[n-1].to {
			out = append(out, placed{from: p.from, to: p.to})
		}
		last := &out[len(out)-1]
		last.to = max(last.to, p.to)
		switch {
		case !p.first:
		case last.table == "":
			last.table = p.table
		default:
			last.also = append(last.also, p.table)
		}
	}
	return out
}

// notesAround keep the lines of the blocks that tables stand in which are of no table.
func (r *recogniser) notesAround(places []placed, copies []tableCopy) []report.Note {
	covered := make([]bool, len(r.lines))
	for _, c := range copies {
		for _, run := range c.runs {
			for i := run.from; i < run.to; i++ {
				covered[i] = true
			}
		}
	}
	var notes []report.Note
	next, last := 0, -1
	for i := range r.lines {
		for next < len(places) && places[next].to <= r.lines[i].block {
			next++
		}
		if next == len(places) {
			break
		}
		if covered[i] || r.lines[i].block < places[next].from {
			continue
		}
		text := r.lineText(i)
		if text == "" {
			continue
		}
		if n := len(notes); n > 0 && last == i-1 {
			notes[n-1].Near += "\n" + text
		} else {
			notes = append(notes, report.Note{Code: NoteUnplaced, Near: text, Message: "这部分与附表在同一张表格里，但不是附表的内容，没有读入，请核对。"})
		}
		last = i
	}
	return notes
}

// lineText is a line as it stands there.
func (r *recogniser) lineText(i int) string {
	var texts []string
	filled := false
	for j := range r.lines[i].cells {
		if c := &r.lines[i].cells[j]; !c.above {
			texts = append(texts, c.text)
			filled = filled || c.text != ""
		}
	}
	if !filled {
		return ""
	}
	return strings.Join(texts, " | ")
}

// textOf is all that stands in runs of lines.
func (r *recogniser) textOf(runs []tableRun) string {
	var lines []string
	for _, run := range runs {
		for i := run.from; i < run.to; i++ {
			if text := r.lineText(i); text != "" {
				lines = append(lines, text)
			}
		}
	}
	return strings.Join(lines, "\n")
}
