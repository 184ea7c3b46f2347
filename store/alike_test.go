package store_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/store"
	"nianbao/store/storetest"
)

// essay is a text long enough to be compared; each number makes another one.
func essay(n int) string {
	var b strings.Builder
	for i := range 60 {
		for j := range 8 {
			b.WriteRune('丁' + rune((n*7919+i*613+j*131+i*j*17)%2900))
		}
		b.WriteString("，")
	}
	return b.String()
}

// alike lists whose sections are shown to a member as saying the same.
func (h *house) alike(who agency.Member, id int64) []string {
	h.Helper()
	var out []string
	for _, f := range must(h.s.Load(h.Context(), who, id))(h).Findings() {
		if f.Code == "similar.peer" {
			out = append(out, f.Section+" "+f.Message)
		}
	}
	return out
}

func TestAlike(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		s.Proof = &speaking{}
		h := newHouse(t, s)
		otherClerk, otherSupervisor := h.stranger, h.member("zhou", "周八", agency.Supervisor, h.other)
		mine := h.report(2022, "gb-2021")
		h.complete(h.clerk, mine.ID)
		theirs := must(s.CreateReport(t.Context(), otherClerk, h.other.ID, 2022, "gb-2021"))(t)
		h.complete(otherClerk, theirs.ID)
		want := func(when string, who agency.Member, id int64, want ...string) {
			t.Helper()
			if got := h.alike(who, id); !slices.Equal(got, want) {
				t.Errorf("%s: got %v, want %v", when, got, want)
			}
		}
		const peer, own = "overview 与石桥镇人民政府相同", "overview 与桐岭乡人民政府相同"
		want("short texts", h.chief, mine.ID)
		text := "2022年，桐岭乡人民政府主动公开信息35条。" + essay(1)
		h.text(h.clerk, mine.ID, 0, "overview", text)
		h.text(otherClerk, theirs.ID, 0, "overview", strings.NewReplacer("桐岭乡", "石桥镇", "35", "1,208").Replace(text))
		want("two drafts, to their superior", h.chief, mine.ID, peer)
		want("and the other way round", h.chief, theirs.ID, own)
		want("to a clerk, who may not see the other's draft", h.clerk, mine.ID)
		for _, id := range []int64{mine.ID, theirs.ID} {
			if got, want := h.filing(id).Tally, report.Count(must(s.Load(t.Context(), h.admin, id))(t).Findings()); got.Hints != want.Hints-1 {
				t.Errorf("what others say is counted: %+v, %+v", got, want)
			}
		}
		h.save(otherClerk, theirs.ID, report.ChangeSet{Reasons: h.reasons(theirs.ID)})
		h.step(otherClerk, theirs.ID, report.Submit)
		want("submitted", h.clerk, mine.ID)
		h.step(otherSupervisor, theirs.ID, report.Approve)
		want("approved", h.clerk, mine.ID)
		h.step(otherClerk, theirs.ID, report.Publish)
		want("published", h.clerk, mine.ID, peer)
		if got := must(s.Load(t.Context(), h.clerk, mine.ID))(t).Alike; len(got) != 1 || !strings.Contains(got[0].Text, "1,208") || got[0].Year != 2022 {
			t.Errorf("got %+v", got)
		}
		want("a draft, for who may not see it", otherClerk, theirs.ID)

		// The same words in another section or another year are no match.
		h.text(h.clerk, mine.ID, 0, "overview", "另写。")
		h.text(h.clerk, mine.ID, 0, "problems", text)
		want("another section", h.clerk, mine.ID)
		later := h.report(2023, "gb-2021")
		h.text(h.clerk, later.ID, 0, "overview", text)
		want("another year", h.clerk, later.ID)
		h.text(h.clerk, mine.ID, 0, "overview", text)
		h.text(h.clerk, mine.ID, 0, "problems", "")
		want("the same again", h.clerk, mine.ID, peer)
		h.text(h.clerk, mine.ID, 0, "overview", essay(1)+essay(2))
		want("half of it", h.clerk, mine.ID, peer)
		check(t, s.ChangeOutline(t.Context(), h.clerk, mine.ID, report.OutlineChange{Action: report.OutlineDrop, Key: "overview"}))
		want("left out", h.clerk, mine.ID)
		want("left out, seen by the superior from there", h.chief, theirs.ID)
		check(t, s.ChangeOutline(t.Context(), h.clerk, mine.ID, report.OutlineChange{Action: report.OutlineRestore, Key: "overview"}))
		want("put back", h.clerk, mine.ID, peer)
		check(t, s.SetEdition(t.Context(), h.clerk, mine.ID, "gb-2019"))
		want("in another edition", h.clerk, mine.ID, peer)
		check(t, s.DeleteReport(t.Context(), h.clerk, mine.ID))
		want("deleted", h.chief, theirs.ID)
		if got := must(s.Text(t.Context(), `SELECT CAST(COUNT(*) AS TEXT) FROM alike WHERE report_id = `+strconv.FormatInt(mine.ID, 10)))(t); got != "0" {
			t.Errorf("%s keys are left of the report that was deleted", got)
		}
	})
}

