package review

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// wordingLexicon finds many fixed strings of two and more characters in one pass over a text.
type wordingLexicon struct {
	// pairs has a bit for the hash of every two runes that a word begins with, so that most of a text costs one look.
	pairs [1 << 11]uint64
	byTwo map[[2]rune][]wordingEntry
}

type wordingEntry struct {
	word string
	at   int // index in the list that the lexicon was made of
}

func newWordingLexicon(words []string) *wordingLexicon {
	l := &wordingLexicon{byTwo: map[[2]rune][]wordingEntry{}}
	for i, w := range words {
		first, n := utf8.DecodeRuneInString(w)
		second, _ := utf8.DecodeRuneInString(w[n:])
		h := wordingHash(first, second)
		l.pairs[h>>6] |= 1 << (h & 63)
		two := [2]rune{first, second}
		l.byTwo[two] = append(l.byTwo[two], wordingEntry{w, i})
	}
	for _, entries := range l.byTwo {
		slices.SortStableFunc(entries, func(a, b wordingEntry) int { return len(b.word) - len(a.word) })
	}
	return l
}

func wordingHash(a, b rune) uint32 { return (uint32(a)*40503 ^ uint32(b)*2654435) >> 3 & (1<<17 - 1) }

// each calls found for the words at every place of a part, the longest first, with their index and the bytes that they cover, until it
// takes one.
func (l *wordingLexicon) each(p *Part, found func(i, start, end int) bool) {
	runes, at := p.Runes()
	for i := 0; i+1 < len(runes); i++ {
		h := wordingHash(runes[i], runes[i+1])
		if l.pairs[h>>6]&(1<<(h&63)) == 0 {
			continue
		}
		start := int(at[i])
		for _, e := range l.byTwo[[2]rune{runes[i], runes[i+1]}] {
			if strings.HasPrefix(p.Text[start:], e.word) && found(e.at, start, start+len(e.word)) {
				break
			}
		}
	}
}
