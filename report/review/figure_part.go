package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report/review/quantity"
)

// A number that differs from the table proves nothing where the words around it tell it of a part of what the table counts, of what others did, or
// of another year's. Everything here is asked only of numbers that differ.

// figurePart are the words around a number that differs.
type figurePart struct {
	s             *Subject
	st            figureStatement
	q             *quantity.Quantity
	topic         string
	table         quantity.Value
	line          string // its paragraph
	from          int    // where the paragraph begins
	before, after string // its sentence
	clause        string // its clause before it
}

// figureAround is how many bytes of a paragraph before and behind a number are looked at.
const figureAround = 1800

// ofPart reports whether a number is told of a part only, or of something else than the table has.
func (s *Subject) ofPart(st figureStatement, table quantity.Value) bool {
	text, q := st.part.Text, st.q
	if q.None || len(st.topics) > 1 || q.Form != quantity.Count {
		return false
	}
	p := figurePart{s: s, st: st, q: q, topic: st.topics[0], table: table}
	p.from = max(strings.LastIndexByte(text[:q.Span.Start], '\n')+1, q.Span.Start-figureAround)
	p.line = text[p.from:min(len(text), q.Span.End+figureAround)]
	if i := strings.IndexByte(p.line, '\n'); i >= 0 {
		p.line = p.line[:i]
	}
	at, end := q.Span.Start-p.from, q.Span.End-p.from
	p.before, p.after = p.line[:at], p.line[end:]
	if i := strings.LastIndex(p.before, "。"); i >= 0 {
		p.before = p.before[i+len("。"):]
	}
	if i := strings.Index(p.after, "。"); i >= 0 {
		p.after = p.after[:i]
	}
	p.clause = p.before
	if i := lastIndexAny(p.before, "，,；;：:（("); i >= 0 {
		_, size := utf8.DecodeRuneInString(p.before[i:])
		p.clause = p.before[i+size:]
	}
	family, _, _ := strings.Cut(p.topic, ".")
	switch family {
	case "review", "suit", "direct_suit", "suit_after_review":
		return p.among() || p.judged(end) || p.left() || p.ended(family) || p.added("结转", "上年", "往年")
	case "documents", "regulations":
		return p.changing() || p.since() || p.printed() || p.cleaned()
	case "granted", "partial", "refused", "unavailable", "unprocessed", "closed", "answered", "received", "new", "handled", "in", "third_party", "applicant":
		return p.changing() || p.summed() || p.left() || p.consulted() || p.reviewed() || p.dated() || p.ofBase() || p.listed() || p.yearly() || p.rest()
	}
	if p.topic == "over" && p.st.loose && p.q.Value < p.table && p.hasCount(p.table) {
		return true // 结转下年8件。其中3件尚未到期
	}
	return p.changing() || p.since()
}

// changing reports whether a number is where something came from: 由14件减少到3件.
func (p *figurePart) changing() bool {
	lead := p.before[max(0, len(p.before)-24):]
	if endsInAny(lead, []string{"年初", "年初有", "年初为", "年初的", "期初", "上年末", "上年底"}) {
		return true
	}
	i := max(strings.LastIndex(lead, "由"), strings.LastIndex(lead, "从"))
	return i >= 0 && (i+len("由") == len(lead) || endsInAny(lead, []string{"的", "年", "初", "末", "底", "年度"})) && containsAny(cutAt(p.after, 24), []string{"到", "至", "为"}) &&
		containsAny(cutAt(p.after, 24), []string{"降", "升", "增", "减", "加", "到"})
}

