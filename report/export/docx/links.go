package docx

import (
	"strconv"

	"nianbao/report/document"
)

// linked appends a text in which addresses of web pages and of mail can be followed. They have no style of their own, and so look like
// the text around them.
func (x *xmlBuffer) linked(s string) {
	from := 0
	for _, l := range document.Links(s) {
		x.run("", s[from:l.From])
		x.links = append(x.links, l.URI)
		x.raw(`<w:hyperlink r:id="`).raw(linkRelation(len(x.links))).raw(`">`)
		x.run("", s[l.From:l.To])
		x.raw(`</w:hyperlink>`)
		from = l.To
	}
	x.run("", s[from:])
}

// linkRelations are how the document refers to what its links lead to.
func (x *xmlBuffer) linkRelations() {
	for i, uri := range x.links {
		x.raw(`<Relationship Id="`).raw(linkRelation(i + 1)).raw(`" Type="` + officeSpace + `relationships/hyperlink" Target="`).text(uri).raw(`" TargetMode="External"/>`)
	}
}

func linkRelation(n int) string { return "rLink" + strconv.Itoa(n) }
