package review

import (
	"slices"
	"strings"

	"nianbao/report/review/quantity"
)

// counts goes through the other numbers of the paragraph with the same unit: from where to where the words reach that may be said of them.
func (p *figurePart) counts(each func(q *quantity.Quantity, from, to int)) {
	text := p.st.part.Text
	qs := p.st.part.Quantities().Quantities
	first, _ := slices.BinarySearchFunc(qs, p.from, func(q quantity.Quantity, at int) int { return q.Span.Start - at })
	last, end := p.from, p.from+len(p.line)
	for i := first; i < len(qs) && qs[i].Span.Start < end; i++ {
		q := &qs[i]
		if q.Form != quantity.Count || q.None {
			continue
		}
		if q.Unit == p.q.Unit && q.Span != p.q.Span {
			next := end
			for j := i + 1; j < len(qs) && qs[j].Span.Start < end; j++ {
				if qs[j].Form == quantity.Count {
					next = qs[j].Span.Start
					break
				}
			}
			gap := text[q.Span.End:next]
			if n := indexAny(gap, "。；;"); n >= 0 {
				next = q.Span.End + n
			} else if next < end {
				next = q.Span.End + max(0, lastIndexAny(gap, "，,、：:")) // what stands directly before the next is said of it
			}
			each(q, last, next)
		}
		last = q.Span.End
	}
}

// figureBases are words behind a number or a noun that make it the whole of what follows.
var figureBases = []string{"中", "里", "当中", "之中"}

// ofBase reports whether the sentence has named a whole that is not the year's before it: 涉及第三方的26件中，予以公开14件.
func (p *figurePart) ofBase() bool {
	if p.narrowed() || p.someOf() {
		return true
	}
	whole, words := p.base()
	if whole == nil {
		return false
	}
	if slices.Contains([]string{"received", "new", "in", "handled", "applicant"}, strings.SplitN(p.topic, ".", 2)[0]) {
		return containsAny(words, []string{"办结", "答复", "办理", "受理"}) && p.q.Value < whole.Value
	}
	if whole.Value < p.q.Value {
		return false
	}
	if all := p.s.figureOf(figureAllIn); p.ofYear(whole.Value) || all.known && all.value < whole.Value {
		return false
	}
	named := containsAny(words, figureNarrows) || containsAny(words, []string{"延期", "补正", "第三方", "审查"})
	p.counts(func(q *quantity.Quantity, _, _ int) { named = named || p.ofYear(q.Value) })
	return named
}

// someOf reports whether the clause names a part of the year's applications as the whole, without its number: 当年件中予以公开27件.
func (p *figurePart) someOf() bool {
	i := strings.LastIndex(p.before, "中")
	if i < 0 || figureSame[p.topic] == nil || p.q.Value > p.table {
		return false
	}
	head := p.before[:i]
	if n := lastIndexAny(head, "，,；;：:"); n >= 0 {
		head = head[n:]
	}
	if hasRune(head, "0123456789") || len(head) > 48 {
		return false
	}
	if containsAny(head, []string{"当年", "本年", "新收"}) {
		in := p.s.figureOf("requests.carried_in")
		return in.known && in.value > 0
	}
	return containsAny(head, []string{"自然人", "企业", "法人", "延期", "结转", "跨年", "涉及", "类申请"})
}

// figureNarrows are words that make applications only some of the year's.
var figureNarrows = []string{"提交", "涉及", "类", "自然人", "企业", "法人", "当面", "信函", "网络", "邮寄", "来自", "转办", "转来", "转送", "要求", "关于", "所属", "季度", "同一", "代理", "委托"}

// narrowed reports whether a result stands behind some applications of the year in its sentence: 对当面提交的2件申请当场答复，予以公开2件.
func (p *figurePart) narrowed() bool {
	if figureSame[p.topic] == nil || p.topic == "closed" || p.topic == "answered" || p.q.Value > p.table {
		return false
	}
	text, begin := p.st.part.Text, p.q.Span.Start-len(p.before)
	if i := max(strings.LastIndex(p.before, "；"), strings.LastIndex(p.before, ";")); i >= 0 {
		begin += i
	}
	part := false
	p.counts(func(q *quantity.Quantity, _, _ int) {
		if q.Span.Start < begin || q.Span.End > p.q.Span.Start || tellsResult(text, begin, q.Span) {
			return
		}
		lead, rest := text[begin:q.Span.Start], text[q.Span.End:p.q.Span.Start]
		if i := lastIndexAny(lead, "，,、："); i >= 0 {
			lead = lead[i:]
		}
		if i := indexAny(rest, "，,、；（(："); i >= 0 {
			rest = rest[:i]
		}
		part = strings.Contains(lead+rest, "申请") && containsAny(lead+rest, figureNarrows) && q.Value >= p.q.Value && !p.ofYear(q.Value)
	})
	return part
}

// yearly reports whether the sentence gives numbers of several years one by one, and the table's is among them: 2022年、2023年分别收到35件和40件.
func (p *figurePart) yearly() bool {
	if !strings.Contains(p.clause, "分别") {
		return false
	}
	begin, end, found := p.q.Span.Start-len(p.before), p.q.Span.End+len(p.after), false
	p.counts(func(q *quantity.Quantity, _, _ int) {
		found = found || q.Value == p.table && q.Span.Start >= begin && q.Span.End <= end
	})
	return found
}

