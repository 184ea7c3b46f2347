package review

import (
	"fmt"
	"strings"

	"nianbao/report"
)

// wordingStop folds the marks that end or divide sentences: both widths give the half-width one; 0 for any other rune.
func wordingStop(r rune) rune {
	switch r {
	case '，', ',':
		return ','
	case '；', ';':
		return ';'
	case '：', ':':
		return ':'
	case '！', '!':
		return '!'
	case '？', '?':
		return '?'
	case '．', '.':
		return '.'
	case '。', '、':
		return r
	}
	return 0
}

// wordingLabels stand before a colon behind which copying from the web loses numbers, addresses and links: 电话：，邮编：。
var wordingLabels = []string{"电话", "传真", "邮编", "编码", "邮箱", "信箱", "邮件", "网址", "网站", "地址", "链接", "热线", "手机", "联系人", "号码", "号", "微博", "微信", "mail", "Mail",
	"MAIL", "QQ", "时间", "日期", "方式"}

// collisions finds marks that stand side by side: ，， and ：。 and ；，.
func (w *wordingText) collisions(out []report.Finding) []report.Finding {
	done := 0
	for _, at := range w.others {
		i := int(at)
		if len(out) >= mostPerPlace {
			break
		}
		if i < done || w.r[i] > '~' && w.r[i] < '、' && w.r[i] != '“' && w.r[i] != '”' {
			continue
		}
		if r := w.r[i]; r == 'O' || r == 'o' || r == 'l' || r == 'I' {
			if letter := w.lettered(i); letter.Code != "" {
				out = append(out, letter)
				for done = i + 1; done < len(w.r) && wordingWord(w.r[done]) && !isHan(w.r[done]); {
					done++
				}
			}
			continue
		}
		if r := w.r[i]; r >= '０' && r <= '９' && !wordingDigit(w.rune(i-1)) || r >= '0' && r <= '9' && w.rune(i+1) >= '０' && w.rune(i+1) <= '９' {
			if number := w.wideDigits(i); number.Code != "" {
				out = append(out, number)
			}
			for done = i + 1; wordingDigit(w.rune(done)); {
				done++
			}
			continue
		}
		if wordingStop(w.r[i]) == 0 {
			out = w.bracketed(out, i)
			continue
		}
		out = w.joined(out, i)
		end, next := i+1, i+1
		for next < len(w.r) {
			if wordingStop(w.r[next]) != 0 {
				end = next + 1
			} else if !wordingBlank(w.r[next]) || next > end+1 {
				break
			}
			next++
		}
		if end > i+1 && w.collide(i, end) {
			severity := report.SeverityWarning
			if wordingStop(w.r[i]) == '!' && w.same(i, end) {
				severity = report.SeverityHint
			}
			f := w.mark(severity, i, end, "", "留下一个。")
			marks := w.from(i, end)
			if keep := w.kept(i, end); keep != "" {
				f.Fix, f.Expected = w.fix(i, end, keep), keep
			}
			f.Message = fmt.Sprintf("标点“%s”连用，有多余的。", short(marks))
			if w.same(i, end) {
				f.Message = fmt.Sprintf("标点“%s”重复了。", short(marks))
			}
			f.Found = short(marks)
			out = append(out, f)
		}
		done = end
	}
	return out
}

// leading finds a mark with which a paragraph begins: ，下一步. Where the line before has no stop, it was broken in copying.
func (w *wordingText) leading(out []report.Finding) []report.Finding {
	w.lines(func(start, end int) {
		r := w.r[start]
		if r != '，' && r != '。' && r != '；' && r != '、' && r != '：' || end-start < 4 {
			return
		}
		before := start - 1
		for before >= 0 && (w.r[before] == '\n' || w.r[before] == '\r' || wordingBlank(w.r[before])) {
			before--
		}
		if before >= 0 && w.r[before] != '。' || !isHan(w.r[start+1]) {
			return
		}
		f := w.mark(report.SeverityHint, start, start+1, fmt.Sprintf("这一段以“%c”开头。", r), "删去标点；有漏字的补上。")
		f.Fix = w.fix(start, start+1, "")
		out = append(out, f)
	})
	return out
}

// collide reports whether the marks between two runes cannot stand together.
func (w *wordingText) collide(start, end int) bool {
	tone, dots, half, comma := true, true, true, false
	for _, r := range w.r[start:end] {
		switch m := wordingStop(r); m {
		case 0:
			continue
		case '!', '?':
			dots = false
		case '.':
			tone = false
		default:
			tone, dots, comma = false, false, true
		}
		half = half && r < 0x80
	}
	before, after := w.rune(start-1), w.rune(end)
	first := wordingStop(w.r[start])
	switch {
	case tone && first == '!' && w.same(start, end): // nobody exclaims in a report
		return end == start+2 && isHan(before) && (after == '\n' || isHan(after))
	case tone, dots: // ？！ and ...… are marks of their own
		return false
	case !comma && first != '.': // ？. is no more than a slip between programs
		return false
	case wordingLatin(before) && (first == '.' || first == '!' || half): // Co.，Ltd.
		return false
	case half && (wordingLatin(after) || after == '/' || wordingDigit(before) && wordingDigit(after)):
		return false
	case (first == '.' || half) && !isHan(before) && !wordingDigit(before) && !wordingCloses(before):
		return false
	case first == '.' && (wordingBlank(w.r[start+1]) || wordingDigit(before)): // 1．、(1)
		return false
	case w.r[end-1] == '.' && wordingLatin(after): // 、.docx
		return false
	case first == ';' && w.entity(start):
		return false
	case first == ':' && w.endsWith(start, wordingLabels):
		return false
	}
	return true
}

