package review

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// namedIn finds names of agencies that stand in a clause where only the reporting one can: whose report it is, who made it, whom to ask, on
// whose site it stands, to whose circumstances the work was fitted.
func (us *agencySelf) namedIn(c *agencyClause) (mentions []agencyMention) {
	text, clause, in, start, end := c.whole, c.text, c.searched, c.start, c.end
	add := func(at int, ends departmentEnd, proof func(m *agencyMention, behind string) bool) {
		m := agencyMention{start: start + at, home: us.uncharted, deed: reporting}
		if behind := m.read(clause[at:], ends, false); m.kind != noMention && proof(&m, behind) {
			mentions = append(mentions, m)
		}
	}
	for _, title := range titleWords {
		for at := 0; in.index(title) >= 0; {
			i := indexOf(clause[at:], title)
			if i < 0 {
				break
			}
			at += i + len(title)
			if report := strings.TrimPrefix(clause[at:], "工作"); beginsWith(report, annualReport) && !beginsWith(strings.TrimLeft(report[reportEnd(report):], " "), []string{"格式", "编制", "有关", "制度", "网", "专栏", "栏目"}) {
				if from := titleStart(clause[:at-len(title)]); from >= 0 {
					add(from, deedEnd, func(m *agencyMention, behind string) bool {
						m.titled = true
						return namesOnly(behind, title)
					})
				}
			}
		}
	}
	for _, lead := range []string{"由", "与", "向", "联系", "经"} {
		for at := 0; in.index(lead) >= 0; {
			i := indexOf(clause[at:], lead)
			if i < 0 {
				break
			}
			at += i + len(lead)
			switch {
			case within(clause[:at]), lead == "经" && !containsAny(clause[:at], []string{"本报告", "年度报告", "年报"}):
			case lead == "由" && !containsAny(sentenceAround(text, start+at), []string{"本报告", "年度报告", "年报", "报告全文", "编制此报告", "以上数据", "所列数据"}):
			case lead == "由", lead == "经":
				add(at, compiledEnd, func(m *agencyMention, behind string) bool {
					m.titled = true
					return beginsWith(behind, compiledBy) && contains(sentenceAt(text, start+at), "编制") || compiledEnd(behind)
				})
			case asksIn(text, start, end):
				add(at, askedEnd, func(m *agencyMention, behind string) bool {
					m.titled = m.kind == aPlace && onThisReport(text, start)
					return askedEnd(behind) && (lead != "联系" || endsInAny(strings.TrimSuffix(clause[:at-len(lead)], "直接"), []string{"请", "可", "欢迎"}))
				})
			}
		}
	}
	for _, verb := range fittedTo {
		if i := in.index(verb); i >= 0 && !within(clause[:i]) {
			add(i+len(verb), deedEnd, func(m *agencyMention, behind string) bool {
				m.deed = ownWork
				behind = pastTails(behind)
				if strings.HasPrefix(behind, "(") || strings.HasPrefix(behind, "（") { // (以下简称“镇政府”)
					if i := indexAny(behind, ")）"); i >= 0 {
						_, size := utf8.DecodeRuneInString(behind[i:])
						behind = behind[i+size:]
					}
				}
				behind = strings.TrimPrefix(behind[yearLead(behind):], "政府")
				for _, work := range []string{"信息公开", "政务公开"} {
					behind = strings.TrimPrefix(behind, work)
				}
				return (m.kind == aPlace || m.kind == aLocal) && beginsWith(behind, circumstances)
			})
		}
	}
	if i := in.index("为"); i >= 0 && !within(clause[:i]) && contains(clause[i:], "发展") { // 为太湖县高质量发展
		add(i+len("为"), deedEnd, func(m *agencyMention, behind string) bool {
			m.deed = ownWork
			return (m.kind == aPlace || m.kind == aLocal) && contains(firstRunes(behind, 14), "发展") && !containsAny(sentenceAround(text, start), []string{"帮扶", "对口", "援"})
		})
	}
	if in.hasAny("了解", "反映") && in.index("公开") >= 0 { // 为便于公众了解新洲乡政府信息公开工作
		for _, lead := range []string{"了解", "反映", "反映了"} {
			if i := in.index(lead); i >= 0 && !within(clause[:i]) && containsAny(clause[:i], []string{"便", "众", "社会", "报告", "年报", "全面"}) {
				add(i+len(lead), deedEnd, func(m *agencyMention, behind string) bool {
					m.titled = m.kind != aPlace
					return slices.ContainsFunc(titleWords, func(w string) bool { return namesOnly(behind, w) }) && !containsAny(behind, []string{"经验", "做法"})
				})
			}
		}
	}
	if in.hasAny("网", "微", "众", "依") {
		mentions = append(mentions, sitesIn(c)...)
	}
	if in.hasAny("领导小组") {
		for _, lead := range []string{"的", "成立了", "成立", "调整了", "调整"} {
			if i := in.index(lead); i >= 0 && !within(clause[:i]) {
				add(i+len(lead), groupEnd, func(m *agencyMention, behind string) bool {
					return (m.kind == aDepartment || m.kind == aLocal) && groupEnd(pastTails(behind))
				})
				break
			}
		}
	}
	if i := in.index("《"); i >= 0 && (makes(clause[:i]) || endsInAny(clause[:i], keeps)) {
		ours := containsAny(clause[:i], []string{"我", "本"}) && makes(clause[:i])
		if ours || makesItself(clause[:i]) {
			add(i+len("《"), func(string) bool { return true }, func(m *agencyMention, behind string) bool {
				m.titled = m.kind != aPlace
				whole := m.kind == aLocal || m.kind == aDepartment && (len(m.places) > 0 || ranks.has(firstRune(m.own)))
				return m.titled && !beginsWith(behind, []string{"关于", "转发"}) && (ours || whole && onDisclosure(behind))
			})
		}
	}
	if in.hasAny("组长", "审签", "签发", "审定") {
		for _, lead := range []string{"由", "以", "经"} {
			if i := in.index(lead); i >= 0 && !within(clause[:i]) {
				add(i+len(lead), headEnd, func(m *agencyMention, behind string) bool { return m.kind == aDepartment && headEnd(behind) })
			}
		}
	}
	if in.hasAny("（", "(") && in.hasAny("局", "委", "镇", "乡", "街道") {
		for _, lead := range ofColumn {
			if i := in.index(lead); i >= 0 && !within(clause[:i]) {
				add(i+len(lead), shutEnd, func(m *agencyMention, behind string) bool {
					return (m.kind == aDepartment || m.kind == aLocal) && shutEnd(behind)
				})
			}
		}
	}
	if in.hasAny("官网", "网站", "查阅", "提交", "下载") && in.hasAny("局", "委") {
		for _, lead := range []string{"在", "到", "向", "登录"} {
			if i := in.index(lead); i >= 0 && !within(clause[:i]) {
				add(i+len(lead), servedEnd, func(m *agencyMention, behind string) bool {
					m.deed = anything
					return len(m.places) > 0 && m.kind == aDepartment && servedEnd(behind)
				})
			}
		}
	}
	return mentions
}

