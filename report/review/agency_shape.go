package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report/review/gazetteer"
)

// notInLocalName are characters that stand in no name of a township that the gazetteer does not know, but in words before 乡, 镇, 街道.
var notInLocalName = newRuneSet("的和与各全我本该每两村乡镇街社居个委部级属辖对在为及等农市县区是有所其他这向由从将把被给以让请并但而或某到赴去学习借推广支援结帮联合促强进助做好抓求按照据贯彻落实报送通过经同是们此些多几数均已皆也都仍未无设")

// organNames end names of townships that are known by their office, 大学城街道办事处, and that the characters of inOrganName stand in.
var (
	organNames  = []string{"街道办事处", "镇人民政府", "乡人民政府"}
	inOrganName = newRuneSet("学农支通数")
)

var localSuffixes = []string{"街道", "乡", "镇", "办事处", "苏木"}

// localShape is the name of a township or sub-district that a text begins with and that the gazetteer does not know: up to three characters,
// such as stand in those that it knows, and 乡, 镇 or 街道, or up to five and 办事处 or 苏木.
func localShape(text string) string {
	at := 0
	for n := range 6 {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isHan(r) {
			return ""
		}
		for _, suffix := range localSuffixes {
			if n < 2 || n > 3 && suffix != "办事处" && suffix != "苏木" || !strings.HasPrefix(text[at:], suffix) {
				continue
			}
			name, behind := text[:at+len(suffix)], text[at+len(suffix):]
			if commonNoun(text[:at], suffix) || hasNoName(text[:at]) || !isName(text[:at], suffix, behind) || strings.HasPrefix(behind, "镇") || strings.HasPrefix(behind, "村") {
				return ""
			}
			return name
		}
		// 安庆矿区办事处: names before 办事处 are made of others.
		if notInLocalName.has(r) && !(n > 0 && inOrganName.has(r) && containsAny(firstRunes(text, 9), organNames)) && !(r == '区' && strings.HasPrefix(text[at+size:], "办事处")) || n == 0 && r == '原' {
			return ""
		}
		at += size
	}
	return ""
}

// isName reports whether a word may be the name of a place that the gazetteer does not know, by its characters and by what stands behind it
// and its suffix: the organ in full stands behind names only.
func isName(stem, suffix, behind string) bool {
	return gazetteer.Plausible(stem) || (suffix == "苏木" || beginsWith(behind, []string{"人民政府", "办事处"})) && gazetteer.Possible(stem)
}

// commonNouns are words that stand before 镇, 乡, 街道 and 办事处 without naming one: 特色小镇, 家乡, 商业街道.
var commonNouns = map[string][]string{
	"镇":   {"小", "名", "古", "集", "强", "重", "建制", "中心", "城", "老", "大"},
	"乡":   {"家", "故", "城", "老", "下", "返", "回", "异", "侨", "水", "美丽"},
	"街道":  {"主要", "商业", "重点", "城市", "大小", "主", "沿线", "周边", "道路", "临", "步行", "繁华", "整治", "背"},
	"办事处": {"街道", "流动", "地区", "驻"},
}

func commonNoun(stem, suffix string) bool {
	return slices.ContainsFunc(commonNouns[suffix], func(w string) bool { return strings.HasSuffix(stem, w) })
}

// countyShape is the name of a county that a text begins with and that the gazetteer does not know, or of a city or district before 人民政府 and the like.
func countyShape(text string) string {
	at := 0
	for n := range 4 {
		r, size := utf8.DecodeRuneInString(text[at:])
		if n > 1 && (r == '县' || r == '旗' && (n > 2 || beginsWith(text[at+size:], []string{"人民政府"})) || (r == '市' || r == '区') && beginsWith(text[at+size:], []string{"人民政府", "政府信息公开工作", "信息公开工作", "政务公开工作"})) && !hasNoName(text[:at]) && isName(text[:at], text[at:at+size], text[at+size:]) {
			return text[:at+size]
		}
		if !isHan(r) || notInLocalName.has(r) || ranks.has(r) {
			return ""
		}
		at += size
	}
	return ""
}

// notInDepartment are characters that stand in no name of a department: 县文旅局牵头的活动由我局.
var notInDepartment = newRuneSet("的由我本")

// departmentShape is the name of a department that a text begins with: perhaps 县 or 市, a function, and 局, 委, 办 or the like.
func departmentShape(text string, ends departmentEnd) string {
	at := 0
	if !beginsFunction(text) {
		r, size := utf8.DecodeRuneInString(text)
		zone := slices.IndexFunc(zoneEndings, func(e string) bool { return strings.HasPrefix(text, e) }) // 示范区教育局
		switch {
		case zone >= 0:
			size = len(zoneEndings[zone])
		case !ranks.has(r):
			return ""
		}
		at = size
		if !beginsFunction(text[at:]) {
			return ""
		}
	}
	for end := at; end < len(text); {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !isHan(r) || end > 66 || notInDepartment.has(r) {
			return ""
		}
		if end > at && departmentEnds.has(r) {
			for _, e := range departmentEndings {
				if strings.HasPrefix(text[end:], e) && ends(text[end+len(e):]) {
					return text[:end+len(e)]
				}
			}
		}
		end += size
	}
	return ""
}
