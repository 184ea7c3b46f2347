package review

import (
	"slices"
	"strings"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

// sumSortedAgain reports whether a list sorts the whole of the list before it in another way: 按申请人分，自然人40件，企业8件；按方式分，网上30件，信函18件.
func sumSortedAgain(r *quantity.Reading, b *quantity.Breakdown) bool {
	whole, first := &r.Quantities[b.Whole], &r.Quantities[b.Parts[0].Quantity]
	if whole.Span.End >= first.Span.Start || whole.Sentence != first.Sentence {
		return false
	}
	between := r.Text[whole.Span.End:first.Span.Start]
	return hasRune(between, "；;") && containsAny(between, []string{"按", "从"}) && containsAny(r.Text[r.Sentences[whole.Sentence].Start:whole.Span.Start], []string{"按", "从"})
}

// sumCameIn reports whether a list says who applied, or how, for those that came in: what came from last year is not among them.
func sumCameIn(r *quantity.Reading, b *quantity.Breakdown) bool {
	whole, first := &r.Quantities[b.Whole], &r.Quantities[b.Parts[0].Quantity]
	return containsAny(whole.Before.Of(r.Text), []string{"收到", "新收", "接到", "接收"}) && whole.Span.End <= first.Span.Start && !containsAny(r.Text[whole.Span.End:first.Span.Start], sumEarlier) && !slices.ContainsFunc(b.Parts, func(part quantity.Part) bool {
		label := part.Label.Of(r.Text)
		return !containsAny(label, sumKindsOf[1].labels) && !containsAny(label, sumKindsOf[2].labels)
	})
}

// sumBefore is a list up to what became of its last item: 热线560个，其中咨询类400个，当场答复380个.
func sumBefore(r *quantity.Reading, b *quantity.Breakdown) *quantity.Breakdown {
	for i := 1; i < len(b.Parts); i++ {
		before := &r.Quantities[b.Parts[i-1].Quantity]
		q := &r.Quantities[b.Parts[i].Quantity]
		if q.Value <= before.Value && q.Clause != before.Clause && sumRated(r, q, b.Parts[i].Label.Of(r.Text)) {
			cut := *b
			cut.Parts = b.Parts[:i]
			return &cut
		}
		if (q.Value <= before.Value || beginsWith(b.Parts[i].Label.Of(r.Text), sumStage[:2])) && q.Clause != before.Clause && beginsWith(b.Parts[i].Label.Of(r.Text), sumStage) && containsAny(b.Parts[i].Label.Of(r.Text), sumDone) &&
			!slices.ContainsFunc(b.Parts[:i], func(part quantity.Part) bool { return containsAny(part.Label.Of(r.Text), sumDone) }) {
			cut := *b
			cut.Parts = b.Parts[:i]
			return &cut
		}
	}
	return b
}

// sumRated reports whether the rate that an item is the part of stands right behind it: 农产品1260批次，合格1239批次，合格率98.33%.
func sumRated(r *quantity.Reading, q *quantity.Quantity, label string) bool {
	rest := strings.TrimLeft(r.Text[q.Span.End:], "，,、")
	return len(label) >= len("合格") && len(label) <= len("及时办结") && strings.HasPrefix(rest, label) && strings.HasPrefix(rest[len(label):], "率")
}

var (
	// sumDone say what became of what came in, sumStage how or when.
	sumDone  = []string{"办结", "办复", "答复", "回复", "解决", "反馈", "整改"}
	sumStage = []string{"已", "现已", "当场", "现场", "均", "全部", "按时", "按期", "及时", "办结", "答复", "回复", "解决"}
)

// sumAgain finds an item of a list that is no part but the same number again, given otherwise: 网站公开信息412条。其中，…，全年网站共公开信息462条.
func (s *Subject) sumAgain(p *Part, whole *quantity.Quantity, part quantity.Part) bool {
	q, label := &p.Quantities().Quantities[part.Quantity], part.Label.Of(p.Text)
	if q.Value == whole.Value || q.Value < whole.Value && !containsAny(label, repeatYear) || !contains(label, "共") || !sumCounts(q) || !sumCounts(whole) || q.Unit != whole.Unit {
		return false
	}
	key, acts := twiceKey(label)
	if was, did := twiceKey(whole.Before.Of(p.Text)); key != was || acts != did {
		return false
	}
	if !s.told(CodeContradiction, p, q) {
		f := p.Mark(CodeContradiction, report.SeverityWarning, q.Span.Start, q.Span.End, "同一件事前后不一：前面是“"+whole.Span.Of(p.Text)+"”，这里是“"+q.Span.Of(p.Text)+"”。")
		f.Expected, f.Found = whole.Value.String(), q.Value.String()
		f.Hint = "核对台账，两处写成同一个数。"
		s.Add(f)
	}
	return true
}

// sumInTable reports whether the table has the number of what was published, and those of the channels, as the text does.
func (s *Subject) sumInTable(whole *quantity.Quantity, of []quantity.Quantity) bool {
	if s.Edition == nil {
		return false
	}
	if all := s.figureOf("disclosure.items"); !all.known || all.value != whole.Value {
		return false
	}
	return !slices.ContainsFunc(of, func(q quantity.Quantity) bool {
		return !slices.ContainsFunc([]string{"website", "weibo", "wechat", "gazette", "other"}, func(via string) bool {
			one := s.figureOf("disclosure.via." + via)
			return one.known && one.value == q.Value
		})
	})
}

// sumRepeats reports whether two channels may have published the same, which nothing says they did not: then they need not add up to what was published.
func sumRepeats(r *quantity.Reading, b *quantity.Breakdown) bool {
	whole := &r.Quantities[b.Whole]
	if len(b.Parts) != 2 {
		return false
	}
	sentence := saidNear(r, whole, 0)
	return slices.Contains(figureItems[:len(figureItems)-1], whole.Unit) && whole.Unit != "个" && b.Lead.End-b.Lead.Start <= len("其中") && !b.Exhaustive && sumApart.cut(sentence) == sentence && !containsAny(sentence, sumDisjoint)
}
