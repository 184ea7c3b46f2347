package store_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/store"
	"nianbao/store/storetest"
)

// walk takes a complete report through steps; each is taken by whom the table of states names.
func (h *house) walk(id int64, steps ...report.Step) report.Filing {
	h.Helper()
	var f report.Filing
	for _, step := range steps {
		who := h.supervisor
		switch step {
		case report.Submit, report.Withdraw:
			who = h.clerk
		case report.Accept:
			who = h.chief
		}
		f = h.step(who, id, step)
	}
	return f
}

func TestSteps(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		check(t, s.SetAccepts(t.Context(), h.admin, h.county.ID, true))
		f := h.report(2022, "gb-2021")
		h.complete(h.clerk, f.ID)
		members := map[string]agency.Member{"clerk": h.clerk, "supervisor": h.supervisor, "chief": h.chief, "admin": h.admin, "auditor": h.auditor, "stranger": h.stranger}
		for from := range report.StateNames {
			for _, step := range []report.Step{report.Submit, report.Withdraw, report.Return, report.Approve, report.Accept, report.Publish, report.Amend, report.Confirm, report.Reopen, "dance"} {
				for name, who := range members {
					check(t, s.Exec(t.Context(), `UPDATE reports SET state = $1 WHERE id = $2`, string(from), f.ID))
					before := h.filing(f.ID)
					got, err := s.TakeStep(t.Context(), who, f.ID, report.StepRequest{Step: step, Comment: "因为", Revision: before.Revision})
					transition, known := report.Next(from, step)
					allowed := agency.Check(who, agency.Action(step), f.AgencyPath, from)
					switch {
					case allowed != nil:
						wantCode(t, err, report.ErrorCode(allowed))
					case !known:
						wantCode(t, err, report.Stale)
					case err != nil || got.State != transition.To || got.Revision != before.Revision+1 || got != h.filing(f.ID):
						t.Errorf("%s, %s by %s: got %+v and %v, want %s", from, step, name, got, err, transition.To)
					}
					if err != nil && h.filing(f.ID) != before {
						t.Errorf("%s, %s by %s: a refused step left traces", from, step, name)
					}
				}
			}
		}
	})
}

// reasons answers every warning of a report.
func (h *house) reasons(id int64) map[string]string {
	h.Helper()
	out := map[string]string{}
	for _, f := range h.load(id).Findings() {
		out[f.ID()] = "情况属实。"
	}
	return out
}

func TestSubmit(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		f := h.report(2022, "gb-2021")
		h.complete(h.clerk, f.ID)
		h.text(h.clerk, f.ID, 0, "problems", "")
		h.cells(h.clerk, f.ID, 0, issued, "")
		submit := report.StepRequest{Step: report.Submit}
		_, err := s.TakeStep(ctx, h.clerk, f.ID, submit)
		wantCode(t, err, report.Invalid)
		if got := report.ErrorMessage(err); !strings.Contains(got, "1 处错误") || !strings.Contains(got, "1 组提醒") {
			t.Errorf("got %q", got)
		}
		h.cells(h.clerk, f.ID, 0, issued, "0")
		_, err = s.TakeStep(ctx, h.clerk, f.ID, submit)
		wantCode(t, err, report.Invalid)
		if got := report.ErrorMessage(err); !strings.Contains(got, "还有 1 组提醒") {
			t.Errorf("got %q", got)
		}
		before := h.filing(f.ID).Revision
		submit.Revision, submit.Reasons = before, h.reasons(f.ID)
		got := must(s.TakeStep(ctx, h.clerk, f.ID, submit))(t)
		if got.State != report.Submitted || got.Revision != before+1 || !got.StateSince.Equal(h.now) {
			t.Errorf("got %+v", got)
		}
		if n := len(h.load(f.ID).Answers); n != 1 {
			t.Errorf("%d answers, want 1", n)
		}
		again := must(s.TakeStep(ctx, h.clerk, f.ID, submit))(t)
		if again != got {
			t.Errorf("the same step again: got %+v, want %+v", again, got)
		}
		if n := len(must(s.Decisions(ctx, h.auditor, f.ID))(t)); n != 1 {
			t.Errorf("%d decisions, want 1", n)
		}
		submit.Revision = 0
		_, err = s.TakeStep(ctx, h.clerk, f.ID, submit)
		wantCode(t, err, report.Stale)
	})
}

