package document

import (
	"strconv"
	"strings"
)

// Link is an address of a web page or of mail in a text: the bytes from From to To. URI is where it leads.
type Link struct {
	From, To int
	URI      string
}

// maxAddress is the longest address in bytes: Word and Excel refuse to open files with longer ones.
const maxAddress = 2000

// Links finds the addresses in a text. One ends where Chinese text goes on, and punctuation after it belongs to the sentence. What no
// program could follow, because no host has such a name, is none.
func Links(s string) (links []Link) {
	if !strings.Contains(s, "://") && !strings.Contains(s, "@") && !containsWWW(s) {
		return nil
	}
	last := 0
	for i := 0; i < len(s); i++ {
		var l Link
		switch s[i] {
		case 'h', 'H', 'w', 'W':
			l = page(s, i)
		case '@':
			l = mail(s, last, i)
		}
		if l.To > 0 && l.To-l.From <= maxAddress {
			links = append(links, l)
			last = l.To
			i = last - 1
		}
	}
	return links
}

func containsWWW(s string) bool {
	return strings.Contains(s, "www.") || strings.Contains(s, "WWW.") || strings.Contains(s, "Www.")
}

// page is the address of a web page that begins at a byte of a text; the zero value where none does.
func page(s string, from int) Link {
	if from > 0 && letter(s[from-1]) {
		return Link{}
	}
	before, begin := "", from
	for _, scheme := range []string{"https://", "http://", "www."} {
		if len(s) >= from+len(scheme) && strings.EqualFold(s[from:from+len(scheme)], scheme) {
			begin = from + len(scheme)
			if scheme == "www." {
				before = "http://"
			}
			break
		}
	}
	to := host(s, begin)
	if begin == from || to == begin || to < len(s) && s[to] == '@' {
		return Link{}
	}
	to = port(s, to)
	if to < len(s) && strings.IndexByte("/?#", s[to]) >= 0 {
		for to < len(s) && to-from <= maxAddress && (letter(s[to]) || strings.IndexByte("-._~:/?#@!$&'()*+,;=%", s[to]) >= 0) {
			to++
		}
		to = begin + len(trimSentence(s[begin:to]))
	}
	return Link{from, to, before + s[from:to]}
}

// mail is the address of mail around the @ at a byte of a text, behind what has been found before.
func mail(s string, last, at int) Link {
	from := at
	for from > last && (letter(s[from-1]) || strings.IndexByte("._+-", s[from-1]) >= 0) {
		from--
	}
	for from < at && !letter(s[from]) {
		from++
	}
	to := host(s, at+1)
	dot := strings.LastIndexByte(s[at+1:to], '.')
	if from == at || dot < 0 || strings.ContainsAny(s[at+1+dot:to], "0123456789-") {
		return Link{}
	}
	return Link{from, to, "mailto:" + s[from:to]}
}

// host is where the name of a host that begins at a byte of a text ends: parts of letters, digits and hyphens, with dots between.
func host(s string, begin int) (to int) {
	for to = begin; ; {
		end := to
		for end < len(s) && (letter(s[end]) || s[end] == '-' && end > to) {
			end++
		}
		for end > to && s[end-1] == '-' {
			end--
		}
		if n := end - to; n == 0 || n > 63 {
			return max(to-1, begin) // the dot belongs to the sentence
		}
		if to = end; to == len(s) || s[to] != '.' {
			return to
		}
		to++
	}
}

// port is where the number of a port that begins at a byte of a text ends, or that byte where there is none.
func port(s string, begin int) (to int) {
	if begin == len(s) || s[begin] != ':' {
		return begin
	}
	to = begin + 1
	for to < len(s) && s[to] >= '0' && s[to] <= '9' {
		to++
	}
	if _, err := strconv.ParseUint(s[begin+1:to], 10, 16); err != nil {
		return begin
	}
	return to
}

// trimSentence takes off an address what the sentence around it has put there: punctuation, and a bracket that nothing opens.
func trimSentence(s string) string {
	for s != "" {
		switch last := s[len(s)-1]; {
		case strings.IndexByte(".,;:!?'", last) >= 0, last == ')' && strings.Count(s, ")") > strings.Count(s, "("):
			s = s[:len(s)-1]
		default:
			return s
		}
	}
	return s
}

func letter(c byte) bool { return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' }