// ofColumn stand before the one whose column on the site it is: 政府信息公开专栏（县水利局）.
var ofColumn = []string{"公开专栏（", "公开专栏(", "公开栏目（", "公开栏目(", "公开目录（", "公开目录(", "公开平台（", "公开平台(", "公开专区（", "公开专区(", "公开指南（", "公开指南("}

// shutEnd: the bracket ends.
func shutEnd(rest string) bool {
	rest = pastTails(rest)
	return strings.HasPrefix(rest, "）") || strings.HasPrefix(rest, ")")
}

// groupEnd: their own group for disclosure follows.
func groupEnd(rest string) bool {
	return beginsWith(rest, []string{"政务公开", "政府信息公开", "信息公开"}) && contains(firstRunes(rest, 14), "领导小组")
}

// headEnd: who heads them follows.
func headEnd(rest string) bool {
	return beginsWith(rest, []string{"局长", "副局长", "党组书记", "党组成员", "主要负责", "主要领导", "分管", "主任", "副主任", "班子"})
}

// headLeads reports whether a text begins with the head of an agency, who leads the work: 局长为信息公开第一责任人.
func headLeads(text string) bool {
	return headEnd(text) && containsAny(firstRunes(text, 26), []string{"第一责任人", "组长", "直接责任人", "总责", "负责人"}) && containsAny(firstRunes(text, 26), []string{"公开", "组长"})
}

