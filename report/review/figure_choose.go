package review

import (
	"slices"
	"strings"

	"nianbao/report/review/quantity"
)

// Units that the topics are counted in.
var (
	figureCases     = figureUnits("件 份 宗 条 起 例 项 次 个 件次 封 人次 笔 单")
	figureDocuments = figureUnits("件 份 个 部 项 篇")
	figureDecisions = figureUnits("件 起 宗 例 次 个 份 件次 笔 单")
	figureItems     = figureUnits("条 篇 件 个 份 项 条次 篇次 则")
	figureTimes     = figureUnits("次 场 场次 期 个 班次 回 轮")
	figurePeople    = figureUnits("人 名 人次 个 位 员")
	figureProjects  = figureUnits("个 项 件 宗 次")
)

func figureUnits(units string) []string { return append(strings.Fields(units), "") }

// topics are those that a clause speaks of. Joint says that the number is of all of them together, loose that the words fit only about.
func (r *figureReader) topics(q *quantity.Quantity, c *figureClause) (topics []string, joint, loose bool) {
	in := func(units []string) bool { return q.None || slices.Contains(units, q.Unit) }
	money := q.Form == quantity.Money
	objects := slices.DeleteFunc(slices.Clone(c.objects), func(o string) bool { return o == "case" })
	isCase := len(objects) < len(c.objects)
	family := r.family
	if len(objects) > 0 {
		family = figureFamily(objects[len(objects)-1])
	} else if family != familyRequest && !money && r.speaksOf(q, c) {
		family = familyRequest
	}
	if money {
		if q.None {
			return nil, false, false
		}
		return r.money(objects, c), false, false
	}
	if q.None && slices.Contains(c.verbs, "attend") && !slices.ContainsFunc(objects, func(o string) bool { return o == "press" || o == "interview" }) {
		return nil, false, false
	}
	switch {
	case slices.ContainsFunc(objects, func(o string) bool { return figureFamily(o) == familyAppeal }), family == familyAppeal && (len(objects) == 0) && (figureAppealEnd[c.result] != "" || isCase || c.applicant == "other"):
		if !in(figureCases) {
			return nil, false, false
		}
		return r.appeals(q, c, objects)
	case len(objects) > 0 && family == familyDocument:
		if !in(figureDocuments) || figureMixed(objects) {
			return nil, false, false
		}
		return r.documents(q, c, objects)
	case len(objects) == 0 && r.family == familyDocument && len(c.verbs) > 0 && len(c.ways) == 0 && c.result == "" && !q.None:
		if !in(figureDocuments) || r.object == "" || c.prefix != "" {
			return nil, false, false
		}
		return r.documents(q, c, []string{r.object})
	case len(objects) > 0 && family == familyDecision:
		if !in(figureDecisions) || figureMixed(objects) {
			return nil, false, false
		}
		return r.decisions(q, c, objects)
	case len(objects) > 0 && family != familyRequest:
		if figureMixed(objects) && family != familyItems {
			return nil, false, false
		}
		return r.others(q, c, objects[len(objects)-1])
	}
	if isCase && len(objects) == 0 && !r.info {
		return nil, false, false
	}
	if len(objects) == 0 && family == familyItems {
		return r.others(q, c, "")
	}
	if len(objects) == 0 && family == "" && r.p.Means == "disclosure" && len(c.ways) == 1 && q.Unit == "条" { // 通过政府网站公开201条
		topics, joint, _ = r.others(q, c, "")
		return topics, joint, true
	}
	sure := family == familyRequest && (slices.Contains(objects, "request") || r.family == familyRequest || r.family == "" && (r.info || c.info) || r.speaksOf(q, c))
	if !sure && !r.maySpeakOf(q, c) || !in(figureCases) {
		if c.prefix == "" && !c.foreign && len(c.objects) == 1 && c.objects[0] == "apply" && len(c.verbs) == 1 && c.verbs[0] == "receive" && q.Depth == 0 {
			r.maybe = q
		}
		if !in(figureCases) || !c.goesOn && !r.plainly(q, c) {
			return nil, false, false
		}
	}
	topics, joint, loose = r.requests(q, c, objects)
	r.spoke = r.spoke || sure && len(topics) > 0
	return topics, joint, loose || !sure
}

// figureMixed reports whether objects are of several families.
func figureMixed(objects []string) bool {
	return slices.ContainsFunc(objects, func(o string) bool { return figureFamily(o) != figureFamily(objects[0]) })
}

