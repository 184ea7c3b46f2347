package handlers_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"nianbao/report"
)

// doubles is a proofreader of the tests' own: it finds 按照按照 everywhere, and a section 六 that says nothing of fees.
type doubles struct{}

func (doubles) Proofread(e *report.Edition, r *report.Report, c report.Context) report.Proof {
	findings := report.Check(e, r, c)
	look := func(section, text string) {
		runes := []rune(text)
		for i := range runes {
			if strings.HasPrefix(string(runes[i:]), "按照按照") {
				findings = append(findings, report.Finding{Code: "wording", Severity: report.SeverityWarning, Section: section, Start: i, End: i + 4, Quote: "按照按照",
					Message: "“按照”写了两遍。", Hint: "删去一个。", Fix: &report.Fix{Start: i, End: i + 4, Text: "按照", Label: "改为“按照”"}})
			}
		}
	}
	look(report.PartTitle, r.Title)
	look(report.PartNumber, r.Number)
	look(report.PartSignature, r.Signature.Agency)
	look(report.PartClosing, r.Closing)
	for _, s := range r.Sections {
		text := report.TextOf(s.Blocks)
		look(s.Key, text)
		if s.Key == "other" && !strings.Contains(text, "信息处理费") {
			end := len([]rune(text))
			findings = append(findings, report.Finding{Code: report.CodeParts, Severity: report.SeverityWarning, Section: s.Key, Message: "没有写信息处理费。",
				Fix: &report.Fix{Start: end, End: end, Text: "\n本年度没有收取信息处理费。", Label: "加一句"}})
		}
	}
	for _, a := range r.Attachments {
		look(a.Key, strings.TrimSuffix(a.Heading+"\n"+report.TextOf(a.Blocks), "\n"))
	}
	report.TellApart(findings)
	return report.Proof{Findings: findings}
}

// proofread is a site with that proofreader and a report of the clerk's.
func proofread(t *testing.T) (*site, *browser, report.Filing) {
	s := newSite(t)
	s.store.Proof = doubles{}
	f := s.begin("clerk", 2026)
	return s, s.as("clerk"), f
}

func (b *browser) value(page, field string) string {
	b.t.Helper()
	node := b.get(page).wants(http.StatusOK).page.Find(`[name="` + field + `"]`)
	if node.Is("textarea") {
		return strings.TrimPrefix(node.Text(), "\n")
	}
	return node.AttrOr("value", "")
}

func TestFindingsBesideTheText(t *testing.T) {
	_, b, f := proofread(t)
	overview := path(f, "sections/overview")
	b.post(overview, url.Values{"text": {"第一段。\n第二段按照按照要求。\n又按照按照要求。"}}).leads(overview)
	page := b.get(overview).says("findings-count", "本节 2 处问题：提醒 2").says("warning", "“按照”写了两遍。")
	marks := page.page.Find("[data-passage]")
	if marks.Length() != 2 {
		t.Fatalf("%d passages: %s", marks.Length(), page.id("findings"))
	}
	if got := marks.Eq(0).Text(); !strings.Contains(got, "第 2 段") || !strings.Contains(got, "第二段按照按照要求。") {
		t.Errorf("the first quotes %q", got)
	}
	if got := marks.Eq(1).AttrOr("data-start", "") + " " + marks.Eq(1).AttrOr("data-end", ""); got != "17 21" {
		t.Errorf("the second is at %s", got)
	}
	if n := page.page.Find(`[data-testid="fix"]`).Length(); n != 2 {
		t.Errorf("%d buttons", n)
	}
	t.Run("in the list of the whole report", func(t *testing.T) {
		list := b.get(path(f, "findings"))
		links := list.page.Find("[data-passage]")
		if got, want := links.First().AttrOr("href", ""), overview+"#f-wording@overview"; links.Length() != 2 || !strings.HasPrefix(got, want) {
			t.Errorf("%d lead to %q, want %q", links.Length(), got, want)
		}
		if n := list.page.Find(`[data-testid="fix"]`).Length(); n != 0 {
			t.Error("buttons that change a text stand on a page without it")
		}
	})
	t.Run("in the review", func(t *testing.T) {
		b.get(path(f, "review")).says("review-aside", "第二段按照按照要求。")
	})
}

