package review

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/report"
)

func TestMisquoted(t *testing.T) {
	testSayings(t, phrases, codePhrase, []sayingCase{
		{2023, "preface", "根据《中华人民共和国政府信息公开条列》编制。", "warning 政府信息公开条列"},
		{2023, "preface", "根据中华人民共和国政府信息公开条列编制。", "warning 政府信息公开条列"},
		{2023, "preface", "根据《政府信息公开工作条例》编制。", "warning 政府信息公开工作条例"},
		{2023, "preface", "根据《中华人名共和国政府信息公开条例》编制。", "warning 中华人名共和国"},
		{2023, "preface", "根据《中华人民共和国政府信息公开条》编制。", "warning 中华人民共和国政府信息公开条"},
		{2023, "preface", "根据《中华共和国政府信息公开条例》编制。", "warning 中华共和国政府信息公开条例"},
		{2023, "preface", "根据《中华人民共和国政府信公开条例》编制。", "warning 政府信公开"},
		{2023, "preface", "根据《中华人民共和国国政府信息公开条例》编制。", "warning 中华人民共和国国政府"},
		{2023, "preface", "根据《中华人民共和国政务信息公开条例》编制。", "warning 政务信息公开条例"},
		{2023, "preface", "根据《中华人民共和国政府信息公开条理》编制。", "warning 政府信息公开条理"},
		{2023, "preface", "根据《中华人民共和国信息公开条例》编制。", "warning 中华人民共和国信息公开条例"},
		{2023, "preface", "以下简称《条列》。", "warning 《条列》"},
		{2023, "preface", "按照《中华人民共和国政府信息公开工作年度报告格试》编制。", "warning 中华人民共和国政府信息公开工作年度报告格试"},
		{2023, "preface", "按照国务院办公厅政务公开办公室的要求编制。", "warning 国务院办公厅政务公开办公室"},
		{2023, "preface", "《国务院办公厅政府信息和政务公开办公室关于印发格式的通知》", "warning 国务院办公厅政府信息和政务公开办公室"},
		{2023, "preface", "《国务院办公厅政府信息与政府公开办公室关于印发格式的通知》", "warning 国务院办公厅政府信息与政府公开办公室"},
		{2023, "overview", "（二）依申请公并情况。", "warning 依申请公并"},
		{2023, "overview", "依申公开工作有序。", "warning 依申公开"},
		{2023, "overview", "依审请公开3件。", "warning 依审请公开"},
		{2023, "overview", "未发生行政覆议。", "warning 行政覆议"},
		{2023, "overview", "未发生行政诉松。", "warning 行政诉松"},
		{2023, "overview", "制发规范行文件2件。", "warning 规范行文件"},
		{2023, "overview", "公开行政规范文件2件。", "hint 行政规范文件"},
		{2023, "overview", "公开行政事业型收费标准。", "warning 行政事业型收费"},
		{2023, "overview", "主动工开信息3条。", "warning 主动工开"},
		{2023, "overview", "以习近平新时代特色社会主义思想为指导。", "warning 习近平新时代特色社会主义思想"},
		{2023, "overview", "深化“放服管”改革。", "warning 放服管"},
		{2023, "overview", "贯彻落实党的十九大精神。", "hint 党的十九大"},
		{2019, "overview", "深入学习贯彻党的十八大精神。", "hint 党的十八大"},
		{2021, "overview", "学习贯彻党的二十大精神。", "hint 党的二十大精神"},
		{2022, "overview", "坚持以公开为原则、不公开为例外。", "hint 以公开为原则、不公开为例外"},
		{2022, "other", "按照《政府信息公开处理费管理办法》执行。", "warning 政府信息公开处理费管理办法"},
		{2022, "overview", "落实《中华人民共和国保守国家机密法》。", "warning 保守国家机密法"},
		{2022, "overview", "落实《中华人民共和国行政复议发》。", "warning 中华人民共和国行政复议发"},
		{2022, "overview", "法人和其它组织提出申请。", "hint 法人和其它组织"},
		{2023, "preface", "按照《中华人民共和国政府信息公开年度报告格式》编制。", "warning 中华人民共和国政府信息公开年度报告格式"},
		{2023, "preface", "根据关于印发〈中华人民共和国政府信息公开工作年度报告〉的通知编制。", "warning 中华人民共和国政府信息公开工作年度报告〉的通知"},
		{2023, "preface", "根据国务院办公室的通知要求编制。", "warning 国务院办公室"},
		{2023, "preface", "根据条例（国务院令第711条）编制。", "warning 国务院令第711条"},
		{2023, "overview", "规范办理依申请公共事项。", "warning 依申请公共"},
		{2023, "overview", "学习《中华人民共和国个人信息保护条例》。", "warning 中华人民共和国个人信息保护条例"},
		{2023, "preface", "根据《中华人民共和国政府信息公开规定》编制。", "warning 中华人民共和国政府信息公开规定"},
		{2023, "other", "按照《政府信息公开信息处理费收费办法》执行。", "warning 政府信息公开信息处理费收费办法"},
		{2023, "overview", "依据《中华人民共和国行政许可条例》办理。", "warning 中华人民共和国行政许可条例"},
		{2023, "overview", "遵守《中华人民共和国统记法》。", "warning 中华人民共和国统记法"},
	})
}

