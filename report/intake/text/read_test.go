package text

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"nianbao/report"
	"nianbao/report/document"
)

// shown writes a document in lines: a paragraph as it is, a heading of Markdown behind its marks, a row of a table between brackets with
// its cells between slashes.
func shown(doc *document.Document) []string {
	var lines []string
	for _, b := range doc.Sections[0].Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			lines = append(lines, strings.TrimSpace(strings.Repeat("#", b.Level)+" "+b.Text))
		case *document.Table:
			lines = append(lines, "table")
			for _, row := range b.Rows {
				var cells []string
				for _, c := range row.Cells {
					cells = append(cells, c.Text)
				}
				lines = append(lines, "["+strings.Join(cells, " / ")+"]")
			}
			if !b.Ragged {
				lines = append(lines, "not ragged")
			}
		}
	}
	return lines
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"paragraphs", "标题\r\n\r\n\u3000\u3000第一段。\r第二段。\n\n\f第三段。\u2028第四段。\u0085第五段\u000b第六段\n \u00a0\n\ufeff\n", `
标题
第一段。
第二段。
第三段。
第四段。
第五段
第六段`},
		{"pipes on both sides", `
二、主动公开政府信息情况
| 第二十条第（一）项 | |||
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 1 | |
|  | | | |
三、收到和处理政府信息公开申请情况
没有。`, `
二、主动公开政府信息情况
table
[第二十条第（一）项 /  /  / ]
[信息内容 / 本年制发件数 / 本年废止件数 / 现行有效件数]
[规章 / 0 / 1 / ]
三、收到和处理政府信息公开申请情况
没有。`},
		{"a pipe after each cell", `
规章 | 0 | 0 | 0 |
行政规范性文件 | 2 | 0 | 5 |
 | 甲 | 乙 | 丙 |
末段`, `
table
[规章 / 0 / 0 / 0]
[行政规范性文件 / 2 / 0 / 5]
[ / 甲 / 乙 / 丙]
末段`},
		{"pipes between cells, full width, titles without", `
第二十条第（一）项
信息内容｜本年制发件数｜本年废止件数
规章｜0｜1
第二十条第（五）项
信息内容｜本年处理决定数量
行政许可｜36`, `
table
[第二十条第（一）项]
[信息内容 / 本年制发件数 / 本年废止件数]
[规章 / 0 / 1]
[第二十条第（五）项]
[信息内容 / 本年处理决定数量]
[行政许可 / 36]`},
		{"one cell a line", `
统计表
（水务局）
指标 |
单位 |
数量 |
一、主动公开 |
——— |
|
公开信息数 |
条 |
36 |
末段。`, `
统计表
（水务局）
table
[指标]
[单位]
[数量]
[一、主动公开]
[———]
[]
[公开信息数]
[条]
[36]
末段。`},
		{"one cell a line between lone pipes", `
统计表
指标
|
数量
|
一、主动公开情况
|
|
公开信息数
|
36
2023年1月5日`, `
统计表
table
[指标]
[数量]
[一、主动公开情况]
[]
[公开信息数]
[36]
2023年1月5日`},
		{"a value and labels on a second line", `
一、本年新收申请数量 | 0 | 0 |
0 | ||
2.申请人逾期未按收费通知要求缴费、行政机关
不再处理 | 0 | 0 | 0 |
商业
企业 | 科研
机构 | 总计 |
二、上年结转 | 1 | 2
三、本年办结 | 3 | 4 |
四、结转下年 |
7
| 8 |
五、其他
| 9 |`, `
table
[一、本年新收申请数量 / 0 / 0]
[0 /  / ]
[2.申请人逾期未按收费通知要求缴费、行政机关
不再处理 / 0 / 0 / 0]
[商业
企业 / 科研
机构 / 总计]
[二、上年结转 / 1 / 2]
[三、本年办结 / 3 / 4]
[四、结转下年]
[7 / 8]
[五、其他 / 9]`},
		{"rows that have all their cells", `
第二十条第（一）项 | |||
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 0 | 0 | 0
信息内容 | 处理决定数量 | ||
行政许可 | 0 | ||`, `
table
[第二十条第（一）项 /  /  / ]
[信息内容 / 本年制发件数 / 本年废止件数 / 现行有效件数]
[规章 / 0 / 0 / 0]
[信息内容 / 处理决定数量 /  / ]
[行政许可 / 0 /  / ]`},
		{"rows without borders of which many begin with an empty cell", `
规章 | 0 | 0
| 1.甲 | 0
| 2.乙 | 0
| 3.丙 | 7
总计 | | 7`, `
table
[规章 / 0 / 0]
[ / 1.甲 / 0]
[ / 2.乙 / 0]
[ / 3.丙 / 7]
[总计 /  / 7]`},
		{"a grid of three columns a cell", `
| 行政复议 ||| 行政诉讼 |||||||||
| 维持 ||| 纠正 ||| 维持 ||| 总计 |||
| 0 ||| ||| 2 ||| 3 |||`, `
table
[行政复议 / 行政诉讼 /  / ]
[维持 / 纠正 / 维持 / 总计]
[0 /  / 2 / 3]`},
		{"a row of figures with every second one empty", "| 0 | | 3 | | 5 |", `
table
[0 /  / 3 /  / 5]`},
		{"the same within pipes on both sides", `
| 商业
企业 | 科研
机构 | 总计 |
| 自然人 | 0 | 0
| 法人 | 0 | 0 |
| 其他 | 0 | 0 |
| 社团 | 0 | 0 |
| 律所 | 0 |
0 |`, `
table
[商业
企业 / 科研
机构 / 总计]
[自然人 / 0 / 0]
[法人 / 0 / 0]
[其他 / 0 / 0]
[社团 / 0 / 0]
[律所 / 0]
[0]`},
		{"a line that begins with what none begins with", `
2.重复申请 | 0 | 0 |
3
．补正后申请内容不明确 | 0 | 0 |
4.无正当理由 | 2
.5 | 0 |`, `
table
[2.重复申请 / 0 / 0]
[3
．补正后申请内容不明确 / 0 / 0]
[4.无正当理由 / 2
.5 / 0]`},
		{"a label that ends as headings do over its pipe", `
行政许可
|
25
|
其他对外管理服务事项
|
|
|
7
|`, `
table
[行政许可]
[25]
[其他对外管理服务事项]
[]
[]
[7]`},
		{"the corner on two lines", `
三、申请情况
（本列数据的关系为：第一项加第二项之和，
等于第三项加第四项之和） | 申请人情况 | |
自然人 | 总计 |`, `
三、申请情况
table
[（本列数据的关系为：第一项加第二项之和，
等于第三项加第四项之和） / 申请人情况 / ]
[自然人 / 总计]`},
		{"blank lines between rows", "规章 | 0 |\n\n\n文件 | 0 |\n\n四、行政复议、行政诉讼情况\n\n行政复议 | 0 |\n行政诉讼 | 1 |\n", `
table
[规章 / 0]
[文件 / 0]
四、行政复议、行政诉讼情况
table
[行政复议 / 0]
[行政诉讼 / 1]`},
		{"heading without number, date and notes end a table", `
规章 | 0 |
文件 | 0 |
收到和处理政府信息公开申请情况
自然人 | 0 |
总计 | 0 |
注：数据截至年底
复议 | 0 |
诉讼 | 0 |
云岭县水务局
2023年1月5日
网站地图 | 联系我们 |`, `
table
[规章 / 0]
[文件 / 0]
收到和处理政府信息公开申请情况
table
[自然人 / 0]
[总计 / 0]
注：数据截至年底
table
[复议 / 0]
[诉讼 / 0]
云岭县水务局
2023年1月5日
table
[网站地图 / 联系我们]`},
		{"pipes that are no table", `
首页 | 政务公开 | 年报
本县推行“政务服务|监督”一体化，群众满意。
| 这一段放在一个框里，只是为了排版好看，不是表格。 |
行政许可 | 12
末段`, `
首页 | 政务公开 | 年报
本县推行“政务服务|监督”一体化，群众满意。
这一段放在一个框里，只是为了排版好看，不是表格。
table
[行政许可 / 12]
末段`},
		{"tabs", "缩进\n\t\t段落\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\n规章\t0\t\n第二十条第（五）项\n行政许可\t36\n\t附注\t一\t二\n末段\t一\n", `
缩进
段落
table
[第二十条第（一）项]
[信息内容 / 本年制发件数 / 本年废止件数]
[规章 / 0 / ]
[第二十条第（五）项]
[行政许可 / 36]
[ / 附注 / 一 / 二]
[末段 / 一]`},
		{"one line with tabs", "主办：水务局\t电话：1\t邮编：2\n末段", "\n主办：水务局\t电话：1\t邮编：2\n末段"},
		{"blanks by name", "规章 | &nbsp; | 0 |\n文件 | 0&nbsp; | 0 |", `
table
[规章 /  / 0]
[文件 / 0 / 0]`},
		{"Markdown", `# 水务局年度报告

**一、总体情况**

本年公开 **36** 条，见 1\. 目录。

## 二、主动公开情况 ##

| 信息内容 | 本年制发 |
|---|:--:|
| **规章** | 0 |
| 增\|减 | -1 |
| 结果<br>维持 | - |

| 信息内容 | 收费 |
|----------|------|
| 行政收费 | 8 |
`, `
# 水务局年度报告
一、总体情况
本年公开 36 条，见 1. 目录。
## 二、主动公开情况
table
[信息内容 / 本年制发]
[规章 / 0]
[增|减 / -1]
[结果
维持 / -]
table
[信息内容 / 收费]
[行政收费 / 8]`},
		{"no Markdown", "#号文件与 2**3 不变\n1\\.目录\n合计 | ------- |\n其中 | 1 |\n", `
#号文件与 2**3 不变
1\.目录
table
[合计 / -------]
[其中 / 1]`},
	} {
		doc, cut, err := Read([]byte(c.in))
		if err != nil || cut {
			t.Errorf("%s: %v, cut %v", c.name, err, cut)
			continue
		}
		if got, want := strings.Join(shown(doc), "\n"), strings.TrimPrefix(c.want, "\n"); got != want {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", c.name, got, want)
		}
	}
}

