package review

import (
	"strings"
	"unicode/utf8"
)

// These take sentences that speak of the report instead of being part of it: how a part is to be written, that it is a sample, who is to look
// at it.

// sentence gives the bounds of the sentence in which a place stands, as far as it is looked for, and whether its beginning was found.
func (t residueText) sentence(at, end int) (from, to int, begun bool) {
	line, stop := t.line(at)
	from, to, begun = max(line, at-150), min(stop, end+150), true
	if i := lastIndexAny(t.text[from:at], "。！"); i >= 0 {
		from += i + len("。")
	} else {
		begun = from == line
	}
	if i := indexAny(t.text[end:to], "。！"); i >= 0 {
		to = end + i
	}
	return from, to, begun
}

// residueParts are what the parts of a report are called, at the end of the name.
var residueParts = []string{"情况", "部分", "问题", "不足", "打算", "措施", "做法", "成效", "总结", "概述", "本段", "此段", "该段", "本节", "报告", "引言", "年报", "思路", "建议"}

// residueWorking say that others were told, or that it was done: 指导各单位按照模板填写.
var residueWorking = []string{"印发", "指导", "统一", "组织", "制定", "要求", "督促", "各单位", "各部门", "各科室", "申请人", "申请表", "群众", "公众", "表格", "系统", "告知书", "答复书", "指南"}

// residueOfPart takes what a part of the report has to hold: 存在问题应当包括以下内容.
func residueOfPart(t residueText, start, end int) (int, int) {
	from, to, begun := t.sentence(start, end)
	if !begun || !residueEnds(t.text[from:start], residueParts...) || contains(t.text[from:start], "，") || containsAny(t.text[from:start], residueWorking) {
		return 0, 0
	}
	return from, to
}

// residueFilled takes a sentence that says how to fill something in: 按照实际发生情况填写。
func residueFilled(t residueText, start, end int) (int, int) {
	from, to, begun := t.sentence(start, end)
	said := t.text[from:to]
	if !begun || to != end || utf8.RuneCountInString(said) > 30 || containsAny(said, residueReaders) || containsAny(said, residueWorking) ||
		!wordingHas(said, []string{"按照", "按", "参照", "根据", "依据", "请", "如实", "据实", "须", "应", "没有的", "无的"}) && !containsAny(said, []string{"请参照", "请按", "请根据", "请对照", "请结合", "请依据", "按实际", "据实填", "如实填", "应按", "须按", "需按"}) {
		return 0, 0
	}
	return from, to
}

// residueSamples are what a text is that nobody wrote for this report.
var residueSamples = []string{"模板", "示例", "范文", "样例", "范例", "样本", "范本", "参考", "虚构", "假设", "样文", "举例", "占位"}

// residueSample takes a sentence that says that what stands beside it is a sample: 以上文字为范文。
func residueSample(t residueText, start, end int) (int, int) {
	_, to, _ := t.sentence(start, end)
	said := t.text[end:to]
	if i := indexAny(said, "，；,;"); i >= 0 {
		said = said[:i]
	}
	if !residueStands(t, start) || utf8.RuneCountInString(said) > 12 || !containsAny(said, residueSamples) || containsAny(said, residueReaders) || containsAny(said, []string{"《", "作参考依据", "推广"}) {
		return 0, 0
	}
	return start, to
}

// residueSampleHead takes the label of a sample at the beginning of a sentence: 范文一：, 参考样式：, 润色后：.
func residueSampleHead(t residueText, start, end int) (int, int) {
	if !residueStands(t, start) {
		return 0, 0
	}
	for r := t.after(end); wordingDigit(r) || wordingNumeral(r) || strings.ContainsRune("（()）", r); r = t.after(end) {
		end += utf8.RuneLen(r)
	}
	if a := t.after(end); a != '：' && a != ':' && (a != '\n' || t.before(start) != '\n') {
		return 0, 0
	}
	return start, end
}

