package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"nianbao/report"
)

//go:embed migrations/*.sql
var migrations embed.FS

const (
	migrateTries = 5
	migratePause = 100 * time.Millisecond
)

// dialectFS shows only the migrations of one dialect: NNNN_name.sqlite.sql or NNNN_name.postgres.sql.
type dialectFS struct {
	fs.FS
	dialect dialect
}

// Glob implements fs.GlobFS, through which goose looks for its files.
func (d dialectFS) Glob(pattern string) ([]string, error) {
	names, err := fs.Glob(d.FS, pattern)
	var mine []string
	for _, name := range names {
		if strings.HasSuffix(name, "."+string(d.dialect)+".sql") {
			mine = append(mine, name)
		}
	}
	return mine, err
}

// Migrate brings the schema up to date and tells from which version to which. Several processes may do it at once.
func (s *Store) Migrate(ctx context.Context) (from, to int64, err error) {
	// goose takes its own connection: the store's only one for writing to SQLite is never free.
	db, err := sql.Open(drivers[s.dialect], s.dsn)
	if err != nil {
		return 0, 0, fmt.Errorf("open the database for migration: %w", err)
	}
	defer db.Close()
	provider, err := s.provider(db)
	if err != nil {
		return 0, 0, err
	}
	if from, err = s.schemaVersion(ctx); err != nil {
		return 0, 0, err
	}
	to = latest(provider)
	if from > to {
		return from, from, newerSchema(from, to)
	}
	// On PostgreSQL a lock makes a second process wait. On SQLite it fails, as the first one was quicker, and then finds it all done.
	for range migrateTries {
		if _, err = provider.Up(ctx); err == nil || s.dialect == postgres {
			break
		}
		time.Sleep(migratePause)
	}
	if err != nil {
		return from, from, fmt.Errorf("migrate the database: %w", err)
	}
	return from, to, nil
}

// CheckSchema is nil when the schema is the one that this program knows.
func (s *Store) CheckSchema(ctx context.Context) error {
	provider, err := s.provider(s.reader)
	if err != nil {
		return err
	}
	have, err := s.schemaVersion(ctx)
	if err != nil {
		return err
	}
	switch want := latest(provider); {
	case have > want:
		return newerSchema(have, want)
	case have < want:
		return report.Errorf(report.Invalid, "数据库的结构是第 %d 版，本程序要第 %d 版。请先运行 nianbao migrate。", have, want)
	}
	return nil
}

func newerSchema(have, want int64) error {
	return report.Errorf(report.Invalid, "这个数据库已由更新的程序升级过（结构第 %d 版，本程序只认识到第 %d 版）。请换用新的程序，或者恢复旧的备份。", have, want)
}

func (s *Store) provider(db *sql.DB) (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, fmt.Errorf("open the migrations: %w", err)
	}
	options := []goose.ProviderOption{goose.WithLogger(goose.NopLogger()), goose.WithDisableGlobalRegistry(true)}
	kind := goose.DialectSQLite3
	if s.dialect == postgres {
		kind = goose.DialectPostgres
		locker, err := lock.NewPostgresSessionLocker()
		if err != nil {
			return nil, fmt.Errorf("make the migration lock: %w", err)
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	provider, err := goose.NewProvider(kind, db, dialectFS{files, s.dialect}, options...)
	if err != nil {
		return nil, fmt.Errorf("read the migrations: %w", err)
	}
	return provider, nil
}

func latest(provider *goose.Provider) int64 {
	sources := provider.ListSources()
	return sources[len(sources)-1].Version
}

// schemaVersion is the newest migration that was applied, 0 for an empty database. goose would create its table when asked.
func (s *Store) schemaVersion(ctx context.Context) (int64, error) {
	query := "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'goose_db_version'"
	if s.dialect == postgres {
		query = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'goose_db_version'"
	}
	var table string
	err := s.reader.QueryRowContext(ctx, query).Scan(&table)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("look for the schema version: %w", err)
	}
	var version int64
	if err := s.reader.QueryRowContext(ctx, "SELECT COALESCE(MAX(version_id), 0) FROM goose_db_version").Scan(&version); err != nil {
		return 0, fmt.Errorf("read the schema version: %w", err)
	}
	return version, nil
}
