package specimen

import (
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// encoded writes a text in one of the encodings that Chinese files have. A character that GB 18030 lacks does not exist.
func (m *maker) encoded(text, encoding string) []byte {
	m.mark("encoding." + encoding)
	switch encoding {
	case "utf8_bom":
		text = "\ufeff" + text
	case "utf16":
		text = must(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text))
	case "utf16_be":
		text = must(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text))
	case "gb18030":
		text = must(simplifiedchinese.GB18030.NewEncoder().String(text))
	}
	return []byte(text)
}

func lineEnds(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") }
