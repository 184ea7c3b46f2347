package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report/review/gazetteer"
)

// agencyMention is the name of an agency that a clause makes the one who reports, in bytes of the text.
type agencyMention struct {
	start, end int
	// home are the places that the agency lies in and the gazetteer does not know.
	home []string
	// places are those before its own name; own is that name without 人民政府 and the like.
	places []string
	own    string
	kind   mentionKind
	deed   deed
	// titled says that the clause makes the report theirs, and not only a deed.
	titled bool
	// loose says that the deed is anybody's, and only what it is done to makes it the reporting agency's.
	loose bool
	// elsewhere says that it was found without a deed, and is another's only where the county is.
	elsewhere bool
	// unsure says that it may be lawful after all: a hint.
	unsure bool
}

type mentionKind int

const (
	noMention   mentionKind = iota
	aPlace                  // 太湖县, for its government
	aLocal                  // a township or sub-district
	aDepartment             // 县水利局
	aZone                   // 云溪高新区
	aBranch                 // 长宁公安分局, in the report of another
)

// deed is how surely what is done is the reporting agency's own work.
type deed int

const (
	anything  deed = iota // 召开, 对: whoever
	disclosed             // 通过…公开: mostly
	ownWork               // 高度重视: said of others seldom
	reporting             // 将继续, 未收到申请, and whom to ask: of others never
)

// mentionAt reads the name of an agency at the beginning of the clause between two bytes, if the clause makes it the one who reports.
func (us *agencySelf) mentionAt(text string, at, end int) (agencyMention, bool) {
	rest := text[at:end]
	from, contact := pastLeads(rest)
	contact = contact || asksBefore(text[:at])
	// 在新洲乡党委、政府的领导下: whoever leads is the agency itself or stands above it.
	led := strings.HasPrefix(rest[from:], "在") && strings.Contains(rest[from:], "领导下")
	if led {
		from += len("在")
	}
	signs := signsLine(text, at, end)
	if signs {
		from = len(rest) - len(strings.TrimLeft(rest[from:], "（( \u3000"))
	}
	m := agencyMention{start: at + from, home: us.uncharted}
	ends := deedEnd
	if contact || signs {
		ends = askedEnd
	}
	rest = m.read(rest[from:], ends, led)
	switch {
	case m.kind == noMention:
		return m, false
	case m.kind == aLocal && beginsWith(rest, []string{"人民政府", "政府", "街道办事处", "办事处"}) && addressBefore(text[:at]):
		m.deed = disclosed // a department may lie there
		return m, !strings.HasPrefix(rest, "政府信息")
	case led:
		m.deed = ownWork
		return m, m.kind != aDepartment && beginsWith(rest, leading)
	case contact:
		m.deed, m.titled = reporting, m.kind == aPlace && onThisReport(text, at)
		return m, askedEnd(rest)
	case signs && pastTails(rest) == "":
		m.deed, m.titled = reporting, true
		return m, true
	}
	rest = pastTails(rest)
	if from > 0 && containsAny(text[at:at+from], reportLeads) {
		m.titled = slices.ContainsFunc(titleWords, func(w string) bool { return namesOnly(rest, w) })
	}
	if m.kind == aLocal && namesOnly(rest, "信息公开") && containsAny(rest, []string{"现予公布", "现予公开", "报告如下", "编制完成"}) && containsAny(rest, annualReport) {
		m.deed, m.titled = reporting, true
		return m, true
	}
	if m.does(rest) {
		if m.deed < reporting && m.kind != noMention && introduces(sentenceAt(text, m.end)) {
			m.deed, m.titled = reporting, true
		}
		return m, true
	}
	return m, m.kind == aLocal && gazetteer.Known(m.own) && m.acts(text, rest)
}

// introduces reports whether a sentence goes on to say that its subject's report follows: 县财政局认真落实条例，现将本局公开情况公布如下.
func introduces(rest string) bool {
	lead := -1
	for _, w := range []string{"现将", "现就", "现把", "特将", "现对"} {
		lead = max(lead, indexOf(rest, w))
	}
	return lead >= 0 && containsAny(rest[lead:], []string{"报告如下", "公布如下", "汇报如下", "予以公布", "公布于后", "社会公布", "通报如下", "总结如下", "说明如下"}) && !containsAny(rest[lead:], []string{"我局", "我委", "我办", "我镇", "我乡", "我街道", "我县", "我区", "我市", "我单位"})
}

// reportLeads stand before the one whose report it is, titleWords behind.
var reportLeads, titleWords = []string{"现将", "特将", "现就", "现把", "现对", "公布", "发布", "编制"}, []string{"信息公开", "政务公开"}

