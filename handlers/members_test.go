package handlers_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestMembers(t *testing.T) {
	s := newSite(t)
	admin := s.as("admin")
	clerk := s.as("clerk")

	t.Run("only administrators", func(t *testing.T) {
		clerk.get("/members").wants(http.StatusForbidden).says("message", "只有管理员")
		clerk.post(fmt.Sprintf("/members/%d/reset", s.member("water").ID), nil).wants(http.StatusNotFound)
	})
	t.Run("the list ends where the administrator's county ends", func(t *testing.T) {
		a := admin.get("/members").wants(http.StatusOK)
		if got := a.page.Find(`[data-testid="member"]`).Length(); got != 7 {
			t.Errorf("%d members, want 7", got)
		}
		if strings.Contains(a.id("members"), "外县") {
			t.Error("shows a member of another county")
		}
	})
	t.Run("reset", func(t *testing.T) {
		id := s.member("clerk").ID
		a := admin.post(fmt.Sprintf("/members/%d/reset", id), nil).wants(http.StatusOK)
		password := a.id("new-password")
		if len(password) < 10 {
			t.Fatalf("new password %q", password)
		}
		if got := admin.get("/members").id("new-password"); got != "" {
			t.Error("the password is shown again")
		}
		clerk.get("/").wants(http.StatusSeeOther) // signed out
		b := s.browser()
		b.get("/login")
		b.post("/login", credentials("clerk", testPassword)).wants(http.StatusUnprocessableEntity)
		b.post("/login", credentials("clerk", password)).wants(http.StatusSeeOther)
		b.get("/").leads("/password")
	})
	t.Run("not in another county", func(t *testing.T) {
		admin.post(fmt.Sprintf("/members/%d/reset", s.member("stranger").ID), url.Values{}).wants(http.StatusNotFound)
		admin.post("/members/x/reset", nil).wants(http.StatusNotFound)
	})
}
