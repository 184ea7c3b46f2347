package quantity

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A tally (两批, 三类, 四个季度) counts the items of a list rather than being one.

// mostTally is the largest tally, longestTally how many bytes stand between it and the list or the total that it belongs to.
const (
	mostTally    = 12 * One
	longestTally = 24
)

// tallied are the classifiers of tallies.
var tallied = strings.Fields("批 批次 期 次 类 大类 小类 组 种 项 个 方面 部分 块 轮 场 家 档 段")

func (q *Quantity) tally() bool {
	return q.Form == Count && !q.None && q.Bound == Exact && q.Step == One && q.Value > One && q.Value <= mostTally && slices.Contains(tallied, q.Unit)
}

// division reads the list behind 分两批 and 分为三类, in a bracket or not: 培训60名，分两批开展（第一批33名、第二批28名）.
func (b *breaker) division(i int) {
	t := &b.tokens[i]
	q := &b.Quantities[t.ref]
	named := i+1 < len(b.tokens) && b.tokens[i+1].kind == tokenOpen && b.tokens[i+1].start == t.end // 分为党务、村务、财务三类（…）
	if named = named && q.tally() && containsAny(b.Text[max(b.Clauses[t.clause].Start, t.start-longestOpening*2):t.start], "分为", "分成", "包括"); !named && (!q.tally() || i == 0 || !endsWithAny(strings.TrimRight(b.Text[:t.start], " "), "分", "分为", "分成", "分作", "分了", "共有", "包括", "划分")) {
		return
	}
	from, depth := i+1, t.depth
	for j := i + 1; j < len(b.tokens) && b.tokens[j].start-t.end <= longestTally; j++ {
		p := &b.tokens[j]
		if p.kind == tokenOpen && p.ref > 0 {
			from, depth = j+1, depth+1
			break
		}
		if p.kind == tokenComma || p.kind == tokenColon {
			from = j + 1
			break
		}
		if p.kind == tokenQuantity || p.kind == tokenStop || p.kind == tokenSemi {
			return
		}
	}
	if from == i+1 {
		return
	}
	lead := Span{t.start, t.end}
	l := b.gather(from, depth, lead, func(unit string, sense Sense) []int { return b.wholesBefore(i, unit, sense) })
	if len(l.parts) < 2 || l.mixed {
		return
	}
	if l.respect >= 0 {
		b.name(l.respect, b.tokens[from-1].end, l)
	}
	b.take(b.choose(l), lead, l, Value(len(l.parts))*One == q.Value)
}

// isTotal reports whether a number sums up what stands before it: 共计8件, 上述三类信息共110条, 两个平台合计350条.
func (b *breaker) isTotal(q *Quantity) bool {
	text := q.Before.Of(b.Text)
	rest, ok := cutTotal(text)
	if !ok {
		for _, w := range [...]string{"共计", "合计", "总计", "总共"} { // 共计公开信息853条
			if rest, ok := strings.CutPrefix(strings.TrimPrefix(strings.TrimPrefix(text, "全年"), "本年度"), w); ok && prefixOf(rest, []string{"公开", "发布", "公布", "主动公开"}) != "" {
				return strings.TrimLeft(rest, publishes) == ""
			}
			if did, ok := strings.CutPrefix(text, w); ok && b.didBefore(did, q) {
				return true
			}
		}
		if at := strings.LastIndex(text, "共"); at >= 0 && utf8.RuneCountInString(text[:at]) <= 4 && strings.TrimLeft(text[at+len("共"):], publishes) == "" {
			return b.behindTally(q) || endsWithAny(text[:at], "个季度", "两个半年") // 三个办公室共公开信息230条
		}
		return false
	}
	for rest != "" {
		w := prefixOf(rest, scopes)
		if w == "" {
			break
		}
		rest = rest[len(w):]
	}
	return rest == "" || utf8.RuneCountInString(rest) <= 4 && b.behindTally(q)
}

// didBefore reports whether what was done with the items of a list is named again behind the word of their total: 发放指南300册、折页150册，总计发放450册.
func (b *breaker) didBefore(did string, q *Quantity) bool {
	if n := utf8.RuneCountInString(did); n != 2 {
		return false
	}
	before := b.Text[max(0, q.Before.Start-longestList):q.Before.Start]
	if at := strings.LastIndexAny(before, "。；\n"); at >= 0 {
		before = before[at:]
	}
	return strings.Contains(before, did)
}

// longestList is how many bytes before a total the verb of its list is looked for.
const longestList = 240

// publishes are the characters of what stands between 共 and the number of what was published.
const publishes = "主动公开发布各类政府务信息"

// cutTotal takes the word of a total off the end of the words before a number.
func cutTotal(text string) (rest string, ok bool) {
	for _, w := range totals {
		if strings.HasSuffix(text, w) {
			return text[:len(text)-len(w)], true
		}
	}
	return text, false
}

// behindTally reports whether a tally stands right before the words of a number.
func (b *breaker) behindTally(q *Quantity) bool {
	at := strings.TrimRight(b.Text[:q.Before.Start], " ")
	for _, w := range tallied {
		if head, ok := strings.CutSuffix(at, w); ok {
			r, _ := utf8.DecodeLastRuneInString(head)
			return strings.ContainsRune("两二三四五六七八九十23456789", r)
		}
	}
	return false
}
