package handlers

import (
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"

	"nianbao/views"
)

// adminHome leads an administrator to the pages for administrators.
func (s *Server) adminHome(c echo.Context) error {
	members, err := s.accounts.Members(c.Request().Context(), current(c.Request()).member)
	if err != nil {
		return err
	}
	page, err := s.pageWithFlash(c, "")
	if err != nil {
		return err
	}
	locked := 0
	for _, m := range members {
		locked += one(m.LockedUntil.After(page.Now))
	}
	about := fmt.Sprintf("共 %d 个，没有被锁定的。", len(members))
	if locked > 0 {
		about = fmt.Sprintf("共 %d 个，其中 %d 个因为输错密码被锁定。", len(members), locked)
	}
	places := []views.Place{{Link: views.Link{Label: "账号", Href: "/members"}, About: about + "忘了密码的，在这里重置。"},
		{Link: views.Link{Label: "单位", Href: "/agencies"}, About: "哪个单位收下级备案，哪些单位当年有机构调整。"},
		{Link: views.Link{Label: "批量导出", Href: "/exports"}, About: "各单位一年的报告，一次导出成一个 ZIP。"}}
	return s.render(c, http.StatusOK, views.HomePage(views.Home{Page: page, Heading: "管理", Places: places}))
}