// summed reports whether the sentence goes on to say what all together are, and that is what the table has: 一次性答复26件、补正后答复4件，合计30件.
func (p *figurePart) summed() bool {
	text, end, found := p.st.part.Text, p.q.Span.End+len(p.after), false
	if !containsAny(p.after, []string{"合计", "共", "总计"}) {
		return false
	}
	p.counts(func(q *quantity.Quantity, from, _ int) {
		found = found || q.Span.Start > p.q.Span.End && q.Span.End <= end && q.Value == p.table && p.q.Value < p.table && endsInAny(text[from:q.Span.Start], []string{"合计", "合计为", "共", "共计", "总计", "合计共", "共计为", "总计为"})
	})
	return found
}

// cutAt is the beginning of a text, of so many bytes at most.
func cutAt(text string, n int) string { return text[:min(len(text), n)] }

// since reports whether a number has come about over years, and this year's stands behind it: 三年累计废止11件，其中2023年2件.
func (p *figurePart) since() bool {
	if p.q.Value <= p.table {
		return false
	}
	years := containsAny(p.before, []string{"年来", "以来", "三年", "两年", "四年", "五年", "自20", "十四五", "期间"})
	if strings.Contains(p.before, "累计") {
		return years || strings.HasPrefix(strings.TrimLeft(p.after, "，,（("), "其中")
	}
	return years && containsAny(p.after, []string{"今年", "本年", "当年", "其中"})
}

// figurePrinted are words for where documents of others stand, too.
var figurePrinted = []string{"公报", "汇编", "刊登", "刊载", "收录", "转载", "文件库", "转发"}

// printed reports whether documents are counted by where they stand, and no word behind that says what the organ did with them.
func (p *figurePart) printed() bool {
	for _, w := range figurePrinted {
		if i := strings.LastIndex(p.before, w); i >= 0 {
			return !containsAny(p.before[i:], []string{"制发", "制定", "印发", "出台", "废止", "有效", "新发", "制作"})
		}
	}
	return false
}

// cleaned reports whether documents are those of a review that is only proposed, or of others, or whether others have lapsed besides: 拟保留78件; 废止12件，失效9件.
func (p *figurePart) cleaned() bool {
	if containsAny(p.clause, []string{"拟", "建议"}) {
		return true
	}
	return strings.Contains(p.line, "清理") && strings.Contains(p.s.Report.Agency, "司法") || p.topic == "documents.repeal" && p.added("失效")
}

// figureJudges are words for the one who decides on appeals, figureJudged for the one against whom they go.
var (
	figureJudges = []string{"复议机关", "复议局", "复议机构", "复议委员会", "复议办", "审理行政复议", "审理复议"}
	figureJudged = []string{"被申请", "被复议", "被告", "复议机关均", "复议机关作出", "复议机关决定", "复议机关维持", "复议机关依法", "复议机关经", "被提起", "对我", "对本", "以我", "以本", "不服"}
)

// judged reports whether the cases are those that the organ decides on: the nearest words before the number that say which.
func (p *figurePart) judged(end int) bool {
	rest := p.line[:end]
	if others := strings.Contains(p.line, "被申请人"); others || strings.Contains(p.before, "类") {
		segment := p.before[max(strings.LastIndex(p.before, "；"), strings.LastIndex(p.before, ";"), 0):]
		if others && containsAny(segment, []string{"受理", "审理", "审结", "承办"}) && !containsAny(segment+cutAt(p.after, 60), figureJudged) || strings.Contains(segment, "类") && !containsAny(segment, []string{"公开", "复议类", "诉讼类", "案件类"}) {
			return true // 婚姻登记类8件，维持5件
		}
	}
	for rest != "" {
		segment := rest
		if i := max(strings.LastIndex(rest, "。"), strings.LastIndex(rest, "；"), strings.LastIndex(rest, ";")); i >= 0 {
			_, size := utf8.DecodeRuneInString(rest[i:])
			segment, rest = rest[i+size:], rest[:i]
		} else {
			rest = ""
		}
		switch {
		case containsAny(segment, figureJudged):
			return false
		case containsAny(segment, figureJudges), strings.Contains(p.s.Report.Agency, "司法") && strings.Contains(segment, "复议") && containsAny(segment, []string{"办结", "审结", "审理", "受理", "办理"}):
			return true
		case strings.Contains(segment, "复议"):
			return false // it says by itself which they are
		}
	}
	return false
}