// residueSampleName takes a line or sentence that only names a sample: 年度报告模板。
func residueSampleName(t residueText, start, end int) (int, int) {
	from, _, begun := t.sentence(start, end)
	if said := t.text[from:end]; !begun || utf8.RuneCountInString(said) > 30 || !strings.ContainsRune("。\n：:（(", t.after(end)) || hasRune(said, "，；《") ||
		containsAny(said, []string{"制定", "印发", "统一", "下发", "提供", "按", "使用", "参照", "规范", "优化", "更新", "制作", "设计", "推广", "对照", "编制", "形成", "套用", "完善", "公开", "制发", "发布"}) {
		return 0, 0
	}
	return from, end
}

// residueSaid takes a whole sentence between people who write the report: 以此稿为准，前一稿作废。
func residueSaid(t residueText, start, end int) (int, int) {
	from, to, begun := t.sentence(start, end)
	if !begun {
		return start, end
	}
	if said := t.text[from:start]; strings.Count(said, "“") > strings.Count(said, "”") {
		return 0, 0
	}
	return from, to
}

// residueTitles are what people are called by their office, before a name.
var residueTitles = []string{"镇长", "乡长", "局长", "县长", "区长", "市长", "科长", "股长", "处长", "站长", "所长", "部长", "组长", "主任", "书记", "委员", "成员", "负责人", "联系人", "责任人", "经办人", "信息员", "联络员", "院长", "校长", "厅长", "专员", "干部"}

// residueWho are of whom or when somebody is to write.
var residueWho = []string{"本单位", "本部门", "本机关", "本级", "本地区", "本年度", "本年", "本系统", "全年", "今年", "上一年", "上年", "年度", "单位", "主要", "具体", "存在", "下一步", "政府信息", "主动公开", "依申请", "以下", "所属"}

// residueBrief takes a sentence that begins with what the writer is to do and ends with what about: 简述本年度解读工作开展情况。
func residueBrief(t residueText, start, end int) (int, int) {
	_, to, _ := t.sentence(start, end)
	said := t.text[end:to]
	if !residueStands(t, start) || residueOpens(t.before(start)) || t.before(start) == '；' || !wordingHas(said, residueWho) {
		return 0, 0
	}
	more := ""
	if i := indexAny(said, "，,"); i >= 0 {
		said, more = said[:i], said[i+residueWidth(said[i:]):]
	}
	if more != "" && !wordingHas(more, []string{"不少于", "不超过", "至少", "字数", "控制", "突出", "分条", "分点", "逐条", "用数据", "要"}) || hasRune(said, "；0123456789") ||
		!residueEnds(strings.TrimRight(said, "等"), residueParts...) && !residueEnds(said, "内容", "数据", "工作", "事项", "制度", "案例", "亮点", "原因", "方向", "计划") {
		return 0, 0
	}
	return start, to
}

// residueWriting are words for what somebody who writes a report does. No report asks its readers for it.
var residueWriting = []string{"填写", "填报", "填列", "填入", "撰写", "编写", "阐述", "说明", "描述", "列举", "列出", "列明", "概括", "叙述", "展开", "标题", "字数", "字体", "格式", "本段", "本部分", "各部分", "段落", "数字", "照抄", "照搬", "替换", "删除", "删减", "增减", "书面语", "第三人称", "突出", "数据", "补充", "模板", "实际", "完善", "核对", "核实", "分析原因", "角度"}

// residuePleased takes a sentence that asks the writer for something: 请从以下方面阐述.
func residuePleased(t residueText, start, end int) (int, int) {
	_, to, _ := t.sentence(start, end)
	said := t.text[start:to]
	if !residueStands(t, start) || residueOpens(t.before(start)) || !containsAny(said, residueWriting) || containsAny(said, residueReaders) || containsAny(said, []string{"联系", "电话", "登录", "拨打", "网站", "下载", "窗口", "社会", "查阅", "监督"}) {
		return 0, 0
	}
	return start, to
}

