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
	i := slices.IndexFunc(rankOrgans, func(o string) bool { return strings.HasPrefix(rest, o) })
	if i < 0 {
		return
	}
	behind := rest[len(rankOrgans[i]):]
	if next, _ := utf8.DecodeRuneInString(behind); isHan(next) && !strings.ContainsRune("县区的和及领统正坚高部要安决关网门", next) || !containsAny(firstRunes(behind, 20), rankDeeds) {
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
var rankOrgans = []string{"政务公开办", "人民政府", "委办公室", "委办", "政府办公室", "政府办", "政府", "委"}