// listed reports whether a result is one of a list whose sum the sentence has named before, and that is not the year's: 抽查案卷20件，其中予以公开12件、不予公开8件.
func (p *figurePart) listed() bool {
	switch p.topic {
	case "granted", "partial", "refused", "unavailable", "unprocessed":
	default:
		return false
	}
	text := p.st.part.Text
	begin, end := p.q.Span.Start-len(p.before), p.q.Span.End+len(p.after)
	var before []*quantity.Quantity
	var behind []quantity.Value
	p.counts(func(q *quantity.Quantity, _, _ int) {
		switch {
		case q.Span.Start < begin || q.Span.End > end || q.Sense == quantity.Difference:
		case q.Span.Start < p.q.Span.Start:
			before = append(before, q)
		default:
			behind = append(behind, q.Value)
		}
	})
	sum := p.q.Value
	for k := len(before) - 1; k >= 0; k-- {
		total, n := sum, len(before)-k
		for i := 0; total < before[k].Value && i < len(behind); i++ {
			total, n = total+behind[i], n+1
		}
		if total == before[k].Value && n > 1 && !p.ofYear(total) && !tellsResult(text, begin, before[k].Span) {
			return true
		}
		sum += before[k].Value
	}
	return false
}

// tellsResult reports whether the words around a number in its clause name a result: then it is one of a list, and no whole.
func tellsResult(text string, begin int, at quantity.Span) bool {
	lead, rest := text[begin:at.Start], text[at.End:]
	if i := lastIndexAny(lead, "，,、；;（(：:"); i >= 0 {
		lead = lead[i:]
	}
	if i := indexAny(rest, "，,、；;（(：:。"); i >= 0 {
		rest = rest[:i]
	}
	if hasRune(rest, "0123456789") {
		rest = "" // it is said of the next
	}
	return containsAny(lead+rest, []string{"予以公开", "部分公开", "不予公开", "全部公开", "同意公开", "无法提供", "不予处理", "不掌握", "结转"})
}

// ofYear reports whether a number is that of all applications of the table.
func (p *figurePart) ofYear(v quantity.Value) bool {
	return slices.ContainsFunc([]string{"requests.received", figureAllIn, "requests.result_total"}, func(m string) bool {
		all := p.s.figureOf(m)
		return all.known && all.value == v
	})
}

// base is the last number of the sentence before this one that is named as a whole, with the words before it.
func (p *figurePart) base() (whole *quantity.Quantity, words string) {
	text := p.st.part.Text
	begin := p.q.Span.Start - len(p.before)
	p.counts(func(q *quantity.Quantity, from, _ int) {
		if q.Span.Start >= begin && q.Span.End <= p.q.Span.Start {
			if figureBase(text[q.Span.End:p.q.Span.Start]) {
				whole, words = q, text[max(begin, q.Span.Start-24):q.Span.Start]
			} else if strings.Contains(text[from:q.Span.Start], "全年") {
				whole = nil
			}
		}
	})
	return whole, words
}

// figureBase reports whether words behind a number make it a whole: 件申请中，; 件答复的办理结果中.
func figureBase(behind string) bool {
	if i := indexAny(behind, "，,；;：:、（("); i >= 0 {
		behind = behind[:i]
	}
	for _, b := range figureBases {
		if i := strings.Index(behind, b); i >= 0 && i <= 30 && !strings.HasSuffix(behind[:i], "其") && !beginsWith(behind[i+len(b):], []string{"心", "央", "国", "小", "学", "期", "旬"}) {
			return true
		}
	}
	return false
}

// figureSame are the words that tell of the same result elsewhere in a paragraph.
var figureSame = map[string][]string{
	"granted": {"予以公开", "同意公开", "予公开"}, "partial": {"部分公开"}, "refused": {"不予公开", "不同意公开"},
	"unavailable": {"无法提供", "不掌握", "不存在", "仍不明确", "另行制作"}, "unprocessed": {"不予处理", "重复申请"},
	"closed": {"办结", "答复", "办理完"}, "answered": {"答复", "办结", "办理完"},
}

// figureOwnWords are the first words of figureSame that name the result itself; the others are its kinds.
func figureOwnWords(topic string) []string {
	if topic == "unavailable" || topic == "unprocessed" {
		return figureSame[topic][:1]
	}
	return figureSame[topic]
}

// rest reports whether the paragraph tells of the rest elsewhere: 上年结转的2件均予以公开；新收的予以公开6件, where the table has 8.
func (p *figurePart) rest() bool {
	short := p.table - p.q.Value
	words := figureSame[p.topic]
	if short <= 0 || words == nil {
		return false
	}
	if p.topic == "closed" || p.topic == "answered" {
		received, over := p.s.figureOf("requests.received"), p.s.figureOf("requests.carried_over")
		if !received.known || !over.known || p.q.Value+over.value != received.value {
			return false
		}
	}
	text := p.st.part.Text
	begin, end := p.q.Span.Start-len(p.before), p.q.Span.End+len(p.after)
	sum, one := quantity.Value(0), false
	p.counts(func(q *quantity.Quantity, from, to int) {
		if q.Value > short || q.Sense == quantity.Difference {
			return
		}
		lead := text[from:q.Span.Start]
		if i := lastIndexAny(lead, "，,；;。、：:（("); i >= 0 {
			lead = lead[i:]
		}
		named := words
		if q.Span.Start >= begin && q.Span.End <= end {
			named = figureOwnWords(p.topic)
		}
		said := func(piece string) bool {
			if p.topic == "granted" {
				piece = strings.ReplaceAll(piece, "不予公开", "")
			}
			return containsAny(piece, named)
		}
		if said(lead) || said(text[q.Span.End:min(to, q.Span.End+90)]) {
			sum, one = sum+q.Value, one || q.Value == short
		}
	})
	return one || sum == short
}
