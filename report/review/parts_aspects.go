package review

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

// aspect is one of the five things that the overview reports on (国办公开办函〔2019〕60号, 〔2021〕30号).
type aspect struct {
	name string
	// official are words of its name, which make a line its head; related are those of the names that it also goes by.
	official, related []string
	// told are words that say something of it in an overview that has no heads.
	told []string
}

var aspects = []aspect{{
	name: "主动公开", official: []string{"主动公开"},
	related: []string{"公开主动", "公开力度", "公开内容", "公开数量", "公开范围", "公开质量", "公开实效", "信息公开情况", "政务公开情况", "重点领域", "发布情况", "信息发布情况", "公开信息情况", "法定公开", "公开政府信息", "信息公开工作情况"},
	told:    []string{"公开", "发布", "公布", "公示"},
}, {
	name: "依申请公开", official: []string{"依申请", "申请公开", "公开申请"},
	related: []string{"申请"},
	told:    []string{"申请"},
}, {
	name: "政府信息管理", official: []string{"信息管理", "信息资源管理", "信息规范管理"},
	related: []string{"公文管理", "文件管理", "规范性文件", "审核", "审查", "审签", "把关", "保密", "目录", "动态调整", "动态更新", "标准化", "规范化", "清理", "流程", "制度", "内容管理", "规范管理", "源头", "资源", "日常管理", "管理情况", "指南"},
	told:    []string{"信息管理", "规范性文件", "审核", "审查", "审校", "三审", "审签", "目录", "指南", "动态调整", "动态更新", "制度", "规范", "清理", "归档", "台账", "校对", "把关", "保密", "源头", "清单", "标准化", "定期更新", "及时更新"},
}, {
	name: "平台建设", official: []string{"平台", "网站建设", "新媒体", "载体建设", "渠道建设"},
	related: []string{"网站", "微信", "载体", "渠道", "阵地", "专区", "公开栏", "集约化", "信息化", "媒体", "专栏", "栏目", "查阅"},
	told: []string{"网站", "平台", "微信", "微博", "公众号", "新媒体", "专栏", "栏目", "公开栏", "门户", "客户端", "APP", "app", "公报", "电子屏", "显示屏", "宣传栏", "公示栏", "公示墙", "查阅", "专区", "抖音",
		"渠道", "载体", "阵地", "官网", "外网", "政府网", "政务网", "信息网"},
}, {
	name: "监督保障", official: []string{"监督", "保障"},
	related: []string{"考核", "评议", "组织领导", "领导", "机制", "培训", "队伍", "责任", "督查", "督导", "检查", "制度", "组织", "能力", "评估"},
	told: []string{"监督", "监督保障", "保障机制", "保障措施", "组织保障", "人员保障", "制度保障", "经费保障", "考核", "评议", "培训", "领导小组", "组织领导", "分管领导", "主要领导", "责任", "专人",
		"检查", "督查", "督导", "机制", "投诉", "问责", "队伍"},
}}

// appraisal are words on what the overview of a government owes besides: 工作考核、社会评议和责任追究结果.
var appraisal = []string{"考核", "评议", "追责", "责任追究", "追究", "问责", "考评", "测评", "评价", "评估"}

// checkOverview looks for the five aspects in the overview of the editions that name them.
func checkOverview(s *Subject) {
	if s.Edition == nil || s.Edition.From < 2019 {
		return
	}
	var overview *Part
	var extras []*Part
	for _, p := range s.Parts {
		switch {
		case p.Means == "overview":
			overview = p
		case strings.HasPrefix(p.Key, "extra_"):
			extras = append(extras, p)
		}
	}
	if overview == nil || strings.TrimSpace(overview.Text) == "" || strings.Contains(overview.Text, "開") {
		return // said already, or a mirror's copy in traditional characters
	}
	name := report.HeadingName(overview.Heading)
	if name == "" {
		name = "总体情况"
	}
	if only := len(extras) == 0 && prefaceOnly(overview.Text); only {
		s.Add(report.Finding{Code: report.CodeParts, Severity: report.SeverityWarning, Section: overview.Key, Quote: overview.Heading,
			Message: fmt.Sprintf("“%s”里只有编制说明，没有写工作情况。", name), Hint: "写主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。"})
		return
	}
	o := readAspects(overview, extras)
	var missing, elsewhere []string
	for i, a := range aspects {
		switch {
		case o.has(i):
		case i == 1 && requestsTold(s):
			elsewhere = append(elsewhere, a.name)
		default:
			missing = append(missing, a.name)
		}
	}
	if len(missing) > 0 {
		s.Add(report.Finding{Code: report.CodeParts, Severity: report.SeverityWarning, Section: overview.Key, Quote: overview.Heading,
			Message: fmt.Sprintf("“%s”没有写%s。", name, strings.Join(missing, "、")), Expected: strings.Join(missing, "、"),
			Hint: "总体情况要写主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面，没有做的也说明一句。"})
	}
	if len(elsewhere) > 0 {
		s.Add(report.Finding{Code: report.CodeParts, Severity: report.SeverityHint, Section: overview.Key, Quote: overview.Heading,
			Message: fmt.Sprintf("“%s”没有写%s，写在后面的部分里。", name, strings.Join(elsewhere, "、")), Hint: "总体情况里也写一句。"})
	}
	if !slices.Contains(missing, aspects[4].name) {
		checkAppraisal(s, overview, extras, name)
	}
}

