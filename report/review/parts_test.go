package review

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/report"
)

// partsReport is a complete report, with zeros in all tables, whose sections have the texts given by key.
func partsReport(t testing.TB, edition string, year int, agency string, texts map[string]string) (*report.Edition, *report.Report) {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	e := editions.Get(edition)
	r := &report.Report{Edition: edition, Year: year, Agency: agency, Title: agency + "年度报告", Figures: report.Figures{}, Preface: texts["preface"]}
	for _, o := range report.StandardOutline(e, year) {
		text, ok := texts[o.Key]
		switch {
		case ok:
		case o.Key == "overview":
			text = "（一）主动公开。公开 12 条。\n（二）依申请公开。收到 3 件。\n（三）政府信息管理。严格审核。\n（四）平台建设。维护网站。\n（五）监督保障。纳入年度考核。"
		case o.Key == "other":
			text = "本年度未收取信息处理费。"
		case o.Key == "problems":
			text = "工作中还有差距，今后继续改进。"
		}
		var paragraphs []string
		if text != "" {
			paragraphs = strings.Split(text, "\n")
		}
		blocks := report.PutTogether(paragraphs, o.Fixtures)
		if o.Attachment {
			r.Attachments = append(r.Attachments, report.Attachment{Key: o.Key, Label: o.Label, Title: o.Title, Heading: o.Heading, Blocks: blocks})
		} else {
			r.Sections = append(r.Sections, report.Section{Key: o.Key, Heading: o.Heading, Blocks: blocks})
		}
	}
	for _, table := range e.Tables {
		for _, c := range table.Cells {
			if !c.Optional {
				r.Figures[c.ID] = "0"
			}
		}
	}
	return e, r
}

// partsFindings are the findings of one family with a code, as severity, section and what is expected.
func partsFindings(e *report.Edition, r *report.Report, f family, code string) []report.Finding {
	s := newSubject(e, r, report.Context{Mode: report.AsRead}, Settings{})
	f.check(s)
	var out []report.Finding
	for _, x := range s.findings {
		if x.Code == code {
			out = append(out, x)
		}
	}
	return out
}

func partsSaid(findings []report.Finding) string {
	var out []string
	for _, f := range findings {
		out = append(out, fmt.Sprintf("%s %s", f.Severity, f.Expected))
	}
	return strings.Join(out, ", ")
}

