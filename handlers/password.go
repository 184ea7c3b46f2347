package handlers

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// passwords is what changing one's own password needs of the store.
type passwords interface {
	// ChangePassword checks the old password, sets the new one and ends the member's sessions.
	ChangePassword(ctx context.Context, m agency.Member, old, new string) error
}

// passwordForm is what the page sends.
type passwordForm struct {
	old, new, repeat string
}

// check collects everything that can be seen to be wrong without the old password.
func (f passwordForm) check(login string) []views.FieldError {
	var errors []views.FieldError
	if f.old == "" {
		errors = append(errors, views.FieldError{Field: "old", Message: "请填现在的密码。"})
	}
	if err := agency.CheckNewPassword(login, f.old, f.new); err != nil {
		errors = append(errors, views.FieldError{Field: "new", Message: report.ErrorMessage(err)})
	}
	if f.repeat != f.new {
		errors = append(errors, views.FieldError{Field: "repeat", Message: "两次输入的新密码不一样。"})
	}
	return errors
}

func (s *Server) showPassword(c echo.Context) error {
	return s.passwordPage(c, http.StatusOK, nil)
}

// changePassword sets a new password and goes on under a new session: whoever had an old one is signed out.
func (s *Server) changePassword(c echo.Context) error {
	r := c.Request()
	v := current(r)
	form := passwordForm{old: r.PostFormValue("old"), new: r.PostFormValue("new"), repeat: r.PostFormValue("repeat")}
	if errors := form.check(v.member.Login); len(errors) > 0 {
		return s.passwordPage(c, http.StatusUnprocessableEntity, errors)
	}
	err := s.passwords.ChangePassword(r.Context(), v.member, form.old, form.new)
	if report.ErrorCode(err) == report.Invalid {
		return s.passwordPage(c, http.StatusUnprocessableEntity, []views.FieldError{{Field: "old", Message: report.ErrorMessage(err)}})
	}
	if err != nil {
		return err
	}
	v.member.MustChange = false
	if err := s.sessions.begin(r, c.Response(), v.session, v.member); err != nil {
		return err
	}
	if err := s.flash(c, views.FlashDone, "密码已修改。其他地方的登录都已退出。"); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/")
}

func (s *Server) passwordPage(c echo.Context, status int, errors []views.FieldError) error {
	page, err := s.pageWithFlash(c, "修改密码")
	if err != nil {
		return err
	}
	return s.render(c, status, views.PasswordPage(views.Password{Page: page, Errors: errors}))
}
