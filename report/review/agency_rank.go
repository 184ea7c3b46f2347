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
	return rank == '县' || lastRune(us.county) != '区' && !containsAny(us.all(), zoneEndings)
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
	if w.us.local() && beginsWith(rest, []string{"长任组长", "长为组长", "长担任组长"}) {
		w.wrong = append(w.wrong, wrongWord{p, at, at + len(string(rank)) + len("长"), report.SeverityHint})
		return
	}
	i := slices.IndexFunc(rankOrgans, func(o string) bool { return strings.HasPrefix(rest, o) })
	if i < 0 {
		return
	}
	behind := rest[len(rankOrgans[i]):]
	next, _ := utf8.DecodeRuneInString(behind)
	led := (!isHan(next) || strings.ContainsRune("县区的和及领统正坚高部要安决关网门", next)) && containsAny(firstRunes(behind, 20), rankDeeds)
	if !led && !strings.HasPrefix(rankOrgans[i], "直") {
		return // 县委编办同志到场
	}
	if w.ranks == nil {
		w.ranks = map[rune]bool{}
		own := string(lastRune(w.us.county))
		for _, r := range []rune{'县', '区'} {
			w.ranks[r] = w.us.lacks(r) && containsAny(w.us.all(), []string{own + "委", own + "政府", own + "人民政府", "我" + own, "全" + own})
		}
	}
	if w.ranks[rank] {
		w.wrong = append(w.wrong, wrongWord{p, at, at + len(string(rank)) + len(rankOrgans[i]), report.SeverityWarning})
	}
}

// rankDeeds are what those above do for the agency.
var rankDeeds = []string{"领导下", "指导下", "部署", "要求", "安排", "决策", "精神", "网站", "门户", "政务公开", "信息公开", "高度重视"}

// rankOrgans are those of a county, longer ones first.
var rankOrgans = []string{"政务公开办", "人民政府", "委办公室", "委办", "政府办公室", "政府办", "政府", "直部门", "直各部门", "直单位", "直各单位", "直机关", "委"}

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
	if strings.ContainsRune("×XＸ*＊", before) || isHan(before) && !strings.ContainsRune("在由经对为将按", before) {
		return
	}
	i := slices.IndexFunc(localOrgans, func(o string) bool { return strings.HasPrefix(rest, o) })
	if i < 0 || !w.us.local() && w.us.kind != "department" || w.us.maySay(selfReference{word: kind, local: true}) {
		return
	}
	behind := rest[len(localOrgans[i]):]
	severity := report.SeverityHint
	if w.us.local() && !strings.HasPrefix(behind, "信息") && doesOwnWork.of(pastTails(strings.TrimLeft(behind, "、"))) != "" {
		severity = report.SeverityWarning
	}
	w.wrong = append(w.wrong, wrongWord{p, at, end + len(localOrgans[i]), severity})
}

// localOrgans are those of a township or a sub-district, longer ones first.
var localOrgans = []string{"人民政府", "政府", "党政综合办", "党政办", "党工委", "党委", "纪委", "办事处"}
