package review

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

const codeShare = "text.share"

var shares = family{
	rules: []Rule{{Code: codeShare, Severities: []report.Severity{report.SeverityWarning, report.SeverityHint},
		Finds:   "A percentage that is not the share of its part in the whole at its own precision, shares of a complete list far from 100, a rate beside figures that give another.",
		Example: "共公开信息 400 条，其中动态类 100 条，占 35%。"}},
	check: func(s *Subject) {
		for _, p := range s.Parts {
			r := p.Quantities()
			for i := range r.Breakdowns {
				shareBreakdown(s, p, &r.Breakdowns[i])
			}
			shareRates(s, p)
			shareTotals(s, p)
		}
	},
}

// shareOthers between 占 and the percentage say that it is a share of something else.
var shareOthers = []string{"全省", "全市", "全县", "全区", "全国", "去年", "上年", "同期", "应", "任务", "人口", "目标", "预算", "辖区", "总户", "满分", "前者", "本省", "本市", "本县", "考核", "网站", "平台", "当地", "自然"}

// shareBase are words between 占 and a percentage that say nothing but that it is a share of the whole.
var shareBase = strings.NewReplacer("总体", "", "总数", "", "总量", "", "总", "", "全部", "", "全年", "", "所有", "", "比例", "", "比重", "", "比", "", "主动公开", "", "公开", "", "政府信息", "", "信息", "", "申请", "",
	"受理", "", "收到", "", "本年度", "", "年度", "", "数量", "", "约", "", "为", "", "达到", "", "达", "", "到", "", "了", "", "的", "", "件", "", "条", "", "数", "", "量", "", "整个", "", "整体", "", "近", "", " ", "", "：", "", ":", "")

// shareElsewhere reports whether the words between a part and its percentage name another base than the whole: 占解读总量的75%.
func shareElsewhere(between, whole string) bool {
	if containsAny(between, shareOthers) {
		return true
	}
	at := strings.LastIndex(between, "占")
	if at < 0 || strings.ContainsAny(between[at:], "0123456789、") {
		return false
	}
	base := shareBase.Replace(between[at+len("占"):])
	return utf8.RuneCountInString(base) > 1 && !strings.Contains(whole, base)
}

// shareRange is the span of shares, in percent, that a part of a whole can have.
func shareRange(part, whole *quantity.Quantity) (low, high float64) {
	pl, ph := sumRange(part)
	wl, wh := sumRange(whole)
	if wl <= 0 {
		return 0, 1e9
	}
	return 100 * float64(pl) / float64(wh), 100 * float64(ph) / float64(wl)
}

// shareFits reports whether a stated percentage can be a true one between low and high, rounded either way at its precision.
func shareFits(q *quantity.Quantity, low, high float64) bool {
	const grain = 1e-9
	stated, step := float64(q.Value)/1e6, float64(q.Step)/1e6
	switch q.Bound {
	case quantity.AtLeast:
		return high > stated-step && low < stated+max(10, step)
	case quantity.AtMost:
		return low < stated+step && high > stated-10
	case quantity.About:
		return high > stated-max(2, step) && low < stated+max(2, step)
	}
	return high > stated-step+grain && low < stated+step-grain
}

// shareBreakdown judges the shares of the parts of a list.
func shareBreakdown(s *Subject, p *Part, b *quantity.Breakdown) {
	r := p.Quantities()
	whole := &r.Quantities[b.Whole]
	if whole.None || whole.Value <= 0 || whole.Bound == quantity.About || whole.Bound == quantity.AtMost {
		return
	}
	sum := *whole
	sum.Value = 0
	judged, wrong := 0, []quantity.Part(nil)
	for _, part := range b.Parts {
		q := &r.Quantities[part.Quantity]
		if quantity.Alike(q.Unit, whole.Unit) && q.Form == whole.Form {
			sum.Value += q.Value
		}
	}
	for _, part := range b.Parts {
		q := &r.Quantities[part.Quantity]
		if part.Share < 0 || !quantity.Alike(q.Unit, whole.Unit) || q.Form != whole.Form || q.Bound == quantity.About || q.Bound == quantity.AtMost {
			continue
		}
		share := &r.Quantities[part.Share]
		if share.Sense == quantity.Difference || shareElsewhere(p.Text[q.Span.End:max(q.Span.End, share.Span.Start)], whole.Before.Of(p.Text)) {
			continue
		}
		judged++
		if low, high := shareRange(q, whole); shareFits(share, low, high) {
			continue
		}
		wrong = append(wrong, part)
	}
	// Where most of the shares are wrong the whole is not theirs, or it is wrong itself, and text.sum says so.
	if len(wrong) > 1 && 2*len(wrong) > judged {
		if sum.Value == whole.Value {
			shareAllWrong(s, p, wrong, whole)
		}
		return
	}
	if len(wrong) == 1 && judged == 1 && sum.Value == whole.Value && len(b.Parts) == 1 {
		return
	}
	for _, part := range wrong {
		shareWrong(s, p, &r.Quantities[part.Quantity], whole, &r.Quantities[part.Share], &sum)
	}
}

