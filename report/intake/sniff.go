package intake

import (
	"archive/zip"
	"bytes"
	"strings"

	"nianbao/report"
	"nianbao/report/intake/text"
)

// kind is a format that can be read.
type kind int

const (
	kindText kind = iota
	kindHTML
	kindDocx
	kindXlsx
	kindJSON
)

// foreign are the beginnings of files that cannot be read, with what to do about each.
var foreign = []struct{ magic, advice string }{
	{"%PDF", "这是 PDF，读不出里面的表；请找到它的 Word 原件，或者用 WPS 转成 .docx 再试。"},
	{`{\rtf`, "这是 RTF 文件；请用 Word 或 WPS 打开，另存为 .docx 再试。"},
	{"\x89PNG", "这是图片，里面的字读不出来；请换成 .docx 原件，或者先做文字识别。"},
	{"\xff\xd8\xff", "这是图片，里面的字读不出来；请换成 .docx 原件，或者先做文字识别。"},
	{"GIF8", "这是图片，里面的字读不出来；请换成 .docx 原件，或者先做文字识别。"},
	{"BM", "这是图片，里面的字读不出来；请换成 .docx 原件，或者先做文字识别。"},
	{"II*\x00", "这是扫描件，里面的字读不出来；请换成 .docx 原件，或者先做文字识别。"},
	{"MM\x00*", "这是扫描件，里面的字读不出来；请换成 .docx 原件，或者先做文字识别。"},
	{"Rar!", "这是压缩包；请解压后把里面的报告单独导入。"},
	{"7z\xbc\xaf", "这是压缩包；请解压后把里面的报告单独导入。"},
	{"\x1f\x8b", "这是压缩包；请解压后把里面的报告单独导入。"},
}

// endings say what a text is where its content does not.
var endings = map[string]kind{".json": kindJSON, ".html": kindHTML, ".htm": kindHTML, ".xhtml": kindHTML}

const ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// sniff tells what kind of file it is; extension is the ending of its name, in lower case with its dot.
func sniff(extension string, data []byte) (kind, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return 0, report.Errorf(report.Invalid, "文件是空的，请看看是不是选错了。")
	}
	if bytes.HasPrefix(data, []byte("PK")) {
		return sniffZip(data)
	}
	if bytes.HasPrefix(data, []byte(ole)) {
		return 0, sniffOLE(extension, data)
	}
	for _, f := range foreign {
		// BM is short enough to begin a text.
		if bytes.HasPrefix(data, []byte(f.magic)) && (f.magic != "BM" || bytes.IndexByte(data[:min(len(data), 64)], 0) >= 0) {
			return 0, report.Errorf(report.Invalid, "%s", f.advice)
		}
	}
	head, err := text.Decode(data[:min(len(data), 64<<10)])
	if err != nil {
		return 0, err
	}
	head = strings.ToLower(strings.TrimSpace(head))
	switch k, named := endings[extension]; {
	case strings.HasPrefix(head, "mime-version:"), strings.Contains(head[:min(len(head), 2000)], "content-type: multipart/related"):
		return 0, report.Errorf(report.Invalid, "这是单个文件网页（.mht）；请用浏览器打开，另存为“网页，仅 HTML”，或者另存为 .docx 再试。")
	case named:
		return k, nil
	case strings.HasPrefix(head, "{") && strings.Contains(head, `"`):
		return kindJSON, nil
	case looksHTML(head):
		return kindHTML, nil
	}
	return kindText, nil
}

var htmlMarks = []string{"<!doctype html", "<html", "<head", "<body", "<table", "<div", "<p>", "<p ", "<meta"}

func looksHTML(head string) bool {
	if !strings.Contains(head, "<") {
		return false
	}
	for _, mark := range htmlMarks {
		if strings.HasPrefix(head, mark) || strings.Contains(head, mark) && strings.Contains(head, "</") {
			return true
		}
	}
	return false
}

// maxParts is how many files a document has at most; zip.NewReader takes memory for each.
const maxParts = 10_000

// sniffZip looks at the names in a zip file.
func sniffZip(data []byte) (kind, error) {
	if bytes.Count(data, []byte("PK\x01\x02")) > maxParts {
		return 0, report.Errorf(report.Invalid, "这个文件里的部件太多，不像一份报告；请另存为 .docx 再试。")
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return 0, report.Wrap(report.Invalid, err, "文件坏了，打不开；请用 Word 或 WPS 打开原件，另存一份再试。")
	}
	for _, f := range archive.File {
		switch name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"); {
		case strings.HasPrefix(name, "word/"):
			return kindDocx, nil
		case strings.HasPrefix(name, "xl/"):
			return kindXlsx, nil
		case name == "OFD.xml":
			return 0, report.Errorf(report.Invalid, "这是 OFD，读不出里面的表；请找到它的 Word 原件，另存为 .docx 再试。")
		case name == "content.xml":
			return 0, report.Errorf(report.Invalid, "这是 OpenDocument 文件；请用 WPS 或 LibreOffice 打开，另存为 .docx 再试。")
		case strings.HasPrefix(name, "ppt/"):
			return 0, report.Errorf(report.Invalid, "这是演示文稿，不是报告；请换成 .docx。")
		}
	}
	// Some programs name the parts their own way; the reader finds the document by its relations.
	for _, f := range archive.File {
		if f.Name == "[Content_Types].xml" {
			return kindDocx, nil
		}
	}
	return 0, report.Errorf(report.Invalid, "这是压缩包，不是报告；请解压后把里面的报告单独导入。")
}

// sniffOLE says what to do with the binary formats of old office programs, in which encrypted new ones are wrapped, too.
func sniffOLE(extension string, data []byte) error {
	utf16 := func(s string) []byte {
		var b []byte
		for i := range len(s) {
			b = append(b, s[i], 0)
		}
		return b
	}
	switch {
	case bytes.Contains(data, utf16("EncryptedPackage")):
		return report.Errorf(report.Invalid, "文件有密码，打不开；请先在 Word 或 WPS 里去掉密码，另存后再试。")
	case bytes.Contains(data, utf16("Workbook")), extension == ".xls", extension == ".et":
		return report.Errorf(report.Invalid, "这是旧格式的表格文件；请用 Excel 或 WPS 打开，另存为 .xlsx 再试。")
	}
	return report.Errorf(report.Invalid, "这是旧格式的文档（.doc 或 .wps）；请用 Word 或 WPS 打开，另存为 .docx 再试。")
}
