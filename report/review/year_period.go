package review

import (
	"cmp"
	"fmt"
	"strings"

	"nianbao/report"
)

// impossible finds days that no calendar has.
func (y *yearCheck) impossible(t yearSentence, d *yearDate) {
	if d.broken {
		f := t.p.Mark(codeYear, report.SeverityError, d.start, d.yearEnd, fmt.Sprintf("年份“%s”写错了。", short(t.p.Text[d.start:d.yearEnd])))
		f.Hint, f.Found = "核对年份。", short(t.p.Text[d.start:d.yearEnd])
		d.told = true
		y.s.Add(f)
		return
	}
	// No year beside the report's has the day either, which might be meant.
	if leap := d.year == 0 && d.month == 2 && d.day == 29; d.possible() && !(leap && y.year != 0 && max(yearDaysIn(y.year-1, 2), yearDaysIn(y.year, 2), yearDaysIn(y.year+1, 2)) == 28) {
		return
	}
	what := fmt.Sprintf("%d月", d.month)
	if d.day != 0 {
		what += fmt.Sprintf("%d日", d.day)
	}
	if d.zero {
		what = short(t.p.Text[d.monthAt:d.end])
	}
	if d.month == 2 && d.day == 29 {
		what = fmt.Sprintf("%d年", cmp.Or(d.year, y.year)) + what
	}
	f := t.p.Mark(codeYear, report.SeverityError, d.monthAt, d.end, "没有"+what+"这一天。")
	if d.day == 0 && !strings.HasSuffix(what, "日") {
		f.Message = "没有" + what + "。"
	}
	f.Hint, f.Found = "核对日期。", short(t.p.Text[d.monthAt:d.end])
	d.told = true
	y.s.Add(f)
}

// yearPeriodWords say that a range of dates is the period of the report's figures (统计期限).
var yearPeriodWords = []string{"统计期", "统计时", "统计的期限", "统计的时", "统计数据", "数据统计", "所列数据", "列数据", "数据的", "报告期", "统计周期", "统计范围", "统计起止", "起止时间", "起止日期",
	"数据时限", "数据期限", "数据时间", "数据从", "数据自", "数据为", "数据截取", "时间范围", "时间跨度", "时间段", "报告时限", "统计口径", "统计区间", "期限为", "期限从", "期限自", "涵盖"}

var yearPeriodOther = []string{"公示期", "有效期", "施行", "保存", "任期", "整治", "执行期", "受理期"}

func yearPeriodDeclared(sentence string) bool {
	return containsAny(sentence, yearPeriodWords) && !containsAny(sentence, yearPeriodOther)
}

var yearRangeMarks = []string{"起至", "起到", "开始至", "开始，至", "开始，到", "开始到", "零时至", "0时至", "零时起至", "起，到", "起，至", "起,至", "起，截止", "起，截至", "起截止", "起截至", "，截至", "，截止", "截至", "截止", "（含）至", "至", "到", "——", "—", "–", "--", "-", "－", "～", "~"}

// yearRange reports whether two dates next to each other are the ends of a range: 自2022年1月1日起至12月31日止. next is where the second begins.
func yearRange(text string, from, to *yearDate) (next int, ok bool) {
	between := strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u3000' || r == '\u00a0' {
			return -1
		}
		return r
	}, text[from.end:to.start])
	for _, own := range []string{"当年", "同年", "本年", "本年度", "该年", "次年"} {
		if rest, found := strings.CutSuffix(between, own); found && own != "次年" {
			between = rest
			break
		}
	}
	for _, mark := range yearRangeMarks {
		if between == mark {
			return to.start, from.month != 0 && to.month != 0
		}
	}
	return 0, false
}

// yearIsPeriod reports whether two dates are declared to be the ends of one year's figures.
func yearIsPeriod(t yearSentence, from, to *yearDate) bool {
	_, ok := yearRange(t.p.Text, from, to)
	return ok && from.month == 1 && (to.year == 0 || to.year == from.year) && (yearPeriodDeclared(t.text()) || t.p.Key == report.PartPreface && yearWhole(from, to))
}

