package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/store"
	"nianbao/store/storetest"
)

// figures are the ids of the cells that are typed into a table.
func typedCells(h *house, id int64, table string) []string {
	h.Helper()
	var out []string
	for _, c := range h.load(id).Edition.Table(table).Cells {
		if !c.Computed {
			out = append(out, c.ID)
		}
	}
	return out
}

// Many save at once: every acknowledged save is there, and what was refused left nothing.
func TestConcurrentSaves(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		cells := typedCells(h, f.ID, "requests")[:96]
		var wait sync.WaitGroup
		for i, cell := range cells {
			wait.Go(func() {
				who := h.clerk
				if i%2 == 1 {
					who = h.clerk2
				}
				if i%8 == 7 {
					who = h.stranger
				}
				_, err := s.Save(t.Context(), who, f.ID, report.ChangeSet{Base: 1, Cells: map[string]string{cell: strconv.Itoa(i)}})
				if (err != nil) != (who.ID == h.stranger.ID) {
					t.Errorf("cell %d by %s: %v", i, who.Name, err)
				}
			})
		}
		wait.Wait()
		d := h.load(f.ID)
		for i, cell := range cells {
			want := strconv.Itoa(i)
			if i%8 == 7 {
				want = ""
			}
			if got := d.Report.Figures[cell]; got != want {
				t.Errorf("cell %d: got %q, want %q", i, got, want)
			}
		}
		if got, want := d.Filing.Revision, int64(1+len(cells)*7/8); got != want {
			t.Errorf("revision %d, want %d", got, want)
		}
		h.judged(f.ID)
	})
}

// hold keeps the writer busy, so that what is submitted meanwhile shares one commit; free lets it go on.
func hold(t *testing.T, s *store.Store) (free func()) {
	t.Helper()
	started, release, ended := make(chan struct{}), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		if err := s.Write(t.Context(), func(func(string, ...any) error) error {
			close(started)
			<-release
			return nil
		}); err != nil {
			t.Error(err)
		}
	}()
	<-started
	return func() { close(release); <-ended }
}

// queue submits writes that will share a commit and gives their errors, in order.
func queue(t *testing.T, s *store.Store, writes ...func() error) []error {
	t.Helper()
	free := hold(t, s)
	errs := make([]error, len(writes))
	var wait sync.WaitGroup
	for i, write := range writes {
		wait.Go(func() { errs[i] = write() })
		for s.Queued() != i+1 {
			time.Sleep(100 * time.Microsecond)
		}
	}
	free()
	wait.Wait()
	return errs
}

func TestGroupCommit(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	h := newHouse(t, s)
	f := h.report(2022, "gb-2021")
	h.cells(h.clerk, f.ID, 0, issued, "1")
	save := func(cell, value string) func() error {
		return func() error {
			_, err := s.Save(t.Context(), h.clerk, f.ID, report.ChangeSet{Cells: map[string]string{cell: value}})
			return err
		}
	}
	oops := errors.New("oops")
	insert := `INSERT INTO sessions (hash, data, created_at, seen_at) VALUES ($1, x'', 0, 0)`

	t.Run("one fails, one panics, one is cancelled", func(t *testing.T) {
		cancelled, cancel := context.WithCancel(t.Context())
		errs := queue(t, s,
			save(issued, "2"),
			func() error {
				return s.Write(t.Context(), func(exec func(string, ...any) error) error {
					check(t, exec(`UPDATE figures SET value = '99' WHERE report_id = $1`, f.ID))
					return oops
				})
			},
			func() error {
				return s.Write(t.Context(), func(exec func(string, ...any) error) error {
					check(t, exec(`UPDATE figures SET value = '98' WHERE report_id = $1`, f.ID))
					panic("in the middle")
				})
			},
			func() error {
				defer cancel()
				return s.Write(cancelled, func(exec func(string, ...any) error) error { return exec(insert, "cancelled") })
			},
			func() error { cancel(); return save(repealed, "3")() },
			save(fees, "4"),
		)
		for i, want := range []string{"", "oops", "in the middle", "canceled", "", ""} {
			if got := fmt.Sprint(errs[i]); !strings.Contains(got, want) || want == "" && errs[i] != nil {
				t.Errorf("write %d: got %v, want %q", i, errs[i], want)
			}
		}
		wantCode(t, errs[2], report.Internal)
		if h.figure(f.ID, issued) != "2" || h.figure(f.ID, repealed) != "3" || h.figure(f.ID, fees) != "4" {
			t.Errorf("got %v", h.load(f.ID).Report.Figures)
		}
		h.judged(f.ID)
	})

	t.Run("the commit fails", func(t *testing.T) {
		before := h.filing(f.ID)
		errs := queue(t, s,
			save(issued, ""),
			func() error {
				return s.Write(t.Context(), func(exec func(string, ...any) error) error {
					check(t, exec(`PRAGMA defer_foreign_keys = ON`))
					return exec(`INSERT INTO sessions (hash, member_id, data, created_at, seen_at) VALUES ('orphan', 999, x'', 0, 0)`)
				})
			},
			save(repealed, ""),
		)
		for i, err := range errs {
			if err == nil {
				t.Errorf("write %d was acknowledged without a commit", i)
			}
		}
		if got := h.filing(f.ID); got != before || h.figure(f.ID, issued) != "2" {
			t.Errorf("got %+v, want %+v", got, before)
		}
		// Sheets evaluated in the failed batch must not be believed when another server has come to the same revision.
		other := storetest.Open(t, "sqlite:"+path(t, s))
		for _, cell := range []string{"disclosure.regulations.issued", "disclosure.regulations.repealed"} {
			_, err := other.Save(t.Context(), h.clerk, f.ID, report.ChangeSet{Cells: map[string]string{cell: "5"}})
			check(t, err)
		}
		check(t, save("disclosure.regulations.in_force", "5")())
		h.judged(f.ID)
	})

	t.Run("acknowledged after the commit", func(t *testing.T) {
		other, err := sql.Open("sqlite", "file:"+path(t, s))
		check(t, err)
		defer other.Close()
		var wait sync.WaitGroup
		for i := range 64 {
			wait.Go(func() {
				hash := "ack" + strconv.Itoa(i)
				if err := s.BeginSession(t.Context(), hash, h.clerk.ID, nil); err != nil {
					t.Error(err)
				}
				var n int
				if err := other.QueryRow(`SELECT COUNT(*) FROM sessions WHERE hash = $1`, hash).Scan(&n); err != nil || n != 1 {
					t.Errorf("session %d: %d rows, %v", i, n, err)
				}
			})
		}
		wait.Wait()
	})

	t.Run("after closing", func(t *testing.T) {
		check(t, s.Close())
		if err := s.BeginSession(t.Context(), "late", 0, nil); err == nil {
			t.Error("a closed store took a write")
		}
	})
}

