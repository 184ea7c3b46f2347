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
	// wide says that more changed than figures, so that the whole report is judged anew.
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
	if sheets != nil {
		for cell, value := range s.typed {
			if e := sheets.tables[cell.Table]; e != nil {
				e.sheet.Set(cell, value)
			}
		}
	}
	switch {
	case s.wide:
		if err := s.judge(s.f); err != nil {
			return err
		}
		if sheets != nil {
			for _, e := range sheets.tables {
				e.counted = nil
			}
		}
	case len(s.typed) > 0:
		var err error
		if sheets == nil {
			if sheets, err = s.evaluate(s.f); err != nil {
				return err
			}
		}
		if err := s.judgeTables(sheets); err != nil {
			return err
		}
	}
	if sheets != nil {
		sheets.revision = s.f.Revision
		s.sheets[s.f.ID] = sheets
	}
	return nil
}

// before are the report's evaluated sheets as they were before this save; nil when they are not known.
func (s *saving) before() *sheets {
	if !s.taken {
		s.kept, s.taken = s.takeSheets(s.f), true
	}
	return s.kept
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
		now := tally(e.sheet)
		if e.counted != nil && *e.counted == now {
			continue
		}
		if err := s.writeVerdict(s.f.ID, part{e.section, table}, now); err != nil {
			return err
		}
		e.counted = &now
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
