package specimen

import (
	"slices"
	"strings"

	"nianbao/report"
)

func hanNumber(n int) string { return report.HanNumber(n) }

// section is one section to write: its key, its heading without number, the topics of its text, its tables.
type section struct {
	key, name string
	topics    []string
	table     string
	// aspects are numbered parts, as section 一 has.
	aspects bool
	list    bool // its sentences are a numbered list
}

// names are the headings that agencies give to a section of the newer editions, the official one first.
var names = map[string][]string{
	"overview":   {"总体情况", "总体情况", "总体情况", "工作基本情况", "工作开展情况", "政府信息公开工作的总体情况", "概述", "主要工作概述", "政府信息公开工作总体情况"},
	"disclosure": {"主动公开政府信息情况", "主动公开政府信息情况", "主动公开政府信息情况", "主动公开政府信息的情况", "行政机关主动公开政府信息情况", "主动公开政府政府情况"},
	"requests":   {"收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况", "行政机关收到和处理政府信息公开申请情况"},
	"appeals":    {"政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "行政复议"},
	"problems":   {"存在的主要问题及改进情况", "存在的主要问题及改进情况", "存在的主要问题和改进措施", "存在主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况"},
	"other":      {"其他需要报告的事项", "其他需要报告的事项", "其它需要报告的事项", "其他需要报告的情况", "其他需要说明的事项"},
}

// oldNames are those of the narrative editions.
var oldNames = map[string][]string{
	"overview":     {"概述", "概述", "总体情况", "基本情况"},
	"organisation": {"组织领导、机构建设情况", "政府信息公开的组织领导、机构建设情况"},
	"responses":    {"发布解读、回应社会关切以及互动交流情况", "发布解读、回应社会关切情况"},
	"disclosure":   {"主动公开政府信息以及公开平台建设情况", "主动公开政府信息情况", "主动公开政府信息的情况"},
	"requests":     {"政府信息公开申请的办理情况", "依申请公开政府信息情况", "依申请公开政府信息的情况", "依申请公开政府信息办理情况"},
	"fees":         {"政府信息公开的收费及减免情况", "收费及减免情况", "政府信息公开收费及减免情况"},
	"appeals":      {"因政府信息公开申请行政复议、提起行政诉讼的情况", "行政复议、行政诉讼情况", "复议、诉讼和申诉情况", "申请行政复议和提起行政诉讼情况"},
	"secrecy":      {"保密审查及监督检查情况", "政府信息公开保密审查及监督检查情况"},
	"key_areas":    {"推进重点领域信息公开情况", "重点领域信息公开情况"},
	"problems":     {"存在的主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况", "存在的主要问题和改进措施"},
	"other":        {"其他需要报告的事项", "其他需要说明的事项"},
}

// only2014 are headings that came with gb-2014: an older narrative does not have them, and nothing else tells the two apart.
var only2014 = map[string]bool{"主动公开政府信息以及公开平台建设情况": true, "政府信息公开申请的办理情况": true}

var topicsOf = map[string][]string{
	"overview": {"opening"}, "disclosure": {"disclosure"}, "requests": {"requests"}, "appeals": {"appeals"}, "problems": {"problems", "improvements"},
	"other": {"other"}, "organisation": {"organisation"}, "responses": {"interpretation"}, "fees": {"fees"}, "secrecy": {"secrecy", "supervision"}, "key_areas": {"key_areas"},
}

// local are sections that no edition has.
var local = []section{
	{name: "加强政策解读回应", topics: []string{"interpretation"}, aspects: true}, {name: "加强公开平台建设", topics: []string{"platform"}, aspects: true},
	{name: "完善公开制度规范", topics: []string{"management"}}, {name: "重点领域工作推进情况", topics: []string{"key_areas"}},
}

var oldLocal = []section{
	{name: "咨询和投诉情况", topics: []string{"consulting"}}, {name: "工作人员和费用支出情况", topics: []string{"staff"}},
	{name: "人大代表建议和政协提案办理情况", topics: []string{"proposals"}},
}

func (m *maker) narrative() bool { return m.edition.ID == "gb-2008" || m.edition.ID == "gb-2014" }

// outline draws the sections of this report.
func (m *maker) outline() []section {
	from := names
	if m.narrative() {
		from = oldNames
	}
	var out []section
	for _, p := range m.edition.Outline {
		if p.Attachment {
			continue
		}
		choices := from[p.Key]
		if m.edition.ID == "gb-2008" {
			choices = slices.DeleteFunc(slices.Clone(choices), func(name string) bool { return only2014[name] })
		}
		s := section{key: p.Key, name: pick(m, choices), topics: topicsOf[p.Key]}
		if len(p.Tables) > 0 {
			s.table = p.Tables[0]
		}
		s.aspects = p.Key == "overview" && m.chance(0.85) || m.narrative() && p.Key == "disclosure" && m.chance(0.6)
		s.list = p.Key == "problems"
		out = append(out, s)
	}
	if m.shape("outline.dropped", 0.1) {
		last := len(out) - 1 // sections without tables, and not those that tell the edition
		out = out[:last]
	}
	if m.narrative() && m.shape("outline.old_extra", 0.35) || !m.narrative() && m.shape("outline.extra", 0.1) {
		extra := some(m, local, m.between(1, 3))
		if m.narrative() {
			extra = some(m, oldLocal, m.between(1, 3))
		}
		at := m.between(1, len(out)-1)
		if !m.narrative() {
			at = 1
		}
		out = append(out[:at:at], append(extra, out[at:]...)...)
	}
	if m.shape("outline.plans", 0.06) {
		for i, s := range out {
			if s.key == "problems" {
				out[i].name, out[i].topics = pick(m, []string{"存在问题", "存在的问题"}), []string{"problems"}
				next := section{name: pick(m, []string{"下一步工作计划", "下一步工作打算"}), topics: []string{"improvements"}, list: true}
				out = append(out[:i+1:i+1], append([]section{next}, out[i+1:]...)...)
				break
			}
		}
	}
	extras := 0
	for i := range out {
		if out[i].key == "" {
			extras++
			out[i].key = extraKey(extras)
		}
	}
	return out
}

func extraKey(n int) string { return "extra_" + string(rune('0'+n)) }

// aspectNames are how the parts of section 一 are called, by topic and in the usual order.
var aspectNames = []struct {
	topic string
	names []string
}{
	{"disclosure", []string{"主动公开", "主动公开情况", "政府信息主动公开情况", "及时主动公开", "抓好主动公开", "主动公开方面", "主动公开政府信息和依申请公开情况"}},
	{"requests", []string{"依申请公开", "依申请公开情况", "规范依申请公开", "依申请公开方面"}},
	{"management", []string{"政府信息管理", "政府信息管理情况", "加强信息管理", "政府信息管理方面"}},
	{"platform", []string{"平台建设", "政府信息公开平台建设", "公开平台建设", "平台管理"}},
	{"supervision", []string{"监督保障", "监督保障机制", "强化监督保障", "监督保障情况"}},
	{"organisation", []string{"教育培训", "强化人员培训"}},
	{"interpretation", []string{"政策解读", "回应社会关切"}},
}

// heading begins a section, on the page and in the truth.
func (m *maker) heading(number int, s section) {
	before, name := m.say(m.words.section(number)), m.say(s.name+m.words.after)
	m.want.Sections = append(m.want.Sections, report.Section{Key: s.key, Heading: before + name})
	m.blocks = &m.want.Sections[len(m.want.Sections)-1].Blocks
	m.addWithNumber(partHeading, 0, before, name)
}

func (m *maker) writeSection(number int, s section) {
	m.heading(number, s)
	switch {
	case s.aspects:
		m.writeAspects(s)
	case s.table != "":
		if m.shape("section.text_before_table", 0.2) {
			m.addText(m.paragraph(s.topics[0]))
		}
		m.writeTable(s.table)
		if m.shape("section.text_after_table", 0.08) {
			m.addText(m.paragraph(s.topics[0]))
		}
	case s.list && m.chance(0.6):
		m.writeList(s)
	case s.key == "other" && m.chance(0.3):
		m.addText("无")
	default:
		for _, topic := range s.topics {
			m.addText(m.paragraph(topic))
		}
	}
	if s.table == "" && m.format != "text" && m.shape("section.own_table", 0.03) {
		m.addTable(m.ownTable())
	}
}

func (m *maker) writeAspects(s section) {
	if m.chance(0.4) {
		m.addText(m.paragraph("opening"))
	}
	if m.shape("aspects.plain", 0.08) {
		var parts []string
		for i := range m.between(2, 4) {
			parts = append(parts, hanNumber(i+1)+"是"+m.fill(pick(m, sentences[pick(m, []string{"disclosure", "management", "platform"})])))
		}
		m.addText(strings.Join(parts, ""))
		return
	}
	aspects := aspectNames
	if s.key == "overview" && !m.narrative() {
		aspects = aspects[:5]
		if m.shape("aspects.other_count", 0.2) {
			aspects = some(m, aspectNames, m.between(4, 7))
		}
		if m.shape("aspects.reordered", 0.06) {
			aspects = append(aspects[1:len(aspects):len(aspects)], aspects[0])
		}
	} else {
		aspects = some(m, aspects, m.between(2, 4))
	}
	runIn := m.shape("aspects.run_in", 0.4)
	for i, a := range aspects {
		name := pick(m, a.names)
		if runIn {
			m.addNumbered(partText, 1, m.words.aspect(i+1), name+"。"+m.paragraph(a.topic))
			continue
		}
		if m.chance(0.15) {
			name += "。"
		}
		m.addNumbered(partSubheading, 1, m.words.aspect(i+1), name)
		if m.chance(0.15) && m.words.list(1) != "" {
			m.mark("aspects.lists")
			for j := range m.between(2, 4) {
				m.addNumbered(partText, 2, m.words.list(j+1), m.paragraph(a.topic))
			}
			continue
		}
		for range m.between(1, 2) {
			m.addText(m.paragraph(a.topic))
		}
	}
}

// writeList writes problems one by one, and what is done about them.
func (m *maker) writeList(s section) {
	form := m.words.aspect
	if !m.words.automatic && m.chance(0.4) {
		m.mark("section.yishi")
		form = han("#是")
	}
	for _, topic := range s.topics {
		if topic == "improvements" && len(s.topics) > 1 {
			m.addText("针对以上不足，" + m.paragraph(topic))
			continue
		}
		lead := "{y}年的工作仍有以下需要改进之处："
		if topic == "improvements" {
			lead = "{y+}年，{a}准备做好以下几件事："
		}
		m.addText(m.fill(lead))
		for i, line := range some(m, sentences[topic], m.between(2, 4)) {
			if form(1) == "一是" {
				m.addText(form(i+1) + m.fill(line))
			} else {
				m.addNumbered(partText, 1, form(i+1), m.fill(line))
			}
		}
	}
}
