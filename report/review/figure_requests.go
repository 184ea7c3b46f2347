package review

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/report/review/quantity"
)

// figureAppealEnd are the ends of cases.
var figureAppealEnd = map[string]string{"upheld": ".upheld", "corrected": ".corrected", "pending": ".pending", "other_end": ".other"}

// appeals are 行政复议 and 行政诉讼.
func (r *figureReader) appeals(q *quantity.Quantity, c *figureClause, objects []string) (topics []string, joint, loose bool) {
	for _, o := range objects {
		if figureFamily(o) == familyAppeal && !slices.Contains(topics, o) {
			topics = append(topics, o)
		}
	}
	if len(topics) == 0 && r.object != "" && figureFamily(r.object) == familyAppeal {
		topics = []string{r.object}
	}
	if i := slices.IndexFunc(topics, func(t string) bool { return t == "direct_suit" || t == "suit_after_review" }); i >= 0 {
		topics = slices.DeleteFunc(topics, func(t string) bool { return t == "suit" || t == "review" })
	}
	if len(topics) == 0 || len(c.ways) > 0 || c.applicant != "" && c.applicant != "other" && c.applicant != "several" && !q.None {
		return nil, false, false
	}
	end := figureAppealEnd[c.result]
	if c.result != "" && end == "" {
		return nil, false, false
	}
	if c.applicant == "other" && end == "" && !q.None {
		end = ".other"
	}
	business := slices.ContainsFunc(c.verbs, func(v string) bool { return figureCountVerb(v) || v == "deal" || v == "decide" })
	if !r.info && !c.info && !slices.Contains(objects, "request") && r.p.Means != "appeals" {
		if r.business = r.business || business; r.business || c.prefix != "" && !q.None && q.Value != 0 {
			return nil, false, false
		}
		loose = true
	}
	if slices.Contains(c.verbs, "revise") || slices.Contains(c.verbs, "publish") && !c.info && !r.info {
		return nil, false, false
	}
	for i := range topics {
		topics[i] += end
	}
	if len(topics) > 1 && !q.None && !c.each && q.Value != 0 {
		return topics, true, loose
	}
	return topics, false, loose
}

