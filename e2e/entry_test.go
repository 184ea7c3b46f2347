package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/agency"
	"nianbao/internal/app"
	"nianbao/internal/tooltest"
	"nianbao/report"
	"nianbao/report/review"
)

// entered is a report as a clerk has it on paper and puts in by the forms.
type entered struct {
	name, edition string
	year          int
	title         string
	preface       string
	// sections in order; a key of the edition's outline, or "" for one to add.
	sections []enteredSection
	// figures that are not 0; blanks keeps the others blank instead of filling them with 0.
	figures map[string]string
	blanks  bool
	// attachment is the text over the table of an attachment, by its key.
	attachments map[string]string
	signature   string
	date        string
	// want are the codes of error findings, each as often as it occurs.
	want []string
}

type enteredSection struct{ key, heading, text string }

// own are reports of our own making with what real ones hold: 无 in cells, more sections than prescribed, an amount with its unit.
func own() []entered {
	none := map[string]string{}
	for _, row := range []string{"licensing", "services", "penalties", "coercion"} {
		for _, column := range []string{"previous", "change", "decisions"} {
			none["disclosure."+row+"."+column] = "无"
		}
	}
	return []entered{
		{name: "none in cells", edition: "gb-2019", year: 2019, title: "石桥乡人民政府2019年政府信息公开工作年度报告", figures: none, want: slices.Repeat([]string{report.CodeNil}, 12),
			sections: []enteredSection{{"overview", "一、总体情况", "（一）主动公开。发布信息31条。\n（二）依申请公开。没有收到申请。"}, {"disclosure", "二、主动公开政府信息情况", ""},
				{"requests", "三、收到和处理政府信息公开申请情况", ""}, {"appeals", "四、政府信息公开行政复议、行政诉讼情况", ""},
				{"problems", "五、存在的主要问题及改进情况", "更新不够及时，下一年按月检查。"}, {"other", "六、其他需要报告的事项", "没有。"}}},
		{name: "an amount with its unit", edition: "gb-2019", year: 2020, title: "石桥街道办事处2020年政府信息公开工作年度报告",
			figures:  map[string]string{"disclosure.procurement.projects": "17", "disclosure.procurement.amount": "36.405万元"},
			sections: []enteredSection{{"overview", "一、总体情况", "工作平稳。"}, {"disclosure", "二、主动公开政府信息情况", "采购情况见表。"}}},
		{name: "nine sections", edition: "gb-2021", year: 2022, title: "石桥乡2022年政府信息公开工作年度报告", signature: "石桥乡人民政府", date: "2023-01-09", preface: "现将有关情况报告如下。",
			sections: []enteredSection{{"overview", "一、总体情况", "甲。"}, {"", "二、政策解读", "乙。"}, {"", "三、平台建设", "丙。"}, {"", "四、制度规范", "丁。"},
				{"disclosure", "五、主动公开政府信息情况", ""}, {"requests", "六、收到和处理政府信息公开申请情况", ""}, {"appeals", "七、政府信息公开行政复议、行政诉讼情况", ""},
				{"problems", "八、存在的问题", "戊。"}, {"", "九、下一步打算", "己。"}}},
		{name: "statistics with a fault", edition: "gb-2014", year: 2016, title: "石桥区服务中心2016年政府信息公开工作年度报告", blanks: true,
			figures:     map[string]string{"statistics.disclosed.count": "90", "statistics.via_website.count": "40", "statistics.via_wechat.count": "95"},
			attachments: map[string]string{"attachment_1": "（石桥区服务中心）"}, want: []string{"range.statistics"},
			sections: []enteredSection{{"overview", "一、概述", "全年工作平稳。"}, {"problems", "二、存在的主要问题及改进情况", "人手不足。"}}},
	}
}

