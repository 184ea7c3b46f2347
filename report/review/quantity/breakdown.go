package quantity

import (
	"slices"
	"strings"
)

// Bounds that keep the work linear in the text: a list of more is cut, and does not claim to be all.
const (
	mostParts  = 80
	mostTokens = 400
	mostBack   = 60
	// mostWholes is how many quantities before a list are looked at as its whole.
	mostWholes = 6
	// longestName is how many bytes of a label are looked at for what it names.
	longestName = 90
	// longestItem is how many bytes a name that begins with a verb has behind it at most: 组织机构信息.
	longestItem = 18
	// longestTail is how many more items behind a full list show that it goes on and its whole is wrong.
	longestTail = 4
	// longestOpening is how many bytes may stand before 其中 in a sentence that it opens: 在公开的信息中，其中.
	longestOpening = 60
	// longestNames is how many bytes before 分别 may name the parts.
	longestNames = 600
)

type separator uint8

const (
	sepNone separator = iota
	sepPause
	sepComma
	sepSemi
)

type breaker struct {
	*Reading
	tokens []token
	// share is the percentage stated for each quantity, -1 for none; listed says that it is a part already.
	share  []int
	listed []bool
	done   []bool // leads that were read with another
}

// inherit gives 3 and 4 of 分别为3、4、5件 the unit of the 5.
func (r *Reading) inherit() {
	for i := len(r.Quantities) - 2; i >= 0; i-- {
		q, next := &r.Quantities[i], &r.Quantities[i+1]
		if q.Form != Count || q.Unit != "" || q.None || next.Form != Count || next.Unit == "" || next.None || q.Clause != next.Clause {
			continue
		}
		switch strings.TrimSpace(r.Text[q.Span.End:max(q.Span.End, next.Span.Start)]) {
		case "、", "和", "及", "与", "以及":
			q.Unit = next.Unit
		}
	}
}

// breakDown finds wholes and their parts.
func (r *Reading) breakDown(tokens []token) {
	b := &breaker{Reading: r, tokens: tokens, share: make([]int, len(r.Quantities)), listed: make([]bool, len(r.Quantities)), done: make([]bool, len(tokens))}
	b.shares()
	for i := range tokens {
		switch t := &tokens[i]; {
		case t.kind == tokenWord && (t.word == wordLead || t.word == wordAll || t.word == wordRespect) && !b.done[i]:
			b.lead(i)
		case t.kind == tokenOpen && t.ref > 0:
			b.bracket(i)
		case t.kind == tokenColon:
			b.colon(i)
		case t.kind == tokenComma:
			b.among(i)
		case t.kind == tokenQuantity:
			b.division(i)
			b.base(i)
			b.total(i)
		}
	}
	b.shared()
}

// wholesBefore are the quantities before a lead that may be its whole, the nearest first.
func (b *breaker) wholesBefore(i int, unit string, sense Sense) []int {
	t := &b.tokens[i]
	var out []int
	crossed, seen, same, stop := false, false, false, 0
walk:
	for j := i - 1; j >= 0 && i-j <= mostBack && len(out) < mostWholes; j-- {
		p := &b.tokens[j]
		if p.depth > t.depth || p.kind == tokenClose {
			continue
		}
		if p.depth < t.depth {
			break
		}
		switch p.kind {
		case tokenStop:
			// 其中 may open a sentence: its whole then stands in the one before.
			if seen || p.line && strings.ContainsAny(b.Text[p.end:t.start], "：:") || crossed && p.line && strings.TrimSpace(b.Text[p.end:stop]) != "" || !crossed && t.start-p.end > longestOpening {
				break walk // a heading stands between, or more than an opening
			}
			crossed, stop = true, p.start
		case tokenQuantity:
			q := &b.Quantities[p.ref]
			if q.Form != Count && q.Form != Money || q.None {
				continue
			}
			seen = true
			if q.Sense == sense {
				out = append(out, p.ref)
				same = same || q.Unit == unit
			}
		}
	}
	if !same {
		if len(out) > 0 && Alike(b.Quantities[out[0]].Unit, unit) {
			return out[:1] // 公开信息45件，其中机构职能类1条…
		}
		return nil
	}
	return out
}

// Alike reports whether two classifiers count the same things, as different writers, or one, call them: 件 and 条 of what is published.
func Alike(a, c string) bool {
	if a == c {
		return true
	}
	for _, kind := range alike {
		if slices.Contains(kind, a) && slices.Contains(kind, c) {
			return true
		}
	}
	return false
}

var alike = [][]string{{"条", "件", "篇", "则", "份", "条次", "件次", "篇次"}, {"件", "宗", "起", "例"}}

