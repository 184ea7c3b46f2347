package store

import (
	"context"
	"slices"
	"strings"

	"nianbao/agency"
	"nianbao/report"
)

func (q queries) conflicts(f *filing, outline []report.OutlineEntry) ([]report.Conflict, error) {
	if f.conflicts == 0 {
		return nil, nil
	}
	var out []report.Conflict
	// What is saved in a cell may have changed since.
	err := q.each("list conflicts", `SELECT c.id, c.place, c.is_cell, c.base, CASE WHEN c.is_cell THEN COALESCE(f.value, '') ELSE c.saved END, c.mine, c.at,
		COALESCE(w.name, s.name), m.name, c.made_at
		FROM conflicts c JOIN members s ON s.id = c.saved_by JOIN members m ON m.id = c.mine_by
		LEFT JOIN figures f ON f.report_id = c.report_id AND f.cell = c.place LEFT JOIN members w ON w.id = f.member_id
		WHERE c.report_id = $1 ORDER BY c.id`, args{f.ID}, func(row scanner) error {
		var c report.Conflict
		var made int64
		err := row.Scan(&c.ID, &c.Place, &c.Cell, &c.Base, &c.Saved, &c.Mine, &c.At, &c.SavedBy, &c.MineBy, &made)
		c.MadeAt, c.Section = fromMillis(made), sectionOf(c.Place)
		if cell := f.edition.Cell(c.Place); c.Cell && cell != nil {
			c.Section = sectionOfTable(outline, cell.Table)
		}
		out = append(out, c)
		return err
	})
	return out, err
}

// conflict keeps a value that cannot be taken over beside the one that is saved. A member's newer value for the same cell or
// paragraph takes the place of his older one.
func (s *saving) conflict(c report.Conflict, savedBy int64) error {
	var id int64
	var mine string
	known, err := s.one("find conflict", `SELECT id, mine FROM conflicts WHERE report_id = $1 AND place = $2 AND mine_by = $3
		AND (is_cell OR mine = $4 OR mine = $5) ORDER BY id DESC LIMIT 1`, args{s.f.ID, c.Place, s.who.ID, c.Mine, c.Base}, &id, &mine)
	if err != nil {
		return err
	}
	switch {
	case !known:
		_, err = s.one("insert conflict", `INSERT INTO conflicts (report_id, place, is_cell, base, saved, mine, at, saved_by, mine_by, revision, made_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
			args{s.f.ID, c.Place, c.Cell, c.Base, c.Saved, c.Mine, c.At, savedBy, s.who.ID, s.next, millis(s.now)}, &id)
	case mine != c.Mine:
		_, err = s.exec("renew conflict", `UPDATE conflicts SET mine = $1, saved = $2, at = $3, saved_by = $4, revision = $5, made_at = $6 WHERE id = $7`,
			c.Mine, c.Saved, c.At, savedBy, s.next, millis(s.now), id)
	}
	if err != nil {
		return err
	}
	if !known || mine != c.Mine {
		s.wide = true
		if err := s.audit(entry{report: s.f.ID, revision: s.next, member: s.who.ID, action: actionConflict, place: c.Place, from: c.Saved, to: c.Mine}); err != nil {
			return err
		}
	}
	s.f.conflicts++
	outline, err := s.entries()
	if err != nil {
		return err
	}
	open, err := s.conflicts(s.f, outline)
	if i := slices.IndexFunc(open, func(o report.Conflict) bool { return o.ID == id }); i >= 0 {
		s.outcome.Conflicts = append(s.outcome.Conflicts, open[i])
	}
	return err
}

// settle ends the conflicts about a cell or a line that a new value makes pointless: those that ask for just this value, and
// those that its writer had before his eyes when he typed it.
func (s *saving) settle(place, value string) error {
	n, err := s.exec("settle conflicts", `DELETE FROM conflicts WHERE report_id = $1 AND place = $2 AND (mine = $3 OR revision <= $4)`,
		s.f.ID, place, value, s.base)
	s.wide = s.wide || n > 0
	return err
}

// Resolve chooses one of the two values of a conflict.
func (s *Store) Resolve(ctx context.Context, who agency.Member, id int64, conflictID int64, mine bool) error {
	return s.write(ctx, func(t *tx) error {
		f, err := t.open(who, agency.Edit, id)
		if err != nil {
			return err
		}
		outline, err := t.outline(id)
		if err != nil {
			return err
		}
		open, err := t.conflicts(&f, outline)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(open, func(c report.Conflict) bool { return c.ID == conflictID })
		if i < 0 {
			return report.Errorf(report.Stale, "这一处已经选定过了，请刷新页面看现在的内容。")
		}
		if err := t.advance(&f, who); err != nil {
			return err
		}
		if err := t.choose(&f, who, open[i], mine); err != nil {
			return err
		}
		if _, err := t.exec("delete conflict", `DELETE FROM conflicts WHERE id = $1`, conflictID); err != nil {
			return err
		}
		f.conflicts--
		return t.judge(&f)
	})
}

func (t *tx) choose(f *filing, who agency.Member, c report.Conflict, mine bool) error {
	switch {
	case !mine:
		// Nothing changes at the place; the record of the conflict has the other value.
		return t.audit(entry{report: f.ID, revision: f.Revision, member: who.ID, action: actionResolve, place: c.Place, from: c.Saved, to: c.Saved})
	case c.Cell:
		return t.chooseCell(f, who, c)
	}
	now, err := t.text(f.ID, c.Place)
	if err != nil {
		return err
	}
	old := report.Paragraphs(now.body)
	merged, found := replaceParagraph(old, c)
	if !found {
		return report.Errorf(report.Stale, "原来那一段后来又改过，没法直接换上。请在正文里手工改好，再选“保留已保存的”。")
	}
	if oneLine(c.Place) {
		merged = report.Paragraphs(c.Mine)
	}
	return t.saveText(f, who, actionResolve, c.Place, old, merged)
}

func (t *tx) chooseCell(f *filing, who agency.Member, c report.Conflict) error {
	cell := f.edition.Cell(c.Place)
	if cell == nil {
		return report.Errorf(report.Stale, "换过格式以后没有这一格了，只能保留已保存的。")
	}
	if cell.Optional {
		if err := t.switchOn(f, who, cell.Table, cell.Row); err != nil {
			return err
		}
	}
	return t.setFigure(f.ID, f.Revision, who, actionResolve, c.Place, c.Saved, c.Mine)
}

// replaceParagraph puts a conflict's other paragraph in the place of the saved one, the nearest to where that was.
func replaceParagraph(paragraphs []string, c report.Conflict) (out []string, found bool) {
	if c.Saved == "" {
		return slices.Insert(slices.Clone(paragraphs), min(c.At, len(paragraphs)), c.Mine), true
	}
	best := -1
	for i, p := range paragraphs {
		if p == c.Saved && (best < 0 || abs(i-c.At) < abs(best-c.At)) {
			best = i
		}
	}
	if best < 0 {
		return nil, false
	}
	out = slices.Delete(slices.Clone(paragraphs), best, best+1)
	if c.Mine != "" {
		out = slices.Insert(out, best, strings.TrimSpace(c.Mine))
	}
	return out, true
}

func abs(n int) int { return max(n, -n) }
