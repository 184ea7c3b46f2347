package store_test

import (
	"slices"
	"testing"

	"nianbao/report"
	"nianbao/store"
	"nianbao/store/storetest"
)

func keys(outline []report.OutlineEntry) []string {
	var out []string
	for _, o := range outline {
		if !o.Dropped {
			out = append(out, o.Key)
		}
	}
	return out
}

func TestChangeOutline(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		f := h.report(2022, "gb-2021")
		change := func(c report.OutlineChange) {
			t.Helper()
			check(t, s.ChangeOutline(ctx, h.clerk, f.ID, c))
			h.judged(f.ID)
		}
		change(report.OutlineChange{Action: report.OutlineAdd, Heading: "特色做法"})
		change(report.OutlineChange{Action: report.OutlineAdd, Heading: "清单", Attachment: true, Label: "附件1"})
		h.save(h.clerk, f.ID, report.ChangeSet{Texts: map[string]string{"extra_1": "甲", "attachment_1": "乙", "attachment_1.title": "公开清单", "disclosure": "前文\n后文"}})
		h.judged(f.ID)
		d := h.load(f.ID)
		if a := d.Report.Attachment("attachment_1"); a == nil || a.Title != "公开清单" || a.Label != "附件1" || a.Heading != "清单" || report.TextOf(a.Blocks) != "乙" {
			t.Errorf("got attachment %+v", a)
		}
		base := d.Filing.Revision
		change(report.OutlineChange{Action: report.OutlineRename, Key: "attachment_1", Heading: "清单", Label: "附件", Title: "目录"})
		if saved := h.text(h.clerk2, f.ID, base, "attachment_1.title", "名录"); len(saved.Conflicts) != 1 {
			t.Errorf("a title renamed meanwhile: got %+v, want a conflict", saved)
		}
		check(t, s.Resolve(ctx, h.clerk, f.ID, h.load(f.ID).Conflicts[0].ID, true))
		if a := h.load(f.ID).Report.Attachment("attachment_1"); a.Title != "名录" || a.Label != "附件" {
			t.Errorf("got attachment %+v", a)
		}
		change(report.OutlineChange{Action: report.OutlineDrop, Key: "requests"})
		if d := h.load(f.ID); d.Report.Section("requests") != nil || len(d.Outline) != 8 || d.Report.Figures[carried] != "" {
			t.Errorf("dropped: got %v", keys(d.Outline))
		}
		h.cells(h.clerk, f.ID, 0, carried, "3")
		h.judged(f.ID)
		change(report.OutlineChange{Action: report.OutlineRestore, Key: "requests"})
		change(report.OutlineChange{Action: report.OutlineUp, Key: "extra_1"})
		if got, want := keys(h.load(f.ID).Outline), []string{"overview", "disclosure", "requests", "appeals", "problems", "extra_1", "other", "attachment_1"}; !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
		if h.body(f.ID, "disclosure") != "前文\n后文" || h.figure(f.ID, carried) != "3" {
			t.Error("texts and figures did not stay")
		}

		before := h.filing(f.ID).Revision
		wantCode(t, s.ChangeOutline(ctx, h.clerk, f.ID, report.OutlineChange{Action: report.OutlineDrop, Key: "none"}), report.NotFound)
		wantCode(t, s.ChangeOutline(ctx, h.supervisor, f.ID, report.OutlineChange{Action: report.OutlineDrop, Key: "other"}), report.Forbidden)
		wantCode(t, s.ChangeOutline(ctx, h.clerk2, f.ID, report.OutlineChange{Action: report.OutlineDrop, Key: "other", Revision: base}), report.Stale)
		// A double click sends the same revision twice.
		wantCode(t, s.ChangeOutline(ctx, h.clerk, f.ID, report.OutlineChange{Action: report.OutlineDrop, Key: "other", Revision: base}), report.Stale)
		if h.filing(f.ID).Revision != before {
			t.Error("a refused change made a revision")
		}
		check(t, s.ChangeOutline(ctx, h.clerk, f.ID, report.OutlineChange{Action: report.OutlineDrop, Key: "other", Revision: before}))
		if n := h.actions(f.ID)["outline"]; n < 8 {
			t.Errorf("only %d audit records about the outline", n)
		}
	})
}

// A table keeps its place behind the paragraph that it follows.
func TestTablesMoveWithText(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		check(t, s.Exec(t.Context(), `UPDATE sections SET fixtures = '[{"after":1,"table":"disclosure"}]' WHERE section = 'disclosure'`))
		h.text(h.clerk, f.ID, 0, "disclosure", "甲\n乙")
		h.text(h.clerk, f.ID, 0, "disclosure", "序\n甲\n乙")
		blocks := h.load(f.ID).Report.Section("disclosure").Blocks
		if len(blocks) != 4 || blocks[3].Table != "disclosure" && blocks[2].Table != "disclosure" {
			t.Errorf("got %+v", blocks)
		}
	})
}

