package handlers

import (
	"context"
	"strconv"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// dossiers is where the pages of a report get it from.
type dossiers interface {
	Load(ctx context.Context, who agency.Member, id int64) (*report.Dossier, error)
}

// reports is everything that the pages of reports ask of the store; each file sees only its own line of it.
type reports interface {
	dossiers
	creators
	savers
	outlines
	steppers
	versions
	disputes
}

// dossier is the report that the address names, if the member may see it.
func (s *Server) dossier(c echo.Context) (*report.Dossier, error) {
	id, err := pathID(c, "id")
	if err != nil {
		return nil, err
	}
	return s.reports.Load(c.Request().Context(), current(c.Request()).member, id)
}

// reportPage is the frame of every page of a report, with the verdict on it.
type reportPage struct {
	views.Page
	nav        views.ReportNav
	findings   []report.Finding
	unanswered []string
}

// frame makes a report page. Place is the name of the page, or the key of the section.
func (s *Server) frame(c echo.Context, d *report.Dossier, place, title string) (reportPage, error) {
	page, err := s.pageWithFlash(c, title+" · "+d.Filing.AgencyName+" "+strconv.Itoa(d.Filing.Year)+" 年")
	if err != nil {
		return reportPage{}, err
	}
	f := d.Filing
	page.Crumbs = []views.Link{{Label: f.AgencyName}, {Label: strconv.Itoa(f.Year) + " 年度"}}
	page.State, page.HasState, page.Full = f.State, true, true
	page.Styles = []string{"css/form.css", "css/report.css", "css/export.css"}
	page.Scripts = []string{"js/export.js"}
	page.DocumentStyle = place == "preview" || place == "review"
	findings := d.Findings()
	unanswered := report.Unanswered(findings, d.Answers)
	nav := views.NewReportNav(f.ID, d.Outline, findings, unanswered, place)
	nav.Place = place
	who := current(c.Request()).member
	page.Actions = views.ReportActions(f.ID, agency.Allowed(who, agency.Submit, f.AgencyPath, f.State), place, "")
	if f.State == report.Imported && agency.Allowed(who, agency.Import, f.AgencyPath, f.State) {
		page.Actions = views.ImportedActions(f.ID)
	}
	return reportPage{Page: page, nav: nav, findings: findings, unanswered: unanswered}, nil
}

// lockedWords say why the member cannot change the report, "" where they can.
func lockedWords(who agency.Member, action agency.Action, f report.Filing) string {
	if err := agency.Check(who, action, f.AgencyPath, f.State); err != nil {
		return report.ErrorMessage(err)
	}
	return ""
}
