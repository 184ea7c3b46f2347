package html

import "strings"

// address finds the first address of a web page in a text, between two bytes; 0 and 0 where there is none. It ends where Chinese
// text goes on, and punctuation after it belongs to the sentence.
func address(s string) (from, to int) {
	for at := 0; ; at = from + len("http") {
		next := strings.Index(s[at:], "http")
		if next < 0 {
			return 0, 0
		}
		from = at + next
		rest := strings.TrimPrefix(strings.TrimPrefix(s[from:], "http"), "s")
		if !strings.HasPrefix(rest, "://") || from > 0 && letter(s[from-1]) {
			continue
		}
		begin := len(s) - len(rest) + len("://")
		to = begin
		for to < len(s) && (letter(s[to]) || strings.IndexByte("-._~:/?#[]@!$&'()*+,;=%", s[to]) >= 0) {
			to++
		}
		to = begin + len(trimSentence(s[begin:to]))
		if to > begin && letter(s[begin]) {
			return from, to
		}
	}
}

// trimSentence takes off an address what the sentence around it has put there: punctuation, and a bracket that nothing opens.
func trimSentence(s string) string {
	for s != "" {
		switch last := s[len(s)-1]; {
		case strings.IndexByte(".,;:!?'", last) >= 0,
			last == ')' && strings.Count(s, ")") > strings.Count(s, "("),
			last == ']' && strings.Count(s, "]") > strings.Count(s, "["):
			s = s[:len(s)-1]
		default:
			return s
		}
	}
	return s
}

func letter(c byte) bool { return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' }
