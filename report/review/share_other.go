package review

import (
	"slices"

	"nianbao/report/review/quantity"
)

// shareOtherRate are rates of a part that need a number of their own.
var shareOtherRate = []string{"提前", "一次", "首次", "首办", "首接", "网上", "网办", "线上", "全程", "当日", "当天", "当场", "现场", "即时", "即办", "初次", "自助", "掌上", "超期", "逾期", "跨省", "移动端", "不见面"}

// shareSaid reports whether a number before a rate in its sentence has the word that makes it a rate of a part.
func shareSaid(p *Part, at int, name string) bool {
	r := p.Quantities()
	for j := at - 1; j >= 0 && at-j <= sumReach && r.Quantities[j].Sentence == r.Quantities[at].Sentence; j-- {
		for _, w := range shareOtherRate {
			if contains(name, w) && contains(sumLabel(r, j), w) {
				return true
			}
		}
	}
	return false
}

// shareMeans are of averages, which are no part of anything.
var shareMeans = []string{"篇均", "件均", "人均", "平均", "均解读"}

// shareSiblings reports whether two numbers are items of one list.
func shareSiblings(r *quantity.Reading, a, b int) bool {
	return slices.ContainsFunc(r.Breakdowns, func(o quantity.Breakdown) bool {
		n := 0
		for _, part := range o.Parts {
			if part.Quantity == a || part.Quantity == b {
				n++
			}
		}
		return n == 2
	})
}
