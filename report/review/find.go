package review

import (
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

// contains reports whether a word stands in a text, containsAny whether one of several does.
func contains(text, word string) bool { return indexOf(text, word) >= 0 }

func containsAny(text string, words []string) bool {
	if len(words) < 4 || len(text) > longestClause {
		return slices.ContainsFunc(words, func(w string) bool { return indexOf(text, w) >= 0 })
	}
	in := newSearched(text)
	return slices.ContainsFunc(words, func(w string) bool { return in.index(w) >= 0 })
}

// searched is a text in which many words are looked for.
type searched struct {
	text string
	seen uint64
}

func newSearched(text string) searched {
	if len(text) > longestClause {
		return searched{text, ^uint64(0)}
	}
	return searched{text, traits(text)}
}

// index is indexOf, and quick where the text lacks one of the characters.
func (s searched) index(word string) int {
	if t := traits(word); t&s.seen != t {
		return -1
	}
	return indexOf(s.text, word)
}

// hasAny reports whether one of several words stands in the text.
func (s searched) hasAny(words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return s.index(w) >= 0 })
}

// longestClause is up to how many bytes the traits of a text say which words are not in it; longer ones have them all.
const longestClause = 150

// traits has a bit for each character of a text, by its last byte: a word whose traits a text lacks is not in it.
func traits(text string) (t uint64) {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0xE0 && i+2 < len(text) {
			i += 2
		}
		t |= 1 << (text[i] & 63)
	}
	return t
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
	return r >= 0x4E00 && r <= 0x9FFF || r >= utf8.RuneSelf && unicode.Is(unicode.Han, r)
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
	// keys are the two characters, 0 where there is none: a power of two of them, mostly empty, so that most lookups end at the first.
	keys  []uint32
	words [][]indexedWord[T] // the longest first
}

type indexedWord[T any] struct {
	word  string
	means T
}

func newWordIndex[T any](words []indexedWord[T]) *wordIndex[T] {
	n := 64
	for n < 4*len(words) {
		n *= 2
	}
	x := &wordIndex[T]{keys: make([]uint32, n), words: make([][]indexedWord[T], n)}
	for _, w := range words {
		first, size := utf8.DecodeRuneInString(w.word)
		second, _ := utf8.DecodeRuneInString(w.word[size:])
		at, key := x.slot(first, second)
		x.keys[at], x.words[at] = key, append(x.words[at], w)
	}
	for _, list := range x.words {
		slices.SortStableFunc(list, func(a, b indexedWord[T]) int { return len(b.word) - len(a.word) })
	}
	return x
}

// slot is where words with two characters at their beginning are, or would be.
func (x *wordIndex[T]) slot(first, second rune) (at, key uint32) {
	mask := uint32(len(x.keys) - 1)
	key = uint32(first)<<16 | uint32(second)&0xFFFF // others than of the basic plane only cost a comparison
	for at = key * 0x9E3779B1 >> 12 & mask; x.keys[at] != 0 && x.keys[at] != key; at = (at + 1) & mask {
	}
	return at, key
}

// of are the words that begin with two characters.
func (x *wordIndex[T]) of(first, second rune) []indexedWord[T] {
	at, _ := x.slot(first, second)
	return x.words[at]
}
