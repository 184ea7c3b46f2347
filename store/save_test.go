package store_test

import (
	"slices"
	"strings"
	"testing"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/store"
	"nianbao/store/storetest"
)

const (
	issued   = "disclosure.documents.issued"
	repealed = "disclosure.documents.repealed"
	fees     = "disclosure.fees.amount"
	carried  = "requests.carried_in.natural_person"
)

func TestSaveCells(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		computed := ""
		for _, c := range h.load(f.ID).Edition.Table("requests").Cells {
			if c.Computed {
				computed = c.ID
				break
			}
		}
		for _, c := range []struct{ name, cell, typed, want string }{
			{"number", issued, "12", "12"},
			{"full width and unit", issued, "１３件", "13"},
			{"amount in yuan", fees, "20000元", "2"},
			{"none sign", issued, " 无 ", "无"},
			{"malformed kept as typed", issued, "约 12 件左右", "约 12 件左右"},
			{"blank", issued, "  ", ""},
			{"quote", issued, "1'; DROP TABLE figures; --", "1'; DROP TABLE figures; --"},
			{"NUL and broken UTF-8", issued, "a\x00b\xff", "ab\uFFFD"},
		} {
			saved := h.cells(h.clerk, f.ID, h.filing(f.ID).Revision, c.cell, c.typed)
			if got := h.figure(f.ID, c.cell); got != c.want || saved.Changed != 1 {
				t.Errorf("%s: got %q, changed %d, want %q", c.name, got, saved.Changed, c.want)
			}
			h.judged(f.ID)
		}
		before := h.filing(f.ID).Revision
		saved := h.cells(h.clerk, f.ID, before, computed, "5", "no.such.cell", "1", "title", "x", issued, h.figure(f.ID, issued))
		if saved.Revision != before || saved.Changed != 0 || h.filing(f.ID).Revision != before {
			t.Errorf("computed, unknown and equal cells: got %+v, want nothing changed at %d", saved, before)
		}
		last := must(s.Audit(t.Context(), h.clerk, f.ID, 0, 1))(t)[0]
		if last.Place != issued || last.To != "ab\uFFFD" || last.From != "1'; DROP TABLE figures; --" && last.From != "" || last.MemberName != "张三" || last.Revision != before {
			t.Errorf("got audit record %+v", last)
		}
	})
}

func TestSaveManyCellsAtOnce(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		form := map[string]string{}
		n := 0
		for _, c := range h.load(f.ID).Edition.Table("requests").Cells {
			form[c.ID] = "0"
			if !c.Computed {
				n++
			}
		}
		saved := h.save(h.clerk, f.ID, report.ChangeSet{Base: 1, Cells: form})
		if saved.Changed != n || saved.Revision != 2 {
			t.Errorf("got %+v, want %d changes in one revision", saved, n)
		}
		h.judged(f.ID)
	})
}

// Two people, or two tabs, send what they have on top of the same revision.
func TestTwoTabs(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		for _, c := range []struct {
			name          string
			first, second agency.Member
			// firstSends and secondSends are whole forms: issued, repealed.
			firstSends, secondSends [2]string
			want                    [2]string
			conflicts               int
		}{
			{"different cells", h.clerk, h.clerk2, [2]string{"7", "2"}, [2]string{"5", "3"}, [2]string{"7", "3"}, 0},
			{"own other tab", h.clerk, h.clerk, [2]string{"7", "2"}, [2]string{"5", "3"}, [2]string{"7", "3"}, 0},
			{"same value", h.clerk, h.clerk2, [2]string{"7", "2"}, [2]string{"7", "2"}, [2]string{"7", "2"}, 0},
			{"both differ", h.clerk, h.clerk2, [2]string{"7", "2"}, [2]string{"8", "2"}, [2]string{"7", "2"}, 1},
			{"own later wins", h.clerk, h.clerk, [2]string{"7", "2"}, [2]string{"8", "2"}, [2]string{"8", "2"}, 0},
			{"nothing typed", h.clerk, h.clerk2, [2]string{"7", "9"}, [2]string{"5", "2"}, [2]string{"7", "9"}, 0},
			{"blanked by both", h.clerk, h.clerk2, [2]string{"", "2"}, [2]string{"", ""}, [2]string{"", ""}, 0},
			{"blanked by one", h.clerk, h.clerk2, [2]string{"", "2"}, [2]string{"6", "2"}, [2]string{"", "2"}, 1},
		} {
			t.Run(c.name, func(t *testing.T) {
				h.TB = t
				f := h.report(2022, "gb-2021")
				base := h.cells(h.clerk, f.ID, 1, issued, "5", repealed, "2").Revision
				h.cells(c.first, f.ID, base, issued, c.firstSends[0], repealed, c.firstSends[1])
				saved := h.cells(c.second, f.ID, base, issued, c.secondSends[0], repealed, c.secondSends[1])
				got := [2]string{h.figure(f.ID, issued), h.figure(f.ID, repealed)}
				if got != c.want || len(saved.Conflicts) != c.conflicts {
					t.Errorf("got %v, %d conflicts, want %v, %d", got, len(saved.Conflicts), c.want, c.conflicts)
				}
				h.judged(f.ID)
				check(t, s.DeleteReport(t.Context(), h.clerk, f.ID))
			})
		}
	})
}

