package review

import (
	"fmt"
	"strings"

	"nianbao/report"
)

// quotedLongest is the longest set phrase in quotation marks, in runes.
const quotedLongest = 12

// quotedPhrases finds set phrases between “ and ” that are one character away from how they are written, outside the ranges in marked.
func (s *Subject) quotedPhrases(p *Part, marked [][2]int) {
	text := p.Text
	for at := 0; ; {
		i := indexOf(text[at:], "“")
		if i < 0 {
			return
		}
		start := at + i + len("“")
		at = start
		length := indexAny(text[start:min(len(text), start+quotedLongest*len("字")+len("”"))], "“”，。\n")
		if length < 0 || !strings.HasPrefix(text[start+length:], "”") {
			continue
		}
		end := start + length
		marked = marksFrom(marked, start)
		right := quotedRight(text[start:end])
		if right == "" || len(marked) > 0 && marked[0][0] < end {
			continue
		}
		f := p.Mark(codePhrase, report.SeverityHint, start, end, fmt.Sprintf("“%s”可能是“%s”之误。", text[start:end], right))
		f.Hint, f.Expected, f.Found = "核对固定说法。", right, text[start:end]
		f.Fix = p.Fix(start, end, right, "改为“"+right+"”")
		s.Add(f)
	}
}

// quotedRight is the set phrase that what stands in quotation marks is one character away from; "" for none. Of short ones no character is
// put in or left out: that would be another word.
func quotedRight(phrase string) string {
	if phraseTable.right[phrase] {
		return ""
	}
	has := []rune(phrase)
	for i, want := range phraseTable.quoted {
		n := len(has) - len(want)
		if n < -1 || n > 1 || len(want) < 4 && n != 1 || has[0] != want[0] && has[len(has)-1] != want[len(want)-1] || editDistance(has, want) != 1 {
			continue
		}
		return phraseTable.Quoted[i]
	}
	return ""
}
