package review

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// wordingLexicon finds many fixed strings of two and more characters in one pass over a text.
type wordingLexicon struct {
	// pairs has a bit for the hash of every two runes that a word begins with, so that most of a text costs one look.
	pairs   [1 << 11]uint64
	byFirst map[rune][]wordingEntry
}

type wordingEntry struct {
	word string
	at   int // index in the list that the lexicon was made of
}

func newWordingLexicon(words []string) *wordingLexicon {
	l := &wordingLexicon{byFirst: map[rune][]wordingEntry{}}
	for i, w := range words {
		first, n := utf8.DecodeRuneInString(w)
		second, _ := utf8.DecodeRuneInString(w[n:])
		h := wordingHash(first, second)
		l.pairs[h>>6] |= 1 << (h & 63)
		l.byFirst[first] = append(l.byFirst[first], wordingEntry{w, i})
	}
	for _, entries := range l.byFirst {
		slices.SortStableFunc(entries, func(a, b wordingEntry) int { return len(b.word) - len(a.word) })
	}
	return l
}

func wordingHash(a, b rune) uint32 { return (uint32(a)*40503 ^ uint32(b)*2654435) >> 3 & (1<<17 - 1) }

// each calls found for the words at every place, the longest first, with their index and the bytes that they cover, until it takes one.
func (l *wordingLexicon) each(text string, found func(i, start, end int) bool) {
	before, start := rune(0), 0
	for at, r := range text {
		if h := wordingHash(before, r); l.pairs[h>>6]&(1<<(h&63)) != 0 {
			for _, e := range l.byFirst[before] {
				if strings.HasPrefix(text[start:], e.word) && found(e.at, start, start+len(e.word)) {
					break
				}
			}
		}
		before, start = r, at
	}
}
