package main

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"nianbao/report"
)

// decoded is a JSON file as UTF-8. It may be UTF-8, UTF-16 or GB 18030, with a byte order mark or without: JSON begins with an ASCII
// character, by which UTF-16 gives itself away.
func decoded(data []byte) ([]byte, error) {
	var from transform.Transformer = unicode.BOMOverride(simplifiedchinese.GB18030.NewDecoder())
	switch marked := len(data) > 2 && (data[0] >= 0xfe || data[0] == 0xef); {
	case utf8.Valid(data) && !marked && bytes.IndexByte(data, 0) < 0:
		return data, nil
	case !marked && len(data) > 2 && data[0] == 0:
		from = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder()
	case !marked && len(data) > 2 && data[1] == 0:
		from = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder()
	}
	out, _, err := transform.Bytes(from, data)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		return nil, report.Wrap(report.Invalid, err, "认不出文字编码，请另存为 UTF-8 后再试。")
	}
	return out, nil
}
