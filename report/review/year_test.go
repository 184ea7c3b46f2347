package review

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/report"
)

// reviewed runs one family on a report.
func reviewed(t testing.TB, f family, r *report.Report, c report.Context) []report.Finding {
	t.Helper()
	known, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	s := newSubject(known.Get(r.Edition), r, c, Settings{})
	f.check(s)
	return s.findings
}

// marked is what findings say in short: severity and quote, those of one code.
func marked(findings []report.Finding, code string) []string {
	var out []string
	for _, f := range findings {
		if f.Code == code {
			out = append(out, string(f.Severity)+" "+f.Quote)
		}
	}
	return out
}

// grave leaves out hints.
func grave(findings []report.Finding) []report.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f report.Finding) bool { return f.Severity == report.SeverityHint })
}

// reportSaying is a report whose part says a text.
func reportSaying(year int, part, text string) *report.Report {
	r := &report.Report{Edition: "gb-2021", Year: year, Agency: "沁陵镇人民政府", Title: fmt.Sprintf("沁陵镇人民政府%d年政府信息公开工作年度报告", year),
		Signature: report.Signature{Agency: "沁陵镇人民政府", Date: fmt.Sprintf("%d-01-18", year+1)}}
	switch {
	case year < 2014:
		r.Edition = "gb-2008"
	case year < 2019:
		r.Edition = "gb-2014"
	case year < 2021:
		r.Edition = "gb-2019"
	}
	headings := map[string]string{"overview": "一、总体情况", "problems": "五、存在的主要问题及改进情况", "other": "六、其他需要报告的事项", "disclosure": "二、主动公开政府信息情况"}
	if part == report.PartPreface {
		r.Preface = text
	} else {
		r.Sections = []report.Section{{Key: part, Heading: headings[part], Blocks: []report.Block{{Text: text}}}}
	}
	return r
}

type sayingCase struct {
	year       int
	part, text string
	want       string // severity and quote; several with |
}

func testSayings(t *testing.T, f family, code string, cases []sayingCase) {
	t.Helper()
	for _, c := range cases {
		if got := strings.Join(marked(reviewed(t, f, reportSaying(c.year, c.part, c.text), report.Context{Mode: report.AsRead}), code), "|"); got != c.want {
			t.Errorf("%d %s %q: got %q, want %q", c.year, c.part, c.text, got, c.want)
		}
	}
}

func testSilent(t *testing.T, f family, cases []sayingCase) {
	t.Helper()
	for _, c := range cases {
		for _, got := range grave(reviewed(t, f, reportSaying(c.year, c.part, c.text), report.Context{Mode: report.AsRead})) {
			t.Errorf("%d %s %q: got %s %s %q (%s)", c.year, c.part, c.text, got.Code, got.Severity, got.Quote, got.Message)
		}
	}
}

