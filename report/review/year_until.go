package review

import (
	"fmt"
	"strings"

	"nianbao/report"
)

// until finds figures of a period that ends before the year does, or in another one: 截至11月底，共公开信息300条.
func (y *yearCheck) until(t yearSentence, dates []*yearDate) {
	text := t.p.Text
	for i, d := range dates {
		before, until := y.untilWord(text[t.start:d.start], d)
		if !until || d.told || d.quoted || d.title != 0 || i > 0 && dates[i-1].end > d.start {
			continue
		}
		rest := text[d.end:t.end]
		for _, mark := range []string{"年底", "年末", "底", "末", "止", "，", ",", "、", " "} {
			rest = strings.TrimPrefix(rest, mark)
		}
		if open := lastIndexAny(text[t.start:d.start], "（("); d.bracketed && open >= 0 && yearBegins(rest, []string{"）", ")"}) && yearCounted(text[t.start:t.start+open]) {
			rest = text[t.start : t.start+open] // 全年公开信息158条（截至11月30日）
		}
		whole := d.month == 0 || d.month == 12
		if told := y.year != 0 && d.year > y.year+1 && !containsAny(rest, yearGoals); told || y.yetToCome(t, d, rest) {
			d.told = true
			severity := report.SeverityWarning
			if told {
				severity = y.future(d.year)
			}
			y.add(t.p, severity, d, y.year, fmt.Sprintf("%d 年的报告里不会有统计到 %d 年的数据。", y.year, d.year), "核对年份。")
			continue
		}
		if y.closes(t, before) && (!whole || y.year != 0 && d.year != 0 && d.year < y.year) {
			d.told = y.ends(t, d)
			continue
		}
		if whole && y.year != 0 && d.year == y.year-1 && strings.Contains(rest, "信息公开") && containsAny(rest, []string{"运行正常", "运转正常", "顺利开展", "有序开展"}) && y.alone(t, d) {
			d.told = y.ends(t, d)
			continue
		}
		if i+1 < len(dates) && !whole && dates[i+1].year != 0 && dates[i+1].year < y.year && !hasRune(text[d.end:dates[i+1].start], "0123456789") {
			continue // 截至5月，2022年度绩效评价结果全部公开
		}
		past := whole && y.year != 0 && d.year != 0 && d.year < y.year
		if past && y.alone(t, d) && yearBegins(yearUnnumbered(text[t.start:d.start]), []string{"全年", "本年", "今年"}) && containsAny(rest, []string{"全部", "均", "已"}) && !containsAny(rest, yearLeft) && !containsAny(text[t.start:d.start], []string{"清理", "核查", "复查", "梳理", "审核", "检查"}) {
			d.told = y.ends(t, d)
			continue
		}
		none := containsAny(rest, yearNils) && (past || containsAny(rest, []string{"申请", "复议", "诉讼", "收费", "费用"})) || past && (yearOwned(t, d) || yearNone(rest))
		if !none && !yearCounts(rest, yearOwnVerbs) && !(whole && yearNumbers(rest) && containsAny(rest, []string{"公开", "现行有效"})) && !y.early(d, rest) || containsAny(rest, []string{"上半年", "季度", "之前", "整改", "征求意见", "期满", "报名"}) || containsAny(before, []string{"征求", "征集", "报名", "公示", "投标"}) ||
			containsAny(rest[:min(len(rest), 12*len("字"))], yearLeft) {
			y.nearly(t, d, rest)
			continue
		}
		d.told = y.ends(t, d)
	}
}

