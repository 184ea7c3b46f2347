package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report/review/quantity"
)

// sumRun are the numbers right before a list that may be its whole together: 中小学58所、幼儿园72所，其中公办91所.
type sumRun struct {
	first, last int
	// from is the first of those that are told in one breath.
	from int
	// joined is what the run comes to from its end on, with two numbers, with three and so on; paused is how many of these have only 、
	// and 和 between them, and are told in one breath.
	joined []quantity.Value
	paused int
}

// sumSkipped is how many numbers of other units may stand between a run and its list.
const sumSkipped = 3

// sumRunBefore reads the run before a list. It is asked for only where a list and its whole do not fit.
func sumRunBefore(r *quantity.Reading, b *quantity.Breakdown) (run sumRun) {
	part := &r.Quantities[b.Parts[0].Quantity]
	last := b.Parts[0].Quantity - 1
	for n := 0; last >= 0 && (r.Quantities[last].Form > quantity.Money || r.Quantities[last].Unit != part.Unit || r.Quantities[last].Depth != part.Depth || r.Quantities[last].Span.Start > b.Lead.End); last-- {
		if n++; n > sumSkipped || part.Sentence-r.Quantities[last].Sentence > 1 {
			return run
		}
	}
	if last < 1 || part.Sentence-r.Quantities[last].Sentence > 1 {
		return run
	}
	run.first, run.last = last, last
	sum, paused := r.Quantities[last].Value, true
	for next, k := &r.Quantities[last], last-1; k >= 0 && len(run.joined) < sumReach; k-- {
		q := &r.Quantities[k]
		if q.Form > quantity.Money {
			continue
		}
		if q.Unit != next.Unit || q.None || q.Sense != next.Sense || q.Sentence != next.Sentence {
			break
		}
		if q.Depth != next.Depth {
			continue
		}
		between := r.Text[q.Span.End:max(q.Span.End, next.Span.Start)]
		if paused = paused && !hasRune(between, "，,；;：:") && containsAny(between, []string{"、", "和", "及", "与"}); hasRune(between, "；;：:") {
			break
		}
		sum += q.Value
		run.joined = append(run.joined, sum)
		if next, run.first = q, k; paused {
			run.paused, run.from = len(run.joined), k
		}
	}
	return run
}

// sumJoint reports whether several numbers before a list are its whole together: they come to what the parts do, or are told in one breath and
// come to no less. Where they are told in one breath and come to less, joint is what they are together.
func sumJoint(r *quantity.Reading, b *quantity.Breakdown, written quantity.Value) (joint *quantity.Quantity, ok bool) {
	run := sumRunBefore(r, b)
	if at := slices.Index(run.joined, written); at >= 0 && (at < run.paused || len(b.Parts) > 3 || len(b.Parts) > 2 && at > 0) {
		return nil, true
	}
	// The items of a list are not told together: 其中动态100条、公告50条，其中人事60条.
	if run.paused == 0 || slices.ContainsFunc(r.Breakdowns, func(o quantity.Breakdown) bool {
		return o.Parts[0].Quantity <= run.last && slices.ContainsFunc(o.Parts, func(part quantity.Part) bool { return part.Quantity == run.last })
	}) {
		return nil, false
	}
	of := r.Quantities[run.last]
	of.Value = run.joined[run.paused-1]
	of.Span.Start, of.Digits.Start = r.Quantities[run.from].Span.Start, r.Quantities[run.from].Span.Start
	return &of, of.Value >= written
}

// shareJoint reports whether a share is right of several numbers before its list together, or of the one that has the name of its part: 受理86件、
// 办结80件。线上受理43件，占50%.
func shareJoint(r *quantity.Reading, b *quantity.Breakdown, part, share *quantity.Quantity) bool {
	if shareNamedBase(r, b, part, share) {
		return true
	}
	run := sumRunBefore(r, b)
	for _, v := range run.joined {
		of := r.Quantities[run.last]
		of.Value = v
		if low, high := shareRange(part, &of); shareFits(share, low, high) {
			return true
		}
	}
	if len(run.joined) == 0 {
		return false
	}
	label := part.Before.Of(r.Text)
	for k := run.first; k <= run.last; k++ {
		of := &r.Quantities[k]
		name := of.Before.Of(r.Text)
		if of.Unit != part.Unit || of.Form != part.Form || len(name) < len("受理") || !strings.HasSuffix(label, name[len(name)-len("受理"):]) {
			continue
		}
		if low, high := shareRange(part, of); shareFits(share, low, high) {
			return true
		}
	}
	return false
}

