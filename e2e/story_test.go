package e2e

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The figures of the story, by applicant column.
var (
	storyColumns = []string{"natural_person", "business", "research", "public_welfare", "legal_service", "other_org"}
	storyRows    = []struct {
		row    string
		values []string
		total  string
	}{
		{"received", []string{"12", "3", "0", "0", "1", "2"}, "18"},
		{"carried_in", []string{"1", "0", "0", "0", "0", "1"}, "2"},
		{"granted", []string{"7", "1", "0", "0", "1", "1"}, "10"},
		{"partial", []string{"2", "1", "0", "0", "0", "1"}, "4"},
		{"unavailable_not_held", []string{"3", "1", "0", "0", "0", "0"}, "4"},
		{"carried_over", []string{"1", "0", "0", "0", "0", "1"}, "2"},
	}
	storyResults = []string{"12", "3", "0", "0", "1", "2", "18"}
	storyTexts   = map[string]string{
		"overview": "本年度，我镇按照要求做好政府信息公开工作。\n（一）主动公开。全年主动公开政府信息86条。\n（二）依申请公开。全年新收申请18件，均依法办理。\n（三）政府信息管理。发布前逐条审核。\n（四）平台建设。专栏运行正常。\n（五）监督保障。全年培训1次。",
		"problems": "存在的主要问题是公开内容更新不够及时。下一步将明确专人按月核对。",
		"other":    "本年度没有收取信息处理费。没有其他需要报告的事项。",
	}
)

// TestStory goes from sign-in to the approved Word file, once with JavaScript and once without.
func TestStory(t *testing.T) {
	for _, scripts := range []bool{true, false} {
		name := "without scripts"
		if scripts {
			name = "with scripts"
		}
		t.Run(name, func(t *testing.T) {
			url, _ := serve(t)
			p := &page{t: t, ctx: browser(t), url: url, shots: strings.ReplaceAll(name, " ", "-")}
			if !scripts {
				if _, err := chromedp.Call(p.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
					t.Fatal(err)
				}
			}
			tell(p, scripts)
		})
	}
}

func tell(p *page, scripts bool) {
	p.t.Helper()
	p.signIn("clerk")
	p.shot("01-home")
	base := p.beginReport("2027")

	p.open(base + "/sections/requests")
	p.fillRequests(scripts)
	p.shot("02-requests")
	p.wantTotals(scripts)
	p.tooMuch(base, scripts)

	for _, key := range []string{"disclosure", "appeals"} {
		p.open(base + "/sections/" + key)
		p.fillZero(scripts)
		p.save()
	}
	for key, text := range storyTexts {
		p.open(base + "/sections/" + key)
		p.typeInto(`[name="text"]`, text)
		p.save()
	}
	p.open(base + "/sections/overview")
	p.shot("03-text")
	p.open(base + "/sections/signature")
	p.typeInto(`[name="date"]`, "2028年1月10日")
	p.save()

	p.open(base + "/findings")
	p.shot("04-findings")
	p.click(`[data-testid="submit"]`)
	p.wantState("待审核")
	p.open(base + "/sections/requests")
	if got := p.text(`[data-testid="locked"]`); !strings.Contains(got, "审核期间不能修改") {
		p.t.Errorf("a submitted report is locked with %q", got)
	}
	p.signOut()

	p.signIn("supervisor")
	p.shot("05-supervisor")
	p.open(base + "/review")
	p.shot("06-review")
	p.click(`[data-testid="step-approve"] button`)
	p.wantState("已通过")
	p.open(base + "/preview")
	p.shot("07-preview")
	p.open(base + "/history")
	p.shot("08-history")
	p.wantWordFile(base)
}

func (p *page) signIn(login string) {
	p.t.Helper()
	p.open("/login")
	p.do("fill in the sign-in form", chromedp.SendKeys(chromedp.CSS(`[name="login"]`), login), chromedp.SendKeys(chromedp.CSS(`[name="password"]`), password))
	p.leave("sign in", chromedp.SendKeys(chromedp.CSS(`[name="password"]`), kb.Enter))
	if got := p.text("main"); strings.Contains(got, "密码或登录名不对") {
		p.t.Fatalf("%s cannot sign in", login)
	}
}

func (p *page) signOut() {
	p.t.Helper()
	p.open("/")
	p.do("open the menu", chromedp.Click(chromedp.CSS(`[data-testid="account"] summary`)))
	p.click(`[data-testid="logout"]`)
}

// beginReport makes a new report and gives its address.
func (p *page) beginReport(year string) string {
	p.t.Helper()
	p.open("/")
	form := `[data-testid="start-form"]`
	if folded := p.read("see whether the form is folded", chromedp.Evaluate[string](`String(document.querySelector('[data-testid="start-form"]').closest("details:not([open])") !== null)`)); folded == "true" {
		p.do("unfold it", chromedp.Click(chromedp.CSS(`details:has(`+form+`) > summary`)))
	}
	p.do("choose the year", chromedp.SetValue(chromedp.CSS(form+` [name="year"]`), year), chromedp.SetValue(chromedp.CSS(form+` [name="edition"]`), "gb-2021"))
	p.click(form + " button")
	at := p.read("see where we are", chromedp.Location())
	base, _, found := strings.Cut(strings.TrimPrefix(at, p.url), "/sections/")
	if !found {
		p.shot("failed")
		p.t.Fatalf("a new report leads to %s", at)
	}
	return base
}

