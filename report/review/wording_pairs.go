package review

import (
	"fmt"
	"slices"

	"nianbao/report"
)

// wordingPairs are the marks that come in pairs, each kind with what opens and closes it.
var wordingPairs = [][2]string{{"（", "）"}, {"《", "》"}, {"“", "”"}, {"‘", "’"}, {"〔", "〕"}, {"【", "】"}, {"〈", "〉"}, {"「", "」"}, {"[", "]"}}

const (
	wordingRound = iota
	wordingTitle
	wordingQuote
	wordingSingle
	wordingYear
	wordingKindCount = 9
)

// wordingPair tells the kind of a mark that has a partner; ok is false for other runes. Both widths of round brackets are one kind.
func wordingPair(r rune) (kind int, opens, ok bool) {
	switch r {
	case '（', '(':
		return wordingRound, true, true
	case '）', ')':
		return wordingRound, false, true
	case '《':
		return wordingTitle, true, true
	case '》':
		return wordingTitle, false, true
	case '“':
		return wordingQuote, true, true
	case '”':
		return wordingQuote, false, true
	case '‘':
		return wordingSingle, true, true
	case '’':
		return wordingSingle, false, true
	case '〔':
		return wordingYear, true, true
	case '〕':
		return wordingYear, false, true
	case '【':
		return 5, true, true
	case '】':
		return 5, false, true
	case '〈':
		return 6, true, true
	case '〉':
		return 6, false, true
	case '「':
		return 7, true, true
	case '」':
		return 7, false, true
	case '[', '［':
		return 8, true, true
	case ']', '］':
		return 8, false, true
	}
	return 0, false, false
}

func wordingCloses(r rune) bool {
	_, opens, ok := wordingPair(r)
	return ok && !opens || r == '"'
}

// wordingNear is how many runes apart two marks may stand that belong together.
const wordingNear = 40

// pairs finds brackets, quotes and 《》 without a partner. A pair may lie across two lines that follow each other.
func (w *wordingText) pairs(out []report.Finding) []report.Finding {
	loose := w.loose()
	for i := 0; i < len(loose) && i < 2*mostPerPlace; i++ {
		l := loose[i]
		if i+1 < len(loose) && loose[i+1].line == l.line && loose[i+1].at-l.at <= wordingNear {
			next := loose[i+1]
			if next.kind == l.kind && next.opens == l.opens {
				if i+2 < len(loose) && loose[i+2].at == next.at+1 && loose[i+2].kind == l.kind && l.opens && next.opens { // “放管服““
					f := w.mark(report.SeverityWarning, next.at, next.at+2, fmt.Sprintf("“%s”多了一个，方向也反了。", string(w.r[next.at])), "改成一个后半的标点。")
					f.Found, f.Expected = w.from(next.at, next.at+2), wordingPairs[l.kind][1]
					f.Fix = w.fix(next.at, next.at+2, f.Expected)
					out = append(out, f)
					i += 2
					continue
				}
				out = append(out, w.turned(l, next))
				i++
				continue
			}
			if l.kind == next.kind && !l.opens && w.unbroken(l.at, next.at) {
				inner := w.from(l.at+1, next.at)
				f := w.mark(report.SeverityWarning, l.at, next.at+1, "成对的标点前后颠倒了。", "把前后两个对调。")
				f.Found, f.Expected = short(w.from(l.at, next.at+1)), wordingPairs[l.kind][0]+inner+wordingPairs[l.kind][1]
				f.Fix = w.fix(l.at, next.at+1, f.Expected)
				out = append(out, f)
				i++
				continue
			}
			if l.opens && !next.opens {
				f := w.mark(report.SeverityWarning, l.at, next.at+1, fmt.Sprintf("“%s”与“%s”不成一对。", string(w.r[l.at]), string(w.r[next.at])), "前后用同一种。")
				f.Found = string(w.r[next.at])
				f.Expected = wordingPairs[l.kind][1]
				out = append(out, f)
				i++
				continue
			}
		}
		out = append(out, w.alone(l))
	}
	return out
}

