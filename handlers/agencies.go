package handlers

import (
	"context"
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// offices is what administrators note about the agencies in their care.
type offices interface {
	Agencies(ctx context.Context, who agency.Member) ([]agency.Agency, error)
	SetAccepts(ctx context.Context, who agency.Member, id int64, on bool) error
	SetReorganised(ctx context.Context, who agency.Member, id int64, year int) error
}

func (s *Server) showAgencies(c echo.Context) error { return s.agenciesPage(c, http.StatusOK, nil) }

func (s *Server) agenciesPage(c echo.Context, status int, rejected []views.FieldError) error {
	r := c.Request()
	admin := current(r).member
	if err := agency.Check(admin, agency.ManageAgencies, admin.AgencyPath, ""); err != nil {
		return err
	}
	all, err := s.offices.Agencies(r.Context(), admin)
	if err != nil {
		return err
	}
	page, err := s.pageWithFlash(c, "单位")
	if err != nil {
		return err
	}
	return s.render(c, status, views.AgenciesPage(views.Agencies{Page: page, Agencies: all, Rejected: rejected}))
}

// changeAgency notes whether those below file their reports with an agency (备案), or in which year it was reorganised.
func (s *Server) changeAgency(c echo.Context) error {
	r := c.Request()
	id, err := pathID(c, "id")
	if err != nil {
		return err
	}
	switch raw := strings.TrimSpace(r.PostFormValue("year")); {
	case r.PostForm.Has("accepts"):
		err = s.offices.SetAccepts(r.Context(), current(r).member, id, r.PostFormValue("accepts") == "1")
	case raw == "":
		err = s.offices.SetReorganised(r.Context(), current(r).member, id, 0)
	default:
		year, bad := strconv.Atoi(raw)
		if bad != nil {
			return s.agenciesPage(c, http.StatusUnprocessableEntity, []views.FieldError{{Message: "年度“" + shortened(raw) + "”不对，请填四位数字，例如 2026。"}})
		}
		err = s.offices.SetReorganised(r.Context(), current(r).member, id, year)
	}
	if report.ErrorCode(err) == report.Invalid {
		return s.agenciesPage(c, http.StatusUnprocessableEntity, []views.FieldError{{Message: report.ErrorMessage(err)}})
	}
	if err != nil {
		return err
	}
	if err := s.flash(c, views.FlashDone, "已记下。"); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/agencies")
}