// yearWhole reports whether a range is a year from end to end, give or take its last days.
func yearWhole(from, to *yearDate) bool {
	return from.month == 1 && from.day <= 1 && to.month == 12 && (to.day == 0 || to.day >= 25) && (to.year == 0 || to.year == from.year)
}

// nearlyWhole reports whether a range that a preface sums up begins or ends as the report's year does: 对2011年1月1日至11月30日的工作进行了总结.
func (y *yearCheck) nearlyWhole(t yearSentence, from, to *yearDate) bool {
	return from.year == y.year && y.year != 0 && (to.year == 0 || to.year == y.year) && (from.month == 1 && from.day <= 1 || to.month == 12 && to.day >= 30) && (from.month == 1 || y.year != 2008) &&
		containsAny(t.text(), []string{"总结", "本报告", "工作情况", "公开情况", "报告如下"}) && !containsAny(t.text(), yearPeriodOther)
}

// periods finds ranges of dates that are the period of the figures and not the report year from end to end.
func (y *yearCheck) periods(t yearSentence, dates []*yearDate) {
	closing := func(d *yearDate) bool {
		return d.title == 0 && !d.quoted && !d.told && d.month == 12 && containsAny(t.p.Text[t.start:d.start], []string{"数据截止", "数据截至", "统计截止", "统计截至", "数据统计截"})
	}
	if d := dates[0]; len(dates) == 1 && d.year != 0 && y.year != 0 && d.year == y.year && d.day > 0 && d.day < 31 && closing(d) {
		y.lastDay(t, d)
	} else if len(dates) == 1 && d.year != 0 && d.year != y.year && y.year != 0 && closing(d) {
		y.add(t.p, y.certain(), d, y.year, fmt.Sprintf("数据截止到 %d 年，这是 %d 年的报告。", d.year, y.year), "核对统计期限。")
	}
	if d := dates[0]; len(dates) == 1 && y.year != 0 && d.year != 0 && d.year != y.year && t.p.Key == report.PartPreface && !d.told && yearIsDeclared(t, d) {
		y.add(t.p, y.certain(), d, y.year, fmt.Sprintf("统计期限是 %d 年的，这是 %d 年的报告。", d.year, y.year), "核对统计期限。")
	}
	if d := dates[0]; len(dates) == 1 && !d.told && y.year != 0 && d.year == y.year && d.month == 0 && d.title == 0 && yearPeriodDeclared(t.text()) {
		y.part(t, d)
	}
	for i := 0; i+1 < len(dates); i++ {
		from, to := dates[i], dates[i+1]
		if _, ok := yearRange(t.p.Text, from, to); !ok || from.title != 0 || from.quoted {
			continue
		}
		if backwards := to.year != 0 && to.year < from.year; backwards && !yearPeriodDeclared(t.text()) && !from.told && !to.told && to.year != y.year {
			y.add(t.p, report.SeverityWarning, to, from.year, fmt.Sprintf("时间从 %d 年到 %d 年，前后颠倒。", from.year, to.year), "核对日期。")
			continue
		}
		if to.year != 0 && to.year == from.year && to.month < from.month && !from.told && !to.told {
			f := t.p.Mark(codeYear, report.SeverityWarning, from.start, to.end, fmt.Sprintf("时间从 %d 月到同一年的 %d 月，前后颠倒。", from.month, to.month))
			f.Hint, f.Found = "核对日期。", short(t.p.Text[from.start:to.end])
			from.told, to.told = true, true
			y.s.Add(f)
			continue
		}
		// Undeclared, a range from 1 January to the last days of December is the year all the same; a preface has no other.
		wholeYear := yearWhole(from, to)
		ours := wholeYear && from.bracketed && yearEnds(strings.TrimRight(t.p.Text[t.start:from.start], "（("), []string{"本年度", "本年", "全年", "今年", "报告期", "报告年度", "今年以来", "全年度", "年内", "一年来", "一年以来", "统计期", "统计期内", "报告期内", "年度内"})
		if yearPeriodDeclared(t.text()) || t.p.Key == report.PartPreface && (wholeYear || y.nearlyWhole(t, from, to)) || ours && y.year != 0 {
			y.declared(t, from, to)
			continue
		}
		if from.year == y.year-1 && to.year == y.year && !from.told && from.month == 1 && from.day == 1 && to.month == 12 && to.day == 31 && yearCounts(t.p.Text[to.end:t.end], []string{"收到", "受理", "公开", "办结", "答复", "新收"}) &&
			!containsAny(t.text(), []string{"累计", "两年", "清理", "梳理", "行动", "以来", "跨年"}) { // the clerk changed one of the two years
			y.add(t.p, report.SeverityWarning, from, y.year, fmt.Sprintf("数据从 %d 年起，这是 %d 年的报告。", from.year, y.year), "核对统计期限。")
		}
		if wholeYear && to.day >= 25 && to.day < 31 && !to.told && (from.year == y.year || from.year == 0) && y.year != 0 && yearCounts(t.p.Text[to.end:t.end], yearOwnVerbs) {
			y.lastDay(t, to)
		}
		if !to.told && y.year != 0 && (from.year == y.year || from.year == 0) && (to.year == 0 || to.year == y.year) && from.month == 1 && from.day == 1 && to.month >= 8 && to.month < 12 && to.day != 0 &&
			yearCounts(t.p.Text[to.end:t.end], yearMonthVerbs) && !containsAny(t.text(), []string{"同比", "季度", "上年", "去年", "年底", "下半年", "全年", "行动", "整治", "活动", "禁"}) && i+2 == len(dates) { // 1月1日至11月30日，公开信息300条
			to.told = y.ends(t, to)
		}
		if wholeYear && from.year != 0 {
			from.over = to.end
			to.told = to.told || to.year != 0 // the statement is found on its first year
		}
	}
}

