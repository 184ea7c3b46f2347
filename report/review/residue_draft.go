package review

import (
	"strings"
	"unicode/utf8"
)

// These know what people who write a report say to each other, and what other documents left.

// residueColleague takes a clause that hands a draft to somebody by name: ，请王主任核对。
func residueColleague(t residueText, start, end int) (int, int) {
	line, _ := t.line(start)
	from := max(line, start-36)
	i := lastIndexAny(t.text[from:start], "。，；（(：,;")
	if i >= 0 {
		from += i + residueWidth(t.text[from+i:])
	} else if from > line {
		return 0, 0
	}
	rest, ok := strings.CutPrefix(t.text[from:start], "请")
	_, to, _ := t.sentence(start, end)
	if i := indexAny(t.text[end:to], "，；）),;"); i >= 0 {
		to = end + i
	}
	if !ok || utf8.RuneCountInString(t.text[end:to]) > 10 {
		return 0, 0
	}
	name, n := utf8.DecodeRuneInString(rest)
	switch {
	case name == '小' || name == '老':
		if utf8.RuneCountInString(rest) > 4 {
			return 0, 0
		}
	case strings.ContainsRune("主要分管各副县市区乡镇局办委党行专社本", name) || !isHan(name) || !wordingHas(rest[n:], []string{"主任", "局", "书记", "镇长", "乡长", "县长", "区长", "科长", "股长", "处长", "站长", "所长", "部长", "校长", "院长", "工", "总", "姐", "哥", "老师"}):
		return 0, 0
	}
	return from, end
}

// residueCalled takes somebody who is called in a draft: @小张. An account is not: @青溪发布.
func residueCalled(t residueText, start, end int) (int, int) {
	rest := t.text[end:]
	if strings.HasSuffix(t.text[start:end], "小") || strings.HasSuffix(t.text[start:end], "老") {
		return start, end + residueWidth(rest)
	}
	for _, title := range []string{"主任", "局长", "书记", "镇长", "科长", "股长", "站长", "所长", "工", "姐", "哥", "老师"} {
		if strings.HasPrefix(rest, title) {
			return start, end + len(title)
		}
	}
	return 0, 0
}

// residueReworded takes a note of what was to be changed: “成效显著”改为“取得成效”。
func residueReworded(t residueText, start, end int) (int, int) {
	from, to, begun := t.sentence(start, end)
	if begun && strings.HasPrefix(t.text[from:], "“") && !hasRune(t.text[from:start], "，。") {
		return from, to
	}
	return 0, 0
}

// residueBoxes are words and boxes of which one was to be ticked: 是□否□.
const residueBoxes = "是否有无已未□☑☒☐√✓"

// residueBox takes boxes with their words.
func residueBox(t residueText, start, end int) (int, int) {
	if strings.ContainsRune("“《", t.before(start)) {
		return 0, 0
	}
	for r := t.after(end); r == ' ' || strings.ContainsRune(residueBoxes, r); r = t.after(end) {
		end += utf8.RuneLen(r)
	}
	return start, end
}

// residueOrNot takes a word and its opposite, of which one was to be struck out: 达标/未达标, 已完成/未完成.
func residueOrNot(t residueText, start, end int) (int, int) {
	line, _ := t.line(start)
	before := t.text[max(line, start-12):start]
	for _, n := range []int{3, 2} { // characters of the word
		word := t.text[end:min(len(t.text), end+n*len("字"))]
		if utf8.RuneCountInString(word) == n && strings.HasSuffix(before, word) {
			from := start - len(word)
			if strings.HasSuffix(before, "已"+word) {
				from -= len("已")
			}
			return from, end + len(word)
		}
	}
	return 0, 0
}

// residueYesNo takes 是/否 where one was to be struck out, with the bracket around it.
func residueYesNo(t residueText, start, end int) (int, int) {
	before, after := t.before(start), t.after(end)
	if before == '“' || before == '"' || after == '”' || strings.ContainsRune("选两二", after) {
		return 0, 0
	}
	from, to, _ := residueBracketedWord(t, start, end)
	return from, to
}

// residueQuoted takes what a superior said about a draft: 张局说这段要加数据。
func residueQuoted(t residueText, start, end int) (int, int) {
	from, to, begun := t.sentence(start, end)
	if n := utf8.RuneCountInString(t.text[from:start]); !begun || n < 1 || n > 2 {
		return 0, 0
	}
	return from, to
}

// residueLineTail takes a short line that ends so: 青溪县民政局敬上.
func residueLineTail(t residueText, start, end int) (int, int) {
	from, to := t.line(start)
	if to != end || utf8.RuneCountInString(t.text[from:to]) > 25 || residueClauses(t.text[from:to]) {
		return 0, 0
	}
	return from, to
}