// The value at the page's revision comes from the audit record when the cell has changed more than once since.
func TestBaseFromAudit(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		one := h.cells(h.clerk, f.ID, 0, issued, "1").Revision
		two := h.cells(h.clerk2, f.ID, 0, issued, "2").Revision
		h.cells(h.clerk2, f.ID, 0, issued, "3")
		for _, c := range []struct {
			name      string
			base      int64
			typed     string
			conflicts int
		}{
			{"as it was at 1", one, "1", 0},
			{"as it was at 2", two, "2", 0},
			{"as it was before", 1, "", 0},
			{"as it is", one, "3", 0},
			{"typed over 1", one, "9", 1},
		} {
			saved := h.cells(h.clerk, f.ID, c.base, issued, c.typed)
			if got := h.figure(f.ID, issued); got != "3" || len(saved.Conflicts) != c.conflicts {
				t.Errorf("%s: got %q and %d conflicts, want 3 and %d", c.name, got, len(saved.Conflicts), c.conflicts)
			}
		}
		open := h.load(f.ID).Conflicts
		if len(open) != 1 || open[0].Base != "1" || open[0].Saved != "3" || open[0].Mine != "9" || open[0].SavedBy != "王五" || open[0].MineBy != "张三" || open[0].Section != "disclosure" {
			t.Errorf("got conflicts %+v", open)
		}
	})
}

func TestConflictOfCells(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		f := h.report(2022, "gb-2021")
		clash := func() report.Conflict {
			t.Helper()
			base := h.cells(h.clerk, f.ID, 0, issued, "5").Revision
			h.cells(h.clerk2, f.ID, base, issued, "6")
			saved := h.cells(h.clerk, f.ID, base, issued, "7")
			if len(saved.Conflicts) != 1 || saved.Revision != base+2 {
				t.Fatalf("got %+v, want one conflict in revision %d", saved, base+2)
			}
			h.judged(f.ID)
			return saved.Conflicts[0]
		}
		t.Run("keep the saved one", func(t *testing.T) {
			c := clash()
			check(t, s.Resolve(ctx, h.clerk2, f.ID, c.ID, false))
			if got := h.figure(f.ID, issued); got != "6" {
				t.Errorf("got %q, want 6", got)
			}
			if n := len(h.load(f.ID).Conflicts); n != 0 {
				t.Errorf("%d conflicts left", n)
			}
			h.judged(f.ID)
			wantCode(t, s.Resolve(ctx, h.clerk, f.ID, c.ID, true), report.Stale)
		})
		t.Run("take the other", func(t *testing.T) {
			check(t, s.Resolve(ctx, h.clerk2, f.ID, clash().ID, true))
			if got := h.figure(f.ID, issued); got != "7" {
				t.Errorf("got %q, want 7", got)
			}
			h.judged(f.ID)
		})
		t.Run("sent again", func(t *testing.T) {
			c := clash()
			again := h.cells(h.clerk, f.ID, h.filing(f.ID).Revision-2, issued, "7")
			if len(again.Conflicts) != 1 || again.Conflicts[0].ID != c.ID || again.Revision != h.filing(f.ID).Revision {
				t.Errorf("got %+v, want the same conflict and no new revision", again)
			}
			newer := h.cells(h.clerk, f.ID, h.filing(f.ID).Revision-2, issued, "8")
			open := h.load(f.ID).Conflicts
			if len(open) != 1 || open[0].Mine != "8" || len(newer.Conflicts) != 1 {
				t.Errorf("got %+v, want the newer value in the one conflict", open)
			}
			check(t, s.Resolve(ctx, h.clerk, f.ID, c.ID, false))
		})
		t.Run("a third value by somebody who saw both", func(t *testing.T) {
			clash()
			h.cells(h.clerk, f.ID, h.filing(f.ID).Revision, issued, "9")
			if n := len(h.load(f.ID).Conflicts); n != 0 || h.figure(f.ID, issued) != "9" {
				t.Errorf("%d conflicts left, value %s", n, h.figure(f.ID, issued))
			}
			h.judged(f.ID)
		})
		t.Run("a value by somebody who did not", func(t *testing.T) {
			base := h.filing(f.ID).Revision
			clash()
			h.cells(h.clerk2, f.ID, base+2, issued, "10")
			open := h.load(f.ID).Conflicts
			if len(open) != 1 || open[0].Saved != "10" || open[0].Mine != "7" {
				t.Errorf("got %+v, want the conflict standing with the newest value", open)
			}
			h.judged(f.ID)
			check(t, s.Resolve(ctx, h.clerk, f.ID, open[0].ID, true))
		})
		t.Run("not by others", func(t *testing.T) {
			c := clash()
			wantCode(t, s.Resolve(ctx, h.stranger, f.ID, c.ID, true), report.NotFound)
			wantCode(t, s.Resolve(ctx, h.chief, f.ID, c.ID, true), report.Forbidden)
			check(t, s.Resolve(ctx, h.clerk, f.ID, c.ID, true))
		})
	})
}

