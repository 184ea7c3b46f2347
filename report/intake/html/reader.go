package html

import (
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/report/document"
)

// Limits beside those of document.Builder.
const (
	maxLine  = 1 << 20 // bytes of a paragraph
	maxDepth = 50      // tables and marks in one another
	maxLists = 10_000
	maxNodes = document.MaxBlocks + 2*document.MaxCells // what waits for the end of a table
)

// reader goes through a page once and keeps no tree: what is open of a text are the tables, the lists and a few marks. So unclosed
// and crossed tags do no harm, however many and deep.
type reader struct {
	scanner
	builder   document.Builder
	published string
	// tags says that there was markup, cut that something was left out.
	tags, cut bool

	// line is the paragraph being read. A blank is put before its next character; prefix before its first.
	line   []byte
	blank  bool
	prefix string
	// level is that of the open heading, pre how many pre elements are open.
	level, pre int

	skip   skip
	marks  []mark
	lists  []list
	tables []*table
	// deeper counts the tables beyond maxDepth that are open, nodes what all tables hold.
	deeper, nodes int
}

// mark is an element inside a paragraph whose end matters; within counts those of the same name that are open in it.
type mark struct {
	name   string
	within int
	style  style
	from   int // where its text begins in the line
}

// list is an open list: the number of its next item, and whether it is shown.
type list struct {
	next     int
	numbered bool
}

func (r *reader) read(page string) {
	r.in = page
	for r.next() {
		if len(r.builder.Blocks()) == document.MaxBlocks {
			r.cut = true // nothing more has room
			return
		}
		r.tags = r.tags || r.kind != text
		switch r.kind {
		case text:
			if r.skip.name == "" {
				r.add(r.text)
			}
		case startTag:
			r.start()
		case endTag:
			r.end()
		}
	}
	r.boundary()
	for len(r.tables) > 0 {
		r.closeTable()
	}
}

func (r *reader) start() {
	if r.skip.name != "" && r.skipsStart() {
		return
	}
	switch {
	case r.name == "br":
		r.flush()
		return
	case r.name == "hr":
		r.boundary()
		return
	case r.name == "meta":
		r.meta()
		return
	case r.name == "input":
		r.input()
		return
	case r.class == void, r.class == raw:
		return
	}
	st := parseStyle(r.get("style"))
	if r.class == block {
		r.boundary()
	}
	if r.class == dropped || r.hidden(st) {
		if !r.closed {
			r.closePart(tableRank(r.name)) // a hidden cell ends the cell before it, too
			r.skip = skip{name: r.name, class: r.class}
		}
		return
	}
	switch r.name {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		r.level = int(r.name[1] - '0')
	case "pre", "listing":
		r.pre++
	case "ol", "ul", "menu", "dir":
		r.openList(st)
	case "li":
		r.item(st)
	case "table":
		r.openTable()
	case "caption", "colgroup", "tr", "thead", "tbody", "tfoot":
		r.openPart()
	case "td", "th":
		r.openCell()
	default:
		r.mark(st)
	}
}

func (r *reader) end() {
	if r.skip.name != "" && r.skipsEnd() {
		return
	}
	if r.name == "br" {
		r.flush()
	}
	if n := len(r.marks); n > 0 && r.marks[n-1].name == r.name {
		if r.marks[n-1].within--; r.marks[n-1].within < 0 {
			m := r.marks[n-1]
			r.marks = r.marks[:n-1]
			r.endMark(m)
		}
	}
	if r.class != block {
		return
	}
	r.boundary()
	switch r.name {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		r.level = 0
	case "pre", "listing":
		r.pre = max(r.pre-1, 0)
	case "ol", "ul", "menu", "dir":
		r.closeList()
	case "li":
		r.prefix = ""
	case "table":
		r.closeTable()
	case "caption", "colgroup", "td", "th", "tr", "thead", "tbody", "tfoot":
		r.closePart(tableRank(r.name))
	}
}