// untilWord takes 截至 off the words before a date; ok is false where it does not stand there.
func (y *yearCheck) untilWord(before string, d *yearDate) (rest string, ok bool) {
	if by := strings.TrimRight(before, " "); d.year <= y.year && yearEnds(by, []string{"至", "到"}) && (yearEnds(by, []string{"，至", ",至", "，到", ",到"}) || yearUnnumbered(by) == "至" || yearUnnumbered(by) == "到" && d.month != 0) {
		return by, true
	}
	if by := strings.TrimRight(before, " "); d.year <= y.year && yearEnds(by, []string{"统计至", "统计到"}) {
		return strings.TrimRight(by, "至到"), true
	}
	before = strings.TrimRight(before, " 　到至")
	for _, w := range []string{"今年", "本年度", "本年", "当年"} {
		if cut, ok := strings.CutSuffix(before, w); ok {
			before = strings.TrimRight(cut, " 　到至")
		}
	}
	for _, is := range []string{"为", "是", "：", ":", "于", "在"} { // 数据截止期为11月30日
		named, ok := strings.CutSuffix(before, is)
		for _, noun := range yearClosings {
			if rest, cut := strings.CutSuffix(named, noun); ok && cut && yearEnds(rest, []string{"截止", "截至"}) {
				return strings.TrimSuffix(rest, "至"), true
			}
		}
	}
	return before, yearEnds(before, []string{"截", "截止", "止"})
}

// yearClosings are what a last day is called behind 截止.
var yearClosings = []string{"日期", "时间", "时点", "时限", "期限", "节点", "日", "期", "点", ""}

// yetToCome reports whether something is told as done by a time that comes after the report: 截至2024年底，公众号关注人数已达5200人 in the report on 2023.
func (y *yearCheck) yetToCome(t yearSentence, d *yearDate, rest string) bool {
	if y.year == 0 || d.year <= y.year || d.year <= y.written && d.month != 0 && d.month != 12 || y.written > y.year+1 || containsAny(rest, yearAimed) || containsAny(t.p.Text[t.start:d.start], yearAimed) || yearBegins(rest, []string{"前", "的"}) || y.planning(t) {
		return false
	}
	switch {
	case d.year == y.year+1:
		return (d.month == 0 || d.month == 12) && containsAny(rest, []string{"已达", "已有", "已建", "已开", "已设", "已公开", "已发布", "均已", "共有", "现有", "累计"})
	case d.month != 0 && d.month != 12:
		return containsAny(rest, []string{"已", "全部", "均"})
	}
	return containsAny(rest, []string{"已达", "已有", "已建成", "已完成", "均已", "已全部"})
}

// yearAimed are words of what is only aimed at.
var yearAimed = []string{"将", "力争", "计划", "确保", "规划", "目标", "有效期", "到期", "期限", "任期", "基本", "争取", "预计", "预期", "拟", "打算", "要", "应"}

// yearGoals say what is to be reached by a later year.
var yearGoals = []string{"将", "力争", "计划", "实现", "完成", "基本", "建成", "形成", "达到", "确保", "规划", "目标", "有效期", "到期", "期限", "任期"}

// closes reports whether 截至 stands behind words for the statistics, so that its day is the last of them: 数据统计截至2023年10月底.
func (y *yearCheck) closes(t yearSentence, before string) bool {
	for _, w := range []string{"截止", "截", "止"} {
		if rest, ok := strings.CutSuffix(before, w); ok {
			before = strings.TrimRight(rest, " ，,：:")
			break
		}
	}
	return yearEnds(before, []string{"统计", "统计数据", "数据统计", "所列数据", "报告数据", "全部数据", "统计期限", "统计时限", "统计时间", "统计口径", "数据口径", "统计范围", "统计期间", "统计周期", "数据期限", "数据时间", "报告期"}) || t.p.Key == report.PartPreface && yearEnds(before, []string{"数据", "报告"})
}

// nearly hints at what was done up to an early month only, though without a number: 截至11月底，工单均已办结.
func (y *yearCheck) nearly(t yearSentence, d *yearDate, rest string) {
	if y.year == 0 || d.year != y.year || d.month < 10 || d.month > 11 || !strings.Contains(rest, "均已") || containsAny(rest, []string{"整改", "建设", "之前"}) {
		return
	}
	f := t.p.Mark(codeYear, report.SeverityHint, d.start, d.end, fmt.Sprintf("这里只说到 %d 月，年度报告应说到年底。", d.month))
	f.Hint = "核对日期。"
	d.told = true
	y.s.Add(f)
}

