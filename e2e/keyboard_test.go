package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestKeyboard takes a township's report with all zeros from sign-in to approval with nothing but the keyboard.
func TestKeyboard(t *testing.T) {
	url, _ := serve(t)
	p := &page{t: t, ctx: browser(t), url: url, shots: "keyboard"}
	p.open("/")
	p.signInByKeys("clerk")
	p.tabTo(`[data-testid="start"] summary`)
	p.press(kb.Enter)
	p.tabTo(`[data-testid="start-form"] [name="year"]`)
	p.press("2027")
	p.tabTo(`[data-testid="start-form"] button`)
	p.enter()
	for range 12 { // the pages of the form, each by the button that goes on
		if p.has(`[data-fill-zero]`) {
			p.tabTo(`[data-fill-zero]`)
			p.press(" ")
		} else if p.has(`textarea[name="text"]`) && !p.has(`[aria-current="page"][href$="/preface"]`) {
			p.tabTo(`textarea[name="text"]`)
			p.press("主动公开、依申请公开、政府信息管理、平台建设、监督保障各项工作正常，本年度未收取信息处理费，没有其他需要报告的事项。")
		}
		if !p.has(`[data-testid="save-next"]`) {
			break
		}
		p.tabTo(`[data-testid="save-next"]`)
		p.enter()
	}
	p.tabTo(`[name="date"]`)
	p.press("2028-01-10")
	p.tabTo(`[data-testid="save"]`)
	p.enter()
	p.tabTo(`[data-testid="to-submit"]`)
	p.enter()
	p.tabTo(`[data-testid="submit"]`)
	p.enter()
	p.wantState("待审核")
	p.tabTo(`[data-testid="account"] summary`)
	p.press(kb.Enter)
	p.tabTo(`[data-testid="logout"]`)
	p.enter()

	p.signInByKeys("supervisor")
	p.tabTo(`[data-testid="filing"][data-year="2027"] [data-testid="next"]`)
	p.enter()
	p.tabTo(`[data-testid="step-approve"] button`)
	p.enter()
	p.wantState("已通过")
	p.tabTo(`.bar .actions a`)
	p.enter()
	if !p.has(`[data-testid="export-open"]`) {
		t.Error("no way to the files")
	}
	p.shot("approved")
}

func (p *page) signInByKeys(login string) {
	p.t.Helper()
	p.tabTo(`[name="login"]`)
	p.press(login)
	p.tabTo(`[name="password"]`)
	p.press(password)
	p.enter()
}

func (p *page) press(keys string) {
	p.t.Helper()
	p.do("press "+keys, chromedp.KeyEvent(keys))
}

// enter presses Enter on what leads to another page, and waits for it.
func (p *page) enter() {
	p.t.Helper()
	p.leave("press Enter", chromedp.KeyEvent(kb.Enter))
}

// has reports whether the page has an element.
func (p *page) has(selector string) bool {
	p.t.Helper()
	return p.read("look for "+selector, chromedp.Evaluate[string]("String(document.querySelector(`"+selector+"`) !== null)")) == "true"
}

// tabTo presses Tab until something has the focus; a whole round without it fails.
func (p *page) tabTo(selector string) {
	p.t.Helper()
	at := "String(document.activeElement.matches(`" + selector + "`))"
	for range 400 {
		if p.read("see what has the focus", chromedp.Evaluate[string](at)) == "true" {
			return
		}
		p.press(kb.Tab)
	}
	p.shot("failed")
	p.t.Fatalf("Tab does not reach %s", selector)
}
