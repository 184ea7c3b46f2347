package review

import (
	"fmt"
	"slices"
	"testing"

	"nianbao/report"
)

func TestPeers(t *testing.T) {
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	make1 := func(agency string, year int, overview, problems string) *report.Report {
		return &report.Report{Edition: "gb-2021", Year: year, Agency: agency, Sections: []report.Section{
			{Key: "overview", Heading: "一、总体情况", Blocks: []report.Block{{Text: overview}}},
			{Key: "problems", Heading: "五、存在的主要问题及改进情况", Blocks: []report.Block{{Text: problems}}},
			{Key: "other", Heading: "六、其他需要报告的事项", Blocks: []report.Block{{Text: "没有。"}}}}}
	}
	few := []*report.Report{
		make1("柳河镇人民政府", 2024, freshOverviews[0], freshProblems[0]),
		make1("石桥镇人民政府", 2024, otherNames(freshOverviews[0]), freshProblems[2]),
		nil, // a file that could not be read
		make1("柳河镇人民政府", 2023, freshOverviews[0], freshProblems[0]),
		make1("柳河镇人民政府", 2024, freshOverviews[0], freshProblems[0]), // the same in another format
		make1("", 0, freshOverviews[1], otherFigures(freshProblems[0])),
	}
	// similar are the findings of each report about the others.
	similar := func(reports []*report.Report) []string {
		var out []string
		for i, alike := range Peers(editions, reports) {
			if reports[i] == nil {
				continue
			}
			s := newSubject(editions.Get("gb-2021"), reports[i], report.Context{Mode: report.AsRead, Alike: alike}, Settings{})
			checkLikeness(s)
			for _, f := range s.findings {
				out = append(out, fmt.Sprintf("%d %s %s", i, f.Section, f.Code))
			}
		}
		return out
	}
	want := []string{"0 overview similar.peer", "0 problems similar.peer", "1 overview similar.peer", "1 overview similar.peer", "3 problems similar.peer",
		"4 overview similar.peer", "4 problems similar.peer", "5 problems similar.peer", "5 problems similar.peer", "5 problems similar.peer"}
	if got := similar(few); !slices.Equal(got, want) {
		t.Errorf("of few: got %q, want %q", got, want)
	}
	// Among many an index finds them.
	many := slices.Clone(few)
	for i := range 40 {
		many = append(many, make1(fmt.Sprintf("第%d局", i), 2019, freshOverviews[2+i%4], freshProblems[1+i%5]))
	}
	got := slices.DeleteFunc(similar(many), func(s string) bool { return s[1] != ' ' || s[0] > '5' })
	if !slices.Equal(got, want) {
		t.Errorf("of many: got %q, want %q", got, want)
	}
	if got := Peers(editions, nil); len(got) != 0 {
		t.Errorf("of none: %v", got)
	}
}
