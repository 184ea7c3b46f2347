package docx

import (
	"time"

	"nianbao/report/document"
)

// part is one file of the package.
type part struct {
	name, mediaType string
	// id and relation are how the document refers to the part; "" where it does not.
	id, relation string
	write        func(*xmlBuffer, *document.Document, document.Options)
}

const (
	relOdd   = "rOdd"
	relEven  = "rEven"
	relDraft = "rDraft"

	wordType     = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	packageSpace = "http://schemas.openxmlformats.org/package/2006/"
	officeSpace  = "http://schemas.openxmlformats.org/officeDocument/2006/"
)

// parts are the files of the package in their order.
func parts(d *document.Document, o document.Options) []part {
	ps := []part{
		{"[Content_Types].xml", "", "", "", contentTypes},
		{"_rels/.rels", "", "", "", packageRelations},
		{"word/document.xml", wordType + "document.main+xml", "", "", body},
		{"word/_rels/document.xml.rels", "", "", "", documentRelations},
		{"word/styles.xml", wordType + "styles+xml", "rStyles", "styles", styles},
		{"word/settings.xml", wordType + "settings+xml", "rSettings", "settings", settings},
		{"word/fontTable.xml", wordType + "fontTable+xml", "rFonts", "fontTable", fontTable},
		{"word/footer1.xml", wordType + "footer+xml", relOdd, "footer", oddFooter},
		{"word/footer2.xml", wordType + "footer+xml", relEven, "footer", evenFooter},
		{"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", "", "", coreProperties},
		{"docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", "", "", appProperties},
	}
	if o.Draft {
		ps = append(ps, part{"word/header1.xml", wordType + "header+xml", relDraft, "header", draftHeader})
	}
	return append(ps, pictureParts(d)...)
}

func contentTypes(x *xmlBuffer, d *document.Document, o document.Options) {
	x.raw(`<Types xmlns="` + packageSpace + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Default Extension="emf" ContentType="image/x-emf"/>`)
	for _, p := range parts(d, o) {
		if p.mediaType != "" {
			x.raw(`<Override PartName="/`).raw(p.name).raw(`" ContentType="`).raw(p.mediaType).raw(`"/>`)
		}
	}
	x.raw(`</Types>`)
}

func packageRelations(x *xmlBuffer, _ *document.Document, _ document.Options) {
	x.raw(`<Relationships xmlns="` + packageSpace + `relationships">` +
		`<Relationship Id="rDocument" Type="` + officeSpace + `relationships/officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rCore" Type="` + packageSpace + `relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
		`<Relationship Id="rApp" Type="` + officeSpace + `relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`)
}

func documentRelations(x *xmlBuffer, d *document.Document, o document.Options) {
	x.raw(`<Relationships xmlns="` + packageSpace + `relationships">`)
	for _, p := range parts(d, o) {
		if p.id != "" {
			x.raw(`<Relationship Id="`).raw(p.id).raw(`" Type="` + officeSpace + `relationships/`).raw(p.relation).
				raw(`" Target="`).raw(p.name[len("word/"):]).raw(`"/>`)
		}
	}
	x.linkRelations()
	x.raw(`</Relationships>`)
}

func settings(x *xmlBuffer, _ *document.Document, _ document.Options) {
	x.raw(`<w:settings ` + mainSpace + `><w:zoom w:percent="100"/><w:evenAndOddHeaders/>` +
		`<w:characterSpacingControl w:val="doNotCompress"/><w:compat>` +
		`<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		`<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`)
}

// fontTable names what may stand in for a font that is not there: Windows itself has 仿宋 and 楷体 without the GB2312.
func fontTable(x *xmlBuffer, _ *document.Document, o document.Options) {
	substitutes := map[string]string{"方正小标宋简体": "宋体", "楷体_GB2312": "楷体", "仿宋_GB2312": "仿宋"}
	x.raw(`<w:fonts ` + mainSpace + `>`)
	named := map[string]bool{"": true}
	for _, name := range []string{o.Fonts.Title, o.Fonts.Hei, o.Fonts.Kai, o.Fonts.Fang, o.Fonts.Song, o.Fonts.Latin} {
		if named[name] {
			continue
		}
		named[name] = true
		x.raw(`<w:font w:name="`).text(name).raw(`">`)
		if other := substitutes[name]; other != "" {
			x.raw(`<w:altName w:val="`).raw(other).raw(`"/>`)
		}
		if name != o.Fonts.Latin {
			x.raw(`<w:charset w:val="86"/>`)
		}
		x.raw(`</w:font>`)
	}
	x.raw(`</w:fonts>`)
}

func coreProperties(x *xmlBuffer, d *document.Document, o document.Options) {
	x.raw(`<cp:coreProperties xmlns:cp="` + packageSpace + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
		`xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	status := ""
	if o.Draft {
		status = document.DraftMark
	}
	for _, p := range []struct{ name, value string }{
		{"dc:title", d.Title}, {"dc:creator", d.Agency}, {"dc:identifier", o.Identifier}, {"dc:language", "zh-CN"}, {"cp:contentStatus", status},
	} {
		if p.value != "" {
			x.raw(`<`).raw(p.name).raw(`>`).text(p.value).raw(`</`).raw(p.name).raw(`>`)
		}
	}
	if !o.Created.IsZero() {
		for _, name := range []string{"created", "modified"} {
			x.raw(`<dcterms:`).raw(name).raw(` xsi:type="dcterms:W3CDTF">`).raw(o.Created.UTC().Format(time.RFC3339)).
				raw(`</dcterms:`).raw(name).raw(`>`)
		}
	}
	x.raw(`</cp:coreProperties>`)
}

func appProperties(x *xmlBuffer, d *document.Document, o document.Options) {
	x.raw(`<Properties xmlns="` + officeSpace + `extended-properties"><Application>`).text(o.Generator).raw(`</Application>`)
	if d.Agency != "" {
		x.raw(`<Company>`).text(d.Agency).raw(`</Company>`)
	}
	x.raw(`</Properties>`)
}
