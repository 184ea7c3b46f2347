package pdf

import (
	"fmt"

	"nianbao/report/layout"
)

// pageRefs are the objects around a page: their parent, the first of them, and what they share.
type pageRefs struct{ parent, first, resources ref }

// writePage writes a page, its content and its links.
func writePage(f *file, p *layout.Pages, i int, fs *fonts, t *tree, refs pageRefs) {
	page := &p.Pages[i]
	contents := f.reserve(1)
	f.stream(contents, "", draw(p, i, fs, t))
	annotations := &code{}
	for _, l := range page.Links {
		annotations.ref(writeLink(f, p, i, l, t, refs.first)).raw(" ")
	}
	if len(page.Links) > 0 {
		annotations = new(code).raw("/Annots[").raw(string(*annotations)).raw("]")
	}
	box := new(code).raw("[0 0 ").length(p.Width).raw(" ").length(p.Height).raw("]")
	f.object(refs.first+ref(i), "<</Type/Page/Parent %v/MediaBox%s/CropBox%s/Resources %v/Contents %v/StructParents %d/Tabs/S%s>>",
		refs.parent, *box, *box, refs.resources, contents, i, *annotations)
}

// writeLink writes a link (ISO 32000-1, 12.5.6.5), which is printed with the page (ISO 19005-2, 6.3.2).
func writeLink(f *file, p *layout.Pages, page int, l layout.Link, t *tree, page0 ref) ref {
	r := f.reserve(1)
	rect := new(code).raw("[").length(l.X).raw(" ").length(p.Height - l.Y - l.Height).raw(" ").
		length(l.X + l.Width).raw(" ").length(p.Height - l.Y).raw("]")
	action, says := "", ""
	if l.URI != "" {
		action, says = "/URI/URI("+uri(l.URI)+")", l.URI
	} else {
		target := p.Nodes[l.Target]
		action, says = "/GoTo/D"+destination(p, target, page0), fmt.Sprintf("转到第%d页", target.Page+1)
		if target.Title != "" {
			says = "转到" + target.Title
		}
	}
	f.object(r, "<</Type/Annot/Subtype/Link/Rect%s/Border[0 0 0]/F 4/Contents%s/P %v/StructParent %d/A<</S%s>>>>",
		*rect, text(says), page0+ref(page), t.link(page, l.Node, r), action)
	return r
}

// destination is the place where a node stands.
func destination(p *layout.Pages, n layout.Node, page0 ref) string {
	return string(*new(code).raw("[").ref(page0 + ref(n.Page)).raw("/XYZ null ").length(p.Height - n.Top).raw(" null]"))
}

// uri is an address in the characters that a URI may have (12.6.4.7), as the inside of a string.
func uri(s string) string {
	var out []byte
	for _, b := range []byte(s) {
		if b <= ' ' || b >= 0x7f || b == '(' || b == ')' || b == '\\' {
			out = fmt.Appendf(out, "%%%02X", b)
		} else {
			out = append(out, b)
		}
	}
	return string(out)
}
