package review

import (
	"strings"
	"unicode/utf8"
)

// These say where in its line a left-over stands: at the head, behind the label of a part, behind a sentence with the next one glued to it.

// residueClauses reports whether a line holds more than one clause. A comma between digits divides none.
func residueClauses(line string) bool {
	if hasRune(line, "，。；") {
		return true
	}
	for i := 1; i < len(line); i++ {
		if (line[i] == ',' || line[i] == ';') && line[i-1] >= 0x80 {
			return true
		}
	}
	return false
}

// residueFirstOf reports whether a mark begins a line, behind the label of a part, or a sentence.
func residueFirstOf(t residueText, start int) bool {
	b := t.before(start)
	return strings.ContainsRune("\n。；！;", b) || (b == '：' || b == ':') && residueStands(t, start)
}

// residueBehindLabel is where a line goes on behind the label of a part: 平台建设方面：…, （四）平台建设情况。….
func residueBehindLabel(line string) int {
	i := indexAny(line[:min(len(line), 60)], "：:。，；,;")
	if i <= 0 {
		return 0
	}
	label, stop := line[:i], line[i:i+residueWidth(line[i:])]
	if stop == "，" || stop == "；" || stop == "。" && !wordingHas(label, []string{"（", "("}) || !residueEnds(label, "方面", "建设", "管理", "保障", "公开") && !residueEnds(label, residueParts...) {
		return 0
	}
	return i + len(stop)
}

// residueGlued reports whether a mark stands behind a whole sentence with the next one glued to it: 群众满意度提升。返回顶部下一步…
func residueGlued(t residueText, start, end int) bool {
	return t.before(start) == '。' && isHan(t.after(end)) && !wordingHas(t.text[end:], []string{"等", "功能", "按钮", "栏目", "入口", "键", "服务", "版块", "板块", "专栏", "渠道", "即", "可", "后", "的", "和", "及", "与", "或", "是", "为", "便", "就", "了", "窗口", "图标", "链接", "查"})
}

// residueRow is where a row of buttons ends that begins at a byte: 打印 关闭 分享全年公开…; 0 where there are not two of them.
func residueRow(text string, start int) int {
	end, n := start, 0
	for at := start; at < len(text); n++ {
		longest := 0
		for size := 1; size <= 6; size++ {
			word := firstRunes(text[at:], size)
			if residuePageWords[word] {
				longest = len(word)
			}
		}
		if longest == 0 {
			break
		}
		end = at + longest
		at = end + len(text[end:]) - len(strings.TrimLeft(text[end:], " \t\u3000\u00a0|·"))
		if at == end {
			n++
			break
		}
	}
	if n < 2 {
		return 0
	}
	return end
}

// residueShortLine takes a short line without a sentence that begins so.
func residueShortLine(t residueText, start, end int) (int, int) {
	from, to := t.line(start)
	if t.before(start) == '。' { // behind the last sentence
		from = start
	}
	if line := t.text[from:to]; from != start || utf8.RuneCountInString(line) > 35 || residueClauses(line) {
		number := strings.TrimLeft(t.text[end:], "0123456789")
		switch {
		case from != start || t.before(start) != '。', wordingHas(number, []string{"万", "余", "多", "人"}):
		case len(number) < len(t.text)-end && residueEnds(t.text[:end], " ", "：", ":", "丨", "｜"): // 浏览次数 325 with the next sentence glued to it
			return start, len(t.text) - len(number)
		case wordingHas(t.text[start:], residueLoose) && !wordingHas(t.text[end:], []string{"功能", "按钮", "等", "的", "、"}):
			return start, end
		}
		return 0, 0
	}
	if from > t.last.from && endsInAny(t.text[from:to], []string{"次", "条", "人", "万"}) { // 网站建设：访问量 12万次
		return 0, 0
	}
	return from, to
}

// residueLoose are words of a page that begin no sentence.
var residueLoose = []string{"正文下载", "展开剩余", "剩余内容", "余下全文", "展开余下", "图片加载", "正在加载", "正文开始", "正文结束", "右键另存", "对方正在", "扫描下方", "扫描上方", "识别下方", "微信扫码", "Loading", "返回TOP", "A+ A-", "A- A+", "正在播放", "举报", "承诺人", "申请单位（", "申请人签", "敬礼", "祝工作顺利", "打印日期", "打印时间"}

// residueMentioned reports whether a place stands in quotation marks as something that the text speaks of: 清理“XX小区”等不规范标注,
// 增设“扫一扫在手机打开当前页”二维码.
func residueMentioned(t residueText, start, end int) bool {
	const near = 90
	before := t.text[max(0, start-near):start]
	open := strings.LastIndex(before, "“")
	if open < 0 || hasRune(before[open:], "”\n。") {
		return false
	}
	behind := t.text[end:min(len(t.text), end+near)]
	quoted, rest, ok := strings.Cut(behind, "”")
	if !ok || hasRune(quoted, "“\n。") {
		return false
	}
	for { // “甲”“乙”和“丙”
		more, found := strings.CutPrefix(strings.TrimLeft(rest, "、和与"), "“")
		if _, more, ok = strings.Cut(more, "”"); !found || !ok {
			break
		}
		rest = more
	}
	verb := before[:open]
	for strings.HasSuffix(verb, "”") {
		i := strings.LastIndex(verb, "“")
		if i < 0 {
			break
		}
		verb = strings.TrimRight(verb[:i], "、和与")
	}
	if residueEnds(verb, "清理", "清除", "删除", "纠正", "更正", "去除", "剔除", "禁用", "出现") || wordingHas(rest, []string{"字样", "等字样", "代替", "替代", "等不规范", "等占位", "等残留", "等错误", "占位"}) {
		return true
	}
	named := strings.ContainsRune(residueCrosses+"某", residueFirst(t.text[start:])) // 新增“XX”栏目
	return !named && (residueEnds(verb, "增设", "增加", "新增", "设置", "优化", "保留", "提供", "取消", "点击", "开通") && wordingHas(rest, []string{"二维码", "按钮", "等按钮", "功能", "等功能", "一栏", "栏", "两栏", "选项", "标识", "图标", "链接"}))
}