func TestSaveTexts(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		if got, want := h.load(f.ID).Report.Title, "桐岭乡人民政府2022年政府信息公开工作年度报告"; got != want {
			t.Errorf("got title %q, want %q", got, want)
		}
		saved := h.save(h.clerk, f.ID, report.ChangeSet{Base: 1, Texts: map[string]string{
			"overview": "　　第一段 \r\n\r\n第二段\r\n", "title": "两行的\n标题", "number": "铜政发〔2023〕1号", "preface": "按照规定……\n公布如下。",
			"closing": "电话：'12345'", "signature.agency": "铜厂乡", "signature.date": "2023.1.7"}})
		r := h.load(f.ID).Report
		for _, c := range []struct{ name, got, want string }{
			{"overview", report.TextOf(r.Section("overview").Blocks), "第一段\n第二段"},
			{"title", r.Title, "两行的标题"},
			{"number", r.Number, "铜政发〔2023〕1号"},
			{"preface", r.Preface, "按照规定……\n公布如下。"},
			{"closing", r.Closing, "电话：'12345'"},
			{"agency", r.Signature.Agency, "铜厂乡"},
			{"date", r.Signature.Date, "2023-01-07"},
		} {
			if c.got != c.want {
				t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
			}
		}
		if saved.Revision != 2 || saved.Changed != 9 {
			t.Errorf("got %+v, want 9 paragraphs in revision 2", saved)
		}
		h.judged(f.ID)
		h.text(h.clerk, f.ID, 0, "signature.date", "某日")
		if got := h.load(f.ID).Report.Signature.Date; got != "某日" {
			t.Errorf("got date %q, want it as typed", got)
		}
		places := []string{}
		for _, a := range must(s.Audit(t.Context(), h.clerk, f.ID, 0, 100))(t) {
			if a.Revision == 2 {
				places = append(places, a.Place)
			}
		}
		for _, want := range []string{"overview#1", "overview#2", "title", "signature.date"} {
			if !slices.Contains(places, want) {
				t.Errorf("no audit record of %s in %v", want, places)
			}
		}
		_, err := s.Save(t.Context(), h.clerk, f.ID, report.ChangeSet{Texts: map[string]string{"nowhere": "字"}})
		wantCode(t, err, report.Stale)
		if got := h.text(h.clerk, f.ID, 0, "nowhere", " "); got.Changed != 0 {
			t.Errorf("an empty text of an unknown place: got %+v", got)
		}
	})
}

