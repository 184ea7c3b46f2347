// Package html reads a web page, clean or messy, into a document: the text in reading order as a browser shows it, without scripts,
// controls and what is hidden. Which of it is the report and which belongs to the website is for recognition to say.
package html

import (
	"bytes"

	"nianbao/report"
	"nianbao/report/document"
)

// Read reads a page. cut says that something lay beyond a limit and was left out.
func Read(data []byte) (doc *document.Document, cut bool, err error) {
	head := data[:min(len(data), 4096)]
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return nil, false, report.Errorf(report.Invalid, "这个网页文件是空的，请确认选对了文件。")
	case bytes.Contains(head, []byte("MIME-Version:")):
		return nil, false, report.Errorf(report.Invalid, "这是“单个文件网页”（.mht），请用 Word 打开后另存为 .docx 再导入。")
	case binary(head):
		return nil, false, report.Errorf(report.Invalid, "这个文件不是网页，请确认选对了文件。")
	}
	text, cut := decode(data)
	r := &reader{cut: cut}
	r.read(text)
	switch {
	case !r.tags:
		return nil, false, report.Errorf(report.Invalid, "这个文件里没有网页标签，不是网页。纯文字请存为 .txt 再导入。")
	case len(r.builder.Blocks()) == 0:
		return nil, false, report.Errorf(report.Invalid, "这个网页里没有文字。正文可能由脚本显示，请在浏览器里复制正文，粘贴到 Word 文件中再导入。")
	}
	doc = r.builder.Document()
	doc.Published = r.published
	return doc, r.cut || r.builder.Cut, nil
}

// binary reports whether a file that begins so is no text: control characters are many, more than damage to a page would leave.
// UTF-16 has them too, and a mark for it.
func binary(head []byte) bool {
	if encoding, _ := marked(head); encoding != nil {
		return false
	}
	controls := 0
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			controls++
		}
	}
	return controls > 8 && controls*20 > len(head)
}
