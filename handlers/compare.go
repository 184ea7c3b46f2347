package handlers

import (
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"nianbao/report"
	"nianbao/views"
)

// showComparison compares two approved versions, or one with the report as it stands.
func (s *Server) showComparison(c echo.Context) error {
	d, err := s.dossier(c)
	if err != nil {
		return err
	}
	from, fromName, err := s.comparand(c, d, c.QueryParam("from"))
	if err != nil {
		return err
	}
	to, toName, err := s.comparand(c, d, c.QueryParam("to"))
	if err != nil {
		return err
	}
	frame, err := s.frame(c, d, "history", "比较")
	if err != nil {
		return err
	}
	return s.render(c, http.StatusOK, views.Compare(views.ComparePage{Page: frame.Page, Filing: d.Filing, Nav: frame.nav, From: fromName, To: toName,
		Changes: report.Compare(s.editions.Get(to.Edition), from, to)}))
}

// comparand is a version by its number, or with "" the report as it stands.
func (s *Server) comparand(c echo.Context, d *report.Dossier, raw string) (*report.Report, string, error) {
	if raw == "" {
		return d.Report, "现在", nil
	}
	number, err := strconv.Atoi(raw)
	if err != nil {
		return nil, "", report.Errorf(report.NotFound, "没有第 %s 版。", shortened(raw))
	}
	v, err := s.reports.Version(c.Request().Context(), current(c.Request()).member, d.Filing.ID, number)
	if err != nil {
		return nil, "", err
	}
	r, err := s.versionContent(v)
	return r, "第 " + raw + " 版", err
}
