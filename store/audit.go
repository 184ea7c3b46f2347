package store

import (
	"context"

	"nianbao/agency"
	"nianbao/report"
)

// Actions in the audit record that are not steps.
const (
	actionSave     = "save"
	actionConflict = "conflict" // a value that waits; the only one that changes nothing at its place
	actionFill     = "fill-zero"
	actionNone     = "nil-zero"
	actionUndo     = "undo-fill"
	actionResolve  = "resolve"
	actionOutline  = "outline"
	actionEdition  = "edition"
	actionAnswer   = "answer"
	actionCreate   = "create"
	actionDelete   = "delete"
	actionDispute  = "dispute"
	actionImport   = "import"
)

// entry is one audit record to be written.
type entry struct {
	report, revision, member int64
	action, place, from, to  string
}

func (t *tx) audit(e entry) error {
	_, err := t.exec("audit", `INSERT INTO audit (report_id, revision, member_id, made_at, action, place, from_value, to_value)
		VALUES (NULLIF(CAST($1 AS BIGINT), 0), $2, NULLIF(CAST($3 AS BIGINT), 0), $4, $5, $6, $7, $8)`,
		e.report, e.revision, e.member, millis(t.now), e.action, clean(e.place), clean(e.from), clean(e.to))
	return err
}

// valueAt is what a cell held at a revision after which it was changed: where the first change since began.
func (q queries) valueAt(reportID int64, cell string, revision int64) (string, error) {
	var value string
	_, err := q.one("find value at a revision", `SELECT from_value FROM audit WHERE report_id = $1 AND revision > $2 AND place = $3 AND action <> $4
		ORDER BY revision, id LIMIT 1`, args{reportID, revision, cell, actionConflict}, &value)
	return value, err
}

// Audit lists a report's record of changes, the newest first; before is the id of the last record already seen, 0 to start.
func (s *Store) Audit(ctx context.Context, who agency.Member, id, before int64, limit int) ([]report.AuditRecord, error) {
	var out []report.AuditRecord
	err := s.read(ctx, func(q queries) error {
		if _, err := q.visible(who, id); err != nil {
			return err
		}
		query, values := `SELECT u.id, u.revision, COALESCE(u.member_id, 0), COALESCE(m.name, ''), u.made_at, u.action, u.place, u.from_value, u.to_value
			FROM audit u LEFT JOIN members m ON m.id = u.member_id WHERE u.report_id = $1 AND u.id < $2 ORDER BY u.revision DESC, u.id DESC LIMIT $3`,
			args{id, before, max(limit, 1)}
		if before == 0 {
			values[1] = int64(1) << 62
		}
		return q.each("list audit", query, values, func(row scanner) error {
			var r report.AuditRecord
			var at int64
			err := row.Scan(&r.ID, &r.Revision, &r.MemberID, &r.MemberName, &at, &r.Action, &r.Place, &r.From, &r.To)
			r.At = fromMillis(at)
			out = append(out, r)
			return err
		})
	})
	return out, err
}
