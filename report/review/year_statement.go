package review

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/report"
)

// yearPlans say that a text speaks of what is to come, yearMayPlan that it may where plans are made.
var (
	yearPlans   = []string{"将", "拟", "计划", "力争", "争取", "预计", "打算", "目标", "不少于", "至少", "不低于", "确保", "完成时限", "明年", "下一年", "下一步", "前完成", "底前"}
	yearMayPlan = []string{"要继续", "要进一步", "要加强", "要求各", "继续", "进一步", "以上", "部署", "安排", "规划", "着力", "努力", "提升", "再", "每", "加强", "强化"}
)

// What lets a statement of another year stand: what goes on from then or was set right since, and what happened once.
var (
	yearCarried = []string{"结转", "遗留", "延续", "顺延", "至今", "迄今", "历年", "以前年度", "修订的", "修订后", "修订版", "新修订", "修订）", "施行", "曾", "此前", "当时", "起,", "起，", "整改", "未办结", "未完成", "未审结"}
	// yearNamedThings are what another year's is published in this one.
	yearNamedThings = []string{"决算", "预算", "年度报告", "年报"}
	yearBackground  = []string{"考核", "评估", "反馈", "通报", "开通", "上线", "建成", "成立", "启用", "挂牌", "机构改革", "划转", "更名", "合并", "改版", "升级", "试点"}
)

// yearAwards speak of what was won in that year.
var yearAwards = []string{"荣获", "获评", "获得全", "获得省", "获得市", "获得县", "获得区", "获得“", "获得了", "被评为", "表彰", "先进", "排名", "位列", "名列", "优秀", "斩获", "获奖"}

// statement finds what is told of another year as of the report's own.
func (y *yearCheck) statement(t yearSentence, d *yearDate) {
	if d.year <= y.year && y.plan(t, d) || d.year == y.year || !yearLeads(t, d) {
		return
	}
	rest := yearPlain(t.p.Text[max(d.end, d.over):max(d.end, d.over, t.end)])
	if !y.alone(t, d) || containsAny(rest, yearAwards) {
		return
	}
	severity, told := report.SeverityWarning, false
	if d.year > y.year {
		severity, told = y.future(d.year), y.unwritten(d) && y.doneLater(t, d, rest)
	} else {
		told = y.doneEarlier(t, d, rest)
	}
	if told {
		y.add(t.p, severity, d, y.year, fmt.Sprintf("这是 %d 年的报告，这一句说的是 %d 年。", y.year, d.year), "核对年份；说的是别的年份的，请写明是比较还是计划。")
	}
}

