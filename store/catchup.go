package store

import "context"

// catchUpAtOnce is how many reports are judged in one transaction: few enough that nobody who saves waits long.
const catchUpAtOnce = 8

// CatchUp judges and indexes the reports that were there before this program was, and tells how many. A migration that changes what
// is kept of a verdict sets reports.indexed to 0. It may be stopped and begun again, and run on several servers.
func (s *Store) CatchUp(ctx context.Context) (done int, err error) {
	for {
		if err := ctx.Err(); err != nil {
			return done, err
		}
		var ids []int64
		if err := s.readOne(ctx).each("list reports to judge", `SELECT id FROM reports WHERE indexed = 0 ORDER BY id LIMIT $1`, args{catchUpAtOnce}, func(row scanner) error {
			var id int64
			err := row.Scan(&id)
			ids = append(ids, id)
			return err
		}); err != nil {
			return done, explain(err)
		}
		if len(ids) == 0 {
			return done, nil
		}
		judged := 0
		if err := s.write(ctx, func(t *tx) error {
			judged = 0
			for _, id := range ids {
				var again int64
				// Another server may have been here, or the report is gone.
				found, err := t.one("look at the report again", `SELECT id FROM reports WHERE id = $1 AND indexed = 0`, args{id}, &again)
				if err != nil {
					return err
				}
				if !found {
					continue
				}
				f, err := t.lock(id)
				if err != nil {
					return err
				}
				if err := t.judge(&f); err != nil {
					return err
				}
				judged++
			}
			return nil
		}); err != nil {
			return done, err
		}
		done += judged
	}
}
