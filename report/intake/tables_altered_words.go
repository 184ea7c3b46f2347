package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// otherHeads are the words for which one may stand for another over the only column of figures.
var otherHeads = []string{"数", "数量", "数值", "数据", "统计数据", "统计数量", "统计结果", "合计"}

// couldReplace reports whether a text is a label that somebody could have put in place of another: no remark, none that is cut, none
// that has lost its digits.
func couldReplace(w *tableWord, n *node) bool {
	has := utf8.RuneCountInString(w.label.key)
	switch {
	case has < 2 || has > 24 || !containsHan(w.label.key) || damaged(w):
		return false
	case strings.Contains(n.key, w.label.key) || sameWords.Replace(w.label.key) == sameWords.Replace(n.key):
		return false
	case w.label.digits == "" && withoutDigits(n.key) == w.label.key:
		return false
	}
	return w.folded != "单位" && !isRemark(strings.TrimPrefix(w.folded, "单位")) // 单位申请人 is a label, 单位:件 none
}

func withoutDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, s)
}

// damaged reports whether a text is a mirror's, or has lost characters.
func damaged(w *tableWord) bool {
	for _, r := range w.text {
		if _, traditional := simplified[r]; traditional || strings.ContainsRune("?？�□_…*", r) {
			return true
		}
	}
	return false
}

// changedLabel reports whether a text is another label and not what copying made of one: characters were put in place of others, in, or
// taken out from within. What is only cut at its ends, or says how much is counted, is no other.
func changedLabel(w *tableWord, want *label) bool {
	if damaged(w) {
		return false
	}
	have, is := []rune(sameWords.Replace(w.label.core)), []rune(sameWords.Replace(want.core))
	if len(have) == 0 {
		have = []rune(sameWords.Replace(w.label.key))
	}
	have = slices.DeleteFunc(have, func(r rune) bool { return unicode.IsDigit(r) && !slices.Contains(is, r) })
	if len(have) == 0 || len(is) < 2 {
		return false
	}
	common := commonOrder(have, is)
	lost, more := len(is)-common, len(have)-common
	switch {
	case lost == 0 && more == 0:
		return false
	case more == 0:
		missing := strings.Trim(leftOut(is, have), "0123456789")
		return missing != "" && 2*lost <= len(is) && !strings.Contains(string(is), string(have))
	case lost == 0:
		extra := strings.Map(func(r rune) rune {
			if strings.ContainsRune("件项个条次数量年本万元类的等各事情况", r) {
				return -1
			}
			return r
		}, leftOut(have, is))
		return extra != ""
	}
	return 2*common >= len(is)
}

// misspelt reports whether a text is a label but for one character. Corners are called by many names.
func misspelt(w *tableWord, want *label) bool {
	have, is := len([]rune(w.label.core)), len([]rune(want.core))
	common := commonOrder([]rune(w.label.core), []rune(want.core))
	return common > 0 && have-common <= 1 && is-common <= 1
}

// changedNote reports whether what stands in the brackets of a label is another text: as long, with other characters.
func changedNote(w *tableWord, want *label) bool {
	have, is := []rune(sameWords.Replace(w.label.key)), []rune(sameWords.Replace(want.key))
	if damaged(w) || len(have) != len(is) {
		return false
	}
	lost := len(is) - commonOrder(have, is)
	return lost > 0 && lost <= 3
}

// glued reports whether a text is two labels in one.
func (a *alterations) glued(w *tableWord, want *label) bool {
	before, after, ok := strings.Cut(w.label.key, want.key)
	before, after = strings.TrimRight(before, "0123456789"), strings.TrimLeft(after, "0123456789") // the number between them
	return ok && (len(a.t.exact[before]) > 0 || len(a.t.exact[after]) > 0)
}

// sameWords writes as one what is the same label in other words.
var sameWords = strings.NewReplacer("涉及", "涉及", "危及", "危及", "其它", "其他", "钩稽", "勾稽", "的", "", "和", "", "与", "", "及", "", "或者", "", "或", "", "已经", "已", "行政规范性文件", "规范性文件", "度", "",
	"资讯", "信息", "讯息", "信息", "需要", "需", "中华人民共和国政府信息公开条例", "", "政府信息公开条例", "", "条例", "")

// leftOut is what a text has beyond another that is contained in it in order.
func leftOut(have, is []rune) string {
	var out []rune
	i := 0
	for _, r := range have {
		if i < len(is) && r == is[i] {
			i++
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

func containsHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// isRemark reports whether a folded text says something about a table, and is no label of one.
func isRemark(folded string) bool {
	return slices.ContainsFunc([]string{"单位", "备注", "注:", "说明", "合计", "小计", "详见", "附件", "序号"}, func(word string) bool { return strings.Contains(folded, word) })
}
