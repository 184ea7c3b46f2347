package handlers

import (
	"context"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/views"
)

// parkedPosts keeps what members sent after their session had run out, for 24 hours.
type parkedPosts interface {
	Park(ctx context.Context, memberID, reportID int64, place string, body []byte) error
	Parked(ctx context.Context, m agency.Member, reportID int64) ([]agency.ParkedPost, error)
	Unpark(ctx context.Context, m agency.Member, id int64) error
}

// showParked lists what waits in a report.
func (s *Server) showParked(c echo.Context) error {
	r := c.Request()
	id, err := pathID(c, "id")
	if err != nil {
		return err
	}
	if _, err := s.dossier(c); err != nil {
		return err
	}
	posts, err := s.parked.Parked(r.Context(), current(r).member, id)
	if err != nil {
		return err
	}
	page, err := s.pageWithFlash(c, "登录超时前填的内容")
	if err != nil {
		return err
	}
	m := views.Parked{Page: page, ReportID: id}
	for _, post := range posts {
		shown, err := s.parkedView(post)
		if err != nil {
			return err
		}
		m.Posts = append(m.Posts, shown)
	}
	return s.render(c, http.StatusOK, views.ParkedPage(m))
}

func (s *Server) discardParked(c echo.Context) error {
	r := c.Request()
	id, err := pathID(c, "id")
	if err != nil {
		return err
	}
	post, err := pathID(c, "post")
	if err != nil {
		return err
	}
	if err := s.parked.Unpark(r.Context(), current(r).member, post); err != nil {
		return err
	}
	if err := s.flash(c, views.FlashDone, "已丢弃。"); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/reports/"+strconv.FormatInt(id, 10))
}

// unparking forgets a parked form once it was sent again and taken: the form carries its number, and a form that is taken is
// answered with 303. It does so before the answer leaves, so that the next page does not offer the form again.
func (s *Server) unparking(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		id, err := strconv.ParseInt(r.PostForm.Get("parked"), 10, 64)
		if r.Method != http.MethodPost || err != nil {
			return next(c)
		}
		c.Response().Before(func() {
			if c.Response().Status != http.StatusSeeOther {
				return
			}
			if err := s.parked.Unpark(r.Context(), current(r).member, id); err != nil {
				s.logError(c, http.StatusInternalServerError, err)
			}
		})
		return next(c)
	}
}
