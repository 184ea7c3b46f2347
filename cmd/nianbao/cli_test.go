package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"nianbao/report"
	"nianbao/report/intake"
)

// call runs a command line and gives its status and what it wrote.
func call(t *testing.T, stdin string, args ...string) (status int, out, err string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status = run(context.Background(), args, streams{in: strings.NewReader(stdin), out: &stdout, err: &stderr})
	return status, stdout.String(), stderr.String()
}

// texts are the sections of a report that nothing is to be said about.
var texts = map[string]string{
	"overview": "（一）主动公开。全年通过县政府网站发布信息 62 条。\n（二）依申请公开。没有收到政府信息公开申请。\n（三）政府信息管理。发布前逐条审核，过期的及时清理。\n" +
		"（四）平台建设。政务公开栏按季更换。\n（五）监督保障。组织业务培训 1 次，工作考核、社会评议情况良好，没有需要追究责任的情形。",
	"problems": "公开的形式还不够多样。下一步将多用图表解读政策。",
	"other":    "本年度没有收取信息处理费，没有其他需要报告的事项。",
}

// write puts a report of zeros with some other figures into a file.
func write(t *testing.T, name string, figures report.Figures) string {
	t.Helper()
	return writeYear(t, name, 2026, figures)
}

func writeYear(t *testing.T, name string, year int, figures report.Figures) string {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	e := editions.Get("gb-2021")
	r := report.Report{Edition: e.ID, Year: year, Agency: "测试乡人民政府", Title: fmt.Sprintf("测试乡人民政府%d年政府信息公开工作年度报告", year), Figures: report.Figures{}}
	for _, o := range report.StandardOutline(e, year) {
		r.Sections = append(r.Sections, report.Section{Key: o.Key, Heading: o.Heading, Blocks: report.PutTogether(strings.Split(texts[o.Key], "\n"), o.Fixtures)})
	}
	for _, table := range e.Tables {
		for _, c := range table.Cells {
			r.Figures[c.ID] = "0"
		}
	}
	for id, v := range figures {
		r.Figures[id] = v
	}
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return file(t, name, data)
}

func file(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestCheck(t *testing.T) {
	good := write(t, "good.json", nil)
	bad := write(t, "bad.json", report.Figures{"requests.received.business": "1"})
	last := writeYear(t, "last.json", 2025, report.Figures{"requests.carried_over.business": "2", "requests.carried_over.total": "2"})
	broken := file(t, "broken.json", []byte("{\n\"edition\": }"))
	word := file(t, "old.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and the rest"))
	utf8, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	encode := func(name string, to encoding.Encoding) string {
		data, err := to.NewEncoder().Bytes(utf8)
		if err != nil {
			t.Fatal(err)
		}
		return file(t, name, data)
	}
	gb, wide := encode("gb.json", simplifiedchinese.GB18030), encode("wide.json", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM))
	noise := file(t, "noise.json", []byte{0xff, 0x80, 0xff, 0x80, 0x81})
	for _, c := range []struct {
		name        string
		args        []string
		status      int
		out, stderr string
	}{
		{"clean", []string{"check", good}, 0, "错误 0，提醒 0", ""},
		{"errors", []string{"check", bad}, 1, "balance", ""},
		{"a sum that is wrong as it stands", []string{"check", bad}, 1, "sum.applicants", ""},
		{"last year", []string{"check", good, "--previous", last}, 1, "carry.requests", ""},
		{"another year as last year", []string{"check", good, "--previous", good}, 2, "", "2025 年的报告"},
		{"last year that is not there, as JSON", []string{"check", "--json", good, "--previous", "nowhere.json"}, 2, `"error":`, ""},
		{"GB 18030", []string{"check", gb}, 0, "错误 0", ""},
		{"UTF-16", []string{"check", wide}, 0, "错误 0", ""},
		{"no text at all", []string{"check", noise}, 2, "", "不是有效的"},
		{"last year for two files", []string{"check", good, good, "--previous", last}, 2, "", "一个文件"},
		{"not JSON", []string{"check", broken}, 2, "", "第 2 行"},
		{"unreadable beats errors", []string{"check", bad, broken}, 2, "balance", "第 2 行"},
		{"the old Word format", []string{"check", word}, 2, "", "另存为 .docx"},
		{"not there", []string{"check", "nowhere.json"}, 2, "", "没有这个文件"},
		{"JSON", []string{"check", "--json", bad}, 1, `"code":"balance"`, ""},
		{"unreadable as JSON", []string{"check", "--json", broken}, 2, `"error":`, ""},
		{"no file", []string{"check"}, 2, "", "file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, out, stderr := call(t, "", c.args...)
			if status != c.status || !strings.Contains(out, c.out) || !strings.Contains(stderr, c.stderr) {
				t.Errorf("status %d, out %q, err %q", status, out, stderr)
			}
		})
	}
	_, out, _ := call(t, "", "check", "--json", good, bad, broken)
	if lines := strings.Split(strings.TrimSpace(out), "\n"); len(lines) != 3 {
		t.Errorf("%d lines for three files: %s", len(lines), out)
	} else {
		for _, line := range lines {
			if !json.Valid([]byte(line)) {
				t.Errorf("not JSON: %s", line)
			}
		}
	}
}

