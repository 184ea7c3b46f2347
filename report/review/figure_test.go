package review

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/report"
)

// figureReport is a report of an edition with 0 in every cell but those given, and a text in its overview, or after a key and a bar in
// another section.
func figureReport(t testing.TB, edition, figures, text string) (*report.Edition, *report.Report) {
	t.Helper()
	e := standard(t).Get(edition)
	if e == nil {
		t.Fatalf("no edition %s", edition)
	}
	r := &report.Report{Edition: edition, Agency: "柳塘镇人民政府", Title: "柳塘镇人民政府年度报告", Figures: report.Figures{},
		Year: map[string]int{"gb-2021": 2023, "gb-2019": 2020, "gb-2014": 2016, "gb-2008": 2012}[edition]}
	for _, o := range report.StandardOutline(e, r.Year) {
		blocks := report.PutTogether(nil, o.Fixtures)
		if o.Attachment {
			r.Attachments = append(r.Attachments, report.Attachment{Key: o.Key, Label: o.Label, Title: o.Title, Heading: o.Heading, Blocks: blocks})
		} else {
			r.Sections = append(r.Sections, report.Section{Key: o.Key, Heading: o.Heading, Blocks: blocks})
		}
	}
	for _, table := range e.Tables {
		for _, c := range table.Cells {
			r.Figures[c.ID] = "0"
		}
	}
	for f := range strings.FieldsSeq(figures) {
		id, v, _ := strings.Cut(f, "=")
		if name, agency := strings.CutPrefix(id, "agency:"); agency {
			r.Agency, r.Title = name, name+"年度报告"
			continue
		}
		if e.Cell(id) == nil {
			t.Fatalf("%s has no cell %s", edition, id)
		}
		r.Figures[id] = v
	}
	key := "overview"
	if k, rest, ok := strings.Cut(text, "|"); ok {
		key, text = k, rest
	}
	s := r.Section(key)
	if s == nil {
		t.Fatalf("%s has no section %s", edition, key)
	}
	for p := range strings.Lines(text) {
		s.Blocks = append(s.Blocks, report.Block{Text: strings.TrimSuffix(p, "\n")})
	}
	return e, r
}

// figureFindings are what the statements of a text give, as "severity code quote".
func figureFindings(t testing.TB, edition, figures, text string) []string {
	t.Helper()
	e, r := figureReport(t, edition, figures, text)
	s := newSubject(e, r, report.Context{Mode: report.AsRead}, Settings{})
	s.compareStatements()
	var out []string
	for _, f := range s.findings {
		out = append(out, fmt.Sprintf("%s %s %s", f.Severity, f.Code, f.Quote))
	}
	return out
}

// A topic with a misspelt meaning would never be compared.
func TestFigureTopicsHaveMeanings(t *testing.T) {
	for key, topic := range figureTopics {
		for _, sum := range append(topic.means, topic.also...) {
			for m := range strings.SplitSeq(sum, "+") {
				if !slices.ContainsFunc(standard(t), func(e *report.Edition) bool { return len(e.Meaning(m)) > 0 }) {
					t.Errorf("%s: no edition has %s", key, m)
				}
			}
		}
	}
	for _, v := range figureVocabulary {
		_, known := figureTopics[v.code]
		if v.role == roleResult && !known && figureAppealEnd[v.code] == "" {
			t.Errorf("no topic for the result %s", v.code)
		}
	}
}

