package review

import "strings"

// wordingLexicon finds many fixed strings of two and more characters in one pass over a text.
type wordingLexicon struct{ index *wordIndex[int] }

func newWordingLexicon(words []string) *wordingLexicon {
	list := make([]indexedWord[int], len(words))
	for i, w := range words {
		list[i] = indexedWord[int]{w, i}
	}
	return &wordingLexicon{newWordIndex(list)}
}

// each calls found for the words at every place of a part, the longest first, with their index and the bytes that they cover, until it
// takes one.
func (l *wordingLexicon) each(p *Part, found func(i, start, end int) bool) {
	runes, at := p.Runes()
	for i := 0; i+1 < len(runes); i++ {
		for _, e := range l.index.of(runes[i], runes[i+1]) {
			start := int(at[i])
			if strings.HasPrefix(p.Text[start:], e.word) && found(e.means, start, start+len(e.word)) {
				break
			}
		}
	}
}
