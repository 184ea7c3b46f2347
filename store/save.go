package store

import (
	"context"
	"maps"
	"slices"

	"nianbao/agency"
	"nianbao/report"
)

// Save takes over what a page sent (contract.md, "Saving"). It refuses no value: what somebody else changed differently since
// the page was loaded becomes a conflict, and texts beyond the limit are named and left out.
func (s *Store) Save(ctx context.Context, who agency.Member, id int64, cs report.ChangeSet) (report.Saved, error) {
	var saved report.Saved
	err := s.write(ctx, func(t *tx) error {
		f, err := t.open(who, agency.Edit, id)
		if err != nil {
			return err
		}
		saved, err = t.save(&f, who, cs)
		return err
	})
	if err != nil {
		return report.Saved{}, err
	}
	return saved, nil
}

// saving is a save under way.
type saving struct {
	*tx
	f   *filing
	who agency.Member
	// base is the revision that the page shows, next the one that this save makes if it changes anything.
	base, next int64
	outcome    report.Saved
	// typed are the cells that were taken over, by id.
	typed map[*report.Cell]string
	// wide says that more changed than figures, so that the whole report is judged anew; so it is for figures of which the text speaks.
	wide bool
	// answered counts reasons that were written or taken back.
	answered int
	outline  []report.OutlineEntry
	// kept are the sheets as they were before this save, once taken.
	kept  *sheets
	taken bool
}

func (t *tx) save(f *filing, who agency.Member, cs report.ChangeSet) (report.Saved, error) {
	s := &saving{tx: t, f: f, who: who, base: cs.Base, next: f.Revision + 1, typed: map[*report.Cell]string{}, outcome: report.Saved{Revision: f.Revision}}
	if s.base <= 0 || s.base > f.Revision {
		s.base = f.Revision
	}
	if err := s.saveCells(cs.Cells); err != nil {
		return report.Saved{}, err
	}
	if err := s.saveTexts(cs.Texts); err != nil {
		return report.Saved{}, err
	}
	if err := s.saveReasons(cs.Reasons); err != nil {
		return report.Saved{}, err
	}
	return s.outcome, s.finish()
}

// finish gives the report its new revision and brings the verdicts up to date.
func (s *saving) finish() error {
	if s.outcome.Changed+s.answered == 0 && !s.wide {
		if s.kept != nil {
			s.sheets[s.f.ID] = s.kept
		}
		return nil
	}
	sheets := s.before()
	if err := s.advance(s.f, s.who); err != nil {
		return err
	}
	s.outcome.Revision = s.f.Revision
	if s.wide {
		sheets = nil // texts, outline or conflicts are other ones
	}
	switch {
	case sheets != nil:
		if err := s.rejudge(sheets); err != nil {
			return err
		}
	case s.wide || len(s.typed) > 0:
		c, err := s.content(s.f)
		if err != nil {
			return err
		}
		sheets = c.sheets(s.f)
		if sheets.verdict, err = s.proofread(s.f, c, nil); err != nil {
			return err
		}
	default:
		return nil
	}
	sheets.revision = s.f.Revision
	s.sheets[s.f.ID] = sheets
	return nil
}

// rejudge brings the sheets of a report, and the verdict on it, up to date after figures were saved.
func (s *saving) rejudge(sheets *sheets) error {
	for cell, value := range s.typed {
		sheets.content.figures[cell.ID] = value
		if e := sheets.tables[cell.Table]; e != nil {
			e.sheet.Set(cell, value)
		}
	}
	if !s.touches(sheets.read) {
		return s.judgeTables(sheets)
	}
	var err error
	sheets.verdict, err = s.proofread(s.f, sheets.content, sheets.counted)
	return err
}

// before are the report's evaluated sheets as they were before this save; nil when they are not known.
func (s *saving) before() *sheets {
	if !s.taken {
		s.kept, s.taken = s.takeSheets(s.f), true
	}
	return s.kept
}

// touches reports whether a cell among these was typed.
func (s *saving) touches(cells map[string]bool) bool {
	for cell := range s.typed {
		if cells[cell.ID] {
			return true
		}
	}
	return false
}

// judgeTables counts anew the findings of the tables in which a cell was typed.
func (s *saving) judgeTables(sheets *sheets) error {
	tables := map[string]bool{}
	for cell := range s.typed {
		tables[cell.Table] = true
	}
	for _, table := range slices.Sorted(maps.Keys(tables)) {
		e := sheets.tables[table]
		if e == nil {
			continue
		}
		p, now := part{e.section, table}, tally(e.sheet)
		if sheets.counted[p] == now {
			continue
		}
		if err := s.writeVerdict(s.f.ID, p, now); err != nil {
			return err
		}
		sheets.counted[p] = now
	}
	return nil
}

// entries is the report's outline, read once.
func (s *saving) entries() ([]report.OutlineEntry, error) {
	var err error
	if s.outline == nil {
		s.outline, err = s.queries.outline(s.f.ID)
	}
	return s.outline, err
}
