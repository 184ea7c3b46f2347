package review

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

// markList is a list whose numbers are being followed.
type markList struct {
	id   int
	last numberMark
	// expected is the number that follows; it is not always the last and one: a number that is wrong by itself does not count.
	expected int
	count    int
	// outer is the list of the same style that this one may stand within; nil for none.
	outer *markList
}

// markWalk follows the numbers of one text.
type markWalk struct {
	part  *Part
	marks []numberMark
	// before is what stands over the text, where its first number may be: the heading, over the first section the preface, too.
	before string
	// next is, for each mark, the next with the same key, -1 for none; lists is the list that it was taken for.
	next, lists []int
	stack       []markList
	// ended is, by key, the number that the last list ended with.
	ended [2 * markStyles]int
	ids   int
	// swapped is the mark that a finding has already spoken of; -1 for none.
	swapped int
	mixed   bool
	deep    bool
	soft    bool
	add     func(report.Finding)
}

// newMarkWalk prepares to follow the numbers of a part. soft says that digits were lost in copying, so that nothing is certain.
func newMarkWalk(p *Part, marks []numberMark, soft bool, add func(report.Finding)) *markWalk {
	w := &markWalk{part: p, marks: marks, next: make([]int, len(marks)), lists: make([]int, len(marks)), swapped: -1, soft: soft, add: add}
	w.link()
	return w
}

// link finds for each mark the next with the same key.
func (w *markWalk) link() {
	var later [2 * markStyles]int
	for i := range later {
		later[i] = -1
	}
	for i := len(w.marks) - 1; i >= 0; i-- {
		w.next[i] = later[w.marks[i].key()]
		later[w.marks[i].key()] = i
	}
}

func (w *markWalk) run() {
	w.joinRuns()
	for i := range w.marks {
		m := &w.marks[i]
		at := len(w.stack) - 1
		for at >= 0 && w.stack[at].last.key() != m.key() {
			at--
		}
		if at < 0 {
			w.begin(i)
			continue
		}
		for _, l := range w.stack[at+1:] {
			w.ended[l.last.key()] = l.last.n
		}
		w.stack = w.stack[:at+1]
		w.goOn(i, &w.stack[at])
	}
}

// joinRuns takes the first number of a paragraph for one of a list within that paragraph where the second stands there, too: 1.甲；2.乙. What
// is numbered on in the next paragraphs is left as it is.
func (w *markWalk) joinRuns() {
	var joined []numberMark
	for i := range w.marks {
		m := &w.marks[i]
		if !m.line || m.n != 1 || m.style == markHan || m.style >= markIs || w.next[i] >= 0 && w.marks[w.next[i]].n > 1 {
			continue
		}
		for j := i + 1; j < len(w.marks) && w.marks[j].paragraph == m.paragraph; j++ {
			if next := &w.marks[j]; next.style == m.style && next.n > 1 && next.n <= 3 {
				if joined == nil {
					joined = slices.Clone(w.marks) // others look at them, too
				}
				joined[i].line = false
				break
			}
		}
	}
	if joined != nil {
		w.marks = joined
		w.link()
	}
}

// goOn takes a mark for the next of a list, for the first of a new one, or for one of the list around it.
func (w *markWalk) goOn(i int, l *markList) {
	m := &w.marks[i]
	switch {
	case i == w.swapped:
		w.take(i, l, l.expected)
		l.expected++
	case m.n == l.expected:
		w.mixing(m, l)
		w.take(i, l, m.n+1)
	case m.n == 1 && w.doubled(i, l):
		w.fault(m, l, fmt.Sprintf("“%s”重复了。", w.text(m)))
		expected := 2
		if next := w.next[i]; next >= 0 && w.marks[next].n == 3 {
			expected = 3 // wrong by itself: 一是 一是 三是
		}
		w.take(i, l, expected)
	case m.n == 1 && m.style >= markIs && l.count >= 2 && m.paragraph == l.last.paragraph && w.straight(i, l):
		w.fault(m, l, fmt.Sprintf("“%s”应为“%s”：前面是“%s”。", w.text(m), markText(m.style, l.expected, m.sign), w.text(&l.last)))
		w.take(i, l, l.expected+1)
	case m.n == 1:
		outer := *l
		outer.outer = nil
		w.ids++
		*l = markList{id: w.ids, outer: &outer}
		w.take(i, l, 2)
	case l.outer != nil && m.n == l.outer.expected && (m.line && l.outer.last.line || m.paragraph == l.outer.last.paragraph):
		*l = *l.outer
		w.take(i, l, m.n+1)
	default:
		w.broken(i, l)
	}
}

// take makes a mark the last of a list.
func (w *markWalk) take(i int, l *markList, expected int) {
	w.lists[i], l.last, l.expected = l.id, w.marks[i], expected
	l.count++
}

// doubled reports whether a 1 repeats the 1 before it: nothing but the first item stands between, and the list goes on with 2.
func (w *markWalk) doubled(i int, l *markList) bool {
	m := &w.marks[i]
	if l.count != 1 || l.last.n != 1 {
		return false
	}
	next := w.next[i]
	if m.style >= markIs && m.paragraph == l.last.paragraph { // 一是甲；一是乙。
		return w.sameSentence(&l.last, m) && (next < 0 || w.marks[next].n != 2 || w.sameSentence(m, &w.marks[next]))
	}
	if !m.line {
		return false
	}
	if m.paragraph != l.last.paragraph+1 { // two heads with their texts, and no line between that a second list stands under
		return next < 0 && strings.HasSuffix(strings.TrimSpace(w.part.Text[:m.start]), "。") && l.last.line && m.style == markBracket && w.bareHead(m) && w.bareHead(&l.last)
	}
	if next < 0 {
		return m.style == markBracket || m.style == markArabic // a list of two
	}
	return w.marks[next].n == 2 || w.marks[next].n == 3
}