// Several files end in a table; a page of findings stands alone.
func TestCheckMany(t *testing.T) {
	good, bad := write(t, "good.json", nil), write(t, "bad.json", report.Figures{"requests.received.business": "1"})
	broken := file(t, "broken.json", []byte("{"))
	page := filepath.Join(t.TempDir(), "意见.html")
	status, out, _ := call(t, "", "check", good, bad, broken, "--html", page)
	if status != 2 || !strings.Contains(out, "合计 3 份") || !strings.Contains(out, "读不了") {
		t.Errorf("status %d, out %s", status, out)
	}
	html, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"测试乡人民政府 2026 年", "商业企业", "broken.json", "<style>"} {
		if !strings.Contains(string(html), want) {
			t.Errorf("the page has no %s", want)
		}
	}
	for _, outside := range []string{"<script", "<link", "<img", "src=", filepath.Dir(good), filepath.Dir(broken)} {
		if strings.Contains(string(html), outside) {
			t.Errorf("the page is not self-contained, or tells of this machine: %s", outside)
		}
	}
	if _, out, _ := call(t, "", "check", good, good); strings.Contains(out, "similar.peer") {
		t.Errorf("a file is its own peer: %s", out)
	}
	if status, _, stderr := call(t, "", "check", good, "--html", "/dev/full"); status != 1 || !strings.Contains(stderr, "磁盘满了") {
		t.Errorf("a full disk: status %d, %q", status, stderr)
	}
	if status, _, stderr := call(t, "", "check", good, "--html", filepath.Join(t.TempDir(), "none", "x.html")); status != 1 || !strings.Contains(stderr, "写不进去") {
		t.Errorf("status %d, %s", status, stderr)
	}
}

// An installation does without a rule, or with less of it.
func TestCheckRules(t *testing.T) {
	bad := write(t, "bad.json", report.Figures{"requests.carried_over.business": "1", "requests.carried_over.total": "1"})
	rule := func(severity string) string {
		return file(t, "rules.yaml", []byte("rules:\n  - {code: balance, severity: "+severity+", since: 2026-12-01, reason: 试用}\n"))
	}
	for _, c := range []struct {
		name        string
		args        []string
		status      int
		out, stderr string
	}{
		{"as it is", nil, 1, "错误 2", ""},
		{"softened", []string{"--rules", rule("warning")}, 0, "2026-12-01 起放宽：试用", ""},
		{"switched off", []string{"--rules", rule("off")}, 0, "错误 0，提醒 0", ""},
		{"no such severity", []string{"--rules", rule("none")}, 2, "", "off、hint 或 warning"},
		{"no such file", []string{"--rules", "nowhere.yaml"}, 2, "", "没有这个文件"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, out, stderr := call(t, "", append([]string{"check", bad}, c.args...)...)
			if status != c.status || !strings.Contains(out, c.out) || !strings.Contains(stderr, c.stderr) {
				t.Errorf("status %d, out %q, err %q", status, out, stderr)
			}
		})
	}
}