// residueUnneeded takes a sentence that says what need not be written, or not so: 没有的工作可以不写。
func residueUnneeded(t residueText, start, end int) (int, int) {
	from, to, begun := t.sentence(start, end)
	said := t.text[from:to]
	if !begun || containsAny(said, residueReaders) || containsAny(said, residueWorking) || contains(said, "可写可不写") {
		return 0, 0
	}
	if residueEnds(t.text[:end], "“无”") && t.after(end) == '的' {
		return 0, 0
	}
	if contains(t.text[start:end], "照抄") && !containsAny(said, []string{"不能照", "不得照", "不要照", "切忌照", "严禁照", "勿照"}) {
		return 0, 0
	}
	return from, to
}

// residueSame takes what stands for a text that is elsewhere: 依申请公开情况：同上。
func residueSame(t residueText, start, end int) (int, int) {
	if b := t.before(start); (b == '：' || b == ':' || b == '。' && !strings.HasPrefix(t.text[start:end], "与") || b == '\n') && strings.ContainsRune("。；\n;", t.after(end)) {
		return start, end
	}
	return 0, 0
}

// residueAwaiting takes a sentence about what is to be filled in later: 数据待领导审定后补充。
func residueAwaiting(t residueText, start, end int) (int, int) {
	from, to, begun := t.sentence(start, end)
	said := t.text[from:start]
	for _, what := range []string{"具体", "数据", "数字", "此项", "此处", "该数", "此数", "内容"} {
		said = strings.TrimPrefix(said, what)
	}
	if !begun || !strings.HasPrefix(said, "待") || hasRune(said, "，,") {
		return 0, 0
	}
	for _, what := range []string{"具体", "相关", "最终", "数据", "数字", "内容", "完善", "完整"} {
		end += len(t.text[end:to]) - len(strings.TrimPrefix(t.text[end:to], what))
	}
	if end != to {
		return 0, 0
	}
	return from, to
}

// residueMeta takes a sentence about the report itself that says how it has to be: 标题用二号小标宋, 此项需附说明.
func residueMeta(t residueText, start, end int) (int, int) {
	if residueStands(t, start) && !residueOpens(t.before(start)) && wordingHas(t.text[end:], []string{"应", "须", "需", "要", "不得", "不超过", "不少于", "请", "勿", "先", "不能", "用", "控制在", "字数", "仅供", "必须", "可不", "可删", "按实际", "据实", "如实", "无则", "没有则", "如无", "若无"}) &&
		!wordingHas(t.text[end:], []string{"需求", "要求", "要点", "要素", "要件", "要闻", "应急", "用地", "用于", "用户", "需要"}) {
		_, to, _ := t.sentence(start, end)
		return start, to
	}
	return 0, 0
}

// residueOfCount reports whether a bracket right behind a number says that it is not final, or who has it: 412条（以办公室提供为准）.
func residueOfCount(before, inside string) bool {
	if unit := residueLast(before); unit == '\n' || !strings.ContainsRune(residueMeasures, unit) || !wordingDigit(residueLast(strings.TrimRight(before[:len(before)-utf8.RuneLen(unit)], "余多万千百"))) || containsAny(inside, []string{"已", "均", "经", "了"}) {
		return false
	}
	return residueByOffice(inside) && !contains(inside, "由") || residueEnds(inside, "未出", "没出", "没出来", "未出来", "没统计", "有误", "不准", "不对", "存疑", "待报", "待核") || strings.HasPrefix(inside, "问") && residueEnds(inside, "办", "科", "股", "站", "所", "室", "中心") ||
		residueEnds(inside, "为准") && containsAny(inside, []string{"提供", "报送", "上报"}) || residueEnds(inside, "一致", "相符") && wordingHas(inside, []string{"和表", "跟表", "同表", "和附表", "需与", "要与", "应与", "和统计表"})
}