// uneven finds round brackets that open in one width and close in the other: (含补贴标准）, the first of each paragraph.
func (w *wordingText) uneven(out []report.Finding) []report.Finding {
	w.lines(func(start, end int) {
		open := -1
		for _, at := range w.othersIn(start, end) {
			i := int(at)
			switch w.r[i] {
			case '（', '(':
				open = i
			case '）', ')':
				if open >= 0 && i-open < wordingNear && (w.r[open] == '(') != (w.r[i] == ')') && w.rune(i+1) != '）' && w.rune(i+1) != ')' {
					f := w.mark(report.SeverityHint, open, i+1, "这对括号一个是全角，一个是半角。", "前后用同一种。")
					f.Found, f.Expected = short(f.Quote), "（"+w.from(open+1, i)+"）"
					f.Fix = w.fix(open, i+1, f.Expected)
					out = append(out, f)
					return
				}
				open = -1
			}
		}
	})
	return out
}

// unbroken reports whether only words stand between two marks.
func (w *wordingText) unbroken(from, to int) bool {
	return from+1 < to && !slices.ContainsFunc(w.r[from+1:to], func(r rune) bool { return wordingStop(r) != 0 && r != '、' || wordingPaired(r) })
}

// twice finds pairs whose marks both stand twice: ““十四五””, （（见附表））. The marks of a pair within a pair differ, or something stands
// between them.
func (w *wordingText) twice(out []report.Finding) []report.Finding {
	done := 0
	for _, at := range w.others {
		i, r := int(at), w.r[at]
		if i < done || r != w.rune(i+1) || r != '“' && r != '（' && r != '(' && r != '《' && r != '‘' {
			continue
		}
		closing := []rune(wordingPairs[wordingKindOf(r)][1])[0]
		if r == '(' {
			closing = ')'
		}
		for j := i + 2; j+1 < len(w.r) && j-i < wordingNear && w.r[j] != '\n' && w.r[j] != r; j++ {
			if w.r[j] != closing {
				continue
			}
			if w.r[j+1] == closing && w.rune(j+2) != closing {
				f := w.mark(report.SeverityWarning, i, j+2, fmt.Sprintf("“%s”的前后各多了一个标点。", short(w.from(i+2, j))), "前后各留下一个。")
				f.Found, f.Expected = short(w.from(i, j+2)), w.from(i+1, j+1)
				f.Fix = w.fix(i, j+2, f.Expected)
				out = append(out, f)
				done = j + 2
			}
			break
		}
	}
	return out
}

func wordingKindOf(r rune) int {
	kind, _, _ := wordingPair(r)
	return kind
}

// turned is a pair whose marks look the same way: “放管服“.
func (w *wordingText) turned(a, b wordingLoose) report.Finding {
	wrong, right := b.at, wordingPairs[a.kind][1]
	if !a.opens {
		wrong, right = a.at, wordingPairs[a.kind][0]
	}
	f := w.mark(report.SeverityWarning, a.at, b.at+1, "成对的标点前后一样，有一个方向反了。", "把方向反了的改过来。")
	f.Found, f.Expected = string(w.r[wrong]), right
	f.Fix = w.fix(wrong, wrong+1, right)
	return f
}

// alone is a mark without a partner, with the words that it stands at.
func (w *wordingText) alone(l wordingLoose) report.Finding {
	severity := report.SeverityWarning
	if l.kind == wordingYear { // copying from the web loses 〔 and 〕
		severity = report.SeverityHint
	}
	start, end := l.at, l.at+1
	missing, half := wordingPairs[l.kind][1], "后一半"
	if l.opens {
		for end < l.end && end-l.at < wordingNear && wordingStop(w.r[end]) == 0 && !wordingPaired(w.r[end]) {
			end++
		}
	} else {
		missing, half = wordingPairs[l.kind][0], "前一半"
		for start > l.start && l.at-start < wordingNear && wordingStop(w.r[start-1]) == 0 && !wordingPaired(w.r[start-1]) {
			start--
		}
	}
	message := fmt.Sprintf("“%s”不成对，缺%s“%s”。", string(w.r[l.at]), half, missing)
	switch {
	case w.r[l.at] == '"':
		message = "引号不成对。"
	case l.kind == wordingQuote || l.kind == wordingSingle:
		message = fmt.Sprintf("引号不成对，缺%s。", half)
	case l.kind == wordingTitle:
		message = fmt.Sprintf("书名号不成对，缺%s“%s”。", half, missing)
	case l.kind == wordingRound:
		message = fmt.Sprintf("括号不成对，缺%s“%s”。", half, missing)
	}
	return w.mark(severity, start, end, message, "补上另一半，或者删去这一个。")
}

func wordingPaired(r rune) bool {
	_, _, ok := wordingPair(r)
	return ok
}
