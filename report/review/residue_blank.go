package review

import (
	"strings"
	"unicode/utf8"
)

// These find places of a form that nobody filled in: ？？条, 召开会议 次, （ ）件.

// residueMeasures follow a number that was not filled in.
const residueMeasures = "年月日号条件次个项人份篇期起宗例场户万元％%"

// residueDoubt takes question marks where a number should stand: ？？条, and a single one before a measure that ends a clause.
func residueDoubt(t residueText, start, _ int) (int, int) {
	if r := t.before(start); r == '?' || r == '？' {
		return 0, 0
	}
	marks, end := 0, start
	for r := t.after(end); r == '?' || r == '？'; r = t.after(end) {
		end += utf8.RuneLen(r)
		marks++
	}
	from := start
	for from > 0 && t.text[from-1] >= '0' && t.text[from-1] <= '9' {
		from--
	}
	measure := t.after(end)
	switch {
	case !strings.ContainsRune(residueMeasures, measure):
		return 0, 0
	case from < start && measure != '年', marks > 1 && from == start && !isHan(t.before(start)):
		return 0, 0
	case marks > 1, from < start:
		return from, end
	}
	if isHan(t.before(start)) && strings.ContainsRune("，。；、,;）)", t.after(end+utf8.RuneLen(measure))) {
		return start, end
	}
	return 0, 0
}

// residueGaps are the words that end with a measure, so that a blank before it is a slip of the hand: 文 件.
var residueGaps = map[rune]string{
	'件': "文邮案稿要证条信来附急零事函收发公部软硬组配物各每这一两几多首该本上下前后",
	'条': "各每逐这一两几多首该本上下前后分线链词面头萧信教苗金枝",
	'次': "层档多首其依名班各每这一两几再此上下本逐单数屡分前后该初人主场轮车航",
	'篇': "各每这一两几多首该本上下前后长短全开通",
	'期': "日学长定近延逾按到周前后分如各每这一两几多首该本上下同工任短中早晚初末限",
	'份': "年月身部股省县各每这一两几多首该本上下成缘",
	'场': "市现农广牧林各每这一两几多首该本上下立商工会职考球机",
}

// residueGap takes a blank before a measure, where the number was to be filled in: 召开专题会议 次。
func residueGap(t residueText, _, end int) (int, int) {
	if t.lost {
		return 0, 0
	}
	measure := residueLast(t.text[:end])
	from := len(strings.TrimRight(t.text[:end-utf8.RuneLen(measure)], residueBlanks))
	before := residueLast(t.text[:from])
	if blank := t.text[from : end-utf8.RuneLen(measure)]; residueGaps[measure] == "" && utf8.RuneCountInString(blank) < 2 { // 国 家
		return 0, 0
	}
	if !isHan(before) || strings.ContainsRune(residueGaps[measure], before) || !strings.ContainsRune("，。；、,;", t.after(end)) {
		return 0, 0
	}
	return from - utf8.RuneLen(before), end
}

// residueFillIn takes a bracket with blanks in it where the number was to be filled in: （ ）件.
func residueFillIn(t residueText, start, end int) (int, int) {
	blank := hasRune(t.text[start:end], residueBlanks) && isHan(t.after(end)) && residueEnds(t.text[:start], "由", "在", "于", "与", "向", "是", "共")
	if t.lost || !blank && !strings.ContainsRune(residueMeasures, t.after(end)) {
		return 0, 0
	}
	return start, end + residueWidth(t.text[end:])
}

// residueNoDate takes a date without its numbers: 年 月 日.
func residueNoDate(t residueText, start, end int) (int, int) {
	if b := t.before(start); t.lost || wordingDigit(b) || wordingNumeral(b) || isHan(b) {
		return 0, 0
	}
	if b := t.before(start); strings.ContainsRune(residueBlanks, b) && b != '\n' && isHan(residueLast(strings.TrimRight(t.text[:start], residueBlanks))) && strings.ContainsRune("，。底末份；,;", t.after(end)) { // 截至 年 月，
		return start, end
	}
	if rest := strings.TrimLeft(t.text[end:], residueBlanks); strings.HasPrefix(rest, "日") {
		return start, len(t.text) - len(rest) + len("日")
	}
	return 0, 0
}

