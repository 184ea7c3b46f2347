package report

import (
	"maps"
	"slices"
)

// Comparison is what differs between two states of a report.
type Comparison struct {
	Figures []FigureChange
	Texts   []TextChange
}

// FigureChange is a cell with another value; Name is how messages call it.
type FigureChange struct{ ID, Name, From, To string }

// TextChange is a place whose text differs, with the paragraphs that do.
type TextChange struct {
	Label      string
	Paragraphs []ParagraphChange
}

// Count is how many figures and paragraphs differ.
func (c Comparison) Count() int {
	n := len(c.Figures)
	for _, t := range c.Texts {
		n += len(t.Paragraphs)
	}
	return n
}

// Compare lists what changed from one state of a report to another, figures in the edition's order, texts in reading order.
// Sections are matched by their keys; e is to's edition and may be nil.
func Compare(e *Edition, from, to *Report) Comparison {
	var out Comparison
	seen := map[string]bool{}
	add := func(id, name string) {
		seen[id] = true
		if from.Figures[id] != to.Figures[id] {
			out.Figures = append(out.Figures, FigureChange{ID: id, Name: name, From: from.Figures[id], To: to.Figures[id]})
		}
	}
	if e != nil {
		for _, t := range e.Tables {
			for _, c := range t.Cells {
				add(c.ID, c.Name())
			}
		}
	}
	for _, figures := range []Figures{from.Figures, to.Figures} {
		for _, id := range slices.Sorted(maps.Keys(figures)) {
			if !seen[id] {
				add(id, id)
			}
		}
	}
	old, now := placesOf(from), placesOf(to)
	for _, p := range now {
		before := ""
		if i := slices.IndexFunc(old, func(o place) bool { return o.key == p.key }); i >= 0 {
			before = old[i].text
			old = slices.Delete(old, i, i+1)
		}
		out.text(p.label, before, p.text)
	}
	for _, o := range old {
		out.text(o.label, o.text, "")
	}
	return out
}

func (c *Comparison) text(label, from, to string) {
	if from == to {
		return
	}
	if changes := ChangedParagraphs(Paragraphs(from), Paragraphs(to)); len(changes) > 0 {
		c.Texts = append(c.Texts, TextChange{Label: label, Paragraphs: changes})
	}
}

type place struct{ key, label, text string }

// placesOf are the texts of a report in reading order, headings included.
func placesOf(r *Report) []place {
	out := []place{{PartNumber, "文号", r.Number}, {PartTitle, "标题", r.Title}, {PartPreface, "前言", r.Preface}}
	for _, s := range r.Sections {
		out = append(out, place{s.Key, nameOr(s.Heading, s.Key), s.Heading + "\n" + TextOf(s.Blocks)})
	}
	out = append(out, place{PartSignature, "落款", r.Signature.Agency + "\n" + PrintDate(r.Signature.Date)}, place{PartClosing, "文末", r.Closing})
	for _, a := range r.Attachments {
		out = append(out, place{a.Key, nameOr(a.Title, a.Key), a.Label + "\n" + a.Title + "\n" + a.Heading + "\n" + TextOf(a.Blocks)})
	}
	return out
}

func nameOr(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
