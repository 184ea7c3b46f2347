package docx

import (
	"strings"
	"testing"

	"nianbao/report"
)

// FuzzRead reads any document, with any numbering, in a whole file: changes to a zip file itself would hardly reach the reader.
func FuzzRead(f *testing.F) {
	wrapped := func(body string) string {
		return `<w:document ` + spaces + `><w:body>` + body + `</w:body></w:document>`
	}
	lists := numbers(listOf("0", lvl(0, "chineseCounting", "%1、", "")+lvl(1, "lowerRoman", "%1.%2", `<w:lvlRestart w:val="1"/>`)) + numOf("1", "0", ""))
	for _, body := range []string{
		p("正文") + item(1, 0, "总体情况") + item(1, 1, "目录") + styled("1", run("标题")),
		tbl(tr(merged(`<w:gridSpan w:val="2"/>`+restart, "甲"), tc("1")), tr(merged(`<w:gridSpan w:val="2"/>`+goOn, ""), holds(tbl(tr(tc("左"), tc("右")))))),
		withProperties(`<w:rPr><w:del/><w:vanish/></w:rPr>`, run("删")) + `<w:p><w:r><mc:AlternateContent><mc:Choice><w:pict><w:txbxContent>` + p("框") +
			`</w:txbxContent></w:pict></mc:Choice></mc:AlternateContent><w:fldChar w:fldCharType="begin"/><w:sym w:font="Symbol" w:char="F0B1"/><w:footnoteReference w:id="1"/></w:r></w:p>`,
	} {
		f.Add([]byte(wrapped(body)), []byte(lists), []byte(headingStyles))
	}
	f.Fuzz(func(t *testing.T, document, lists, styles []byte) {
		doc, _, err := Read(zipped(t, map[string]string{"word/document.xml": string(document), "word/numbering.xml": string(lists),
			"word/styles.xml": string(styles), "word/footnotes.xml": string(document)}))
		if err != nil {
			if message := report.ErrorMessage(err); !strings.HasSuffix(message, "。") || report.ErrorCode(err) == report.Internal {
				t.Errorf("got %v, want a sentence", err)
			}
			return
		}
		outline(doc)
	})
}

// FuzzArchive reads any bytes.
func FuzzArchive(f *testing.F) {
	f.Add(file(f, p("正文"), "styles.xml", headingStyles))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, _, err := Read(data); err != nil && report.ErrorCode(err) == report.Internal {
			t.Errorf("got %v, want a sentence", err)
		}
	})
}
