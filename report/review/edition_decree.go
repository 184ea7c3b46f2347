package review

import (
	"fmt"
	"strings"

	"nianbao/report"
)

// decree finds the decree of 2007 cited for the reports from 2020 on, and that of 2019 before it existed. The reports on 2019 may have both.
// end is where 号 stands.
func (s *Subject) decree(p *Part, end int) {
	wrong, right, since := "492", "711号", "2019 年 5 月起施行的是第 711 号令修订的条例"
	switch {
	case s.Report.Year >= 2020:
	case s.Report.Year <= 2018:
		wrong, right, since = "711", "492号", "第 711 号令 2019 年才公布"
	default:
		return
	}
	text, start := p.Text, end-len(wrong)
	if !strings.HasSuffix(text[:end], wrong) || start > 0 && text[start-1] >= '0' && text[start-1] <= '9' {
		return
	}
	wrong += "号"
	from, to := editionSentence(text, start)
	around := text[from:to]
	before := strings.TrimRight(text[from:start], " ")
	for _, w := range []string{"第", "令"} {
		before = strings.TrimSuffix(before, w)
	}
	if !strings.HasSuffix(before, "国务院") && !strings.HasSuffix(before, "国令") || contains(around, right) || containsAny(around, editionHistory) ||
		containsAny(around, []string{"2007年", "公布，", "公布,", "根据2019"}) && !containsAny(around, []string{"编制", "撰写"}) {
		return
	}
	f := p.Mark(report.CodeEdition, report.SeverityWarning, start, start+len(wrong), fmt.Sprintf("%s，这是 %d 年的报告。", since, s.Report.Year))
	f.Hint, f.Expected, f.Found = "核对引用的国务院令号。", right, wrong
	f.Fix = p.Fix(start, start+len(wrong), right, "改为“"+right+"”")
	s.Add(f)
}

// noDecree finds a number behind the name of the Regulations that no decree on them has: 《政府信息公开条例》（国务院令第771号）.
func (s *Subject) noDecree(p *Part, end int) {
	text, start := p.Text, end
	for start > 0 && text[start-1] >= '0' && text[start-1] <= '9' {
		start--
	}
	number := text[start:end]
	before, lead := text[:start], ""
	for _, w := range []string{"国务院令第", "国务院令（第", "国务院令 第", "国务院令", "国务院第", "国令第", "国务院"} {
		if strings.HasSuffix(before, w) {
			before, lead = strings.TrimSuffix(before, w), w
			break
		}
	}
	if lead == "" || number == "711" || number == "492" || lead == "国务院" && !strings.HasPrefix(text[end:], "号令") || !ofRegulations(before, text[end:]) {
		return
	}
	right := "711号"
	if s.Report.Year > 0 && s.Report.Year < 2019 {
		right = "492号"
	}
	f := p.Mark(codePhrase, report.SeverityWarning, start-len(lead), end+len("号"), fmt.Sprintf("《政府信息公开条例》的文号是国务院令第%s。", right))
	f.Hint, f.Expected, f.Found = "核对引用的国务院令号。", right, number+"号"
	f.Fix = p.Fix(start, end+len("号"), right, "改为“"+right+"”")
	s.Add(f)
}

// ofRegulations reports whether the number of a decree belongs to the Regulations, by what stands right before or behind it.
func ofRegulations(before, behind string) bool {
	before = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(before, "（( "), republic), "（(，, ")
	if strings.HasSuffix(before, "政府信息公开条例》") || strings.HasSuffix(before, "《条例》") {
		return true
	}
	behind = strings.TrimPrefix(strings.TrimPrefix(behind, "号"), "令")
	for _, w := range []string{"新", "公布", "发布", "颁布", "修订", "修改", "后", "的", "施行的"} {
		behind = strings.TrimPrefix(behind, w)
	}
	return strings.HasPrefix(behind, "《"+republic+"政府信息公开条例》") || strings.HasPrefix(behind, "《政府信息公开条例》")
}

// articleCites are the articles on the annual report, with the report years in which each decree was not in force.
var articleCites = []struct {
	articles []string
	from, to int
	right    string
}{
	{[]string{"第三十一条", "第三十二条", "第31条", "第32条"}, 2019, 9999, "第四十九条、第五十条"},
	{[]string{"第四十九条", "第五十条", "第49条", "第50条"}, 0, 2018, "第三十一条、第三十二条"},
}

// compilesReport reports whether a text says that the report is made, and not a list or a guide.
func compilesReport(text string) bool {
	_, made, found := strings.Cut(text, "编制")
	return found && !beginsWith(strings.TrimPrefix(made, "了"), []string{"台账", "目录", "清单", "指南", "答复", "流程", "公开目录", "公开指南"}) || contains(text, "撰写")
}

// oldArticles finds the article on the annual report cited after the other decree.
func (s *Subject) oldArticles(p *Part) {
	if !contains(p.Text, "条例") {
		return
	}
	for _, c := range articleCites {
		if s.Report.Year < c.from || s.Report.Year > c.to {
			continue
		}
		for _, article := range c.articles {
			i := indexOf(p.Text, article)
			if i < 0 {
				continue
			}
			from, to := editionSentence(p.Text, i)
			before := p.Text[from:i]
			law := strings.LastIndex(before, "条例")
			if contains(p.Text[from:to], "711号") || contains(p.Text[from:to], "492号") {
				continue // the decree says it already, right or wrong
			}
			onReport := containsAny(p.Text[i:to], []string{"年度报告", "年报", "编制本报告", "情况报告"}) || p.Key == report.PartPreface && (compilesReport(p.Text[i:to]) || c.from > 0 && containsAny(p.Text[i:to], []string{"公布", "发布"}))
			if law < 0 || contains(before[law+len("条例"):], "《") || !onReport || containsAny(p.Text[from:to], editionHistory) {
				continue
			}
			f := p.Mark(report.CodeEdition, report.SeverityWarning, i, i+len(article), fmt.Sprintf("条例中年度报告的规定在%s，这里引用的是%s。", c.right, article))
			f.Hint, f.Expected, f.Found = "核对引用的条款。", c.right, article
			s.Add(f)
			return
		}
	}
}
