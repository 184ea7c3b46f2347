package review

import (
	"strings"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

// totalStatement is a number that a sentence gives for the whole year, with the words that say of what.
type totalStatement struct {
	q *quantity.Quantity
	// text is the sentence up to the number.
	text string
	// words are those of the sentence before the number, and behind those behind it, without what says only whose or when.
	words, behind string
	read          bool // words and behind were filled in
	// whole says that the sentence claims the whole year, back that it speaks of what was named before: 新开设的5个专栏.
	whole, back bool
	// all says that the sentence goes on to say something of all of it, narrow that words before may narrow it down: 为增强实效，….
	all, narrow bool
	// this says that it speaks of the one thing that was told before: 此次调查发放问卷300份.
	this bool
	// line is the paragraph that it stands in.
	line int
}

// totalShortest is how many characters say what is counted, and totalFurthest how many quantities apart two statements are compared.
const (
	totalShortest = 4
	totalFurthest = 40
)

// totalLongest is how many bytes of a sentence before a number are read.
const totalLongest = 240

// contradictTotals finds two sentences of a paragraph that give the whole year's number of the same thing, in the same words, differently:
// 全年发布政策解读23篇。… 全年发布的26篇政策解读. Only what begins a sentence counts: words before it would say of what the rest is.
func (s *Subject) contradictTotals(p *Part) {
	r := p.Quantities()
	listed := map[int]bool{}
	for _, b := range r.Breakdowns {
		for _, part := range b.Parts {
			listed[part.Quantity] = true
		}
	}
	lines := lineEnds(p.Text)
	parts, told := toldParts(p, lines, s.Report.Year), 0 // told are those before the number
	var before []totalStatement
	for i := range r.Quantities {
		q := &r.Quantities[i]
		for told < len(parts) && parts[told].q.Span.Start < q.Span.Start {
			told++
		}
		s.contradictNames(p, i)
		s.contradictDates(p, i)
		if q.Form == quantity.Money && totalGiven(q) && q.Depth == 0 && !listed[i] {
			s.contradictRepeated(p, i, listed)
		}
		if !sumCounts(q) || q.Depth > 0 || q.Unit == "" || listed[i] && !strings.HasSuffix(p.Text[:q.Span.Start], "的") {
			continue
		}
		if q.Step <= quantity.One && s.contradictRepeated(p, i, listed) {
			continue
		}
		st, ok := totalOf(p, r, i)
		if !ok || totalOtherYear(st.text, s.Report.Year) {
			continue
		}
		st.line = lineOf(lines, q.Span.Start)
		if o := totalBefore(p, before, parts[max(0, told-totalFurthest):told], &st); o != nil && !(st.back && totalElse(p, r, i, q.Sentence-2, 0)) && !extentsDiffer(p, o, q) && !s.told(CodeContradiction, p, q) {
			f := p.Mark(CodeContradiction, report.SeverityWarning, q.Span.Start, q.Span.End,
				"同一个数前后不一：前面是 "+o.Digits.Of(p.Text)+o.Unit+"，这里是 "+q.Digits.Of(p.Text)+q.Unit+"。")
			f.Expected, f.Found = o.Value.String(), q.Value.String()
			f.Hint = "核对台账，两处写成同一个数；说的不是一回事的，写明各是什么。"
			s.Add(f)
		}
		if before = append(before, st); len(before) > totalFurthest {
			before = before[1:]
		}
	}
}

// totalBefore is the number of an earlier statement or item that a statement gives otherwise; nil for none.
func totalBefore(p *Part, before []totalStatement, parts []toldPart, st *totalStatement) *quantity.Quantity {
	if st.whole || st.back {
		for k := range before {
			if o := &before[k]; !o.back && o.q.Unit == st.q.Unit && o.q.Value != st.q.Value && o.q.Step == st.q.Step && o.says(p) && st.says(p) && totalSame(o, st) {
				return o.q
			}
		}
	}
	for k := range parts {
		if t := &parts[k]; t.q.Unit == st.q.Unit && contains(st.text, t.label) && st.says(p) && t.toldAgain(st, st.line) {
			return t.q
		}
	}
	return nil
}

// totalLate are times within the year, and words for what is not finished: 年底收到的8件; 正在办理的8件.
var totalLate = []string{"年底", "年末", "岁末", "月底", "月末", "月初", "上旬", "中旬", "下旬", "12月", "正在", "仍在", "尚在", "在办的", "未办", "未到", "未答", "待办", "待答"}

// totalOwn and totalName bound, in bytes, the words before such a number and the name that it shares.
const (
	totalOwn  = 30
	totalName = 45
	// totalReach is how many bytes behind a number are looked at for a word that says something of all.
	totalReach = 60
)

// told reports whether a finding of a code stands on a quantity already.
func (s *Subject) told(code string, p *Part, q *quantity.Quantity) bool {
	for i := len(s.findings) - 1; i >= 0; i-- {
		if f := &s.findings[i]; f.Code == code && f.Section == p.Key && f.Start <= p.Rune(q.Span.Start) && p.Rune(q.Span.Start) < f.End {
			return true
		}
	}
	return false
}

// totalOf reads the statement of a quantity; ok is false when it makes none that could be held against another.
func totalOf(p *Part, r *quantity.Reading, i int) (st totalStatement, ok bool) {
	q := &r.Quantities[i]
	from, clause := r.Sentences[q.Sentence].Start, r.Clauses[q.Clause].Start
	if q.Span.Start-from > totalLongest {
		return st, false
	}
	for c := q.Clause; c > 0 && r.Clauses[c].Start > from; c-- {
		at := r.Clauses[c].Start
		head := p.Text[from:at]
		if strings.HasSuffix(head, "；") || strings.HasSuffix(head, ";") || (strings.HasSuffix(head, "：") || strings.HasSuffix(head, ":")) && containsAny(head, totalAspects) {
			from = at // 主动公开方面：…
		}
	}
	own := q.Before.Of(p.Text)
	st.this = containsAny(own, totalThis)
	st.back = st.this || strings.HasSuffix(own, "的")
	for j := i - 1; j >= 0 && r.Quantities[j].Span.Start >= from; j-- {
		if o := &r.Quantities[j]; o.Form <= quantity.Percent {
			// 全年培训85人次，共培训65人次
			if !st.back && !(o.Unit == q.Unit && strings.HasPrefix(own, "共")) && !(totalClaims(own) && totalActs(own)) {
				return st, false
			}
			st.narrow = st.narrow || o.Unit != q.Unit && !st.back // what was said before may be of whom
			from = q.Before.Start
		}
	}
	switch text := p.Text[clause:q.Span.Start]; {
	case from >= clause:
	case containsAny(text, totalChannels) && totalClaims(text):
		from = clause // it names its channel, and needs nothing before it
	case totalActs(text) && (st.back || totalClaims(text)):
		if introduced, narrow := totalIntroduced(p.Text[from:clause]); introduced {
			from, st.narrow = clause, st.narrow || narrow
		}
	}
	if st.back && q.Before.End > q.Before.Start {
		from = max(from, q.Before.Start)
	}
	text := p.Text[from:q.Span.Start]
	if st.back {
		behind := saidBehind(r, q)
		st.all = containsAny(behind[:min(len(behind), totalReach)], repeatAll)
		if st.all {
			text = strings.TrimPrefix(text, "其中")
		}
	}
	if strings.HasSuffix(strings.TrimSpace(strings.TrimRight(p.Text[r.Sentences[q.Sentence].Start:from], "，,")), "以来") || contains(strings.ReplaceAll(text, "今年以来", ""), "以来") {
		return st, false // 建站以来
	}
	if st.back && containsAny(text, totalLate) {
		return st, false
	}
	if strings.ContainsFunc(totalNamed(text), totalStops) || containsAny(text, []string{"其中", "每", "平均", "原", "上年", "去年", "上一年", "另", "还"}) || !totalActs(text) {
		return st, false
	}
	st.q, st.text, st.whole = q, totalNamed(text), totalClaims(text)
	return st, true
}

// says fills in what a statement is of, which is asked for only where another has a number of the same unit, and reports whether it is
// enough to go by.
func (st *totalStatement) says(p *Part) bool {
	if !st.read {
		st.words, st.behind, st.read = strings.Replace(totalBareWords(st.text), "微信公众号", "公众号", 1), strings.Replace(totalBareWords(st.q.After.Of(p.Text)), "微信公众号", "公众号", 1), true
	}
	return utf8.RuneCountInString(st.words+st.behind) >= totalShortest && totalActs(st.words)
}
