package main

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/report/review"
	"nianbao/report/review/likeness"
	"nianbao/store"
)

const (
	similarFew     = 1_000
	similarMany    = 100_000
	similarSamples = 200
	similarWarmUp  = 20
	similarYear    = 2025
	// similarModel is of how many reports one has taken its problems from the same model.
	similarModel = 20
)

// measureSimilar opens a report that repeats others, and finds those, among many reports and among few.
func measureSimilar(ctx context.Context, b *bench) ([]line, error) {
	few, err := b.openAlike(ctx, similarFew)
	if err != nil {
		return nil, err
	}
	defer few.store.Close()
	many, err := b.openAlike(ctx, similarMany)
	if err != nil {
		return nil, err
	}
	defer many.store.Close()
	var ours, theirs samples
	for i := range similarWarmUp + similarSamples {
		long, err := many.open(ctx)
		if err != nil {
			return nil, err
		}
		short, err := few.open(ctx)
		if err != nil {
			return nil, err
		}
		if i >= similarWarmUp {
			ours, theirs = append(ours, long), append(theirs, short)
		}
	}
	return []line{compare(fmt.Sprintf("opening a report and finding those that it repeats among %d", similarMany), "ms", ours,
		fmt.Sprintf("among %d", similarFew), theirs, atMost(3))}, nil
}

// alikes is a store with a report that repeats some of many others.
type alikes struct {
	store *store.Store
	clerk agency.Member
	id    int64
}

// openAlike fills a database with n published reports, straight into its tables, and then writes one more as a clerk does.
func (b *bench) openAlike(ctx context.Context, n int) (*alikes, error) {
	file := filepath.Join(b.temp, fmt.Sprintf("alike-%d.db", n))
	s, err := store.Open(ctx, "sqlite:"+file, b.editions)
	if err != nil {
		return nil, err
	}
	a := &alikes{store: s}
	s.Proof = review.New(review.Settings{})
	if err := a.prepare(ctx, file, n); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return a, nil
}

func (a *alikes) prepare(ctx context.Context, file string, n int) error {
	if _, _, err := a.store.Migrate(ctx); err != nil {
		return err
	}
	county, err := a.store.CreateAgency(ctx, agency.Agency{Name: "测试县人民政府", Kind: agency.Government})
	if err != nil {
		return err
	}
	town, err := a.store.CreateAgency(ctx, agency.Agency{ParentID: county.ID, Name: "柳河镇人民政府", Kind: agency.Township})
	if err != nil {
		return err
	}
	if a.clerk, err = a.store.CreateMember(ctx, agency.Member{Login: "clerk", Name: "填报人", Role: agency.Clerk, AgencyID: town.ID}, password); err != nil {
		return err
	}
	overview, model, err := fillAlike(file, a.clerk.ID, n)
	if err != nil {
		return err
	}
	filing, err := a.store.CreateReport(ctx, a.clerk, town.ID, similarYear, "gb-2021")
	if err != nil {
		return err
	}
	a.id = filing.ID
	_, err = a.store.Save(ctx, a.clerk, a.id, report.ChangeSet{Texts: map[string]string{"overview": "柳河镇今年的总体情况。" + overview, "problems": model}})
	return err
}

// open is how long it takes to open the report, in milliseconds. The reports that it repeats must be among what is found.
func (a *alikes) open(ctx context.Context) (float64, error) {
	start := time.Now()
	d, err := a.store.Load(ctx, a.clerk, a.id)
	if err != nil {
		return 0, err
	}
	took := time.Since(start)
	for _, section := range []string{"overview", "problems"} {
		if !slices.ContainsFunc(d.Alike, func(l report.Likeness) bool {
			return l.Section == section && (l.Agency == repeatedAgency || section == "problems")
		}) {
			return 0, fmt.Errorf("what is repeated in %s is not among the %d sections that were found", section, len(d.Alike))
		}
	}
	return took.Seconds() * 1000, nil
}

// repeatedAgency is the one whose report is repeated.
const repeatedAgency = "测试第500局"

// fillAlike writes n published reports, and tells the overview of one of them and the model from which many have their problems.
func fillAlike(file string, member int64, n int) (repeated, model string, err error) {
	db, err := sql.Open("sqlite", "file:"+file+"?_pragma=busy_timeout(10000)&_pragma=synchronous(OFF)")
	if err != nil {
		return "", "", err
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		return "", "", err
	}
	defer tx.Rollback()
	const first = 1000 // agencies and reports from this number on
	if _, err := tx.Exec(`WITH RECURSIVE numbers (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i < $1 - 1)
		INSERT INTO agencies (id, parent_id, path, name, kind) SELECT $2 + i, 1, '1/' || ($2 + i) || '/', '测试第' || i || '局', 'department' FROM numbers`, n, first); err != nil {
		return "", "", err
	}
	if _, err := tx.Exec(`INSERT INTO reports (id, agency_id, year, edition, state, revision, state_since, state_by, updated_at, updated_by, indexed)
		SELECT id, id, $1, 'gb-2021', 'published', 1, 0, $2, 0, $2, 1 FROM agencies WHERE id >= $3`, similarYear, member, first); err != nil {
		return "", "", err
	}
	type row struct{ key, report int64 }
	var rows []row
	random := rand.New(rand.NewPCG(1, uint64(n)))
	texts, err := tx.Prepare(`INSERT INTO texts (report_id, place, body, revision, member_id) VALUES ($1, $2, $3, 1, $4)`)
	if err != nil {
		return "", "", err
	}
	write := func(id int, section, text string) error {
		for _, key := range store.AlikeKeys(similarYear, section, text, likeness.Names{}) {
			rows = append(rows, row{key, int64(id)})
		}
		_, err := texts.Exec(id, section, text, member)
		return err
	}
	model = sectionOf(random)
	for i := range n {
		text := sectionOf(random)
		if fmt.Sprintf("测试第%d局", i) == repeatedAgency {
			repeated = text
		}
		if err := write(first+i, "overview", text); err != nil {
			return "", "", err
		}
		if i%similarModel == 0 {
			if err := write(first+i, "problems", model); err != nil {
				return "", "", err
			}
		}
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.report, b.report)) })
	keys, err := tx.Prepare(`INSERT INTO alike (key, report_id) VALUES ($1, $2)`)
	if err != nil {
		return "", "", err
	}
	for _, r := range rows {
		if _, err := keys.Exec(r.key, r.report); err != nil {
			return "", "", err
		}
	}
	return repeated, model, tx.Commit()
}

// sectionOf makes a section of sentences of its own and some that many reports have.
func sectionOf(random *rand.Rand) string {
	var b strings.Builder
	for i := range 10 {
		words := random
		if i%4 == 3 {
			words = rand.New(rand.NewPCG(7, random.Uint64N(40))) // one of forty
		}
		for range 14 {
			b.WriteRune('丁' + rune(words.IntN(300)))
			b.WriteRune('公' + rune(words.IntN(30)))
		}
		b.WriteString("。")
	}
	return b.String()
}
