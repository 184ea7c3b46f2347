package review

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

// checkPointCount holds announced numbers of points against the lists that follow or go before: 存在以下三个问题：一是…二是…
func checkPointCount(s *Subject) {
	for i := range s.Report.Sections {
		p := s.Part(s.Report.Sections[i].Key)
		if p == nil || p.Text == "" || contains(p.Text, tableLeft) {
			continue
		}
		var marks []numberMark
		runes, starts := p.Runes()
		for _, i := range p.Others() {
			at, r := int(starts[i]), runes[i]
			switch r {
			case '：', ':', '\n':
			case '。', '，', ',':
				if !beginsWith(p.Text[at+utf8.RuneLen(r):], firstPoints) {
					continue
				}
			default:
				continue
			}
			n, start, end := pointsBefore(p.Text, at)
			if n < 2 || r == '。' && containsAny(p.Text[max(0, start-12*len("字")):start], []string{"整改", "解决", "销号"}) { // 已整改3个问题。一是…
				continue
			}
			if marks == nil {
				marks = p.listMarks()
			}
			s.checkPoints(p, marks, at+utf8.RuneLen(r), n, start, end)
		}
		s.checkPointsAbove(p)
	}
}

// longestList is how many numbers are looked at behind an announcement, and mostAbove how often lists are looked for before one.
const (
	longestList = 60
	mostAbove   = 20
)

// firstPoints begin lists that stand right behind a stop or a comma.
var firstPoints = []string{"一是", "第一，", "第一,", "（一）", "(一)", "1.", "1、", "①"}

// pointWords are the classifiers of points.
var pointWords = []string{"个方面", "方面", "点", "个", "项", "条", "类", "大"}

// timeWords are what is no point behind its classifier: 7个工作日内公示。一是….
var timeWords = []string{"工作日", "自然日", "交易日", "月", "小时", "季度", "星期", "学期", "年度"}

// pointNouns are what is counted in points, before the number: 不足主要有两点.
var pointNouns = []string{"问题", "不足", "措施", "困难", "短板", "差距", "举措", "做法", "原因", "特点", "打算", "薄弱环节"}

// pointsBefore reads the number of points that the clause before a colon announces; text[start:end] is 三个方面.
func pointsBefore(text string, colon int) (n, start, end int) {
	if inner, quoted := strings.CutSuffix(text[:colon], "”"); quoted { // “三个到位”：一是…
		return quotedPoints(inner)
	}
	from := colon
	for range 30 {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if size == 0 || endsClause(r) {
			break
		}
		from -= size
	}
	for i, r := range text[from:colon] {
		switch r {
		case '两', '二', '三', '四', '五', '六', '七', '八', '九', '十', '2', '3', '4', '5', '6', '7', '8', '9', '1':
		default:
			continue
		}
		at := from + i
		if before, _ := utf8.DecodeLastRuneInString(text[:at]); strings.ContainsRune("第十一二三四五六七八九0123456789.", before) {
			continue
		}
		value, width := 0, 0
		if strings.HasPrefix(text[at:], "两") {
			value, width = 2, len("两")
		} else {
			value, _, width = markNumber(text[at:colon])
		}
		if value < 2 || value > 12 {
			continue
		}
		width += len(text[at+width:colon]) - len(strings.TrimLeft(text[at+width:colon], " \u3000\u00a0"))
		if at+width == colon && strings.HasSuffix(text[from:at], "有") && containsAny(text[from:at], pointNouns) { // 措施有三：
			return value, at, colon
		}
		for _, word := range pointWords {
			if rest, ok := strings.CutPrefix(text[at+width:colon], word); ok && !beginsWith(rest, timeWords) {
				n, start, end = value, at, at+width+len(word)
				break
			}
		}
	}
	if n == 0 || utf8.RuneCountInString(text[end:colon]) > 8 || containsAny(text[end:colon], []string{"余", "多", "县", "乡", "镇", "村", "单位", "部门", "账号", "专栏", "栏目"}) {
		return 0, 0, 0
	}
	if !containsAny(text[end:colon], []string{"问题", "不足", "方面", "措施", "工作", "困难", "短板", "差距", "情况", "特点", "举措", "做法", "结合", "到位", "环节", "领域", "机制", "关口", "抓手", "转变", "任务", "重点"}) && !contains(text[start:end], "方面") && !containsAny(text[from:start], []string{"以下", "如下"}) && !(end == colon && containsAny(text[from:start], pointNouns)) {
		return 0, 0, 0
	}
	return n, start, end
}

