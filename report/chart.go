package report

import (
	"iter"
	"slices"
)

// ChartForm (历年对比图) is a picture that an edition offers: figures of a table over the years. An agency may switch it on.
type ChartForm struct {
	Key, Title, Unit string
	// Table is the official table that it stands behind.
	Table  string
	Series []ChartSeries
}

// ChartSeries is one figure over the years, found in each year's edition by its meaning.
type ChartSeries struct{ Label, Means string }

// Chart is such a picture in a report, with the figures of the years before; this year's are the report's own.
type Chart struct {
	Key   string      `json:"key"`
	Years []ChartYear `json:"years"`
}

// ChartYear are the figures of a year by series, as decimal text; "" for what is not known.
type ChartYear struct {
	Year   int      `json:"year"`
	Values []string `json:"values"`
}

// ChartYears is how many years before the report's own a chart shows at most.
const ChartYears = 4

// Chart finds a chart that the edition offers; nil when it does not.
func (e *Edition) Chart(key string) *ChartForm {
	i := slices.IndexFunc(e.Charts, func(f ChartForm) bool { return f.Key == key })
	if i < 0 {
		return nil
	}
	return &e.Charts[i]
}

// ChartsOf lists the charts that may stand behind a table.
func (e *Edition) ChartsOf(table string) []ChartForm {
	var out []ChartForm
	for _, f := range e.Charts {
		if f.Table == table {
			out = append(out, f)
		}
	}
	return out
}

// Of are the chart's figures in the report of a year, which may be of another edition; false when it has none of them.
func (f *ChartForm) Of(year int, e *Edition, figures Figures) (ChartYear, bool) {
	out := ChartYear{Year: year, Values: make([]string, len(f.Series))}
	then, known := LastYear{Edition: e, Figures: figures}, false
	for i, s := range f.Series {
		if v, ok := then.Of(s.Means); ok && v.Condition != Malformed && v.Text != "" {
			out.Values[i] = v.number.String()
			known = true
		}
	}
	return out, known
}

// This are the chart's figures in the report that it stands in; totals that the report leaves out are worked out.
func (f *ChartForm) This(e *Edition, r *Report) ChartYear {
	figures := r.Figures
	if t := e.Table(f.Table); t != nil {
		figures = Figures{}
		totals := NewSheet(t, r.Figures, nil, AsRead)
		for _, c := range t.Cells {
			v, there := r.Figures[c.ID]
			if c.Computed && !there {
				v, there = totals.Value(c).Text, true
			}
			if there {
				figures[c.ID] = v
			}
		}
	}
	out, _ := f.Of(r.Year, e, figures)
	return out
}

// charts are the charts that stand in a report.
func (r *Report) charts() iter.Seq[*Chart] {
	return func(yield func(*Chart) bool) {
		blocks := func(blocks []Block) bool {
			return !slices.ContainsFunc(blocks, func(b Block) bool { return b.Chart != nil && !yield(b.Chart) })
		}
		for _, s := range r.Sections {
			if !blocks(s.Blocks) {
				return
			}
		}
		for _, a := range r.Attachments {
			if !blocks(a.Blocks) {
				return
			}
		}
	}
}

// adoptChart holds a chart that was read against its edition.
func (e *Edition) adoptChart(c *Chart, year int) error {
	form := e.Chart(c.Key)
	if form == nil {
		return Errorf(Invalid, "%s没有名为 %s 的图", e.Name, clip(c.Key, 40))
	}
	before := 0
	for _, y := range c.Years {
		if y.Year <= before || year != 0 && y.Year >= year {
			return Errorf(Invalid, "图 %s 的年份 %d 不对：要从早到晚，都在报告年度之前", c.Key, y.Year)
		}
		before = y.Year
		if len(y.Values) != len(form.Series) {
			return Errorf(Invalid, "图 %s 在 %d 年有 %d 个数，应有 %d 个", c.Key, y.Year, len(y.Values), len(form.Series))
		}
		for i, raw := range y.Values {
			v := ParseValue(KindAmount, raw)
			if v.Condition != Number && v.Condition != Blank {
				return Errorf(Invalid, "图 %s 在 %d 年的“%s”不是数", c.Key, y.Year, clip(raw, 20))
			}
			y.Values[i] = v.Text
		}
	}
	return nil
}