// shareAllWrong tells that most shares are wrong though the parts add up to the whole: changed for one another, or left from last year.
func shareAllWrong(s *Subject, p *Part, wrong []quantity.Part, whole *quantity.Quantity) {
	r := p.Quantities()
	var expected, found []string
	for _, part := range wrong {
		share := &r.Quantities[part.Share]
		expected = append(expected, sharePercent(&r.Quantities[part.Quantity], whole, share))
		found = append(found, short(share.Span.Of(p.Text)))
	}
	f := shareMark(p, r.Quantities[wrong[0].Share].Span.Start, r.Quantities[wrong[len(wrong)-1].Share].Span.End,
		"这几项占 "+short(whole.Digits.Of(p.Text))+" 的比例应是 "+shareList(expected)+"，这里写的是 "+shareList(found)+"。")
	f.Expected, f.Found = shareList(expected), shareList(found)
	f.Hint = "改正比例；看看是不是写反了，或者沿用了往年的比例。"
	s.Add(f)
}

// shareListed is how many shares a message names: more are a list of their own.
const shareListed = 10

func shareList(shares []string) string {
	if len(shares) > shareListed {
		return strings.Join(shares[:shareListed], "、") + "等"
	}
	return strings.Join(shares, "、")
}

func shareMark(p *Part, start, end int, message string) report.Finding {
	return p.Mark(codeShare, report.SeverityWarning, start, p.bounded(start, end), message)
}

func shareWrong(s *Subject, p *Part, part, whole, share, sum *quantity.Quantity) {
	expected := sharePercent(part, whole, share)
	f := shareMark(p, share.Span.Start, share.Span.End,
		short(part.Digits.Of(p.Text))+" 占 "+short(whole.Digits.Of(p.Text))+" 的 "+expected+"，这里写的是 "+short(share.Span.Of(p.Text))+"。")
	f.Expected, f.Found = expected, short(share.Span.Of(p.Text))
	f.Hint = "改正比例，或核对前面的数。"
	if low, high := shareRange(part, sum); sum.Value != whole.Value && shareFits(share, low, high) {
		f.Hint = "按各项之和 " + sum.Value.String() + " 计算正是这个比例，请先核对合计。"
	}
	s.Add(f)
}

// sharePercent writes the true share at the precision of the stated one, and finer where that would leave little of it.
func sharePercent(part, whole, share *quantity.Quantity) string {
	places := 0
	for step := share.Step; step < quantity.One && places < 6; step *= 10 {
		places++
	}
	return quantity.PercentOf(part.Value, whole.Value, places)
}

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
	shareTime = []string{"按时", "及时", "按期", "限期", "准时", "如期"}
)