// Shorthand for the figures of the tests.
const (
	figureReceived  = "requests.received.total=12 requests.received.natural_person=10 requests.received.business=2 requests.carried_in.total=1 requests.carried_in.natural_person=1 "
	figureResults   = "requests.granted.total=5 requests.partial.total=2 requests.refused_process.total=1 requests.refused_third_party.total=1 requests.unavailable_not_held.total=1 requests.unprocessed_repeated.total=1 requests.result_total.total=11 requests.carried_over.total=2 "
	figureRequests  = figureReceived + figureResults
	figureAppeals   = "appeals.cases.review_upheld=2 appeals.cases.review_corrected=1 appeals.cases.review_total=3 appeals.cases.direct_suit_upheld=1 appeals.cases.direct_suit_total=1 appeals.cases.suit_after_review_total=1 appeals.cases.suit_after_review_pending=1 "
	figureDisclosed = "disclosure.documents.issued=4 disclosure.documents.repealed=2 disclosure.documents.in_force=20 disclosure.licensing.decisions=120 disclosure.penalties.decisions=36 disclosure.coercion.decisions=3 disclosure.fees.amount=12.35 "
	figureTrial     = "disclosure.documents.made=4 disclosure.documents.published=3 disclosure.documents.public_total=15 disclosure.licensing.previous=30 disclosure.licensing.change=-2 disclosure.licensing.decisions=120 disclosure.procurement.projects=51 disclosure.procurement.amount=288.829 "
	figureStats     = "statistics.disclosed.count=340 statistics.disclosed_documents.count=2 statistics.documents_issued.count=7 statistics.via_website.count=210 statistics.via_weibo.count=80 statistics.via_wechat.count=160 statistics.interpretations.count=26 " +
		"statistics.press_conferences.count=3 statistics.interviews.count=4 statistics.received.count=9 statistics.received_in_person.count=5 statistics.received_online.count=3 statistics.received_letter.count=1 statistics.closed.count=9 statistics.closed_on_time.count=9 " +
		"statistics.answered.count=9 statistics.answered_already_public.count=4 statistics.answered_granted.count=3 statistics.answered_nonexistent.count=2 statistics.review.count=1 statistics.review_upheld.count=1 statistics.suits.count=0 statistics.reading_points.count=2 " +
		"statistics.staff.count=6 statistics.staff_full_time.count=2 statistics.staff_part_time.count=4 statistics.meetings.count=3 statistics.trainings.count=2 statistics.trained.count=150 statistics.budget.count=3 statistics.complaints.count=0 statistics.offices.count=1 "
)

