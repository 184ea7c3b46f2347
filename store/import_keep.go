package store

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"

	"nianbao/agency"
	"nianbao/report"
)

// KeepImport keeps an import with the corrections of its page, as a report or, with KeepNot, only for later. Keeping it again in the
// same way changes nothing. Where the agency has a report of that year already it is Invalid, unless that one was read in and waits
// to be confirmed: then the import takes its place.
func (s *Store) KeepImport(ctx context.Context, who agency.Member, id int64, k report.Keep) (report.Filing, error) {
	content, err := contentOf(k.Report)
	if err != nil {
		return report.Filing{}, err
	}
	var out report.Filing
	err = s.write(ctx, func(t *tx) error {
		i, f, err := t.importFor(who, id, t.locking("i"))
		if err != nil {
			return err
		}
		old, err := contentOf(i.Report)
		switch {
		case err != nil:
			return err
		case i.Report == nil:
			return report.Errorf(report.Invalid, "这个文件没有读出来，没有内容可以存。")
		case f != nil && f.State != report.Imported:
			if f.State != k.As.State() {
				return report.Errorf(report.Stale, "这次导入已经存成%s %d 年的报告，现在是“%s”。请到报告里看。", f.AgencyName, f.Year, report.StateNames[f.State])
			}
			out, err = t.withTally(*f) // sent twice
			return err
		case f != nil && k.As == report.KeepLater && f.AgencyID == k.AgencyID && f.Year == k.Year && f.EditionID == k.Edition && bytes.Equal(old, content):
			out, err = t.withTally(*f)
			return err
		case f != nil && k.As == report.KeepDraft:
			return report.Errorf(report.Stale, "这次导入已经存成%s %d 年的历史报告，不能再当草稿。", f.AgencyName, f.Year)
		}
		if _, err := t.exec("correct import", `UPDATE imports SET content = $1, doubts = $2, agency = $3, year = $4 WHERE id = $5`, content, k.Doubts,
			clean(k.Report.Agency), k.Report.Year, id); err != nil {
			return err
		}
		if k.As == report.KeepNot && f == nil {
			return nil
		}
		kept, err := t.keepAs(who, f, k, i)
		if err != nil {
			return err
		}
		out, err = t.withTally(*kept)
		return err
	})
	return out, err
}

// keepAs makes the report of an import; f is the one that it is kept as already, waiting to be confirmed, or nil.
func (t *tx) keepAs(who agency.Member, f *filing, k report.Keep, i report.Import) (*filing, error) {
	e := t.store.editions.Get(k.Edition)
	if e == nil {
		return nil, report.Errorf(report.Invalid, "请先选定格式。")
	}
	if err := report.CheckYear(k.Year, t.now.Year()); err != nil {
		return nil, err
	}
	if k.As != report.KeepDraft {
		if err := report.CheckPast(k.Year, t.now.Year()); err != nil {
			return nil, err
		}
	}
	a, err := t.findAgency("a.id = $1", k.AgencyID)
	if err != nil {
		return nil, err
	}
	over := report.TakeOver(e, k.Report)
	action := agency.Import
	if k.As == report.KeepDraft {
		action = agency.Create
		over.Begin(a.Name, k.Year, i.Report.Year)
	}
	if err := agency.Check(who, action, a.Path, ""); err != nil {
		return nil, err
	}
	for _, text := range over.Texts {
		if utf8.RuneCountInString(text) > report.TextLimit {
			return nil, report.Errorf(report.TooLarge, "有一节超过 %d 万字，存不下。请把原文件这一节删短后再导入。", report.TextLimit/10_000)
		}
	}
	if f, err = t.filingFor(who, f, a, k, e); err != nil {
		return nil, err
	}
	if err := t.writeTakeover(f, who, over); err != nil {
		return nil, err
	}
	if _, err := t.exec("forget the import before", `DELETE FROM imports WHERE report_id = $1 AND id <> $2`, f.ID, i.ID); err != nil {
		return nil, err
	}
	if _, err := t.exec("note what an import became", `UPDATE imports SET report_id = $1 WHERE id = $2`, f.ID, i.ID); err != nil {
		return nil, err
	}
	if err := t.audit(entry{report: f.ID, revision: f.Revision, member: who.ID, action: actionImport, from: i.Name, to: i.SHA256}); err != nil {
		return nil, err
	}
	if err := t.judge(f); err != nil || k.As == report.KeepDraft {
		return f, err
	}
	if err := t.addReadVersion(f, who, k.Report.Published); err != nil {
		return nil, err
	}
	if k.As == report.KeepHistory {
		return f, t.takeStep(f, who, report.StepRequest{Step: report.Confirm})
	}
	return f, t.judgeAgain(f.AgencyID, f.Year+1)
}

