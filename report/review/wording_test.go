package review

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/report"
)

// wordingFindings is what a family finds in one section with this text.
func wordingFindings(f family, text string) []report.Finding {
	blocks := []report.Block{}
	for line := range strings.SplitSeq(text, "\n") {
		blocks = append(blocks, report.Block{Text: line})
	}
	s := newSubject(nil, &report.Report{Sections: []report.Section{{Key: "overview", Heading: "一、总体情况", Blocks: blocks}}}, report.Context{}, Settings{})
	f.check(s)
	return s.findings
}

// wordingQuotes lists quotes of findings, hints marked with ~.
func wordingQuotes(findings []report.Finding) []string {
	quotes := []string{}
	for _, f := range findings {
		if f.Severity == report.SeverityHint {
			quotes = append(quotes, "~"+f.Quote)
		} else {
			quotes = append(quotes, f.Quote)
		}
	}
	return quotes
}

type wordingCase struct {
	text string
	// want are the quotes of the findings, with ~ before those of hints.
	want []string
	// fixed is the text after the fix of the first finding; "" where there is none.
	fixed string
}

func testWordingCases(t *testing.T, f family, cases []wordingCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			findings := wordingFindings(f, c.text)
			if got := wordingQuotes(findings); !slices.Equal(got, c.want) {
				t.Fatalf("got %q, want %q", got, c.want)
			}
			fixed := ""
			if findings[0].Fix != nil {
				fixed, _ = findings[0].Fix.Apply(c.text)
			}
			if fixed != c.fixed {
				t.Errorf("fixed %q, want %q", fixed, c.fixed)
			}
			for _, x := range findings {
				if got := string([]rune(c.text)[x.Start:x.End]); got != x.Quote {
					t.Errorf("quote %q, but the range is %q", x.Quote, got)
				}
				if x.Message == "" || x.Hint == "" {
					t.Errorf("says nothing: %+v", x)
				}
			}
		})
	}
}

func testWordingSilent(t *testing.T, f family, texts []string) {
	t.Helper()
	for _, text := range texts {
		t.Run(text, func(t *testing.T) {
			if got := wordingQuotes(wordingFindings(f, text)); len(got) > 0 {
				t.Errorf("got %q, want nothing", got)
			}
		})
	}
}

