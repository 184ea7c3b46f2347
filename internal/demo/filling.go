package demo

import (
	"context"
	"fmt"
	"slices"
	"time"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/store"
)

// filling is a county being made.
type filling struct {
	ctx     context.Context
	store   *store.Store
	edition *report.Edition
	// year is the report year that is being written.
	year int
	// superior is the county's supervisor, who accepts what the agencies below have approved; filed counts that by calendar year.
	superior agency.Member
	filed    map[int]int
	events   []event
}

// event is something that somebody does at a time. The events of all reports are done in the order of their times, so that the
// county's record reads as it would have been written.
type event struct {
	at time.Time
	do func(day time.Time) error
}

// staff are the two who make an agency's reports.
type staff struct{ clerk, supervisor agency.Member }

// people makes agencies and accounts. They were all there before the first report.
func (f *filling) people(all []office, password string) ([]staff, Accounts, error) {
	f.clock(time.Date(f.year-1, time.December, 1, 9, 0, 0, 0, zone))
	var staffs []staff
	var accounts Accounts
	var root int64
	for _, o := range all {
		a, err := f.store.CreateAgency(f.ctx, agency.Agency{ParentID: root, Name: o.Name, ShortName: o.Short, Kind: o.Kind, Accepts: root == 0})
		if err != nil {
			return nil, nil, err
		}
		var s staff
		for _, p := range o.People {
			m, err := f.store.CreateMember(f.ctx, agency.Member{Login: p.Login, Name: p.Name, Role: p.Role, AgencyID: a.ID}, password)
			if err != nil {
				return nil, nil, err
			}
			switch p.Role {
			case agency.Clerk:
				s.clerk = m
			case agency.Supervisor:
				s.supervisor = m
			}
			accounts = append(accounts, Account{m.Login, m.Name, m.Role, a.Name})
		}
		if root == 0 {
			root, f.superior = a.ID, s.supervisor
		}
		staffs = append(staffs, s)
	}
	return staffs, accounts, nil
}

func (f *filling) clock(at time.Time) { f.store.Now = func() time.Time { return at } }

// course is how one report comes about.
type course struct {
	office  office
	staff   staff
	content content
	year    int
}

// stepsTo are the steps that lead to a state.
var stepsTo = map[report.State][]report.Step{
	report.Submitted: {report.Submit},
	report.Returned:  {report.Submit, report.Return},
	report.Approved:  {report.Submit, report.Approve},
	report.Accepted:  {report.Submit, report.Approve, report.Accept},
	report.Published: {report.Submit, report.Approve, report.Accept, report.Publish},
}

// plan lays the events of a report on working days, one a day, the last on a given day. i spreads the hours.
func (f *filling) plan(c course, last time.Time, i int) {
	var deeds []func(day time.Time) error
	var id int64
	deeds = append(deeds, func(time.Time) error {
		filing, err := f.store.CreateReport(f.ctx, c.staff.clerk, c.staff.clerk.AgencyID, c.year, edition)
		id = filing.ID
		return err
	})
	save := func(cells, texts map[string]string) error {
		_, err := f.store.Save(f.ctx, c.staff.clerk, id, report.ChangeSet{Cells: cells, Texts: texts})
		return err
	}
	if cells := c.content.cells(f.edition); len(cells) > 0 {
		deeds = append(deeds, func(time.Time) error { return save(cells, nil) })
	}
	if c.content.Overview != "" {
		deeds = append(deeds, func(time.Time) error {
			return save(nil, map[string]string{report.PlacePreface: withYears(c.office.Preface, c.year), "overview": withYears(c.content.Overview, c.year)})
		})
	}
	if c.content.Problems != "" {
		deeds = append(deeds, func(day time.Time) error {
			texts := map[string]string{"problems": withYears(c.content.Problems, c.year), "other": withYears(c.content.Other, c.year)}
			if c.content.State != report.Draft {
				texts[report.PlaceSignatureDate] = day.Format(time.DateOnly)
			}
			return save(nil, texts)
		})
	}
	for _, step := range stepsTo[c.content.State] {
		// Nobody stands above the county, so its report is published without being accepted.
		if step == report.Accept && c.staff.supervisor.ID == f.superior.ID {
			continue
		}
		deeds = append(deeds, func(day time.Time) error { return f.take(c, id, step, day) })
	}
	if len(c.content.After) > 0 {
		deeds = append(deeds, func(time.Time) error { return save(c.content.After, nil) })
	}
	for j, do := range deeds {
		day := workdays(last, j+1-len(deeds))
		at := time.Date(day.Year(), day.Month(), day.Day(), 9+(3*i+2*j)%8, (7*i+11*j)%60, 0, 0, zone)
		f.events = append(f.events, event{at, do})
	}
}

// take does a step as the member whose step it is.
func (f *filling) take(c course, id int64, step report.Step, day time.Time) error {
	who := c.staff.clerk
	r := report.StepRequest{Step: step}
	switch step {
	case report.Submit:
		r.Reasons = c.content.Reasons
	case report.Return:
		who, r.Comment = c.staff.supervisor, c.content.Comment
	case report.Approve:
		who = c.staff.supervisor
	case report.Accept:
		who = f.superior
		f.filed[day.Year()]++
		r.AcceptedOn = day.Format(time.DateOnly)
		r.AcceptedNumber = fmt.Sprintf("云政公开备〔%d〕%d号", day.Year(), f.filed[day.Year()])
	case report.Publish:
		r.PublishedOn = day.Format(time.DateOnly)
		r.URL = fmt.Sprintf("https://www.yunxi.example/zfxxgk/%s/%d.html", c.office.Slug, c.year)
	}
	_, err := f.store.TakeStep(f.ctx, who, id, r)
	return err
}

// run does all events in the order of their times.
func (f *filling) run() error {
	slices.SortStableFunc(f.events, func(a, b event) int { return a.at.Compare(b.at) })
	for _, e := range f.events {
		f.clock(e.at)
		if err := e.do(e.at); err != nil {
			return err
		}
	}
	return nil
}

// lastDay is when the county's i-th agency published last year's report: departments and townships in January, the county in March.
func lastDay(kind agency.Kind, year, i int) time.Time {
	if kind == agency.Government {
		return workdays(time.Date(year, time.March, 15, 0, 0, 0, 0, zone), 3)
	}
	return workdays(time.Date(year, time.January, 15, 0, 0, 0, 0, zone), 1+i%8)
}

// workdays is the day n working days after a day, or before it where n is negative.
func workdays(day time.Time, n int) time.Time {
	by := 1
	if n < 0 {
		by, n = -1, -n
	}
	for n > 0 {
		if day = day.AddDate(0, 0, by); day.Weekday() != time.Saturday && day.Weekday() != time.Sunday {
			n--
		}
	}
	return day
}