// part finds a declared period that is a part of the year: 统计期限为2023年前三季度.
func (y *yearCheck) part(t yearSentence, d *yearDate) {
	behind := strings.TrimLeft(t.p.Text[d.end:max(d.end, t.end)], " 的")
	for _, w := range yearParts {
		if strings.HasPrefix(behind, w) {
			end := t.end - len(strings.TrimPrefix(behind, w))
			f := t.p.Mark(codeYear, report.SeverityWarning, end-len(w), end, fmt.Sprintf("统计期限写的是%s，不是整个年度。", w))
			f.Hint, f.Found = "核对统计期限：应是报告年度的 1 月 1 日至 12 月 31 日。", w
			d.told = true
			y.s.Add(f)
			return
		}
	}
}

// yearParts are parts of a year.
var yearParts = []string{"前三季度", "前三个季度", "上半年", "下半年", "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度", "四季度", "一至三季度", "1至3季度", "1—3季度", "前11个月", "前十一个月", "前10个月", "前十个月"}

// yearIsDeclared reports whether a year alone is declared to be the period: 统计期限为2022年度.
func yearIsDeclared(t yearSentence, d *yearDate) bool {
	if d.title != 0 || d.quoted || d.bracketed || d.month != 0 || !yearPeriodDeclared(t.text()) {
		return false
	}
	before := strings.TrimRight(t.p.Text[t.start:d.start], " ")
	all, found := strings.CutPrefix(t.p.Text[d.end:], "全年")
	return found && !strings.HasPrefix(all, "的") || strings.HasSuffix(before, "为") || strings.HasSuffix(before, "是") || strings.HasSuffix(before, "：") || strings.HasSuffix(before, ":")
}

// lastDay finds a period that ends on another day of December than the last.
func (y *yearCheck) lastDay(t yearSentence, to *yearDate) {
	f := t.p.Mark(codeYear, report.SeverityError, to.monthAt, to.end, fmt.Sprintf("年度数据统计到 12 月 31 日，这里写的是 12 月 %d 日。", to.day))
	f.Hint, f.Expected, f.Found = "核对统计期限。", "12月31日", fmt.Sprintf("12月%d日", to.day)
	f.Fix = t.p.Fix(to.monthAt, to.end, "12月31日", "改为“12月31日”")
	to.told = true
	y.s.Add(f)
}

