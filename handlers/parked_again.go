package handlers

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"nianbao/views"
)

// offerAgain answers a form whose token is not good. Mostly that is a page from before the last sign-in or sign-out, in another
// tab, and what was typed there must not be lost: it is shown, to a member with a button to send it again. Only a click sends it,
// and the cookie is SameSite, so another site gains nothing by this.
func (s *Server) offerAgain(c echo.Context, refusal error) error {
	message := "这一页是上次登录时打开的，这次没有执行。刚才填的内容在下面，核对后再保存。"
	if current(c.Request()).member.ID == 0 {
		message = "已经退出登录，这次没有保存。刚才填的内容在下面，请先复制出来，登录后再粘贴回去。"
	}
	return s.showTyped(c, http.StatusForbidden, message, refusal)
}

// showTyped shows what was typed into a form of a report that could not be taken, so that it is not lost; why is the answer where
// nothing was.
func (s *Server) showTyped(c echo.Context, status int, message string, why error) error {
	post, ok := typedPost(c.Request())
	if !ok {
		return why
	}
	shown, err := s.parkedView(post)
	if err != nil {
		return err
	}
	return s.render(c, status, views.AgainPage(views.Again{Page: s.page(c, "还没有保存"), Message: message, Post: shown}))
}