func TestQuotedRight(t *testing.T) {
	testSilent(t, phrases, []sayingCase{
		{2023, "preface", "根据《中华人民共和国政府信息公开条例》编制。", ""},
		{2023, "preface", "根据《中华人民共和国政府信息公开条例 》编制。", ""},
		{2023, "preface", "根据新修订的《政府信息公开条例》编制。", ""},
		{2023, "preface", "根据《中华人民共和国政府信息公开条例（修订）》编制。", ""},
		{2023, "preface", "根据《福建省政府信息公开办法》编制。", ""},
		{2023, "preface", "更新《政府信息公开指南》《政府信息公开目录》。", ""},
		{2023, "overview", "宣传《中华人民共和国食品安全法》《中华人民共和国生物安全法》《中华人民共和国电子商务法》《中华人民共和国会计法》。", ""},
		{2023, "overview", "印发《关于全面推进政务公开工作的实施意见》，编制《政府信息公开工作年度报告》。", ""},
		{2023, "overview", "梳理依申请公共服务事项清单。", ""},
		{2023, "preface", "根据《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》编制。", ""},
		{2023, "preface", "根据《国务院办公厅关于印发2023年政务公开工作要点的通知》，办公室负责。", ""},
		{2016, "preface", "按照国务院办公厅政府信息公开办公室的要求。", ""},
		{2023, "overview", "《中华人民共和国行政处罚法》《中华人民共和国行政许可法》", ""},
		{2023, "overview", "《中华人民共和国行政复议法》《中华人民共和国行政诉讼法》", ""},
		{2023, "overview", "《中华人民共和国数据安全法》《中华人民共和国国家安全法》《中华人民共和国网络安全法》", ""},
		{2023, "overview", "《中华人民共和国政府采购法》《中华人民共和国预算法》《中华人民共和国档案法》", ""},
		{2023, "overview", "《中华人民共和国公司法》《中华人民共和国水法》《中华人民共和国民法典》", ""},
		{2023, "overview", "依申请公开工作有序开展。", ""},
		{2023, "overview", "公民可以申请公开政府信息。", ""},
		{2023, "overview", "进一步规范文件管理，规范行文格式。", ""},
		{2023, "overview", "行政复议、行政诉讼0件。", ""},
		{2023, "overview", "县行政处法制科负责。", ""},
		{2023, "overview", "深化“放管服”改革，落实“双随机、一公开”。", ""},
		{2023, "overview", "学习贯彻党的二十大精神和党的十九大以来的成果。", ""},
		{2022, "overview", "贯彻党的十九大和十九届历次全会精神，迎接党的二十大。", ""},
		{2018, "overview", "坚持以公开为原则、不公开为例外。", ""},
		{2023, "overview", "以习近平新时代中国特色社会主义思想为指导。", ""},
		{2023, "overview", "增强“四个意识”、坚定“四个自信”、做到“两个维护”。", ""},
		{2023, "overview", "勾稽关系正确，结转下年度继续办理。", ""},
		{2023, "overview", "上年结转0件。", ""},
		{2023, "overview", "《条例》规定的其他情形。", ""},
		{2023, "overview", "分条列出、逐条梳理。", ""},
		{2023, "overview", "《沁川市政务公开条例（草案）》征求意见。", ""},
		{2023, "overview", "《公开", ""},
		{2023, "other", "按照《政府信息公开信息处理费管理办法》未收取信息处理费。", ""},
	})
}

