package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"nianbao/agency"
	"nianbao/report"
)

// content is what a report says, as it is stored.
type content struct {
	outline   []report.OutlineEntry
	texts     map[string]string
	figures   report.Figures
	conflicts []report.Conflict
	last      *report.LastYear
	// lastReport is the content that last rests on.
	lastReport *report.Report
	identity   report.Identity
}

// Load reads a report that a member may see.
func (s *Store) Load(ctx context.Context, who agency.Member, id int64) (*report.Dossier, error) {
	var out *report.Dossier
	err := s.read(ctx, func(q queries) error {
		f, err := q.visible(who, id)
		if err != nil {
			return err
		}
		c, err := q.content(&f)
		if err != nil {
			return err
		}
		d := &report.Dossier{Edition: f.edition, Report: c.report(&f), Outline: c.outline, Conflicts: c.conflicts, Last: c.last, LastReport: c.lastReport,
			Identity: c.identity, Proofreader: s.Proof}
		report.WithTotals(f.edition, d.Report, f.State.Mode())
		if d.Filing, err = q.withTally(f); err != nil {
			return err
		}
		if d.Alike, err = q.alike(who, &f, c); err != nil {
			return err
		}
		d.Answers, err = q.answers(f.ID)
		out = d
		return err
	})
	return out, err
}

func (q queries) content(f *filing) (*content, error) {
	var c content
	var err error
	if c.outline, err = q.outline(f.ID); err != nil {
		return nil, err
	}
	if c.texts, err = q.texts(f.ID); err != nil {
		return nil, err
	}
	if c.figures, err = q.figures(f.ID); err != nil {
		return nil, err
	}
	if c.lastReport, err = q.lastReport(f); err != nil {
		return nil, err
	}
	c.last = q.lastYear(f, c.lastReport)
	if c.identity, err = q.identity(f.AgencyID); err != nil {
		return nil, err
	}
	c.conflicts, err = q.conflicts(f, c.outline)
	return &c, err
}

// report puts together what stands in the report. Totals are not in it.
func (c *content) report(f *filing) *report.Report {
	r := &report.Report{Edition: f.EditionID, Year: f.Year, Agency: f.AgencyName, Number: c.texts[report.PlaceNumber], Title: c.texts[report.PlaceTitle],
		Preface: c.texts[report.PlacePreface], Figures: report.Figures{}, Closing: c.texts[report.PlaceClosing],
		Signature: report.Signature{Agency: c.texts[report.PlaceSignatureAgency], Date: c.texts[report.PlaceSignatureDate]}}
	if f.State.Done() {
		r.Published = f.PublishedOn
	}
	for _, o := range c.outline {
		if o.Dropped {
			continue
		}
		blocks := report.PutTogether(report.Paragraphs(c.texts[o.Key]), o.Fixtures)
		if o.Attachment {
			r.Attachments = append(r.Attachments, report.Attachment{Key: o.Key, Label: o.Label, Title: o.Title, Heading: o.Heading, Blocks: blocks})
		} else {
			r.Sections = append(r.Sections, report.Section{Key: o.Key, Heading: o.Heading, Blocks: blocks})
		}
		for _, table := range report.TablesOf(blocks) {
			if t := f.edition.Table(table); t != nil {
				for _, cell := range t.Cells {
					if value, on := c.figures[cell.ID]; on || !cell.Optional {
						r.Figures[cell.ID] = value
					}
				}
			}
		}
	}
	return r
}

// proof is the verdict on the content as it stands. Nobody in particular asks, so it knows nothing of other agencies' reports: these
// change without this one, and what they give rise to is hints.
func (c *content) proof(f *filing, by report.Proofreader) report.Proof {
	return by.Proofread(f.edition, c.report(f), report.Context{Mode: f.State.Mode(), Last: c.last, Conflicts: c.conflicts, Identity: c.identity,
		LastReport: c.lastReport})
}

func (q queries) outline(id int64) ([]report.OutlineEntry, error) {
	var out []report.OutlineEntry
	err := q.each("read outline", `SELECT section, heading, attachment, dropped, label, title, fixtures FROM sections WHERE report_id = $1 ORDER BY position`,
		args{id}, func(row scanner) error {
			var o report.OutlineEntry
			var fixtures string
			if err := row.Scan(&o.Key, &o.Heading, &o.Attachment, &o.Dropped, &o.Label, &o.Title, &fixtures); err != nil {
				return err
			}
			out = append(out, o)
			return json.Unmarshal([]byte(fixtures), &out[len(out)-1].Fixtures)
		})
	return out, err
}

func (q queries) texts(id int64) (map[string]string, error) {
	out := map[string]string{}
	err := q.each("read texts", `SELECT place, body FROM texts WHERE report_id = $1`, args{id}, func(row scanner) error {
		var place, body string
		err := row.Scan(&place, &body)
		out[place] = body
		return err
	})
	return out, err
}

func (q queries) figures(id int64) (report.Figures, error) {
	out := report.Figures{}
	err := q.each("read figures", `SELECT cell, value FROM figures WHERE report_id = $1`, args{id}, func(row scanner) error {
		var cell, value string
		err := row.Scan(&cell, &value)
		out[cell] = value
		return err
	})
	return out, err
}

// lastReport is what last year's report of the same agency says in the version that binds; nil when none does.
func (q queries) lastReport(f *filing) (*report.Report, error) {
	return q.versionReport(f.basis.lastID, f.basis.lastVersion)
}

// versionReport is what a version of a report says; nil for version 0.
func (q queries) versionReport(id int64, number int) (*report.Report, error) {
	if number == 0 {
		return nil, nil
	}
	v, err := q.version(id, number)
	if err != nil {
		return nil, err
	}
	r, err := report.ReadJSON(q.store.editions, v.Content)
	if err != nil {
		return nil, fmt.Errorf("version %d of report %d: %w", number, id, err)
	}
	return r, nil
}

// lastYear is last year's report as the rules see it.
func (q queries) lastYear(f *filing, r *report.Report) *report.LastYear {
	if r == nil {
		return nil
	}
	return &report.LastYear{Edition: q.store.editions.Get(r.Edition), Figures: r.Figures, Doubt: f.basis.doubt}
}

// sectionOf is the page on which a text place is edited.
func sectionOf(place string) string {
	switch place {
	case report.PlaceNumber:
		return report.PartTitle
	case report.PlaceSignatureAgency, report.PlaceSignatureDate:
		return report.PartSignature
	}
	section, _, _ := strings.Cut(place, ".")
	return section
}

// sectionOfTable is the entry of an outline that holds a table; "" when none does or it was dropped.
func sectionOfTable(outline []report.OutlineEntry, table string) string {
	for _, o := range outline {
		if !o.Dropped && slices.ContainsFunc(o.Fixtures, func(f report.Fixture) bool { return f.Table == table }) {
			return o.Key
		}
	}
	return ""
}