func TestTextTooLong(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		most := strings.Repeat("字", report.TextLimit)
		saved := h.save(h.clerk, f.ID, report.ChangeSet{Cells: map[string]string{issued: "1"}, Texts: map[string]string{"overview": most + "字", "other": most}})
		if !slices.Equal(saved.TooLong, []string{"overview"}) || saved.Changed != 2 {
			t.Errorf("got %v too long and %d changes, want [overview] and 2", saved.TooLong, saved.Changed)
		}
		if h.body(f.ID, "other") != most || h.body(f.ID, "overview") != "" || h.figure(f.ID, issued) != "1" {
			t.Error("the rest was not saved")
		}
	})
}

func TestTextMerge(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		for _, c := range []struct {
			name           string
			first, second  agency.Member
			base, one, two string
			want           string
			conflicts      int
			merged         bool
		}{
			{"different paragraphs", h.clerk, h.clerk2, "甲\n乙\n丙", "甲1\n乙\n丙", "甲\n乙\n丙2", "甲1\n乙\n丙2", 0, true},
			{"own other tab", h.clerk, h.clerk, "甲\n乙\n丙", "甲1\n乙\n丙", "甲\n乙\n丙2", "甲1\n乙\n丙2", 0, true},
			{"one adds, one changes", h.clerk, h.clerk2, "甲\n乙", "甲\n乙\n丁", "甲2\n乙", "甲2\n乙\n丁", 0, true},
			{"one takes out", h.clerk, h.clerk2, "甲\n乙\n丙", "甲\n丙", "甲\n乙\n丙2", "甲\n丙2", 0, true},
			{"same paragraph", h.clerk, h.clerk2, "甲\n乙", "甲1\n乙", "甲2\n乙", "甲1\n乙", 1, true},
			{"own same paragraph", h.clerk, h.clerk, "甲\n乙", "甲1\n乙", "甲2\n乙", "甲2\n乙", 0, false},
			{"taken out and changed", h.clerk, h.clerk2, "甲\n乙", "甲", "甲\n乙2", "甲", 1, true},
			{"own taken out and changed", h.clerk, h.clerk, "甲\n乙\n丙", "甲\n丙", "甲\n乙2\n丙", "甲\n乙2\n丙", 0, false},
			{"own changed and taken out", h.clerk, h.clerk, "甲\n乙\n丙", "甲\n乙1\n丙", "甲\n丙", "甲\n丙", 0, false},
			{"not touched", h.clerk, h.clerk2, "甲\n乙", "甲1\n乙1", "甲\n乙", "甲1\n乙1", 0, false},
			{"the same", h.clerk, h.clerk2, "甲\n乙", "甲1\n乙", "甲1\n乙", "甲1\n乙", 0, false},
		} {
			t.Run(c.name, func(t *testing.T) {
				h.TB = t
				f := h.report(2022, "gb-2021")
				base := h.text(h.clerk, f.ID, 0, "overview", c.base).Revision
				h.text(c.first, f.ID, base, "overview", c.one)
				saved := h.text(c.second, f.ID, base, "overview", c.two)
				if got := h.body(f.ID, "overview"); got != c.want || len(saved.Conflicts) != c.conflicts || (len(saved.Merged) > 0) != c.merged {
					t.Errorf("got %q and %+v, want %q and %d conflicts", got, saved, c.want, c.conflicts)
				}
				h.judged(f.ID)
				check(t, s.DeleteReport(t.Context(), h.clerk, f.ID))
			})
		}
	})
}

