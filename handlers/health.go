package handlers

import (
	"context"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
)

// pinger tells whether the database answers.
type pinger interface {
	Ping(ctx context.Context) error
}

// alive says that the program runs.
func (s *Server) alive(c echo.Context) error { return c.String(http.StatusOK, "ok\n") }

// ready says that it can work, too: the database answers within two seconds.
func (s *Server) ready(c echo.Context) error {
	ctx, cancel := context.WithTimeout(c.Request().Context(), 2*time.Second)
	defer cancel()
	if err := s.pinger.Ping(ctx); err != nil {
		s.logError(c, http.StatusServiceUnavailable, err)
		return c.String(http.StatusServiceUnavailable, "database does not answer\n")
	}
	return c.String(http.StatusOK, "ok\n")
}
