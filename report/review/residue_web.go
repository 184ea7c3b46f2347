package review

import (
	"strings"
	"unicode/utf8"
)

// These find what else a page, a file or a tool left in a text: credits, names of pictures, page numbers, marks of Markdown.

// residueCredit takes who wrote or checked a page, at the end of a line: 初审：张三 复审：李四.
func residueCredit(t residueText, start, end int) (int, int) {
	_, to := t.line(start)
	if residueOpens(t.before(start)) {
		if inside, closed := residueInside(t.text[start:]); closed {
			to = start + len(inside)
		}
	}
	if !residueStands(t, start) || to-start > 40*len("字") || to <= end || hasRune(t.text[start:to], "，。；、,;由对") || contains(t.text[start:to], "负责") {
		return 0, 0
	}
	return start, to
}

// residueSource takes 来源：本站 wherever it stands, with the credits that follow.
func residueSource(t residueText, start, end int) (int, int) {
	if from, to := residueCredit(t, start, end); to > 0 {
		return from, to
	}
	return start, end
}

// residueMore takes a link with the arrows behind it, wherever it stands: 点击查看更多内容>>.
func residueMore(t residueText, start, end int) (int, int) {
	_, to := t.line(start)
	tail := t.text[end:min(to, end+30)]
	i := indexAny(tail, ">＞»》")
	if i < 0 || hasRune(tail[:i], "，。；《") || !residueStands(t, start) {
		return residueLink(t, start, end)
	}
	end += i
	for strings.ContainsRune(">＞»》", t.after(end)) {
		end += residueWidth(t.text[end:])
	}
	return start, end
}

// residuePicture takes a bracket that stands for a picture, [图片2] and 【图1】, and the caption of one: 图片1：专栏截图.
func residuePicture(t residueText, start, end int) (int, int) {
	open, word := t.before(start), t.text[start:end]
	for wordingDigit(t.after(end)) {
		end += residueWidth(t.text[end:])
	}
	numbered := wordingDigit(residueLast(t.text[:end]))
	if word == "配图" { // （配图1张）
		if rest := strings.TrimPrefix(t.text[end:], "张"); residueOpens(open) && residueCloses(residueFirst(rest)) {
			return start - utf8.RuneLen(open), len(t.text) - len(rest) + residueWidth(rest)
		}
		return 0, 0
	}
	figure := !strings.HasPrefix(word, "图片") && !strings.HasPrefix(word, "照片") && word != "插图"
	colon := t.after(end) == '：' || t.after(end) == ':'
	switch {
	case !residueOpens(open):
		if numbered && colon && !figure && residueStands(t, start) {
			return start, end + residueWidth(t.text[end:])
		}
		return 0, 0
	case (open == '（' || open == '(') && (!numbered && !colon || figure), residueEnds(t.text[:start-utf8.RuneLen(open)], "见", "如"):
		return 0, 0
	}
	if inside, closed := residueInside(t.text[end:]); closed && (inside == "" || colon && !figure) {
		end += len(inside)
		return start - utf8.RuneLen(open), end + residueWidth(t.text[end:])
	}
	return 0, 0
}

// residueExcerpt takes where a passage was copied from: ——摘自青溪县水利局工作总结.
func residueExcerpt(t residueText, start, end int) (int, int) {
	before := t.before(start)
	if before != '—' && before != '-' && !residueStands(t, start) || residueOpens(before) && !residueAlone(t, start-utf8.RuneLen(before)) {
		return 0, 0
	}
	_, to := t.line(start)
	to = min(to, end+120)
	if i := indexAny(t.text[end:to], "。，；）)】,;"); i >= 0 {
		to = end + i
	}
	for start > 0 && strings.ContainsRune("—-（(", t.before(start)) {
		start -= utf8.RuneLen(t.before(start))
	}
	return start, to
}

// residueFile takes the name of a picture's file, not an address nor a word such as .jpg格式.
func residueFile(t residueText, start, end int) (int, int) {
	from := start
	for from > 0 && start-from < 60 && (contactHost(t.text[from-1]) || t.text[from-1] == '/' || t.text[from-1] == ':') {
		from--
	}
	if a := t.after(end); wordingLatin(a) || wordingDigit(a) || strings.Contains(t.text[from:start], "/") || !wordingWord(t.before(start)) || strings.HasPrefix(t.text[end:], "格式") {
		return 0, 0
	}
	return from, end
}

// residueFiled takes the record number of a site: 滇ICP备17006964号.
func residueFiled(t residueText, start, end int) (int, int) {
	from := start - utf8.RuneLen(t.before(start))
	if from < 0 || !isHan(t.before(start)) || !residueStands(t, from) {
		return 0, 0
	}
	to := end
	for r := t.after(to); wordingDigit(r) || r == ' ' || r == '号' || r == '-'; r = t.after(to) {
		to += utf8.RuneLen(r)
	}
	if strings.Trim(t.text[end:to], " 号-") == "" {
		return 0, 0
	}
	return from, to
}