func TestWordingMarks(t *testing.T) {
	testWordingCases(t, wordings, []wordingCase{
		{"现将全年工作情况报告如下：。", []string{"：。"}, "现将全年工作情况报告如下："},
		{"现将有关情况报告如下:。\n第二段。", []string{":。"}, "现将有关情况报告如下:\n第二段。"},
		{"全年共受理申请3件,,均已答复。", []string{",,"}, "全年共受理申请3件,均已答复。"},
		{"全年共受理申请，，均已答复。", []string{"，，"}, "全年共受理申请，均已答复。"},
		{"工作扎实推进。。下一步继续努力。", []string{"。。"}, "工作扎实推进。下一步继续努力。"},
		{"工作取得了成效，。", []string{"，。"}, "工作取得了成效。"},
		{"涉及教育、、医疗等领域。", []string{"、、"}, "涉及教育、医疗等领域。"},
		{"一是抓制度；。", []string{"；。"}, "一是抓制度。"},
		{"具体做法：：一是抓制度。", []string{"：："}, "具体做法：一是抓制度。"},
		{"涉及教育，、医疗等领域。", []string{"，、"}, ""},
		{"涉及教育、，医疗等领域。", []string{"、，"}, ""},
		{"一是建章立制。；二是抓好培训。", []string{"。；"}, ""},
		{"全年办结12件；；其中公开5件。", []string{"；；"}, "全年办结12件；其中公开5件。"},
		{"工作要点（试行），。", []string{"，。"}, "工作要点（试行）。"},
		{"落实《条例》，，强化保障。", []string{"，，"}, "落实《条例》，强化保障。"},
		{"公开信息128条，；回应关切6次。", []string{"，；"}, ""},
		{"得到了群众认可。，下一步还要努力。", []string{"。，"}, ""},
		{"工作不断加强。 。", []string{"。 。"}, "工作不断加强。"},
		{"我局高度重视,。", []string{",。"}, "我局高度重视。"},
		{"我局高度重视，,健全机制。", []string{"，,"}, "我局高度重视，健全机制。"},
		{"公开内容包括：、机构职能和领导信息。", []string{"：、"}, ""},
		{"严格台账管理理，按月更新。", []string{"理理"}, "严格台账管理，按月更新。"},
		{"成立专班加强领导领。", []string{"领导领"}, "成立专班加强领导。"},
		{"还需改进！。", []string{"！。"}, ""},
		{"全面落实“放管服”改革，，成效明显。", []string{"，，"}, "全面落实“放管服”改革，成效明显。"},
		{"办结率达98.6%，，群众满意。", []string{"，，"}, "办结率达98.6%，群众满意。"},
		{"有待加强。。。", []string{"。。。"}, "有待加强。"},
		{"开展培训2次,、参训80人。", []string{",、"}, ""},
		{"下步打算:：一是加强学习。", []string{":："}, "下步打算:一是加强学习。"},
		{"不够及时；、不够全面。", []string{"；、"}, ""},
		{"12345热线平台，，全年受理。", []string{"，，"}, "12345热线平台，全年受理。"},
		{"公开形式单一？。", []string{"？。"}, ""},
		{"已按时答复（，其中1件延期）。", []string{"~（，"}, ""},
		{"已按时答复（含延期1件，）。", []string{"~，）"}, ""},
	})
	testWordingSilent(t, wordings, []string{
		"一是抓学习……二是抓培训。", "我们的目标是——公开、透明。", "真的吗？！", "太好了！！！", "他问：“申请收到了吗？”我们当日答复。", "会议指出“要公开。”随后作了部署。",
		"落实“五公开”，强化监督。", "公开了《要点》、《指南》等文件。", "与Tech Co.，Ltd.签订合同。", "网址：http://www.qingxi.gov.cn/，欢迎查阅。", "上班时间8:30，下班时间17:30。",
		"金额为1,113.5万元，比上年增加。", "邮编：，电话：。", "联系电话：；传真：。", "依据第1.2.3条。", "涉及3类（一、二、三），均已办结。", "公开率100%。", "(一)主动公开。", "1.公开内容,共3类。",
		"我局（含下属单位）、街道均已公开。", "时间为9:00-12:00;下午休息。", "正文&nbsp;，后文。", "内容如下：“一网通办”。", "文件共12件；其中规范性文件2件。", "何为“应公开尽公开”？答：依法公开。",
		"坚持“公开为常态、不公开为例外”。", "转发《关于印发《公开要点》的通知》。", "坚持面对面、点对点、手把手。", "按时办结结果反馈。", "做到件件有回音、事事有着落。", "（一）公开(含解读)，", "一）主动公开。\n二）依申请公开。", "（一）主动公开。\n1）公开渠道。\n2）公开内容。", "按照（（一）至（三）项）办理。", "““双随机”监管”专栏。", "详见www.qingxi.gov.cn，或来电。", "e.g.，示范点。", "共收到申请5件：自然人4件，企业1件。", "……，", "提高站位，加强领导；压实责任，形成合力。",
	})
}

