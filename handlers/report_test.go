package handlers_test

import (
	"archive/zip"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"nianbao/report"
)

// path is an address of a report.
func path(f report.Filing, rest string) string { return fmt.Sprintf("/reports/%d/%s", f.ID, rest) }

// revision is the report's revision as a form field.
func (s *site) revision(f report.Filing) string {
	s.t.Helper()
	m := s.member("clerk")
	got, err := s.store.Filing(context.Background(), m, f.ID)
	if err != nil {
		s.t.Fatal(err)
	}
	return fmt.Sprint(got.Revision)
}

// finished fills the clerk's report with zeros and sentences, so that it may be submitted.
func (s *site) finished(year int) report.Filing {
	s.t.Helper()
	f, m := s.begin("clerk", year), s.member("clerk")
	for _, table := range []string{"disclosure", "requests", "appeals"} {
		if _, _, err := s.store.FillBlanks(context.Background(), m, f.ID, table, report.ChangeSet{}); err != nil {
			s.t.Fatal(err)
		}
	}
	texts := map[string]string{"overview": "工作正常。", "problems": "没有大的问题。", "other": "没有。", report.PlaceSignatureDate: "2027-01-08"}
	if _, err := s.store.Save(context.Background(), m, f.ID, report.ChangeSet{Texts: texts}); err != nil {
		s.t.Fatal(err)
	}
	return f
}