// yearLeft is what was left open at the end of a year.
var yearLeft = []string{"未办结", "未审结", "未完成", "未答复", "未到期", "遗留"}

// early reports whether what is told up to an early month is told of the whole year: 截至9月30日，全年接待群众咨询.
func (y *yearCheck) early(d *yearDate, rest string) bool {
	return d.month > 0 && d.month < 12 && (d.year == 0 || d.year == y.year) && containsAny(rest, []string{"全年", "本年度"}) && !containsAny(rest, yearPlans) && !containsAny(rest, []string{"完工", "建成", "改造", "投入使用"})
}

func (y *yearCheck) ends(t yearSentence, d *yearDate) bool {
	p := t.p
	year := d.year
	if year == 0 {
		year = y.year
	}
	switch {
	case y.year != 0 && year == y.year:
		behind := p.Text[d.end:]
		end := d.end
		if strings.HasPrefix(behind, "底") || strings.HasPrefix(behind, "末") {
			end += len("底")
		}
		if d.month == 0 || d.month == 12 && (d.day == 0 || d.day == 31) || strings.Contains(p.Text[d.end:t.end], "12月底") || yearGoesOn(p.Text, d.end, t) {
			return false
		}
		f := p.Mark(codeYear, report.SeverityWarning, d.monthAt, end, fmt.Sprintf("这里的数据只统计到 %s，年度报告应统计到 12 月 31 日。", short(p.Text[d.monthAt:end])))
		f.Hint, f.Expected, f.Found = "补上到年底的数据，或者核对日期。", "12月31日", short(p.Text[d.monthAt:end])
		y.s.Add(f)
	case y.year == 0 || year == y.year+1 && d.month >= 1 && d.month <= 6:
		return false
	case year > y.year:
		if containsAny(p.Text[d.end:t.end], []string{"将", "力争", "计划", "实现", "完成"}) {
			return false
		}
		y.add(p, y.future(year), d, y.year, fmt.Sprintf("%d 年的报告里不会有统计到 %d 年的数据。", y.year, year), "核对年份。")
	case y.alone(t, d) && (year == y.year-1 || !strings.Contains(p.Text[d.end:t.end], "累计")):
		y.add(p, report.SeverityWarning, d, y.year, fmt.Sprintf("这是 %d 年的报告，这里的数据只统计到 %d 年。", y.year, year), "核对年份；说的是往年情况的，请写明是比较。")
	default:
		return false
	}
	return true
}

// yearGoesOn reports whether what is told up to a month is told up to the year's end, too: 截至6月底收到11件；截至12月底收到23件. In the sentence
// behind a full stop it has to be of the same.
func yearGoesOn(text string, from int, t yearSentence) bool {
	rest := text[from:min(len(text), from+yearLongest/2)]
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	said, next, _ := strings.Cut(rest, "。")
	if containsAny(said, yearEndings) {
		return true
	}
	next, _, _ = strings.Cut(next, "。")
	return containsAny(next, yearEndings) && yearSameVerb(text[from:t.end], next)
}

// yearEndings are ways to say that something is told up to the end of the year.
var yearEndings = []string{"截至12月", "截止12月", "截至年底", "截止年底", "截至年末", "截止年末", "截至今年底", "至12月31日", "到12月31日", "至12月底", "至12月末", "到12月底", "至年底", "到年底", "至年末", "到年末", "至年终", "年底前", "12月底前", "12月末", "年12月31日", "至12月", "到12月", "—12月", "-12月", "第四季度", "四季度"}