// residuePageNumber takes the number of a page: a line such as — 3 —, and 第 3 页 共 8 页 wherever it stands.
func residuePageNumber(t residueText, start, end int) (int, int) {
	if strings.HasPrefix(t.text[start:], "第") && residueStands(t, start) {
		rest := t.text[start:min(len(t.text), start+60)]
		said := strings.TrimLeft(rest[len("第"):], "0123456789 ")
		if numbered := strings.TrimLeft(strings.TrimPrefix(said, "页"), " ，,/"); strings.HasPrefix(said, "页") && strings.HasPrefix(numbered, "共") {
			if behind := strings.TrimLeft(numbered[len("共"):], "0123456789 "); strings.HasPrefix(behind, "页") {
				return start, start + len(rest) - len(behind) + len("页")
			}
		}
	}
	from, to := t.line(start)
	if t.before(start) == '。' { // behind the last sentence
		from = start
	}
	line := t.text[from:to]
	if t.before(start) == '。' { // — 3 — with the next sentence glued to it
		rest := strings.TrimLeft(t.text[start:to], "—-－ ")
		number := strings.TrimLeft(rest, "0123456789")
		tail := strings.TrimLeft(number, " ")
		if len(number) < len(rest) && len(rest)-len(number) <= 3 && len(rest) < to-start && strings.ContainsRune("—-－", residueFirst(tail)) {
			return start, to - len(tail) + residueWidth(tail)
		}
	}
	if from > start || to-from > 40 || strings.Trim(line, "0123456789 —-－第页共") != "" || !hasRune(line, "0123456789") {
		return 0, 0
	}
	if dashed := strings.ContainsRune("—-－", residueFirst(line)) && strings.ContainsRune("—-－", residueLast(line)); !dashed && !contains(line, "页") {
		return 0, 0
	}
	return from, to
}

// residueMarkdown takes words between the marks of Markdown, **主动公开**, and the marks of a heading.
func residueMarkdown(t residueText, start, end int) (int, int) {
	from, to := t.line(start)
	if t.text[start] == '#' {
		for end < to && t.text[end] == '#' {
			end++
		}
		if from == start && (t.after(end) == ' ' || isHan(t.after(end))) {
			return start, end
		}
		return 0, 0
	}
	if b := t.before(start); isHan(b) || b == '*' || !isHan(t.after(end)) && !wordingDigit(t.after(end)) {
		return 0, 0
	}
	inside := t.text[end:min(to, end+150)]
	if i := strings.Index(inside, "**"); i > 0 && !hasRune(inside[:i], "。；") {
		return start, end + i + len("**")
	}
	return 0, 0
}

// residueAfterDigit takes a mark behind a digit: 1.2E+05.
func residueAfterDigit(t residueText, start, end int) (int, int) {
	if !wordingDigit(t.before(start)) {
		return 0, 0
	}
	return start, end
}

// residueTrail takes a line that says where on a site a page stands: 政务公开 > 年度报告 > 正文.
func residueTrail(t residueText, start, end int) (int, int) {
	from, to := t.line(start)
	if line := t.text[from:to]; utf8.RuneCountInString(line) > 50 || hasRune(line, "，。；0123456789") {
		if strings.HasSuffix(t.text[:start], "首页") {
			return start - len("首页"), end
		}
		return 0, 0
	}
	return from, to
}

// residueStamp takes a line with nothing but a date and a time.
func residueStamp(t residueText, start, end int) (int, int) {
	from, to := t.line(start)
	if t.before(start) == '。' { // behind a sentence
		from, to = start, to-len(strings.TrimLeft(t.text[start:to], "0123456789-/: "))
		to = start + len(strings.TrimRight(t.text[start:to], " "))
	}
	if line := t.text[from:to]; from != start || strings.Trim(line, "0123456789-/: ") != "" || !strings.Contains(line, ":") {
		return 0, 0
	}
	return from, to
}

// residueDocFile takes the name of a file: 年报（定稿2）.docx.
func residueDocFile(t residueText, start, end int) (int, int) {
	if a := t.after(end); wordingLatin(a) || wordingDigit(a) || a == '格' || a == '文' || residueTitled(t.text, start) {
		return 0, 0
	}
	from := start
	for from > 0 && start-from < 100 && contactPath(t.text[from-1]) {
		from--
	}
	if line, to := t.line(start); containsAny(t.text[line:to], []string{"点击", "下载"}) && strings.HasPrefix(t.text[line:], "附件") { // the line is a link
		return 0, 0
	}
	if strings.Contains(t.text[from:start], "/") || t.before(start) == ' ' || t.before(start) == '、' {
		return 0, 0
	}
	return from, end
}