// requests are the applications and how they ended.
func (r *figureReader) requests(q *quantity.Quantity, c *figureClause, objects []string) (topics []string, joint, loose bool) {
	own := slices.Contains(objects, "request")
	verbs := slices.Compact(slices.Clone(c.verbs))
	one := func(topic string) ([]string, bool, bool) { return []string{topic}, false, loose }
	none := func() ([]string, bool, bool) { return nil, false, false }
	if figureMixed(append(objects, "apply")) || r.attributes && !slices.ContainsFunc(verbs, figureCountVerb) {
		return none()
	}
	if q.Unit == "次" && !slices.Contains(verbs, "receive") && !slices.Contains(verbs, "new") {
		return none() // answers, not applications
	}
	if q.Unit == "人次" && len(c.objects) == 0 {
		return none() // people who came, unless 申请 is what is counted
	}
	if c.result != "" {
		if _, ok := figureTopics[c.result]; !ok || len(c.ways) > 0 || c.applicant != "" || c.result == "upheld" || c.result == "corrected" || c.result == "refused" && r.attributed(q) {
			return none()
		}
		if len(c.results) > 0 && !slices.ContainsFunc(c.results, func(t string) bool { _, ok := figureTopics[t]; return !ok }) {
			return append(slices.Clone(c.results), c.result), !q.None && !c.each && q.Value != 0, loose
		}
		return one(c.result)
	}
	if q.None && c.any {
		c.ways = nil // 未收到任何书面或网上申请
	}
	if len(c.ways) > 0 {
		return r.ways(q, c, verbs)
	}
	for _, v := range verbs {
		switch v {
		case "in", "over":
			return one(v)
		case "carry":
			years := slices.DeleteFunc(c.years, func(y int) bool { return y < -1 || y > 1 || y == 0 })
			switch {
			case len(years) == 1 && years[0] == -1:
				return one("in")
			case len(years) == 1:
				return one("over")
			case len(years) == 0:
				if way := r.carried(q); way != "" {
					return one(way)
				}
			}
			return none()
		case "open":
			loose = true
			if c.elsewhen {
				if len(verbs) == 1 && containsAny(r.text[max(r.line, r.sentence):q.Span.Start], figureLastYear) {
					return one("in") // 年初尚有上年未办结的申请6件
				}
				return none()
			}
			if len(verbs) == 1 && !q.None {
				return one("over")
			}
			return none()
		}
	}
	if c.goesOn && !q.None && c.applicant == "" {
		return one("over")
	}
	if c.elsewhen {
		return none()
	}
	if c.applicant != "" && (c.applicant != "several" || c.each) && (!q.None || c.applicant != "other") {
		topic := "applicant." + c.applicant
		if _, ok := figureTopics[topic]; !ok || r.results && !q.None || slices.ContainsFunc(verbs, func(v string) bool { return v != "receive" && v != "new" && v != "handle" && v != "occur" }) ||
			len(verbs) == 0 && r.verb != "" && r.verb != "receive" && r.verb != "new" && r.verb != "handle" && !own && !slices.Contains(objects, "apply") {
			return none()
		}
		loose = len(verbs) == 0 && r.verb == "" && !own
		return one(topic)
	}
	if c.applicant != "" && (c.applicant != "several" || q.None && !containsAny(r.clauseOf(q), figureEverybody)) {
		return none() // 科研机构、社会公益组织等均未提出申请
	}
	if c.part && !own && slices.ContainsFunc(verbs, func(v string) bool { return v == "receive" || v == "new" || v == "handle" }) {
		return none()
	}
	if slices.ContainsFunc(verbs, func(v string) bool {
		return v != "receive" && v != "new" && v != "handle" && v != "close" && v != "answer" && v != "close_on_time" && v != "close_extended" && v != "occur"
	}) {
		return none()
	}
	verbs = slices.DeleteFunc(verbs, func(v string) bool { return v == "occur" })
	if !own && len(verbs) == 0 || q.None && !own && !slices.Contains(verbs, "receive") && !slices.Contains(verbs, "new") {
		if !(q.None && slices.Contains(objects, "apply")) && !c.total {
			return none()
		}
	}
	if q.None && (slices.Contains(verbs, "answer") || slices.Contains(verbs, "close") || slices.Contains(verbs, "close_on_time") || slices.Contains(verbs, "close_extended") && len(verbs) > 1) {
		return none() // 未按时办结的, 未答复的
	}
	switch {
	case len(verbs) == 0 && c.some:
		return none()
	case len(verbs) == 0:
		loose = loose || c.bare && !figureCountVerb(r.verb)
		return one("handled")
	case len(verbs) > 1:
		return one("handled")
	case verbs[0] == "receive":
		return one("received")
	case verbs[0] == "new":
		return one("new")
	case verbs[0] == "handle":
		loose = loose || strings.Contains(r.text[max(r.line, r.sentence):q.Span.Start], "撤回") // what was withdrawn is not in it
		return one("handled")
	case verbs[0] == "close":
		return one("closed")
	case verbs[0] == "answer":
		return one("answered")
	case verbs[0] == "close_extended":
		return one("closed_extended")
	}
	return one("closed_on_time")
}

// figureEverybody are the applicants who stand for all where others are named beside them.
var figureEverybody = []string{"自然人", "公民", "个人"}

// clauseOf is the clause of a number.
func (r *figureReader) clauseOf(q *quantity.Quantity) string {
	said := r.text[max(r.line, r.sentence):q.Span.Start]
	if i := max(strings.LastIndex(said, "，"), strings.LastIndex(said, ","), strings.LastIndex(said, "；")); i >= 0 {
		said = said[i:]
	}
	return said + r.text[q.Span.Start:min(len(r.text), q.Span.End+30)]
}

// attributed reports whether a sentence counts documents by whether they are public: 主动公开24条、依申请公开6条、不予公开0条.
func (r *figureReader) attributed(q *quantity.Quantity) bool {
	before := r.text[max(r.line, r.sentence, q.Span.Start-sentenceReach):q.Span.Start]
	at := indexOf(before, "主动公开")
	return at >= 0 && contains(before[at:], "依申请公开")
}

