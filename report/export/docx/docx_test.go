package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"nianbao/report/document"
)

// example has one of everything.
// drawn is a picture.
func drawn() *document.Picture {
	return &document.Picture{Width: 442_200, Height: 202_650, Alt: "新收：2021年 3 件，2022年 “5” 件。", Boxes: []document.Box{{X: 1000, Y: 1000, Width: 9000, Height: 9000}},
		Labels: []document.Label{{X: 1000, Y: 50_000, Size: 12_000, Text: "新收"}}}
}

func example() *document.Document {
	heading := &document.Paragraph{Text: "（一）主动公开", Level: 2, HeadingEnd: len("（一）主动公开")}
	runIn := &document.Paragraph{Text: "1．目录。全年“补正”3处 <&>。", Level: 3, HeadingEnd: len("1．目录。")}
	table := &document.Table{Key: "cases", Name: "情况", Columns: 3, Labels: 1, Rows: []document.Row{
		{Header: true, Cells: []document.Cell{{Role: document.RoleCorner, Text: "内容", ColumnSpan: 1, RowSpan: 2}, {Role: document.RoleHead, Text: "件数", Column: 1, ColumnSpan: 2, RowSpan: 1}}},
		{Header: true, Cells: []document.Cell{{Role: document.RoleHead, Text: "甲", Column: 1, ColumnSpan: 1, RowSpan: 1}, {Role: document.RoleHead, Text: "乙", Column: 2, ColumnSpan: 1, RowSpan: 1}}},
		{Cells: []document.Cell{{Role: document.RoleLabel, Text: "新收", ColumnSpan: 1, RowSpan: 1}, {Role: document.RoleFigure, ID: "cases.new.a", Text: "1", Value: "1", Column: 1, ColumnSpan: 1, RowSpan: 1},
			{Role: document.RoleFigure, ID: "cases.new.b", Column: 2, ColumnSpan: 1, RowSpan: 1}}},
	}}
	return &document.Document{Number: "云市监〔2023〕1号", Title: "云岭县水务局2022年政府信息公开工作年度报告", Agency: "云岭县水务局",
		Sections: []document.Section{{Key: "preface", Blocks: []document.Block{&document.Paragraph{Text: "现予公布。"}}},
			{Key: "overview", Heading: "一、总体情况", Blocks: []document.Block{heading, runIn, table, table, drawn()}},
			{Key: "other", Heading: "二、其他", Blocks: []document.Block{&document.Paragraph{Text: strings.Repeat("没有其他需要报告的事项。", 4)}}}},
		Signature: document.Signature{Agency: "云岭县水务局", Date: "2023年1月17日", ISO: "2023-01-17"},
		Closing:   []document.Block{&document.Paragraph{Text: "电话：0000-1234567，网址：https://www.example.gov.cn/?a=1&b=2，邮箱：gk@example.gov.cn"}},
		Attachments: []document.Attachment{{Key: "attachment_1", Label: "附件1", Heading: "统计表", Title: "统计表", Blocks: []document.Block{table}},
			{Key: "attachment_2", Label: "附件2", Title: "问答"}}}
}

func write(t testing.TB, d *document.Document, o document.Options) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, d, o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// unpack checks that every part is well-formed, and returns them by name.
func unpack(t testing.TB, file []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f.Name, ".emf") {
			if len(b) < 44 || string(b[40:44]) != " EMF" {
				t.Errorf("%s is no picture", f.Name)
			}
			parts[f.Name] = ""
			continue
		}
		for d := xml.NewDecoder(bytes.NewReader(b)); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
		parts[f.Name] = string(b)
	}
	return parts
}

// attributes lists the values of an attribute of an element.
func attributes(t testing.TB, part, element, attribute string) (out []string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(part)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return out
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == element {
			for _, a := range start.Attr {
				if a.Name.Local == attribute {
					out = append(out, a.Value)
				}
			}
		}
	}
}

