// Package storetest opens fresh, migrated stores for tests, on both databases.
package storetest

import (
	"context"
	"path/filepath"
	"testing"

	"nianbao/internal/pgtest"
	"nianbao/report"
	"nianbao/store"
)

// Run runs a test on SQLite and, where it is installed, on PostgreSQL.
func Run(t *testing.T, test func(t *testing.T, s *store.Store)) {
	t.Run("sqlite", func(t *testing.T) { test(t, Open(t, SQLite(t))) })
	t.Run("postgres", func(t *testing.T) { test(t, Open(t, pgtest.DSN(t))) })
}

// SQLite is the DSN of a new file.
func SQLite(t testing.TB) string { return "sqlite:" + filepath.Join(t.TempDir(), "nianbao.db") }

// Open opens a migrated store; it is closed with the test.
func Open(t testing.TB, dsn string) *store.Store {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	s, err := store.Open(ctx, dsn, editions)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, _, err := s.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	return s
}
