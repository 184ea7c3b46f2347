package demo

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/report/review"
	"nianbao/store"
)

const password = "demo-password-1"

func openStore(t *testing.T, today time.Time) *store.Store {
	t.Helper()
	ctx := context.Background()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(ctx, "sqlite:"+filepath.Join(t.TempDir(), "demo.db"), editions)
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
	s.Now = func() time.Time { return today }
	s.Proof = review.New(review.Settings{}) // as the program has it: what it blames cannot be handed in
	return s
}

func signIn(t *testing.T, s *store.Store, login string) agency.Member {
	t.Helper()
	m, err := s.SignIn(context.Background(), login, password)
	if err != nil {
		t.Fatalf("%s: %v", login, err)
	}
	return m
}

func TestThisYear(t *testing.T) {
	for day, want := range map[string]int{"2026-10-31": 2025, "2026-11-01": 2026, "2026-12-31": 2026, "2027-01-01": 2026, "2027-03-31": 2026} {
		today, _ := time.ParseInLocation(time.DateOnly, day, zone)
		if got := ThisYear(today); got != want {
			t.Errorf("%s: got %d, want %d", day, got, want)
		}
	}
}

func TestFill(t *testing.T) {
	ctx := context.Background()
	for _, today := range []time.Time{time.Date(2026, time.November, 21, 2, 30, 0, 0, time.UTC), time.Date(2027, time.January, 18, 8, 0, 0, 0, zone)} {
		t.Run(today.Format(time.DateOnly), func(t *testing.T) {
			s := openStore(t, today)
			began := time.Now()
			accounts, err := Fill(ctx, s, today, password)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("filled in %v", time.Since(began))
			auditor := signIn(t, s, "auditor")
			filings, err := s.Filings(ctx, auditor)
			if err != nil {
				t.Fatal(err)
			}
			states := map[int]map[report.State]int{}
			for _, f := range filings {
				if states[f.Year] == nil {
					states[f.Year] = map[report.State]int{}
				}
				states[f.Year][f.State]++
				checkFiling(t, s, auditor, f, today)
			}
			agencies, err := s.Agencies(ctx, auditor)
			if err != nil {
				t.Fatal(err)
			}
			if got := states[ThisYear(today)-1][report.Published]; got != len(agencies) || len(agencies) != 16 {
				t.Errorf("%d agencies have %d reports of last year", len(agencies), got)
			}
			total := 0
			for state := range report.StateNames {
				if state.ReadIn() {
					continue // the county wrote all its reports here
				}
				n := states[ThisYear(today)][state]
				total += n
				if n == 0 {
					t.Errorf("nothing is %s this year", state)
				}
			}
			if total == len(agencies) {
				t.Error("every agency has begun this year")
			}
			if got := s.Now(); !got.Equal(today) {
				t.Errorf("the clock stands at %v", got)
			}
			var logins []string
			for _, a := range accounts.Named() {
				logins = append(logins, a.Login)
				if m := signIn(t, s, a.Login); m.MustChange || m.Role != a.Role || m.AgencyName != a.Agency {
					t.Errorf("%s: %+v", a.Login, m)
				}
			}
			if !slices.Equal(logins, named) {
				t.Errorf("named accounts: %v", logins)
			}
			t.Run("once", func(t *testing.T) { checkOnce(t, s, today) })
			t.Run("newcomer", func(t *testing.T) { checkNewcomer(t, s, today) })
		})
	}
}

// checkFiling: what was approved is without fault, and what happened to a report happened before today, one thing after another.
func checkFiling(t *testing.T, s *store.Store, who agency.Member, f report.Filing, today time.Time) {
	t.Helper()
	loaded, err := s.Load(context.Background(), who, f.ID)
	if err != nil {
		t.Fatal(err)
	}
	findings := loaded.Findings()
	settled := f.State != report.Draft && f.State != report.Returned
	if left := report.Unanswered(findings, loaded.Answers); settled && (report.HasErrors(findings) || len(left) > 0) {
		t.Errorf("%s %d is %s with %v %v", f.AgencyName, f.Year, f.State, findings, left)
	}
	decisions, err := s.Decisions(context.Background(), who, f.ID)
	if err != nil {
		t.Fatal(err)
	}
	steps := stepsTo[f.State]
	if f.AgencyKind == string(agency.Government) {
		steps = slices.DeleteFunc(slices.Clone(steps), func(step report.Step) bool { return step == report.Accept })
	}
	var got []report.Step
	var last time.Time
	slices.SortFunc(decisions, func(a, b report.Decision) int { return int(a.ID - b.ID) })
	for _, d := range decisions {
		got = append(got, d.Step)
		if !d.At.After(last) || !d.At.Before(today) {
			t.Errorf("%s %d: %s at %v after %v", f.AgencyName, f.Year, d.Step, d.At, last)
		}
		last = d.At
	}
	if !slices.Equal(got, steps) {
		t.Errorf("%s %d: steps %v, want %v", f.AgencyName, f.Year, got, steps)
	}
}

// checkNewcomer: the draft that a newcomer meets has one figure to mend and two sections to write.
func checkNewcomer(t *testing.T, s *store.Store, today time.Time) {
	ctx := context.Background()
	clerk := signIn(t, s, "clerk")
	filing, err := s.FilingOf(ctx, clerk, clerk.AgencyID, ThisYear(today))
	if err != nil {
		t.Fatal(err)
	}
	find := func() (report.Tally, *report.Dossier) {
		t.Helper()
		loaded, err := s.Load(ctx, clerk, filing.ID)
		if err != nil {
			t.Fatal(err)
		}
		return loaded.Filing.Tally, loaded
	}
	got, before := find()
	// The balance is broken in the column and, with it, in that of the totals, which the text contradicts.
	if got.Errors != 2 || got.Warnings != 3 {
		t.Errorf("before: %+v", got)
	}
	if last := before.LastReport; last == nil || last.Figures["requests.carried_over.total"] != before.Report.Figures["requests.carried_in.total"] {
		t.Error("last year's figures are not beside this year's")
	}
	mend := report.ChangeSet{Cells: map[string]string{"requests.granted.business": "1"}, Texts: map[string]string{"problems": "一是人手少。", "other": "本年度没有收取信息处理费。"}}
	if _, err := s.Save(ctx, clerk, filing.ID, mend); err != nil {
		t.Fatal(err)
	}
	if got, _ := find(); got.Errors+got.Warnings != 0 {
		t.Errorf("after: %+v", got)
	}
}

// checkOnce: a database in use is not filled again.
func checkOnce(t *testing.T, s *store.Store, today time.Time) {
	ctx := context.Background()
	if empty, err := Empty(ctx, s); empty || err != nil {
		t.Errorf("a filled database is empty: %v, %v", empty, err)
	}
	auditor := signIn(t, s, "auditor")
	before, err := s.Filings(ctx, auditor)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Fill(ctx, s, today, password); report.ErrorCode(err) != report.Invalid {
		t.Errorf("second fill: %v", err)
	}
	after, err := s.Filings(ctx, auditor)
	if err != nil || !slices.Equal(before, after) {
		t.Errorf("the second fill changed something: %v", err)
	}
}
