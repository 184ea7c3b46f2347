package main

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strconv"
	"time"

	_ "modernc.org/sqlite" // the driver sqlite
)

// bare is the least that keeps a value: a handler that commits one row, with the same driver and the same durability as ours,
// and neither session nor verdict nor record.
type bare struct {
	db     *sql.DB
	update *sql.Stmt
	server *httptest.Server
}

func openBare(ctx context.Context, file string) (*bare, error) {
	settings := url.Values{"_pragma": {"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)"}}
	db, err := sql.Open("sqlite", "file:"+file+"?"+settings.Encode())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	b := &bare{db: db}
	if err := b.fill(ctx); err != nil {
		db.Close()
		return nil, err
	}
	b.server = httptest.NewServer(b)
	return b, nil
}

func (b *bare) fill(ctx context.Context) error {
	if _, err := b.db.ExecContext(ctx, `CREATE TABLE figures (id INTEGER PRIMARY KEY, value TEXT NOT NULL)`); err != nil {
		return err
	}
	for i := range mostClients {
		if _, err := b.db.ExecContext(ctx, `INSERT INTO figures (id, value) VALUES ($1, '0')`, i+1); err != nil {
			return err
		}
	}
	var err error
	b.update, err = b.db.PrepareContext(ctx, `UPDATE figures SET value = $1 WHERE id = $2`)
	return err
}

func (b *bare) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.PostFormValue("id"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	// Without the request's context: the driver would start a goroutine a statement to watch it, and the peer should be fast.
	if _, err := b.update.Exec(r.PostFormValue("value"), id); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// writers are clients with a row each.
func (b *bare) writers() []*writer {
	var all []*writer
	for i := range mostClients {
		w := newWriter(b.server.URL, "")
		w.places = []string{"value"}
		w.form = map[string]string{"id": strconv.Itoa(i + 1)}
		all = append(all, w)
	}
	return all
}

func (b *bare) close() {
	b.server.Close()
	b.update.Close()
	b.db.Close()
}

// fsyncRate is how often a second the disk makes 4 KiB durable.
func fsyncRate(name string) (float64, error) {
	const (
		page   = 4096
		pages  = 256 // the file's size stays, as that of a write-ahead log does
		during = 500 * time.Millisecond
	)
	file, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	block := make([]byte, page)
	if _, err := file.WriteAt(block, (pages-1)*page); err != nil {
		return 0, err
	}
	start := time.Now()
	done := 0
	for ; time.Since(start) < during; done++ {
		block[0]++
		if _, err := file.WriteAt(block, int64(done%pages)*page); err != nil {
			return 0, err
		}
		if err := file.Sync(); err != nil {
			return 0, fmt.Errorf("fsync: %w", err)
		}
	}
	return float64(done) / time.Since(start).Seconds(), nil
}
