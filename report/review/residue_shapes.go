package review

import (
	"strings"
	"unicode/utf8"
)

// These know left-overs by their shape: a word in brackets that nobody prints, a number that stands empty before its unit, two words of which
// one was to be struck out.

// residueLongestHole is how many characters a placeholder in brackets has at most.
const residueLongestHole = 15

// residueHole takes a placeholder in brackets that print has no use for: [具体事项], {0}, #单位#, 〔填写文号〕.
func residueHole(t residueText, start, end int) (int, int) {
	open, opened := utf8.DecodeRuneInString(t.text[start:])
	closing, ok := residueHoles[open]
	if !ok {
		return 0, 0
	}
	han, n := false, 0
	for i, r := range t.text[start+opened:] {
		n++
		switch {
		case r == closing:
			inside := t.text[start+opened : start+opened+i]
			if !(han || open == '{' && inside != "") || inside == "注" || open == '〔' && strings.Trim(inside, "0123456789") != inside {
				return 0, 0
			}
			return start, start + opened + i + utf8.RuneLen(r)
		case n > residueLongestHole || r == '\n' || strings.ContainsRune("，。；：、《》,;", r):
			return 0, 0
		}
		han = han || isHan(r)
	}
	return 0, 0
}

// residueHoles are what closes each bracket.
var residueHoles = map[rune]rune{'[': ']', '［': '］', '{': '}', '｛': '｝', '<': '>', '＜': '＞', '#': '#', '＃': '＃', '〔': '〕', '«': '»', '$': '$'}

// residueEmpty takes a label or a word with nothing behind it where a number belongs: 电话：， and 占 %.
func residueEmpty(t residueText, start, end int) (int, int) {
	if t.lost {
		return 0, 0
	}
	return start, end
}

// residuePercent takes a percent sign without its number.
func residuePercent(t residueText, start, end int) (int, int) {
	if t.lost || !strings.ContainsRune("，。；、,;）)\n", t.after(end)) {
		return 0, 0
	}
	return start, end
}

// residueOption takes two words of which one was to be struck out: 增长/下降8%, 有/无责任追究情形.
func residueOption(t residueText, start, end int) (int, int) {
	after := t.after(end)
	if strings.HasPrefix(t.text[start:], "有") {
		if from, to, bracketed := residueBracketedWord(t, start, end); bracketed { // 收到申请（有/无）
			return from, to
		}
		if !isHan(after) || !isHan(t.before(start)) {
			return 0, 0
		}
	} else if from, to, bracketed := residueBracketedWord(t, start, end); bracketed && wordingDigit(t.after(to)) { // （增加/减少）12%
		return from, to
	} else if !wordingDigit(after) && after != ' ' && after != '约' && after != '了' && after != 'X' && after != '_' && after != '×' {
		return 0, 0
	}
	return start, end
}

// residueOurs takes 我乡镇/街道, of which one is to be chosen. 各乡镇/街道 are many.
func residueOurs(t residueText, start, end int) (int, int) {
	if b := t.before(start); b == '我' || b == '本' {
		return start - utf8.RuneLen(b), end
	}
	return 0, 0
}

// residueOther takes a letter that stands for a place: A镇.
func residueOther(t residueText, start, end int) (int, int) {
	if b := t.before(start); wordingLatin(b) || wordingDigit(b) || b == '-' || b == '“' {
		return 0, 0
	}
	return start, end
}

// residueNote takes a bracket in which somebody asks or remarks something while writing: （问一下党政办）.
func residueNote(t residueText, start, _ int) (int, int) {
	if residueOpens(residueFirst(t.text[start:])) {
		start += residueWidth(t.text[start:])
	}
	from, to, inside := residueBracket(t, start)
	if to == 0 || utf8.RuneCountInString(inside) > 25 || t.before(from) == '》' || residueTitled(t.text, from) {
		return 0, 0
	}
	return from, to
}

// residueRemark takes a sentence about the text itself: 这段和去年重复了，建议重写。
func residueRemark(t residueText, start, end int) (int, int) {
	_, to := t.line(start)
	to = min(to, end+150)
	if i := strings.Index(t.text[end:to], "。"); i >= 0 {
		to = end + i
	}
	asked := strings.TrimPrefix(t.text[end:to], "内容")
	if b := t.before(start); (b == '，' || b == ',') && wordingHas(asked, []string{"建议", "再展开", "要展开", "还要写", "要再写", "再写", "要重写", "重写", "要改", "改一下", "补一下", "要补", "不用写", "要删", "可以删"}) { // …，这里建议再展开写
		return start, to
	}
	if residueStands(t, start) && (wordingHas(asked, []string{"应包", "应当包", "需包", "须包", "要包", "应反映", "主要反映", "主要写", "应写", "应当写", "需写", "须写", "应说明", "应当说明", "需说明", "须说明", "应填", "应当填", "应列", "要列", "要写", "应从", "可从", "应体现", "需体现", "要求", "重点介绍", "重点写", "主要介绍", "重点说明", "介绍本", "简要"}) || strings.HasPrefix(asked, "包括") && asked != t.text[end:to]) {
		return start, to
	}
	if residueStands(t, start) && containsAny(t.text[end:to], []string{"重复", "重写", "删", "改", "补", "啰嗦", "太长", "太短", "不用写", "不要写", "照搬", "核", "撰写", "填", "提供", "突出", "字以内", "字左右", "不超过", "不少于"}) {
		return start, to
	}
	return 0, 0
}

