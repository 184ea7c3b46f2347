package store_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/store"
	"nianbao/store/storetest"
)

// readIn is a report as a reader would give it: the edition's sections, a table that is not official among the text, an added
// section and an attachment, all figures 0 but some.
func (h *house) readIn(edition string, year int, figures report.Figures) *report.Report {
	h.Helper()
	e := must(report.Standard())(h).Get(edition)
	r := &report.Report{Edition: e.ID, Year: year, Agency: h.town.Name, Title: e.Title(h.town.Name, year), Preface: "这是往年的报告。",
		Figures: report.Figures{}, Signature: report.Signature{Agency: h.town.Name, Date: "2025-01-20"}, Published: "2025-01-22"}
	for _, p := range e.Outline {
		if p.Attachment {
			continue
		}
		s := report.Section{Key: p.Key, Heading: p.Heading, Blocks: []report.Block{{Text: p.Heading + "写在这里。"}}}
		for _, t := range p.Tables {
			s.Blocks = append(s.Blocks, report.Block{Table: t}, report.Block{Text: "表后的一段。"})
		}
		r.Sections = append(r.Sections, s)
	}
	r.Sections[0].Blocks = append(r.Sections[0].Blocks, report.Block{Grid: [][]string{{"渠道", "条数"}, {"网站", "12"}}}, report.Block{Text: "又一段。"})
	r.Sections = append(r.Sections, report.Section{Key: "extra_1", Heading: "七、名词解释", Blocks: []report.Block{{Text: "没有。"}}})
	r.Attachments = []report.Attachment{{Key: "attachment_1", Label: "附件", Title: "公开指南", Heading: "公开指南", Blocks: []report.Block{{Text: "指南正文。"}}}}
	for _, t := range e.Tables {
		for _, c := range t.Cells {
			if !c.Optional {
				r.Figures[c.ID] = "0"
			}
		}
	}
	maps.Copy(r.Figures, figures)
	return r
}

func (h *house) imported(who agency.Member, r *report.Report) report.Import {
	h.Helper()
	return must(h.s.AddImport(h.Context(), who, report.Import{Name: "往年报告.docx", SHA256: "abc", Size: 1234, Report: r, Source: []byte(`{"tables":3}`)}))(h)
}

func (h *house) keep(who agency.Member, id int64, as report.KeepAs, r *report.Report) report.Filing {
	h.Helper()
	return must(h.s.KeepImport(h.Context(), who, id, h.keeping(as, r)))(h)
}

func (h *house) keeping(as report.KeepAs, r *report.Report) report.Keep {
	return report.Keep{As: as, AgencyID: h.town.ID, Year: r.Year, Edition: r.Edition, Report: r}
}

// jsonOf is content for comparing.
func jsonOf(t testing.TB, r *report.Report) string {
	t.Helper()
	return string(must(json.Marshal(r))(t))
}

