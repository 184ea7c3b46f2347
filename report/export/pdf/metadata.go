package pdf

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"nianbao/report/document"
	"nianbao/report/layout"
)

// infoEntries are the properties of the document as older programs read them (ISO 32000-1, 14.3.3); XMP says the same.
func infoEntries(p *layout.Pages, fs *fonts, o document.Options) string {
	var b strings.Builder
	for _, e := range []struct{ key, value string }{
		{"Title", p.Title}, {"Author", p.Agency}, {"Subject", substitutions(p, fs)}, {"Creator", o.Generator}, {"Producer", o.Generator},
	} {
		if e.value != "" {
			fmt.Fprintf(&b, "/%s%s", e.key, text(e.value))
		}
	}
	if !o.Created.IsZero() {
		at := o.Created.UTC().Format("20060102150405+00'00'")
		fmt.Fprintf(&b, "/CreationDate(D:%s)/ModDate(D:%s)", at, at)
	}
	return b.String()
}

// substitutions says which fonts stand in for those that the document should have, "" where all are there.
func substitutions(p *layout.Pages, fs *fonts) string {
	var said []string
	for i, f := range p.Faces {
		if fs.byFace[i] != nil && !f.Own {
			said = append(said, "“"+f.Wanted+"”用“"+f.Name+"”")
		}
	}
	if said == nil {
		return ""
	}
	return "字体：" + strings.Join(said, "、") + "代替。"
}

// writeXMP writes the metadata (ISO 19005-2, 6.6.2): plain, so that it can be found without reading PDF.
func writeXMP(f *file, p *layout.Pages, fs *fonts, o document.Options) ref {
	var b strings.Builder
	property := func(name, before, value, after string) {
		if value != "" {
			b.WriteString("<" + name + ">" + before)
			// a strings.Builder takes everything
			_ = xml.EscapeText(&b, []byte(document.Printable(value)))
			b.WriteString(after + "</" + name + ">\n")
		}
	}
	const alt, altEnd = `<rdf:Alt><rdf:li xml:lang="x-default">`, `</rdf:li></rdf:Alt>`
	// begin is U+FEFF, by which a program sees the encoding
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" ` +
		`xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">` + "\n")
	property("dc:format", "", "application/pdf", "")
	property("dc:language", "<rdf:Bag><rdf:li>", "zh-CN", "</rdf:li></rdf:Bag>")
	property("dc:title", alt, p.Title, altEnd)
	property("dc:creator", "<rdf:Seq><rdf:li>", p.Agency, "</rdf:li></rdf:Seq>")
	property("dc:description", alt, substitutions(p, fs), altEnd)
	property("dc:identifier", "", o.Identifier, "")
	property("xmp:CreatorTool", "", o.Generator, "")
	property("pdf:Producer", "", o.Generator, "")
	if !o.Created.IsZero() {
		at := o.Created.UTC().Format(time.RFC3339)
		property("xmp:CreateDate", "", at, "")
		property("xmp:ModifyDate", "", at, "")
		property("xmp:MetadataDate", "", at, "")
	}
	property("pdfaid:part", "", "2", "")
	property("pdfaid:conformance", "", conformance(p), "")
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	r := f.reserve(1)
	f.raw(r, "/Type/Metadata/Subtype/XML", []byte(b.String()))
	return r
}

// conformance is the level of PDF/A-2 that a file keeps: A; U where a character is one of a font's own, of which nobody can say
// what it means (6.2.11.7.3).
func conformance(p *layout.Pages) string {
	for _, page := range p.Pages {
		for _, run := range page.Runs {
			for _, g := range run.Glyphs {
				if private(g.Text) {
					return "U"
				}
			}
		}
	}
	return "A"
}
