package intake

import (
	"nianbao/report"
	"nianbao/report/document"
)

// findTables recognises the official tables among the blocks of a document by their labels, and the edition by the tables. only is
// the id of an edition that was asked for, "" to find it.
func findTables(editions report.Editions, blocks []document.Block, only string) found {
	r := newRecogniser(editions)
	r.lines = r.linesOf(blocks)
	chosen, notes := r.choose(editions, only)
	if chosen == nil {
		return found{notes: notes}
	}
	out := found{edition: chosen.edition, also: chosen.also, figures: report.Figures{}, origins: map[string]Origin{}, notes: notes}
	var parts []tablePart
	for _, f := range r.forms {
		if f.edition != chosen.edition {
			continue
		}
		best := -1
		var read []*tableFigures
		var copies []*tableCopy
		for i := range chosen.copies {
			if c := &chosen.copies[i]; c.form == f {
				copies, read = append(copies, c), append(read, r.figuresOf(c))
				if n := len(read) - 1; best < 0 || read[n].fuller(read[best]) {
					best = n
				}
			}
		}
		if best < 0 {
			out.notes = append(out.notes, report.Note{Code: NoteMissing, Near: f.table.Name, Message: "没有找到“" + f.table.Name + "”这张表。"})
			continue
		}
		for i, c := range copies {
			parts = append(parts, r.partsOf(c, i == best)...)
			if i != best {
				out.notes = append(out.notes, report.Note{Code: NoteUnplaced, Near: r.textOf(c.runs),
					Message: "“" + f.table.Name + "”在文件里不止一张，读入了填得最全的一张，这一张没有读入，请核对两张是否一致。"})
			}
		}
		out.take(r, read[best])
	}
	out.placed = placeParts(parts)
	out.notes = append(out.notes, r.notesAround(out.placed, chosen.copies)...)
	return out
}

// recogniser holds the labels to look for and the lines of one document.
type recogniser struct {
	forms []*form
	// exact are the labels by what they say.
	exact map[string][]labelAt
	words map[string]*tableWord
	lines []tableLine
	// patience is how many more texts may be compared with all labels, one by one.
	patience int
}

// labelAt is one label of one form, and whether it says the text but for its parts in brackets.
type labelAt struct {
	form *form
	node int
	core bool
}

// maxCompared bounds how often a text is compared with all labels of a table: for a report some hundred times, while a document that is
// none may have any number of texts.
const maxCompared = 8000

func newRecogniser(editions report.Editions) *recogniser {
	r := &recogniser{exact: map[string][]labelAt{}, words: map[string]*tableWord{}, patience: maxCompared}
	for _, e := range editions {
		for _, t := range e.Tables {
			f := newForm(len(r.forms), e, t)
			r.forms = append(r.forms, f)
			for i := range f.nodes {
				n := &f.nodes[i]
				if n.key == "" {
					continue
				}
				r.exact[n.key] = append(r.exact[n.key], labelAt{form: f, node: i})
				if n.core != "" && n.core != n.key {
					r.exact[n.core] = append(r.exact[n.core], labelAt{form: f, node: i, core: true})
				}
			}
		}
	}
	return r
}
