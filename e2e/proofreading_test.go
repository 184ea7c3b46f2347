package e2e

import (
	"context"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nianbao/agency"
)

// plantedText has a doubled word in its second paragraph, typed with a blank line before it as people do.
const plantedText = "本年度，我镇认真做好政府信息公开工作。\n\n（一）主动公开。按照按照要求发布政府信息86条，内容真实准确。\n（二）依申请公开。没有收到申请。"

// desk serves one township with a clerk and a supervisor.
func desk(t *testing.T) string {
	t.Helper()
	a := newApp(t)
	ctx := context.Background()
	made, err := a.Store.CreateAgency(ctx, agency.Agency{Name: "柳河镇人民政府", Kind: agency.Township})
	if err != nil {
		t.Fatal(err)
	}
	for login, role := range map[string]agency.Role{"admin": agency.Admin, "clerk": agency.Clerk, "supervisor": agency.Supervisor} {
		if _, err := a.Store.CreateMember(ctx, agency.Member{Login: login, Name: login, Role: role, AgencyID: made.ID}, password); err != nil {
			t.Fatal(err)
		}
	}
	start(t, a)
	return a.URL()
}

// TestProofreading goes from a mistake in a text to its mark, its card and the button that mends it, and from a warning to the reason
// that the supervisor reads.
func TestProofreading(t *testing.T) {
	address := desk(t)
	p := &page{t: t, ctx: browser(t), url: address, shots: "proofreading"}
	p.signIn("clerk")
	base := p.beginReport("2027")
	overview := base + "/sections/overview"

	p.open(overview)
	p.typeInto(`#text`, plantedText)
	p.until("the mark after a pause", `Array.from(document.querySelectorAll(".marks mark"), m => m.textContent).includes("按照按照")`)
	p.until("the page says that it is saved", `document.querySelector('[data-testid="save-state"]').textContent.startsWith("已保存")`)
	p.shot("01-mark")
	p.want("the card quotes the words", `document.querySelector(".finding-passage mark").closest("a").textContent`, "第 2 段")
	p.want("what was typed stays as it was typed", `document.querySelector("#text").value`, plantedText)

	t.Run("from the card to the words and back", func(t *testing.T) {
		p.evaluate(`card().querySelector("[data-passage]").click()`)
		p.want("selected", `text.value.slice(text.selectionStart, text.selectionEnd)`, "按照按照")
		p.want("the card shows it", `String(card().classList.contains("current"))`, "true")
		p.evaluate(`text.setSelectionRange(0, 0); text.dispatchEvent(new Event("select", {bubbles: true}))`)
		p.want("the card lets go", `String(card().classList.contains("current"))`, "false")
	})
	t.Run("the mark moves with what is typed before it", func(t *testing.T) {
		p.evaluate(`text.focus(); text.setSelectionRange(0, 0)`)
		p.press("又")
		p.want("the mark at once", `Array.from(document.querySelectorAll(".marks mark"), m => m.textContent).join()`, "按照按照")
		p.evaluate(`card().querySelector("[data-passage]").click()`)
		p.want("selected", `text.value.slice(text.selectionStart, text.selectionEnd)`, "按照按照")
	})
	t.Run("the mark goes when its words are edited", func(t *testing.T) {
		p.press(kb.ArrowRight + kb.Backspace)
		p.want("no mark", `Array.from(document.querySelectorAll(".marks mark"), m => m.textContent).join()`, "")
		p.want("the card says so", `String(card().classList.contains("edited"))`, "true")
		p.press("照")
		p.until("the mark is back after a pause", `document.querySelector(".marks mark") && !card().classList.contains("edited")`)
	})
	t.Run("marks stand where the words stand", func(t *testing.T) {
		p.evaluate(`document.execCommand("insertText", false, "")`)
		// The ground is as wide and as long as the text: else lines would break elsewhere.
		p.want("width", `String(text.clientWidth - document.querySelector(".marks").clientWidth)`, "0")
		p.want("the same text", `Array.from(document.querySelectorAll(".marks > div"), d => d.textContent).join("\n") === text.value ? "yes" : "no"`, "yes")
	})
	t.Run("one click mends it, and takes it back", func(t *testing.T) {
		p.do("mend", chromedp.Click(chromedp.CSS(`[data-testid="fix"]`)))
		p.want("mended at once", `String(text.value.includes("按照按照"))`, "false")
		p.want("and said", `document.querySelector('[data-testid="fix-done"]').textContent`, "已把“按照按照”改为“按照”")
		p.until("the card is gone", `card() === null`)
		p.shot("02-mended")
		p.do("take back", chromedp.Click(chromedp.CSS(`[data-testid="undo-fix"]`)))
		p.until("the card is back", `card() !== null && text.value.includes("按照按照")`)
		p.evaluate(`text.focus()`)
		p.evaluate(`document.execCommand("undo")`)
		p.want("the browser's own way back works, too", `String(text.value.includes("按照按照"))`, "false")
		p.until("the card is gone again", `card() === null`)
	})
	t.Run("typing goes on while the page saves", func(t *testing.T) {
		p.evaluate(`text.focus(); text.setSelectionRange(text.value.length, text.value.length)`)
		for range 6 {
			p.press("继续写")
			time.Sleep(400 * time.Millisecond)
		}
		p.until("saved", `document.querySelector('[data-testid="save-state"]').textContent.startsWith("已保存")`)
		p.want("all of it", `text.value.slice(-18)`, strings.Repeat("继续写", 6))
		p.open(overview)
		p.want("all of it, from the server", `text.value.slice(-18)`, strings.Repeat("继续写", 6))
	})
	t.Run("a reason that the supervisor sees", func(t *testing.T) {
		p.typeInto(`#text`, plantedText)
		p.until("the card", `card() !== null`)
		p.do("write a reason", chromedp.SendKeys(chromedp.CSS(reasonField), "引用原文，"))
		p.until("answered", `card().closest(".finding").classList.contains("answered")`)
		p.do("go on writing it", chromedp.KeyEvent("照录。"))
		p.until("saved", `document.querySelector('[data-testid="save-state"]').textContent.startsWith("已保存")`)
		p.shot("03-reason")
	})
	t.Run("from the list of the report to the words", func(t *testing.T) {
		p.open(base + "/findings")
		p.evaluate(`Array.from(document.querySelectorAll("[data-passage]")).find(a => a.dataset.quote === "按照按照").id = "there"`)
		p.click("#there")
		p.want("selected", `text.value.slice(text.selectionStart, text.selectionEnd)`, "按照按照")
	})
	t.Run("the supervisor reads it", func(t *testing.T) {
		submit(t, address, base)
		p.signOut()
		p.signIn("supervisor")
		p.open(base + "/review")
		p.want("the reason", `document.querySelector('[data-testid="review-aside"]').textContent`, "引用原文，照录。")
		p.want("marked in the document", `Array.from(document.querySelectorAll("mark.noted"), m => m.textContent).join("|")`, "按照按照")
		p.evaluate(`Array.from(document.querySelectorAll("[data-passage]")).find(a => a.dataset.quote === "按照按照").click()`)
		p.want("the card leads to the mark", `document.querySelector("mark.noted.current").textContent`, "按照按照")
		p.shot("04-review")
		p.open(overview)
		p.want("marked in the locked section, too", `Array.from(document.querySelectorAll("mark.noted"), m => m.textContent).join("|")`, "按照按照")
		p.want("nothing to press", `document.querySelectorAll('[data-testid="fix"]').length`, "0")
		p.shot("05-locked")
	})
}

