package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"nianbao/report/document"
)

const spaces = `xmlns:w="` + transitional + `" xmlns:mc="` + compatibility + `" xmlns:v="urn:schemas-microsoft-com:vml" ` +
	`xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
	`xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

const packageRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

// zipped makes a file of parts.
func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// file is a .docx of a body and of other parts of the folder word, as name and content.
func file(t testing.TB, body string, others ...string) []byte {
	t.Helper()
	parts := map[string]string{
		"_rels/.rels":       packageRelations,
		"word/document.xml": `<w:document ` + spaces + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`,
	}
	for i := 0; i < len(others); i += 2 {
		parts["word/"+others[i]] = others[i+1]
	}
	return zipped(t, parts)
}

// p is a paragraph of one run, run a run, styled a paragraph of a style, withProperties one with a w:pPr.
func p(text string) string   { return `<w:p>` + run(text) + `</w:p>` }
func run(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }
func styled(style, content string) string {
	return withProperties(`<w:pStyle w:val="`+style+`"/>`, content)
}
func withProperties(properties, content string) string {
	return `<w:p><w:pPr>` + properties + `</w:pPr>` + content + `</w:p>`
}

// outline writes what was read, a line a block: paragraphs with their level, tables with their spans as column×row.
func outline(doc *document.Document) (lines []string) {
	for _, b := range doc.Sections[0].Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			line := b.Text
			if b.Level > 0 {
				line = fmt.Sprintf("%d# %s", b.Level, b.Text)
			}
			lines = append(lines, line)
		case *document.Table:
			var rows []string
			for _, r := range b.Rows {
				var cells []string
				for _, c := range r.Cells {
					text := strings.ReplaceAll(c.Text, "\n", "⏎")
					if c.ColumnSpan > 1 || c.RowSpan > 1 {
						text += fmt.Sprintf("(%d×%d)", c.ColumnSpan, c.RowSpan)
					}
					cells = append(cells, text)
				}
				rows = append(rows, strings.Join(cells, "|"))
			}
			lines = append(lines, "["+strings.Join(rows, " / ")+"]")
		}
	}
	return lines
}

func read(t testing.TB, data []byte) []string {
	t.Helper()
	doc, cut, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if cut {
		t.Error("cut")
	}
	return outline(doc)
}

// check reads a body and compares it with lines.
func check(t *testing.T, data []byte, want ...string) {
	t.Helper()
	if got := read(t, data); !slices.Equal(got, want) {
		t.Errorf("got\n%q, want\n%q", got, want)
	}
}

func TestParagraphs(t *testing.T) {
	const box = `<w:txbxContent><w:p><w:r><w:t>框内文字</w:t></w:r></w:p></w:txbxContent>`
	for _, c := range []struct {
		name, body string
		want       []string
	}{
		{"runs", `<w:p>` + run("全年受理") + run("12") + run("件。") + `</w:p>`, []string{"全年受理12件。"}},
		{"empty", p("甲") + `<w:p/><w:p><w:r/></w:p>` + p("　 ") + p("乙"), []string{"甲", "乙"}},
		{"line break", `<w:p><w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t><w:cr/><w:t>第三行</w:t></w:r></w:p>`, []string{"第一行", "第二行", "第三行"}},
		{"page break", `<w:p><w:r><w:t>上页</w:t><w:br w:type="page"/><w:t>下页</w:t><w:br w:type="column"/><w:lastRenderedPageBreak/></w:r></w:p>`, []string{"上页下页"}},
		{"tabs", `<w:p><w:r><w:tab/><w:t>左</w:t><w:tab/><w:tab/><w:t>右</w:t><w:ptab w:alignment="right"/></w:r></w:p>`, []string{"左 右"}},
		{"blanks at the ends", `<w:p><w:r><w:t> 两边 </w:t></w:r><w:r><w:t xml:space="preserve"> 相隔</w:t></w:r></w:p>`, []string{"两边 相隔"}},
		{"white space inside", `<w:p><w:r><w:t>前` + "\n\t" + `后</w:t></w:r></w:p>`, []string{"前  后"}},
		{"hyphens", `<w:p><w:r><w:t>0000</w:t><w:noBreakHyphen/><w:t>123</w:t><w:softHyphen/><w:t>4567</w:t></w:r></w:p>`, []string{"0000-1234567"}},
		{"symbols", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="宋体" w:char="2460"/><w:sym w:font="Wingdings" w:char="F04A"/><w:t>是</w:t></w:r></w:p>`, []string{"☑①是"}},
		{"hidden", `<w:p><w:r><w:t>见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>不见</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>又见</w:t></w:r></w:p>`, []string{"见又见"}},
		{"tracked runs", `<w:p><w:ins w:id="1">` + run("新增") + `</w:ins><w:del w:id="2"><w:r><w:delText>删去</w:delText></w:r></w:del><w:moveTo w:id="3">` + run("移来") +
			`</w:moveTo><w:moveFrom w:id="4">` + run("移走") + `</w:moveFrom></w:p>`, []string{"新增移来"}},
		{"deleted paragraph mark", withProperties(`<w:outlineLvl w:val="0"/><w:rPr><w:del w:id="1"/></w:rPr>`, run("前半")) + p("后半"), []string{"前半后半"}},
		{"deleted last mark", withProperties(`<w:rPr><w:del w:id="1"/></w:rPr>`, run("末段")), []string{"末段"}},
		{"deleted mark before a table", withProperties(`<w:rPr><w:del w:id="1"/></w:rPr>`, run("表前")) + tbl(tr(tc("甲"), tc("乙"))), []string{"表前", "[甲|乙]"}},
		{"inserted mark", withProperties(`<w:rPr><w:ins w:id="1"/></w:rPr>`, run("一段")) + p("二段"), []string{"一段", "二段"}},
		{"hidden mark", withProperties(`<w:outlineLvl w:val="1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>`, run("（一）目录。")) + p("全年更新3次。"), []string{"（一）目录。全年更新3次。"}},
		{"old properties", withProperties(`<w:pPrChange w:id="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>`, run("正文")), []string{"正文"}},
		{"field", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run("2023年1月17日") +
			`<w:r><w:fldChar w:fldCharType="end"/></w:r>` + run("印发") + `</w:p>`, []string{"2023年1月17日印发"}},
		{"field in the code of a field", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run("内") +
			`<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run("外") + `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, []string{"外"}},
		{"field without end", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>` + p("正文"), []string{"正文"}},
		{"wrapped", `<w:p><w:hyperlink r:id="x">` + run("链接") + `</w:hyperlink><w:smartTag w:element="d"><w:smartTagPr/>` + run("日期") + `</w:smartTag><w:fldSimple w:instr="PAGE">` + run("9") +
			`</w:fldSimple><w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>` + run("控件") + `</w:sdtContent></w:sdt></w:p>`, []string{"链接日期9控件"}},
		{"wrapped paragraphs", `<w:sdt><w:sdtContent>` + p("甲") + `<w:customXml>` + p("乙") + `</w:customXml></w:sdtContent></w:sdt>`, []string{"甲", "乙"}},
		{"ruby", `<w:p><w:r><w:ruby><w:rt>` + run("ní") + `</w:rt><w:rubyBase>` + run("年") + `</w:rubyBase></w:ruby></w:r>` + run("报") + `</w:p>`, []string{"年报"}},
		{"math", `<w:p>` + run("前") + `<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>` + run("后") + `</w:p>`, []string{"前后"}},
		{"text box of both kinds", `<w:p>` + run("锚") + `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:graphic><wps:wsp><wps:txbx>` + box +
			`</wps:txbx></wps:wsp></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>` + box + `</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>` +
			run("定") + `</w:p>` + p("后"), []string{"锚定", "框内文字", "后"}},
		{"text box of the old kind", `<w:p><w:r><w:pict><v:shape><v:textbox>` + box + `</v:textbox></v:shape></w:pict></w:r></w:p>`, []string{"框内文字"}},
		{"only a fallback", `<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>退路</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`, []string{"退路"}},
		{"comment", `<w:p><w:commentRangeStart w:id="0"/>` + run("正文") + `<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`, []string{"正文"}},
		{"tab as a character", p("一&#x9;二"), []string{"一 二"}},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, file(t, c.body), c.want...) })
	}
}

const headingStyles = `<w:styles xmlns:w="` + transitional + `">
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="3"><w:name w:val="公文三级"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="4"><w:name w:val="小标"/><w:basedOn w:val="3"/></w:style>
<w:style w:type="paragraph" w:styleId="5"><w:name w:val="正文加粗"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="ft"><w:name w:val="附件标题"/><w:basedOn w:val="t"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="t1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="x"><w:name w:val="甲"/><w:basedOn w:val="y"/></w:style>
<w:style w:type="paragraph" w:styleId="y"><w:name w:val="乙"/><w:basedOn w:val="x"/></w:style>
<w:style w:type="paragraph" w:styleId="h"><w:name w:val="隐藏"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="hc"><w:name w:val="隐藏字"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>`

func TestLevels(t *testing.T) {
	const broken = `<w:r><w:t>云岭县水务局</w:t><w:br/><w:t>2022年年报</w:t></w:r>`
	for _, c := range []struct {
		name, body string
		want       []string
	}{
		{"outline level of the style", styled("1", run("总体情况")), []string{"1# 总体情况"}},
		{"name of the style", styled("2", run("主动公开")), []string{"2# 主动公开"}},
		{"inherited", styled("4", run("目录")), []string{"3# 目录"}},
		{"taken back", styled("5", run("正文")), []string{"正文"}},
		{"of the paragraph", withProperties(`<w:outlineLvl w:val="3"/>`, run("标题")), []string{"4# 标题"}},
		{"the paragraph takes it back", withProperties(`<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>`, run("正文")), []string{"正文"}},
		{"no such style", styled("Heading3", run("标题")) + styled("其他", run("正文")), []string{"3# 标题", "正文"}},
		{"title", styled("t", broken), []string{"云岭县水务局2022年年报"}},
		{"title of an attachment", styled("ft", broken), []string{"1# 云岭县水务局2022年年报"}},
		{"body with a break", styled("a", broken), []string{"云岭县水务局", "2022年年报"}},
		{"heading with a break", styled("1", broken), []string{"1# 云岭县水务局", "1# 2022年年报"}},
		{"table of contents", styled("t1", run("一、总体情况")+`<w:r><w:tab/><w:t>1</w:t></w:r>`) + styled("1", run("一、总体情况")), []string{"1# 一、总体情况"}},
		{"styles in a circle", styled("x", run("正文")), []string{"正文"}},
		{"hidden by the style", styled("h", run("不见")+`<w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t>见</w:t></w:r>`), []string{"见"}},
		{"hidden by the style of the run", `<w:p><w:r><w:rPr><w:rStyle w:val="hc"/></w:rPr><w:t>不见</w:t></w:r>` + run("见") + `</w:p>`, []string{"见"}},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, file(t, c.body, "styles.xml", headingStyles), c.want...) })
	}
}

func TestNotes(t *testing.T) {
	note := func(kind string) string {
		return `<w:` + kind + `s xmlns:w="` + transitional + `"><w:` + kind + ` w:type="separator" w:id="-1">` + p("———") + `</w:` + kind + `>` +
			`<w:` + kind + ` w:id="1"><w:p><w:r><w:` + kind + `Ref/></w:r>` + run(kind+"甲") + `</w:p>` + p("又一段") + `</w:` + kind + `>` +
			`<w:` + kind + ` w:id="2">` + p(kind+"乙") + `</w:` + kind + `><w:` + kind + ` w:id="3">` + p("无人引用") + `</w:` + kind + `></w:` + kind + `s>`
	}
	refer := func(kind, id string) string { return `<w:r><w:` + kind + `Reference w:id="` + id + `"/></w:r>` }
	body := `<w:p>` + run("先") + refer("endnote", "1") + refer("footnote", "2") + `<w:del>` + refer("footnote", "3") + `</w:del></w:p>` +
		`<w:p>` + run("后") + refer("footnote", "1") + refer("footnote", "2") + `</w:p>`
	check(t, file(t, body, "footnotes.xml", note("footnote"), "endnotes.xml", note("endnote")),
		"先", "后", "footnote乙", "footnote甲", "又一段", "endnote甲", "又一段")
	check(t, file(t, body), "先", "后")
}

func TestParts(t *testing.T) {
	document := func(space, body string) string {
		return `<x:document xmlns:x="` + space + `"><x:body><x:p><x:r><x:t>` + body + `</x:t></x:r></x:p></x:body></x:document>`
	}
	relation := func(space, target string) string {
		return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + space + `/officeDocument" Target="` + target + `"/></Relationships>`
	}
	utf16 := func(s string) string {
		b := []byte("\xff\xfe")
		for _, r := range s {
			b = append(b, byte(r), byte(r>>8))
		}
		return string(b)
	}
	for _, c := range []struct {
		name  string
		parts map[string]string
	}{
		{"no relations", map[string]string{"word/document.xml": document(transitional, "正文")}},
		{"another name", map[string]string{"_rels/.rels": relation("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "/doc/main.xml"), "doc/main.xml": document(transitional, "正文")}},
		{"strict", map[string]string{"_rels/.rels": relation("http://purl.oclc.org/ooxml/officeDocument/relationships", "word/document2.xml"), "word/document2.xml": document(strict, "正文")}},
		{"relation to nowhere", map[string]string{"_rels/.rels": relation("x", "word/none.xml"), "word/document.xml": document(transitional, "正文")}},
		{"names of another program", map[string]string{`WORD\Document.xml`: document(transitional, "正文")}},
		{"GBK", map[string]string{"word/document.xml": `<?xml version="1.0" encoding="GBK"?>` + document(transitional, "\xd5\xfd\xce\xc4")}},
		{"UTF-16", map[string]string{"word/document.xml": utf16(`<?xml version="1.0" encoding="UTF-16"?>` + document(transitional, "正文"))}},
		{"byte order mark", map[string]string{"word/document.xml": "\ufeff" + `<?xml version="1.0" encoding="UTF-8"?>` + document(transitional, "正文")}},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, zipped(t, c.parts), "正文") })
	}
}