// doneEarlier reports whether a sentence about an earlier year tells of it as of the report's own.
func (y *yearCheck) doneEarlier(t yearSentence, d *yearDate, rest string) bool {
	behind := strings.TrimLeft(rest, " ")
	partial := d.month != 0 && d.over == 0
	if partial && d.year < y.year-1 || d.over == 0 && yearBackTo(t.p.Text[t.start:d.start]) || strings.HasPrefix(behind, "以来") && containsAny(behind, []string{"累计", "连续"}) || yearItem(behind) {
		return false
	}
	if yearBegins(strings.TrimLeft(behind, "，, "), yearSuperiors) && !yearOwned(t, d) {
		return false
	}
	own := d.year >= y.year-3 && yearOwned(t, d) && !(partial && d.month > 10 && containsAny(rest, []string{"部署", "谋划"}))
	if own && (yearMended(rest) || !containsAny(rest, yearCarried) && (strings.HasPrefix(behind, "全年") || containsAny(rest, []string{"本年", "今年"}))) {
		return true // whatever it tells
	}
	own = own && !partial
	if y.lawful(t, d, rest) && !(own && !containsAny(rest, yearCarried) && !containsAny(rest, yearNamedThings)) {
		return false
	}
	switch {
	case yearCounts(rest, yearOwnVerbs), d.year == y.year-1 && yearCounts(rest, yearWorkVerbs), yearNone(rest) && !partial, y.lacks(t, rest) && d.year >= y.year-3, y.opens(t) && yearWorks(rest):
		return true
	}
	// The words of a whole year's end.
	if !partial && d.year >= y.year-3 && !y.planning(t) && containsAny(rest, []string{"均已", "100%", "圆满完成", "较好完成", "较好地完成"}) && containsAny(rest, []string{"公开", "办结", "答复", "任务"}) && !containsAny(rest, []string{"问题", "遗留"}) {
		return true
	}
	if yearBegins(behind, []string{"主要做法", "主要工作", "主要成效", "工作成效", "工作亮点"}) {
		return true
	}
	if partial && d.year == y.year-1 && d.month <= 10 && !y.planning(t) && yearHeld(rest) && !y.followed(t) {
		return true
	}
	if d.year == y.year-1 && !partial && containsAny(rest, []string{"%", "得分"}) && containsAny(rest, []string{"满意度", "率"}) && !y.planning(t) {
		return true
	}
	// Work in general, which no history tells of.
	if !partial && (d.year == y.year-2 || d.year < y.year-2 && containsAny(rest, []string{"高度重视", "有序", "平稳", "良好", "正常", "顺利", "稳步"})) && !y.planning(t) && yearWorks(rest) && strings.Contains(rest, "工作") && !containsAny(rest, []string{"建立", "设立", "制定", "首", "起", "打下", "奠定", "后续"}) && !y.followed(t) {
		return true
	}
	return (d.year == y.year-1 || own) && !partial && !y.planning(t) && (yearWorks(rest) || yearOrdinary(rest)) && !y.followed(t)
}

// yearSuperiors are those whose doings of another year a report may well recall.
var yearSuperiors = []string{"国家", "国务院", "全国", "上级", "省政府", "省委", "省里", "市里", "县里", "区里", "县政务公开办", "市政务公开办"}

// yearMended reports whether what was set right had been found by the year's own checks: 全年组织开展自查，整改错别字12处.
func yearMended(rest string) bool {
	found, _, ok := strings.Cut(rest, "整改")
	return ok && containsAny(found, []string{"自查", "排查", "检查", "巡查", "清理", "核查"}) && !containsAny(strings.ReplaceAll(rest, "整改", ""), yearCarried) && containsAny(yearClause(strings.TrimLeft(found, "，, ")), []string{"全年", "本年", "今年"})
}

// yearHeld reports whether something was held in a month that every year's report tells of: 10月举办年度政务公开培训班.
func yearHeld(rest string) bool {
	clause := yearClause(strings.TrimLeft(strings.TrimLeft(rest, "、和及0123456789月"), " ，,底初")) // 6月、9月，我镇…
	return containsAny(clause, []string{"举办", "召开", "组织", "开展", "举行"}) && containsAny(clause, []string{"政务公开", "信息公开"}) &&
		containsAny(clause, []string{"培训", "会议", "推进会", "部署会", "例会", "开放日", "自查", "检查", "演练", "活动"}) && !containsAny(clause, []string{"的", "全县", "全市", "全省", "省政府", "市政府", "县政府", "首"})
}

// yearItem reports whether a year begins the name of what was published: 2022年度政府信息公开工作报告1条.
func yearItem(behind string) bool {
	if i := indexAny(behind, "0123456789，,、；"); i >= 0 {
		behind = behind[:i]
	}
	return slices.ContainsFunc([]string{"报告", "年报", "决算", "预算", "要点", "方案", "计划", "总结", "清单", "目录", "名单"}, func(w string) bool { return strings.HasSuffix(behind, w) }) &&
		!containsAny(behind, []string{"共", "发布", "主动公开", "收到", "受理", "发", "开展", "我", "编制", "制定", "累计", "更新", "完成", "梳理", "修订", "公布", "报送", "主要"})
}