// acts reports whether somebody of whom a sentence on disclosure begins to speak does something, whatever it is.
func (m *agencyMention) acts(text, rest string) bool {
	m.deed = anything
	next, _ := utf8.DecodeRuneInString(rest)
	lead := sentenceBefore(text, m.start)
	if stop := firstRune(lead); stop == '。' || stop == '；' || stop == ';' || stop == '\n' {
		lead = lead[utf8.RuneLen(stop):]
	}
	at, _ := pastLeads(lead)
	return isHan(next) && !qualifies(rest) && strings.Trim(lead[at:], "，, ") == "" && !isAddress(rest) && !strings.ContainsRune("村社街路中小卫境辖籍人至等的与和及内外各范学派供农综便医敬办机微群政委民市两三全为是公项企纪妇团工财司文水交林居乡镇县区上下东西南北广", next) &&
		aboutDisclosure(text, m.end) && !containsAny(sentenceAt(text, m.end), sharedWords)
}

// read takes the name that a text begins with, and gives what is behind it.
func (m *agencyMention) read(text string, ends departmentEnd, led bool) (behind string) {
	if strings.HasPrefix(text, "原") && leadingPlace(text) == "" {
		return text // 原临江区城乡建设局: a former one
	}
	tail := text
	for {
		place := leadingPlace(tail)
		if i := slices.IndexFunc(m.home, func(h string) bool { return strings.HasPrefix(tail, h) }); place == "" && i >= 0 {
			place = m.home[i]
		}
		if place == "" && len(m.places) == 0 {
			place = shapedPlace(tail, false)
		}
		if place == "" || place == tail || strings.HasPrefix(tail[len(place):], "委") && !led && !beginsWith(tail[len(place):], committees) {
			break
		}
		if notNamed(place) && reportsIt.of(pastTails(tail[len(place):])) == "" {
			return tail
		}
		if isLocal(place) {
			m.own = place
			break
		}
		m.places = append(m.places, place)
		tail = strings.TrimPrefix(tail[len(place):], "人民政府")
	}
	if m.own == "" {
		m.own = localShape(tail)
	}
	if m.own != "" {
		m.kind = aLocal
	} else {
		if place := countyShape(tail); place != "" && len(m.places) == 0 {
			m.places = append(m.places, place)
			tail = strings.TrimPrefix(tail[len(place):], "人民政府")
		}
		if m.own = departmentShape(tail, ends); m.own != "" {
			m.kind = aDepartment
		} else if m.own = zoneShape(tail); m.own != "" {
			m.kind = aZone
		}
	}
	if m.kind != noMention {
		tail = tail[len(m.own):]
		m.end = m.start + len(text) - len(tail)
	} else if n := len(m.places); n > 0 {
		m.kind, m.own, m.places = aPlace, m.places[n-1], m.places[:n-1]
		m.end = m.start + strings.LastIndex(text[:len(text)-len(tail)], m.own) + len(m.own)
	}
	return tail
}

// does reports whether what stands behind the name is a deed of the one who reports, and notes which.
func (m *agencyMention) does(text string) bool {
	work := text[yearLead(text):]
	for again := true; again; {
		again = false
		for _, w := range []string{"按月", "按季度", "按季", "按周", "每月", "每季度", "每周", "每半年", "逐月", "逐项", "统一", "集中", "同步", "率先", "首次", "常态化", "第一时间", "下一步", "今后", "全年", "今年以来", "今年", "本年度", "一年来", "近年来", "共", "也", "均", "都", "即", "已", " ", "\u3000"} {
			if rest, is := strings.CutPrefix(work, w); is && reportsIt.of(work) == "" && doesOwnWork.of(work) == "" {
				work, again = rest, true
			}
		}
	}
	if m.kind == aDepartment && headLeads(work) || m.kind == aPlace && beginsWith(work, []string{"县长", "区长", "市长"}) && contains(firstRunes(work, 26), "组长") {
		m.deed = reporting
		return true
	}
	words := ""
	for m.deed = reporting; m.deed >= anything; m.deed-- {
		if words = deedWords[m.deed].of(work); words != "" {
			break
		}
	}
	if strings.HasPrefix(work, "编制的") && !containsAny(firstRunes(work, 40), []string{"报告", "年报"}) {
		return false // a plan that they made
	}
	m.titled = m.titled || m.deed == reporting && containsAny(firstRunes(work, 16), []string{"需要报告", "需要说明", "应当报告", "其他事项", "其它事项"})
	if m.deed < reporting && containsAny(firstRunes(work, 40), makesReport) {
		m.deed, m.titled = reporting, true
		return true
	}
	if words != "" && strings.HasSuffix(words, "公开") && beginsWith(work[len(words):], notDone) && !beginsWith(words, []string{"对", "把", "将", "完成", "制定"}) {
		suffix := slices.IndexFunc(notDone, func(w string) bool { return strings.HasPrefix(work[len(words):], w) })
		work = work[len(words)+len(notDone[suffix]):]
		m.deed = disclosed
		group := notDone[suffix] == "领导小组"
		if group && m.kind == aDepartment && containsAny(firstRunes(work, 14), []string{"由局长", "由主任", "由主要", "组长", "下设", "办公室设"}) {
			m.deed = reporting
			return true
		}
		column := m.kind == aDepartment && !group && beginsWith(work, []string{"共", "累计", "访问", "浏览", "全年", "设有", "更新"})
		return column || (m.kind == aLocal || m.kind == aPlace && group) && doesWork.of(work) != "" // 新洲乡信息公开专栏共发布信息
	}
	if words == "" || m.deed <= disclosed && isAddress(work) {
		return false
	}
	if m.deed < ownWork && strings.HasPrefix(work[len(words):], "的") || m.deed == anything && qualifies(work) {
		return false
	}
	if m.deed < ownWork && m.kind == aDepartment && beginsWith(work[len(words):], ownHouse) {
		m.deed = ownWork
	} else if m.deed == anything && m.kind == aDepartment && worksOnDisclosure(firstRunes(work[len(words):], 20)) {
		m.deed, m.loose = disclosed, true
	}
	if led, group := strings.CutPrefix(strings.TrimPrefix(work[len(words):], "工作"), "领导小组"); group && m.kind == aPlace {
		m.deed = disclosed
		return doesWork.of(led) != ""
	}
	return m.kind == aLocal || !strings.Contains(work[:min(len(work), 36)], "公开工作领导小组") || m.kind == aDepartment && endsInAny(words, []string{"成立", "组建", "调整"})
}

