package review

import (
	"fmt"
	"strings"

	"nianbao/report"
)

// order finds what cannot have happened in the order that a sentence tells: 2023年启动改版，2022年12月正式上线; and what was done only after the
// report had been signed.
func (y *yearCheck) order(t yearSentence, dates []*yearDate) {
	var begun *yearDate // the last before that has a year
	for _, d := range dates {
		last := begun
		if d.year != 0 {
			begun = d
		}
		if d.told || d.year == 0 || d.year == y.year || d.title != 0 || d.quoted || d.bracketed {
			continue
		}
		clause := yearClause(t.p.Text[d.end:max(d.end, t.end)])
		if last != nil && d.year < y.year && last.year == y.year && yearBegun(t, last) && yearFinished(t, d, clause) {
			y.add(t.p, report.SeverityWarning, d, 0, fmt.Sprintf("%d 年才开始的事，不会在 %d 年完成。", y.year, d.year), "核对年份。")
			continue
		}
		if d.year < y.year && yearEnds(strings.TrimRight(t.p.Text[t.start:d.start], " "), yearIn) && !strings.Contains(t.p.Text[t.start:d.start], "原") && !containsAny(clause, []string{"已", "了", "基础"}) && y.planning(t) == (d.month != 0) { // a year alone among plans is for plan
			y.add(t.p, report.SeverityWarning, d, y.year+1, fmt.Sprintf("%d 年的报告里，打算不会是 %d 年的。", y.year, d.year), "核对年份。")
			continue
		}
		if y.afterwards(t, d) {
			y.add(t.p, report.SeverityWarning, d, y.year, fmt.Sprintf("%s还没有到，不能说是办完的事。", short(t.p.Text[d.start:d.end])), "核对日期。")
			continue
		}
		if y.late(d) && containsAny(clause, []string{"了", "已"}) && containsAny(clause, []string{"本年度", "全年"}) && !containsAny(clause, yearPlans) {
			y.add(t.p, report.SeverityWarning, d, y.year, fmt.Sprintf("落款以后的 %d 年 %d 月，还不能说是办完的事。", d.year, d.month), "核对日期。")
		}
	}
}

// afterwards reports whether something is told as done that falls into a time after the report was written: 针对2024年第三季度发现的问题，已经整改到位.
func (y *yearCheck) afterwards(t yearSentence, d *yearDate) bool {
	if d.year <= y.year || y.written > y.year+1 {
		return false
	}
	behind := t.p.Text[d.end:max(d.end, t.end)]
	later := d.month > 0 && y.unwritten(d)
	if d.month == 0 {
		for _, w := range []string{"第三季度", "三季度", "第四季度", "四季度", "下半年", "年底", "年末", "底", "末", "端午", "中秋", "国庆", "汛期", "暑期", "暑假", "高考", "五一", "“五一”", "“十一”"} {
			if rest, ok := strings.CutPrefix(behind, w); ok {
				later, behind = true, rest
				break
			}
		}
	}
	before := strings.TrimRight(t.p.Text[t.start:d.start], " ")
	if later && strings.HasPrefix(behind, "起") && (strings.Contains(behind, "已") || !y.planning(t) && !containsAny(behind, []string{"每", "逐", "按", "定期"})) && (yearCounts(behind, yearOwnVerbs) || yearCounts(behind, yearWorkVerbs)) { // 自2024年7月起设立专区，已接待群众135人次
		behind = behind[len("起"):]
	}
	for _, w := range []string{"底前", "末前", "前"} { // 2024年10月底前，共开展检查4次
		if rest, ok := strings.CutPrefix(behind, w); ok && strings.Contains(rest, "共") && containsAny(rest, []string{"已", "了"}) && yearCounts(rest, yearWorkVerbs) {
			return later && !y.planning(t) && !containsAny(t.p.Text[t.start:d.start], yearPlans) && !containsAny(rest, yearPlans) && !containsAny(rest, yearStands)
		}
	}
	if !later || !containsAny(behind, []string{"了", "已"}) && !strings.HasPrefix(behind, "统计") && (y.planning(t) || !yearCounts(behind, yearOwnVerbs) && !yearCounts(behind, yearWorkVerbs) && !(d.day != 0 && containsAny(yearClause(strings.TrimLeft(behind, "，,")), []string{"召开", "举办", "举行", "组织", "开展"}))) && !(yearEnds(before, []string{"已于", "已在"}) && containsAny(behind, []string{"完成", "建成", "召开", "举办", "上线", "开通", "印发", "公开", "发布", "答复", "办结", "到位"})) || yearBegins(behind, []string{"前", "底前", "末前", "起", "之前", "以前", "份前"}) && !containsAny(behind, []string{"已完成", "已全部", "完成了", "已建成"}) || yearEnds(before, []string{"至", "到", "原定"}) {
		return false
	}
	return !containsAny(t.text(), yearPlans) && !containsAny(t.text(), yearStands)
}

// yearStands are words of what is settled before its time comes.
var yearStands = []string{"安排", "预算", "有效", "期满", "届满", "到期", "任期", "提前", "施行", "生效", "了解", "日程", "规划", "预约", "预告", "方案", "筹备", "立项", "招标", "合同", "签订", "续"}

// late reports whether a month came after the report was signed, as far as its day of signing can be right.
func (y *yearCheck) late(d *yearDate) bool {
	signed := y.s.Report.Signature.Date
	return d.month > 0 && d.year == y.year+1 && yearOf(signed) == d.year && len(signed) >= len("2006-01") && fmt.Sprintf("%02d", d.month) > signed[len("2006-"):len("2006-01")]
}

// yearBegun reports whether a thing begins in a year: 2023年年初制定计划; or is that year's: 对2023年公开的信息进行复查.
func yearBegun(t yearSentence, d *yearDate) bool {
	clause := yearClause(t.p.Text[d.end:max(d.end, t.end)])
	return containsAny(clause, []string{"收到", "受理", "接到"}) && !strings.Contains(clause, "的") || containsAny(clause, []string{"启动", "开始", "着手", "部署", "制定", "动工"}) && !strings.Contains(clause, "已") ||
		strings.HasSuffix(strings.TrimRight(t.p.Text[t.start:d.start], " "), "对") && containsAny(clause, []string{"复查", "检查", "清理", "整理", "核查"})
}

// yearFinished reports whether a thing that was spoken of ended in a year.
func yearFinished(t yearSentence, d *yearDate, clause string) bool {
	if strings.HasPrefix(clause, "的") || containsAny(clause, []string{"开通", "建成", "成立", "相比", "存在"}) {
		return false
	}
	before := strings.TrimRight(t.p.Text[t.start:d.start], " ")
	if yearEnds(before, []string{"，", ","}) && !strings.Contains(clause, "的") && containsAny(clause, []string{"全部答复", "已答复", "全部办结", "已办结"}) {
		return true
	}
	return yearEnds(before, []string{"，", ",", "已于", "于"}) && containsAny(clause, []string{"上线", "全部完成", "完成了", "已完成", "完成验收", "全部结束", "结束", "投入使用"})
}

// yearClause is a text to its first comma or stop.
func yearClause(text string) string {
	if i := indexAny(text, "，,。；;"); i >= 0 {
		return text[:i]
	}
	return text
}