func TestImportAsHistory(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		// A total that differs from its addends stays as it stands.
		r := h.readIn("gb-2021", 2024, report.Figures{"requests.received.business": "3", "requests.received.total": "4", "disclosure.fees.amount": "1.50"})
		i := h.imported(h.clerk, r)
		f := h.keep(h.clerk, i.ID, report.KeepHistory, r)
		if f.State != report.Historical || f.Approved != 1 || f.Official != 1 || f.Version != 2 || f.Year != 2024 || f.PublishedOn != "2025-01-22" {
			t.Fatalf("kept as %+v", f)
		}
		d := h.load(f.ID)
		want := *r
		for _, tbl := range d.Edition.Tables { // blank totals of nothing are computed
			for _, c := range tbl.Cells {
				want.Figures[c.ID] = r.Figures[c.ID]
			}
		}
		if got, want := jsonOf(t, d.Report), jsonOf(t, &want); got != want {
			t.Errorf("the report says\n%s\nwant\n%s", got, want)
		}
		v := must(s.Version(t.Context(), h.clerk, f.ID, 1))(t)
		if !v.Official || string(v.Content) != jsonOf(t, &want) {
			t.Errorf("version 1: official %v, %s", v.Official, v.Content)
		}
		findings := d.Findings()
		if !slices.ContainsFunc(findings, func(f report.Finding) bool { return f.Code == "sum.applicants" }) {
			t.Errorf("no finding about the total: %v", findings)
		}
		h.judged(f.ID)
		if n := h.actions(f.ID)["import"]; n < 5 {
			t.Errorf("%d records of the import", n)
		}
		if n := h.actions(f.ID)["confirm"]; n != 1 {
			t.Errorf("%d records of the confirmation", n)
		}
		t.Run("nobody changes it", func(t *testing.T) {
			_, err := s.Save(t.Context(), h.clerk, f.ID, report.ChangeSet{Cells: map[string]string{"requests.received.business": "9"}})
			wantCode(t, err, report.Stale)
			wantCode(t, s.ChangeOutline(t.Context(), h.clerk, f.ID, report.OutlineChange{Action: report.OutlineReset}), report.Stale)
			wantCode(t, s.DeleteReport(t.Context(), h.clerk, f.ID), report.Stale)
			wantCode(t, s.SetEdition(t.Context(), h.clerk, f.ID, "gb-2019"), report.Stale)
		})
		t.Run("sent twice", func(t *testing.T) {
			before := h.filing(f.ID)
			if again := h.keep(h.clerk, i.ID, report.KeepHistory, r); again != before {
				t.Errorf("again: %+v, before %+v", again, before)
			}
			_, err := s.KeepImport(t.Context(), h.clerk, i.ID, h.keeping(report.KeepDraft, r))
			wantCode(t, err, report.Stale)
		})
		t.Run("a second file for the same year", func(t *testing.T) {
			other := h.imported(h.clerk2, r)
			_, err := s.KeepImport(t.Context(), h.clerk2, other.ID, h.keeping(report.KeepHistory, r))
			wantCode(t, err, report.Invalid)
			if m := report.ErrorMessage(err); !strings.Contains(m, "2024 年的报告已经有了") || !strings.Contains(m, "没有丢") {
				t.Errorf("it says %s", m)
			}
			if left := must(s.Imports(t.Context(), h.clerk2))(t); len(left) != 1 || left[0].ID != other.ID || left[0].Year != 2024 {
				t.Errorf("left: %+v", left)
			}
		})
		t.Run("reopened, corrected, confirmed", func(t *testing.T) {
			_, err := s.TakeStep(t.Context(), h.clerk, f.ID, report.StepRequest{Step: report.Reopen, Comment: "有错"})
			wantCode(t, err, report.Forbidden)
			_, err = s.TakeStep(t.Context(), h.chief, f.ID, report.StepRequest{Step: report.Reopen})
			wantCode(t, err, report.Invalid)
			if got := h.step(h.chief, f.ID, report.Reopen); got.State != report.Imported {
				t.Fatalf("state %s", got.State)
			}
			id := must(s.ImportOf(t.Context(), h.clerk, f.ID))(t)
			again := must(s.Import(t.Context(), h.clerk, id))(t)
			again.Report.Figures["requests.received.total"] = "3"
			got := h.keep(h.clerk, id, report.KeepHistory, again.Report)
			if got.State != report.Historical || got.Official != 2 || h.figure(f.ID, "requests.received.total") != "3" {
				t.Errorf("%+v, total %s", got, h.figure(f.ID, "requests.received.total"))
			}
			h.judged(f.ID)
		})
	})
}

