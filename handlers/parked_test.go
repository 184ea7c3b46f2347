package handlers_test

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"nianbao/report"
)

// begin makes a report of the member's own agency.
func (s *site) begin(login string, year int) report.Filing {
	s.t.Helper()
	m := s.member(login)
	f, err := s.store.CreateReport(context.Background(), m, m.AgencyID, year, "gb-2021")
	if err != nil {
		s.t.Fatal(err)
	}
	return f
}

// fields are the values of a form as a browser would send them.
func fields(form *goquery.Selection) url.Values {
	values := url.Values{}
	form.Find("input[name], textarea[name], select[name]").Each(func(_ int, field *goquery.Selection) {
		value := field.AttrOr("value", "")
		if field.Is("textarea") {
			value = field.Text()
		}
		if field.Is("select") {
			value = field.Find("option[selected]").AttrOr("value", "")
		}
		values.Add(field.AttrOr("name", ""), value)
	})
	return values
}

func TestParked(t *testing.T) {
	s := newSite(t)
	f := s.begin("clerk", 2026)
	section := fmt.Sprintf("/reports/%d/sections/overview", f.ID)
	parked := fmt.Sprintf("/reports/%d/parked", f.ID)
	typed := func() url.Values {
		return url.Values{"revision": {fmt.Sprint(f.Revision)}, "text": {"（一）主动公开。\n“引号”与 & 符号。"}}
	}

	b := s.as("clerk")
	s.wait(31 * time.Minute)

	t.Run("a forged form is not kept", func(t *testing.T) {
		form := typed()
		form.Set("_csrf", "forged")
		b.post(section, form).wants(http.StatusForbidden)
	})
	t.Run("what is no report's form is not kept", func(t *testing.T) {
		if got := b.post("/password", url.Values{"old": {"x"}}).wants(http.StatusSeeOther).Header.Get("Location"); !strings.Contains(got, "kept=no") {
			t.Errorf("leads to %q", got)
		}
	})
	t.Run("too large", func(t *testing.T) {
		form := url.Values{"text": {strings.Repeat("长", 400_000)}}
		got := b.post(section, form).wants(http.StatusSeeOther).Header.Get("Location")
		if !strings.Contains(got, "kept=large") {
			t.Errorf("leads to %q", got)
		}
		b.get(got).wants(http.StatusOK).says("kept", "没能留下")
	})

	to := b.post(section, typed()).wants(http.StatusSeeOther).Header.Get("Location")
	page := b.get(to).wants(http.StatusOK).says("kept", "已经留下")
	login := fields(page.page.Find(`[data-testid="login-form"]`))

	t.Run("another member does not see it", func(t *testing.T) {
		other := s.as("supervisor")
		other.get(parked).wants(http.StatusOK).says("empty", "没有等着保存的内容")
	})

	login.Set("login", "clerk")
	login.Set("password", testPassword)
	b.post("/login", login).leads(parked)
	b.get("/").wants(http.StatusOK).says("filing", "还没有保存")
	offer := b.get(parked).wants(http.StatusOK).says("parked", "“引号”与 & 符号。").says("parked", "正文")
	resend := offer.page.Find(`[data-testid="parked-save"]`)
	if got := resend.AttrOr("action", ""); got != section {
		t.Errorf("sends again to %q, want %q", got, section)
	}
	form := fields(resend)
	if got, want := form.Get("text"), typed().Get("text"); got != want {
		t.Errorf("text to send again: %q, want %q", got, want)
	}
	if got, want := form.Get("revision"), fmt.Sprint(f.Revision); got != want {
		t.Errorf("revision: %q, want %q", got, want)
	}
	b.post(section, form).wants(http.StatusSeeOther)
	b.get(parked).wants(http.StatusOK).says("empty", "没有等着保存的内容")
	d, err := s.store.Load(t.Context(), s.member("clerk"), f.ID)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(fmt.Sprint(d.Report.Sections), "“引号”与 & 符号。") {
		t.Error("the text is not in the report")
	}
}

// TestSignedInElsewhere is about a page that was opened before the session ran out and sent after signing in in another tab.
func TestSignedInElsewhere(t *testing.T) {
	s := newSite(t)
	f := s.begin("clerk", 2026)
	section := fmt.Sprintf("/reports/%d/sections/overview", f.ID)
	b := s.as("clerk")
	old := b.token
	s.wait(31 * time.Minute)
	b.get("/login")
	b.post("/login", credentials("clerk", testPassword)).wants(http.StatusSeeOther)
	typed := url.Values{"_csrf": {old}, "revision": {fmt.Sprint(f.Revision)}, "text": {"打了很久的字。"}}
	a := b.post(section, typed).wants(http.StatusForbidden).says("message", "没有执行").says("parked", "打了很久的字。")
	again := a.page.Find(`[data-testid="parked-save"]`)
	b.post(again.AttrOr("action", ""), fields(again)).wants(http.StatusSeeOther)
	if got := b.get(section).wants(http.StatusOK).text("textarea"); !strings.Contains(got, "打了很久的字。") {
		t.Errorf("the section has %q", got)
	}
}

func TestDiscardParked(t *testing.T) {
	s := newSite(t)
	f := s.begin("clerk", 2026)
	section := fmt.Sprintf("/reports/%d/sections/requests", f.ID)
	parked := fmt.Sprintf("/reports/%d/parked", f.ID)
	b := s.as("clerk")
	s.wait(31 * time.Minute)
	b.post(section, url.Values{"revision": {"1"}, "requests.received.business": {"3"}, "requests.received.natural_person": {"12"}, "requests.carried.business": {""}})
	b = s.as("clerk")
	offer := b.get(parked).wants(http.StatusOK).says("parked", "商业企业").says("parked", "三、收到和处理政府信息公开申请情况")
	if got := offer.page.Find(`[data-testid="parked"] dt`).First().Text(); !strings.Contains(got, "自然人") {
		t.Errorf("first figure shown is %q, want the table's order", got)
	}
	action := offer.page.Find(`[data-testid="parked-discard"]`).AttrOr("action", "")

	other := s.as("supervisor")
	other.post(action, nil).wants(http.StatusSeeOther)
	b.get(parked).says("parked", "商业企业")

	b.post(action, nil).leads(fmt.Sprintf("/reports/%d", f.ID))
	b.get(parked).says("empty", "没有等着保存的内容")
}
