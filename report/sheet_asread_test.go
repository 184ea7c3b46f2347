package report_test

import (
	"testing"

	"nianbao/report"
)

// A total that a document leaves out is computed; where an addend is no number it stays uncomputed and has nothing to say itself.
func TestReadTotalOverBadAddend(t *testing.T) {
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	table := editions.Get("gb-2021").Table("appeals")
	s := report.NewSheet(table, report.Figures{"appeals.cases.review_upheld": "若干", "appeals.cases.review_other": "2"}, nil, report.AsRead)
	var got []string
	for _, f := range s.Findings() {
		if f.Code == report.CodeType {
			got = append(got, f.Cell)
		}
		if f.Message == "" {
			t.Errorf("%s has nothing to say: %+v", f.Cell, f)
		}
	}
	if len(got) != 1 || got[0] != "appeals.cases.review_upheld" {
		t.Errorf("not a number: %v, want the addend only", got)
	}
}