// quotedPoints reads the number of points in a catchword that a text ends with: “三个到位.
func quotedPoints(text string) (n, start, end int) {
	open := strings.LastIndex(text, "“")
	if open < 0 || len(text)-open > len("“十二个不到位”") {
		return 0, 0, 0
	}
	start = open + len("“")
	value, _, width := markNumber(text[start:])
	if strings.HasPrefix(text[start:], "两") {
		value, width = 2, len("两")
	}
	if value < 2 || value > 12 || !beginsWith(text[start+width:], []string{"个", "项", "条"}) {
		return 0, 0, 0
	}
	return value, start, len(text)
}

// endsClause reports whether a mark ends a clause, or stands around words that are quoted.
func endsClause(r rune) bool {
	switch r {
	case '。', '；', ';', '，', ',', '\n', '：', ':', '”', '“', '？', '！':
		return true
	}
	return false
}

// checkPoints counts the list that begins right behind a colon.
func (s *Subject) checkPoints(p *Part, marks []numberMark, colon, n, start, end int) {
	first := firstMark(marks, colon)
	if first == len(marks) || marks[first].n != 1 || strings.TrimSpace(p.Text[colon:marks[first].start]) != "" {
		return
	}
	head := &marks[first]
	count, items, last := 1, 1, head
	for i := first + 1; i < min(len(marks), first+longestList); i++ {
		m := &marks[i]
		if m.line && m.style < head.style && head.style < markIs || m.line && m.style <= markBracket && head.style >= markIs && head.style != m.style {
			break
		}
		if m.key() != head.key() {
			continue
		}
		if m.n == 1 || m.n != count+1 {
			if m.n == n {
				return // a list within the list
			}
			if m.n == 1 && m.paragraph != last.paragraph {
				break
			}
			if m.n >= count && (m.paragraph == last.paragraph || m.n == count && m.line) { // skipped, or said twice
				items++
			}
			continue
		}
		count, items, last = m.n, items+1, m
	}
	if count == n || items == n {
		return // or its numbers are what is wrong
	}
	tail := firstRunes(p.Text[last.end:], 300)
	if i := strings.IndexByte(tail, '\n'); i >= 0 {
		tail = tail[:i]
	}
	w := markWalk{part: p}
	if count < n && (containsAny(tail, []string{"此外", "另外", "最后", "同时", "还有", "再次", "其余", "剩余"}) || w.written(tail, last, count+1)) {
		return
	}
	said := p.Text[start:end]
	f := p.Mark("parts.count", report.SeverityWarning, start, end, fmt.Sprintf("写的是“%s”，后面列了 %d 条。", said, count))
	f.Expected, f.Found, f.Hint = strconv.Itoa(count), strconv.Itoa(n), "核对各条，改正数目。"
	s.Add(f)
}

// firstMark is the index of the first mark at or behind a place.
func firstMark(marks []numberMark, at int) int {
	low, high := 0, len(marks)
	for low < high {
		if mid := (low + high) / 2; marks[mid].start < at {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// checkPointsAbove holds 以上两点问题 against the lists before it. Only where there is one list does it prove anything.
func (s *Subject) checkPointsAbove(p *Part) {
	looked := 0
	for _, word := range []string{"以上", "上述"} {
		for at := 0; looked < mostAbove; {
			i := indexOf(p.Text[at:], word)
			if i < 0 {
				break
			}
			at += i + len(word)
			rest := p.Text[at:]
			value, _, width := markNumber(rest)
			if strings.HasPrefix(rest, "两") {
				value, width = 2, len("两")
			}
			if value < 2 || value > 12 {
				continue
			}
			for _, classifier := range pointWords {
				if strings.HasPrefix(rest[width:], classifier) && containsAny(firstRunes(rest[width:], 8), []string{"问题", "不足", "困难", "短板"}) {
					looked++
					s.checkListsAbove(p, at, value, at+width+len(classifier))
					break
				}
			}
		}
	}
}

func (s *Subject) checkListsAbove(p *Part, start, n, end int) {
	above := &Part{Key: p.Key, Text: p.Text[max(0, start-backLimit):start], room: p.room}
	for start-len(above.Text) > 0 && len(above.Text) > 0 && !utf8.RuneStart(above.Text[0]) {
		above.Text = above.Text[1:]
	}
	marks := numberMarks(above.Text)
	w := newMarkWalk(above, marks, false, func(report.Finding) {})
	w.run()
	most := map[int]int{}
	for i, list := range w.lists {
		most[list] = max(most[list], marks[i].n)
	}
	count := 0
	for _, m := range most {
		switch {
		case m == n:
			return
		case m > 1:
			if count > 0 {
				return // which of them is meant?
			}
			count = m
		}
	}
	if count == 0 {
		return
	}
	f := p.Mark("parts.count", report.SeverityWarning, start, end, fmt.Sprintf("写的是“%s”，前面列了 %d 条。", p.Text[start:end], count))
	f.Expected, f.Found, f.Hint = strconv.Itoa(count), strconv.Itoa(n), "核对各条，改正数目。"
	s.Add(f)
}