func TestImportLater(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		r := h.readIn("gb-2021", 2024, nil)
		i := h.imported(h.clerk, r)
		f := h.keep(h.clerk, i.ID, report.KeepLater, r)
		if f.State != report.Imported || f.Official != 1 {
			t.Fatalf("kept as %+v", f)
		}
		if again := h.keep(h.clerk, i.ID, report.KeepLater, r); again != f {
			t.Errorf("sent twice: %+v, first %+v", again, f)
		}
		// Another file takes its place, with another edition, other sections and figures.
		other := h.readIn("gb-2019", 2024, report.Figures{"requests.other.business": "2"})
		other.Sections = other.Sections[:4]
		j := h.imported(h.supervisor, other)
		g := h.keep(h.supervisor, j.ID, report.KeepLater, other)
		if g.ID != f.ID || g.EditionID != "gb-2019" || g.Official != 2 {
			t.Errorf("replaced: %+v", g)
		}
		if d := h.load(f.ID); jsonOf(t, d.Report) != jsonOf(t, other) {
			t.Errorf("it says %s\nwant %s", jsonOf(t, d.Report), jsonOf(t, other))
		}
		h.judged(f.ID)
		_, err := s.Import(t.Context(), h.clerk, i.ID)
		wantCode(t, err, report.NotFound)
		// The wrong year: it moves, with what rests on it.
		k := h.keeping(report.KeepLater, other)
		k.Year = 2023
		if moved := must(s.KeepImport(t.Context(), h.clerk, j.ID, k))(t); moved.ID != f.ID || moved.Year != 2023 {
			t.Errorf("moved: %+v", moved)
		}
		if got := h.step(h.clerk, f.ID, report.Confirm); got.State != report.Historical || got.Official != 3 {
			t.Errorf("confirmed on the page of the report: %+v", got)
		}
	})
}

func TestImportAsDraft(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		r := h.readIn("gb-2021", 2026, report.Figures{"requests.received.business": "3", "requests.received.total": "99"})
		r.Sections = slices.DeleteFunc(r.Sections, func(s report.Section) bool { return s.Key == "appeals" })
		i := h.imported(h.clerk, r)
		supervised := h.imported(h.supervisor, r)
		_, err := s.KeepImport(t.Context(), h.supervisor, supervised.ID, h.keeping(report.KeepDraft, r))
		wantCode(t, err, report.Forbidden)
		f := h.keep(h.clerk, i.ID, report.KeepDraft, r)
		if f.State != report.Draft || f.Official != 0 || f.Approved != 0 {
			t.Fatalf("kept as %+v", f)
		}
		d := h.load(f.ID)
		if got := h.figure(f.ID, "requests.received.total"); got != "3" {
			t.Errorf("the total is %s, want it computed", got)
		}
		if d.Report.SectionOfTable("appeals") != "appeals" {
			t.Error("a table that was not in the file is not in the form")
		}
		h.judged(f.ID)
		t.Run("tables stay where they stood", func(t *testing.T) {
			grid := func() bool {
				return slices.ContainsFunc(h.load(f.ID).Report.Sections[0].Blocks, func(b report.Block) bool { return b.Grid != nil })
			}
			h.text(h.clerk, f.ID, 0, "overview", "新写的一段。\n又一段。")
			if !grid() {
				t.Error("saving a text lost a table")
			}
			for _, c := range []report.OutlineChange{{Action: report.OutlineReset}, {Action: report.OutlineDrop, Key: "overview"}, {Action: report.OutlineRestore, Key: "overview"}} {
				check(t, s.ChangeOutline(t.Context(), h.clerk, f.ID, c))
			}
			if !grid() {
				t.Error("changing the outline lost a table")
			}
			check(t, s.SetEdition(t.Context(), h.clerk, f.ID, "gb-2019"))
			if !grid() {
				t.Error("changing the edition lost a table")
			}
		})
		t.Run("sent twice, and a report that is there", func(t *testing.T) {
			if again := h.keep(h.clerk, i.ID, report.KeepDraft, r); again.ID != f.ID {
				t.Errorf("again: %+v", again)
			}
			other := h.imported(h.clerk, r)
			_, err := s.KeepImport(t.Context(), h.clerk, other.ID, h.keeping(report.KeepDraft, r))
			wantCode(t, err, report.Invalid)
		})
		t.Run("last year's text for this year's report", func(t *testing.T) {
			old := h.readIn("gb-2021", 2026, report.Figures{"requests.received.business": "3"})
			j := h.imported(h.clerk, old)
			k := h.keeping(report.KeepDraft, old)
			k.Year = 2027
			g := must(s.KeepImport(t.Context(), h.clerk, j.ID, k))(t)
			got := h.load(g.ID).Report
			if got.Figures["requests.received.business"] != "" || !strings.Contains(got.Title, "2027") || got.Signature.Date != "" || got.Preface != old.Preface {
				t.Errorf("begun with %+v", got)
			}
		})
		t.Run("deleted, the import waits again", func(t *testing.T) {
			check(t, s.DeleteReport(t.Context(), h.clerk, f.ID))
			if !slices.ContainsFunc(must(s.Imports(t.Context(), h.clerk))(t), func(x report.Import) bool { return x.ID == i.ID }) {
				t.Error("it is gone")
			}
		})
	})
}

