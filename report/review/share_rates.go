package review

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report/review/quantity"
)

// shareRate is a rate whose two figures stand next to it.
type shareRate struct {
	name string
	// of are words of the part, over those of the whole; nil for whatever stands before the part in its unit.
	of, over []string
}

// shareAll are the words for applications that came in, and for those that were dealt with.
var (
	shareIn   = []string{"受理", "收到", "接收", "接到", "新收", "承办", "交办", "转办", "收件", "申请"}
	shareDone = []string{"办结", "办理完毕", "办复", "答复", "回复", "反馈", "办理"}
	// shareInTime are of what was made public or brought up to date in time, which is one of all that was.
	shareInTime = []string{"时限内", "期限内", "时间内", "按时", "及时", "按期", "准时", "如期", "当日", "当天", "工作日内"}
	shareTime   = []string{"按时", "及时", "按期", "限期", "准时", "如期"}
)

// shareThings are what comes in, or who was asked, where no verb says that they did: 网民留言56件，已办结54件.
var shareThings = []string{"留言", "来信", "信件", "来电", "来访", "工单", "诉求", "咨询", "投诉", "建议", "提案", "测评对象", "评议对象", "调查对象", "受访", "参评", "参与测评", "参与评议", "参与调查"}

// shareAsked reports whether a rate may be over things of those names: one in time may be over what was due, and 满意率 may have in it those who
// are 基本满意, where not so many 表示满意.
func shareAsked(kind *shareRate, part string) bool {
	return kind.over != nil && (strings.HasSuffix(kind.name, "结率") || strings.HasSuffix(kind.name, "复率")) && kind.of[0] != shareTime[0] || kind.name == "满意率" && containsAny(part, []string{"表示", "评价", "满意的"})
}

// shareRates are looked for by the end of the words before the percentage, the longer name first.
var shareRateKinds = []shareRate{
	{"按时办结率", shareTime, shareDone}, {"按时答复率", shareTime, shareDone}, {"按期办结率", shareTime, shareDone}, {"按期答复率", shareTime, shareDone},
	{"及时办结率", shareTime, shareDone}, {"及时答复率", shareTime, shareDone}, {"及时回复率", shareTime, shareDone}, {"按时回复率", shareTime, shareDone}, {"按期回复率", shareTime, shareDone},
	{"按时公开率", shareInTime, nil}, {"及时公开率", shareInTime, nil}, {"按期公开率", shareInTime, nil}, {"及时更新率", shareInTime, nil}, {"按时更新率", shareInTime, nil}, {"按期更新率", shareInTime, nil}, {"按时发布率", shareInTime, nil}, {"及时发布率", shareInTime, nil},
	{"按时报送率", shareInTime, nil}, {"按时解读率", shareInTime, nil}, {"同步解读率", []string{"同步"}, nil}, {"及时率", shareInTime, nil}, {"按时率", shareInTime, nil}, {"准时率", shareInTime, nil}, {"按期率", shareInTime, nil},
	{"回收率", []string{"收回", "回收"}, []string{"发放", "发出", "投放", "下发", "发送"}}, {"参训率", []string{"参训", "参加", "到会", "到场", "实到"}, nil}, {"参加率", []string{"参加"}, nil}, {"参考率", []string{"参加", "参考", "实考"}, nil}, {"参会率", []string{"参会", "参加", "到会"}, nil},
	{"到会率", []string{"实到", "到会", "参会", "参加"}, nil}, {"出席率", []string{"出席", "参加", "到会", "实到"}, nil}, {"原创率", []string{"原创"}, nil}, {"电子化率", []string{"电子化"}, nil},
	{"通过率", []string{"通过", "同意", "准予", "合格"}, nil}, {"采用率", []string{"采用"}, nil}, {"采纳率", []string{"采纳"}, nil}, {"整改完成率", []string{"整改"}, nil}, {"更新完成率", []string{"更新"}, nil}, {"改造完成率", []string{"改造"}, nil}, {"整改率", []string{"整改"}, nil}, {"完成率", []string{"完成"}, nil},
	{"公开率", []string{"公开"}, []string{"制发", "制作", "印发", "产生", "形成文", "形成政", "形成规", "发文", "出台", "制定", "承办", "办理", "公文", "属性认定", "属性审核", "属性审查"}}, {"满意率", []string{"满意"}, []string{"收回", "回收", "发放", "问卷", "回访"}},
	{"满意度", []string{"满意"}, []string{"收回", "回收", "发放", "问卷"}}, {"覆盖率", []string{"覆盖", "建成", "设立", "设置", "实现", "建立", "开设", "配备"}, nil},
	{"办结率", []string{"办结", "办理完毕", "办复"}, append([]string{"办理"}, shareIn...)}, {"答复率", shareDone, shareIn}, {"办复率", shareDone, shareIn},
	{"回复率", []string{"回复", "答复", "反馈"}, append([]string{"处理", "办理"}, shareIn...)}, {"办理率", shareDone, shareIn},
}