func TestWordingPairs(t *testing.T) {
	testWordingCases(t, wordings, []wordingCase{
		{"认真贯彻落实《政府信息公开条例，健全机制。", []string{"《政府信息公开条例"}, ""},
		{"认真贯彻落实政府信息公开条例》，健全机制。", []string{"认真贯彻落实政府信息公开条例》"}, ""},
		{"共受理申请5件（其中网络申请3件，均已答复。", []string{"（其中网络申请3件"}, ""},
		{"共受理申请5件其中网络申请3件），均已答复。", []string{"共受理申请5件其中网络申请3件）"}, ""},
		{"推进“放管服改革，优化服务。", []string{"“放管服改革"}, ""},
		{"推进放管服”改革，优化服务。", []string{"推进放管服”"}, ""},
		{"公开惠农政策(含补贴标准），群众满意。", []string{"~(含补贴标准）"}, "公开惠农政策（含补贴标准），群众满意。"},
		{"（一）主动公开。\n二）依申请公开。", []string{"二）"}, ""},
		{"推进”放管服“改革。", []string{"”放管服“"}, "推进“放管服”改革。"},
		{"编制““十四五””规划。", []string{"““十四五””"}, "编制“十四五”规划。"},
		{"共收到申请5件（（含网络申请3件））。", []string{"（（含网络申请3件））"}, "共收到申请5件（含网络申请3件）。"},
		{"推进“放管服“改革。", []string{"“放管服“"}, "推进“放管服”改革。"},
		{"推进”放管服”改革。", []string{"”放管服”"}, "推进“放管服”改革。"},
		{"依据《条例《开展工作。", []string{"《条例《"}, "依据《条例》开展工作。"},
		{"（一主动公开情况。全年公开120条。", []string{"（一主动公开情况"}, ""},
		{"依据（国办函〔2021〕30号的要求开展工作。", []string{"（国办函"}, ""},
		{"依据【2021〕30号文件。", []string{"【2021〕"}, ""},
		{"开展\"政府开放日活动，效果良好。", []string{"\"政府开放日活动"}, ""},
		{"落实(含下属单位,街道的责任。", []string{"(含下属单位"}, ""},
		{"制定《信息发布审核制度》和《保密审查制度，严格把关。", []string{"《保密审查制度"}, ""},
		{"本年办结12件（含上年结转1件)），同意公开8件。", []string{"）"}, ""},
	})
	testWordingSilent(t, wordings, []string{
		"1）加强学习；2）加强培训。", "一）加强学习。", "a)网站公开；b)微信公开。", "重点：1)学习，2)培训。", "《关于印发《工作要点》的通知》已公开。", "《关于印发〈工作要点〉的通知》已公开。",
		"“坚持‘公开为常态’的原则”。", "the agency's report。", "（详见附表（一））", "“第一段引用\n第二段引用完”。", "“引用的第一段。\n“引用的第二段。”", "（本报告电子版见\n网站）", "（国办发〔2014〕32号）", "开展\"政府开放日\"活动。",
		"推进“放管服\"改革。", "（地址：，邮编：，电话：", "[2021]30号文件", "【重点领域】公开。", "（一）主动公开。", "(1)网站公开。", "（1）《条例》；（2）《办法》。", "“五公开”“三同步”“互联网+政务服务”。",
		"“双随机、一公开”（含部门联合）。", "申请人(自然人)3件。", "《条例》（2019年修订）实施。", "‘十四五’规划。", "第二十条第（一）项。", "共“四类”（A、B、C、D）。",
	})
}

