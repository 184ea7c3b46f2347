package review

import (
	"testing"

	"nianbao/report"
)

func TestTiming(t *testing.T) {
	for _, c := range []struct {
		name, edition, agency  string
		year                   int
		published, signed      string
		wantSection, wantFound string
	}{
		{"before the end of the year", "gb-2021", "沁川市财政局", 2023, "2023-12-25", "", report.PartTitle, "2023-12-25"},
		{"signed in the year before", "gb-2021", "沁川市财政局", 2023, "", "2022-01-18", report.PartSignature, "2022-01-18"},
		{"on the last day", "gb-2021", "沁陵镇人民政府", 2023, "2023-12-31", "", report.PartTitle, "2023-12-31"},
		{"a department in time", "gb-2021", "沁川市财政局", 2023, "2024-01-31", "", "", ""},
		{"a department late", "gb-2021", "沁川市财政局", 2023, "2024-02-01", "2024-01-18", report.PartTitle, "2024-02-01"},
		{"a department signed late", "gb-2019", "沁川市财政局", 2019, "", "2020-03-02", report.PartSignature, "2020-03-02"},
		{"a government in time", "gb-2021", "沁川市人民政府", 2023, "2024-03-31", "", "", ""},
		{"a government late", "gb-2021", "沁川市人民政府", 2023, "2024-04-02", "", report.PartTitle, "2024-04-02"},
		{"a township has its date from its superior", "gb-2021", "沁陵镇人民政府", 2023, "2024-05-01", "", "", ""},
		{"a sub-district, too", "gb-2021", "沁园街道办事处", 2023, "2024-05-01", "", "", ""},
		{"a department under the decree of 2007", "gb-2014", "沁川市财政局", 2016, "2017-03-20", "", "", ""},
		{"a township under it, late", "gb-2014", "沁陵镇人民政府", 2016, "2017-04-01", "", report.PartTitle, "2017-04-01"},
		{"the page before the signature", "gb-2021", "沁川市财政局", 2023, "2024-01-20", "2024-04-01", "", ""},
		{"no date", "gb-2021", "沁川市财政局", 2023, "", "", "", ""},
		{"no year", "gb-2021", "沁川市财政局", 0, "2024-04-01", "", "", ""},
		{"no edition", "", "沁川市财政局", 2023, "2024-04-01", "", "", ""},
	} {
		r := &report.Report{Edition: c.edition, Year: c.year, Agency: c.agency, Published: c.published, Signature: report.Signature{Date: c.signed}}
		got := reviewed(t, timings, r, report.Context{Mode: report.AsRead})
		if c.wantSection == "" {
			if len(got) != 0 {
				t.Errorf("%s: got %+v, want none", c.name, got)
			}
			continue
		}
		if len(got) != 1 || got[0].Code != codeTiming || got[0].Severity != report.SeverityHint || got[0].Section != c.wantSection || got[0].Found != c.wantFound {
			t.Errorf("%s: got %+v, want one hint at %s about %s", c.name, got, c.wantSection, c.wantFound)
		}
	}
}
