package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nianbao/report"
)

// plan finds a plan for a year that is over: the report on 2023 is written in 2024.
func (y *yearCheck) plan(t yearSentence, d *yearDate) bool {
	text := t.p.Text
	rest := strings.ReplaceAll(text[d.end:max(d.end, t.end)], "了解", "")
	near := rest[:min(len(rest), 24*len("字"))]
	before := yearUnnumbered(text[t.start:d.start])
	wants := yearWants
	if d.year == y.year {
		wants = yearWants[:yearSure] // 2023年，进一步加强… is no plan by itself
	}
	if d.month != 0 || y.writtenIn(d.year) || !containsAny(text[max(t.start, d.start-24*len("字")):d.end+len(near)], wants) && !yearEnds(before, yearIn) && !yearEnds(before, yearPushes) && !(before == "" && strings.HasPrefix(near, "要")) || strings.HasPrefix(near, "以来") || d.year == y.year && strings.HasPrefix(near, "下一步") ||
		!containsAny(near, []string{"将从以下", "进行改进", "加以改进"}) && !y.planning(t) {
		return false
	}
	switch {
	case before == "" && yearPlanTitle(rest):
	case (yearLeads(t, d) || yearHeads(t, d, yearAhead...) && (yearEnds(before, []string{"展望", "接下来的", "接下来", "到来的", "崭新的", "全新的", "迎来", "迎接"}) || yearBegins(near, []string{"将", "拟", "计划"}))) && yearWillDo(near, rest):
	// 新的一年，将按照2023年工作计划…
	case containsAny(text[t.start:max(d.end, t.end)], []string{"新的一年", "新一年", "来年", "下年度", "下一年度", "下一年", "明年"}) && yearEnds(before, []string{"按照", "围绕", "对照", "根据", "落实", "将以"}) && yearBegins(strings.TrimPrefix(near, "度"), []string{"工作计划", "目标任务", "工作目标", "工作要点", "工作安排", "工作任务"}):
	case containsAny(text[t.start:d.start], []string{"新的一年", "新一年", "来年"}) && yearEnds(before, []string{"将以", "以"}) && strings.HasPrefix(near, "为"):
	case before == "" && d.year == y.year && strings.HasPrefix(near, "要"):
	case yearEnds(before, []string{"为做好", "为抓好"}) && containsAny(near, []string{"将", "拟"}):
	case yearEnds(before, []string{"，于", "，在", ",于", ",在"}) && strings.Contains(text[t.start:d.start], "将") && containsAny(text[t.start:d.start], yearNext) && !containsAny(rest, []string{"的", "已", "了"}):
	case before == "展望" && containsAny(near, []string{"将", "要"}):
	case containsAny(rest, []string{"已", "了", "年初"}), strings.HasPrefix(rest, "的"), strings.Contains(near, "基础"):
		return false
	// 下一步, the year and what is going to be done: in one sentence, or the year right behind it.
	case containsAny(text[t.start:d.start], yearNext) && yearHeads(t, d, yearIn...):
	case yearEnds(before, yearIn) && !strings.Contains(before, "原"):
	case d.year == y.year && yearBegins(near, []string{"底前", "年底前", "底实现", "内实现", "底基本", "上半年"}) && yearEnds(before, yearPushes) && !containsAny(text[t.start:d.start], []string{"提出", "目标", "要求", "明确", "原"}):
	case d.year == y.year:
		return false
	case yearLeads(t, d) && strings.HasPrefix(strings.TrimLeft(near, "，,：:"), "一是") && containsAny(near, []string{"加强", "强化", "完善", "提高", "提升", "进一步", "健全", "拓宽", "丰富"}):
	case yearEnds(before, []string{"落实", "贯彻", "按照", "围绕", "对标", "紧扣", "紧盯", "聚焦"}) && yearDuties(near) && !containsAny(rest, []string{"未完成", "遗留", "剩余", "整改", "考核", "评估", "尚未"}):
	case yearEnds(before, []string{"力争", "确保", "争取", "为做好", "谋划"}):
	case containsAny(text[t.start:d.start], yearNext) && yearHeads(t, d, yearAhead...):
	case containsAny(text[max(t.start-20*len("字"), 0):t.start], yearNext) && yearHeads(t, d, yearAhead...) && containsAny(near, []string{"将", "拟", "计划", "力争", "争取", "继续", "要"}):
	case yearHeads(t, d, yearAhead...) && containsAny(near[:min(len(near), 8*len("字"))], []string{"计划", "拟", "力争", "要进一步", "要继续"}) && !strings.Contains(near, "的"):
	default:
		return false
	}
	y.add(t.p, report.SeverityWarning, d, y.year+1, fmt.Sprintf("%d 年的报告里，打算应是 %d 年的，这里写的是 %d 年。", y.year, y.year+1, d.year), "核对年份。")
	return true
}

