package review

import (
	"slices"
	"strings"

	"nianbao/report/review/quantity"
)

// sumDivision is a list of names that divide everything between them: 上半年 and 下半年 are the year.
type sumDivision struct {
	// groups are the names, in any order; whole are words of which what is divided has one of each, and units its classifiers, where the
	// names alone do not say enough.
	groups [][]string
	whole  []string
	units  []string
	// some: one thing is never two of them, but it may be none.
	some bool
}

var sumDivisions = []sumDivision{
	{groups: [][]string{{"自然人", "公民", "个人"}, {"法人"}}, whole: []string{"申请"}},
	{groups: [][]string{{"专职"}, {"兼职"}}},
	{groups: [][]string{{"上半年"}, {"下半年"}}},
	{groups: [][]string{{"线上"}, {"线下"}}, units: []string{"场", "次", "期", "场次", "期次", "班"}},
	{groups: [][]string{{"原创"}, {"转载", "转发"}}},
	{groups: [][]string{{"主办", "承办", "独办", "牵头"}, {"会办", "协办", "分办"}}, some: true},
	{groups: [][]string{{"采纳", "全部采纳"}, {"部分采纳", "参考采纳"}, {"未采纳", "不采纳", "不予采纳"}}, some: true},
	{groups: [][]string{{"新增", "增加"}, {"修改", "调整", "变更", "修订", "更新"}, {"取消", "删除", "废止", "撤销", "减少"}}, whole: []string{"整"}, some: true},
	{groups: [][]string{{"人大代表建议", "代表建议", "人大建议", "建议"}, {"政协提案", "政协委员提案", "委员提案", "提案"}}, whole: []string{"建议", "提案"}},
	{groups: [][]string{{"一季度", "第一季度"}, {"二季度", "第二季度"}, {"三季度", "第三季度"}, {"四季度", "第四季度"}}},
	{groups: [][]string{{"主动公开"}, {"依申请公开"}, {"不予公开", "不公开"}}, whole: []string{"文件"}},
	{groups: [][]string{{"主动公开"}, {"依申请公开"}, {"不予公开", "不公开"}}, whole: []string{"公文"}},
	{groups: [][]string{{"合格"}, {"不合格"}}},
	{groups: [][]string{{"采纳"}, {"未采纳", "不采纳", "不予采纳", "暂未采纳", "未予采纳", "尚未采纳", "未被采纳"}}},
	{groups: [][]string{{"完成", "建成", "整改", "办结", "解决"}, {"正在", "在建", "尚未", "仍在", "待整改", "未整改", "未完成", "未办结"}}, some: true},
	{groups: [][]string{{"属实"}, {"不属实"}}, some: true},
	{groups: [][]string{{"属实"}, {"部分属实", "基本属实"}, {"不属实"}}, some: true},
	{groups: [][]string{{"满意", "非常满意"}, {"基本满意", "比较满意"}, {"不满意"}}, some: true},
	{groups: [][]string{{"保留", "继续有效"}, {"修改", "修订"}, {"废止", "失效"}}, some: true},
}

// sumOpening are words before the name of an item that say nothing of it.
var sumOpening = []string{"其中", "已", "现已", "均已", "包括", "属于", "来自", "通过", "有", "由", "为", "是", "含", "属性为"}

// sumNamed is the division that the labels of a list are, of what the words of a number name; nil for none.
func sumNamed(labels []string, whole, unit string) *sumDivision {
next:
	for k := range sumDivisions {
		d := &sumDivisions[k]
		if len(d.groups) != len(labels) || d.units != nil && !slices.Contains(d.units, unit) {
			continue
		}
		for _, w := range d.whole {
			if !contains(whole, w) {
				continue next
			}
		}
		var met [4]bool
		for _, label := range labels {
			for _, w := range sumOpening {
				label = strings.TrimPrefix(label, w)
			}
			g := slices.IndexFunc(d.groups, func(words []string) bool {
				return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(label, w) })
			})
			if g < 0 || met[g] {
				continue next
			}
			met[g] = true
		}
		return d
	}
	return nil
}

// sumLabels are the names of a short list.
func sumLabels(r *quantity.Reading, b *quantity.Breakdown) []string {
	labels := make([]string, 0, 4)
	for _, part := range b.Parts {
		if labels = append(labels, part.Label.Of(r.Text)); len(labels) > 4 {
			break
		}
	}
	return labels
}

