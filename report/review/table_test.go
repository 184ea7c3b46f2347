package review

import (
	"testing"

	"nianbao/report"
)

// What reading noted of changed tables becomes errors at their places; other notes do not.
func TestAlteredTables(t *testing.T) {
	e, r := partsReport(t, "gb-2021", 2022, "测试街道办事处", nil)
	r.Notes = []report.Note{
		{Code: "read.altered", Near: "disclosure.fees.amount 行政事业型收费", Message: "“行政事业性收费”写成了“行政事业型收费”。"},
		{Code: "read.altered", Near: "disclosure 行政检查", Message: "多了“行政检查”一行。"},
		{Code: "read.altered", Near: "requests.granted.natural_person", Message: "少了一行。"},
		{Code: "read.altered", Near: "nowhere 甲", Message: "另一家的。"},
		{Code: "read.missing", Near: "规章", Message: "没有找到。"},
	}
	type place struct{ section, cell, quote string }
	want := []place{{"disclosure", "disclosure.fees.amount", "行政事业型收费"}, {"disclosure", "", "行政检查"}, {"requests", "requests.granted.natural_person", ""}}
	var got []place
	for _, f := range partsFindings(e, r, tables, "table.altered") {
		if f.Severity != report.SeverityError || f.Message == "" {
			t.Errorf("got %+v", f)
		}
		got = append(got, place{f.Section, f.Cell, f.Quote})
	}
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got[i], want[i])
		}
	}
	s := newSubject(e, r, report.Context{Mode: report.InForm}, Settings{})
	tables.check(s)
	if len(s.findings) != 0 {
		t.Errorf("in the form tables are not changed, got %v", s.findings)
	}
}
