package document

import (
	"math"
	"regexp"
	"strings"
	"unicode"
)

// What a break costs that does not follow the sense, in a word or in 《》, and where none may be.
const (
	desperate = 40
	never     = math.MaxInt32
)

// titleSenses are the places where a title may break, each at its empty group; what stands further down overrules.
var titleSenses = []struct {
	pattern *regexp.Regexp
	cost    int
}{
	{regexp.MustCompile(`[、，：]()`), 6},
	{regexp.MustCompile(`()[和及与]\p{Han}{3}`), 10},
	// the parts of an agency's name
	{regexp.MustCompile(`()(?:(?:监督)?管理局|(?:管理|工作)?委员会|(?:管理)?办公室|办事处|(?:管理|服务)中心|领导小组|有限(?:责任)?公司)`), 12},
	{regexp.MustCompile(`(?:人民政府|委员会|办公[室厅]|办事处|街道|[局厅院队]|公司|集团|学校|大学)()\p{Han}`), 6},
	{regexp.MustCompile(`中心()[^支小校学城医卫幼]`), 6},
	{regexp.MustCompile(`街道()办事处`), 25},
	{regexp.MustCompile(`()人民政府`), 8},
	// the parts of what it is about
	{regexp.MustCompile(`信息公开()工作`), 18},
	{regexp.MustCompile(`()(?:情况)?(?:统计|汇总|一览)表`), 10},
	{regexp.MustCompile(`()(?:年度报告|年报|工作报告|工作总结)`), 14},
	{regexp.MustCompile(`的()(?:通知|通告|公告|报告|意见|决定|说明|函)`), 8},
	{regexp.MustCompile(`()[（(《]`), 5},
	{regexp.MustCompile(`[）)》]()`), 5},
	{regexp.MustCompile(`()——`), 4},
	{regexp.MustCompile(`()关于`), 3},
	{regexp.MustCompile(`()(?:政府)?信息公开`), 0},
	{regexp.MustCompile(`年度?()(?:政府)?信息公开`), 12},
	{regexp.MustCompile(`人民()政府信息公开`), never},
	{regexp.MustCompile(`人民政府()信息公开`), 0},
	{regexp.MustCompile(`()(?:[0-9]{4}|[０-９]{4})年`), 0},
	{regexp.MustCompile(`关于()(?:[0-9]{4}|[０-９]{4})年`), 12},
	{regexp.MustCompile(`[ \x{3000}]()`), 0},
}

// placeCost is that of a break behind a place's name.
const placeCost = 6

// titleBreaks is what a break before each rune costs.
func titleBreaks(runes []rune) []int {
	costs := make([]int, len(runes)+1)
	for i := range costs {
		costs[i] = desperate
	}
	placeEnds(runes, func(at int) { costs[at] = placeCost })
	text := string(runes)
	at := make([]int, len(text)+1) // from bytes to runes
	n := 0
	for i := range text {
		at[i] = n
		n++
	}
	at[len(text)] = n
	for _, sense := range titleSenses {
		for _, found := range sense.pattern.FindAllStringSubmatchIndex(text, -1) {
			costs[at[found[2]]] = sense.cost
		}
	}
	forbidBreaks(runes, costs)
	return costs
}

// forbidBreaks keeps numbers and words of other scripts whole, closing marks off the beginning of a line and opening ones off its
// end; and it keeps 《》 on one line while there is another way.
func forbidBreaks(runes []rune, costs []int) {
	inside := 0
	for i, r := range runes {
		var before rune
		if i > 0 {
			before = runes[i-1]
		}
		switch {
		case i == 0, wordRune(before) && (wordRune(r) || r == '年'), before == '年' && r == '度',
			strings.ContainsRune("、，。：；！？）)》〉〕】”’…", r), strings.ContainsRune("（(《〈〔【“‘", before), before == r && r == '—', unicode.Is(unicode.M, r), unicode.IsSpace(r):
			costs[i] = never
		case inside > 0:
			costs[i] += desperate
		}
		switch r {
		case '《':
			inside++
		case '》':
			inside = max(inside-1, 0)
		}
	}
}

// wordRune reports whether a rune is one of a number's or of a word in another script.
func wordRune(r rune) bool {
	return unicode.IsDigit(r) || r > 0x20 && r < 0x250
}

const placeRunes = "省市县区旗州盟镇乡"

var (
	// placeWords begin with such a rune and are no place.
	placeWords = regexp.MustCompile(`^(?:市场|市政(?:管理|工程|公用|设施|园林|建设)|市容|乡村|区域|县域)`)
	// placeGoesOn is what shows that a name or a word goes on behind such a rune: 市场, 县政府, 市民, 区域.
	placeGoesOn = regexp.MustCompile(`^(?:[` + placeRunes + `场容委级直域划间块村湾长立]|政府|政(?:管理|工程|公用|设施|园林|建设)|民[^政族])`)
	// placeless are words that end in such a rune and are no place.
	placeless = regexp.MustCompile(`^(?:城[市镇区乡]|[社小校辖片园]区|[全本各].)$`)
	// cityWork is what cities are, not places: 城市管理, 城乡建设.
	cityWork = regexp.MustCompile(`^城[市乡镇](?:管理|建设|规划|综合|更新|执法|和|居民)`)
)

// placeEnds finds where a name of a place ends and the next part of an agency's name begins: 云岭省清河市|市场监督管理局.
func placeEnds(runes []rune, end func(at int)) {
	start := 0
	for i := 0; i+1 < len(runes); i++ {
		r := runes[i]
		if !strings.ContainsRune(placeRunes, r) {
			continue
		}
		part, rest := string(runes[start:i+1]), string(runes[i+1:min(i+5, len(runes))])
		short := i+1-start < 2 || (r == '旗' || r == '盟') && i+1-start < 3
		switch {
		case short, placeless.MatchString(part), i > 0 && cityWork.MatchString(string(runes[i-1:min(i+4, len(runes))])):
		case placeWords.MatchString(rest), runes[i+1] == r, !placeGoesOn.MatchString(rest):
			end(i + 1)
			start = i + 1
		}
	}
}