// What was read in serves as last year's figures, across editions; not confirmed, it binds less.
func TestImportedLastYear(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		last := h.readIn("gb-2021", 2024, report.Figures{"requests.carried_over.business": "2", "requests.carried_over.total": "2", "requests.received.business": "2",
			"requests.received.total": "2", "disclosure.documents.in_force": "7", "requests.other_overdue_fee.business": "0"})
		f := h.report(2025, "gb-2021")
		h.complete(h.clerk, f.ID)
		h.cells(h.clerk, f.ID, 0, "disclosure.documents.in_force", "9", "disclosure.documents.issued", "1", "disclosure.documents.repealed", "1")
		if codes := h.codes(f.ID); len(codes) != 0 {
			t.Fatalf("before: %v", codes)
		}
		i := h.imported(h.clerk, last)
		kept := h.keep(h.clerk, i.ID, report.KeepLater, last)
		want := map[string]report.Severity{"carry.requests": report.SeverityWarning, "carry.documents": report.SeverityWarning}
		if got := h.codes(f.ID); !maps.Equal(got, want) {
			t.Errorf("not confirmed: %v, want %v", got, want)
		}
		if d := h.load(f.ID); !strings.Contains(d.Last.Doubt, "没有核对") || d.LastReport.Figures["disclosure.documents.in_force"] != "7" {
			t.Errorf("last year's report: %+v", d.Last)
		}
		h.judged(f.ID)
		h.keep(h.clerk, i.ID, report.KeepHistory, last)
		want["carry.requests"] = report.SeverityError
		if got := h.codes(f.ID); !maps.Equal(got, want) {
			t.Errorf("confirmed: %v, want %v", got, want)
		}
		h.judged(f.ID)
		h.cells(h.clerk, f.ID, 0, "requests.carried_in.business", "2")
		if got := h.codes(f.ID); got["carry.requests"] != "" {
			t.Errorf("carried in as it was carried over: %v", got)
		}
		h.cells(h.clerk, f.ID, 0, "disclosure.documents.repealed", "9")
		if got, want := h.codes(f.ID), (map[string]report.Severity{"range.documents": report.SeverityWarning}); !maps.Equal(got, want) {
			t.Errorf("more repealed than there were: %v, want %v", got, want)
		}
		h.step(h.supervisor, kept.ID, report.Reopen)
		h.judged(f.ID)
	})
}

func TestImportedLastYearOfAnotherEdition(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		// 2019 → 2020, both of 2019's format: items carried.
		a := h.readIn("gb-2019", 2019, report.Figures{"disclosure.licensing.previous": "10", "disclosure.licensing.change": "-3"})
		b := h.readIn("gb-2019", 2020, report.Figures{"disclosure.licensing.previous": "8", "requests.carried_over.natural_person": "3", "requests.carried_over.total": "3",
			"requests.received.natural_person": "3", "requests.received.total": "3"})
		h.keep(h.clerk, h.imported(h.clerk, a).ID, report.KeepHistory, a)
		second := h.keep(h.clerk, h.imported(h.clerk, b).ID, report.KeepHistory, b)
		if got := h.codes(second.ID); got["carry.projects"] != report.SeverityWarning {
			t.Errorf("2020: %v", got)
		}
		// 2020 → 2021: the editions differ, the meaning is the same; figures that are not comparable say nothing.
		f := h.report(2021, "gb-2021")
		h.complete(h.clerk, f.ID)
		got := h.codes(f.ID)
		if got["carry.requests"] != report.SeverityError || got["carry.documents"] != "" {
			t.Errorf("2021: %v", got)
		}
		h.judged(f.ID)
	})
}

