package handlers_test

import (
	"net/http"
	"strings"
	"testing"
)

func TestErrorPages(t *testing.T) {
	s := newSite(t)
	clerk := s.as("clerk")
	theirs := s.begin("stranger", 2026)
	cases := []struct {
		name, path string
		status     int
		says       string
	}{
		{"no such page", "/nothing/here", http.StatusNotFound, "没有这个页面"},
		{"somebody else's report", "/reports/" + itoa(theirs.ID), http.StatusNotFound, "没有找到这份报告"},
		{"a report that is not there", "/reports/99999", http.StatusNotFound, "没有找到这份报告"},
		{"wrong method", "/logout", http.StatusMethodNotAllowed, "从页面上的按钮进入"},
		{"wrong role", "/members", http.StatusForbidden, "只有管理员"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := clerk.get(c.path).wants(c.status).says("message", c.says)
			if a.id("request-number") == "" || a.id("request-number") != a.Header.Get("X-Request-Id") {
				t.Errorf("number on the page %q, in the header %q", a.id("request-number"), a.Header.Get("X-Request-Id"))
			}
		})
	}
}

func TestCauseStaysInTheLog(t *testing.T) {
	s := newSite(t)
	b := s.as("clerk")
	s.store.Close()
	a := b.get("/").wants(http.StatusInternalServerError).says("message", "系统出了问题")
	for _, leak := range []string{"sql", "store", "closed", ".go", "load session"} {
		if strings.Contains(strings.ToLower(a.text("body")), leak) {
			t.Errorf("the page says %q", leak)
		}
	}
	if log := s.log.String(); !strings.Contains(log, a.id("request-number")) || !strings.Contains(log, "closed") {
		t.Errorf("the log lacks the number or the cause:\n%s", log)
	}
	b.get("/healthz").wants(http.StatusOK)
	b.get("/readyz").wants(http.StatusServiceUnavailable)
}
