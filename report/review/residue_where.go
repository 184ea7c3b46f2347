package review

import (
	"strings"
	"unicode/utf8"
)

// These tell a left-over from an ordinary word, each for the marks of one group; residue_marks.go says which. Those of
// web pages and drafts are in residue_page.go.

func residueAlways(_ residueText, start, end int) (int, int) { return start, end }

// residueEither takes 本级政府（本部门）, of which the template leaves one to be chosen.
func residueEither(t residueText, start, end int) (int, int) {
	inside, closed := residueInside(t.text[end:])
	switch strings.TrimPrefix(inside, "本") {
	case "部门", "机关", "单位", "级政府", "地区", "行政机关", "政府":
		to := end + len(inside)
		said := t.text[to:min(len(t.text), to+90)]
		// 各单位结合本部门（单位）实际 is how a superior writes to many.
		if closed && (strings.HasPrefix(t.text[start:], "本级政府") || residueFirstOf(t, start) || strings.Contains(said, "报告") || strings.Contains(said, "信息公开")) {
			return start, to + residueWidth(t.text[to:])
		}
	}
	return 0, 0
}

// residueKinds are what the writer is to choose from.
var residueKinds = wordingSet("镇 乡 街道 街道办 街道办事处 办事处 局 委 办 厅 院 中心 县 市 区 旗 部门 单位 机关 乡镇 镇街 开发区 管委会 地区")

// residueChoice takes 本镇（街道） and 我局（委、办）, of which one is to be chosen. 各镇（街道） is how a superior writes to many.
func residueChoice(t residueText, start, end int) (int, int) {
	inside, closed := residueInside(t.text[end:])
	if !closed || inside == "" || strings.Contains(t.text[max(0, start-36):start], "各") {
		return 0, 0
	}
	for kind := range strings.FieldsFuncSeq(inside, func(r rune) bool { return r == '、' || r == '/' || r == '，' || r == ',' }) {
		if !residueKinds[strings.TrimPrefix(strings.TrimPrefix(kind, "本"), "我")] {
			return 0, 0
		}
	}
	return start, end + len(inside) + residueWidth(t.text[end+len(inside):])
}

// residueUnknown takes a letter that stands for a number: 收到申请N件.
func residueUnknown(t residueText, start, end int) (int, int) {
	for t.before(start) == '…' {
		start -= len("…")
	}
	if isHan(t.before(start)) {
		return start, end
	}
	return 0, 0
}

// residuePending takes a short bracket that says that something is still to come: （数据待核实）.
func residuePending(t residueText, start, _ int) (int, int) {
	from := start
	for from > 0 && start-from <= 24 && !residueOpens(t.before(from)) && t.before(from) != '\n' {
		_, n := utf8.DecodeLastRuneInString(t.text[:from])
		from -= n
	}
	open := t.before(from)
	inside, closed := residueInside(t.text[from:])
	if !residueOpens(open) || !closed || len(inside) > 36 || residueClauses(inside) {
		return 0, 0
	}
	end := from + len(inside)
	return from - utf8.RuneLen(open), end + residueWidth(t.text[end:])
}

// residueUnwritten takes what is still to come, as a bracket or a clause of its own: 改进措施：待补充。
func residueUnwritten(t residueText, start, end int) (int, int) {
	if strings.ContainsRune("\n。；：:，,;", t.before(start)) && strings.ContainsRune("\n。；，,;", t.after(end)) || residueFirstOf(t, start) && strings.ContainsRune("：:", t.after(end)) {
		return start, end
	}
	return residuePending(t, start, end)
}

// residueTold takes a bracket in which a writer is told what to write.
func residueTold(t residueText, start, _ int) (int, int) {
	line, _ := t.line(start)
	open := lastIndexAny(t.text[max(line, start-120):start], "（(【[")
	if open < 0 {
		return 0, 0
	}
	open += max(line, start-120)
	from := open + residueWidth(t.text[open:])
	inside, closed := residueInside(t.text[from:])
	if !closed || from+len(inside) < start || len(inside) > 300 {
		return 0, 0
	}
	end := from + len(inside)
	return open, end + residueWidth(t.text[end:])
}

// residueLone takes a word in brackets that belongs to nothing before it: 。（模板）
func residueLone(t residueText, start, end int) (int, int) {
	if residueFirstOf(t, start) {
		return start, end
	}
	return 0, 0
}

