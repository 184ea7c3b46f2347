package text

import (
	"bytes"
	"compress/gzip"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"nianbao/report"
)

var (
	littleEndian = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	bigEndian    = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
)

func encoded(t testing.TB, e encoding.Encoding, text string) string {
	t.Helper()
	out, err := e.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDecode(t *testing.T) {
	texts := []struct{ name, text string }{
		{"report", "云岭县水务局2022年政府信息公开工作年度报告\r\n\r\n一、总体情况\r\n本年度共公开信息 36 条，未收到申请。\r\n"},
		{"title", "云岭县水务局年度报告"},
		{"one word", "新桥镇"},
		{"table", "| 行政许可 | 0 | 0 | 0 |\n| 行政处罚 | 12 | 3 | 0 |\n| 无 | | | |\n"},
		{"traditional", "雲嶺縣水務局2022年政府信息公開工作年度報告\n三、收到和處理政府信息公開申請情況\n"},
		{"JSON", `{"schema": "nianbao", "year": 2022, "agency": "云岭县水务局"}`},
		{"English", "{\"year\": 2022}\n"},
		{"Chinese comes late", strings.Repeat("0 | 0 | 0 |\n", 20_000) + "本年度没有收到申请。\n"},
		{"rare characters", "㙍头镇、𠮷田村与䶮山乡的报告在这里公布，共三件。"},
	}
	for _, e := range []struct {
		name string
		encoding.Encoding
		mark string
	}{
		{"UTF-8", unicode.UTF8, "\xef\xbb\xbf"},
		{"GB 18030", simplifiedchinese.GB18030, "\x84\x31\x95\x33"},
		{"UTF-16LE", littleEndian, "\xff\xfe"},
		{"UTF-16BE", bigEndian, "\xfe\xff"},
	} {
		for _, c := range texts {
			for _, mark := range []string{"", e.mark} {
				got, err := Decode([]byte(mark + encoded(t, e, c.text)))
				if err != nil || got != c.text {
					t.Errorf("%s in %s, mark %q: got %.60q (%v), want %.60q", c.name, e.name, mark, got, err, c.text)
				}
			}
		}
	}
}

func TestDecodeBroken(t *testing.T) {
	const text = "本年度共公开政府信息 36 条，收到申请 2 件。\n"
	gb := encoded(t, simplifiedchinese.GB18030, text)
	for _, c := range []struct{ name, data, want string }{
		{"empty", "", ""},
		{"a mark alone", "\xef\xbb\xbf", ""},
		{"half a character at the end", text + "公\xe5\xbc", text + "公\ufffd"},
		{"short, half a character at the end", "公开\xe5\xbc", "公开\ufffd"},
		{"half a character at the beginning", "\xbc\x80" + text, "\ufffd" + text},
		{"one byte in the middle", text + "\xff" + text, text + "\ufffd" + text},
		{"a word in GBK in the middle", text + "\xb9\xab\xbf\xaa" + text, text + "\ufffd" + text},
		{"NUL bytes", "本年\x00度\x00\n" + text, "本年度\n" + text},
		{"padded with NUL bytes", text + strings.Repeat("\x00", 5000), text},
		{"half a character at the end, GBK", gb + "\xb9", text + "\ufffd"},
		{"half a character at the end, UTF-16", encoded(t, littleEndian, text) + "\x01", text + "\ufffd"},
		{"a mark that does not belong there", "\xef\xbb\xbf" + text + "\xff", text + "\ufffd"},
	} {
		if got, err := Decode([]byte(c.data)); err != nil || got != c.want {
			t.Errorf("%s: got %q (%v), want %q", c.name, got, err, c.want)
		}
	}
}

func TestDecodeBinary(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	noise := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		w.Write([]byte{byte(noise.IntN(256))})
	}
	w.Close()
	for _, c := range []struct{ name, data string }{
		{"packed", packed.String()},
		{"zip", "PK\x03\x04\x14\x00\x08\x00\x08\x00" + packed.String()},
		{"image", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00" + packed.String()},
		{"old Word", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 16) + packed.String()},
		{"NUL bytes alone", strings.Repeat("\x00", 300)},
		{"control characters", strings.Repeat("\x01\x02\x1b[31m", 50)},
	} {
		got, err := Decode([]byte(c.data))
		if report.ErrorCode(err) != report.Invalid || !strings.HasSuffix(report.ErrorMessage(err), "。") {
			t.Errorf("%s: got %.40q, %v", c.name, got, err)
		}
	}
}

// The five real reports in each encoding give the same text, and so does any beginning of them, up to the character that is cut.
func TestDecodeSeeds(t *testing.T) {
	for name, text := range seeds(t) {
		for encodingName, e := range map[string]encoding.Encoding{"UTF-8": unicode.UTF8, "GB 18030": simplifiedchinese.GB18030, "UTF-16LE": littleEndian, "UTF-16BE": bigEndian} {
			data := encoded(t, e, text)
			for _, length := range []int{len(data), 4001, 1000, 501, 100, 31} {
				got, err := Decode([]byte(data[:min(length, len(data))]))
				if got = strings.TrimSuffix(got, "\ufffd"); err != nil || !strings.HasPrefix(text, got) || len(got) < length/3 && length <= len(data) {
					t.Errorf("%s in %s, %d bytes: got %.50q, %v", name, encodingName, length, got, err)
				}
			}
		}
	}
}

func TestDecodeLarge(t *testing.T) {
	sentence := "本年度共公开政府信息 36 条，收到申请 2 件。\n"
	for name, data := range map[string]string{
		"GB 18030":     strings.Repeat(encoded(t, simplifiedchinese.GB18030, sentence), 8<<20/50),
		"broken UTF-8": strings.Repeat(sentence+"\xff", 8<<20/70),
		"zeros":        strings.Repeat("\x00", 8<<20),
	} {
		start := time.Now()
		Decode([]byte(data))
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}

// seeds are the real reports beside the project.
func seeds(t testing.TB) map[string]string {
	t.Helper()
	names, _ := filepath.Glob("../../../../shared/seeds/*.txt")
	if len(names) == 0 {
		t.Log("the real reports are not beside the project; texts of our own stand in for them")
	}
	texts := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(name)[:3]] = string(data)
	}
	return texts
}

func FuzzDecode(f *testing.F) {
	const text = "一、总体情况\n本年度收到 2 件。"
	for _, e := range encodings {
		f.Add([]byte(e.mark + encoded(f, e, text)))
		f.Add([]byte(encoded(f, e, text)))
	}
	f.Add([]byte("本年\xe5\xba"))
	f.Add([]byte("PK\x03\x04\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Decode(data)
		switch {
		case err != nil && report.ErrorCode(err) != report.Invalid:
			t.Error(err)
		case !utf8.ValidString(got), strings.Contains(got, "\x00"):
			t.Errorf("got %q", got)
		case err == nil && utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 && got != strings.TrimPrefix(string(data), "\ufeff") && !bytes.HasPrefix(data, []byte("\x84\x31\x95\x33")):
			t.Errorf("UTF-8 %q became %q", data, got)
		}
	})
}
