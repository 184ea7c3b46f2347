package store_test

import (
	"reflect"
	"testing"

	"nianbao/report"
	"nianbao/store"
	"nianbao/store/storetest"
)

// A chart takes the figures of the years before from the versions that bind, whatever their editions.
func TestChart(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		ctx := t.Context()
		f := h.report(2022, "gb-2021")
		on := report.OutlineChange{Action: report.ChartOn, Key: "requests"}
		wantCode(t, s.ChangeOutline(ctx, h.clerk, f.ID, on), report.Invalid)
		for year, edition := range map[int]string{2015: "gb-2014", 2018: "gb-2014", 2020: "gb-2019"} {
			figures := report.Figures{"statistics.received.count": "7"}
			if edition == "gb-2019" {
				figures = report.Figures{"requests.received.natural_person": "3", "requests.received.total": "3", "requests.carried_over.natural_person": "1",
					"requests.carried_over.total": "1"}
			}
			r := h.readIn(edition, year, figures)
			h.keep(h.clerk, h.imported(h.clerk, r).ID, report.KeepHistory, r)
		}
		h.report(2021, "gb-2021") // a draft binds nobody
		check(t, s.ChangeOutline(ctx, h.clerk, f.ID, on))
		want := []report.Block{{Table: "requests"}, {Chart: &report.Chart{Key: "requests", Years: []report.ChartYear{
			{Year: 2018, Values: []string{"7", ""}}, {Year: 2020, Values: []string{"3", "1"}}}}}}
		if got := h.load(f.ID).Report.Section("requests").Blocks; !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
		h.judged(f.ID)
		if last := must(s.Audit(ctx, h.clerk, f.ID, 0, 1))(t)[0]; last.Place != "requests" || last.From == last.To {
			t.Errorf("the record says %+v", last)
		}
		check(t, s.ChangeOutline(ctx, h.clerk, f.ID, report.OutlineChange{Action: report.ChartOff, Key: "requests"}))
		if got := h.load(f.ID).Report.Section("requests").Blocks; len(got) != 1 {
			t.Errorf("switched off: %+v", got)
		}
		wantCode(t, s.ChangeOutline(ctx, h.clerk, f.ID, report.OutlineChange{Action: report.ChartOn, Key: "nope"}), report.NotFound)
	})
}