// makesReport are what only the reporting agency does.
var makesReport = []string{"本年度报告的编制", "本报告的编制", "本报告编制工作", "本年度报告编制工作", "年度报告的编制工作", "本年报的编制", "负责本报告", "负责本年度报告", "编制本报告", "编制本年度报告", "编制了本", "形成本报告", "形成本年度报告", "撰写本报告"}

// committees are the two that lead a county, behind its name.
var committees = []string{"委、区政府", "委、县政府", "委、市政府", "委区政府", "委县政府", "委市政府"}

// isLocal reports whether the name of a place is that of a township or sub-district.
func isLocal(place string) bool {
	r, _ := utf8.DecodeLastRuneInString(place)
	return strings.ContainsRune("乡镇道木", r)
}

// notNamed reports whether the name of a place stands in texts for what it means: 统一街道 is one, but 统一街道标准 is not.
func notNamed(place string) bool {
	stem, _ := gazetteer.Stem(place)
	return notNames.of(stem) == stem
}

// isAddress reports whether a text goes on as an address: 为民路12号, 以东200米.
func isAddress(text string) bool {
	head := text[:min(len(text), 24)]
	for _, w := range []string{"以东", "以西", "以南", "以北"} {
		if behind, is := strings.CutPrefix(text, w); is {
			next, _ := utf8.DecodeRuneInString(behind)
			return !isHan(next) || strings.ContainsRune("约的及和至", next)
		}
	}
	return strings.Contains(text, "号") && (containsAny(head, []string{"路", "巷", "大道"}) || strings.Contains(strings.ReplaceAll(head, "街道", ""), "街"))
}

// leading are what leads, asked what follows those whom readers may ask, behind their names.
var (
	leading = []string{"委", "党委", "党工委", "人民政府", "政府", "街道党工委"}
	asked   = []string{"联系", "咨询", "（", "(", "[", "【"}
)

// pastTails cuts what stands behind the name of a place to mean its government, party committee or office.
func pastTails(text string) string {
	for {
		text = strings.TrimLeft(text, " \u3000")
		i := slices.IndexFunc(mentionTails, func(t string) bool { return strings.HasPrefix(text, t) })
		if behind, is := strings.CutPrefix(text, "办"); i < 0 && is { // 开元街道办
			if next, _ := utf8.DecodeRuneInString(behind); isHan(next) && !worksAt(behind) && !strings.ContainsRune("公事学", next) {
				return behind
			}
		}
		if i < 0 || strings.HasPrefix(text, "政府信息") || strings.HasPrefix(text, "政府网") || strings.HasPrefix(text, "政府门户") {
			return text
		}
		text = text[len(mentionTails[i]):]
	}
}

var mentionTails = []string{"党政综合办公室", "党政办公室", "党政综合办", "党政办", "街道办事处", "街道办", "办事处", "人民政府", "党工委、", "党委、", "党工委", "党委", "党组", "政府", "办公室",
	"委、区政府", "委、县政府", "委、市政府", "委区政府", "委县政府", "委市政府", "管理委员会", "管委会", "各级行政机关", "行政机关", "机关", "领导班子", "班子", "主要领导", "主要负责同志", "分管领导", "领导"}