func TestFigureFires(t *testing.T) {
	for _, c := range []struct{ edition, figures, text, want string }{
		// 收到
		{"gb-2021", figureRequests, "全年共收到政府信息公开申请15件。", "warning 15件"},
		{"gb-2021", figureRequests, "2023年，我镇共受理依申请公开9件，均在法定期限内办结。", "warning 9件"},
		{"gb-2021", figureRequests, "本年度新收政府信息公开申请13件，上年结转1件。", "warning 13件"},
		{"gb-2021", figureRequests, "（二）依申请公开情况。全年收到申请21件，全部按时答复。", "warning 21件"},
		{"gb-2021", figureRequests, "一年来，柳塘镇人民政府收到公民、法人和其他组织提出的政府信息公开申请8份。", "warning 8份"},
		{"gb-2021", figureRequests, "本年收到14件政府信息公开申请。", "warning 14件"},
		{"gb-2021", figureRequests, "依申请公开方面：共收到申请10宗。", "warning 10宗"},
		{"gb-2021", figureRequests, "(二)依申请公开。2023年共收到10件,已全部办结。", "warning 10件"},
		{"gb-2021", figureRequests, "政府信息公开申请共收到7件。", "warning 7件"},
		{"gb-2021", figureRequests, "2023年，我镇未收到政府信息公开申请。", "warning 未收到"},
		{"gb-2021", figureRequests, "全年没有收到任何单位和个人提出的政府信息公开申请。", "warning 没有收到"},
		{"gb-2021", figureRequests, "2023年我镇暂未接到依申请公开事项。", "warning 暂未接到"},
		{"gb-2021", figureRequests, "年内，我镇未收到公民、法人或其他组织提出的政府信息公开申请。", "warning 未收到"},
		{"gb-2021", figureRequests, "本年度无依申请公开事项。", "warning 无"},
		{"gb-2021", figureRequests, "2023年收到政府信息公开申请0件。", "warning 0件"},
		{"gb-2021", "", "2023年，我镇共收到政府信息公开申请2件。", "warning 2件"},
		{"gb-2021", "", "全年受理依申请公开政府信息三件，均已答复。", "warning 三件"},
		{"gb-2021", figureRequests, "requests|本年度收到申请6件。", "warning 6件"},
		{"gb-2021", figureRequests, "全年收到政府信息公开申请20余件。", "warning 20余件"},
		// 结转, 办结, 答复
		{"gb-2021", figureRequests, "全年收到政府信息公开申请12件，上年结转3件。", "warning 3件"},
		{"gb-2021", figureRequests, "全年收到政府信息公开申请12件，办结9件，结转下年度2件。", "warning 9件"},
		{"gb-2021", figureRequests, "共收到政府信息公开申请12件，结转下年度继续办理5件。", "warning 5件"},
		{"gb-2021", figureRequests, "全年新收政府信息公开申请12件，2022年结转4件，办结11件。", "warning 4件"},
		{"gb-2021", figureRequests, "全年新收政府信息公开申请12件，结转至2024年办理6件。", "warning 6件"},
		{"gb-2021", figureRequests, "全年共收到政府信息公开申请12件，其中8件结转下年度继续办理。", "warning 8件"},
		// 结果
		{"gb-2021", figureRequests, "全年收到政府信息公开申请12件，其中予以公开7件，部分公开2件，不予公开2件。", "warning 7件"},
		{"gb-2021", figureRequests, "收到政府信息公开申请12件，予以公开5件，部分公开2件，不予公开4件，无法提供1件。", "warning 4件"},
		{"gb-2021", figureRequests, "收到申请公开12件，办理结果为：予以公开5件、部分公开3件、不予处理1件。", "warning 3件"},
		{"gb-2021", figureRequests, "requests|办理结果：予以公开5件，无法提供3件。", "warning 3件"},
		{"gb-2021", figureRequests, "全年收到政府信息公开申请12件，其中6件予以公开，2件部分公开。", "warning 6件"},
		{"gb-2021", figureRequests, "收到政府信息公开申请12件，其中自然人申请9件，法人或其他组织申请2件。", "warning 9件"},
		{"gb-2021", figureRequests, "收到政府信息公开申请12件（自然人10件，商业企业4件）。", "warning 4件"},
		// 复议, 诉讼
		{"gb-2021", figureRequests + figureAppeals, "因政府信息公开被申请行政复议5件，被提起行政诉讼2件。", "warning 5件"},
		{"gb-2021", figureAppeals, "全年未发生因政府信息公开引起的行政复议、行政诉讼。", "warning 未发生"},
		{"gb-2021", figureAppeals, "没有因政府信息公开工作被申请行政复议的情况。", "warning 没有因"},
		{"gb-2021", figureAppeals, "appeals|2023年发生行政复议案件3件，行政诉讼案件4件。", "warning 4件"},
		{"gb-2021", figureAppeals, "appeals|行政复议维持1件，纠正1件。", "warning 1件"},
		{"gb-2021", "", "全年因信息公开引起行政复议1件、行政诉讼0件。", "warning 1件"},
		{"gb-2021", figureAppeals, "涉及政府信息公开的行政复议、行政诉讼均为0件。", "warning 0件"},
		{"gb-2021", figureAppeals, "涉及政府信息公开的行政复议、行政诉讼共9件。", "warning 9件"},
		// 规范性文件
		{"gb-2021", figureDisclosed, "2023年，我镇制发行政规范性文件6件。", "warning 6件"},
		{"gb-2021", figureDisclosed, "制发规范性文件4件，废止5件，现行有效20件。", "warning 5件"},
		{"gb-2021", figureDisclosed, "全年共制定出台规范性文件4件，现行有效规范性文件18件。", "warning 18件"},
		{"gb-2021", figureDisclosed, "本年度未制发规范性文件。", "warning 未制发"},
		{"gb-2021", "", "本年度印发行政规范性文件3份。", "warning 3份"},
		{"gb-2021", figureDisclosed, "全年行政规范性文件0件。", "warning 0件"},
		// 许可, 处罚, 强制, 收费
		{"gb-2021", figureDisclosed, "全年作出行政许可决定130件、行政处罚决定36件。", "warning 130件"},
		{"gb-2021", figureDisclosed, "2023年，我镇作出行政处罚决定46件，行政强制3件。", "warning 46件"},
		{"gb-2021", figureDisclosed, "disclosure|行政许可120件，行政处罚36件，行政强制5件。", "warning 5件"},
		{"gb-2021", figureDisclosed, "未作出行政强制决定。", "warning 未作出"},
		{"gb-2021", figureDisclosed, "全年收取行政事业性收费15.2万元。", "warning 15.2万元"},
		{"gb-2021", figureDisclosed, "全年未收取行政事业性收费。", "warning 未收取"},
		// 2019
		{"gb-2019", figureTrial, "新制作规范性文件6件。", "warning 6件"},
		{"gb-2019", figureTrial, "政府集中采购项目45个，采购总金额288.829万元。", "warning 45个"},
		{"gb-2019", figureTrial, "政府集中采购项目51个，采购总金额388万元。", "warning 388万元"},
		{"gb-2019", figureRequests[:len(figureReceived)], "2020年收到政府信息公开申请14件。", "warning 14件"},
		// 2014
		{"gb-2014", figureStats, "2016年，我镇主动公开政府信息430条。", "warning 430条"},
		{"gb-2014", figureStats, "disclosure|通过政府网站公开政府信息310条，通过政务微信公开信息160条。", "warning 310条"},
		{"gb-2014", figureStats, "requests|收到政府信息公开申请9件，其中当面申请4件，网络申请3件，信函申请1件。", "warning 4件"},
		{"gb-2014", figureStats, "requests|2016年度，我单位没有收到政府信息公开申请。", "warning 没有收到"},
		{"gb-2014", figureStats, "appeals|2016年度，我单位无政府信息公开申请行政复议、提起行政诉讼的情况。", "warning 无"},
		{"gb-2014", figureStats, "organisation|设置查阅点3个，专职人员2人，兼职人员4人。", "warning 3个"},
		{"gb-2014", figureStats, "requests|同意公开答复3件，属于已主动公开范围6件。", "warning 6件"},
		{"gb-2014", figureStats, "发布政策解读稿件36篇。", "warning 36篇"},
		{"gb-2021", figureRequests, "全年共收到和办理依申请公开15件，申请人都是自然人。", "warning 15件"},
		{"gb-2021", figureRequests, "年内，收到申请公开19条，办结11条。", "warning 19条"},
		{"gb-2021", figureRequests, "新受理政府信息公开申请14件，办结11件，上年转结1件，转下一年办理2件。", "warning 14件"},
		{"gb-2021", figureRequests, "2023年，新受理政府信息公开申请12件，办结11件，上年转结政府信息公开申请0件，转下一年办理2件。", "warning 0件"},
		{"gb-2021", figureRequests, "2023年共收到政府信息公开申请0件次。", "warning 0件次"},
		{"gb-2021", figureRequests, "2023年办理政府信息依申请公开18件。", "warning 18件"},
		{"gb-2021", figureRequests, "全年未接到信息公开申请。", "warning 未接到"},
		{"gb-2021", figureRequests, "我镇今年无政府信息公开申请。", "warning 无"},
		{"gb-2021", figureRequests, "截至2023年12月31日，我镇未收到公民、法人和其他组织要求公开政府信息的申请。", "warning 未收到"},
		{"gb-2021", figureRequests, "本年度政府信息公开申请数量为0。", "warning 0"},
		{"gb-2021", figureRequests, "2023年度，共收到政府信息公开申请共计 16 件。", "warning 16 件"},
		{"gb-2021", figureRequests, "全年共登记政府信息公开申请16件。", "warning 16件"},
		{"gb-2021", figureRequests, "本年，受理群众政府信息公开申请十五件，按期答复十一件。", "warning 十五件"},
		{"gb-2021", figureRequests, "认真做好依申请公开工作，全年共收到申请16件，均已按要求答复。", "warning 16件"},
		{"gb-2021", figureRequests, "规范办理依申请公开。完善接收、登记、审核、答复流程，今年共受理政府信息公开申请16件，均按时办结。", "warning 16件"},
		{"gb-2021", figureRequests, "（二）依申请公开情况\n2023年，我镇收到申请16件，其中自然人14件、企业2件。", "warning 16件; warning 14件"},
		{"gb-2021", figureRequests, "（二）依申请公开情况\n我镇高度重视群众申请。今年共收到16件。", "warning 16件"},
		{"gb-2021", figureRequests, "2023年，共收到政府信息公开申请12件，上年结转1件；已办结10件，结转下年度2件。", "warning 10件"},
		{"gb-2021", figureRequests, "2023年收到政府信息公开申请12件，上年度结转2件，予以公开5件。", "warning 2件"},
		{"gb-2021", figureRequests, "依申请公开12件，其中，予以公开3件，部分公开2件，不予公开2件，无法提供1件，不予处理1件。", "warning 3件"},
		{"gb-2021", figureRequests, "受理申请公开12件，其中予以公开的5件、部分公开的2件、不予公开的3件。", "warning 3件"},
		{"gb-2021", figureRequests, "全年收到政府信息公开申请12件，其中属于四类过程性信息2件，本机关不掌握相关政府信息1件。", "warning 2件"},
		{"gb-2021", figureRequests, "全年收到政府信息公开申请12件，本机关不掌握相关政府信息4件，重复申请1件。", "warning 4件"},
		{"gb-2021", figureRequests, "2023年，政府信息公开申请12件，已答复11件，结转下年度3件。", "warning 3件"},
		{"gb-2021", figureAppeals, "2023年，我镇无因政府信息公开引起的行政复议、行政诉讼案件。", "warning 无"},
		{"gb-2021", figureAppeals, "2023年度发生行政复议案件2件，行政诉讼案件2件。", "hint 2件"},
		{"gb-2021", figureAppeals, "appeals|本年度发生行政复议1件，行政诉讼2件。", "warning 1件"},
		{"gb-2021", figureAppeals, "全年未发生政府信息公开类行政诉讼案件。", "warning 未发生"},
		{"gb-2021", figureAppeals, "因政府信息公开申请行政复议4件，维持2件，纠正1件。", "warning 4件"},
		{"gb-2021", figureAppeals, "因政府信息公开申请行政复议3件，其中维持3件。", "warning 3件"},
		{"gb-2021", figureAppeals, "appeals|2023年，政府信息公开行政复议3件，行政诉讼5件。", "warning 5件"},
		{"gb-2021", figureAppeals, "（二）依申请公开。全年收到申请0件，行政复议0件，行政诉讼2件。", "warning 0件"},
		{"gb-2021", figureAppeals, "政府信息公开行政复议和行政诉讼情况：无。", "warning 无"},
		{"gb-2021", figureAppeals, "appeals|我镇未因政府信息公开被提起行政复议和行政诉讼。", "warning 未因"},
		{"gb-2021", figureDisclosed, "全年共印发规范性文件5件，均已公开。", "warning 5件"},
		{"gb-2021", figureDisclosed, "2023年，我镇没有制定规范性文件。", "warning 没有制定"},
		{"gb-2021", figureDisclosed, "2023年，废止行政规范性文件1件。", "warning 1件"},
		{"gb-2021", figureDisclosed, "截至2023年底，现行有效的行政规范性文件共22件。", "warning 22件"},
		{"gb-2021", figureDisclosed, "2023年，我镇共制定规范性文件4件，废止规范性文件2件，现行有效的规范性文件21件。", "warning 21件"},
		{"gb-2021", figureDisclosed, "全年行政许可处理决定125件，行政处罚处理决定36件。", "warning 125件"},
		{"gb-2021", figureDisclosed, "作出行政许可120件、行政处罚36件、行政强制措施13件。", "warning 13件"},
		{"gb-2021", figureDisclosed, "2023年行政事业性收费金额为22.35万元。", "warning 22.35万元"},
		{"gb-2021", "disclosure.licensing.decisions=5", "2023年，我镇作出行政许可决定15件。", "warning 15件"},
		{"gb-2021", figureDisclosed, "未作出行政许可决定。", "warning 未作出"},
		{"gb-2019", figureTrial, "2020年制定规范性文件6件。", "warning 6件"},
		{"gb-2019", figureTrial, "规范性文件对外公开总数量25件。", "warning 25件"},
		{"gb-2019", figureTrial, "2020年，未新制作规范性文件。", "warning 未新制作"},
		{"gb-2019", figureTrial, "集中采购项目51个，采购总金额289.829万元。", "warning 289.829万元"},
		{"gb-2014", figureStats, "全年主动公开政府信息350条，其中：政府网站公开210条，政务微博公开80条。", "warning 350条"},
		{"gb-2014", figureStats, "全年制发规范性文件9件。", "warning 9件"},
		{"gb-2014", figureStats, "举办新闻发布会5次，在线访谈4次。", "warning 5次"},
		{"gb-2014", figureStats, "requests|2016年共受理申请19件，其中当面申请5件、网络申请3件、信函申请1件。", "warning 19件"},
		{"gb-2014", figureStats, "requests|共收到申请9件，办结8件。", "warning 8件"},
		{"gb-2014", figureStats, "organisation|政府信息公开专项经费5万元。", "warning 5万元"},
		{"gb-2014", figureStats, "organisation|举办各类培训班2次，接受培训人员250人次。", "warning 250人次"},
	} {
		var want []string
		for w := range strings.SplitSeq(c.want, "; ") {
			severity, quote, _ := strings.Cut(w, " ")
			want = append(want, severity+" text.figure "+quote)
		}
		if got := figureFindings(t, c.edition, c.figures, c.text); strings.Join(got, "; ") != strings.Join(want, "; ") {
			t.Errorf("%s\n got  %s\n want %s", c.text, strings.Join(got, "; "), strings.Join(want, "; "))
		}
	}
}

