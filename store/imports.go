package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"nianbao/agency"
	"nianbao/report"
)

// importsFor is how long an import waits that is kept as no report.
const importsFor = 30 * 24 * time.Hour

// AddImport puts down a file that was read, or could not be, for the member who sent it, and forgets those that have waited too
// long, whosever they are.
func (s *Store) AddImport(ctx context.Context, who agency.Member, i report.Import) (report.Import, error) {
	if err := agency.Check(who, agency.Import, who.AgencyPath, ""); err != nil {
		return i, err
	}
	content, err := contentOf(i.Report)
	if err != nil {
		return i, err
	}
	if i.Report != nil {
		i.Agency, i.Year = i.Report.Agency, i.Report.Year
	}
	err = s.write(ctx, func(t *tx) error {
		if _, err := t.exec("purge imports", `DELETE FROM imports WHERE report_id IS NULL AND made_at < $1`, millis(t.now.Add(-importsFor))); err != nil {
			return err
		}
		i.MemberID, i.MadeAt = who.ID, t.now
		if _, err := t.one("insert import", `INSERT INTO imports (member_id, name, sha256, size, made_at, problem, agency, year, doubts, content, source)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`, args{who.ID, clean(i.Name), i.SHA256, i.Size, millis(t.now), clean(i.Problem),
			clean(i.Agency), i.Year, i.Doubts, content, append([]byte{}, i.Source...)}, &i.ID); err != nil {
			return err
		}
		return t.audit(entry{member: who.ID, action: actionImport, place: i.Name, from: i.SHA256, to: i.Problem})
	})
	return i, err
}

// contentOf is a report as an import holds it, empty for none.
func contentOf(r *report.Report) ([]byte, error) {
	if r == nil {
		return []byte{}, nil
	}
	body, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("write an import: %w", err)
	}
	return body, nil
}

// Imports lists the files that a member has sent and not kept as reports yet, the newest first, without what was made of them.
func (s *Store) Imports(ctx context.Context, who agency.Member) ([]report.Import, error) {
	return s.listImports(ctx, `FROM imports i WHERE i.member_id = $1 AND i.report_id IS NULL ORDER BY i.id DESC`, who.ID)
}

// Unconfirmed lists the imports that are kept as reports whose figures somebody has still to confirm, of the agencies for which a
// member may import.
func (s *Store) Unconfirmed(ctx context.Context, who agency.Member) ([]report.Import, error) {
	low, high := scope(who)
	return s.listImports(ctx, `FROM agencies a JOIN reports r ON r.agency_id = a.id JOIN imports i ON i.report_id = r.id
		WHERE a.path >= $1 AND a.path < $2 AND r.state = $3 ORDER BY a.path, r.year DESC`, low, high, string(report.Imported))
}

func (s *Store) listImports(ctx context.Context, rest string, values ...any) ([]report.Import, error) {
	var out []report.Import
	err := s.readOne(ctx).each("list imports", `SELECT i.id, i.member_id, i.name, i.sha256, i.size, i.made_at, i.problem, i.agency, i.year, i.doubts `+rest, values,
		func(row scanner) error {
			var i report.Import
			var at int64
			err := row.Scan(&i.ID, &i.MemberID, &i.Name, &i.SHA256, &i.Size, &at, &i.Problem, &i.Agency, &i.Year, &i.Doubts)
			i.MadeAt = fromMillis(at)
			out = append(out, i)
			return err
		})
	return out, explain(err)
}

// Import is one with what was made of it: the member's own, or one that is kept as a report for whose agency the member may import.
func (s *Store) Import(ctx context.Context, who agency.Member, id int64) (report.Import, error) {
	var out report.Import
	err := s.read(ctx, func(q queries) error {
		var err error
		out, _, err = q.importFor(who, id, "")
		return err
	})
	return out, err
}

// ImportOf is the id of the import that a report is kept from.
func (s *Store) ImportOf(ctx context.Context, who agency.Member, reportID int64) (int64, error) {
	var id int64
	err := s.read(ctx, func(q queries) error {
		f, err := q.visible(who, reportID)
		if err != nil {
			return err
		}
		if err := agency.Check(who, agency.Import, f.AgencyPath, ""); err != nil {
			return err
		}
		found, err := q.one("find the import of a report", `SELECT COALESCE(MAX(id), 0) FROM imports WHERE report_id = $1`, args{reportID}, &id)
		if err == nil && (!found || id == 0) {
			err = report.Errorf(report.NotFound, "这份报告不是导入的。")
		}
		return err
	})
	return id, err
}

// DiscardImport forgets an import of the member's own that is kept as no report.
func (s *Store) DiscardImport(ctx context.Context, who agency.Member, id int64) error {
	return s.write(ctx, func(t *tx) error {
		n, err := t.exec("discard import", `DELETE FROM imports WHERE id = $1 AND member_id = $2 AND report_id IS NULL`, id, who.ID)
		if err == nil && n == 0 {
			err = noImport()
		}
		return err
	})
}

// importFor reads an import that a member may see, with the filing that it is kept as. lock is what tx.locking gives.
func (q queries) importFor(who agency.Member, id int64, lock string) (report.Import, *filing, error) {
	i := report.Import{ID: id}
	var at, reportID int64
	var content []byte
	found, err := q.one("read import", `SELECT i.member_id, COALESCE(i.report_id, 0), i.name, i.sha256, i.size, i.made_at, i.problem, i.agency, i.year, i.doubts,
		i.content, i.source FROM imports i WHERE i.id = $1`+lock, args{id},
		&i.MemberID, &reportID, &i.Name, &i.SHA256, &i.Size, &at, &i.Problem, &i.Agency, &i.Year, &i.Doubts, &content, &i.Source)
	switch {
	case err != nil:
		return i, nil, err
	case !found || reportID == 0 && i.MemberID != who.ID:
		return i, nil, noImport()
	}
	i.MadeAt = fromMillis(at)
	if len(content) > 0 {
		if i.Report, err = report.ReadJSON(q.store.editions, content); err != nil {
			return i, nil, fmt.Errorf("import %d: %w", id, err)
		}
	}
	if reportID == 0 {
		return i, nil, nil
	}
	filings, err := q.findFilings("r.id = $1", reportID)
	if err != nil {
		return i, nil, err
	}
	f := filings[0]
	if !agency.Allowed(who, agency.Import, f.AgencyPath, "") {
		return i, nil, noImport()
	}
	i.Filing = &f.Filing
	return i, &f, nil
}

func noImport() error {
	return report.Errorf(report.NotFound, "没有找到这次导入。没有存成报告的，30 天后会自动清除。")
}
