package store_test

import (
	"testing"

	"nianbao/report"
	"nianbao/store"
	"nianbao/store/storetest"
)

// What 无 was replaced by comes back as it was written.
func TestReplaceNone(t *testing.T) {
	storetest.Run(t, func(t *testing.T, s *store.Store) {
		h := newHouse(t, s)
		f := h.report(2022, "gb-2021")
		n, saved, err := s.ReplaceNone(t.Context(), h.clerk, f.ID, "disclosure", report.ChangeSet{Cells: map[string]string{issued: "无", repealed: "3"}})
		check(t, err)
		if n != 1 || h.figure(f.ID, issued) != "0" || h.figure(f.ID, repealed) != "3" {
			t.Errorf("replaced %d: %v", n, h.load(f.ID).Report.Figures)
		}
		h.judged(f.ID)
		n, err = s.UndoFill(t.Context(), h.clerk, f.ID, saved.Revision)
		check(t, err)
		if n != 1 || h.figure(f.ID, issued) != "无" || h.figure(f.ID, repealed) != "3" {
			t.Errorf("undone %d: %v", n, h.load(f.ID).Report.Figures)
		}
		h.judged(f.ID)
	})
}
