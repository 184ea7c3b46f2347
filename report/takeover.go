package report

import (
	"slices"
	"strings"
)

// Takeover is a report that was read, laid out as the house keeps one.
type Takeover struct {
	Edition *Edition
	Outline []OutlineEntry
	// Texts maps places to texts; the names of attachments are in the outline.
	Texts map[string]string
	// Figures are those of the tables in the outline, totals included as they stand.
	Figures Figures
}

// TakeOver lays a report that was read out in an edition. Sections that the edition does not have become added ones. An official
// table that has figures but no place gets the one that the edition gives it.
func TakeOver(e *Edition, r *Report) *Takeover {
	t := &Takeover{Edition: e, Figures: Figures{}, Texts: map[string]string{PlaceTitle: r.Title, PlaceNumber: r.Number, PlacePreface: r.Preface,
		PlaceSignatureAgency: r.Signature.Agency, PlaceSignatureDate: r.Signature.Date, PlaceClosing: r.Closing}}
	for _, s := range r.Sections {
		key := s.Key
		if p := e.Part(key); p == nil || p.Attachment || t.entry(key) != nil {
			key = freeKey(t.Outline, false)
		}
		t.add(OutlineEntry{Key: key, Heading: strings.Join(strings.Fields(s.Heading), " ")}, s.Blocks)
	}
	for i, a := range r.Attachments {
		t.add(OutlineEntry{Key: AttachmentKey(i + 1), Attachment: true, Label: a.Label, Title: a.Title, Heading: a.Heading}, a.Blocks)
	}
	for _, table := range e.Tables {
		figures := Figures{}
		filled := false
		for _, c := range table.Cells {
			if v, on := r.Figures[c.ID]; on {
				figures[c.ID] = v
				filled = filled || v != ""
			}
		}
		if filled {
			t.place(table.Key, r.Year)
		}
		if t.holds(table.Key) {
			for id, v := range figures {
				t.Figures[id] = v
			}
		}
	}
	return t
}

// Begin makes it the beginning of an agency's report for a year: all tables of the edition are in it, totals are left to be
// computed, and what belongs to another year (of the report that was read) is left out.
func (t *Takeover) Begin(agency string, year, read int) {
	for _, table := range t.Edition.Tables {
		t.place(table.Key, year)
		for _, c := range table.Cells {
			if c.Computed || year != read && !c.Optional {
				delete(t.Figures, c.ID)
			} else if _, on := t.Figures[c.ID]; on && year != read {
				t.Figures[c.ID] = "" // the row stays switched on
			}
		}
	}
	if year != read || t.Texts[PlaceTitle] == "" {
		t.Texts[PlaceTitle] = t.Edition.Title(agency, year)
	}
	if t.Texts[PlaceSignatureAgency] == "" {
		t.Texts[PlaceSignatureAgency] = agency
	}
	if year != read {
		t.Texts[PlaceSignatureDate], t.Texts[PlaceNumber] = "", ""
	}
}

// add puts an entry at the end. An official table stands once, at its first place.
func (t *Takeover) add(entry OutlineEntry, blocks []Block) {
	paragraphs, fixtures := TakeApart(blocks)
	for _, f := range fixtures {
		if f.Grid != nil || f.Chart != nil && t.Edition.Chart(f.Chart.Key) != nil || t.Edition.Table(f.Table) != nil && !t.holds(f.Table) && !entry.holds(f.Table) {
			entry.Fixtures = append(entry.Fixtures, f)
		}
	}
	t.Outline = append(t.Outline, entry)
	t.Texts[entry.Key] = strings.Join(paragraphs, "\n")
}

func (t *Takeover) entry(key string) *OutlineEntry {
	if i := slices.IndexFunc(t.Outline, func(o OutlineEntry) bool { return o.Key == key }); i >= 0 {
		return &t.Outline[i]
	}
	return nil
}

func (t *Takeover) holds(table string) bool {
	return slices.ContainsFunc(t.Outline, func(o OutlineEntry) bool { return o.holds(table) })
}

// place puts a table where the edition has it, unless it stands somewhere already.
func (t *Takeover) place(table string, year int) {
	if t.holds(table) {
		return
	}
	standard := StandardOutline(t.Edition, year)
	at := slices.IndexFunc(standard, func(o OutlineEntry) bool { return o.holds(table) })
	part := standard[at]
	fixture := Fixture{After: len(Paragraphs(t.Texts[part.Key])), Table: table}
	if there := t.entry(part.Key); there != nil && !part.Attachment {
		there.Fixtures = append(there.Fixtures, fixture)
		return
	}
	// The section is not there: it comes behind those that the edition has before it.
	part.Fixtures = []Fixture{{Table: table}}
	where := len(t.Outline)
	if part.Attachment {
		part.Key = freeKey(t.Outline, true)
	} else {
		where = 0
		for _, before := range standard[:at] {
			where = max(where, 1+slices.IndexFunc(t.Outline, func(o OutlineEntry) bool { return o.Key == before.Key }))
		}
	}
	t.Outline = slices.Insert(t.Outline, where, part)
	renumber(t.Outline)
}