// among reports whether the number is of cases of all kinds, and those about information are named among them: 行政诉讼29件，其中信息公开2件.
func (p *figurePart) among() bool {
	_, among, found := strings.Cut(p.after, "其中")
	return found && p.q.Value > p.table && strings.Contains(among, "信息公开") && p.hasCount(p.table)
}

// figureUncounted say that something is not in the table.
var figureUncounted = []string{"不计入", "未计入", "不纳入统计", "不列入", "未列入", "未纳入统计", "不在统计", "不作统计"}

// left reports whether the paragraph says that some of them are not in the table, and the others are what it has: 共3件，其中1件不计入本报告表格.
func (p *figurePart) left() bool {
	if !containsAny(p.line, figureUncounted) {
		return false
	}
	return containsAny(p.before+p.after, figureUncounted) || p.hasCount(p.q.Value-p.table)
}

// added reports whether the sentence names a number that with this one is what the table has, behind one of some words.
func (p *figurePart) added(words ...string) bool {
	return containsAny(p.before+p.after, words) && p.hasCount(p.table-p.q.Value)
}

// hasCount reports whether the paragraph has a number.
func (p *figurePart) hasCount(value quantity.Value) bool {
	found := false
	if value > 0 {
		p.counts(func(q *quantity.Quantity, _, _ int) { found = found || q.Value == value })
	}
	return found
}

// ended reports whether cases that have ended and those that have not are together what the table has.
func (p *figurePart) ended(kind string) bool {
	t, known := figureTopics[kind+".pending"]
	if !known || p.topic != kind || !containsAny(p.clause+p.q.Span.Of(p.st.part.Text)+cutAt(p.after, 12), []string{"审结", "结案", "办结", "已判", "判决", "作出"}) {
		return false
	}
	pending := p.s.figureOf(t.means[0])
	return pending.known && pending.value > 0 && p.q.Value+pending.value == p.table
}

// consulted reports whether a number is of those who were asked before the answer: 征求意见31人次，其中不同意公开8人次.
func (p *figurePart) consulted() bool {
	if slices.Contains([]string{"人次", "人", "家", "名", "户", "位"}, p.q.Unit) {
		return containsAny(p.before, []string{"第三方", "权利人", "征求", "征询"})
	}
	said := p.clause + p.q.Span.Of(p.st.part.Text) + cutAt(p.after, 36)
	return p.topic != "third_party" && strings.Contains(said, "同意公开") && containsAny(p.before+said, []string{"第三方", "权利人", "第三人"})
}

// reviewed reports whether results are those of the review before publication: 拟公开信息1863条，不予公开7条.
func (p *figurePart) reviewed() bool {
	asked := strings.Contains(strings.ReplaceAll(p.before, "依申请公开", ""), "申请")
	if !asked && p.topic == "refused" && containsAny(p.line, []string{"公开属性", "属性认定", "标注"}) {
		return true
	}
	return (!asked || slices.Contains([]string{"条", "篇", "则", "条次", "份"}, p.q.Unit)) && containsAny(p.before, []string{"保密审查", "拟公开", "拟发", "公开审查", "发布审查", "审查后", "公开属性", "属性认定", "清理", "评估"})
}

// dated reports whether answers were given on a day: 1件于2024年1月5日答复.
func (p *figurePart) dated() bool {
	if !slices.Contains([]string{"closed", "answered", "handled", "received", "new"}, p.topic) {
		return false
	}
	rest := cutAt(strings.TrimPrefix(p.after, "已"), 48)
	i := strings.Index(rest, "月")
	return beginsWith(rest, []string{"于", "在", "分别于"}) && i > 0 && rest[i-1] >= '0' && rest[i-1] <= '9'
}