// straight reports whether a 1 stands where the next number of its list should: behind a semicolon of the same sentence, as those before it, and
// no 2 follows: 一是甲；二是乙；一是丙.
func (w *markWalk) straight(i int, l *markList) bool {
	m, next := &w.marks[i], w.next[i]
	return strings.HasSuffix(strings.TrimRight(w.part.Text[:m.start], " "), "；") && w.sameSentence(&l.last, m) && !strings.Contains(w.part.Text[l.last.end:m.start-len("；")], "；") &&
		(next < 0 || w.marks[next].n == l.expected+1 || w.marks[next].n == 1 || !w.sameSentence(m, &w.marks[next]))
}

// bareHead reports whether the paragraph of a mark is short and no sentence.
func (w *markWalk) bareHead(m *numberMark) bool {
	line := w.part.Text[m.end:]
	if end := strings.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	line = strings.TrimSpace(line)
	return line != "" && utf8.RuneCountInString(line) <= headLength && !hasRune(line, "。，,；;：:、")
}

// sameSentence reports whether no sentence ends, nor a list begins, between two marks.
func (w *markWalk) sameSentence(m, next *numberMark) bool {
	return next.paragraph == m.paragraph && !hasRune(w.part.Text[m.end:next.start], "。：:")
}

// begin opens a list within those that are open.
func (w *markWalk) begin(i int) {
	m := &w.marks[i]
	w.ids++
	l := markList{id: w.ids}
	odd := w.odd(i)
	if m.n > 1 && !odd && !w.begunElsewhere(m) && (m.line || m.style >= markIs) {
		w.fault(m, nil, fmt.Sprintf("编号从“%s”开始，前面没有“%s”。", w.text(m), markText(m.style, 1, m.sign)))
	}
	if !odd {
		w.level(i)
	}
	w.take(i, &l, m.n+1)
	w.stack = append(w.stack, l)
}

// broken is a mark that does not follow the one before it.
func (w *markWalk) broken(i int, l *markList) {
	m, next := &w.marks[i], w.next[i]
	two := l.count == 1 && l.last.n == 1 && m.n <= 3 && m.sign == l.last.sign // 1.甲；3.乙
	if !m.line && m.style < markIs && (m.paragraph != l.last.paragraph || l.count < 2 && !two) {
		w.take(i, l, m.n+1)
		return
	}
	if m.n > l.expected && w.written(w.part.Text[max(l.last.end, m.start-backLimit):m.start], m, l.expected) {
		w.take(i, l, m.n+1)
		return
	}
	if m.n > 1 && m.n <= l.last.n && w.written(w.part.Text[max(l.last.end, m.start-backLimit):m.start], m, m.n-1) { // 二是甲，其中一是子，二是丑
		w.take(i, l, m.n+1)
		return
	}
	if w.ranked(m) {
		w.take(i, l, m.n+1)
		return
	}
	if m.n < l.expected-1 && m.paragraph != l.last.paragraph && !m.line && w.begunElsewhere(m) { // another list, whose first item says 首先
		w.take(i, l, m.n+1)
		return
	}
	follows := func(n int) bool { return next >= 0 && w.marks[next].n == n }
	want := markText(m.style, l.expected, l.last.sign)
	switch {
	case follows(l.expected + 1):
		w.fault(m, l, fmt.Sprintf("“%s”应为“%s”：前面是“%s”，后面是“%s”。", w.text(m), want, w.text(&l.last), w.text(&w.marks[next])))
		w.take(i, l, l.expected+1)
	case m.n == l.expected+1 && follows(l.expected):
		w.fault(m, l, fmt.Sprintf("“%s”和“%s”的顺序颠倒了。", w.text(m), w.text(&w.marks[next])))
		w.swapped = next
		w.take(i, l, m.n)
	case m.n == l.last.n:
		w.fault(m, l, fmt.Sprintf("“%s”重复了，前面已有“%s”。", w.text(m), w.text(&l.last)))
		w.take(i, l, m.n+1)
	case m.n > l.expected:
		w.fault(m, l, fmt.Sprintf("“%s”后面接着是“%s”，缺少“%s”。", w.text(&l.last), w.text(m), want))
		w.take(i, l, m.n+1)
	default:
		w.fault(m, l, fmt.Sprintf("“%s”接在“%s”后面，编号乱了。", w.text(m), w.text(&l.last)))
		w.take(i, l, m.n+1)
	}
}

func (w *markWalk) text(m *numberMark) string {
	return strings.TrimRight(w.part.Text[m.start:m.end], "，,：:")
}

func (w *markWalk) finding(m *numberMark, severity report.Severity, message string) report.Finding {
	if w.soft {
		severity = report.SeverityHint
	}
	return w.part.Mark("heading.number", severity, m.start, m.start+len(w.text(m)), message)
}

func (w *markWalk) fault(m *numberMark, l *markList, message string) {
	f := w.finding(m, report.SeverityWarning, message)
	f.Hint = "改正编号；少了一条的，补上。"
	f.Found = w.text(m)
	if l != nil {
		f.Expected = markText(m.style, l.expected, l.last.sign)
	}
	w.add(f)
}
