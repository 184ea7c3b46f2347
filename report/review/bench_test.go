package review_test

import (
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/review"
)

// A made-up report of about 3,000 characters with all the figures of the current tables.
var benchParts = map[string]string{
	"preface": `本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求编制。报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分组成。报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。报告电子版可在青溪县人民政府网站（http://www.qingxi.gov.cn）下载。如有疑问，请与青溪县水利局办公室联系（地址：青溪县城关镇滨河路18号；邮编：610000；电话：0999-1234567；电子邮箱：qxslj@qingxi.gov.cn）。`,
	"overview": `2023年，我局坚持以公开为常态、不公开为例外，围绕河湖治理、农村供水、防汛抗旱等重点工作，扎实推进政府信息公开，较好地保障了群众的知情权、参与权和监督权。现将有关情况报告如下：
（一）主动公开情况
全年通过县政府门户网站公开政府信息486条，其中政策文件18条、工作动态302条、通知公告97条、财政信息12条、其他信息57条；通过“青溪水利”微信公众号发布信息213条，总阅读量4.3万余次；通过政务公开栏、便民服务窗口张贴公示36期。围绕水库除险加固、灌区改造等重大建设项目，公开批准结果、施工进度和质量监督信息41条，占全年公开总数的8.4%。公开2022年度部门决算和2023年度部门预算，并对“三公”经费增减变化作出说明。
组织编制水利领域基层政务公开标准目录，细化一级事项7项、二级事项26项，逐项明确公开内容、公开时限、公开渠道和责任股室。对群众关心的农村饮水安全问题，以图解、问答、短视频等形式制作解读材料11篇，解读率达到100%。召开新闻发布会2场，办理县长信箱来信34件、12345热线工单268件，按期办结率为100%，群众满意率为98.5%。
依法公开行政许可和行政处罚结果。全年作出取水许可、河道管理范围内建设项目审批等行政许可决定87件，作出行政处罚决定5件，均在作出决定之日起7个工作日内在网站公示。
（二）依申请公开情况
畅通当面申请、邮政寄送、网络提交等渠道，完善登记、审核、办理、答复、归档工作流程。2023年，新收政府信息公开申请14件，其中自然人12件、商业企业2件；上年结转1件。全年办结13件，其中予以公开6件、部分公开2件、不予公开1件、本机关不掌握相关政府信息3件、补正后申请内容仍不明确1件；结转下年度继续办理2件。未收取信息处理费。因政府信息公开申请行政复议1件，结果维持；未发生行政诉讼案件。
（三）政府信息管理情况
严格执行政府信息公开保密审查制度，落实“先审查、后公开”“一事一审”要求，对拟公开信息实行股室初审、办公室复核、分管领导审定的三级审核。全年清理网站栏目9个，更新机构职能、领导分工等信息15条，撤下失效信息22条。本年度制发行政规范性文件2件，废止1件，现行有效行政规范性文件8件，全部在县政府网站集中公开。
（四）政府信息公开平台建设情况
按照集约化要求，依托县政府门户网站政府信息公开平台开设水利专栏，设置政策、法定主动公开内容、年报、依申请公开等栏目，支持按标题、文号、发布日期检索。加强政务新媒体管理，关停长期不更新的账号1个，保留微信公众号1个。在县档案馆、县图书馆设置政府信息查阅点2处，接待查阅群众130余人次。
（五）监督保障情况
成立由局长任组长、分管副局长任副组长、各股室负责人为成员的政务公开工作领导小组，办公室设在局办公室，明确专职人员1名、兼职人员6名。年内召开专题会议3次，组织培训2期，培训78人次。将政务公开纳入股室年度目标考核，占分值权重的4%。开展自查4次，对发现的11个问题全部整改到位。全年没有因政府信息公开工作受到责任追究的情形，社会评议结果为良好。
（六）重点领域信息公开情况
一是河湖管理方面。公开县级河湖名录31条（座），更新河长公示牌146块，公布河长姓名、职责、监督电话和管护目标，接到群众反映河道乱倒乱建线索23起，全部核实处理，处理结果同步公布。二是供水保障方面。按季度公布县城集中式饮用水水源水质监测结果4次，公布停水、检修通知19次，农村集中供水工程水价标准、收费依据和服务电话在16个乡镇（街道）统一公示。三是工程建设方面。公开《青溪县中型灌区续建配套与现代化改造实施方案（2023—2025年）》及其解读，招标公告、中标结果、合同订立、施工许可、竣工验收等信息做到全过程公开，涉及投资1.26亿元。四是防汛抗旱方面。汛期通过网站、微信、村村响广播、短信等发布预警信息58期，覆盖群众约12万人次，公布应急值班电话和避险转移路线。五是移民后期扶持方面。对3个乡镇1862名移民的直补资金发放名单张榜公示7天，公示期内没有收到异议。
按照《青溪县人民政府办公室关于印发2023年政务公开工作要点的通知》（青府办发〔2023〕12号），我局把任务分解到6个股室、2个下属单位，分别是河湖管理股、农村水利股、建设管理股、行政审批股、监督股、计财股以及县水旱灾害防御中心、县水资源服务中心，逐项列出完成时限和责任人，年底对照销号。与上年相比，公开信息数量增加52条，增长12.0%，其中政策文件增加4条。`,
	"problems": `2023年，我局政府信息公开工作取得了一定成效，但仍存在一些不足：一是公开内容与群众需求还有差距，动态类信息多，涉及资金分配、工程验收等内容的信息偏少；二是政策解读形式比较单一，以文字为主，图表、视频类解读占比不到30%；三是个别股室对公开时限把握不严，信息更新不够及时；四是工作人员多为兼职，业务能力有待提高。
针对上述问题，下一步将从以下几个方面改进：
（一）拓展公开内容。对照基层政务公开标准目录，逐项检查已公开信息，重点补齐水利工程建设、移民后期扶持资金、河湖长制等方面的内容，做到应公开尽公开。
（二）丰富解读形式。对涉及面广、社会关注度高的文件，由起草股室同步准备解读方案和材料，多用群众听得懂的语言，增加图解、动画等形式，力争非文字解读占比超过五成。
（三）压实工作责任。建立信息公开台账，实行按月通报、按季检查，对超过时限未公开的及时提醒，情节严重的予以约谈。
（四）加强队伍建设。采取集中学习、以会代训、跟班学习等方式，每年组织业务培训不少于2次，重点学习条例、答复规范和保密知识，不断提高工作人员的能力和水平。对照上一年度提出的“依申请公开答复不够规范”问题，我局已统一答复文书格式，并由法律顾问逐件审核，2023年答复未被纠正。`,
	"other": `（一）收取信息处理费情况。2023年，我局依申请提供政府信息未收取信息处理费。
（二）建议提案办理情况。全年承办县人大代表建议12件、县政协委员提案9件，共21件，均已按期答复，办理结果全部在县政府网站公开，代表委员满意率100%。
（三）落实上级年度政务公开工作要点情况。按照省、市、县2023年政务公开工作要点，制定本局任务分解表，共列任务24项，已完成24项。
除此之外，没有其他需要报告的事项。`,
}