// servedEnd: their site follows, or what readers may do there.
func servedEnd(rest string) bool {
	return beginsWith(rest, []string{"官网", "门户网", "网站", "官方网", "政府信息公开", "信息公开", "提交", "提出", "查阅", "下载"}) || officeThen(rest, []string{"提交", "提出", "查阅", "递交", "当面"})
}

// annualReport are the ways in which the title of a report ends, after 政府信息公开 and 工作.
var annualReport = []string{"年度报告", "年度工作报告", "年报"}

func reportEnd(text string) int {
	i := slices.IndexFunc(annualReport, func(r string) bool { return strings.HasPrefix(text, r) })
	return len(annualReport[i])
}

// titleStart is where a title begins that a text ends in: behind 《, or what it is said to be done with it; -1 where nothing says so.
func titleStart(text string) int {
	skipped := 0
	if len(text) > 120 {
		skipped = len(text) - 120
	}
	text = text[skipped:]
	from, width := -1, 0
	for _, w := range []string{"《", "编制了", "编制", "公布", "发布", "社会公开", "现公开", "现将", "现就", "撰写", "形成", "制作"} {
		if i := strings.LastIndex(text, w); i >= 0 && i+len(w) > from+width {
			from, width = i, len(w)
		}
	}
	if from < 0 {
		return -1
	}
	if strings.HasPrefix(text[from:], "《") && !endsInAny(text[:from], []string{"编制", "编制了", "公布", "发布", "公开", "现将", "撰写", "形成", "制作"}) {
		return -1 // one that was quoted
	}
	from += width
	return skipped + from + yearLead(text[from:])
}

// namesOnly reports whether nothing but a year and the like stands between the name and the title: 2022年度政府信息公开.
func namesOnly(behind, title string) bool {
	behind = pastTails(behind)
	behind = strings.TrimLeft(behind[yearLead(behind):], "的 ")
	return strings.HasPrefix(behind, title) || strings.HasPrefix(behind, "政府"+title) || strings.HasPrefix(behind, "政务"+title)
}

// fittedTo and circumstances stand before and behind the name of the place that the work was done for.
var (
	fittedTo      = []string{"围绕", "结合", "立足", "紧扣", "紧贴", "契合", "保障", "维护"}
	circumstances = []string{"中心工作", "重点工作", "工作实际", "工作重点", "实际", "经济社会", "发展大局", "发展实际", "党委中心", "党工委中心", "群众的知情权", "群众知情权", "人民群众的知情权", "人民群众知情权", "公众的知情权", "公民的知情权"}
)

// onThisReport reports whether a sentence speaks of the report itself before a byte: 如对本报告有疑问，请与….
func onThisReport(text string, at int) bool {
	return containsAny(sentenceBefore(text, at), []string{"本报告", "本年报", "年度报告", "报告内容"})
}

// asksIn reports whether the sentence around a clause says whom readers may ask.
func asksIn(text string, start, end int) bool {
	from := max(0, start-180)
	before := text[from:start]
	if i := lastIndexAny(before, "。\n"); i >= 0 {
		before = before[i:]
	}
	return containsAny(before+text[start:end], []string{"疑问", "如对", "如有", "如需", "若有", "若对", "咨询", "需进一步"})
}