func TestSaveSection(t *testing.T) {
	s := newSite(t)
	f := s.begin("clerk", 2026)
	b := s.as("clerk")
	requests, disclosure := path(f, "sections/requests"), path(f, "sections/disclosure")
	const business, fees = "requests.received.business", "disclosure.fees.amount"
	value := func(page, id string) string { return b.get(page).page.Find(`[name="`+id+`"]`).AttrOr("value", "") }

	t.Run("what was typed is there, in canonical form", func(t *testing.T) {
		b.post(requests, url.Values{business: {"１，２３４件"}, "requests.received.total": {"99"}}).wants(http.StatusSeeOther)
		if got := value(requests, business); got != "1234" {
			t.Errorf("got %q", got)
		}
		if got := b.get(requests).text(`[id="requests.received.total"]`); got != "1234" {
			t.Errorf("the total is %q: what is posted for computed cells does not count", got)
		}
	})
	t.Run("what is no number stays, with its finding", func(t *testing.T) {
		b.post(requests, url.Values{business: {"三件"}}).wants(http.StatusSeeOther)
		if got := value(requests, business); got != "三件" {
			t.Errorf("got %q", got)
		}
		b.get(requests).says("findings-requests", "这里要填数字，现在是“三件”")
	})
	t.Run("a cell that the report does not have", func(t *testing.T) {
		b.post(requests, url.Values{"requests.nope.business": {"77"}}).wants(http.StatusSeeOther)
		b.get(requests).says("notice", "77")
	})
	t.Run("元", func(t *testing.T) {
		b.post(disclosure, url.Values{fees: {"2888290元"}}).wants(http.StatusSeeOther)
		b.get(disclosure).says("notice", "已换算为 288.829 万元")
	})
	t.Run("a revision that is none", func(t *testing.T) {
		page := b.post(requests, url.Values{"revision": {"abc"}, business: {"55"}}).wants(http.StatusUnprocessableEntity)
		if got := page.page.Find(`[name="`+business+`"]`).AttrOr("value", ""); got != "55" {
			t.Errorf("what was typed is %q in the page", got)
		}
	})
	t.Run("too long a text", func(t *testing.T) {
		page := b.post(path(f, "sections/overview"), url.Values{"text": {strings.Repeat("长", report.TextLimit+1)}}).wants(http.StatusRequestEntityTooLarge)
		if n := len([]rune(strings.TrimSpace(page.page.Find("#text").Text()))); n != report.TextLimit+1 {
			t.Errorf("%d characters are left in the page", n)
		}
	})
	t.Run("fill with 0 and take it back", func(t *testing.T) {
		to := b.post(disclosure, url.Values{"action": {"fill-zero:disclosure"}, "disclosure.licensing.decisions": {"4"}}).wants(http.StatusSeeOther).Header.Get("Location")
		page := b.get(to).says("undo", "格填成 0")
		if value(disclosure, "disclosure.licensing.decisions") != "4" || value(disclosure, "disclosure.penalties.decisions") != "0" {
			t.Error("typed values and blanks")
		}
		undo := page.page.Find(`[data-testid="undo"] button`).AttrOr("value", "")
		b.post(disclosure, url.Values{"action": {undo}}).wants(http.StatusSeeOther)
		if value(disclosure, "disclosure.licensing.decisions") != "4" || value(disclosure, "disclosure.penalties.decisions") != "" {
			t.Error("after taking back")
		}
	})
	t.Run("无 becomes 0 without scripts", func(t *testing.T) {
		b.post(disclosure, url.Values{"action": {"nil-zero:disclosure"}, "disclosure.coercion.decisions": {"无"}}).wants(http.StatusSeeOther)
		if got := value(disclosure, "disclosure.coercion.decisions"); got != "0" {
			t.Errorf("got %q", got)
		}
	})
	t.Run("two people, one cell", func(t *testing.T) {
		base := s.revision(f)
		other := s.as("supervisor")
		other.post(requests, url.Values{"revision": {base}, business: {"8"}}).wants(http.StatusSeeOther)
		b.post(requests, url.Values{"revision": {base}, business: {"9"}}).wants(http.StatusSeeOther)
		page := b.get(requests)
		conflict := page.page.Find(`[data-testid="conflict"]`)
		if conflict.Find("button").Length() != 2 || !strings.Contains(conflict.Text(), "8") || !strings.Contains(conflict.Text(), "9") {
			t.Fatalf("the page shows %q", conflict.Text())
		}
		b.post(requests, url.Values{"action": {conflict.Find("button").Last().AttrOr("value", "")}}).wants(http.StatusSeeOther)
		if got := value(requests, business); got != "9" || b.get(requests).page.Find(`[data-testid="conflict"]`).Length() != 0 {
			t.Errorf("after choosing: %q", got)
		}
	})
	t.Run("a rejected page still merges when it is sent again", func(t *testing.T) {
		const research = "requests.received.research"
		base := s.revision(f)
		s.as("supervisor").post(requests, url.Values{"revision": {base}, business: {"7"}}).wants(http.StatusSeeOther)
		page := b.post(requests, url.Values{"revision": {base}, business: {"9"}, research: {strings.Repeat("5", report.CellLimit+1)}}).wants(http.StatusRequestEntityTooLarge)
		again := fields(page.page.Find(`[data-testid="section-form"]`))
		again.Set(research, "5")
		b.post(requests, again).wants(http.StatusSeeOther)
		if got := value(requests, business); got != "7" {
			t.Errorf("a colleague's 7 became %q", got)
		}
		if got := value(requests, research); got != "5" {
			t.Errorf("research is %q", got)
		}
	})
	t.Run("a section that is gone meanwhile", func(t *testing.T) {
		b.post(path(f, "sections/extra_9"), url.Values{"text": {"写给没有了的一节。"}}).wants(http.StatusConflict).says("parked", "写给没有了的一节。")
	})
	t.Run("a section that was left out meanwhile", func(t *testing.T) {
		b.post(path(f, "outline"), url.Values{"action": {"drop"}, "key": {"problems"}}).leads(path(f, "outline"))
		b.post(path(f, "sections/problems"), url.Values{"text": {"存下了的一段。"}}).leads(path(f, "outline"))
		b.get(path(f, "outline")).says("notice", "文字已存下")
		b.post(path(f, "outline"), url.Values{"action": {"restore"}, "key": {"problems"}}).leads(path(f, "outline"))
		if got := b.get(path(f, "sections/problems")).page.Find("#text").Text(); !strings.Contains(got, "存下了的一段。") {
			t.Errorf("after restoring: %q", got)
		}
	})
	t.Run("signed out in another tab", func(t *testing.T) {
		other := s.as("clerk")
		other.get(requests)
		token := other.token
		other.post("/logout", url.Values{}).wants(http.StatusSeeOther)
		page := other.post(path(f, "sections/overview"), url.Values{"_csrf": {token}, "text": {"退出以后才交的。"}})
		if !strings.Contains(page.text("main"), "退出以后才交的。") {
			t.Errorf("status %d, the page says %q", page.StatusCode, page.text("main"))
		}
	})
	t.Run("somebody else's report", func(t *testing.T) {
		stranger := s.as("stranger")
		stranger.get(requests).wants(http.StatusNotFound)
		stranger.post(requests, url.Values{business: {"1"}}).wants(http.StatusNotFound)
		stranger.get(path(f, "report.json")).wants(http.StatusNotFound)
	})
}