// submit fills in what else a report needs, answers every warning that has no reason yet, and submits it.
func submit(t *testing.T, address, base string) {
	t.Helper()
	c := newClient(t, address, "clerk")
	for _, table := range []string{"disclosure", "requests", "appeals"} {
		page := base + "/sections/" + table
		c.must(page, page, url.Values{"action": {"fill-zero:" + table}})
	}
	for section, text := range map[string]string{"problems": "存在的主要问题是公开内容更新不够及时。下一步将明确专人按月核对。", "other": "本年度未收取信息处理费。没有其他需要报告的事项。"} {
		page := base + "/sections/" + section
		c.must(page, page, url.Values{"text": {text}})
	}
	signature := base + "/sections/signature"
	c.must(signature, signature, url.Values{"date": {"2028-01-10"}})
	reasons := url.Values{}
	for _, field := range c.get(base + "/findings").Find(`[name^="reason."]`).EachIter() {
		reasons.Set(field.AttrOr("name", ""), orElse(strings.TrimSpace(field.Text()), "属实"))
	}
	c.must(base+"/findings", base+"/submit", reasons)
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// TestFixWithoutScripts mends a text by the server's own button.
func TestFixWithoutScripts(t *testing.T) {
	p := &page{t: t, ctx: browser(t), url: desk(t), shots: "fix-without-scripts"}
	if _, err := chromedp.Call(p.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	p.signIn("clerk")
	base := p.beginReport("2027")
	p.open(base + "/sections/overview")
	p.typeInto(`#text`, plantedText)
	p.save()
	if got := p.text(`[data-testid="findings"]`); !strings.Contains(got, "第 2 段") {
		t.Errorf("the findings say %s", got)
	}
	p.shot("01-card")
	p.click(`[data-testid="fix"]`)
	if got := p.text(`[data-testid="undo-fix"]`); !strings.Contains(got, "已把“按照按照”改为“按照”") {
		t.Errorf("after the button the page says %s", got)
	}
	p.shot("02-mended")
	p.click(`[data-testid="undo-fix"] button`)
	if got := p.text(`[data-testid="findings"]`); !strings.Contains(got, "按照按照") {
		t.Errorf("taken back, the findings say %s", got)
	}
}

// TestSavingTrouble is about answers to a page's own saving that are no saved page: nothing typed may be lost, and the page says why.
func TestSavingTrouble(t *testing.T) {
	address := desk(t)
	p := &page{t: t, ctx: browser(t), url: address, shots: "saving-trouble"}
	p.signIn("clerk")
	base := p.beginReport("2027")
	overview := base + "/sections/overview"
	supervisor := newClient(t, address, "supervisor")
	state := `document.querySelector('[data-testid="save-state"]').textContent`
	write := func(text string) {
		t.Helper()
		p.typeInto(`#text`, text)
	}
	t.Run("somebody else writes another paragraph", func(t *testing.T) {
		p.open(overview)
		write("第一段。\n第二段。")
		p.until("saved", state+`.startsWith("已保存")`)
		supervisor.must(overview, overview, map[string][]string{"text": {"第一段。\n第二段。\n审核人写的。"}})
		p.evaluate(`text.focus(); text.setSelectionRange(3, 3)`)
		p.press("，补充")
		p.until("told", state+`.includes("别人也在写这一节")`)
		p.want("the text is left alone", `text.value`, "第一段，补充。\n第二段。")
		p.press("两句")
		p.until("saved again", `!`+state+`.includes("有改动未保存")`)
		p.open(overview)
		p.want("both are kept", `text.value`, "第一段，补充两句。\n第二段。\n审核人写的。")
	})
	t.Run("two people change one paragraph", func(t *testing.T) {
		base := supervisor.get(overview).Find(`[name="revision"]`).AttrOr("value", "")
		p.evaluate(`text.focus(); text.setSelectionRange(0, 3)`)
		supervisor.must(overview, overview, map[string][]string{"revision": {base}, "text": {"审核人改了第一段。\n第二段。\n审核人写的。"}})
		p.press("填报人改了")
		p.until("told", state+`.includes("两个人都改了")`)
		p.want("what was typed is there", `text.value`, "填报人改了")
		p.evaluate(forget)
	})
	t.Run("no connection", func(t *testing.T) {
		p.open(base + "/sections/problems")
		p.evaluate(`window.realFetch = window.fetch; window.fetch = () => Promise.reject(new TypeError("down"))`)
		write("存在问题。")
		p.until("told", state+`.includes("没有连上服务器")`)
		p.evaluate(`window.fetch = window.realFetch`)
		p.until("saved later by itself", state+`.startsWith("已保存")`)
	})
	t.Run("the session has ended", func(t *testing.T) {
		p.open(base + "/sections/problems")
		p.evaluate(`fetch("/logout", {method: "POST", body: new URLSearchParams({_csrf: document.querySelector('meta[name="csrf"]').content})})`)
		time.Sleep(300 * time.Millisecond)
		write("退出以后写的。")
		p.until("told", state+`.includes("没有保存") || `+state+`.includes("登录已过期")`)
		p.want("what was typed is there", `text.value`, "退出以后写的。")
		p.evaluate(forget)
	})
}

// forget takes back what is not saved, so that the page may be left.
const forget = `text.value = text.defaultValue; text.dispatchEvent(new Event("input", {bubbles: true}))`

const reasonField = `[data-group^="wording"] textarea`

// helpers are what the checks below call things.
const helpers = `const text = document.querySelector("#text");
	const card = () => { const a = Array.from(document.querySelectorAll(".findings [data-passage]")).find(a => a.dataset.quote === "按照按照"); return a ? a.closest(".finding-part, .finding") : null; };`

// evaluate runs something in the page.
func (p *page) evaluate(code string) {
	p.t.Helper()
	p.read(code, chromedp.Evaluate[string](`(() => { `+helpers+code+`; return ""; })()`))
}

// want compares what stands in the page: it must contain a text, or be empty where that is.
func (p *page) want(what, expression, want string) {
	p.t.Helper()
	got := p.read(what, chromedp.Evaluate[string](`(() => { `+helpers+`return String(`+expression+`); })()`))
	if !strings.Contains(got, want) || want == "" && got != "" {
		p.shot("failed")
		p.t.Errorf("%s: %q, want %q", what, got, want)
	}
}

// until waits until something holds in the page.
func (p *page) until(what, condition string) {
	p.t.Helper()
	for range 100 {
		if p.read(what, chromedp.Evaluate[string](`(() => { `+helpers+`return String(Boolean(`+condition+`)); })()`)) == "true" {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	p.shot("failed")
	p.t.Fatalf("%s does not come about", what)
}