// choose takes the whole that fits a list among the candidates: the one that the parts make up, also in another classifier (73个单位,
// 其中一级52家、二级21家); else the nearest with their unit, unless a single part is larger than it: then the one that comes closest to
// the sum among those that hold every part.
func (b *breaker) choose(l *list) int {
	nearest, best, off := -1, -1, Value(0)
	for _, w := range l.wholes {
		q := &b.Quantities[w]
		if q.Value == l.sum && (q.Unit == l.unit || len(l.parts) > 1 && l.sum >= 10*One) {
			return w
		}
		if q.Unit != l.unit {
			continue
		}
		if nearest < 0 {
			nearest = w
		}
		if d := max(q.Value-l.sum, l.sum-q.Value); q.Value >= l.most && (best < 0 || d < off) {
			best, off = w, d
		}
	}
	if best >= 0 && b.Quantities[nearest].Value < l.most {
		return best
	}
	if nearest < 0 {
		return l.wholes[0]
	}
	return nearest
}

func (b *breaker) take(whole int, lead Span, l *list, exhaustive bool) {
	for _, p := range l.parts {
		b.listed[p.Quantity] = true
	}
	b.Breakdowns = append(b.Breakdowns, Breakdown{Whole: whole, Lead: lead, Parts: l.parts, Exhaustive: exhaustive && !l.cut && !l.mixed})
}

// rest reports whether the last of the items is what is left: 其他信息42385条. 其他处理 and 其他结果 are kinds of their own.
func (b *breaker) rest(l *list) bool {
	last := l.parts[len(l.parts)-1].Label.Of(b.Text)
	return len(l.parts) > 1 && prefixOf(last, leftovers) != "" && !containsAny(last, "处理", "结果", "组织", "情形")
}

// lead reads the list behind 其中, 包括, 分为, 分别为.
func (b *breaker) lead(i int) {
	t := &b.tokens[i]
	if strings.HasSuffix(strings.TrimRight(b.Clauses[t.clause].Of(b.Text), " "), "在内") {
		return // 含下属单位在内，…
	}
	if strings.HasSuffix(b.Text[t.start:t.end], "如下") && endsWithAny(b.Text[:t.start], ways...) {
		return // 主要做法如下：
	}
	lead := Span{t.start, t.end}
	if t.word == wordRespect && b.yearAlone(t) {
		return // 许可412件，处罚67件；2022年分别为436件、71件
	}
	last := b.previous(i)
	l := b.gather(i+1, t.depth, lead, func(unit string, sense Sense) []int {
		if last >= 0 && sense == Plain && b.Quantities[last].Unit == unit {
			return []int{last}
		}
		return b.wholesBefore(i, unit, sense)
	})
	if len(l.parts) == 0 {
		return
	}
	b.inheritSense(last, l)
	if t.word == wordAll && len(l.parts) < 2 && (strings.HasPrefix(b.Text[t.start:t.end], "按") || b.Quantities[l.first].tally() && strings.Contains(l.parts[0].Label.Of(b.Text), "、")) {
		return // 按载体分，全年公开信息120条 gives the whole again, 分为政策、财务、服务三个板块 counts the names
	}
	if t.word == wordRespect {
		if len(l.parts) < 2 || b.Quantities[l.parts[len(l.parts)-1].Quantity].Clause != b.Quantities[l.first].Clause && !(b.named(l) && endsWithAny(b.Text[t.start:t.end], respectful...)) {
			return
		}
		b.name(i, lead.Start, l)
	} else if l.respect >= 0 {
		b.name(l.respect, lead.End, l)
	}
	whole := b.choose(l)
	if t.word == wordRespect && b.respected(whole) {
		return // 复议分别为5件、3件，诉讼分别为4件、2件
	}
	exhaustive := t.word == wordAll || l.counted || l.total >= 0 && b.Quantities[l.total].Value == b.Quantities[whole].Value || b.rest(l)
	if t.word == wordRespect {
		at := b.Quantities[whole].Clause
		exhaustive = at == t.clause || at == t.clause-1 && endsWithAny(b.Text[t.start:t.end], respectful...)
	}
	b.take(whole, lead, l, exhaustive)
}

// ways before 如下 are of what was done, and not of what a number is made up of.
var ways = []string{"做法", "措施", "举措", "经验", "工作", "报告", "安排", "打算", "特点", "问题"}

// named reports whether every part has a name: 分别为：民生类234条，执法类76条.
func (b *breaker) named(l *list) bool {
	for _, p := range l.parts {
		if p.Label.Start >= p.Label.End {
			return false
		}
	}
	return true
}

// name gives the parts of 甲、乙分别为3件、4件 the names that stand before 分别, behind the lead where that is in the same clause.
func (b *breaker) name(i, lead int, l *list) {
	t := &b.tokens[i]
	from := max(b.Clauses[t.clause].Start, t.start-longestNames)
	if lead < t.start {
		from = max(from, lead)
	}
	if from >= t.start {
		return
	}
	var names []Span
	start := from
	for k := from; k <= t.start; {
		size := 0
		switch rest := b.Text[k:]; {
		case k == t.start:
		case strings.HasPrefix(rest, "、"), strings.HasPrefix(rest, "和"), strings.HasPrefix(rest, "及"), strings.HasPrefix(rest, "与"):
			size = len("、")
		default:
			k++
			continue
		}
		names = append(names, b.trim(Span{start, k}))
		if k == t.start {
			break
		}
		k += size
		start = k
	}
	if len(names) == len(l.parts) {
		for k := range names {
			l.parts[k].Label = names[k]
		}
	}
}
