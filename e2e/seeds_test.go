package e2e

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/report"
)

// seeds are five real reports, where the folder with them stands beside the project; the tests have reports of our own besides.
func seeds(t *testing.T) []entered {
	t.Helper()
	read := func(pattern string) []string {
		files, err := filepath.Glob(filepath.Join("..", "..", "shared", "seeds", pattern))
		if err != nil || len(files) != 1 {
			return nil
		}
		data, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		return report.Paragraphs(string(data))
	}
	if read("000_*.txt") == nil {
		t.Log("the seeds are not here; only reports of our own are entered")
		return nil
	}
	none := map[string]string{"disclosure.procurement.projects": "无", "disclosure.procurement.amount": "无"}
	var wantNone []string
	for _, row := range []string{"licensing", "services", "penalties", "coercion", "fees"} {
		for _, column := range []string{"previous", "change", "decisions"} {
			if row != "fees" || column != "decisions" {
				none["disclosure."+row+"."+column] = "无"
			}
		}
	}
	for range none {
		wantNone = append(wantNone, report.CodeNil)
	}
	standard := []enteredSection{{key: "overview"}, {"disclosure", "二、主动公开政府信息情况", ""}, {"requests", "三、收到和处理政府信息公开申请情况", ""},
		{"appeals", "四、政府信息公开行政复议、行政诉讼情况", ""}, {key: "problems", heading: "五、存在的主要问题及改进情况"}, {key: "other", heading: "六、其他需要报告的事项"}}
	with := func(first string) []enteredSection {
		out := append([]enteredSection{}, standard...)
		out[0].heading = first
		return out
	}
	return []entered{
		filled(read("000_*.txt"), entered{name: "seed 000", edition: "gb-2019", year: 2018, title: "安庆矿区办事处2018年政府信息公开工作年度报告", figures: none, want: wantNone,
			sections: with("一、总体情况")}),
		filled(read("001_*.txt"), entered{name: "seed 001", edition: "gb-2021", year: 2022, title: "铜厂乡2022年政府信息公开工作年度报告", signature: "铜厂彝族乡人民政府", date: "2023-01-17",
			sections: []enteredSection{{key: "overview", heading: "一、总体情况"}, {"", "二、加强政策解读回应", ""}, {"", "三、加强公开平台建设", ""}, {"", "四、完善公开制度规范", ""},
				{"disclosure", "五、主动公开政府信息情况", ""}, {"requests", "六、收到和处理政府信息公开申请情况", ""}, {"appeals", "七、政府信息公开行政复议、行政诉讼情况", ""},
				{"problems", "八、存在的问题", ""}, {"", "九、下一步工作计划", ""}}}),
		filled(read("002_*.txt"), entered{name: "seed 002", edition: "gb-2008", year: 2018, title: "南江县人民政府2018年政府信息公开工作年度报告",
			sections: []enteredSection{{"overview", "一、概述", ""}, {"disclosure", "二、主动公开政府信息情况", ""}, {"requests", "三、依申请公开政府信息情况", ""}, {"", "四、咨询和投诉情况", ""},
				{"appeals", "五、申请行政复议和提起行政诉讼情况", ""}, {"fees", "六、工作人员和费用支出情况", ""}, {"problems", "七、存在的主要问题和改进情况", ""},
				{"other", "八、其他需要报告的事项", ""}, {"", "九、附表", ""}}}),
		filled(read("003_*.txt"), entered{name: "seed 003", edition: "gb-2019", year: 2019, title: "联芳街道2019年政府信息公开工作年度报告", sections: with("一、总体情况"),
			figures: map[string]string{"disclosure.procurement.projects": "51", "disclosure.procurement.amount": "288.829万元"}}),
		filled(read("004_*.txt"), entered{name: "seed 004", edition: "gb-2014", year: 2016, title: "区政务服务中心管理办公室2016年政府信息公开工作年度报告", blanks: true, want: []string{"range.statistics"},
			figures: map[string]string{"statistics.disclosed.count": "340", "statistics.disclosed_documents.count": "2", "statistics.documents_issued.count": "7",
				"statistics.via_website.count": "210", "statistics.via_wechat.count": "360", "statistics.interpretations.count": "26",
				"statistics.social_responses.count": "150", "statistics.reading_points.count": "1", "statistics.meetings.count": "1",
				"statistics.trainings.count": "25", "statistics.trained.count": "1050"},
			attachments: map[string]string{"attachment_1": "（区政务服务中心管理办公室）"},
			sections: []enteredSection{{"overview", "一、概述", ""}, {"organisation", "二、政府信息公开的组织领导、机构建设情况", ""}, {"responses", "三、发布解读、回应社会关切以及互动交流情况", ""},
				{"disclosure", "四、主动公开政府信息以及公开平台建设情况", ""}, {"requests", "五、政府信息公开申请的办理情况", ""}, {"fees", "六、政府信息公开的收费及减免情况", ""},
				{"appeals", "七、因政府信息公开申请行政复议、提起行政诉讼的情况", ""}, {"secrecy", "八、政府信息公开保密审查及监督检查情况", ""},
				{"key_areas", "九、推进重点领域政务服务公开情况", ""}, {"problems", "十、政府信息公开工作存在的主要问题及改进情况", ""}}}),
	}
}

// filled takes the texts between the headings from the lines of a page. Lines of tables and what follows the last section by its
// signature, an attachment or page chrome are left out.
func filled(lines []string, e entered) entered {
	at := -1
	var text []string
	if !slices.Contains(lines, e.sections[0].heading) { // the page begins inside its first section
		e.preface, lines, at = lines[0], lines[1:], 0
	}
	put := func() {
		if at < 0 {
			e.preface = strings.Join(text, "\n")
		} else {
			e.sections[at].text = strings.Join(text, "\n")
		}
		text = nil
	}
	for _, line := range lines {
		if at+1 < len(e.sections) && line == e.sections[at+1].heading {
			put()
			at++
			continue
		}
		if strings.HasPrefix(line, "附件：") || strings.HasPrefix(line, "附件:") || line == "扫一扫在手机打开当前页" || e.signature != "" && line == e.signature {
			break
		}
		if !strings.Contains(line, "|") && (at >= 0 || line != e.title) {
			text = append(text, line)
		}
	}
	put()
	return e
}