// path is the file of a SQLite store.
func path(t *testing.T, s *store.Store) string {
	t.Helper()
	return must(s.Text(t.Context(), `SELECT file FROM pragma_database_list WHERE name = 'main'`))(t)
}

// What was acknowledged is there after the store was closed and opened again, with writers at work until the end.
func TestDurable(t *testing.T) {
	dsn := storetest.SQLite(t)
	s := storetest.Open(t, dsn)
	h := newHouse(t, s)
	f := h.report(2022, "gb-2021")
	cells := typedCells(h, f.ID, "requests")
	var mu sync.Mutex
	acknowledged := map[string]string{}
	var wait sync.WaitGroup
	for worker := range 16 {
		wait.Go(func() {
			for i := range 1000 {
				cell, value := cells[(worker*7+i)%len(cells)], strconv.Itoa(worker)
				_, err := s.Save(context.Background(), h.clerk, f.ID, report.ChangeSet{Texts: map[string]string{"overview": cell + value}})
				if err != nil {
					return
				}
				hash := cell + "/" + value
				if s.BeginSession(context.Background(), hash, h.clerk.ID, nil) != nil {
					return
				}
				mu.Lock()
				acknowledged[hash] = value
				mu.Unlock()
			}
		})
	}
	time.Sleep(300 * time.Millisecond)
	check(t, s.Close())
	wait.Wait()
	again := storetest.Open(t, dsn)
	for hash := range acknowledged {
		if _, _, err := again.LoadSession(t.Context(), hash); err != nil {
			t.Errorf("%s was acknowledged and is gone: %v", hash, err)
		}
	}
	if len(acknowledged) == 0 {
		t.Error("nothing was written")
	}
	if got := must(again.Text(t.Context(), `PRAGMA integrity_check`))(t); got != "ok" {
		t.Errorf("integrity check: %s", got)
	}
	var m agency.Member = h.clerk
	if d := must(again.Load(t.Context(), m, f.ID))(t); report.Count(d.Findings()) != d.Filing.Tally {
		t.Error("the verdict is not that of the content")
	}
}

// A read on the writer's connection never waits for a write, and lets the writes that come meanwhile go on after it.
func TestSpareReads(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	h := newHouse(t, s)
	check(t, s.BeginSession(t.Context(), "hash", h.clerk.ID, nil))
	writing, finish := make(chan struct{}), make(chan struct{})
	var wait sync.WaitGroup
	wait.Go(func() {
		check(t, s.Write(t.Context(), func(func(string, ...any) error) error {
			close(writing)
			<-finish
			return nil
		}))
	})
	<-writing
	if _, who, err := s.LoadSession(t.Context(), "hash"); err != nil || who.ID != h.clerk.ID {
		t.Errorf("while another writes: %v %v", who.ID, err)
	}
	close(finish)
	wait.Wait()
	for i := range 8 {
		wait.Go(func() {
			for n := range 50 {
				if i%2 == 0 {
					check(t, s.TouchSession(t.Context(), "hash"))
				} else if _, who, err := s.LoadSession(t.Context(), "hash"); err != nil || who.ID != h.clerk.ID {
					t.Errorf("read %d of %d: %v", n, i, err)
				}
			}
		})
	}
	wait.Wait()
}
