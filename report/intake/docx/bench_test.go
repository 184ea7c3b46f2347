package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
)

// tenPages is a report as Word saves one: runs cut up, each with its fonts, numbered headings, two large tables.
func tenPages(t testing.TB) []byte {
	const look = `<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="宋体" w:cs="宋体" w:hint="eastAsia"/><w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>`
	looking := func(text string) string { return `<w:r w:rsidRPr="00A51B22">` + look + `<w:t>` + text + `</w:t></w:r>` }
	paragraph := func(properties string, texts ...string) string {
		var b strings.Builder
		b.WriteString(`<w:p w:rsidR="00C97F4A" w:rsidRDefault="00000000"><w:pPr>` + properties + `<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>` + look + `</w:pPr>`)
		for _, text := range texts {
			b.WriteString(looking(text))
		}
		return b.String() + `</w:p>`
	}
	var body strings.Builder
	for i := range 6 {
		body.WriteString(paragraph(`<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, "工作情况"))
		for j := range 8 {
			body.WriteString(paragraph(`<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>`, "全县各镇各部门按照年初的安排，逐项梳理公开目录，补齐漏缺的栏目，", fmt.Sprint(100*i+j), "件公文在",
				"二十", "个工作日之内上网，较上一年提前三天；", "群众来电来信均有回音，窗口、电话和网上三处答复一致，没有逾期。"))
		}
	}
	for _, size := range [][2]int{{24, 10}, {20, 8}} {
		body.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid/>`)
		for row := range size[0] {
			body.WriteString(`<w:tr w:rsidR="00C97F4A"><w:trPr><w:trHeight w:val="397"/></w:trPr>`)
			for column := range size[1] {
				body.WriteString(`<w:tc><w:tcPr><w:tcW w:w="902" w:type="dxa"/><w:tcBorders><w:top w:val="single" w:sz="4"/><w:left w:val="nil"/></w:tcBorders><w:vAlign w:val="center"/></w:tcPr>` +
					paragraph(`<w:widowControl/><w:jc w:val="center"/>`, fmt.Sprint(row*column)) + `</w:tc>`)
			}
			body.WriteString(`</w:tr>`)
		}
		body.WriteString(`</w:tbl>` + p(""))
	}
	return file(t, body.String(), "styles.xml", headingStyles, "numbering.xml",
		numbers(listOf("0", lvl(0, "chineseCounting", "%1、", "")+lvl(1, "chineseCounting", "（%2）", ""))+numOf("1", "0", "")))
}

func BenchmarkRead(b *testing.B) {
	data := tenPages(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, cut, err := Read(data); err != nil || cut {
			b.Fatal(cut, err)
		}
	}
}

// BenchmarkTokenise unzips and tokenises the document and no more: reading takes at most three times as long.
func BenchmarkTokenise(b *testing.B) {
	data := tenPages(b)
	b.ReportAllocs()
	for b.Loop() {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			b.Fatal(err)
		}
		f, err := z.Open("word/document.xml")
		if err != nil {
			b.Fatal(err)
		}
		for d := xml.NewDecoder(f); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
}
