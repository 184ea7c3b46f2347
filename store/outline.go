package store

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"nianbao/agency"
	"nianbao/report"
)

// ChangeOutline changes the sections of a report, or switches an optional row of a table on or off.
func (s *Store) ChangeOutline(ctx context.Context, who agency.Member, id int64, c report.OutlineChange) error {
	c.Heading, c.Label, c.Title = clean(c.Heading), clean(c.Label), clean(c.Title)
	return s.write(ctx, func(t *tx) error {
		f, err := t.open(who, agency.Arrange, id)
		if err != nil {
			return err
		}
		if err := t.outlineUntouched(&f, c.Revision); err != nil {
			return err
		}
		before, err := t.outline(id)
		if err != nil {
			return err
		}
		if c.Action == report.ChartOn {
			if c.Chart, err = t.chart(&f, c.Key); err != nil {
				return err
			}
		}
		if err := t.advance(&f, who); err != nil {
			return err
		}
		if c.Action == report.RowOn || c.Action == report.RowOff {
			err = t.switchRow(&f, who, c)
		} else {
			err = t.rearrange(&f, who, before, c)
		}
		if err != nil {
			return err
		}
		return t.judge(&f)
	})
}

// outlineUntouched refuses a change to an outline that was changed since the page was loaded, by others or by a double click: what
// was meant for the fifth section may not hit another.
func (t *tx) outlineUntouched(f *filing, revision int64) error {
	if revision <= 0 {
		return nil
	}
	var name string
	found, err := t.one("find outline changes", `SELECT m.name FROM audit u JOIN members m ON m.id = u.member_id
		WHERE u.report_id = $1 AND u.revision > $2 AND u.action IN ($3, $4) ORDER BY u.revision DESC, u.id DESC LIMIT 1`,
		args{f.ID, revision, actionOutline, actionEdition}, &name)
	if err == nil && found {
		err = report.Errorf(report.Stale, "%s刚刚调整过提纲，下面是现在的样子。还要改的，请再操作一次。", name)
	}
	return err
}

func (t *tx) rearrange(f *filing, who agency.Member, before []report.OutlineEntry, c report.OutlineChange) error {
	after, err := report.ChangeOutline(f.edition, before, c)
	if err != nil {
		return err
	}
	if err := t.saveOutline(f, who, before, after); err != nil {
		return err
	}
	return t.auditOutline(f, who, before, after)
}

// auditOutline records each entry that came, went, moved or got another name.
func (t *tx) auditOutline(f *filing, who agency.Member, before, after []report.OutlineEntry) error {
	old, now := map[string]string{}, map[string]string{}
	for i, o := range before {
		old[o.Key] = describe(i, o)
	}
	for i, o := range after {
		now[o.Key] = describe(i, o)
	}
	keys := maps.Clone(old)
	maps.Copy(keys, now)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if old[key] != now[key] {
			if err := t.audit(entry{report: f.ID, revision: f.Revision, member: who.ID, action: actionOutline, place: key, from: old[key], to: now[key]}); err != nil {
				return err
			}
		}
	}
	return nil
}

// describe is an entry of an outline in the audit record.
func describe(i int, o report.OutlineEntry) string {
	place := "第 " + strconv.Itoa(i+1) + " 项"
	if o.Dropped {
		place = "已移出"
	}
	charts := ""
	for _, f := range o.Fixtures {
		if f.Chart != nil {
			charts += " 附图 " + f.Chart.Key
		}
	}
	return strings.Join(strings.Fields(place+" "+o.Label+" "+o.Heading+" "+o.Title+charts), " ")
}

