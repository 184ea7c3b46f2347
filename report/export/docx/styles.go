package docx

import (
	"cmp"
	"strconv"

	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// The styles that the document refers to.
const (
	styleNumber          = "DocNumber"
	styleTitle           = "Title"
	styleBody            = "BodyText"
	styleAttachmentList  = "AttachmentList"
	styleSignature       = "Signature"
	styleAttachment      = "AttachmentLabel"
	styleAttachmentTitle = "AttachmentTitle"
	styleGap             = "Gap"
	stylePicture         = "Picture"
	styleHeader          = "Header"
	styleFooterOdd       = "FooterOdd"
	styleFooterEven      = "FooterEven"
	styleTable           = "ReportTable"
)

// headings are the styles by level: of a heading that stands alone, and of one that runs into its paragraph.
var headings = [...]struct{ paragraph, run string }{
	1: {"Heading1", "Heading1Char"},
	2: {"Heading2", "Heading2Char"},
	3: {"Heading3", "Heading3Char"},
	4: {"Heading4", "Heading4Char"},
}

// paragraphStyle is one w:style of paragraphs. Empty fields are inherited.
type paragraphStyle struct {
	id, name, alias, base string
	// next is the style of the paragraph that an editor begins after it.
	next string
	// link is the character style of the same look.
	link string
	// pPr and rPr are XML in the order that the schema wants.
	pPr, rPr string
}

// styles writes word/styles.xml. Names are Word's own where it has one, so that its navigation and its tables of contents work;
// the alias is what GB/T 9704 calls it.
func styles(x *xmlBuffer, _ *document.Document, o document.Options) {
	x.raw(`<w:styles ` + mainSpace + `>`)
	x.defaultStyles(o.Fonts)
	x.paragraphStyles(o.Fonts)
	x.runInStyles(o.Fonts)
	x.tableStyle()
	x.raw(`</w:styles>`)
}

func (x *xmlBuffer) defaultStyles(f document.Fonts) {
	x.raw(`<w:docDefaults><w:rPrDefault><w:rPr>`).raw(rFonts(f.Fang, f.Latin)).
		raw(`<w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
			`<w:pPrDefault/></w:docDefaults>`)

	x.raw(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>` +
		// No line leaves a full page to keep another company. Hanging punctuation is what Word does anyway; LibreOffice 7.4 takes the
		// word for its opposite, and so stays within the text block.
		`<w:widowControl w:val="0"/><w:overflowPunct w:val="1"/>` + exactLine(linePitch) + `<w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="`).int(spacing).raw(`"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>` +
		`<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
}

func (x *xmlBuffer) paragraphStyles(f document.Fonts) {
	font := func(name string) string { return rFonts(name, f.Latin) }
	lineAfter := `<w:spacing w:after="` + strconv.Itoa(linePitch) + `"/>`
	// On the grid LibreOffice would give a line of 2号 two lines' room.
	titleLine := offGrid + `<w:spacing w:after="` + strconv.Itoa(linePitch) + `" w:line="` + strconv.Itoa(linePitch) + `" w:lineRule="exact"/>`
	for _, s := range []paragraphStyle{
		{id: styleBody, name: "Body Text", alias: "公文正文", base: "Normal", pPr: `<w:ind w:firstLineChars="200" w:firstLine="630"/>`},
		{id: styleNumber, name: "发文字号", base: "Normal", next: styleBody, pPr: lineAfter + `<w:jc w:val="center"/>`},
		{id: styleTitle, name: "Title", alias: "公文标题", base: "Normal", next: styleBody, pPr: titleLine + `<w:jc w:val="center"/>`, rPr: font(f.Title) + size(44)},
		{id: headings[1].paragraph, name: "heading 1", alias: "一级标题", base: styleBody, next: styleBody, link: headings[1].run, pPr: `<w:keepNext/><w:outlineLvl w:val="0"/>`, rPr: font(f.Hei)},
		{id: headings[2].paragraph, name: "heading 2", alias: "二级标题", base: styleBody, next: styleBody, link: headings[2].run, pPr: `<w:keepNext/><w:outlineLvl w:val="1"/>`, rPr: font(f.Kai)},
		{id: headings[3].paragraph, name: "heading 3", alias: "三级标题", base: styleBody, next: styleBody, link: headings[3].run, pPr: `<w:keepNext/><w:outlineLvl w:val="2"/>`, rPr: font(f.Fang)},
		{id: headings[4].paragraph, name: "heading 4", alias: "四级标题", base: styleBody, next: styleBody, link: headings[4].run, pPr: `<w:keepNext/><w:outlineLvl w:val="3"/>`, rPr: font(f.Fang)},
		{id: styleAttachmentList, name: "附件说明", base: "Normal", pPr: `<w:jc w:val="left"/>`},
		{id: styleSignature, name: "Signature", alias: "落款", base: "Normal", pPr: `<w:keepLines/><w:jc w:val="right"/>`},
		{id: styleAttachment, name: "附件", base: "Normal", pPr: `<w:keepNext/><w:pageBreakBefore/>` + lineAfter + `<w:jc w:val="left"/>`, rPr: font(f.Hei)},
		{id: styleAttachmentTitle, name: "附件标题", base: styleTitle, next: styleBody, pPr: `<w:keepNext/><w:outlineLvl w:val="0"/>`},
		{id: styleGap, name: "表间空行", base: "Normal", pPr: offGrid + exactLine(20)},
		// as high as its picture
		{id: stylePicture, name: "图", base: "Normal", pPr: offGrid + `<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>`, rPr: size(2)},
		{id: styleHeader, name: "header", base: "Normal", pPr: offGrid + exactLine(280) + `<w:jc w:val="right"/>`, rPr: font(f.Hei) + size(28)},
		{id: styleFooterOdd, name: "footer", alias: "单页页码", base: "Normal", pPr: offGrid + exactLine(280) + `<w:ind w:right="280"/><w:jc w:val="right"/>`, rPr: font(f.Song) + size(28)},
		{id: styleFooterEven, name: "双页页码", base: "Normal", pPr: offGrid + exactLine(280) + `<w:ind w:left="280"/><w:jc w:val="left"/>`, rPr: font(f.Song) + size(28)},
	} {
		x.style(s)
	}
	for _, t := range gbt9704.TableTypes {
		ids := stylesOf(t)
		pPr := offGrid + exactLine(t.Line.Twips())
		x.style(paragraphStyle{id: ids.centred, name: "表格文字 " + t.Name, base: "Normal", pPr: pPr + `<w:jc w:val="center"/>`, rPr: size(int(t.Size * 2 / gbt9704.Point))})
		x.style(paragraphStyle{id: ids.label, name: "表格标签 " + t.Name, base: ids.centred, pPr: `<w:jc w:val="left"/>`})
	}
}

// tableStyles are the styles of the cells of a table: centred text and labels.
type tableStyles struct {
	gbt9704.TableType
	centred, label string
}

func stylesOf(t gbt9704.TableType) tableStyles {
	points := strconv.Itoa(int(t.Size / gbt9704.Point))
	return tableStyles{t, "TableText" + points, "TableLabel" + points}
}

// runInStyles are the headings that run into their paragraphs.
func (x *xmlBuffer) runInStyles(f document.Fonts) {
	for level, name := range []string{1: f.Hei, 2: f.Kai, 3: f.Fang, 4: f.Fang} {
		if level > 0 {
			x.raw(`<w:style w:type="character" w:customStyle="1" w:styleId="`).raw(headings[level].run).raw(`"><w:name w:val="标题 `).int(level).
				raw(` 字符"/><w:link w:val="`).raw(headings[level].paragraph).raw(`"/><w:rPr>`).raw(rFonts(name, f.Latin)).raw(`</w:rPr></w:style>`)
		}
	}
}

