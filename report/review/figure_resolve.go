package review

import (
	"slices"
	"strings"

	"nianbao/report/review/quantity"
)

// figureOrgan are the words that names of organs end in.
var figureOrgan = []string{"局", "委", "办", "镇", "乡", "街道", "办事处", "政府", "厅", "院", "中心", "部门", "单位", "机关", "大队", "支队", "队", "所", "站", "会", "县", "市", "区", "省", "处", "管委会", "办公室", "公司", "股", "科"}

// ownPrefix judges the unknown words that begin a clause: whether the name of an organ, and whether it is this one.
func (r *figureReader) ownPrefix(prefix string) (organ, own bool) {
	prefix = strings.Trim(prefix, figureBlank)
	if prefix == "" {
		return false, true
	}
	if !slices.ContainsFunc(figureOrgan, func(w string) bool { return strings.HasSuffix(prefix, w) }) {
		return false, false
	}
	id := r.s.Identity()
	names := append([]string{r.s.Report.Agency, r.s.Report.Title, r.s.Report.Signature.Agency, id.Name, id.ShortName}, id.FormerNames...)
	return true, slices.ContainsFunc(names, func(name string) bool {
		return name != "" && (abbreviates(prefix, name) || strings.HasSuffix(prefix, name))
	})
}

// account is the name of the account in “”, for what was published through one.
func account(topic, clause string) string {
	if topic != "items.wechat" && topic != "items.weibo" {
		return ""
	}
	_, name, _ := strings.Cut(clause, "“")
	name, _, ok := strings.Cut(name, "”")
	if !ok {
		return ""
	}
	return name
}

// abbreviates reports whether the characters of a short name stand in a name in their order: 区政府办 in 向阳区人民政府办公室.
func abbreviates(short, name string) bool {
	for _, r := range short {
		_, rest, ok := strings.Cut(name, string(r))
		if !ok {
			return false
		}
		name = rest
	}
	return true
}

// government reports whether the report is a government's: there 我县 is the organ itself.
func (r *figureReader) government() bool { return r.s.Identity().Kind == "government" }

// figurePlaces are where other things than applications come in.
var figurePlaces = []string{"板块", "栏目", "热线", "信箱", "频道", "窗口", "服务台", "留言板", "小程序", "服务中心", "服务站"}

// resolve finds what a number counts, and notes the statement.
func (r *figureReader) resolve(number int, seg []figureToken, from, to int) {
	q := &r.qs[r.toks[number].number]
	none := q.None
	if q.Sense == quantity.Difference {
		r.past = false
		return
	}
	var c figureClause
	c.take(r, seg, from, to)
	if c.prefix != "" && endsInAny(c.prefix, figurePlaces) && !slices.Contains(c.objects, "request") {
		r.family, r.object, r.still = familyForeign, "", false // “互动交流”板块受理事项153件
		return
	}
	if !none && c.result == "" && c.has() && r.leads(number) {
		c.verbs, c.result, r.behindTo = nil, r.toks[number+1].code, r.toks[number+1].end
	} else if !none && !slices.ContainsFunc(c.objects, func(o string) bool { return o != "case" }) && c.result == "" {
		c.behind(r, number)
	}
	if c.named != "" && c.named != "-" && !none {
		r.name(q, &c)
	}
	if len(c.objects) == 0 && slices.Contains(c.verbs, "publish") && q.Unit != "条" && q.Unit != "次" {
		r.attributes = true // 主动公开 56 件、依申请公开 12 件、不予公开 3 件
	}
	if len(c.powers) > 0 {
		if none && slices.ContainsFunc(c.verbs, func(v string) bool { return v == "handle" || v == "decide" || v == "occur" || v == "deal" }) {
			c.objects = append(c.objects, c.powers...) // 未办理行政许可事项
		} else {
			c.foreign = true
		}
	}
	paid := q.Form == quantity.Money && len(c.objects) > 0 && slices.Contains([]string{"fees", "copy_fee"}, c.objects[len(c.objects)-1]) // whatever else the clause says
	if c.foreign || c.vague && !paid || c.not && !none {
		if c.elsewhen && !c.foreign && !none {
			r.goesBack(q, &c, from)
		}
		return
	}
	carry := c.goesOn || slices.ContainsFunc(c.verbs, func(v string) bool { return v == "carry" || v == "in" || v == "over" || v == "open" })
	if (c.elsewhen || r.elsewhen || q.Sense != quantity.Plain) && !carry { // 上年 and 下年 belong to 结转
		r.goesBack(q, &c, from)
		return
	}
	if r.past && !none && !carry && r.stillBack(q, &c, from) {
		return
	}
	topics, joint, loose := r.topics(q, &c)
	if len(topics) == 0 {
		return
	}
	loose = loose || c.vague
	scope, label, under := c.scope, "", false
	if scope == "" && !c.place && !c.own {
		scope = r.scope
	}
	if c.place && !r.government() {
		scope += "我县"
	}
	organ, own := r.ownPrefix(c.prefix)
	switch {
	case account(topics[0], r.text[from:to]) != "":
		label, loose = account(topics[0], r.text[from:to]), false
	case organ && !own && r.government():
		under = true // one of those under it
	case organ && !own:
		scope += c.prefix
	case !organ && !own && !c.headVerb && !none:
		if len(topics) > 1 || topics[0] != "received" || !slices.Contains(c.objects, "request") {
			return
		}
		topics, loose = []string{"some"}, true // words that narrow what is counted: 涉及征地的申请 3 件
	}
	apart := strings.HasPrefix(topics[0], "applicant.") && contains(r.text[max(r.line, r.sentence):q.Span.Start], "新收") // what came from last year is not in it
	loose = loose || c.cumulative && !c.dated && !r.dated                                                               // since when?
	st := figureStatement{part: r.p, q: q, topics: topics, scope: scope, label: label, loose: loose, under: under, apart: apart}
	if joint {
		r.out = append(r.out, st)
		return
	}
	var chain []*quantity.Quantity
	if c.each && !none && (len(topics) > 1 || c.result != "") {
		if chain = r.chained(number); len(chain) > 0 && (len(chain)+1 != len(topics) || c.result != "" && figureKinds(seg) != len(topics)) {
			return
		}
	}
	for i := range topics {
		if st.topics = topics[i : i+1]; i > 0 && len(chain) > 0 {
			st.q = chain[i-1] // 许可、处罚分别为5件、3件
		}
		r.out = append(r.out, st)
	}
}

// name notes a statement about something that is in no table: 办理人大代表建议 6 件. It counts for its own place only where every word is
// known and none narrows it.
func (r *figureReader) name(q *quantity.Quantity, c *figureClause) {
	if q.Sense != quantity.Plain || q.Depth > 0 || c.vague || c.not || c.part || c.elsewhen || r.elsewhen || c.scope != "" || r.scope != "" || c.place || len(c.objects) > 0 || len(c.ways) > 0 ||
		c.result != "" || c.applicant != "" || c.prefix != "" || len(c.verbs) != 1 || c.cumulative ||
		c.verbs[0] == "hold" && !c.dated && !r.dated { // one training of several
		return
	}
	r.out = append(r.out, figureStatement{part: r.p, q: q, topics: []string{c.verbs[0] + " " + c.named + " " + q.Unit}, label: c.named})
}