func TestFix(t *testing.T) {
	s, b, f := proofread(t)
	overview := path(f, "sections/overview")
	const text = "第一段按照按照要求。\n第二段按照按照要求。"
	press := func(page, finding string, form url.Values) *answer {
		form.Set("action", "fix:"+finding)
		if !form.Has("revision") {
			form.Set("revision", s.revision(f))
		}
		return b.post(page, form)
	}
	t.Run("saves what was typed, and mends it", func(t *testing.T) {
		to := press(overview, "wording@overview#按照按照~1", url.Values{"text": {text}}).wants(http.StatusSeeOther).Header.Get("Location")
		page := b.get(to).says("undo-fix", "已把“按照按照”改为“按照”")
		if got, want := b.value(overview, "text"), "第一段按照按照要求。\n第二段按照要求。"; got != want {
			t.Errorf("the text is %q, want %q", got, want)
		}
		undo := page.page.Find(`[data-testid="undo-fix"] button`).AttrOr("value", "")
		b.post(overview, url.Values{"action": {undo}, "revision": {s.revision(f)}}).leads(overview)
		if got := b.value(overview, "text"); got != text {
			t.Errorf("taken back it is %q, want %q", got, text)
		}
		b.post(overview, url.Values{"action": {undo}, "revision": {s.revision(f)}}).leads(overview)
		b.get(overview).says("notice", "没有撤销")
		if got := b.value(overview, "text"); got != text {
			t.Errorf("taken back twice it is %q, want %q", got, text)
		}
	})
	t.Run("what is not there any more is left alone, and nothing is lost", func(t *testing.T) {
		press(overview, "wording@overview#按照按照~1", url.Values{"text": {"只有一处按照按照了。"}}).leads(overview)
		b.get(overview).says("notice", "没有替您改动")
		if got, want := b.value(overview, "text"), "只有一处按照按照了。"; got != want {
			t.Errorf("the text is %q, want %q", got, want)
		}
		press(overview, "balance@requests.received.total", url.Values{}).leads(overview)
	})
	t.Run("a place beyond everything", func(t *testing.T) {
		undo := "undo-fix:" + url.Values{"name": {"text"}, "start": {"9223372036854775807"}, "was": {"按照"}, "now": {"按照按照"}}.Encode()
		b.post(overview, url.Values{"action": {undo}, "revision": {s.revision(f)}}).leads(overview)
		b.get(overview).says("notice", "没有撤销")
	})
	t.Run("what a fix made longer", func(t *testing.T) {
		undo := "undo-fix:" + url.Values{"name": {"text"}, "start": {"2"}, "was": {"办"}, "now": {"办公室"}}.Encode()
		b.post(overview, url.Values{"text": {"县府办公室负责。"}, "revision": {s.revision(f)}}).leads(overview)
		for _, again := range []bool{false, true} {
			b.post(overview, url.Values{"action": {undo}, "revision": {s.revision(f)}}).leads(overview)
			if got, want := b.value(overview, "text"), "县府办负责。"; got != want {
				t.Errorf("taken back (again: %t) it is %q, want %q", again, got, want)
			}
		}
	})
	t.Run("beside somebody else's paragraph", func(t *testing.T) {
		b.post(overview, url.Values{"text": {text}}).leads(overview)
		base := s.revision(f)
		s.as("supervisor").post(overview, url.Values{"text": {text + "\n审核人加的一段。"}, "revision": {base}}).leads(overview)
		press(overview, "wording@overview#按照按照", url.Values{"text": {text}, "revision": {base}}).wants(http.StatusSeeOther)
		if got, want := b.value(overview, "text"), "第一段按照要求。\n第二段按照按照要求。\n审核人加的一段。"; got != want {
			t.Errorf("the text is %q, want %q", got, want)
		}
	})
	t.Run("a sentence that is missing", func(t *testing.T) {
		other := path(f, "sections/other")
		press(other, "parts.missing@other", url.Values{"text": {"没有其他需要报告的事项。"}}).wants(http.StatusSeeOther)
		if got, want := b.value(other, "text"), "没有其他需要报告的事项。\n本年度没有收取信息处理费。"; got != want {
			t.Errorf("the text is %q, want %q", got, want)
		}
	})
	for _, c := range []struct{ name, page, field, finding string }{
		{"title", "title", "text", "wording@title#按照按照"},
		{"number", "title", "number", "wording@number#按照按照"},
		{"signature", "signature", "agency", "wording@signature#按照按照"},
		{"closing", "signature", "closing", "wording@closing#按照按照"},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := path(f, "sections/"+c.page)
			b.post(page, url.Values{c.field: {"前按照按照后"}}).leads(page)
			if got := b.get(page).page.Find(`[data-testid="fix"]`).AttrOr("data-fix-field", ""); got != c.field {
				t.Errorf("the button is for %q", got)
			}
			press(page, c.finding, url.Values{}).wants(http.StatusSeeOther)
			if got := b.value(page, c.field); got != "前按照后" {
				t.Errorf("the field holds %q", got)
			}
		})
	}
	t.Run("a locked report", func(t *testing.T) {
		done := s.finished(2027)
		page := path(done, "sections/overview")
		b.post(page, url.Values{"text": {"我们按照按照要求做。"}}).leads(page)
		submit := url.Values{"revision": {""}}
		for _, id := range []string{"wording@overview#按照按照", "parts.missing@other"} {
			submit.Set("reason."+id, "属实")
		}
		b.post(path(done, "submit"), submit).leads(path(done, "review"))
		if n := b.get(page).says("findings", "我们按照按照要求做").page.Find(`[data-testid="fix"]`).Length(); n != 0 {
			t.Error("a button is offered")
		}
		b.post(page, url.Values{"action": {"fix:wording@overview#按照按照"}}).wants(http.StatusConflict)
		s.as("supervisor").get(path(done, "review")).says("review-aside", "属实")
	})
	t.Run("a forged way back", func(t *testing.T) {
		for _, raw := range []string{"", "name=text", "name=text&start=-4&was=x&now=y", "name=nope&start=0&was=&now=x", "name=text&start=9999999&was=x&now=y", "%"} {
			b.post(overview, url.Values{"action": {"undo-fix:" + raw}, "text": {"留着。"}, "revision": {s.revision(f)}}).leads(overview)
			if got := b.value(overview, "text"); got != "留着。" {
				t.Errorf("%q leaves %q", raw, got)
			}
		}
	})
}

func TestFixInAttachment(t *testing.T) {
	s := newSite(t)
	s.store.Proof = doubles{}
	m := s.member("clerk")
	f, err := s.store.CreateReport(context.Background(), m, m.AgencyID, 2016, "gb-2014")
	if err != nil {
		t.Fatal(err)
	}
	b := s.as("clerk")
	page := path(f, "sections/attachment_1")
	b.post(page, url.Values{"heading": {"统计表按照按照格式"}, "text": {"单位按照按照填。"}}).leads(page)
	for _, id := range []string{"wording@attachment_1#按照按照~1", "wording@attachment_1#按照按照"} {
		b.post(page, url.Values{"action": {"fix:" + id}}).wants(http.StatusSeeOther)
	}
	if heading, text := b.value(page, "heading"), b.value(page, "text"); heading != "统计表按照格式" || text != "单位按照填。" {
		t.Errorf("heading %q, text %q", heading, text)
	}
}