func TestWrongYears(t *testing.T) {
	testSayings(t, years, codeYear, []sayingCase{
		// The declared period.
		{2023, "preface", "报告中所列数据的统计期限自2022年1月1日起至2022年12月31日止。", "error 2022年1月1日起至2022年12月31日"},
		{2023, "preface", "本报告数据统计时间为2022年1月1日至12月31日。", "error 2022年"},
		{2023, "preface", "统计期限从 2023 年 1 月 1 日起至 2023 年 12 月 30 日止。", "error 12 月 30 日"},
		{2023, "preface", "所列数据统计期限自２０２３年１月１日起至２０２３年１２月３０日止。", "error １２月３０日"},
		{2022, "overview", "本报告统计期限为2022年1月1日至2022年6月31日。", "error 6月31日"},
		{2022, "preface", "数据统计期限：2022年1月1日—2022年11月30日。", "warning 11月30日"},
		{2022, "preface", "本报告所列数据统计期限自2021年1月1日起至2022年12月31日止。", "error 2021年"},
		{2022, "preface", "本报告所列数据统计期限自2022年1月1日起至2023年12月31日止。", "error 2023年"},
		{2022, "preface", "统计期限自2022年1月2日至2022年12月31日。", "warning 1月2日"},
		{2024, "preface", "报告数据的统计期限为2024.1.1-2024.12.30。", "error 12.30"},
		{2021, "preface", "统计期限自二〇二〇年一月一日至二〇二〇年十二月三十一日。", "error 二〇二〇年一月一日至二〇二〇年十二月三十一日"},
		{2023, "disclosure", "2023年1月1日至12月30日，我镇共主动公开政府信息210条。", "error 12月30日"},
		{2023, "overview", "2022年1月1日至2022年12月31日，我镇共收到政府信息公开申请3件。", "warning 2022年"},
		// What is announced.
		{2023, "preface", "根据《中华人民共和国政府信息公开条例》规定，现公布2022年度政府信息公开工作年度报告。", "error 2022年度"},
		{2023, "preface", "按照条例要求，现将我镇2022年政府信息公开工作情况报告如下：", "error 2022年"},
		{2018, "preface", "特向社会公布沁陵镇2017年政府信息公开年度报告。", "error 2017年"},
		{2016, "preface", "内容涵盖我局2015年全年的政府信息公开工作情况。", "warning 2015年"},
		{2020, "overview", "现将沁陵镇2019年度政府信息公开工作情况公布如下。\n2020年，我镇公开信息50条。", "error 2019年度"},
		{2022, "problems", "回顾2020年的工作，我镇在公开的深度上还有欠缺，今后着力改进。", "warning 2020年"},
		{2023, "problems", "下一步打算：在2022年的工作中，我镇将进一步充实力量。", "warning 2022年"},
		{2020, "overview", "2021年以来，我镇多次召开会议研究政务公开，解决了一批问题。", "warning 2021年"},
		{2022, "overview", "开篇。2020年，我局发布的信息主要类别：概况3条，人事8条，财政预决算6条。", "warning 2020年"},
		{2017, "overview", "截至2016年底，本局政府信息公开工作运行正常。", "warning 2016年"},
		{2017, "preface", "所列数据截止日期为2016年12月31日。", "error 2016年"},
		{2024, "overview", "开篇。2023年我局收到申请30件，上年结转1件，共办结24件，结转到2025年办理7件。", "warning 2023年"},
		{2021, "overview", "开篇。2019年我委共承办建议19件、提案24件。", "warning 2019年"},
		{2010, "overview", "开篇。2008年是我镇政府信息公开工作全面推进的一年，制度更加健全。", "warning 2008年"},
		{2013, "preface", "数据统计截至2013年12月20日。", "error 12月20日"},
		{2023, "overview", "2023年1月至9月，我镇公开政府信息30条。", "warning 1月至9月"},
		// Days that no calendar has.
		{2020, "preface", "统计期限自2020年1月1日起至202020年12月31日止。", "error 202020年"},
		{2023, "overview", "我镇于2023年9月31日举办培训。", "error 9月31日"},
		{2023, "overview", "2023年2月29日，召开专题会议。", "error 2月29日"},
		{2023, "overview", "4月31日前完成栏目调整。", "error 4月31日"},
		{2023, "overview", "2023年13月，完成了自查。", "error 13月"},
		// Figures up to another day.
		{2023, "overview", "截至11月底，我镇共公开政府信息300条。", "warning 11月底"},
		{2023, "overview", "截至2023年11月30日，全镇主动公开各类信息412条。", "warning 11月30日"},
		{2021, "overview", "截止今年10月底，区政府门户网站共发布信息1024条。", "warning 10月底"},
		{2021, "overview", "截至2020年12月31日，我局主动公开信息88条。", "warning 2020年"},
		{2019, "overview", "截至2021年12月底，累计公开政府信息560条。", "error 2021年"},
		{2022, "overview", "截至12月25日，共受理政府信息公开申请6件，均已答复。", "warning 12月25日"},
		// Statements of another year.
		{2018, "overview", "1.主动公开的数量。2020年全年政府网上主动公开各类信息526条", "error 2020年"},
		{2023, "overview", "2022年，我镇主动公开政府信息132条。", "warning 2022年"},
		{2023, "overview", "2022年度，我镇共收到政府信息公开申请3件，均按期答复。", "warning 2022年度"},
		{2023, "overview", "2022年我镇未收到政府信息公开申请。", "warning 2022年"},
		{2023, "overview", "（二）依申请公开情况。2021年，没有收到依申请公开事项。", "warning 2021年"},
		{2023, "overview", "我镇2022年共发布信息98条。", "warning 2022年"},
		{2023, "overview", "在镇党委的领导下，2022年我镇通过网站发布信息76条。", "warning 2022年"},
		{2023, "other", "2022年度，我镇没有其他需要报告的事项。", "warning 2022年度"},
		{2023, "other", "2022年，我镇未收取信息处理费。", "warning 2022年"},
		{2023, "overview", "2022年，全镇公开信息1234条，较2021年增长12%。", "warning 2022年"},
		{2023, "overview", "2022年，全镇主动公开信息1234条，较上年增长12%。", "warning 2022年"},
		{2023, "overview", "2024年，我镇共主动公开政府信息123条。", "warning 2024年"},
		{2023, "overview", "2025年全年共收到政府信息公开申请2件。", "error 2025年"},
		{2023, "overview", "2024年度未发生因政府信息公开引起的行政复议、行政诉讼。", "warning 2024年度"},
		{2023, "overview", "2022年，沁陵镇人民政府深入贯彻落实《条例》，扎实推进政府信息公开工作。", "warning 2022年"},
		{2023, "overview", "2021年以来，我镇认真落实政务公开要求，坚持以公开为常态。", "warning 2021年"},
		{2022, "problems", "2021年，我镇政府信息公开工作取得了一定成效，但仍存在以下不足：一是人员不足。", "warning 2021年"},
		{2022, "problems", "下一步，2021年，我镇将继续加强政务公开队伍建设。", "warning 2021年"},
		{2022, "problems", "2022年，我镇将进一步提升政策解读质量。", "warning 2022年"},
		{2022, "problems", "（二）2022年工作打算\n加强培训。", "warning 2022年"},
		{2022, "overview", "（一）2021年主动公开情况\n公开信息20条。", "warning 2021年"},
		{2022, "overview", "附表：2021年度政府信息公开情况统计表", "warning 2021年度"},
		{2018, "overview", "2020年全年政府网上主动公开公示、公告、机构设置、政策文件、人事信息、财政信息、重点工作动态、应急管理等各类信息和图片达526条", "error 2020年"},
		{2023, "overview", "2024年，我镇按照县政府部署要求，持续提升公开质量，共公开政务信息300条。", "warning 2024年"},
		{2023, "problems", "2024年，我镇共收到申请2件，已全部答复。", "warning 2024年"},
		{2023, "overview", "1—11月，我镇共主动公开政府信息280条。", "warning 1—11月"},
		{2023, "overview", "2023年1月至11月，共收到政府信息公开申请3件。", "warning 1月至11月"},
		{2023, "overview", "2022年1—12月，我镇共公开政府信息300条。", "warning 2022年"},
		{2023, "preface", "本报告内容涵盖我镇2022年1月1日至12月31日期间的政府信息公开工作情况。", "error 2022年"},
		{2023, "overview", "（五）监督保障。2022年，我镇召开政务公开专题会议2次。", "warning 2022年"},
		{2023, "overview", "公开信息20条。\n（三）平台建设。2022年，我镇高度重视政务公开平台建设，严格落实审核制度。", "warning 2022年"},
		{2023, "problems", "2022年度信息公开工作与上级要求相比，还存在一定的差距。", "warning 2022年度"},
		{2023, "overview", "公开信息20条。\n2024年，我镇认真落实政务公开要求，积极回应群众关切。", "warning 2024年"},
		{2016, "overview", "2015年度，我单位无政府信息公开的收费及减免情况。", "warning 2015年度"},
		{2016, "overview", "2015年度我乡无一例因政府信息公开申请行政复议。", "warning 2015年度"},
		{2023, "overview", "公开信息2条。\n2022年，街道将微信公众号注销，统一在区政府网站公开政府信息。", "warning 2022年"},
		{2023, "overview", "回顾2022年，我镇共公开信息30条。", "warning 2022年"},
		{2023, "problems", "2024年，我镇政务公开工作虽取得一定成效，但离目标仍有差距，仍存在不足。", "warning 2024年"},
		{2023, "overview", "20223年，我镇公开信息30条。", "error 20223年"},
		{2023, "overview", "2203年度，我镇公开信息30条。", "error 2203年"},
		{2023, "overview", "2023年12月32日召开会议。", "error 12月32日"},
		{2023, "preface", "现编制《沁陵镇2022年政府信息公开工作年度报告》并予以公布。", "error 2022年"},
		{2023, "overview", "2022年度，全镇未发生因政府信息公开引发的诉讼。", "warning 2022年度"},
		{2023, "overview", "2022年，我镇成立领导小组，共主动公开信息100条，群众获得感不断增强。", "warning 2022年"},
		{2023, "overview", "公开信息2条。\n2022年，我镇不断完善公开制度，群众获得感不断增强。", "warning 2022年"},
		{2023, "problems", "2023年我街道在公开的深度上有所加强。2022年我街道在主动性上还有不足。", "warning 2022年"},
		{2023, "overview", "2024年，沁陵镇人民政府认真贯彻落实《条例》，将网站作为公开主渠道，现将有关情况报告如下。", "warning 2024年"},
		{2023, "overview", "公开信息2条。\n2024年以来，我镇不断加强信息公开人员培训。", "warning 2024年"},
		// Comparisons with the year itself.
		{2023, "overview", "全年公开信息300条，较2023年增加20条。", "warning 2023年"},
		{2023, "overview", "收到申请5件，与2023年相比减少2件。", "warning 2023年"},
		{2023, "overview", "公开信息300条，比上年（2021年）增加20条。", "warning 2021年"},
		{2023, "overview", "本年度（2022年）公开信息300条。", "warning 2022年"},
	})
}

