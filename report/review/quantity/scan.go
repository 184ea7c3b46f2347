package quantity

import (
	"strings"
	"unicode/utf8"
)

type tokenKind uint8

const (
	tokenQuantity tokenKind = iota // ref is its index
	tokenWord                      // word is its kind
	tokenStop                      // 。！？ and the end of a line
	tokenSemi                      // ；
	tokenComma                     // ，
	tokenColon                     // ：
	tokenPause                     // 、
	tokenPlus                      // +
	tokenOpen                      // （; ref is the token that closes it, 0 for none
	tokenClose
)

// token is a thing that matters to clauses and breakdowns.
type token struct {
	kind       tokenKind
	word       wordKind
	line       bool // a stop that ends the line
	start, end int
	ref        int
	// depth, clause and sentence are where it stands; an opening bracket stands outside.
	depth, clause, sentence int
}

type scanner struct {
	text       string
	i          int
	tokens     []token
	quantities []Quantity
	shut       int // numbers before it stand inside 《》 or short “” and count nothing
	tried      int // numerals before it have been read
}

// longestTitle bounds how far a closing 》 or ” is looked for, in bytes.
const longestTitle = 240

func (s *scanner) mark(kind tokenKind, size int) {
	s.tokens = append(s.tokens, token{kind: kind, start: s.i, end: s.i + size})
	s.i += size
}

// scan cuts a text into tokens.
func (s *scanner) scan() {
	for s.skip(); s.i < len(s.text); s.skip() {
		c := s.text[s.i]
		if c < utf8.RuneSelf {
			s.ascii(c)
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[s.i:])
		switch r {
		case '。', '！', '？':
			s.mark(tokenStop, size)
		case '；':
			s.mark(tokenSemi, size)
		case '，':
			s.mark(tokenComma, size)
		case '：':
			s.mark(tokenColon, size)
		case '、':
			s.mark(tokenPause, size)
		case '＋':
			s.mark(tokenPlus, size)
		case '（':
			s.mark(tokenOpen, size)
		case '）':
			s.mark(tokenClose, size)
		case '《':
			s.shutTo("》", longestTitle)
			s.i += size
		case '“', '「':
			if r == '“' {
				s.shutTo("”", longestTitle/3)
			} else {
				s.shutTo("」", longestTitle/3)
			}
			s.i += size
		case '０', '１', '２', '３', '４', '５', '６', '７', '８', '９':
			s.arabic()
		case '〇', '零', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '壹', '贰', '叁': // see numerals
			if !s.chinese(r) {
				s.word(r, size)
			}
		default:
			s.word(r, size)
		}
	}
}

// skip goes over Chinese characters with which nothing begins that matters, as most of a text is.
func (s *scanner) skip() {
	text, i := s.text, s.i
	for i+2 < len(text) && text[i]-0xE4 < 6 {
		r := rune(text[i]&0x0F)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F)
		if r < 0x4E00 || text[i+1]&0xC0 != 0x80 || text[i+2]&0xC0 != 0x80 || begins[(r-0x4E00)>>6]&(1<<(r&63)) != 0 {
			break
		}
		i += 3
	}
	s.i = i
}

// shutTo takes the text up to a closing mark for a name.
func (s *scanner) shutTo(mark string, longest int) {
	rest := s.text[s.i:min(len(s.text), s.i+longest)]
	if k := strings.Index(rest, mark); k >= 0 && strings.IndexByte(rest[:k], '\n') < 0 {
		s.shut = max(s.shut, s.i+k)
	}
}

