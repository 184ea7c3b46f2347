package store

import "nianbao/report"

// chart is one of an edition's charts with what the agency's reports of the years before say, in the versions that bind.
func (q queries) chart(f *filing, key string) (*report.Chart, error) {
	form := f.edition.Chart(key)
	if form == nil {
		return nil, report.Errorf(report.NotFound, "这种格式没有这幅图。请刷新后再试。")
	}
	earlier, err := q.findFilings("r.agency_id = $1 AND r.year < $2 AND r.year >= $3 ORDER BY r.year", f.AgencyID, f.Year, f.Year-report.ChartYears)
	if err != nil {
		return nil, err
	}
	chart := &report.Chart{Key: key}
	for _, e := range earlier {
		r, err := q.versionReport(e.ID, e.Binding())
		if err != nil {
			return nil, err
		}
		if r == nil {
			continue
		}
		if year, known := form.Of(e.Year, q.store.editions.Get(r.Edition), r.Figures); known {
			chart.Years = append(chart.Years, year)
		}
	}
	if len(chart.Years) == 0 {
		return nil, report.Errorf(report.Invalid, "系统里没有往年的数，画不了对比图。可以先导入往年的报告。")
	}
	return chart, nil
}
