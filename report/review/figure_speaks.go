package review

import (
	"slices"
	"strings"

	"nianbao/report/review/quantity"
)

// figureReasons are results that only applications have, whatever the paragraph is about.
var figureReasons = map[string]bool{"third_party": true, "internal_affairs": true, "process": true, "enforcement_file": true, "inquiry": true, "not_held": true, "needs_making": true,
	"unclear": true, "petition": true, "repeated": true, "excessive": true, "reissue": true, "security_stability": true, "prohibited_by_law": true, "overdue_correction": true, "overdue_fee": true}

// speaksOf reports whether a clause can only be about applications by its own words, where its sentence has not named its object yet.
func (r *figureReader) speaksOf(q *quantity.Quantity, c *figureClause) bool {
	if figureReasons[c.result] {
		return true
	}
	before := r.text[max(r.line, r.sentence, q.Span.Start-longestResults):q.Span.Start]
	if c.result != "" && figureAppealEnd[c.result] == "" && containsAny(before, figureOutcomes) && !containsAny(before, figureElse) {
		return true
	}
	if figureInTable(before) && q.Unit == "件" && c.prefix == "" && !containsAny(r.statement(q), figureOngoing) {
		return true
	}
	if c.result == "granted" && q.Unit == "件" && containsAny(r.statement(q), figureListed) && !containsAny(before, figureElse) && !containsAny(before, figureFiles) {
		return true // 予以公开10件，部分公开2件
	}
	if r.family != "" && r.family != familyItems && r.familyAt >= r.sentence && !r.about() {
		return false
	}
	if r.spoke && len(c.objects) == 0 && c.result == "" && c.prefix == "" && slices.ContainsFunc(c.verbs, figureCountVerb) {
		return true
	}
	applied := r.applied || slices.Contains(c.objects, "apply")
	switch {
	case c.result != "" && c.result != "granted":
		return figureAppealEnd[c.result] == "" && (q.Unit != "条" || applied) && !containsAny(before, figureElse)
	case c.result != "":
		return applied || r.asked(q, c) || r.lone(q, c) && (slices.Contains(c.verbs, "decide") || slices.Contains(c.verbs, "answer") || contains(r.statement(q), "申请人")) || r.family != familyForeign && r.answers(q) || strings.HasSuffix(strings.TrimRight(before, "的"), "公开答复")
	case r.family == "" && q.Unit == "件" && contains(r.statement(q), "结转") && contains(r.statement(q), "新收") && !containsAny(r.statement(q), figureElse):
		return true // the table's own words for what came in
	case slices.Contains(c.verbs, "over"), slices.Contains(c.verbs, "in"), slices.Contains(c.verbs, "new"), slices.Contains(c.verbs, "carry"), c.goesOn && q.Unit == "件" && !containsAny(r.statement(q), figureElse) && !containsAny(r.statement(q), figureOngoing):
		return applied || r.lone(q, c)
	}
	// The table's own words for applicants.
	return c.applicant != "" && (applied && !q.None || q.None && c.info || strings.Contains(before, "申请") && containsAny(before, figureApplicantWords)) && !containsAny(before, figureElse)
}

// figureInTable reports whether words before a number are the table's own for applications that go on to the next year.
func figureInTable(before string) bool {
	return contains(before, "结转") && contains(before, "年度继续办理")
}

// figureStill are words for what nobody applies for, though it is counted: they say nothing of what comes next.
var figureStill = []string{"制度", "规章制度", "清单", "目录", "栏目", "专题", "收费标准", "收费依据", "意见", "新闻", "图片", "视频", "业务", "会议", "讲座", "文稿"}

// about reports whether the foreign thing last named only describes the work: 健全登记、答复制度，全年新收申请33件.
func (r *figureReader) about() bool { return r.family == familyForeign && r.still }

// statement is the sentence of a number, as far as such words are looked for.
func (r *figureReader) statement(q *quantity.Quantity) string {
	from, to := max(r.line, r.sentence, q.Span.Start-longestResults), min(len(r.text), q.Span.End+longestResults)
	if i := strings.Index(r.text[q.Span.End:to], "。"); i >= 0 {
		to = q.Span.End + i
	}
	return r.text[from:to]
}

// maySpeakOf reports whether a clause is about applications if its sentence says that they were answered: 全年收到申请5件，均按时答复.
func (r *figureReader) maySpeakOf(q *quantity.Quantity, c *figureClause) bool {
	if len(c.verbs) == 1 && (c.verbs[0] == "close" || c.verbs[0] == "answer") && c.result == "" && containsAny(r.statement(q), figureDeadlines) && r.lone(q, c) {
		return true
	}
	return !q.None && c.prefix == "" && !c.foreign && (r.family == "" || r.family == familyItems || r.familyAt < r.sentence || r.about()) && r.answers(q) &&
		(c.result == "granted" || len(c.objects) > 0 && !slices.ContainsFunc(c.objects, func(o string) bool { return o != "apply" }) && slices.ContainsFunc(c.verbs, figureCountVerb))
}

