package review

import (
	"slices"
	"strings"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

// A sentence takes up a number that stands before it, 上述516条, 9次自查共发现…, and gives it otherwise.

// repeatBack is how many numbers before are looked at for the one that is taken up.
const repeatBack = 6

var (
	// repeatAll say something of all of what was named; repeatNot in front of a number take it out of them.
	repeatAll  = []string{"均", "都", "全部", "皆", "一律", "无一", "悉数"}
	repeatNot  = []string{"未", "没", "不", "中", "另", "其他", "其它"}
	repeatThis = []string{"上述", "以上", "这", "该", "前述", "此", "全部", "所有", "上列", "前列"}
	// repeatOlder say that others come in: more may then be dealt with than were named.
	repeatOlder = []string{"结转", "上年", "去年", "往年", "上一年", "历年", "遗留", "含", "加上", "连同", "此前"}
)

// contradictRepeated reports whether a number takes up an earlier one and gives it otherwise, and tells so.
func (s *Subject) contradictRepeated(p *Part, i int, listed map[int]bool) bool {
	r := p.Quantities()
	q := &r.Quantities[i]
	o := totalMeant(p, r, i)
	if o == nil {
		o = totalRepeated(p, r, i, listed)
	}
	if o == nil {
		o = totalMended(p, r, i)
	}
	message := ""
	if o != nil {
		message = "前面是 " + o.Digits.Of(p.Text) + o.Unit + "，这里说的是同一批，写的却是 " + q.Digits.Of(p.Text) + q.Unit + "。"
	} else if o = totalPeriodic(p, r, i); o != nil {
		message = "前面说" + short(o.Before.Of(p.Text)) + o.Digits.Of(p.Text) + o.Unit + "，全年不止这里写的 " + q.Digits.Of(p.Text) + q.Unit + "。"
	}
	if o == nil || s.told(CodeContradiction, p, q) {
		return false
	}
	f := p.Mark(CodeContradiction, report.SeverityWarning, q.Span.Start, q.Span.End, message)
	f.Expected, f.Found = o.Value.String(), q.Value.String()
	f.Hint = "核对台账，两处写成同一个数。"
	s.Add(f)
	return true
}

// totalMeant is the number that 上述516条 takes up and gives otherwise: the only one of its unit in the sentences before; nil for none.
func totalMeant(p *Part, r *quantity.Reading, i int) *quantity.Quantity {
	q := &r.Quantities[i]
	before := strings.TrimRight(p.Text[:q.Span.Start], " ")
	if !slices.ContainsFunc(repeatThis, func(w string) bool { return strings.HasSuffix(before, w) }) {
		return nil
	}
	var meant *quantity.Quantity
	for j := i - 1; j >= 0 && q.Sentence-r.Quantities[j].Sentence <= 1; j-- {
		o := &r.Quantities[j]
		if o.Form != quantity.Count || o.Unit != q.Unit {
			continue
		}
		if meant != nil || !sumCounts(o) || o.Depth > 0 || strings.Contains(p.Text[o.Span.End:q.Span.Start], "\n") {
			return nil
		}
		meant = o
	}
	if meant == nil || meant.Value == q.Value {
		return nil
	}
	return meant
}

// totalRepeated is the number that a clause right behind takes up with its name and gives otherwise: 召开发布会4次，5次发布会均由局长出席; nil for
// none. What is less must be said of all of them, or it may be some of them; what is more cannot be.
func totalRepeated(p *Part, r *quantity.Reading, i int, listed map[int]bool) *quantity.Quantity {
	q := &r.Quantities[i]
	clause := r.Clauses[q.Clause]
	if own := strings.TrimSpace(p.Text[clause.Start:q.Span.Start]); own != "" && (!strings.HasSuffix(own, "的") || len(own) > totalOwn || containsAny(own, repeatNot)) {
		return nil
	}
	behind := p.Text[q.Span.End:max(q.Span.End, clause.End)]
	if len(behind) < 2*len("字") || strings.HasPrefix(behind, "中") {
		return nil
	}
	all := containsAny(behind, repeatAll)
	for j := i - 1; j >= 0 && i-j <= 4 && q.Sentence-r.Quantities[j].Sentence <= 1; j-- {
		o := &r.Quantities[j]
		if o.Form != quantity.Count || o.Unit != q.Unit {
			continue
		}
		if !sumCounts(o) || o.Depth > 0 || strings.Contains(p.Text[o.Span.End:q.Span.Start], "\n") {
			return nil
		}
		name := o.Before.Of(p.Text)
		if name == "" {
			name = o.After.Of(p.Text)
		}
		said := totalTakenUp(name, behind)
		if !said && j == i-1 && q.Value > o.Value && q.Clause == o.Clause+1 && slices.ContainsFunc(repeatAll, func(w string) bool { return strings.HasPrefix(behind, w) }) && !contains(name, "申请") {
			said = true // 办理提案12件，14件全部办结
		}
		if !said {
			continue
		}
		if listed[j] || o.Value == q.Value || q.Value < o.Value && !all || totalElse(p, r, i) {
			return nil
		}
		return o
	}
	return nil
}

// totalTakenUp reports whether the words behind a number begin with the end of a name and say something of it.
func totalTakenUp(name, behind string) bool {
	for n := len(name) - 2*len("字"); n >= 0 && len(name)-n <= totalName; n-- {
		rest, ok := strings.CutPrefix(behind, name[n:])
		if ok && len(rest) >= len("字") && !strings.HasPrefix(rest, "、") && !strings.HasPrefix(rest, "和") && !strings.HasPrefix(rest, "及") && !strings.HasPrefix(rest, "中") {
			return true
		}
	}
	return false
}

// totalElse reports whether a number is explained otherwise: it is one of those before, or some of them together, or older ones come in.
func totalElse(p *Part, r *quantity.Reading, i int) bool {
	q := &r.Quantities[i]
	if containsAny(r.Sentences[q.Sentence].Of(p.Text), repeatOlder) {
		return true
	}
	for j, sum, n := i-1, quantity.Value(0), 0; j >= 0 && n < repeatBack && q.Sentence-r.Quantities[j].Sentence <= 2; j-- {
		o := &r.Quantities[j]
		if o.Form != quantity.Count || o.Unit != q.Unit || o.None {
			continue
		}
		n++
		if sum += o.Value; sum == q.Value || o.Value == q.Value {
			return true
		}
	}
	return false
}

// totalMended is the number of faults found of which more are said to be mended: 发现问题21处，已整改25处; nil for none.
func totalMended(p *Part, r *quantity.Reading, i int) *quantity.Quantity {
	q := &r.Quantities[i]
	if i == 0 {
		return nil
	}
	o := &r.Quantities[i-1]
	if q.Value <= o.Value || !sumCounts(o) || o.Unit != q.Unit || o.Depth > 0 || q.Sentence != o.Sentence {
		return nil
	}
	label := q.Before.Of(p.Text)
	if !containsAny(label, []string{"整改", "修复", "更正", "纠正", "解决", "改正"}) || !containsAny(label, []string{"已", "均", "全部", "完成"}) && len(label) > len("整改") ||
		!containsAny(o.Before.Of(p.Text), []string{"发现", "查出", "排查", "检查出", "查找", "查摆", "反馈", "梳理出"}) || totalElse(p, r, i) {
		return nil
	}
	return o
}

// repeatPeriods are how often something happened, with how many times a year that is.
var repeatPeriods = []struct {
	word string
	of   quantity.Value
}{{"每季度", 4}, {"每季", 4}, {"每个季度", 4}, {"每月", 12}, {"每个月", 12}, {"每半年", 2}, {"每两月", 6}, {"每两个月", 6}, {"每双月", 6}}

// totalPeriodic is the number for each quarter or month that is more in a year than what is said of the year: 每季度召开1次推进会，全年共召开3次; nil
// for none.
func totalPeriodic(p *Part, r *quantity.Reading, i int) *quantity.Quantity {
	q := &r.Quantities[i]
	if i == 0 || !totalClaims(q.Before.Of(p.Text)) {
		return nil
	}
	for j := i - 1; j >= max(0, i-2) && q.Sentence == r.Quantities[j].Sentence; j-- {
		o := &r.Quantities[j]
		if o.Form != quantity.Count || o.None || o.Unit != q.Unit || o.Sense != quantity.Plain {
			continue
		}
		head := p.Text[r.Clauses[o.Clause].Start:o.Span.Start]
		if containsAny(head, []string{"应", "要求", "不少于", "原则", "计划", "各"}) {
			return nil
		}
		for _, period := range repeatPeriods {
			if at := indexOf(head, period.word); at >= 0 && q.Value < o.Value*period.of && totalKin(head[at+len(period.word):]+o.After.Of(p.Text), q.Before.Of(p.Text)+q.After.Of(p.Text)) {
				return o
			}
		}
	}
	return nil
}

// totalKin reports whether what is counted by the month is what is counted for the year: they share a verb and, where there is one, the noun.
func totalKin(a, b string) bool {
	if !slices.ContainsFunc(totalVerbs, func(w string) bool { return contains(a, w) && contains(b, w) }) {
		return false
	}
	runes := []rune(strings.TrimSpace(b))
	if n := len(runes); n >= 2 && !slices.ContainsFunc(totalVerbs, func(w string) bool { return strings.HasSuffix(b, w) }) {
		return contains(a, string(runes[n-2:]))
	}
	return true
}
