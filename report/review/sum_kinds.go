package review

import (
	"slices"
	"strings"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

// sumKind is a way in which applications divide, known from the statute: even without 其中 the numbers of one kind are parts of the
// number of applications before them.
type sumKind struct {
	// labels are words of which an item has one; whole are those of the number that is divided, one of each group.
	labels []string
	whole  [][]string
	// unless are words anywhere in the part that make more answers than applications lawful (上年结转).
	unless []string
}

var sumKindsOf = []sumKind{
	{ // 答复结果
		labels: []string{"已主动公开", "主动公开范围", "予以公开", "同意公开", "部分公开", "不予公开", "不同意公开", "无法提供", "不予处理", "其他处理", "不属于本", "信息不存在", "不存在", "非本机关", "非政府信息", "不掌握", "内容不明确", "补正",
			"其他途径", "重复申请", "作出更改", "信访举报", "不再处理", "指所政府信息", "所指政府信息", "非公开", "不是《"},
		whole:  [][]string{{"受理", "收到", "接收", "接到", "新收", "办结", "答复", "办理", "总数", "共"}, {"申请"}},
		unless: []string{"结转", "上年", "上一年", "去年", "往年", "跨年", "延续"},
	},
	{ // 申请方式
		labels: []string{"当面", "现场", "传真", "网络", "网上", "在线", "信函", "邮寄", "邮件", "书面", "平台提交", "其他形式", "其他方式", "来信", "来访", "窗口"},
		whole:  [][]string{{"受理", "收到", "接收", "接到", "新收", "总数", "共"}, {"申请"}},
	},
	{ // 申请人
		labels: []string{"自然人", "公民", "个人", "法人", "其他组织", "商业企业", "科研机构", "社会公益", "法律服务机构"},
		whole:  [][]string{{"受理", "收到", "接收", "接到", "新收", "总数", "共"}, {"申请"}},
	},
}

// sumReach is how many quantities before a list are looked at for its whole.
const sumReach = 12

// sumKinds compares lists of results, ways and applicants that no word introduces with the number of applications before them.
func sumKinds(s *Subject, p *Part) {
	r := p.Quantities()
	if len(r.Quantities) < 2 {
		return
	}
	listed := map[int]bool{}
	for _, b := range r.Breakdowns {
		for _, part := range b.Parts {
			listed[part.Quantity] = true
		}
	}
	sumPairs(s, p, listed)
	for i := 1; i < len(r.Quantities); i++ {
		if !listed[i] {
			sumAlone(s, p, i)
		}
	}
	if len(r.Quantities) < 3 || !contains(p.Text, "申请") {
		return
	}
	for i := range sumKindsOf {
		sumKindsIn(s, p, &sumKindsOf[i], listed)
	}
}

func sumKindsIn(s *Subject, p *Part, kind *sumKind, listed map[int]bool) {
	r := p.Quantities()
	for i := 0; i < len(r.Quantities); i++ {
		if listed[i] || !sumCounts(&r.Quantities[i]) || !containsAny(sumLabel(r, i), kind.labels) {
			continue
		}
		first := &r.Quantities[i]
		whole := sumWholeBefore(r, i, kind, listed)
		if whole < 0 || first.Value == r.Quantities[whole].Value && first.Before.Start >= first.Before.End && strings.HasPrefix(first.After.Of(p.Text), "申请") {
			continue // 收到申请5件。5件申请予以公开4件、…
		}
		b := quantity.Breakdown{Whole: whole}
		last := i
		for j := i; j < len(r.Quantities); j++ {
			q := &r.Quantities[j]
			if q.Sentence != first.Sentence || listed[j] {
				break
			}
			if q.Form != quantity.Count || q.Depth != first.Depth || q.None {
				continue
			}
			label := sumLabel(r, j)
			if q.Unit != first.Unit || q.Sense != quantity.Plain || !containsAny(label, kind.labels) {
				break
			}
			b.Parts = append(b.Parts, quantity.Part{Quantity: j, Share: -1, Label: q.Before})
			last = j
		}
		if len(b.Parts) > 1 {
			carried := quantity.Value(0)
			if len(kind.unless) > 0 || !contains(r.Quantities[whole].Before.Of(p.Text), "新收") { // those from last year are answered, but did not come in anew
				carried = sumCarried(s, p, whole)
			}
			if sum := sumOf(r, &b); sum.exact && sum.written > r.Quantities[whole].Value+carried && r.Quantities[whole].Bound == quantity.Exact && !sumNearer(r, i, whole, sum.written) &&
				(!containsAny(p.Text, kind.unless) || sumSaysCarried(p)) {
				s.Add(sumDiffers(p, &r.Quantities[whole], sum, report.SeverityWarning))
			}
		}
		i = last
	}
}

// sumNearer reports whether a number between a list and its whole is what the list comes to: 所属单位收到4件。本机关答复21件，予以公开15件、无法提供6件.
func sumNearer(r *quantity.Reading, first, whole int, written quantity.Value) bool {
	for j := first - 1; j > whole; j-- {
		if q := &r.Quantities[j]; q.Value == written && q.Unit == r.Quantities[whole].Unit && sumCounts(q) {
			return true
		}
	}
	return false
}

// sumIsItem reports whether a number is one of several ways or applicants in a row.
func sumIsItem(r *quantity.Reading, i int) bool {
	for _, kind := range sumKindsOf[1:] {
		for _, j := range []int{i - 1, i + 1} {
			if containsAny(sumLabel(r, i), kind.labels) && j >= 0 && j < len(r.Quantities) && r.Quantities[j].Sentence == r.Quantities[i].Sentence &&
				containsAny(sumLabel(r, j), kind.labels) {
				return true
			}
		}
	}
	return false
}

func sumCounts(q *quantity.Quantity) bool {
	return q.Form == quantity.Count && !q.None && q.Sense == quantity.Plain && q.Bound == quantity.Exact
}

// sumLabel is what stands around a number: before it, and behind it where nothing stands before.
func sumLabel(r *quantity.Reading, i int) string {
	q := &r.Quantities[i]
	if q.Before.End > q.Before.Start {
		return q.Before.Of(r.Text)
	}
	return q.After.Of(r.Text)
}

// sumWholeBefore is the number of applications that stands before a list, in its sentence or the two before; -1 for none.
func sumWholeBefore(r *quantity.Reading, i int, kind *sumKind, listed map[int]bool) int {
	first := &r.Quantities[i]
	for j, n := i-1, 0; j >= 0 && n < sumReach; j, n = j-1, n+1 {
		q := &r.Quantities[j]
		if first.Sentence-q.Sentence > 2 {
			break
		}
		if !sumCounts(q) || q.Unit != first.Unit || listed[j] || q.Depth != first.Depth {
			continue
		}
		around := q.Before.Of(r.Text) + "\n" + q.After.Of(r.Text)
		if containsAny(around, kind.labels) {
			// A list of the same kind stands between: its whole is not ours.
			return -1
		}
		if slices.ContainsFunc(sumKindsOf, func(k sumKind) bool { return containsAny(around, k.labels) }) {
			continue
		}
		if !slices.ContainsFunc(kind.whole, func(words []string) bool { return !containsAny(around, words) }) {
			return j
		}
	}
	return -1
}