func TestEveryReferenceHasItsTarget(t *testing.T) {
	for _, draft := range []bool{false, true} {
		parts := unpack(t, write(t, example(), document.Options{Draft: draft}))
		defined := map[string]bool{}
		for _, id := range attributes(t, parts["word/styles.xml"], "style", "styleId") {
			if defined[id] {
				t.Errorf("style %s is defined twice", id)
			}
			defined[id] = true
		}
		for name, part := range parts {
			for _, element := range []string{"pStyle", "rStyle", "tblStyle", "basedOn", "link"} {
				for _, id := range attributes(t, part, element, "val") {
					if !defined[id] {
						t.Errorf("%s: %s %s is no style", name, element, id)
					}
				}
			}
		}
		relations := map[string]bool{}
		for _, id := range attributes(t, parts["word/_rels/document.xml.rels"], "Relationship", "Id") {
			relations[id] = true
		}
		for _, target := range attributes(t, parts["word/_rels/document.xml.rels"], "Relationship", "Target") {
			if strings.Contains(target, ":") { // of a link
				continue
			}
			if _, there := parts["word/"+target]; !there {
				t.Errorf("no part %s", target)
			}
		}
		for _, element := range []string{"headerReference", "footerReference", "hyperlink"} {
			for _, id := range attributes(t, parts["word/document.xml"], element, "id") {
				if !relations[id] {
					t.Errorf("%s %s is no relation", element, id)
				}
			}
		}
		for _, name := range attributes(t, parts["[Content_Types].xml"], "Override", "PartName") {
			if parts[strings.TrimPrefix(name, "/")] == "" {
				t.Errorf("no part %s", name)
			}
		}
		if got := parts["word/header1.xml"] != ""; got != draft {
			t.Errorf("draft %v: header is there: %v", draft, got)
		}
	}
}

// A picture stands in the line, with its size, what it shows in words, and its file; each has its own.
func TestPicture(t *testing.T) {
	d := example()
	d.Attachments[1].Blocks = []document.Block{drawn()}
	parts := unpack(t, write(t, d, document.Options{}))
	for _, c := range []struct{ part, want string }{
		{"word/document.xml", `descr="新收：2021年 3 件，2022年 “5” 件。"`}, {"word/document.xml", `<wp:extent cx="5615940" cy="2573655"/>`},
		{"word/document.xml", `r:embed="rPicture1"`}, {"word/document.xml", `r:embed="rPicture2"`},
		{"word/_rels/document.xml.rels", `Id="rPicture2" Type="` + officeSpace + `relationships/image" Target="media/picture2.emf"`},
		{"[Content_Types].xml", `Extension="emf"`},
	} {
		if !strings.Contains(parts[c.part], c.want) {
			t.Errorf("%s is not in %s", c.want, c.part)
		}
	}
	if _, there := parts["word/media/picture2.emf"]; !there {
		t.Error("the second picture has no file")
	}
}

func TestStructure(t *testing.T) {
	parts := unpack(t, write(t, example(), document.Options{}))
	body := parts["word/document.xml"]
	for _, c := range []struct{ name, want string }{
		{"title by its sense", `<w:pStyle w:val="Title"/></w:pPr><w:r><w:t xml:space="preserve">云岭县水务局</w:t></w:r><w:r><w:br/></w:r><w:r><w:t xml:space="preserve">2022年`},
		{"section heading", `<w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">一、总体情况<`},
		{"heading of its own", `<w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t xml:space="preserve">（一）主动公开<`},
		{"run-in heading", `<w:pStyle w:val="BodyText"/><w:widowControl/></w:pPr><w:r><w:rPr><w:rStyle w:val="Heading3Char"/></w:rPr><w:t xml:space="preserve">1．目录。</w:t></w:r>`},
		{"quotes in the Chinese font", `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">全年“补正”3处 &lt;&amp;&gt;。</w:t>`},
		{"last text with the list of attachments", `<w:pStyle w:val="BodyText"/><w:keepNext/><w:widowControl/></w:pPr><w:r><w:t xml:space="preserve">没有其他`},
		{"list of attachments with the signature", `<w:pStyle w:val="AttachmentList"/><w:keepNext/>`},
		{"agency with the date", `<w:pStyle w:val="Signature"/><w:keepNext/>`},
		{"heads for screen readers", `<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`},
		{"table said in words", `<w:tblCaption w:val="情况"/><w:tblDescription w:val="共3行3列，前2行是表头，左边1列是项目名称。"/></w:tblPr>`},
		{"tables apart", `</w:tbl><w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p><w:tbl>`},
		{"attachment list", `附件：1．统计表`},
		{"attachment on its page", `<w:pStyle w:val="AttachmentLabel"/></w:pPr><w:r><w:t xml:space="preserve">附件1<`},
		{"lines of the grid", `<w:docGrid w:type="lines" w:linePitch="579"/>`},
		{"figure", `<w:pStyle w:val="TableText12"/></w:pPr><w:r><w:t xml:space="preserve">1</w:t></w:r></w:p></w:tc>`},
		{"blank figure", `<w:pStyle w:val="TableText12"/></w:pPr></w:p></w:tc>`},
	} {
		if !strings.Contains(body, c.want) {
			t.Errorf("%s: no %s", c.name, c.want)
		}
	}
	if strings.Contains(body, "linesAndChars") {
		t.Error("linesAndChars doubles the pages in LibreOffice")
	}
	for name, want := range map[string]string{"word/footer1.xml": "FooterOdd", "word/footer2.xml": "FooterEven"} {
		if !strings.Contains(parts[name], want) || !strings.Contains(parts[name], `w:instr=" PAGE "`) {
			t.Errorf("%s: no page number of style %s", name, want)
		}
	}
	if !strings.Contains(parts["word/settings.xml"], "<w:evenAndOddHeaders/>") {
		t.Error("odd and even pages are not told apart")
	}
}

