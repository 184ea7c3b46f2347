package review

import "strings"

// backLimit is how far back, in bytes, a number is looked for that nothing separates from the text before it.
const backLimit = 6000

// begunElsewhere reports whether the numbers before a mark may stand in the text without being seen as such.
func (w *markWalk) begunElsewhere(m *numberMark) bool {
	if w.ended[m.key()] == m.n-1 {
		return true
	}
	from, within := max(0, m.start-backLimit), false
	if n := len(w.stack); n > 0 && m.line {
		if head := &w.stack[n-1].last; head.line && head.style.rank() < m.style.rank() {
			from, within = max(from, head.start), true // what stands above a head belongs to another list
		}
	}
	before := w.part.Text[from:m.start]
	if w.written(before, m, m.n-1) || !within && w.written(w.before, m, m.n-1) {
		return true
	}
	if m.style < markIs {
		return false
	}
	if w.ranked(m) {
		return true
	}
	if i := strings.LastIndexByte(before, '\n'); i >= 0 && !m.line {
		before = before[i:]
	}
	for _, word := range []string{"首先", "第一", "一方面", "其一", "一来", "一要", "一是", "一、", "1.", "1、", "（1）", "(1)", "①"} {
		if strings.Contains(before, word) {
			return true
		}
	}
	return false
}

// ranked reports whether a number is a rank whose first is told in other words: 最多的是网站，其次是微信，第三是微博.
func (w *markWalk) ranked(m *numberMark) bool {
	if m.n < 2 || m.style < markIs || !strings.HasSuffix(w.part.Text[m.start:m.end], "是") {
		return false
	}
	before := w.part.Text[max(0, m.start-rankReach):m.start]
	if i := lastIndexAny(before, "。\n"); i >= 0 {
		before = before[i:]
	}
	return strings.Contains(before, "其次是") || m.style == markOrdinal && containsAny(before, []string{"最", "首位", "居首", "榜首", "为首", "领先", "头名", "第一位", "其次", "首要", "首先"})
}

// rankReach is how far back, in bytes, the first of a ranking is looked for.
const rankReach = 600

// written reports whether a text has a number in a form that comes near to a style.
func (w *markWalk) written(text string, m *numberMark, n int) bool {
	han := strings.TrimSuffix(markText(markHan, n, 0), "、")
	arabic := strings.TrimSuffix(markText(markArabic, n, '.'), ".")
	var forms []string
	switch m.style {
	case markHan:
		forms = []string{han + "、", han + "."}
	case markBracket:
		forms = []string{"（" + han + "）", "(" + han + ")", "（" + han + ")", "(" + han + "）", han + "）", han + ")"}
	case markArabic:
		forms = []string{arabic + ".", arabic + "、", arabic + "．", arabic + ")", arabic + "）"}
	case markSmall:
		forms = []string{"（" + arabic + "）", "(" + arabic + ")", arabic + "）", arabic + ")"}
	case markCircle:
		forms = []string{markText(markCircle, n, 0)}
	case markIs, markMust:
		forms = []string{han + "是", han + "要", "第" + han}
	case markOrdinal:
		forms = []string{"第" + han}
	}
	for _, form := range forms {
		if strings.Contains(text, form) {
			return true
		}
	}
	return false
}
