// Package pdf writes laid-out pages as a tagged PDF file (ISO 32000-1) with its fonts inside, fit for keeping: PDF/A-2a
// (ISO 19005-2).
package pdf

import (
	"fmt"
	"io"

	"nianbao/report/document"
	"nianbao/report/layout"
)

// Write writes p as a PDF file. The same pages and options give the same bytes.
func Write(w io.Writer, p *layout.Pages, o document.Options) error {
	o = o.WithDefaults()
	fonts, err := collect(p)
	if err != nil {
		return err
	}
	f := newFile(w)
	tree := newTree(f, p)
	pages, resources := f.reserve(1), f.reserve(1)
	first := f.reserve(len(p.Pages))
	for i := range p.Pages {
		writePage(f, p, i, fonts, tree, pageRefs{parent: pages, first: first, resources: resources})
	}
	kids := &code{}
	for i := range p.Pages {
		kids.ref(first + ref(i)).raw(" ")
	}
	f.object(pages, "<</Type/Pages/Count %d/Kids[%s]>>", len(p.Pages), *kids)
	f.object(resources, "<</Font<<%s>>>>", writeFonts(f, fonts))

	root, info := f.reserve(1), f.reserve(1)
	f.object(info, "<<%s>>", infoEntries(p, fonts, o))
	f.object(root, "<</Type/Catalog/Pages %v/Lang(zh-CN)/MarkInfo<</Marked true>>/StructTreeRoot %v/ViewerPreferences<</DisplayDocTitle true>>"+
		"/Metadata %v/OutputIntents[%s]%s>>", pages, tree.write(first), writeXMP(f, p, fonts, o), writeIntent(f), writeOutline(f, p, first))
	if err := f.close(root, info); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}
