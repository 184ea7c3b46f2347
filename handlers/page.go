package handlers

import (
	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/views"
)

// page is what every page has in common. Pages add their crumbs, state, actions, styles and scripts.
func (s *Server) page(c echo.Context, title string) views.Page {
	v := current(c.Request())
	p := views.Page{Title: title, Member: v.member, RequestID: requestID(c.Request()), Now: s.now()}
	if v.session != nil {
		p.CSRF = csrfToken(v.session.ID)
	}
	if p.SignedIn() {
		p.Nav = nav(v.member, c.Path())
		p.Crumbs = []views.Link{{Label: v.member.AgencyName}}
	}
	return p
}

// pageWithFlash is a page that also shows, once, what the action before it had to say.
func (s *Server) pageWithFlash(c echo.Context, title string) (views.Page, error) {
	p := s.page(c, title)
	session := current(c.Request()).session
	for _, f := range session.Flashes() {
		p.Flash = append(p.Flash, f.(views.Flash))
	}
	if len(p.Flash) == 0 {
		return p, nil
	}
	return p, session.Save(c.Request(), c.Response())
}

// flash leaves a message for the next page.
func (s *Server) flash(c echo.Context, kind views.FlashKind, text string) error {
	session := current(c.Request()).session
	session.AddFlash(views.Flash{Kind: kind, Text: text})
	return session.Save(c.Request(), c.Response())
}

// nav are the places in the header: by role, in this order.
func nav(m agency.Member, path string) []views.Link {
	places := []views.Link{{Label: "报告", Href: "/"}}
	if mayImport(m) {
		places = append(places, views.Link{Label: "导入", Href: "/imports"})
	}
	if m.Role == agency.Admin {
		places = []views.Link{{Label: "首页", Href: "/"}, {Label: "账号", Href: "/members"}, {Label: "单位", Href: "/agencies"}}
	}
	if agency.Allowed(m, agency.See, agency.ChildPath(m.AgencyPath, 0), "") {
		places = append(places, views.Link{Label: "批量导出", Href: "/exports"})
	}
	for i := range places {
		places[i].Current = places[i].Href == path
	}
	return places
}