// money are the topics of an amount.
func (r *figureReader) money(objects []string, c *figureClause) []string {
	switch {
	case len(objects) == 1 && figureFamily(objects[0]) == familyRequest && slices.Contains(c.verbs, "charge"):
		return []string{"copy_fee"}
	case len(objects) == 0 || figureMixed(objects) && objects[len(objects)-1] != "fees" && objects[len(objects)-1] != "copy_fee":
		if len(objects) == 0 && r.object == "procurement" && len(c.verbs) == 0 && c.prefix == "" {
			return []string{"procurement.amount"}
		}
		return nil
	case objects[len(objects)-1] == "procurement":
		return []string{"procurement.amount"}
	case slices.Contains([]string{"fees", "copy_fee", "budget"}, objects[len(objects)-1]):
		return objects[len(objects)-1:]
	}
	return nil
}

// figureDocumentVerbs are the columns of documents by verb.
var figureDocumentVerbs = []string{"issue", "make", "repeal", "force", "publish_new", "public_total", "publish", "spread", "decide"}

// documents are 规范性文件 and 规章.
func (r *figureReader) documents(q *quantity.Quantity, c *figureClause, objects []string) (topics []string, joint, loose bool) {
	inherits := !slices.ContainsFunc(c.objects, func(o string) bool { return figureFamily(o) == familyDocument })
	if inherits && r.otherFiles(q) {
		return nil, false, false
	}
	if inherits && q.Depth > 0 { // parts of what went before: 规章13件（新制定5件，修改4件）
		loose = true
	}
	if slices.Contains(c.verbs, "revise") {
		r.revising = true
		return nil, false, false
	}
	if r.revising && (inherits || c.part) || len(c.ways) > 0 && !q.None || c.result != "" || c.applicant != "" {
		return nil, false, false
	}
	verb := ""
	for _, v := range c.verbs {
		if slices.Contains(figureDocumentVerbs, v) {
			if verb != "" && verb != v && !(verb == "make" && v == "issue" || verb == "issue" && (v == "publish" || v == "spread")) {
				if q.None { // 未制定和公开规范性文件
					v = "issue"
				} else if v == "force" || verb == "force" {
					v = "force" // 公布现行有效的规范性文件
				} else if (v == "repeal" || verb == "repeal") && (v == "publish" || v == "spread" || verb == "publish" || verb == "spread") {
					v = "repeal" // 公布废止的规范性文件
				} else {
					return nil, false, false
				}
			} else if verb != "" {
				continue
			}
			verb = v
		} else if v != "hold" && v != "occur" {
			return nil, false, false
		}
	}
	if verb == "" && r.family == familyDocument && slices.Contains(figureDocumentVerbs, r.verb) && !q.None {
		verb = r.verb
		if verb == "publish" || verb == "spread" {
			loose = true
		}
	}
	inherited := verb == "" && (r.verb == "publish" || r.verb == "spread" || r.family == familyItems)
	switch verb {
	case "publish":
		loose = true
		if r.s.Edition != nil && len(r.s.Edition.Meaning("disclosure.documents")) > 0 {
			loose = false
		}
	case "spread", "decide":
		verb, loose = "publish", true
	case "":
		loose = loose || inherited
	}
	for _, o := range objects {
		if t := o + "." + verb; !slices.Contains(topics, t) && figureFamily(o) == familyDocument {
			topics = append(topics, t)
		}
	}
	return topics, len(topics) > 1 && !q.None && !c.each && q.Value != 0, loose
}

// otherFiles reports whether the sentence counts files of all kinds: 共清理文件76件，其中保留54件.
func (r *figureReader) otherFiles(q *quantity.Quantity) bool {
	before := r.text[max(r.line, r.sentence):q.Span.Start]
	return strings.Contains(before, "文件") && !strings.Contains(before, "规范性文件")
}