func TestWordingDoubles(t *testing.T) {
	testWordingCases(t, wordings, []wordingCase{
		{"按照按照上级要求开展工作。", []string{"按照按照"}, "按照上级要求开展工作。"},
		{"对栏目进行进行调整。", []string{"进行进行"}, "对栏目进行调整。"},
		{"我镇我镇高度重视。", []string{"我镇我镇"}, "我镇高度重视。"},
		{"不断提高的的水平。", []string{"的的"}, "不断提高的水平。"},
		{"取得了了新的成绩。", []string{"了了"}, "取得了新的成绩。"},
		{"原因是是制度不够健全。", []string{"是是"}, "原因是制度不够健全。"},
		{"进一步进一步规范流程。", []string{"进一步进一步"}, "进一步规范流程。"},
		{"加强加强组织领导。", []string{"加强加强"}, "加强组织领导。"},
		{"政府信息公开政府信息公开工作有序开展。", []string{"政府信息公开政府信息公开"}, "政府信息公开工作有序开展。"},
		{"通过通过门户网站公开。", []string{"通过通过"}, "通过门户网站公开。"},
		{"2023年2023年，我局公开信息。", []string{"2023年2023年"}, "2023年，我局公开信息。"},
		{"我局我局共公开信息120条。", []string{"我局我局"}, "我局共公开信息120条。"},
		{"推进政府政府信息公开工作。", []string{"~政府政府"}, ""},
		{"本报告报告由六部分组成。", []string{"报告报告"}, "本报告由六部分组成。"},
		{"全年共共收到申请3件。", []string{"共共"}, "全年共收到申请3件。"},
		{"在在县委的领导下。", []string{"在在"}, "在县委的领导下。"},
		{"自然人和和企业的申请。", []string{"和和"}, "自然人和企业的申请。"},
		{"对对全县情况进行统计。", []string{"对对"}, "对全县情况进行统计。"},
		{"提请及及有关单位。", []string{"及及"}, "提请及有关单位。"},
		{"认真认真落实要求。", []string{"认真认真"}, "认真落实要求。"},
		{"工作工作取得成效。", []string{"工作工作"}, "工作取得成效。"},
		{"群众群众满意。", []string{"群众群众"}, "群众满意。"},
		{"开展开展培训3次。", []string{"开展开展"}, "开展培训3次。"},
		{"领导信箱、领导信箱、在线访谈等栏目。", []string{"领导信箱、领导信箱"}, "领导信箱、在线访谈等栏目。"},
		{"由概述、收费及减免的有关情况、收费及减免的有关情况保密审查等组成。", []string{"收费及减免的有关情况、收费及减免的有关情况"}, ""},
		{"向向社会公布电话。", []string{"向向"}, "向社会公布电话。"},
		{"主动公开公开栏更新12期。", []string{"~公开公开"}, ""},
		{"依申请公开申请申请人共5人。", []string{"~申请申请"}, ""},
		{"根据根据根据通知要求。", []string{"根据根据根据"}, "根据通知要求。"},
		{"本本单位没有收费。", []string{"本本"}, "本单位没有收费。"},
		{"上级部门上级部门的要求。", []string{"上级部门上级部门"}, "上级部门的要求。"},
		{"公开信息126条条，", []string{"条条"}, "公开信息126条，"},
		{"2023年年全镇公开情况。", []string{"年年"}, "2023年全镇公开情况。"},
		{"推进政府信信息公开。", []string{"~信信"}, ""},
		{"加强学习，组织组织培训2次。", []string{"组织组织"}, "加强学习，组织培训2次。"},
		{"于于2023年1月公布。", []string{"于于"}, "于2023年1月公布。"},
	})
	testWordingSilent(t, wordings, []string{
		"由县政务服务管理办公室办公室负责。", "市政府办公室办公室联系电话。", "县政府政府信息公开目录已更新。", "各级政府政府网站运行平稳。", "与群众生活息息相关。", "主动公开开展情况良好。", "机关关于培训的通知。",
		"平台台账齐全。", "办理理由充分。", "全面落实到位到点。", "为了了解群众需求。", "达到公开的目的的同时，注重保密。", "公众参与与监督并重。", "安全全覆盖检查。", "合并并案处理。", "提高以及及时公开的能力。",
		"存在在线咨询少的问题。", "人人参与，事事公开，件件落实。", "层层压实责任，步步推进。", "家家户户知晓，方方面面满意。", "高高兴兴办事，明明白白缴费。", "大家讨论讨论，研究研究。", "一件一件抓落实，一步一步推进。",
		"村村通工程。", "时时处处讲公开。", "区区级部门会商。", "局局长信箱。", "该市市长热线。", "居民委员会委员会议。", "渐渐形成，往往需要，仅仅依靠，刚刚起步。", "理由由受理单位告知。", "共和和谐社会。", "行为为重点。",
		"常常联系，种种措施。", "村村民代表会议。", "广播、电视、报刊。", "早公开、早解读、早回应。", "县级、乡级、村级。", "年年初部署。", "服从从严管理的要求。", "不了了之。", "公共共享平台。", "原原本本公开。", "12个个体工商户。", "3项项目审批。", "2023年年初部署。", "青溪县县长信箱。", "执行行政许可。",
	})
}

