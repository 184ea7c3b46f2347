package store

import (
	"context"
	"fmt"
	"strings"

	"nianbao/agency"
	"nianbao/report"
)

// filing is a report's filing with what a verdict on it needs to know about last year's.
type filing struct {
	report.Filing
	edition *report.Edition
	basis   basis
	// conflicts is how many stand open.
	conflicts int
	// indexed sums up what of the report's texts stands in alike.
	indexed int64
}

// filingColumns end with last year's version that binds (report.Filing.Binding).
const filingColumns = `r.id, r.agency_id, a.path, a.name, a.kind, r.year, r.edition, r.state, r.version, r.official, r.approved, r.revision, r.last_disputed,
	r.updated_at, u.name, r.state_since, r.published_on, r.published_url, r.accepted_number, r.accepted_on,
	a.reorganised_in, COALESCE(l.id, 0), CASE WHEN l.official > 0 THEN l.official WHEN l.state IN ('approved', 'accepted') THEN l.approved ELSE 0 END, COALESCE(l.state, ''), (SELECT COUNT(*) FROM conflicts c WHERE c.report_id = r.id), r.indexed`

const filingTables = `reports r JOIN agencies a ON a.id = r.agency_id JOIN members u ON u.id = r.updated_by
	LEFT JOIN reports l ON l.agency_id = r.agency_id AND l.year = r.year - 1`

func (q queries) scanFiling(row scanner) (filing, error) {
	var f filing
	var updated, since int64
	var reorganised int
	var last report.State
	err := row.Scan(&f.ID, &f.AgencyID, &f.AgencyPath, &f.AgencyName, &f.AgencyKind, &f.Year, &f.EditionID, &f.State, &f.Version, &f.Official, &f.Approved,
		&f.Revision, &f.LastDisputed, &updated, &f.UpdatedBy, &since, &f.PublishedOn, &f.PublishedURL, &f.AcceptedNumber, &f.AcceptedOn,
		&reorganised, &f.basis.lastID, &f.basis.lastVersion, &last, &f.conflicts, &f.indexed)
	if err != nil {
		return f, err
	}
	f.UpdatedAt, f.StateSince = fromMillis(updated), fromMillis(since)
	switch {
	case reorganised == f.Year:
		f.basis.doubt = "本年机构有调整"
	case f.LastDisputed:
		f.basis.doubt = "去年的公布数有误"
	case last == report.Imported:
		f.basis.doubt = "去年的数是导入的，还没有核对"
	}
	if f.edition = q.store.editions.Get(f.EditionID); f.edition == nil {
		return f, fmt.Errorf("report %d has the unknown edition %q", f.ID, f.EditionID)
	}
	return f, nil
}

// findFilings reads filings without their tallies.
func (q queries) findFilings(rest string, values ...any) ([]filing, error) {
	var out []filing
	err := q.each("find reports", `SELECT `+filingColumns+` FROM `+filingTables+` WHERE `+rest, values, func(row scanner) error {
		f, err := q.scanFiling(row)
		out = append(out, f)
		return err
	})
	return out, err
}

// visible finds a report that a member may see.
func (q queries) visible(who agency.Member, id int64) (filing, error) {
	low, high := scope(who)
	found, err := q.findFilings("r.id = $1 AND a.path >= $2 AND a.path < $3", id, low, high)
	if err != nil {
		return filing{}, err
	}
	if len(found) == 0 {
		return filing{}, notFound()
	}
	return found[0], nil
}

// lock finds a report for a write and keeps others from writing to it.
func (t *tx) lock(id int64) (filing, error) {
	if t.store.dialect == postgres {
		// Only a statement that starts after the lock is held sees what the one before left, in all its tables.
		if _, err := t.one("lock report", `SELECT r.id FROM reports r WHERE r.id = $1 FOR UPDATE`, args{id}, new(int64)); err != nil {
			return filing{}, err
		}
	}
	found, err := t.findFilings("r.id = $1", id)
	if err != nil {
		return filing{}, err
	}
	if len(found) == 0 {
		return filing{}, notFound()
	}
	return found[0], nil
}

// open finds a report for a write of a member who may do an action to it as it stands.
func (t *tx) open(who agency.Member, action agency.Action, id int64) (filing, error) {
	f, err := t.lock(id)
	if err != nil {
		return f, err
	}
	return f, agency.Check(who, action, f.AgencyPath, f.State)
}

// advance gives a report its next revision.
func (t *tx) advance(f *filing, who agency.Member) error {
	f.Revision++
	f.UpdatedAt, f.UpdatedBy = t.now, who.Name
	_, err := t.exec("advance revision", `UPDATE reports SET revision = $1, updated_at = $2, updated_by = $3 WHERE id = $4`, f.Revision, millis(t.now), who.ID, f.ID)
	return err
}

