package review

import (
	"fmt"
	"strings"

	"nianbao/report"
)

var headings = family{
	rules: []Rule{{
		Code:       "heading.number",
		Severities: []report.Severity{report.SeverityWarning, report.SeverityHint},
		Finds:      "Numbers of headings and of lists that are skipped, repeated or out of level, headings with nothing below; differences of style are hints.",
		Example:    "（一）后面接着是（三）；（一）下面直接用（1）；一是、二是、四是。",
	}},
	check: checkHeadings,
}

// tableLeft stands in texts that are what is left of an official table; their numbers are the table's business.
const tableLeft = "其他法律行政法规禁止公开"

func checkHeadings(s *Subject) {
	soft := false
	for _, n := range s.Report.Notes {
		soft = soft || n.Code == "read.lost_digits"
	}
	checkSectionNumbers(s)
	for i := range s.Report.Sections {
		sec := &s.Report.Sections[i]
		p := s.Part(sec.Key)
		if p == nil || p.Text == "" || contains(p.Text, tableLeft) {
			continue
		}
		marks := p.listMarks()
		if len(marks) == 0 {
			continue
		}
		w := newMarkWalk(p, marks, soft, s.Add)
		if w.before = p.Heading; i == 0 {
			w.before += s.Report.Preface
		}
		w.run()
		w.emptyHeads(sec.Blocks)
	}
}

// checkSectionNumbers follows the numbers of the sections. A section without heading may have lost it in copying, and a gap where a
// section of the outline is missing is that finding's business.
func checkSectionNumbers(s *Subject) {
	type numbered struct {
		section *report.Section
		mark    numberMark
	}
	var heads []numbered
	var unknown []int // sections without a number before each head
	pending := 0
	styles := map[markStyle]int{}
	for i := range s.Report.Sections {
		sec := &s.Report.Sections[i]
		heading := strings.TrimSpace(sec.Heading)
		if bareNumber(heading) {
			s.Add(report.Finding{Code: "heading.number", Severity: report.SeverityWarning, Section: sec.Key, Quote: heading,
				Message: fmt.Sprintf("标题“%s”只有编号，没有名称。", heading), Hint: "写上这一部分的名称。", Found: heading})
		}
		marks := numberMarks(firstRunes(heading, 12))
		if len(marks) == 0 || marks[0].start != 0 || marks[0].style > markArabic && marks[0].style != markOrdinal {
			pending++
			continue
		}
		heads, unknown, pending = append(heads, numbered{sec, marks[0]}), append(unknown, pending), 0
		styles[marks[0].style]++
	}
	if len(heads) < 2 {
		return
	}
	gone := s.outlineGone()
	counted, right := pending == 0, 0 // counted: the last head has the number of its place, so that every other should have it, too
	for i, h := range heads {
		counted = counted && unknown[i] == 0
		if h.mark.n == i+1 {
			right++
		}
	}
	counted = counted && heads[len(heads)-1].mark.n == len(heads) && 2*right >= len(heads)
	expected := 1
	for i, h := range heads {
		low, n := expected, h.mark.n
		high := expected + unknown[i]
		if i == 0 {
			low = 1
		}
		if counted {
			low, high = i+1, i+1
		}
		follows := func(m int) bool { return i+1 < len(heads) && unknown[i+1] == 0 && heads[i+1].mark.n == m }
		if styles[h.mark.style] == 1 && len(heads) > 2 && n >= low && n <= high && !bareNumber(strings.TrimSpace(h.section.Heading)) {
			f := report.Finding{Code: "heading.number", Severity: report.SeverityHint, Section: h.section.Key, Quote: h.section.Heading,
				Message: fmt.Sprintf("“%s”的编号样式与其他标题不同。", h.section.Heading), Hint: "各部分的标题用同一种编号。"}
			s.Add(f)
		}
		expected = n + 1
		if n >= low && n <= high {
			continue
		}
		if n > high && n <= high+gone && !counted {
			gone -= n - high
			continue
		}
		want := markText(h.mark.style, high, h.mark.sign)
		f := report.Finding{Code: "heading.number", Severity: report.SeverityWarning, Section: h.section.Key, Quote: h.section.Heading,
			Expected: want, Found: h.section.Heading[:h.mark.end], Hint: "按顺序给各部分编号。"}
		switch {
		case i == 0 && unknown[0] == 0:
			f.Message = fmt.Sprintf("第一部分的标题“%s”不是从“%s”编起。", h.section.Heading, want)
		case i > 0 && n == heads[i-1].mark.n:
			f.Message = fmt.Sprintf("标题“%s”与“%s”编号重复。", h.section.Heading, heads[i-1].section.Heading)
		case i > 0 && n > high:
			f.Message = fmt.Sprintf("标题“%s”后面接着是“%s”，缺少“%s”。", heads[i-1].section.Heading, h.section.Heading, want)
		default:
			f.Message = fmt.Sprintf("标题“%s”的编号应为“%s”。", h.section.Heading, want)
		}
		if follows(high + 1) {
			expected = high + 1 // wrong by itself
		}
		s.Add(f)
	}
}

// bareNumber reports whether a heading is a number and nothing more: 六、, （六）, 第六部分.
func bareNumber(heading string) bool {
	name := strings.TrimSuffix(strings.TrimPrefix(heading, "第"), "部分")
	return len(heading) <= 8*len("字") && heading != "" && strings.Trim(name, "一二三四五六七八九十0123456789、.．，（）()：: \u3000\u00a0") == "" && hasRune(name, "一二三四五六七八九十0123456789")
}

// outlineGone is how many sections of the outline are not there.
func (s *Subject) outlineGone() int {
	n := 0
	if s.Edition != nil {
		for _, p := range s.Edition.Outline {
			if !p.Attachment && s.Report.Section(p.Key) == nil {
				n++
			}
		}
	}
	return n
}
