package handlers

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// signOut ends the session; somebody who is signed out already just gets to the sign-in page.
func (s *Server) signOut(c echo.Context) error {
	session := current(c.Request()).session
	session.Options.MaxAge = -1
	if err := session.Save(c.Request(), c.Response()); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/login")
}
