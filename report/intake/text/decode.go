// Package text reads plain text and Markdown: paragraphs line by line, and the tables that a copy of a web page or a spreadsheet
// leaves in a text as pipes or tabs.
package text

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"nianbao/report"
)

// encodings are those that a Chinese text file may have, each with its byte order mark. Without a mark the likeliest is taken, the
// first of equals.
var encodings = []struct {
	mark string
	encoding.Encoding
}{
	{"\xef\xbb\xbf", unicode.UTF8},
	{"\x84\x31\x95\x33", simplifiedchinese.GB18030},
	{"\xff\xfe", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"\xfe\xff", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
}

// Decode is the text of a file in UTF-8, GB 18030 or UTF-16, with a byte order mark or without. What is broken becomes U+FFFD, NUL
// bytes go.
func Decode(data []byte) (string, error) {
	from, body := guess(data)
	text, err := decode(from, body)
	if err != nil {
		return "", err
	}
	if binary(text) {
		return "", report.Errorf(report.Invalid, "这个文件不是文字，请用原来的软件打开，另存为 .docx 后再试，或者把文字复制到 .txt 文件里。")
	}
	return strings.ReplaceAll(text, "\x00", ""), nil
}

// guess is the encoding of a file, and the file without its byte order mark.
func guess(data []byte) (encoding.Encoding, []byte) {
	for _, e := range encodings {
		if body, ok := bytes.CutPrefix(data, []byte(e.mark)); ok {
			return e.Encoding, body
		}
	}
	if utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 {
		return unicode.UTF8, data
	}
	best, most := encoding.Encoding(unicode.UTF8), 0
	for i, e := range encodings {
		if text, err := decode(e.Encoding, sample(data)); err == nil {
			if score := chinese(text); i == 0 || score > most {
				best, most = e.Encoding, score
			}
		}
	}
	return best, data
}

// sample is as much of a file as its encoding is guessed from: from just before the first byte that is not plain ASCII, and from
// an even place because of UTF-16.
func sample(data []byte) []byte {
	const before, length = 4 << 10, 128 << 10
	first := max(bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf }), 0)
	from := max(first-before, 0) &^ 1
	return data[from:min(from+length, len(data))]
}

func decode(from encoding.Encoding, data []byte) (string, error) {
	if from == unicode.UTF8 {
		return strings.ToValidUTF8(string(data), "\ufffd"), nil
	}
	var text strings.Builder
	text.Grow(len(data) + len(data)/2)
	_, err := io.Copy(&text, transform.NewReader(bytes.NewReader(data), from.NewDecoder()))
	return text.String(), err
}

// chinese says how much a text looks like Chinese. GB 18030 is ordered so that its bytes tell: first bytes B0 to D7 with a second one
// from A1 hold the 3755 commonest characters, A1 to A3 punctuation. Bytes taken for what they are not give rare characters, other
// scripts and unassigned places.
func chinese(text string) int {
	code, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
	if err != nil {
		return 0
	}
	score := 0
	for i := 0; i < len(code); {
		lead, trail := code[i], byte(0)
		if i+1 < len(code) {
			trail = code[i+1]
		}
		switch {
		case lead < utf8.RuneSelf:
			i++
			switch {
			case lead == '\n', lead == '\r', lead == '\t', lead == ' ', lead >= '0' && lead <= '9':
				score++
			case lead < ' ' && lead != 0, lead == 0x7f:
				score -= 2
			}
		case trail < '@': // four bytes: what GBK does not have
			i += 4
			score -= 2
		default:
			i += 2
			switch {
			case trail >= 0xa1 && lead >= 0xb0 && lead <= 0xd7, trail > 0xa1 && lead >= 0xa1 && lead <= 0xa3:
				score += 2
			case trail >= 0xa1 && lead >= 0xd8 && lead <= 0xf7: // the rarer half of GB 2312
			case lead >= 0x81 && lead <= 0xa0, lead >= 0xaa && trail < 0xa1: // rare and traditional characters
				score--
			default:
				score -= 2
			}
		}
	}
	return score
}

// binary says that what was decoded cannot have been a text: much of it is not writing.
func binary(text string) bool {
	all, strange := 0, 0
	for _, r := range text {
		switch {
		case r == 0:
			continue
		case r == utf8.RuneError, r < ' ' && !strings.ContainsRune("\t\n\v\f\r", r), r == 0x7f:
			strange++
		}
		if all++; all == 1<<20 {
			break
		}
	}
	return strange > 1 && strange*10 > all || all == 0 && text != ""
}
