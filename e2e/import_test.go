package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"nianbao/agency"
	"nianbao/internal/app"
	"nianbao/internal/tooltest"
	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/export"
	"nianbao/report/intake"
)

// doubted is the figure that the story's first file leaves in doubt.
const doubted = "requests.received.business"

// TestImport reads last year's report in, confirms it, and finds its figures beside this year's; with JavaScript and without. Then
// come files as agencies have them.
func TestImport(t *testing.T) {
	for _, scripts := range []bool{true, false} {
		name := map[bool]string{true: "with scripts", false: "without scripts"}[scripts]
		t.Run(name, func(t *testing.T) {
			url, a := serve(t)
			newcomer(t, a)
			p := &page{t: t, ctx: browser(t), url: url, shots: "import-" + strings.ReplaceAll(name, " ", "-")}
			if !scripts {
				if _, err := chromedp.Call(p.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
					t.Fatal(err)
				}
			}
			folder := t.TempDir()
			p.importHistory(folder)
			p.importMany(folder, scripts)
			if scripts {
				p.importWord(folder)
			}
		})
	}
}

// newcomer is a township that has no report in the system yet.
func newcomer(t *testing.T, a *app.App) {
	t.Helper()
	county, err := a.Store.AgencyByName(t.Context(), "云溪县人民政府")
	if err != nil {
		t.Fatal(err)
	}
	town, err := a.Store.CreateAgency(t.Context(), agency.Agency{ParentID: county.ID, Name: "松坪镇人民政府", ShortName: "松坪镇", Kind: agency.Township})
	if err != nil {
		t.Fatal(err)
	}
	for login, role := range map[string]agency.Role{"songping": agency.Clerk, "songping-s": agency.Supervisor} {
		if _, err := a.Store.CreateMember(t.Context(), agency.Member{Login: login, Name: "程晓", Role: role, AgencyID: town.ID}, password); err != nil {
			t.Fatal(err)
		}
	}
}

// publishedReport is a report of the newcomer's as it was published, in our own words.
func publishedReport(t *testing.T, year int) (*report.Edition, *report.Report) {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	e := editions.ForYear(year)
	r := &report.Report{Edition: e.ID, Year: year, Agency: "松坪镇人民政府", Title: e.Title("松坪镇人民政府", year), Figures: report.Figures{},
		Preface:   fmt.Sprintf("本报告由松坪镇人民政府编制，数据统计期限为%d年1月1日至12月31日。", year),
		Signature: report.Signature{Agency: "松坪镇人民政府", Date: fmt.Sprintf("%d-01-16", year+1)}}
	words := map[string][]string{
		"overview": {"（一）主动公开。全年通过县政府门户网站公开信息47条。", "（二）依申请公开。全年新收申请5件，均在法定期限内答复。", "（三）监督保障。开展培训2次，没有发生责任追究。"},
		"problems": {"公开栏目更新还不够及时，下一步由专人按月核对。"}, "other": {"本年度没有收取信息处理费。"}}
	for _, p := range e.Outline {
		s := report.Section{Key: p.Key, Heading: p.Heading}
		for _, text := range words[p.Key] {
			s.Blocks = append(s.Blocks, report.Block{Text: text})
		}
		for _, table := range p.Tables {
			s.Blocks = append(s.Blocks, report.Block{Table: table})
		}
		r.Sections = append(r.Sections, s)
	}
	for _, table := range e.Tables {
		for _, c := range table.Cells {
			if !c.Computed {
				r.Figures[c.ID] = "0"
			}
		}
	}
	for id, v := range map[string]string{doubted: "2", "requests.received.natural_person": "3", "requests.granted.natural_person": "3", "requests.granted.business": "1",
		"requests.carried_over.business": "1", "disclosure.documents.in_force": "4", "disclosure.licensing.decisions": "17", "disclosure.fees.amount": "1.25"} {
		r.Figures[id] = v
	}
	report.WithTotals(e, r, report.InForm)
	return e, r
}

// jsonFile is a report as Report JSON in which one figure is in doubt.
func jsonFile(t *testing.T, folder string, year int) string {
	t.Helper()
	_, r := publishedReport(t, year)
	r.Notes = []report.Note{{Code: intake.NoteDoubtful, Near: doubted, Message: "列名“企业”不在规定的列里，按位置当作商业企业。"},
		{Code: intake.NoteChrome, Near: "首页 > 政务公开 > 年度报告", Message: "网页的栏目，没有放进报告。"}}
	body, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, fmt.Sprintf("松坪镇%d年报告.json", year))
	if err := os.WriteFile(path, body, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// wordFile is a report that LibreOffice has made a Word file of, with a head that is not as prescribed.
func wordFile(t *testing.T, folder string, year int) string {
	t.Helper()
	soffice := tooltest.Need(t, "soffice", "libreoffice-writer")
	e, r := publishedReport(t, year)
	var html bytes.Buffer
	if _, err := (export.Exporter{}).Write(&html, "html", e, r, document.Options{}); err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(html.String(), "科研机构", "科技院所", 1)
	path := filepath.Join(folder, fmt.Sprintf("松坪镇%d年报告.html", year))
	if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), soffice, "-env:UserInstallation=file://"+filepath.Join(folder, "profile"), "--headless",
		"--infilter=HTML (StarWriter)", "--convert-to", "docx:Office Open XML Text", "--outdir", folder, path)
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	return strings.TrimSuffix(path, ".html") + ".docx"
}

