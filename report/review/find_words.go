package review

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// prefixes are words by their first character.
type prefixes struct {
	firsts runeSet // most texts begin with none of them
	words  map[rune][]string
}

func newPrefixes(words ...string) *prefixes {
	out := &prefixes{words: map[rune][]string{}}
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		out.firsts.add(first)
		out.words[first] = append(out.words[first], w)
	}
	return out
}

// of is the longest of the words that a text begins with, else "".
func (p *prefixes) of(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	if !p.firsts.has(first) {
		return ""
	}
	found := ""
	for _, w := range p.words[first] {
		if len(w) > len(found) && strings.HasPrefix(text, w) {
			found = w
		}
	}
	return found
}

// cutter takes words out of texts.
type cutter struct {
	firsts runeSet // most texts have none of them
	words  *strings.Replacer
}

func newCutter(words ...string) *cutter {
	c := &cutter{}
	var pairs []string
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		c.firsts.add(first)
		pairs = append(pairs, w, "")
	}
	c.words = strings.NewReplacer(pairs...)
	return c
}

func (c *cutter) cut(text string) string {
	for _, r := range text {
		if c.firsts.has(r) {
			return c.words.Replace(text)
		}
	}
	return text
}

// wordIndex finds words of two and more characters by their first two, each with what it stands for.
type wordIndex[T any] struct {
	// maybe has a bit for every two characters that words begin with, and is small: most lookups end here.
	maybe []uint64
	// slots are a power of two of them, mostly empty.
	slots []wordSlot
	words []indexedWord[T] // those of a slot follow each other, the longest first
	// thirds are the third characters of words, 0 for none: most words that begin like a text differ from it there.
	thirds []uint16
}

// wordSlot says which words begin with two characters; key is 0 where there is none.
type wordSlot struct{ key, from, to uint32 }

type indexedWord[T any] struct {
	word  string
	means T
}

// begins reports whether a text begins with the word: mostly their last bytes differ.
func (w *indexedWord[T]) begins(text string) bool {
	n := len(w.word) - 1
	return n < len(text) && text[n] == w.word[n] && text[:n] == w.word[:n]
}

func newWordIndex[T any](words []indexedWord[T]) *wordIndex[T] {
	n := 64
	for n < 4*len(words) {
		n *= 2
	}
	x := &wordIndex[T]{maybe: make([]uint64, n/16), slots: make([]wordSlot, n), words: slices.Clone(words), thirds: make([]uint16, len(words))}
	slices.SortStableFunc(x.words, func(a, b indexedWord[T]) int {
		return cmp.Or(cmp.Compare(keyOf(a.word), keyOf(b.word)), len(b.word)-len(a.word))
	})
	for i, w := range x.words {
		key := keyOf(w.word)
		s, bit := x.slot(key), x.bit(key)
		x.maybe[bit>>6] |= 1 << (bit & 63)
		if s.key == 0 {
			s.key, s.from = key, uint32(i)
		}
		s.to = uint32(i + 1)
		if runes := []rune(w.word); len(runes) > 2 {
			x.thirds[i] = uint16(runes[2])
		}
	}
	return x
}

// keyOf is the pairKey of a word.
func keyOf(word string) uint32 {
	first, size := utf8.DecodeRuneInString(word)
	second, _ := utf8.DecodeRuneInString(word[size:])
	return pairKey(first, second)
}

// pairKey is two characters as a number that looks random; others than of the basic plane only cost a comparison.
func pairKey(first, second rune) uint32 {
	return (uint32(first)<<16 | uint32(second)&0xFFFF) * 0x9E3779B1
}

// bit is which of maybe is that of a key.
func (x *wordIndex[T]) bit(key uint32) uint32 { return key >> 8 & uint32(64*len(x.maybe)-1) }

// slot is that of a key, or would be.
func (x *wordIndex[T]) slot(key uint32) *wordSlot {
	mask := uint32(len(x.slots) - 1)
	at := key >> 12 & mask
	for x.slots[at].key != 0 && x.slots[at].key != key {
		at = (at + 1) & mask
	}
	return &x.slots[at]
}

// may reports whether words may begin with two characters.
func (x *wordIndex[T]) may(first, second rune) bool {
	bit := x.bit(pairKey(first, second))
	return x.maybe[bit>>6]&(1<<(bit&63)) != 0
}

// at are the words that a text begins with, the longest first. The text begins with the two characters, with which words may begin.
func (x *wordIndex[T]) at(text string, first, second rune) iter.Seq[*indexedWord[T]] {
	return func(found func(*indexedWord[T]) bool) {
		third, _ := utf8.DecodeRuneInString(text[utf8.RuneLen(first)+utf8.RuneLen(second):])
		s := x.slot(pairKey(first, second))
		words := x.words[s.from:s.to]
		for i, t := range x.thirds[s.from:s.to] {
			if (t == 0 || t == uint16(third)) && words[i].begins(text) && !found(&words[i]) {
				return
			}
		}
	}
}