func TestWordingUsage(t *testing.T) {
	testWordingCases(t, wordings, []wordingCase{
		{"截止2018年12月底，共公开信息120条。", []string{"~截止"}, "截至2018年12月底，共公开信息120条。"},
		{"截止目前，未收到申请。", []string{"~截止"}, "截至目前，未收到申请。"},
		{"截止到2023年12月31日，共公开信息120条。", []string{"~截止到"}, "截至2023年12月31日，共公开信息120条。"},
		{"截止至年底，全部办结。", []string{"~截止至"}, "截至年底，全部办结。"},
		{"数据统计截止 2022 年底。", []string{"~截止"}, "数据统计截至 2022 年底。"},
		{"截止12月31日，共办结5件。", []string{"~截止"}, "截至12月31日，共办结5件。"},
		{"公开人大代表建议和政协委提案办理情况。", []string{"~政协委提案"}, "公开人大代表建议和政协委员提案办理情况。"},
		{"认真布署全年工作。", []string{"~布署"}, "认真部署全年工作。"},
		{"政务微博帐号2个。", []string{"~帐号"}, "政务微博账号2个。"},
		{"再接再励，推动工作。", []string{"~再接再励"}, "再接再厉，推动工作。"},
		{"一如继往地做好工作。", []string{"~一如继往"}, "一如既往地做好工作。"},
		{"将信息公开做为重点。", []string{"~做为"}, "将信息公开作为重点。"},
		{"按装电子显示屏3块。", []string{"~按装"}, "安装电子显示屏3块。"},
		{"全年末收到政府信息公开申请。", []string{"~末收到"}, "全年未收到政府信息公开申请。"},
		{"薄弱环接还不少。", []string{"~薄弱环接"}, "薄弱环节还不少。"},
		{"社会公众参予度不高。", []string{"~参予"}, "社会公众参与度不高。"},
		{"意见反溃渠道不畅。", []string{"~意见反溃"}, "意见反馈渠道不畅。"},
		{"有关情况己公开。", []string{"~己公开"}, "有关情况已公开。"},
		{"公开内容有待进一部丰富。", []string{"~进一部"}, "公开内容有待进一步丰富。"},
		{"群众满意渡提升。", []string{"~满意渡"}, "群众满意度提升。"},
		{"2023年全镇共公开 信息120条，解读政策6件，全部按时完成了任务。", []string{"~公开 信息"}, "2023年全镇共公开信息120条，解读政策6件，全部按时完成了任务。"},
	})
	if got := wordingQuotes(wordingFindings(wordings, "2023年全镇共公开信息120条，解读政策6件，全部按时完成了年初定下的任务")); !slices.Equal(got, []string{"~按时完成了年初定下的任务"}) {
		t.Errorf("missing stop: %q", got)
	}
	mixed := strings.Repeat("我镇健全制度，加强领导，落实责任。", 4) + "\n我镇加强培训,提高能力。"
	if got := wordingQuotes(wordingFindings(wordings, mixed)); !slices.Equal(got, []string{"~,"}) {
		t.Errorf("mixed widths: %q", got)
	}
	testWordingSilent(t, wordings, []string{
		strings.Repeat("我镇健全制度,加强领导,落实责任。", 8), strings.Repeat("我镇健全制度，加强领导，公开(一)1,113条(含12:30)。", 4), "截至2023年12月31日，共公开信息120条。", "报名截止2023年12月31日。", "申报截止日期为12月底。", "2023年12月31日截止。", "截止时间另行通知。",
		"于2022年底截止。", "意见征集截止12月1日前。", "发布署名文章3篇。", "自己完成了任务。", "上年末收到申请2件。", "公园满意度调查。", "以经济建设为中心。", "难以申请公开的除外。", "政务服务中心多做为民实事。", "参考合同文本。",
		"党建全覆盖。", "与以往相比。", "自然人3件，其他1件", "一、 总体情况", "（一） 主动公开情况，依申请公开情况", "签 字：王 强", "具有郊区特色。", "通过互联网落实责任。", "推进互联网战略。", "完整制度汇编。", "审核合同文本。", "各办、室负责。",
		"第一至第三项内容详见下列链接，请结合本单位实际情况参阅附件", "详情如下表所示，按类别列出了全年公开的信息和渠道情况附后",
	})
}

