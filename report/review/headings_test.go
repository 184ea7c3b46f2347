package review

import (
	"strings"
	"testing"

	"nianbao/report"
)

func TestNumberMarks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"（一）主动公开。（二）依申请公开。", "（一） （二）"},
		{"(1)网站 (2)微信", "(1)"},
		{"一是快；二是全，三是准。", "一是 二是 三是"},
		{"1.快\n2、全\n３．准", "1. 2、 ３．"},
		{"第一，快。第二，全。", "第一， 第二，"},
		{"①快；②全", "① ②"},
		{"一要快，二要全", "一要 二要"},
		{"三要素齐全，二要闻", ""},
		{"1.5 万元；3.2%；2022.1.3", ""},
		{"第二十条第（一）项", ""},
		{"统一是好的，万一是错的", ""},
		{"第二、第三产业，第二、三季度", ""},
		{"（2022）3 号；〔2022〕3 号", ""},
		{"十二、其他", "十二、"},
		{"　　（十一）其他", "（十一）"},
	} {
		var got []string
		for _, m := range numberMarks(c.text) {
			got = append(got, c.text[m.start:m.end])
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestNumbersInTexts(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"in order", "（一）甲。\n（二）乙。\n（三）丙。", ""},
		{"half width", "(一)甲。\n(二)乙。\n(三)丙。", ""},
		{"all levels", "（一）甲。\n1.子。\n（1）丑。\n（2）寅。\n2.卯。\n（二）乙。\n1.子。\n2.丑。", ""},
		{"lists begin anew", "问题：\n（一）甲。\n（二）乙。\n措施：\n（一）丙。\n（二）丁。", ""},
		{"numbers go on", "（一）甲。\n1.子。\n2.丑。\n（二）乙。\n3.寅。\n4.卯。", ""},
		{"run-in", "一是甲；二是乙；三是丙。", ""},
		{"run-in within heads", "（一）甲。一是子；二是丑。\n（二）乙。一是寅；二是卯；三是辰。", ""},
		{"run-in within run-in", "一是甲：一是子，二是丑；二是乙；三是丙。", ""},
		{"run-in paragraphs", "一是甲。\n二是乙，包括：一是子；二是丑；三是寅。\n三是丙。", ""},
		{"ranks", "公开最多的是工作动态，共16条；其次是社会救助，共9条；第三是涉农补贴，共7条。", ""},
		{"ranks behind 首位", "按满意度排序，排在首位的是婚姻登记窗口；第二是社保窗口；第三是不动产窗口。", ""},
		{"ranks behind 最", "群众最满意的是更新速度，第二是栏目设置，第三是互动回应。", ""},
		{"ranks behind 居首", "申请量居首的是自然资源局，第二是住建局，第三是教育局。", ""},
		{"ranks behind 榜首", "阅读量榜首为社保政策，第二是医保政策。", ""},
		{"ranks behind 领先", "网站公开量遥遥领先，第二是微信，第三是微博，第四是报纸。", ""},
		{"two rankings", "浏览最多的是公告，其次是动态，第三是解读；留言最多的是社保，其次是医保，第三是住房。", ""},
		{"ranks with 三是", "反映最集中的是征地，其次是社保，三是教育。", ""},
		{"no ranks", "主要做法：第二是健全制度；第三是加强培训。", "第二是"},
		{"in the middle of words", "主要表现在一是甲；二是乙。", ""},
		{"the first says 首先", "首先，甲；二是乙；三是丙。", ""},
		{"一方面", "一方面甲；二是乙。", ""},
		{"another word", "一是甲；二要乙；三是丙。", ""},
		{"joined paragraphs", "（一）甲。有。（二）乙。有。\n（三）丙。", ""},
		{"the second in the middle", "一是甲，同时二是乙；三是丙。", ""},
		{"long text between", "（一）甲。\n很长的一段说明。\n又一段说明。\n（二）乙。", ""},
		{"years and figures", "2022年公开 12 条；2.5 万元；2021、2022 年都有。", ""},
		{"第一 and 其次", "第一，甲。其次，乙。", ""},
		{"ordinals", "第一，甲。第二，乙。第三，丙。", ""},
		{"one small number alone", "（一）甲（1）。\n（二）乙。", ""},
		{"a note", "（一）甲。\n（1）注：子。\n（二）乙。", ""},
		{"circles", "①甲；②乙；③丙。", ""},
		{"small under Arabic", "1.甲。\n（1）子。\n（2）丑。\n2.乙。", ""},
		{"Arabic under the section", "1.甲。\n2.乙。", ""},
		{"one item and a list", "（一）甲。\n说明。\n（一）乙。\n（二）丙。", ""},
		{"ten and more", "（九）甲。", "（九）"},
		{"nine ten eleven", "1.一\n2.二\n3.三\n4.四\n5.五\n6.六\n7.七\n8.八\n9.九\n10.十\n11.十一", ""},
		{"article", "按照第十九条第（二）项公开。", ""},
		{"items without text", "公开内容：\n1.机构职能\n2.领导信息\n3.财政信息", ""},
		{"a head with lines below", "（一）主动公开\n有。\n（二）平台建设\n1.网站。\n2.微信。\n（三）监督保障\n有。", ""},
		{"heads with text behind", "（一）主动公开。有。\n（二）平台建设。有。\n（三）监督保障：有。", ""},

		{"two items, both the first", "1.问题。有差距。\n1.打算。再改进。", "1."},
		{"two in one paragraph", "1.甲；2.乙。", ""},
		{"the third says one", "改进：一是建台账；二是配人员；一是强考核。", "一是"},
		{"the third of four says one", "一要建台账；二要配人员；一要强考核；四要抓培训。", "一要"},
		{"a list within the second", "一是建台账；二是配人员；一是专职，二是兼职。", ""},
		{"two lists with semicolons", "问题：一是更新慢；二是解读少。措施：一是建台账；二是配人员。", ""},
		{"another subject before", "问题方面，一是更新慢；二是解读少；措施方面，一是建台账。", ""},
		{"several in one paragraph", "存在问题：1.甲；2.乙；3.丙。\n改进措施：1.子；2.丑。", ""},
		{"a paragraph that begins with one", "1.甲。2.乙。3.丙。\n1.子。2.丑。", ""},
		{"其一 and 其二", "其一，甲；其二，乙。其他事项无，其中三件。", ""},
		{"two in one paragraph, one is skipped", "存在问题：1.甲；3.乙。", "3."},
		{"in one paragraph from its beginning, skipped", "1.甲。2.乙。4.丙。", "4."},
		{"in one paragraph from its beginning, repeated", "1、甲；2、乙；2、丙。", "2、"},
		{"small ones in one paragraph, skipped", "（1）甲。（3）乙。", "（3）"},
		{"circles, skipped", "①甲；③乙。", "③"},
		{"其一 and 其三", "其一，甲；其三，乙。", "其三"},
		{"items that begin with a year", "1.2021年做法。\n2.2022年打算。", ""},
		{"two in one sentence, both the first", "不足：一是甲；一是乙。措施：丙。", "一是"},
		{"two in one sentence, both the first, with commas", "下一步，一是甲，一是乙。", "一是"},
		{"two in one sentence, both the first, and the third", "一要甲；一要乙；三要丙。", "一要"},
		{"two heads with texts, both the first", "（一）存在的问题\n有差距。\n（一）改进的措施\n再改进。", "（一）"},
		{"two heads with texts below two lines", "存在的问题：\n（一）公开不够主动\n有差距。\n改进措施：\n（一）加强主动公开\n再改进。", ""},
		{"the first of two lists", "不足：一是甲。措施：一是乙。", ""},
		{"the first of a list within", "一是甲：一是子，二是丑；二是乙。", ""},
		{"a list within whose first stands behind a word", "一是甲；二是乙，其中一是子，二是丑。", ""},
		{"an item that begins with a year is skipped", "1.甲。\n3.2022年打算。", "3."},
		{"another style with another number", "（一）主动公开情况\n有。\n（1）依申请公开情况\n无。\n（三）信息管理情况\n有。", "（1）"},
		{"skipped", "（一）甲。\n（三）乙。\n（四）丙。", "（三）"},
		{"repeated", "（一）甲。\n（二）乙。\n（二）丙。\n（三）丁。", "（二）"},
		{"repeated and right behind", "（一）甲。\n（二）乙。\n（二）丙。\n（四）丁。", "（二）"},
		{"begins with two", "（二）甲。\n（三）乙。", "（二）"},
		{"begins with two under Arabic", "1.甲。\n（2）子。\n2.乙。", "（2）"},
		{"the first twice", "（一）甲。\n（一）乙。\n（二）丙。", "（一）"},
		{"changed places", "（一）甲。\n（三）乙。\n（二）丙。\n（四）丁。", "（三）"},
		{"the last is wrong", "（一）甲。\n（二）乙。\n（五）丙。", "（五）"},
		{"one is wrong", "（一）甲。\n（二）乙。\n（六）丙。\n（四）丁。", "（六）"},
		{"level skipped", "（一）甲。\n（1）子。\n（2）丑。\n（二）乙。", "（1）"},
		{"level skipped, half width", "(一)甲。\n(1)子。\n(2)丑。\n(二)乙。\n(1)寅。\n(2)卯。", "(1)"},
		{"Arabic skipped", "1.甲。\n2.乙。\n4.丙。", "4."},
		{"Arabic repeated", "1、甲。\n2、乙。\n2、丙。", "2、"},
		{"run-in skipped", "一是甲；二是乙；四是丙。", "四是"},
		{"run-in repeated", "一是甲；二是乙；二是丙；三是丁。", "二是"},
		{"run-in begins with two", "主要做法：二是甲；三是乙。", "二是"},
		{"run-in paragraphs", "一是甲。\n二是乙。\n四是丙。", "四是"},
		{"run-in after another list", "一是甲；二是乙；三是丙。\n（一）子。一是甲；三是乙。", "三是"},
		{"ordinals skipped", "第一，甲。第三，乙。", "第三"},
		{"must skipped", "一要甲，二要乙，四要丙。", "四要"},
		{"small skipped", "1.甲。\n（1）子。\n（3）丑。", "（3）"},
		{"another style", "（一）甲。\n（二）乙。\n3.丙。\n（四）丁。", "3."},
		{"a list below the second head that goes on", "（一）问题\n1.甲。\n2.乙。\n（二）措施\n3.丙。\n4.丁。", ""},
		{"a list below the second head that begins with two", "（一）问题\n1.甲。\n2.乙。\n（二）措施\n2.丙。\n3.丁。", "2."},
		{"empty head", "（一）主动公开。有。\n（二）依申请公开。有。\n（三）平台建设。\n（四）监督保障。有。", "（三）平台建设。"},
		{"short items", "（一）强化学习。\n（二）强化督查。\n（三）强化考核。\n（四）强化监督。", ""},
		{"short items without stops", "1.政策宣传\n2.村务公示\n3.财务公开\n4.民意收集", ""},
		{"short items of a list", "今后：\n1.抓学习。\n2.抓培训。\n3.抓落实。", ""},
		{"the first twice, and the third", "（一）更新慢。部分滞后。\n（一）解读少。形式单一。\n（三）互动弱。渠道少。", "（一）"},
		{"empty head at the end", "（一）主动公开\n有。\n（二）依申请公开\n有。\n（三）监督保障情况", "（三）监督保障情况"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, r := partsReport(t, "gb-2021", 2022, "测试街道办事处", map[string]string{"problems": c.text})
			var got []string
			for _, f := range partsFindings(e, r, headings, "heading.number") {
				if f.Severity != report.SeverityWarning || f.Section != "problems" {
					t.Errorf("%s %s %s", f.Severity, f.Section, f.Message)
				}
				got = append(got, f.Quote)
			}
			if got := strings.Join(got, ", "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestNumberHints(t *testing.T) {
	for _, c := range []struct{ name, text, quote string }{
		{"1. and 1、", "1.甲。\n2、乙。\n3.丙。", "2、"},
		{"upside down", "1.甲。\n（一）子。\n（二）丑。\n2.乙。", "（一）"},
	} {
		e, r := partsReport(t, "gb-2021", 2022, "测试街道办事处", map[string]string{"problems": c.text})
		got := partsFindings(e, r, headings, "heading.number")
		if len(got) != 1 || got[0].Severity != report.SeverityHint || got[0].Quote != c.quote {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
	e, r := partsReport(t, "gb-2021", 2022, "测试街道办事处", map[string]string{"problems": "（一）甲。\n（三）乙。"})
	r.Notes = []report.Note{{Code: "read.lost_digits"}}
	if got := partsFindings(e, r, headings, "heading.number"); len(got) != 1 || got[0].Severity != report.SeverityHint {
		t.Errorf("where digits were lost nothing is certain, got %v", got)
	}
}

func TestSectionNumbers(t *testing.T) {
	for _, c := range []struct {
		name  string
		heads string // 0 for a section without heading
		want  string
	}{
		{"in order", "一、 二、 三、 四、 五、 六、", ""},
		{"brackets", "（一） （二） （三） （四） （五） （六）", ""},
		{"the first was lost", "0 二、 三、 四、 五、 六、", ""},
		{"one in the middle was lost", "一、 二、 0 四、 五、 六、", ""},
		{"none", "0 0 0 0 0 0", ""},
		{"skipped", "一、 二、 四、 五、 六、 七、", "四、"},
		{"repeated", "一、 二、 二、 三、 四、 五、", "二、"},
		{"repeated and right behind", "一、 二、 三、 三、 五、 六、", "三、"},
		{"one is wrong", "一、 二、 六、 四、 五、 六、", "六、"},
		{"begins with two", "二、 三、 四、 五、 六、 七、", "二、"},
		{"the last", "一、 二、 三、 四、 五、 七、", "七、"},
		{"two are repeated", "一、 二、 三、 三、 六、 六、", "三、, 六、"},
		{"two are wrong", "一、 三、 三、 五、 五、 六、", "三、, 五、"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, r := partsReport(t, "gb-2021", 2022, "测试街道办事处", nil)
			for i, number := range strings.Fields(c.heads) {
				if r.Sections[i].Heading = number + "总体情况"; number == "0" {
					r.Sections[i].Heading = ""
				}
			}
			var got []string
			for _, f := range partsFindings(e, r, headings, "heading.number") {
				if f.Severity == report.SeverityWarning {
					got = append(got, strings.TrimSuffix(f.Quote, "总体情况"))
				}
			}
			if got := strings.Join(got, ", "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	for _, bare := range []string{"六、", "（六）", "六", "6.", "6．", "第六部分", "六、 ", "（六）：", ""} {
		e, r := partsReport(t, "gb-2021", 2022, "测试街道办事处", nil)
		r.Section("other").Heading = bare
		if got := partsFindings(e, r, headings, "heading.number"); len(got) != min(len(bare), 1) || len(got) > 0 && (got[0].Quote != strings.TrimSpace(bare) || got[0].Section != "other") {
			t.Errorf("%q: got %v", bare, got)
		}
	}
	// A gap where a section is missing is parts.missing alone.
	e, r := partsReport(t, "gb-2021", 2022, "测试街道办事处", nil)
	r.Sections = append(r.Sections[:3], r.Sections[4:]...)
	if got := partsFindings(e, r, headings, "heading.number"); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

// The first number may stand in the heading, or in what was taken for the preface.
func TestFirstNumberAbove(t *testing.T) {
	text := map[string]string{"preface": "特此报告。\n（一）主动公开。有。", "overview": "（二）依申请公开。无。\n（三）平台建设。有。", "problems": "2．甲。\n3．乙。"}
	e, r := partsReport(t, "gb-2021", 2022, "测试街道办事处", text)
	r.Section("problems").Heading = "五、存在的主要问题及改进情况 1．丙"
	if got := partsFindings(e, r, headings, "heading.number"); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

// A table behind a head is something below it.
func TestHeadOverTable(t *testing.T) {
	e, r := partsReport(t, "gb-2021", 2022, "测试街道办事处", map[string]string{"problems": "（一）甲情况\n有。\n（二）乙情况\n有。"})
	problems := r.Section("problems")
	problems.Blocks = append(problems.Blocks, report.Block{Text: "（三）丙情况"}, report.Block{Grid: [][]string{{"项目", "数量"}}})
	if got := partsFindings(e, r, headings, "heading.number"); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

func FuzzNumbers(f *testing.F) {
	f.Add("（一）甲。\n（三）乙。一是子；三是丑；以下三个问题：1.甲 2.乙")
	f.Add("本报告由总体情况、主动公开等六个部分组成。以上两点问题\n（1）甲\n（2）")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?") // readers give no other
		e, r := partsReport(t, "gb-2021", 2022, "测试县人民政府", map[string]string{"problems": text, "overview": text, "preface": text})
		for _, family := range []family{headings, parts} {
			s := newSubject(e, r, report.Context{Mode: report.AsRead}, Settings{})
			family.check(s)
			for _, x := range s.findings {
				p := s.Part(x.Section)
				if x.OnText() && (p == nil || string([]rune(p.Text)[x.Start:x.End]) != string([]rune(x.Quote))) {
					t.Fatalf("%s: %q is not at %d", x.Code, x.Quote, x.Start)
				}
			}
		}
	})
}
