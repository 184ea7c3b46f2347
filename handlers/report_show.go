package handlers

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"nianbao/report"
	"nianbao/views"
)

// showReport leads to the first page of a report that has something left to do.
func (s *Server) showReport(c echo.Context) error {
	d, err := s.dossier(c)
	if err != nil {
		return err
	}
	findings := d.Findings()
	nav := views.NewReportNav(d.Filing.ID, d.Outline, findings, report.Unanswered(findings, d.Answers), "")
	key := report.PartTitle
	for _, section := range nav.Sections {
		if section.Kind != "is-done" {
			key = section.Key
			break
		}
	}
	return c.Redirect(http.StatusSeeOther, views.SectionPath(d.Filing.ID, key))
}
