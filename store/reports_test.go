package store_test

import (
	"context"
	"testing"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/store"
	"nianbao/store/storetest"
)

func TestCreateReport(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		f := h.report(2022, "gb-2021")
		if f.State != report.Draft || f.Revision != 1 || f.Version != 1 || f.AgencyName != h.town.Name || f.UpdatedBy != "张三" || f.Tally.Errors == 0 {
			t.Errorf("got %+v", f)
		}
		h.judged(f.ID)
		_, err := s.CreateReport(ctx, h.clerk2, h.town.ID, 2022, "gb-2019")
		wantCode(t, err, report.Invalid)
		if got, want := report.ErrorMessage(err), "桐岭乡人民政府 2022 年的报告已经有了。"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if got := must(s.FilingOf(ctx, h.clerk2, h.town.ID, 2022))(t); got != f {
			t.Errorf("got %+v, want %+v", got, f)
		}
		for _, c := range []struct {
			name    string
			who     agency.Member
			agency  int64
			year    int
			edition string
			want    report.Code
		}{
			{"unknown edition", h.clerk, h.town.ID, 2023, "gb-1900", report.Invalid},
			{"too early", h.clerk, h.town.ID, 2007, "gb-2008", report.Invalid},
			{"too late", h.clerk, h.town.ID, 2029, "gb-2021", report.Invalid},
			{"supervisor", h.supervisor, h.town.ID, 2023, "gb-2021", report.Forbidden},
			{"county for the township", h.chief, h.town.ID, 2023, "gb-2021", report.Forbidden},
			{"for another township", h.stranger, h.town.ID, 2023, "gb-2021", report.NotFound},
			{"for no agency", h.clerk, 999, 2023, "gb-2021", report.NotFound},
			{"mismatch is a finding", h.clerk, h.town.ID, 2023, "gb-2014", ""},
		} {
			_, err := s.CreateReport(ctx, c.who, c.agency, c.year, c.edition)
			if got := report.ErrorCode(err); got != c.want {
				t.Errorf("%s: got %v, want %q", c.name, err, c.want)
			}
		}
	})
}

func TestFilings(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		a, b := h.report(2021, "gb-2021"), h.report(2022, "gb-2021")
		c := must(s.CreateReport(ctx, h.stranger, h.other.ID, 2022, "gb-2021"))(t)
		h.complete(h.clerk, b.ID)
		for _, test := range []struct {
			who  agency.Member
			want []int64
		}{
			{h.clerk, []int64{b.ID, a.ID}}, {h.supervisor, []int64{b.ID, a.ID}}, {h.stranger, []int64{c.ID}},
			{h.chief, []int64{b.ID, c.ID, a.ID}}, {h.admin, []int64{b.ID, c.ID, a.ID}}, {h.auditor, []int64{b.ID, c.ID, a.ID}}, {agency.Member{}, nil},
		} {
			got := must(s.Filings(ctx, test.who))(t)
			if len(got) != len(test.want) {
				t.Errorf("%s sees %d reports, want %v", test.who.Name, len(got), test.want)
				continue
			}
			for i, f := range got {
				if f.ID != test.want[i] || f != h.filing(f.ID) {
					t.Errorf("%s: got %+v at %d, want report %d", test.who.Name, f, i, test.want[i])
				}
			}
		}
	})
}

func TestDeleteReport(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		f := h.report(2022, "gb-2021")
		h.complete(h.clerk, f.ID)
		wantCode(t, s.DeleteReport(ctx, h.supervisor, f.ID), report.Forbidden)
		check(t, s.DeleteReport(ctx, h.clerk, f.ID))
		_, err := s.Filing(ctx, h.clerk, f.ID)
		wantCode(t, err, report.NotFound)
		if got := must(s.Text(ctx, `SELECT MAX(place) FROM audit WHERE report_id = $1 AND to_value = '0'`, f.ID))(t); got == "" {
			t.Error("the audit record went with the report")
		}
		again := h.report(2022, "gb-2021")
		if again.ID == f.ID {
			t.Error("an id was used twice")
		}
		h.judged(again.ID)
		h.complete(h.clerk, again.ID)
		h.step(h.clerk, again.ID, report.Submit)
		h.step(h.clerk, again.ID, report.Withdraw)
		wantCode(t, s.DeleteReport(ctx, h.clerk, again.ID), report.Invalid)
	})
}

