package review

import (
	"strings"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

// twiceStatement is a number, an amount, a rate or a word of none, with a key that two statements of one thing have in common, whatever their
// order of words: 全年举办政务公开培训2次 and 政务公开培训全年共举办3次.
type twiceStatement struct {
	q  *quantity.Quantity
	at int
	// text is what stands before it in its sentence, or in its item of a list with ；.
	text, key string
	acts      twiceActs
	// runes is how many characters say what is counted.
	runes, line int
	// event is the number before it in its clauses, of what so many took part in; nil for none.
	event *quantity.Quantity
	// lead is what the clauses before it do to it.
	lead twiceLead
	// channel says that the key names one; general that it names nothing in particular.
	channel, general bool
	// whole says that the year's number is claimed, cumulative that it may be of more years, this that it is of what was told before.
	whole, cumulative, this bool
	// follows says that other numbers stand before it in its sentence, item that it is one of a list and has no verb.
	follows, item bool
	// bare says that nothing but what is counted follows in its sentence.
	bare bool
}

// twiceLead is what the clauses before a number do to it.
type twiceLead int

const (
	twiceNeutral twiceLead = iota
	twiceNarrow            // they may narrow it down: 为增强实效，
	twiceScoped            // they say of whom or of what it is: 各乡镇，
)

// contradictTwice finds two statements of a part that have one key and different numbers.
func (s *Subject) contradictTwice(p *Part) {
	r := p.Quantities()
	lines := lineEnds(p.Text)
	var before []twiceStatement
	told := map[string]bool{}
	units, none := twiceUnits(r)
	for i := range r.Quantities {
		q := &r.Quantities[i]
		if q.Form > quantity.Percent || !none && units[twiceUnit(q.Unit)] < 2 {
			continue // nothing to hold it against
		}
		st, ok := s.twiceOf(p, r, i)
		if !ok {
			continue
		}
		st.line = lineOf(lines, q.Span.Start)
		for k := len(before) - 1; k >= 0; k-- {
			o := &before[k]
			if !s.twiceSame(o, &st) || extentsDiffer(p, o.q, q) {
				continue
			}
			if told[st.key] || s.told(CodeContradiction, p, q) || s.told(CodeContradiction, p, o.q) || s.told(CodeFigure, p, q) || s.told(CodeFigure, p, o.q) {
				break
			}
			told[st.key] = true
			was, is := o.q.Span.Of(p.Text), q.Span.Of(p.Text)
			f := p.Mark(CodeContradiction, report.SeverityWarning, q.Span.Start, q.Span.End, "同一件事前后不一：前面是“"+short(was)+"”，这里是“"+short(is)+"”。")
			f.Expected, f.Found = was, is
			f.Hint = "核对台账，两处写成同一个数；说的不是一回事的，写明各是什么。"
			s.Add(f)
			break
		}
		if before = append(before, st); len(before) > totalFurthest {
			before = before[1:]
		}
	}
}

// twiceUnits counts the quantities of each classifier; none says that there is a word of none, which has none.
func twiceUnits(r *quantity.Reading) (units map[string]int, none bool) {
	units = make(map[string]int, 8)
	for i := range r.Quantities {
		if q := &r.Quantities[i]; q.Form <= quantity.Percent {
			none = none || q.None
			units[twiceUnit(q.Unit)]++
		}
	}
	return units, none
}

// twiceUnit is a classifier, one for all that count people.
func twiceUnit(unit string) string {
	if sumPeople[unit] {
		return "人"
	}
	return unit
}

// twiceOf reads the statement of a quantity; ok is false when it makes none that could be held against another.
func (s *Subject) twiceOf(p *Part, r *quantity.Reading, i int) (st twiceStatement, ok bool) {
	q := &r.Quantities[i]
	plain := q.Sense == quantity.Plain || q.Sense == quantity.Difference && q.Form == quantity.Percent
	if q.Form > quantity.Percent || !plain || q.Bound != quantity.Exact || q.Depth > 0 || q.Form == quantity.Count && q.Unit == "" && !q.None {
		return st, false
	}
	from, clause := r.Sentences[q.Sentence].Start, r.Clauses[q.Clause].Start
	if q.Span.Start-from > totalLongest {
		return st, false
	}
	if k := lastIndexAny(p.Text[from:clause], "；;"); k >= 0 {
		_, size := utf8.DecodeRuneInString(p.Text[from+k:])
		from += k + size
	}
	st = twiceStatement{q: q, at: i, text: p.Text[from:q.Span.Start]}
	own, after := q.Before.Of(p.Text), q.After.Of(p.Text)
	if strings.HasPrefix(after, "中") && !strings.HasPrefix(after, "中共") && !strings.HasPrefix(after, "中央") {
		return st, false // 办结的4件中予以公开3件
	}
	if q.None {
		word := twiceNone.cut(q.Span.Of(p.Text))
		if containsAny(twiceKind(after), twiceNoneNot) || strings.HasPrefix(after, "了") {
			return st, false
		}
		if word == "设" {
			word = "设立"
		}
		after = word + after
	}
	past := st.text
	if q.Sense == quantity.Difference {
		past = twiceThan.cut(past)
	}
	said := newSearched(st.text)
	if said.hasAny(totalPartial...) && containsAny(twiceDates.cut(st.text), totalPartial) || containsAny(own, twiceNot) && containsAny(twiceCause.cut(own), twiceNot) ||
		said.hasAny(twicePast...) && containsAny(past, twicePast) || totalOtherYear(st.text, s.Report.Year) {
		return st, false
	}
	context := p.Text[from:max(from, min(clause, q.Before.Start))]
	if cut := twiceListed(own); cut > 0 {
		context, own = p.Text[from:q.Before.Start+cut], own[cut:]
		st.item = true
	}
	st.key, st.acts = twiceKey(own + "，" + after)
	if first := twiceFirst(r, i); st.acts == 0 && first != i && twiceChannelEnd(own) == 0 {
		if head := twiceHead(r.Quantities[first].Before.Of(p.Text)); head != "" && twiceChannelEnd(head) == 0 { // 大厅设置查询机3台、取阅点4处
			st.key, st.acts = twiceKey(head + "，" + own + "，" + after)
		}
	}
	previous := -1
	for j := i - 1; j >= 0 && r.Quantities[j].Span.Start >= from; j-- {
		if o := &r.Quantities[j]; o.Form <= quantity.Percent && !o.None {
			st.follows = true
			if previous < 0 {
				previous = j
			}
			cut := o.Span.Start // 网站公开信息300条，其中工作动态200条: it is of the whole's words
			if o.Clause == q.Clause {
				cut = o.Before.Start + twiceListed(o.Before.Of(p.Text))
			}
			context = context[:min(len(context), max(0, cut-from))]
			st.item = st.item || o.Clause == q.Clause
		}
	}
	st.reads(p, r, from, previous)
	if previous >= 0 && sumPeople[q.Unit] && st.acts&twiceJoins != 0 {
		st.event = &r.Quantities[previous]
	}
	st.item = st.acts == 0 && (st.item || st.follows && q.Clause == r.Quantities[previous].Clause || i+1 < len(r.Quantities) && r.Quantities[i+1].Clause == q.Clause && r.Quantities[i+1].Form <= quantity.Percent)
	if st.item {
		if !twiceOfAll(context, st.key) {
			return st, false
		}
		st.lead = twiceNeutral
	}
	st.name()
	st.bare = !hasRune(saidBehind(r, q), "，,、；;：:（(")
	if said.index("共") >= 0 {
		said = newSearched(twiceShared.cut(st.text))
	}
	year := said.hasAny("全年", "年内", "今年", "本年")
	st.whole, st.cumulative, st.this = totalClaimed(&said) || said.hasAny("目前", "全局", "综上"), said.index("累计") >= 0 && !year, containsAny(own, totalThis)
	return st, st.runes >= 2
}

// reads takes what the clauses before a number say: how they narrow it down, which channel it is of, at which event so many took part.
func (st *twiceStatement) reads(p *Part, r *quantity.Reading, from, previous int) {
	q := st.q
	if previous >= 0 && sumPeople[q.Unit] && st.acts&twiceJoins != 0 && st.key == "" {
		if o := &r.Quantities[previous]; !sumPeople[o.Unit] { // 举办培训班2期，参训120人次
			st.key, _ = twiceKey(o.Before.Of(p.Text) + "，" + o.After.Of(p.Text))
		}
	}
	clause := r.Clauses[q.Clause].Start
	if previous >= 0 {
		from = r.Quantities[previous].Span.End
	}
	for head := range strings.FieldsFuncSeq(p.Text[min(from, clause):clause], twiceBreaks) {
		head = totalEnumerated.cut(strings.TrimSpace(head))
		if at := twiceChannelEnd(head); at > 0 && twiceChannelEnd(st.key) == 0 {
			subject, _ := twiceKey(head[:at])
			st.key = subject + st.key
			continue
		}
		ok, narrow := totalIntroduced(head)
		switch {
		case !ok && !strings.HasSuffix(head, "方面") && !strings.HasSuffix(head, "领域"):
			st.lead = max(st.lead, twiceScoped)
		case !ok || narrow:
			st.lead = max(st.lead, twiceNarrow)
		}
	}
}

// name measures the key and takes off its end what says only that it is information.
func (st *twiceStatement) name() {
	if rest, ok := strings.CutSuffix(st.key, "领导小组成员"); ok {
		st.key = rest + "领导小组由组成"
	}
	st.channel = twiceChannelEnd(st.key) > 0
	st.runes = utf8.RuneCountInString(st.key)
	for _, w := range twiceGeneral {
		if rest, ok := strings.CutSuffix(st.key, w); ok && (st.channel || utf8.RuneCountInString(rest) >= 2) {
			st.key = rest
			break
		}
	}
	st.general = !st.channel && st.runes <= totalLong && totalBare.cut(st.key) == ""
}

// twiceFirst is the first number of a clause that others of the same list follow.
func twiceFirst(r *quantity.Reading, i int) int {
	first := i
	for j := i - 1; j >= 0 && r.Quantities[j].Clause == r.Quantities[i].Clause; j-- {
		if o := &r.Quantities[j]; o.Form <= quantity.Money && !o.None {
			first = j
		}
	}
	return first
}
