package handlers

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"mime"
	"net/http"

	"github.com/labstack/echo/v4"

	"nianbao/report"
)

// csrfToken proves that a form came from a page of this session. It follows from the session's id, so that the sign-in form,
// whose visitor has no row in the database, is protected like every other.
func csrfToken(sessionID string) string {
	mac := hmac.New(sha256.New, []byte(sessionID))
	mac.Write([]byte("csrf"))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// csrfChecked stands before every handler: a request that changes something needs the token, and must not come from another
// site where the browser says so. Old browsers send no Sec-Fetch-Site, hence both.
func (s *Server) csrfChecked(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		switch r.Method {
		case http.MethodGet, http.MethodHead, http.MethodOptions, http.MethodTrace:
			return next(c)
		}
		if err := s.crossOrigin.Check(r); err != nil {
			return report.Wrap(report.Forbidden, err, "这个请求来自别的网站，没有执行。")
		}
		if err := parseForm(r); err != nil {
			return err
		}
		defer dropUploads(r)
		sent := r.PostFormValue("_csrf")
		if sent == "" {
			sent = r.Header.Get(echo.HeaderXCSRFToken)
		}
		if !hmac.Equal([]byte(sent), []byte(csrfToken(current(r).session.ID))) {
			return s.offerAgain(c, report.Errorf(report.Forbidden, "这一页打开太久或登录已经变了，没有执行。请回到上一页刷新后再试。"))
		}
		return next(c)
	}
}

// bodyInMemory is how much of an upload stays in memory while it is read; the rest waits in a temporary file.
const bodyInMemory = 1 << 20

// parseForm reads the body as its type says. Unlike FormValue it tells when that fails or the body is too large.
func parseForm(r *http.Request) error {
	kind, _, _ := mime.ParseMediaType(r.Header.Get(echo.HeaderContentType))
	var err error
	if kind == echo.MIMEMultipartForm {
		err = r.ParseMultipartForm(bodyInMemory)
	} else {
		err = r.ParseForm()
	}
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge || err == nil {
		return err
	}
	return echo.NewHTTPError(http.StatusBadRequest).SetInternal(err)
}

// dropUploads removes temporary files. net/http does so only for the request that it made, and ours is a copy with a context.
func dropUploads(r *http.Request) {
	if r.MultipartForm != nil {
		r.MultipartForm.RemoveAll() // what cannot be removed stays for the system's cleaning
	}
}
