package handlers

import (
	"context"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/report/intake"
	"nianbao/views"
)

// imports is where files that were read wait to be kept as reports.
type imports interface {
	AddImport(ctx context.Context, who agency.Member, i report.Import) (report.Import, error)
	Imports(ctx context.Context, who agency.Member) ([]report.Import, error)
	Unconfirmed(ctx context.Context, who agency.Member) ([]report.Import, error)
	Import(ctx context.Context, who agency.Member, id int64) (report.Import, error)
	ImportOf(ctx context.Context, who agency.Member, reportID int64) (int64, error)
	DiscardImport(ctx context.Context, who agency.Member, id int64) error
	KeepImport(ctx context.Context, who agency.Member, id int64, k report.Keep) (report.Filing, error)
}

// mayImport reports whether a member may read in reports, of their own agency at least.
func mayImport(m agency.Member) bool { return agency.Allowed(m, agency.Import, m.AgencyPath, "") }

// showImports is where files are sent, and where those wait that are not kept yet.
func (s *Server) showImports(c echo.Context) error { return s.importsPage(c, http.StatusOK, nil) }

func (s *Server) importsPage(c echo.Context, status int, rejected []views.FieldError) error {
	ctx, who := c.Request().Context(), current(c.Request()).member
	if err := agency.Check(who, agency.Import, who.AgencyPath, ""); err != nil {
		return err
	}
	waiting, err := s.imports.Imports(ctx, who)
	if err != nil {
		return err
	}
	unconfirmed, err := s.imports.Unconfirmed(ctx, who)
	if err != nil {
		return err
	}
	page, err := s.pageWithFlash(c, "导入已有报告")
	if err != nil {
		return err
	}
	page.Styles, page.Scripts = []string{"css/import.css"}, []string{"js/upload.js"}
	return s.render(c, status, views.Imports(views.ImportsPage{Page: page, Imports: waiting, Unconfirmed: unconfirmed, Rejected: rejected, Most: uploadMost, MaxSize: intake.MaxSize}))
}

// discardImport forgets an import that is not kept.
func (s *Server) discardImport(c echo.Context) error {
	id, err := pathID(c, "id")
	if err != nil {
		return err
	}
	if err := s.imports.DiscardImport(c.Request().Context(), current(c.Request()).member, id); err != nil {
		return err
	}
	if err := s.flash(c, views.FlashDone, "已丢弃。"); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/imports")
}

// showImportOf leads from a report to what it was read from.
func (s *Server) showImportOf(c echo.Context) error {
	id, err := pathID(c, "id")
	if err != nil {
		return err
	}
	from, err := s.imports.ImportOf(c.Request().Context(), current(c.Request()).member, id)
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, views.ImportPath(from))
}

// importAgencies are those for which a member may read in reports.
func (s *Server) importAgencies(c echo.Context) ([]agency.Agency, error) {
	who := current(c.Request()).member
	all, err := s.offices.Agencies(c.Request().Context(), who)
	if err != nil {
		return nil, err
	}
	var out []agency.Agency
	for _, a := range all {
		if agency.Allowed(who, agency.Import, a.Path, "") {
			out = append(out, a)
		}
	}
	return out, nil
}

// formYear reads a report year as people type it; 0 for what is none.
func formYear(raw string) int {
	year, err := strconv.Atoi(raw)
	if err != nil {
		return 0
	}
	return year
}
