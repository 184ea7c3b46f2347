package handlers

import (
	"context"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// signIns is what signing in needs of the store.
type signIns interface {
	// HasAdmin reports whether anybody could give accounts to the others.
	HasAdmin(ctx context.Context) (bool, error)
	// SignIn finds the member with a login and a password; it counts failures and locks.
	SignIn(ctx context.Context, login, password string) (agency.Member, error)
}

// loginForm is what the sign-in page sends.
type loginForm struct {
	login, password, next string
}

func (s *Server) showLogin(c echo.Context) error {
	query := c.QueryParams()
	m := views.Login{Next: localPath(query.Get("next")), Ended: query.Get("ended") != "", Kept: views.Kept(query.Get("kept"))}
	return s.loginPage(c, http.StatusOK, m)
}

func (s *Server) signIn(c echo.Context) error {
	r := c.Request()
	form := loginForm{login: strings.TrimSpace(r.PostFormValue("login")), password: r.PostFormValue("password"),
		next: localPath(r.PostFormValue("next"))}
	m := views.Login{Login: form.login, Next: form.next}
	if admin, err := s.signIns.HasAdmin(r.Context()); err != nil || !admin {
		return s.refuseLogin(c, m, err)
	}
	member, err := s.signIns.SignIn(r.Context(), form.login, form.password)
	if err != nil {
		return s.refuseLogin(c, m, err)
	}
	if err := s.sessions.begin(r, c.Response(), current(r).session, member); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, form.next)
}

// refuseLogin shows the page again with what was wrong; what is no fault of the person becomes an error page.
func (s *Server) refuseLogin(c echo.Context, m views.Login, err error) error {
	if report.ErrorCode(err) == report.Internal {
		return err
	}
	if err != nil {
		m.Errors = []views.FieldError{{Field: "password", Message: report.ErrorMessage(err)}}
	}
	return s.loginPage(c, http.StatusUnprocessableEntity, m)
}

// loginPage is the page for a first look and for a failed attempt. It gives a new visitor the id that its form's token is for.
func (s *Server) loginPage(c echo.Context, status int, m views.Login) error {
	admin, err := s.signIns.HasAdmin(c.Request().Context())
	if err != nil {
		return err
	}
	session := current(c.Request()).session
	if session.IsNew {
		if err := session.Save(c.Request(), c.Response()); err != nil {
			return err
		}
	}
	m.NoAdmin = !admin
	m.Page = s.page(c, "登录")
	return s.render(c, status, views.LoginPage(m))
}