func TestConflictOfParagraphs(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		f := h.report(2022, "gb-2021")
		clash := func(base, one, two string) report.Conflict {
			t.Helper()
			at := h.text(h.clerk, f.ID, 0, "overview", base).Revision
			h.text(h.clerk2, f.ID, at, "overview", one)
			saved := h.text(h.clerk, f.ID, at, "overview", two)
			if len(saved.Conflicts) != 1 {
				t.Fatalf("got %+v, want one conflict", saved)
			}
			h.judged(f.ID)
			return saved.Conflicts[0]
		}
		c := clash("甲\n乙\n丙", "甲\n乙1\n丙", "甲0\n乙2\n丙")
		want := report.Conflict{ID: c.ID, Place: "overview", Section: "overview", Base: "乙", Saved: "乙1", Mine: "乙2", At: 1, SavedBy: "王五", MineBy: "张三", MadeAt: h.now}
		if c != want {
			t.Errorf("got %+v, want %+v", c, want)
		}
		if got := h.body(f.ID, "overview"); got != "甲0\n乙1\n丙" {
			t.Errorf("got %q: what nobody else changed is taken", got)
		}
		h.text(h.clerk2, f.ID, 0, "overview", "序\n甲0\n乙1\n丙")
		check(t, s.Resolve(ctx, h.clerk, f.ID, c.ID, true))
		if got := h.body(f.ID, "overview"); got != "序\n甲0\n乙2\n丙" {
			t.Errorf("got %q after choosing mine", got)
		}
		h.judged(f.ID)

		c = clash("甲\n乙\n丙", "甲\n丙", "甲\n乙2\n丙")
		check(t, s.Resolve(ctx, h.clerk, f.ID, c.ID, true))
		if got := h.body(f.ID, "overview"); got != "甲\n乙2\n丙" {
			t.Errorf("got %q after putting a paragraph back", got)
		}

		c = clash("甲\n乙\n丙", "甲\n乙1\n丙", "甲\n丙")
		check(t, s.Resolve(ctx, h.clerk, f.ID, c.ID, true))
		if got := h.body(f.ID, "overview"); got != "甲\n丙" {
			t.Errorf("got %q after taking a paragraph out", got)
		}

		c = clash("甲\n乙", "甲\n乙1", "甲\n乙2")
		h.text(h.clerk2, f.ID, 0, "overview", "甲\n乙3")
		if open := h.load(f.ID).Conflicts; len(open) != 1 || open[0].Saved != "乙3" {
			t.Errorf("the conflict shows %+v, want what stands there now", open)
		}
		check(t, s.Resolve(ctx, h.clerk, f.ID, c.ID, true))
		if got := h.body(f.ID, "overview"); got != "甲\n乙2" {
			t.Errorf("got %q after choosing over a later edit", got)
		}
		h.judged(f.ID)

		at := h.filing(f.ID).Revision
		h.text(h.clerk2, f.ID, at, "title", "标题一")
		saved := h.text(h.clerk, f.ID, at, "title", "标题二")
		if len(saved.Conflicts) != 1 || h.load(f.ID).Report.Title != "标题一" {
			t.Fatalf("got %+v and %q, want a conflict about the title", saved, h.load(f.ID).Report.Title)
		}
		check(t, s.Resolve(ctx, h.clerk, f.ID, saved.Conflicts[0].ID, true))
		if got := h.load(f.ID).Report.Title; got != "标题二" {
			t.Errorf("got title %q", got)
		}
	})
}

// A page that saves as one types sends the same text again and again, each time a little longer.
func TestConflictFollowsTyping(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		base := h.text(h.clerk, f.ID, 0, "overview", "甲").Revision
		h.text(h.clerk2, f.ID, base, "overview", "甲1")
		h.text(h.clerk, f.ID, base, "overview", "甲2")
		h.text(h.clerk, f.ID, base, "overview", "甲2")
		if n := len(h.load(f.ID).Conflicts); n != 1 {
			t.Errorf("%d conflicts, want 1", n)
		}
	})
}

func TestSaveWhenLocked(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		h.complete(h.clerk, f.ID)
		h.step(h.clerk, f.ID, report.Submit)
		for _, c := range []struct {
			name string
			who  agency.Member
			want report.Code
		}{
			{"clerk", h.clerk, report.Stale},
			{"supervisor", h.supervisor, report.Stale},
			{"county", h.chief, report.Forbidden},
			{"auditor", h.auditor, report.Forbidden},
			{"another township", h.stranger, report.NotFound},
		} {
			_, err := s.Save(t.Context(), c.who, f.ID, report.ChangeSet{Cells: map[string]string{issued: "9"}})
			wantCode(t, err, c.want)
			_, _, err = s.FillBlanks(t.Context(), c.who, f.ID, "disclosure", report.ChangeSet{})
			wantCode(t, err, c.want)
		}
		if got := h.figure(f.ID, issued); got != "0" {
			t.Errorf("got %q, want it untouched", got)
		}
	})
}