// shareGoing are words of applications that are still open, or came from the year before: the rate may be over those that were due.
var shareGoing = []string{"结转", "延期", "正在", "在办", "上年", "未到期", "未到", "尚未", "尚在", "期限内", "期限之内"}

func shareRates(s *Subject, p *Part) {
	r := p.Quantities()
	for i := range r.Quantities {
		rate := &r.Quantities[i]
		if rate.Form == quantity.Percent && rate.Sense == quantity.Difference {
			shareGrown(s, p, i)
		}
		if rate.Form != quantity.Percent || rate.Sense != quantity.Plain || rate.Bound != quantity.Exact {
			continue
		}
		name := strings.TrimRight(rate.Before.Of(p.Text), "均都仅只约为达到了： :是")
		if !strings.HasSuffix(name, "率") && !strings.HasSuffix(name, "度") {
			continue
		}
		if rate.Value > 100*quantity.One && shareOver(s, p, rate, name) {
			continue
		}
		if containsAny(name, shareOtherRate) && !shareSaid(p, i, name) {
			continue // 办结86件，提前办结率98%
		}
		if yearEnds(name, shareSound) {
			shareFaulty(s, p, i)
		}
		if k := slices.IndexFunc(shareRateKinds, func(kind shareRate) bool { return strings.HasSuffix(name, kind.name) }); k >= 0 {
			shareRated(s, p, i, &shareRateKinds[k])
		} else if core, ok := strings.CutSuffix(name, "率"); ok && utf8.RuneCountInString(core) >= 2 {
			shareRated(s, p, i, &shareRate{of: shareStem(p, i, core)})
		}
	}
}

// shareWhole are rates of which there is never more than all; those over what came in are told apart where some came from the year before.
var shareWhole = []string{"及时率", "按时率", "按期率", "准时率", "按时办结率", "按期办结率", "及时办结率", "按时答复率", "按期答复率", "及时答复率", "按时回复率", "及时回复率", "按期回复率", "按时办理率", "按时反馈率", "及时反馈率", "公开率", "覆盖率", "满意率", "满意度", "合格率", "准确率",
	"知晓率", "整改率", "审核率", "审查率", "办结率", "答复率", "回复率", "办复率", "办理率", "反馈率", "到会率", "出席率", "回收率", "通过率", "好评率", "采纳率", "正确率", "有效率", "可用率"}

// shareOver finds a rate above all of what it is of: 及时率达120%.
func shareOver(s *Subject, p *Part, rate *quantity.Quantity, name string) bool {
	if !yearEnds(name, shareWhole) {
		return false
	}
	r := p.Quantities()
	sentence := saidNear(r, rate, 0)
	sentence = sentence[max(0, rate.Span.Start-r.Sentences[rate.Sentence].Start-longestResults):] // the end of a long sentence is not looked at
	if containsAny(sentence[:min(len(sentence), 2*longestResults)], shareElseYear) {
		return false
	}
	f := shareMark(p, rate.Span.Start, rate.Span.End, "这里写的比例是 "+short(rate.Span.Of(p.Text))+"，超过了 100%。")
	f.Found, f.Hint = short(rate.Span.Of(p.Text)), "核对比例。"
	s.Add(f)
	return true
}

// shareElseYear are words of what is set beside another base: last year's, or a task.
var shareElseYear = []string{"结转", "上年", "去年", "同比", "增长", "提高", "提升了", "任务", "目标", "计划", "指标", "年初", "倍", "相当于", "疫苗", "积压", "历年", "往年"}

// shareNear is how many numbers may stand between a rate and its part: 电子化85条、纸质25条，电子化率….
const shareNear = 2

// longestStem is how many bytes of the name of a rate are looked for in the names of numbers: 多元化解读 of 多元化解读率.
const longestStem = len("按时足额办结答复")