// residueAdvice takes a sentence that says how the report is to be written: 撰写时内容不得与上年雷同。
func residueAdvice(t residueText, start, end int) (int, int) {
	line, to := t.line(start)
	from := max(line, start-150)
	if i := strings.LastIndex(t.text[from:start], "。"); i >= 0 {
		from += i + len("。")
	} else if from > line {
		return start, end
	}
	to = min(to, end+150)
	if i := strings.Index(t.text[end:to], "。"); i >= 0 {
		to = end + i
	}
	if containsAny(t.text[from:to], []string{"印发", "指导", "统一", "组织", "制定"}) { // 指导各单位按照模板填写 is work that was done
		return 0, 0
	}
	return from, to
}

// residuePendingNoun takes a thing that is said to be still to come: 访问量数据待定。
func residuePendingNoun(t residueText, start, end int) (int, int) {
	if strings.ContainsRune("。，；,\n;", t.after(end)) && (strings.HasPrefix(t.text[start:end], "待补") || t.text[start:end] == "待填") &&
		residueEnds(t.text[:start], "做法", "成效", "措施", "经验", "亮点", "附件", "图片", "照片", "说明", "情况", "部分", "案例", "特色", "截图") {
		return start, end
	}
	if strings.ContainsRune("。，；,\n;", t.after(end)) && residueEnds(t.text[:start], "数据", "条数", "数量", "数字", "金额", "人数", "件数", "次数", "篇数", "名单", "内容", "时间", "日期", "具体") {
		return start, end
	}
	return 0, 0
}

// residueStage takes the stage of a draft in a bracket behind words that are no document: 我镇(初稿)全年公开.
func residueStage(t residueText, start, end int) (int, int) {
	if strings.ContainsRune("案划告法定则程见知册单录本稿》书图表料件点，,", t.before(start)) || residueTitled(t.text, start) {
		return 0, 0
	}
	return start, end
}

// residueOwnStage takes the stage of a draft behind the name of this report: 现将年度报告（征求意见稿）公布如下. Of others' drafts reports may speak.
func residueOwnStage(t residueText, start, end int) (int, int) {
	if !residueEnds(t.text[:start], "年度报告", "工作报告", "公开报告", "年报") || residueTitled(t.text, start) {
		return 0, 0
	}
	from := max(0, start-120)
	clause := t.text[from:start]
	if at := lastIndexAny(clause, "\n，。；,;"); at >= 0 {
		clause = clause[at+residueWidth(clause[at:]):]
	}
	if wordingHas(t.text[end:], []string{"公布如下", "公开如下", "发布如下", "报告如下", "如下", "予以公布", "予以公开", "向社会公布", "向社会公开"}) && containsAny(t.text[from:start], []string{"现将", "现就", "现把", "编制", "现"}) ||
		wordingHas(clause, []string{"本报告", "本年度报告", "本年度政府", "本年报"}) && wordingHas(t.text[end:], []string{"由", "包括", "共", "所列", "中所列", "按照", "依据", "根据", "编制"}) {
		return start, end
	}
	return 0, 0
}

// residueDraftHead takes the stage of a draft at the beginning of a line: 送审稿 我镇….
func residueDraftHead(t residueText, start, end int) (int, int) {
	for wordingDigit(t.after(end)) || wordingNumeral(t.after(end)) {
		end += residueWidth(t.text[end:])
	}
	if from, _ := t.line(start); (from == start || t.before(start) == '。') && strings.ContainsRune(" \u3000：:\n（(", t.after(end)) {
		return start, end
	}
	return 0, 0
}

// residueNamedField takes the name of a field behind a title: 分管领导（姓名）.
func residueNamedField(t residueText, start, end int) (int, int) {
	if residueEnds(t.text[:start], residueTitles...) || residueEnds(t.text[:start], "领导", "联系人：", "负责人：", "联系人:", "负责人:") ||
		residueEnds(t.text[:start], "由", "请", "为", "是") && wordingHas(t.text[end:], []string{"担任", "任", "负责", "同志", "牵头", "分管", "兼任", "具体", "（姓名）", "(姓名)", "（名字）"}) {
		return start, end
	}
	return 0, 0
}

