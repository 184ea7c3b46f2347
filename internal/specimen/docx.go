package specimen

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
	"unicode/utf8"
)

// The Word writer is this package's own, so that a fault of ours is not measured against itself.

const (
	wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"`
	xmlHead    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	typesXML   = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`
	relsXML    = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	docRelsXML = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>`
	stylesXML  = xmlHead + `<w:styles ` + wordSpaces + `><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style></w:styles>`
	footerXML  = xmlHead + `<w:ftr ` + wordSpaces + `><w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t> —</w:t></w:r></w:p></w:ftr>`
)

// word writes the body of a Word document.
type word struct {
	*maker
	strings.Builder
	ids int
}

func (m *maker) docx() []byte {
	w := &word{maker: m}
	if m.style == "nested" {
		// The whole text lies in a table without borders, as forms of an office system make it.
		w.WriteString(`<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>`)
	}
	for _, i := range m.items {
		w.item(i)
	}
	if m.style == "nested" {
		w.WriteString(`<w:p/></w:tc></w:tr></w:tbl><w:p/>`)
	}
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	parts := []struct{ name, text string }{
		{"[Content_Types].xml", typesXML}, {"_rels/.rels", relsXML}, {"word/_rels/document.xml.rels", docRelsXML}, {"word/styles.xml", stylesXML},
		{"word/numbering.xml", m.numberingXML()}, {"word/footer1.xml", footerXML},
		{"word/document.xml", xmlHead + `<w:document ` + wordSpaces + `><w:body>` + w.String() + `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/></w:sectPr></w:body></w:document>`},
	}
	for _, p := range parts {
		part, err := z.Create(p.name)
		if err == nil {
			_, err = part.Write([]byte(p.text))
		}
		if err != nil {
			panic(err) // memory does not fail
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return file.Bytes()
}

// numberingXML numbers headings as the truth does.
func (m *maker) numberingXML() string {
	aspect := m.say("（%2）")
	level := func(i int, format, text string) string {
		return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:suff w:val="nothing"/><w:lvlText w:val="%s"/></w:lvl>`, i, format, text)
	}
	return xmlHead + `<w:numbering ` + wordSpaces + `><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>` +
		level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCountingThousand", aspect) + level(2, "decimal", "%3．") +
		`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
}

func (w *word) item(i item) {
	if i.part == partTable {
		for n, piece := range i.table.pieces() {
			if n > 0 && w.shape("docx.gap_in_table", 0.5) {
				w.WriteString(`<w:p/>`)
			} else if n > 0 {
				w.WriteString(`<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>`)
			}
			w.table(piece)
		}
		return
	}
	if i.part == partNumber && w.shape("docx.text_box", 0.4) {
		w.textBox(i.text())
		return
	}
	control := w.style == "controls" && w.chance(0.3)
	if control {
		w.WriteString(`<w:sdt><w:sdtPr><w:alias w:val="内容"/></w:sdtPr><w:sdtContent>`)
	}
	w.WriteString(`<w:p>` + w.paragraphProperties(i))
	for n, line := range i.lines {
		if n > 0 && i.part == partTitle && w.chance(0.5) {
			w.WriteString(`<w:r><w:br/></w:r>`)
		} else if n > 0 {
			w.WriteString(`</w:p><w:p>` + w.paragraphProperties(i))
		}
		w.runs(line)
	}
	w.WriteString(`</w:p>`)
	if control {
		w.WriteString(`</w:sdtContent></w:sdt>`)
	}
	if w.chance(0.05) {
		w.WriteString(`<w:p><w:pPr><w:ind w:firstLine="640"/></w:pPr></w:p>`)
	}
}

func (w *word) paragraphProperties(i item) string {
	var properties string
	switch {
	case w.style == "styled" && i.part == partHeading:
		properties = `<w:pStyle w:val="1"/>`
	case w.style == "styled" && i.part == partSubheading:
		properties = `<w:pStyle w:val="2"/>`
	case w.style == "styled" && i.part == partTitle:
		properties = `<w:pStyle w:val="a3"/>`
	}
	if i.number != "" {
		properties += fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="1"/></w:numPr>`, i.depth)
	}
	switch i.part {
	case partTitle:
		properties += `<w:jc w:val="center"/>`
	case partSigner, partDate:
		properties += `<w:jc w:val="right"/>`
	default:
		properties += `<w:ind w:firstLineChars="200" w:firstLine="640"/>`
	}
	return `<w:pPr>` + properties + `</w:pPr>`
}

// runs writes a text in one run or, as a file that was edited often has it, in many.
func (w *word) runs(text string) {
	pieces := []string{text}
	if w.chance(0.5) {
		pieces = nil
		for text != "" {
			n := 0
			for range w.between(1, 14) {
				_, size := utf8.DecodeRuneInString(text[n:])
				n += size
			}
			pieces, text = append(pieces, text[:n]), text[n:]
		}
	}
	for n, p := range pieces {
		switch {
		case w.style == "tracked" && w.chance(0.06):
			w.ids++
			w.WriteString(fmt.Sprintf(`<w:del w:id="%d" w:author="审核" w:date="2022-01-04T09:00:00Z"><w:r><w:delText>旧稿文字%d</w:delText></w:r></w:del>`, w.ids, w.between(1, 99)))
			w.WriteString(fmt.Sprintf(`<w:ins w:id="%d" w:author="审核" w:date="2022-01-04T09:00:00Z">%s</w:ins>`, w.ids+1000, run(p)))
		case w.style == "controls" && w.chance(0.05):
			w.WriteString(`<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate">` + run(p) + `</w:smartTag>`)
		case strings.Contains(p, "http://") && w.chance(0.7):
			w.mark("docx.field")
			w.WriteString(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "http://example.cn/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
				run(p) + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
		default:
			w.WriteString(run(p))
		}
		if n%3 == 1 {
			w.WriteString(`<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>`)
		}
	}
}

func run(text string) string {
	return `<w:r><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">` + html.EscapeString(text) + `</w:t></w:r>`
}

// textBox has its text twice, for new programs and for old ones.
func (w *word) textBox(text string) {
	content := `<w:txbxContent><w:p>` + run(text) + `</w:p></w:txbxContent>`
	w.WriteString(`<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="3000000" cy="400000"/><wp:docPr id="1" name="文号"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>` +
		content + `</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:300pt;height:30pt"><v:textbox>` +
		content + `</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`)
}

func (w *word) table(t *table) {
	nested := w.style != "nested" && w.shape("docx.table_in_table", 0.04)
	if nested {
		w.WriteString(`<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>`)
	}
	w.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>`)
	for range t.width() {
		fmt.Fprintf(w, `<w:gridCol w:w="%d"/>`, 9000/t.width())
	}
	w.WriteString(`</w:tblGrid>`)
	for y, row := range t.rows {
		w.WriteString(`<w:tr>`)
		if y < t.heads && w.style == "styled" {
			w.WriteString(`<w:trPr><w:tblHeader/></w:trPr>`)
		}
		for x := 0; x < len(row); {
			columns := 1
			for x+columns < len(row) && row[x+columns] == row[x] {
				columns++
			}
			w.cell(t, y, x, columns)
			x += columns
		}
		w.WriteString(`</w:tr>`)
	}
	w.WriteString(`</w:tbl>`)
	if nested {
		w.WriteString(`<w:p/></w:tc></w:tr></w:tbl>`)
	}
}

// cell writes one cell of a row; one that goes on from above is written again, empty, as w:vMerge wants it.
func (w *word) cell(t *table, y, x, columns int) {
	c := t.rows[y][x]
	above, below := y > 0 && t.rows[y-1][x] == c, y+1 < len(t.rows) && t.rows[y+1][x] == c
	w.WriteString(`<w:tc><w:tcPr>`)
	fmt.Fprintf(w, `<w:tcW w:w="%d" w:type="dxa"/>`, columns*9000/t.width())
	if columns > 1 {
		fmt.Fprintf(w, `<w:gridSpan w:val="%d"/>`, columns)
	}
	switch {
	case above:
		w.WriteString(`<w:vMerge/></w:tcPr><w:p/></w:tc>`)
		return
	case below:
		w.WriteString(`<w:vMerge w:val="restart"/>`)
	}
	w.WriteString(`</w:tcPr>`)
	if w.style == "tracked" && c.id != "" && w.chance(0.04) {
		w.WriteString(`<w:p><w:del w:id="7" w:author="审核" w:date="2022-01-04T09:00:00Z"><w:r><w:delText>77</w:delText></w:r></w:del><w:ins w:id="8" w:author="审核" w:date="2022-01-04T09:00:00Z">` +
			run(c.text) + `</w:ins></w:p></w:tc>`)
		return
	}
	for line := range strings.SplitSeq(c.text, "\n") {
		w.WriteString(`<w:p>`)
		if line != "" {
			w.WriteString(run(line))
		}
		w.WriteString(`</w:p>`)
	}
	w.WriteString(`</w:tc>`)
}