// sumComplete reports whether the parts of a list are all there can be, by their names or by what the sentence says behind them.
func sumComplete(r *quantity.Reading, b *quantity.Breakdown) bool {
	labels := sumLabels(r, b)
	whole := &r.Quantities[b.Whole]
	d := sumNamed(labels, whole.Before.Of(r.Text)+whole.After.Of(r.Text), whole.Unit)
	return d != nil && !d.some || sumClosed(r, b)
}

var (
	sumNoneElse = []string{"无其他", "无其它", "没有其他", "没有其它", "再无", "别无", "不含其他", "不包括其他", "无一遗漏", "没有遗漏", "无遗漏", "即为全部", "就是全部", "即全部", "构成全部", "涵盖全部", "共同构成"}
	// sumNotItems behind 没有其他 are no items of a list.
	sumNotItems = []string{"需要", "情", "问题", "事项", "费", "部门", "单位", "人员", "要求", "意见", "异议", "投诉", "诉讼", "复议", "限制", "障碍", "争议", "违"}
)

// sumClosing is how many bytes behind a list are looked at for words that say that it is all.
const sumClosing = 75

// sumClosed reports whether words behind a list say that there is nothing else: …，无其他类别.
func sumClosed(r *quantity.Reading, b *quantity.Breakdown) bool {
	last := &r.Quantities[b.Parts[len(b.Parts)-1].Quantity]
	behind := saidBehind(r, last)
	behind = behind[:min(len(behind), sumClosing)]
	if at := max(indexOf(behind, "没有未"), indexOf(behind, "均无未")); at >= 0 {
		// 立行立改12个，限期整改5个，没有未整改的问题
		verb := behind[at+len("没有未"):]
		verb = verb[:min(len(verb), len("整改"))]
		return slices.ContainsFunc(b.Parts, func(part quantity.Part) bool { return contains(part.Label.Of(r.Text), verb) })
	}
	for _, w := range sumNoneElse {
		if at := indexOf(behind, w); at >= 0 {
			rest := behind[at+len(w):]
			return !containsAny(rest[:min(len(rest), len("其他形式的"))], sumNotItems)
		}
	}
	return false
}

// sumPairs judges divisions that no word introduces, complete by their names or by what is said behind them: 配备工作人员6名，专职2名、兼职5名.
func sumPairs(s *Subject, p *Part, listed map[int]bool) {
	r := p.Quantities()
	for i := 0; i+2 < len(r.Quantities); i++ {
		whole := &r.Quantities[i]
		if !sumCounts(whole) || listed[i] || listed[i+1] || whole.Unit == "" {
			continue
		}
		b := quantity.Breakdown{Whole: i, Exhaustive: true}
		labels := make([]string, 0, 4)
		j, sentence := i+1, whole.Sentence
		if j < len(r.Quantities) && r.Quantities[j].Sentence == sentence+1 && whole.Depth == 0 && !strings.Contains(p.Text[whole.Span.End:r.Quantities[j].Span.Start], "\n") {
			sentence++ // 公开信息230条。从类别看，…
		}
		for ; j < len(r.Quantities); j++ {
			q := &r.Quantities[j]
			if q.Form == quantity.Time || q.Form == quantity.Ordinal {
				continue // 一季度80条
			}
			if sentence != whole.Sentence && len(labels) > 0 && hasRune(p.Text[r.Quantities[j-1].Span.End:q.Span.Start], "；;") {
				break // 从方式看，…；从内容看，…
			}
			if q.Sentence != sentence || len(labels) > 1 && (q.None || q.Form == quantity.Count && q.Unit != whole.Unit) {
				break
			}
			if !sumCounts(q) || q.Unit != whole.Unit || q.Depth != whole.Depth || listed[j] || len(labels) == sumReach {
				labels = nil
				break
			}
			b.Parts = append(b.Parts, quantity.Part{Quantity: j, Share: -1, Label: q.Before})
			labels = append(labels, q.Before.Of(p.Text))
		}
		composed := len(labels) > 1 && sumComposed(p, whole, &r.Quantities[b.Parts[0].Quantity], &r.Quantities[b.Parts[len(b.Parts)-1].Quantity])
		if len(labels) < 2 || slices.Contains(labels, "") && !composed {
			continue
		}
		d := sumNamed(labels, whole.Before.Of(p.Text)+whole.After.Of(p.Text), whole.Unit)
		between := p.Text[whole.Span.End:r.Quantities[b.Parts[0].Quantity].Before.Start]
		sorted := contains(between, "从") && (contains(between, "看，") || contains(between, "看,")) || contains(between, "按") && (contains(between, "分，") || contains(between, "分,"))
		if sentence != whole.Sentence && d == nil && !sorted {
			continue
		}
		if b.Exhaustive = d != nil && !d.some || composed || sumClosed(r, &b); !b.Exhaustive && d == nil && !sorted {
			involved := len(labels) > 2 && strings.HasPrefix(labels[0], "涉及") && yearEnds(whole.Before.Of(p.Text), []string{"信息", "事项"}) // 公开财政信息45条，涉及预算14条、决算9条、专项资金27条
			if slices.ContainsFunc(labels, func(l string) bool { return !involved && !strings.HasSuffix(l, "类") }) || strings.HasSuffix(whole.Before.Of(p.Text), "类") {
				continue // not 文字类14篇、图解类9篇
			}
		}
		if slices.ContainsFunc(b.Parts, func(part quantity.Part) bool { return r.Quantities[part.Quantity].Value >= whole.Value }) {
			continue // it may not be their whole
		}
		if !containsAny(sumApart.cut(saidNear(r, whole, 0)), sumTogether) {
			sumBreakdown(s, p, &b)
			for _, part := range b.Parts {
				listed[part.Quantity] = true
			}
		}
		i = j - 1
	}
}

