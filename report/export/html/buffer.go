package html

import (
	"strconv"
	"strings"

	"nianbao/report/document"
)

// buffer grows the page.
type buffer struct {
	b []byte
	// rank is the rank of the heading last written, from 1 for h1.
	rank int
}

// raw appends HTML as it is.
func (h *buffer) raw(html string) *buffer {
	h.b = append(h.b, html...)
	return h
}

func (h *buffer) int(n int) *buffer {
	h.b = strconv.AppendInt(h.b, int64(n), 10)
	return h
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// text appends a text, in an element as in an attribute.
func (h *buffer) text(s string) *buffer { return h.raw(escaper.Replace(document.Printable(s))) }

// lines appends a text in which line feeds break the line.
func (h *buffer) lines(s string) *buffer {
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			h.raw("<br>")
		}
		h.text(line)
	}
	return h
}

// paragraph appends a p element with a class.
func (h *buffer) paragraph(class, s string) {
	h.raw(`<p class="`).raw(class).raw(`">`).text(s).raw("</p>\n")
}

// heading appends a heading of a level, 一、 being 1. Its rank is one below the title's for each level, but no rank is skipped:
// screen readers announce a gap as something missing.
func (h *buffer) heading(level int, s string) {
	h.rank = min(level+1, h.rank+1)
	h.raw("<h").int(h.rank).raw(` class="nb-heading nb-level-`).int(level).raw(`">`).text(s).raw("</h").int(h.rank).raw(">\n")
}

// title appends an h1 or the h2 of an attachment, each line of a long one in an element of its own.
func (h *buffer) title(rank int, class, s string) {
	h.rank = rank
	h.raw("<h").int(rank).raw(` class="`).raw(class).raw(`">`)
	if lines := document.TitleLines(s); len(lines) == 1 {
		h.text(s)
	} else {
		for _, line := range lines {
			h.raw(`<span class="nb-line">`).text(line).raw("</span>")
		}
	}
	h.raw("</h").int(rank).raw(">\n")
}