// A reason holds for what it answers: with other numbers it has to be given anew.
func TestReasonIsForItsNumbers(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		last := h.report(2021, "gb-2021")
		h.complete(h.clerk, last.ID)
		h.walk(last.ID, report.Submit, report.Approve)
		f := h.report(2022, "gb-2021")
		h.complete(h.clerk, f.ID)
		h.cells(h.clerk, f.ID, 0, repealed, "3") // more than were in force
		h.save(h.clerk, f.ID, report.ChangeSet{Reasons: h.reasons(f.ID)})
		h.cells(h.clerk, f.ID, 0, repealed, "4")
		h.judged(f.ID)
		_, err := s.TakeStep(t.Context(), h.clerk, f.ID, report.StepRequest{Step: report.Submit})
		wantCode(t, err, report.Invalid)
		h.save(h.clerk, f.ID, report.ChangeSet{Reasons: h.reasons(f.ID)})
		h.step(h.clerk, f.ID, report.Submit)
	})
}

func TestStaleSteps(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		f := h.report(2022, "gb-2021")
		h.complete(h.clerk, f.ID)
		shown := h.step(h.clerk, f.ID, report.Submit).Revision
		h.step(h.clerk, f.ID, report.Withdraw)
		h.cells(h.clerk, f.ID, 0, issued, "8")
		h.save(h.clerk, f.ID, report.ChangeSet{Reasons: h.reasons(f.ID)})
		h.step(h.clerk, f.ID, report.Submit)
		_, err := s.TakeStep(ctx, h.supervisor, f.ID, report.StepRequest{Step: report.Approve, Revision: shown})
		wantCode(t, err, report.Stale)
		_, err = s.TakeStep(ctx, h.supervisor, f.ID, report.StepRequest{Step: report.Return, Comment: " "})
		wantCode(t, err, report.Invalid)
		_, err = s.TakeStep(ctx, h.supervisor, f.ID, report.StepRequest{Step: report.Accept})
		wantCode(t, err, report.Forbidden)
		_, err = s.TakeStep(ctx, h.stranger, f.ID, report.StepRequest{Step: report.Withdraw})
		wantCode(t, err, report.NotFound)
		_, err = s.TakeStep(ctx, h.clerk, 999, report.StepRequest{Step: report.Withdraw})
		wantCode(t, err, report.NotFound)
	})
}

// Two pairs of eyes: who edited what is submitted does not approve it.
func TestFourEyes(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		f := h.report(2022, "gb-2021")
		h.complete(h.clerk, f.ID)
		h.cells(h.supervisor, f.ID, 0, fees, "0.5")
		if got := must(s.Approvers(ctx, h.clerk, f.ID))(t); agency.Names(got) != "赵六（云岭县人民政府）" {
			t.Errorf("got approvers %v", got)
		}
		h.step(h.clerk, f.ID, report.Submit)
		_, err := s.TakeStep(ctx, h.supervisor, f.ID, report.StepRequest{Step: report.Approve})
		wantCode(t, err, report.Forbidden)
		if got := report.ErrorMessage(err); !strings.Contains(got, "赵六（云岭县人民政府）") {
			t.Errorf("got %q, want it to name who can", got)
		}
		h.step(h.chief, f.ID, report.Return)
		h.cells(h.clerk, f.ID, 0, fees, "0.7")
		h.step(h.clerk, f.ID, report.Submit)
		if got := must(s.Approvers(ctx, h.chief, f.ID))(t); agency.Names(got) != "李四（桐岭乡人民政府）、赵六（云岭县人民政府）" {
			t.Errorf("got approvers %v: his edits were in the submission before", got)
		}
		if got := h.step(h.supervisor, f.ID, report.Approve); got.State != report.Approved {
			t.Errorf("got %s", got.State)
		}
	})
}

