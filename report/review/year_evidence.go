package review

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"nianbao/report"
)

// yearVotes weigh which year a report is about.
type yearVotes struct {
	weight map[int]int
	places map[int]int
}

func (v *yearVotes) add(year, weight int) {
	if year != 0 {
		v.weight[year] += weight
		v.places[year]++
	}
}

// of is the weight of a year: places that agree outweigh one that stands alone.
func (v *yearVotes) of(year int) int { return v.weight[year] + 2*max(0, v.places[year]-1) }

// settle finds the year that the report is about. In the form that is known; a document that was read says it in its title, and where
// the title is the one that is wrong, in its announcement, its period, its signature and most of its statements.
func (y *yearCheck) settle() {
	r := y.s.Report
	signed, published := yearOf(r.Signature.Date), yearOf(r.Published)
	y.written = max(signed, published)
	if r.Year == 0 {
		return
	}
	v := yearVotes{weight: map[int]int{}, places: map[int]int{}}
	if date := cmp.Or(r.Signature.Date, r.Published); len(date) >= len("2006-01") && date[len("2006-"):len("2006-01")] < "09" {
		v.add(yearOf(date)-1, 1) // one of autumn may be the year's own
	}
	said := y.said()
	switch said.title {
	case 0:
		v.weight[r.Year] += 2 // no title says it: what reading settled on
	case r.Year:
	default:
		v.add(r.Year, 2) // reading takes the title's: whoever filed it under another knows
	}
	v.add(said.title, 3)
	v.add(said.period, 3)
	v.add(said.announced, 2)
	v.add(y.attached(), 1)
	most := r.Year
	for year := 1990; year < 2100; year++ {
		if said.opening[year] > said.opening[most] {
			most = year
		}
	}
	switch others := said.opening[r.Year]; {
	case said.opening[most] >= 3 && (most == r.Year || others*4 <= said.opening[most]):
		v.add(most, 3)
	case said.opening[most] > 0:
		v.add(most, 1)
	}
	y.year = r.Year
	if y.s.Context.Mode != report.InForm {
		for year := 1990; year < 2100; year++ {
			if v.of(year) > v.of(y.year) {
				y.year = year
			}
		}
	}
	y.sure = y.s.Context.Mode == report.InForm || v.places[y.year] >= 2
}

// attached is the year that the attachments with tables name in their titles; 0 where they name none, or several.
func (y *yearCheck) attached() int {
	named := 0
	for _, a := range y.s.Report.Attachments {
		if len(report.TablesOf(a.Blocks)) == 0 {
			continue
		}
		for _, d := range yearDates(y.s.newPart(a.Key, a.Title)) {
			if named != 0 && d.year != named {
				return 0
			}
			named = d.year
		}
	}
	return named
}

// yearSaid are the years that the places of a report name; 0 where one does not.
type yearSaid struct {
	title, period, announced int
	// opening counts the statements of each year.
	opening map[int]int
}

func (y *yearCheck) said() yearSaid {
	said := yearSaid{opening: map[int]int{}}
	for _, p := range y.s.Parts {
		switch {
		case p.Key == report.PartTitle:
			if i := slices.IndexFunc(y.dates[p], func(d *yearDate) bool { return d.year != 0 }); i >= 0 {
				said.title = y.dates[p][i].year
			}
			continue
		case p.Key == report.PartNumber || p.Key == report.PartSignature || p.Key == report.PartClosing || strings.HasPrefix(p.Key, "attachment"):
			continue
		}
		for _, t := range y.sentences[p] {
			for k, d := range t.dates[:min(len(t.dates), yearMost)] {
				if d.year == 0 {
					continue
				}
				if said.period == 0 && k+1 < len(t.dates) && yearIsPeriod(t, d, t.dates[k+1]) {
					said.period = d.year
				}
				if said.announced == 0 && yearAnnounces(t, d) {
					said.announced = d.year
				}
				planned := d.year > y.s.Report.Year && y.planning(t) && containsAny(t.p.Text[d.end:max(d.end, t.end)], []string{"将", "拟", "计划", "打算", "力争"})
				if d.title == 0 && !d.quoted && !d.bracketed && !planned && yearLeads(t, d) && (d.year == y.s.Report.Year || !containsAny(t.text(), yearBackground)) {
					said.opening[d.year]++
				}
			}
		}
	}
	return said
}

// yearOf is the year of a date written yyyy-mm-dd; 0 when there is none.
func yearOf(date string) int {
	if len(date) < 4 {
		return 0
	}
	year, _ := strconv.Atoi(date[:4])
	return year
}
