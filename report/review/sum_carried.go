package review

import (
	"strconv"
	"strings"

	"nianbao/report/review/quantity"
)

// sumReceived are words of applications that came in; what the year before left open is answered with them.
var (
	sumReceived = []string{"收到", "受理", "新收", "接收", "接到", "收件"}
	sumEarlier  = []string{"结转", "转结", "接转", "上年", "上一年", "去年", "跨年", "往年"}
	sumLater    = []string{"下年", "下一年", "结转至", "转下", "次年", "比上", "较上", "比去", "较去"}
)

// sumSaysCarried reports whether a text says by a number how many applications came in from the year before.
func sumSaysCarried(p *Part) bool {
	for i := range p.Quantities().Quantities {
		q := &p.Quantities().Quantities[i]
		if label := q.Before.Of(p.Text); q.Form == quantity.Count && q.Bound == quantity.Exact && strings.Contains(label, "结转") && containsAny(label, sumEarlier[3:]) && !containsAny(label, sumLater) {
			return true
		}
	}
	return false
}

// sumCarried is how many applications of the year before may be among the answers to those of a whole: what the text around it or the
// table says.
func sumCarried(s *Subject, p *Part, at int) quantity.Value {
	r := p.Quantities()
	whole := &r.Quantities[at]
	around := whole.Before.Of(p.Text) + whole.After.Of(p.Text)
	if containsAny(around, []string{"办结", "答复", "办理完毕"}) && !containsAny(around, sumReceived) {
		return 0 // those of last year are among them
	}
	if whole.Form != quantity.Count || !strings.Contains(around, "申请") && !containsAny(around, sumReceived) {
		return 0
	}
	var carried quantity.Value
	for j := max(0, at-4); j < len(r.Quantities) && j <= at+sumReach; j++ {
		q := &r.Quantities[j]
		label := q.Before.Of(p.Text)
		if j != at && q.Form == quantity.Count && q.Unit == whole.Unit && q.Sentence-whole.Sentence <= 2 && whole.Sentence-q.Sentence <= 1 &&
			containsAny(label, sumEarlier) && !containsAny(label, sumLater) {
			carried = max(carried, q.Value)
		}
	}
	if s.Edition != nil {
		for _, c := range s.Edition.Meaning("requests.carried_in") {
			if v, ok := s.Value(c); ok {
				if n, err := strconv.ParseInt(v.Text, 10, 32); err == nil {
					carried = max(carried, quantity.Value(n)*quantity.One)
				}
			}
		}
	}
	return carried
}
