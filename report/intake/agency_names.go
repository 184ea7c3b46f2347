package intake

import (
	"regexp"
	"strings"
	"unicode"
)

// agencyEndings are what the names of agencies end in.
const agencyEndings = `人民政府|政府|办事处|街道办|街道|委员会|管委会|办公室|办公厅|管理处|服务处|服务中心|中心|研究院|研究所|检察院|法院|医院|学院|大学|学校|中学|小学|幼儿园|公司|集团|银行|` +
	`海关|总队|支队|大队|图书馆|档案馆|博物馆|纪念馆|供销社|联合社|联合会|工会|协会|妇联|团委|指挥部|管理站|监督站|分局|总局|局|厅|委|办|部|署|院|所|站|处|队|镇|乡|县|市|区|省|州|盟|旗|苏木|开发区|高新区|` +
	`园区|新区|示范区|林场|农场|团场|兵团|馆|关`

var (
	agencyLikePat = regexp.MustCompile(`^[\p{Han}()、·/]{2,38}(?:` + agencyEndings + `)$`)
	sealPat       = regexp.MustCompile(`\((?:盖章|公章|印章|章|加盖公章)\)$`)
	suffixPat     = regexp.MustCompile(`(?:\((?:本级|机关|全系统|系统|本部|汇总)\)|本级|关区|机关|全系统|系统)$`)
	notNamePat    = regexp.MustCompile(`^(?:我|本|各|全[^州椒南]|其他|其它|有关|上级|该|根据|按照|依据|依照|现|在|由|以|对|为|经|与|请|如|特|及|和|自|从|至|到|向|随|通过|坚持|加强|做好|开展|来源|主办|承办|版权|第|收到|处理|主动|依申请)|和处理|涵盖|包括|` +
		`国务院|中华人民共和国政|的|情况|领导下|精神|年度|[0-9]{4}|信息公开工作|^(?:人民政府|政府|办公室|委员会|街道|管委会)$|^.?(?:县委|市委|区委|省委|党委)`)
)

// agencyLike reports whether a folded line can be the name of an agency and nothing else.
func agencyLike(folded string) bool {
	folded = sealPat.ReplaceAllString(withoutPinyin(folded), "")
	return agencyLikePat.MatchString(folded) && !notNamePat.MatchString(folded)
}

// withoutBlanks is a name without the blanks that set it.
func withoutBlanks(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return r
	}, name)
}

// plainAgency is a name as it stands, without blanks, readings of its characters and the mark of the seal.
func plainAgency(name string) string {
	name = withoutPinyin(withoutBlanks(name))
	for _, seal := range []string{"盖章", "公章", "印章", "章", "加盖公章"} {
		for _, brackets := range []string{"（" + seal + "）", "(" + seal + ")"} {
			name = strings.TrimSuffix(name, brackets)
		}
	}
	return name
}

// withoutSuffix cuts 本级, 机关, 系统, 关区 where the name of an agency remains.
func withoutSuffix(name string) string {
	folded, origin := foldWithOrigin(name)
	at := suffixPat.FindStringIndex(string(folded))
	if at == nil {
		return name
	}
	kept := string(folded)[:at[0]]
	if suffix := string(folded)[at[0]:]; suffix == "关区" && !strings.HasSuffix(kept, "海关") {
		if !strings.HasSuffix(kept, "海") {
			return name
		}
		kept += "关" // 某海关区
	}
	if !agencyLike(kept) {
		return name
	}
	n := len([]rune(kept))
	if n >= len(origin) {
		return name
	}
	return name[:origin[n]]
}

// placeKinds end the names of places; the agency of a place is its government.
const placeKinds = "省市县区州盟旗镇乡街道苏木"

// sameAgency reports whether two names mean one agency, the one shorter than the other: 铜厂乡 and 铜厂彝族乡人民政府, 县教育局 and
// the same with its county, 发改委 and 发展和改革委员会.
func sameAgency(a, b string) bool {
	x, placeX := agencyCore(a)
	y, placeY := agencyCore(b)
	if x == "" || y == "" {
		return false
	}
	if x == y {
		return true
	}
	if placeX != placeY {
		return false
	}
	short, long := []rune(x), []rune(y)
	if len(short) > len(long) {
		short, long = long, short
	}
	if short[len(short)-1] != long[len(long)-1] {
		return false
	}
	at := 0
	for _, r := range long {
		if at < len(short) && short[at] == r {
			at++
		}
	}
	return at == len(short)
}

// agencyCore is a name, folded, without what short forms leave out at its end. place says that it is a place's government.
func agencyCore(name string) (core string, place bool) {
	core = suffixPat.ReplaceAllString(sealPat.ReplaceAllString(fold(name), ""), "")
	for _, cut := range []string{"人民政府办事处", "人民政府", "政府", "办事处"} {
		if strings.HasSuffix(core, cut) && len(core) > len(cut) {
			core = strings.TrimSuffix(core, cut)
			break
		}
	}
	if strings.HasSuffix(core, "街道办") {
		core = strings.TrimSuffix(core, "办")
	}
	for long, short := range map[string]string{"委员会": "委", "管委会": "管委", "办公室": "办"} {
		if strings.HasSuffix(core, long) {
			core = strings.TrimSuffix(core, long) + short
		}
	}
	runes := []rune(core)
	if len(runes) == 0 {
		return "", false
	}
	zone := strings.HasSuffix(core, "开发区") || strings.HasSuffix(core, "园区") || strings.HasSuffix(core, "新区")
	return core, !zone && strings.ContainsRune(placeKinds, runes[len(runes)-1])
}
