package review

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// totalSame reports whether two statements count the same.
func totalSame(a, b *totalStatement) bool {
	near := a.line == b.line && b.q.Sentence-a.q.Sentence <= 1
	if a.line != b.line && (b.back || utf8.RuneCountInString(b.words) < totalLong-2) {
		return false
	}
	switch {
	case a.back || b.other(a) || b.back && repeatOpposed(a.text, strings.TrimSpace(b.text)):
		return false
	case b.back:
		key := a.words
		if utf8.RuneCountInString(key) < totalShortest {
			key += a.behind
		}
		definite := b.this || b.whole || b.all || b.q.Value > a.q.Value
		if a.whole && key != "" && strings.HasPrefix(b.words+b.behind, key) {
			return true
		}
		return definite && (a.whole || near) && totalTakes(a, b)
	case !b.whole:
		return false
	case totalEqual(a.words, b.words) && (strings.HasPrefix(a.behind, b.behind) || strings.HasPrefix(b.behind, a.behind)):
		if near && b.q.Value < a.q.Value && contains(b.text, "累计") && !a.narrow {
			return true // 累计 is not less than this year's
		}
		if b.q.Value < a.q.Value && contains(a.text, "累计") && !contains(b.text, "累计") && !containsAny(a.text, repeatYear) {
			return false // 累计设立19个。今年设立3个
		}
		if b.q.Value > a.q.Value && contains(b.text, "累计") && !contains(a.text, "累计") && !containsAny(b.text, repeatYear) {
			return false // 全年公开300条。目前累计公开2150条
		}
		long := utf8.RuneCountInString(a.words) >= totalLong
		partial := containsAny(strings.ReplaceAll(a.text, "12月", ""), totalPartial)
		if a.line != b.line && (partial || containsAny(a.words, totalGeneral) && utf8.RuneCountInString(totalBare.cut(a.words)) < 2) {
			return false
		}
		enough := long || near && utf8.RuneCountInString(a.words) >= totalLong-2 && !containsAny(a.words, totalGeneral)
		if !a.whole && !((near || containsAny(a.words, totalChannels)) && enough && !a.narrow && !partial) && !(a.q.Sentence == b.q.Sentence && containsAny(a.words, totalChannels)) {
			return false
		}
		if a.narrow && b.narrow {
			return false
		}
		// What is narrowed down may be a part of the other.
		return long || !(a.narrow && a.q.Value < b.q.Value || b.narrow && b.q.Value < a.q.Value)
	case near && a.whole && utf8.RuneCountInString(a.words) > totalShortest && contains(b.text, "的") && strings.HasSuffix(b.words, a.words):
		return b.q.Value > a.q.Value // 培训信息员84人次，…参加培训的信息员共108人次
	case near && a.whole && utf8.RuneCountInString(b.words) >= totalLong && containsAny(b.words, totalChannels) && strings.HasSuffix(a.words, b.words):
		return true // 县政府门户网站发布信息, 门户网站发布信息
	case near && utf8.RuneCountInString(b.words) >= totalLong-2 && contains(b.text, "的") && strings.HasSuffix(a.words, b.words):
		return true // 全年召开的政务公开专题会议共6次
	case !near || !a.whole || a.narrow || b.narrow || containsAny(a.words, totalGeneral) || containsAny(b.words, totalGeneral):
		return false
	}
	// One says more than the other, 全年召开政务公开专题会议 and 全年召开专题会议: it is a part, and cannot be more.
	short, long := a, b
	if len(a.words) > len(b.words) {
		short, long = b, a
	}
	return utf8.RuneCountInString(short.words) >= totalLong-1 && short.behind == long.behind && totalWithin(short.words, long.words) && long.q.Value > short.q.Value
}

// totalSlogan is how many characters a clause has that only says how well something goes: 强化组织领导，….
const totalSlogan = 14

// totalLong is how many characters of a statement show that another with the same ones says the same.
const totalLong = 8

var (
	// totalGeneral are names of so much that statements of them must be the same to the letter.
	totalGeneral = []string{"信息", "文章", "内容", "稿件", "作品", "图文", "推文"}
	// totalPartial say that a number is not of the whole year.
	totalPartial = []string{"月", "季度", "半年", "期间", "当天", "当日", "首", "第"}
)

// totalBare takes out what says nothing of which information it is.
var totalBare = newCutter("公开", "发布", "主动", "政府", "政务", "各", "类", "信息", "更新", "推送", "图文", "文章", "内容", "稿件", "作品", "推文", "通过", "在", "我", "门户")

// other reports whether one names a channel that the other does not, where each channel publishes as much as it does.
func (b *totalStatement) other(a *totalStatement) bool {
	return (containsAny(a.words, totalGeneral) || containsAny(a.behind, totalGeneral)) && slices.ContainsFunc(totalChannels, func(w string) bool { return contains(a.words, w) != contains(b.words, w) })
}

// joinTraits are those of all characters of totalJoins.
var joinTraits = traitsOf("经结合依托通过利用围绕针对借助对将把在从于所")