func TestFigureSilent(t *testing.T) {
	for _, c := range []struct{ edition, figures, text string }{
		{"gb-2021", figureRequests, "全年共收到政府信息公开申请12件，均已办理。"},
		{"gb-2021", figureRequests, "全年共收到政府信息公开申请12件，上年结转1件，办结11件，结转下年度2件。"},
		{"gb-2021", figureRequests, "全年共受理政府信息公开申请13件（含上年结转1件），办结11件。"},
		{"gb-2021", figureRequests, "全年收到政府信息公开申请12件，答复11件，按时答复率100%。"},
		{"gb-2021", figureRequests, "收到政府信息公开申请12件，其中予以公开5件，部分公开2件，不予公开2件，无法提供1件，不予处理1件。"},
		{"gb-2021", figureRequests, "收到政府信息公开申请12件，其中网上申请7件、信函申请5件。"},
		{"gb-2021", figureRequests, "收到涉及征地拆迁的政府信息公开申请6件。"},
		{"gb-2021", figureRequests, "通过政务服务平台收到政府信息公开申请6件。"},
		{"gb-2021", figureRequests, "收到政府信息公开申请12件，较上年增加3件。"},
		{"gb-2021", figureRequests, "2022年收到政府信息公开申请9件，2023年收到12件。"},
		{"gb-2021", figureRequests, "上半年收到政府信息公开申请5件。"},
		{"gb-2021", figureRequests, "全年收到网民留言30条，办结30条。"},
		{"gb-2021", figureRequests, "（二）依申请公开。收到政府信息公开申请12件。受理12345热线工单85件，办结85件。"},
		{"gb-2021", figureRequests, "办理人大代表建议6件、政协提案9件，办结率100%。"},
		{"gb-2021", figureRequests, "全县各乡镇、部门共受理政府信息公开申请312件，已办结300件。"},
		{"gb-2021", figureRequests, "收到政府信息公开申请10余件。"},
		{"gb-2021", figureRequests, "没有收到科研机构提出的政府信息公开申请。"},
		{"gb-2021", figureRequests, "未收到因依申请公开引起的举报投诉。"},
		{"gb-2021", figureRequests, "无逾期未答复的政府信息公开申请。"},
		{"gb-2021", figureRequests, "没有出现因政府信息公开答复不规范被投诉的情况。"},
		{"gb-2021", figureRequests, "（二）依申请公开。我镇收到申请12件，无一件逾期。"},
		{"gb-2021", figureRequests, "组织政府信息公开申请办理培训3次，制作依申请公开流程图1份。"},
		{"gb-2021", "", "全年未收到政府信息公开申请，也未发生行政复议和行政诉讼。"},
		{"gb-2021", "", "全年收到政府信息公开申请0件。"},
		{"gb-2021", figureAppeals, "因政府信息公开引起行政复议3件，行政诉讼2件。"},
		{"gb-2021", figureAppeals, "appeals|行政复议3件，其中结果维持2件，结果纠正1件；行政诉讼2件。"},
		{"gb-2021", figureAppeals, "涉及政府信息公开的行政复议、行政诉讼共5件。"},
		{"gb-2021", figureAppeals, "受理行政复议案件125件，审结110件。"},
		{"gb-2021", figureAppeals, "没有因政府信息公开被复议纠错、诉讼败诉的案件。"},
		{"gb-2021", figureAppeals, "全年办理行政应诉案件40件。"},
		{"gb-2021", figureAppeals, "未经复议直接起诉1件，复议后起诉1件。"},
		{"gb-2021", figureDisclosed, "制发规范性文件4件，废止2件，现行有效20件。"},
		{"gb-2021", figureDisclosed, "审查规范性文件11件，修订规范性文件3件。"},
		{"gb-2021", figureDisclosed, "公开行政处罚信息765条、行政许可信息900条。"},
		{"gb-2021", figureDisclosed, "梳理行政处罚765项、行政许可30项、行政强制12项。"},
		{"gb-2021", figureDisclosed, "主动公开规范性文件解读6篇。"},
		{"gb-2021", figureDisclosed, "全年作出行政许可决定120件、行政处罚决定36件、行政强制3件。"},
		{"gb-2021", figureDisclosed, "收取行政事业性收费12.35万元。"},
		{"gb-2021", figureDisclosed, "收取行政事业性收费123500元。"},
		{"gb-2021", figureDisclosed, "全年未收取信息处理费。"},
		{"gb-2021", figureDisclosed, "无行政事业性收费减免情况。"},
		{"gb-2021", figureDisclosed, "健全完善规章制度5项。"},
		{"gb-2021", figureDisclosed, "在《关于进一步规范行政规范性文件管理的通知》下发后，组织学习2次。"},
		{"gb-2021", figureDisclosed, "累计公开现行有效规范性文件20件。"},
		{"gb-2021", figureDisclosed, "下一步，力争全年办结政府信息公开申请100件。"},
		{"gb-2019", figureTrial, "新制作规范性文件4件，新公开3件，对外公开总数15件。"},
		{"gb-2019", figureTrial, "行政许可事项28项。"},
		{"gb-2019", figureTrial, "政府集中采购项目51个，采购总金额288.829万元。"},
		{"gb-2014", figureStats, "2016年，我镇主动公开政府信息340条，其中政府网站210条，政务微博80条，政务微信160条。"},
		{"gb-2014", figureStats, "requests|收到政府信息公开申请9件，其中当面申请5件，网络申请3件，信函申请1件，均已办结。"},
		{"gb-2014", figureStats, "disclosure|公开财政信息14条、政策法规信息9条。"},
		{"gb-2014", figureStats, "organisation|从事政府信息公开工作人员6人，其中专职人员2人、兼职人员4人。"},
		{"gb-2014", figureStats, "召开政府信息公开工作会议3次，举办培训班2期，培训150人次。"},
		{"gb-2014", figureStats, "appeals|行政复议1件，结果维持1件，无行政诉讼。"},
		{"gb-2021", figureRequests, "全年共收到和办理依申请公开12件，上年度结转申请1件。处理结果中，部分公开2件，结转至下一年度办理2件。"},
		{"gb-2021", figureDisclosed, "没有关于政府信息公开的投诉，没有制作新的规章。"},
		{"gb-2021", figureDisclosed, "全年公开以镇政府名义印发的文件58件，其中解读文件32件。"},
		{"gb-2021", figureDisclosed, "主动公开政府规章13件（含新制定5件，修改4件，废止4件），人事任免文件106件。"},
		{"gb-2021", figureRequests, "建立依申请公开台账1本，规范答复文书3类。"},
		{"gb-2021", figureRequests, "依申请公开答复文书模板12个。"},
		{"gb-2021", figureRequests, "2023年收到政府信息公开申请12件，同比下降20%；上年同期15件。"},
		{"gb-2021", figureRequests, "收到政府信息公开申请12件，因申请引发行政复议0件。"},
		{"gb-2021", figureRequests, "未发生因依申请公开答复超期引起的投诉。"},
		{"gb-2021", figureRequests, "没有发生不予公开政府信息的举报。"},
		{"gb-2021", figureRequests, "县自然资源局收到政府信息公开申请8件，县住建局收到5件。"},
		{"gb-2021", figureRequests, "政府信息公开申请涉及土地征收3件、房屋拆迁4件、其他5件。"},
		{"gb-2021", figureRequests, "受理信访事项36件，办结36件，其中初次信访20件。"},
		{"gb-2021", figureRequests, "收到群众来信来电45件，已答复45件。"},
		{"gb-2021", figureRequests, "全年未收到通过传真方式提交的申请。"},
		{"gb-2021", figureRequests, "部分申请人对答复不满意，有2件申请复议后维持。"},
		{"gb-2021", figureRequests, "开展依申请公开专题培训2次，参训80人次。"},
		{"gb-2021", figureRequests, "公开政府信息1200条，其中依申请公开12件。"},
		{"gb-2021", figureRequests, "problems|部分依申请公开答复不够规范，全年有3件答复被要求补正。"},
		{"gb-2021", figureRequests, "problems|2024年，我镇将及时办理政府信息公开申请。"},
		{"gb-2021", figureRequests, "12件政府信息公开申请均按时答复。"},
		{"gb-2021", figureAppeals, "全县办理行政复议案件62件，纠正8件。"},
		{"gb-2021", figureAppeals, "行政复议、行政诉讼案件总体平稳，复议3件、诉讼2件。"},
		{"gb-2021", figureAppeals, "未出现因政府信息公开被责令纠正的情形。"},
		{"gb-2021", figureDisclosed, "清理规范性文件35件，其中继续有效20件、废止2件、修改13件。"},
		{"gb-2021", figureDisclosed, "公示行政许可、行政处罚等信息2300条。"},
		{"gb-2021", figureDisclosed, "动态调整行政许可事项清单，取消行政许可2项。"},
		{"gb-2021", figureDisclosed, "办理不动产登记900件。"},
		{"gb-2021", figureDisclosed, "全年共查处违法案件52件。"},
		{"gb-2021", figureDisclosed, "规范性文件合法性审查率100%，备案3件。"},
		{"gb-2021", figureDisclosed, "以县政府办公室名义转发上级文件15件。"},
		{"gb-2021", figureDisclosed, "发布规范性文件解读4篇，规范性文件解读率100%。"},
		{"gb-2021", figureDisclosed, "2022年制发规范性文件7件。"},
		{"gb-2021", figureDisclosed, "未收取任何费用。"},
		{"gb-2021", figureDisclosed, "other|2023年，我镇未收取政府信息公开信息处理费。"},
		{"gb-2014", figureStats, "disclosure|通过公开栏公开信息96条，通过广播公开30条。"},
		{"gb-2014", figureStats, "responses|答复群众咨询300余条。"},
		{"gb-2014", figureStats, "fees|2016年度无收费及减免情况。"},
		{"gb-2014", figureStats, "设立公开查阅点2处。"},
		{"gb-2014", figureStats, "召开推进会议1次，参加县级培训1次。"},
		{"gb-2008", "", "全年收到政府信息公开申请15件。"},
	} {
		for _, got := range figureFindings(t, c.edition, c.figures, c.text) {
			if !strings.HasPrefix(got, "hint") {
				t.Errorf("%s\n got %s", c.text, got)
			}
		}
	}
}