// lawful reports whether a statement of an earlier year may well stand.
func (y *yearCheck) lawful(t yearSentence, d *yearDate, rest string) bool {
	if yearNone(rest) || y.opens(t) && yearWorks(rest) || y.lacks(t, rest) {
		return false
	}
	// What was counted of the year before as of the whole year is a copy all the same.
	whole := d.year == y.year-1 && (d.month == 0 || d.over > 0) && yearCounts(rest, []string{"主动公开", "收到", "受理", "办理政府信息", "新收"})
	said, behind := rest, rest
	if i := indexAny(rest, "0123456789"); i >= 0 && d.year == y.year-1 && yearCounts(rest, yearWorkVerbs) && !containsAny(rest, []string{"个问题", "条问题", "项问题", "处问题", "问题共", "反馈"}) {
		said, behind = rest[:i], rest[:i] // what the work was done for excuses nothing
	}
	if i := indexAny(rest, "0123456789"); i >= 0 && yearCounts(rest, yearOwnVerbs) {
		said = rest[:i] // 预决算 behind the first number is what was published
		if whole && containsAny(said, []string{"收到", "受理", "办理", "新收", "主动公开"}) && !containsAny(said, yearCarried) && !containsAny(rest[i:], []string{"遗留", "延续", "顺延", "至今", "已于", "整改"}) {
			return false // a whole balance of the year before
		}
	}
	behind = yearBeforeObject(behind, "发布", "推送", "转载", "刊发", "编发")
	if strings.Contains(behind, "纳入") || yearBegins(strings.TrimLeft(rest, "，, "), []string{"对全", "对各", "对所属"}) {
		behind = strings.ReplaceAll(behind, "考核", "") // 将政务公开纳入绩效考核 is the organ's own doing
	}
	return containsAny(yearBeforeObject(said, "公开", "公布", "发布"), yearNamedThings) || containsAny(behind, yearCarried) || !whole && containsAny(behind, yearBackground)
}

// yearBeforeObject is a text up to what was published: the words for that excuse nothing, 发布警情通报30期.
func yearBeforeObject(text string, verbs ...string) string {
	at := indexAny(text, "0123456789")
	if at < 0 {
		at = len(text)
	}
	last := at
	for _, w := range verbs {
		if i := strings.LastIndex(text[:at], w); i >= 0 && !hasRune(text[i:at], "，,；的") {
			last = min(last, i+len(w))
		}
	}
	return text[:last] + text[at:]
}

// opens reports whether a sentence is the first of the preface or of the overview, which tells of the year as a whole.
func (y *yearCheck) opens(t yearSentence) bool {
	return t.first && (t.p.Key == report.PartPreface || t.p.Key == "overview" || t.p.Means == "overview")
}

// yearWorks are how such a sentence goes on.
func yearWorks(rest string) bool {
	return containsAny(rest, []string{"公开", "条例", "信息发布", "三审三校", "保密审查", "公众号", "新媒体", "政府网站", "政策解读", "回应关切", "责任追究", "审核", "巡查"}) &&
		!containsAny(rest, []string{"印发", "，要求"}) && !containsAny(rest, yearAwards) &&
		containsAny(rest, []string{"贯彻", "落实", "坚持", "按照", "认真", "围绕", "推进", "领导下", "高度重视", "深入", "严格", "积极", "取得", "扎实", "统一", "完善", "加强",
			"规范", "加大", "健全", "持续", "不断", "做好", "统筹", "运行", "平稳", "顺利", "稳步", "指导下", "支持下", "强化", "深化", "聚焦", "主要体现", "充实", "优化", "良好", "正常", "有序", "更新", "拓宽", "及时", "完成了", "按时完成", "进行了", "开展", "主要包括", "较好完成", "纳入", "列入全年", "进步", "始终", "秉持", "牢固树立", "抓好", "着力", "压实", "夯实"})
}