// shareRates are looked for by the end of the words before the percentage, the longer name first.
var shareRateKinds = []shareRate{
	{"按时办结率", shareTime, shareDone}, {"按时答复率", shareTime, shareDone}, {"按期办结率", shareTime, shareDone}, {"按期答复率", shareTime, shareDone},
	{"及时办结率", shareTime, shareDone}, {"及时答复率", shareTime, shareDone}, {"及时回复率", shareTime, shareDone}, {"按时回复率", shareTime, shareDone}, {"按期回复率", shareTime, shareDone},
	{"回收率", []string{"收回", "回收"}, []string{"发放", "发出", "投放", "下发", "发送"}}, {"参训率", []string{"参训", "参加", "到会", "到场", "实到"}, nil}, {"参加率", []string{"参加"}, nil}, {"参考率", []string{"参加", "参考", "实考"}, nil}, {"参会率", []string{"参会", "参加", "到会"}, nil},
	{"到会率", []string{"实到", "到会", "参会", "参加"}, nil}, {"出席率", []string{"出席", "参加", "到会", "实到"}, nil}, {"原创率", []string{"原创"}, nil}, {"电子化率", []string{"电子化"}, nil},
	{"采用率", []string{"采用"}, nil}, {"采纳率", []string{"采纳"}, nil}, {"整改率", []string{"整改"}, nil}, {"完成率", []string{"完成"}, nil},
	{"公开率", []string{"公开"}, []string{"制发", "制作", "印发", "产生", "形成文", "形成政", "形成规", "发文", "出台", "制定", "承办"}}, {"满意率", []string{"满意"}, []string{"收回", "回收", "发放", "问卷"}},
	{"满意度", []string{"满意"}, []string{"收回", "回收", "发放", "问卷"}}, {"覆盖率", []string{"覆盖", "建成", "设立", "设置", "实现"}, nil},
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
		if k := slices.IndexFunc(shareRateKinds, func(kind shareRate) bool { return strings.HasSuffix(name, kind.name) }); k >= 0 {
			shareRated(s, p, i, &shareRateKinds[k])
		} else if core, ok := strings.CutSuffix(name, "率"); ok && utf8.RuneCountInString(core) >= 2 {
			shareRated(s, p, i, &shareRate{of: shareStem(p, i, core)})
		}
	}
}

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
			if contains(sumLabel(r, j), core[n:]) {
				return []string{core[n:]}
			}
		}
	}
	return nil
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
		due := containsAny(around, []string{"应到", "应参", "应公开", "应当", "应出席", "应训", "应回", "应答", "应办", "应解", "应整改", "应完成", "需答", "需回", "需办", "需整改", "须答", "须回", "须办"})
		switch {
		case part < 0 && due:
			return // 留言45条，到期应回复34条，回复率100%
		case part >= 0 && due:
			whole = j
		case part < 0 && shareOf(sumLabel(r, j), kind.of):
			if containsAny(around, kind.over) && !containsAny(around, shareTime) {
				return
			}
			part = j
		case part >= 0 && whole < 0 && (kind.over == nil && quantity.Alike(q.Unit, r.Quantities[part].Unit) || containsAny(around, kind.over) || timely && containsAny(around, shareIn)) && !containsAny(around, kind.of):
			whole = j
		}
		if part < 0 && (kind.over != nil || at-j > shareNear) || whole >= 0 {
			break
		}
	}
	if part >= 0 && whole < 0 {
		whole = shareAllDone(p, part)
	}
	behind := p.Text[rate.Span.End:max(rate.Span.End, r.Sentences[rate.Sentence].End)]
	if part < 0 || whole < 0 {
		return
	}
	if kind.over == nil {
		// What is still open is a part of the whole, unlike an application that is not due yet.
		sentence, behind = shareOpen.Replace(sentence), shareOpen.Replace(behind)
	}
	if containsAny(shareLater.Replace(sentence), shareGoing) || containsAny(shareLater.Replace(behind), shareGoing) {
		return
	}
	if (containsAny(sentence, shareGoing) || containsAny(behind, shareGoing)) && rate.Value == 100*quantity.One {
		return // those that go on into the next year are not due yet
	}
	a, b := &r.Quantities[part], &r.Quantities[whole]
	if !quantity.Alike(a.Unit, b.Unit) || a.Value > b.Value || b.Value <= 0 {
		return
	}
	// The rate may be over another of the figures, 留言88条，其中有效80条，办结80条, or of several together: 满意60份，基本满意20份.
	all := *a
	for j := part - 1; j > whole; j-- {
		if q := &r.Quantities[j]; q.Form == a.Form && quantity.Alike(q.Unit, a.Unit) && shareOf(q.Before.Of(p.Text), kind.of) {
			all.Value += q.Value
		}
	}
	for j := max(0, whole-2); j < part; j++ {
		q := &r.Quantities[j]
		if q.Form != a.Form || !quantity.Alike(q.Unit, a.Unit) || q.Sentence != rate.Sentence {
			continue
		}
		for _, of := range []*quantity.Quantity{a, &all} {
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

var shareOpen = strings.NewReplacer("正在", "", "尚未", "", "尚在", "")

// shareLater takes out that some go on into the next year.
var shareLater = strings.NewReplacer("无结转", "", "结转至下", "", "结转到下", "", "结转下", "", "结转至20", "", "结转20", "", "件结转", "", "法定期限内", "", "规定期限内", "")

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

// shareTotals adds up percentages that stand in one sentence with 占 and without counts: 动态类占 60%，公告类占 30%，其他占 20%.
func shareTotals(s *Subject, p *Part) {
	r := p.Quantities()
	judged := map[int]bool{}
	for _, b := range r.Breakdowns {
		for _, part := range b.Parts {
			judged[part.Share] = true
		}
	}
	for i := 0; i < len(r.Quantities); i++ {
		first := &r.Quantities[i]
		if first.Form != quantity.Percent || judged[i] {
			continue
		}
		last, n, sum, slack, exact, other := i, 0, quantity.Value(0), quantity.Value(0), true, false
		for j := i; j < len(r.Quantities); j++ {
			q := &r.Quantities[j]
			if q.Sentence != first.Sentence || q.Depth != first.Depth {
				break
			}
			if q.Form == quantity.Time || q.Form == quantity.Label || q.Form == quantity.Ordinal {
				continue
			}
			before := q.Before.Of(p.Text)
			said := strings.Contains(before, "占") || n > 0 && before == ""
			if q.Form != quantity.Percent || q.Sense != quantity.Plain || !said || containsAny(before[max(0, strings.LastIndex(before, "占")):], shareOthers) {
				break
			}
			last, n = j, n+1
			sum += q.Value
			slack += q.Step / 2
			exact = exact && q.Bound == quantity.Exact
			other = containsAny(before, []string{"其他", "其它", "其余"})
		}
		whole := 100 * quantity.One
		counted := i > 0 && r.Quantities[i-1].Sentence == first.Sentence && r.Quantities[i-1].Form == quantity.Count && !r.Quantities[i-1].None && n == 1
		if n > 2 && exact && !counted && (sum > whole+slack || other && sum < whole-slack) {
			f := shareMark(p, first.Span.Start, r.Quantities[last].Span.End,
				"各项比例相加是 "+sum.String()+"%，不是 100%。")
			f.Expected, f.Found = "100%", sum.String()+"%"
			f.Hint = "核对各项比例。"
			s.Add(f)
		}
		i = last
	}
}