func TestVersions(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		f := h.report(2022, "gb-2021")
		h.complete(h.clerk, f.ID)
		h.cells(h.clerk, f.ID, 0, issued, "3", repealed, "1", "disclosure.documents.in_force", "9")
		h.save(h.clerk, f.ID, report.ChangeSet{Reasons: h.reasons(f.ID)})
		got := h.walk(f.ID, report.Submit, report.Approve)
		if got.Approved != 1 || got.Version != 2 || got.Official != 0 {
			t.Errorf("approved: got %+v", got)
		}
		v := must(s.Version(ctx, h.auditor, f.ID, 1))(t)
		sum := sha256.Sum256(v.Content)
		r := must(report.ReadJSON(must(report.Standard())(t), v.Content))(t)
		if v.SHA256 != hex.EncodeToString(sum[:]) || v.ApprovedBy != "李四" || v.Official || r.Figures[issued] != "3" {
			t.Errorf("got version %+v of %s", v, r.Title)
		}
		for _, c := range h.load(f.ID).Edition.Table("requests").Cells {
			if c.Computed && r.Figures[c.ID] != "0" {
				t.Errorf("total %s is %q in the version, want 0", c.ID, r.Figures[c.ID])
				break
			}
		}

		published := must(s.TakeStep(ctx, h.clerk, f.ID, report.StepRequest{Step: report.Publish, PublishedOn: "2027年1月20日"}))(t)
		if published.Official != 1 || published.PublishedOn != "2027-01-20" || published.State != report.Published {
			t.Errorf("published: got %+v", published)
		}
		h.now = h.now.Add(1e9)
		later := must(s.TakeStep(ctx, h.clerk, f.ID, report.StepRequest{Step: report.Publish, URL: "https://example.cn/1", Revision: published.Revision}))(t)
		if later.PublishedOn != "2027-01-20" || later.PublishedURL != "https://example.cn/1" || later.Official != 1 || !later.StateSince.Equal(published.StateSince) {
			t.Errorf("published again: got %+v", later)
		}
		for _, bad := range []report.StepRequest{{Step: report.Publish, URL: "javascript:alert(1)"}, {Step: report.Publish, PublishedOn: "2027-02-30"}} {
			_, err := s.TakeStep(ctx, h.clerk, f.ID, bad)
			wantCode(t, err, report.Invalid)
		}

		if got := h.step(h.supervisor, f.ID, report.Amend); got.State != report.Draft || got.Official != 1 || got.Version != 2 {
			t.Errorf("amended: got %+v", got)
		}
		h.cells(h.clerk, f.ID, 0, issued, "4", "disclosure.documents.in_force", "10")
		h.save(h.clerk, f.ID, report.ChangeSet{Reasons: h.reasons(f.ID)})
		if got := h.walk(f.ID, report.Submit, report.Approve); got.Official != 1 || got.Approved != 2 {
			t.Errorf("approved again: got %+v", got)
		}
		if got := h.walk(f.ID, report.Publish); got.Official != 2 || got.PublishedURL != "" {
			t.Errorf("published the second: got %+v", got)
		}
		vs := must(s.Versions(ctx, h.chief, f.ID))(t)
		if len(vs) != 2 || vs[0].Number != 2 || !vs[0].Official || vs[1].Official || vs[1].SHA256 != v.SHA256 {
			t.Errorf("got versions %+v", vs)
		}
		var about []int
		for _, d := range must(s.Decisions(ctx, h.clerk, f.ID))(t) {
			about = append(about, d.Version)
		}
		if want := []int{1, 1, 1, 1, 1, 2, 2, 2}; !slices.Equal(about, want) {
			t.Errorf("decisions are about versions %v, want %v", about, want)
		}
		_, err := s.Version(ctx, h.clerk, f.ID, 7)
		wantCode(t, err, report.NotFound)
		_, err = s.Version(ctx, h.stranger, f.ID, 1)
		wantCode(t, err, report.NotFound)
		wantCode(t, s.DeleteReport(ctx, h.clerk, f.ID), report.Stale)
	})
}

