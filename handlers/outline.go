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

// outlines is where sections, attachments and the edition are changed.
type outlines interface {
	ChangeOutline(ctx context.Context, who agency.Member, id int64, change report.OutlineChange) error
	SetEdition(ctx context.Context, who agency.Member, id int64, edition string) error
}

func (s *Server) showOutline(c echo.Context) error { return s.outlinePage(c, http.StatusOK, nil) }

func (s *Server) outlinePage(c echo.Context, status int, rejected []views.FieldError) error {
	d, err := s.dossier(c)
	if err != nil {
		return err
	}
	frame, err := s.frame(c, d, "outline", "提纲与附件")
	if err != nil {
		return err
	}
	who := current(c.Request()).member
	p := views.OutlinePage{Page: frame.Page, Filing: d.Filing, Nav: frame.nav, Entries: d.Outline, Editions: s.editions, Edition: d.Edition,
		Locked: lockedWords(who, agency.Arrange, d.Filing), Rejected: rejected}
	decisions, err := s.reports.Decisions(c.Request().Context(), who, d.Filing.ID)
	if err != nil {
		return err
	}
	p.Deletable = p.Locked == "" && len(decisions) == 0
	return s.render(c, status, views.Outline(p))
}

// changeOutline does one change to the outline.
func (s *Server) changeOutline(c echo.Context) error {
	id, err := pathID(c, "id")
	if err != nil {
		return err
	}
	r := c.Request()
	revision, _ := strconv.ParseInt(r.PostFormValue("revision"), 10, 64)
	change := report.OutlineChange{Action: report.OutlineAction(r.PostFormValue("action")), Key: r.PostFormValue("key"),
		Heading: r.PostFormValue("heading"), Attachment: r.PostFormValue("attachment") != "", Label: r.PostFormValue("label"),
		Title: r.PostFormValue("title"), Revision: revision}
	if err := s.reports.ChangeOutline(r.Context(), current(r).member, id, change); err != nil {
		return s.outlineRefused(c, err)
	}
	return c.Redirect(http.StatusSeeOther, views.ReportPath(id, "outline"))
}

// changeEdition puts the report into another format.
func (s *Server) changeEdition(c echo.Context) error {
	id, err := pathID(c, "id")
	if err != nil {
		return err
	}
	edition := s.editions.Get(c.Request().PostFormValue("edition"))
	if edition == nil {
		return s.outlineRefused(c, report.Errorf(report.Invalid, "没有这种报告格式，请从列表里选。"))
	}
	if err := s.reports.SetEdition(c.Request().Context(), current(c.Request()).member, id, edition.ID); err != nil {
		return s.outlineRefused(c, err)
	}
	if err := s.flash(c, views.FlashDone, "已换用"+edition.Name+"。"); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, views.ReportPath(id, "outline"))
}

// outlineRefused shows the outline with the reason; what the member may not see stays an error page.
func (s *Server) outlineRefused(c echo.Context, why error) error {
	status, message := explain(why)
	if status != http.StatusUnprocessableEntity && status != http.StatusConflict {
		return why
	}
	s.logError(c, status, why)
	rejected := []views.FieldError{{Message: message}}
	if typed := typedWords(c.Request().PostForm); typed != "" {
		rejected = append(rejected, views.FieldError{Message: "您刚才填的：" + typed})
	}
	return s.outlinePage(c, status, rejected)
}
