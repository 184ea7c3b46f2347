package review

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

// emptyHeads finds heads with nothing below: the next head of the same or a higher level follows at once. A list of short items is
// none: the other heads of the list must have something below.
func (w *markWalk) emptyHeads(blocks []report.Block) {
	paragraphs := strings.Split(w.part.Text, "\n")
	fixedAfter := fixedBehind(blocks)
	first := make([]int, len(paragraphs)) // the mark that begins a paragraph, and one; 0 for none
	for i := range w.marks {
		if m := &w.marks[i]; m.line && m.style <= markSmall && m.paragraph < len(first) {
			first[m.paragraph] = i + 1
		}
	}
	full, brief, empty := map[int]int{}, map[int]int{}, map[int][]int{} // by list; brief are items as short as a head that are none
	for at, mark := range first {
		if mark == 0 {
			continue
		}
		m, list := &w.marks[mark-1], w.lists[mark-1]
		if m.style != markBracket && m.style != markArabic {
			continue
		}
		next := at + 1
		for next < len(paragraphs) && strings.TrimSpace(paragraphs[next]) == "" {
			next++
		}
		alone := next == len(paragraphs) || first[next] > 0 && w.marks[first[next]-1].style <= m.style
		if !alone || fixedAfter[at] || !headOnly(paragraphs[at], m) {
			if full[list]++; !alone {
				continue
			}
			if line := strings.TrimRight(strings.TrimSpace(paragraphs[at]), "。；;"); utf8.RuneCountInString(line) <= headLength && !hasRune(line, "。，；：,;:") {
				brief[list]++
			}
			continue
		}
		empty[list] = append(empty[list], mark-1)
	}
	for i := range w.marks { // in order of the text
		list := w.lists[i]
		if len(empty[list]) == 0 || empty[list][0] != i {
			continue
		}
		empty[list] = empty[list][1:]
		if brief[list] > 1 || full[list] < 2 || full[list] < 2*(len(empty[list])+1) {
			continue
		}
		m := &w.marks[i]
		line := strings.TrimSpace(paragraphs[m.paragraph])
		f := w.part.Mark("heading.number", report.SeverityWarning, m.start, m.start+len(line), fmt.Sprintf("“%s”下面没有内容。", line))
		f.Hint = "写上内容，或者删去这个标题。"
		w.add(f)
	}
}

// headEnds are words that a head ends with and a sentence does not.
var headEnds = []string{"情况", "公开", "管理", "建设", "保障", "方面", "工作", "申请", "机制", "措施", "解读", "回应", "培训", "监督", "领导", "考核", "服务", "平台", "渠道", "制度", "内容"}

// headLength is, in characters, the longest head that is certainly no sentence.
const headLength = 14

// headOnly reports whether a paragraph is a head and nothing more.
func headOnly(line string, m *numberMark) bool {
	line = strings.TrimSpace(line)
	if len(line) > m.end-m.start+2*headLength*len("字") {
		return false // marks behind it or not
	}
	line = strings.TrimRight(line, "。：: 　")
	if len(line) < m.end-m.start {
		return false
	}
	name := line[m.end-m.start:]
	if utf8.RuneCountInString(name) > headLength || containsAny(name, []string{"，", ",", "。", "；", ";", "：", ":", "没", "未", "不", "已", "了", "无", "需", "全部", "均"}) {
		return false
	}
	return endsInAny(name, headEnds)
}

// fixedBehind tells behind which paragraphs of a text a table or a picture stands.
func fixedBehind(blocks []report.Block) map[int]bool {
	behind := map[int]bool{}
	at := -1
	for _, b := range blocks {
		if b.Table != "" || b.Grid != nil || b.Chart != nil {
			behind[at] = true
			continue
		}
		at += 1 + strings.Count(b.Text, "\n")
	}
	return behind
}
