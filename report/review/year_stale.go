package review

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/report"
)

var (
	// yearHere are words that speak of the report's own year, yearOther those that set it beside another.
	yearHere  = []string{"一年来", "本年", "今年", "年初", "全年", "年终", "年底前", "年中"}
	yearOther = []string{"相比", "同比", "对比", "较上", "较去", "较20", "比上", "比去", "比20", "去年", "上年", "上一年", "往年", "结转", "遗留"}
	// yearEnded tell that something was finished.
	yearEnded = []string{"均已", "全部", "完成", "归档", "到位", "已形成", "结束"}
)

// stale finds years that the other words of their sentence contradict: 一年来，按照2021年度政务公开要点分解表，…; 本年形成的文件已于2022年12月归档.
func (y *yearCheck) stale(t yearSentence, dates []*yearDate) {
	y.accounts(t, dates)
	text := t.text()
	for _, d := range dates {
		before, behind := t.p.Text[t.start:d.start], t.p.Text[d.end:max(d.end, t.end)]
		if !d.told && d.month > 0 && d.year == y.year-1 && !d.quoted && yearEnds(before, []string{"其中", "其中，", "其中,", "其中于", "其中在"}) && y.within(t, dates, before) && yearAct(behind) {
			y.add(t.p, report.SeverityWarning, d, y.year, fmt.Sprintf("说的是 %d 年的，其中却有 %d 年的。", y.year, d.year), "核对年份。")
		}
		if !d.told && y.half(t, dates, d, before, behind) {
			y.add(t.p, report.SeverityWarning, d, y.year, fmt.Sprintf("这一句先说 %d 年，这里却说 %d 年。", y.year, d.year), "核对年份；说的是往年情况的，请写明是比较。")
		}
		if !d.told && d.year == y.year-1 && yearEnds(before, []string{"标志着", "意味着"}) && strings.Contains(behind, "完成") && contains(behind, "公开") {
			y.add(t.p, report.SeverityWarning, d, y.year, fmt.Sprintf("这是 %d 年的报告，这一句说的是 %d 年。", y.year, d.year), "核对年份。")
		}
	}
	older := func(d *yearDate) bool { return !d.told && d.year != 0 && d.year < y.year && !d.quoted && !d.bracketed }
	if !slices.ContainsFunc(dates, older) || !containsAny(text, yearHere) || containsAny(text, yearOther) {
		return
	}
	for _, d := range dates {
		if !older(d) || yearBackTo(t.p.Text[t.start:d.start]) {
			continue
		}
		before, behind := strings.TrimRight(t.p.Text[t.start:d.start], " "), t.p.Text[d.end:max(d.end, t.end)]
		severity, told := report.SeverityWarning, false
		switch {
		case d.title != 0: // a document's title may well name another year
			severity, told = report.SeverityHint, containsAny(behind[:min(len(behind), 16*len("字"))], []string{"要点", "安排"}) && (d.year < y.year-1 && strings.Contains(text, "本年") || yearEnds(before, []string{"落实《", "按照《", "围绕《", "对照《"}))
		case d.year == y.year-1 && yearEnds(before, []string{"按照", "根据", "落实", "对照", "围绕"}) && yearDuties(behind[:min(len(behind), 24*len("字"))]) && strings.Contains(behind, "本年"): // a duty of last year may well go on
			severity, told = report.SeverityHint, true
		case y.fulfilled(t, d, before, behind), y.endedHere(d, before, yearClause(strings.TrimLeft(behind, "，,"))), y.dutyHere(t, d, behind), yearPlanned(before, behind), y.opened(t, before, behind), yearIncluded(before, behind):
			told = true
		case strings.HasPrefix(behind, "全年") && containsAny(yearClause(behind), []string{"未", "没有", "无"}):
			told = yearEnds(before, []string{"，", ","})
		case strings.HasPrefix(behind, "全年") && !strings.HasPrefix(behind, "全年的"):
			told = yearEnds(before, []string{"在", "于"}) && d.year >= y.year-3 && y.alone(t, d) && !containsAny(text, yearAwards)
		}
		if told {
			y.add(t.p, severity, d, y.year, fmt.Sprintf("这是 %d 年的报告，这一句说的是 %d 年。", y.year, d.year), "核对年份。")
		}
	}
}

