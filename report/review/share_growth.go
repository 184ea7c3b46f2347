package review

import (
	"strconv"
	"strings"

	"nianbao/report/review/quantity"
)

// shareMore and shareLess stand right before a percentage of growth, shareThan may stand before them.
var (
	shareMore = []string{"增长率", "增长", "增加", "上升", "提高", "增幅", "升幅", "涨幅", "增多", "上涨", "增长幅度", "增加幅度"}
	shareLess = []string{"下降率", "下降", "减少", "降低", "降幅", "减幅", "下滑", "缩减", "下降幅度", "减少幅度"}
	shareThan = newCutter("同比", "环比", "相比", "较上年", "较上一年", "较去年", "比上年", "比上一年", "比去年", "与上年", "与去年", "较", "比", "上年", "去年", "同期", "度", "数量", "总量", "的", "年", "又", "，", ",", " ", "、", "（", "(", "）", ")")
)

// shareGrown judges a rate of growth beside the figures of which it is one: 今年 86 件，较上年增加 12 件，增长 16.2%.
func shareGrown(s *Subject, p *Part, at int) {
	r := p.Quantities()
	rate := &r.Quantities[at]
	if rate.Unit != "%" || rate.Bound != quantity.Exact {
		return
	}
	clause := strings.TrimRight(p.Text[r.Clauses[rate.Clause].Start:rate.Span.Start], " 约达为了到近：:是")
	word, less := "", false
	for i, words := range [2][]string{shareMore, shareLess} {
		for _, w := range words {
			if strings.HasSuffix(clause, w) && len(w) > len(word) {
				word, less = w, i == 1
			}
		}
	}
	if word == "" {
		return
	}
	unit, lead := "", r.Clauses[rate.Clause].Start
	var now, before, more []*quantity.Quantity
	for j := at - 1; j >= 0 && at-j <= sumReach && r.Quantities[j].Sentence == rate.Sentence; j-- {
		q := &r.Quantities[j]
		if q.Form != quantity.Count {
			if q.Form == quantity.Percent && q.Sense == quantity.Difference {
				break
			}
			continue
		}
		if q.None || q.Bound != quantity.Exact || q.Step > quantity.One && q.Step > q.Value/20 || unit != "" && !quantity.Alike(q.Unit, unit) {
			break
		}
		if q.Clause == rate.Clause || q.Depth > rate.Depth && q.Span.End > lead {
			lead = max(lead, q.Span.End)
		}
		unit = q.Unit
		switch {
		case q.Sense == quantity.Difference:
			more = append(more, q)
		case sharePrevious(s, p, r, j):
			before = append(before, q)
		case q.Sense == quantity.Plain && q.Depth == rate.Depth:
			now = append(now, q)
		}
	}
	if j := at + 1; len(before)+len(more) == 0 && j < len(r.Quantities) && len(now) > 0 {
		// 收到申请24件，同比下降20%，上年为32件
		if q := &r.Quantities[j]; q.Form == quantity.Count && q.Bound == quantity.Exact && !q.None && q.Sentence == rate.Sentence && quantity.Alike(q.Unit, unit) && sharePrevious(s, p, r, j) {
			before = append(before, q)
		}
	}
	if len(now) == 0 || len(before)+len(more) == 0 || len(before) > 1 || len(more) > 1 || shareThan.cut(shareYears(clause[:len(clause)-len(word)], lead-r.Clauses[rate.Clause].Start)) != "" {
		return
	}
	var expected string
	for _, a := range now {
		for _, pair := range shareGrowth(a, before, more, less) {
			difference, base := pair[0], pair[1]
			if base <= 0 || difference < 0 {
				continue
			}
			slack := quantity.Value(0) // 46万 may be 45.5万
			if a.Step > quantity.One {
				slack = a.Step
			}
			if shareFits(rate, 100*float64(difference-slack)/float64(base+slack/2), 100*float64(difference+slack)/float64(base-slack/2)) {
				return
			}
			if expected == "" {
				places := 0
				for step := rate.Step; step < quantity.One && places < 6; step *= 10 {
					places++
				}
				expected = quantity.PercentOf(difference, base, places)
			}
		}
	}
	if expected == "" {
		return
	}
	f := shareMark(p, rate.Span.Start, rate.Span.End, "按前面的数，变化幅度是 "+expected+"，这里写的是 "+short(rate.Span.Of(p.Text))+"。")
	f.Expected, f.Found = expected, short(rate.Span.Of(p.Text))
	f.Hint = "改正比例，或核对前面的数。"
	s.Add(f)
}

// shareGrowth are the differences and bases that a rate of growth may be of.
func shareGrowth(now *quantity.Quantity, before, more []*quantity.Quantity, less bool) (pairs [][2]quantity.Value) {
	for _, b := range before {
		difference := now.Value - b.Value
		if less {
			difference = -difference
		}
		pairs = append(pairs, [2]quantity.Value{difference, b.Value})
		for _, d := range more {
			pairs = append(pairs, [2]quantity.Value{d.Value, b.Value})
		}
	}
	for _, d := range more {
		base := now.Value - d.Value
		if less {
			base = now.Value + d.Value
		}
		pairs = append(pairs, [2]quantity.Value{d.Value, base})
	}
	return pairs
}

// sharePrevious reports whether a number is last year's: 去年为205条, 2021年为205条 and 比2021年（205条） in a report for 2022.
func sharePrevious(s *Subject, p *Part, r *quantity.Reading, i int) bool {
	q := &r.Quantities[i]
	if q.Sense == quantity.Previous {
		return true
	}
	from := r.Clauses[q.Clause].Start
	if q.Depth > 0 {
		from = max(0, from-len("（")-len("2021年度"))
	}
	head := p.Text[from:q.Span.Start]
	if (strings.HasSuffix(head, "由") || strings.HasSuffix(head, "从")) && i+1 < len(r.Quantities) && r.Quantities[i+1].Clause == q.Clause && yearEnds(r.Quantities[i+1].Before.Of(p.Text), []string{"到", "至", "为"}) {
		return true // 由120件增加到150件
	}
	if q.Depth > 0 && containsAny(head, []string{"上年", "去年", "上一年"}) {
		return true
	}
	at := strings.LastIndex(head, "年")
	if at < len("2021") {
		return false
	}
	year, err := strconv.Atoi(head[at-len("2021") : at])
	return err == nil && year > 1900 && year < s.Report.Year
}

// shareYears takes years and what stands before a number out of the words before a rate of growth.
func shareYears(text string, from int) string {
	text = text[min(max(from, 0), len(text)):]
	return strings.Trim(text, "0123456789")
}
