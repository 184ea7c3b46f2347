package review

import (
	"fmt"
	"strings"

	"nianbao/report"
)

// level looks whether the style of a new list is the one for its level.
func (w *markWalk) level(i int) {
	m := &w.marks[i]
	if !m.line || m.n != 1 || w.deep || len(w.stack) == 0 {
		return
	}
	top := &w.stack[len(w.stack)-1].last
	if !top.line || top.style >= markCircle || m.style >= markCircle {
		return
	}
	next := w.next[i]
	several := next >= 0 && w.marks[next].n == 2 // one alone may be no list
	switch {
	case m.style.rank() > top.style.rank()+1 && several:
		w.deep = true
		f := w.finding(m, report.SeverityWarning, fmt.Sprintf("“%s”下面直接用了“%s”，跳过了“%s”一级。", w.text(top), w.text(m), markText(top.style+1, 1, '.')))
		f.Expected, f.Found, f.Hint = markText(top.style+1, 1, '.'), w.text(m), "层次依次用“一、”“（一）”“1.”“（1）”。"
		w.add(f)
	case m.style.rank() < top.style.rank() && several:
		w.deep = true
		f := w.finding(m, report.SeverityHint, fmt.Sprintf("“%s”排在“%s”下面，层次颠倒。", w.text(m), w.text(top)))
		f.Hint = "层次依次用“一、”“（一）”“1.”“（1）”。"
		w.add(f)
	}
}

// mixing looks whether a list is numbered 1. and 1、 in turn.
func (w *markWalk) mixing(m *numberMark, l *markList) {
	if w.mixed || m.style != markArabic || m.sign == l.last.sign {
		return
	}
	w.mixed = true
	f := w.finding(m, report.SeverityHint, fmt.Sprintf("编号的写法不一致：前面是“%s”，这里是“%s”。", w.text(&l.last), w.text(m)))
	f.Expected, f.Found, f.Hint = markText(markArabic, m.n, l.last.sign), w.text(m), "同一层次用同一种编号。"
	w.add(f)
}

// odd takes a mark of another style for the next of the list around it where that goes on behind it: （二） 3． （四）.
func (w *markWalk) odd(i int) bool {
	m := &w.marks[i]
	if len(w.stack) == 0 || !m.line {
		return false
	}
	l := &w.stack[len(w.stack)-1]
	other := m.n == 1 && w.headAlone(i) // （一） （1） （三）
	if !l.last.line || m.n != l.expected && !other || i+1 >= len(w.marks) {
		return false
	}
	next := i + 1
	for next < len(w.marks) && w.marks[next].key() != l.last.key() {
		if w.marks[next].key() == m.key() {
			return false
		}
		next++
		if next > i+20 {
			return false
		}
	}
	if next == len(w.marks) || w.marks[next].n != l.expected+1 {
		return false
	}
	want := markText(l.last.style, l.expected, l.last.sign)
	f := w.finding(m, report.SeverityWarning, fmt.Sprintf("“%s”的编号样式与前后的“%s”“%s”不同。", w.text(m), w.text(&l.last), w.text(&w.marks[next])))
	f.Expected, f.Found, f.Hint = want, w.text(m), "同一层次用同一种编号。"
	w.add(f)
	l.expected++
	return true
}

// headAlone reports whether the paragraph of a mark is a head and nothing more.
func (w *markWalk) headAlone(i int) bool {
	m := &w.marks[i]
	line := w.part.Text[m.start:]
	if end := strings.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	return m.line && headOnly(strings.TrimSpace(line), m)
}