func TestFillBlanks(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		f := h.report(2022, "gb-2021")
		base := h.cells(h.clerk, f.ID, 0, repealed, "1").Revision
		h.cells(h.clerk2, f.ID, base, repealed, "")
		h.cells(h.clerk, f.ID, base, repealed, "4") // in conflict: waits for a choice
		n, saved, err := s.FillBlanks(ctx, h.clerk, f.ID, "disclosure", report.ChangeSet{Cells: map[string]string{issued: "3", carried: "2"}})
		check(t, err)
		if n != 8 || saved.Changed != 2 || saved.Revision != h.filing(f.ID).Revision {
			t.Errorf("filled %d with %+v, want 8 of 10", n, saved)
		}
		h.judged(f.ID)
		if h.figure(f.ID, issued) != "3" || h.figure(f.ID, fees) != "0" || h.figure(f.ID, repealed) != "" || h.figure(f.ID, carried) != "2" {
			t.Errorf("got %v", h.load(f.ID).Report.Figures)
		}
		h.cells(h.clerk, f.ID, 0, fees, "1.5")
		n, err = s.UndoFill(ctx, h.clerk, f.ID, saved.Revision)
		check(t, err)
		if n != 7 || h.figure(f.ID, fees) != "1.5" || h.figure(f.ID, issued) != "3" || h.figure(f.ID, "disclosure.documents.in_force") != "" {
			t.Errorf("undone %d: %v", n, h.load(f.ID).Report.Figures)
		}
		h.judged(f.ID)
		if n, err = s.UndoFill(ctx, h.clerk, f.ID, saved.Revision); n != 0 || err != nil {
			t.Errorf("undone once more: %d, %v", n, err)
		}
		_, _, err = s.FillBlanks(ctx, h.clerk, f.ID, "none", report.ChangeSet{})
		wantCode(t, err, report.NotFound)
		if a := h.actions(f.ID); a["fill-zero"] != 8 || a["undo-fill"] != 7 {
			t.Errorf("got audit actions %v", a)
		}
	})
}

func TestReasons(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		h.complete(h.clerk, f.ID)
		h.text(h.clerk, f.ID, 0, "problems", "")
		findings := h.load(f.ID).Findings()
		order, groups := report.Groups(findings)
		if len(order) != 1 {
			t.Fatalf("got warnings %v, want one group", order)
		}
		id := groups[order[0]][0].ID()
		before := h.filing(f.ID).Revision
		saved := h.save(h.clerk, f.ID, report.ChangeSet{Reasons: map[string]string{id: " 今年没有。 ", "gone@nowhere": "x"}})
		answers := h.load(f.ID).Answers
		if len(answers) != 1 || answers[0].Reason != "今年没有。" || answers[0].MemberName != "张三" || saved.Revision != before+1 {
			t.Errorf("got %+v at %d", answers, saved.Revision)
		}
		if open := report.Unanswered(findings, answers); len(open) != 0 {
			t.Errorf("unanswered: %v", open)
		}
		if again := h.save(h.clerk, f.ID, report.ChangeSet{Reasons: map[string]string{id: "今年没有。"}}); again.Revision != saved.Revision {
			t.Errorf("the same reason made revision %d", again.Revision)
		}
		h.save(h.clerk, f.ID, report.ChangeSet{Reasons: map[string]string{id: ""}})
		if answers := h.load(f.ID).Answers; len(answers) != 0 {
			t.Errorf("taken back, and still %+v", answers)
		}
		h.judged(f.ID)
	})
}

// What has no place is given back by name, what is endless is named, and a change of unit is told.
func TestSaveTells(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		long := strings.Repeat("九", report.CellLimit+1)
		saved, err := s.Save(t.Context(), h.clerk, f.ID, report.ChangeSet{Cells: map[string]string{"disclosure.nope.nope": " 5", "disclosure.none.none": "",
			fees: "2,888,290元", issued: long, repealed: "3"}, Texts: map[string]string{
			"problems": strings.Repeat(strings.Repeat("长", 32)+"\r\n", 15_000), "title": strings.Repeat("题", report.LineLimit+1)}})
		check(t, err)
		if len(saved.Unknown) != 1 || saved.Unknown["disclosure.nope.nope"] != "5" {
			t.Errorf("unknown %v", saved.Unknown)
		}
		if len(saved.Converted) != 1 || h.figure(f.ID, fees) != "288.829" {
			t.Errorf("converted %v to %s", saved.Converted, h.figure(f.ID, fees))
		}
		if want := []string{issued, "title"}; !slices.Equal(saved.TooLong, want) {
			t.Errorf("too long: %v, want %v", saved.TooLong, want)
		}
		if h.figure(f.ID, repealed) != "3" || len(report.Paragraphs(h.body(f.ID, "problems"))) != 15_000 {
			t.Error("what fits was not saved")
		}
	})
}