// residueEllipsis takes dots in place of examples: 如：……确保阳光透明.
func residueEllipsis(t residueText, start, end int) (int, int) {
	for strings.HasPrefix(t.text[end:], "…") {
		end += len("…")
	}
	if start > 0 && t.text[start:end] != "" && strings.HasSuffix(t.text[:start], "）") { // （一）……
		if from, to := t.line(start); to == end && utf8.RuneCountInString(t.text[from:to]) < 12 {
			return from, to
		}
		return 0, 0
	}
	if t.before(start) == '、' && strings.ContainsRune("等。；\n", t.after(end)) {
		return start, end
	}
	for _, word := range []string{"例如", "比如", "如", "包括", "分别为", "分别是", "内容为", "具体为", "一是", "二是", "三是", "四是"} {
		if strings.HasSuffix(t.text[:start], word) {
			return start - len(word), end
		}
	}
	return 0, 0
}

// residueWide takes a gap in a sentence where words were to be filled in: 由      负责.
func residueWide(t residueText, start, end int) (int, int) {
	rest := strings.TrimLeft(t.text[end:], residueBlanks)
	after := residueFirst(rest)
	from, to := t.line(start)
	if t.lost || !isHan(t.before(start)) || !isHan(after) && after != '%' && after != '。' || !contains(t.text[from:to], "。") {
		return 0, 0
	}
	return start - utf8.RuneLen(t.before(start)), len(t.text) - len(rest) + utf8.RuneLen(after)
}

// residueVerbs have a number behind them, residueCountables what is counted, with what a word goes on with that begins like it: 修订了条例.
var (
	residueVerbs      = []string{"共", "了", "达", "达到", "计", "约", "新增", "超过", "突破"}
	residueCountables = map[rune]string{'条': "理例件款文目幅约数", '件': "数均", '次': "要数日级序年品生均序", '篇': "幅章目", '期': "限间待刊望末盼数", '份': "额量数", '场': "地所面景次均馆"}
)

func residueUncountedMarks() string {
	var marks []string
	for _, verb := range residueVerbs {
		for _, unit := range "条件次篇期份场" {
			marks = append(marks, verb+string(unit))
		}
	}
	for _, verb := range residueHolding {
		for _, unit := range "次期份场名" {
			marks = append(marks, verb+string(unit))
		}
	}
	return strings.Join(marks, "|")
}

// residueHolding are verbs of what is held or sent out so many times.
var residueHolding = []string{"召开", "举办", "组织", "印发", "编发", "邀请", "新增", "增加", "制发"}

// residueUncounted takes a verb and a unit with no number between them: 公开信息共条, 开展了次自查.
func residueUncounted(t residueText, start, end int) (int, int) {
	after := t.after(end)
	if t.lost {
		return 0, 0
	}
	if strings.HasSuffix(t.text[:end], "名") {
		if !strings.ContainsRune("群干代党村居委专志企市", after) { // 邀请名家
			return 0, 0
		}
		return start, end
	}
	if begun := !strings.HasPrefix(t.text[start:], "了") && utf8.RuneCountInString(t.text[start:end]) > 2; begun && isHan(after) && wordingHas(t.text[start:], residueHolding) && !strings.ContainsRune(residueCountables[residueLast(t.text[:end])], after) { // 召开次会议
		return start, end
	}
	if strings.ContainsRune("，。；、,;", after) || strings.HasPrefix(t.text[start:], "了") && isHan(after) && !strings.ContainsRune(residueCountables[residueLast(t.text[:end])], after) {
		return start, end
	}
	return 0, 0
}

