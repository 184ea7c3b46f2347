package review

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// indexOf is strings.Index made for Chinese: the first byte of nearly every Chinese character is one of six, so that looking for it finds a
// candidate at every other character. The third is one of sixty-four.
func indexOf(text, word string) int {
	if len(word) < 3 || word[0] < 0xE0 {
		return strings.Index(text, word)
	}
	for at := 2; at < len(text); at++ {
		i := strings.IndexByte(text[at:], word[2])
		if i < 0 {
			return -1
		}
		if at += i; strings.HasPrefix(text[at-2:], word) {
			return at - 2
		}
	}
	return -1
}

// indexAny is strings.IndexAny made for Chinese, lastIndexAny strings.LastIndexAny, hasAny strings.ContainsAny: nearly every character of a text
// is seen not to be one of a few by its last eight bits.
func indexAny(text, chars string) int {
	wanted := traitsOf(chars)
	for i := 0; i < len(text); i++ {
		t, bit := trait(text, i)
		if wanted[t]&bit != 0 {
			if r, _ := utf8.DecodeRuneInString(text[i:]); strings.ContainsRune(chars, r) {
				return i
			}
		}
		if text[i] >= 0xE0 {
			i += 2
		}
	}
	return -1
}

func lastIndexAny(text, chars string) int {
	wanted := traitsOf(chars)
	for i := len(text) - 1; i >= 0; i-- {
		if i >= 2 && text[i] >= utf8.RuneSelf && text[i-2] >= 0xE0 {
			i -= 2
		}
		if t, bit := trait(text, i); wanted[t]&bit != 0 {
			if r, _ := utf8.DecodeRuneInString(text[i:]); strings.ContainsRune(chars, r) {
				return i
			}
		}
	}
	return -1
}

func hasAny(text, chars string) bool { return indexAny(text, chars) >= 0 }

// contains reports whether a word stands in a text, containsAny whether one of several does.
func contains(text, word string) bool { return indexOf(text, word) >= 0 }

func containsAny(text string, words []string) bool {
	in := searched{text: text, long: true}
	if len(words) > 3 {
		in = newSearched(text)
	}
	return in.hasAny(words...)
}

// searched is a text in which many words are looked for.
type searched struct {
	text string
	seen traits
	long bool // too long for its traits to say anything
}

func newSearched(text string) searched {
	if len(text) > longestClause {
		return searched{text: text, long: true}
	}
	return searched{text: text, seen: traitsOf(text)}
}

// index is indexOf, and quick where the text lacks one of the characters.
func (s *searched) index(word string) int {
	if !s.long && !s.seen.mayHave(word) {
		return -1
	}
	return indexOf(s.text, word)
}

// hasAny reports whether one of several words stands in the text.
func (s *searched) hasAny(words ...string) bool {
	for _, w := range words {
		if (s.long || s.seen.mayHave(w)) && indexOf(s.text, w) >= 0 {
			return true
		}
	}
	return false
}

// longestClause is up to how many bytes the traits of a text say which words are not in it; longer ones have nearly all of them.
const longestClause = 600

// traits has a bit for each character of a text, by its last eight bits: a word of which one is lacking is not in the text.
type traits [4]uint64

func traitsOf(text string) (all traits) {
	i := 0
	for i+2 < len(text) {
		if c := text[i]; c >= 0xE0 {
			all[text[i+1]&3] |= 1 << (text[i+2] & 63)
			i += 3
		} else {
			all[0] |= 1 << (c & 63)
			i++
		}
	}
	for ; i < len(text); i++ {
		all[0] |= 1 << (text[i] & 63)
	}
	return all
}

// mayHave reports whether a text with these traits has all characters of a word, as far as they tell.
func (t *traits) mayHave(word string) bool {
	for len(word) >= 3 {
		if c := word[0]; c >= 0xE0 {
			if t[word[1]&3]&(1<<(word[2]&63)) == 0 {
				return false
			}
			word = word[3:]
		} else {
			if t[0]&(1<<(c&63)) == 0 {
				return false
			}
			word = word[1:]
		}
	}
	for i := range len(word) {
		if t[0]&(1<<(word[i]&63)) == 0 {
			return false
		}
	}
	return true
}

// lacks counts the traits that others have and these lack.
func (t traits) lacks(others traits) (n int) {
	for i := range t {
		n += bits.OnesCount64(others[i] &^ t[i])
	}
	return n
}

// trait is the bit of the character at a byte.
func trait(text string, i int) (word int, bit uint64) {
	if c := text[i]; c < 0xE0 || i+2 >= len(text) {
		return 0, 1 << (c & 63)
	}
	return int(text[i+1] & 3), 1 << (text[i+2] & 63)
}

// beginsWith reports whether a text begins with one of several words.
func beginsWith(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(text, w) })
}

// endsInAny reports whether a text ends in one of several words.
func endsInAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(text, w) })
}

// firstRune and lastRune are the characters at the ends of a text.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// firstRunes is the beginning of a text.
func firstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// lastRunes is the end of a text.
func lastRunes(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

// isHan reports whether a character is Chinese (汉字).
func isHan(r rune) bool {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF:
		return true
	case r < 0x2E80, r >= 0x3000 && r <= 0x3002, r >= 0x3008 && r <= 0x3020, r >= 0xFF00 && r <= 0xFFEF: // the marks of texts
		return false
	}
	return unicode.Is(unicode.Han, r)
}

// runeSet is a set of characters of the basic plane.
type runeSet [1 << 10]uint64

func newRuneSet(s string) *runeSet {
	out := new(runeSet)
	for _, r := range s {
		out.add(r)
	}
	return out
}

func (s *runeSet) add(r rune) { s[r>>6] |= 1 << (r & 63) }

func (s *runeSet) has(r rune) bool { return uint32(r) < 1<<16 && s[r>>6]&(1<<(r&63)) != 0 }

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

// may reports whether words may begin with the two characters of a key.
func (x *wordIndex[T]) may(key uint32) bool {
	bit := x.bit(key)
	return x.maybe[bit>>6]&(1<<(bit&63)) != 0
}

// of are the words that begin with the two characters of a key, and their thirds.
func (x *wordIndex[T]) of(key uint32) ([]indexedWord[T], []uint16) {
	s := x.slot(key)
	return x.words[s.from:s.to], x.thirds[s.from:s.to]
}