// yearOnce are words of what happens once: history may well tell of it.
var yearOnce = []string{"印发", "出台", "制定", "制订", "建立", "设立", "成立", "建成", "建设", "新建", "开通", "上线", "启用", "启动", "列为", "列入", "批复", "确定", "明确", "试点", "首", "起", "获", "评", "考核", "反馈", "通报", "调整", "改革",
	"划转", "更名", "合并", "改版", "升级", "推行", "推出", "曾", "原", "旧", "当时", "后来", "开始", "基础", "经验", "修订", "实施", "施行", "提出", "要求", "规定", "新冠", "疫情", "补录", "移交", "结转", "遗留", "未完成", "决算", "预算", "问题",
	"国务院", "全国", "省", "上级", "县里", "市里", "区里", "调研", "指导", "到我", "来我", "县委", "市委", "区委", "作为", "成为", "改为", "纳入", "承担", "发言", "推广", "收到的", "发布的", "公开的", "形成的", "制作的", "同期", "增加", "增长", "下降", "减少", "持平"}

// yearOrdinary reports whether a statement tells of a report's usual subjects, and of nothing that happens once: 2022年，各科室信息报送积极.
func yearOrdinary(rest string) bool {
	return containsAny(rest, []string{"信息", "公开", "网站", "栏目", "解读", "申请", "公众号", "新媒体", "群众", "微信", "微博"}) && !containsAny(rest, yearOnce)
}

// lacks reports whether a sentence sums a year up: …取得了一定成效，但仍存在不足.
func (y *yearCheck) lacks(t yearSentence, rest string) bool {
	if strings.HasPrefix(strings.TrimLeft(rest, " "), "以来") {
		return false // until now, that is
	}
	if !y.planning(t) && !containsAny(rest, []string{"信息公开", "政务公开", "公开工作", "信息工作"}) ||
		containsAny(rest, []string{"已整改", "整改到位", "整改完成", "均已", "针对上", "已完成整改", "整改情况"}) {
		return false
	}
	if containsAny(rest, []string{"仍存在", "还存在", "还有不足", "还有差距", "还有一定", "还不够", "存在一定", "存在差距", "也存在", "依然存在", "但存在", "但也存在", "仍有", "还有一些", "还有以下", "有以下不足", "取得了一定", "取得一定", "取得了较",
		"存在一些", "存在以下", "存在不少", "仍然存在", "尚存在"}) {
		return true
	}
	if y.planning(t) && containsAny(rest, []string{"偏少", "不高", "不强", "不深", "不够", "不及时", "滞后", "单一", "仍显", "有待", "仍需", "还需"}) && !containsAny(rest, []string{"解决", "整改", "克服", "针对", "将", "拟", "得到", "改善"}) {
		return true
	}
	if _, but, ok := strings.Cut(rest, "但"); ok && containsAny(but, []string{"差距", "不足", "短板", "薄弱", "欠缺"}) && !containsAny(rest, []string{"解决", "整改", "克服", "将", "拟"}) {
		return true
	}
	lacks, found, _ := strings.Cut(rest, "存在")
	return found != "" && !strings.HasPrefix(found, "的") && containsAny(found, []string{"问题", "不足", "短板", "差距", "薄弱", "欠缺"}) && !strings.HasSuffix(lacks, "不") &&
		!containsAny(rest, []string{"解决", "整改", "针对", "克服", "拟", "计划", "力争"}) && !strings.Contains(lacks, "将")
}