// shareStem is the longest end of a name, of two characters at least, that the name of a number before the rate has.
func shareStem(p *Part, at int, core string) []string {
	r := p.Quantities()
	for n := max(0, len(core)-longestStem); n <= len(core)-len("办结"); n++ {
		if !utf8.RuneStart(core[n]) {
			continue
		}
		for j := at - 1; j >= 0 && at-j <= shareNear+1 && r.Quantities[j].Sentence == r.Quantities[at].Sentence; j-- {
			if q := &r.Quantities[j]; contains(sumLabel(r, j), core[n:]) || (q.Before.End-q.Before.Start <= len("单位中已有") || strings.HasSuffix(q.Before.Of(p.Text), "有")) && contains(q.After.Of(p.Text), core[n:]) {
				return []string{core[n:]}
			}
		}
	}
	return nil
}

// shareOutOf reports whether a number is said to be one out of the number right before it: 40件中的36件.
func shareOutOf(p *Part, j int) bool {
	r := p.Quantities()
	q, of := &r.Quantities[j], &r.Quantities[j-1]
	between := strings.TrimSpace(q.Before.Of(p.Text))
	return (between == "中的" || between == "中" || between == "里的") && sumCounts(of) && of.Sentence == q.Sentence && of.Unit == q.Unit
}

// shareOf reports whether the words of a number are of the part of a rate: 满意, but not 不满意.
func shareOf(label string, of []string) bool {
	for _, w := range of {
		if at := indexOf(label, w); at >= 0 && !strings.HasSuffix(label[:at], "不") && !strings.HasSuffix(label[:at], "未") {
			return true
		}
	}
	return false
}