func TestConvert(t *testing.T) {
	in := write(t, "in.json", report.Figures{"disclosure.fees.amount": "288.829"})
	dir := t.TempDir()
	for _, c := range []struct {
		name, in, out string
		status        int
		stderr        string
	}{
		{"Word", in, "r.docx", 0, ""},
		{"page", in, "r.html", 0, ""},
		{"JSON", in, "r.json", 0, ""},
		{"workbook", in, "r.xlsx", 0, ""},
		{"pages", in, "r.pdf", 0, "“方正小标宋简体”用“"},
		{"pages of the national format", in, "r.ofd", 0, "--fonts"},
		{"a format that is none", in, "r.doc", 3, "不能导出“doc”格式"},
		{"no format", in, "r", 3, "没有扩展名"},
		{"no such folder", in, filepath.Join("none", "r.docx"), 3, "写不进去"},
		{"what was written before", filepath.Join(dir, "r.docx"), "s.json", 0, ""},
		{"no report", file(t, "note.txt", []byte("今天下午三点开会。")), "s.json", 2, "note.txt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, _, stderr := call(t, "", "convert", c.in, filepath.Join(dir, c.out))
			if status != c.status || !strings.Contains(stderr, c.stderr) {
				t.Errorf("status %d, %q", status, stderr)
			}
		})
	}
	if z, err := zip.OpenReader(filepath.Join(dir, "r.docx")); err != nil {
		t.Error(err)
	} else {
		z.Close()
	}
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	before, err1 := readReport(editions, in, intake.Options{})
	after, err2 := readReport(editions, filepath.Join(dir, "r.json"), intake.Options{})
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	a, _ := json.Marshal(before)
	b, _ := json.Marshal(after)
	if !bytes.Equal(a, b) {
		t.Error("convert x.json y.json changed the report")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".nianbao-*")); len(left) > 0 {
		t.Errorf("half-written files are left: %v", left)
	}
}

