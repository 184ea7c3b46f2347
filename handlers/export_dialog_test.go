package handlers_test

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/export"
)

func TestExportPage(t *testing.T) {
	s := newSite(t)
	f := s.finished(2026)
	clerk := s.as("clerk")

	t.Run("a draft", func(t *testing.T) {
		page := clerk.get(path(f, "export")).wants(http.StatusOK)
		checkPage(t, page.page)
		page.says("export", "文件都标明“草稿”").says("export-versions", "现在的样子（草稿）")
		for _, format := range export.Formats() {
			link := page.page.Find(`[data-testid="export-` + format.Name + `"]`)
			if got, want := link.AttrOr("href", ""), "/"+strings.TrimPrefix(path(f, "report."+format.Name), "/"); got != want {
				t.Errorf("%s leads to %q, want %q", format.Name, got, want)
			}
			if purpose := page.text("#" + link.AttrOr("aria-describedby", "nothing")); !strings.HasSuffix(purpose, "。") {
				t.Errorf("%s: nothing says what it is for: %q", format.Name, purpose)
			}
		}
		if source := page.page.Find(`[data-testid="export-paste"]`).Text(); !strings.Contains(source, "工作正常。") || !strings.Contains(source, "<table") {
			t.Errorf("the fragment is %.200q", source)
		}
		if _, hidden := page.page.Find(`[data-testid="export-copy"]`).Attr("hidden"); !hidden {
			t.Error("the button for copying is there without a script")
		}
	})
	t.Run("the ways to it", func(t *testing.T) {
		for _, from := range []string{"sections/overview", "preview", "findings", "review"} {
			if n := clerk.get(path(f, from)).page.Find(`a[data-export][href="` + path(f, "export") + `"]`).Length(); n != 1 {
				t.Errorf("%s: %d links", from, n)
			}
		}
	})
	clerk.post(path(f, "submit"), url.Values{}).leads(path(f, "review"))
	s.as("supervisor").post(path(f, "approve"), url.Values{}).leads(path(f, "review"))
	clerk.post(path(f, "publish"), url.Values{"published_on": {"2027-01-20"}}).leads(path(f, "review"))
	s.as("supervisor").post(path(f, "amend"), url.Values{"comment": {"漏了一项"}}).leads(path(f, "review"))
	clerk.post(path(f, "sections/overview"), url.Values{"text": {"后来又写了一句。"}}).wants(http.StatusSeeOther)

	t.Run("a version", func(t *testing.T) {
		now := clerk.get(path(f, "export")).wants(http.StatusOK)
		now.says("export-versions", "现在的样子（草稿）").says("export-versions", "第 1 版，1 月 19 日通过 已公布")
		link := now.page.Find(`[data-testid="export-versions"] a`).FilterFunction(func(_ int, a *goquery.Selection) bool { return strings.Contains(a.Text(), "第 1 版") })
		page := clerk.get(link.AttrOr("href", "")).wants(http.StatusOK)
		if got := page.text(`[data-testid="export-versions"] [aria-current]`); !strings.HasPrefix(got, "第 1 版") {
			t.Errorf("chosen is %q", got)
		}
		if strings.Contains(page.id("export"), "标明“草稿”") {
			t.Error("an approved version is called a draft")
		}
		if got := page.page.Find(`[data-testid="export-docx"]`).AttrOr("href", ""); !strings.HasSuffix(got, "report.docx?version=1") {
			t.Errorf("the Word file is at %q", got)
		}
		file := clerk.get(page.page.Find(`[data-testid="export-paste-file"]`).AttrOr("href", "")).wants(http.StatusOK)
		if file.body != page.page.Find(`[data-testid="export-paste"]`).Text() || strings.Contains(file.body, "后来又写了一句") {
			t.Error("the fragment by itself is another one, or that of another version")
		}
		if strings.Contains(file.body, "<html") {
			t.Error("the fragment is a whole page")
		}
		clerk.get(path(f, "export") + "?version=2").wants(http.StatusNotFound)
		clerk.get(path(f, "export") + "?version=x").wants(http.StatusNotFound)
	})
	t.Run("for a seal", func(t *testing.T) {
		plain := clerk.get(path(f, "export") + "?version=1")
		link := plain.page.Find(`[data-testid="export-seal"] a:not([aria-current])`)
		sealed := clerk.get(link.AttrOr("href", "")).wants(http.StatusOK)
		if got := sealed.text(`[data-testid="export-seal"] [aria-current]`); !strings.HasPrefix(got, "落款盖章") {
			t.Errorf("chosen is %q", got)
		}
		if got := sealed.text(`[data-testid="export-versions"] [aria-current]`); !strings.HasPrefix(got, "第 1 版") {
			t.Errorf("another version: %q", got)
		}
		file := func(page *answer) string {
			return clerk.get(page.page.Find(`[data-testid="export-pdf"]`).AttrOr("href", "")).wants(http.StatusOK).body
		}
		if file(sealed) == file(plain) {
			t.Error("the signature stands where it stands without a seal")
		}
	})
	t.Run("who may not", func(t *testing.T) {
		for _, login := range []string{"stranger", "water"} {
			b := s.as(login)
			b.get(path(f, "export")).wants(http.StatusNotFound)
			b.get(path(f, "report.docx") + "?version=1").wants(http.StatusNotFound)
		}
		s.browser().get(path(f, "export")).leads("/login?next=" + url.QueryEscape(path(f, "export")))
	})
}