// doneLater reports whether a sentence about a later year tells of things done, not planned.
func (y *yearCheck) doneLater(t yearSentence, d *yearDate, rest string) bool {
	if d.year > y.year+2 && !containsAny(rest, yearPlans) && !containsAny(rest, yearGoals) {
		return true
	}
	if containsAny(rest, []string{"召开", "举办", "举行", "组织"}) {
		rest = strings.ReplaceAll(rest, "安排部署", "") // what a meeting did, no plan
	}
	if d.month > 0 && !containsAny(rest, yearPlans) && (!containsAny(rest, yearGoals) || containsAny(rest, []string{"圆满完成", "顺利完成", "完成了"})) && !containsAny(rest, yearMayPlan) && !y.planning(t) && (!yearBegins(rest, []string{"底", "末", "前", "上旬", "中旬", "下旬", "起", "份前"}) || containsAny(rest, []string{"了", "已"})) &&
		!containsAny(rest, []string{"施行", "起,", "起，", "实施", "生效"}) {
		return true // nobody plans without a word of it
	}
	if yearBegins(strings.TrimLeft(rest, " ，,"), []string{"全年"}) && containsAny(rest, []string{"了", "已", "均", "未", "良好", "平稳", "配合"}) && !containsAny(rest, yearPlans) && !y.planning(t) {
		return true
	}
	if yearNone(rest) && !strings.Contains(rest, "将") && !y.planning(t) || containsAny(rest, yearNils) && !strings.Contains(rest, "将") {
		return true
	}
	if (y.opens(t) || strings.HasPrefix(rest, "以来")) && yearWorks(rest) && !containsAny(rest, yearWill) && !containsAny(rest, []string{"将于", "将是", "拟", "下一步", "打算"}) {
		return true
	}
	if strings.HasPrefix(strings.TrimLeft(rest, " "), "以来") && containsAny(rest, []string{"多次", "已", "了", "一直", "始终", "先后"}) && !containsAny(rest, yearWill) && !containsAny(rest, yearPlans) {
		return true
	}
	if containsAny(rest, yearPlans) || (containsAny(rest, yearCarried) || containsAny(rest, yearBackground)) && !y.opens(t) {
		return y.lacks(t, rest) && !containsAny(rest, []string{"将", "拟"})
	}
	if yearCounts(rest, yearOwnVerbs) || yearCounts(rest, yearWorkVerbs) && !y.planning(t) {
		return !y.planning(t) || !containsAny(rest, yearMayPlan) && containsAny(rest, []string{"全年共", "共收到", "共公开", "共主动公开", "累计", "已", "了", "达"})
	}
	return y.lacks(t, rest) || !y.planning(t) && yearWorks(rest) && !containsAny(rest, yearMayPlan)
}

// unwritten reports whether a report cannot tell yet of what was done at a time: a month after it was signed, or else after it was due.
func (y *yearCheck) unwritten(d *yearDate) bool {
	if d.year > y.year+1 || d.month == 0 || d.month > 6 || d.over > 0 {
		return true
	}
	if yearOf(y.s.Report.Signature.Date) == 0 {
		return d.month > 3
	}
	return y.late(d)
}

// planning reports whether a sentence stands where a report speaks of what comes next.
func (y *yearCheck) planning(t yearSentence) bool {
	if t.p.Means == "problems" || t.p.Key == "problems" || containsAny(t.p.Heading, []string{"计划", "打算", "改进", "下一步", "思路", "展望", "重点工作", "安排"}) {
		return true
	}
	return containsAny(t.p.Text[max(0, t.start-yearLongest):t.start], []string{"下一步，", "下一步,", "下一步：", "下一步:", "下一步我", "下一步工作打算", "下一步工作计划",
		"下一步将", "下一步改进", "改进措施", "工作打算", "下步", "下一阶段", "工作思路", "明年", "新的一年", "下年度工作", "下一年工作", "下一年度工作"})
}

// yearWill are the beginnings of plans; 将 alone may be 把.
var yearWill = []string{"将继续", "将进一步", "将着力", "将持续", "将不断", "将重点", "将加大", "将加强", "将严格", "将按照", "将紧紧", "将深入", "将认真", "将围绕", "将坚持", "将从以下", "将以", "将大力", "将努力",
	"将加快", "将推进", "将完善", "将健全", "将丰富", "将优化", "将提高", "将提升", "将强化", "将深化", "将拓宽", "将抓好", "将开展", "将建立", "将推动", "将规范", "将着重", "将创新",
	"将积极", "将切实", "将结合", "将针对", "将充分", "将采取", "将做好", "将主要", "将在", "拟从", "计划从", "计划在", "将从"}