// months finds figures of the months from January to October or November: 1—11月共公开信息300条; 前11个月收到申请3件.
func (y *yearCheck) months(p *Part) {
	const month = "月"
	for at := 0; ; {
		i := indexOf(p.Text[at:], month)
		if i < 0 {
			return
		}
		end := at + i + len(month)
		at = end
		start, ok := yearFromJanuary(p.Text, end-len(month))
		if !ok {
			continue
		}
		from, to := editionSentence(p.Text, start)
		said := strings.TrimLeft(p.Text[end:to], " 份")
		if strings.HasPrefix(said, "的") || !yearCounts(said, yearMonthVerbs) || containsAny(p.Text[from:to], []string{"12月", "同比", "季度", "上年", "去年", "年底", "下半年", "整改"}) || yearGoesOn(p.Text, end, yearSentence{p: p, start: from, end: to}) {
			continue
		}
		f := p.Mark(codeYear, report.SeverityWarning, start, end, fmt.Sprintf("这里的数据只统计到 %s，年度报告应统计到 12 月 31 日。", short(p.Text[start:end])))
		f.Hint, f.Found = "补上到年底的数据，或者核对月份。", short(p.Text[start:end])
		y.s.Add(f)
	}
}

// quarters finds figures of the first three quarters only: 2023年前三季度，共公开信息160条.
func (y *yearCheck) quarters(t yearSentence, d *yearDate) {
	behind := t.p.Text[d.end:max(d.end, t.end)]
	for _, w := range []string{"前三季度", "前三个季度", "一至三季度", "1至3季度", "1-3季度", "1—3季度", "三季度末", "第三季度末", "三季度", "第三季度"} {
		rest, ok := strings.CutPrefix(behind, w)
		if strings.HasPrefix(w, "三") || strings.HasPrefix(w, "第三") {
			ok = ok && yearEnds(strings.TrimRight(t.p.Text[t.start:d.start], " "), []string{"截至", "截止", "截止到", "截至到"})
		}
		if !ok || !yearCounts(rest, yearMonthVerbs) || containsAny(t.p.Text[d.end:min(len(t.p.Text), t.end+yearLongest/10)], []string{"四季度", "排名", "通报", "同比", "下半年", "年底"}) {
			continue
		}
		f := t.p.Mark(codeYear, report.SeverityWarning, d.end, d.end+len(w), fmt.Sprintf("这里的数据只统计到%s，年度报告应统计到 12 月 31 日。", w))
		f.Hint, f.Found = "补上到年底的数据，或者核对时间。", w
		d.told = true
		y.s.Add(f)
		return
	}
}

// yearMonthVerbs are what a report counts of the whole year only.
var yearMonthVerbs = []string{"公开", "收到", "受理", "办理申请", "办理政府信息", "发布", "推送", "新收", "办结", "答复"}

// yearFromJanuary is where a range of months begins that starts with January and ends, with the 月 at a byte, in August to November.
func yearFromJanuary(text string, at int) (start int, ok bool) {
	last := strings.TrimSuffix(text[max(0, at-24):at], "个")
	counted := len(last) < min(at, 24)
	for _, n := range []string{"11", "10", "9", "8", "十一", "十", "九", "八"} {
		rest, found := strings.CutSuffix(last, n)
		if !found {
			continue
		}
		if counted { // 前11个月
			return at - len("个") - len(n) - len("前"), strings.HasSuffix(rest, "前")
		}
		first := strings.TrimRight(rest, " -—–－~～至到")
		if first == rest {
			return 0, false
		}
		first = strings.TrimSuffix(first, "月")
		head, one := strings.CutSuffix(first, "1")
		if !one {
			head, one = strings.CutSuffix(first, "一")
		}
		if !one || head != "" && (head[len(head)-1] >= '0' && head[len(head)-1] <= '9' || strings.HasSuffix(head, "十")) {
			return 0, false
		}
		return at - (len(text[max(0, at-24):at]) - len(head)), true
	}
	return 0, false
}

// future is the severity of what is told as done in a year after the report's: certain where it is after the writing, too.
func (y *yearCheck) future(year int) report.Severity {
	if year > y.year+1 && year > y.written && y.sure {
		return report.SeverityError
	}
	return report.SeverityWarning
}
