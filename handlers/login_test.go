package handlers_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

func credentials(login, password string) url.Values {
	return url.Values{"login": {login}, "password": {password}}
}

func TestSignIn(t *testing.T) {
	s := newSite(t)
	t.Run("nobody is sent to the sign-in page and back", func(t *testing.T) {
		b := s.browser()
		b.get("/members?x=1").leads("/login?next=%2Fmembers%3Fx%3D1")
		page := b.get("/login?next=%2Fmembers%3Fx%3D1").wants(http.StatusOK)
		next, _ := page.page.Find(`input[name="next"]`).Attr("value")
		form := credentials("admin", testPassword)
		form.Set("next", next)
		b.post("/login", form).leads("/members?x=1")
		b.get("/members").wants(http.StatusOK)
	})
	t.Run("wrong password", func(t *testing.T) {
		b := s.browser()
		b.get("/login")
		a := b.post("/login", credentials("water", "wrong")).wants(http.StatusUnprocessableEntity).says("errors", "密码或登录名不对。")
		if got, _ := a.page.Find("#login").Attr("value"); got != "water" {
			t.Errorf("typed login: got %q, want it kept", got)
		}
		if _, filled := a.page.Find("#password").Attr("value"); filled && a.page.Find("#password").AttrOr("value", "") != "" {
			t.Error("the password came back")
		}
		b.get("/").wants(http.StatusSeeOther)
	})
	t.Run("nothing is written for visitors", func(t *testing.T) {
		b := s.browser()
		b.get("/login")
		if b.sessionID() == "" {
			t.Fatal("no id for the form's token")
		}
		if _, _, err := s.store.LoadSession(t.Context(), rowKey(b.sessionID())); err == nil {
			t.Error("a row was written for a visitor")
		}
	})
	t.Run("sign out", func(t *testing.T) {
		b := s.as("clerk")
		old := b.sessionID()
		b.post("/logout", nil).leads("/login")
		if b.sessionID() != "" {
			t.Error("the cookie is still there")
		}
		if _, _, err := s.store.LoadSession(t.Context(), rowKey(old)); err == nil {
			t.Error("the row is still there")
		}
		b.get("/").wants(http.StatusSeeOther)
	})
}

func TestLockOut(t *testing.T) {
	s := newSite(t)
	b := s.browser()
	b.get("/login")
	for range 5 {
		b.post("/login", credentials("clerk", "wrong")).wants(http.StatusUnprocessableEntity)
	}
	b.post("/login", credentials("clerk", testPassword)).wants(http.StatusUnprocessableEntity).says("errors", "锁定")
	admin := s.as("admin")
	admin.get("/members").wants(http.StatusOK).says("locked", "已锁定到 15:15")
	s.wait(16 * time.Minute)
	b.post("/login", credentials("clerk", testPassword)).wants(http.StatusSeeOther)
}

func TestOpenRedirect(t *testing.T) {
	s := newSite(t)
	for _, next := range []string{"https://evil.example/", "//evil.example/", `/\evil.example/`, `\\evil.example`, "/\t/evil.example", "javascript:alert(1)", "evil.example", ""} {
		b := s.browser()
		page := b.get("/login?next=" + url.QueryEscape(next))
		if got, _ := page.page.Find(`input[name="next"]`).Attr("value"); got != "/" {
			t.Errorf("page for next %q: field %q, want /", next, got)
		}
		form := credentials("clerk", testPassword)
		form.Set("next", next)
		b.post("/login", form).leads("/")
	}
}

func TestFixation(t *testing.T) {
	s := newSite(t)
	b := s.browser()
	b.get("/login")
	planted := b.sessionID()
	b.post("/login", credentials("clerk", testPassword)).wants(http.StatusSeeOther)
	if b.sessionID() == planted || b.sessionID() == "" {
		t.Errorf("id before %q and after %q sign-in", planted, b.sessionID())
	}
	req, err := http.NewRequest(http.MethodGet, s.url+"/", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.AddCookie(&http.Cookie{Name: "nianbao", Value: planted})
	s.browser().do(req).wants(http.StatusSeeOther)
}

func TestNoAdministrator(t *testing.T) {
	s := siteOver(t, nil)
	b := s.browser()
	a := b.get("/login").wants(http.StatusOK)
	a.says("no-admin", "还没有管理员账号")
	if !strings.Contains(a.text("main"), "nianbao user add --role admin") {
		t.Error("the page does not say how to make an administrator")
	}
	b.post("/login", credentials("clerk", testPassword)).wants(http.StatusUnprocessableEntity)
}

func TestForcedChange(t *testing.T) {
	s := newSite(t)
	b := s.as("new")
	b.get("/").leads("/password")
	b.get("/members").leads("/password")
	b.get("/password").wants(http.StatusOK).says("must-change", "别人给的")
	bad := url.Values{"old": {testPassword}, "new": {"short"}, "repeat": {"other"}}
	a := b.post("/password", bad).wants(http.StatusUnprocessableEntity)
	a.says("errors", "至少要 10 个字符").says("errors", "不一样")
	if got := a.page.Find(`[aria-invalid="true"]`).Length(); got != 2 {
		t.Errorf("%d fields are marked, want 2", got)
	}
	b.post("/password", url.Values{"old": {"not it"}, "new": {"another-pass-9"}, "repeat": {"another-pass-9"}}).wants(http.StatusUnprocessableEntity).says("errors", "密码不对")
	other := s.as("new")
	before := b.sessionID()
	b.post("/password", url.Values{"old": {testPassword}, "new": {"another-pass-9"}, "repeat": {"another-pass-9"}}).leads("/")
	if b.sessionID() == before {
		t.Error("the session's id stayed")
	}
	b.get("/").wants(http.StatusOK).says("notice", "密码已修改")
	if got := b.get("/").id("notice"); strings.Contains(got, "密码已修改") {
		t.Error("the message came twice")
	}
	other.get("/password").wants(http.StatusSeeOther)
}
