package handlers

import (
	"fmt"
	"strconv"
	"time"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// deadline is the day by which an agency's report of a year is due: in the following year, by the edition that was in force
// for the report's year. nil where none is prescribed, as for townships, whose superior sets it.
func (s *Server) deadline(kind agency.Kind, year int) *views.Deadline {
	e := s.editions.ForYear(year)
	if e == nil {
		return nil
	}
	day, err := time.ParseInLocation("2006-01-02", strconv.Itoa(year+1)+"-"+e.Deadlines[string(kind)], s.now().Location())
	if err != nil {
		return nil
	}
	return &views.Deadline{On: day}
}

// overdue counts the days since the deadline of a report that is not published (or read in as published); 0 when there are none.
func (s *Server) overdue(kind agency.Kind, year int, state report.State) int {
	due := s.deadline(kind, year)
	if due == nil || state.Done() {
		return 0
	}
	return max(0, -due.Left(s.now()))
}

// dues says when the reports of the kinds of agencies are due: 部门截止 1 月 31 日，还有 12 天.
func (s *Server) dues(kinds []agency.Kind, year int) []string {
	var out []string
	now := s.now()
	for _, kind := range kinds {
		if due := s.deadline(kind, year); due != nil {
			out = append(out, fmt.Sprintf("%s截止 %s，%s", agency.KindNames[kind], views.Day(due.On, now), due.DaysLeft(now)))
		}
	}
	return out
}
