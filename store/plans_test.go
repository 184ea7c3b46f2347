package store_test

import (
	"strconv"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/store/storetest"
)

// The statements behind a save, a page and a list search by index; a table is read whole only where all of it is wanted.
func TestQueryPlans(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t))
	h := newHouse(t, s)
	f := h.report(2022, "gb-2021")
	h.complete(h.clerk, f.ID)
	h.cells(h.clerk, f.ID, 1, issued, "3")
	h.cells(h.clerk2, f.ID, 1, issued, "4")
	h.text(h.clerk, f.ID, 1, "overview", essay(1))
	check(t, s.BeginSession(t.Context(), "x", h.clerk.ID, nil))
	_, _, err := s.LoadSession(t.Context(), "x")
	check(t, err)
	must(s.Filings(t.Context(), h.chief))(t)
	must(s.Agencies(t.Context(), h.chief))(t)
	must(s.Audit(t.Context(), h.chief, f.ID, 0, 10))(t)
	must(s.Parked(t.Context(), h.clerk, f.ID))(t)
	h.load(f.ID)
	_, err = s.TakeStep(t.Context(), h.clerk, f.ID, report.StepRequest{Step: report.Submit, Revision: 3})
	wantCode(t, err, report.Invalid)
	checked := 0
	for _, query := range s.Statements() {
		switch word, _, _ := strings.Cut(strings.TrimSpace(query), " "); word {
		case "SELECT", "UPDATE", "DELETE", "INSERT":
		default:
			continue
		}
		checked++
		var values []any
		for strings.Contains(query, "$"+strconv.Itoa(len(values)+1)) {
			values = append(values, nil)
		}
		plan := must(s.Plan(t.Context(), query, values...))(t)
		for line := range strings.SplitSeq(plan, "\n") {
			scanned, scan := strings.CutPrefix(line, "SCAN ")
			// A subquery that is read whole has its own line.
			if scan && !strings.Contains(line, "CONSTANT") && !strings.Contains(plan, "CO-ROUTINE "+scanned) {
				t.Errorf("%s\n%s", query, plan)
				break
			}
		}
	}
	if checked < 25 {
		t.Errorf("only %d statements seen", checked)
	}
}
