package html

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// labelWithin is how far into a page its charset is looked for; browsers stop at 1024, but pages are written that need more.
const labelWithin = 8192

// decode is a page as UTF-8. A byte order mark decides; else the text itself, because labels are wrong often; else it is
// Big5 where the label says so, or GB18030, which holds gb2312 and gbk. What is no character becomes U+FFFD.
func decode(data []byte) (text string, cut bool) {
	e, mark := marked(data)
	data = data[mark:]
	if mark == 0 {
		label := labelled(string(data[:min(len(data), labelWithin)]))
		if !isUTF8(data, label) {
			e = simplifiedchinese.GB18030
			if label == traditionalchinese.Big5 {
				e = label
			}
		}
	}
	if e == nil || e == unicode.UTF8 {
		return strings.ToValidUTF8(string(data), "\ufffd"), false
	}
	// Two bytes make three at most. Only bytes that are no characters make more; a file that is full of those is cut.
	decoded := make([]byte, len(data)*3/2+1024)
	n, read, _ := e.NewDecoder().Transform(decoded, data, true)
	return string(decoded[:n]), read < len(data)
}

// marked is the encoding of a byte order mark and the length of the mark; nil where there is none.
func marked(data []byte) (encoding.Encoding, int) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return unicode.UTF8, 3
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), 2
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), 2
	}
	return nil, 0
}

// labelled is the encoding that a meta element names, nil where none does.
func labelled(head string) encoding.Encoding {
	s := scanner{in: head}
	for s.next() {
		if s.kind != startTag || s.name != "meta" {
			continue
		}
		label := s.get("charset")
		if label == "" && strings.EqualFold(s.get("http-equiv"), "content-type") {
			_, label, _ = strings.Cut(strings.ToLower(s.get("content")), "charset=")
			label = strings.Trim(label, ` "';`)
		}
		if e, err := htmlindex.Get(label); err == nil {
			return e
		}
	}
	return nil
}

// isUTF8 reports whether data is UTF-8: Chinese characters in it outweigh what is none, or nothing in it speaks against it.
func isUTF8(data []byte, label encoding.Encoding) bool {
	chinese, other, bad := 0, 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case r >= 0x2e80:
			chinese++
		default:
			other++
		}
		i += size
	}
	if chinese > 0 {
		return chinese >= bad
	}
	return bad == 0 && (other == 0 || label == nil || label == unicode.UTF8)
}
