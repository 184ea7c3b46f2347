package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

// otherRank reports whether a department is named by a rank that the agency's county does not have: 县教育局 in the report of a district.
func (us *agencySelf) otherRank(m agencyMention) bool {
	r := firstRune(m.own)
	return len(m.places) == 0 && (r == '县' || r == '区') && us.lacks(r)
}

// lacks reports whether no county is called by a rank where the agency lies, as its own name says; in a county there may be a zone.
func (us *agencySelf) lacks(rank rune) bool {
	if us.county == "" || strings.ContainsRune("县旗", lastRune(us.county)) && rank == '县' || len(us.placesLike(string(rank))) > 0 ||
		!us.sure && !slices.ContainsFunc(us.names, func(n string) bool { return strings.Contains(n, us.county) }) {
		return false
	}
	return rank == '县' || lastRune(us.county) != '区' && !us.says(zoneEndings...)
}

// lookRank finds 县委 and 县政府 in the report of a district, whose own are 区委 and 区政府, and the other way round. Where the text has only the
// other rank it may be its former one.
func (w *selfWords) lookRank(p *Part, at int, before, rank rune, rest string) {
	if isHan(before) && !strings.ContainsRune("在由经对为将按受向与和及是被照据从到使", before) {
		return
	}
	if listed, is := strings.CutSuffix(p.Text[:at], "、"); is && strings.ContainsRune("省市县区州", lastRune(listed)) {
		return // 各市、县委
	}
	if w.us.local() && headsGroup(rest) {
		w.wrong = append(w.wrong, wrongWord{p, at, at + len(string(rank)) + len("长"), report.SeverityHint})
		return
	}
	i := slices.IndexFunc(rankOrgans, func(o string) bool { return strings.HasPrefix(rest, o) })
	if i < 0 {
		return
	}
	behind := rest[len(rankOrgans[i]):]
	next, _ := utf8.DecodeRuneInString(behind)
	led := (!isHan(next) || strings.ContainsRune("县区的和及领统正坚高部要安决关网门办", next)) && containsAny(firstRunes(behind, 20), rankDeeds)
	if !led && !strings.HasPrefix(rankOrgans[i], "直") && !(strings.HasSuffix(rankOrgans[i], "会") && aboutDisclosure(p.Text, at)) {
		return // 县委编办同志到场
	}
	other, known := w.ranks[rank]
	own, severity := string(lastRune(w.us.county)), report.SeverityWarning
	city := rank == '县' && w.us.county == "" && w.us.kind == "government" && w.us.inCity()
	if city {
		own, severity = "市", report.SeverityHint // which may well speak of its counties
	}
	if !known {
		other = (city || w.us.lacks(rank)) && w.us.says(own+"委", own+"政府", own+"人民政府", "我"+own, "全"+own)
		w.ranks[rank] = other
	}
	if other {
		w.wrong = append(w.wrong, wrongWord{p, at, at + len(string(rank)) + len(rankOrgans[i]), severity})
	}
}

// rankDeeds are what those above do for the agency.
var rankDeeds = []string{"检查", "考核", "培训", "领导下", "指导下", "部署", "要求", "安排", "决策", "精神", "网站", "门户", "政务公开", "信息公开", "高度重视"}

// rankOrgans are those of a county, longer ones first.
var rankOrgans = []string{"政务公开办", "政务公开领导小组", "政府信息公开领导小组", "人民政府常务会", "政府常务会", "委常委会", "政府党组会", "人民政府", "委办公室", "委办", "政府办公室", "政府办", "政府", "直部门", "直各部门", "直单位", "直各单位", "直机关", "委"}

// lookGovernment finds 乡政府 in the report of an 办事处: its village may have been one. In that of a department it is worth a look.
func (w *selfWords) lookGovernment(p *Part, at int, before rune, rest, kind string) {
	end := at + len(kind)
	if kind == "街" {
		if !strings.HasPrefix(rest, "道") {
			return
		}
		kind, rest, end = "街道", rest[len("道"):], end+len("道")
	}
	if before == '、' && kind == "街道" {
		return // 各镇人民政府、街道办事处
	}
	if strings.ContainsRune("×XＸ*＊", before) || isHan(before) && !leadsToOrgan(p.Text[:at], "在由经以对为将按到于托用报送交") {
		return
	}
	leads := headsGroup(rest)
	i := slices.IndexFunc(localOrgans, func(o string) bool { return strings.HasPrefix(rest, o) })
	if i < 0 && leads {
		i = 0
	}
	if i < 0 || !w.us.local() && w.us.kind != "department" || w.us.maySay(selfReference{word: kind, local: true}) {
		return
	}
	organ := localOrgans[i]
	if leads {
		organ = "长"
	}
	behind := rest[len(organ):]
	severity := report.SeverityHint
	if slices.Contains(localRooms, organ) && (!w.us.local() || before == '、' || isHan(before) && !strings.ContainsRune("在到于托用由将", before)) {
		return
	}
	if slices.Contains(localOffices, organ) && !w.us.local() || containsAny(sentenceBefore(p.Text, at), []string{"撤镇", "撤乡", "镇改街", "乡改"}) {
		return // what it was before
	}
	if leads && contains(sentenceBefore(p.Text, at), kind) {
		return // whose head is meant the sentence has said: 新洲乡成立领导小组，由乡长任组长
	}
	if w.us.local() && !strings.HasPrefix(behind, "信息") && (leads || slices.Contains(localRooms, organ) || doesOwnWork.of(pastTails(strings.TrimLeft(behind, "、"))) != "") {
		severity = report.SeverityWarning
	}
	w.wrong = append(w.wrong, wrongWord{p, at, end + len(organ), severity})
}