func TestLawfulYears(t *testing.T) {
	testSilent(t, years, []sayingCase{
		{2023, "preface", "报告中所列数据的统计期限自2023年1月1日起至2023年12月31日止。", ""},
		{2023, "preface", "本报告统计期限为2023年1月1日至12月31日。", ""},
		{2023, "preface", "统计期限：２０２３年１月１日—２０２３年１２月３１日", ""},
		{2008, "preface", "本报告数据统计期限自2008年5月1日起至2008年12月31日止。", ""},
		{2019, "preface", "因机构改革，我局2019年3月挂牌，统计期限自2019年3月1日至12月31日。", ""},
		{2023, "preface", "根据《国务院办公厅关于印发2022年政务公开工作要点的通知》要求，编制2023年度报告。", ""},
		{2023, "preface", "根据县政府办《关于做好2022年度政府信息公开工作年度报告编制工作的通知》，现将2023年工作情况报告如下：", ""},
		{2023, "overview", "较2022年增加12条。", ""},
		{2023, "overview", "全年公开信息120条，与2022年相比增长5%。", ""},
		{2023, "overview", "主动公开信息500条，2022年为480条，增加20条。", ""},
		{2023, "overview", "2022年公开信息480条，2023年公开信息500条。", ""},
		{2023, "overview", "2021年公开信息300条。2022年公开信息400条。2023年公开信息500条。", ""},
		{2023, "overview", "2022年我镇收到申请3件，今年收到申请5件。", ""},
		{2023, "problems", "2024年，我镇将继续做好政府信息公开工作。", ""},
		{2023, "problems", "2024年，组织政务公开培训不少于2次，每季度公开信息10条以上。", ""},
		{2023, "problems", "下一步：2024年开展业务培训2次，更新栏目3个。", ""},
		{2023, "problems", "针对2022年度报告指出的问题，我镇完善了制度，整改事项3项。", ""},
		{2023, "problems", "2022年政府信息公开工作中存在的政策解读形式单一问题，已整改到位。", ""},
		{2023, "overview", "为2024年政务公开工作打好基础。", ""},
		{2023, "overview", "严格落实《2022年政务公开工作要点》和沁政办〔2022〕15号文件要求，公开信息20条。", ""},
		{2023, "overview", "2023年，按照《2021年政务公开工作安排》公开信息12条。", ""},
		{2023, "overview", "我镇被评为2022年度政务公开先进单位，公开经验材料2篇。", ""},
		{2023, "overview", "2022年，我镇获评全县政务公开考核优秀单位，发布经验信息3条。", ""},
		{2023, "overview", "自2008年以来，累计公开政府信息5000条。", ""},
		{2023, "overview", "2018年以来累计公开信息4000条。", ""},
		{2023, "overview", "“十四五”期间（2021—2025年），计划建设公开专区3个。", ""},
		{2023, "overview", "公开信息2017条，办理2024件。", ""},
		{2023, "overview", "公开2022年财政决算、2023年财政预算信息4条。", ""},
		{2022, "overview", "公示了2021年秋季-2022年春季学期“雨露计划”补助，共发布信息3条。", ""},
		{2023, "overview", "《中华人民共和国政府信息公开条例》（2019年修订）自2019年5月15日起施行。", ""},
		{2023, "overview", "2022年结转的申请2件已全部办结。", ""},
		{2023, "overview", "2024年1月，我镇公开了年度报告1篇。", ""},
		{2023, "overview", "2024年1月10日前已答复申请人2件。", ""},
		{2023, "overview", "2024年2月29日前完成指南更新。", ""},
		{2023, "overview", "截至2023年12月31日，共公开信息300条。", ""},
		{2023, "overview", "截至2023年底，共公开信息300条。", ""},
		{2023, "overview", "截至12月底，共公开信息300条。", ""},
		{2023, "overview", "截至目前，共公开信息300条。", ""},
		{2023, "overview", "截至6月底，完成政务公开专区改造。", ""},
		{2023, "overview", "截至9月底，17个村全部建成公开栏。", ""},
		{2023, "overview", "截至2022年底累计公开信息4100条，2023年新增公开320条。", ""},
		{2023, "overview", "1—11月完成自查，12月开展整改。", ""},
		{2023, "overview", "网址为http://www.qinling.gov.cn/2021/12/t2021年.html，邮箱qinling2020@163.com，公开信息3条。", ""},
		{2023, "overview", "2023年第三季度，我镇政务公开工作在全县2022年度考核反馈问题整改中位列第一。", ""},
		{2023, "problems", "2023年，我镇将政务公开工作纳入年度考核，并将持续推进情况列为重点。", ""},
		{2023, "problems", "2023年初提出将进一步加强解读，全年发布解读5篇。", ""},
		{2023, "problems", "（一）2022年存在问题整改情况\n均已完成。", ""},
		{2023, "problems", "（二）2024年工作计划\n加强培训。", ""},
		{2023, "overview", "到2025年，基本建成全县统一的公开平台，公开目录100项。", ""},
		{2023, "overview", "公开信息202511日。", ""},
		{2023, "overview", "上一篇：没有了 下一篇：2022年政府信息公开工作年度报告", ""},
		{2023, "overview", "回顾2023年的工作，成绩来之不易。", ""},
		{2023, "overview", "2021年开通的政务微信公众号全年发布信息300条。", ""},
		{2023, "overview", "2021年，我镇开通政务微信公众号，2023年发布信息300条。", ""},
		{2023, "overview", "2月29日的会议推迟。", ""},
		{2023, "overview", "2022年未办结的申请2件已于年初答复。", ""},
		{2023, "overview", "2500年的古城、2300年历史，公开信息3条。", ""},
		{2023, "problems", "2024年，力争无差错，确保公开信息10条以上。", ""},
		{2023, "overview", "2021年至2022年，全镇累计公开信息600条，2023年公开300条。", ""},
		{2023, "overview", "2022年收到的申请2件，于今年1月答复。", ""},
		{2023, "overview", "2022年新建的政务公开专区接待群众300人次。", ""},
		{2023, "extra_1", "新的一年，我镇要再接再厉。2024年，举办培训2次，公开信息200条。", ""},
		{2023, "overview", "1—10月开展自查，11月整改。", ""},
		{2023, "overview", "1—12月，共公开信息300条。", ""},
		{2023, "overview", "1—6月公开信息100条，7—12月公开信息120条。", ""},
		{2023, "overview", "公开信息3条。2022年，我县建立了政务公开责任制，严格落实。2023年，进一步细化了标准。", ""},
		{2023, "overview", "公开信息3条。2022年，我局按照政务公开要求对网站进行了改版。", ""},
		{2023, "overview", "数据统计时间为2022年9月1日至2023年8月31日的学年数据公开3条。", ""},
		{2023, "overview", "2021年以前，我镇政务公开工作由综治办负责。", ""},
		{2023, "overview", "按照2022年6月印发的《实施方案》，公开信息20条。", ""},
		{2023, "overview", "对2022年以来的文件进行清理，公开清理结果1条。", ""},
		{2023, "overview", "公开了2022年度部门决算和2023年度部门预算。", ""},
		{2023, "overview", "2023年，按时发布2022年度政府信息公开工作年度报告1篇。", ""},
		{2023, "overview", "集中发布2022年度承办建议提案办理情况12条。", ""},
		{2023, "preface", "本报告主要包括总体情况、存在的问题以及2024年工作打算。", ""},
		{2023, "overview", "2023年共收到申请6件，其中2022年收到的申请结转1件。", ""},
	})
}