// Nobody reaches another agency's reports, whatever the method.
func TestIsolation(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		h.complete(h.clerk, f.ID)
		h.walk(f.ID, report.Submit, report.Approve)
		before := h.filing(f.ID)
		low := h.agency(agency.Agency{Name: "铜厂乡中心", Kind: agency.Department, ParentID: h.town.ID})
		below := h.member("below", "下级", agency.Supervisor, low)
		methods := map[string]func(ctx context.Context, who agency.Member) error{
			"Filing": func(ctx context.Context, who agency.Member) error { _, err := s.Filing(ctx, who, f.ID); return err },
			"FilingOf": func(ctx context.Context, who agency.Member) error {
				_, err := s.FilingOf(ctx, who, h.town.ID, 2022)
				return err
			},
			"Load": func(ctx context.Context, who agency.Member) error { _, err := s.Load(ctx, who, f.ID); return err },
			"Audit": func(ctx context.Context, who agency.Member) error {
				_, err := s.Audit(ctx, who, f.ID, 0, 10)
				return err
			},
			"Versions": func(ctx context.Context, who agency.Member) error { _, err := s.Versions(ctx, who, f.ID); return err },
			"Version":  func(ctx context.Context, who agency.Member) error { _, err := s.Version(ctx, who, f.ID, 1); return err },
			"Decisions": func(ctx context.Context, who agency.Member) error {
				_, err := s.Decisions(ctx, who, f.ID)
				return err
			},
			"Approvers": func(ctx context.Context, who agency.Member) error {
				_, err := s.Approvers(ctx, who, f.ID)
				return err
			},
			"Save": func(ctx context.Context, who agency.Member) error {
				_, err := s.Save(ctx, who, f.ID, report.ChangeSet{Cells: map[string]string{issued: "1"}})
				return err
			},
			"FillBlanks": func(ctx context.Context, who agency.Member) error {
				_, _, err := s.FillBlanks(ctx, who, f.ID, "disclosure", report.ChangeSet{})
				return err
			},
			"UndoFill": func(ctx context.Context, who agency.Member) error {
				_, err := s.UndoFill(ctx, who, f.ID, 3)
				return err
			},
			"Resolve":     func(ctx context.Context, who agency.Member) error { return s.Resolve(ctx, who, f.ID, 1, true) },
			"SetEdition":  func(ctx context.Context, who agency.Member) error { return s.SetEdition(ctx, who, f.ID, "gb-2019") },
			"Dispute":     func(ctx context.Context, who agency.Member) error { return s.Dispute(ctx, who, f.ID, true) },
			"Delete":      func(ctx context.Context, who agency.Member) error { return s.DeleteReport(ctx, who, f.ID) },
			"SetAccepts":  func(ctx context.Context, who agency.Member) error { return s.SetAccepts(ctx, who, h.town.ID, true) },
			"Reorganised": func(ctx context.Context, who agency.Member) error { return s.SetReorganised(ctx, who, h.town.ID, 2022) },
			"ChangeOutline": func(ctx context.Context, who agency.Member) error {
				return s.ChangeOutline(ctx, who, f.ID, report.OutlineChange{Action: report.OutlineDrop, Key: "other"})
			},
			"TakeStep": func(ctx context.Context, who agency.Member) error {
				_, err := s.TakeStep(ctx, who, f.ID, report.StepRequest{Step: report.Publish})
				return err
			},
		}
		disabled := h.supervisor
		disabled.Disabled = true
		for name, method := range methods {
			for _, who := range []agency.Member{h.stranger, below, disabled, {}} {
				if err := method(t.Context(), who); report.ErrorCode(err) != report.NotFound {
					t.Errorf("%s by %q: got %v, want not found", name, who.Name, err)
				}
			}
		}
		if got := h.filing(f.ID); got != before {
			t.Errorf("got %+v, want %+v", got, before)
		}
	})
}

func TestAudit(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		h.cells(h.clerk, f.ID, 0, issued, "1", repealed, "2", fees, "3")
		all := must(s.Audit(t.Context(), h.auditor, f.ID, 0, 100))(t)
		var paged []report.AuditRecord
		for before := int64(0); ; {
			page := must(s.Audit(t.Context(), h.auditor, f.ID, before, 2))(t)
			if len(page) == 0 {
				break
			}
			paged = append(paged, page...)
			before = page[len(page)-1].ID
		}
		if len(all) != 6 || len(paged) != len(all) {
			t.Fatalf("got %d records, by pages %d, want 6", len(all), len(paged))
		}
		for i := range all {
			if all[i] != paged[i] || i > 0 && all[i].ID >= all[i-1].ID || !all[i].At.Equal(h.now) {
				t.Errorf("record %d: got %+v", i, all[i])
			}
		}
	})
}