func TestSteps(t *testing.T) {
	s := newSite(t)
	f := s.finished(2026)
	clerk, supervisor := s.as("clerk"), s.as("supervisor")

	t.Run("errors stand in the way, and reasons stay", func(t *testing.T) {
		clerk.post(path(f, "sections/requests"), url.Values{"requests.received.business": {"1"}}).wants(http.StatusSeeOther)
		page := clerk.post(path(f, "submit"), url.Values{"reason.parts.extra@x": {"写了很久的原因"}}).wants(http.StatusUnprocessableEntity)
		page.says("findings-page", "写了很久的原因")
		page.says("findings-page", "不平衡")
		clerk.post(path(f, "sections/requests"), url.Values{"requests.received.business": {"0"}}).wants(http.StatusSeeOther)
	})
	t.Run("submitted, twice by a double click", func(t *testing.T) {
		form := url.Values{"revision": {s.revision(f)}}
		clerk.post(path(f, "submit"), form).leads(path(f, "review"))
		clerk.post(path(f, "submit"), form).leads(path(f, "review"))
	})
	t.Run("locked, with what was typed", func(t *testing.T) {
		page := clerk.post(path(f, "sections/overview"), url.Values{"text": {"来晚了的一段。"}}).wants(http.StatusConflict)
		if got := page.page.Find("#text").Text(); !strings.Contains(got, "来晚了的一段。") {
			t.Errorf("the field holds %q", got)
		}
		page.says("errors", "审核期间不能修改")
	})
	t.Run("returned without a word, then with one", func(t *testing.T) {
		supervisor.post(path(f, "return"), url.Values{}).wants(http.StatusUnprocessableEntity).says("errors", "原因")
		supervisor.post(path(f, "return"), url.Values{"comment": {"第五节太简单。"}}).leads(path(f, "review"))
		clerk.get(path(f, "review")).says("decisions", "第五节太简单。")
	})
	t.Run("a comment that comes too late is not lost", func(t *testing.T) {
		supervisor.post(path(f, "return"), url.Values{"comment": {"又想到一条。"}}).wants(http.StatusConflict).says("errors", "又想到一条。")
	})
	t.Run("the clerk does not approve, the supervisor does", func(t *testing.T) {
		clerk.post(path(f, "submit"), url.Values{}).leads(path(f, "review"))
		clerk.post(path(f, "approve"), url.Values{}).wants(http.StatusForbidden)
		if n := clerk.get(path(f, "review")).page.Find(`[data-testid="step-approve"]`).Length(); n != 0 {
			t.Error("the clerk is offered to approve")
		}
		supervisor.post(path(f, "approve"), url.Values{}).leads(path(f, "review"))
	})
	t.Run("published, amended, and the first version as it was", func(t *testing.T) {
		before := clerk.get(path(f, "report.docx")).wants(http.StatusOK).body
		clerk.post(path(f, "publish"), url.Values{"published_on": {"昨天"}, "url": {"https://example.gov.cn/a"}}).wants(http.StatusUnprocessableEntity).says("errors", "example.gov.cn")
		clerk.post(path(f, "publish"), url.Values{"published_on": {"2027年1月20日"}, "url": {"https://example.gov.cn/a"}}).leads(path(f, "review"))
		supervisor.post(path(f, "amend"), url.Values{"comment": {"漏了一项"}}).leads(path(f, "review"))
		clerk.post(path(f, "sections/overview"), url.Values{"text": {"工作正常，另有一项。"}}).wants(http.StatusSeeOther)
		if after := clerk.get(path(f, "report.docx") + "?version=1").wants(http.StatusOK).body; before != after {
			t.Error("version 1 is not what was approved")
		}
		clerk.get(path(f, "compare")+"?from=1").says("compare", "另有一项")
		record := clerk.get(path(f, "history")).says("history", "已公布").id("history")
		if strings.Contains(record, "published") || strings.Contains(record, "draft") {
			t.Errorf("the history speaks of states in English: %s", record)
		}
		clerk.get(path(f, "report.docx") + "?version=2").wants(http.StatusNotFound)
	})
	t.Run("files", func(t *testing.T) {
		draft := clerk.get(path(f, "report.docx")).wants(http.StatusOK)
		archive, err := zip.NewReader(strings.NewReader(draft.body), int64(len(draft.body)))
		if err != nil {
			t.Fatal(err)
		}
		if len(archive.File) == 0 || !strings.Contains(draft.Header.Get("Content-Disposition"), "filename*=UTF-8''") {
			t.Errorf("%v", draft.Header)
		}
		clerk.get(path(f, "report.html")).wants(http.StatusOK)
		clerk.get(path(f, "report.json")).wants(http.StatusOK)
	})
}