// shareRated compares a rate with the figures before it in its sentence.
func shareRated(s *Subject, p *Part, at int, kind *shareRate) {
	r := p.Quantities()
	rate := &r.Quantities[at]
	sentence := p.Text[r.Clauses[rate.Clause].Start:rate.Span.Start]
	part, whole := -1, -1
	// 按时办结率 may be over those that were closed: where it is 100 it says nothing of those that came in.
	timely := len(kind.of) > 0 && kind.of[0] == shareTime[0] && rate.Value != 100*quantity.One
	for j := at - 1; j >= 0 && at-j <= sumReach && r.Quantities[j].Sentence == rate.Sentence; j-- {
		q := &r.Quantities[j]
		sentence = p.Text[q.Before.Start:rate.Span.Start]
		if !sumCounts(q) || q.Depth != rate.Depth {
			continue
		}
		around := q.Before.Of(p.Text)
		if part < 0 && (strings.HasPrefix(q.After.Of(p.Text), "结转") || strings.HasPrefix(around, "结转")) {
			continue // 36件办结，4件结转至下年度，办结率90%
		}
		due := containsAny(around, []string{"应到", "应参", "应公开", "应发布", "应当", "应出席", "应训", "应回", "应答", "应办", "应解", "应整改", "应完成", "需答", "需回", "需办", "需整改", "须答", "须回", "须办"})
		switch {
		case part < 0 && !due && j > 0 && shareOutOf(p, j) && shareOf(sumLabel(r, j-1), kind.of) && kind.over != nil:
			part, whole = j, j-1 // 办结建议40件中的36件
		case part < 0 && due:
			// 留言45条，到期应回复34条，回复率100%; but 应发布20篇，实际发布18篇，解读率100%
			if j+1 >= at || !sumCounts(&r.Quantities[j+1]) || !strings.HasPrefix(r.Quantities[j+1].Before.Of(p.Text), "实") && !strings.HasPrefix(r.Quantities[j+1].Before.Of(p.Text), "已") {
				return
			}
			part, whole = j+1, j
		case part >= 0 && due:
			whole = j
		case part < 0 && (shareOf(sumLabel(r, j), kind.of) || (len(around) <= len("单位中已有") || strings.HasSuffix(around, "有")) && shareOf(q.After.Of(p.Text), kind.of)):
			if containsAny(around, kind.over) && !containsAny(around, shareTime) {
				return
			}
			part = j
		case part >= 0 && whole < 0 && (kind.over == nil && quantity.Alike(q.Unit, r.Quantities[part].Unit) || containsAny(around+q.After.Of(p.Text), kind.over) || shareAsked(kind, sumLabel(r, part)) && containsAny(around, shareThings) || timely && containsAny(around, shareIn)) && !containsAny(shareNouns.cut(around), kind.of):
			whole = j
		}
		if part < 0 && (kind.over != nil || at-j > shareNear) || whole >= 0 {
			break
		}
	}
	if part >= 0 && whole < 0 {
		whole = shareAllDone(p, part)
	}
	if q := part + 1; part >= 0 && whole < 0 && kind.over == nil && q < at && sumCounts(&r.Quantities[q]) && beginsWith(r.Quantities[q].Before.Of(p.Text), []string{"计划", "应", "任务", "目标", "全部共", "总共"}) {
		whole = q // 完成培训8场，计划10场
	}
	behind := saidBehind(r, rate)
	if part < 0 || whole < 0 || rate.Value == 100*quantity.One && kind.of[0] == shareInTime[0] && containsAny(sentence, shareDone) {
		return // 120件，及时办结110件，办结及时率100%: over those that were closed
	}
	if timely {
		sentence, behind = strings.ReplaceAll(sentence, "延期", ""), strings.ReplaceAll(behind, "延期", "") // they are what was not in time
	}
	if rest := strings.TrimLeft(behind, "，,；; "); kind.name == "办结率" && rate.Value == 100*quantity.One && strings.HasPrefix(rest, "其余") && !containsAny(behind, []string{"期限", "时限", "到期"}) {
		behind = shareOpen.cut(behind) // 已办结40件，办结率达到100%，其余正在办理之中
	}
	if kind.over == nil {
		// What is still open is a part of the whole, unlike an application that is not due yet.
		sentence, behind = shareOpen.cut(sentence), shareOpen.cut(behind)
	}
	if containsAny(shareLater.cut(sentence), shareGoing) || containsAny(shareLater.cut(behind), shareGoing) {
		return
	}
	if (containsAny(sentence, shareGoing) || containsAny(behind, shareGoing)) && rate.Value == 100*quantity.One {
		return // those that go on into the next year are not due yet
	}
	if kind.over == nil && (shareSiblings(r, part, whole) || containsAny(r.Quantities[part].Before.Of(p.Text), shareMeans)) {
		return // 解读材料9篇，其中图解4篇、视频解读2篇，解读率100%
	}
	a, b := &r.Quantities[part], &r.Quantities[whole]
	if !quantity.Alike(a.Unit, b.Unit) || a.Value > b.Value || b.Value <= 0 {
		return
	}
	// The rate may be over another of the figures, 留言88条，其中有效80条，办结80条, or of several together: 满意60份，基本满意20份.
	all, parts := *a, []*quantity.Quantity{a}
	for j := part - 1; j > whole; j-- {
		if q := &r.Quantities[j]; q.Form == a.Form && quantity.Alike(q.Unit, a.Unit) && shareOf(q.Before.Of(p.Text), kind.of) {
			all.Value += q.Value
			parts = append(parts, q)
		}
	}
	parts = append(parts, &all)
	for j := max(0, whole-2); j < part; j++ {
		q := &r.Quantities[j]
		if q.Form != a.Form || !quantity.Alike(q.Unit, a.Unit) || q.Sentence != rate.Sentence {
			continue
		}
		for _, of := range parts {
			if low, high := shareRange(of, q); shareFits(rate, low, high) {
				return
			}
		}
	}
	expected := sharePercent(a, b, rate)
	f := shareMark(p, rate.Span.Start, rate.Span.End,
		short(a.Span.Of(p.Text))+"比"+short(b.Span.Of(p.Text))+"是 "+expected+"，这里写的"+cmp.Or(kind.name, "比例")+"是 "+short(rate.Span.Of(p.Text))+"。")
	f.Expected, f.Found = expected, short(rate.Span.Of(p.Text))
	f.Hint = "改正比例，或核对前面的两个数。"
	s.Add(f)
}

// shareNouns hold the verb of a rate and are none.
var shareNouns = newCutter("满意度", "信息公开", "政务公开", "公开属性")

var shareOpen = newCutter("正在", "尚未", "尚在")

// shareLater takes out that some go on into the next year.
var shareLater = newCutter("无结转", "结转至下", "结转到下", "结转下", "结转至20", "结转20", "件结转", "法定期限内", "规定期限内")

// shareAllDone is what came in where all of it was dealt with in time: 受理36件，其中按期办结36件; -1 where it was not all.
func shareAllDone(p *Part, part int) int {
	r := p.Quantities()
	for j := part - 1; j >= 0 && part-j <= sumReach && r.Quantities[j].Sentence == r.Quantities[part].Sentence; j-- {
		if q := &r.Quantities[j]; sumCounts(q) && q.Unit == r.Quantities[part].Unit {
			if around := q.Before.Of(p.Text) + q.After.Of(p.Text); q.Value == r.Quantities[part].Value && containsAny(around, shareIn) {
				return j
			}
			break
		}
	}
	return -1
}