// sumComposed reports whether words around the numbers behind a whole say that they make it up: 新增栏目9个，由4个便民类栏目和6个办事类栏目组成.
func sumComposed(p *Part, whole, first, last *quantity.Quantity) bool {
	between := p.Text[whole.Span.End:first.Span.Start]
	if !strings.HasPrefix(between, "，由") && !strings.HasPrefix(between, ",由") || strings.Contains(between, "。") {
		return false
	}
	behind := p.Text[last.Span.End:]
	if end := indexAny(behind, "，,。；;\n"); end >= 0 {
		behind = behind[:end]
	}
	return yearEnds(behind, []string{"组成", "构成"})
}

// sumEven are the words before and in the name of a single item that is said to be large already: 仅惠农一项就有304条.
var sumEven = []string{"仅", "单", "光"}

// sumAlone finds a single item, set off by 仅 … 就, that is larger than the number right before it.
func sumAlone(s *Subject, p *Part, i int) {
	r := p.Quantities()
	part, whole := &r.Quantities[i], &r.Quantities[i-1]
	if part.Value <= whole.Value || part.Sentence != whole.Sentence || part.Unit != whole.Unit || part.Unit == "" || !sumCounts(part) || !sumCounts(whole) || part.Value > sumFar*whole.Value {
		return
	}
	label := p.Text[part.Before.Start:part.Span.Start]
	if !contains(label, "就") && !contains(label, "即") || !slices.ContainsFunc(sumEven, func(w string) bool { return strings.HasPrefix(label, w) }) ||
		containsAny(label, sumOthers) && !containsAny(whole.Before.Of(p.Text), sumOthers) {
		return
	}
	s.Add(sumExceeds(p, whole, part, true))
}

// sumGoesOn reports whether numbers right before or behind a list are what it lacks: 动态100条、公告80条，微信20条 of 200.
func sumGoesOn(r *quantity.Reading, b *quantity.Breakdown, lacks quantity.Value) bool {
	whole := &r.Quantities[b.Whole]
	first, last := b.Parts[0].Quantity, b.Parts[len(b.Parts)-1].Quantity
	for _, step := range [2]int{-1, 1} {
		at, sum := last, quantity.Value(0)
		if step < 0 {
			at = first
		}
		for n := 0; n < sumReach; n++ {
			at += step
			if at < 0 || at >= len(r.Quantities) || at == b.Whole || r.Quantities[at].Sentence != r.Quantities[last].Sentence {
				break
			}
			if q := &r.Quantities[at]; q.Form == whole.Form && q.Unit == whole.Unit && q.Sense == whole.Sense && !q.None {
				if sum += q.Value; sum == lacks {
					return true
				}
			}
		}
	}
	return false
}