// residuePercentGap takes a percent sign without its number behind a blank or a colon: 公开率达到  %, 覆盖率：%.
func residuePercentGap(t residueText, start, end int) (int, int) {
	from := len(strings.TrimRight(t.text[:start], residueBlanks))
	if t.lost || !isHan(residueLast(t.text[:from])) || !strings.ContainsRune("，。；、,;）)\n", t.after(end)) {
		return 0, 0
	}
	return from - utf8.RuneLen(residueLast(t.text[:from])), end
}

// residueRest takes a measure whose number is not there: 发布信息余条, 投入资金万元, 接待群众人次。
func residueRest(t residueText, start, end int) (int, int) {
	before, after := t.before(start), t.after(end)
	switch word := t.text[start:end]; {
	case t.lost:
		return 0, 0
	case strings.HasPrefix(word, "余"):
		if !isHan(before) || wordingNumeral(before) || strings.ContainsRune("百千万亿两几其剩业富盈多残", before) || !strings.ContainsRune("，。；、,;", after) {
			return 0, 0
		}
	case strings.HasSuffix(word, "次"):
		if !strings.ContainsRune("，。；、,;", after) {
			return 0, 0
		}
	}
	return start, end
}

// residueMonthDay takes a day without its numbers: 于月日召开, 2023年 月，.
func residueMonthDay(t residueText, start, end int) (int, int) {
	from := len(strings.TrimRight(t.text[:start], residueBlanks))
	before := residueLast(t.text[:from])
	switch {
	case t.lost:
		return 0, 0
	case before == '年' && from > len("0年") && wordingDigit(residueLast(t.text[:from-len("年")])) && (strings.HasSuffix(t.text[:end], "日") || strings.ContainsRune("，。；、底末,", t.after(end))): // 2023年 月，
	case strings.HasSuffix(t.text[:end], "日") && strings.ContainsRune("于至到在自", before):
	default:
		return 0, 0
	}
	return from - utf8.RuneLen(before), end
}

// residueVague takes a stroke or 若干 in place of a number: 公开文件/件。
func residueVague(t residueText, start, end int) (int, int) {
	before := t.before(start)
	if t.lost || !isHan(before) || strings.ContainsRune(residueUnits, before) || strings.ContainsRune("元/角分时吨里米亩", before) || !strings.ContainsRune("，。；、,;", t.after(end)) {
		return 0, 0
	}
	return start, end
}

// residueDashes takes a row of dashes in place of a number or a word: 电话：-----。
func residueDashes(t residueText, start, end int) (int, int) {
	if strings.ContainsRune("-—－", t.before(start)) {
		return 0, 0
	}
	for strings.ContainsRune("-—－", t.after(end)) {
		end += residueWidth(t.text[end:])
	}
	if b := t.before(start); b != '：' && b != ':' && !isHan(b) || !strings.ContainsRune("，。；、,;", t.after(end)) && !strings.ContainsRune(residueMeasures, t.after(end)) {
		return 0, 0
	}
	return start, end
}

// residueMade takes a count that nobody counted: 公开信息123456条.
func residueMade(t residueText, start, end int) (int, int) {
	if b := t.before(start); !isHan(b) || !strings.ContainsRune(residueUnits, t.after(end)) {
		return 0, 0
	}
	return start, end
}

// residueNobody takes an office that nobody holds: 专栏由负责维护. 由负责人 is somebody.
func residueNobody(t residueText, start, end int) (int, int) {
	if _, to, _ := t.sentence(start, end); contains(t.text[end:to], "的") || !isHan(t.before(start)) || strings.ContainsRune("人同单部领者方科股室机的处委", t.after(end)) {
		return 0, 0
	}
	return start, end
}

// residueEmptyField takes a label with only blanks behind it: （联系人：  电话：  ）.
func residueEmptyField(t residueText, start, end int) (int, int) {
	rest := strings.TrimLeft(t.text[end:], residueBlanks)
	if t.lost || !strings.ContainsRune("）)，。；、,;", residueFirst(rest)) && !wordingHas(rest, []string{"电话", "联系电话", "传真", "邮编", "地址", "邮箱", "联系人"}) || rest == "" {
		return 0, 0
	}
	return start, end
}
