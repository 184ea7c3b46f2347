package review

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/report"
)

// wordingClause is from how many characters on a clause is not said twice in a sentence.
const wordingClause = 6

// repeats finds a clause that a sentence says again, after another one or behind the end of the one before: 明确专人负责，压实责任，明确专人负责;
// 今后将加强培训，加强培训. Clauses with figures may be equal by right.
func (w *wordingText) repeats(out []report.Finding) []report.Finding {
	var seen [][2]int // the clauses of the sentence
	var listed listed
	start, plain := 0, true
	for k := 0; k <= len(w.others) && len(out) < mostPerPlace; k++ {
		i := len(w.r)
		if k < len(w.others) {
			i = int(w.others[k])
		}
		r := w.rune(i)
		if from := listed.again(w, i); from < i {
			f := w.mark(report.SeverityHint, from, i, fmt.Sprintf("“%s”在这一串里列了两次。", short(w.from(from, i))), "删去一个；本来是两样的，改写其中一个。")
			f.Found = short(w.from(from, i))
			out = append(out, f)
		}
		if r != '，' && r != '。' && r != '；' && r != '\n' {
			plain = false
			continue
		}
		if plain && i-start >= wordingClause {
			if same := slices.IndexFunc(seen, func(c [2]int) bool {
				return c[1]-c[0] >= i-start && slices.Equal(w.r[c[1]-(i-start):c[1]], w.r[start:i])
			}); same >= 0 && (seen[same][1]+1 < start || seen[same][1]-seen[same][0] > i-start) {
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

// listed are the items of a list that 、 divides, as far as they are characters alone.
type listed struct {
	items [][2]int
	start int
}

// again takes the mark at a place, and says where an item begins that ends there and that the list has already, not right before: 县政府网站、公开栏、县政府网站.
// It is the place itself where there is none.
func (l *listed) again(w *wordingText, i int) int {
	r, start := w.rune(i), l.start
	l.start = i + 1
	stop := r == '，' || r == '。' || r == '；' || r == '\n'
	if r != '、' && (!stop || len(l.items) < 2) {
		l.items = l.items[:0]
		return i
	}
	found := i
	for k, item := range l.items {
		if n := i - start; n >= 4 && k+1 < len(l.items) && item[1]-item[0] >= n && slices.Equal(w.r[item[1]-n:item[1]], w.r[start:i]) &&
			(item[1]-item[0] == n || k == 0 && w.rune(start-1) == '、' && (w.ends(item[1]-n, 2) || strings.ContainsRune("过在对于用向及以括是有从为", w.r[item[1]-n-1]))) {
			found = start
		}
	}
	if l.items = append(l.items, [2]int{start, i}); stop || len(l.items) == wordingNear {
		l.items = l.items[:0]
	}
	return found
}

// items finds an item that a list names twice in a row, 领导信箱、领导信箱, and a clause that is written twice.
func (w *wordingText) items(out []report.Finding) []report.Finding {
	for o, at := range w.others {
		m, least := int(at), 2
		r := w.r[m]
		switch r {
		case '、':
		case '，', '。', '；':
			least = 4
		default:
			continue
		}
		start := 0
		for o--; o >= 0; o-- { // back over what is no Chinese in the item
			if before := int(w.others[o]); m-before > wordingNear+1 || !wordingItem(w.r[before]) {
				start = before + 1
				break
			}
		}
		start = max(start, m-wordingNear-1)
		k := m - start
		if r == '、' && k > least { // 听取群众、群众、企业的意见
			next := m + 1
			for next < len(w.r) && next-m <= k && wordingItem(w.r[next]) && w.r[next] != '和' && w.r[next] != '等' {
				next++
			}
			if n := next - m - 1; n >= least && n < k && w.ends(m-n, 2) && (n > 2 || wordingKnown[w.from(m-n, m)]) && slices.Equal(w.r[m-n:m], w.r[m+1:next]) && !w.ends(m-n+1, 2) && !w.ends(m, n+1) {
				f := w.mark(report.SeverityHint, m-n, next, fmt.Sprintf("“%s”列了两次。", short(w.from(m-n, m))), "删去一个；本来是两样的，改写其中一个。")
				f.Found, f.Expected = short(w.from(m-n, next)), w.from(m-n, m)
				out = append(out, f)
				continue
			}
		}
		if k < least || k > wordingNear || m+1+k > len(w.r) || w.r[start] == '一' || !slices.Equal(w.r[start:m], w.r[m+1:m+1+k]) {
			continue
		}
		whole := m+1+k == len(w.r) || !wordingItem(w.r[m+1+k]) || strings.ContainsRune("和及与等", w.r[m+1+k])
		if !whole && (k < 10 || w.r[m-1] == '》') || !wordingHanIn(w.r[start:m]) || wordingDigit(w.r[start]) && k < 6 { // 49条、49条
			continue
		}
		if strings.HasPrefix(w.p.Text[w.at[m+1+k]:], "、再") { // 学习、学习、再学习
			continue
		}
		word := w.from(start, m)
		f := w.mark(report.SeverityWarning, start, m+1+k, fmt.Sprintf("“%s”列了两次。", short(word)), "删去一个；本来是两样的，改写其中一个。")
		f.Found, f.Expected = short(w.from(start, m+1+k)), word
		if whole {
			f.Fix = w.fix(start, m+1+k, word)
		}
		out = append(out, f)
	}
	return out
}

func wordingItem(r rune) bool {
	return wordingWord(r) || r == '《' || r == '》' || r == '“' || r == '”' || r == '·' || r == '-' || r == '—' || r == '〔' || r == '〕'
}

func wordingHanIn(rs []rune) bool { return slices.ContainsFunc(rs, isHan) }
