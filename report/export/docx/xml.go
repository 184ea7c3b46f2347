package docx

import (
	"strconv"
	"strings"

	"nianbao/report/document"
)

// xmlBuffer grows one part of the file.
type xmlBuffer struct {
	b []byte
	// held are the blocks of the body that stay on a page with what follows them.
	held []document.Block
	// headed says that a heading stands above.
	headed bool
	// drawn is how many pictures there are so far.
	drawn int
	// links are where the links of the document lead, in their order. They stay from the body to the part that lists its relations.
	links []string
}

// raw appends XML as it is.
func (x *xmlBuffer) raw(xml string) *xmlBuffer {
	x.b = append(x.b, xml...)
	return x
}

func (x *xmlBuffer) int(n int) *xmlBuffer {
	x.b = strconv.AppendInt(x.b, int64(n), 10)
	return x
}

// text appends a text, in an element as in an attribute.
func (x *xmlBuffer) text(s string) *xmlBuffer {
	x.b = document.AppendEscaped(x.b, s)
	return x
}

// run appends a run of text, with a character style unless it is "". Line feeds break the line, tabs are tabs.
func (x *xmlBuffer) run(style, s string) {
	if s == "" {
		return
	}
	x.raw(`<w:r>`)
	hint := ambiguous(s)
	if style != "" || hint {
		x.raw(`<w:rPr>`)
		if style != "" {
			x.raw(`<w:rStyle w:val="`).raw(style).raw(`"/>`)
		}
		if hint {
			x.raw(`<w:rFonts w:hint="eastAsia"/>`)
		}
		x.raw(`</w:rPr>`)
	}
	x.content(s)
	x.raw(`</w:r>`)
}

// sizedRun appends a run of text in a size of its own, in half points.
func (x *xmlBuffer) sizedRun(half int, s string) {
	x.raw(`<w:r><w:rPr>`)
	if ambiguous(s) {
		x.raw(`<w:rFonts w:hint="eastAsia"/>`)
	}
	x.raw(`<w:sz w:val="`).int(half).raw(`"/><w:szCs w:val="`).int(half).raw(`"/></w:rPr>`)
	x.content(s)
	x.raw(`</w:r>`)
}

// content appends the text of a run.
func (x *xmlBuffer) content(s string) {
	for s != "" {
		at := strings.IndexAny(s, "\n\t")
		line := s
		if at >= 0 {
			line = s[:at]
		}
		if line != "" {
			x.raw(`<w:t xml:space="preserve">`).text(line).raw(`</w:t>`)
		}
		if at < 0 {
			break
		}
		if s[at] == '\n' {
			x.raw(`<w:br/>`)
		} else {
			x.raw(`<w:tab/>`)
		}
		s = s[at+1:]
	}
}

// ambiguous reports whether a text has characters that Word takes for Latin unless told otherwise: “ ” — … ① and their kin.
func ambiguous(s string) bool {
	for _, r := range s {
		if r >= 0x80 && r < 0x2e80 {
			return true
		}
	}
	return false
}
