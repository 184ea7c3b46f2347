package handlers

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/views"
)

// disputes is where a supervisor says that last year's published figures are wrong.
type disputes interface {
	Dispute(ctx context.Context, who agency.Member, id int64, on bool) error
}

func (s *Server) showFindings(c echo.Context) error { return s.findingsPage(c, http.StatusOK, nil) }

func (s *Server) findingsPage(c echo.Context, status int, rejected []views.FieldError) error {
	d, err := s.dossier(c)
	if err != nil {
		return err
	}
	frame, err := s.frame(c, d, "findings", "问题")
	if err != nil {
		return err
	}
	who, f := current(c.Request()).member, d.Filing
	p := views.NewFindingsPage(frame.Page, d, frame.nav, frame.findings, agency.Allowed(who, agency.Explain, f.AgencyPath, f.State))
	p.CanSubmit = agency.Allowed(who, agency.Submit, f.AgencyPath, f.State)
	p.CanDispute = d.Last != nil && agency.Allowed(who, agency.Dispute, f.AgencyPath, f.State)
	p.LastYear, p.Rejected = f.Year-1, rejected
	for i, g := range p.Warnings {
		for _, finding := range g.Findings {
			if typed := c.Request().PostForm.Get("reason." + finding.ID()); typed != "" && len(rejected) > 0 {
				p.Warnings[i].Reason = typed
			}
		}
	}
	return s.render(c, status, views.Findings(p))
}

// saveReasons keeps what was written under warnings.
func (s *Server) saveReasons(c echo.Context) error {
	id, err := pathID(c, "id")
	if err != nil {
		return err
	}
	changes, err := changeSet(c.Request().PostForm, "")
	if err != nil {
		return s.stepRefused(c, "findings", err)
	}
	changes.Texts, changes.Cells = nil, nil
	if _, err := s.reports.Save(c.Request().Context(), current(c.Request()).member, id, changes); err != nil {
		return s.stepRefused(c, "findings", err)
	}
	return c.Redirect(http.StatusSeeOther, views.ReportPath(id, "findings"))
}

// disputeLastYear switches a supervisor's word about last year's figures on or off.
func (s *Server) disputeLastYear(c echo.Context) error {
	id, err := pathID(c, "id")
	if err != nil {
		return err
	}
	on := c.Request().PostFormValue("on") != ""
	if err := s.reports.Dispute(c.Request().Context(), current(c.Request()).member, id, on); err != nil {
		return s.stepRefused(c, "findings", err)
	}
	return c.Redirect(http.StatusSeeOther, views.ReportPath(id, "findings"))
}
