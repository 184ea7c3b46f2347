package review

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/report"
)

func TestPartCount(t *testing.T) {
	six := "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项"
	five := "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项"
	for _, c := range []struct{ name, text, want string }{
		{"six", "本报告由" + six + "六个部分组成。", ""},
		{"等", "全文包括" + six + "等六部分内容。", ""},
		{"和 in 复议和诉讼", "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。", ""},
		{"及 before the last", "本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议、行政诉讼情况、存在的主要问题及改进情况及其他需要报告的事项六个部分。", ""},
		{"以及", "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议及行政诉讼情况、存在的主要问题和改进措施以及其他需要报告的事项等六部分组成。", ""},
		{"half width", "本报告由总体情况,主动公开政府信息情况,收到和处理政府信息公开申请情况,政府信息公开行政复议、行政诉讼情况,存在的主要问题及改进情况,其他需要报告的事项等6个部分组成。", ""},
		{"digits", "报告共分6个部分：" + six + "。", ""},
		{"one left out, no number", "本报告由" + five + "等部分组成。", "warning " + five[:len(five)-len("的事项")]},
		{"one left out, no number, other words", "内容含" + five + "等，供公众查阅。", "warning " + five[:len(five)-len("的事项")]},
		{"list behind", "本报告共六个部分，分别为" + six + "。", ""},
		{"list behind with colon", "本报告内容包括以下六个部分：" + six + "。", ""},
		{"因…被申请", "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、因政府信息公开工作被申请行政复议、提起行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分组成。", ""},
		{"no number", "本报告由" + six + "等部分组成。", ""},
		{"no number, and not to the end", "本报告由总体情况、主动公开政府信息情况、申请办理情况、行政复议和行政诉讼情况等部分组成。", ""},
		{"some of them", "本报告由总体情况、主动公开政府信息情况、存在的主要问题及改进情况、其他需要报告的事项等部分组成。", ""},
		{"other parts", "县级部分、乡镇部分数据由两个部分构成。", ""},
		{"a part", "大部分单位按时完成，部分信息更新慢。", ""},
		{"six aspects", "全文包括" + six + "等六个方面。", ""},
		{"five aspects of the work", "从主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面推进。", ""},
		{"as many as there are", "本年度报告共六个部分。", ""},
		{"third part", "见第三部分。", ""},
		{"half a name before 、", "全文由基本工作情况、主动公开情况、回应解读情况、依申请公开情况、机构人员、经费和会议情况、存在问题及今后打算等六部分组成。", ""},
		{"、 within names that commas divide", "报告包括概述情况，主动公开情况，依申请公开情况，因投诉举报、行政复议产生的情况，问题及措施，其他事项，共六个部分。", ""},
		{"a table at the end", "本报告由概述、主动公开情况、依申请公开情况、收费情况、存在的问题、需要说明的事项、附表等六部分组成。", ""},
		{"named in quotation marks", "本报告由“总体情况”“主动公开情况”“依申请公开情况”“行政复议、行政诉讼情况”“存在的问题”“其他事项”六个部分组成。", ""},
		{"as many contents", "包括" + six + "等六项内容。", ""},
		{"three named and 等", "由总体情况、主动公开政府信息情况、依申请公开情况等六个部分组成。", "hint"},
		{"one named and 等", "包括总体情况、主动公开政府信息情况等六个部分。", ""},

		{"numbered names", "全文共六部分：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、行政复议、行政诉讼情况；五、存在的主要问题及改进情况；六、其他需要报告的事项。", ""},
		{"六章", "全文共有六章：" + six + "。", ""},
		{"规章", "制定规章、印章管理、其他6章。", ""},
		{"from six aspects", "现从" + six + "六个方面报告如下。", ""},

		{"who made the report behind the list", "本报告共六个部分，涵盖" + six + "，由我乡综合科室汇总编制。", ""},
		{"of what time behind the list", "报告分为六个部分，即" + six + "，数据统计期限为2022年1月1日至12月31日。", ""},
		{"who passed it behind the list", "本报告共六部分，包括" + six + "，经党工委会议审定后公布。", ""},
		{"how long it is behind the list", "全文由六部分构成：" + six + "，约3000字。", ""},
		{"an invitation behind the list", "年报共六个部分，分别是" + six + "，欢迎监督。", ""},
		{"where it is behind the list", "报告共六个部分：" + six + "；电子版可在网站下载。", ""},
		{"five and what time", "年报由六部分组成，即" + five + "，数据截至2022年12月31日。", "warning 六部分"},
		{"five and who made it", "报告分六部分，包括" + five + "，由办公室起草编制。", "warning 六部分"},
		{"six as five and what time", "本报告共五个部分，涵盖" + six + "，所列数据截至年底。", "warning 五个部分"},

		{"said twice, one fault", "全文由六部分组成，包括总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，存在的主要问题及改进情况、其他需要报告的事项等六部分组成。", "warning 六部分"},
		{"five numbered names", "全文共六部分：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、存在的主要问题及改进情况；五、其他需要报告的事项。", "warning 六部分"},
		{"five chapters", "全文共有六章：" + five + "。", "warning 六章"},
		{"from five aspects", "现从" + five + "六个方面报告如下。", "warning 六个方面"},
		{"as a colon has them", "本报告主要内容有五项：" + six + "。", "warning 五项"},
		{"five named", "本报告由" + five + "六部分组成。", "warning 六部分"},
		{"five named and 等", "本报告由" + five + "等六个部分组成。", "warning 六个部分"},
		{"six named as five", "本报告由" + six + "五个部分组成。", "warning 五个部分"},
		{"six named as seven", "全文包括" + six + "共7部分。", "warning 7部分"},
		{"list behind", "本报告分为五个部分：" + six + "。", "warning 五个部分"},
		{"chapters", "年报共分七个章节，包括" + six + "。", "warning 七个章节"},
		{"list behind that is short", "本报告共六部分，包括" + five + "。", "warning 六部分"},
		{"not as many as there are", "本年度报告共五个部分。", "warning 五个部分"},
		{"six aspects and five named", "本年报由" + five + "等六个方面构成。", "warning 六个方面"},
		{"three named, and another number than there are", "由总体情况、主动公开政府信息情况、依申请公开情况等五个部分组成。", "warning 五个部分"},
		{"seven contents", "包括" + six + "等七项内容。", "warning 七项内容"},
		{"four of five aspects", "本年度报告包括主动公开、依申请公开、平台建设、监督保障五个方面。", "warning 五个方面"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, r := partsReport(t, "gb-2021", 2022, "测试街道办事处", map[string]string{"preface": "根据规定编制。" + c.text + "如有疑问，请联系办公室。"})
			got := ""
			for _, f := range partsFindings(e, r, parts, "parts.count") {
				if f.Section != report.PartPreface {
					t.Errorf("found in %s", f.Section)
				}
				if got += string(f.Severity); f.Severity == report.SeverityWarning {
					got += " " + f.Quote
				}
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// The nine parts of an old outline are counted as they stand; 与附表 goes with the part before it, or counts by itself.
func TestOldPartCount(t *testing.T) {
	headings := []string{"概述", "主动公开情况", "依申请公开情况", "咨询和投诉情况", "复议和诉讼情况", "人员和收支情况", "问题和改进情况", "其他事项", "附表"}
	list := "概述、主动公开政府信息情况、依申请公开政府信息情况、咨询和投诉情况、行政复议和行政诉讼情况、工作人员和费用收支情况、主要问题和改进情况、其他需要报告的事项"
	e, r := partsReport(t, "gb-2008", 2012, "测试县人民政府", nil)
	r.Sections = nil
	for i, h := range headings {
		r.Sections = append(r.Sections, report.Section{Key: "extra_" + itoa(i+1), Heading: report.HanNumber(i+1) + "、" + h, Blocks: []report.Block{{Text: "无。"}}})
	}
	for _, c := range []struct{ preface, want string }{
		{"本报告由" + list + "、附表共九个部分组成。", ""},
		{"本报告由" + list + "与附表共九个部分组成。", ""},
		{"本报告由" + list + "、附表共八个部分组成。", "八个部分"},
		{"本报告由" + list + "与附表共七部分组成。", "七部分"},
		{"本报告共九个部分。", ""},
		{"本报告共十个部分。", "十个部分"},
	} {
		r.Preface = c.preface
		got := ""
		for _, f := range partsFindings(e, r, parts, "parts.count") {
			got += f.Quote
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.preface, got, c.want)
		}
	}
	r.Sections, r.Preface = r.Sections[:8], "本报告由"+list+"与附表共八个部分组成。"
	if got := partsFindings(e, r, parts, "parts.count"); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

func TestPointCount(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"three of three", "主要存在以下三个问题：一是人手不足；二是更新不及时；三是解读偏少。", ""},
		{"in paragraphs", "主要存在以下三方面问题：\n（一）人手不足。\n（二）更新不及时。\n（三）解读偏少。\n改进措施：\n（一）增加人手。\n（二）按时更新。", ""},
		{"Arabic", "还有两方面不足：\n1.人手不足。\n2.更新不及时。", ""},
		{"two lists", "存在以下两个问题：一是人手少；二是内容旧。下一步抓好以下三项工作：一是培训；二是更新；三是解读。", ""},
		{"lists within", "存在以下三方面问题：\n（一）人手。一是少；二是弱。\n（二）内容。一是旧；二是少；三是粗；四是乱。\n（三）平台。", ""},
		{"no list", "存在以下三个问题：人手少、内容旧、解读粗。", ""},
		{"the last one unmarked", "存在以下三个问题：一是人手少；二是内容旧；此外，解读也粗。", ""},
		{"things that are no points", "全年新增两个专栏：一是解读；二是问答；三是公示。", ""},
		{"some", "主要有以下几点：一是人手少；二是内容旧。", ""},
		{"the noun before the number", "不足主要有两点：一是人手少；二是内容旧。", ""},
		{"above", "（一）人手少。\n（二）内容旧。\n针对以上两点问题和不足，采取措施：一是培训；二是更新；三是解读。", ""},
		{"above, which list", "一是快；二是全；三是准。\n（一）人手少。\n（二）内容旧。\n针对上述两方面问题，今后加强培训。", ""},
		{"above, no list", "人手少，内容旧。针对以上三个问题，今后改进。", ""},
		{"nested the same way", "存在以下三个问题：一是人手，表现为一是少，二是弱；二是内容旧；三是解读粗。", ""},
		{"第三方面", "第三方面：一是快；二是全。", ""},

		{"days behind a number", "处罚结果自作出之日起7个工作日内公示。一是突出民生导向；二是突出过程公开；三是突出结果公开。", ""},
		{"days before a comma", "申请件在5个工作日内提出工作意见，一是登记；二是转办。", ""},
		{"months", "用3个月集中开展清理工作。一是清理栏目；二是清理附件。", ""},
		{"hours", "值班人员2个小时内报告情况：一是核实；二是上报；三是反馈。", ""},
		{"quarters", "连续4个季度通报工作情况。一是通报数量；二是通报质量。", ""},
		{"calendar days", "7个自然日内办结工作事项：一是登记；二是答复。", ""},
		{"months and years", "用2个年度完成整治工作。一是摸底；二是整改；三是验收。", ""},
		{"what was set right", "全年整改3个问题。一是加强学习；二是加强检查。", ""},
		{"behind a stop", "主要存在三个方面的问题。一是人手少；二是内容旧；三是解读粗。", ""},
		{"a stop and another list", "已解决三个问题。公开内容如下：1.机构；2.职能。", ""},
		{"a comma and no list", "推进三项工作，统一规范，一是一，二是二。", ""},

		{"four mechanisms", "建立四项机制：一是审核机制；二是会商机制；三是考核机制；四是培训机制。", ""},
		{"the rest is told", "抓好三个环节：一是收集；二是审核；其余由办公室负责。", ""},
		{"a catchword", "落实“三个到位”：一是人手到位；二是内容到位；三是考核到位。", ""},
		{"a catchword and no list", "做到“三个及时”：及时收集、及时发布。", ""},
		{"three of three, the second twice", "突出三个重点：一是突出民生；二是突出财政；二是突出执法。", ""},
		{"three of three, the first twice", "抓好三项任务：一是建台账；一是配人员；三是强考核。", ""},
		{"three of three in paragraphs, the second twice", "存在以下三个问题：\n（一）人手少。\n（二）内容旧。\n（二）解读粗。", ""},
		{"three of three, misnumbered", "抓好三项工作：第一，培训；第二，更新；第四，解读。", ""},

		{"three tasks, two listed", "重点抓好三项任务：一是建台账；二是配人员。", "三项"},
		{"four mechanisms, three listed", "建立四项机制：一是审核机制；二是会商机制；三是考核机制。", "四项"},
		{"a catchword of two", "存在“两个不够”：一是深度不够；二是解读不够；三是力量不够。", "两个不够"},
		{"measures, there are", "改进措施有四：一要培训，二要更新，三要解读。", "四"},
		{"two behind a stop", "主要存在三个方面的问题。一是人手少；二是内容旧。", "三个方面"},
		{"two behind a comma", "主要存在三个问题，一是人手少，二是内容旧。", "三个"},
		{"four great ones as three", "还存在三大短板：一是人手少；二是内容旧；三是解读粗；四是互动少。", "三大"},
		{"three as four measures", "采取四条举措：（一）培训。\n（二）更新。\n（三）解读。", "四条"},
		{"two of three", "主要存在以下三个问题：一是人手不足；二是更新不及时。", "三个"},
		{"three as two", "存在两个方面的问题：一是人手少；二是内容旧；三是解读粗。", "两个方面"},
		{"two as three in paragraphs", "主要存在以下三方面问题：\n（一）人手不足。\n（二）更新不及时。", "三方面"},
		{"digits", "存在以下 4 个问题：1.人手少；2.内容旧；3.解读粗。", "4 个"},
		{"measures", "今后采取以下四项措施：一是培训；二是更新；三是解读。", "四项"},
		{"above as three", "（一）人手少。\n（二）内容旧。\n针对以上三点问题和不足，今后改进。", "三点"},
		{"above in a run", "主要问题：一是人手少；二是内容旧；三是解读粗。针对上述两个问题，今后改进。", "两个"},
		{"the noun before the number", "不足主要有两点：一是人手少；二是内容旧；三是解读粗。", "两点"},
		{"the noun before the number, behind a stop", "存在的问题主要有三点。一是人手少。二是内容旧。", "三点"},
		{"the noun before the number, circles", "改进措施主要有三项：①培训；②更新。", "三项"},
		{"four as three", "存在以下三点不足：一是人手少；二是内容旧；三是解读粗；四是互动少。", "三点"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, r := partsReport(t, "gb-2021", 2022, "测试街道办事处", map[string]string{"problems": c.text})
			var got []string
			for _, f := range partsFindings(e, r, parts, "parts.count") {
				got = append(got, f.Quote)
			}
			if got := strings.Join(got, ", "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Rules on requests named among others, a plan at the end and an annex say nothing of what is missing.
func TestAspectNamedOnly(t *testing.T) {
	rest := "（三）政府信息管理情况。%s审核信息300条。\n（四）平台建设情况。网站更新及时。\n（五）监督保障情况。纳入考核，开展评议，无追责情形。"
	disclosure, requests := "（一）主动公开情况。公开信息300条。\n", "（二）依申请公开情况。收到申请3件，均已答复。%s\n"
	for _, c := range []struct{ name, overview, extra, want string }{
		{"all", disclosure + fmt.Sprintf(requests, "") + fmt.Sprintf(rest, ""), "", ""},
		{"among rules", disclosure + fmt.Sprintf(rest, "修订制度3项，涵盖审核发布、依申请办理和监督检查。"), "", "依申请公开"},
		{"among what was taught", disclosure + fmt.Sprintf(rest, "组织培训2期，围绕条例解读、依申请公开答复、保密审查展开。"), "", "依申请公开"},
		{"the first among rules", disclosure + fmt.Sprintf(rest, "完善工作制度，包括依申请公开、保密审查等内容。"), "", "依申请公开"},
		{"what was done", disclosure + fmt.Sprintf(rest, "健全制度，规范依申请公开的接收、登记、答复流程。"), "", ""},
		{"in a sentence of its own", disclosure + fmt.Sprintf(rest, "完善依申请公开工作，全年未收到申请。"), "", ""},
		{"a plan", disclosure + fmt.Sprintf(rest, ""), "七、2023年工作计划", "依申请公开"},
		{"an annex", fmt.Sprintf(requests, "") + fmt.Sprintf(rest, ""), "七、附件", "主动公开"},
		{"a section of its own", disclosure + fmt.Sprintf(rest, ""), "七、依申请公开办理情况", ""},
		{"looked for from the requests", fmt.Sprintf(requests, "反向查找主动公开的不足，补充栏目。") + fmt.Sprintf(rest, ""), "", "主动公开"},
		{"what the requests press for", fmt.Sprintf(requests, "以申请倒逼主动公开。") + fmt.Sprintf(rest, ""), "", "主动公开"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, r := partsReport(t, "gb-2021", 2022, "测试街道办事处", map[string]string{"overview": c.overview})
			if c.extra != "" {
				r.Sections = append(r.Sections, report.Section{Key: "extra_1", Heading: c.extra, Blocks: []report.Block{{Text: "有关工作按要求推进。"}}})
			}
			got := ""
			for _, f := range partsFindings(e, r, parts, report.CodeParts) {
				if f.Severity == report.SeverityWarning && f.Section == "overview" {
					got += f.Expected
				}
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