func TestOptionalRows(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		f := h.report(2015, "gb-2014")
		const row, cell = "statistics.via_gazette", "statistics.via_gazette.value"
		table := h.load(f.ID).Edition.Table("statistics")
		var id string
		for _, c := range table.Cells {
			if c.Row == "via_gazette" && !c.Computed {
				id = c.ID
			}
		}
		on := func() bool { _, on := h.load(f.ID).Report.Figures[id]; return on }
		if on() {
			t.Error("on from the start")
		}
		if saved := h.cells(h.clerk, f.ID, 0, id, "5"); saved.Changed != 0 || on() {
			t.Errorf("a value for a row that is off: got %+v", saved)
		}
		check(t, s.ChangeOutline(ctx, h.clerk, f.ID, report.OutlineChange{Action: report.RowOn, Key: row}))
		h.judged(f.ID)
		base := h.cells(h.clerk, f.ID, 0, id, "5").Revision
		if got := h.figure(f.ID, id); got != "5" || !on() {
			t.Errorf("got %q", got)
		}
		h.judged(f.ID)
		check(t, s.ChangeOutline(ctx, h.clerk, f.ID, report.OutlineChange{Action: report.RowOff, Key: row}))
		h.judged(f.ID)
		if on() {
			t.Error("still on")
		}
		last := must(s.Audit(ctx, h.clerk, f.ID, 0, 1))(t)[0]
		if last.Place != id || last.From != "5" || last.To != "" {
			t.Errorf("got %+v: the value that was there is lost", last)
		}
		saved := h.cells(h.clerk2, f.ID, base, id, "6")
		if len(saved.Conflicts) != 1 {
			t.Fatalf("switched off meanwhile: got %+v, want a conflict", saved)
		}
		if again := h.cells(h.clerk2, f.ID, base, id, "5"); again.Changed != 0 || len(again.Conflicts) != 0 {
			t.Errorf("a whole form with the old value: got %+v", again)
		}
		check(t, s.Resolve(ctx, h.clerk, f.ID, saved.Conflicts[0].ID, true))
		if got := h.figure(f.ID, id); got != "6" || !on() {
			t.Errorf("got %q after choosing it", got)
		}
		h.judged(f.ID)
		for _, key := range []string{"statistics.none", "none.none", "statistics", "disclosure.documents"} {
			wantCode(t, s.ChangeOutline(ctx, h.clerk, f.ID, report.OutlineChange{Action: report.RowOn, Key: key}), report.NotFound)
		}
	})
}

func TestSetEdition(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		f := h.report(2015, "gb-2014")
		h.save(h.clerk, f.ID, report.ChangeSet{Texts: map[string]string{"overview": "概述", "organisation": "组织领导\n机构建设", "attachment_1.heading": "表"}})
		base := h.filing(f.ID).Revision
		h.text(h.clerk, f.ID, base, "organisation", "组织领导一\n机构建设")
		h.text(h.clerk2, f.ID, base, "organisation", "组织领导二\n机构建设")
		check(t, s.SetEdition(ctx, h.clerk, f.ID, "gb-2021"))
		h.judged(f.ID)
		d := h.load(f.ID)
		extra := d.Outline[len(d.Outline)-1]
		if d.Edition.ID != "gb-2021" || h.body(f.ID, "overview") != "概述" || d.Report.Title != d.Edition.Title(h.town.Name, 2015) {
			t.Errorf("got %s with title %q", d.Edition.ID, d.Report.Title)
		}
		if report.TextOf(d.Report.Section(extra.Key).Blocks) != "组织领导一\n机构建设" || len(d.Conflicts) != 1 || d.Conflicts[0].Place != extra.Key {
			t.Errorf("got %+v with conflicts %+v", d.Report.Section(extra.Key), d.Conflicts)
		}
		check(t, s.Resolve(ctx, h.clerk, f.ID, d.Conflicts[0].ID, true))
		h.cells(h.clerk, f.ID, 0, issued, "3")
		_, err := s.Save(ctx, h.clerk, f.ID, report.ChangeSet{Base: base, Texts: map[string]string{"organisation": "别的"}})
		wantCode(t, err, report.Stale)

		h.text(h.clerk, f.ID, 0, "title", "自己起的标题")
		check(t, s.SetEdition(ctx, h.clerk, f.ID, "gb-2019"))
		check(t, s.SetEdition(ctx, h.clerk, f.ID, "gb-2021"))
		check(t, s.SetEdition(ctx, h.clerk, f.ID, "gb-2021"))
		h.judged(f.ID)
		if h.figure(f.ID, issued) != "3" || h.load(f.ID).Report.Title != "自己起的标题" {
			t.Error("figures and an own title did not stay")
		}
		var found bool
		for _, section := range h.load(f.ID).Report.Sections {
			found = found || report.TextOf(section.Blocks) == "组织领导二\n机构建设"
		}
		if !found {
			t.Errorf("a text was lost: %+v", h.load(f.ID).Report.Sections)
		}
		wantCode(t, s.SetEdition(ctx, h.clerk, f.ID, "gb-1999"), report.Invalid)
		wantCode(t, s.SetEdition(ctx, h.supervisor, f.ID, "gb-2019"), report.Forbidden)
	})
}