// lone reports whether a clause that names no object opens a paragraph of the overview where nothing else is spoken of that is carried over, closed or
// answered: 上年结转3件，已全部办结.
func (r *figureReader) lone(q *quantity.Quantity, c *figureClause) bool {
	if r.family != "" || r.p.Means != "overview" || q.None || q.Unit != "件" || q.Depth > 0 || len(c.objects) > 0 || len(c.ways) > 0 || c.applicant != "" || c.prefix != "" || c.foreign || c.vague ||
		r.sentence != r.line || q.Span.Start-r.line > longestOpening {
		return false
	}
	opening := r.text[r.line:q.Span.Start]
	if head, _, ok := strings.Cut(opening, "，"); ok && !yearEnds(head, []string{"年", "年度", "底", "末", "日", "期内"}) || hasRune(opening, "；;。：:") {
		return false
	}
	end := min(len(r.text), q.Span.End+longestResults)
	if n := strings.IndexByte(r.text[q.Span.End:end], '\n'); n >= 0 {
		end = q.Span.End + n
	}
	around := r.text[max(0, r.line-longestResults):end]
	return !containsAny(around, figureElse) && !containsAny(around, figureElsewhere)
}

// plainly reports whether a clause counts applications in plain words that no other matter is named with: 全年收到公民申请4件. They are hardly any others in
// such a report, but nothing proves it.
func (r *figureReader) plainly(q *quantity.Quantity, c *figureClause) bool {
	if r.p.Means == "overview" && !q.None && q.Unit == "件" && q.Depth == 0 && c.prefix == "" && !c.foreign && c.result == "" && len(c.ways) == 0 && (len(c.verbs) > 0 || c.total) && !slices.ContainsFunc(c.verbs, func(v string) bool { return !figureCountVerb(v) }) &&
		(len(c.objects) == 1 && c.objects[0] == "apply" || len(c.objects) == 0 && c.applicant != "" && c.applicant != "other" && contains(q.Before.Of(r.text), "申请")) &&
		(r.family == "" || r.family == familyItems || r.familyAt < r.sentence || r.about()) {
		said := figureRooms.cut(r.statement(q))
		return !containsAny(said, figureElse) && !containsAny(said, figureElsewhere)
	}
	return false
}

// asked reports whether the sentence of what was granted names who asked for it, and nothing else that one asks for: 决定予以公开的6件，均按申请人要求的形式提供.
func (r *figureReader) asked(q *quantity.Quantity, c *figureClause) bool {
	return !q.None && q.Unit == "件" && c.prefix == "" && (r.family != familyForeign || r.about() || r.familyAt < r.sentence) && contains(r.statement(q), "申请人") && !containsAny(r.statement(q), figureElse) && !containsAny(r.statement(q), figureElsewhere)
}

// longestOpening is how many bytes may stand before the number that opens a paragraph.
const longestOpening = 60

// answers reports whether the sentence of a number speaks of answers, and of nothing else that is answered.
func (r *figureReader) answers(q *quantity.Quantity) bool {
	sentence := r.statement(q)
	return containsAny(sentence, figureAnswers) && !containsAny(sentence, figureElse)
}

var (
	figureAnswers = []string{"答复率", "均答复", "已答复", "依法答复", "按时答复", "按期答复", "及时答复", "全部答复", "作出答复", "答复申请人", "答复文书", "予以答复", "按规定答复", "依法作出答复", "分别答复"}
	// figureDeadlines tell of answers that the law sets a time for.
	figureDeadlines = []string{"法定期限", "规定期限", "法定时限", "规定时限", "答复率", "申请人", "逾期答复", "按时答复", "按期答复", "及时答复"}
	// figureOutcomes are words for how applications ended, figureElse what else has outcomes and answers.
	figureOutcomes = []string{"办理结果", "答复结果", "处理结果", "办理的申请", "答复的申请", "办结的申请", "申请中", "申请办理", "答复中", "答复类型", "答复意见", "答复方式", "结果看", "答复申请人", "作出答复", "答复情况"}
	figureElse     = []string{"建议", "提案", "信访", "工单", "留言", "热线", "来信", "诉求", "公文", "属性", "会议", "议题", "发文", "许可", "咨询", "拟公开", "拟发"}
	// figureElsewhere is what else is carried over, closed or answered where a paragraph names no object.
	figureElsewhere = []string{"案", "线索", "调解", "执法", "项目", "任务", "投诉", "举报", "督办", "交办", "转办", "诉讼", "复议", "审批", "登记", "经费", "资金", "业务", "来电", "来访", "邮件", "信箱", "文件", "稿件", "问题", "证", "服务"}
	// figureOngoing is what else goes on to the next year.
	figureOngoing = []string{"案", "线索", "调解", "执法", "项目", "任务", "投诉", "举报", "督办", "建议", "提案", "信访", "工单", "留言", "诉讼", "复议", "经费", "资金", "诉求", "议题", "许可", "审批"}
	// figureFiles are what is looked through before it is published.
	figureFiles = []string{"文件", "档案", "信息"}
	// figureListed are results that stand beside those granted in a list.
	figureListed = []string{"部分公开", "无法提供", "不予处理"}
	// figureRooms are places whose names say nothing of what is asked for there.
	figureRooms          = newCutter("便民服务中心", "政务服务中心", "政务服务大厅", "便民服务大厅", "便民服务站", "服务窗口", "服务大厅", "服务台")
	figureApplicantWords = []string{"自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构"}
)

// longestResults is how many bytes before and behind a number such words are looked for.
const longestResults = 120