func (s *scanner) ascii(c byte) {
	switch {
	case c >= '0' && c <= '9':
		s.arabic()
	case c == '\n':
		s.mark(tokenStop, 1)
		s.tokens[len(s.tokens)-1].line = true
	case c == '!' || c == '?':
		s.mark(tokenStop, 1)
	case c == ';':
		s.mark(tokenSemi, 1)
	case c == ',':
		s.mark(tokenComma, 1)
	case c == ':':
		s.mark(tokenColon, 1)
	case c == '+':
		s.mark(tokenPlus, 1)
	case c == '(':
		s.mark(tokenOpen, 1)
	case c == ')':
		s.mark(tokenClose, 1)
	case c == '"':
		if s.i >= s.shut {
			rest := s.text[s.i+1 : min(len(s.text), s.i+longestTitle/3)]
			if k := strings.IndexByte(rest, '"'); k > 0 && strings.IndexByte(rest[:k], '\n') < 0 {
				s.shut = s.i + 1 + k
			}
		}
		s.i++
	case c == '.':
		// A full stop that was typed in half width.
		if s.i > 0 && s.text[s.i-1] >= utf8.RuneSelf && (s.i+1 == len(s.text) || s.text[s.i+1] >= utf8.RuneSelf || s.text[s.i+1] == '\n' || s.text[s.i+1] == ' ') {
			s.mark(tokenStop, 1)
			return
		}
		s.i++
	case letter(c):
		s.address()
	default:
		s.i++
	}
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// address steps over letters, and where they go on like an address on the web, over all of it.
func (s *scanner) address() {
	i := s.i
	for i < len(s.text) && letter(s.text[i]) {
		i++
	}
	if i+1 < len(s.text) && strings.IndexByte("./:@_-", s.text[i]) >= 0 && (letter(s.text[i+1]) || s.text[i+1] == '/' || s.text[i+1] >= '0' && s.text[i+1] <= '9') {
		for i < len(s.text) && (letter(s.text[i]) || strings.IndexByte("0123456789./:@_-?=&%#~", s.text[i]) >= 0) {
			i++
		}
	}
	s.i = i
}

// word takes the word that begins here, if any.
func (s *scanner) word(r rune, size int) {
	w, ok := wordAt(r, s.text[s.i:])
	switch {
	case !ok:
		s.i += size
		return
	case w.kind == shield || s.i < s.shut:
		s.i += len(w.text)
		return
	case w.kind == wordNone:
		start := s.i
		for _, adverb := range noneAdverbs {
			if strings.HasSuffix(s.text[:start], adverb) {
				start -= len(adverb)
			}
		}
		if w.text == "无" && !standsAlone(s.text, s.i) {
			s.i += size
			return
		}
		end := s.i + len(w.text)
		s.add(Quantity{Span: Span{start, end}, Digits: Span{start, end}, Form: Count, None: true, Step: One})
		s.i = end
		return
	}
	length := len(w.text)
	if w.kind == wordCompare && endsWithAny(w.text, "上", "去", "往", "同期") {
		length = size // 上年 is a word of its own
	}
	s.mark(tokenWord, length)
	s.tokens[len(s.tokens)-1].word = w.kind
}

// noneAdverbs belong to the word of none that they stand before.
var noneAdverbs = []string{"均", "都", "皆", "暂", "尚", "并", "也", "亦", "从", "仍", "全部"}

// standsAlone reports whether 无 is the word, not the end of another.
func standsAlone(text string, at int) bool {
	for _, w := range [...]string{"有", "毫", "从", "绝", "虚", "全", "华", "南", "北", "东", "西"} {
		if strings.HasSuffix(text[:at], w) {
			return false
		}
	}
	return true
}

func (s *scanner) add(q Quantity) {
	s.tokens = append(s.tokens, token{kind: tokenQuantity, start: q.Span.Start, end: q.Span.End, ref: len(s.quantities)})
	s.quantities = append(s.quantities, q)
}

func startsWithAny(text string, heads ...string) bool {
	for _, h := range heads {
		if strings.HasPrefix(text, h) {
			return true
		}
	}
	return false
}

func lastRunes(text string, n int) string {
	at := len(text)
	for range n {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return text[at:]
}

func endsWithAny(text string, tails ...string) bool {
	for _, w := range tails {
		if strings.HasSuffix(text, w) {
			return true
		}
	}
	return false
}

func containsAny(text string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
