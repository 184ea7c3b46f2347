package handlers_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"nianbao/report"
	"nianbao/report/intake"
)

// upload is a file that is sent.
type upload struct {
	name string
	body []byte
}

// send sends files as the form of the page does.
func (b *browser) send(files []upload, fields url.Values) *answer {
	b.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	if fields == nil {
		fields = url.Values{}
	}
	if !fields.Has("_csrf") {
		fields.Set("_csrf", b.token)
	}
	for name := range fields {
		if err := w.WriteField(name, fields.Get(name)); err != nil {
			b.t.Fatal(err)
		}
	}
	for _, f := range files {
		part, err := w.CreateFormFile("files", f.name)
		if err != nil {
			b.t.Fatal(err)
		}
		part.Write(f.body)
	}
	w.Close()
	req, err := http.NewRequest(http.MethodPost, b.url+"/imports", &body)
	if err != nil {
		b.t.Fatal(err)
	}
	req.Header.Set("Content-Type", w.FormDataContentType())
	return b.do(req)
}

// doubted is the cell that the reader of the test's file was not sure of.
const doubted = "requests.received.business"

// published is a report as Report JSON, with one figure in doubt.
func published(t *testing.T, agency string, year int, edit func(r *report.Report)) upload {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	e := editions.ForYear(year)
	r := &report.Report{Edition: e.ID, Year: year, Agency: agency, Title: e.Title(agency, year), Figures: report.Figures{},
		Signature: report.Signature{Agency: agency, Date: fmt.Sprintf("%d-01-12", year+1)}}
	for _, p := range e.Outline {
		s := report.Section{Key: p.Key, Heading: p.Heading, Blocks: []report.Block{{Text: "这一节写了些什么。"}}}
		for _, table := range p.Tables {
			s.Blocks = append(s.Blocks, report.Block{Table: table})
		}
		r.Sections = append(r.Sections, s)
	}
	for _, table := range e.Tables {
		for _, c := range table.Cells {
			r.Figures[c.ID] = "0"
		}
	}
	maps.Copy(r.Figures, report.Figures{doubted: "2", "requests.received.total": "2", "requests.carried_over.business": "2", "requests.carried_over.total": "2"})
	r.Notes = []report.Note{{Code: intake.NoteDoubtful, Near: doubted, Message: "这一格的列认得不准。"},
		{Code: intake.NoteUnplaced, Near: "放错地方的一段。", Message: "这一段不知道放在哪里。"}, {Code: intake.NoteChrome, Near: "首页新闻", Message: "网页的栏目。"}}
	if edit != nil {
		edit(r)
	}
	body, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return upload{fmt.Sprintf("%d年报告.json", year), body}
}

// choice is the form of the page of an import as its buttons send it.
func (a *answer) choice(as string, more ...string) url.Values {
	form := fields(a.page.Find(`[data-testid="result"]`))
	form.Del("ok")
	form.Del("sure")
	form.Set("as", as)
	for i := 0; i < len(more); i += 2 {
		form.Set(more[i], more[i+1])
	}
	return form
}

