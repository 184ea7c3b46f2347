package review

import "strings"

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
	for _, w := range words {
		if indexOf(text, w) >= 0 {
			return true
		}
	}
	return false
}
