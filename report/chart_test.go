package report

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// The same figure is found in each year's own edition by its meaning; what an edition does not have is not known.
func TestChartFigures(t *testing.T) {
	all := editions(t)
	form := all.Get("gb-2021").Chart("requests")
	for _, c := range []struct {
		name, edition string
		figures       Figures
		want          []string
		known         bool
	}{
		{"own edition", "gb-2021", Figures{"requests.received.total": "12", "requests.carried_over.total": "1"}, []string{"12", "1"}, true},
		{"older edition", "gb-2014", Figures{"statistics.received.count": "7"}, []string{"7", ""}, true},
		{"blank", "gb-2021", Figures{"requests.received.total": "", "requests.carried_over.total": ""}, []string{"", ""}, false},
		{"no number", "gb-2021", Figures{"requests.received.total": "约12", "requests.carried_over.total": "0"}, []string{"", "0"}, true},
		{"none", "gb-2021", Figures{"requests.received.total": "无", "requests.carried_over.total": ""}, []string{"0", ""}, true},
		{"an edition without tables", "gb-2008", nil, []string{"", ""}, false},
	} {
		got, known := form.Of(2018, all.Get(c.edition), c.figures)
		if want := (ChartYear{2018, c.want}); !reflect.DeepEqual(got, want) || known != c.known {
			t.Errorf("%s: got %v %v, want %v %v", c.name, got, known, want, c.known)
		}
	}
}

// A total that the report leaves out is worked out; one that stands there is shown as it stands.
func TestChartOfThisYear(t *testing.T) {
	e := editions(t).Get("gb-2021")
	r := &Report{Year: 2022, Figures: Figures{"requests.received.business": "2", "requests.received.research": "3"}}
	if got := e.Chart("requests").This(e, r); got.Year != 2022 || got.Values[0] != "5" {
		t.Errorf("worked out: got %v", got)
	}
	r.Figures["requests.received.total"] = "6"
	if got := e.Chart("requests").This(e, r); got.Values[0] != "6" {
		t.Errorf("as it stands: got %v", got)
	}
}

func TestChartJSON(t *testing.T) {
	all := editions(t)
	const form = `{"edition":"gb-2021","year":2022,"sections":[{"key":"requests","blocks":[{"table":"requests"},{"chart":%s}]}]}`
	for _, c := range []struct{ name, chart, problem string }{
		{"well", `{"key":"requests","years":[{"year":2020,"values":["1,113","0"]},{"year":2021,"values":["","2"]}]}`, ""},
		{"no such chart", `{"key":"nope","years":[]}`, "没有名为 nope 的图"},
		{"another number of figures", `{"key":"requests","years":[{"year":2021,"values":["1"]}]}`, "应有 2 个"},
		{"the report's own year", `{"key":"requests","years":[{"year":2022,"values":["1","2"]}]}`, "年份 2022 不对"},
		{"backwards", `{"key":"requests","years":[{"year":2021,"values":["1","2"]},{"year":2020,"values":["1","2"]}]}`, "年份 2020 不对"},
		{"no number", `{"key":"requests","years":[{"year":2021,"values":["多","2"]}]}`, "“多”不是数"},
		{"unknown key", `{"key":"requests","colour":"red","years":[]}`, "sections[0].blocks[1].chart.colour"},
	} {
		r, err := ReadJSON(all, []byte(strings.Replace(form, "%s", c.chart, 1)))
		if c.problem != "" {
			if err == nil || !strings.Contains(err.Error(), c.problem) {
				t.Errorf("%s: got %v, want %q", c.name, err, c.problem)
			}
			continue
		}
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := r.Sections[0].Blocks[1].Chart.Years[0].Values[0]; got != "1113" {
			t.Errorf("%s: %q is not canonical", c.name, got)
		}
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ReadJSON(all, data)
		if err != nil || !reflect.DeepEqual(again.Sections, r.Sections) {
			t.Errorf("%s: not the same when read again: %v %s", c.name, err, data)
		}
	}
}

// A chart stands behind its table, once, and goes with the table when paragraphs come and go.
func TestSwitchChart(t *testing.T) {
	e := editions(t).Get("gb-2021")
	chart := &Chart{Key: "requests", Years: []ChartYear{{2021, []string{"1", "0"}}}}
	entries := StandardOutline(e, 2022)
	for range 2 {
		var err error
		if entries, err = ChangeOutline(e, entries, OutlineChange{Action: ChartOn, Key: "requests", Chart: chart}); err != nil {
			t.Fatal(err)
		}
	}
	want := []Fixture{{Table: "requests"}, {Chart: chart}}
	if got := entries[2].Fixtures; !reflect.DeepEqual(got, want) {
		t.Fatalf("got %+v, want %+v", got, want)
	}
	moved := MoveFixtures(entries[2].Fixtures, nil, []string{"前面的话。"})
	paragraphs, fixtures := TakeApart(PutTogether([]string{"前面的话。"}, moved))
	if !reflect.DeepEqual(fixtures, moved) || len(paragraphs) != 1 {
		t.Errorf("taken apart: %+v, want %+v", fixtures, moved)
	}
	if out, _ := Reoutline(editions(t).Get("gb-2019"), 2020, entries, func(string) bool { return false }); len(out[2].Fixtures) != 1 {
		t.Errorf("in another edition: %+v", out[2].Fixtures)
	}
	if entries, _ = ChangeOutline(e, entries, OutlineChange{Action: ChartOff, Key: "requests"}); len(entries[2].Fixtures) != 1 {
		t.Errorf("switched off: %+v", entries[2].Fixtures)
	}
	if _, err := ChangeOutline(e, entries, OutlineChange{Action: ChartOn, Key: "nope"}); ErrorCode(err) != NotFound {
		t.Errorf("no such chart: %v", err)
	}
}
