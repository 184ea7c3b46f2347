package review

import (
	"fmt"
	"strings"

	"nianbao/report"
)

const codeYear = "period.year"

// years finds years and dates that cannot belong to the report (年度): whose period is it, and does every statement keep to it?
// What a text says of other years rightly, comparisons, plans, documents, awards, is left alone.
var years = family{rules: []Rule{{
	Code: codeYear, Severities: []report.Severity{report.SeverityError, report.SeverityWarning},
	Finds: "A year or date that cannot belong to this report: in the title, the declared period of the figures, a heading, " +
		"or a statement of what was done in the year; days that no calendar has.",
	Example: "2018 年的报告写“2020年全年主动公开各类信息526条”；统计期限“至12月30日止”；“截至11月底，共公开信息300条”。",
}}, check: checkYears}

// yearCheck is the state of the check over one report.
type yearCheck struct {
	s *Subject
	// year is the one that the report is about; 0 when unknown. sure says that several places agree on it.
	year int
	sure bool
	// written is the year in which it was signed or published, 0 when unknown.
	written int
	dates   map[*Part][]*yearDate
	// sentences are those with dates.
	sentences map[*Part][]yearSentence
}

func checkYears(s *Subject) {
	y := &yearCheck{s: s, dates: map[*Part][]*yearDate{}, sentences: map[*Part][]yearSentence{}}
	for _, p := range s.Parts {
		y.dates[p] = yearDates(p)
		y.sentences[p] = yearSentences(p, y.dates[p])
	}
	y.settle()
	for _, p := range s.Parts {
		switch p.Key {
		case report.PartNumber, report.PartSignature, report.PartClosing:
			continue
		case report.PartTitle:
			y.title(p)
			continue
		}
		y.sectionHeading(p)
		if strings.HasPrefix(p.Key, "attachment") {
			y.attachment(p)
			continue
		}
		for _, t := range y.sentences[p] {
			y.sentence(t, t.dates)
		}
		y.months(p)
	}
}

func (y *yearCheck) sentence(t yearSentence, dates []*yearDate) {
	for _, d := range dates {
		y.impossible(t, d)
	}
	y.periods(t, dates)
	if len(dates) > yearMost {
		return
	}
	y.until(t, dates)
	if y.year == 0 {
		return
	}
	y.named(t, dates)
	y.compared(t, dates)
	y.announced(t, dates)
	y.recalled(t, dates)
	y.order(t, dates)
	if t.heading {
		y.subheading(t, dates)
		return
	}
	for _, d := range dates {
		if !d.told && d.year == y.year && d.month == 0 && !d.quoted && d.title == 0 {
			y.quarters(t, d)
		}
		if !d.told && d.year != 0 && !d.quoted && d.title == 0 && !d.bracketed {
			y.statement(t, d)
		}
	}
	y.stale(t, dates)
}

// add takes down that a year should be another; it marks the year alone and offers to change it where the finding is an error.
func (y *yearCheck) add(p *Part, severity report.Severity, d *yearDate, want int, message, hint string) {
	f := p.Mark(codeYear, severity, d.start, d.yearEnd, message)
	f.Hint = hint
	if want != 0 {
		f.Expected, f.Found = fmt.Sprintf("%d年", want), fmt.Sprintf("%d年", d.year)
		if year, ok := d.ofYear(p.Text, want); ok && severity == report.SeverityError {
			f.Fix = p.Fix(d.start, d.digitsEnd, year, fmt.Sprintf("改为“%d”", want))
		}
	}
	d.told = true
	y.s.Add(f)
}

// title compares the year of the title with that of the report.
func (y *yearCheck) title(p *Part) {
	for _, d := range y.dates[p] {
		if y.year != 0 && d.year != 0 && d.year != y.year {
			message := fmt.Sprintf("标题写的是 %d 年，这是 %d 年的报告。", d.year, y.year)
			if y.s.Report.Year == d.year {
				message = fmt.Sprintf("标题写的是 %d 年，正文说的是 %d 年。", d.year, y.year)
			}
			y.add(p, report.SeverityError, d, y.year, message, "核对报告年度，标题和正文要一致。")
			return
		}
	}
}

// yearOtherHeading are words of headings that rightly name another year.
var yearOtherHeading = []string{"计划", "打算", "安排", "思路", "展望", "下一步", "措施", "改进", "整改", "回顾", "决算", "预算", "上年", "去年", "整治", "部署", "目标", "问题"}

