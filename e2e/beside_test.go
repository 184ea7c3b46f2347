package e2e

import (
	"net/url"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	savedState = `document.querySelector('[data-testid="save-state"]')`
	isSaved    = savedState + `.textContent.startsWith("已保存")`
	marked     = `Array.from(document.querySelectorAll(".marks mark"), m => m.textContent).join("|")`
)

// TestFindingsStaySteady is about what must not be disturbed when the findings beside a text are made anew, and about the ways back
// from what was done.
func TestFindingsStaySteady(t *testing.T) {
	address := desk(t)
	p := &page{t: t, ctx: browser(t), url: address, shots: "steady"}
	p.signIn("clerk")
	base := p.beginReport("2027")
	overview := base + "/sections/overview"
	write := func(text string) {
		t.Helper()
		p.open(overview)
		p.typeInto(`#text`, text)
		p.until("saved", isSaved)
	}
	t.Run("what is typed into a mark and taken back", func(t *testing.T) {
		write("做到按照按照规定公开。")
		p.evaluate(`text.focus(); text.setSelectionRange(4, 4)`)
		p.press("又")
		p.want("the mark goes", marked, "")
		p.press(kb.Backspace)
		p.want("and comes back", marked, "按照按照")
		p.want("and so does the card", `document.querySelectorAll(".edited").length`, "0")
	})
	t.Run("a button pressed twice", func(t *testing.T) {
		p.do("press twice", chromedp.DoubleClick(chromedp.CSS(`[data-testid="fix"]`)))
		p.want("the offer to take it back stays", `document.querySelector('[data-testid="fix-done"]').textContent`, "撤销")
		p.want("mended once", `text.value`, "做到按照规定公开。")
		p.until("the card is gone", `card() === null`)
	})
	t.Run("taken back by the browser first", func(t *testing.T) {
		p.evaluate(`text.focus(); document.execCommand("undo")`)
		p.want("taken back", `text.value`, "做到按照按照规定公开。")
		p.evaluate(`document.querySelector('[data-testid="undo-fix"]').click()`)
		p.want("not once more", `text.value === "做到按照按照规定公开。" ? "yes" : text.value`, "yes")
		p.until("saved", isSaved)
	})
	t.Run("the focus in the card", func(t *testing.T) {
		write("做到按照按照规定公开。")
		p.evaluate(`text.focus(); text.setSelectionRange(0, 0)`)
		p.press("又")
		p.evaluate(`card().querySelector("[data-passage]").focus(); window.oldCard = card()`)
		p.until("new cards", `card() !== null && card() !== window.oldCard && `+isSaved)
		p.want("the focus is in the new one", `document.activeElement.dataset.quote`, "按照按照")
	})
	t.Run("the focus in the outline", func(t *testing.T) {
		p.evaluate(`text.focus(); text.setSelectionRange(0, 0)`)
		p.press("，按照按照")
		p.evaluate(`document.querySelector(".outline [aria-current]").focus()`)
		p.until("the outline counts", `document.querySelector(".outline [aria-current] [data-tally]").textContent.trim() === "提醒 3" && `+isSaved)
		p.want("the focus stays", `String(document.activeElement.matches(".outline [aria-current]"))`, "true")
	})
	t.Run("only trouble is read out", func(t *testing.T) {
		p.want("saved", savedState+`.getAttribute("aria-live")`, "off")
		p.evaluate(`window.realFetch = window.fetch; window.fetch = () => Promise.reject(new TypeError("down")); text.focus()`)
		p.press("再")
		p.until("told", savedState+`.textContent.includes("没有连上服务器")`)
		p.want("trouble", savedState+`.getAttribute("aria-live")`, "polite")
		p.evaluate(`window.fetch = window.realFetch`)
		p.until("saved", isSaved)
	})
	t.Run("a reason is asked for again where the words have changed", func(t *testing.T) {
		write("做到按照按照规定公开。")
		reason := `document.querySelector('` + reasonField + `').closest(".finding")`
		p.do("write a reason", chromedp.SendKeys(chromedp.CSS(reasonField), "引用原文。"))
		p.until("answered", reason+`.classList.contains("answered")`)
		p.evaluate(`text.focus(); text.setSelectionRange(text.value.length, text.value.length)`)
		p.press("又按照按照要求。")
		p.until("asked again", reason+`.textContent.includes("原因是改动以前写的")`)
		p.press("再写")
		time.Sleep(1500 * time.Millisecond)
		p.until("saved", isSaved)
		p.want("still asked, for nobody has said that it fits", reason+`.textContent`, "原因是改动以前写的")
		p.save()
		p.want("saved by hand it fits", reason+`.textContent`, "已说明原因")
	})
	t.Run("a reason whose first finding is mended meanwhile", func(t *testing.T) {
		write("做到按照按照规定公开，，。")
		p.evaluate(`const r = document.querySelector('` + reasonField + `'); r.focus(); r.value = ""; document.execCommand("insertText", false, "照录。");
			document.querySelector('[data-testid="fix"]').click()`)
		p.until("the other one is answered", `card() === null && document.querySelector('`+reasonField+`').closest(".finding").classList.contains("answered")`)
		p.open(overview)
		p.want("and saved", `document.querySelector('`+reasonField+`').value`, "照录。")
	})
	t.Run("contact lines keep their ends", func(t *testing.T) {
		signature := base + "/sections/signature"
		p.open(signature)
		p.typeInto(`#closing`, "地址：柳河街1号\n电话：按照按照")
		p.until("marked", marked+` === "按照按照" && `+isSaved)
		p.open(signature)
		p.want("nothing to save", savedState+`.textContent`, "已保存")
		p.want("two lines", `document.querySelector("#closing").value`, "地址：柳河街1号\n电话：按照按照")
	})
	t.Run("from the list of the report into the field", func(t *testing.T) {
		p.open(base + "/findings")
		p.evaluate(`Array.from(document.querySelectorAll("[data-passage]")).find(a => a.dataset.section === "closing").id = "there"`)
		p.click("#there")
		p.until("the cursor is in the field", `document.activeElement.id === "closing"`)
		time.Sleep(300 * time.Millisecond)
		p.want("and stays there", `(a => a.value.slice(a.selectionStart, a.selectionEnd))(document.activeElement)`, "按照按照")
	})
	t.Run("somebody else has added a paragraph", func(t *testing.T) {
		write("做到按照按照规定公开。")
		newClient(t, address, "supervisor").must(overview, overview, url.Values{"text": {"做到按照按照规定公开。\n审核人写的。"}})
		p.evaluate(`text.focus(); text.setSelectionRange(0, 0)`)
		p.press("又")
		p.until("told", savedState+`.textContent.includes("别人也在写这一节")`)
		p.want("the card does not say that it was edited here", `document.querySelectorAll(".edited").length`, "0")
		p.evaluate(`document.querySelector('[data-testid="fix"]').click()`)
		p.want("the button says why not", `document.querySelector('[data-testid="fix-done"]').textContent`, "刷新以后再改")
		p.want("nothing is changed", `text.value`, "又做到按照按照规定公开。")
	})
	t.Run("signed out in another window", func(t *testing.T) {
		write("第一稿。")
		p.evaluate(`fetch("/logout", {method: "POST", body: new URLSearchParams({_csrf: document.querySelector('meta[name="csrf"]').content})})`)
		time.Sleep(300 * time.Millisecond)
		p.typeInto(`#text`, "退出以后写的。")
		p.until("told", savedState+`.textContent.includes("再按“保存”")`)
		p.want("said once", savedState+`.textContent.split("没有保存").length`, "2")
		p.evaluate(forget)
	})
	t.Run("submitted in another window", func(t *testing.T) {
		p.signIn("clerk")
		write("做到按照要求公开。")
		submit(t, address, base)
		p.evaluate(`text.focus()`)
		p.press("提交以后写的。")
		p.until("told", savedState+`.textContent.includes("没有保存：这份报告已提交")`)
		p.want("what was typed is there", `text.value`, "提交以后写的。")
		p.evaluate(forget)
	})
}
