package handlers

import (
	"context"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// creators is where reports begin and, before their first submission, may end.
type creators interface {
	CreateReport(ctx context.Context, who agency.Member, agencyID int64, year int, edition string) (report.Filing, error)
	FilingOf(ctx context.Context, who agency.Member, agencyID int64, year int) (report.Filing, error)
	DeleteReport(ctx context.Context, who agency.Member, id int64) error
}

// createReport begins a report of the member's agency. Where there is one already it leads to that.
func (s *Server) createReport(c echo.Context) error {
	r, who := c.Request(), current(c.Request()).member
	year, err := strconv.Atoi(r.PostFormValue("year"))
	if err != nil {
		return report.Errorf(report.Invalid, "报告年度请填四位数字，例如 %d。", s.now().Year()-1)
	}
	if err := report.CheckYear(year, s.now().Year()); err != nil {
		return err
	}
	agencyID := who.AgencyID
	if raw := r.PostFormValue("agency"); raw != "" {
		if agencyID, err = strconv.ParseInt(raw, 10, 64); err != nil {
			return report.Errorf(report.NotFound, "没有找到这个单位。")
		}
	}
	edition := r.PostFormValue("edition")
	if edition == "" {
		edition = s.editions.ForYear(year).ID
	}
	if s.editions.Get(edition) == nil {
		return report.Errorf(report.Invalid, "没有这种报告格式，请从列表里选。")
	}
	f, err := s.reports.CreateReport(r.Context(), who, agencyID, year, edition)
	if report.ErrorCode(err) == report.Invalid {
		there, missing := s.reports.FilingOf(r.Context(), who, agencyID, year)
		if missing != nil {
			return err
		}
		f = there
		if err := s.flash(c, views.FlashNote, strconv.Itoa(year)+" 年的报告已经有了，这就是。"); err != nil {
			return err
		}
	} else if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/reports/"+strconv.FormatInt(f.ID, 10))
}

// deleteReport removes a report that was never submitted.
func (s *Server) deleteReport(c echo.Context) error {
	id, err := pathID(c, "id")
	if err != nil {
		return err
	}
	if c.Request().PostFormValue("sure") == "" {
		return s.outlineRefused(c, report.Errorf(report.Invalid, "要删除报告，请先勾选确认。"))
	}
	if err := s.reports.DeleteReport(c.Request().Context(), current(c.Request()).member, id); err != nil {
		return err
	}
	if err := s.flash(c, views.FlashDone, "报告已删除。"); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/")
}