// half reports whether a sentence that begins with this year counts on with the last, as one does in which only the first year was changed:
// 我镇认真落实2023年任务，2022年共召开会议2次.
func (y *yearCheck) half(t yearSentence, dates []*yearDate, d *yearDate, before, behind string) bool {
	if d.year != y.year-1 || d.month != 0 || d.quoted || d.bracketed || d.title != 0 || dates[0].year != y.year || dates[0].title != 0 || dates[len(dates)-1] != d || !yearEnds(before, []string{"，", ","}) {
		return false
	}
	first := t.p.Text[dates[0].end:d.start]
	if i := indexAny(behind, "0123456789"); i < 0 || strings.Contains(behind[:i], "的") {
		return false // 2022年组织的培训2次
	}
	return !yearNumbers(first) && !containsAny(t.text(), yearOther) && !containsAny(t.text(), yearCarried) && !containsAny(behind, yearBackground) && !containsAny(behind, yearAwards) && !containsAny(first, yearMoves) &&
		yearStarts(strings.TrimPrefix(strings.TrimLeft(behind, " "), "全年")) && yearCounts(behind, []string{"召开", "组织", "举办", "开展", "公开", "发布", "收到", "受理", "答复"})
}

// within reports whether what stands before a date counts what was done in the report's year, so that the date is of the same.
func (y *yearCheck) within(t yearSentence, dates []*yearDate, before string) bool {
	own := dates[0].year == y.year && dates[0].month == 0 && dates[0].title == 0 || containsAny(before, []string{"全年", "本年", "今年", "一年来"})
	return own && yearCounts(before, yearWorkVerbs) && !containsAny(t.text(), yearOther) && !containsAny(before, []string{"结转", "以来", "累计"})
}

// yearAct reports whether a clause begins with something that was held.
func yearAct(behind string) bool {
	clause := yearClause(strings.TrimLeft(behind, "上中下旬底初末，, "))
	return containsAny(clause, []string{"召开", "举办", "组织", "开展", "举行", "邀请", "集中"}) && !contains(clause, "的")
}

// yearMoves are words of what a comparison says first.
var yearMoves = []string{"增", "降", "减", "升", "高于", "多于", "少于", "超过", "持平", "变化", "继续", "延续", "沿用", "首次", "未", "无", "没有", "对"}

// endedHere reports whether what this year began was finished in an earlier one: 本年形成的文件已于2022年12月归档.
func (y *yearCheck) endedHere(d *yearDate, before, clause string) bool {
	if !containsAny(before, []string{"一年来", "本年", "今年", "年初"}) && !strings.HasPrefix(yearUnnumbered(before), "全年") || !containsAny(clause, yearEnded) || strings.HasPrefix(clause, "的") {
		return false
	}
	return yearEnds(before, []string{"已于", "至", "到"}) && d.year == y.year-1 || yearEnds(before, []string{"，", ","}) && yearBegins(clause, []string{"前", "底前"})
}

// fulfilled reports whether this year's work met the duties of another: 全年公开信息158条，完成2022年目标任务.
func (y *yearCheck) fulfilled(t yearSentence, d *yearDate, before, behind string) bool {
	behind = strings.TrimLeft(behind, "度的")
	for _, w := range []string{"政务公开", "政府信息公开", "信息公开", "工作", "年度"} {
		behind = strings.TrimPrefix(behind, w)
	}
	return d.month == 0 && strings.HasSuffix(before, "完成") && yearBegins(behind, []string{"目标任务", "工作任务", "各项任务", "任务"}) && !containsAny(t.text(), []string{"未完成", "剩余", "提前", "整改", "荣获", "获评"})
}

