package docx

import "testing"

// ownStyles and ownBody are built as report/export/docx builds them: what it writes is read as it was.
const ownStyles = `<w:styles xmlns:w="` + transitional + `"><w:docDefaults><w:rPrDefault><w:rPr><w:kern w:val="0"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="BodyText"><w:name w:val="Body Text"/><w:aliases w:val="公文正文"/><w:basedOn w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="DocNumber"><w:name w:val="发文字号"/><w:basedOn w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:aliases w:val="公文标题"/><w:basedOn w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="BodyText"/><w:link w:val="Heading1Char"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="BodyText"/><w:link w:val="Heading2Char"/><w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr></w:style>` +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="AttachmentList"><w:name w:val="附件说明"/><w:basedOn w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Signature"><w:name w:val="Signature"/><w:basedOn w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="AttachmentLabel"><w:name w:val="附件"/><w:basedOn w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="AttachmentTitle"><w:name w:val="附件标题"/><w:basedOn w:val="Title"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr></w:style>` +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Gap"><w:name w:val="表间空行"/><w:basedOn w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableText12"><w:name w:val="表格文字 12"/><w:basedOn w:val="Normal"/></w:style>` +
	`<w:style w:type="character" w:customStyle="1" w:styleId="Heading3Char"><w:name w:val="标题 3 字符"/><w:link w:val="Heading3"/></w:style></w:styles>`

const (
	ownGap   = `<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>`
	ownTable = `<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="8844" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCaption w:val="情况"/></w:tblPr><w:tblGrid><w:gridCol w:w="2948"/><w:gridCol w:w="2948"/><w:gridCol w:w="2948"/></w:tblGrid>` +
		`<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="400"/><w:tblHeader/></w:trPr>` +
		`<w:tc><w:tcPr><w:tcW w:w="2948" w:type="dxa"/><w:vMerge w:val="restart"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText12"/><w:keepNext/></w:pPr><w:r><w:t xml:space="preserve">内容</w:t></w:r></w:p></w:tc>` +
		`<w:tc><w:tcPr><w:tcW w:w="5896" w:type="dxa"/><w:gridSpan w:val="2"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText12"/></w:pPr><w:r><w:t xml:space="preserve">件数</w:t></w:r></w:p></w:tc></w:tr>` +
		`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>` +
		`<w:tc><w:tcPr><w:tcW w:w="2948" w:type="dxa"/><w:vMerge/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText12"/></w:pPr></w:p></w:tc>` +
		`<w:tc><w:p><w:pPr><w:pStyle w:val="TableText12"/></w:pPr><w:r><w:t xml:space="preserve">甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:pPr><w:pStyle w:val="TableText12"/></w:pPr><w:r><w:t xml:space="preserve">乙</w:t></w:r></w:p></w:tc></w:tr>` +
		`<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:p><w:r><w:t xml:space="preserve">新收</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t xml:space="preserve">1</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`
)

func TestOwnFiles(t *testing.T) {
	preserved := func(texts ...string) (runs string) {
		for i, text := range texts {
			if i > 0 {
				runs += `<w:r><w:br/></w:r>`
			}
			runs += `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>`
		}
		return runs
	}
	body := styled("DocNumber", preserved("云水〔2023〕1号")) +
		styled("Title", preserved("云岭县水务局", "2022年政府信息公开工作年度报告")) +
		styled("BodyText", preserved("现予公布。")) +
		styled("Heading1", preserved("一、总体情况")) +
		styled("Heading2", preserved("（一）主动公开")) +
		styled("BodyText", `<w:r><w:rPr><w:rStyle w:val="Heading3Char"/></w:rPr><w:t xml:space="preserve">1．目录。</w:t></w:r><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">全年“补正” 3处 &lt;&amp;&gt;。</w:t></w:r>`) +
		ownTable + ownGap + ownTable + ownGap +
		`<w:p><w:pPr><w:pStyle w:val="AttachmentList"/><w:spacing w:before="579"/><w:ind w:left="1890" w:hanging="1260"/></w:pPr>` + preserved("附件：1．统计表") + `</w:p>` +
		styled("Signature", preserved("云岭县水务局", "信息中心")) + styled("Signature", preserved("2023年1月17日")) +
		styled("AttachmentLabel", preserved("附件1")) + styled("AttachmentTitle", preserved("云岭县水务局政府信息公开情况", "2022年统计表")) + ownTable + ownGap
	const table = "[内容(1×2)|件数(2×1) / 甲|乙 / 新收|1|]"
	check(t, file(t, body, "styles.xml", ownStyles),
		"云水〔2023〕1号", "云岭县水务局2022年政府信息公开工作年度报告", "现予公布。", "1# 一、总体情况", "2# （一）主动公开", "1．目录。全年“补正” 3处 <&>。",
		table, table, "附件：1．统计表", "云岭县水务局信息中心", "2023年1月17日", "附件1", "1# 云岭县水务局政府信息公开情况2022年统计表", table)
}