func TestReadLimits(t *testing.T) {
	for _, c := range []struct {
		name, data string
		cut        bool
		blocks     int
	}{
		{"a grid of nothing", "规章 | 0 |\n" + strings.Repeat(strings.Repeat("|", 3000)+"\n", 600) + "文件 | 0 |\n", false, 1},
		{"a row of a million cells", strings.Repeat("| 0 ", 1_000_000) + "|", true, 1},
		{"a row with a million empty cells", "| 规章 | 0 " + strings.Repeat("|", 1_000_000), false, 1},
		{"rows", strings.Repeat("| 规章 | 0 |\n", document.MaxRows+1), true, 1},
		{"paragraphs", strings.Repeat("一\n", document.MaxBlocks+1), true, document.MaxBlocks},
		{"text", strings.Repeat(strings.Repeat("字", 1000)+"\n", 4000), true, document.MaxText / 3000},
		{"blank lines beyond the limit", "一\n" + strings.Repeat("\n", document.MaxText), true, 1},
		{"a line", strings.Repeat("字", document.MaxText), true, 0},
	} {
		doc, cut, err := Read([]byte(c.data))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := len(doc.Sections[0].Blocks); cut != c.cut || got != c.blocks {
			t.Errorf("%s: cut %v with %d blocks, want %v with %d", c.name, cut, got, c.cut, c.blocks)
		}
	}
}

