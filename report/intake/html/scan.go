package html

import (
	"html"
	"strings"
)

// scanner takes a page apart into text and tags as browsers do. golang.org/x/net/html has the same, but its memory and time grow
// without bounds where a tag has very many attributes, and it copies each tag; here nothing is copied and no input takes longer
// than its length. A test holds both to the same result.
type scanner struct {
	in string
	at int
	// The current token: kind, and of a text its text as it stands there, of a tag its name in small letters
	// and the class of the element.
	kind       tokenKind
	text, name string
	class      class
	attributes []attribute
	// closed says that the tag ends in "/>".
	closed bool
}

type tokenKind int

const (
	text tokenKind = iota
	startTag
	endTag
)

// attribute is one of a tag, as it stands there.
type attribute struct{ key, value string }

// maxAttributes is how many attributes of a tag are kept.
const maxAttributes = 64

// next goes to the next token; false at the end. What a page breaks off within is left out.
func (s *scanner) next() bool {
	if s.kind == startTag && s.class == raw {
		s.skipRaw()
	}
	for s.at < len(s.in) {
		if end := s.textEnd(); end > s.at {
			s.kind, s.text = text, s.in[s.at:end]
			s.at = end
			return true
		}
		switch rest := s.in[s.at+1:]; {
		case strings.HasPrefix(rest, "!--"):
			s.comment()
		case rest[0] == '!', rest[0] == '?', rest[0] == '/' && !letterAt(rest, 1):
			s.after(">")
		default:
			return s.tag()
		}
	}
	return false
}

// get is the value of an attribute, "" where the tag has none.
func (s *scanner) get(key string) string {
	for _, a := range s.attributes {
		if len(a.key) == len(key) && strings.EqualFold(a.key, key) {
			return html.UnescapeString(a.value)
		}
	}
	return ""
}

// has reports whether the tag has an attribute, with or without a value.
func (s *scanner) has(key string) bool {
	for _, a := range s.attributes {
		if len(a.key) == len(key) && strings.EqualFold(a.key, key) {
			return true
		}
	}
	return false
}

// textEnd is where the text that begins here ends: at the next < that begins a tag or a comment.
func (s *scanner) textEnd() int {
	for i := s.at; ; i++ {
		next := strings.IndexByte(s.in[i:], '<')
		if next < 0 {
			return len(s.in)
		}
		i += next
		if letterAt(s.in, i+1) || i+1 < len(s.in) && (s.in[i+1] == '!' || s.in[i+1] == '?') || i+2 < len(s.in) && s.in[i+1] == '/' {
			return i
		}
	}
}

// after goes past the next mark, or to the end.
func (s *scanner) after(mark string) {
	if i := strings.Index(s.in[s.at:], mark); i >= 0 {
		s.at += i + len(mark)
	} else {
		s.at = len(s.in)
	}
}

// comment goes past <!-- … -->. Word's <!--[if …]> … <![endif]--> is one, too.
func (s *scanner) comment() {
	s.at += len("<!--")
	for _, empty := range []string{">", "->"} {
		if strings.HasPrefix(s.in[s.at:], empty) {
			s.at += len(empty)
			return
		}
	}
	for {
		s.after("--")
		if s.at == len(s.in) {
			return
		}
		rest := strings.TrimLeft(s.in[s.at:], "-")
		if end := strings.TrimPrefix(rest, "!"); strings.HasPrefix(end, ">") {
			s.at = len(s.in) - len(end) + 1
			return
		}
		s.at = len(s.in) - len(rest)
	}
}

// skipRaw goes to the end tag of the element that has just begun.
func (s *scanner) skipRaw() {
	for name := s.name; ; {
		s.after("</")
		rest := s.in[s.at:]
		if rest == "" {
			return
		}
		if n := len(name); len(rest) > n && strings.EqualFold(rest[:n], name) && strings.IndexByte(" \n\r\t\f/>", rest[n]) >= 0 {
			s.at -= len("</")
			return
		}
	}
}

// tag reads a start tag or an end tag; false where the page ends within it.
func (s *scanner) tag() bool {
	s.kind, s.closed, s.attributes = startTag, false, s.attributes[:0]
	s.at++
	if s.in[s.at] == '/' {
		s.kind = endTag
		s.at++
	}
	s.name = strings.ToLower(s.upTo(" \n\r\t\f/>"))
	s.class = classes[s.name]
	for {
		s.blanks()
		switch {
		case s.at == len(s.in):
			return false
		case s.in[s.at] == '>':
			s.at++
			return true
		case s.in[s.at] == '/':
			s.at++
			s.closed = strings.HasPrefix(s.in[s.at:], ">")
		case !s.attribute():
			return false
		}
	}
}

// attribute reads one attribute of a tag; false where the page ends within it.
func (s *scanner) attribute() bool {
	from := s.at
	s.at++ // an = here is part of the name
	s.upTo("= \n\r\t\f/>")
	a := attribute{key: s.in[from:s.at]}
	s.blanks()
	if s.at < len(s.in) && s.in[s.at] == '=' {
		s.at++
		s.blanks()
		if s.at == len(s.in) {
			return false
		}
		if quote := s.in[s.at]; quote == '"' || quote == '\'' {
			s.at++
			a.value = s.upTo(string(quote))
			if s.at == len(s.in) {
				return false
			}
			s.at++
		} else {
			a.value = s.upTo(" \n\r\t\f>") // the slash of <br class=x/> is part of it
		}
	}
	if len(s.attributes) < maxAttributes {
		s.attributes = append(s.attributes, a)
	}
	return true
}

// upTo is what stands before the next of the marks, or before the end; the scanner goes there.
func (s *scanner) upTo(marks string) string {
	from := s.at
	if len(marks) == 1 {
		if i := strings.IndexByte(s.in[s.at:], marks[0]); i >= 0 {
			s.at += i
		} else {
			s.at = len(s.in)
		}
		return s.in[from:s.at]
	}
	for s.at < len(s.in) && strings.IndexByte(marks, s.in[s.at]) < 0 {
		s.at++
	}
	return s.in[from:s.at]
}

func (s *scanner) blanks() {
	for s.at < len(s.in) && blank(s.in[s.at]) {
		s.at++
	}
}

// blank reports whether c is white space of HTML.
func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func letterAt(s string, i int) bool {
	return i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z')
}
