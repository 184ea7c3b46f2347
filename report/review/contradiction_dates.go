package review

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

// datesUnits are classifiers of what happens on days.
var datesUnits = map[string]bool{"次": true, "场": true, "期": true, "批": true, "轮": true, "场次": true, "期次": true, "班次": true, "回": true}

// datesLeads open the list of the days on which all of it happened.
var datesLeads = []string{"时间分别为", "时间分别是", "时间为", "时间是", "日期为", "分别于", "分别在", "分别为", "分别是", "分别安排在", "分别定于"}

// contradictDates compares how often something happened with the days or months that are named for it: 培训2次，分别于3月12日、7月8日和11月5日, or
// 培训3次，3月、6月、9月、11月各1次.
func (s *Subject) contradictDates(p *Part, i int) {
	r := p.Quantities()
	q := &r.Quantities[i]
	if !datesUnits[q.Unit] || !sumCounts(q) || q.Step > quantity.One || q.Depth > 0 || q.Value < quantity.One {
		return
	}
	rest := saidBehind(r, q)
	at := indexAny(rest, "，,（(：:")
	if at < 0 || at > totalOwn {
		return
	}
	list := strings.TrimLeft(rest[at:], "，,（(：: ")
	lead := false
	for _, w := range datesLeads {
		if after, ok := strings.CutPrefix(list, w); ok {
			list, lead = strings.TrimLeft(after, "：: "), true
			break
		}
	}
	n, days, behind := datesOf(list)
	if n < 2 {
		return
	}
	times, each := quantity.Value(n)*quantity.One, false
	if k := q.Span.End + len(rest) - len(behind); strings.HasPrefix(behind, "各") {
		// The number that each of them has.
		j := slices.IndexFunc(r.Quantities[i+1:], func(o quantity.Quantity) bool { return o.Span.Start >= k })
		if j < 0 {
			return
		}
		o := &r.Quantities[i+1+j]
		if each = o.Unit == q.Unit && sumCounts(o) && o.Span.Start-k <= totalOwn; !each {
			return
		}
		if k := i + 2 + j; k < len(r.Quantities) && r.Quantities[k].Sentence == q.Sentence && r.Quantities[k].Unit == q.Unit && !slices.Contains(againWords, r.Quantities[k].Before.Of(p.Text)) {
			return // 3月、6月、9月各1次，年底2次
		}
		times = times / quantity.One * o.Value
	}
	// Twice in a month is possible, twice on a day hardly.
	if !lead && !each || times == q.Value || times < q.Value && !each && !days || containsAny(behind[:min(len(behind), totalOwn)], []string{"等", "至", "到", "其中", "每月"}) || s.told(CodeContradiction, p, q) {
		return
	}
	f := p.Mark(CodeContradiction, report.SeverityWarning, q.Span.Start, q.Span.End, "这里写的是 "+q.Span.Of(p.Text)+"，列出的时间合起来是 "+times.String()+q.Unit+"。")
	f.Expected, f.Found = times.String(), q.Digits.Of(p.Text)
	f.Hint = "核对次数和列出的时间；没有列全的，加上“等”字。"
	s.Add(f)
}

// datesNamed are times that are not written in digits.
var datesNamed = []string{"上半年", "下半年", "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度", "四季度", "春季", "夏季", "秋季", "冬季"}

// datesOf counts the days or months that a text begins with; days says that all of them are days.
func datesOf(text string) (n int, days bool, behind string) {
	days = true
	for {
		size, day := dateAt(text)
		if size == 0 {
			return 0, false, text
		}
		n, days, text = n+1, days && day, text[size:]
		next := strings.TrimLeft(text, " ")
		joined := false
		for _, w := range []string{"、", "和", "及", "与", "以及", "，", ","} {
			if rest, ok := strings.CutPrefix(next, w); ok {
				if size, _ := dateAt(strings.TrimLeft(rest, " ")); size > 0 {
					text, joined = strings.TrimLeft(rest, " "), true
					break
				}
			}
		}
		if !joined {
			return n, days, next
		}
	}
}

// dateAt is the size of the day or month that a text begins with, 0 for none.
func dateAt(text string) (size int, day bool) {
	for _, w := range datesNamed {
		if strings.HasPrefix(text, w) {
			return len(w), false
		}
	}
	digits := func(at int) int {
		n := at
		for n < len(text) && n-at < 2 && text[n] >= '0' && text[n] <= '9' {
			n++
		}
		return n
	}
	end := digits(0)
	if month, err := strconv.Atoi(text[:end]); err != nil || month < 1 || month > 31 {
		return 0, false
	}
	switch {
	case strings.HasPrefix(text[end:], "日"):
		return end + len("日"), true
	case !strings.HasPrefix(text[end:], "月"):
		return 0, false
	}
	end += len("月")
	if d := digits(end); d > end && strings.HasPrefix(text[d:], "日") {
		return d + len("日"), true
	}
	for _, w := range []string{"上旬", "中旬", "下旬", "份", "初", "底", "末"} {
		if strings.HasPrefix(text[end:], w) {
			return end + len(w), false
		}
	}
	return end, false
}

// againWords are all that stands before a number that gives the one of the sentence again: 5次，分别于…，累计4次.
var againWords = []string{"共", "共计", "合计", "总计", "累计", "一共", "总共", "全年共", "全年共计", "全年累计", "全年合计"}

// totalAgain is the only number of its unit in the sentence that a bare total behind it gives otherwise; nil for none.
func (s *Subject) totalAgain(p *Part, r *quantity.Reading, i int) *quantity.Quantity {
	q := &r.Quantities[i]
	if q.After.End > q.After.Start || !slices.Contains(againWords, strings.TrimSpace(p.Text[r.Clauses[q.Clause].Start:q.Span.Start])) {
		return nil
	}
	var meant *quantity.Quantity
	each := false
	for j := i - 1; j >= 0 && r.Quantities[j].Sentence == q.Sentence; j-- {
		o := &r.Quantities[j]
		if o.Form != quantity.Count || o.Unit != q.Unit {
			continue
		}
		if head := p.Text[r.Clauses[o.Clause].Start:o.Span.Start]; contains(head, "各") || contains(head, "每") {
			each = true
			continue
		}
		if meant != nil || !sumCounts(o) || o.Depth > 0 {
			return nil
		}
		meant = o
	}
	if meant == nil || meant.Value == q.Value || s.told(CodeContradiction, p, meant) {
		return nil
	}
	// Without days that are named, or how often each time, the first may be of some only.
	if between := p.Text[meant.Span.End:q.Span.Start]; !each && !contains(between, "月") && !contains(between, "季度") || q.Value%meant.Value == 0 && each {
		return nil
	}
	return meant
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
