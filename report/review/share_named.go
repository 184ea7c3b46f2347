package review

import (
	"strings"
	"unicode/utf8"

	"nianbao/report/review/quantity"
)

// shareNamed judges percentages that name an item of a list and stand away from it: 300条（网站210条、公开栏90条），公开栏占35%.
func shareNamed(s *Subject, p *Part) {
	r := p.Quantities()
	if len(r.Breakdowns) == 0 {
		return
	}
	judged := map[int]bool{}
	for _, b := range r.Breakdowns {
		for _, part := range b.Parts {
			judged[part.Share] = true
		}
	}
	for i := range r.Quantities {
		share := &r.Quantities[i]
		if share.Form != quantity.Percent || share.Sense != quantity.Plain || share.Bound != quantity.Exact || share.Depth > 0 || judged[i] {
			continue
		}
		name, ok := strings.CutSuffix(strings.TrimRight(share.Before.Of(p.Text), "比例为达到了约： :"), "占")
		if name = strings.TrimPrefix(name, "其中"); !ok || utf8.RuneCountInString(name) < 2 {
			continue
		}
		for k := range r.Breakdowns {
			if part, whole := shareItem(r, &r.Breakdowns[k], share, name); part != nil {
				if low, high := shareRange(part, whole); !shareFits(share, low, high) {
					shareWrong(s, p, part, whole, share, whole)
				}
				break
			}
		}
	}
}

// shareItem is the only item of a list in the sentence of a share that a name is of, and the whole; nil for none.
func shareItem(r *quantity.Reading, b *quantity.Breakdown, share *quantity.Quantity, name string) (part, whole *quantity.Quantity) {
	whole = &r.Quantities[b.Whole]
	if whole.Sentence != share.Sentence || !sumCounts(whole) || whole.Value <= 0 {
		return nil, nil
	}
	sum := quantity.Value(0)
	for _, item := range b.Parts {
		q := &r.Quantities[item.Quantity]
		if item.Share >= 0 || q.Unit != whole.Unit || !sumCounts(q) || q.Value > whole.Value {
			return nil, nil
		}
		sum += q.Value
		label := item.Label.Of(r.Text)
		if utf8.RuneCountInString(label) >= 2 && (strings.HasPrefix(label, name) || strings.HasPrefix(name, label)) {
			if part != nil {
				return nil, nil
			}
			part = q
		}
	}
	if sum > whole.Value {
		return nil, nil // text.sum says so
	}
	return part, whole
}
