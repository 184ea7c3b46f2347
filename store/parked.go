package store

import (
	"context"
	"time"

	"nianbao/agency"
	"nianbao/report"
)

// What a POST held whose session had run out is kept so long and so large at most (contract.md, "Saving").
const (
	parkedMost = 4 << 20 // a form of 1 MB as it is sent, percent-encoded
	parkedFor  = 24 * time.Hour
)

// Park keeps a POST for a member, one a report and section: a newer one takes the place of the older.
func (s *Store) Park(ctx context.Context, memberID, reportID int64, section string, body []byte) error {
	if len(body) > parkedMost {
		return report.Errorf(report.TooLarge, "内容超过 1 MB，没能替您暂存。请先把文字复制出来，登录后再粘贴。")
	}
	return s.write(ctx, func(t *tx) error {
		if _, err := t.exec("purge parked", `DELETE FROM parked WHERE parked_at < $1`, millis(t.now.Add(-parkedFor))); err != nil {
			return err
		}
		_, err := t.exec("park", `INSERT INTO parked (member_id, report_id, section, body, parked_at) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (member_id, report_id, section) DO UPDATE SET body = excluded.body, parked_at = excluded.parked_at`,
			memberID, reportID, clean(section), append([]byte{}, body...), millis(t.now))
		return err
	})
}

// Parked lists what waits for a member in a report, the newest first.
func (s *Store) Parked(ctx context.Context, who agency.Member, reportID int64) ([]agency.ParkedPost, error) {
	var out []agency.ParkedPost
	err := s.readOne(ctx).each("list parked", `SELECT id, report_id, section, body, parked_at FROM parked
		WHERE member_id = $1 AND report_id = $2 AND parked_at >= $3 ORDER BY parked_at DESC, id DESC`,
		args{who.ID, reportID, millis(s.Now().Add(-parkedFor))}, func(row scanner) error {
			var p agency.ParkedPost
			var at int64
			err := row.Scan(&p.ID, &p.ReportID, &p.Section, &p.Body, &at)
			p.ParkedAt = fromMillis(at)
			out = append(out, p)
			return err
		})
	return out, explain(err)
}

// Unpark forgets a parked POST of the member's own.
func (s *Store) Unpark(ctx context.Context, who agency.Member, id int64) error {
	return s.write(ctx, func(t *tx) error {
		_, err := t.exec("unpark", `DELETE FROM parked WHERE id = $1 AND member_id = $2`, id, who.ID)
		return err
	})
}
