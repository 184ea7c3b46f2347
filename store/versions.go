package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"nianbao/agency"
	"nianbao/report"
)

// Versions lists a report's approved versions, the newest first, without their content.
func (s *Store) Versions(ctx context.Context, who agency.Member, id int64) ([]report.Version, error) {
	var out []report.Version
	err := s.read(ctx, func(q queries) error {
		f, err := q.visible(who, id)
		if err != nil {
			return err
		}
		return q.each("list versions", `SELECT v.number, v.approved_at, m.name, v.sha256 FROM versions v JOIN members m ON m.id = v.approved_by
			WHERE v.report_id = $1 ORDER BY v.number DESC`, args{id}, func(row scanner) error {
			var v report.Version
			var at int64
			err := row.Scan(&v.Number, &at, &v.ApprovedBy, &v.SHA256)
			v.ApprovedAt, v.Official = fromMillis(at), v.Number == f.Official
			out = append(out, v)
			return err
		})
	})
	return out, err
}

// Version is one approved version with its content.
func (s *Store) Version(ctx context.Context, who agency.Member, id int64, number int) (report.Version, error) {
	var out report.Version
	err := s.read(ctx, func(q queries) error {
		f, err := q.visible(who, id)
		if err != nil {
			return err
		}
		out, err = q.version(id, number)
		out.Official = number == f.Official
		return err
	})
	return out, err
}

func (q queries) version(id int64, number int) (report.Version, error) {
	v := report.Version{Number: number}
	var at int64
	found, err := q.one("read version", `SELECT v.approved_at, m.name, v.sha256, v.content FROM versions v JOIN members m ON m.id = v.approved_by
		WHERE v.report_id = $1 AND v.number = $2`, args{id, number}, &at, &v.ApprovedBy, &v.SHA256, &v.Content)
	if err == nil && !found {
		err = report.Errorf(report.NotFound, "这份报告没有第 %d 版。", number)
	}
	v.ApprovedAt = fromMillis(at)
	return v, err
}

// addVersion freezes what a report says now.
func (t *tx) addVersion(f *filing, who agency.Member) error {
	body, err := t.snapshot(f)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(body)
	_, err = t.exec("insert version", `INSERT INTO versions (report_id, number, approved_at, approved_by, sha256, content) VALUES ($1, $2, $3, $4, $5, $6)`,
		f.ID, f.Version, millis(t.now), who.ID, hex.EncodeToString(sum[:]), body)
	return err
}

// snapshot is what a report says now, as a version keeps it.
func (q queries) snapshot(f *filing) ([]byte, error) {
	c, err := q.content(f)
	if err != nil {
		return nil, err
	}
	r := c.report(f)
	report.WithTotals(f.edition, r, f.State.Mode())
	body, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("write version %d of report %d: %w", f.Version, f.ID, err)
	}
	return body, nil
}