// CreateReport begins an agency's report for a year in an edition, any pair of the two: a mismatch is a finding. Where there is
// one already it is Invalid; FilingOf finds that.
func (s *Store) CreateReport(ctx context.Context, who agency.Member, agencyID int64, year int, edition string) (report.Filing, error) {
	e := s.editions.Get(edition)
	if e == nil {
		return report.Filing{}, report.Errorf(report.Invalid, "没有这种格式，请从列表里选。")
	}
	var out report.Filing
	err := s.write(ctx, func(t *tx) error {
		a, err := t.findAgency("a.id = $1", agencyID)
		if err != nil {
			return err
		}
		if err := agency.Check(who, agency.Create, a.Path, ""); err != nil {
			return err
		}
		if err := report.CheckYear(year, t.now.Year()); err != nil {
			return err
		}
		var id int64
		_, err = t.one("insert report", `INSERT INTO reports (agency_id, year, edition, state, revision, state_since, state_by, updated_at, updated_by)
			VALUES ($1, $2, $3, $4, 1, $5, $6, $5, $6) RETURNING id`, args{a.ID, year, e.ID, string(report.Draft), millis(t.now), who.ID}, &id)
		if violation(err) == duplicate {
			return report.Wrap(report.Invalid, err, fmt.Sprintf("%s %d 年的报告已经有了。", a.Name, year))
		}
		if err != nil {
			return err
		}
		f, err := t.lock(id)
		if err != nil {
			return err
		}
		if err := t.saveOutline(&f, who, nil, report.StandardOutline(e, year)); err != nil {
			return err
		}
		if err := t.saveText(&f, who, actionCreate, report.PlaceTitle, nil, []string{e.Title(a.Name, year)}); err != nil {
			return err
		}
		if err := t.saveText(&f, who, actionCreate, report.PlaceSignatureAgency, nil, []string{a.Name}); err != nil {
			return err
		}
		if err := t.audit(entry{report: id, revision: f.Revision, member: who.ID, action: actionCreate, to: e.ID}); err != nil {
			return err
		}
		if err := t.judge(&f); err != nil {
			return err
		}
		out, err = t.withTally(f)
		return err
	})
	return out, err
}

// FilingOf finds an agency's report for a year.
func (s *Store) FilingOf(ctx context.Context, who agency.Member, agencyID int64, year int) (report.Filing, error) {
	var out report.Filing
	err := s.read(ctx, func(q queries) error {
		low, high := scope(who)
		found, err := q.findFilings("r.agency_id = $1 AND r.year = $2 AND a.path >= $3 AND a.path < $4", agencyID, year, low, high)
		if err == nil && len(found) == 0 {
			err = notFound()
		}
		if err != nil {
			return err
		}
		out, err = q.withTally(found[0])
		return err
	})
	return out, err
}

// Filing finds a report that a member may see.
func (s *Store) Filing(ctx context.Context, who agency.Member, id int64) (report.Filing, error) {
	var out report.Filing
	err := s.read(ctx, func(q queries) error {
		f, err := q.visible(who, id)
		if err != nil {
			return err
		}
		out, err = q.withTally(f)
		return err
	})
	return out, err
}

// Filings lists the reports that a member may see, the newest year first, then in the order of the tree.
func (s *Store) Filings(ctx context.Context, who agency.Member) ([]report.Filing, error) {
	var out []report.Filing
	err := s.read(ctx, func(q queries) error {
		out = nil
		low, high := scope(who)
		found, err := q.findFilings("a.path >= $1 AND a.path < $2 ORDER BY r.year DESC, a.path", low, high)
		if err != nil {
			return err
		}
		tallies := map[int64]report.Tally{}
		err = q.each("sum verdicts", `SELECT v.report_id, `+tallyColumns+` FROM verdicts v WHERE v.report_id IN
			(SELECT r.id FROM reports r JOIN agencies a ON a.id = r.agency_id WHERE a.path >= $1 AND a.path < $2) GROUP BY v.report_id`, args{low, high}, func(row scanner) error {
			var id int64
			var t report.Tally
			err := row.Scan(&id, &t.Errors, &t.Warnings, &t.Hints, &t.Missing)
			tallies[id] = t
			return err
		})
		for _, f := range found {
			f.Tally = tallies[f.ID]
			out = append(out, f.Filing)
		}
		return err
	})
	return out, err
}

// DeleteReport takes a report away that was never submitted. The audit record keeps what it said.
func (s *Store) DeleteReport(ctx context.Context, who agency.Member, id int64) error {
	return s.write(ctx, func(t *tx) error {
		f, err := t.open(who, agency.Delete, id)
		if err != nil {
			return err
		}
		var steps int
		if _, err := t.one("count decisions", `SELECT COUNT(*) FROM decisions WHERE report_id = $1`, args{id}, &steps); err != nil {
			return err
		}
		if steps > 0 {
			return report.Errorf(report.Invalid, "这份报告提交过，不能删除。")
		}
		if _, err := t.exec("delete report", `DELETE FROM reports WHERE id = $1`, id); err != nil {
			return err
		}
		t.takeSheets(&f)
		return t.audit(entry{report: id, revision: f.Revision + 1, member: who.ID, action: actionDelete, from: strings.TrimSpace(fmt.Sprintf("%s %d", f.AgencyName, f.Year))})
	})
}
