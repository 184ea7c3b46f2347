package review

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/report/review/quantity"
)

// Applications that are not finished when the year ends are those that are carried over. However a sentence counts them by its other words (收到的,
// 受理的), the table has no other figure for them.

var (
	// figureUnfinished say that something is still in hand.
	figureUnfinished = []string{"在办理", "正办理", "在办", "在处理", "在审查", "正审查", "未办结", "没有办结", "未办完", "没有办完", "未办毕", "未完结", "未处理完", "未办理完", "没有办理完", "没办理完", "没办完", "没办结", "没答复", "未能答复", "未能办结", "未能在年", "未能于年", "未在年内", "未在本年", "未在当年", "未于年内", "结存", "办理状态",
		"未答复", "没有答复", "未作出答复", "未作答复", "待答复", "待办", "待处理", "待审查", "待补正", "等待", "有待", "未到期", "未到答复", "未到办理", "未到法定", "未到规定", "未到时限", "未届满", "未届期", "未期满", "期未满", "期未到", "期限未", "时限未",
		"期限尚未", "时限尚未", "期限还未", "期限没有", "期限仍未", "未满期", "正在征", "正征求", "在征求", "待征求", "待第三方", "正在补正", "在补正", "正按", "正在", "仍需办理", "待办结", "继续办理", "继续答复", "接续办理",
		"跨年", "留待", "顺延至", "延至", "延续至", "结转下", "结转至下", "结转次", "结转至次", "转入下", "转下", "转至下"}
	// figureStages may describe the work as well; in a later clause only with figureStands they say that it is not done.
	figureStages = []string{"办理中", "办理当中", "办理之中", "办理过程", "处理中", "审查中", "意见阶段", "审查阶段", "审核阶段", "办理阶段", "调查阶段", "补正阶段"}
	figureStands = []string{"处于", "尚", "仍", "正", "目前"}
	// figureYearlong begin what is told of the whole year, so that what a later clause says is not said of what it counts.
	figureYearlong = []string{"全年", "本年", "今年", "当年", "共收", "共受理", "共接", "共新收", "共办", "共答复", "累计", "总计"}
	// figureWithin are the words that, before 期内 or 期限内, say that the time still runs; without them it says that it was kept.
	figureWithin = []string{"处于", "尚处", "仍处", "还处", "尚在", "仍在", "还在", "正处", "将在", "将于", "目前在", "年底在"}
	figureTerms  = []string{"期内", "期限内", "时限内", "期限之内", "时限之内", "期间内", "办理期", "答复期", "补正期", "延长期", "期限"}
	// figureLater are words that put off what stands beside the next year.
	figureLater = []string{"将", "拟", "待", "预计", "计划", "延", "继续", "转", "留", "再", "应", "可", "期限", "时间", "答复", "办结", "办理", "跨入"}
	// figureHardly may say that something is still in hand: enough for a number that is the table's.
	figureHardly = []string{"年底", "年末", "岁末", "12月", "剩余", "其余", "余下", "尚", "仍", "未", "待", "延期", "延长", "补正", "第三方", "结转", "于1月", "跨"}
	// figureLate is when those came in that all others were finished without: 除年末收到的8件申请外.
	figureLate = []string{"年底", "年末", "12月"}
	// figureFinished say that it is done, or only some of it is not.
	figureFinished = []string{"已办结", "已答复", "已全部", "均已", "均按", "均依法", "均在法定", "均及时", "办结率", "答复率", "已按时", "已按期", "已依法答复", "已作出", "已于", "已在", "部分仍", "个别", "有的"}
	// figureOthersAre begin what is said of all the others.
	figureOthersAre = []string{"其余", "其他", "其它", "余下", "剩余"}
	// figureThen are other times than the end of the year.
	figureThen = []string{"上年", "上一年", "去年", "往年", "前年", "年初", "季度", "上半年", "半年", "当月", "历年"}
	// figureMonths end other months than the last.
	figureMonths = []string{"月底", "月末", "月30日", "月31日"}
	// figureCounted are what such a number is otherwise taken for.
	figureCounted = []string{"received", "new", "handled", "closed", "answered", "closed_on_time", "closed_extended", "some"}
)