// decisions are 行政许可, 行政处罚, 行政强制.
func (r *figureReader) decisions(q *quantity.Quantity, c *figureClause, objects []string) (topics []string, joint, loose bool) {
	verbs := c.verbs
	if len(verbs) == 0 && r.verb != "" {
		verbs = []string{r.verb}
	}
	for _, v := range verbs {
		switch v {
		case "decide", "occur":
		case "handle", "receive", "deal", "close", "issue":
			loose = true
		case "publish", "post", "spread": // 公开作出的行政处罚决定8件
			if loose = true; !slices.Contains(verbs, "decide") || q.None {
				return nil, false, false
			}
		default:
			return nil, false, false
		}
	}
	if len(c.ways) > 0 || c.result != "" || c.applicant != "" && !q.None || c.part && len(c.verbs) == 0 && r.verb == "" {
		return nil, false, false
	}
	for _, o := range objects {
		if !slices.Contains(topics, o) {
			topics = append(topics, o)
		}
	}
	if len(verbs) == 0 && !q.None && q.Value != 0 && r.p.Means != "disclosure" {
		loose = true
	}
	if q.None && len(verbs) == 0 || strings.Contains(r.text[q.Span.Start:min(len(r.text), q.Span.End+8*len("字"))], "不予") {
		loose = true // 无行政许可 may be of the powers; 许可决定1180件、不予许可26件 are decisions both
	}
	return topics, len(topics) > 1 && !q.None && !c.each && q.Value != 0, loose
}

// others are the topics that one object names, and the items made public.
func (r *figureReader) others(q *quantity.Quantity, c *figureClause, object string) (topics []string, joint, loose bool) {
	in := func(units []string) bool { return q.None || slices.Contains(units, q.Unit) }
	if c.result != "" || c.applicant != "" && !q.None {
		return nil, false, false
	}
	verb := ""
	if len(c.verbs) > 0 {
		verb = c.verbs[len(c.verbs)-1]
	}
	switch object {
	case "items", "news", "":
		return r.items(q, c, object, verb)
	case "fees", "copy_fee":
		if q.None && !slices.ContainsFunc(c.verbs, func(v string) bool { return v != "charge" && v != "occur" }) {
			return []string{object}, false, false
		}
		return nil, false, false
	case "procurement":
		if in(figureProjects) && (verb == "" || verb == "hold" || verb == "decide" || verb == "occur" || verb == "close") && q.Unit != "次" {
			return []string{"procurement.projects"}, false, false
		}
		return nil, false, false
	}
	units := figureOtherUnits[object]
	if units == nil || !in(units) || len(c.ways) > 0 {
		return nil, false, false
	}
	switch object {
	case "explained", "press", "meeting", "training", "trained", "interview", "response":
		loose = c.prefix != "" || q.None && contains(q.Span.Of(r.text), "参加")
	}
	return []string{object}, false, loose
}

// figureOtherUnits are the units of what is counted in one way only.
var figureOtherUnits = map[string][]string{"response": figureTimes, "press": figureTimes, "interview": figureTimes, "explained": figureItems, "offices": figureProjects,
	"reading_points": figureProjects, "staff": figurePeople, "full_time": figurePeople, "part_time": figurePeople, "meeting": figureTimes, "training": figureTimes,
	"trained": figurePeople, "complaint": figureCases}

// items are what was made public (主动公开政府信息), in all or through one channel.
func (r *figureReader) items(q *quantity.Quantity, c *figureClause, object, verb string) (topics []string, joint, loose bool) {
	if q.None || !slices.Contains([]string{"条", "条次"}, q.Unit) || len(c.ways) > 1 {
		return nil, false, false
	}
	if slices.ContainsFunc(c.verbs, func(v string) bool { return v != "publish" && v != "spread" && v != "post" }) {
		return nil, false, false
	}
	if len(c.ways) == 1 {
		topic := "items." + c.ways[0]
		if _, ok := figureTopics[topic]; !ok || verb == "" && object == "" && r.verb != "publish" && r.verb != "spread" {
			return nil, false, false
		}
		return []string{topic}, false, c.prefix != "" || verb == "post" || verb == "" && object == "" && r.family != familyItems || r.narrow(q)
	}
	if verb == "" && object != "items" || object == "" || c.part {
		return nil, false, false
	}
	loose = c.prefix != "" || verb != "publish" && object != "items" || object == "news" && !c.dated && !r.dated || r.narrow(q)
	return []string{"items"}, false, loose
}

// narrow reports whether the paragraph speaks of some field only, so that its 公开信息 8 条 are not all.
func (r *figureReader) narrow(q *quantity.Quantity) bool {
	before := r.text[max(r.line, q.Span.Start-figureNarrowed):q.Span.Start]
	return slices.ContainsFunc([]string{"领域", "栏目", "专栏", "专题"}, func(w string) bool { return strings.Contains(before, w) })
}

// figureNarrowed is how many bytes before a number narrow looks.
const figureNarrowed = 600
