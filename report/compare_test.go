package report

import (
	"fmt"
	"testing"
)

func TestCompare(t *testing.T) {
	e := editions(t).Get("gb-2021")
	from, to := zeroReport(e, 2026), zeroReport(e, 2026)
	if n := Compare(e, from, to).Count(); n != 0 {
		t.Fatalf("equal reports differ in %d places", n)
	}
	to.Figures["requests.received.business"] = "3"
	to.Sections[0].Blocks = []Block{{Text: "本年度工作正常。"}, {Text: "新增一段。"}}
	to.Sections = to.Sections[:5]
	to.Signature.Date = "2027-01-11"
	got := Compare(e, from, to)
	if want := "[{requests.received.business 新收 · 商业企业 0 3}]"; fmt.Sprint(got.Figures) != want {
		t.Errorf("figures %v, want %s", got.Figures, want)
	}
	want := "[{一、总体情况 [{2  新增一段。}]} {落款 [{1 2027年1月10日 2027年1月11日}]} {六、其他需要报告的事项 [{0 六、其他需要报告的事项 } {0 本年度工作正常。 }]}]"
	if fmt.Sprint(got.Texts) != want {
		t.Errorf("texts %v\nwant %s", got.Texts, want)
	}
}