// TestEnter puts whole reports in by the forms and gets them back as JSON and as a Word file that LibreOffice opens.
func TestEnter(t *testing.T) {
	a := newApp(t)
	newMember(t, a, "admin", agency.Admin, "录入县")
	start(t, a)
	for i, e := range append(own(), seeds(t)...) {
		t.Run(e.name, func(t *testing.T) {
			login := fmt.Sprintf("clerk-%d", i)
			newMember(t, a, login, agency.Clerk, fmt.Sprintf("录入机关%d", i))
			c := newClient(t, a.URL(), login)
			base := c.enter(e)
			c.wantReport(base, e)
			c.wantFindings(base, e)
			convert(t, c.file(base+"/report.docx"), e)
		})
	}
}

// newMember makes an agency with a member.
func newMember(t *testing.T, a *app.App, login string, role agency.Role, name string) {
	t.Helper()
	ctx := context.Background()
	made, err := a.Store.CreateAgency(ctx, agency.Agency{Name: name, Kind: agency.Township})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Store.CreateMember(ctx, agency.Member{Login: login, Name: login, Role: role, AgencyID: made.ID}, password); err != nil {
		t.Fatal(err)
	}
}

// enter makes the report and fills in all of it; it gives the report's address.
func (c *client) enter(e entered) string {
	c.t.Helper()
	location := c.must("/", "/reports", url.Values{"year": {fmt.Sprint(e.year)}, "edition": {e.edition}})
	base := location
	c.arrange(base, e)
	c.must(base+"/sections/title", base+"/sections/title", url.Values{"text": {e.title}})
	c.must(base+"/sections/preface", base+"/sections/preface", url.Values{"text": {e.preface}})
	if e.signature != "" {
		c.must(base+"/sections/signature", base+"/sections/signature", url.Values{"agency": {e.signature}, "date": {e.date}})
	}
	for _, key := range c.keys(base) {
		form := url.Values{}
		page := c.get(base + "/sections/" + key)
		for id, v := range e.figures {
			if page.Find(`input[name="`+id+`"]`).Length() > 0 {
				form.Set(id, v)
			}
		}
		if i := slices.IndexFunc(e.sections, func(s enteredSection) bool { return s.key == key }); i >= 0 {
			form.Set("text", e.sections[i].text)
		} else if text, ok := e.attachments[key]; ok {
			form.Set("text", text)
		}
		if tables := page.Find("[data-table]"); tables.Length() > 0 && !e.blanks {
			form.Set("action", "fill-zero:"+tables.First().AttrOr("data-table", ""))
		}
		c.must(base+"/sections/"+key, base+"/sections/"+key, form)
	}
	return base
}

// keys are the pages of the form that hold sections and attachments.
func (c *client) keys(base string) []string {
	c.t.Helper()
	var out []string
	for _, a := range c.get(base + "/outline").Find(`[data-testid="outline"] ol a`).EachIter() {
		key := a.AttrOr("href", "")[strings.LastIndex(a.AttrOr("href", ""), "/")+1:]
		if !slices.Contains([]string{"title", "preface", "signature"}, key) {
			out = append(out, key)
		}
	}
	return out
}

// arrange makes the outline what it is on paper, and notes the keys of added sections.
func (c *client) arrange(base string, e entered) {
	c.t.Helper()
	outline := base + "/outline"
	for i, s := range e.sections {
		if s.key == "" {
			before := c.keys(base)
			c.must(outline, outline, url.Values{"action": {"add"}, "heading": {s.heading}})
			for _, key := range c.keys(base) {
				if !slices.Contains(before, key) {
					e.sections[i].key = key
				}
			}
		}
	}
	for _, key := range c.keys(base) {
		if !strings.HasPrefix(key, "attachment_") && !slices.ContainsFunc(e.sections, func(s enteredSection) bool { return s.key == key }) {
			c.must(outline, outline, url.Values{"action": {"drop"}, "key": {key}})
		}
	}
	for want, s := range e.sections {
		for at := slices.Index(c.keys(base), s.key); at > want; at-- {
			c.must(outline, outline, url.Values{"action": {"up"}, "key": {s.key}})
		}
	}
	for _, s := range e.sections {
		c.must(outline, outline, url.Values{"action": {"rename"}, "key": {s.key}, "heading": {s.heading}})
	}
}