func TestFonts(t *testing.T) {
	styles := unpack(t, write(t, example(), document.Options{}))["word/styles.xml"]
	for _, name := range []string{"方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"} {
		if want := fmt.Sprintf(`w:ascii="%s" w:eastAsia="%[1]s"`, name); !strings.Contains(styles, want) {
			t.Errorf("no %s", want)
		}
	}
	styles = unpack(t, write(t, example(), document.Options{Fonts: document.Fonts{Fang: `仿宋 "新"`, Latin: "Times New Roman"}}))["word/styles.xml"]
	if want := `w:ascii="Times New Roman" w:eastAsia="仿宋 &quot;新&quot;"`; !strings.Contains(styles, want) {
		t.Errorf("no %s", want)
	}
}

func TestReproducible(t *testing.T) {
	// a document that ends with a heading, and one that begins with text
	heading := &document.Document{Closing: []document.Block{&document.Paragraph{Text: "一、情况", Level: 1, HeadingEnd: len("一、情况")}}}
	text := &document.Document{Sections: []document.Section{{Blocks: []document.Block{&document.Paragraph{Text: "没有。"}}}}}
	first := write(t, text, document.Options{})
	write(t, heading, document.Options{})
	if !bytes.Equal(first, write(t, text, document.Options{})) {
		t.Error("a file depends on the one written before")
	}
	for _, o := range []document.Options{{}, {Draft: true, Created: time.Date(2023, 1, 18, 9, 0, 0, 0, time.FixedZone("CST", 8*3600)), Identifier: "r1"}} {
		first, second := write(t, example(), o), write(t, example(), o)
		if !bytes.Equal(first, second) {
			t.Errorf("%+v: two files differ", o)
		}
	}
	core := unpack(t, write(t, example(), document.Options{Created: time.Date(2023, 1, 18, 9, 0, 0, 0, time.FixedZone("CST", 8*3600)), Identifier: "r1"}))["docProps/core.xml"]
	for _, want := range []string{"2023-01-18T01:00:00Z", "<dc:identifier>r1<", "<dc:creator>云岭县水务局<"} {
		if !strings.Contains(core, want) {
			t.Errorf("no %s in %s", want, core)
		}
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("云岭县2022年年度报告", "（一）情况。\x00正文", "a\tb\nc\r<&>\"'\xff")
	f.Add("\ufffe", "]]>", "&#0;")
	f.Fuzz(func(t *testing.T, title, text, cell string) {
		d := example()
		d.Title, d.Number, d.Agency, d.Signature.Agency, d.Signature.Date = title, cell, text, text, cell
		d.Sections[1].Heading = text
		d.Sections[1].Blocks = append(d.Sections[1].Blocks, &document.Paragraph{Text: text, Level: 1, HeadingEnd: len(text) / 2},
			&document.Table{Name: title, Columns: 1, Rows: []document.Row{{Cells: []document.Cell{{Text: cell, ColumnSpan: 1, RowSpan: 1}}}}})
		d.Attachments[0].Title, d.Attachments[0].Label = title, cell
		unpack(t, write(t, d, document.Options{Identifier: cell, Generator: text, Fonts: document.Fonts{Fang: title}, Draft: true}))
	})
}