func TestYearOfTheTitle(t *testing.T) {
	r := reportSaying(2023, "overview", "2023年，我镇公开信息30条。2023年，我镇未收到申请。2023年，举办培训2次。")
	r.Title, r.Year = "沁陵镇人民政府2022年政府信息公开工作年度报告", 2022
	r.Preface = "现公布2023年度政府信息公开工作年度报告，所列数据统计期限自2023年1月1日起至2023年12月31日止。"
	want := []string{"error 2022年"}
	if got := marked(reviewed(t, years, r, report.Context{Mode: report.AsRead}), codeYear); !slices.Equal(got, want) {
		t.Errorf("title against all else: got %q, want %q", got, want)
	}
	r.Year = 2023
	got := reviewed(t, years, r, report.Context{Mode: report.InForm})
	if !slices.Equal(marked(got, codeYear), want) || got[0].Section != report.PartTitle || got[0].Fix == nil || got[0].Fix.Text != "2023" {
		t.Errorf("title in the form: got %+v, want %q in the title with a fix", got, want)
	}
}

func TestYearOfAttachment(t *testing.T) {
	r := reportSaying(2016, "overview", "2016年，我局公开信息30条。")
	r.Attachments = []report.Attachment{{Key: "attachment_1", Label: "附件", Title: "2016年度政府信息公开工作情况统计表", Heading: "2015年度政府信息公开工作情况统计表",
		Blocks: []report.Block{{Table: "statistics"}}}}
	got := reviewed(t, years, r, report.Context{Mode: report.AsRead})
	if want := []string{"error 2015年度"}; !slices.Equal(marked(got, codeYear), want) || got[0].Section != "attachment_1" || got[0].Start != 0 {
		t.Errorf("got %+v, want %q", got, want)
	}
	r.Attachments[0].Heading = "2016年度政府信息公开工作情况统计表"
	r.Attachments = append(r.Attachments, report.Attachment{Key: "attachment_2", Label: "附件2", Title: "2017年政务公开工作要点", Heading: "2017年政务公开工作要点"})
	if got := reviewed(t, years, r, report.Context{Mode: report.AsRead}); len(got) != 0 {
		t.Errorf("got %+v, want none", got)
	}
}

