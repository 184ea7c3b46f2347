package review

import (
	"fmt"
	"strings"

	"nianbao/report"
)

// wordingForms are the marks that have two widths, full and half.
var wordingForms = [][2]rune{{'，', ','}, {'：', ':'}, {'；', ';'}, {'？', '?'}, {'！', '!'}, {'（', '('}}

const (
	wordingParen  = 5 // of wordingForms
	wordingEnough = 6 // marks of one kind that show what a document does with it
)

// wordingForm tells the kind of a mark with two widths, and which it has.
func wordingForm(r rune) (kind int, half, ok bool) {
	if r < 0x80 && r != ',' && r != ':' && r != ';' && r != '?' && r != '!' && r != '(' || r >= 0x80 && (r < 0xff01 || r > 0xff1f) {
		return 0, false, false
	}
	for kind, form := range wordingForms {
		if r == form[0] || r == form[1] {
			return kind, r == form[1], true
		}
	}
	return 0, false, false
}

// wordingWidths finds the marks of the rarer width in a document that mixes both, the first of each paragraph. A document that keeps to one
// width, whichever, has none.
func wordingWidths(texts []*wordingText) []report.Finding {
	var count [wordingParen + 1][2]int
	width := func(half bool) int {
		if half {
			return 1
		}
		return 0
	}
	for _, w := range texts {
		for _, at := range w.others {
			i, r := int(at), w.r[at]
			if kind, half, ok := wordingForm(r); ok && w.chinese(i, kind) {
				count[kind][width(half)]++
			} else if r == '（' && wordingNumeral(w.rune(i+1)) { // （一） shows the width, too
				count[wordingParen][0]++
			}
		}
	}
	var rare [wordingParen + 1][2]bool
	mixed := false
	for kind := range count {
		sum := count[kind]
		// Brackets are often half-width throughout a document that is full-width otherwise: one or two are a slip.
		if sum[0]+sum[1] < wordingEnough && (kind != wordingParen || sum[1] == 1 || sum[1] == 2) {
			sum = [2]int{}
			for other := range wordingParen {
				sum[0], sum[1] = sum[0]+count[other][0], sum[1]+count[other][1]
			}
		}
		for width := range 2 {
			rare[kind][width] = sum[0]+sum[1] >= wordingEnough && sum[width]*4 <= sum[1-width]
			mixed = mixed || rare[kind][width] && count[kind][width] > 0
		}
	}
	if !mixed {
		return nil
	}
	var out []report.Finding
	for _, w := range texts {
		w.lines(func(start, end int) {
			for _, at := range w.othersIn(start, end) {
				i := int(at)
				kind, half, ok := wordingForm(w.r[i])
				if !ok || !rare[kind][width(half)] || !w.chinese(i, kind) {
					continue
				}
				form := wordingForms[kind]
				f := w.mark(report.SeverityHint, i, i+1, fmt.Sprintf("这里用了半角的“%c”，别处多用全角的“%c”。", form[1], form[0]), "同一段里如果还有，一起改。")
				f.Found, f.Expected = string(form[1]), string(form[0])
				if !half {
					f.Message = fmt.Sprintf("这里用了全角的“%c”，别处多用半角的“%c”。", form[0], form[1])
					f.Found, f.Expected = f.Expected, f.Found
				}
				if kind != wordingParen { // a bracket alone would be half of a pair
					f.Fix = w.fix(i, i+1, f.Expected)
				}
				out = append(out, f)
				return
			}
		})
	}
	return out
}

// chinese reports whether a mark stands in Chinese, and not in a number, a time, an address, or a line number such as (1).
func (w *wordingText) chinese(i, kind int) bool {
	before, after := w.rune(i-1), w.rune(i+1)
	if kind == wordingParen {
		return isHan(after) && isHan(w.rune(i+2)) || after == '《' || after == '“'
	}
	return isHan(before) || before == '》' || before == '”' || before == '）' || before == ')' || wordingDigit(before) && isHan(after)
}

// wordingBlanksMost is how many blanks a text that was typed may have by mistake; where there are more, a page was copied.
const wordingBlanksMost = 6

// wordingBlanks finds blanks inside a Chinese sentence, the first of each paragraph.
func wordingBlanks(texts []*wordingText) []report.Finding {
	var out []report.Finding
	for _, w := range texts {
		w.lines(func(start, end int) {
			if end-start < 9 {
				return
			}
			for _, at := range w.othersIn(start+1, end-1) {
				i := int(at)
				if !wordingBlank(w.r[i]) || !isHan(w.r[i-1]) {
					continue
				}
				from, to := w.parted(start, end, i)
				if from == to {
					continue
				}
				if !hasRune(w.from(start, end), "，。,；") {
					return // no sentence
				}
				f := w.mark(report.SeverityHint, from, to, fmt.Sprintf("“%s”中间有空格。", w.from(from, to)), "删去空格。")
				f.Found, f.Expected = f.Quote, strings.Map(wordingUnblanked, f.Quote)
				f.Fix = w.fix(from, to, f.Expected)
				out = append(out, f)
				return
			}
		})
	}
	if len(out) > wordingBlanksMost {
		return nil
	}
	return out
}

// wordingUnblanked leaves out blanks.
func wordingUnblanked(r rune) rune {
	if wordingBlank(r) {
		return -1
	}
	return r
}

