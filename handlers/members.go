package handlers

import (
	"context"
	"net/http"
	"slices"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/views"
)

// accounts is what administrators do with the accounts of their agency and those below.
type accounts interface {
	Members(ctx context.Context, admin agency.Member) ([]agency.Member, error)
	// ResetPassword gives a member a random password and ends their sessions.
	ResetPassword(ctx context.Context, admin agency.Member, id int64) (password string, err error)
}

func (s *Server) showMembers(c echo.Context) error {
	return s.membersPage(c, 0, "")
}

// resetPassword answers with the page itself: the password is shown once, and stays neither in a session nor in an address.
func (s *Server) resetPassword(c echo.Context) error {
	r := c.Request()
	id, err := pathID(c, "id")
	if err != nil {
		return err
	}
	password, err := s.accounts.ResetPassword(r.Context(), current(r).member, id)
	if err != nil {
		return err
	}
	return s.membersPage(c, id, password)
}

// membersPage lists the accounts; id and password tell whose password was just reset.
func (s *Server) membersPage(c echo.Context, id int64, password string) error {
	r := c.Request()
	admin := current(r).member
	if err := agency.Check(admin, agency.ManageMembers, admin.AgencyPath, ""); err != nil {
		return err
	}
	members, err := s.accounts.Members(r.Context(), admin)
	if err != nil {
		return err
	}
	page, err := s.pageWithFlash(c, "账号")
	if err != nil {
		return err
	}
	m := views.Members{Page: page, Members: members, Password: password}
	if i := slices.IndexFunc(members, func(m agency.Member) bool { return m.ID == id }); i >= 0 {
		m.Reset = members[i]
	}
	return s.render(c, http.StatusOK, views.MembersPage(m))
}