// shareNamedBase reports whether a share is right of the number whose name opens the words of its part: 许可件占68%，为1117件。许可件中当场办结842件，占75.4%.
func shareNamedBase(r *quantity.Reading, b *quantity.Breakdown, part, share *quantity.Quantity) bool {
	name, _, ok := strings.Cut(part.Before.Of(r.Text), "中")
	if !ok || len(name) < len("许可") {
		return false
	}
	for k, n := b.Parts[0].Quantity-1, 0; k >= 0 && n < sumReach; k, n = k-1, n+1 {
		of := &r.Quantities[k]
		if part.Sentence-of.Sentence > 1 {
			break
		}
		if of.Unit != part.Unit || of.Form != part.Form || of.Value < part.Value || !contains(r.Text[r.Sentences[of.Sentence].Start:of.Span.Start], name) {
			continue
		}
		if low, high := shareRange(part, of); shareFits(share, low, high) {
			return true
		}
	}
	return false
}

// sumOtherWay reports whether the last items of a list make up its whole, and those before were told of it besides: 收到62件，其中涉及历史档案的23件；
// 自然人57件，企业5件.
func sumOtherWay(r *quantity.Reading, b *quantity.Breakdown, whole *quantity.Quantity) bool {
	sum := quantity.Value(0)
	if last := len(b.Parts) - 1; last > 1 && beginsWith(b.Parts[last].Label.Of(r.Text), []string{"其余", "剩余", "余下"}) {
		for _, part := range b.Parts[:last] {
			sum += r.Quantities[part.Quantity].Value
		}
		if sum == whole.Value {
			return true // 共43件。办结39件，其中公开20件、不予公开19件，其余4件结转
		}
		sum = 0
	}
	for i := len(b.Parts) - 1; i > 0; i-- {
		q := &r.Quantities[b.Parts[i].Quantity]
		if q.Unit != whole.Unit {
			return false
		}
		if sum += q.Value; sum < whole.Value {
			continue
		}
		label := b.Parts[i-1].Label.Of(r.Text)
		before := &r.Quantities[b.Parts[i-1].Quantity]
		return sum == whole.Value && i < len(b.Parts)-1 && (hasRune(r.Text[before.Span.End:max(before.Span.End, q.Span.Start)], "；;") ||
			beginsWith(label, []string{"20", "新", "当年", "本年", "年内", "今年"}))
	}
	return false
}

// sumBesides reports whether a number that is too large for a part stands behind ； with words unlike those of the first item: 制作36块，其中电子屏8块；维修42块.
func sumBesides(r *quantity.Reading, b *quantity.Breakdown, q *quantity.Quantity) bool {
	first := &r.Quantities[b.Parts[0].Quantity]
	if q.Span.Start <= first.Span.End || !hasRune(r.Text[first.Span.End:q.Span.Start], "；;") || len(b.Parts) > sumShort {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(b.Parts[0].Label.Of(r.Text))
	own, _ := utf8.DecodeLastRuneInString(q.Before.Of(r.Text))
	return last != own
}

// sumShort is how many items a list has at most that may be one item and what else was done.
const sumShort = 3

// sumInner reports whether an item is divided right behind it, in one clause: 属于本机关职责的15件，予以公开13件、不予公开2件；….
func sumInner(r *quantity.Reading, of []quantity.Quantity, i int) (end int) {
	before := of[i].Before.Of(r.Text)
	sorted := strings.HasSuffix(before, "类")
	if i+2 >= len(of) || !sorted && !strings.HasSuffix(before, "的") {
		return i
	}
	if hasRune(r.Text[of[i].Span.End:max(of[i].Span.End, of[i+1].Span.Start)], "、；;") {
		return i
	}
	sum := quantity.Value(0)
	for j := i + 1; j < len(of) && of[j].Clause-of[i].Clause <= 1+j-i; j++ {
		if sum += of[j].Value; sum == of[i].Value && j > i+1 {
			if sorted && j+1 < len(of) && !hasRune(r.Text[of[j].Span.End:max(of[j].Span.End, of[j+1].Span.Start)], "；;") {
				return i
			}
			return j
		}
	}
	return i
}
