package pdf

import (
	"strconv"
	"unicode/utf16"

	"nianbao/report/document"
	"nianbao/report/layout"
)

// code is PDF syntax as it is put together (ISO 32000-1, 7.3).
type code []byte

func (c *code) raw(s string) *code {
	*c = append(*c, s...)
	return c
}

func (c *code) int(n int) *code {
	*c = strconv.AppendInt(*c, int64(n), 10)
	return c
}

// ref refers to an object.
func (c *code) ref(r ref) *code { return c.int(int(r)).raw(" 0 R") }

// length is a length in points.
func (c *code) length(l layout.Length) *code { return c.decimal(int(l), 1000) }

// decimal is n / unit without the zeros that say nothing; unit is a power of ten.
func (c *code) decimal(n, unit int) *code {
	if n < 0 {
		c.raw("-")
		n = -n
	}
	if n >= unit || n == 0 {
		c.int(n / unit)
	}
	if n %= unit; n != 0 {
		c.raw(".")
		for ; n != 0; n %= unit {
			unit /= 10
			*c = append(*c, byte('0'+n/unit))
		}
	}
	return c
}

// hex is two bytes as hexadecimal digits.
func (c *code) hex(n uint16) *code {
	const digits = "0123456789ABCDEF"
	*c = append(*c, digits[n>>12], digits[n>>8&15], digits[n>>4&15], digits[n&15])
	return c
}

// maxText is how long a text string may be in units of UTF-16: ISO 19005-2, 6.1.13 allows strings of 32,767 bytes.
const maxText = 16_000

// text is a string for people to read.
func (c *code) text(s string) *code {
	c.raw("<FEFF")
	for i, u := range utf16.Encode([]rune(document.Printable(s))) {
		if i == maxText {
			break
		}
		c.hex(u)
	}
	return c.raw(">")
}

// text is a string for people to read, as code to be put into an object.
func text(s string) string { return string(*new(code).text(s)) }
