package review

import (
	"math/bits"
	"slices"
	"strings"
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

// indexAny is strings.IndexAny made for Chinese, lastIndexAny strings.LastIndexAny, hasRune strings.ContainsAny: nearly every character of a text
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

func hasRune(text, chars string) bool { return indexAny(text, chars) >= 0 }

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
