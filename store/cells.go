package store

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/agency"
	"nianbao/report"
)

// figure is a cell as it is stored.
type figure struct {
	value            string
	revision, member int64
	// off says that there is no row: a cell that was never filled, or one of an optional row that is switched off.
	off bool
}

// manyCells is from when on all figures of a report are read at once.
const manyCells = 8

func (s *saving) saveCells(typed map[string]string) error {
	var cells []*report.Cell
	for _, id := range slices.Sorted(maps.Keys(typed)) {
		switch c := s.f.edition.Cell(id); {
		case c == nil:
			s.unknown(id, typed[id])
		case c.Computed:
		case utf8.RuneCountInString(typed[id]) > report.CellLimit:
			s.outcome.TooLong = append(s.outcome.TooLong, id)
		default:
			cells = append(cells, c)
		}
	}
	var all map[string]figure
	if len(cells) > manyCells {
		var err error
		if all, err = s.allFigures(s.f.ID); err != nil {
			return err
		}
	}
	for _, c := range cells {
		now, known := s.standing(c)
		switch {
		case known:
		case all == nil:
			var err error
			if now, err = s.figure(s.f.ID, c.ID); err != nil {
				return err
			}
		default:
			var on bool
			if now, on = all[c.ID]; !on {
				now.off = true
			}
		}
		v := report.ParseValue(c.Kind, clean(typed[c.ID]))
		if v.Converted && v.Text != now.value {
			s.outcome.Converted = append(s.outcome.Converted, report.ConvertedHint(c, typed[c.ID], v))
		}
		if err := s.saveCell(c, v.Text, now); err != nil {
			return err
		}
	}
	return nil
}

// standing is what a cell holds, from the sheets in memory where they are known and nobody has saved since the page was loaded;
// who saved it last does not matter then.
func (s *saving) standing(c *report.Cell) (figure, bool) {
	if s.base < s.f.Revision {
		return figure{}, false
	}
	sheets := s.before()
	if sheets == nil || sheets.tables[c.Table] == nil {
		return figure{}, false
	}
	sheet := sheets.tables[c.Table].sheet
	return figure{value: sheet.Value(c).Text, off: !sheet.On(c)}, true
}

// unknown names a value that has no cell, so that the page can give it back.
func (s *saving) unknown(id, value string) {
	if value = strings.TrimSpace(clean(value)); value == "" {
		return
	}
	if s.outcome.Unknown == nil {
		s.outcome.Unknown = map[string]string{}
	}
	s.outcome.Unknown[id] = value
}

func (q queries) figure(id int64, cell string) (figure, error) {
	var f figure
	found, err := q.one("read figure", `SELECT value, revision, member_id FROM figures WHERE report_id = $1 AND cell = $2`, args{id, cell},
		&f.value, &f.revision, &f.member)
	f.off = !found
	return f, err
}

func (q queries) allFigures(id int64) (map[string]figure, error) {
	out := map[string]figure{}
	err := q.each("read figures", `SELECT cell, value, revision, member_id FROM figures WHERE report_id = $1`, args{id}, func(row scanner) error {
		var cell string
		var f figure
		err := row.Scan(&cell, &f.value, &f.revision, &f.member)
		out[cell] = f
		return err
	})
	return out, err
}

// saveCell takes over one value, unless somebody else changed the cell meanwhile, and differently.
func (s *saving) saveCell(c *report.Cell, value string, now figure) error {
	if c.Optional && now.off {
		return s.saveSwitchedOff(c, value)
	}
	if value == now.value {
		return nil
	}
	if now.revision > s.base {
		base, err := s.valueAt(s.f.ID, c.ID, s.base)
		if err != nil || value == base {
			return err
		}
		if now.member != s.who.ID && now.value != base {
			return s.conflict(report.Conflict{Place: c.ID, Cell: true, Base: base, Saved: now.value, Mine: value}, now.member)
		}
	}
	if s.f.conflicts > 0 {
		if err := s.settle(c.ID, value); err != nil {
			return err
		}
	}
	s.typed[c] = value
	s.outcome.Changed++
	return s.setFigure(s.f.ID, s.next, s.who, actionSave, c.ID, now.value, value)
}

// saveSwitchedOff looks at a value for a cell whose row is switched off. If the page had it on, somebody switched it off since,
// and what was typed must not get lost.
func (s *saving) saveSwitchedOff(c *report.Cell, value string) error {
	var revision, member int64
	found, err := s.one("find switching off", `SELECT revision, member_id FROM audit WHERE report_id = $1 AND place = $2 AND revision > $3 AND action = $4
		ORDER BY id DESC LIMIT 1`, args{s.f.ID, c.ID, s.base, actionOutline}, &revision, &member)
	if err == nil && !found {
		s.unknown(c.ID, value)
	}
	if err != nil || !found || value == "" {
		return err
	}
	base, err := s.valueAt(s.f.ID, c.ID, s.base)
	if err != nil || value == base {
		return err
	}
	return s.conflict(report.Conflict{Place: c.ID, Cell: true, Base: base, Mine: value}, member)
}

// setFigure writes a cell with its audit record.
func (t *tx) setFigure(id, revision int64, who agency.Member, action, cell, from, to string) error {
	_, err := t.exec("save figure", `INSERT INTO figures (report_id, cell, value, revision, member_id) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (report_id, cell) DO UPDATE SET value = excluded.value, revision = excluded.revision, member_id = excluded.member_id`,
		id, cell, to, revision, who.ID)
	if err != nil {
		return err
	}
	return t.audit(entry{report: id, revision: revision, member: who.ID, action: action, place: cell, from: from, to: to})
}