func TestOutlinePage(t *testing.T) {
	s := newSite(t)
	f := s.begin("clerk", 2026)
	b := s.as("clerk")
	outline := path(f, "outline")
	revision := s.revision(f)
	b.post(outline, url.Values{"action": {"add"}, "heading": {"政策解读"}, "revision": {revision}}).leads(outline)
	b.post(outline, url.Values{"action": {"add"}, "heading": {"政策解读"}, "revision": {revision}}).wants(http.StatusConflict).says("errors", "政策解读")
	if n := strings.Count(b.get(outline).text(`[data-testid="outline"]`), "政策解读"); n != 1 {
		t.Errorf("the double click made %d sections", n)
	}
	b.post(outline, url.Values{"action": {"drop"}, "key": {"extra_1"}}).leads(outline)
	b.get(path(f, "sections/extra_1")).wants(http.StatusNotFound)
	b.post(outline, url.Values{"action": {"restore"}, "key": {"extra_1"}}).leads(outline)
	b.get(path(f, "sections/extra_1")).wants(http.StatusOK)
	b.post(path(f, "delete"), url.Values{}).wants(http.StatusUnprocessableEntity)
	b.post(path(f, "delete"), url.Values{"sure": {"1"}}).leads("/")
	b.get(outline).wants(http.StatusNotFound)
}

func TestAgencies(t *testing.T) {
	s := newSite(t)
	f := s.finished(2026)
	s.as("clerk").post(path(f, "submit"), url.Values{}).leads(path(f, "review"))
	s.as("supervisor").post(path(f, "approve"), url.Values{}).leads(path(f, "review"))
	offered := func() int {
		return s.as("county").get(path(f, "review")).page.Find(`[data-testid="step-accept"]`).Length()
	}
	if offered() != 0 {
		t.Error("备案 is offered although nobody takes it")
	}
	admin := s.as("admin")
	row := admin.get("/agencies").page.Find(`[data-testid="agency"]`).First()
	address := row.Find("form").First().AttrOr("action", "")
	admin.post(address, url.Values{"accepts": {"1"}}).leads("/agencies")
	if offered() != 1 {
		t.Error("备案 is not offered where the county takes it")
	}
	s.as("county").post(path(f, "accept"), url.Values{"accepted_number": {"云备〔2027〕1号"}}).leads(path(f, "review"))
	admin.post(address, url.Values{"year": {"去年"}}).wants(http.StatusUnprocessableEntity).says("errors", "四位数字")
	admin.post(address, url.Values{"year": {"2026"}}).leads("/agencies")
	if got := admin.get("/agencies").page.Find(`[name="year"]`).First().AttrOr("value", ""); got != "2026" {
		t.Errorf("the year is %q", got)
	}
	s.as("supervisor").get("/agencies").wants(http.StatusForbidden)
	s.as("supervisor").post(address, url.Values{"accepts": {"0"}}).wants(http.StatusNotFound)
}
