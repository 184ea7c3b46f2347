package review

import (
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

// figureWhole are overviews in which every number marked with ^ stands in a table; the others are of something else.
var figureWhole = []struct{ edition, figures, text string }{
	{"gb-2021", figureRequests + figureAppeals + figureDisclosed, `2023年，柳塘镇认真落实政务公开要点，围绕24项重点任务，健全公开机制，有关情况如下。
（一）主动公开情况。全年通过区政府门户网站发布信息356条，较上年增加41条，其中政务动态210条、通知公告64条、其他82条；“清风柳塘”微信公众号推送图文188篇，阅读量3.2万余次。制发行政规范性文件^4件，废止^2件，现行有效^20件，同步发布解读材料6篇。作出行政许可决定^120件、行政处罚决定^36件、行政强制^3件，均在7个工作日内公示。办理人大代表建议5件、政协提案7件。
（二）依申请公开情况。2023年，共收到政府信息公开申请^12件，其中自然人^10件、商业企业^2件；上年结转^1件。全年办结^11件，其中予以公开^5件，部分公开^2件，不予公开^2件，无法提供^1件，不予处理^1件，结转下年度继续办理^2件。2022年收到的15件申请已全部归档。
（三）政府信息管理情况。审核信息420条，纠正错敏词13处；对12件历史文件开展清理，标注失效3件。
（四）平台建设情况。设置查阅点2处，接待群众查询96人次；办理12345热线工单530件，办结528件，回访满意率98.6%。
（五）监督保障情况。组织培训3次，参训120人次，开展自查4次，发现问题9个。因政府信息公开被申请行政复议^3件，被提起行政诉讼^2件。全镇18个村（社区）更新公示栏26块，投入经费8万元。全年收取行政事业性收费^12.35万元。`},
	{"gb-2019", figureReceived + "disclosure.documents.made=4 disclosure.documents.published=3 disclosure.documents.public_total=15 disclosure.licensing.decisions=120 disclosure.procurement.projects=51 disclosure.procurement.amount=288.829", `2020年,本镇坚持把公开透明作为工作准则,全年召开专题会2次。
(一)主动公开。新制作规范性文件^4件,新公开^3件,对外公开总数^15件。在区政府网站公开信息152条,其中财政信息14条。实施政府集中采购项目^51个,采购总金额^288.829万元。作出行政许可决定^120件。
(二)依申请公开。本年度新收政府信息公开申请^12件,其中自然人申请^10件、企业申请^2件。收到群众来信来访46件,已答复46件。
(三)下一步打算。2021年计划举办培训4次,公开规范性文件10件以上。`},
	{"gb-2014", figureStats, `（一）全年主动公开政府信息^340条，其中政府网站^210条，政务微博^80条，政务微信^160条。制发规范性文件^7件。公开政府采购公告33条、招聘信息12条。
（二）回应解读。发布政策解读稿件^26篇，参加新闻发布会^3次，政府网站在线访谈^4次。答复网民咨询120余条。
（三）依申请公开。收到申请^9件，其中当面申请^5件，网络申请^3件，信函申请^1件；已办结^9件。答复中，属于已主动公开范围的^4件，同意公开的^3件，申请信息不存在的^2件。因政府信息公开被申请行政复议^1件，未发生行政诉讼。
（四）保障。设置政府信息公开查阅点^2个，从事政府信息公开工作人员^6人，其中专职人员^2人、兼职人员^4人，专项经费^3万元。召开政府信息公开工作会议^3次，举办培训班^2期，接受培训人员^150人次。`},
	{"gb-2021", "agency:青溪县市场监督管理局= " + figureRequests + figureAppeals + figureDisclosed, `2023年，县市场监管局在县委、县政府领导下，较好完成了政务公开各项任务。
一是抓主动公开。围绕《青溪县2023年政务公开工作要点》，细化任务18项。通过县政府网站公开信息412条（其中行政处罚信息36条、双随机抽查结果98条），局微信公众号发布消费提示56条。受理行政许可申请1320件，办结1318件；全年共作出行政许可决定^120件，行政处罚决定^36件，行政强制决定^3件。立案查处违法案件52起，罚没款38.6万元。全年制定规范性文件^4件，清理规范性文件31件。
二是抓依申请公开。进一步畅通申请渠道，规范答复文书。2023年，共收到政府信息公开申请^12件（均为投诉举报类信息），比2022年减少4件，下降25%；已按期办结^11件。答复结果为：予以公开的^5件，部分公开的^2件，不予公开的^2件，重复申请不予处理的^1件。全年未收到法律服务机构提出的申请。
三是抓投诉举报处置。受理12315投诉举报2860件，办结2844件，为消费者挽回损失46.2万元。受理复议机关转来的行政复议案件12件。
四是抓保障。参加县级培训2次，组织局机关培训3次，覆盖160人次；没有因政府信息公开被追责的情形。涉及政府信息公开的行政复议^3件，其中维持^2件、纠正^1件；行政诉讼^2件。`},
	{"gb-2021", "agency:青溪县人民政府= " + figureRequests + figureAppeals + figureDisclosed, `2023年，我县深入推进政务公开，全县政府网站访问量达172万次。
（一）主动公开情况。全县累计公开政府信息18240条，县政府网站公开6130条，各乡镇和部门公开12110条。发布政策解读材料76条，开展在线访谈5期。
（二）依申请公开情况。2023年，我县共收到政府信息公开申请^12件，上年结转^1件，办结^11件，结转下年^2件。县自然资源局、县住建局收到的申请分别为5件、3件。
（三）政府信息管理情况。我县全年制发行政规范性文件^4件，废止行政规范性文件^2件，现行有效行政规范性文件^20件。对县政府及县政府办公室312件文件开展评估。
（四）监督保障情况。办结书记县长信箱来信87件、12345热线6204件、人大代表建议64件、政协提案92件。开展培训3场次、450人次。`},
	{"gb-2019", "agency:云岭街道办事处= ", `2020年,云岭街道认真落实上级要求,现将有关情况报告如下:
(一)主动公开情况。通过区政府网站公开信息96条,通过微信公众号发布信息312条。未制定规范性文件。
(二)依申请公开情况。2020年度,云岭街道收到政府信息公开申请^0件,未发生行政复议、行政诉讼。
(三)监督保障。召开会议3次,培训45人次,接受上级检查2次,反馈问题4个,已整改4个。办理信访件28件,办结率100%。`},
}

func TestFigureWholeReport(t *testing.T) {
	marked, found := 0, 0
	for _, c := range figureWhole {
		plain := strings.ReplaceAll(c.text, "^", "")
		if got := figureFindings(t, c.edition, c.figures, plain); len(got) > 0 {
			t.Errorf("%s: what is right is reported: %s", c.edition, strings.Join(got, "; "))
		}
		for n, at := 0, strings.IndexByte(c.text, '^'); at >= 0; n++ {
			before, after := strings.ReplaceAll(c.text[:at], "^", ""), strings.ReplaceAll(c.text[at:], "^", "")
			wrong := before + "7" + after // 12件 becomes 712件
			e, r := figureReport(t, c.edition, c.figures, wrong)
			s := newSubject(e, r, report.Context{Mode: report.AsRead}, Settings{})
			s.compareStatements()
			marked++
			q := quantityAt(s.Part("overview"), len(before))
			switch {
			case len(s.findings) == 1 && s.findings[0].Severity == report.SeverityWarning && s.findings[0].Start == s.Part("overview").Rune(q.Span.Start):
				found++
			default:
				t.Errorf("%s: %s: got %v", c.edition, q.Span.Of(wrong), s.findings)
			}
			next := strings.IndexByte(c.text[at+1:], '^')
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	t.Logf("%d of %d wrong numbers found", found, marked)
}

// quantityAt is the quantity that covers a byte.
func quantityAt(p *Part, at int) quantity.Quantity {
	for _, q := range p.Quantities().Quantities {
		if q.Span.Start <= at && at < q.Span.End {
			return q
		}
	}
	return quantity.Quantity{}
}

// In the form totals are computed, and the verdict rests on the cells that they are made of.
func TestFigureInForm(t *testing.T) {
	e, r := figureReport(t, "gb-2021", figureReceived, "全年收到政府信息公开申请15件。")
	r.Figures["requests.received.total"] = ""
	s := newSubject(e, r, report.Context{Mode: report.InForm}, Settings{})
	s.compareStatements()
	if len(s.findings) != 1 || s.findings[0].Expected != "12" || s.findings[0].Found != "15" || s.findings[0].Cell != "" || len(s.findings[0].Cells) != 1 {
		t.Fatalf("got %+v", s.findings)
	}
	if !s.read["requests.received.business"] || s.read["disclosure.licensing.decisions"] {
		t.Errorf("rests on %v", s.read)
	}
}

// A table in which nothing is filled in, or that is not there, proves nothing.
func TestFigureWithoutTable(t *testing.T) {
	e, r := figureReport(t, "gb-2021", "", "全年收到政府信息公开申请15件。")
	for id := range r.Figures {
		r.Figures[id] = ""
	}
	blank := newSubject(e, r, report.Context{Mode: report.AsRead}, Settings{})
	blank.compareStatements()
	for i := range r.Sections {
		if r.Sections[i].Key == "requests" {
			r.Sections[i].Blocks = nil
		}
	}
	r.Figures = report.Figures{"requests.received.total": "3"}
	gone := newSubject(e, r, report.Context{Mode: report.AsRead}, Settings{})
	gone.compareStatements()
	unknown := newSubject(nil, r, report.Context{Mode: report.AsRead}, Settings{})
	unknown.compareStatements()
	if n := len(blank.findings) + len(gone.findings) + len(unknown.findings); n > 0 {
		t.Errorf("%d findings", n)
	}
}
