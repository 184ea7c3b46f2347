package store_test

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/store"
	"nianbao/store/storetest"
)

// speaking is a proofreader that knows little, but with verdicts of every kind: on the text, on figures of which the text speaks, on
// figures by themselves that no sheet finds, and on what other reports say.
type speaking struct {
	// looks counts how often it was asked.
	looks int
}

const regulations = "disclosure.regulations.issued"

func (p *speaking) Proofread(e *report.Edition, r *report.Report, c report.Context) report.Proof {
	p.looks++
	proof := report.Proof{Findings: report.Check(e, r, c), Read: map[string]bool{}}
	add := func(f report.Finding) { proof.Findings = append(proof.Findings, f) }
	value := func(cell string) (string, bool) {
		if e.Cell(cell) == nil {
			return "", false
		}
		proof.Read[cell] = true
		return r.Figures[cell], true
	}
	for _, s := range r.Sections {
		text := report.TextOf(s.Blocks)
		if at := strings.Index(text, "甲1"); at >= 0 {
			// The text gives a figure.
			if v, known := value(issued); known && v != "1" {
				add(report.Finding{Code: "text.figure", Severity: report.SeverityWarning, Section: s.Key, Start: 0, End: 2, Quote: "甲1",
					Message: fmt.Sprintf("文中 1，表中 %s。", v), Cells: []string{issued}})
			}
		}
		if strings.Contains(text, "丙") {
			add(report.Finding{Code: "wording", Severity: report.SeverityHint, Section: s.Key, Start: 0, End: 1, Quote: "丙", Message: "丙"})
		}
		if c.LastReport != nil && text != "" && c.LastReport.Section(s.Key) != nil && report.TextOf(c.LastReport.Section(s.Key).Blocks) == text {
			add(report.Finding{Code: "similar.previous", Severity: report.SeverityHint, Section: s.Key, Message: "与去年相同"})
		}
		for _, other := range c.Alike {
			if other.Section == s.Key {
				add(report.Finding{Code: "similar.peer", Severity: report.SeverityHint, Section: s.Key, Message: "与" + other.Agency + "相同", Quote: other.Text})
			}
		}
	}
	if v, known := value(regulations); known && v == "2" {
		add(report.Finding{Code: "value.implausible", Severity: report.SeverityWarning, Section: r.SectionOfTable("disclosure"), Cell: regulations, Table: "disclosure",
			Message: "这样的机关不制定规章。"})
	}
	report.TellApart(proof.Findings)
	return proof
}

// A saved figure has its table counted anew, and the whole report where the text speaks of it; what else the review found stays.
func TestVerdictsOfText(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		proof := &speaking{}
		s.Proof = proof
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		h.complete(h.clerk, f.ID)
		h.judged(f.ID)
		counts := func() report.Tally {
			h.Helper()
			h.judged(f.ID)
			return h.filing(f.ID).Tally
		}
		before := counts()
		steps := []struct {
			name  string
			do    func()
			whole bool // whether the whole report has to be judged
			want  report.Tally
		}{
			{"a text", func() { h.text(h.clerk, f.ID, 0, "overview", "甲1\n丙") }, true, report.Tally{Warnings: 1, Hints: 1}},
			{"a figure of which it does not speak", func() { h.cells(h.clerk, f.ID, 0, repealed, "3") }, false, report.Tally{Warnings: 1, Hints: 1}},
			{"a figure that no agency of the kind has", func() { h.cells(h.clerk, f.ID, 0, regulations, "2") }, true, report.Tally{Warnings: 2, Hints: 1}},
			{"another figure of that table", func() { h.cells(h.clerk, f.ID, 0, repealed, "4") }, false, report.Tally{Warnings: 2, Hints: 1}},
			{"none of it", func() { h.cells(h.clerk, f.ID, 0, repealed, "无") }, false, report.Tally{Errors: 1, Warnings: 2, Hints: 1}},
			{"the figure of which it speaks", func() { h.cells(h.clerk, f.ID, 0, issued, "1") }, true, report.Tally{Errors: 1, Warnings: 1, Hints: 1}},
			{"and another value", func() { h.cells(h.clerk, f.ID, 0, issued, "5") }, true, report.Tally{Errors: 1, Warnings: 2, Hints: 1}},
			{"mended by the text", func() { h.text(h.clerk, f.ID, 0, "overview", "甲5") }, true, report.Tally{Errors: 1, Warnings: 1}},
			{"which speaks of no figure now", func() { h.cells(h.clerk, f.ID, 0, issued, "6") }, false, report.Tally{Errors: 1, Warnings: 1}},
		}
		for _, step := range steps {
			looks := proof.looks
			step.do()
			if whole := proof.looks > looks; whole != step.whole {
				t.Errorf("%s: judged as a whole: %v", step.name, whole)
			}
			got, want := counts(), before.Plus(step.want)
			// Figures beside the ones that were typed have their own say about totals; the property test looks at all of it.
			if got.Warnings-got.Missing != want.Warnings || got.Hints != want.Hints || got.Errors < want.Errors {
				t.Errorf("%s: got %+v, want %+v", step.name, got, want)
			}
		}
	})
}