// add appends text to the paragraph, white space as a browser shows it. Line feeds of the source between Chinese characters are
// no blanks.
func (r *reader) add(s string) {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	before := rune(0)
	for i := 0; i < len(s); {
		if blank(s[i]) && r.pre == 0 {
			from := i
			for i < len(s) && blank(s[i]) {
				i++
			}
			after, _ := utf8.DecodeRuneInString(s[i:])
			wrapped := i < len(s) && strings.ContainsAny(s[from:i], "\n\r") && chinese(before) && chinese(after)
			r.blank = r.blank || len(r.line) > 0 && !wrapped
			continue
		}
		c, size := utf8.DecodeRuneInString(s[i:])
		i += size
		before = c
		switch {
		case c == '\n' && r.pre > 0:
			r.flush()
		case c == 0, c == '\u200b', c == '\ufeff', c == '\u00ad': // not to be seen
		case len(r.line) == 0 && unicode.IsSpace(c):
		case len(r.line) > maxLine:
			r.cut = true
			return
		default:
			if len(r.line) == 0 {
				r.line = append(r.line, r.prefix...)
				r.prefix = ""
			}
			if r.blank {
				r.line = append(r.line, ' ')
				r.blank = false
			}
			r.line = utf8.AppendRune(r.line, c)
		}
	}
}

// chinese reports whether c is as wide as a Chinese character: those, their punctuation, quotation marks and dashes.
func chinese(c rune) bool { return c >= 0x2e80 || c >= 0x2010 && c <= 0x2026 }

// flush ends the paragraph.
func (r *reader) flush() {
	if len(r.line) > 0 {
		r.paragraph(string(r.line), r.level)
	}
	r.line, r.blank = r.line[:0], false
}

// boundary ends the paragraph where a block begins or ends.
func (r *reader) boundary() {
	r.flush()
	r.marks = r.marks[:0]
}

// mark remembers an element inside a paragraph that says something about its text.
func (r *reader) mark(st style) {
	if n := len(r.marks); !(st.block || st.number || st.tab) || n == maxDepth {
		if n > 0 && r.marks[n-1].name == r.name {
			r.marks[n-1].within++
		}
		return
	}
	if st.block {
		r.flush()
	}
	r.marks = append(r.marks, mark{name: r.name, style: st, from: len(r.line)})
}

func (r *reader) endMark(m mark) {
	from := min(m.from, len(r.line)) // a br may have come between
	switch {
	case m.style.block:
		r.flush()
	case m.style.tab:
		r.line, r.blank = r.line[:from], false
		if from > 0 {
			r.line = append(r.line, '\t')
		}
	case m.style.number:
		// Blanks fill the number up to the text; a bullet is no text.
		number := strings.TrimSpace(string(r.line[from:]))
		if c, size := utf8.DecodeRuneInString(number); size == len(number) && !unicode.IsNumber(c) && !unicode.Is(unicode.Han, c) {
			number = ""
		}
		r.line, r.blank = append(r.line[:from], number...), false
	}
}

func (r *reader) openList(st style) {
	if len(r.lists) == maxLists {
		return
	}
	kind := strings.TrimSpace(r.get("type"))
	r.lists = append(r.lists, list{next: r.number("start", 1),
		numbered: r.name == "ol" && (kind == "" || kind == "1") && (st.list == "" || strings.Contains(st.list, "decimal"))})
}

func (r *reader) closeList() {
	if len(r.lists) > r.outerLists() {
		r.lists = r.lists[:len(r.lists)-1]
	}
	r.prefix = ""
}

// outerLists is how many lists are open around the table.
func (r *reader) outerLists() int {
	if n := len(r.tables); n > 0 {
		return r.tables[n-1].lists
	}
	return 0
}

// item begins an item of a list, with the number that a browser shows.
func (r *reader) item(st style) {
	r.prefix = ""
	if len(r.lists) <= r.outerLists() {
		return
	}
	l := &r.lists[len(r.lists)-1]
	n := r.number("value", l.next)
	l.next = n + 1
	if l.numbered && (st.list == "" || strings.Contains(st.list, "decimal")) {
		r.prefix = strconv.Itoa(n) + "．"
	}
}
