// Package store keeps agencies, members, sessions and reports. It holds all SQL, one text for SQLite and for PostgreSQL.
//
// An exported method is one transaction: it checks who may do it against the state found in that transaction, does it, and
// writes the audit record. Unexported ones compose inside a transaction.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver pgx
	_ "modernc.org/sqlite"             // the driver sqlite

	"nianbao/report"
)

// dialect is the kind of a database, as its migrations are named.
type dialect string

const (
	sqlite   dialect = "sqlite"
	postgres dialect = "postgres"
)

// drivers are the names under which database/sql knows them.
var drivers = map[dialect]string{sqlite: "sqlite", postgres: "pgx"}

const (
	readers       = 8 // connections that read, per process
	pgConnections = 32
	// sheetsKept bounds the reports whose evaluated sheets stay in memory, some 200 kB each.
	sheetsKept = 256
)

// Store is an open database. It is safe for concurrent use.
type Store struct {
	// Now is the clock.
	Now func() time.Time
	// Proof judges reports; as it comes it knows only figures, relations and the outline.
	Proof report.Proofreader

	editions report.Editions
	dialect  dialect
	dsn      string // of the driver, for writing
	reader   *sql.DB
	writer   *sql.DB    // on PostgreSQL the same as reader
	commits  *committer // SQLite only
	prepared sync.Map   // of reader by SQL text, SQLite only
	sheets   *sheetCache
}

// Open opens a database by its DSN: sqlite:PATH or postgres://…. It makes the folder of a SQLite file, and changes no schema:
// call Migrate, or CheckSchema, before anything else.
func Open(ctx context.Context, dsn string, editions report.Editions) (*Store, error) {
	s := &Store{Now: time.Now, Proof: checkOnly{}, editions: editions, sheets: newSheetCache(sheetsKept)}
	var err error
	switch {
	case strings.HasPrefix(dsn, "sqlite:"):
		err = s.openSQLite(ctx, strings.TrimPrefix(dsn, "sqlite:"))
	case strings.HasPrefix(dsn, "postgres://"), strings.HasPrefix(dsn, "postgresql://"):
		err = s.openPostgres(ctx, dsn)
	default:
		err = report.Errorf(report.Invalid, "数据库地址要写成 sqlite:文件 或 postgres://…。")
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// checkOnly is the proofreader of a store that was given none.
type checkOnly struct{}

// Proofread implements report.Proofreader.
func (checkOnly) Proofread(e *report.Edition, r *report.Report, c report.Context) report.Proof {
	return report.Proof{Findings: report.Check(e, r, c)}
}

func (s *Store) openSQLite(ctx context.Context, path string) error {
	if path == "" || strings.Contains(path, ":memory:") {
		return report.Errorf(report.Invalid, "sqlite: 后面要写文件名，例如 sqlite:data/nianbao.db。")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return report.Wrap(report.Invalid, err, "建不了数据库所在的文件夹，请检查权限："+filepath.Dir(path))
	}
	s.dialect = sqlite
	// Settings belong into the DSN: a PRAGMA run on the pool would reach one connection only. busy_timeout comes first, so that
	// it holds for the others.
	s.dsn = sqliteDSN(path, "busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)",
		"foreign_keys(1)", "wal_autocheckpoint(4000)")
	var err error
	if s.writer, err = sql.Open(drivers[sqlite], s.dsn+"&_txlock=immediate"); err != nil {
		return fmt.Errorf("open %s for writing: %w", path, err)
	}
	s.writer.SetMaxOpenConns(1)
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return report.Wrap(report.Invalid, err, "打不开数据库文件，请检查路径和权限："+path)
	}
	s.commits = newCommitter(conn, s.sheets)
	// Every commit empties the readers' page caches; mapped pages are there again at once.
	if s.reader, err = sql.Open(drivers[sqlite], sqliteDSN(path, "busy_timeout(10000)", "query_only(1)", "mmap_size(268435456)")); err != nil {
		return fmt.Errorf("open %s for reading: %w", path, err)
	}
	s.reader.SetMaxOpenConns(readers)
	s.reader.SetMaxIdleConns(readers)
	return s.Ping(ctx)
}

func sqliteDSN(path string, pragmas ...string) string {
	query := url.Values{"_pragma": pragmas}
	return "file:" + strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path) + "?" + query.Encode()
}

func (s *Store) openPostgres(ctx context.Context, dsn string) error {
	s.dialect, s.dsn = postgres, dsn
	db, err := sql.Open(drivers[postgres], dsn)
	if err != nil {
		return report.Wrap(report.Invalid, err, "PostgreSQL 的地址写得不对，应当像 postgres://用户:密码@主机/库名。")
	}
	db.SetMaxOpenConns(pgConnections)
	db.SetMaxIdleConns(pgConnections)
	s.reader, s.writer = db, db
	if err := db.PingContext(ctx); err != nil {
		return report.Wrap(report.Invalid, err, "连不上 PostgreSQL，请检查地址、账号和网络。")
	}
	return nil
}

// Close waits for the writes under way and closes the database.
func (s *Store) Close() error {
	var errs []error
	if s.commits != nil {
		errs = append(errs, s.commits.close())
	}
	if s.reader != nil {
		errs = append(errs, s.reader.Close())
	}
	if s.writer != nil && s.writer != s.reader {
		errs = append(errs, s.writer.Close())
	}
	return errors.Join(errs...)
}

// Ping reports whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	if err := s.reader.PingContext(ctx); err != nil {
		return fmt.Errorf("ping the database: %w", err)
	}
	return nil
}