var (
	figureLastYear = []string{"上年", "上一年", "去年", "往年"}
	figureThisYear = []string{"本年", "今年", "当年"}
	figureNextYear = []string{"下年", "下一年", "次年", "明年", "来年"}
)

// carried reports whether the sentence of a number that is carried over says from last year, in, or to the next, over: 上一年度有4件申请转入本年办理.
func (r *figureReader) carried(q *quantity.Quantity) string {
	before := r.text[max(r.line, r.sentence, q.Span.Start-sentenceReach):q.Span.Start]
	behind := r.text[q.Span.End:min(len(r.text), q.Span.End+longestResults)]
	if i := indexAny(behind, "。；\n"); i >= 0 {
		behind = behind[:i]
	}
	switch {
	case containsAny(behind, figureNextYear):
		return "over"
	case containsAny(before, figureLastYear) && containsAny(behind, figureThisYear):
		return "in"
	}
	return ""
}

// goesOn reports whether the clause behind that of a number of applications says that they go on to the next year: 尚有1件申请未到期，结转至2024年办理.
func (r *figureReader) goesOn(q *quantity.Quantity) bool {
	behind := r.text[q.Span.End:min(len(r.text), q.Span.End+longestResults)]
	if i := indexAny(behind, "。；\n"); i >= 0 {
		behind = behind[:i]
	}
	at := max(indexOf(behind, "结转"), indexOf(behind, "转入"), indexOf(behind, "转至"))
	if at < 0 {
		return false
	}
	for i := range r.qs {
		if o := &r.qs[i]; o.Span.Start >= q.Span.End && o.Span.Start < q.Span.End+at && o.Form == quantity.Count && !o.None {
			return false // 共15件申请，其中3件结转下年
		}
	}
	return containsAny(behind[at:], figureNextYear) || r.s.Report.Year > 0 && contains(behind[at:], strconv.Itoa(r.s.Report.Year+1)+"年")
}

// ways are the applications that came in through a channel, or through several.
func (r *figureReader) ways(q *quantity.Quantity, c *figureClause, verbs []string) (topics []string, joint, loose bool) {
	if c.applicant != "" || r.results || slices.ContainsFunc(verbs, func(v string) bool { return v != "receive" && v != "new" }) {
		return nil, false, false
	}
	if q.Unit == "条" && len(c.objects) == 0 && len(verbs) == 0 && (r.verb == "post" || r.verb == "spread" || r.verb == "publish") {
		return nil, false, false // 推送148条，其中微信108条
	}
	topic := "way." + c.ways[0]
	if _, ok := figureTopics[topic]; !ok || len(c.ways) > 1 {
		topic = "way.any"
	}
	if len(c.ways) > 1 && c.open && c.sum {
		topic = "received" // 通过网络、信函等渠道共收到: all of them
	}
	if len(c.ways) > 1 && c.open && q.None && r.nowhere(q) {
		topic = "received"
	}
	return []string{topic}, false, false
}

// nowhere reports whether a sentence that names channels says of all of them that nothing came, and nothing else of what came: 网络、信函等渠道均未收到申请.
func (r *figureReader) nowhere(q *quantity.Quantity) bool {
	before, said := r.text[max(r.line, r.sentence):q.Span.Start], r.statement(q)
	if r.spoke || !containsAny(before+q.Span.Of(r.text), []string{"均", "都", "皆", "各", "所有", "任何"}) || containsAny(said, []string{"仅", "只", "其他", "其它", "其余", "除", "另"}) || strings.Contains(before, "申请") && strings.Contains(before, "，") {
		return false
	}
	for i := len(r.out) - 1; i >= 0 && i >= len(r.out)-sumReach && r.out[i].q.Span.Start >= r.line; i-- {
		if !r.out[i].q.None && r.out[i].q.Value > 0 {
			return false // 网络申请3件。当面、信函等渠道均未收到申请。
		}
	}
	behind := r.text[q.Span.End:min(len(r.text), q.Span.End+longestResults)]
	if i := indexAny(behind, "。\n"); i >= 0 {
		behind = behind[:i]
	}
	_, behind, _ = strings.Cut(behind, "，")
	return !strings.Contains(behind, "申请")
}
