package review

import (
	"slices"
	"strings"
)

// reportedIn finds names of places in the middle of a clause whose disclosure the clause is about: 切实做好新洲乡政府信息公开工作.
func reportedIn(c *agencyClause) (mentions []agencyMention) {
	clause, start := c.text, c.start
	if c.index("公开") < 0 {
		return nil
	}
	for _, h := range c.hits() {
		work := pastTails(clause[h.End:])
		work = strings.TrimLeft(work[yearLead(work):], "的 ")
		deed := ""
		for _, w := range []string{"政府信息公开", "政务信息公开", "信息公开", "政务公开"} {
			if strings.HasPrefix(work, w) {
				deed = w
			}
		}
		if deed == "" {
			continue
		}
		name, before, behind := clause[h.Start:h.End], clause[:h.Start], work[len(deed):]
		if within(before) || notNamed(name) {
			continue
		}
		before = before[max(0, len(before)-36):]
		if slices.ContainsFunc(lentWork, func(w string) bool { return strings.Contains(before, w) }) || beginsWith(behind, []string{"工作要", "工作部署"}) {
			continue
		}
		m := agencyMention{start: start + h.Start, end: start + h.End, own: name, kind: aPlace, deed: ownWork}
		if isLocal(name) {
			m.kind = aLocal
		}
		if beginsWith(behind, notDone) && !(m.kind == aLocal && strings.HasPrefix(behind, "领导小组")) || m.kind == aPlace && !beginsWith(behind, reported) {
			continue
		}
		mentions = append(mentions, m)
	}
	return mentions
}

// within reports whether a text ends in 《》 or “” that are open.
func within(text string) bool {
	return strings.LastIndex(text, "《") > strings.LastIndex(text, "》") || strings.LastIndex(text, "“") > strings.LastIndex(text, "”")
}

// reported stands behind 政府信息公开 where the work of a whole county is meant.
var reported = []string{"工作情况", "工作年度", "工作总体", "工作取得", "工作报告", "年度报告", "年度工作", "工作"}

// lentWork stands before the name of a place whose work others look at, learn from or are told about.
var lentWork = []string{"赴", "到", "与", "向", "同", "学习", "借鉴", "参观", "考察", "推广", "原", "交流", "指导", "督导", "检查", "对标", "参加", "按照", "根据", "依据", "贯彻",
	"落实", "召开", "关于", "印发", "传达", "要求", "参照", "、", "协助", "配合", "推荐", "获得", "荣获", "外地", "先进"}