// An import that is kept is found like any other report.
func TestAlikeToImport(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		s.Proof = &speaking{}
		h := newHouse(t, s)
		r := h.readIn("gb-2021", 2022, nil)
		r.Section("overview").Blocks = []report.Block{{Text: essay(5)}}
		kept := h.keep(h.clerk, h.imported(h.clerk, r).ID, report.KeepHistory, r)
		theirs := must(s.CreateReport(t.Context(), h.stranger, h.other.ID, kept.Year, "gb-2021"))(t)
		h.text(h.stranger, theirs.ID, 0, "overview", essay(5))
		if got := h.alike(h.stranger, theirs.ID); len(got) != 1 || got[0] != "overview 与桐岭乡人民政府相同" {
			t.Errorf("got %v", got)
		}
	})
}

// Only the keys that changed are written, and none while the compared sections stay as they are.
func TestAlikeIsWrittenOnChange(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	h := newHouse(t, s)
	f := h.report(2022, "gb-2021")
	h.text(h.clerk, f.ID, 0, "overview", essay(3))
	keys := func() string {
		return must(s.Text(t.Context(), `SELECT group_concat(key) FROM (SELECT key FROM alike ORDER BY key)`))(t)
	}
	before := keys()
	if n := len(strings.Split(before, ",")); n != store.KeysOfSection {
		t.Fatalf("got %d keys", n)
	}
	check(t, s.Exec(t.Context(), `CREATE TRIGGER no_new BEFORE INSERT ON alike BEGIN SELECT RAISE(ABORT, 'written'); END`))
	h.text(h.clerk, f.ID, 0, "other", "没有。")
	h.cells(h.clerk, f.ID, 0, issued, "3")
	if keys() != before {
		t.Error("the keys changed with another section")
	}
	check(t, s.Exec(t.Context(), `DROP TRIGGER no_new`))
	h.text(h.clerk, f.ID, 0, "overview", essay(3)+"这里添了一句新的话，别处没有。")
	after := strings.Split(keys(), ",")
	same := 0
	for _, k := range after {
		if slices.Contains(strings.Split(before, ","), k) {
			same++
		}
	}
	if len(after) != store.KeysOfSection || same == len(after) || same < len(after)/2 {
		t.Errorf("%d of %d keys are the same after a small change", same, len(after))
	}
}

// The states whose reports are shown to everybody are those in which nothing more is to be done.
func TestDoneStates(t *testing.T) {
	for state := range report.StateNames {
		if got, want := slices.Contains(store.DoneStates, state), state.Done(); got != want {
			t.Errorf("%s: got %v, want %v", state, got, want)
		}
	}
}