func TestWordingHeading(t *testing.T) {
	s := newSubject(nil, &report.Report{Sections: []report.Section{{Key: "other", Heading: "六、、其他需要报告的事项事项"}}}, report.Context{}, Settings{})
	wordings.check(s)
	if got, want := wordingQuotes(s.findings), []string{"、、", "事项事项"}; !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	if f := s.findings[0]; f.OnText() || f.Fix != nil || f.Section != "other" {
		t.Errorf("a heading has no range: %+v", f)
	}
}

func TestWordingBounds(t *testing.T) {
	for _, text := range []string{strings.Repeat("的", 100_000), strings.Repeat("（", 100_000), strings.Repeat("按照", 50_000), strings.Repeat("，", 100_000), strings.Repeat("“《", 50_000), strings.Repeat("公开、", 30_000), strings.Repeat(") ", 50_000)} {
		if n := len(wordingFindings(wordings, text)); n > 2*mostPerPlace {
			t.Errorf("%d findings in %.6q", n, text)
		}
	}
}

func FuzzWording(f *testing.F) {
	for _, text := range []string{"报告如下：。按照按照", "“《（1）》", "截止2018年\xff底,,", "政协委提案 \n", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, family := range []family{wordings, residues, contacts} {
			for _, x := range wordingFindings(family, text) {
				if r := []rune(text); x.End > len(r) || x.Start > x.End {
					t.Fatalf("range %d-%d of %d: %+v", x.Start, x.End, len(r), x)
				}
			}
		}
	})
}

func BenchmarkWording(b *testing.B) {
	text := strings.Repeat("我镇坚持以公开为常态、不公开为例外，全年通过门户网站主动公开政府信息128条，其中（含财政信息）动态类36条；受理申请3件，均已按时答复。联系电话：0000-1234567。\n", 40)
	for name, family := range map[string]family{"wording": wordings, "residue": residues, "contact": contacts} {
		b.Run(name, func(b *testing.B) {
			s := newSubject(nil, &report.Report{Preface: text}, report.Context{}, Settings{})
			for b.Loop() {
				s.findings = s.findings[:0]
				family.check(s)
			}
		})
	}
}

// checkShort holds of any finding that its words stay readable and that what it marks stays short, however long the run is.
func checkShort(t *testing.T, f report.Finding) {
	t.Helper()
	if n := utf8.RuneCountInString(f.Message); n > 200 {
		t.Errorf("%s: a message of %d characters", f.Code, n)
	}
	if n := utf8.RuneCountInString(f.Found); n > 200 {
		t.Errorf("%s: %d characters are found", f.Code, n)
	}
}

// testLongRuns wants findings on each text that mark no more than the first characters of a run.
func testLongRuns(t *testing.T, f family, texts []string) {
	t.Helper()
	for i, text := range texts {
		runes := []rune(text)
		findings := wordingFindings(f, text)
		if len(findings) == 0 {
			t.Errorf("text %d: nothing is found", i)
		}
		longest := 0
		for _, x := range findings {
			checkShort(t, x)
			longest = max(longest, x.End-x.Start)
			if x.End > len(runes) || string(runes[x.Start:x.End]) != x.Quote {
				t.Errorf("text %d: the quote is not what stands from %d to %d", i, x.Start, x.End)
			}
		}
		if longest != longestMark {
			t.Errorf("text %d: %d characters are marked, want %d", i, longest, longestMark)
		}
	}
}

func TestWordingLongRuns(t *testing.T) {
	testLongRuns(t, wordings, []string{
		"现将情况报告如下" + strings.Repeat("，", 100000) + "完毕。",
		"现将情况报告如下" + strings.Repeat("，。", 50000) + "完毕。",
		"公开信息" + strings.Repeat("的", 100000) + "情况。",
	})
	// The whole run is mended all the same.
	f := wordingFindings(wordings, "报告如下"+strings.Repeat("，", 300)+"完毕。")[0]
	if f.Fix == nil || f.Fix.End-f.Fix.Start != 300 {
		t.Errorf("the fix is %+v", f.Fix)
	}
}