func TestFigureHints(t *testing.T) {
	for _, c := range []struct{ edition, figures, text, want string }{
		{"gb-2021", figureRequests + "agency:清河县人民政府=", "全县共收到政府信息公开申请15件。", "hint text.figure 15件"},
		{"gb-2021", figureDisclosed, "全年办理行政许可900件。", "hint text.figure 900件"},
		{"gb-2014", figureStats, "responses|年内发布讯息900余条，解答咨询200余人次。", "hint text.figure 900余条"},
	} {
		if got := strings.Join(figureFindings(t, c.edition, c.figures, c.text), "; "); got != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.text, got, c.want)
		}
	}
}

func BenchmarkFigures(b *testing.B) {
	_, r := figureReport(b, "gb-2021", figureRequests, strings.Repeat("2023年，我镇坚持以公开为常态、不公开为例外，主动公开政府信息340条，其中政府网站210条、微信公众号130条。全年收到政府信息公开申请12件，均按期答复，未发生行政复议和行政诉讼。", 30))
	e := standard(b).Get("gb-2021")
	s := newSubject(e, r, report.Context{Mode: report.AsRead}, Settings{})
	for _, p := range s.Parts {
		p.Quantities()
	}
	b.ReportAllocs()
	for b.Loop() {
		s.findings, s.counts = nil, map[[2]string]int{}
		s.compareStatements()
	}
}

// Whatever the text, reading it neither fails nor marks what is not there.
func FuzzFigures(f *testing.F) {
	for _, text := range []string{"全年收到政府信息公开申请15件，办结9件（其中予以公开3件）。", "未发生行政复议：无。（（（（", "规章13件（含新制定5件）)）废止\n2件", "未新制作", "《《》结转2022年3件\xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		e, r := figureReport(t, "gb-2021", figureRequests, "overview|"+text)
		s := newSubject(e, r, report.Context{Mode: report.AsRead}, Settings{})
		s.compareStatements()
		for _, x := range s.findings {
			if p := s.Part(x.Section); !strings.Contains(p.Text, x.Quote) || x.Quote == "" {
				t.Errorf("marks %q", x.Quote)
			}
		}
	})
}
