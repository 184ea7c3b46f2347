package intake_test

import (
	"slices"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/intake"
)

// What must come out of the five real reports, counted by hand. Cells that are not named hold 0, or are blank in the statistics.
func TestSeeds(t *testing.T) {
	files := seeds(t)
	if len(files) == 0 {
		t.Log("the real reports are not beside the project; reports of our own stand in for them")
		return
	}
	all := editions(t)
	for _, c := range []struct {
		file, edition, agency, title string
		year                         int
		sections                     []string
		signature                    report.Signature
		blank                        string // what a cell holds that is not named
		figures                      report.Figures
		chrome                       []string
	}{
		{file: "000", edition: "gb-2019", year: 2018, agency: "铜陵市郊区安庆矿区办事处",
			sections: []string{"overview ", "disclosure 二、主动公开政府信息情况", "requests 三、收到和处理政府信息公开申请情况", "appeals 四、政府信息公开行政复议、行政诉讼情况",
				"problems 五、存在的主要问题及改进情况", "other 六、其他需要报告的事项"}, blank: "0",
			figures: report.Figures{"disclosure.licensing.previous": "无", "disclosure.licensing.change": "无", "disclosure.licensing.decisions": "无",
				"disclosure.services.previous": "无", "disclosure.services.change": "无", "disclosure.services.decisions": "无", "disclosure.penalties.previous": "无",
				"disclosure.penalties.change": "无", "disclosure.penalties.decisions": "无", "disclosure.coercion.previous": "无", "disclosure.coercion.change": "无",
				"disclosure.coercion.decisions": "无", "disclosure.fees.previous": "无", "disclosure.fees.change": "无", "disclosure.procurement.projects": "无",
				"disclosure.procurement.amount": "无"}},
		{file: "001", edition: "gb-2021", year: 2022, agency: "铜厂彝族乡人民政府", title: "铜厂乡2022年政府信息公开工作年度报告",
			sections: []string{"overview 一、总体情况", "extra_1 二、加强政策解读回应", "extra_2 三、加强公开平台建设", "extra_3 四、完善公开制度规范", "disclosure 五、主动公开政府信息情况",
				"requests 六、收到和处理政府信息公开申请情况", "appeals 七、政府信息公开行政复议、行政诉讼情况", "problems 八、存在的问题", "extra_4 九、下一步工作计划"},
			signature: report.Signature{Agency: "铜厂彝族乡人民政府", Date: "2023-01-17"}, blank: "0",
			chrome: []string{"您的位置", "网站标识码", "备案号", "IPv6"}},
		{file: "002", edition: "gb-2008", year: 2018, agency: "南江县人民政府", title: "南江县人民政府2018年政府信息公开工作年度报告",
			sections: []string{"overview 一、概述", "disclosure 二、主动公开政府信息情况", "requests 三、依申请公开政府信息情况", "extra_1 四、咨询和投诉情况", "appeals 五、申请行政复议和提起行政诉讼情况",
				"extra_2 六、工作人员和费用支出情况", "problems 七、存在的主要问题和改进情况", "other 八、其他需要报告的事项", "extra_3 九、附表"}, chrome: []string{"扫一扫"}},
		{file: "003", edition: "gb-2019", year: 2019, agency: "",
			sections: []string{"overview 一、总体情况", "disclosure 二、主动公开政府信息情况", "requests 三、收到和处理政府信息公开申请情况", "appeals 四、政府信息公开行政复议、行政诉讼情况",
				"problems 五、存在的主要问题及改进情况", "other 六、其他需要报告的事项"}, blank: "0",
			figures: report.Figures{"disclosure.procurement.projects": "51", "disclosure.procurement.amount": "288.829"}},
		{file: "004", edition: "gb-2014", year: 2016, agency: "区政务服务中心管理办公室", title: "区政务服务中心管理办公室2016年政府信息公开工作年度报告",
			sections: []string{"overview 一、概述", "organisation 二、政府信息公开的组织领导、机构建设情况", "responses 三、发布解读、回应社会关切以及互动交流情况", "disclosure 四、主动公开政府信息以及公开平台建设情况",
				"requests 五、政府信息公开申请的办理情况", "fees 六、政府信息公开的收费及减免情况", "appeals 七、因政府信息公开申请行政复议、提起行政诉讼的情况",
				"secrecy 八、政府信息公开保密审查及监督检查情况", "key_areas 九、推进重点领域政务服务公开情况", "problems 十、政府信息公开工作存在的主要问题及改进情况"},
			figures: report.Figures{"statistics.disclosed.count": "340", "statistics.disclosed_documents.count": "2", "statistics.documents_issued.count": "7", "statistics.via_website.count": "210",
				"statistics.via_wechat.count": "360", "statistics.interpretations.count": "26", "statistics.social_responses.count": "150", "statistics.reading_points.count": "1",
				"statistics.meetings.count": "1", "statistics.trainings.count": "25", "statistics.trained.count": "1050"}},
	} {
		t.Run(c.file, func(t *testing.T) {
			var data []byte
			for name, content := range files {
				if strings.HasPrefix(name, c.file) {
					data = content
				}
			}
			reading, err := intake.Read(all, "seed.txt", data, intake.Options{})
			if err != nil {
				t.Fatal(err)
			}
			r := reading.Report
			if r.Edition != c.edition || r.Year != c.year || r.Title != c.title || r.Signature != c.signature {
				t.Errorf("got %q %d %q %v", r.Edition, r.Year, r.Title, r.Signature)
			}
			if c.agency != "" && r.Agency != c.agency {
				t.Errorf("agency %q, want %q", r.Agency, c.agency)
			}
			var sections []string
			for _, s := range r.Sections {
				sections = append(sections, s.Key+" "+s.Heading)
			}
			if !slices.Equal(sections, c.sections) {
				t.Errorf("sections\n got %q\nwant %q", sections, c.sections)
			}
			cells := 0
			for _, table := range all.Get(c.edition).Tables {
				for _, cell := range table.Cells {
					got, there := r.Figures[cell.ID]
					if !there {
						if !cell.Optional {
							t.Errorf("%s is not there", cell.ID)
						}
						continue
					}
					cells++
					want, named := c.figures[cell.ID]
					if !named {
						want = c.blank
					}
					if got != want {
						t.Errorf("%s is %q, want %q (%+v)", cell.ID, got, want, reading.Figures[cell.ID])
					}
				}
			}
			if cells != len(r.Figures) {
				t.Errorf("%d figures, of which %d are of the edition", len(r.Figures), cells)
			}
			for _, words := range c.chrome {
				if !slices.ContainsFunc(r.Notes, func(n report.Note) bool { return n.Code == intake.NoteChrome && strings.Contains(n.Near, words) }) {
					t.Errorf("%s is in no note", words)
				}
			}
			for _, n := range r.Notes {
				if n.Code == intake.NoteDoubtful {
					t.Errorf("doubtful: %+v", n)
				}
			}
		})
	}
}
