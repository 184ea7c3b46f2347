package handlers

import (
	"context"
	"net/http"
	"net/url"
	"regexp"
	"strconv"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// parkedPosts keeps what members sent after their session had run out, for 24 hours.
type parkedPosts interface {
	Park(ctx context.Context, memberID, reportID int64, place string, body []byte) error
	Parked(ctx context.Context, m agency.Member, reportID int64) ([]agency.ParkedPost, error)
	Unpark(ctx context.Context, m agency.Member, id int64) error
}

// parkLimit is the largest form that is kept.
const parkLimit = 1 << 20

// reportForm is the address of a form of a report; nothing else is kept.
var reportForm = regexp.MustCompile(`^/reports/([0-9]{1,18})/(sections/[a-z0-9_]+|[a-z]+)$`)

// keepPost parks the form that came too late, and tells what became of it and where to go on. The token was checked against the
// ended session, so the form is the member's own.
func (s *Server) keepPost(r *http.Request) (kept views.Kept, next string, err error) {
	v := current(r)
	match := reportForm.FindStringSubmatch(r.URL.Path)
	if match == nil {
		return views.KeptNot, "/", nil
	}
	id, err := strconv.ParseInt(match[1], 10, 64)
	if err != nil || v.ended.ID == 0 || r.MultipartForm != nil {
		return views.KeptNot, "/reports/" + match[1], nil
	}
	fields := url.Values{}
	for name, values := range r.PostForm {
		if name != "_csrf" && name != "parked" {
			fields[name] = values
		}
	}
	body := []byte(fields.Encode())
	if len(body) > parkLimit {
		return views.KeptTooBig, "/reports/" + match[1], nil
	}
	err = s.parked.Park(r.Context(), v.ended.ID, id, match[2], body)
	if report.ErrorCode(err) == report.NotFound {
		return views.KeptNot, "/", nil // the report was deleted meanwhile
	}
	return views.KeptAll, "/reports/" + match[1] + "/parked", err
}

// showParked lists what waits in a report.
func (s *Server) showParked(c echo.Context) error {
	r := c.Request()
	id, err := pathID(c, "id")
	if err != nil {
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
