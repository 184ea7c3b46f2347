package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"nianbao/report"
)

// runner is what statements run on: a pool, a transaction, or the connection that writes.
type runner interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// queries runs statements. Every one is named by what it does, for the log.
type queries struct {
	ctx   context.Context
	run   runner
	store *Store
}

// args are the arguments of a statement.
type args = []any

// scanner is a row to be read.
type scanner interface{ Scan(into ...any) error }

// exec runs a statement and tells how many rows it touched.
func (q queries) exec(what, query string, values ...any) (int64, error) {
	result, err := q.run.ExecContext(q.ctx, query, values...)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", what, err)
	}
	n, err := result.RowsAffected()
	if err != nil {
		return 0, fmt.Errorf("%s: count rows: %w", what, err)
	}
	return n, nil
}

// one reads one row; false when there is none.
func (q queries) one(what, query string, values args, into ...any) (found bool, err error) {
	err = q.each(what, query, values, func(row scanner) error {
		if found {
			return fmt.Errorf("more than one row")
		}
		found = true
		return row.Scan(into...)
	})
	return found, err
}

// each reads every row.
func (q queries) each(what, query string, values args, scan func(row scanner) error) error {
	rows, err := q.run.QueryContext(q.ctx, query, values...)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

// tx is a write under way.
type tx struct {
	queries
	now time.Time
	// sheets are those that the write has taken out of the cache or made; they go there when it is done.
	sheets map[int64]*sheets
}

func (s *Store) newTx(ctx context.Context, run runner) *tx {
	return &tx{queries: queries{ctx, run, s}, now: s.Now(), sheets: map[int64]*sheets{}}
}

// read runs reads that see one state of the database.
func (s *Store) read(ctx context.Context, do func(q queries) error) error {
	options := &sql.TxOptions{ReadOnly: true}
	if s.dialect == postgres {
		options.Isolation = sql.LevelRepeatableRead
	} else {
		if err := ctx.Err(); err != nil {
			return err
		}
		// The driver starts a goroutine a statement for a context that can end; these reads take microseconds.
		ctx = context.WithoutCancel(ctx)
	}
	t, err := s.reader.BeginTx(ctx, options)
	if err != nil {
		return fmt.Errorf("begin reading: %w", err)
	}
	defer t.Rollback()
	var run runner = t
	if s.dialect == sqlite {
		run = preparedTx{t, s}
	}
	if err := do(queries{ctx, run, s}); err != nil {
		return explain(err)
	}
	return nil
}

// readOne runs a single statement, without a transaction around it.
func (s *Store) readOne(ctx context.Context) queries {
	if s.dialect == postgres {
		return queries{ctx, s.reader, s}
	}
	return queries{context.WithoutCancel(ctx), preparedPool{s}, s}
}

// readRow reads the one row that every request begins with, where that is quickest; false when there is none.
func (s *Store) readRow(ctx context.Context, what, query string, values args, into ...any) (found bool, err error) {
	if s.dialect == sqlite {
		var spare bool
		spare, err = s.commits.spare(func(run runner) (err error) {
			found, err = queries{context.WithoutCancel(ctx), run, s}.one(what, query, values, into...)
			return err
		})
		if spare {
			return found, err
		}
	}
	return s.readOne(ctx).one(what, query, values, into...)
}

// preparedPool prepares statements once for SQLite's readers; pgx does that by itself. The SQL texts are few and fixed.
type preparedPool struct{ s *Store }

func (p preparedPool) QueryContext(ctx context.Context, query string, values ...any) (*sql.Rows, error) {
	stmt, err := p.s.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return stmt.QueryContext(ctx, values...)
}

func (p preparedPool) ExecContext(context.Context, string, ...any) (sql.Result, error) {
	return nil, errReadOnly
}

// preparedTx is preparedPool in a transaction.
type preparedTx struct {
	tx *sql.Tx
	s  *Store
}

func (p preparedTx) QueryContext(ctx context.Context, query string, values ...any) (*sql.Rows, error) {
	stmt, err := p.s.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return p.tx.StmtContext(ctx, stmt).QueryContext(ctx, values...)
}

func (p preparedTx) ExecContext(context.Context, string, ...any) (sql.Result, error) {
	return nil, errReadOnly
}

func (s *Store) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if stmt, ok := s.prepared.Load(query); ok {
		return stmt.(*sql.Stmt), nil
	}
	stmt, err := s.reader.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	if kept, there := s.prepared.LoadOrStore(query, stmt); there {
		stmt.Close()
		return kept.(*sql.Stmt), nil
	}
	return stmt, nil
}

// write runs a function in a transaction and returns when what it did is on disk. An error undoes all of it. On PostgreSQL the
// function may run again, so it assigns its results and never adds to them.
func (s *Store) write(ctx context.Context, do func(t *tx) error) error {
	if s.dialect == sqlite {
		return explain(s.commits.submit(ctx, func(ctx context.Context, run runner) (*tx, error) {
			t := s.newTx(ctx, run)
			return t, do(t)
		}))
	}
	const tries = 5
	var err error
	for range tries {
		if err = s.writePostgres(ctx, do); violation(err) != busy {
			break
		}
	}
	return explain(err)
}

func (s *Store) writePostgres(ctx context.Context, do func(t *tx) error) error {
	pg, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin writing: %w", err)
	}
	defer pg.Rollback()
	t := s.newTx(ctx, pg)
	if err := do(t); err != nil {
		return err
	}
	if err := pg.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	s.sheets.put(t.sheets)
	return nil
}

// locking makes a SELECT hold the rows of a table until the transaction ends. SQLite has one writer, who needs no such thing.
func (t *tx) locking(table string) string {
	if t.store.dialect == postgres {
		return " FOR UPDATE OF " + table
	}
	return ""
}

// clean makes a text storable: PostgreSQL takes no NUL and no broken UTF-8.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
}

// millis is a time as it is stored; 0 for the zero time.
func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func fromMillis(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}

func notFound() error {
	return report.Errorf(report.NotFound, "没有找到这份报告，或者它不归您的单位。")
}
