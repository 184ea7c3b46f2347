package review

import (
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
			shareNamed(s, p)
		}
	},
}

// shareOthers between 占 and the percentage say that it is a share of something else.
var shareOthers = []string{"全省", "全市", "全县", "全区", "全国", "去年", "上年", "同期", "应", "任务", "人口", "目标", "预算", "辖区", "总户", "满分", "前者", "本省", "本市", "本县", "考核", "网站", "平台", "当地", "自然"}

// shareBase are words between 占 and a percentage that say nothing but that it is a share of the whole.
var shareBase = newCutter("总体", "总数", "总量", "总", "全部", "全年", "所有", "比例", "比重", "比", "主动公开", "公开", "政府信息", "信息", "申请", "受理", "收到", "来电", "来件", "办件", "发文", "推文", "稿件", "发布", "推送", "接听", "接待", "本年度", "年度", "数量", "约", "为", "达到", "达", "到", "了", "的", "件", "条", "数", "量", "整个", "整体", "近", " ", "：", ":")

// shareElsewhere reports whether the words between a part and its percentage name another base than the whole: 占解读总量的75%.
func shareElsewhere(between, whole string) bool {
	if containsAny(between, shareOthers) {
		return true
	}
	at := strings.LastIndex(between, "占")
	if at < 0 || hasRune(between[at:], "0123456789、") {
		return false
	}
	base := shareBase.cut(between[at+len("占"):])
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
		if share.Sense == quantity.Difference || whole.Span.Start < q.Span.End && shareElsewhere(p.Text[q.Span.End:max(q.Span.End, share.Span.Start)], whole.Before.Of(p.Text)) {
			continue
		}
		judged++
		if low, high := shareRange(q, whole); shareFits(share, low, high) || shareJoint(r, b, q, share) {
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
	if len(wrong) == 1 && judged == 1 && sum.Value == whole.Value && len(b.Parts) == 1 && b.Lead.Of(p.Text) != "中" {
		return
	}
	for _, part := range wrong {
		of := whole
		if q := &r.Quantities[part.Quantity]; q.Value > whole.Value {
			if joint, _ := sumJoint(r, b, q.Value); joint != nil {
				of = joint // 卫生院12家、服务中心9家，其中设置公开栏的18家，占78%
			}
		}
		shareWrong(s, p, &r.Quantities[part.Quantity], of, &r.Quantities[part.Share], &sum)
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

var (
	// shareElse behind shares say that there is nothing else, where what they are of is named; shareAll say what they come to.
	shareElse = []string{"来源", "渠道", "类", "方式", "形式", "种", "途径", "部分", "终端", "情况出现", "结果", "去向", "用途", "选项", "载体", "平台"}
	shareAll  = []string{"合计", "总计", "共计", "相加", "之和", "总和", "加起来"}
)

// shareClosed reports whether words behind shares say that these are all of them: …，两类终端合计为100%; …，没有其他来源.
func shareClosed(behind string) bool {
	for _, w := range []string{"没有其他", "无其他", "没有第三", "没有其它", "无其它"} {
		if at := indexOf(behind, w); at >= 0 && containsAny(behind[at+len(w):min(len(behind), at+len(w)+sumClosing/3)], shareElse) {
			return true
		}
	}
	at := indexOf(behind, "100%")
	return at >= 0 && at < sumClosing && containsAny(behind[:at], shareAll)
}

// sharePleased are the answers to how content one is, which make up all of them.
var sharePleased = []string{"非常满意", "很满意", "满意", "比较满意", "较满意", "较为满意", "基本满意", "一般", "不满意", "不太满意"}

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
		// 公开信息分为四类：政策类15%、动态类45%…
		sorted := i > 0 && r.Quantities[i-1].Sentence == first.Sentence && r.Quantities[i-1].Unit == "类" && r.Quantities[i-1].Value > 2*quantity.One
		from := max(r.Sentences[first.Sentence].Start, first.Before.Start-sentenceReach)
		head := p.Text[from:max(from, first.Before.Start)]
		sorted = sorted || containsAny(head, []string{"占比", "比例分别", "比重分别"}) && (strings.HasSuffix(head, "：") || strings.HasSuffix(head, ":") || strings.HasSuffix(head, "为")) // 占比分别为：招生45%、…
		if own := first.Before.Of(p.Text); strings.HasPrefix(own, "其中") && contains(own, "分别") {
			continue // 三种渠道分别为486条、1263条、2140条，其中便民信息分别占41%、57%和63%
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
			said := contains(before, "占") || n > 0 && before == "" || slices.Contains(sharePleased, before) || sorted
			if q.Form != quantity.Percent || q.Sense != quantity.Plain || !said || !sorted && containsAny(before[max(0, strings.LastIndex(before, "占")):], shareOthers) {
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
		// 分为政策文件、工作动态、通知公告三类，分别占20%、50%、20%
		other = other || i > 0 && r.Quantities[i-1].Sentence == first.Sentence && r.Quantities[i-1].Form == quantity.Count && r.Quantities[i-1].Value == quantity.Value(n)*quantity.One
		behind := p.Text[r.Quantities[last].Span.End:max(r.Quantities[last].Span.End, r.Sentences[first.Sentence].End)]
		closed := n > 1 && shareClosed(behind)
		other = other || closed
		// 申请方式分为网络申请占60%、信函申请占50%
		divided := n == 2 && sum > whole+slack && containsAny(p.Text[r.Sentences[first.Sentence].Start:max(r.Sentences[first.Sentence].Start, first.Span.Start)], []string{"分为", "分成", "构成", "组成"})
		if (n > 2 || closed || divided) && exact && !counted && (sum > whole+slack || other && sum < whole-slack) {
			f := shareMark(p, first.Span.Start, r.Quantities[last].Span.End,
				"各项比例相加是 "+sum.String()+"%，不是 100%。")
			f.Expected, f.Found = "100%", sum.String()+"%"
			f.Hint = "核对各项比例。"
			s.Add(f)
		}
		i = last
	}
}