// residueDocument takes a line that is the name of another kind of document: 柳河镇党政联席会议纪要.
func residueDocument(t residueText, start, end int) (int, int) {
	from, to := t.line(start)
	line := t.text[from:to]
	if to != end || utf8.RuneCountInString(line) > 30 || hasRune(line, "，。；：、《》（）()") || wordingDigit(residueFirst(line)) ||
		containsAny(line, []string{"形成", "印发", "召开", "开展", "做好", "撰写", "报送", "提交", "完善", "健全", "制定", "公开", "听取"}) || t.part.Key == "title" || strings.HasPrefix(t.part.Key, "attachment_") {
		return 0, 0
	}
	return from, to
}

// residueParty takes what a contract says of its parties: 甲方负责….
func residueParty(t residueText, start, end int) (int, int) {
	if residueEnds(t.text[:start], "由", "向", "给", "经") && t.after(end) != '案' && t.after(end) != '式' {
		return start, end
	}
	if residueStands(t, start) && wordingHas(t.text[end:], []string{"负责", "应", "需", "须", "提供", "支付", "有权", "承诺", "：", "不得", "向", "（"}) {
		return start, end
	}
	return 0, 0
}

// residueUnits are what a number stands before.
const residueUnits = "年月日条件次个项人份篇期起宗例场户处名家台套批%％"

// residueUnitMarks are letters and signs that stand for a number, each with each unit.
func residueUnitMarks(signs string) string {
	var marks []string
	for _, sign := range signs {
		for _, unit := range residueUnits {
			marks = append(marks, string(sign)+string(unit))
		}
	}
	return strings.Join(marks, "|")
}

// residueLabelMarks are labels with nothing behind them.
func residueLabelMarks() string {
	var marks []string
	for _, label := range []string{"电话", "传真", "邮编", "邮政编码", "邮箱", "网址", "地址", "联系人", "热线"} {
		for _, colon := range []string{"：", ":"} {
			for _, stop := range []string{"，", "。", "；", "、", "）", ",", ";", ")"} {
				marks = append(marks, label+colon+stop)
			}
		}
	}
	return strings.Join(marks, "|")
}

// residueHoleMarks are the brackets with what begins a placeholder in them.
func residueHoleMarks() string {
	var marks []string
	for _, open := range []string{"[", "［", "{", "｛", "<", "＜", "#", "＃", "$"} {
		for _, first := range "单部机姓名年月日数具填请输标内文时地电联负金比事项情措问题原领栏平镇县市区乡街局村此待插所在本某图表链视照空示例" {
			marks = append(marks, open+string(first))
		}
	}
	for _, first := range "公总新受全报主单年数本文姓" { // fields of a form letter
		marks = append(marks, "«"+string(first))
	}
	for _, first := range "附公总完受收新报发全职申栏科管责考评解政依被监" {
		marks = append(marks, "{"+string(first), "｛"+string(first))
	}
	return strings.Join(append(marks, "{0", "{1", "{2", "{n", "{y", "{a", "{c", "{d", "〔填", "〔文", "〔请", "〔此", "〔年", "〔具"), "|")
}

// residueCreditMarks are labels of a page without a colon: 责任编辑 小王, 编辑丨小王.
func residueCreditMarks() string {
	var marks []string
	for _, label := range []string{"责任编辑", "信息来源", "文章来源", "稿件来源", "编辑", "校对", "记者", "通讯员", "摄影", "供稿", "供图", "浏览量", "阅读量", "点击量", "访问量", "浏览次数", "浏览", "阅读", "点赞", "评论", "发布时间", "发布日期", "字体", "图/文", "文/图", "图片来源", "图源"} {
		for _, mark := range []string{" ", "\u3000", "丨", "｜", "：", ":"} {
			marks = append(marks, label+mark)
		}
	}
	return strings.Join(marks, "|")
}

// residueImprint takes the last line of an official document: 柳河镇人民政府办公室 2024年1月15日印发.
func residueImprint(t residueText, start, end int) (int, int) {
	from, to := t.line(start)
	if line := t.text[from:to]; to != end || utf8.RuneCountInString(line) > 45 || hasRune(line, "，。；：《") {
		return 0, 0
	}
	return from, to
}

// residueBeforeUnit takes a word in a round bracket in place of a number: （数字）条.
func residueBeforeUnit(t residueText, start, end int) (int, int) {
	if strings.ContainsRune(residueUnits, t.after(end)) {
		return start, end
	}
	return 0, 0
}
