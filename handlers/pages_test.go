package handlers_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
)

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

// TestEveryPage holds what is true of every page, whatever is on it.
func TestEveryPage(t *testing.T) {
	s := newSite(t)
	f := s.begin("clerk", 2026)
	lost := s.as("clerk")
	s.wait(31 * time.Minute)
	lost.post(fmt.Sprintf("/reports/%d/sections/overview", f.ID), url.Values{"revision": {"1"}, "text": {"甲"}})

	nobody, clerk, admin := s.browser(), s.as("clerk"), s.as("admin")
	report := "/reports/" + itoa(f.ID)
	pages := map[string]*answer{
		"login":          nobody.get("/login"),
		"login refused":  nobody.post("/login", credentials("clerk", "wrong")),
		"no such page":   nobody.get("/nothing"),
		"home clerk":     clerk.get("/"),
		"home super":     s.as("supervisor").get("/"),
		"home county":    s.as("county").get("/"),
		"home auditor":   s.as("auditor").get("/"),
		"home admin":     admin.get("/"),
		"home new":       s.as("water").get("/"),
		"password":       clerk.get("/password"),
		"password bad":   clerk.post("/password", url.Values{}),
		"members":        admin.get("/members"),
		"agencies":       admin.get("/agencies"),
		"members reset":  admin.post("/members/"+itoa(s.member("auditor").ID)+"/reset", nil),
		"forbidden":      clerk.get("/members"),
		"parked":         clerk.get(report + "/parked"),
		"section":        clerk.get(report + "/sections/overview"),
		"section tables": clerk.get(report + "/sections/requests"),
		"findings":       clerk.get(report + "/findings"),
		"outline":        clerk.get(report + "/outline"),
		"history":        clerk.get(report + "/history"),
		"export":         clerk.get(report + "/export"),
		"batch":          s.as("county").get("/exports"),
		"batch refused":  s.as("county").get("/exports/reports.zip"),
	}
	for name, a := range pages {
		t.Run(name, func(t *testing.T) {
			if a.page == nil {
				t.Fatalf("no page: status %d", a.StatusCode)
			}
			checkPage(t, a.page)
			checkHeaders(t, a.Header)
		})
	}
}

func checkPage(t *testing.T, page *goquery.Document) {
	t.Helper()
	if got := page.Find("html").AttrOr("lang", ""); got != "zh-CN" {
		t.Errorf("lang %q", got)
	}
	if got := page.Find("h1").Length(); got != 1 {
		t.Errorf("%d h1", got)
	}
	if page.Find("title").Text() == "" || page.Find("main").Length() != 1 {
		t.Error("no title, or not one main")
	}
	page.Find("script").Each(func(_ int, script *goquery.Selection) {
		if src := script.AttrOr("src", ""); src == "" && script.AttrOr("type", "") != "application/json" || src != "" && !strings.HasPrefix(src, "/static/") {
			t.Errorf("a script of the page's own: %s", outer(script))
		}
	})
	if page.Find("style").Length() > 0 {
		t.Error("a style element")
	}
	page.Find("*").Each(func(_ int, e *goquery.Selection) {
		for _, a := range e.Nodes[0].Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.ToLower(a.Val), "javascript:") {
				t.Errorf("%s=%q in <%s>", a.Key, a.Val, goquery.NodeName(e))
			}
		}
	})
	ids := map[string]bool{}
	page.Find("[id]").Each(func(_ int, e *goquery.Selection) {
		if id := e.AttrOr("id", ""); ids[id] {
			t.Errorf("id %q twice", id)
		} else {
			ids[id] = true
		}
	})
	page.Find("input, select, textarea").Each(func(_ int, field *goquery.Selection) {
		if kind := field.AttrOr("type", ""); kind == "hidden" || kind == "submit" {
			return
		}
		_, named := field.Attr("aria-label")
		_, pointed := field.Attr("aria-labelledby")
		id := field.AttrOr("id", "")
		labelled := id != "" && page.Find("label").FilterFunction(func(_ int, l *goquery.Selection) bool { return l.AttrOr("for", "") == id }).Length() > 0
		if !named && !pointed && !labelled && field.Closest("label").Length() == 0 {
			t.Errorf("no label: %s", outer(field))
		}
	})
	page.Find(`form[method="post"]`).Each(func(_ int, form *goquery.Selection) {
		if form.Find(`input[name="_csrf"]`).AttrOr("value", "") == "" {
			t.Errorf("no token in the form to %s", form.AttrOr("action", ""))
		}
	})
}

func outer(s *goquery.Selection) string {
	html, err := goquery.OuterHtml(s)
	if err != nil {
		return err.Error()
	}
	return html[:min(len(html), 200)]
}

func checkHeaders(t *testing.T, h http.Header) {
	t.Helper()
	for key, want := range map[string]string{
		"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; connect-src 'self'",
		"X-Content-Type-Options":  "nosniff",
		"Referrer-Policy":         "same-origin",
		"Cache-Control":           "no-store",
	} {
		if got := h.Get(key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}

func TestHeadersOfOtherRoutes(t *testing.T) {
	s := newSite(t)
	b := s.browser()
	for _, path := range []string{"/healthz", "/readyz", "/", "/members"} {
		checkHeaders(t, b.get(path).Header)
	}
	a := b.get("/login")
	css := a.page.Find(`link[rel="stylesheet"]`).AttrOr("href", "")
	sheet := b.get(css).wants(http.StatusOK)
	if got := sheet.Header.Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("Cache-Control of %s: %q", css, got)
	}
	if sheet.Header.Get("X-Content-Type-Options") != "nosniff" || !strings.HasPrefix(sheet.Header.Get("Content-Type"), "text/css") {
		t.Errorf("headers of %s: %v", css, sheet.Header)
	}
	if sheet.Header.Get("Set-Cookie") != "" {
		t.Error("a cookie with a style sheet")
	}
	old := b.get("/static/000000000000/css/base.css").wants(http.StatusOK)
	if got := old.Header.Get("Cache-Control"); got != "no-cache" {
		t.Errorf("Cache-Control of an old address: %q", got)
	}
	b.get("/static/css/base.css").wants(http.StatusNotFound)
	b.get("/static/x/css/").wants(http.StatusNotFound)
	b.get("/static/x/../../go.mod").wants(http.StatusNotFound)
}
