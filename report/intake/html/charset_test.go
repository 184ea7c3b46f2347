package html

import (
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestCharset(t *testing.T) {
	const text = "云岭县𠮷政府信息公开〇件"
	in := func(e encoding.Encoding, head, text string) string {
		page, err := e.NewEncoder().String(head + "<p>" + text + "</p>")
		if err != nil {
			t.Fatal(err)
		}
		return page
	}
	gb := simplifiedchinese.GB18030
	check(t, []example{
		{"UTF-8", in(encoding.Nop, "<meta charset=utf-8>", text), text},
		{"UTF-8 without a label", in(encoding.Nop, "", text), text},
		{"UTF-8 with a mark", in(encoding.Nop, "\ufeff<meta charset=gbk>", text), text},
		{"UTF-8 labelled gb2312", in(encoding.Nop, "<meta charset=gb2312>", text), text},
		{"GB18030 labelled gb2312", in(gb, `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">`, text), text},
		{"GB18030 labelled gbk", in(gb, "<META CHARSET='GBK'>", text), text},
		{"GB18030 without a label", in(gb, "", text), text},
		{"GB18030 labelled utf-8", in(gb, "<meta charset=utf-8>", text), text},
		{"GBK labelled Latin", in(simplifiedchinese.GBK, "<meta charset=iso-8859-1>", "政府信息"), "政府信息"},
		{"GBK that could be UTF-8", "<meta charset=gbk><p>\xc4\xa3</p>", "模"},
		{"Big5", in(traditionalchinese.Big5, "<meta charset=big5>", "政府資訊公開"), "政府資訊公開"},
		{"UTF-16", in(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "", text), text},
		{"UTF-16, the other order", in(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "", text), text},
		{"UTF-8 with a bad byte", "<meta charset=gbk><p>政府\xff信息公开</p>", "政府\ufffd信息公开"},
		{"GBK with a bad byte", "<p>\xd5\xfe\xb8\xae\xff\xd0\xc5\xcf\xa2</p>", "政府\ufffd信息"},
		{"ASCII", "<p>abc</p>", "abc"},
	})
}
