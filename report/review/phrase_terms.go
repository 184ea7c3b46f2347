package review

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

// termHalf is one half of a set phrase: a slip of one character leaves the other half whole, so that the whole half finds it.
type termHalf struct {
	words  string // the half that is looked for
	other  []rune // what must stand behind it, or before it
	right  string
	ahead  bool // other stands behind
	long   bool // long enough that a slip may stand at its ends
	strict bool // the slip must sound or look like what is right
	sure   bool // a warning
}

// longTerm is how long a set phrase is in which the first and the last character may be the wrong one: of shorter ones that would be other words.
const longTerm = 9

// longestHalf is the longest half for which no memory is taken.
const longestHalf = 12

// termHalves are the halves of set phrases; sure says that what is one character away cannot be right.
func termHalves(terms []string, sure bool) (halves []termHalf) {
	for _, term := range terms {
		runes := []rune(term)
		middle := len(runes) / 2
		head, tail := runes[:middle], runes[middle:]
		long := len(runes) >= longTerm
		halves = append(halves,
			termHalf{words: string(head), other: tail, right: term, ahead: true, long: long, sure: sure},
			termHalf{words: string(tail), other: head, right: term, long: long, sure: sure})
	}
	return halves
}

// briefSlips are the forms of a short set phrase with one character that sounds or looks like the right one, but for those that are right or
// listed.
func briefSlips(phrase string, right map[string]bool, listed []officialPhrase) (slips []officialPhrase) {
	runes := []rune(phrase)
	for place, r := range runes {
		for _, alike := range slices.Concat(wordingSounds.sounds[r], wordingSounds.shapes[r]) {
			runes[place] = alike
			wrong := string(runes)
			if alike != r && !right[wrong] && !slices.ContainsFunc(listed, func(o officialPhrase) bool { return o.Wrong == wrong }) {
				slips = append(slips, officialPhrase{Wrong: wrong, Right: phrase, Severity: report.SeverityHint})
			}
		}
		runes[place] = r
	}
	return slips
}

// slip is the range of a phrase with one wrong, lost or displaced character whose whole half stands at a range of bytes.
func (h *termHalf) slip(text string, start, end int) (from, to int, ok bool) {
	var runes [longestHalf]rune
	var places [longestHalf + 1]int
	if h.ahead {
		if strings.HasPrefix(text[start:], h.right) { // as nearly always
			return 0, 0, false
		}
		window, at := runesAhead(text, end, len(h.other), runes[:0], places[:0])
		n := h.differs(window)
		if n == 0 {
			return 0, 0, false
		}
		return start, at[n], !phraseTable.right[text[start:at[n]]]
	}
	if strings.HasSuffix(text[:end], h.right) {
		return 0, 0, false
	}
	window, at := runesBehind(text, start, len(h.other), runes[:0], places[:0])
	n := h.differs(window)
	if n == 0 {
		return 0, 0, false
	}
	from = at[len(window)-n]
	return from, end, !phraseTable.right[text[from:end]]
}

// differs is how many characters of a window are the other half with one slip in it; 0 where they are not, or are right.
func (h *termHalf) differs(window []rune) int {
	want := h.other
	first, last := 0, -1 // of the characters that differ
	if len(window) == len(want) {
		for i := range want {
			if window[i] != want[i] {
				if last < 0 {
					first = i
				}
				last = i
			}
		}
		if last < 0 {
			return 0
		}
		edge := (!h.long && (h.ahead && last == len(want)-1 || !h.ahead && first == 0) || h.strict) && !wordingSounds.alike(window[first], want[first])
		swapped := last == first+1 && window[first] == want[last] && window[last] == want[first] && isHan(window[first]) && isHan(window[last])
		word := h.long && last == first+1 && len(want) > 5 && isHan(window[first]) && isHan(window[last]) && isHan(want[first]) && isHan(want[last])
		if swapped || word || first == last && !edge && isHan(window[first]) && isHan(want[first]) {
			return len(want)
		}
	}
	// One is lost: not the outermost, whose place others take.
	short := window
	if len(short) == len(want) {
		if short = window[:len(want)-1]; !h.ahead {
			short = window[1:]
		}
	}
	if len(short) != len(want)-1 || len(short) < 2 || h.strict {
		return 0
	}
	i := 0
	for i < len(short) && short[i] == want[i] {
		i++
	}
	if h.ahead && i == len(short) || !h.ahead && i == 0 || !isHan(want[i]) || string(short[i:]) != string(want[i+1:]) {
		return 0
	}
	return len(short)
}

// runesAhead are up to n characters from a byte on, and where each ends: at[i] is where i of them end. Both are put into the slices that are given.
func runesAhead(text string, from, n int, out []rune, at []int) ([]rune, []int) {
	at = append(at, from)
	for len(out) < n && from < len(text) {
		r, size := utf8.DecodeRuneInString(text[from:])
		from += size
		out, at = append(out, r), append(at, from)
	}
	return out, at
}

// runesBehind are up to n characters before a byte, and where each begins, likewise.
func runesBehind(text string, to, n int, out []rune, at []int) ([]rune, []int) {
	from := to
	for k := 0; k < n && from > 0; k++ {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	for i, r := range text[from:to] {
		out, at = append(out, r), append(at, from+i)
	}
	return out, at
}

// termSlip marks a set phrase with a slip and gives its range; until is up to where the text is marked already.
func (s *Subject) termSlip(p *Part, h *termHalf, start, end, until int) (from, to int, ok bool) {
	from, to, ok = h.slip(p.Text, start, end)
	if !ok || from < until || strings.ContainsRune(p.Text[from:to], '\n') {
		return 0, 0, false
	}
	severity := report.SeverityHint
	if h.sure {
		severity = report.SeverityWarning
	}
	f := p.Mark(codePhrase, severity, from, to, fmt.Sprintf("“%s”应为“%s”。", p.Text[from:to], h.right))
	f.Expected, f.Found = h.right, p.Text[from:to]
	if h.sure {
		f.Fix = p.Fix(from, to, h.right, "改为“"+h.right+"”")
	}
	s.Add(f)
	return from, to, true
}