// residueInside is what stands before the next closing bracket, in the same line.
func residueInside(s string) (inside string, closed bool) {
	for i, r := range s {
		switch {
		case residueCloses(r):
			return s[:i], true
		case r == '\n' || i > 300:
			return s[:i], false
		}
	}
	return s, false
}

func residueWidth(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// residueAsked takes an instruction, with its bracket where it begins one.
func residueAsked(t residueText, start, end int) (int, int) {
	if open := t.before(start); residueOpens(open) {
		if inside, closed := residueInside(t.text[start:]); closed {
			end = start + len(inside)
			return start - utf8.RuneLen(open), end + residueWidth(t.text[end:])
		}
	}
	return start, end
}

// residueRule takes a line to write on, not a name such as abc__def.
func residueRule(t residueText, start, end int) (int, int) {
	if b := t.before(start); b == '_' || b == '＿' {
		return 0, 0 // the run was looked at from its beginning
	}
	for end < len(t.text) && (t.text[end] == '_' || strings.HasPrefix(t.text[end:], "＿")) {
		end += residueWidth(t.text[end:])
	}
	if b, a := t.before(start), t.after(end); (wordingLatin(b) || wordingDigit(b)) && (wordingLatin(a) || wordingDigit(a)) {
		return 0, 0
	}
	return start, end
}

// residueTableForm takes 该部分以表格形式报告.
func residueTableForm(t residueText, start, end int) (int, int) {
	for _, word := range []string{"该", "此", "本", "这一", "这", "上述", "以上"} {
		if strings.HasSuffix(t.text[:start], word) {
			_, line := t.line(start)
			if i := indexAny(t.text[end:line], "，。；,;)）"); i >= 0 {
				line = end + i
			}
			return start - len(word), line
		}
	}
	return 0, 0
}

func residueWholeLine(t residueText, start, end int) (int, int) {
	from, to := t.line(start)
	if from == start && (to == end || t.text[end:to] == "。") {
		return from, to
	}
	return 0, 0
}

// residueLineHead takes a label at the beginning of a line.
func residueLineHead(t residueText, start, end int) (int, int) {
	from, to := t.line(start)
	switch line := t.text[from:to]; {
	case from != start && t.before(start) != '。':
		return 0, 0
	case from == start && !residueClauses(line) && utf8.RuneCountInString(line) <= 40:
		return from, to
	}
	return start, end
}

func residueOpens(r rune) bool {
	return r == '（' || r == '(' || r == '【' || r == '[' || r == '［' || r == '{' || r == '<'
}

func residueCloses(r rune) bool {
	return r == '）' || r == ')' || r == '】' || r == ']' || r == '］' || r == '}' || r == '>'
}

// residueInBracket takes a placeholder that fills a bracket: 【单位名称】.
func residueInBracket(t residueText, start, end int) (int, int) {
	if open := t.before(start); residueOpens(open) && (residueCloses(t.after(end)) || strings.HasPrefix(t.text[start:], "请输入") || strings.HasPrefix(t.text[start:], "插入")) {
		inside, closed := residueInside(t.text[start:])
		said := t.text[start+len(inside):]
		said = said[residueWidth(said):]                                                                                                                                                                                                                                          // what stands behind the bracket: a year, or the name of the report
		named := (open == '（' || open == '(') && strings.HasSuffix(inside, "名称") && !wordingDigit(residueFirst(said)) && !strings.HasPrefix(said, "二〇") && !strings.HasPrefix(said, "政府信息公开") && !strings.HasPrefix(said, "政务公开") && isHan(t.before(start-utf8.RuneLen(open))) && // 姓名（单位名称）
			!residueEnds(t.text[:start-utf8.RuneLen(open)], "编制", "公布", "发布", "关于", "现将", "由", "在", "向", "与", "对", "我单位", "本单位", "我局", "本局", "我部门", "本部门", "我机关", "本机关", "我镇", "我乡", "我县", "我区", "我市", "我办", "我委", "本级", "本镇", "本乡", "本街道", "我街道", "通过", "利用", "依托", "公开", "印发", "召开", "举办")
		named = named || open == '（' && inside == "空白" && residueEnds(t.text[:start-utf8.RuneLen(open)], "表", "》", "纸", "单") // 申请表（空白）
		if closed && !named && len(inside) < 90 && !(open == '（' && residueTitled(t.text, start)) {
			end = start + len(inside)
			return start - utf8.RuneLen(open), end + residueWidth(t.text[end:])
		}
	}
	return 0, 0
}

// residueFilledBy takes 本表由办公室填写.
func residueFilledBy(t residueText, start, end int) (int, int) {
	_, to := t.line(start)
	if i := indexAny(t.text[end:to], "，。；,;）)"); i >= 0 {
		to = end + i
	}
	if said := t.text[end:to]; len(said) < 90 && (strings.Contains(said, "填写") || strings.Contains(said, "填报") || strings.Contains(said, "填列")) {
		return start, to
	}
	return 0, 0
}

// residueAsks are words of somebody who tells a writer what to write.
var residueAsks = []string{"填写", "填报", "填入", "填列", "删除", "删去", "替换", "字以内", "字左右", "不能为空", "不得为空", "按实际", "模板", "据实", "补充完整", "简要", "概述", "写明", "列明", "列出", "阐述", "总结", "修改", "补充", "插入", "说明", "列举"}

// residueOfPlace reports whether a remark tells what the place itself is to hold: 本部分需说明…
func residueOfPlace(said string) bool {
	for _, here := range []string{"本部分", "此部分", "该部分", "这部分", "本节", "此节", "本段", "此段", "该段", "本栏", "此栏", "本项", "此项", "该项", "此处", "本章"} {
		if rest, ok := strings.CutPrefix(said, here); ok {
			return wordingHas(strings.TrimPrefix(rest, "内容"), []string{"需", "应", "须", "要", "请", "可", "主要说明", "重点说明", "简要"})
		}
	}
	return false
}

// residueInstruction takes what a bracket or a line tells the writer: （请结合实际填写）, 注：本项没有的填写0.
func residueInstruction(t residueText, start, end int) (int, int) {
	from, to := t.line(start)
	inBracket := residueOpens(t.before(start))
	if !inBracket && from != start {
		if t.before(start) != '。' {
			return 0, 0
		}
		from = start
		_, to, _ = t.sentence(start, end)
	}
	said := t.text[start:to]
	if inBracket {
		inside, closed := residueInside(said)
		if !closed {
			return 0, 0
		}
		said, to = inside, start+len(inside)+residueWidth(t.text[start+len(inside):])
		from = start - utf8.RuneLen(t.before(start))
	}
	word := t.text[start:end]
	if strings.Contains(said, "申请人") || strings.Contains(said, "公众") || strings.Contains(said, "群众") || strings.Contains(said, "申请表") || len(said) > 450 {
		return 0, 0
	}
	if r, n := utf8.DecodeRuneInString(word); r == '请' { // whatever it asks
		word = word[:n]
	} else if r == '限' {
		word = "不超过"
	}
	asks := false
	for _, ask := range residueAsks {
		asks = asks || strings.Contains(said, ask)
	}
	filled := strings.Contains(said, "填") || strings.Contains(said, "删")
	switch word {
	case "填表说明", "填报说明", "填写说明", "填写要求", "填列说明", "填列要求", "填报要求", "编写要求", "编写说明", "撰写要求", "写作提示":
		rest := said[len(word):]
		if inBracket || rest == "" || strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":") {
			return from, to
		}
	case "不少于", "不超过", "字数":
		if inBracket && strings.Contains(said, "字") && !strings.Contains(said, "字第") && residueAlone(t, from) {
			return from, to
		}
	case "说明：", "说明:", "注：", "注:", "提示：", "提示:", "备注：", "备注:":
		if asks && (filled || inBracket && strings.Contains(said, "此处") || !inBracket && residueOfPlace(said[len(word):])) {
			return from, to
		}
	case "请", "填写", "需填写", "应填写", "须填写", "此处", "简要说明", "简要概述":
		if asks && (inBracket || strings.HasPrefix(said, "请填") || strings.HasPrefix(said, "请根据实际") || strings.HasPrefix(said, "请结合实际") || strings.HasPrefix(said, "请简要")) {
			return from, to
		}
	default:
		if inBracket && filled {
			return from, to
		}
	}
	return 0, 0
}
