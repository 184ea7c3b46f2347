package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report/review/gazetteer"
)

// isForeign reports whether the one whom a clause makes report cannot be the reporting agency, nor one that may lawfully do so in its report.
func (us *agencySelf) isForeign(m agencyMention, text string) bool {
	abroad := len(m.places) > 0 && !us.mayBeOurs(m.places[len(m.places)-1])
	if !abroad && us.isOwn(m.own) || us.formerly(m.own) {
		return false
	}
	if m.elsewhere {
		return us.placed() && (abroad || m.kind == aPlace && !us.mayBeOurs(m.own))
	}
	switch m.kind {
	case aLocal:
		core := agencyCore(m.own)
		stem, _ := gazetteer.Stem(core)
		if !abroad && (us.stems[stem] || us.stems[core] || us.hasInName(stem)) || slices.Contains(us.above, core) || !abroad && strings.HasSuffix(core, us.core) {
			return false
		}
		if rest := sentenceAt(text, m.end); m.deed < ownWork && (containsAny(rest, selfNamed) || containsAny(rest, us.cores)) {
			return false // 铜山镇组织人员到我镇交流
		}
		if us.local() {
			return !strings.HasSuffix(m.own, "办事处") || strings.HasSuffix(m.own, "街道办事处") || us.kind == "subdistrict"
		}
		// The gazetteer is of 2023; which townships a county had long before or has since, it cannot say.
		counted := us.year >= 2021 && us.year <= 2024
		if m.deed >= ownWork && (abroad || counted && gazetteer.Known(m.own) && us.county != "" && gazetteer.Known(us.county) && !us.mayBeOurs(m.own)) {
			return true
		}
		alone := m.titled || us.hasNoTownships() && m.deed >= ownWork && (m.deed == reporting || aboutDisclosure(text, m.end))
		return alone && !containsAny(sentenceNear(text, m.start), guidesOthers)
	case aPlace:
		if utf8.RuneCountInString(m.own) == 2 && strings.HasSuffix(m.own, "区") && len(m.places) == 0 {
			return false // 城区, 矿区: words before they are names
		}
		uncharted := m.deed == reporting && containsAny(firstRunes(text[m.end:], 14), []string{"将", "仍", "还"}) && us.county == "" && !gazetteer.Known(us.core) && !containsAny(sentenceBefore(text, m.start), guidesOthers)
		if us.kind == "government" && (m.titled || uncharted) && countyLevel(m.own) && !us.within(m.own) {
			return true // what lies in a city has a report of its own
		}
		if us.kind == "government" && (us.county != "" || strings.HasSuffix(m.own, "市")) && m.deed == reporting && !us.within(m.own) && fallsShort(text[m.end:]) && !containsAny(sentenceBefore(text, m.start), guidesOthers) {
			return true // what a city above lacks is not for a county to say
		}
		return !us.mayBeOurs(m.own) && us.placed() && !highAbove(us, m.own) && (m.deed >= ownWork || aboutDisclosure(text, m.end) && (m.deed == disclosed || us.kind == "government"))
	}
	switch m.kind {
	case aBranch:
		return true
	case aZone:
		return (m.deed >= ownWork || m.deed == disclosed && aboutDisclosure(text, m.end)) && us.otherZone(m.own)
	}
	functions := functionsOf(m.own)
	switch {
	case slices.ContainsFunc(us.kin, func(n string) bool { return strings.Contains(n, m.own) }):
		return false
	case us.otherRank(m) && functions&us.functions != 0 && aboutDisclosure(text, m.end):
		return true
	case abroad && functions&us.functions != 0:
		return m.deed >= ownWork || !containsAny(sentenceAt(text, m.end), selfNamed)
	case m.deed < disclosed, m.deed < reporting && !aboutDisclosure(text, m.end) && !(m.deed == ownWork && len(m.places) > 0 && us.kind == "department" && aboutOwnOrder(text, m)):
		return false
	case m.loose && (ranks.has(firstRune(m.own)) && !us.rank(firstRune(m.own)) || containsAny(sentenceNear(text, m.start), guidesOthers) || containsAny(sentenceBefore(text, m.start), selfNamed)):
		return false
	case m.deed < reporting && toldOfOthers(text, m):
		return false
	case abroad, us.otherRank(m):
		return true
	case us.central:
		return len(m.places) > 0 && m.deed >= ownWork && (functions|us.functions)&officeFunctions == 0 && functions&us.functions == 0 && ofGovernment(m.own) && !containsAny(sentenceNear(text, m.start), guidesOthers)
	case m.titled && us.kind == "government":
		return functions&officeFunctions == 0
	case m.titled && us.kind == "department":
		return otherFunctions(us.functions, functions)
	case us.kind == "government", (functions|us.functions)&officeFunctions != 0, !ofGovernment(m.own):
		return false
	case us.local():
		return m.deed >= ownWork && (ranks.has(firstRune(m.own)) || len(m.places) > 0)
	}
	return otherFunctions(us.functions, functions)
}

