package review

import (
	"fmt"
	"strings"

	"nianbao/report"
)

const codeResidue = "residue"

var residues = family{
	rules: []Rule{{
		Code: codeResidue, Severities: []report.Severity{report.SeverityWarning},
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
}

var residueLexicon = newWordingLexicon(residueStrings())

func residueStrings() []string {
	words := make([]string, len(residueMarks))
	for i, m := range residueMarks {
		words[i] = m.text
	}
	return words
}

func checkResidue(s *Subject) {
	for _, p := range s.Parts {
		for _, f := range residuesOf(p) {
			s.Add(f)
		}
		if p.Heading != "" {
			for _, f := range residuesOf(&Part{Key: p.Key, Text: p.Heading}) {
				f.Start, f.End, f.Fix = 0, 0, nil // a heading is not in the text that findings count in
				s.Add(f)
			}
		}
	}
}

func residuesOf(p *Part) []report.Finding {
	var out []report.Finding
	t := residueText{part: p, text: p.Text}
	done := 0
	residueLexicon.each(p.Text, func(i, start, end int) bool {
		m := residueMarks[i]
		if start, end = m.where(t, start, end); end == 0 || start < done {
			return false
		}
		done = end
		f := p.Mark(codeResidue, report.SeverityWarning, start, end, fmt.Sprintf("“%s”像是%s。", residueShort(p.Text[start:end]), m.what))
		f.Hint = "删去，或者改成实际内容。"
		f.Found = p.Text[start:end]
		if from, to := t.line(start); from == start && to == end && m.what == fromPage {
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

// residueShort keeps a message readable.
func residueShort(s string) string {
	if r := []rune(s); len(r) > 24 {
		return string(r[:24]) + "…"
	}
	return s
}

// line is the line in which a byte stands, without blanks at its ends.
func (t residueText) line(at int) (start, end int) {
	start = strings.LastIndexByte(t.text[:at], '\n') + 1
	end = len(t.text)
	if i := strings.IndexByte(t.text[at:], '\n'); i >= 0 {
		end = at + i
	}
	line := t.text[start:end]
	start += len(line) - len(strings.TrimLeft(line, residueBlanks))
	end = max(start, start+len(strings.TrimRight(t.text[start:end], residueBlanks)))
	return start, end
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