// TestExportedFiles holds what a browser and other programs see of a file.
func TestExportedFiles(t *testing.T) {
	s := newSite(t)
	f := s.finished(2026)
	clerk := s.as("clerk")
	for _, format := range export.Formats() {
		t.Run(format.Name, func(t *testing.T) {
			got := clerk.get(path(f, "report."+format.Name)).wants(http.StatusOK)
			if kind := got.Header.Get("Content-Type"); kind != format.MediaType {
				t.Errorf("media type %q, want %q", kind, format.MediaType)
			}
			if disposition, want := got.Header.Get("Content-Disposition"), "attachment; filename*=UTF-8''"+url.PathEscape("柳河镇人民政府2026年政府信息公开工作年度报告."+format.Name); disposition != want {
				t.Errorf("disposition %q, want %q", disposition, want)
			}
			if again := clerk.get(path(f, "report."+format.Name)); again.body != got.body || got.body == "" {
				t.Error("not the same twice, or empty")
			}
			request, err := http.NewRequest(http.MethodHead, s.url+path(f, "report."+format.Name), nil)
			if err != nil {
				t.Fatal(err)
			}
			head := clerk.do(request).wants(http.StatusOK)
			if head.Header.Get("Content-Length") != strconv.Itoa(len(got.body)) || head.Header.Get("Content-Type") != format.MediaType {
				t.Errorf("HEAD says %v, the file has %d bytes", head.Header, len(got.body))
			}
		})
	}
	clerk.get(path(f, "report.doc")).wants(http.StatusNotFound)
}

// TestFontNames finds the installation's fonts in the Word file.
func TestFontNames(t *testing.T) {
	s := siteWith(t, handlersConfig{fontNames: document.Fonts{Fang: "测试仿宋"}})
	f := s.finished(2026)
	from := s.as("clerk").get(path(f, "report.docx")).wants(http.StatusOK)
	if styles := unzipped(t, from.body)["word/styles.xml"]; !strings.Contains(styles, `"测试仿宋"`) || !strings.Contains(styles, `"黑体"`) {
		t.Error("the styles do not name the fonts")
	}
}

// missingGlyph is in no font.
const missingGlyph = "\U00030EDD"

// TestExportFonts says on the page which fonts there are and what they lack.
func TestExportFonts(t *testing.T) {
	s := newSite(t)
	f := s.finished(2026)
	clerk := s.as("clerk")
	page := clerk.get(path(f, "export"))
	page.says("export-fonts", "替代").says("export-fonts", "方正小标宋简体")
	if rows := page.page.Find(`[data-testid="export-fonts"] tbody tr`).Length(); rows != 5 {
		t.Errorf("%d fonts, want 5", rows)
	}
	if got := page.id("export-notes"); got != "" {
		t.Errorf("notes about a plain report: %q", got)
	}
	if _, err := s.store.Save(context.Background(), s.member("clerk"), f.ID, report.ChangeSet{Texts: map[string]string{"overview": "姓名用字" + missingGlyph + "难得一见。"}}); err != nil {
		t.Fatal(err)
	}
	clerk.get(path(f, "export")).says("export-notes", missingGlyph)
}

// TestExportLatin says that a font for digits and letters is wanted and not there.
func TestExportLatin(t *testing.T) {
	s := siteWith(t, handlersConfig{fontNames: document.Fonts{Latin: "Times New Roman"}})
	f := s.finished(2026)
	row := s.as("clerk").get(path(f, "export")).page.Find(`[data-testid="export-fonts"] tbody tr`).Last().Text()
	if !strings.Contains(row, "数字和字母") || !strings.Contains(row, "Times New Roman") || !strings.Contains(row, "替代") {
		t.Errorf("got %q", row)
	}
}