// sitesIn finds the places of whose governments' websites a clause speaks: 通过太湖县人民政府网站公开信息56条.
func sitesIn(c *agencyClause) (mentions []agencyMention) {
	clause, start := c.text, c.start
	for _, h := range c.hits() {
		before := clause[max(0, h.Start-36):h.Start]
		site := isLocal(clause[h.Start:h.End]) && beginsWith(clause[h.End:], []string{"门户网", "网站", "官网"})
		site = site || isLocal(clause[h.Start:h.End]) && accountThen(clause[h.End:])
		if !site && !beginsWith(clause[h.End:], []string{"人民政府网", "人民政府门户网", "政府网", "政府门户网", "人民政府信息公开网", "政府信息公开网", "政府信息依申请公开"}) || within(clause[:h.Start]) || notNamed(clause[h.Start:h.End]) ||
			slices.ContainsFunc(lentWork, func(w string) bool { return w != "、" && contains(before, w) }) {
			continue
		}
		m := agencyMention{start: start + h.Start, end: start + h.End, own: clause[h.Start:h.End], kind: aPlace, deed: ownWork}
		if isLocal(m.own) {
			m.kind = aLocal
		}
		mentions = append(mentions, m)
	}
	return mentions
}

// accountThen reports whether a text begins with the name of an account (公众号), after a few characters that belong to it: 便民服务微信公众号.
func accountThen(text string) bool {
	head := firstRunes(text, 10)
	i := indexOf(head, "公众号")
	if i < 0 {
		i = indexOf(head, "微信")
	}
	return i >= 0 && !containsAny(head[:i], []string{"学", "院", "村", "社区", "公司", "商会"}) && strings.IndexFunc(head[:i], func(r rune) bool { return !isHan(r) || strings.ContainsRune("的与和在及等", r) }) < 0
}

// departmentEnd reports whether what follows leaves a name of a department complete.
type departmentEnd func(rest string) bool

// deedEnd: a deed follows, a year, an office of its own.
func deedEnd(rest string) bool {
	rest = pastTails(rest)
	return slices.ContainsFunc(deedWords, func(words *prefixes) bool { return words.of(rest) != "" }) || yearLead(rest) > 0 || beginsWith(rest, []string{"始终", "全年", "今年", "按月", "按季", "每月", "每季", "逐月", "统一", "率先", "首次", "下一步", "今后"}) || headLeads(rest)
}

// askedEnd: nothing follows, or that one may ask them.
func askedEnd(rest string) bool {
	rest = pastTails(rest)
	return rest == "" || beginsWith(rest, asked) || officeThen(rest, asked)
}

// compiledEnd: they made the report.
func compiledEnd(rest string) bool {
	rest = pastTails(rest)
	return beginsWith(rest, compiled) || officeThen(rest, compiled) || beginsWith(rest, compiledBy) && contains(firstRunes(rest, 30), "编制")
}

// compiledBy stand between whoever makes the report and that they do: by which rules.
var compiledBy = []string{"综合", "总结", "汇总", "统一", "结合", "根据", "按照", "依据", "依照", "严格按照", "对照", "参照"}

var compiled = []string{"编制", "编写", "负责编制", "撰写", "汇总编制", "具体编制", "组织编制", "牵头编制", "起草", "草拟", "拟定", "整理", "汇总", "统计", "负责解释"}

// officeThen reports whether the name of an office (科室) of at most ten characters and then one of the words begins a text.
func officeThen(text string, words []string) bool {
	at := 0
	for range 10 {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isHan(r) {
			return false
		}
		at += size
		if strings.ContainsRune("股科室处办组部心", r) && (at == len(text) || beginsWith(text[at:], words)) {
			return true
		}
	}
	return false
}
