package review

import (
	"fmt"
	"slices"

	"nianbao/report"
)

// wordingClause is from how many characters on a clause is not said twice in a sentence.
const wordingClause = 6

// repeats finds a clause that a sentence says again, after another one or behind the end of the one before: 明确专人负责，压实责任，明确专人负责;
// 今后将加强培训，加强培训. Clauses with figures may be equal by right.
func (w *wordingText) repeats(out []report.Finding) []report.Finding {
	var seen [][2]int // the clauses of the sentence
	start, plain := 0, true
	for i := 0; i <= len(w.r) && len(out) < mostPerPlace; i++ {
		r := w.rune(i)
		if isHan(r) {
			continue
		}
		if r != '，' && r != '。' && r != '；' && r != '\n' {
			plain = false
			continue
		}
		if plain && i-start >= wordingClause {
			if k := slices.IndexFunc(seen, func(c [2]int) bool {
				return c[1]-c[0] >= i-start && slices.Equal(w.r[c[1]-(i-start):c[1]], w.r[start:i])
			}); k >= 0 && (seen[k][1]+1 < start || seen[k][1]-seen[k][0] > i-start) {
				f := w.mark(report.SeverityHint, start, i, fmt.Sprintf("“%s”在这一句里说了两次。", short(w.from(start, i))), "删去一个；本来是两样的，改写其中一个。")
				f.Found = short(w.from(start, i))
				out = append(out, f)
			}
			seen = append(seen, [2]int{start, i})
		}
		if start, plain = i+1, true; r == '。' || r == '\n' || len(seen) == wordingNear {
			seen = seen[:0]
		}
	}
	return out
}