func TestPhraseFix(t *testing.T) {
	for text, want := range map[string]string{
		"根据《中华人民共和国政府信息公开条列》编制。": "根据《中华人民共和国政府信息公开条例》编制。",
		"根据《中华共和国政府信息公开条例》编制。":   "根据《中华人民共和国政府信息公开条例》编制。",
		"按照国务院办公厅政务公开办公室的要求编制。":  "按照国务院办公厅政府信息与政务公开办公室的要求编制。",
		"未发生行政覆议。":               "未发生行政复议。",
	} {
		r := reportSaying(2023, "preface", text)
		got := reviewed(t, phrases, r, report.Context{Mode: report.AsRead})
		if len(got) != 1 || got[0].Fix == nil {
			t.Errorf("%q: got %+v, want one finding with a fix", text, got)
			continue
		}
		if fixed := firstOf(got[0].Fix.Apply(text)); fixed != want {
			t.Errorf("%q: got %q, want %q", text, fixed, want)
		}
	}
}

func TestOwnPhrases(t *testing.T) {
	r := reportSaying(2023, "overview", "沁陵镇人大和沁陵镇人大主席团，政务服务大厅。")
	known, _ := report.Standard()
	s := newSubject(known.Get(r.Edition), r, report.Context{}, Settings{Phrases: []Phrase{{"人大", "人大主席团"}, {"政务服务大厅", "便民服务中心"}}})
	phrases.check(s)
	if got, want := marked(s.findings, codePhrase), []string{"hint 人大", "hint 政务服务大厅"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLongOverview(t *testing.T) {
	known, _ := report.Standard()
	for _, c := range []struct {
		length, limit int
		want          bool
	}{{1000, 0, false}, {1001, 0, true}, {600, 500, true}, {1500, 2000, false}} {
		r := reportSaying(2023, "overview", strings.Repeat("字", c.length)+" \n")
		s := newSubject(known.Get(r.Edition), r, report.Context{}, Settings{OverviewLimit: c.limit})
		phrases.check(s)
		if got := len(s.findings) == 1 && s.findings[0].Severity == report.SeverityHint && s.findings[0].Section == "overview"; got != c.want {
			t.Errorf("%d characters, limit %d: got %v, want %v", c.length, c.limit, got, c.want)
		}
	}
}

func TestPhraseData(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range phraseTable.Phrases {
		if utf8.RuneCountInString(p.Wrong) < 2 || p.Wrong == p.Right || seen[p.Wrong] {
			t.Errorf("%q → %q: too short, the same, or there twice", p.Wrong, p.Right)
		}
		seen[p.Wrong] = true
		if p.Severity != report.SeverityWarning && p.Severity != report.SeverityHint {
			t.Errorf("%q: severity %q, want warning or hint", p.Wrong, p.Severity)
		}
		if p.From != 0 && p.To != 0 && p.From > p.To {
			t.Errorf("%q: from %d to %d", p.Wrong, p.From, p.To)
		}
		if strings.Contains(p.Right, p.Wrong) {
			t.Errorf("%q stands in what is right, %q", p.Wrong, p.Right)
		}
	}
	for _, name := range phraseTable.Names {
		if got := misquoted(name); got != "" {
			t.Errorf("%s is taken for a misquotation of %s", name, got)
		}
	}
}

func TestMarksFrom(t *testing.T) {
	marks := [][2]int{{0, 3}, {3, 6}, {9, 12}, {20, 30}}
	rest := marks
	for _, c := range []struct{ start, left int }{{0, 4}, {2, 4}, {3, 3}, {6, 2}, {11, 2}, {12, 1}, {29, 1}, {30, 0}, {40, 0}} {
		if rest = marksFrom(rest, c.start); len(rest) != c.left {
			t.Errorf("from %d: %d are left, want %d", c.start, len(rest), c.left)
		}
	}
	// Every range is passed once, however many titles there are; what is found is what looking at all of them for each title finds.
	text := strings.Repeat("《政府信息公开条列》和《中华人民共和国政府信息公开条列》", 10)
	s := newSubject(nil, &report.Report{Preface: text}, report.Context{}, Settings{})
	marked := s.knownPhrases(s.Parts[0])
	known := len(s.findings)
	s.lawNames(s.Parts[0], nil)
	alone := s.findings[known:]
	want := 0
	for _, f := range alone {
		covered := false
		for _, m := range marked {
			covered = covered || s.Parts[0].Rune(m[0]) < f.End && s.Parts[0].Rune(m[1]) > f.Start
		}
		if !covered {
			want++
		}
	}
	before := len(s.findings)
	s.lawNames(s.Parts[0], marked)
	if got := len(s.findings) - before; got != want || len(marked) == 0 || len(alone) == 0 {
		t.Errorf("%d titles, want %d of %d beside %d ranges", got, want, len(alone), len(marked))
	}
}
