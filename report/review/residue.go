package review

import (
	"fmt"
	"strings"

	"nianbao/report"
)

const codeResidue = "residue"

var residues = family{
	rules: []Rule{{
		Code: codeResidue, Severities: []report.Severity{report.SeverityWarning, report.SeverityHint},
		Finds:   "Left-overs of a template, an instruction, a web page, a program or another document: placeholders, 本级政府（本部门）, buttons of a page, field errors of Word, drafts' marks in the title.",
		Example: "现将2023年度本级政府（本部门）信息公开工作年度报告公布如下。",
	}},
	check: checkResidue,
}

// residueMark is a string that points to a left-over.
type residueMark struct {
	text string
	// what it is left over from, for the message.
	what string
	// where looks at the place and gives the bytes that are left over; to is 0 where the string is right there.
	where func(t residueText, start, end int) (from, to int)
}

// residueText is the text in which a mark stands.
type residueText struct {
	part *Part
	text string
	lost bool // copying has lost digits of this document
	// last is the line that was looked at last, so that many marks in one long line cost no more than one.
	last *residueLine
}

// residueLine are the bounds of a line, those without the blanks at its ends, and where it goes on behind the label of a part.
type residueLine struct{ start, end, from, to, behind int }

func residueStrings() []string {
	words := make([]string, len(residueMarks))
	for i, m := range residueMarks {
		words[i] = m.text
	}
	return words
}

func checkResidue(s *Subject) {
	if s.Context.Mode == report.AsRead {
		residuesBeside(s)
	}
	lost := s.lostDigits()
	for _, p := range s.Parts {
		for _, f := range residuesOf(p, lost) {
			s.Add(f)
		}
		if p.Head != nil {
			for _, f := range residuesOf(p.Head, lost) {
				f.Start, f.End, f.Fix = 0, 0, nil // a heading is not in the text that findings count in
				s.Add(f)
			}
		}
	}
}

// residuePage are words of a page that a document was copied from, and of the program that copied it. What else stands around the text of a
// page belongs there.
var residuePage = []string{"扫一扫", "扫描二维码", "打开当前页", "打印本页", "关闭窗口", "关闭本页", "【打印", "[打印", "分享到", "-None", "undefined"}

// residuesBeside tells of what stood in a document and was left out of the report as it was read.
func residuesBeside(s *Subject) {
	for _, n := range s.Report.Notes {
		if n.Code != "read.chrome" {
			continue
		}
		for line := range strings.Lines(n.Near) {
			if line = strings.TrimSpace(line); !containsAny(line, residuePage) {
				continue
			}
			s.Add(report.Finding{Code: codeResidue, Severity: report.SeverityHint, Section: report.PartClosing, Quote: line, Found: short(line),
				Message: fmt.Sprintf("文件里有“%s”，像是%s；读取时没有放进正文。", short(line), fromPage), Hint: "从文件里删去。"})
			return
		}
	}
}

func residuesOf(p *Part, lost bool) []report.Finding {
	var out []report.Finding
	t := residueText{part: p, text: p.Text, lost: lost, last: &residueLine{end: -1}}
	done, brackets := 0, residueBrackets(t)
	for _, b := range brackets {
		if residueMentioned(t, b[0], b[1]) {
			continue
		}
		out = append(out, residueFound(p, b[0], b[1], fromInstruction))
	}
	p.each(useResidue, func(i, start, end int) bool {
		m := residueMarks[i]
		if start, end = m.where(t, start, end); end == 0 || start < done || residueMentioned(t, start, end) {
			return false
		}
		done = end
		for len(brackets) > 0 && brackets[0][1] <= start {
			brackets = brackets[1:]
		}
		if len(brackets) > 0 && brackets[0][0] < end { // told already
			return true
		}
		f := residueFound(p, start, end, m.what)
		if from, to := t.line(start); from == start && to == end && m.what == fromPage && strings.Trim(p.Text[t.last.start:from], residueBlanks) == "" {
			if to < len(p.Text) { // the line with its end
				to++
			} else if from > 0 {
				from--
			}
			f.Fix = p.Fix(from, to, "", "删去这一行")
		}
		out = append(out, f)
		return true
	})
	return out
}

// residueFound is the finding on the bytes from start to end.
func residueFound(p *Part, start, end int, what string) report.Finding {
	f := p.Mark(codeResidue, report.SeverityWarning, start, p.bounded(start, end), fmt.Sprintf("“%s”像是%s。", short(p.Text[start:end]), what))
	f.Hint, f.Found = "删去，或者改成实际内容。", short(p.Text[start:end])
	if what == fromBlank {
		f.Severity, f.Hint = report.SeverityHint, "核对后补上。"
	}
	return f
}

// line is the line in which a byte stands, without blanks at its ends, and without the label of a part before it.
func (t residueText) line(at int) (start, end int) {
	if l := t.last; at < l.start || at > l.end {
		l.start, l.end = strings.LastIndexByte(t.text[:at], '\n')+1, len(t.text)
		if i := strings.IndexByte(t.text[at:], '\n'); i >= 0 {
			l.end = at + i
		}
		line := t.text[l.start:l.end]
		l.from = l.start + len(line) - len(strings.TrimLeft(line, residueBlanks))
		l.to = max(l.from, l.from+len(strings.TrimRight(t.text[l.from:l.end], residueBlanks)))
		l.behind = l.from + residueBehindLabel(t.text[l.from:l.to])
	}
	if t.last.behind <= at {
		return t.last.behind, t.last.to
	}
	return t.last.from, t.last.to
}

const residueBlanks = " \t\r\u3000\u00a0"

// before and after are the runes around a range, a line feed at the ends.
func (t residueText) before(at int) rune { return residueLast(t.text[:at]) }
func (t residueText) after(at int) rune  { return residueFirst(t.text[at:]) }

func residueFirst(s string) rune {
	for _, r := range s {
		return r
	}
	return '\n'
}

func residueLast(s string) rune {
	r := []rune(s[max(0, len(s)-4):])
	if len(r) == 0 {
		return '\n'
	}
	return r[len(r)-1]
}