// benchFigures are the figures that are not 0.
var benchFigures = report.Figures{
	"disclosure.documents.issued": "2", "disclosure.documents.repealed": "1", "disclosure.documents.in_force": "8",
	"disclosure.licensing.decisions": "87", "disclosure.penalties.decisions": "5",
	"requests.received.natural_person": "12", "requests.received.business": "2", "requests.received.total": "14",
	"requests.carried_in.natural_person": "1", "requests.carried_in.total": "1",
	"requests.granted.natural_person": "6", "requests.granted.total": "6", "requests.partial.business": "2", "requests.partial.total": "2",
	"requests.refused_process.natural_person": "1", "requests.refused_process.total": "1",
	"requests.unavailable_not_held.natural_person": "3", "requests.unavailable_not_held.total": "3",
	"requests.unavailable_unclear.natural_person": "1", "requests.unavailable_unclear.total": "1",
	"requests.result_total.natural_person": "11", "requests.result_total.business": "2", "requests.result_total.total": "13",
	"requests.carried_over.natural_person": "2", "requests.carried_over.total": "2",
	"appeals.cases.review_upheld": "1", "appeals.cases.review_total": "1",
}

func benchReport(tb testing.TB) (*report.Edition, *report.Report, report.Context) {
	tb.Helper()
	editions, err := report.Standard()
	if err != nil {
		tb.Fatal(err)
	}
	e := editions.Get("gb-2021")
	agency := "青溪县水利局"
	r := &report.Report{Edition: e.ID, Year: 2023, Agency: agency, Title: agency + "2023年政府信息公开工作年度报告", Preface: benchParts["preface"],
		Figures: report.Figures{}, Signature: report.Signature{Agency: agency, Date: "2024-01-19"}}
	for _, o := range e.Outline {
		section := report.Section{Key: o.Key, Heading: o.Heading}
		for line := range strings.Lines(benchParts[o.Means]) {
			section.Blocks = append(section.Blocks, report.Block{Text: strings.TrimSuffix(line, "\n")})
		}
		for _, key := range o.Tables {
			section.Blocks = append(section.Blocks, report.Block{Table: key})
			for _, c := range e.Table(key).Cells {
				r.Figures[c.ID] = "0"
			}
		}
		r.Sections = append(r.Sections, section)
	}
	for id, v := range benchFigures {
		r.Figures[id] = v
	}
	return e, r, report.Context{Mode: report.AsRead}
}

func BenchmarkProofread(b *testing.B) {
	e, r, c := benchReport(b)
	v := review.New(review.Settings{})
	b.ReportAllocs()
	for b.Loop() {
		v.Proofread(e, r, c)
	}
}
