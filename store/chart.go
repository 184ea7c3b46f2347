package store

import (
	"fmt"
	"slices"

	"nianbao/report"
)

// chart is one of an edition's charts with what the agency's reports of the years before say, in the versions that bind.
func (q queries) chart(f *filing, key string) (*report.Chart, error) {
	form := f.edition.Chart(key)
	if form == nil {
		return nil, report.Errorf(report.NotFound, "这种格式没有这幅图。请刷新后再试。")
	}
	type binding struct {
		id            int64
		year, version int
	}
	var earlier []binding
	err := q.each("find earlier reports", `SELECT id, year, `+bindingVersion("reports")+` FROM reports
		WHERE agency_id = $1 AND year < $2 AND year >= $3 ORDER BY year`, args{f.AgencyID, f.Year, f.Year - report.ChartYears}, func(row scanner) error {
		var b binding
		err := row.Scan(&b.id, &b.year, &b.version)
		earlier = append(earlier, b)
		return err
	})
	if err != nil {
		return nil, err
	}
	chart := &report.Chart{Key: key}
	for _, b := range slices.DeleteFunc(earlier, func(b binding) bool { return b.version == 0 }) {
		v, err := q.version(b.id, b.version)
		if err != nil {
			return nil, err
		}
		r, err := report.ReadJSON(q.store.editions, v.Content)
		if err != nil {
			return nil, fmt.Errorf("version %d of report %d: %w", b.version, b.id, err)
		}
		if year, known := form.Of(b.year, q.store.editions.Get(r.Edition), r.Figures); known {
			chart.Years = append(chart.Years, year)
		}
	}
	if len(chart.Years) == 0 {
		return nil, report.Errorf(report.Invalid, "系统里没有往年的数，画不了对比图。可以先导入往年的报告。")
	}
	return chart, nil
}

// bindingVersion is, in SQL, the version of a report that binds others: the official one, or while there is none, the newest
// approved one unless that was sent back; 0 for none.
func bindingVersion(table string) string {
	return `CASE WHEN ` + table + `.official > 0 THEN ` + table + `.official WHEN ` + table + `.state IN ('approved', 'accepted') THEN ` + table + `.approved ELSE 0 END`
}