// tableStyle is thin black rules and narrow margins.
func (x *xmlBuffer) tableStyle() {
	x.raw(`<w:style w:type="table" w:customStyle="1" w:styleId="` + styleTable + `"><w:name w:val="年报表格"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		x.raw(`<w:`).raw(side).raw(` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
	}
	x.raw(`</w:tblBorders><w:tblCellMar>`)
	for _, m := range []struct {
		side  string
		width int
	}{{"top", cellPadding}, {"left", cellMargin}, {"bottom", cellPadding}, {"right", cellMargin}} {
		x.raw(`<w:`).raw(m.side).raw(` w:w="`).int(m.width).raw(`" w:type="dxa"/>`)
	}
	x.raw(`</w:tblCellMar></w:tblPr></w:style>`)
}

const offGrid = `<w:snapToGrid w:val="0"/>`

func exactLine(twips int) string {
	return `<w:spacing w:line="` + strconv.Itoa(twips) + `" w:lineRule="exact"/>`
}

// size is type of another size than the body's, in half points, and set at its own width.
func size(half int) string {
	n := strconv.Itoa(half)
	return `<w:spacing w:val="0"/><w:sz w:val="` + n + `"/><w:szCs w:val="` + n + `"/>`
}

// rFonts names a font for Chinese, and the same one for digits and Latin unless the installation has another.
func rFonts(name, latin string) string {
	x := &xmlBuffer{}
	latin = cmp.Or(latin, name)
	x.raw(`<w:rFonts w:ascii="`).text(latin).raw(`" w:eastAsia="`).text(name).raw(`" w:hAnsi="`).text(latin).raw(`" w:cs="`).text(latin).raw(`"/>`)
	return string(x.b)
}

func (x *xmlBuffer) style(s paragraphStyle) {
	x.raw(`<w:style w:type="paragraph"`)
	if s.name[0] >= 0x80 { // Word's own names are English
		x.raw(` w:customStyle="1"`)
	}
	x.raw(` w:styleId="`).raw(s.id).raw(`"><w:name w:val="`).raw(s.name).raw(`"/>`)
	for _, e := range []struct{ name, value string }{{"aliases", s.alias}, {"basedOn", s.base}, {"next", s.next}, {"link", s.link}} {
		if e.value != "" {
			x.raw(`<w:`).raw(e.name).raw(` w:val="`).raw(e.value).raw(`"/>`)
		}
	}
	x.raw(`<w:qFormat/><w:pPr>`).raw(s.pPr).raw(`</w:pPr><w:rPr>`).raw(s.rPr).raw(`</w:rPr></w:style>`)
}
