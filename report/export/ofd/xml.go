package ofd

import (
	"strconv"
	"unicode/utf8"

	"nianbao/report/document"
	"nianbao/report/layout"
)

// namespace is declared by the root element of every part; readers look for the prefix ofd as well.
const namespace = ` xmlns:ofd="http://www.ofdspec.org/2016"`

// xmlBuffer grows one part of the file. There is no white space between elements: to readers it would be text.
type xmlBuffer struct{ b []byte }

// begin starts a new part.
func (x *xmlBuffer) begin() *xmlBuffer {
	x.b = x.b[:0]
	return x.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
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

// element appends an element with a text, unless the text is "".
func (x *xmlBuffer) element(name, text string) {
	if text != "" {
		x.raw(`<ofd:`).raw(name).raw(`>`).text(text).raw(`</ofd:`).raw(name).raw(`>`)
	}
}

// char appends one character; what XML cannot hold becomes a blank or a replacement character, never nothing.
func (x *xmlBuffer) char(r rune) {
	switch r {
	case '<', '>', '&', '"':
		x.text(string(r))
	case 0xfffe, 0xffff:
		x.b = utf8.AppendRune(x.b, utf8.RuneError)
	default:
		x.b = utf8.AppendRune(x.b, max(r, ' '))
	}
}

// micron is a thousandth of a millimetre, the unit of a file's coordinates. Places are rounded to it, never distances, so that
// what is rounded does not add up over a line.
type micron int

// at is the micron next to a place.
func at(l layout.Length) micron { return micron(floor(int(l)*254+360, 720)) }

// before and after are the microns around a place.
func before(l layout.Length) micron { return micron(floor(int(l)*127, 360)) }
func after(l layout.Length) micron  { return micron(-floor(-int(l)*127, 360)) }

// floor divides towards less.
func floor(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// mm appends a length in millimetres, as short as it is exact.
func (x *xmlBuffer) mm(m micron) *xmlBuffer {
	if m < 0 {
		x.b = append(x.b, '-')
		m = -m
	}
	x.int(int(m / 1000))
	if rest := m % 1000; rest != 0 {
		x.b = append(x.b, '.', byte('0'+rest/100))
		if rest %= 100; rest != 0 {
			x.b = append(x.b, byte('0'+rest/10))
			if rest %= 10; rest != 0 {
				x.b = append(x.b, byte('0'+rest))
			}
		}
	}
	return x
}

// box appends a rectangle (ST_Box): its upper left corner, width and height.
func (x *xmlBuffer) box(b box) *xmlBuffer {
	return x.mm(b.left).raw(` `).mm(b.top).raw(` `).mm(b.right - b.left).raw(` `).mm(b.bottom - b.top)
}

// box is a rectangle on the page.
type box struct{ left, top, right, bottom micron }

// with is the box around both.
func (b box) with(c box) box {
	return box{min(b.left, c.left), min(b.top, c.top), max(b.right, c.right), max(b.bottom, c.bottom)}
}

// gray appends the attribute of a colour. The default colour space is RGB, and some readers know no other.
func (x *xmlBuffer) gray(g uint8) *xmlBuffer {
	return x.raw(` Value="`).int(int(g)).raw(` `).int(int(g)).raw(` `).int(int(g)).raw(`"`)
}