func TestAspects(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"all with heads", "（一）主动公开情况。公开 3 条。\n（二）依申请公开情况。没有收到申请。\n（三）政府信息管理情况。安排专人。\n（四）平台建设情况。更新网站。\n（五）监督保障情况。纳入考核。", ""},
		{"half width", "(一)主动公开\n公开3条。\n(二)依申请公开\n无。\n(三)政府信息管理\n有制度。\n(四)平台建设\n有网站。\n(五)监督保障\n有考核。", ""},
		{"no numbers", "主动公开情况\n公开 3 条。\n依申请公开情况\n无。\n政府信息管理情况\n按规定审核。\n平台建设情况\n维护网站。\n监督保障情况\n参加考核。", ""},
		{"Arabic numbers", "1.主动公开政府信息情况\n公开 3 条。\n2.依申请公开政府信息情况\n无。\n3.政府信息管理及平台建设情况\n有。\n4.监督保障情况\n有考核。", ""},
		{"merged heads", "（一）主动公开和依申请公开情况。公开 5 条，没有收到申请。\n（二）政府信息管理与平台建设。有网站。\n（三）监督保障。有考核。", ""},
		{"run-in", "一是抓好主动公开，公开 6 条。二是规范依申请公开，收到 2 件。三是加强政府信息管理，落实审核。四是推进平台建设，用好公众号。五是强化监督保障，开展考核。", ""},
		{"renamed", "（一）加大公开力度。公开 8 条。\n（二）规范申请办理。收到 1 件。\n（三）严格保密审查。先审后发。\n（四）用好政务新媒体。发 30 条。\n（五）强化教育培训。培训 2 次，参加考核。", ""},
		{"网站建设 and 组织领导", "（一）组织领导。成立领导小组，列入考核。\n（二）主动公开。公开 7 条。\n（三）依申请公开。无。\n（四）信息发布审核。三审三校。\n（五）网站建设。改版一次。", ""},
		{"seven", "（一）主动公开。有。\n（二）依申请公开。无。\n（三）政府信息管理。有。\n（四）平台建设。有。\n（五）监督保障。有考核。\n（六）政策解读。有。\n（七）教育培训。有。", ""},
		{"another order", "（一）平台建设。有。\n（二）监督保障。有考核。\n（三）依申请公开。无。\n（四）主动公开。有。\n（五）信息管理。有。", ""},
		{"plain sentences", "今年通过网站公开信息 45 条。全年没有收到公开申请。发布前逐条审核。安排专人负责，并列入考核。", ""},
		{"in 方面", "主动公开方面，公布了 21 条。\n依申请公开方面，未收到申请。\n政府信息管理方面，落实三审。\n平台建设方面，维护公众号。\n监督保障方面，开展考核。", ""},
		{"requests said in another paragraph", "（一）主动公开。公开 9 条，未收到政府信息公开申请。\n（二）政府信息管理。有。\n（三）平台建设。有。\n（四）监督保障。有考核。", ""},
		{"公开平台", "（一）主动公开。有。\n（二）依申请公开。无。\n（三）政府信息管理。有。\n（四）公开平台。有网站。\n（五）监督保障。有考核。", ""},
		{"完善 before the name", "（一）做好主动公开。有。\n（二）办好依申请公开。无。\n（三）完善政府信息管理。有。\n（四）加强公开平台建设。有。\n（五）加强监督保障工作。有考核。", ""},
		{"a head with a colon", "一、主动公开：有。\n二、依申请公开：无。\n三、政府信息管理：有。\n四、平台建设：有。\n五、监督保障：有考核。", ""},
		{"制度建设 for 信息管理", "（一）主动公开。有。\n（二）依申请公开。无。\n（三）健全审核制度。有。\n（四）平台建设。有。\n（五）监督保障。有考核。", ""},

		{"no 信息管理", "（一）主动公开情况。公开 3 条。\n（二）依申请公开情况。没有收到申请。\n（三）平台建设情况。更新网站。\n（四）监督保障情况。纳入考核，落实信息审核制度。", "warning 政府信息管理"},
		{"no 监督保障", "（一）主动公开情况。公开 3 条。\n（二）依申请公开情况。没有收到申请。\n（三）政府信息管理情况。安排专人监督检查。\n（四）平台建设情况。更新网站。", "warning 监督保障"},
		{"no 平台建设", "（一）主动公开。在网站公开 3 条。\n（二）依申请公开。无。\n（三）政府信息管理。有。\n（四）监督保障。有考核。", "warning 平台建设"},
		{"no 依申请公开", "（一）主动公开。公开 3 条。\n（二）政府信息管理。有。\n（三）平台建设。有。\n（四）监督保障。有考核。", "warning 依申请公开"},
		{"a column for requests is none", "（一）主动公开。设有指南、目录、依申请公开等栏目。\n（二）政府信息管理。有。\n（三）平台建设。有。\n（四）监督保障。有考核。", "warning 依申请公开"},
		{"a rule on requests is none", "（一）主动公开。公开 3 条，完善依申请公开制度。\n（二）政府信息管理。有。\n（三）平台建设。有。\n（四）监督保障。有考核。", "warning 依申请公开"},
		{"no 主动公开", "（一）依申请公开。收到 3 件。\n（二）政府信息管理。有。\n（三）平台建设。有。\n（四）监督保障。有考核。", "warning 主动公开"},
		{"主动公开 as a property is none", "（一）依申请公开。收到 3 件，经研判转为主动公开。\n（二）政府信息管理。明确主动公开、依申请公开等属性，更新主动公开目录。\n（三）平台建设。设法定主动公开内容专栏。\n（四）监督保障。有考核。", "warning 主动公开"},
		{"主动公开 in a list of items is none", "（一）依申请公开。收到 3 件。\n（二）政府信息管理。认定拟主动公开文件 20 份，编制主动公开事项清单。\n（三）平台建设。有。\n（四）监督保障。有考核。", "warning 主动公开"},
		{"a window for requests is none", "（一）主动公开。公开 3 条。\n（二）政府信息管理。有。\n（三）平台建设。依申请公开网上受理入口设在门户网站。\n（四）监督保障。有考核。", "warning 依申请公开"},
		{"主动公开 below another head", "（一）依申请公开。收到 3 件。\n（二）政府信息管理。有。\n（三）平台建设。通过网站主动公开信息 32 条。\n（四）监督保障。有考核。", ""},
		{"依申请公开 as a property is none", "（一）主动公开。公开 3 条。\n（二）政府信息管理。拟制公文时明确主动公开、依申请公开、不予公开等属性。\n（三）平台建设。有。\n（四）监督保障。有考核。", "warning 依申请公开"},
		{"a system for 信息管理 is none", "（一）主动公开。公开 3 条。\n（二）依申请公开。无。\n（三）平台建设。启用信息管理系统。\n（四）监督保障。有考核。", "warning 政府信息管理"},
		{"公开主动", "（一）公开主动方面。公开 3 条。\n（二）依申请公开。无。\n（三）政府信息管理。有。\n（四）平台建设。有。\n（五）监督保障。有考核。", ""},
		{"two are gone", "（一）主动公开。公开 3 条。\n（二）依申请公开。无。\n（三）平台建设。有。", "warning 政府信息管理、监督保障"},
		{"no heads, two are gone", "全年通过网站公开信息 21 条，收到申请 1 件，已答复。", "warning 政府信息管理、监督保障"},
		{"no heads, no requests", "全年通过网站公开信息 21 条，均经审核，领导小组定期考核。", "warning 依申请公开"},
		{"what is below a head is not another", "（一）主动公开。\n（1）网站公开。有。\n（2）公开栏公开。有。\n（二）依申请公开。无。\n（三）监督保障。有考核。", "warning 政府信息管理、平台建设"},
		{"run-in without 平台", "一是抓好主动公开，公开 6 条。二是规范依申请公开，收到 2 件。三是加强政府信息管理，落实审核。四是强化监督保障，开展考核。", "warning 平台建设"},
		{"unnumbered without 监督保障", "主动公开情况\n公开 3 条。\n依申请公开情况\n无。\n政府信息管理情况\n按规定审核。\n平台建设情况\n维护网站。", "warning 监督保障"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, edition := range []string{"gb-2019", "gb-2021"} {
				e, r := partsReport(t, edition, 2022, "测试街道办事处", map[string]string{"overview": c.text})
				if got := partsSaid(partsFindings(e, r, parts, "parts.missing")); got != c.want {
					t.Errorf("%s: got %q, want %q", edition, got, c.want)
				}
			}
		})
	}
}