// No text makes the reader go over it again and again.
func TestReadLarge(t *testing.T) {
	for _, piece := range []string{"\n", "|", "|\n", "| ", "一\n", "一\n|\n", "一 | 0\n", "一 | 0 |\n", "一\n二 |\n", "\t", "一\t\t二\n", "((((\n", "# \n", "**一**\n", "|-", "字", "\\|", "&nbsp;"} {
		data := []byte(strings.Repeat(piece, (2<<20)/len(piece)))
		start := time.Now()
		if _, _, err := Read(data); err != nil {
			t.Errorf("%q: %v", piece, err)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q: %v", piece, took)
		} else {
			t.Logf("%q: %v", piece, took)
		}
	}
}

func TestReadBinary(t *testing.T) {
	if _, _, err := Read([]byte("\x89PNG\r\n\x1a\n\x01\x02\x03\x04")); report.ErrorCode(err) != report.Invalid {
		t.Errorf("got %v", err)
	}
}

// Nothing of the real reports is lost, and their tables begin and end where they do on the page.
func TestReadSeeds(t *testing.T) {
	// Each table by its first and last line of the file.
	tables := map[string][][2]int{
		"000": {{19, 36}, {38, 63}, {65, 68}},
		"001": {{23, 36}, {38, 66}, {68, 71}},
		"002": nil,
		"003": {{19, 36}, {38, 63}, {65, 68}},
		"004": {{28, 243}},
	}
	for name, text := range seeds(t) {
		doc, cut, err := Read([]byte(text))
		if err != nil || cut {
			t.Fatalf("%s: %v, cut %v", name, err, cut)
		}
		lines := strings.Split(text, "\n")
		var got []string
		wanted := tables[name]
		for _, b := range doc.Sections[0].Blocks {
			switch b := b.(type) {
			case *document.Paragraph:
				got = append(got, strings.Fields(b.Text)...)
			case *document.Table:
				var cells []string
				for _, row := range b.Rows {
					for _, c := range row.Cells {
						cells = append(cells, strings.Fields(c.Text)...)
					}
				}
				got = append(got, cells...)
				if len(wanted) == 0 {
					t.Errorf("%s: a table too many: %.80q", name, cells)
					continue
				}
				if want := tokens(strings.Join(lines[wanted[0][0]-1:wanted[0][1]], "\n")); !slices.Equal(cells, want) {
					t.Errorf("%s: table %v\n got %q\nwant %q", name, wanted[0], cells, want)
				}
				wanted = wanted[1:]
			}
		}
		if len(wanted) > 0 {
			t.Errorf("%s: no table %v", name, wanted)
		}
		if want := tokens(text); !slices.Equal(got, want) {
			t.Errorf("%s: %s", name, firstDifference(got, want))
		}
	}
}