func (y *yearCheck) sectionHeading(p *Part) {
	if y.year == 0 || p.Heading == "" {
		return
	}
	for _, d := range yearDates(p.Head) {
		if d.year == 0 || d.year == y.year || d.title != 0 || d.quoted || containsAny(p.Heading, yearOtherHeading) {
			continue
		}
		f := report.Finding{Code: codeYear, Severity: report.SeverityWarning, Section: p.Key, Quote: p.Head.Text[d.start:d.yearEnd],
			Message: fmt.Sprintf("标题“%s”写的是 %d 年，这是 %d 年的报告。", short(p.Heading), d.year, y.year), Hint: "核对标题里的年份。",
			Expected: fmt.Sprintf("%d年", y.year), Found: fmt.Sprintf("%d年", d.year)}
		y.s.Add(f)
		return
	}
}

// attachment looks at the heading of an attachment alone: the rest may be any document.
func (y *yearCheck) attachment(p *Part) {
	a := y.s.Report.Attachment(p.Key)
	if y.year == 0 || a == nil || len(report.TablesOf(a.Blocks)) == 0 && !containsAny(a.Heading, yearTableWords) {
		return
	}
	named := 0
	for _, d := range yearDates(y.s.newPart(p.Key, a.Title)) {
		named = d.year
	}
	for _, d := range y.dates[p] {
		if d.start >= len(a.Heading) || d.year == 0 || d.year == y.year || d.title != 0 {
			continue
		}
		severity := report.SeverityWarning
		if named == y.year && len(report.TablesOf(a.Blocks)) > 0 {
			severity = report.SeverityError
		}
		y.add(p, severity, d, y.year, fmt.Sprintf("%s的标题写的是 %d 年，这是 %d 年的报告。", short(nameOfAttachment(a)), d.year, y.year), "核对附件的年份和数据是不是今年的。")
		return
	}
	if named != 0 && named != y.year && len(report.TablesOf(a.Blocks)) > 0 {
		y.s.Add(report.Finding{Code: codeYear, Severity: report.SeverityWarning, Section: p.Key, Quote: fmt.Sprintf("%d年", named),
			Message: fmt.Sprintf("附件名称写的是 %d 年，这是 %d 年的报告。", named, y.year), Hint: "核对附件的年份。"})
	}
}

func nameOfAttachment(a *report.Attachment) string {
	if a.Label != "" {
		return a.Label
	}
	return "附件"
}

// yearTableWords are what a line is about that stands over a table.
var yearTableWords = []string{"分类表", "分布图", "占比图", "统计图", "趋势图", "统计表", "情况表", "一览表", "明细表", "附表", "汇总表"}

// subheading looks at a line that is a heading inside a text.
func (y *yearCheck) subheading(t yearSentence, dates []*yearDate) {
	for _, d := range dates {
		if d.told || d.year == 0 || d.quoted || d.title != 0 || d.bracketed {
			continue
		}
		text := t.text()
		switch {
		case containsAny(text, []string{"上一篇", "下一篇", "上一条", "下一条", "相关链接"}): // what a web page puts behind the report
		case d.year > y.year && containsAny(text, []string{"回顾"}):
			y.add(t.p, report.SeverityWarning, d, y.year, fmt.Sprintf("小标题写的是 %d 年，这是 %d 年的报告。", d.year, y.year), "核对年份。")
		case d.year != y.year && (containsAny(text, yearTableWords) || yearFigured(text) && len(dates) == 1 && !containsAny(text, []string{"对比", "比较", "预算", "决算"})):
			y.add(t.p, report.SeverityWarning, d, y.year, fmt.Sprintf("表的标题写的是 %d 年，这是 %d 年的报告。", d.year, y.year), "核对这张表是不是今年的。")
		case d.year != y.year && containsAny(text, yearOwnHeading) && !containsAny(text, yearOtherHeading):
			y.add(t.p, report.SeverityWarning, d, y.year, fmt.Sprintf("小标题写的是 %d 年，这是 %d 年的报告。", d.year, y.year), "核对年份。")
		case d.year <= y.year && containsAny(text, yearPlanHeading):
			y.add(t.p, report.SeverityWarning, d, y.year+1, fmt.Sprintf("%d 年的报告里，下一步的打算应是 %d 年的，这里写的是 %d 年。", y.year, y.year+1, d.year), "核对年份。")
		default:
			y.statement(t, d)
		}
	}
}

// yearFigured reports whether a line is the caption of a picture or of a table: 图1 2022年公开信息渠道分布.
func yearFigured(text string) bool {
	rest := strings.TrimPrefix(strings.TrimLeft(text, " 　"), "附")
	if !yearBegins(rest, []string{"图", "表"}) {
		return false
	}
	rest = rest[len("图"):]
	return strings.TrimLeft(rest, "0123456789一二三四五六七八九十") != rest
}

var (
	yearOwnHeading  = []string{"公开情况", "申请情况", "总体情况", "工作情况", "办理情况", "信息公开", "复议", "诉讼", "公开总量", "工作亮点", "主要做法", "开展情况", "工作成效", "公开渠道", "政务公开"}
	yearPlanHeading = []string{"工作计划", "工作打算", "工作思路", "工作安排", "下一步", "工作展望"}
)