// Sections beyond the outline stand for parts of the overview, and what the section on requests says softens.
func TestAspectsElsewhere(t *testing.T) {
	text := map[string]string{"overview": "（一）主动公开。有。\n（二）政府信息管理。有。\n（三）监督保障。有考核。", "requests": "全年没有收到申请。"}
	e, r := partsReport(t, "gb-2021", 2022, "测试街道办事处", text)
	r.Sections = append(r.Sections, report.Section{Key: "extra_1", Heading: "七、加强公开平台建设", Blocks: []report.Block{{Text: "改版一次。"}}})
	if got := partsSaid(partsFindings(e, r, parts, "parts.missing")); got != "hint " {
		t.Errorf("got %q", got)
	}
}

func TestAppraisal(t *testing.T) {
	text := "（一）主动公开。有。\n（二）依申请公开。无。\n（三）政府信息管理。有。\n（四）平台建设。有。\n（五）监督保障。安排专人，组织培训。"
	for _, c := range []struct{ agency, more, want string }{
		{"测试县人民政府", "", "warning 工作考核、社会评议和责任追究结果"},
		{"测试市人民政府", "", "warning 工作考核、社会评议和责任追究结果"},
		{"测试县测试乡人民政府", "", "hint 工作考核、社会评议和责任追究结果"},
		{"测试县财政局", "", "hint 工作考核、社会评议和责任追究结果"},
		{"测试街道办事处", "", ""},
		{"测试县人民政府", "列入年度考核。", ""},
		{"测试县人民政府", "开展社会评议。", ""},
		{"测试县人民政府", "没有发生责任追究的情况。", ""},
		{"测试县人民政府", "未出现被追责情形。", ""},
	} {
		e, r := partsReport(t, "gb-2021", 2023, c.agency, map[string]string{"overview": text + c.more})
		if got := partsSaid(partsFindings(e, r, parts, "parts.missing")); got != c.want {
			t.Errorf("%s, %s: got %q, want %q", c.agency, c.more, got, c.want)
		}
	}
}