// saveOutline writes an outline at the filing's revision. The names of attachments are texts as well.
func (t *tx) saveOutline(f *filing, who agency.Member, before, after []report.OutlineEntry) error {
	if _, err := t.exec("clear outline", `DELETE FROM sections WHERE report_id = $1`, f.ID); err != nil {
		return err
	}
	for i, o := range after {
		fixtures, err := json.Marshal(append([]report.Fixture{}, o.Fixtures...))
		if err != nil {
			return err
		}
		if _, err := t.exec("save outline", `INSERT INTO sections (report_id, section, position, attachment, dropped, heading, label, title, fixtures)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, f.ID, o.Key, i, o.Attachment, o.Dropped, o.Heading, o.Label, o.Title, string(fixtures)); err != nil {
			return err
		}
		if !o.Attachment {
			continue
		}
		var old report.OutlineEntry
		if j := slices.IndexFunc(before, func(b report.OutlineEntry) bool { return b.Key == o.Key }); j >= 0 {
			old = before[j]
		}
		for field, names := range map[string][2]string{"label": {old.Label, o.Label}, "title": {old.Title, o.Title}, "heading": {old.Heading, o.Heading}} {
			if names[0] != names[1] {
				if err := t.saveText(f, who, actionOutline, o.Key+"."+field, report.Paragraphs(names[0]), report.Paragraphs(names[1])); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (t *tx) switchRow(f *filing, who agency.Member, c report.OutlineChange) error {
	table, row, _ := strings.Cut(c.Key, ".")
	e := f.edition.Table(table)
	if e == nil || !slices.Contains(e.OptionalRows(), row) {
		return report.Errorf(report.NotFound, "这张表没有这一行可以增减，请刷新后再试。")
	}
	if c.Action == report.RowOn {
		return t.switchOn(f, who, table, row)
	}
	return t.switchOff(f, who, e, row)
}

// switchOn puts an optional row into the report: its cells get rows of their own, with what they held when it was switched off.
func (t *tx) switchOn(f *filing, who agency.Member, table, row string) error {
	for _, c := range f.edition.Table(table).Cells {
		if c.Row != row {
			continue
		}
		var value string
		if _, err := t.one("find value before switching off", `SELECT from_value FROM audit WHERE report_id = $1 AND place = $2 AND action = $3
			ORDER BY revision DESC, id DESC LIMIT 1`, args{f.ID, c.ID, actionOutline}, &value); err != nil {
			return err
		}
		n, err := t.exec("switch row on", `INSERT INTO figures (report_id, cell, value, revision, member_id) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (report_id, cell) DO NOTHING`, f.ID, c.ID, value, f.Revision, who.ID)
		if err != nil {
			return err
		}
		if n == 0 {
			continue
		}
		if err := t.audit(entry{report: f.ID, revision: f.Revision, member: who.ID, action: actionOutline, place: c.ID, to: value}); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) switchOff(f *filing, who agency.Member, table *report.Table, row string) error {
	for _, c := range table.Cells {
		if c.Row != row {
			continue
		}
		now, err := t.figure(f.ID, c.ID)
		if err != nil {
			return err
		}
		if now.off {
			continue
		}
		if _, err := t.exec("switch row off", `DELETE FROM figures WHERE report_id = $1 AND cell = $2`, f.ID, c.ID); err != nil {
			return err
		}
		if err := t.audit(entry{report: f.ID, revision: f.Revision, member: who.ID, action: actionOutline, place: c.ID, from: now.value}); err != nil {
			return err
		}
	}
	return nil
}

// SetEdition changes the format of a report. Texts under sections that the new one does not have go on in added sections, and
// figures stay stored, for the way back.
func (s *Store) SetEdition(ctx context.Context, who agency.Member, id int64, edition string) error {
	to := s.editions.Get(edition)
	if to == nil {
		return report.Errorf(report.Invalid, "没有这种格式，请从列表里选。")
	}
	return s.write(ctx, func(t *tx) error {
		f, err := t.open(who, agency.Arrange, id)
		if err != nil || f.EditionID == to.ID {
			return err
		}
		before, err := t.outline(id)
		if err != nil {
			return err
		}
		texts, err := t.texts(id)
		if err != nil {
			return err
		}
		if err := t.advance(&f, who); err != nil {
			return err
		}
		after, renamed := report.Reoutline(to, f.Year, before, func(key string) bool { return texts[key] != "" })
		if err := t.renamePlaces(&f, who, renamed, texts); err != nil {
			return err
		}
		if err := t.saveOutline(&f, who, before, after); err != nil {
			return err
		}
		if err := t.auditOutline(&f, who, before, after); err != nil {
			return err
		}
		if title := texts[report.PlaceTitle]; title == f.edition.Title(f.AgencyName, f.Year) {
			if err := t.saveText(&f, who, actionEdition, report.PlaceTitle, []string{title}, []string{to.Title(f.AgencyName, f.Year)}); err != nil {
				return err
			}
		}
		if _, err := t.exec("set edition", `UPDATE reports SET edition = $1 WHERE id = $2`, to.ID, id); err != nil {
			return err
		}
		if err := t.audit(entry{report: id, revision: f.Revision, member: who.ID, action: actionEdition, from: f.EditionID, to: to.ID}); err != nil {
			return err
		}
		f.EditionID, f.edition = to.ID, to
		return t.judge(&f)
	})
}

// renamePlaces lets texts, and the conflicts about them, follow their sections to new keys.
func (t *tx) renamePlaces(f *filing, who agency.Member, renamed map[string]string, texts map[string]string) error {
	for _, old := range slices.Sorted(maps.Keys(renamed)) {
		key := renamed[old]
		if _, err := t.exec("delete text", `DELETE FROM texts WHERE report_id = $1 AND place = $2`, f.ID, old); err != nil {
			return err
		}
		if err := t.saveText(f, who, actionEdition, key, nil, report.Paragraphs(texts[old])); err != nil {
			return err
		}
		if _, err := t.exec("move conflicts", `UPDATE conflicts SET place = $1 WHERE report_id = $2 AND place = $3`, key, f.ID, old); err != nil {
			return err
		}
	}
	return nil
}
