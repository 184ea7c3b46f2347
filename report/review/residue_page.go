package review

import (
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

// These tell what a web page or a draft left behind from ordinary words.

// residueStands reports whether a mark does not belong to a sentence: it begins a line or follows a stop, a blank, a bracket or the label of a part.
func residueStands(t residueText, start int) bool {
	before := t.before(start)
	if before == '：' || before == ':' {
		from, _ := t.line(start)
		return from == start
	}
	return strings.ContainsRune("\n\r \t\u3000\u00a0。【[［（(|>＞»·;；&]】)）", before)
}

// residueButton takes a button of a page that stands by itself.
func residueButton(t residueText, start, end int) (int, int) {
	if residueStands(t, start) && strings.ContainsRune("\n\r \t\u3000\u00a0】]］）)|·>：:。[【（(", t.after(end)) || residueGlued(t, start, end) && wordingHas(t.text[start:], residueCommands) {
		return start, end
	}
	return 0, 0
}

// residueCommands are buttons that tell what to do: no sentence begins with one.
var residueCommands = []string{"打印", "关闭", "收藏", "加入收藏", "设为首页", "返回", "我要打印", "我要纠错", "展开", "收起", "显示全部", "查看全部", "一键分享", "分享本页", "转发本页", "加载更多", "阅读全文", "听新闻"}

// residueButtonHead takes a label of a page, with its line where that holds no sentence.
func residueButtonHead(t residueText, start, end int) (int, int) {
	if !residueStands(t, start) {
		return 0, 0
	}
	from, to := t.line(start)
	if from == start && !residueClauses(t.text[from:to]) && utf8.RuneCountInString(t.text[from:to]) <= 40 {
		return from, to
	}
	return start, end
}

// residuePageWords are the buttons that stand side by side in a line.
var residuePageWords = wordingSet("打印 关闭 保存 返回 顶部 首页 分享 收藏 推荐 大 中 小 字体 字体： 字号： 纠错 上一篇 下一篇 上一条 下一条 返回顶部 返回首页 返回列表 打印本页 关闭窗口 关闭本页 相关链接 相关新闻 相关文章 默认 超大 智能问答 无障碍 繁体 简体 语音朗读 播放 暂停 微信 微博 QQ空间 手机版 电脑版 返回旧版 文库首页 下载文档 会员免费 开通VIP 推荐文档 登录 注册 English 客户端 网站地图 联系我们 隐私 上一页 下一页 尾页")

// residueButtons takes a line in which there are only buttons of a page.
func residueButtons(t residueText, start, _ int) (int, int) {
	from, to := t.line(start)
	if residueLast(strings.TrimRight(t.text[:start], " \u3000\u00a0")) == '。' { // behind the last sentence
		from = start
		if to = residueRow(t.text[:to], start); to == 0 {
			return 0, 0
		}
	}
	if from != start || to-from > 120 {
		return 0, 0
	}
	for word := range strings.FieldsFuncSeq(t.text[from:to], func(r rune) bool { return strings.ContainsRune(" \t\u3000\u00a0|【】[]（）()·>", r) }) {
		if !residuePageWords[word] {
			return 0, 0
		}
	}
	return from, to
}

// residueReadOn are links to the rest of a text.
var residueReadOn = []string{"点击阅读全文", "点击阅读原文", "点击查看全文", "点击查看原文", "点击查看详情", "点击查看更多", "阅读全文", "阅读原文", "查看全文", "查看原文", "查看详情"}

// residueLink takes the text of a link, not 群众可点击查看.
func residueLink(t residueText, start, end int) (int, int) {
	from, to := t.line(start)
	line := t.text[from:to]
	switch {
	case residueOpens(t.before(start)) && (residueCloses(t.after(end)) || t.after(end) == '附' || t.after(end) == '原' || t.after(end) == '大'):
		inside, _ := residueInside(t.text[start:])
		return start, start + len(inside)
	case (from == start || strings.HasPrefix(line, "附件")) && len(line) <= 24*utf8.UTFMax && utf8.RuneCountInString(line) <= 24 && !hasRune(line, "。，"):
		return from, to
	case t.before(start) == '。' && utf8.RuneCountInString(t.text[end:to]) <= 8 && !hasRune(t.text[end:to], "，。；、量率数"):
		return start, to
	case residueEnds(t.text[:start], "附件：", "附件:") && (to == end || residueEnds(t.text[:start], "。附件：", "。附件:")):
		return strings.LastIndex(t.text[:start], "附件"), end
	case residueGlued(t, start, end) && strings.HasPrefix(t.text[start:], "下载") && residueEnds(t.text[:end], "版", "附件"), t.before(start) == '。' && t.after(end) == ' ' && strings.HasPrefix(t.text[end+1:], "下载"):
		return start, end
	case (t.before(start) == '，' || t.before(start) == ',') && wordingHas(t.text[start:], residueReadOn):
		rest := t.text[end:to]
		for _, w := range []string{"全文", "原文", "更多", "详情"} {
			rest = strings.TrimPrefix(rest, w)
		}
		if residueFirst(rest) == '。' || rest == "" {
			return start, to - len(rest)
		}
		if wordingHas(rest, []string{"方便", "便于", "让群众", "使群众", "为群众"}) { // ，点击查看更多方便群众查询
			return start, to - len(rest)
		}
	}
	return 0, 0
}

// residueScan takes a line that only asks to scan a code, not a sentence about one.
func residueScan(t residueText, start, end int) (int, int) {
	from, to := t.line(start)
	line := t.text[from:to]
	if t.before(start) == '。' { // behind the last sentence
		from, line = start, t.text[start:to]
	}
	if from != start || utf8.RuneCountInString(line) > 20 || hasRune(line, "。，；、") {
		if said := strings.TrimRight(lastRunes(t.text[start:end], 12), " "); t.before(start) == '。' && said != "" { // 长按识别二维码关注我们 with the next sentence glued to it
			for _, w := range []string{"二维码关注我们", "关注我们", "分享本页", "分享到朋友圈", "手机打开", "二维码分享"} {
				if strings.HasPrefix(t.text[end:], w) {
					return start, end + len(w)
				}
			}
		}
		return 0, 0
	}
	for _, word := range []string{"即可", "可以", "就能", "可查", "活动", "服务", "制度", "情况", "工作", "办事", "应用"} {
		if strings.Contains(line, word) {
			return 0, 0
		}
	}
	return from, to
}

// residueWord takes undefined and None as words of their own, with what a program glued to them.
func residueWord(t residueText, start, end int) (int, int) {
	if b := t.before(start); wordingLatin(b) || wordingDigit(b) || b == '_' || b == '/' {
		return 0, 0
	}
	if a := t.after(end); wordingLatin(a) || a == '_' || a == '(' {
		return 0, 0
	}
	from, to := t.line(start)
	if line := t.text[from:to]; to == end && len(line) < 80 && strings.HasPrefix(line, "index") {
		return from, to
	}
	for start > from && t.text[start-1] > ' ' && t.text[start-1] < 0x80 && !strings.ContainsRune("(\"'<[", rune(t.text[start-1])) {
		start--
	}
	return start, end
}

// residueTag takes a tag of HTML, not <http://…>.
func residueTag(t residueText, start, end int) (int, int) {
	if t.text[start:end] != "</" && !strings.ContainsRune(" >/\t", t.after(end)) {
		return 0, 0
	}
	_, to := t.line(start)
	if i := strings.IndexByte(t.text[end:to], '>'); i >= 0 && i < 300 {
		return start, end + i + 1
	}
	return 0, 0
}

// residueFigure takes a caption whose number a field should have filled: 图1-.
func residueFigure(t residueText, start, end int) (int, int) {
	if a := t.after(end); a != '-' && a != '—' && a != '－' {
		return 0, 0
	}
	end += residueWidth(t.text[end:])
	if strings.ContainsRune("\n\r \t\u3000：:。，,", t.after(end)) && !wordingDigit(residueFirst(strings.TrimLeft(t.text[end:], residueBlanks))) {
		return start, end
	}
	return 0, 0
}

// residueBracketedWord is a word with the bracket around it.
func residueBracketedWord(t residueText, start, end int) (int, int, bool) {
	if open := t.before(start); residueOpens(open) && residueCloses(t.after(end)) {
		return start - utf8.RuneLen(open), end + residueWidth(t.text[end:]), true
	}
	return start, end, false
}

// residueTitleReach bounds how far back a 《 is looked for, in bytes.
const residueTitleReach = 300

// residueTitled reports whether a place lies inside 《》.
func residueTitled(text string, at int) bool {
	near := text[max(0, at-residueTitleReach):at]
	line := near[strings.LastIndexByte(near, '\n')+1:]
	return strings.Count(line, "《") > strings.Count(line, "》") || strings.HasSuffix(strings.TrimRight(line, "（("), "》")
}

// residueTitle takes the mark of a draft in the title of the report.
func residueTitle(t residueText, start, end int) (int, int) {
	if t.part.Key != report.PartTitle || residueTitled(t.text, start) {
		return 0, 0
	}
	from, to, _ := residueBracketedWord(t, start, end)
	return from, to
}

// residueDraft takes the mark of a draft at the end of a short line outside the attachments.
func residueDraft(t residueText, start, end int) (int, int) {
	from, to, bracketed := residueBracketedWord(t, start, end)
	lineFrom, lineTo := t.line(start)
	line := t.text[lineFrom:lineTo]
	if !bracketed || lineTo != to || residueTitled(t.text, start) || strings.HasPrefix(t.part.Key, "attachment_") || residueClauses(line) || utf8.RuneCountInString(line) > 60 {
		return 0, 0
	}
	return from, to
}

// residueRequest takes the end of a request to a superior: 妥否，请批示。
func residueRequest(t residueText, start, end int) (int, int) {
	before := t.text[max(0, start-36):start]
	if a := t.after(end); a != '。' && a != '\n' && a != '！' {
		return 0, 0
	}
	for _, word := range []string{"妥否", "当否", "可否", "是否妥当", "如无不妥", "是否可行", "以上报告"} {
		if i := strings.LastIndex(before, word); i >= 0 {
			return start - len(before) + i, end
		}
	}
	return 0, 0
}