// stillOpen looks again at a number of applications: where its own words say that they are not finished, its statements from an index on give way to one
// about those that are carried over.
func (r *figureReader) stillOpen(q *quantity.Quantity, from int) {
	if q.None || q.Form != quantity.Count || q.Sense == quantity.Difference || q.Sense == quantity.Previous || q.Unit != "件" && q.Unit != "宗" && q.Unit != "份" || r.p.Means == "appeals" {
		return
	}
	said := r.out[from:]
	part := len(said) == 1 && (strings.HasPrefix(said[0].topics[0], "applicant.") || strings.HasPrefix(said[0].topics[0], "way."))
	if len(said) > 1 || len(said) == 1 && (len(said[0].topics) > 1 || said[0].under || !part && !slices.Contains(figureCounted, said[0].topics[0])) {
		return
	}
	lead, behind := r.ownWords(q)
	if r.past && !contains(lead, "12月") || strings.HasPrefix(lead, "在") && figureBase(behind) {
		return // 在办理的80件申请中
	}
	if !contains(lead+behind, "申请") && (r.family != familyRequest || !r.spoke && len(said) == 0) ||
		len(said) == 0 && r.family != familyRequest && !contains(lead+behind, "公开申请") {
		return
	}
	over := quantity.Value(-1)
	if r.s.Edition != nil {
		if sum := r.s.figureOf("requests.carried_over"); sum.known {
			over = sum.value
		}
	}
	if !r.unfinished(lead, behind, q.Value == over) {
		return
	}
	switch {
	case len(said) == 0:
		r.out = append(r.out, figureStatement{part: r.p, q: q, topics: []string{"over"}, scope: r.scope, loose: true})
	case r.s.Edition != nil && r.s.agrees(said[0]):
	case part:
		r.out = r.out[:from] // those of one kind that are carried over
	default:
		said[0].topics, said[0].loose = []string{"over"}, true
	}
}

// agrees reports whether the table has the number of a statement of one topic.
func (s *Subject) agrees(st figureStatement) bool {
	t := figureTopics[st.topics[0]]
	return slices.ContainsFunc(append(slices.Clone(t.means), t.also...), func(m string) bool {
		sum := s.figureOf(m)
		return sum.known && figureFits(st, sum.value)
	})
}

// ownWords are the words of a number's clause before it, and those behind it that no other number has.
func (r *figureReader) ownWords(q *quantity.Quantity) (lead, behind string) {
	lead = r.text[max(r.line, r.sentence, q.Span.Start-longestResults):q.Span.Start]
	for at := len(lead); ; {
		i := lastIndexAny(lead[:at], "，,；;：:、（(")
		if i < 0 {
			break
		}
		if !endsInAny(lead[:i], []string{"底", "末", "日", "止"}) {
			_, size := utf8.DecodeRuneInString(lead[i:])
			lead = lead[i+size:]
			break
		}
		at = i // 截至6月底，尚有
	}
	behind = r.text[q.Span.End:min(len(r.text), q.Span.End+longestResults)]
	if i := indexAny(behind, "。；;\n（("); i >= 0 {
		behind = behind[:i]
	}
	qs := r.p.Quantities().Quantities
	first, _ := slices.BinarySearchFunc(qs, q.Span.Start-longestResults, func(o quantity.Quantity, at int) int { return o.Span.Start - at })
	for i := first; i < len(qs) && qs[i].Span.Start < q.Span.End+longestResults; i++ {
		o := &qs[i]
		switch {
		case o.None || o.Form > quantity.Percent:
		case o.Span.End <= q.Span.Start && o.Span.End > q.Span.Start-len(lead):
			lead = r.text[o.Span.End:q.Span.Start]
		case o.Span.Start >= q.Span.End && o.Span.Start < q.Span.End+len(behind):
			behind = behind[:max(0, lastIndexAny(r.text[q.Span.End:o.Span.Start], "，,、："))] // what stands directly before the next is said of it
		}
	}
	for _, w := range figureOthersAre {
		behind, _, _ = strings.Cut(behind, w) // 除8件正在办理外，其余均已办结
	}
	return lead, behind
}

// unfinished reports whether the words before and behind a number of applications say that they are still in hand; likely asks for less.
func (r *figureReader) unfinished(lead, behind string, likely bool) bool {
	near, far := behind, ""
	if i := indexAny(behind, "，,"); i >= 0 {
		near, far = behind[:i], behind[i:]
	}
	near = lead + "#" + near
	if !containsAny(lead, figureLate) && (containsAny(lead, figureYearlong) || r.s.Report.Year > 0 && contains(lead, strconv.Itoa(r.s.Report.Year)+"年")) {
		far = ""
	}
	said := near + far
	if containsAny(strings.ReplaceAll(said, "案情", ""), figureOngoing) || containsAny(lead, figureThen) || containsAny(lead, figureMonths) && !contains(lead, "12月") {
		return false
	}
	later := containsAny(said, figureNextYear) || r.s.Report.Year > 0 && contains(said, strconv.Itoa(r.s.Report.Year+1)+"年")
	if later && likely {
		return true // 另有8件已于2024年1月答复
	}
	if containsAny(said, figureFinished) {
		return false
	}
	if later && containsAny(said, figureLater) ||
		containsAny(said, figureUnfinished) || containsAny(near, figureStages) || containsAny(said, figureStages) && containsAny(far, figureStands) || containsAny(said, figureWithin) && containsAny(said, figureTerms) ||
		contains(lead, "除") && containsAny(lead, figureLate) {
		return true
	}
	return likely && containsAny(said, figureHardly)
}