// wantReport compares Report JSON with what was entered.
func (c *client) wantReport(base string, e entered) {
	c.t.Helper()
	var r report.Report
	if err := json.Unmarshal(c.file(base+"/report.json"), &r); err != nil {
		c.t.Fatal(err)
	}
	if r.Title != e.title || r.Preface != strings.Join(report.Paragraphs(e.preface), "\n") || r.Year != e.year || r.Edition != e.edition {
		c.t.Errorf("title %q, preface %q, %d, %s", r.Title, r.Preface, r.Year, r.Edition)
	}
	if len(r.Sections) != len(e.sections) {
		c.t.Fatalf("%d sections, want %d", len(r.Sections), len(e.sections))
	}
	for i, s := range e.sections {
		if got := r.Sections[i]; got.Heading != s.heading || report.TextOf(got.Blocks) != strings.Join(report.Paragraphs(s.text), "\n") {
			c.t.Errorf("section %d is %q with %q, want %q with %q", i+1, got.Heading, report.TextOf(got.Blocks), s.heading, s.text)
		}
	}
	editions, err := report.Standard()
	if err != nil {
		c.t.Fatal(err)
	}
	edition := editions.Get(e.edition)
	for _, id := range slices.Sorted(maps.Keys(r.Figures)) {
		want := "0"
		if e.blanks {
			want = ""
		}
		if raw, ok := e.figures[id]; ok {
			want = report.ParseValue(edition.Cell(id).Kind, raw).Text
		}
		if got := r.Figures[id]; got != want && !edition.Cell(id).Computed {
			c.t.Errorf("%s is %q, want %q", id, got, want)
		}
	}
	for id := range e.figures {
		if _, ok := r.Figures[id]; !ok {
			c.t.Errorf("%s is not in the report", id)
		}
	}
}

// wantFindings compares the errors on figures, blanks aside.
func (c *client) wantFindings(base string, e entered) {
	c.t.Helper()
	editions, err := report.Standard()
	if err != nil {
		c.t.Fatal(err)
	}
	r, err := report.ReadJSON(editions, c.file(base+"/report.json"))
	if err != nil {
		c.t.Fatal(err)
	}
	var got []string
	for _, f := range report.Check(editions.Get(r.Edition), r, report.Context{Mode: report.InForm}) {
		if f.Severity == report.SeverityError && f.Code != report.CodeMissing {
			got = append(got, f.Code)
		}
	}
	if !slices.Equal(got, e.want) {
		c.t.Errorf("errors %v, want %v", got, e.want)
	}
	// The page has what proofreading finds in the text besides.
	all := 0
	for _, f := range review.New(review.Settings{}).Proofread(editions.Get(r.Edition), r, report.Context{Mode: report.InForm}).Findings {
		if f.Severity == report.SeverityError && f.Code != report.CodeMissing {
			all++
		}
	}
	if n := c.get(base + "/findings").Find(`.finding-group .finding.is-error`).Length(); n != all || n < len(e.want) {
		c.t.Errorf("the page lists %d errors, want %d, %d of them on figures", n, all, len(e.want))
	}
}

// convert lets LibreOffice open the Word file, and looks for the headings in what it makes of it.
func convert(t *testing.T, docx []byte, e entered) {
	t.Helper()
	office := tooltest.Need(t, "soffice", "libreoffice-writer-nogui")
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "r.docx"), docx, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir,
		filepath.Join(dir, "r.docx")).CombinedOutput()
	if err != nil || strings.Contains(strings.ToLower(string(out)), "error") {
		t.Fatalf("LibreOffice: %v %s", err, out)
	}
	text, err := exec.Command(tooltest.Need(t, "pdftotext", "poppler-utils"), filepath.Join(dir, "r.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	squeezed := strings.Join(strings.Fields(string(text)), "")
	at := 0
	for _, s := range e.sections {
		i := strings.Index(squeezed[at:], strings.Join(strings.Fields(s.heading), ""))
		if i < 0 {
			t.Errorf("the PDF lacks %q, or it is out of order", s.heading)
			continue
		}
		at += i
	}
}
