package handlers

import (
	"bytes"
	"strconv"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"nianbao/report"
)

// render writes a page whole or not at all: a template that fails becomes an error page, never half a page with status 200.
func (s *Server) render(c echo.Context, status int, page templ.Component) error {
	var buffer bytes.Buffer
	if err := page.Render(c.Request().Context(), &buffer); err != nil {
		return report.Wrap(report.Internal, err, "render the page")
	}
	return c.HTMLBlob(status, buffer.Bytes())
}

// pathID reads a number out of the address.
func pathID(c echo.Context, name string) (int64, error) {
	id, err := strconv.ParseInt(c.Param(name), 10, 64)
	if err != nil || id <= 0 {
		return 0, echo.ErrNotFound
	}
	return id, nil
}
