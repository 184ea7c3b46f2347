package docx

import "nianbao/report/document"

// The page number stands between dashes, — 1 —, on the right of odd pages and on the left of even ones.
func oddFooter(x *xmlBuffer, _ *document.Document, _ document.Options)  { footer(x, styleFooterOdd) }
func evenFooter(x *xmlBuffer, _ *document.Document, _ document.Options) { footer(x, styleFooterEven) }

func footer(x *xmlBuffer, style string) {
	x.raw(`<w:ftr ` + mainSpace + `><w:p><w:pPr><w:pStyle w:val="`).raw(style).raw(`"/></w:pPr>`)
	x.run("", "— ")
	x.raw(`<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>`)
	x.run("", " —")
	x.raw(`</w:p></w:ftr>`)
}

// draftHeader is 草稿 in the page head and, as a watermark, light across the page. The watermark is what Word itself makes of
// one; by the shape's name it knows it again and can take it away.
func draftHeader(x *xmlBuffer, _ *document.Document, o document.Options) {
	x.raw(`<w:hdr ` + mainSpace + ` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">` +
		`<w:p><w:pPr><w:pStyle w:val="` + styleHeader + `"/></w:pPr>`)
	x.run("", document.DraftMark)
	x.raw(`<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">` +
		`<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>` +
		`<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>` +
		`<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>` +
		`<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;` +
		`width:320pt;height:160pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;` +
		`mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#d9d9d9" stroked="f">` +
		`<v:fill opacity=".5"/><v:textpath style="font-family:&quot;`).text(o.Fonts.Hei).raw(`&quot;;font-size:1pt" string="` + document.DraftMark + `"/>` +
		`</v:shape></w:pict></w:r></w:p></w:hdr>`)
}
