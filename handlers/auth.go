package handlers

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gorilla/sessions"
	"github.com/labstack/echo/v4"

	"nianbao/agency"
)

// visit is who is behind a request.
type visit struct {
	// session is there on every route but the machines' (machineRoutes).
	session *sessions.Session
	// member is the zero Member when nobody is signed in.
	member agency.Member
	// ended is the member whose session ran out, for keeping what they were just sending.
	ended agency.Member
}

type visitKey struct{}

// current is the visit of a request.
func current(r *http.Request) *visit {
	if v, ok := r.Context().Value(visitKey{}).(*visit); ok {
		return v
	}
	return &visit{}
}

// recognised finds out who is behind a request, in one query, and notes now and then that they are still there.
func (s *Server) recognised(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if slices.Contains(machineRoutes, c.Path()) {
			return next(c)
		}
		v := &visit{}
		c.SetRequest(c.Request().WithContext(context.WithValue(c.Request().Context(), visitKey{}, v)))
		session, err := s.sessions.Get(c.Request(), s.sessions.cookieName())
		v.session = session
		if err != nil {
			return err
		}
		in, ok := session.Values[signInKey{}].(signIn)
		switch {
		case !ok:
			return next(c)
		case in.ended:
			v.ended = in.member
			return next(c)
		}
		v.member = in.member
		if err := s.sessions.touch(c.Request().Context(), session, in); err != nil {
			return err
		}
		return next(c)
	}
}

// membersOnly stands before everything but the open routes: whoever is not signed in goes to the sign-in page, and whoever has
// a password that somebody else knows changes it first.
func (s *Server) membersOnly(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		v := current(c.Request())
		if slices.Contains(openRoutes, c.Path()) || slices.Contains(machineRoutes, c.Path()) {
			return next(c)
		}
		if v.member.ID == 0 {
			return s.sendToSignIn(c)
		}
		if v.member.MustChange && c.Path() != "/password" {
			return c.Redirect(http.StatusSeeOther, "/password")
		}
		return next(c)
	}
}

// sendToSignIn leads to the sign-in page and remembers where they wanted to go. What a member was sending when the session ran
// out is kept.
func (s *Server) sendToSignIn(c echo.Context) error {
	r := c.Request()
	query := url.Values{}
	if current(r).ended.ID != 0 {
		query.Set("ended", "1")
	}
	if r.Method == http.MethodGet {
		query.Set("next", r.URL.RequestURI())
	} else {
		kept, next, err := s.keepPost(r)
		if err != nil {
			return err
		}
		query.Set("kept", string(kept))
		query.Set("next", next)
	}
	return c.Redirect(http.StatusSeeOther, "/login?"+query.Encode())
}

// localPath lets only addresses of this site through; anything else becomes the home page.
func localPath(next string) string {
	u, err := url.Parse(next)
	if err != nil || u.Scheme != "" || u.Host != "" || u.User != nil || !strings.HasPrefix(next, "/") ||
		strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n\t") {
		return "/"
	}
	return next
}
