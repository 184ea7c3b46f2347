package store

import (
	"context"

	"nianbao/agency"
	"nianbao/report"
)

// FillBlanks saves what a page sent and then writes 0 into the blanks of a table. What was filled can be taken back by UndoFill
// with the revision that it returns.
func (s *Store) FillBlanks(ctx context.Context, who agency.Member, id int64, table string, cs report.ChangeSet) (filled int, saved report.Saved, err error) {
	return s.fillZero(ctx, who, id, table, report.Blank, actionFill, cs)
}

// ReplaceNone is FillBlanks for cells that say 无, / or —.
func (s *Store) ReplaceNone(ctx context.Context, who agency.Member, id int64, table string, cs report.ChangeSet) (filled int, saved report.Saved, err error) {
	return s.fillZero(ctx, who, id, table, report.None, actionNone, cs)
}

func (s *Store) fillZero(ctx context.Context, who agency.Member, id int64, table string, what report.Condition, action string, cs report.ChangeSet) (filled int, saved report.Saved, err error) {
	err = s.write(ctx, func(t *tx) error {
		f, err := t.open(who, agency.Edit, id)
		if err != nil {
			return err
		}
		e := f.edition.Table(table)
		if e == nil {
			return report.Errorf(report.NotFound, "这份报告没有这张表，请刷新后再试。")
		}
		if saved, err = t.save(&f, who, cs); err != nil {
			return err
		}
		cells, err := t.holding(&f, e, what)
		if err != nil {
			return err
		}
		filled = len(cells)
		saved.Revision, err = t.putAll(&f, who, action, cells, func(*report.Cell) string { return "0" })
		return err
	})
	if err != nil {
		return 0, report.Saved{}, err
	}
	return filled, saved, nil
}

// holding lists the typed cells of a table that are blank, or say 无. One in conflict waits for a choice instead.
func (t *tx) holding(f *filing, table *report.Table, what report.Condition) ([]*report.Cell, error) {
	figures, err := t.figures(f.ID)
	if err != nil {
		return nil, err
	}
	disputed := map[string]bool{}
	if err := t.each("list cells in conflict", `SELECT place FROM conflicts WHERE report_id = $1 AND is_cell`, args{f.ID}, func(row scanner) error {
		var place string
		err := row.Scan(&place)
		disputed[place] = true
		return err
	}); err != nil {
		return nil, err
	}
	var out []*report.Cell
	for _, c := range table.Cells {
		value, on := figures[c.ID]
		if !c.Computed && report.ParseValue(c.Kind, value).Condition == what && (on || !c.Optional) && !disputed[c.ID] {
			out = append(out, c)
		}
	}
	return out, nil
}

// putAll writes values into cells and tells the revision of the report then.
func (t *tx) putAll(f *filing, who agency.Member, action string, cells []*report.Cell, valueOf func(*report.Cell) string) (int64, error) {
	s := &saving{tx: t, f: f, who: who, next: f.Revision + 1, typed: map[*report.Cell]string{}}
	for _, c := range cells {
		now, err := t.figure(f.ID, c.ID)
		if err != nil {
			return 0, err
		}
		s.typed[c] = valueOf(c)
		if err := t.setFigure(f.ID, s.next, who, action, c.ID, now.value, s.typed[c]); err != nil {
			return 0, err
		}
		s.outcome.Changed++
	}
	err := s.finish()
	return f.Revision, err
}

// UndoFill gives the cells back what FillBlanks or ReplaceNone found in them at a revision, where nobody has touched them since.
func (s *Store) UndoFill(ctx context.Context, who agency.Member, id, revision int64) (n int, err error) {
	err = s.write(ctx, func(t *tx) error {
		f, err := t.open(who, agency.Edit, id)
		if err != nil {
			return err
		}
		var cells []*report.Cell
		before := map[*report.Cell]string{}
		if err := t.each("list filled cells", `SELECT f.cell, u.from_value FROM figures f JOIN audit u ON u.report_id = f.report_id AND u.place = f.cell AND u.revision = f.revision
			WHERE f.report_id = $1 AND f.revision = $2 AND u.action IN ($3, $4) ORDER BY f.cell`, args{id, revision, actionFill, actionNone}, func(row scanner) error {
			var cell, value string
			err := row.Scan(&cell, &value)
			if c := f.edition.Cell(cell); c != nil {
				cells = append(cells, c)
				before[c] = value
			}
			return err
		}); err != nil {
			return err
		}
		n = len(cells)
		_, err = t.putAll(&f, who, actionUndo, cells, func(c *report.Cell) string { return before[c] })
		return err
	})
	if err != nil {
		return 0, err
	}
	return n, nil
}
