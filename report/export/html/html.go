// Package html writes a document as HTML: a web page of its own, the one element of it to set into a page of ours, and the form in
// which it is pasted into the editor of someone else's website. One walk over the document writes all three; only the dress differs.
package html

import (
	_ "embed"
	"fmt"
	"io"
	"strings"
	"time"

	"nianbao/report/document"
)

//go:embed report.css
var rules string

// css is those rules, and one for each width that a column may have, in per cent: no style may stand on an element.
var css = rules + widthRules()

func widthRules() string {
	var b strings.Builder
	for n := 1; n < 100; n++ {
		fmt.Fprintf(&b, ".nb-w-%d{width:%[1]d%%}\n", n)
	}
	return b.String()
}

// CSS is the look of what Fragment writes; Write has it in the page.
func CSS() string { return css }

// titleless is what a page without a title is called; every page needs a name.
const titleless = "政府信息公开工作年度报告"

// Write writes d as a whole page. The same document and options give the same bytes.
func Write(w io.Writer, d *document.Document, o document.Options) error {
	o = o.WithDefaults()
	h := newWriter(classes)
	h.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
	if d.Title != "" {
		h.text(d.Title)
	} else {
		h.raw(titleless)
	}
	h.raw("</title>\n")
	created := ""
	if !o.Created.IsZero() {
		created = o.Created.UTC().Format(time.RFC3339)
	}
	for _, m := range []struct{ name, content string }{
		{"generator", o.Generator}, {"author", d.Agency}, {"dcterms.created", created}, {"dcterms.identifier", o.Identifier},
	} {
		if m.content != "" {
			h.raw(`<meta name="`).raw(m.name).raw(`" content="`).text(m.content).raw("\">\n")
		}
	}
	h.raw("<style>\n").raw(css).raw("</style>\n</head>\n<body class=\"nb-page\">\n<main>\n")
	h.article(d, o)
	h.raw("</main>\n</body>\n</html>\n")
	_, err := w.Write(h.b)
	return err
}

// Fragment writes d as an article element, to stand in a page that has the rules of CSS. No style stands on an element, so that it
// holds under a strict Content-Security-Policy.
func Fragment(w io.Writer, d *document.Document, o document.Options) error {
	return write(w, classes, d, o)
}

// Paste writes d as HTML to paste into the editor of a website. It does without classes, ids and boxes, which such editors take
// away, and says nothing by its styles alone: tables have their borders, widths and indents in other ways too.
func Paste(w io.Writer, d *document.Document, o document.Options) error {
	return write(w, inline, d, o)
}

func write(w io.Writer, look *dress, d *document.Document, o document.Options) error {
	h := newWriter(look)
	h.article(d, o)
	_, err := w.Write(h.b)
	return err
}