func TestImport(t *testing.T) {
	s := newSite(t)
	b := s.as("clerk")
	b.get("/").says("import-offer", "导入已有报告").says("nav", "导入")
	b.get("/imports").wants(http.StatusOK).says("imports", "没有。选好文件")

	at := b.send([]upload{published(t, "云溪县柳河镇人民政府", 2025, nil)}, nil).wants(http.StatusSeeOther).Header.Get("Location")
	page := b.get(at).wants(http.StatusOK).says("source", "这一节写了些什么。").says("source", "一、总体情况").says("doubts", "新收 · 商业企业").says("doubts", "这一格的列认得不准").
		says("notes-unplaced", "放错地方的一段。").says("notes-chrome", "首页新闻").says("section-overview", "认作“总体情况”").says("import-findings", "没有发现问题")
	if got := page.page.Find("#agency option[selected]").Text(); got != "柳河镇人民政府" {
		t.Errorf("the agency is %q", got)
	}
	if got := page.page.Find("#year").AttrOr("value", ""); got != "2025" {
		t.Errorf("the year is %q", got)
	}
	if n := page.page.Find(`[name="` + doubted + `"]`).Length(); n != 1 {
		t.Errorf("%d fields for the figure in doubt", n)
	}
	if got := page.page.Find(`[name="requests.received.total"]`).AttrOr("value", ""); got != "2" {
		t.Errorf("the total is %q: totals as they stand can be corrected too", got)
	}

	t.Run("not before it is confirmed", func(t *testing.T) {
		b.post(at, page.choice("history", "sure", "1")).wants(http.StatusUnprocessableEntity).says("errors", "还没有核对")
		b.post(at, page.choice("history", "ok", doubted)).wants(http.StatusUnprocessableEntity).says("errors", "勾选“已对照原文核对”")
	})
	t.Run("the corrections of a page that was refused are there", func(t *testing.T) {
		again := b.post(at, page.choice("history", "requests.received.research", "3", "year", "很多")).wants(http.StatusUnprocessableEntity).says("errors", "报告年度要在")
		if got := again.page.Find("#year").AttrOr("value", ""); got != "很多" {
			t.Errorf("the year is %q", got)
		}
		again = b.get(at)
		if got := again.page.Find(`[name="requests.received.research"]`).AttrOr("value", ""); got != "3" {
			t.Errorf("the figure is %q", got)
		}
		again.says("import-findings", "差 3")
		b.post(at, again.choice("", "requests.received.research", "0")).leads(at)
	})
	t.Run("kept as history", func(t *testing.T) {
		form := page.choice("history", "sure", "1", "ok", doubted)
		to := b.post(at, form).wants(http.StatusSeeOther).Header.Get("Location")
		shown := b.get(to).wants(http.StatusOK).says("notice", "已存为历史报告").says("state", "历史")
		if strings.Contains(shown.id("paper"), "草稿") {
			t.Error("it is marked as a draft")
		}
		b.post(at, form).leads(to)
		b.get(at).wants(http.StatusOK).says("locked", "不能再改")
		b.post(at, page.choice("draft")).wants(http.StatusConflict)
		b.get("/imports").says("imports", "没有。选好文件")
		b.get("/").says("earlier", "历史").says("earlier", "2025 年")
		home := strings.TrimSuffix(to, "/preview")
		b.get(home+"/sections/requests").says("locked", "已经核对过，不能再改")
		b.get(home+"/history").says("history", "核对无误").says("history", "导入")
		b.get(home + "/compare?from=1").wants(http.StatusOK)
		b.get(home + "/report.docx").wants(http.StatusOK)
		b.get(home + "/report.json").wants(http.StatusOK)
		b.post(home+"/sections/requests", url.Values{doubted: {"9"}}).wants(http.StatusConflict)
	})
	t.Run("a second one of the year", func(t *testing.T) {
		second := b.send([]upload{published(t, "柳河镇人民政府", 2025, nil)}, nil).wants(http.StatusSeeOther).Header.Get("Location")
		again := b.get(second).says("there", "2025 年的报告已经有了，现在是“历史”")
		b.post(second, again.choice("later")).wants(http.StatusUnprocessableEntity).says("errors", "没有改动它")
		b.get("/imports").says("imports", "2025年报告.json")
		b.post(second+"/discard", nil).leads("/imports")
		b.get(second).wants(http.StatusNotFound)
	})
	t.Run("beside this year's figures", func(t *testing.T) {
		f := s.begin("clerk", 2026)
		shown := b.get(path(f, "sections/requests"))
		if got := shown.page.Find(`td:has([name="` + doubted + `"]) .last`).Text(); !strings.Contains(got, "2") {
			t.Errorf("last year's value is %q", got)
		}
		b.post(path(f, "sections/requests"), url.Values{"requests.carried_in.business": {"1"}}).wants(http.StatusSeeOther)
		b.get(path(f, "sections/requests")).says("findings-requests", "结转")
	})
	t.Run("a supervisor reopens it", func(t *testing.T) {
		sup := s.as("supervisor")
		var id int64
		found, err := s.store.Filings(t.Context(), s.member("clerk"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			if f.Year == 2025 {
				id = f.ID
			}
		}
		home := fmt.Sprintf("/reports/%d", id)
		sup.get(home+"/review").says("steps", "重新核对")
		sup.post(home+"/reopen", url.Values{"comment": {"合计抄错了"}}).leads(home + "/review")
		sup.get(home+"/review").says("state", "待核对").says("steps", "核对无误")
		b.get("/").says("earlier", "核对")
		b.get(home + "/import").leads(at)
		again := b.get(at).says("decision", "核对无误，存为历史报告")
		b.post(at, again.choice("later", "requests.received.other_org", "1", "requests.received.total", "3")).wants(http.StatusSeeOther)
		b.post(at, b.get(at).choice("history")).wants(http.StatusUnprocessableEntity).says("errors", "勾选")
		b.post(at, b.get(at).choice("history", "sure", "1")).leads(home + "/preview")
		if got := b.get(home + "/sections/requests").text(`[id="requests.received.total"]`); got != "3" {
			t.Errorf("corrected to %q", got)
		}
	})
}

func TestImportAsDraft(t *testing.T) {
	s := newSite(t)
	b := s.as("clerk")
	at := b.send([]upload{published(t, "柳河镇人民政府", 2026, func(r *report.Report) {
		r.Sections = append(r.Sections, report.Section{Key: "extra_1", Heading: "七、附表", Blocks: []report.Block{{Grid: [][]string{{"渠道", "条数"}, {"网站", "12"}}}}})
	})}, nil).wants(http.StatusSeeOther).Header.Get("Location")
	to := b.post(at, b.get(at).choice("draft")).wants(http.StatusSeeOther).Header.Get("Location")
	b.get(to).wants(http.StatusSeeOther)
	form := b.get(to+"/sections/requests").wants(http.StatusOK).says("state", "填报中")
	if got := form.page.Find(`[name="`+doubted+`"]`).AttrOr("value", ""); got != "2" {
		t.Errorf("the figure is %q", got)
	}
	if got := b.get(to + "/sections/extra_1").text(".plain-grid"); !strings.Contains(got, "网站12") {
		t.Errorf("the other table is %q", got)
	}
	b.post(at, b.get(at).choice("draft")).leads(to)
	// A supervisor keeps history, but does not begin reports.
	sup := s.as("supervisor")
	at = sup.send([]upload{published(t, "柳河镇人民政府", 2024, nil)}, nil).wants(http.StatusSeeOther).Header.Get("Location")
	page := sup.get(at)
	if page.page.Find(`[data-testid="keep-draft"]`).Length() != 0 {
		t.Error("a supervisor is offered to begin a report")
	}
	sup.post(at, page.choice("draft")).wants(http.StatusForbidden)
}

// A column with another name makes two dozen doubts: one tick may stand for all, and a corrected figure needs none.
func TestImportManyDoubts(t *testing.T) {
	s := newSite(t)
	b := s.as("clerk")
	at := b.send([]upload{published(t, "柳河镇人民政府", 2025, func(r *report.Report) {
		for _, row := range []string{"carried_in", "granted", "partial", "carried_over"} {
			r.Notes = append(r.Notes, report.Note{Code: intake.NoteDoubtful, Near: "requests." + row + ".business", Message: "列名不同。"})
		}
	})}, nil).wants(http.StatusSeeOther).Header.Get("Location")
	page := b.get(at)
	if n := page.page.Find(`[data-testid="doubt"]`).Length(); n != 5 {
		t.Fatalf("%d doubts", n)
	}
	b.post(at, page.choice("", "requests.granted.business", "2")).leads(at)
	if n := b.get(at).page.Find(`[data-testid="doubt"]`).Length(); n != 4 {
		t.Errorf("%d doubts after one was corrected", n)
	}
	b.get("/imports").says("imports", "4 格要核对")
	b.post(at, b.get(at).choice("history", "ok", "*", "sure", "1")).wants(http.StatusSeeOther)
}

func TestImportUnknown(t *testing.T) {
	s := newSite(t)
	t.Run("an agency that the county does not have", func(t *testing.T) {
		b := s.as("county")
		at := b.send([]upload{published(t, "白沙镇人民政府", 2025, nil)}, nil).wants(http.StatusSeeOther).Header.Get("Location")
		page := b.get(at)
		if !strings.Contains(page.text(".import-whose"), "文件上写的是“白沙镇人民政府”，与这里的单位对不上") {
			t.Errorf("it says %s", page.text(".import-whose"))
		}
		if n := page.page.Find("#agency option").Length(); n != 4 { // 请选择 and three agencies
			t.Errorf("%d choices", n)
		}
		b.post(at, page.choice("later")).wants(http.StatusUnprocessableEntity).says("errors", "请选定是哪个单位的报告")
		form := page.choice("later")
		form.Set("agency", page.page.Find(`#agency option:contains("水利局")`).AttrOr("value", ""))
		to := b.post(at, form).wants(http.StatusSeeOther).Header.Get("Location")
		b.get(to).says("state", "待核对").says("crumbs", "云溪县水利局")
		s.as("water").get("/").says("earlier", "核对")
	})
	t.Run("no tables, no year", func(t *testing.T) {
		b := s.as("clerk")
		at := b.send([]upload{published(t, "柳河镇人民政府", 2012, func(r *report.Report) { r.Edition, r.Year, r.Figures = "", 0, nil })}, nil).wants(http.StatusSeeOther).Header.Get("Location")
		page := b.get(at)
		b.post(at, page.choice("later")).wants(http.StatusUnprocessableEntity).says("errors", "请选定报告用的格式").says("errors", "报告年度要在")
		to := b.post(at, page.choice("later", "edition", "gb-2008", "year", "2012")).wants(http.StatusSeeOther).Header.Get("Location")
		b.get(to).says("crumbs", "2012 年度")
	})
	t.Run("for somebody else's agency", func(t *testing.T) {
		b := s.as("clerk")
		at := b.send([]upload{published(t, "柳河镇人民政府", 2020, nil)}, nil).wants(http.StatusSeeOther).Header.Get("Location")
		page := b.get(at)
		b.post(at, page.choice("later", "agency", "2")).wants(http.StatusNotFound)
		s.as("water").get(at).wants(http.StatusNotFound)
		s.as("water").post(at, url.Values{"as": {"history"}, "_csrf": {"x"}}).wants(http.StatusForbidden)
		water := s.as("water")
		water.post(at, url.Values{"as": {"history"}}).wants(http.StatusNotFound)
		water.post(at+"/discard", nil).wants(http.StatusNotFound)
		s.as("auditor").get("/imports").wants(http.StatusForbidden)
		s.as("stranger").get("/imports/999").wants(http.StatusNotFound)
	})
}

func TestImportFiles(t *testing.T) {
	s := newSite(t)
	b := s.as("clerk")
	b.get("/imports")
	bad := upload{"坏的.json", []byte("{")}
	t.Run("nothing chosen", func(t *testing.T) {
		b.send(nil, nil).wants(http.StatusUnprocessableEntity).says("errors", "还没有选文件")
	})
	t.Run("one of many cannot be read", func(t *testing.T) {
		b.send([]upload{published(t, "柳河镇人民政府", 2023, nil), bad, published(t, "柳河镇人民政府", 2022, nil)}, nil).leads("/imports")
		page := b.get("/imports").says("notice", "有的文件没有读出来").says("problem", "JSON")
		if n := page.page.Find(`[data-testid="import"]`).Length(); n != 3 {
			t.Errorf("%d lines", n)
		}
	})
	t.Run("one by one, as the script sends them", func(t *testing.T) {
		a := b.send([]upload{bad}, url.Values{"row": {"1"}}).wants(http.StatusOK)
		if !strings.HasPrefix(strings.TrimSpace(a.body), "<tr") || !strings.Contains(a.body, "坏的.json") {
			t.Errorf("the line is %s", a.body)
		}
	})
	t.Run("200 files, and one more", func(t *testing.T) {
		var many []upload
		for range 200 {
			many = append(many, published(t, "柳河镇人民政府", 2021, nil))
		}
		b.send(many, nil).leads("/imports")
		if n := b.get("/imports").page.Find(`[data-testid="import"]`).Length(); n != 204 {
			t.Errorf("%d lines", n)
		}
		b.send(append(many, bad), nil).wants(http.StatusUnprocessableEntity).says("errors", "一次最多 200 个文件")
	})
	t.Run("too large", func(t *testing.T) {
		b.send([]upload{{"大.json", make([]byte, 34<<20)}}, nil).wants(http.StatusRequestEntityTooLarge).says("problem", "超过了 32 MB")
		b.get("/imports")
	})
	t.Run("a name with folders, and a long one", func(t *testing.T) {
		b.send([]upload{{`C:\文件\报告.json`, []byte("{")}, {strings.Repeat("长", 300) + ".json", []byte("{")}}, nil).leads("/imports")
		page := b.get("/imports")
		if got := page.text("tbody"); strings.Contains(got, "C:") || strings.Contains(got, strings.Repeat("长", 250)) {
			t.Error("names")
		}
	})
	t.Run("without the token", func(t *testing.T) {
		b.send([]upload{bad}, url.Values{"_csrf": {"x"}}).wants(http.StatusForbidden)
	})
	t.Run("after the session has run out", func(t *testing.T) {
		other := s.as("clerk")
		other.get("/imports")
		s.wait(31 * time.Minute)
		to := other.send([]upload{bad}, nil).wants(http.StatusSeeOther).Header.Get("Location")
		if !strings.HasPrefix(to, "/login?") || !strings.Contains(to, "next=%2Fimports") {
			t.Errorf("leads to %s", to)
		}
		other.get(to).says("notice", "没有")
	})
}

// What was kept unconfirmed stays in the list until somebody has looked at every doubt, on its page and not past it; pages that are
// older than a correction do not undo it; a year that is not over has no published report.
func TestImportConfirmedLater(t *testing.T) {
	s := newSite(t)
	b := s.as("clerk")
	at := b.send([]upload{published(t, "柳河镇人民政府", 2025, nil)}, nil).wants(http.StatusSeeOther).Header.Get("Location")
	first, second := b.get(at), b.get(at)
	b.post(at, first.choice("", "requests.granted.business", "7")).leads(at)
	b.post(at, second.choice("", "requests.partial.business", "8")).leads(at)
	page := b.get(at)
	for cell, want := range map[string]string{"requests.granted.business": "7", "requests.partial.business": "8"} {
		if got := page.page.Find(`[name="`+cell+`"]`).AttrOr("value", ""); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	b.post(at, page.choice("later", "year", fmt.Sprint(s.now().Year()))).wants(http.StatusUnprocessableEntity).says("errors", "还没有过完")
	home := strings.TrimSuffix(b.post(at, page.choice("later")).wants(http.StatusSeeOther).Header.Get("Location"), "/preview")
	b.get("/imports").says("unconfirmed", "2025年报告.json").says("unconfirmed", "1 格要核对")
	s.as("county").get("/imports").says("unconfirmed", "2025年报告.json")
	b.post(home+"/confirm", nil).wants(http.StatusUnprocessableEntity).says("errors", "还有 1 格没有核对")
	b.post(at, b.get(at).choice("history", "sure", "1", "ok", doubted)).leads(home + "/preview")
	if n := b.get("/imports").page.Find(`[data-testid="unconfirmed"]`).Length(); n != 0 {
		t.Error("it still waits to be confirmed")
	}
}