// After a restart, or on another server, nothing is known of what the text speaks of.
func TestVerdictsOfTextOnAnotherServer(t *testing.T) {
	dsn := storetest.SQLite(t)
	first := storetest.Open(t, dsn)
	first.Proof = &speaking{}
	h := newHouse(t, first)
	f := h.report(2022, "gb-2021")
	h.complete(h.clerk, f.ID)
	h.text(h.clerk, f.ID, 0, "overview", "甲1")
	h.cells(h.clerk, f.ID, 0, issued, "1")
	second := storetest.Open(t, dsn)
	second.Proof = &speaking{}
	must(second.Save(t.Context(), h.clerk, f.ID, report.ChangeSet{Cells: map[string]string{issued: "2"}}))(t)
	h.judged(f.ID)
	must(first.Save(t.Context(), h.clerk, f.ID, report.ChangeSet{Cells: map[string]string{issued: "3"}}))(t)
	h.judged(f.ID)
	if got := h.countOf(f.ID)["text.figure"]; got != 1 {
		t.Errorf("got %d findings", got)
	}
}

// countOf counts a report's findings by code.
func (h *house) countOf(id int64) map[string]int {
	h.Helper()
	out := map[string]int{}
	for _, f := range h.load(id).Findings() {
		out[f.Code]++
	}
	return out
}

// A warning on the text keeps a report from being submitted until it has a reason, which is carried while it stands, and asked for
// again when there is more to it.
func TestReasonsForText(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		s.Proof = &speaking{}
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		h.complete(h.clerk, f.ID)
		h.save(h.clerk, f.ID, report.ChangeSet{Reasons: h.reasons(f.ID)})
		submit := func(reasons map[string]string) error {
			_, err := s.TakeStep(t.Context(), h.clerk, f.ID, report.StepRequest{Step: report.Submit, Reasons: reasons})
			return err
		}
		h.text(h.clerk, f.ID, 0, "overview", "甲1")
		wantCode(t, submit(nil), report.Invalid)
		reason := func(words string) report.Saved {
			return h.save(h.clerk, f.ID, report.ChangeSet{Reasons: map[string]string{"text.figure@overview#甲1": words}})
		}
		was := h.filing(f.ID).Revision
		reason("统计口径不同")
		if got := h.filing(f.ID).Revision; got != was+1 {
			t.Errorf("revision %d after a reason, want %d", got, was+1)
		}
		reason("统计口径不同")
		if got := h.filing(f.ID).Revision; got != was+1 {
			t.Errorf("the same reason again made revision %d", got)
		}
		// More to it: the figure that the message gives is another.
		h.cells(h.clerk, f.ID, 0, issued, "7")
		wantCode(t, submit(nil), report.Invalid)
		was = h.filing(f.ID).Revision
		reason("统计口径不同")
		if got := h.filing(f.ID).Revision; got != was+1 {
			t.Errorf("the reason was not taken over for what it stands for now: revision %d", got)
		}
		check(t, submit(nil))
		if d := h.load(f.ID); d.Filing.State != report.Submitted || len(report.Unanswered(d.Findings(), d.Answers)) > 0 {
			t.Errorf("got %s, unanswered %v", d.Filing.State, report.Unanswered(d.Findings(), d.Answers))
		}
	})
}

// The proofreader learns who the agency is and what it said last year.
func TestContextOfProof(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		s.Proof = &speaking{}
		h := newHouse(t, s)
		village := h.agency(agency.Agency{Name: "桐岭乡财政所", ShortName: "财政所", Kind: agency.Department, ParentID: h.town.ID, FormerNames: "桐岭乡财务所\n老所"})
		last := h.report(2021, "gb-2021")
		h.complete(h.clerk, last.ID)
		h.step(h.clerk, last.ID, report.Submit)
		h.step(h.supervisor, last.ID, report.Approve)
		this := h.report(2022, "gb-2021")
		d := h.load(this.ID)
		if got, want := fmt.Sprintf("%+v", d.Context().Identity), fmt.Sprintf("%+v", report.Identity{Name: "桐岭乡人民政府", Kind: "township", Superiors: []string{"云岭县人民政府"},
			Subordinates: []string{village.Name}, Neighbours: []string{"石桥镇人民政府"}}); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		if d.Context().LastReport == nil || d.Context().LastReport.Year != 2021 {
			t.Errorf("last year's report: %+v", d.Context().LastReport)
		}
		h.text(h.clerk, this.ID, 0, "overview", h.body(last.ID, "overview"))
		if got := h.countOf(this.ID)["similar.previous"]; got != 1 {
			t.Errorf("got %d findings about last year's text", got)
		}
		h.judged(this.ID)
	})
}

// What an earlier program counted is counted anew.
func TestCatchUp(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		var ids []int64
		for year := 2010; year < 2022; year++ {
			ids = append(ids, h.report(year, "gb-2021").ID)
		}
		h.text(h.clerk, ids[3], 0, "overview", "甲1\n丙")
		s.Proof = &speaking{}
		check(t, s.Exec(t.Context(), `UPDATE reports SET indexed = 0`))
		if got := must(s.CatchUp(t.Context()))(t); got != len(ids) {
			t.Errorf("judged %d reports, want %d", got, len(ids))
		}
		if got := must(s.CatchUp(t.Context()))(t); got != 0 {
			t.Errorf("judged %d reports again", got)
		}
		for _, id := range ids {
			h.judged(id)
		}
		if got := h.countOf(ids[3]); got["text.figure"] != 1 || got["wording"] != 1 {
			t.Errorf("got %v", got)
		}
	})
}