func (p *page) choose(files ...string) {
	p.t.Helper()
	p.do("choose files", chromedp.SetUploadFiles(chromedp.CSS("#files"), files))
}

// importHistory sends last year's report, looks at what was made of it, confirms the figure in doubt and keeps it.
func (p *page) importHistory(folder string) {
	p.t.Helper()
	p.signIn("songping")
	p.shot("01-home")
	p.click(`[data-testid="import-offer"] a`)
	p.shot("02-imports-empty")
	p.choose(jsonFile(p.t, folder, 2025))
	p.click(`[data-testid="send"]`)
	p.shot("03-result")
	for selector, want := range map[string]string{`[data-testid="source"]`: "全年通过县政府门户网站公开信息47条", `[data-testid="doubts"]`: "列名“企业”不在规定的列里",
		`[data-testid="import-findings"]`: "没有发现问题", `#agency option[selected]`: "松坪镇人民政府"} {
		if got := p.read("read "+selector, chromedp.TextContent(chromedp.CSS(selector))); !strings.Contains(got, want) {
			p.t.Errorf("%s says %q, want %q in it", selector, got, want)
		}
	}
	p.do("say that it was compared", chromedp.Click(chromedp.CSS(`[name="sure"]`)))
	p.click(`[data-testid="keep-history"]`)
	if got := p.text(`[data-testid="errors"]`); !strings.Contains(got, "商业企业还没有核对") {
		p.t.Errorf("with a figure in doubt: %q", got)
	}
	p.shot("04-refused")
	p.do("confirm the figure", chromedp.Click(chromedp.CSS(`[name="ok"]`)))
	p.click(`[data-testid="keep-history"]`)
	p.wantState("历史")
	p.shot("05-history")
	p.open("/")
	p.shot("06-home")
	if got := p.text(`[data-testid="earlier"]`); !strings.Contains(got, "历史") {
		p.t.Errorf("earlier reports: %q", got)
	}
	base := p.beginReport("2026")
	p.open(base + "/sections/requests")
	if got := p.text(`td:has([id="` + doubted + `"]) .last`); !strings.HasSuffix(got, "2") {
		p.t.Errorf("last year's value beside the cell: %q", got)
	}
	p.typeInto(cell("carried_in", "business"), "3")
	p.save()
	if got := p.text(`[data-testid="findings-requests"]`); !strings.Contains(got, "结转") {
		p.t.Errorf("what was carried over is 1, carried in 3; the findings say %q", got)
	}
	p.shot("07-beside")
}

// importMany sends several files, one of which is no report.
func (p *page) importMany(folder string, scripts bool) {
	p.t.Helper()
	odd := filepath.Join(folder, "通讯录.txt")
	if err := os.WriteFile(odd, []byte("张三 13900000000\n李四 13900000001\n"), 0o600); err != nil {
		p.t.Fatal(err)
	}
	files := []string{jsonFile(p.t, folder, 2023), odd, jsonFile(p.t, folder, 2022)}
	p.open("/imports")
	p.choose(files...)
	if scripts {
		p.do("send", chromedp.Click(chromedp.CSS(`[data-testid="send"]`)))
		p.read("wait for the lines", chromedp.Evaluate[string](`(async () => {
			while (!document.querySelector("[data-upload-state]").textContent.includes("3 / 3")) await new Promise(done => setTimeout(done, 50));
			return "";
		})()`, chromedp.EvalAwaitPromise))
	} else {
		p.click(`[data-testid="send"]`)
	}
	p.shot("08-many")
	got := p.text(`[data-testid="imports"]`)
	for _, want := range []string{"松坪镇人民政府 2023 年", "松坪镇人民政府 2022 年", "通讯录.txt", "1 格要核对"} {
		if !strings.Contains(got, want) {
			p.t.Errorf("the list lacks %q: %s", want, got)
		}
	}
	if got := p.text(`[data-testid="problem"]`); got == "" {
		p.t.Error("nothing is said about the file that is no report")
	}
}

// importWord reads a Word file, corrects a figure and keeps it for later.
func (p *page) importWord(folder string) {
	p.t.Helper()
	p.open("/imports")
	p.choose(wordFile(p.t, folder, 2024))
	p.click(`[data-testid="send"]`)
	p.shot("09-word")
	if got := p.read("read a figure", chromedp.Value(chromedp.CSS(cell("received", "natural_person")))); got != "3" {
		p.t.Errorf("the figure is %q", got)
	}
	// The field leads to the cell of the file.
	p.do("go to a figure", chromedp.Focus(chromedp.CSS(`[id="disclosure.licensing.decisions"]`)))
	if got := p.text(".import-source .here"); got != "17" {
		p.t.Errorf("the cell that is marked says %q", got)
	}
	p.shot("10-word-marked")
	for _, width := range []int64{1000, 600} {
		p.do("narrow", chromedp.EmulateViewport(width, 900))
		p.shot(fmt.Sprintf("11-word-%d", width))
		if got := p.read("measure", chromedp.Evaluate[string](`String(document.documentElement.scrollWidth <= innerWidth)`)); got != "true" {
			p.t.Errorf("at %d the page is wider than the window", width)
		}
	}
	p.do("wide", chromedp.EmulateViewport(1440, 900))
	p.click(`[data-testid="keep-later"]`)
	p.open("/")
	if got := p.text(`[data-testid="earlier"]`); !strings.Contains(got, "待核对") {
		p.t.Errorf("earlier reports: %q", got)
	}
	p.shot("12-later")
}