// localOrgans are those of a township or a sub-district, longer ones first.
var localOrgans = append([]string{"人民政府", "政府", "党政综合办", "党政办", "党工委", "党委", "纪委", "办事处", "主要负责人", "主要领导", "分管领导", "领导班子", "办主任"}, slices.Concat(localRooms, localOffices, leadsGroup)...)

// localRooms are halls that a township or a sub-district has.
var localRooms = []string{"便民服务中心", "便民服务大厅", "为民服务中心", "为民服务大厅", "党群服务中心", "政务服务中心", "政务服务大厅", "综合服务中心", "办事大厅", "文化站", "综合文化站", "综合文化服务中心", "公开栏", "政务公开栏", "信息公开栏", "办公楼", "机关大院", "政务公开专区"}

// localOffices are those that a township or a sub-district has.
var localOffices = []string{"机关各", "机关干部", "综治办", "财政所", "民政所", "民政办", "社会事务办", "经济发展办", "农业农村办", "司法所", "武装部", "人大主席", "各办公室", "各站所", "各科室", "纪检监察", "宣传委员", "组织委员", "统战委员"}

// leadsGroup say that the head of an agency leads a group or the work, behind the word for the agency.
var leadsGroup = []string{"长任组长", "长为组长", "长担任组长", "长任双组长", "长亲自抓", "长负总责", "长牵头", "长挂帅", "长审签", "长签发"}

// headsGroup reports whether the head of an agency leads a group, as a text that begins behind the word for the agency says.
func headsGroup(rest string) bool {
	return beginsWith(rest, leadsGroup) || beginsWith(rest, []string{"长担任", "长任", "长兼任", "长出任", "长是", "长为", "长对"}) && containsAny(firstRunes(rest, 22), []string{"总责", "领导小组组长", "公开组长", "小组组长", "工作专班组长", "第一责任人"})
}

// leadsToOrgan reports whether a text ends in a word that an organ may follow: one of the characters, 组织, 成立了.
func leadsToOrgan(text, characters string) bool {
	return strings.ContainsRune(characters, lastRune(text)) || endsInAny(text, []string{"组织", "召开", "安排", "形成", "成立", "成立了", "建立", "建立了", "实行", "构建", "明确", "坚持"})
}

// lookBureau finds 局党组 and 局长任组长 in the report of a township or a sub-district, which has no bureau; in that of a county it is worth a look.
func (w *selfWords) lookBureau(p *Part, at int, before rune, rest string) {
	if !w.us.local() && w.us.kind != "government" || before == '、' || isHan(before) && !leadsToOrgan(p.Text[:at], "由经以") {
		return
	}
	leads := headsGroup(rest)
	i := slices.IndexFunc(bureauOrgans, func(o string) bool { return strings.HasPrefix(rest, o) })
	if i < 0 && leads {
		i = 0
	}
	if i < 0 || cutInName(p.Text[:at]) || w.us.maySay(selfReference{word: "局"}) {
		return
	}
	severity := report.SeverityHint
	if w.us.local() {
		severity = report.SeverityWarning
	}
	end := at + len("局") + len(bureauOrgans[i])
	if leads {
		if contains(sentenceBefore(p.Text, at), "局") {
			return
		}
		end = at + len("局长")
	}
	w.wrong = append(w.wrong, wrongWord{p, at, end, severity})
}

// lookHouse finds 委党组 and 厅党组 in the report of a bureau, whose own is 局党组.
func (w *selfWords) lookHouse(p *Part, at int, before, house rune, rest string) {
	if !strings.HasPrefix(rest, "党组") && !strings.HasPrefix(rest, "领导班子") && !strings.HasPrefix(rest, "长办公会") && !strings.HasPrefix(rest, "主要领导") && !strings.HasPrefix(rest, "主要负责") && !strings.HasPrefix(rest, "机关各") {
		return
	}
	if !w.us.local() && !(w.us.kind == "department" && w.us.endsWith("局")) || before == '、' || isHan(before) && !leadsToOrgan(p.Text[:at], "由经以") || cutInName(p.Text[:at]) ||
		slices.ContainsFunc(w.us.names, func(n string) bool { return strings.ContainsRune(n, house) }) {
		return
	}
	end := at + len("委")
	for _, o := range []string{"党组", "领导班子", "长办公会", "主要领导", "主要负责", "机关各"} {
		if strings.HasPrefix(rest, o) {
			end += len(strings.TrimSuffix(o, "各"))
		}
	}
	w.wrong = append(w.wrong, wrongWord{p, at, end, report.SeverityWarning})
}

// bureauOrgans are those of a bureau.
var bureauOrgans = append([]string{"党组", "党委", "党总支", "机关", "主要领导", "主要负责人", "分管领导", "领导班子", "班子", "属各", "各股室", "各科室", "办公室", "务会", "长办公会"}, leadsGroup...)

// cutInName reports whether a text may end within a name that a line or a blank divides: 县水利 局党组.
func cutInName(text string) bool {
	line := strings.TrimRight(text, " \u3000\u00a0")
	if above, cut := strings.CutSuffix(line, "\n"); cut {
		above = strings.TrimRight(above, " \u3000\u00a0\n")
		above = above[strings.LastIndexByte(above, '\n')+1:]
		return isHan(lastRune(above)) && len(above) > len(firstRunes(above, 20))
	}
	return line != text && isHan(lastRune(line))
}
