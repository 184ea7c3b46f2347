package review

import (
	"slices"
	"strings"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

const codeSum = "text.sum"

var sums = family{
	rules: []Rule{{Code: codeSum, Severities: []report.Severity{report.SeverityError, report.SeverityWarning, report.SeverityHint},
		Finds:   "A total in the text and the parts listed for it: the parts exceed it, or a list that claims to be complete does not add up.",
		Example: "共受理申请 12 件，其中当面申请 9 件、网络申请 5 件。"}},
	check: func(s *Subject) {
		for _, p := range s.Parts {
			for i := range p.Quantities().Breakdowns {
				sumBreakdown(s, p, &p.Quantities().Breakdowns[i])
			}
			sumKinds(s, p)
		}
	},
}

// sumParts are the parts of a list that have the unit of the whole, added up.
type sumParts struct {
	of []quantity.Quantity
	// low is what they are at least, all the sum of the written numbers of any unit.
	low, written, all quantity.Value
	// exact: each is an exact number written to its last digit; mixed: some have another unit; channels: they are ways of publishing.
	exact, mixed, channels bool
	// alike: some have another classifier of the same kind, 件 for 条.
	alike bool
	// overlap: one item may be counted in several parts; others: something else than the whole is counted.
	overlap, others bool
}

// sumChannels are ways of publishing: one item goes through several, so their counts may overlap.
var sumChannels = []string{"网站", "网上公开", "网上发布", "微信", "微博", "公众号", "新媒体", "公告栏", "公开栏", "公示栏", "宣传栏", "显示屏", "电子屏", "抖音", "客户端", "APP", "app", "头条", "广播", "电视", "报纸", "报刊", "媒体", "公报", "视频号", "平台", "QQ", "门户", "网页", "专栏", "会议", "手册", "宣传册", "黑板报"}

// sumFar: a part larger than so many times its whole counts something else (3次培训，其中观看1200次).
const sumFar = 20

// sumTraits are what several of may be true of one person; sumOthers are said of other things than the whole (12个专栏，其中子栏目48个);
// sumTogether says that channels published the same, sumApart takes out what says that they did not.
var (
	sumPeople   = map[string]bool{"人": true, "名": true, "人次": true, "位": true}
	sumTraits   = []string{"党员", "妇女", "女性", "女干部", "少数民族", "青年", "本科", "研究生"}
	sumOthers   = []string{"下设", "下辖", "子栏目", "子项", "子站", "子网", "子类", "二级", "三级", "阅读", "浏览", "访问", "点击", "观看", "播放", "点赞"}
	sumElse     = []string{"建议", "提案", "申请", "留言", "来信", "咨询", "投诉", "信访", "工单", "热线", "复议", "诉讼", "意见"}
	sumTogether = []string{"同步", "重复", "交叉", "同时发布", "同时公开", "同时在", "多渠道", "多平台", "多个渠道", "多个平台", "以上渠道", "以上平台", "不同渠道", "不同平台", "同源", "多发", "双发", "一稿", "两处", "均可查", "分别计", "分别统计", "相同的内容", "相同内容", "互相转"}
	// sumBoth says that one thing counts in two parts, whatever they are.
	sumBoth = []string{"既是", "既有", "既属于", "既涉及", "既主办", "同时涉及", "同时属于", "同时包含", "重叠", "重复统计", "重复计算", "交叉统计", "同时进行", "同时采用", "同时采取", "结合进行", "并用", "兼用", "采用两种", "采取两种"}
	// sumDisjoint say that the parts make up the whole.
	sumDisjoint = []string{"组成", "构成", "不含重复", "去重", "互不", "各不相同", "不同内容", "没有其他", "无其他"}
	sumApart    = newCutter("不重复", "无重复", "未重复", "没有重复", "不交叉", "无交叉", "去除重复", "剔除重复")
)

func sumOf(r *quantity.Reading, b *quantity.Breakdown) sumParts {
	whole := &r.Quantities[b.Whole]
	sum := sumParts{exact: true}
	channels, step := 0, whole.Step
	for _, part := range b.Parts {
		if q := &r.Quantities[part.Quantity]; q.Form == whole.Form && q.Value > 0 {
			step = min(step, q.Step)
		}
	}
	for i, part := range b.Parts {
		q := r.Quantities[part.Quantity]
		sum.all += q.Value
		if q.Unit != whole.Unit && q.Unit != "" || q.Form != whole.Form {
			if q.Form != whole.Form || !quantity.Alike(q.Unit, whole.Unit) || r.Quantities[b.Parts[len(b.Parts)-1].Quantity].Unit != whole.Unit && i > 0 && r.Quantities[b.Parts[0].Quantity].Unit == whole.Unit ||
				sumOfElse(part.Label.Of(r.Text), whole.Before.Of(r.Text)) {
				sum.mixed = true
				continue
			}
			sum.alike = true
		}
		if containsAny(part.Label.Of(r.Text), sumChannels) {
			channels++
		}
		label := part.Label.Of(r.Text)
		if strings.HasSuffix(label, "涉及") || strings.HasSuffix(label, "覆盖") || strings.HasSuffix(label, "惠及") {
			sum.others = true // 涉及12个部门 counts departments
		}
		if q.Value == whole.Value && (strings.HasSuffix(label, "出席") || strings.HasSuffix(label, "到场")) {
			sum.overlap = true // several come to one event
		}
		if containsAny(label, sumOthers) && !containsAny(whole.Before.Of(r.Text), sumOthers) {
			sum.others = true
		}
		sum.overlap = sum.overlap || sumPeople[whole.Unit] && containsAny(label, sumTraits)
		sum.of = append(sum.of, q)
		sum.written += q.Value
		if q.Bound == quantity.Exact && q.Step > step {
			q.Step = step // 18万元 beside 28.6万元 is 18.0万元
		}
		low, _ := sumRange(&q)
		sum.low += low
		sum.exact = sum.exact && q.Bound == quantity.Exact && q.Step <= quantity.One && q.Value%quantity.One == 0
	}
	sum.channels = channels > 1
	last := &r.Quantities[b.Parts[len(b.Parts)-1].Quantity]
	sum.overlap = len(b.Parts) > 1 && (sum.overlap || containsAny(sumApart.cut(saidNear(r, last, 0)), sumBoth)) || sum.channels && containsAny(sumApart.cut(saidNear(r, last, 0)), sumTogether)
	return sum
}

// sumRange is what a written number can stand for: 300余 is less than 400, 4.13万 was rounded.
func sumRange(q *quantity.Quantity) (low, high quantity.Value) {
	slack := quantity.Value(0)
	if q.Step > quantity.One || q.Value%quantity.One != 0 {
		slack = q.Step / 2
	}
	switch q.Bound {
	case quantity.AtLeast:
		round := max(q.Step, 1)
		for round <= q.Value/10 && q.Value%(round*10) == 0 {
			round *= 10
		}
		return q.Value, q.Value + max(round, q.Step)
	case quantity.AtMost:
		return 0, q.Value
	case quantity.About:
		return 0, 2 * q.Value
	}
	return max(0, q.Value-slack), q.Value + slack
}

// sumBreakdown compares a whole with its parts.
func sumBreakdown(s *Subject, p *Part, b *quantity.Breakdown) {
	r := p.Quantities()
	whole := &r.Quantities[b.Whole]
	if strings.HasPrefix(whole.After.Of(p.Text), "部分") && p.Key == report.PartPreface {
		return // the parts of a report, which parts.count is about
	}
	if sumSortedAgain(r, b) {
		return
	}
	if len(b.Parts) == 1 && s.sumAgain(p, whole, b.Parts[0]) {
		return
	}
	b = sumBefore(r, b)
	sum := sumOf(r, b)
	if whole.Sentence != r.Quantities[b.Parts[0].Quantity].Sentence && sumIsItem(r, b.Whole) {
		return // 当面申请1件、网上申请2件。其中… speaks of all of them
	}
	if sum.overlap || sum.others || sumParallel(r, b) || len(sum.of) == 0 || whole.None || sum.all == whole.Value || sum.written == whole.Value {
		return
	}
	for i := range sum.of {
		if len(sum.of) > 2 && i > 0 && sum.of[i].Value == whole.Value && sum.of[0].Value > 0 {
			return // the whole again, not a part of itself
		}
	}
	if inner := sumNested(r, sum.of); inner < sum.written && inner <= whole.Value {
		return
	}
	exact := sum.exact && whole.Bound == quantity.Exact && whole.Step <= quantity.One && whole.Value%quantity.One == 0
	_, most := sumRange(whole)
	if !sumCameIn(r, b) {
		most += sumCarried(s, p, b.Whole)
	}
	if sum.low > most {
		joint, ok := sumJoint(r, b, sum.written)
		if ok || sumOtherWay(r, b, whole) {
			return
		}
		if joint != nil && exact && !sum.mixed && !sum.alike && len(sum.of) > 1 && sum.written <= 3*joint.Value/2 {
			s.Add(sumDiffers(p, joint, sum, report.SeverityWarning))
			return
		}
	}
	if sum.alike {
		for _, q := range sum.of {
			if q.Value > whole.Value {
				return // it may be a part of an earlier number
			}
		}
		// One kind of things by two classifiers: only a list that looks like all of the whole proves anything.
		if near := sum.written <= 3*whole.Value/2 || len(sum.of) > 2 && sum.written <= 2*whole.Value; exact && near && len(sum.of) > 1 && sum.low > most {
			s.Add(sumDiffers(p, whole, sum, report.SeverityWarning))
		}
		return
	}
	trailing := r.Quantities[b.Parts[0].Quantity].Span.Start < whole.Span.Start
	for _, q := range sum.of {
		if low, _ := sumRange(&q); low > most && !(trailing && sum.channels) {
			if low <= sumFar*max(most, quantity.One) && !sumBesides(r, b, &q) {
				s.Add(sumExceeds(p, whole, &q, exact))
			}
			return
		}
	}
	switch {
	case sum.low > most && sum.channels && len(sum.of) == 2 && len(b.Parts) == 2 && sumMainSite(r, b, whole):
		// The website has nearly all, and the other channel some of it again.
	case sum.low > most && sum.channels && s.sumInTable(whole, sum.of):
		// The table says the same.
	case sum.low > most && len(sum.of) > 1:
		severity := report.SeverityError
		if !exact || sum.channels || b.Lead.Start == b.Lead.End {
			severity = report.SeverityWarning
		}
		if sum.channels && (trailing && !containsAny(whole.Before.Of(p.Text), sumTotals) || sumRepeats(r, b)) {
			severity = report.SeverityHint
		}
		s.Add(sumDiffers(p, whole, sum, severity))
	case sum.written < whole.Value && sumGoesOn(r, b, whole.Value-sum.written):
	case exact && !sum.mixed && len(sum.of) > 1 && sum.written < whole.Value && sumComplete(r, b):
		s.Add(sumDiffers(p, whole, sum, report.SeverityWarning))
	case !b.Exhaustive && exact && !sum.mixed && len(sum.of) > 2 && sum.written < whole.Value && whole.Value-sum.written <= whole.Value/sumNear:
		// It may be a list of some, but one that comes so close is more likely one of all.
		s.Add(sumDiffers(p, whole, sum, report.SeverityHint))
	case b.Exhaustive && sum.written < whole.Value && sumRest(r, b):
	case b.Exhaustive && (exact || sumFunds(whole, sum.of, whole.Value-sum.written)) && !sum.mixed && len(sum.of) > 1 && sum.written < whole.Value:
		severity := report.SeverityWarning
		if trailing && sum.channels && whole.Value > 2*sum.written {
			severity = report.SeverityHint
		}
		s.Add(sumDiffers(p, whole, sum, severity))
	}
}

// sumMainSite reports whether the first of two channels is a website with nearly all of the whole.
func sumMainSite(r *quantity.Reading, b *quantity.Breakdown, whole *quantity.Quantity) bool {
	first := b.Parts[0]
	return contains(first.Label.Of(r.Text), "网站") && r.Quantities[first.Quantity].Value >= whole.Value-whole.Value/sumNear
}

// sumFunds reports whether amounts that are all written in 万元 lack more of their whole than rounding takes away.
func sumFunds(whole *quantity.Quantity, of []quantity.Quantity, lacks quantity.Value) bool {
	if whole.Form != quantity.Money || whole.Bound != quantity.Exact {
		return false
	}
	for i := range of {
		if of[i].Step != whole.Step || of[i].Bound != quantity.Exact {
			return false
		}
	}
	return lacks >= whole.Step*quantity.Value(len(of)+1)/2
}

// sumRest reports whether the clause behind a list says what became of the rest, without a number: 其余用于宣传.
func sumRest(r *quantity.Reading, b *quantity.Breakdown) bool {
	last := &r.Quantities[b.Parts[len(b.Parts)-1].Quantity]
	behind := strings.TrimLeft(saidBehind(r, last), "，,；; ")
	return slices.ContainsFunc([]string{"其余", "其他", "剩余", "余下", "另外", "余款"}, func(w string) bool { return strings.HasPrefix(behind, w) })
}

// sumParallel reports whether a list gives what each of several did, 网站和微信分别发布30条、40条, without a word that these are parts.
func sumParallel(r *quantity.Reading, b *quantity.Breakdown) bool {
	lead := b.Lead.Of(r.Text)
	if r.Quantities[b.Whole].Clause == r.Quantities[b.Parts[0].Quantity].Clause {
		return false
	}
	if labels := sumLabels(r, b); labels != nil && sumNamed(labels, "", r.Quantities[b.Whole].Unit) != nil {
		return false // 举办培训5场，上半年、下半年分别举办2场、4场
	}
	return strings.HasPrefix(lead, "分别") && !beginsWith(b.Parts[0].Label.Of(r.Text), sumSent) && !slices.ContainsFunc([]string{"为", "是", "有", "在", "于", "自", "往", "至", "到", "给", "向"}, func(w string) bool { return strings.HasSuffix(lead, w) })
}

// sumSent begin where the parts of something went.
var sumSent = []string{"发往", "送往", "送至", "发至", "发到", "送到", "寄往", "寄送", "分送", "发给", "送给", "用于", "投向", "投放", "来自", "属于", "归属", "涉及", "拨付", "分布"}

// sumTotals say that numbers were added up.
var sumTotals = []string{"合计", "总计", "相加"}

// sumNear: a list that lacks less than this part of its whole may have been meant to be complete.
const sumNear = 10

// sumOfElse reports whether an item is of other things than the whole.
func sumOfElse(label, whole string) bool {
	for _, w := range sumElse {
		if strings.Contains(label, w) && !strings.Contains(whole, w) {
			return true
		}
	}
	return false
}

// sumNested adds up parts of which some are divided in their turn without a word that says so: 复议7件，维持6件，未审结1件.
func sumNested(r *quantity.Reading, of []quantity.Quantity) quantity.Value {
	total := quantity.Value(0)
	for i := 0; i < len(of); {
		part := of[i]
		total += part.Value
		if end := sumInner(r, of, i); end > i {
			i = end + 1
			continue
		}
		i++
		if !containsAny(part.Before.Of(r.Text), sumDivided) {
			continue
		}
		inner := quantity.Value(0)
		for j := i; j < len(of) && containsAny(of[j].Before.Of(r.Text), sumEnds) && inner < part.Value; j++ {
			if inner += of[j].Value; inner == part.Value {
				i = j + 1
			}
		}
	}
	return total
}

var (
	sumDivided = []string{"复议", "诉讼", "建议", "提案"}
	sumEnds    = []string{"维持", "纠正", "纠错", "审结", "审理", "其他结果", "主办", "会办", "协办", "分办", "独办"}
)