// within reports whether the agency's place is another, or lies in it, as far as is known.
func (us *agencySelf) within(place string) bool {
	stem, _ := gazetteer.Stem(place)
	return slices.ContainsFunc(us.above, func(a string) bool { s, _ := gazetteer.Stem(a); return s == stem })
}

// fallsShort reports whether a text begins with saying that somebody's disclosure still falls short.
func fallsShort(text string) bool {
	head := firstRunes(text, 24)
	return contains(head, "公开") && containsAny(head, []string{"仍", "还"}) && containsAny(head, []string{"存在", "不足", "差距", "短板", "薄弱", "问题"})
}

// hasNoTownships reports whether the agency is a department in whose report no township has work of its own to report; that of the government
// gathers theirs.
func (us *agencySelf) hasNoTownships() bool {
	return us.kind == "department" && us.functions != 0 && us.functions&officeFunctions == 0
}

// guidesOthers are words of sentences on what others did for, with or under an agency.
var guidesOthers = []string{"指导", "督促", "协助", "配合", "帮助", "帮扶", "试点", "示范", "各乡镇", "乡镇（街道", "各镇", "各街道", "为例", "典型", "经验", "联合", "会同", "通报", "抽查", "检查", "走访", "调研", "项目", "所在", "服务对象"}

// ofGovernment reports whether a name is that of a department of a government, and not of an office in one: 县民政局, 水利局, but no 民政办.
func ofGovernment(name string) bool {
	if endsInAny(name, []string{"局", "委员会", "委", "厅"}) {
		return true
	}
	return ranks.has(firstRune(name)) && (strings.HasSuffix(name, "办") || strings.HasSuffix(name, "办公室"))
}

// highAbove reports whether a place is named that stands high above: what a province or the country does is nobody's own work here.
func highAbove(us *agencySelf, place string) bool {
	for _, p := range gazetteer.Places(place) {
		if p.Level == gazetteer.Province || p.Level == gazetteer.City && us.county != "" && us.kind != "department" {
			return true
		}
	}
	return false
}

// isOwn reports whether a name is the agency's own or a part of it: 安庆矿区 in 安庆矿区办事处.
func (us *agencySelf) isOwn(name string) bool {
	return slices.ContainsFunc(us.names, func(n string) bool { return strings.Contains(n, name) || strings.Contains(name, n) })
}

// otherKind reports whether the name of a township at its work has the agency's own stem and ends otherwise: 柳河街道 in the report of 柳河镇,
// which may have been one.
func (us *agencySelf) otherKind(m agencyMention, text string) bool {
	core := agencyCore(m.own)
	stem, _ := gazetteer.Stem(core)
	own, _ := gazetteer.Stem(us.core)
	return m.kind == aLocal && us.local() && (m.deed >= ownWork || aboutDisclosure(text, m.end)) && len(m.places) == 0 && stem == own && lastRune(core) != lastRune(us.core) && !us.isOwn(core) && !us.formerly(core)
}