// parted gives the words that a blank at a place parts, for a line from start to end; two equal places where it may be meant.
func (w *wordingText) parted(start, end, i int) (from, to int) {
	next := i + 1
	for next < end && next < i+3 && wordingBlank(w.r[next]) {
		next++
	}
	switch {
	case next >= end || !isHan(w.r[next]):
		return 0, 0
	case w.r[next] == '的' && i-start > 2 && wordingSounds.known[w.from(i-2, i)]: // 群众 的知情权: nothing begins with 的
		return i - 2, next + 1
	case wordingSounds.known[string([]rune{w.r[i-1], w.r[next]})]: // 有待加 强, unless two words meet there
		if i-start > 1 && next+1 < end && wordingSounds.known[w.from(i-2, i)] && wordingSounds.known[w.from(next, next+2)] {
			return 0, 0
		}
		return i - 1, next + 1
	case next > i+1 || i-start <= 6 || i+2 >= end || !isHan(w.r[i-2]) || !isHan(w.r[i+2]) || strings.ContainsRune("条章节款项", w.r[i-1]):
		return 0, 0 // 一、 总体情况; 签 字
	}
	return i - 2, i + 3
}

// wordingEnds finds paragraphs that end without a stop. Where most do, it is the way of the document.
func wordingEnds(texts []*wordingText) []report.Finding {
	var out []report.Finding
	prose := 0
	for _, w := range texts {
		if !strings.HasPrefix(w.p.Key, "attachment_") && (w.p.Key == report.PartPreface || w.p.Heading != "" || w.p.Means != "") {
			w.lines(func(start, end int) {
				cut := end-start >= 14 && (w.r[end-1] == '、' || w.r[end-1] == '，') && strings.TrimLeft(w.p.Text[w.at[end]:], " \t\r\n\u3000\u00a0") == ""
				if !cut && !w.isProse(start, end) && !(end-start >= 14 && (w.isLastSentence(start, end) || w.isSentence(start, end))) {
					return
				}
				prose++
				if !w.unended(start, end) {
					return
				}
				from := end - 1
				for from > start && end-from < 12 && wordingStop(w.r[from-1]) == 0 {
					from--
				}
				f := w.mark(report.SeverityHint, from, end, "这一段末尾没有标点。", "一段写完加上句号；没写完的补全。")
				if last := w.r[end-1]; wordingStop(last) != 0 {
					f.Message = fmt.Sprintf("这一段以“%c”结尾。", last)
				}
				out = append(out, f)
			})
		}
	}
	if len(out) > 2 && len(out)*3 > prose {
		return nil
	}
	return out
}

// isProse reports whether a line is a paragraph of sentences and no heading, label or list item.
func (w *wordingText) isProse(start, end int) bool {
	if end-start < 25 {
		return false
	}
	stops, comma := false, false
	for _, at := range w.othersIn(start+4, end-1) {
		switch w.r[at] {
		case '。':
			stops = true
		case '，', ',':
			comma = true
		case '\t', '|':
			return false
		}
	}
	return stops || comma
}

// isLastSentence reports whether a short line is the last of a text and a sentence behind others, no heading, label or list item.
func (w *wordingText) isLastSentence(start, end int) bool {
	before := start
	for before > 0 && (w.r[before-1] == '\n' || w.r[before-1] == '\r' || wordingBlank(w.r[before-1])) {
		before--
	}
	if before == 0 || w.r[before-1] != '。' || end-start >= 25 || strings.TrimLeft(w.p.Text[w.at[end]:], " \t\r\n\u3000\u00a0") != "" || !isHan(w.r[start]) || wordingNumeral(w.r[start]) || !isHan(w.r[end-1]) {
		return false
	}
	line := w.from(start, end)
	return strings.Contains(line, "，") && !hasRune(line, "：:;；\t|《（(") && !containsAny(line, []string{"附件", "单位", "日期", "电话", "月"})
}

// wordingStarts begin sentences and no headings.
var wordingStarts = []string{"下一步，", "下步，", "今后，", "接下来，", "明年，", "同时，", "此外，", "另外，", "目前，", "一年来，", "今年以来，", "全年", "年内", "本年度", "20", "我", "本"}

// isSentence reports whether a short line before another one is a sentence by the way in which it begins, and no heading.
func (w *wordingText) isSentence(start, end int) bool {
	if end-start >= 25 || !isHan(w.r[end-1]) || !wordingHas(w.p.Text[w.at[start]:], wordingStarts) {
		return false
	}
	next := end
	for next < len(w.r) && (w.r[next] == '\n' || w.r[next] == '\r' || wordingBlank(w.r[next])) {
		next++
	}
	line := w.from(start, end)
	return next < len(w.r) && isHan(w.r[next]) && !wordingNumeral(w.r[next]) && !strings.HasPrefix(line, "本报告") && strings.Contains(line, "，") && !hasRune(line, "：:;；\t|《（(")
}

// unended reports whether the paragraph that ends at a rune lacks its stop.
func (w *wordingText) unended(start, end int) bool {
	last := w.r[end-1]
	if last == '）' || last == '》' || last == '”' || last == '%' {
		return wordingStop(w.r[end-2]) == 0 && strings.Contains(w.from(start, end), "。")
	}
	if isHan(last) {
		return !w.endsWith(end, []string{"附件", "附后", "下表", "如下", "见表", "附表", "下图"})
	}
	return last == '、' || last == '，' || last == ','
}