func TestAccept(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		f := h.report(2022, "gb-2021")
		h.complete(h.clerk, f.ID)
		h.walk(f.ID, report.Submit, report.Approve)
		accept := report.StepRequest{Step: report.Accept, AcceptedNumber: "云备〔2027〕3号", AcceptedOn: "2027.2.1"}
		_, err := s.TakeStep(ctx, h.chief, f.ID, accept)
		wantCode(t, err, report.Forbidden)
		check(t, s.SetAccepts(ctx, h.admin, h.county.ID, true))
		got := must(s.TakeStep(ctx, h.chief, f.ID, accept))(t)
		if got.State != report.Accepted || got.AcceptedNumber != "云备〔2027〕3号" || got.AcceptedOn != "2027-02-01" {
			t.Errorf("got %+v", got)
		}
	})
}

// What last year's report says binds this year's as soon as it is approved, and less once it is in doubt.
func TestLastYear(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		last := h.report(2021, "gb-2021")
		this := h.report(2022, "gb-2021")
		h.complete(h.clerk, last.ID)
		h.complete(h.clerk, this.ID)
		h.cells(h.clerk, this.ID, 0, carried, "2", "requests.results.carried_over.natural_person", "2")
		n := 0
		tallies := func(name string, want report.Severity, there bool) {
			t.Helper()
			h.judged(this.ID)
			// One save with the sheets as they are in memory, and one that leaves them there for the next test.
			for range 2 {
				n++
				h.cells(h.clerk, this.ID, 0, fees, strconv.Itoa(n))
				h.judged(this.ID)
			}
			var got report.Severity
			d := h.load(this.ID)
			for _, f := range d.Findings() {
				if f.Code == "carry.requests" {
					got = f.Severity
				}
			}
			if got != want || (d.Last != nil) != there || (d.LastReport != nil) != there {
				t.Errorf("%s: got severity %q and last year %v, want %q", name, got, d.Last, want)
			}
		}
		tallies("draft", "", false)
		h.walk(last.ID, report.Submit)
		tallies("submitted", "", false)
		h.walk(last.ID, report.Approve)
		tallies("approved", report.SeverityError, true)
		h.walk(last.ID, report.Return)
		tallies("sent back", "", false)
		h.walk(last.ID, report.Submit, report.Approve, report.Publish)
		tallies("published", report.SeverityError, true)
		h.walk(last.ID, report.Amend)
		tallies("being amended", report.SeverityError, true)
		check(t, s.Dispute(ctx, h.supervisor, this.ID, true))
		tallies("disputed", report.SeverityWarning, true)
		if !h.filing(this.ID).LastDisputed {
			t.Error("not noted as disputed")
		}
		check(t, s.Dispute(ctx, h.supervisor, this.ID, true))
		check(t, s.Dispute(ctx, h.chief, this.ID, false))
		tallies("not disputed any more", report.SeverityError, true)
		check(t, s.SetReorganised(ctx, h.admin, h.town.ID, 2022))
		tallies("reorganised", report.SeverityWarning, true)
		h.cells(h.clerk, this.ID, 0, carried, "3")
		tallies("reorganised and typed", report.SeverityWarning, true)
		check(t, s.SetReorganised(ctx, h.admin, h.town.ID, 0))
		tallies("not reorganised", report.SeverityError, true)
		wantCode(t, s.Dispute(ctx, h.clerk, this.ID, true), report.Forbidden)
		wantCode(t, s.SetReorganised(ctx, h.clerk, h.town.ID, 2022), report.Forbidden)
		wantCode(t, s.SetReorganised(ctx, h.admin, h.town.ID, 1900), report.Invalid)
	})
}

func TestImmutable(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		h.complete(h.clerk, f.ID)
		h.walk(f.ID, report.Submit, report.Approve)
		before := h.actions(f.ID)
		for _, query := range []string{
			`UPDATE versions SET sha256 = 'x'`, `DELETE FROM versions`, `UPDATE audit SET to_value = ''`, `DELETE FROM audit`,
			`UPDATE audit SET member_id = NULL WHERE id = 1`, `DELETE FROM reports`,
		} {
			if err := s.Exec(t.Context(), query); err == nil {
				t.Errorf("%s: nothing refused it", query)
			}
		}
		if after := h.actions(f.ID); fmt.Sprint(after) != fmt.Sprint(before) {
			t.Errorf("the audit record went from %v to %v", before, after)
		}
	})
}
