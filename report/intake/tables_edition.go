package intake

import (
	"slices"
	"strings"

	"nianbao/report"
)

// editionTables are the tables of a document as an edition sees them.
type editionTables struct {
	edition *report.Edition
	copies  []tableCopy
	// told is how much the labels tell, whole how much those would that do not stand there.
	told, missing float64
	// labels are those that stand there as the edition has them, by what they say.
	labels map[string]string
	also   []*report.Edition
}

// choose finds the edition that explains the labels best, or takes the one that was asked for. It is nil where there is no official
// table.
func (r *recogniser) choose(editions report.Editions, only string) (*editionTables, []report.Note) {
	var all []*editionTables
	var chosen *editionTables
	for _, e := range editions {
		if t := r.explain(e); t != nil {
			all = append(all, t)
			if e.ID == only || only == "" && (chosen == nil || t.better(chosen)) {
				chosen = t
			}
		}
	}
	if chosen == nil {
		return nil, nil
	}
	var notes []report.Note
	for _, t := range all {
		if t == chosen {
			continue
		}
		if only == "" && t.told > chosen.told-0.5 {
			chosen.also = append(chosen.also, t.edition)
		}
		if names := r.onlyHere(t, chosen); len(names) > 1 {
			near := strings.Join(names, "、")
			message := "表里有" + t.edition.Name + "才有的栏目，表是按" + chosen.edition.Name + "读的，请核对。"
			notes = append(notes, report.Note{Code: NoteEdition, Near: near, Message: message})
		}
	}
	return chosen, notes
}

func (t *editionTables) better(o *editionTables) bool {
	if d := t.told - o.told; d > 0.01 || d < -0.01 {
		return d > 0
	}
	return t.missing < o.missing
}

// onlyHere are the labels of one edition that stand in the document and that another does not explain.
func (r *recogniser) onlyHere(t, o *editionTables) []string {
	var names []string
	for _, text := range t.labels {
		w := r.word(text)
		explained := slices.ContainsFunc(r.forms, func(f *form) bool {
			return f.edition == o.edition && slices.Max(r.sims(w, f)) >= agreeing
		})
		if !explained {
			names = append(names, text)
		}
	}
	slices.Sort(names)
	return names
}

// explain locates the tables of an edition; nil where none is there.
func (r *recogniser) explain(e *report.Edition) *editionTables {
	t := &editionTables{edition: e, copies: r.locate(e), labels: map[string]string{}}
	if len(t.copies) == 0 {
		return nil
	}
	for _, f := range r.forms {
		if f.edition != e {
			continue
		}
		best := -1
		most := 0.0
		for i := range t.copies {
			if c := &t.copies[i]; c.form == f {
				if told := c.weight() - r.contradictions(c); best < 0 || told > most {
					best, most = i, told
				}
			}
		}
		if best < 0 {
			continue
		}
		t.told += most
		t.missing += f.weight - t.copies[best].weight()
		for i := range f.nodes {
			n := &f.nodes[i]
			if t.copies[best].told[n.key] >= 0.95 && n.weight == 1 {
				t.labels[n.key] = n.text
			}
		}
	}
	return t
}

// contradictions count the groups that have figures of their own: in this edition they have none.
func (r *recogniser) contradictions(c *tableCopy) float64 {
	count, figures, group := 0.0, 0, false
	for _, run := range c.runs {
		for i := run.from; i < run.to; i++ {
			for j := range r.lines[i].cells {
				switch cell := &r.lines[i].cells[j]; {
				case cell.above:
				case cell.holds == figure && group:
					if figures++; figures == 3 {
						count++
					}
				case cell.holds >= name:
					if cell.best != nil && cell.best[c.form.id] >= agreeing {
						n := &c.form.nodes[cell.bestNode[c.form.id]]
						group = int(cell.bestNode[c.form.id]) < c.form.rows && n.id == "" && len(c.form.leaves[n.block]) > 2
					} else {
						group = false
					}
					figures = 0
				}
			}
		}
	}
	return count
}