// entity reports whether the ; at a place ends a character reference such as &nbsp;.
func (w *wordingText) entity(at int) bool {
	for i := at - 1; i >= 0 && i >= at-8; i-- {
		if w.r[i] == '&' {
			return true
		}
		if !wordingLatin(w.r[i]) && !wordingDigit(w.r[i]) && w.r[i] != '#' {
			return false
		}
	}
	return false
}

func (w *wordingText) same(start, end int) bool {
	for _, r := range w.r[start:end] {
		if m := wordingStop(r); m != 0 && m != wordingStop(w.r[start]) {
			return false
		}
	}
	return true
}

// kept is the mark to keep of those between two runes; "" where that is not certain.
func (w *wordingText) kept(start, end int) string {
	if w.same(start, end) {
		return string(w.r[start])
	}
	marks := w.from(start, end)
	last := w.rune(end) == '\n' || w.rune(end) == '\r'
	switch {
	case last && strings.HasPrefix(marks, "：") && w.endsWith(start, []string{"如下", "以下"}):
		return "："
	case last && strings.HasPrefix(marks, ":") && w.endsWith(start, []string{"如下", "以下"}):
		return ":"
	case last && strings.HasSuffix(marks, "。") && !hasRune(marks, "：:!！?？"):
		return "。"
	}
	return ""
}

// bracketed finds a comma that stands right behind an opening bracket or before a closing one.
func (w *wordingText) bracketed(out []report.Finding, i int) []report.Finding {
	opens := w.r[i] == '（' || w.r[i] == '《'
	closes := w.r[i] == '）' || w.r[i] == '》' || w.r[i] == ')'
	switch {
	case (w.r[i] == '%' || w.r[i] == '％') && (w.rune(i+1) == '%' || w.rune(i+1) == '％') && wordingDigit(w.rune(i-1)):
		f := w.mark(report.SeverityWarning, i, i+2, "百分号写重了。", "留下一个。")
		f.Found, f.Expected = w.from(i, i+2), "%"
		f.Fix = w.fix(i, i+2, "%")
		return append(out, f)
	case opens && strings.ContainsRune("，、；。：", w.rune(i+1)):
		return append(out, w.mark(report.SeverityHint, i, i+2, fmt.Sprintf("“%s”里，前括号后面不应有标点。", w.from(i, i+2)), "删去多余的标点；有漏字的补上。"))
	case w.r[i] == '“' && strings.ContainsRune("，、；。", w.rune(i+1)) && w.quotes(i):
		return append(out, w.mark(report.SeverityHint, i, i+2, fmt.Sprintf("“%s”里，前引号后面不应有标点。", w.from(i, i+2)), "删去多余的标点；有漏字的补上。"))
	case w.r[i] == '”' && i > 1 && (w.r[i-1] == '、' || (w.r[i-1] == '，' || w.r[i-1] == '；' || w.r[i-1] == '。') && isHan(w.rune(i+1)) && w.quotesTerm(i-1)) && w.r[i-2] != '“':
		return append(out, w.mark(report.SeverityHint, i-1, i+1, fmt.Sprintf("“%s”里，后引号前面不应有标点。", w.from(i-1, i+1)), "删去多余的标点；有漏字的补上。"))
	case closes && i > 0 && strings.ContainsRune("，、；", w.r[i-1]):
		return append(out, w.mark(report.SeverityHint, i-1, i+1, fmt.Sprintf("“%s”里，后括号前面不应有标点。", w.from(i-1, i+1)), "删去多余的标点；有漏字的补上。"))
	}
	return out
}

// quotes reports whether the quote that opens at a place opens one indeed: another closes it, and it closes none itself.
func (w *wordingText) quotes(i int) bool {
	for at := i - 1; at >= 0 && i-at < wordingNear && w.r[at] != '”' && w.r[at] != '\n'; at-- {
		if w.r[at] == '“' {
			return false
		}
	}
	for at := i + 2; at < len(w.r) && at-i < wordingNear && w.r[at] != '“' && w.r[at] != '\n'; at++ {
		if w.r[at] == '”' {
			return at > i+2 // “，” speaks of the mark
		}
	}
	return false
}

// quotesTerm reports whether a quote that ends at a place is a term and no sentence: it is short and has no other mark than 、.
func (w *wordingText) quotesTerm(end int) bool {
	for at := end - 1; at >= 0 && end-at < 14; at-- {
		if w.r[at] == '“' {
			return at+3 < end && !strings.ContainsRune("出调说示到：，:", w.rune(at-1))
		}
		if !isHan(w.r[at]) && w.r[at] != '、' {
			return false
		}
	}
	return false
}

// joined finds a 、 behind a word that joins, where nothing is listed: 二是、加强培训, 和、.
func (w *wordingText) joined(out []report.Finding, i int) []report.Finding {
	if i == 0 || w.r[i] != '、' {
		return out
	}
	before, from := w.r[i-1], i-1
	switch before {
	case '是':
		if !wordingNumeral(w.rune(i - 2)) {
			return out
		}
		from--
	case '和', '与', '及', '或', '将', '把', '被':
		if rule := wordingSingles[before]; strings.ContainsRune(rule.before, w.rune(i-2)) || !isHan(w.rune(i-2)) {
			return out
		}
	default:
		return out
	}
	f := w.mark(report.SeverityHint, from, i+1, fmt.Sprintf("“%s”里的顿号是多余的。", w.from(from, i+1)), "删去顿号；有漏字的补上。")
	f.Found, f.Expected = w.from(from, i+1), w.from(from, i)
	f.Fix = w.fix(from, i+1, f.Expected)
	return append(out, f)
}