// totalEqual reports whether two phrases are the same, or long ones the same in another order: 网站全年发布信息 and 全年网站发布信息.
func totalEqual(a, b string) bool {
	ofA, ofB := traitsOf(a), traitsOf(b)
	for i := range ofA {
		if (ofA[i]^ofB[i])&^joinTraits[i] != 0 {
			return false // most have a character that the other has not
		}
	}
	if a, b = totalJoins.cut(a), totalJoins.cut(b); a == b || len(a) != len(b) || len(a) < (totalLong-2)*len("字") {
		return a == b
	}
	x, y := []rune(a), []rune(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// totalTakes reports whether words before and behind a number take up a statement: 修订的4项公开制度 takes up 修订政务公开相关制度6项.
func totalTakes(a, b *totalStatement) bool {
	noun := totalNoun(a.words)
	if noun == a.words && a.behind != "" && slices.ContainsFunc(totalVerbs, func(w string) bool { return strings.HasSuffix(noun, w) }) {
		noun += a.behind
	}
	key, own := totalJoins.cut(a.words+a.behind), totalJoins.cut(b.words)
	runes := []rune(totalJoins.cut(noun))
	if len(runes) < 2 || utf8.RuneCountInString(key) < totalShortest || !totalWithin(own, key) {
		return false
	}
	head := string(runes[len(runes)-2:])
	if strings.HasSuffix(own, head) {
		return utf8.RuneCountInString(own) >= totalLong-2
	}
	behind := totalJoins.cut(b.behind)
	at := indexOf(behind, head)
	return at >= 0 && at <= totalName && totalWithin(behind[:at+len(head)], key)
}

// totalNoun is a phrase without the verb that it may end with: 政府公报 of 政府公报编印6期.
func totalNoun(words string) string {
	for _, w := range totalVerbs {
		if rest, ok := strings.CutSuffix(words, w); ok && utf8.RuneCountInString(rest) >= 4 {
			return rest
		}
	}
	return words
}

// totalWithin reports whether the characters of one text stand in another in their order.
func totalWithin(short, long string) bool {
	for _, r := range short {
		at := strings.IndexRune(long, r)
		if at < 0 {
			return false
		}
		long = long[at+utf8.RuneLen(r):]
	}
	return true
}

// totalJoins stand around the verb of what was named before: 结合举办的6期培训班.
var totalJoins = newCutter("经", "结合", "依托", "通过", "利用", "围绕", "针对", "借助", "对", "将", "把", "在", "从", "于", "所")

// totalNeutral and totalPurpose are how clauses begin or end that say only that a total comes, or what for; totalScope name what a total is of.
var (
	totalNeutral = [2][]string{{"截至", "截止", "目前", "当前", "据", "经", "综上", "总之", "总体", "总的", "一年来", "全年", "本年度", "年内", "作为"},
		{"统计", "核对", "核实", "核查", "盘点", "汇总", "梳理", "回顾", "总结", "测算", "清点", "复核", "看", "来说", "所述", "显示", "表明", "年底", "年末", "全年", "年", "年度"}}
	totalPurpose = []string{"为", "落实", "强化", "加强", "坚持", "按照", "根据", "结合", "积极", "认真", "严格", "切实"}
	totalSlogans = []string{"强化", "深化", "增强", "健全", "加强", "完善", "优化", "推进", "提升", "做好", "落实", "规范", "拓展", "畅通", "严格", "狠抓", "抓好", "突出", "夯实", "创新", "丰富"}
	// totalAspectsOf are what whole sections of a report are of.
	totalAspectsOf = []string{"解读", "队伍", "培训", "组织", "保障", "监督", "回应", "互动", "管理", "机制", "主动公开", "依申请", "平台建设"}
	totalScope     = []string{"各", "乡", "镇", "街道", "部门", "直", "村", "社区", "股", "科室", "局", "领域", "方面", "渠道", "平台", "网站", "微信", "微博", "公众号", "抖音", "媒体", "热线", "窗口", "中心", "专栏", "全县", "全市", "全区", "群众", "企业", "季度", "半年", "月", "类"}
)

// totalIntroduced reports whether the clauses before one only introduce it, and whether they may narrow it down.
func totalIntroduced(text string) (ok, narrow bool) {
	for clause := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '，' || r == ',' }) {
		clause = strings.TrimSpace(clause)
		begins := func(w string) bool { return strings.HasPrefix(clause, w) }
		switch {
		case clause == "":
		case len(clause) <= totalName && (slices.ContainsFunc(totalNeutral[0], begins) || slices.ContainsFunc(totalNeutral[1], func(w string) bool { return strings.HasSuffix(clause, w) })):
		case utf8.RuneCountInString(clause) <= totalSlogan && (slices.ContainsFunc(totalSlogans, begins) || strings.HasSuffix(clause, "方面") && containsAny(clause, totalAspectsOf)):
		case slices.ContainsFunc(totalPurpose, begins), !containsAny(clause, totalScope):
			narrow = true
		default:
			return false, false
		}
	}
	return true, narrow
}
