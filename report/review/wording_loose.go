package review

import "slices"

// These find the marks of pairs that lack their partners, and those that need none.

// wordingLoose is a mark without its partner in its line.
type wordingLoose struct {
	at, kind, line int
	opens          bool
	start, end     int // of the line
}

// loose lists the marks without a partner, in order.
func (w *wordingText) loose() []wordingLoose {
	var all []wordingLoose
	var open [wordingKindCount][]int
	line := 0
	w.lines(func(start, end int) {
		line++
		found := len(all)
		for _, at := range w.othersIn(start, end) {
			i, r := int(at), w.r[at]
			kind, opens, ok := wordingPair(r)
			if r == '"' { // has no direction
				kind, opens, ok = wordingQuote, len(open[wordingQuote]) == 0, true
			}
			switch {
			case !ok:
			case opens:
				open[kind] = append(open[kind], i)
			case len(open[kind]) > 0:
				open[kind] = open[kind][:len(open[kind])-1]
			case !w.harmless(start, i, kind):
				all = append(all, wordingLoose{at: i, kind: kind, line: line, start: start, end: end})
			}
		}
		for kind := range open {
			for _, i := range open[kind] {
				if !(w.endsWith(end, wordingColons) && wordingLost(w, end)) {
					all = append(all, wordingLoose{at: i, kind: kind, line: line, opens: true, start: start, end: end})
				}
			}
			open[kind] = open[kind][:0]
		}
		slices.SortFunc(all[found:], func(a, b wordingLoose) int { return a.at - b.at })
	})
	return w.across(all)
}

var wordingColons = []string{"：", ":"}

// wordingLost reports whether a line ends with a label whose number copying has lost, and with it what followed.
func wordingLost(w *wordingText, end int) bool { return w.endsWith(end-1, wordingLabels) }

// across drops pairs that lie across lines, and the quotes that begin each of several quoted paragraphs.
func (w *wordingText) across(all []wordingLoose) []wordingLoose {
	drop := make([]bool, len(all))
	var last, line [wordingKindCount]int // the last loose mark of each kind, and its line
	for kind := range last {
		last[kind] = -1
	}
	for i, l := range all {
		before := last[l.kind]
		if before >= 0 && !l.opens && all[before].opens && line[l.kind] != l.line && w.spans(all[before], l) {
			drop[before], drop[i] = true, true
		}
		last[l.kind], line[l.kind] = i, l.line
		if l.opens && l.kind == wordingQuote && l.at == l.start {
			next := l.end
			for next < len(w.r) && (w.r[next] == '\n' || w.r[next] == '\r' || wordingBlank(w.r[next])) {
				next++
			}
			drop[i] = drop[i] || w.rune(next) == '“'
		}
	}
	kept := all[:0]
	for i, l := range all {
		if !drop[i] {
			kept = append(kept, l)
		}
	}
	return kept
}

// spans reports whether a pair may lie across lines: neighbours, a few lines that were broken, or whole paragraphs.
func (w *wordingText) spans(open, closed wordingLoose) bool {
	broken := w.r[open.end-1] != '。' && closed.line <= open.line+6
	return closed.line == open.line+1 || broken || open.at == open.start
}

// harmless reports whether a closing mark needs no partner: list marks such as 1) and 一）, an apostrophe.
func (w *wordingText) harmless(start, at, kind int) bool {
	switch kind {
	case wordingRound:
		i := at
		for i > start && at-i < 4 && (wordingDigit(w.r[i-1]) || wordingLatin(w.r[i-1]) || wordingNumeral(w.r[i-1])) {
			i--
		}
		return i < at && (i == start && !w.numbered(i, at) || i > start && !wordingWord(w.r[i-1]))
	case wordingSingle:
		return wordingLatin(w.rune(at-1)) || wordingLatin(w.rune(at+1)) || wordingDigit(w.rune(at-1))
	}
	return false
}

// numbered reports whether the numbers of the text stand in whole brackets elsewhere: there 二） lacks the other half.
func (w *wordingText) numbered(start, at int) bool {
	kind, forms := 0, []string{"（一）", "(一)", "（二）", "(二)", "（三）", "(三)"}
	if wordingDigit(w.r[start]) {
		kind, forms = 1, []string{"（1）", "(1)", "（2）", "(2)", "（3）", "(3)"}
	}
	if !wordingNumeral(w.r[start]) && !wordingDigit(w.r[start]) || at-start > 2 {
		return false
	}
	if !w.looked[kind] { // once a text, however many such lines it has
		w.looked[kind], w.whole[kind] = true, containsAny(w.p.Text, forms)
	}
	return w.whole[kind]
}

func wordingNumeral(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return r >= '①' && r <= '⑳'
}
