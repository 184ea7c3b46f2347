package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"time"

	"nianbao/agency"
	"nianbao/internal/app"
	"nianbao/report"
)

const (
	saveRounds = 15
	saveTime   = 700 * time.Millisecond
	saveWarmUp = time.Second
	saveYear   = 2025
)

// crowds are the numbers of clients, each with the goal for saves beside bare commits.
var crowds = []struct {
	clients int
	goal    goal
}{{1, atLeast(0.6)}, {64, atLeast(1.5)}}

const mostClients = 64

// measureSave counts saves of one cell beside durable commits of one row by a bare handler, and beside the disk's fsyncs.
func measureSave(ctx context.Context, b *bench) ([]line, error) {
	ours, end, err := openReports(ctx, b)
	if err != nil {
		return nil, err
	}
	defer end()
	bare, err := openBare(ctx, filepath.Join(b.temp, "bare.db"))
	if err != nil {
		return nil, err
	}
	defer bare.close()
	bareWriters := bare.writers()

	var lines []line
	for _, crowd := range crowds {
		var saves, commits, syncs samples
		for round := range saveRounds + 1 {
			if round == 0 {
				// Caches, prepared statements and connections are there from then on.
				if _, err := count(ctx, ours.writers[:crowd.clients], saveWarmUp); err != nil {
					return lines, fmt.Errorf("ours: %w", err)
				}
				if _, err := count(ctx, bareWriters[:crowd.clients], saveWarmUp); err != nil {
					return lines, fmt.Errorf("bare: %w", err)
				}
				continue
			}
			// They alternate, so that a slow minute of the machine is one of both.
			rate, err := count(ctx, ours.writers[:crowd.clients], saveTime)
			if err != nil {
				return lines, fmt.Errorf("ours: %w", err)
			}
			saves = append(saves, rate)
			if rate, err = count(ctx, bareWriters[:crowd.clients], saveTime); err != nil {
				return lines, fmt.Errorf("bare: %w", err)
			}
			commits = append(commits, rate)
			if rate, err = fsyncRate(filepath.Join(b.temp, "fsync")); err != nil {
				return lines, err
			}
			syncs = append(syncs, rate)
		}
		who := "1 client"
		if crowd.clients > 1 {
			who = strconv.Itoa(crowd.clients) + " clients"
		}
		lines = append(lines,
			compare("one cell saved over HTTP, "+who, "1/s", saves, "bare handler, one commit a row", commits, crowd.goal),
			compare("the same beside the disk, "+who, "1/s", saves, "write 4 KiB + fsync", syncs, noGoal))
	}
	return lines, ours.verify(ctx)
}

// reports are the server with a draft for every client.
type reports struct {
	app     *app.App
	members []agency.Member
	ids     []int64
	writers []*writer
}

// openReports starts the server over new agencies, each with a clerk whose report has all cells filled.
func openReports(ctx context.Context, b *bench) (*reports, func() error, error) {
	r := &reports{}
	edition := b.editions.Get("gb-2021")
	a, end, err := b.serve(ctx, filepath.Join(b.temp, "save.db"), func(a *app.App) error { return r.fill(ctx, a, edition) })
	if err != nil {
		return nil, nil, err
	}
	r.app = a
	for i, m := range r.members {
		w, err := newSaver(a.URL(), m.Login, r.ids[i], edition)
		if err != nil {
			end()
			return nil, nil, err
		}
		r.writers = append(r.writers, w)
	}
	return r, end, nil
}

func (r *reports) fill(ctx context.Context, a *app.App, edition *report.Edition) error {
	county, err := a.Store.CreateAgency(ctx, agency.Agency{Name: "测试县人民政府", Kind: agency.Government})
	if err != nil {
		return err
	}
	// Without an administrator nobody may sign in.
	if _, err := a.Store.CreateMember(ctx, agency.Member{Login: "admin", Name: "管理员", Role: agency.Admin, AgencyID: county.ID}, password); err != nil {
		return err
	}
	zeros := map[string]string{}
	for _, table := range edition.Tables {
		for _, cell := range table.Cells {
			zeros[cell.ID] = "0"
		}
	}
	for i := range mostClients {
		office, err := a.Store.CreateAgency(ctx, agency.Agency{ParentID: county.ID, Name: fmt.Sprintf("测试%d局", i+1), Kind: agency.Department})
		if err != nil {
			return err
		}
		m, err := a.Store.CreateMember(ctx, agency.Member{Login: fmt.Sprintf("clerk-%d", i+1), Name: fmt.Sprintf("填报人%d", i+1), Role: agency.Clerk,
			AgencyID: office.ID}, password)
		if err != nil {
			return err
		}
		filing, err := a.Store.CreateReport(ctx, m, office.ID, saveYear, edition.ID)
		if err != nil {
			return err
		}
		if _, err := a.Store.Save(ctx, m, filing.ID, report.ChangeSet{Cells: zeros}); err != nil {
			return err
		}
		r.members, r.ids = append(r.members, m), append(r.ids, filing.ID)
	}
	return nil
}

// newSaver signs a clerk in and opens the page of the requests table. The page is loaded once; after that the client knows the
// revision, which every save of its own raises by one.
func newSaver(base, login string, id int64, edition *report.Edition) (*writer, error) {
	s, err := signIn(base, login)
	if err != nil {
		return nil, err
	}
	path := fmt.Sprintf("/reports/%d/sections/requests", id)
	hidden, err := s.hidden(path)
	if err != nil {
		return nil, err
	}
	revision, err := strconv.Atoi(hidden["revision"])
	if err != nil {
		return nil, fmt.Errorf("the page's revision: %w", err)
	}
	cookie, err := s.cookie()
	if err != nil {
		return nil, err
	}
	w := newWriter(base+path, cookie.String())
	w.form = map[string]string{"_csrf": hidden["_csrf"]}
	for _, cell := range edition.Table("requests").Cells {
		if !cell.Computed {
			w.places = append(w.places, cell.ID)
		}
	}
	w.before = func() { w.form["revision"] = strconv.Itoa(revision + w.acknowledged) }
	return w, nil
}

// verify compares what was acknowledged with what the store holds.
func (r *reports) verify(ctx context.Context) error {
	for i, w := range r.writers {
		d, err := r.app.Store.Load(ctx, r.members[i], r.ids[i])
		if err != nil {
			return err
		}
		for place, want := range w.last {
			if got := d.Report.Figures[place]; got != want {
				return fmt.Errorf("%s of report %d holds %q, but %q was acknowledged", place, r.ids[i], got, want)
			}
		}
	}
	return nil
}