// declared checks a declared period: 1 January to 31 December of the report year.
func (y *yearCheck) declared(t yearSentence, from, to *yearDate) {
	p := t.p
	end := to.year
	if end == 0 {
		end = from.year
	}
	const hint = "核对统计期限：应是报告年度的 1 月 1 日至 12 月 31 日。"
	if from.told || to.told {
		return
	}
	if from.month != 1 && to.month != 12 { // a school year is no mistake
		if p.Key == report.PartPreface && y.year != 0 && from.month != 0 && !containsAny(t.text(), []string{"学年", "成立", "组建", "挂牌", "撤销", "合并"}) {
			f := p.Mark(codeYear, report.SeverityWarning, from.start, to.end, fmt.Sprintf("统计期限应是 %d 年的 1 月 1 日至 12 月 31 日。", y.year))
			f.Hint, f.Found = hint, short(p.Text[from.start:to.end])
			from.told, to.told = true, true
			y.s.Add(f)
		}
		return
	}
	switch {
	case y.year == 0:
		if from.year != 0 && end != from.year && from.month == 1 && to.month == 12 {
			y.add(p, report.SeverityWarning, to, 0, fmt.Sprintf("统计期限从 %d 年到 %d 年，不是一个年度。", from.year, end), hint)
		}
		return
	case from.year != 0 && from.year != y.year && end == from.year && to.year != 0:
		f := p.Mark(codeYear, y.certain(), from.start, to.end, fmt.Sprintf("统计期限是 %d 年的，这是 %d 年的报告。", from.year, y.year))
		f.Hint, f.Expected, f.Found = hint, fmt.Sprintf("%d年", y.year), fmt.Sprintf("%d年", from.year)
		first, ok := from.ofYear(p.Text, y.year)
		second, both := to.ofYear(p.Text, y.year)
		if ok && both && y.sure {
			f.Fix = p.Fix(from.start, to.end, first+p.Text[from.digitsEnd:to.start]+second+p.Text[to.digitsEnd:to.end], fmt.Sprintf("改为 %d 年", y.year))
		}
		from.told, to.told = true, true
		y.s.Add(f)
		return
	case from.year != 0 && from.year != y.year && !(y.year == 2008 && from.year == 2008):
		y.add(p, y.certain(), from, y.year, fmt.Sprintf("统计期限从 %d 年起，这是 %d 年的报告。", from.year, y.year), hint)
	}
	if to.year != 0 && to.year != y.year && !to.told {
		y.add(p, y.certain(), to, y.year, fmt.Sprintf("统计期限到 %d 年止，这是 %d 年的报告。", to.year, y.year), hint)
	}
	// The decree came into force on 1 May 2008; an agency that was founded, merged or abolished in the year has a shorter period.
	brief := containsAny(t.text(), []string{"成立", "组建", "挂牌", "机构改革", "撤销", "合并"})
	if !from.told && from.possible() && !brief && !(y.year == 2008 && from.month == 5) && (from.month != 1 || from.day > 1) {
		f := p.Mark(codeYear, report.SeverityWarning, from.monthAt, from.end, fmt.Sprintf("统计期限从 %s起，不是年度的第一天。", short(p.Text[from.monthAt:from.end])))
		f.Hint, f.Expected, f.Found = hint, "1月1日", short(p.Text[from.monthAt:from.end])
		from.told = true
		y.s.Add(f)
	}
	if to.told || !to.possible() || brief {
		return
	}
	switch {
	case to.month == 12 && to.day != 0 && to.day != 31:
		y.lastDay(t, to)
	case to.month != 12:
		f := p.Mark(codeYear, report.SeverityWarning, to.monthAt, to.end, fmt.Sprintf("统计期限到 %s止，不是整个年度。", short(p.Text[to.monthAt:to.end])))
		f.Hint, f.Expected, f.Found = hint, "12月31日", short(p.Text[to.monthAt:to.end])
		to.told = true
		y.s.Add(f)
	}
}

// certain is the severity of what contradicts the report year: an error where several places agree on that.
func (y *yearCheck) certain() report.Severity {
	if y.sure {
		return report.SeverityError
	}
	return report.SeverityWarning
}
