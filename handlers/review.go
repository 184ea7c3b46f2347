package handlers

import (
	"fmt"
	"net/http"
	"slices"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

func (s *Server) showReview(c echo.Context) error { return s.reviewPage(c, http.StatusOK, nil) }

// reviewPage is the document with what a supervisor needs to decide.
func (s *Server) reviewPage(c echo.Context, status int, rejected []views.FieldError) error {
	d, err := s.dossier(c)
	if err != nil {
		return err
	}
	frame, err := s.frame(c, d, "review", "审阅")
	if err != nil {
		return err
	}
	ctx, who := c.Request().Context(), current(c.Request()).member
	frame.Scripts = append(frame.Scripts, "js/review.js")
	p := views.ReviewPage{Page: frame.Page, Filing: d.Filing, Nav: frame.nav, Rejected: rejected,
		Findings: views.NewCards(d, "", false).ByWeight(frame.findings, false), Steps: stepForms(who, d.Filing, c.Request().PostFormValue)}
	if p.Document, err = fragment(d); err != nil {
		return err
	}
	if p.Decisions, err = s.reports.Decisions(ctx, who, d.Filing.ID); err != nil {
		return err
	}
	if p.Changes, p.Since, err = s.changesSince(c, d); err != nil {
		return err
	}
	if slices.ContainsFunc(p.Steps, func(f views.StepForm) bool { return f.Step == report.Accept }) {
		agencies, err := s.offices.Agencies(ctx, who)
		if err != nil {
			return err
		}
		if !filesAbove(d.Filing, nil, agencies) {
			p.Steps = slices.DeleteFunc(p.Steps, func(f views.StepForm) bool { return f.Step == report.Accept })
		}
	}
	if d.Filing.State == report.Submitted {
		if p.Approvers, err = s.reports.Approvers(ctx, who, d.Filing.ID); err != nil {
			return err
		}
		if !slices.ContainsFunc(p.Approvers, func(m agency.Member) bool { return m.ID == who.ID }) {
			p.Steps = slices.DeleteFunc(p.Steps, func(f views.StepForm) bool { return f.Step == report.Approve })
		}
	}
	return s.render(c, status, views.Review(p))
}

// changesSince compares the report with its newest approved version or, where there is none, its figures with last year's.
func (s *Server) changesSince(c echo.Context, d *report.Dossier) (report.Comparison, string, error) {
	if n := d.Filing.Approved; n > 0 {
		v, err := s.reports.Version(c.Request().Context(), current(c.Request()).member, d.Filing.ID, n)
		if err != nil {
			return report.Comparison{}, "", err
		}
		was, err := s.versionContent(v)
		if err != nil {
			return report.Comparison{}, "", err
		}
		return report.Compare(d.Edition, was, d.Report), fmt.Sprintf("与已通过的第 %d 版相比。", n), nil
	}
	if d.LastReport != nil && d.LastReport.Edition == d.Report.Edition {
		changes := report.Compare(d.Edition, d.LastReport, d.Report)
		changes.Texts = nil // every paragraph is written anew each year
		return changes, fmt.Sprintf("与 %d 年报告的数相比。", d.Filing.Year-1), nil
	}
	return report.Comparison{}, "还没有可以比较的版本。", nil
}