// codes are the relations that do not hold in a report, with their weight.
func (h *house) codes(id int64) map[string]report.Severity {
	h.Helper()
	out := map[string]report.Severity{}
	for _, f := range h.load(id).Findings() {
		if strings.HasPrefix(f.Code, "carry.") || strings.HasPrefix(f.Code, "range.") {
			out[f.Code] = f.Severity
		}
	}
	return out
}

func TestImportRights(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		r := h.readIn("gb-2021", 2024, nil)
		_, err := s.AddImport(t.Context(), h.auditor, report.Import{Name: "x", Report: r})
		wantCode(t, err, report.Forbidden)
		i := h.imported(h.clerk, r)
		for _, who := range []agency.Member{h.stranger, h.clerk2, h.chief} {
			_, err := s.Import(t.Context(), who, i.ID)
			wantCode(t, err, report.NotFound)
			_, err = s.KeepImport(t.Context(), who, i.ID, h.keeping(report.KeepHistory, r))
			wantCode(t, err, report.NotFound)
			wantCode(t, s.DiscardImport(t.Context(), who, i.ID), report.NotFound)
		}
		mine := h.imported(h.stranger, r)
		_, err = s.KeepImport(t.Context(), h.stranger, mine.ID, h.keeping(report.KeepHistory, r))
		wantCode(t, err, report.NotFound) // the township is not his
		chiefs := h.imported(h.chief, r)
		f := h.keep(h.chief, chiefs.ID, report.KeepLater, r)
		for _, who := range []agency.Member{h.clerk, h.supervisor, h.chief} {
			if got := must(s.ImportOf(t.Context(), who, f.ID))(t); got != chiefs.ID {
				t.Errorf("%s finds import %d", who.Name, got)
			}
			must(s.Import(t.Context(), who, chiefs.ID))(t)
		}
		_, err = s.Import(t.Context(), h.stranger, chiefs.ID)
		wantCode(t, err, report.NotFound)
		wantCode(t, s.DiscardImport(t.Context(), h.chief, chiefs.ID), report.NotFound)
		k := h.keeping(report.KeepHistory, r)
		k.Year = 1999
		_, err = s.KeepImport(t.Context(), h.clerk, i.ID, k)
		wantCode(t, err, report.Invalid)
		k = h.keeping(report.KeepHistory, r)
		k.Edition = ""
		_, err = s.KeepImport(t.Context(), h.clerk, i.ID, k)
		wantCode(t, err, report.Invalid)
	})
}

func TestImportsWaitAndGo(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		r := h.readIn("gb-2021", 2024, nil)
		old := h.imported(h.clerk, r)
		kept := h.imported(h.clerk, r)
		h.keep(h.clerk, kept.ID, report.KeepLater, r)
		failed := must(s.AddImport(t.Context(), h.clerk, report.Import{Name: "坏的.docx", Problem: "文件坏了。"}))(t)
		if got := must(s.Imports(t.Context(), h.clerk))(t); len(got) != 2 || got[0].Problem != "文件坏了。" || got[1].ID != old.ID {
			t.Errorf("waiting: %+v", got)
		}
		_, err := s.KeepImport(t.Context(), h.clerk, failed.ID, h.keeping(report.KeepHistory, r))
		wantCode(t, err, report.Invalid)
		check(t, s.DiscardImport(t.Context(), h.clerk, failed.ID))
		// Corrections are kept without keeping the report.
		r.Figures["requests.received.business"] = "5"
		h.keep(h.clerk, old.ID, report.KeepNot, r)
		if got := must(s.Import(t.Context(), h.clerk, old.ID))(t); got.Report.Figures["requests.received.business"] != "5" || string(got.Source) != `{"tables":3}` || got.Filing != nil {
			t.Errorf("corrected: %+v", got)
		}
		h.now = h.now.Add(31 * 24 * time.Hour)
		fresh := h.imported(h.clerk, r)
		if got := must(s.Imports(t.Context(), h.clerk))(t); len(got) != 1 || got[0].ID != fresh.ID {
			t.Errorf("after a month: %+v", got)
		}
		must(s.Import(t.Context(), h.clerk, kept.ID))(t)
	})
}
