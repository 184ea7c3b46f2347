package html

import (
	"strconv"
	"strings"

	"nianbao/report/document"
)

// writer grows the page, in one of the two dresses.
type writer struct {
	look *dress
	b    []byte
	// rank is the rank of the heading last written, 1 for h1.
	rank int
	// ids counts the headers of tables that figures name.
	ids int
}

func newWriter(d *dress) *writer {
	// Most reports fit; a longer one grows it.
	return &writer{look: d, rank: d.top, b: make([]byte, 0, 48<<10)}
}

// raw appends HTML as it is.
func (h *writer) raw(html string) *writer {
	h.b = append(h.b, html...)
	return h
}

func (h *writer) int(n int) *writer {
	h.b = strconv.AppendInt(h.b, int64(n), 10)
	return h
}

// text appends a text, in an element as in an attribute.
func (h *writer) text(s string) *writer {
	h.b = document.AppendEscaped(h.b, s)
	return h
}

// linked appends a text in which addresses of web pages and of mail can be followed.
func (h *writer) linked(s string) *writer {
	from := 0
	for _, l := range document.Links(s) {
		h.text(s[from:l.From]).raw(`<a href="`).text(l.URI).raw(`">`).text(s[l.From:l.To]).raw("</a>")
		from = l.To
	}
	return h.text(s[from:])
}

// lines appends a text in which line feeds break the line.
func (h *writer) lines(s string) *writer {
	for i := 0; ; i++ {
		line, rest, more := strings.Cut(s, "\n")
		h.linked(line)
		if !more {
			return h
		}
		h.raw("<br>")
		s = rest
	}
}

// open begins a box, an element that only holds others, with what it is for.
func (h *writer) open(element, attributes, key string) {
	if !h.look.boxes {
		return
	}
	h.raw("<").raw(element).raw(attributes)
	if key != "" {
		h.raw(` data-section="`).text(key).raw(`"`)
	}
	h.raw(">\n")
}

func (h *writer) close(element string) {
	if h.look.boxes {
		h.raw("</").raw(element).raw(">\n")
	}
}

// paragraph appends a p element; one without a text is left out.
func (h *writer) paragraph(attributes, indent, s string) {
	if s != "" {
		h.raw("<p").raw(attributes).raw(">").raw(indent).linked(s).raw("</p>\n")
	}
}

// heading appends a heading of a level, 一、 being 1. Its rank is one below the title's for each level, but no rank is skipped:
// screen readers announce a gap as something missing.
func (h *writer) heading(level int, s string) {
	h.rank = min(level+h.look.top, h.rank+1)
	h.raw("<h").int(h.rank).raw(h.look.headings[min(level, 4)]).raw(">").raw(h.look.indent).text(s).raw("</h").int(h.rank).raw(">\n")
}

// title appends the title of the report, or one rank below that of an attachment, each line of a long one in an element of its own.
func (h *writer) title(rank int, attributes, s string) {
	if s == "" {
		return
	}
	h.rank = rank
	h.raw("<h").int(rank).raw(attributes).raw(">")
	if lines := document.TitleLines(s); len(lines) == 1 {
		h.text(s)
	} else {
		for _, line := range lines {
			h.raw("<span").raw(h.look.titleLine).raw(">").text(line).raw("</span>")
		}
	}
	h.raw("</h").int(rank).raw(">\n")
}
