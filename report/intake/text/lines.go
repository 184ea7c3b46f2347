package text

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/report/document"
)

// maxLines bounds the lines that are read: a document has no room for more.
const maxLines = document.MaxBlocks + document.MaxCells

// line is one line that is not blank.
type line struct {
	text string // with its tabs where it is tabbed, else without blanks around it
	kind kind
	// level is that of a heading in Markdown.
	level int
	// apart says that a blank line stands before it.
	apart bool
}

// kind says what a line may be a part of.
type kind int

const (
	plain  kind = iota
	tabbed      // has cells between tabs
	piped       // has pipes
)

// split gives the lines that are not blank; cut says that there are more.
func split(text string) (lines []line, cut bool) {
	start, apart := 0, false
	add := func(end int) {
		if l := newLine(text[start:end]); l.text == "" {
			apart = true
		} else {
			l.apart = apart
			lines, apart = append(lines, l), false
		}
	}
	for i, r := range text {
		switch r {
		// U+0085 and U+2028 end a line in files from other systems, a form feed a page, a vertical tab a line within a paragraph of Word.
		case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
			if r != '\n' || i == 0 || text[i-1] != '\r' {
				add(i)
			}
			start = i + utf8.RuneLen(r)
			if len(lines) == maxLines {
				return lines, true
			}
		}
	}
	add(len(text))
	return lines, false
}

func newLine(text string) line {
	l := line{text: trim(text)}
	switch {
	case strings.Contains(l.text, "|"), strings.Contains(l.text, "｜"):
		l.text = strings.ReplaceAll(l.text, "｜", "|")
		switch bordered := l.text[0] == '|' || l.text[len(l.text)-1] == '|'; {
		case !bordered && prose(l.text):
		case bordered && prose(trim(strings.Trim(l.text, "|"))) && strings.Count(strings.Trim(l.text, "|"), "|") == 0:
			l.text = trim(strings.Trim(l.text, "|")) // a frame around a paragraph
		default:
			l.kind = piped
		}
	case l.text != "" && tabs(text) > 0 && !prose(l.text):
		l.text, l.kind = text, tabbed
	}
	return l
}

// tabs counts the tabs of a line that do not merely indent it.
func tabs(text string) int { return strings.Count(strings.TrimLeftFunc(text, unicode.IsSpace), "\t") }

// trim takes blanks off both ends, those of no width among them.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' })
}

// prose says that a text is a sentence and no label of a table.
func prose(s string) bool {
	if len(s) > 240 || strings.Contains(s, "。") && len(s) > 90 {
		return true
	}
	end, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("。；！？", end) && len(s) > 6
}

var (
	headingPat = regexp.MustCompile(`(?:情况|事项|问题|措施|意见|计划|打算|安排|诉讼|复议|概述|附表)[。：:]?$`)
	numberPat  = regexp.MustCompile(`^(?:第?[一二三四五六七八九十]{1,3}(?:部分)?|[（(][一二三四五六七八九十]{1,3}[)）])[、.．，,：:\s]`)
	yearPat    = regexp.MustCompile(`^[（(]?(?:[12１２][0-9０-９]{3}|[一二][〇○零Ｏ一二三四五六七八九]{3})\s*(?:年|[-./]\s*[0-9]{1,2}\s*[-./])`)
	asidePat   = regexp.MustCompile(`^[（(]?(?:单位|注|备注|说明|附件|附表|填报|表\s*[0-9一二三四五])`)
	titlePat   = regexp.MustCompile(`^第(?:二十|20|２０)条\s*第.{1,5}项$`)
	startPat   = regexp.MustCompile(`^(?:[（(]?[一二三四五六七八九十]{1,2}[)）、.．]|[0-9０-９]{1,2}[、.．](?:[^0-9０-９]|$)|第.{1,4}条|其中|信息内容)`)
	valuePat   = regexp.MustCompile(`^(?:[-+－＋−—增减]?\s*[0-9０-９][0-9０-９,，.．]*\s*%?(?:亿元|万元|元|件|条|次|人|个|篇|人次|场|期|项)?|无|/|／|-+|—+)$`)
)

// outside says that a line without pipes that stands between lines with pipes is no part of their table but a paragraph: a sentence, a
// date, a note, a section's heading. A heading without a number is longer than the heads of columns are.
func (l line) outside() bool {
	s := l.text
	return l.level > 0 || prose(s) || yearPat.MatchString(s) || asidePat.MatchString(s) || headingPat.MatchString(s) && (numberPat.MatchString(s) || len(s) >= 24)
}

// value says that a text is what the cell of a figure holds.
func value(s string) bool { return len(s) <= 36 && valuePat.MatchString(s) }