// filingFor is the report that an import is kept as: a new one, or one that was read in before, whose agency, year and edition may
// be corrected as well.
func (t *tx) filingFor(who agency.Member, f *filing, a agency.Agency, k report.Keep, e *report.Edition) (*filing, error) {
	there, err := t.findFilings("r.agency_id = $1 AND r.year = $2", a.ID, k.Year)
	if err != nil {
		return nil, err
	}
	switch {
	case len(there) == 0 && f == nil:
		state := report.Imported
		if k.As == report.KeepDraft {
			state = report.Draft
		}
		var id int64
		_, err := t.one("insert report", `INSERT INTO reports (agency_id, year, edition, state, revision, state_since, state_by, updated_at, updated_by)
			VALUES ($1, $2, $3, $4, 1, $5, $6, $5, $6) RETURNING id`, args{a.ID, k.Year, e.ID, string(state), millis(t.now), who.ID}, &id)
		if violation(err) == duplicate {
			return nil, report.Wrap(report.Invalid, err, reportThere(a.Name, k.Year, report.Draft))
		}
		if err != nil {
			return nil, err
		}
		made, err := t.lock(id)
		return &made, err
	case len(there) > 0 && (f != nil && there[0].ID != f.ID || there[0].State != report.Imported || k.As == report.KeepDraft):
		return nil, report.Errorf(report.Invalid, "%s", reportThere(a.Name, k.Year, there[0].State))
	case f == nil:
		f = &there[0]
	}
	locked, err := t.open(who, agency.Import, f.ID)
	if err != nil {
		return nil, err
	}
	if err := t.advance(&locked, who); err != nil {
		return nil, err
	}
	if _, err := t.exec("correct whose report it is", `UPDATE reports SET agency_id = $1, year = $2, edition = $3 WHERE id = $4`, a.ID, k.Year, e.ID, f.ID); err != nil {
		return nil, err
	}
	if a.ID != locked.AgencyID || k.Year != locked.Year {
		if err := t.audit(entry{report: f.ID, revision: locked.Revision, member: who.ID, action: actionImport, from: fmt.Sprintf("%s %d", locked.AgencyName, locked.Year),
			to: fmt.Sprintf("%s %d", a.Name, k.Year)}); err != nil {
			return nil, err
		}
		if err := t.judgeAgain(locked.AgencyID, locked.Year+1); err != nil {
			return nil, err
		}
	}
	locked, err = t.lock(f.ID)
	return &locked, err
}

func reportThere(name string, year int, state report.State) string {
	return fmt.Sprintf("%s %d 年的报告已经有了，现在是“%s”，没有改动它。导入的内容还在这里，没有丢。", name, year, report.StateNames[state])
}

// writeTakeover makes a report say what was read. Texts come before the outline: writing them moves the tables among the paragraphs,
// and the outline has these at their places already.
func (t *tx) writeTakeover(f *filing, who agency.Member, over *report.Takeover) error {
	before, err := t.outline(f.ID)
	if err != nil {
		return err
	}
	texts, err := t.texts(f.ID)
	if err != nil {
		return err
	}
	for _, place := range slices.Sorted(maps.Keys(over.Texts)) {
		now, old := paragraphsOf(place, clean(over.Texts[place])), report.Paragraphs(texts[place])
		if !slices.Equal(now, old) {
			if err := t.saveText(f, who, actionImport, place, old, now); err != nil {
				return err
			}
		}
	}
	for i, o := range over.Outline {
		over.Outline[i].Heading, over.Outline[i].Label, over.Outline[i].Title = clean(o.Heading), clean(o.Label), clean(o.Title)
	}
	if err := t.saveOutline(f, who, before, over.Outline); err != nil {
		return err
	}
	figures, err := t.figures(f.ID)
	if err != nil {
		return err
	}
	return t.writeFigures(f, who, figures, over.Figures)
}

// writeFigures replaces the figures of a report, with a record of each that changed.
func (t *tx) writeFigures(f *filing, who agency.Member, old, now report.Figures) error {
	for _, id := range slices.Sorted(maps.Keys(old)) {
		if _, on := now[id]; on {
			continue
		}
		if _, err := t.exec("take figure out", `DELETE FROM figures WHERE report_id = $1 AND cell = $2`, f.ID, id); err != nil {
			return err
		}
		if err := t.audit(entry{report: f.ID, revision: f.Revision, member: who.ID, action: actionImport, place: id, from: old[id]}); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(now)) {
		value := clean(now[id])
		was, on := old[id]
		if on && was == value {
			continue
		}
		if _, err := t.exec("take figure over", `INSERT INTO figures (report_id, cell, value, revision, member_id) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (report_id, cell) DO UPDATE SET value = excluded.value, revision = excluded.revision, member_id = excluded.member_id`,
			f.ID, id, value, f.Revision, who.ID); err != nil {
			return err
		}
		if was == value {
			continue
		}
		if err := t.audit(entry{report: f.ID, revision: f.Revision, member: who.ID, action: actionImport, place: id, from: was, to: value}); err != nil {
			return err
		}
	}
	return nil
}

// addReadVersion freezes what was read as the official version, unless the newest one says the same.
func (t *tx) addReadVersion(f *filing, who agency.Member, published string) error {
	var err error
	if f.PublishedOn, err = report.ParseDate(published); err != nil {
		f.PublishedOn = "" // a date that is none
	}
	now, err := t.snapshot(f)
	if err != nil {
		return err
	}
	if f.Approved > 0 {
		v, err := t.version(f.ID, f.Approved)
		if err != nil || bytes.Equal(v.Content, now) {
			return err
		}
	}
	if err := t.addVersion(f, who); err != nil {
		return err
	}
	f.Approved, f.Official, f.Version = f.Version, f.Version, f.Version+1
	_, err = t.exec("make the version official", `UPDATE reports SET version = $1, approved = $2, official = $3, published_on = $4 WHERE id = $5`,
		f.Version, f.Approved, f.Official, f.PublishedOn, f.ID)
	return err
}
