package text

import (
	"regexp"
	"slices"
	"strings"
)

var (
	atxPat    = regexp.MustCompile(`^#{1,6} +\S`)
	boldPat   = regexp.MustCompile(`^\*\*[^*]+\*\*$`)
	rulePat   = regexp.MustCompile(`^\|? *(?::-+:?|-+:|-{2,}) *(?:\| *(?::-+:?|-+:|-{2,}) *)+\|?$`)
	breakPat  = regexp.MustCompile(`(?i)<br */?>`)
	escapePat = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")
)

// escapedPipe stands for an escaped pipe while lines are divided at the others; Decode has left no such character in a text.
const escapedPipe = "\x00"

// isMarkdown says that a text has headings, bold lines or tables as Markdown writes them.
func isMarkdown(text string) bool {
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l == "" || len(l) > 2000 {
			continue
		}
		switch l[0] {
		case '#':
			if atxPat.MatchString(l) {
				return true
			}
		case '*':
			if boldPat.MatchString(l) {
				return true
			}
		case '|', ':', '-':
			if rulePat.MatchString(l) {
				return true
			}
		}
	}
	return false
}

// unmarked takes the marks off the lines that are not rows of tables.
func unmarked(lines []line) []line {
	for i := range lines {
		if l := &lines[i]; l.kind == plain {
			l.level, l.text = unmark(l.text)
			l.text = trim(l.text)
		}
	}
	return slices.DeleteFunc(lines, func(l line) bool { return l.text == "" })
}

// unmark takes the marks off a line and says what level of heading it is, 0 for none.
func unmark(text string) (level int, plain string) {
	if atxPat.MatchString(text) {
		level = len(text) - len(strings.TrimLeft(text, "#"))
		text = strings.TrimRight(trim(text[level:]), "# ")
	}
	text = strings.ReplaceAll(text, "**", "")
	return level, strings.ReplaceAll(escapePat.ReplaceAllString(text, "$1"), escapedPipe, "|")
}

func unmarkCell(text string) string {
	_, text = unmark(breakPat.ReplaceAllString(text, "\n"))
	return trim(text)
}

// rule says that a row is the line of hyphens under the head of a table.
func rule(cells []string) bool {
	for _, cell := range cells {
		if strings.Trim(cell, ":-") != "" || !strings.Contains(cell, "--") && !strings.Contains(cell, ":-") && !strings.Contains(cell, "-:") {
			return false
		}
	}
	return true
}

// newMarkdownTable says that another table begins at a line: after a blank line, over a line of hyphens. In plain text a blank line
// between rows means nothing.
func (r *reader) newMarkdownTable(at int) bool {
	return r.markdown && r.lines[at].apart && at+1 < len(r.lines) && r.lines[at+1].kind == piped && rule(r.style.cells(r.lines[at+1].text))
}