func TestYearOfHeading(t *testing.T) {
	r := reportSaying(2023, "overview", "公开信息3条。")
	r.Sections[0].Heading = "一、2022年总体情况"
	if got, want := marked(reviewed(t, years, r, report.Context{Mode: report.AsRead}), codeYear), []string{"warning 2022年"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	r.Sections[0].Heading = "六、2024年工作计划"
	if got := reviewed(t, years, r, report.Context{Mode: report.AsRead}); len(got) != 0 {
		t.Errorf("got %+v, want none", got)
	}
}

func TestYearFixes(t *testing.T) {
	r := reportSaying(2023, "preface", "统计期限自2022年1月1日起至2022年12月31日止。")
	got := reviewed(t, years, r, report.Context{Mode: report.AsRead})
	if len(got) != 1 || got[0].Fix == nil {
		t.Fatalf("got %+v, want one finding with a fix", got)
	}
	if fixed, want := firstOf(got[0].Fix.Apply(r.Preface)), "统计期限自2023年1月1日起至2023年12月31日止。"; fixed != want {
		t.Errorf("got %q, want %q", fixed, want)
	}
	r.Preface = "统计期限自2023年1月1日起至2023年12月31日止。"
	if got := reviewed(t, years, r, report.Context{Mode: report.AsRead}); len(got) != 0 {
		t.Errorf("after the fix: got %+v, want none", got)
	}
}

func firstOf(s string, _ bool) string { return s }

func TestUnknownYear(t *testing.T) {
	r := reportSaying(2023, "overview", "2022年，我镇公开信息30条。6月31日召开会议。")
	r.Year, r.Title, r.Signature.Date = 0, "", ""
	if got, want := marked(reviewed(t, years, r, report.Context{Mode: report.AsRead}), codeYear), []string{"error 6月31日"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestYearMessagesStayShort(t *testing.T) {
	blanks := strings.Repeat(" ", 100000)
	for _, text := range []string{"本报告数据统计期限自2023年1月1日起至2023年11月" + blanks + "30日止。", "数据截至2023年13月" + blanks + "1日。"} {
		findings := reviewed(t, years, reportSaying(2023, report.PartPreface, text), report.Context{})
		if len(findings) == 0 {
			t.Errorf("nothing is found in %.60s", text)
		}
		for _, f := range findings {
			checkShort(t, f)
		}
	}
}

func FuzzYears(f *testing.F) {
	for _, s := range []string{"2022年1月1日至12月30日", "二〇二二年十二月三十一日", "截至11月底，公开300条", "（2022年）《2021年》“", "２０２３年度1—12月，收到3件", "2022.1.1-2022.12.31", "\xff年二〇", "\u3000月"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, fam := range []family{years, editions, phrases, privacies} {
			r := reportSaying(2023, "overview", text)
			r.Preface = text
			for _, got := range reviewed(t, fam, r, report.Context{Mode: report.AsRead}) {
				if got.Fix != nil {
					if _, ok := got.Fix.Apply(text); !ok && got.Section != report.PartTitle {
						t.Errorf("fix beyond the text: %+v", got)
					}
				}
			}
		}
	})
}

func BenchmarkYears(b *testing.B) {
	text := strings.Repeat("2023年，我镇认真贯彻落实《中华人民共和国政府信息公开条例》，主动公开政府信息123条，较2022年增加5条。依申请公开工作有序开展，全年未收到申请，联系电话0512-12345678。\n", 45)
	r := reportSaying(2023, "overview", text)
	known, _ := report.Standard()
	for _, f := range []family{years, editions, phrases, privacies, timings} {
		b.Run(f.rules[0].Code, func(b *testing.B) {
			for range b.N {
				f.check(newSubject(known.Get("gb-2021"), r, report.Context{Mode: report.AsRead}, Settings{}))
			}
		})
	}
}
