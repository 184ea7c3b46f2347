package store

import (
	"context"

	"nianbao/agency"
	"nianbao/report"
)

// FillBlanks saves what a page sent and then writes 0 into the blanks of a table. What was filled can be taken back by UndoFill
// with the revision that it returns.
func (s *Store) FillBlanks(ctx context.Context, who agency.Member, id int64, table string, cs report.ChangeSet) (filled int, saved report.Saved, err error) {
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
		blanks, err := t.blanks(&f, e)
		if err != nil {
			return err
		}
		filled = len(blanks)
		saved.Revision, err = t.putAll(&f, who, actionFill, blanks, "0")
		return err
	})
	if err != nil {
		return 0, report.Saved{}, err
	}
	return filled, saved, nil
}

// blanks are the cells of a table that wait for a value. One in conflict waits for a choice instead.
func (t *tx) blanks(f *filing, table *report.Table) ([]*report.Cell, error) {
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
		if !c.Computed && value == "" && (on || !c.Optional) && !disputed[c.ID] {
			out = append(out, c)
		}
	}
	return out, nil
}

// putAll writes one value into cells and tells the revision of the report then.
func (t *tx) putAll(f *filing, who agency.Member, action string, cells []*report.Cell, value string) (int64, error) {
	s := &saving{tx: t, f: f, who: who, next: f.Revision + 1, typed: map[*report.Cell]string{}}
	for _, c := range cells {
		now, err := t.figure(f.ID, c.ID)
		if err != nil {
			return 0, err
		}
		if err := t.setFigure(f.ID, s.next, who, action, c.ID, now.value, value); err != nil {
			return 0, err
		}
		s.typed[c] = value
		s.outcome.Changed++
	}
	err := s.finish()
	return f.Revision, err
}

// UndoFill makes the cells blank again that FillBlanks filled at a revision and nobody has touched since.
func (s *Store) UndoFill(ctx context.Context, who agency.Member, id, revision int64) (n int, err error) {
	err = s.write(ctx, func(t *tx) error {
		f, err := t.open(who, agency.Edit, id)
		if err != nil {
			return err
		}
		var cells []*report.Cell
		if err := t.each("list filled cells", `SELECT f.cell FROM figures f JOIN audit u ON u.report_id = f.report_id AND u.place = f.cell AND u.revision = f.revision
			WHERE f.report_id = $1 AND f.revision = $2 AND u.action = $3 ORDER BY f.cell`, args{id, revision, actionFill}, func(row scanner) error {
			var cell string
			err := row.Scan(&cell)
			if c := f.edition.Cell(cell); c != nil {
				cells = append(cells, c)
			}
			return err
		}); err != nil {
			return err
		}
		n = len(cells)
		_, err = t.putAll(&f, who, actionUndo, cells, "")
		return err
	})
	if err != nil {
		return 0, err
	}
	return n, nil
}