// checkAppraisal looks for 工作考核、社会评议和责任追究结果, which the Regulations (art. 50) ask of governments.
func checkAppraisal(s *Subject, overview *Part, extras []*Part, name string) {
	severity := report.SeverityHint
	switch s.Identity().Kind {
	case "subdistrict":
		return
	case "government":
		severity = report.SeverityWarning
	}
	for _, p := range append(extras, overview) {
		if containsAny(p.Text, appraisal) {
			return
		}
	}
	s.Add(report.Finding{Code: report.CodeParts, Severity: severity, Section: overview.Key, Quote: overview.Heading,
		Message: fmt.Sprintf("“%s”没有写工作考核、社会评议和责任追究结果。", name), Hint: "在监督保障里写考核、评议和责任追究的结果，没有的也说明一句。", Expected: "工作考核、社会评议和责任追究结果"})
}

// requestsTold reports whether the section on requests says something in words.
func requestsTold(s *Subject) bool {
	return slices.ContainsFunc(s.Parts, func(p *Part) bool { return p.Means == "requests" && strings.Contains(p.Text, "申请") })
}

// aspectReading is what an overview has: heads, and the texts themselves.
type aspectReading struct {
	// headed are the aspects that a head names, near those that one of the same rank or a line of its own comes near to, topical
	// those that any item of a list names, touched those that one comes near to.
	headed, near, topical, touched [5]bool
	// heads counts the aspects that have a head.
	heads int
	// other says that there is a head of that rank that names none of them.
	other bool
	// raw are the texts, own the same without what says nothing of the work, once they are asked for.
	raw, own []string
}

// readAspects reads the heads of an overview. Sections beyond the outline stand for parts of it.
func readAspects(overview *Part, extras []*Part) *aspectReading {
	o := &aspectReading{}
	for _, p := range extras {
		o.raw = append(o.raw, p.Text)
		name := report.HeadingName(p.Heading)
		o.head(name, !strings.HasPrefix(name, "附") && !containsAny(name, extraPlans)) // a plan stands for nothing that was done
	}
	o.raw = append(o.raw, overview.Text)
	marks := overview.listMarks()
	main := mainHeads(overview.Text, marks)
	numbered := map[int]bool{} // paragraphs
	for i := range marks {
		m := &marks[i]
		numbered[m.paragraph] = numbered[m.paragraph] || m.line
		o.head(headAt(overview.Text[m.end:]), m.key() == main)
	}
	paragraph := -1
	for line := range strings.SplitSeq(overview.Text, "\n") {
		if paragraph++; !numbered[paragraph] {
			if text := strings.TrimSpace(line); len(text) < 60 || strings.Contains(firstRunes(text, 16), "方面") || strings.Contains(firstRunes(text, 14), "：") {
				o.head(headAt(text), len(marks) == 0)
			}
		}
	}
	for i := range o.headed {
		if o.headed[i] {
			o.heads++
		}
	}
	return o
}

// extraPlans are in the heads of sections that tell of what is to come.
var extraPlans = []string{"计划", "打算", "安排", "展望", "思路"}

// mainHeads is the key of the marks that name most aspects; -1 for none.
func mainHeads(text string, marks []numberMark) int {
	best, most := -1, 0
	var count [2 * markStyles]int
	for i := range marks {
		head, key := headAt(text[marks[i].end:]), marks[i].key()
		if !slices.ContainsFunc(aspects, func(a aspect) bool { return containsAny(head, a.official) }) {
			continue
		}
		if count[key]++; count[key] > most {
			best, most = key, count[key]
		}
	}
	return best
}

// headAt is the head that a text begins with: up to the first stop, no more than 30 characters, without blanks.
func headAt(text string) string {
	end, n, blank := len(text), 0, false
	for i, r := range text {
		if n++; n > 30 || strings.ContainsRune("\n。；;：:，,", r) {
			end = i
			break
		}
		blank = blank || r <= ' ' || r == '\u3000' || r == '\u00a0'
	}
	if !blank {
		return text[:end]
	}
	return strings.Join(strings.Fields(text[:end]), "")
}

// head takes down what a head says. same says that it is of the rank of the heads of aspects.
func (o *aspectReading) head(text string, same bool) {
	if utf8.RuneCountInString(text) < 2 {
		return
	}
	known, in := false, newSearched(text)
	for i, a := range aspects {
		named := in.hasAny(a.official...) || i == 3 && in.index("公开") >= 0 && in.index("平台") >= 0
		related := named || in.hasAny(a.related...)
		o.headed[i] = o.headed[i] || named && same
		o.near[i] = o.near[i] || related && same
		o.topical[i] = o.topical[i] || named
		o.touched[i] = o.touched[i] || related
		known = known || related
	}
	o.other = o.other || same && !known
}

// texts are what says something of the work.
func (o *aspectReading) texts() []string {
	if o.own == nil {
		for _, text := range o.raw {
			o.own = append(o.own, ownWords(text))
		}
	}
	return o.own
}

// has reports whether an overview has an aspect. The more heads it has, the more plainly one that has none is missing.
func (o *aspectReading) has(i int) bool {
	a := aspects[i]
	switch {
	case o.headed[i] || o.near[i]:
		return true
	case i == 1:
		return slices.ContainsFunc(o.texts(), func(t string) bool { return requestsIn(t, o.heads >= 4 && !o.other) })
	case i < 3 && o.heads >= 4 && !o.other:
		return slices.ContainsFunc(o.texts(), func(t string) bool { return tells(t, a.official[0]) })
	case o.heads >= 4 && !(o.other && i >= 2):
		return i < 3 && slices.ContainsFunc(o.texts(), func(t string) bool { return strings.Contains(t, a.official[0]) })
	case o.heads >= 3:
		return o.topical[i] || o.other && o.touched[i] || i < 3 && slices.ContainsFunc(o.texts(), func(t string) bool { return strings.Contains(t, a.official[0]) })
	}
	return slices.ContainsFunc(o.texts(), func(t string) bool { return containsAny(t, a.told) })
}
