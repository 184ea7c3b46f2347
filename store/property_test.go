package store_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"nianbao/agency"
	"nianbao/internal/pgtest"
	"nianbao/report"
	"nianbao/store"
	"nianbao/store/storetest"
)

// The stored verdict is that of the rules after whatever happened, with two servers at work on one database.
func TestVerdictsAfterRandomSequences(t *testing.T) {
	test := func(t *testing.T, dsn string) {
		h := newHouse(t, storetest.Open(t, dsn))
		servers := []*store.Store{h.s, storetest.Open(t, dsn)}
		for _, s := range servers {
			s.Proof = &speaking{}
		}
		random := rand.New(rand.NewPCG(20, 27))
		last, this := h.report(2021, "gb-2021"), h.report(2022, "gb-2021")
		h.complete(h.clerk, last.ID)
		var trace []string
		for i := range 300 {
			s := servers[random.IntN(len(servers))]
			id := this.ID
			if random.IntN(10) == 0 {
				id = last.ID
			}
			what, err := randomAction(h, s, random, id)
			trace = append(trace, fmt.Sprintf("%s on %d: %v", what, id, err))
			if report.ErrorCode(err) == report.Internal {
				t.Fatalf("%s", trace[i])
			}
			for _, id := range []int64{last.ID, this.ID} {
				got, want := h.filing(id).Tally, report.Count(h.load(id).Findings())
				if got != want {
					t.Fatalf("report %d after %d actions: stored %+v, the rules say %+v\n%s", id, i+1, got, want, strings.Join(trace[max(0, i-8):], "\n"))
				}
			}
		}
	}
	t.Run("sqlite", func(t *testing.T) { test(t, storetest.SQLite(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, pgtest.DSN(t)) })
}

// randomAction does something to a report as somebody; it may be refused.
func randomAction(h *house, s *store.Store, random *rand.Rand, id int64) (what string, err error) {
	h.Helper()
	ctx := h.Context()
	d := h.load(id)
	who := []agency.Member{h.clerk, h.clerk2, h.supervisor}[random.IntN(3)]
	base := d.Filing.Revision - int64(random.IntN(4))
	pick := func(values ...string) string { return values[random.IntN(len(values))] }
	cells := func(n int) map[string]string {
		out := map[string]string{}
		for range n {
			table := d.Edition.Tables[random.IntN(len(d.Edition.Tables))]
			out[table.Cells[random.IntN(len(table.Cells))].ID] = pick("", "0", "1", "2", "无", "x", "-1", "1.5")
		}
		return out
	}
	var keys []string
	for _, o := range d.Outline {
		keys = append(keys, o.Key)
	}
	switch n := random.IntN(30); {
	case n < 14:
		_, err = s.Save(ctx, who, id, report.ChangeSet{Base: base, Cells: cells(1 + random.IntN(3))})
		return "save cells", err
	case n < 15:
		_, err = s.Save(ctx, who, id, report.ChangeSet{Base: base, Cells: cells(40)})
		return "save a form", err
	case n < 18:
		place := pick(append(keys, "title", "signature.date")...)
		_, err = s.Save(ctx, who, id, report.ChangeSet{Base: base, Cells: cells(random.IntN(2)), Texts: map[string]string{place: pick("", "甲", "甲\n乙", "甲1\n乙", "甲\n丙")}})
		return "save text of " + place, err
	case n < 19:
		_, err = s.Save(ctx, who, id, report.ChangeSet{Cells: cells(random.IntN(2)), Reasons: h.reasons(id)})
		return "save reasons", err
	case n < 21:
		_, _, err = s.FillBlanks(ctx, who, id, d.Edition.Tables[0].Key, report.ChangeSet{Base: base, Cells: cells(1)})
		return "fill", err
	case n < 22:
		_, err = s.UndoFill(ctx, who, id, base)
		return "undo", err
	case n < 24:
		if len(d.Conflicts) == 0 {
			return "nothing to resolve", nil
		}
		return "resolve", s.Resolve(ctx, who, id, d.Conflicts[random.IntN(len(d.Conflicts))].ID, random.IntN(2) == 0)
	case n < 26:
		c := report.OutlineChange{Action: report.OutlineAction(pick("add", "up", "down", "drop", "restore", "restore", "reset")), Key: pick(keys...), Heading: "另一节"}
		return "outline " + string(c.Action) + " " + c.Key, s.ChangeOutline(ctx, who, id, c)
	case n < 27:
		rows := d.Edition.Tables[0].OptionalRows()
		if len(rows) == 0 {
			edition := pick("gb-2014", "gb-2019", "gb-2021")
			return "edition " + edition, s.SetEdition(ctx, who, id, edition)
		}
		if random.IntN(4) == 0 {
			return "edition back", s.SetEdition(ctx, who, id, "gb-2021")
		}
		return "row", s.ChangeOutline(ctx, who, id, report.OutlineChange{Action: report.OutlineAction(pick("row_on", "row_off")), Key: d.Edition.Tables[0].Key + "." + pick(rows...)})
	case n < 28:
		if random.IntN(2) == 0 {
			return "reorganised", s.SetReorganised(ctx, h.admin, h.town.ID, []int{0, 2022, 2021}[random.IntN(3)])
		}
		return "dispute", s.Dispute(ctx, h.chief, id, random.IntN(2) == 0)
	default:
		step := report.Step(pick("submit", "submit", "approve", "approve", "return", "publish", "amend", "withdraw"))
		who := map[report.Step]agency.Member{report.Submit: h.clerk, report.Withdraw: h.clerk}[step]
		if who.ID == 0 {
			who = []agency.Member{h.chief, h.supervisor}[random.IntN(2)]
		}
		if step == report.Submit {
			// Otherwise hardly anything would ever get through.
			for _, t := range d.Edition.Tables {
				zero := map[string]string{}
				for _, c := range t.Cells {
					zero[c.ID] = "0"
				}
				_, _ = s.Save(ctx, who, id, report.ChangeSet{Cells: zero})
			}
			for _, c := range d.Conflicts {
				_ = s.Resolve(ctx, who, id, c.ID, false)
			}
		}
		_, err = s.TakeStep(ctx, who, id, report.StepRequest{Step: step, Comment: "因为", Reasons: h.reasons(id)})
		return "step " + string(step), err
	}
}

// A save counts without writing sentences; it must count what the rules find.
func TestTally(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, e := range must(report.Standard())(t) {
		for _, table := range e.Tables {
			for range 50 {
				figures := report.Figures{}
				for _, c := range table.Cells {
					if random.IntN(3) > 0 {
						figures[c.ID] = []string{"", "0", "1", "2", "无", "x", "-3", "0.25"}[random.IntN(8)]
					}
				}
				var last *report.LastYear
				if random.IntN(2) == 0 {
					last = &report.LastYear{Edition: e, Figures: figures, Doubt: []string{"", "存疑"}[random.IntN(2)]}
				}
				sheet := report.NewSheet(table, figures, last, report.InForm)
				if got, want := store.TallyOf(sheet), report.Count(sheet.Findings()); got != want {
					t.Fatalf("%s %s: got %+v, want %+v", e.ID, table.Key, got, want)
				}
			}
		}
	}
}