func cell(row, column string) string { return fmt.Sprintf(`[id="requests.%s.%s"]`, row, column) }

// fillRequests types the story's figures as a clerk does, and fills the rest with 0 by the button.
func (p *page) fillRequests(scripts bool) {
	p.t.Helper()
	for _, r := range storyRows {
		for i, v := range r.values {
			p.do("type "+r.row, chromedp.SendKeys(chromedp.CSS(cell(r.row, storyColumns[i])), v))
		}
	}
	p.fillZero(scripts)
}

// fillZero presses 空白填 0 and looks whether the page says what it did and offers to take it back.
func (p *page) fillZero(scripts bool) {
	p.t.Helper()
	if scripts {
		p.do("fill with 0", chromedp.Click(chromedp.CSS(`[data-testid="fill-zero"]`)))
		if got := p.text(`[data-message]`); !strings.Contains(got, "格填成 0") || !strings.Contains(got, "撤销") {
			p.t.Errorf("the button says %q", got)
		}
		return
	}
	p.click(`[data-testid="fill-zero"]`)
	if got := p.text(`[data-testid="undo"]`); !strings.Contains(got, "格填成 0") || !strings.Contains(got, "撤销") {
		p.t.Errorf("the page after the button says %q", got)
	}
}

// wantTotals compares the computed cells: at once with scripts, after saving without.
func (p *page) wantTotals(scripts bool) {
	p.t.Helper()
	if !scripts {
		p.save()
	}
	for _, r := range storyRows {
		if got := p.text(cell(r.row, "total")); got != r.total {
			p.t.Errorf("total of %s is %q, want %s", r.row, got, r.total)
		}
	}
	for i, column := range append(append([]string{}, storyColumns...), "total") {
		if got := p.text(cell("result_total", column)); got != storyResults[i] {
			p.t.Errorf("result_total of %s is %q, want %s", column, got, storyResults[i])
		}
	}
	if got := p.text(`[data-testid="findings-requests"]`); strings.Contains(got, "不平衡") {
		p.t.Errorf("findings say %q", got)
	}
	p.save()
}

// tooMuch breaks the balance of one column, sees what the page says, and mends it.
func (p *page) tooMuch(base string, scripts bool) {
	p.t.Helper()
	p.typeInto(cell("granted", "business"), "2")
	if !scripts {
		p.save()
	}
	findings := p.text(`[data-testid="findings-requests"]`)
	if n := strings.Count(findings, "不平衡"); n != 2 {
		p.t.Errorf("%d columns out of balance, want 2: %s", n, findings)
	}
	for _, want := range []string{"3 + 0 ≠ 4 + 0", "18 + 2 ≠ 19 + 2"} {
		if !strings.Contains(findings, want) {
			p.t.Errorf("findings lack %q: %s", want, findings)
		}
	}
	if got := p.text(cell("result_total", "business")); got != "4" {
		p.t.Errorf("result_total of business is %q, want 4", got)
	}
	p.shot("02-broken")
	p.save()
	p.open(base + "/findings")
	if got := p.text(`[data-testid="findings-page"]`); strings.Count(got, "不平衡") != 2 {
		p.t.Errorf("the list of findings says %s", got)
	}
	p.open(base + "/sections/requests")
	p.typeInto(cell("granted", "business"), "1")
	p.save()
}

// typeInto replaces what stands in a field by typing over it.
func (p *page) typeInto(selector, text string) {
	p.t.Helper()
	p.do("look for "+selector, chromedp.WaitVisible(chromedp.CSS(selector)))
	p.read("mark what stands in "+selector, chromedp.Evaluate[string]("document.querySelector(`"+selector+"`).select(), ''"))
	p.do("type into "+selector, chromedp.SendKeys(chromedp.CSS(selector), text))
}

func (p *page) save() {
	p.t.Helper()
	p.click(`[data-testid="save"]`)
	if got := p.text(`[data-testid="save-state"]`); !strings.Contains(got, "已保存") {
		p.t.Errorf("after saving the page says %q", got)
	}
}

func (p *page) wantState(want string) {
	p.t.Helper()
	if got := p.text(`[data-testid="state"]`); got != want {
		p.shot("failed")
		p.t.Fatalf("the state is %q, want %s: %s", got, want, p.text("main"))
	}
}

// wantWordFile takes the approved document away and looks into it.
func (p *page) wantWordFile(base string) {
	p.t.Helper()
	encoded := p.read("download", chromedp.Evaluate[string](`(async () => {
		const response = await fetch("`+base+`/report.docx");
		const bytes = new Uint8Array(await response.arrayBuffer());
		return btoa(Array.from(bytes, b => String.fromCharCode(b)).join(""));
	})()`, chromedp.EvalAwaitPromise))
	file, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		p.t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		p.t.Fatalf("the Word file: %v", err)
	}
	part, err := archive.Open("word/document.xml")
	if err != nil {
		p.t.Fatal(err)
	}
	defer part.Close()
	text, err := io.ReadAll(part)
	if err != nil {
		p.t.Fatal(err)
	}
	for _, want := range []string{"三、收到和处理政府信息公开申请情况", "w:gridSpan", "w:vMerge", "w:tblHeader", "2028年1月10日", "没有其他需要报告的事项"} {
		if !bytes.Contains(text, []byte(want)) {
			p.t.Errorf("the Word file lacks %q", want)
		}
	}
	if bytes.Contains(text, []byte("草稿")) {
		p.t.Error("the approved file is marked 草稿")
	}
}