// dutyHere reports whether this year's work followed what was laid down for a year long past.
func (y *yearCheck) dutyHere(t yearSentence, d *yearDate, behind string) bool {
	near := behind[:min(len(behind), 16*len("字"))]
	return d.year < y.year-1 && d.month == 0 && containsAny(near, []string{"要点", "考核", "工作安排", "任务分解", "任务清单", "重点任务", "目标任务", "计划完成"}) && !containsAny(near, []string{"反馈", "通报", "指出", "获", "先进", "优秀", "良好"}) &&
		containsAny(t.text(), []string{"一年来", "本年", "年终", "年底前", "今年", "全年"})
}

// yearPlanned reports whether a year's work was arranged at the beginning of this one: 年初召开会议，对2022年全年政务公开工作进行部署.
func yearPlanned(before, behind string) bool {
	near := behind[:min(len(behind), 20*len("字"))]
	if yearEnds(before, []string{"为做好", "为抓好", "为推进"}) && containsAny(near, []string{"信息公开", "政务公开"}) {
		return strings.Contains(behind, "年初")
	}
	return strings.HasSuffix(before, "对") && containsAny(before, []string{"年初", "今年", "本年", "一年来"}) && containsAny(near, []string{"工作", "任务"}) &&
		containsAny(near, []string{"安排", "部署", "分解", "谋划", "细化"})
}

// yearIncluded reports whether the work of a year was made part of this year's marks: 将2022年政务公开工作纳入全年目标考核.
func yearIncluded(before, behind string) bool {
	clause := yearClause(behind)
	work, marks, found := strings.Cut(clause, "纳入")
	return found && yearEnds(before, []string{"将", "把"}) && strings.HasSuffix(work, "工作") && contains(work, "公开") && containsAny(marks, []string{"全年", "本年", "今年"})
}

// opened reports whether the opening of a report sums up another year's work as its own: 高度重视2021年政府信息公开工作，…圆满完成.
func (y *yearCheck) opened(t yearSentence, before, behind string) bool {
	return (t.p.Means == "overview" || t.p.Key == "overview" || t.p.Key == report.PartPreface) && yearEnds(before, []string{"高度重视", "推进", "做好", "抓好", "落实", "开展"}) &&
		yearBegins(strings.TrimLeft(behind, "度的"), []string{"政府信息公开", "政务公开", "信息公开"}) && containsAny(behind, []string{"圆满完成", "较好完成", "落实到位", "取得"})
}

// accounts finds a budget and final accounts that were both published a year before: the report on 2023 tells of the accounts of 2022 and the
// budget of 2023.
func (y *yearCheck) accounts(t yearSentence, dates []*yearDate) {
	for _, d := range dates {
		before, behind := t.p.Text[t.start:d.start], t.p.Text[d.end:max(d.end, t.end)]
		far := y.year + 1 // the accounts of a year are made in the next
		i := strings.Index(behind[:min(len(behind), 12*len("字"))], "决算")
		if i < 0 {
			i, far = strings.Index(behind[:min(len(behind), 12*len("字"))], "预算"), y.year+2
		}
		if i >= 0 && !d.told && d.year >= far && !hasRune(behind[:i], "，,、") && d.title == 0 && !d.quoted &&
			yearEnds(strings.TrimSuffix(before, "了"), []string{"公开", "公布", "发布", "公示", "晒出"}) && !containsAny(before, yearPlans) && !y.planning(t) {
			y.add(t.p, report.SeverityWarning, d, y.year-1, fmt.Sprintf("%d 年还公布不了 %d 年的%s。", y.year, d.year, behind[i:i+len("决算")]), "核对年份。")
		}
	}
	for i, d := range dates {
		if i+1 == len(dates) || d.told || d.year != y.year-2 || dates[i+1].year != y.year-1 || containsAny(t.text(), yearOther) {
			continue
		}
		between, behind := t.p.Text[d.end:dates[i+1].start], t.p.Text[dates[i+1].end:max(dates[i+1].end, t.end)]
		if strings.Contains(between, "决算") && len(between) <= 12*len("字") && strings.Contains(behind[:min(len(behind), 8*len("字"))], "预算") {
			y.add(t.p, report.SeverityWarning, d, y.year-1, fmt.Sprintf("%d 年公布的应是 %d 年的决算和 %d 年的预算。", y.year, y.year-1, y.year), "核对年份。")
		}
	}
}
