package store_test

import (
	"database/sql"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"

	"nianbao/report"
	"nianbao/store/storetest"
)

// BenchmarkBareCommit is the yardstick: one durable commit of one row, by a writer of one connection.
func BenchmarkBareCommit(b *testing.B) {
	db, err := sql.Open("sqlite", "file:"+filepath.Join(b.TempDir(), "bare.db")+
		"?_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_txlock=immediate")
	check(b, err)
	defer db.Close()
	db.SetMaxOpenConns(1)
	_, err = db.Exec("CREATE TABLE cells (id INTEGER PRIMARY KEY, value TEXT)")
	check(b, err)
	stmt, err := db.Prepare("INSERT INTO cells (id, value) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET value = excluded.value")
	check(b, err)
	save := func(n int64) {
		if _, err := stmt.Exec(n%175, strconv.FormatInt(n, 10)); err != nil {
			b.Error(err)
		}
	}
	b.Run("sequential", func(b *testing.B) {
		for i := range b.N {
			save(int64(i))
		}
	})
	b.Run("parallel64", func(b *testing.B) {
		var n atomic.Int64
		b.SetParallelism(32) // × GOMAXPROCS 2
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				save(n.Add(1))
			}
		})
	})
}

// BenchmarkSaveOneCell saves one figure with its session, revision, audit record and verdict.
func BenchmarkSaveOneCell(b *testing.B) {
	h := newHouse(b, storetest.Open(b, storetest.SQLite(b)))
	ctx := b.Context()
	var ids []int64
	for year := 2022; year < 2027; year++ {
		ids = append(ids, h.report(year, "gb-2021").ID)
	}
	check(b, h.s.BeginSession(ctx, "hash", h.clerk.ID, []byte("data")))
	var cells []string
	for _, c := range h.load(ids[0]).Edition.Table("requests").Cells {
		if !c.Computed {
			cells = append(cells, c.ID)
		}
	}
	for _, id := range ids {
		_, _, err := h.s.FillBlanks(ctx, h.clerk, id, "requests", report.ChangeSet{})
		check(b, err)
	}
	save := func(n int64) {
		_, who, err := h.s.LoadSession(ctx, "hash")
		if err != nil {
			b.Error(err)
		}
		cs := report.ChangeSet{Cells: map[string]string{cells[n%int64(len(cells))]: strconv.FormatInt(n, 10)}}
		if _, err := h.s.Save(ctx, who, ids[n%int64(len(ids))], cs); err != nil {
			b.Error(err)
		}
	}
	b.Run("sequential", func(b *testing.B) {
		for i := range b.N {
			save(int64(i))
		}
	})
	b.Run("parallel64", func(b *testing.B) {
		var n atomic.Int64
		b.SetParallelism(32)
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				save(n.Add(1))
			}
		})
	})
}
