package report

import (
	"slices"
	"strings"
	"testing"
)

func dropSection(r *Report, key string) {
	r.Sections = slices.DeleteFunc(r.Sections, func(s Section) bool { return s.Key == key })
}

func TestOutlineFindings(t *testing.T) {
	for _, c := range []struct {
		name, edition string
		year          int
		mode          Mode
		change        func(r *Report)
		want          string
	}{
		{"as it should be", "gb-2021", 2026, InForm, func(r *Report) {}, ""},
		{"extra section", "gb-2021", 2026, InForm, func(r *Report) {
			r.Sections = append(r.Sections, Section{Key: "extra_1", Heading: "七、政策解读", Blocks: []Block{{Text: "有。"}}})
		}, "warning parts.extra"},
		{"extra section on an older edition", "gb-2019", 2020, InForm, func(r *Report) {
			r.Sections = append(r.Sections, Section{Key: "extra_1", Heading: "七、政策解读", Blocks: []Block{{Text: "有。"}}})
		}, "hint parts.extra"},
		{"text that is in no section of a document", "gb-2021", 2026, AsRead, func(r *Report) {
			r.Sections = append([]Section{{Key: "extra_1", Blocks: []Block{{Text: "各位网友。"}}}}, r.Sections...)
		}, ""},
		{"section gone", "gb-2021", 2026, InForm, func(r *Report) { dropSection(r, "problems") }, "warning parts.missing"},
		{"section gone from a trial report", "gb-2019", 2020, AsRead, func(r *Report) { dropSection(r, "appeals") }, "warning parts.missing"},
		{"the file broke off", "gb-2021", 2026, AsRead, func(r *Report) {
			dropSection(r, "problems")
			r.Notes = []Note{{Code: "read.cut"}}
		}, "hint parts.missing"},
		{"section empty", "gb-2021", 2026, InForm, func(r *Report) { r.Section("problems").Blocks = nil }, "warning parts.missing"},
		{"section of blanks", "gb-2021", 2026, InForm, func(r *Report) { r.Section("problems").Blocks = []Block{{Text: " 　"}} }, "warning parts.missing"},
		{"none is not empty", "gb-2021", 2026, AsRead, func(r *Report) { r.Section("other").Blocks = []Block{{Text: "无"}} }, ""},
		{"a grid is not empty", "gb-2021", 2026, AsRead, func(r *Report) { r.Section("problems").Blocks = []Block{{Grid: [][]string{{"问题"}}}} }, ""},
		{"one table is gone", "gb-2021", 2026, AsRead, func(r *Report) { r.Section("appeals").Blocks = []Block{{Text: "见附件。"}} }, "warning parts.missing"},
		{"one table is gone and nothing else there", "gb-2021", 2026, AsRead, func(r *Report) { r.Section("appeals").Blocks = nil }, "warning parts.missing"},
		{"all tables are pictures", "gb-2021", 2026, AsRead, func(r *Report) {
			for _, key := range []string{"disclosure", "requests", "appeals"} {
				r.Section(key).Blocks = nil
			}
		}, "hint parts.missing, hint parts.missing, hint parts.missing"},
		{"two changed places", "gb-2021", 2026, InForm, func(r *Report) { r.Sections[4], r.Sections[5] = r.Sections[5], r.Sections[4] }, "warning parts.extra"},
		{"far apart they changed places", "gb-2021", 2026, InForm, func(r *Report) { r.Sections[0], r.Sections[4] = r.Sections[4], r.Sections[0] },
			"warning parts.extra, warning parts.extra"},
		{"one moved to the front", "gb-2021", 2026, InForm, func(r *Report) {
			last := r.Sections[4]
			r.Sections = slices.Insert(slices.Delete(r.Sections, 4, 5), 0, last)
		}, "warning parts.extra"},
		{"renamed", "gb-2021", 2026, InForm, func(r *Report) { r.Sections[0].Heading = "一、概述" }, "hint parts.extra"},
		{"renumbered only", "gb-2021", 2026, InForm, func(r *Report) { r.Sections[0].Heading = "（一）总体情况" }, ""},
		{"blanks and a stop", "gb-2021", 2026, InForm, func(r *Report) { r.Sections[0].Heading = "一、 总体 情况。" }, ""},
		{"half width", "gb-2021", 2026, AsRead, func(r *Report) {
			r.Section("appeals").Heading = "四、政府信息公开行政复议,行政诉讼情况"
		}, ""},
		{"the heading was lost in reading", "gb-2021", 2026, AsRead, func(r *Report) { r.Sections[0].Heading = "" }, ""},
		{"headings were free", "gb-2014", 2016, AsRead, func(r *Report) { r.Section("problems").Heading = "十、问题与打算" }, ""},
		{"fees within requests", "gb-2008", 2012, AsRead, func(r *Report) {
			dropSection(r, "fees")
			r.Section("requests").Blocks = []Block{{Text: "（三）收费及减免情况。没有收取费用。"}}
		}, "hint parts.missing"},
		{"fees nowhere", "gb-2008", 2012, AsRead, func(r *Report) { dropSection(r, "fees") }, "warning parts.missing"},
		{"appeals nowhere", "gb-2014", 2016, AsRead, func(r *Report) { dropSection(r, "appeals") }, "warning parts.missing"},
		{"the old table stands elsewhere", "gb-2014", 2016, AsRead, func(r *Report) { r.Attachments = nil }, "hint parts.missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := editions(t).Get(c.edition)
			r := zeroReport(e, c.year)
			c.change(r)
			if got := codes(CheckOutline(e, r, c.mode)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// With the last section the statement on fees is missing, unless it stands elsewhere; that is one finding.
func TestFeeWithTheLastSection(t *testing.T) {
	e := editions(t).Get("gb-2021")
	r := zeroReport(e, 2026)
	dropSection(r, "other")
	findings := CheckOutline(e, r, AsRead)
	if len(findings) != 1 || !strings.Contains(findings[0].Message, "信息处理费") {
		t.Errorf("got %v", findings)
	}
	r.Section("overview").Blocks = []Block{{Text: "全年未收取信息处理费。"}}
	findings = CheckOutline(e, r, AsRead)
	if len(findings) != 1 || strings.Contains(findings[0].Message, "信息处理费") {
		t.Errorf("got %v", findings)
	}
}

func TestFeeStated(t *testing.T) {
	for _, c := range []struct {
		key, text string
		want      bool
	}{
		{"other", "本年度未收取信息处理费。", true},
		{"other", "本机关没有收费情况。", true},
		{"other", "依申请公开未收取任何费用。", true},
		{"other", "1．收费情况：0 元。", true},
		{"other", "无", false},
		{"other", "没有其他需要报告的事项。", false},
		{"other", "公开了“三公”经费和行政事业性收费目录。", false},
		{"overview", "依申请公开政府信息不收取任何费用。", true},
		{"overview", "公开政府信息收取费用 0 元。", true},
		{"overview", "公开了行政事业性收费清单。", false},
		{"overview", "主动公开涉企收费、停车收费等信息 12 条。", false},
		{"requests", "本年度没有发生收费及减免情况。", true},
		{"problems", "工作经费不足。", false},
	} {
		r := &Report{Sections: []Section{{Key: c.key, Blocks: []Block{{Text: c.text}}}}}
		if got := FeeStated(r); got != c.want {
			t.Errorf("%s: %s: got %v, want %v", c.key, c.text, got, c.want)
		}
	}
}
