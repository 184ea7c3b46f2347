package handlers_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"nianbao/report"
)

// TestReasonIsAskedForAgain is about a reason that the page sends along although nobody has touched it.
func TestReasonIsAskedForAgain(t *testing.T) {
	s, b, f := proofread(t)
	overview := path(f, "sections/overview")
	const reason = "reason.wording@overview#按照按照"
	save := func(text string) {
		t.Helper()
		b.post(overview, url.Values{"text": {text}, reason: {"引用原文。"}, "revision": {s.revision(f)}}).leads(overview)
	}
	b.post(overview, url.Values{"text": {"甲按照按照乙。"}}).leads(overview)
	save("甲按照按照乙。")
	b.get(overview).says("warning", "已说明原因")
	save("新写一段。\n甲按照按照乙。")
	b.get(overview).says("warning", "已说明原因")
	save("新写一段。\n甲按照按照乙，丙按照按照丁。")
	page := b.get(overview).says("warning", "原因是改动以前写的")
	if got := page.page.Find(`[data-testid="warning"] textarea`).Text(); got != "引用原文。" {
		t.Errorf("the field for the reason holds %q", got)
	}
	save("新写一段。\n甲按照按照乙，丙按照按照丁。")
	b.get(overview).says("warning", "已说明原因")
}

// TestReasonOfARejectedSave is about what was typed beside something that could not be saved.
func TestReasonOfARejectedSave(t *testing.T) {
	_, b, f := proofread(t)
	overview := path(f, "sections/overview")
	b.post(overview, url.Values{"text": {"甲按照按照乙。"}}).leads(overview)
	page := b.post(overview, url.Values{"text": {strings.Repeat("长", report.TextLimit+1)}, "reason.wording@overview#按照按照": {"引用原文。"}, "revision": {"x"}})
	page.wants(http.StatusUnprocessableEntity)
	if got := page.page.Find(`[data-testid="warning"] textarea`).Text(); got != "引用原文。" {
		t.Errorf("the field for the reason holds %q", got)
	}
}

// TestClosingKeepsItsParagraphs is about the contact lines after the signature, which a field of one line would join.
func TestClosingKeepsItsParagraphs(t *testing.T) {
	_, b, f := proofread(t)
	signature := path(f, "sections/signature")
	const lines = "地址：柳河镇柳河街1号\n电话：按照按照"
	b.post(signature, url.Values{"closing": {lines}}).leads(signature)
	page := b.get(signature).says("warning", "文末第 2 段")
	field := page.page.Find(`textarea[name="closing"]`)
	if got := strings.TrimPrefix(field.Text(), "\n"); got != lines {
		t.Errorf("the field holds %q, want %q", got, lines)
	}
}
