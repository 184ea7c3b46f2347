package review

import "slices"

// lexiconUse says which family looks for a fixed string.
type lexiconUse uint8

const (
	useResidue lexiconUse = iota
	useWording
	usePhrase
)

// lexiconWord is one of the strings of a family, by its index.
type lexiconWord struct {
	use lexiconUse
	i   int32
}

// lexiconHit is a place at which one stands, in bytes.
type lexiconHit struct {
	lexiconWord
	start, end int32
}

// lexicon has the fixed strings of all families, of two and more characters each, so that one pass over a text finds them.
var lexicon = newLexicon(map[lexiconUse][]string{useResidue: residueStrings(), useWording: wordingStrings(), usePhrase: phraseStrings()})

func newLexicon(uses map[lexiconUse][]string) *wordIndex[lexiconWord] {
	var list []indexedWord[lexiconWord]
	for use, words := range uses {
		for i, w := range words {
			list = append(list, indexedWord[lexiconWord]{w, lexiconWord{use, int32(i)}})
		}
	}
	return newWordIndex(list)
}

// each calls found for the strings of a family at every place of a part, the longest first, with their index and the bytes that they
// cover, until it takes one.
func (p *Part) each(use lexiconUse, found func(i, start, end int) bool) {
	if !p.searched {
		p.searched = true
		runes, at := p.Runes()
		from := len(p.room.hits)
		for i := 0; i+1 < len(runes); i++ {
			if !lexicon.may(runes[i], runes[i+1]) {
				continue
			}
			start := at[i]
			for w := range lexicon.at(p.Text[start:], runes[i], runes[i+1]) {
				p.room.hits = append(p.room.hits, lexiconHit{w.means, start, start + int32(len(w.word))})
			}
		}
		p.hits = slices.Clip(p.room.hits[from:])
	}
	taken := int32(-1)
	for _, h := range p.hits {
		if h.use == use && h.start != taken && found(int(h.i), int(h.start), int(h.end)) {
			taken = h.start
		}
	}
}
