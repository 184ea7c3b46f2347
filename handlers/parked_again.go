package handlers

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"nianbao/views"
)

// offerAgain answers a form whose token is not good. Mostly that is a page from before the last sign-in, in another tab, and
// what was typed there must not be lost: it is shown with a button to send it again. Only a click sends it, and the cookie is
// SameSite, so another site gains nothing by this.
func (s *Server) offerAgain(c echo.Context, refusal error) error {
	post, ok := typedPost(c.Request())
	if !ok || current(c.Request()).member.ID == 0 {
		return refusal
	}
	shown, err := s.parkedView(post)
	if err != nil {
		return err
	}
	page := s.page(c, "还没有保存")
	return s.render(c, http.StatusForbidden, views.AgainPage(views.Again{Page: page, Post: shown}))
}
