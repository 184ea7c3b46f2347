package e2e

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"

	"nianbao/agency"
	"nianbao/internal/app"
)

// TestGallery opens every page in its states, wide and narrow, and leaves pictures for people to look at. What a machine can see it
// checks: one heading, and nothing wider than the window.
func TestGallery(t *testing.T) {
	url, a := serve(t)
	draft := filingOf(t, a, "柳河镇人民政府", 2026)
	submitted := filingOf(t, a, "青石乡人民政府", 2026)
	published := filingOf(t, a, "鹭鸣镇人民政府", 2026)
	pages := []struct{ login, name, path string }{
		{"", "login", "/login"},
		{"clerk", "home", "/"},
		{"clerk", "title", draft + "/sections/title"},
		{"clerk", "overview", draft + "/sections/overview"},
		{"clerk", "disclosure", draft + "/sections/disclosure"},
		{"clerk", "requests", draft + "/sections/requests"},
		{"clerk", "appeals", draft + "/sections/appeals"},
		{"clerk", "signature", draft + "/sections/signature"},
		{"clerk", "findings", draft + "/findings"},
		{"clerk", "outline", draft + "/outline"},
		{"clerk", "preview", draft + "/preview"},
		{"clerk", "export", draft + "/export"},
		{"clerk", "history", draft + "/history"},
		{"clerk", "password", "/password"},
		{"supervisor-qingshi", "home", "/"},
		{"supervisor-qingshi", "review", submitted + "/review"},
		{"supervisor-qingshi", "locked", submitted + "/sections/requests"},
		{"county", "home", "/"},
		{"county", "published", published + "/review"},
		{"county", "batch", "/exports"},
		{"county", "versions", published + "/history"},
		{"auditor", "home", "/"},
		{"admin", "home", "/"},
		{"admin", "members", "/members"},
		{"admin", "agencies", "/agencies"},
	}
	p := &page{t: t, ctx: browser(t), url: url, shots: "gallery"}
	login := ""
	for _, g := range pages {
		if g.login != login {
			if login != "" {
				p.signOut()
			}
			p.signIn(g.login)
			login = g.login
		}
		for _, width := range []int64{1440, 1000, 600} {
			p.do("size", chromedp.EmulateViewport(width, 900))
			p.open(g.path)
			p.shot(fmt.Sprintf("%s-%s-%d", g.login, g.name, width))
			seen := p.read("look at the page", chromedp.Evaluate[string](`[document.querySelectorAll("h1:not(.paper h1)").length, document.documentElement.scrollWidth <= innerWidth, document.querySelectorAll("[style]").length].join(" ")`))
			if seen != "1 true 0" {
				t.Errorf("%s %s at %d: headings, fits, inline styles: %s", g.login, g.name, width, seen)
			}
		}
		p.do("size", chromedp.EmulateViewport(1440, 900))
	}
}

// filingOf is the address of a report of the demo county.
func filingOf(t *testing.T, a *app.App, name string, year int) string {
	t.Helper()
	ctx := context.Background()
	office, err := a.Store.AgencyByName(ctx, name)
	if err != nil {
		t.Fatal(err)
	}
	who := agency.Member{ID: 1, Role: agency.Auditor, AgencyID: office.ID, AgencyPath: office.Path}
	f, err := a.Store.FilingOf(ctx, who, office.ID, year)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("/reports/%d", f.ID)
}