// residueAttended takes who was present at a meeting: 应到15人，实到13人.
func residueAttended(t residueText, start, end int) (int, int) {
	_, to, _ := t.sentence(start, end)
	if !residueStands(t, start) || !contains(t.text[end:to], "实到") || contains(t.text[end:to], "率") {
		return 0, 0
	}
	return start, to
}

// residueStatute takes an article of a statute at the beginning of a line: 第一条 为规范….
func residueStatute(t residueText, start, end int) (int, int) {
	if from, _ := t.line(start); from != start {
		return 0, 0
	}
	return start, end
}

// residueExplains takes the last article of a plan or of rules: 本方案由县政府办负责解释。
func residueExplains(t residueText, start, end int) (int, int) {
	_, to, _ := t.sentence(start, end)
	if !residueStands(t, start) || !contains(t.text[end:to], "解释") {
		return 0, 0
	}
	return start, to
}

// residueDue takes what a notice sets a day for: 请于1月20日前将年度报告报送至县政府办。
func residueDue(t residueText, start, end int) (int, int) {
	_, to, _ := t.sentence(start, end)
	if !residueFirstOf(t, start) || !containsAny(t.text[end:to], []string{"报送", "上报", "报至", "报县", "报市", "报区", "反馈至", "报回"}) {
		return 0, 0
	}
	return start, to
}

// residueQuiz takes a line of answers to choose from: A.满意 B.一般.
func residueQuiz(t residueText, start, end int) (int, int) {
	from, to := t.line(start)
	if from != start || !strings.Contains(t.text[end:to], "B"+strings.TrimLeft(t.text[start:end], "AＡ")) {
		return 0, 0
	}
	return from, to
}

// residueByTool takes a sentence that says that a tool wrote the text: 以上内容由豆包整理. Pictures and answers may be made by one.
func residueByTool(t residueText, start, end int) (int, int) {
	from, to, _ := t.sentence(start, end)
	rest := t.text[end:to]
	if i := indexAny(rest, "，；,;"); i >= 0 {
		rest = rest[:i]
	}
	for _, w := range []string{"大模型", "工具", "助手", "协助", "辅助", "自动"} {
		rest = strings.TrimPrefix(rest, w)
	}
	if !wordingHas(rest, []string{"生成", "整理", "撰写", "润色", "改写", "扩写", "起草", "编写", "优化"}) || !containsAny(t.text[from:start], []string{"内容", "报告", "本文", "文稿", "初稿", "此段", "本段", "文字", "这段"}) {
		return 0, 0
	}
	return from, to
}

// residueOfPicture reports whether a bracket stands for a picture: 照片一张, 附图.
func residueOfPicture(inside string) bool {
	for _, w := range []string{"插入", "附", "配", "插", "加"} {
		inside = strings.TrimPrefix(inside, w)
	}
	for _, w := range []string{"照片", "图片", "截图", "插图", "图"} {
		if rest, ok := strings.CutPrefix(inside, w); ok {
			return strings.Trim(rest, "一二两三四五六0123456789张幅") == ""
		}
	}
	return false
}

// residueByOffice reports whether a bracket says which office is to see to a text: 办公室核, 民政办提供.
func residueByOffice(inside string) bool {
	for _, task := range []string{"核", "核实", "核对", "确认", "补", "补充", "定", "把关", "写", "报", "改", "提供", "提供数据", "提供材料", "填", "填写", "填报"} {
		if office, ok := strings.CutSuffix(inside, task); ok && residueEnds(office, "办", "办公室", "室", "站", "所", "科", "股", "组", "中心", "局") {
			return true
		}
	}
	return false
}

// residueNotice takes a sentence that a notice says to those whom it is sent to: 请各单位于12月31日前报送.
func residueNotice(t residueText, start, end int) (int, int) {
	_, to := t.line(start)
	to = min(to, end+301) // enough to see that it is too long
	if i := strings.Index(t.text[end:to], "。"); i >= 0 {
		to = end + i
	}
	comma := t.before(start) == '，' || t.before(start) == ','
	if !comma && !residueFirstOf(t, start) || to-end > 300 {
		return 0, 0
	}
	if from, _, _ := t.sentence(start, end); comma && containsAny(t.text[from:start], []string{"印发", "下发", "通知", "发函", "提醒", "倡议", "致信"}) { // what others were written
		return 0, 0
	}
	if t.before(start) != '；' && t.before(start) != ';' && !comma && containsAny(t.text[end:to], []string{"报", "填", "落实", "执行", "反馈", "核", "改", "补", "做好", "按", "结合", "据实", "认真", "抓", "尽快", "及时", "于", "写", "对照", "准备", "提供", "汇总"}) {
		return start, to
	}
	for _, word := range []string{"报送", "上报", "报至", "报县", "报市", "报区", "报省", "贯彻执行", "遵照执行", "抓好落实", "认真落实", "反馈"} {
		if strings.Contains(t.text[end:to], word) {
			return start, to
		}
	}
	return 0, 0
}
