package store_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"nianbao/internal/pgtest"
	"nianbao/report"
	"nianbao/store"
	"nianbao/store/storetest"
)

func TestMigrate(t *testing.T) {
	test := func(t *testing.T, dsn string) {
		ctx := t.Context()
		open := func() *store.Store {
			s := must(store.Open(ctx, dsn, must(report.Standard())(t)))(t)
			t.Cleanup(func() { s.Close() })
			return s
		}
		s := open()
		err := s.CheckSchema(ctx)
		wantCode(t, err, report.Invalid)
		if got := report.ErrorMessage(err); !strings.Contains(got, "nianbao migrate") {
			t.Errorf("got %q", got)
		}
		// Several servers start at once.
		var wait sync.WaitGroup
		for range 3 {
			wait.Go(func() {
				if _, to, err := s.Migrate(ctx); err != nil || to != 3 {
					t.Errorf("migrated to %d, %v", to, err)
				}
			})
		}
		wait.Wait()
		check(t, s.CheckSchema(ctx))
		from, to, err := open().Migrate(ctx)
		if from != 3 || to != 3 || err != nil {
			t.Errorf("migrated from %d to %d, %v", from, to, err)
		}
		check(t, s.Exec(ctx, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, TRUE)`))
		_, _, err = s.Migrate(ctx)
		for _, err := range []error{err, open().CheckSchema(ctx)} {
			wantCode(t, err, report.Invalid)
			if got := report.ErrorMessage(err); !strings.Contains(got, "更新的程序") || !strings.Contains(got, "99") {
				t.Errorf("got %q", got)
			}
		}
	}
	t.Run("sqlite", func(t *testing.T) { test(t, storetest.SQLite(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, pgtest.DSN(t)) })
}

func TestOpen(t *testing.T) {
	editions := must(report.Standard())(t)
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	check(t, os.WriteFile(file, []byte("this is no database, but long enough to be looked at: "+strings.Repeat("x", 2000)), 0o600))
	for _, dsn := range []string{"", "mysql://x", "sqlite:", "sqlite::memory:", "sqlite:" + file, "sqlite:" + filepath.Join(file, "below.db"),
		"postgres://nobody:secret@127.0.0.1:1/none?connect_timeout=2", "postgres://a:secret@[bad"} {
		s, err := store.Open(context.Background(), dsn, editions)
		if s != nil || report.ErrorCode(err) != report.Invalid {
			t.Errorf("%s: got %v", dsn, err)
		}
		if err != nil && strings.Contains(report.ErrorMessage(err), "secret") {
			t.Errorf("%s: the sentence tells the password", dsn)
		}
	}
	odd := filepath.Join(folder, "new folder", "名字 100% #1?.db")
	s := storetest.Open(t, "sqlite:"+odd)
	check(t, s.CheckSchema(t.Context()))
	if _, err := os.Stat(odd); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(filepath.Dir(odd)); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder: %v, %v", info.Mode(), err)
	}
}

// Every connection has its settings, and readers cannot write.
func TestSQLiteSettings(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	for query, want := range map[string]string{"PRAGMA journal_mode": "wal", "PRAGMA query_only": "1", "PRAGMA busy_timeout": "10000"} {
		var wait sync.WaitGroup
		for range 16 {
			wait.Go(func() {
				if got, err := s.Text(t.Context(), query); got != want || err != nil {
					t.Errorf("%s: got %q, %v, want %q", query, got, err, want)
				}
			})
		}
		wait.Wait()
	}
	if err := s.Exec(t.Context(), `INSERT INTO members (agency_id, login, login_key, name, role, digest) VALUES (9, 'x', 'x', 'x', 'clerk', '')`); report.ErrorCode(err) != report.NotFound {
		t.Errorf("foreign keys are not checked: %v", err)
	}
	if _, err := s.Text(t.Context(), `DELETE FROM members RETURNING login`); err == nil {
		t.Error("a reader wrote")
	}
}