func TestPrefaceOnly(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"本报告根据《条例》编制，由总体情况等六个部分组成。统计期限为2022年1月1日至12月31日。", true},
		{"根据上级要求，现公布本年度报告。如有疑问，请联系办公室（电话：0000-0000000）。", true},
		{"本年度报告由办公室编制。内容包括总体情况、主动公开政府信息情况等部分组成。\n联系地址：某路 1 号。", true},
		{"本报告根据《条例》编制。2022年主动公开各类信息 30 条。", false},
		{"今年以来，我们不断加强信息公开工作。", false},
		{"全年公开信息 30 条，没有收到申请。", false},
	} {
		e, r := partsReport(t, "gb-2021", 2022, "测试街道办事处", map[string]string{"overview": c.text})
		got := partsFindings(e, r, parts, "parts.missing")
		if is := len(got) == 1 && strings.Contains(got[0].Message, "编制说明"); is != c.want {
			t.Errorf("%s: got %v", c.text, got)
		}
	}
}

// A fee statement that is missing comes with a sentence to put in; the fixed text has nothing more to say of it.
func TestFee(t *testing.T) {
	for _, c := range []struct {
		edition    string
		year       int
		text, want string
	}{
		{"gb-2021", 2023, "无", "无。\n本年度未收取信息处理费。"},
		{"gb-2021", 2023, "没有其他需要报告的事项。", "没有其他需要报告的事项。\n本年度未收取信息处理费。"},
		{"gb-2021", 2023, "本机关无其他需要报告的事项。\n", "本机关无其他需要报告的事项。\n本年度未收取信息处理费。"},
		{"gb-2021", 2021, "一是办理建议 3 件；二是开展培训 2 次。", "一是办理建议 3 件；二是开展培训 2 次。\n本年度未收取信息处理费。"},
		{"gb-2021", 2023, "本年度没有收取信息处理费。", ""},
		{"gb-2021", 2023, "信息公开处理费收取情况：0 元。", ""},
		{"gb-2021", 2023, "依申请公开没有收费。", ""},
		{"gb-2021", 2023, "未向申请人收取费用。", ""},
		{"gb-2019", 2020, "无", ""},
	} {
		e, r := partsReport(t, c.edition, c.year, "测试街道办事处", map[string]string{"other": c.text})
		got := partsFindings(e, r, parts, "parts.missing")
		if c.want == "" {
			if len(got) != 0 {
				t.Errorf("%s: got %v", c.text, got)
			}
			continue
		}
		if len(got) != 1 || got[0].Severity != report.SeverityWarning || got[0].Section != "other" {
			t.Errorf("%s: got %v", c.text, got)
			continue
		}
		if fixed, ok := got[0].Fix.Apply(report.TextOf(r.Section("other").Blocks)); !ok || fixed != c.want {
			t.Errorf("%s: fixed to %q, want %q", c.text, fixed, c.want)
		}
	}
	e, r := partsReport(t, "gb-2021", 2023, "测试街道办事处", map[string]string{"other": "无", "requests": "依申请公开不收取任何费用。"})
	if got := partsFindings(e, r, parts, "parts.missing"); len(got) != 0 {
		t.Errorf("said in section three, got %v", got)
	}
	e, r = partsReport(t, "gb-2021", 2023, "测试街道办事处", map[string]string{"other": "无", "requests": "按照2021年10月修订的信息处理费办法规范收费管理。"})
	if got := partsFindings(e, r, parts, "parts.missing"); len(got) != 1 {
		t.Errorf("the zeros of a date are no fee, got %v", got)
	}
	e, r = partsReport(t, "gb-2021", 2023, "测试街道办事处", map[string]string{"other": "无", "requests": "收取信息处理费 0 笔。"})
	if got := partsFindings(e, r, parts, "parts.missing"); len(got) != 0 {
		t.Errorf("none is said, got %v", got)
	}
	e, r = partsReport(t, "gb-2021", 2023, "测试街道办事处", map[string]string{"other": "无", "requests": "落实《政府信息公开信息处理费管理办法》，明确计收标准，做到收费有依据、减免有记录。"})
	if got := partsFindings(e, r, parts, "parts.missing"); len(got) != 1 {
		t.Errorf("the rule alone says nothing of what was charged, got %v", got)
	}
}