// writtenIn reports whether a report was written in a year, and not at its end, when there is nothing left to plan for it.
func (y *yearCheck) writtenIn(year int) bool {
	date := cmp.Or(y.s.Report.Signature.Date, y.s.Report.Published)
	return y.written == year && (len(date) < len("2006-01") || date[len("2006-"):len("2006-01")] < "11")
}

// yearDuties reports whether a year is that of the duties laid down for it: 落实2022年政务公开工作要点.
func yearDuties(near string) bool {
	near = strings.TrimLeft(near, "度的")
	for _, w := range []string{"全国", "全省", "全市", "全县", "全区", "我市", "我县", "省", "市", "县", "区", "政府信息公开", "政务公开", "信息公开", "重点"} {
		near = strings.TrimPrefix(near, w)
	}
	return yearBegins(near, []string{"工作要点", "要点", "工作任务", "目标任务", "重点任务", "任务"})
}

// yearWillDo reports whether what is said next is to be done. 将 may be 把, too: then words like 作为 follow.
func yearWillDo(near, rest string) bool {
	if containsAny(rest, []string{"提出", "年初", "已", "了"}) {
		return false
	}
	first := strings.Index(near, "将")
	if first >= 0 && containsAny(near[:first], []string{"存在", "不足", "问题", "差距", "但", "年"}) {
		return false // 2023年仍有不足，2024年将改进
	}
	return first >= 0 && yearBegins(near[first:], yearWill) || containsAny(near, yearWill) && !containsAny(rest, []string{"作为", "纳入", "列入", "列为", "融入", "贯穿", "要求"})
}

// yearWants are words without which nothing is planned; the first yearSure of them are those of plans alone.
var yearWants = []string{"将", "拟", "计划", "打算", "思路", "安排", "展望", "重点", "要", "力争", "争取", "继续", "进一步", "着力", "确保", "持续", "加强", "完善", "改进措施", "努力方向", "力求"}

const yearSure = 8

// yearNext are the words that plans begin with, yearIn and yearAhead those that may stand between them and their year.
var (
	yearNext  = []string{"下一步", "下步", "下阶段", "下一阶段", "今后", "接下来", "打算", "展望", "新的一年", "来年", "工作计划", "工作思路", "改进措施", "努力方向", "改进方向"}
	yearIn    = []string{"将在", "将于", "拟在", "拟于", "计划在", "计划于", "计划到", "力争在", "力争到", "力争于", "力求在", "确保在", "争取在", "争取到", "预计", "预计在", "预计于", "预计到"}
	yearAhead = []string{"在", "于", "进入", "步入", "迈入", "展望", "下一步", "下步", "今后", "下一阶段", "下阶段", "接下来的", "接下来", "到", "面对", "迎接", "迎来", "崭新的", "全新的", "即将到来的", "到来的"}
)

// yearPushes stand right before the year by which something is to be done.
var yearPushes = []string{"力争", "争取", "力求", "确保"}

// yearPlanTitle reports whether a sentence begins as the list of a year's plans does: 2022年工作打算：一是….
func yearPlanTitle(rest string) bool {
	title, _, ok := strings.Cut(strings.ReplaceAll(rest, ":", "："), "：")
	return ok && len(title) <= 16*len("字") && slices.ContainsFunc([]string{"打算", "计划", "思路", "安排", "展望", "重点", "重点工作", "计划如下", "打算如下", "安排如下", "改进方向", "努力方向"}, func(w string) bool { return strings.HasSuffix(title, w) })
}