// maybeForeign reports whether a mention is worth a look though nothing proves it: a department whose work the government's office may
// gather, an organ of a county that may lie in a city that the gazetteer does not know.
func (us *agencySelf) maybeForeign(m agencyMention, text string) bool {
	if m.elsewhere {
		place := m.own
		if m.kind == aDepartment {
			place = m.places[0]
		}
		return us.county == "" && len(us.above) > 0 && !gazetteer.Known(us.above[0]) && countyLevel(place) && !slices.Contains(us.above, place)
	}
	if m.kind == aLocal && us.kind == "department" && us.functions&servicesFunction != 0 && m.deed == reporting && !us.isOwn(m.own) && !containsAny(sentenceNear(text, m.start), guidesOthers) {
		return len(m.places) == 0 || us.mayBeOurs(m.places[len(m.places)-1])
	}
	functions := functionsOf(m.own)
	if m.kind == aDepartment && us.gathers() && len(m.places) > 0 && functions&officeFunctions == 0 && (m.deed >= ownWork || m.deed == disclosed && !m.loose) && aboutDisclosure(text, m.end) && functions != 0 && functions&us.functions == 0 &&
		!us.isOwn(m.own) && !us.formerly(m.own) && !toldOfOthers(text, m) && !containsAny(sentenceNear(text, m.start), guidesOthers) {
		return true
	}
	if m.kind == aDepartment && us.kind == "department" && !us.branch && m.deed >= ownWork && functions&us.functions != 0 && len(m.places) > 0 && !us.isOwn(m.own) && !us.formerly(m.own) {
		return !slices.ContainsFunc(us.cores, func(core string) bool { return shortensName(m.own, core) || shortensName(core, m.own) })
	}
	return m.kind == aDepartment && us.kind == "department" && us.functions&officeFunctions != 0 && m.deed == reporting && containsAny(firstRunes(text[m.end:], 14), []string{"仍", "还"}) && otherFunctions(us.functions, functions) &&
		ofGovernment(m.own) && !containsAny(sentenceNear(text, m.start), guidesOthers)
}

// gathers reports whether the agency may do the work of others under its own name: the office of a government, services and approvals,
// or what several have as one.
func (us *agencySelf) gathers() bool {
	return us.kind == "department" && (us.functions&officeFunctions != 0 || relatedFunctions[us.functions] != 0)
}

// shortensName reports whether the characters of one name of a department stand in another in their order: 住建局, 住房和城乡建设局. How they end does
// not count, 局 or 委员会.
func shortensName(short, long string) bool {
	for _, e := range departmentEndings {
		if name, cut := strings.CutSuffix(short, e); cut {
			short = name
			break
		}
	}
	for _, r := range strings.TrimLeft(short, "省市县区州旗") {
		i := strings.IndexRune(long, r)
		if i < 0 {
			return false
		}
		long = long[i+utf8.RuneLen(r):]
	}
	return true
}

// hasInName reports whether one of the agency's names has the stem of another: 雷池镇 may do the work of its 雷池分局.
func (us *agencySelf) hasInName(stem string) bool {
	return utf8.RuneCountInString(stem) > 1 && slices.ContainsFunc(us.names, func(n string) bool { return strings.Contains(n, stem) })
}

// aboutDisclosure reports whether the sentence goes on about disclosure, and not about what others do with the reporting agency.
func aboutDisclosure(text string, from int) bool {
	rest := sentenceAt(text, from)
	return containsAny(rest, []string{"公开", "申请", "条例", "信息", "网站", "公众号", "新媒体", "三审", "先审", "保密审查", "政策解读"}) && !containsAny(rest, selfNamed) && !containsAny(rest, []string{"行政复议申请", "行政复议案", "监督检查", "年度预算", "部门决算"})
}

// aboutOwnOrder reports whether the sentence of an agency that is named in full goes on about how it keeps its own house, as only reports of
// its own do.
func aboutOwnOrder(text string, m agencyMention) bool {
	around := sentenceNear(text, m.start)
	return containsAny(sentenceAt(text, m.end), []string{"机制", "制度", "审核", "审查", "文件", "栏目", "更新", "培训", "考核", "领导小组", "信息员"}) && !containsAny(around, selfNamed) && !containsAny(around, guidesOthers)
}

// selfNamed are what agencies call themselves and their places.
var selfNamed = []string{"我局", "我委", "我办", "我处", "我单位", "本局", "本单位", "我县", "我市", "我区", "我镇", "我乡", "我街道", "我苏木", "我厅", "本镇", "本乡", "本街道"}

// sentenceAt is what is left of a sentence from a byte on, up to 120 characters.
func sentenceAt(text string, from int) string {
	rest := text[from:min(len(text), from+360)]
	if end := indexAny(rest, "。；;\n"); end >= 0 {
		rest = rest[:end]
	}
	return rest
}