// TestFonts sets documents in an operator's fonts, by the names and from the folder that flags and environment give.
func TestFonts(t *testing.T) {
	in := write(t, "in.json", nil)
	dir, own := t.TempDir(), t.TempDir()
	font, err := os.ReadFile(filepath.Join("..", "..", "fonts", "FandolFang-Regular.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(own, "fang.ttf"), font, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(own, "broken.ttf"), font[:100], 0o600); err != nil {
		t.Fatal(err)
	}
	word := func(args ...string) string {
		t.Helper()
		out := filepath.Join(dir, "r.docx")
		if status, _, stderr := call(t, "", append([]string{"convert", in, out}, args...)...); status != 0 || stderr != "" {
			t.Fatalf("status %d, %q", status, stderr)
		}
		archive, err := zip.OpenReader(out)
		if err != nil {
			t.Fatal(err)
		}
		defer archive.Close()
		styles, err := archive.Open("word/styles.xml")
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(styles)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	if styles := word("--font-kai", "测试楷体"); !strings.Contains(styles, `"测试楷体"`) || !strings.Contains(styles, `"黑体"`) {
		t.Error("the Word file does not name the fonts of the flags")
	}
	t.Setenv("NIANBAO_FONT_HEI", "测试黑体")
	if styles := word(); !strings.Contains(styles, `"测试黑体"`) {
		t.Error("the Word file does not name the font of the environment")
	}
	t.Setenv("NIANBAO_FONTS", own)
	pages := filepath.Join(dir, "r.pdf")
	status, _, stderr := call(t, "", "convert", in, pages, "--font-fang", "FandolFang")
	if status != 0 || !strings.Contains(stderr, "“测试黑体”用“") || strings.Contains(stderr, "“FandolFang”用") || !strings.Contains(stderr, "broken.ttf") {
		t.Errorf("status %d, %q", status, stderr)
	}
	for line := range strings.Lines(stderr) {
		if !strings.HasSuffix(line, "。\n") {
			t.Errorf("no sentence of its own: %q", line)
		}
	}
	nowhere := filepath.Join(own, "nowhere")
	for _, c := range []struct {
		status int
		args   []string
	}{
		{3, []string{"convert", in, pages}},
		{3, []string{"convert", in, filepath.Join(dir, "unwanted.docx")}},
		{1, []string{"serve", "--addr", "127.0.0.1:0", "--db", "sqlite:" + filepath.Join(dir, "unwanted.db")}},
		{1, []string{"demo", "--addr", "127.0.0.1:0", "--db", "sqlite:" + filepath.Join(dir, "unwanted.db")}},
	} {
		status, _, stderr := call(t, "", append(c.args, "--fonts", nowhere)...)
		if want := "nianbao: 字体文件夹“" + nowhere + "”打不开，请看看 --fonts 写得对不对。\n"; status != c.status || stderr != want {
			t.Errorf("%q: status %d, %q", c.args, status, stderr)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "unwanted*")); left != nil {
		t.Errorf("written all the same: %q", left)
	}
	odd := write(t, "odd.json", nil)
	text, err := os.ReadFile(odd)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(odd, bytes.Replace(text, []byte("情况良好"), []byte("情况良好\U00030EDD"), -1), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, stderr := call(t, "", "convert", odd, pages); !strings.Contains(stderr, "\U00030EDD") {
		t.Errorf("a character that no font has: %q", stderr)
	}
}

func TestAccounts(t *testing.T) {
	db := "sqlite:" + filepath.Join(t.TempDir(), "n.db")
	t.Setenv("NIANBAO_PASSWORD", "")
	add := func(stdin string, args ...string) (int, string, string) {
		return call(t, stdin, append([]string{"user", "add", "--db", db}, args...)...)
	}
	for _, c := range []struct {
		name, stdin string
		args        []string
		status      int
		want        string
	}{
		{"the first, who makes the agency", "a-good-password\n", []string{"--login", "root", "--name", "甲", "--role", "admin", "--agency", "测试县"}, 0, "root"},
		{"a slip in the agency", "a-good-password\n", []string{"--login", "c", "--name", "乙", "--role", "clerk", "--agency", "测试线"}, 1, "没有名为"},
		{"an agency below", "a-good-password\n", []string{"--login", "c", "--name", "乙", "--role", "clerk", "--agency", "测试乡", "--kind", "township", "--under", "测试县"}, 0, "测试乡"},
		{"the same login", "a-good-password\n", []string{"--login", "C", "--name", "乙", "--role", "clerk", "--agency", "测试乡"}, 1, ""},
		{"no password", "", []string{"--login", "d", "--name", "丙", "--role", "clerk", "--agency", "测试乡"}, 1, "没有密码"},
		{"a short password", "short\n", []string{"--login", "d", "--name", "丙", "--role", "clerk", "--agency", "测试乡"}, 1, "至少"},
		{"an unknown role", "a-good-password\n", []string{"--login", "d", "--name", "丙", "--role", "king", "--agency", "测试乡"}, 1, "role"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, out, stderr := add(c.stdin, c.args...)
			if status != c.status || !strings.Contains(out+stderr, c.want) {
				t.Errorf("status %d, out %q, err %q", status, out, stderr)
			}
		})
	}
	if status, out, _ := call(t, "", "migrate", "--db", db); status != 0 || !strings.Contains(out, "不用升级") {
		t.Errorf("migrate again: %d %q", status, out)
	}
	if status, out, _ := call(t, "", "version"); status != 0 || !strings.HasPrefix(out, "nianbao ") {
		t.Errorf("version: %d %q", status, out)
	}
}

func TestRead(t *testing.T) {
	in := write(t, "in.json", report.Figures{"disclosure.fees.amount": "288.829"})
	word := filepath.Join(t.TempDir(), "r.docx")
	if status, _, stderr := call(t, "", "convert", in, word); status != 0 {
		t.Fatal(stderr)
	}
	status, out, stderr := call(t, "", "read", word)
	if status != 0 {
		t.Fatal(stderr)
	}
	var r report.Report
	if err := json.Unmarshal([]byte(out), &r); err != nil {
		t.Fatal(err)
	}
	if r.Edition != "gb-2021" || r.Year != 2026 || r.Figures["disclosure.fees.amount"] != "288.829" {
		t.Errorf("edition %q, year %d, amount %q", r.Edition, r.Year, r.Figures["disclosure.fees.amount"])
	}
	for _, c := range []struct {
		name   string
		args   []string
		stderr string
	}{
		{"no such edition", []string{"read", word, "--edition", "gb-1949"}, "gb-2021"},
		{"not there", []string{"read", "nowhere.docx"}, "没有这个文件"},
		{"a folder", []string{"read", t.TempDir()}, "读不出来"},
		{"no file", []string{"read"}, "file"},
	} {
		if status, out, stderr := call(t, "", c.args...); status != statusUnreadable || out != "" || !strings.Contains(stderr, c.stderr) {
			t.Errorf("%s: status %d, out %q, err %q", c.name, status, out, stderr)
		}
	}
}

// What is wrong with a command line is said in Chinese, in one line.
func TestMisused(t *testing.T) {
	for _, c := range []struct {
		args   []string
		want   string
		status int
	}{
		{nil, "要写明做什么", 1}, {[]string{"fly"}, "多了 fly", 1}, {[]string{"convert", "a.docx"}, "还缺 <out>", statusUnreadable},
		{[]string{"convert", "--wings", "a.docx", "b.pdf"}, "没有这个选项：--wings", statusUnreadable}, {[]string{"user", "add"}, "还缺选项 --agency", 1},
	} {
		status, _, complaints := call(t, "", c.args...)
		lines := strings.Split(strings.TrimSpace(complaints), "\n")
		if last := lines[len(lines)-1]; status != c.status || !strings.Contains(last, c.want) || !strings.HasSuffix(last, "看用法。") {
			t.Errorf("%q: %d %q", c.args, status, last)
		}
	}
}
