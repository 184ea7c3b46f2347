package intake

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"nianbao/report"
)

func zipped(t *testing.T, names ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		if _, err := w.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestSniff(t *testing.T) {
	wide := func(s string) string {
		var b strings.Builder
		for _, r := range s {
			b.WriteRune(r)
			b.WriteByte(0)
		}
		return b.String()
	}
	for _, c := range []struct {
		name, extension string
		data            []byte
		want            kind
	}{
		{"word", ".docx", zipped(t, "[Content_Types].xml", "word/document.xml"), kindDocx},
		{"word under another name", ".txt", zipped(t, "word/document.xml"), kindDocx},
		{"word with names of its own", ".docx", zipped(t, "[Content_Types].xml", "doc/main.xml"), kindDocx},
		{"workbook called a document", ".docx", zipped(t, "xl/workbook.xml"), kindXlsx},
		{"page saved as .doc", ".doc", []byte("<html><body><p>总体情况</p></body></html>"), kindHTML},
		{"page with a mark before it", ".html", []byte("\ufeff\n<!DOCTYPE html><p>总体情况</p>"), kindHTML},
		{"a part of a page", ".txt", []byte("<div><table><tr><td>1</td></tr></table></div>"), kindHTML},
		{"text with an angle bracket", ".txt", []byte("网址<http://example.cn>见公告"), kindText},
		{"text without ending", "", []byte("某县2024年政府信息公开工作年度报告"), kindText},
		{"JSON", ".json", []byte(`{"edition": "gb-2021"}`), kindJSON},
		{"JSON called text", ".txt", []byte(` {"edition": "gb-2021"}`), kindJSON},
		{"text that begins with BM", ".txt", []byte("BM集团所在的园区"), kindText},
	} {
		got, err := sniff(c.extension, c.data)
		if err != nil || got != c.want {
			t.Errorf("%s: got %v %v, want %v", c.name, got, err, c.want)
		}
	}
	for _, c := range []struct {
		name, extension, data, want string
	}{
		{"empty", ".docx", "", "空的"},
		{"blank", ".txt", " \n\t", "空的"},
		{"PDF", ".pdf", "%PDF-1.7\n", "PDF"},
		{"PDF called docx", ".docx", "%PDF-1.7\n", "PDF"},
		{"old Word", ".doc", ole + strings.Repeat("\x00", 100) + wide("WordDocument"), ".docx"},
		{"WPS", ".wps", ole + strings.Repeat("\x00", 100), ".docx"},
		{"old Excel", ".xls", ole + strings.Repeat("\x00", 100), ".xlsx"},
		{"password", ".docx", ole + strings.Repeat("\x00", 100) + wide("EncryptedPackage"), "密码"},
		{"picture", ".jpg", "\xff\xd8\xff\xe0....", "图片"},
		{"bitmap", ".bmp", "BM\x00\x00\x00\x01", "图片"},
		{"scan", ".tif", "II*\x00....", "扫描"},
		{"RTF", ".rtf", `{\rtf1\ansi}`, "RTF"},
		{"page in one file", ".mht", "MIME-Version: 1.0\nContent-Type: multipart/related;\n", "mht"},
		{"archive", ".zip", string(zipped(t, "报告.docx")), "压缩包"},
		{"gzip", ".gz", "\x1f\x8b\x08\x00", "压缩包"},
		{"OFD", ".ofd", string(zipped(t, "OFD.xml")), "OFD"},
		{"OpenDocument", ".odt", string(zipped(t, "mimetype", "content.xml")), "OpenDocument"},
		{"slides", ".pptx", string(zipped(t, "ppt/presentation.xml")), "演示"},
		{"a zip of very many", ".docx", string(zipped(t, slices.Repeat([]string{"a"}, maxParts+1)...)), "太多"},
		{"half a zip", ".docx", "PK\x03\x04 and nothing", "坏了"},
	} {
		_, err := sniff(c.extension, []byte(c.data))
		if got := report.ErrorMessage(err); report.ErrorCode(err) != report.Invalid || !strings.Contains(got, c.want) || !strings.HasSuffix(got, "。") {
			t.Errorf("%s: got %v %q, want a sentence with %s", c.name, report.ErrorCode(err), got, c.want)
		}
	}
}