// tokens are the words of a text without its pipes.
func tokens(text string) []string { return strings.Fields(strings.ReplaceAll(text, "|", " ")) }

func firstDifference(got, want []string) string {
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			return fmt.Sprintf("token %d: got %.40q, want %q", i, got[min(i, len(got)):], want[i])
		}
	}
	return fmt.Sprintf("got %d tokens, want %d", len(got), len(want))
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"一、总体情况\n规章 | 0 |\n文件\n| ||\n0 | |",
		"| a | b |\n|---|---|\n| **c** | \\| |\n",
		"指标\n|\n单位\n|\n|\n36",
		"第二十条第（一）项\na\tb\tc\n\td\te\n",
		"（本列，\n等于） | 0 |\n",
		"# 一\n**\n||||\n|\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, cut, err := Read(data)
		if err != nil || cut {
			return
		}
		text, err := Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		// Without Markdown, every character stays that is no blank, pipe or control character.
		if isMarkdown(text) || strings.Contains(text, "&nbsp;") {
			return
		}
		kept := func(s string) string {
			return strings.Map(func(r rune) rune {
				if r == '|' || r == '｜' || trim(string(r)) == "" {
					return -1
				}
				return r
			}, document.Printable(s))
		}
		var got strings.Builder
		for _, b := range doc.Sections[0].Blocks {
			switch b := b.(type) {
			case *document.Paragraph:
				got.WriteString(b.Text)
			case *document.Table:
				for _, row := range b.Rows {
					for _, c := range row.Cells {
						got.WriteString(c.Text)
					}
				}
			}
		}
		if got, want := kept(got.String()), kept(text); got != want {
			t.Errorf("%q became %q", want, got)
		}
	})
}

// A copy that writes each cell on a line of its own, and a pipe alone before each row.
func TestOpenedRows(t *testing.T) {
	doc, _, err := Read([]byte("二、主动公开政府信息情况\n|\n 信息内容 |\n 本年\n 制发件数 |\n 备注 |\n|\n 规章 |\n 0 |\n|\n|\n 规范性文件 |\n 12 | ||\n三、收到和处理政府信息公开申请情况\n|\n 自然人 |\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range doc.Sections[0].Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			got = append(got, b.Text)
		case *document.Table:
			for _, row := range b.Rows {
				var cells []string
				for _, c := range row.Cells {
					cells = append(cells, c.Text)
				}
				got = append(got, strings.Join(cells, "/"))
			}
		}
	}
	want := []string{"二、主动公开政府信息情况", "信息内容/本年\n制发件数/备注", "规章/0/", "规范性文件/12//", "三、收到和处理政府信息公开申请情况", "自然人"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
