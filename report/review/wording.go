package review

import (
	"slices"
	"strings"

	"nianbao/report"
)

const codeWording = "wording"

var wordings = family{
	rules: []Rule{{
		Code: codeWording, Severities: []report.Severity{report.SeverityWarning, report.SeverityHint},
		Finds: "Doubled or colliding punctuation, doubled words and unpaired brackets, quotes or 《》 (warning); half-width punctuation in a document that mixes widths, " +
			"stray blanks in Chinese, a missing final stop, 截止 before a point of time, and known wrong characters (hint).",
		Example: "现将有关情况报告如下：。",
	}},
	check: checkWording,
}

// checkWording reads the language of every text: what is wrong whatever is said.
func checkWording(s *Subject) {
	texts := make([]*wordingText, len(s.Parts))
	for i, p := range s.Parts {
		w := newWordingText(p)
		texts[i] = w
		if p.Head != nil {
			h := newWordingText(p.Head)
			for _, f := range h.certain() {
				// A heading is not in the text that findings count in.
				f.Start, f.End, f.Fix = 0, 0, nil
				f.Hint = "在“提纲”里改标题。"
				s.Add(f)
			}
		}
		certain := w.certain()
		for _, f := range certain {
			s.Add(f)
		}
		words := w.words()
		for _, f := range w.uneven(append(words, w.sounds(s.Report.Agency, append(certain, words...))...)) {
			s.Add(f)
		}
	}
	for _, f := range wordingWidths(texts) {
		s.Add(f)
	}
	for _, f := range wordingBlanks(texts) {
		s.Add(f)
	}
	for _, f := range wordingEnds(texts) {
		s.Add(f)
	}
}

// wordingText is the text of a part as runes.
type wordingText struct {
	p *Part
	r []rune
	// at is where each rune begins in bytes, and where the text ends.
	at []int32
	// others are the runes that are not Chinese, by their places.
	others []int32
	lined  [][2]int // see lines
	// whole tells whether the text numbers lists （一） and （1）, once it was looked for.
	whole, looked [2]bool
}

func newWordingText(p *Part) *wordingText {
	runes, at := p.Runes()
	return &wordingText{p: p, r: runes, at: at, others: p.Others()}
}

// certain finds the faults that do not depend on the other texts or on words.
func (w *wordingText) certain() []report.Finding {
	var out []report.Finding
	out = w.collisions(out)
	out = w.leading(out)
	out = w.pairs(out)
	out = w.twice(out)
	out = w.doubles(out)
	return w.repeats(out)
}

// mark is a finding on the runes from start to end.
func (w *wordingText) mark(severity report.Severity, start, end int, message, hint string) report.Finding {
	f := w.p.Mark(codeWording, severity, int(w.at[start]), int(w.at[min(end, start+longestMark)]), message)
	f.Hint = hint
	return f
}

// fix is a change of the runes from start to end.
func (w *wordingText) fix(start, end int, text string) *report.Fix {
	label := "改为“" + text + "”"
	if text == "" {
		label = "删去"
	}
	return w.p.Fix(int(w.at[start]), int(w.at[end]), text, label)
}

// rune is the one at a place, or a line feed beyond the text.
func (w *wordingText) rune(i int) rune {
	if i < 0 || i >= len(w.r) {
		return '\n'
	}
	return w.r[i]
}

// from is the text between two runes.
func (w *wordingText) from(start, end int) string { return w.p.Text[w.at[start]:w.at[end]] }

// lines calls line for every line that is not blank, with its runes, blanks at both ends left out.
func (w *wordingText) lines(line func(start, end int)) {
	if w.lined == nil {
		w.lined = w.split()
	}
	for _, l := range w.lined {
		line(l[0], l[1])
	}
}

// split are the lines. It is never nil.
func (w *wordingText) split() [][2]int {
	lines, start := make([][2]int, 0, 8), 0
	for k := 0; k <= len(w.others); k++ {
		i := len(w.r)
		if k < len(w.others) {
			if i = int(w.others[k]); w.r[i] != '\n' && w.r[i] != '\r' {
				continue
			}
		}
		from, to := start, i
		for from < to && wordingBlank(w.r[from]) {
			from++
		}
		for to > from && wordingBlank(w.r[to-1]) {
			to--
		}
		if from < to {
			lines = append(lines, [2]int{from, to})
		}
		start = i + 1
	}
	return lines
}

// othersIn are the others between two runes.
func (w *wordingText) othersIn(start, end int) []int32 {
	from, _ := slices.BinarySearch(w.others, int32(start))
	to, _ := slices.BinarySearch(w.others[from:], int32(end))
	return w.others[from:][:to]
}

func wordingBlank(r rune) bool { return r == ' ' || r == '\u3000' || r == '\u00a0' || r == '\t' }

func wordingDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

func wordingLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// wordingWord reports whether words are written with a rune.
func wordingWord(r rune) bool { return isHan(r) || wordingDigit(r) || wordingLatin(r) }

// endsWith reports whether the text before a rune ends with one of the words.
func (w *wordingText) endsWith(end int, words []string) bool {
	before := w.p.Text[:w.at[end]]
	for _, word := range words {
		if strings.HasSuffix(before, word) {
			return true
		}
	}
	return false
}
