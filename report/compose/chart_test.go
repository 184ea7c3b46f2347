package compose

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/document"
)

func picture(t *testing.T, chart *report.Chart, figures report.Figures) *document.Picture {
	t.Helper()
	r := &report.Report{Year: 2022, Figures: figures, Sections: []report.Section{{Blocks: []report.Block{{Chart: chart}}}}}
	blocks := Compose(edition(t, "gb-2021"), r).Sections[0].Blocks
	if len(blocks) != 1 {
		t.Fatalf("%d blocks", len(blocks))
	}
	return blocks[0].(*document.Picture)
}

// spread is how far a label reaches.
func spread(l document.Label) (from, to int) {
	w := textWidth(l.Text, l.Size)
	switch l.Anchor {
	case document.AnchorMiddle:
		return l.X - w/2, l.X + w/2
	case document.AnchorEnd:
		return l.X - w, l.X
	}
	return l.X, l.X + w
}

func TestChart(t *testing.T) {
	chart := &report.Chart{Key: "requests", Years: []report.ChartYear{{Year: 2020, Values: []string{"4", ""}}, {Year: 2021, Values: []string{"8", "2"}}}}
	p := picture(t, chart, report.Figures{"requests.received.business": "16", "requests.carried_over.total": "0"})
	if want := "收到政府信息公开申请和结转情况（单位：件）。2020年：本年新收 4，结转下年度 不详；2021年：本年新收 8，结转下年度 2；2022年：本年新收 16，结转下年度 0。"; p.Alt != want {
		t.Errorf("in words: got %s, want %s", p.Alt, want)
	}
	// Bars stand on the line at the foot, as high as their figures.
	heights := map[string]int{}
	for _, l := range p.Labels {
		for _, b := range p.Boxes {
			if b.Gray == 0 && b.Y+b.Height == barsFoot && l.X == b.X+b.Width/2 && l.Y == b.Y-3_000 {
				heights[l.Text] = b.Height
			}
		}
	}
	if heights["16"] != barsFoot-barsTop || heights["8"] != heights["16"]/2 || heights["4"] != heights["16"]/4 || heights["2"] != heights["16"]/8 {
		t.Errorf("heights %v", heights)
	}
	if _, drawn := heights["0"]; !drawn {
		t.Error("a nought has no bar of its own")
	}
	if picture(t, &report.Chart{Key: "requests"}, nil).Labels[0].Text != "收到政府信息公开申请和结转情况" {
		t.Error("no title over a chart without figures")
	}
	r := &report.Report{Sections: []report.Section{{Blocks: []report.Block{{Chart: &report.Chart{Key: "nope"}}}}}}
	for name, e := range map[string]*report.Edition{"unknown edition": nil, "unknown chart": edition(t, "gb-2021")} {
		if got := Compose(e, r).Sections[0].Blocks; len(got) != 0 {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// Nothing leaves the picture and no two labels touch, also with many years and long figures.
func TestChartHasRoom(t *testing.T) {
	for _, c := range []struct {
		name, key, value string
		series, years    int
	}{
		{"short", "requests", "7", 2, 1}, {"usual", "appeals", "113", 3, report.ChartYears}, {"long", "decisions", "64585", 3, report.ChartYears},
		{"longest", "decisions", "12345678", 3, report.ChartYears}, {"none", "decisions", "0", 3, report.ChartYears},
	} {
		chart := &report.Chart{Key: c.key}
		for i := range c.years {
			y := report.ChartYear{Year: 2018 + i}
			for range c.series {
				y.Values = append(y.Values, c.value)
			}
			chart.Years = append(chart.Years, y)
		}
		p := picture(t, chart, report.Figures{"disclosure.licensing.decisions": c.value, "disclosure.penalties.decisions": c.value, "disclosure.coercion.decisions": c.value})
		lines := map[string][]document.Label{}
		for _, l := range p.Labels {
			from, to := spread(l)
			if from < 0 || to > p.Width || l.Y-l.Size < 0 || l.Y > p.Height {
				t.Errorf("%s: %q leaves the picture", c.name, l.Text)
			}
			for _, other := range lines[fmt.Sprint(l.Y)] {
				if f, o := spread(other); from < o && f < to {
					t.Errorf("%s: %q and %q overlap", c.name, other.Text, l.Text)
				}
			}
			lines[fmt.Sprint(l.Y)] = append(lines[fmt.Sprint(l.Y)], l)
		}
		for _, b := range p.Boxes {
			if b.X < 0 || b.Y < 0 || b.X+b.Width > p.Width || b.Y+b.Height > p.Height || b.Width < 0 || b.Height < 0 {
				t.Errorf("%s: box %+v", c.name, b)
			}
		}
		if !strings.Contains(p.Alt, c.value) {
			t.Errorf("%s: in words: %s", c.name, p.Alt)
		}
	}
}
