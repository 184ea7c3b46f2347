// Package ofd writes laid-out pages as an OFD file (GB/T 33190-2016, 电子文件存储与交换格式 版式文档) with its fonts inside.
package ofd

import (
	"fmt"
	"io"
	"sync"

	"nianbao/report/document"
	"nianbao/report/export/pack"
	"nianbao/report/layout"
)

// Write writes p as an OFD file. The same pages and options give the same bytes.
func Write(w io.Writer, p *layout.Pages, o document.Options) error {
	f := files.Get().(*file)
	f.pages, f.options, f.archive = p, o.WithDefaults(), pack.New(w, o.Created)
	err := f.write()
	*f = file{xmlBuffer: f.xmlBuffer, pageIDs: f.pageIDs[:0]}
	files.Put(f)
	return err
}

// files keeps the buffers between files.
var files = sync.Pool{New: func() any { return &file{} }}

// file is a file in the making: one document, Doc_0.
type file struct {
	// xmlBuffer holds the part that is being written.
	xmlBuffer
	pages   *layout.Pages
	options document.Options
	archive *pack.Archive
	// fonts are those of the faces, nil for a face without text.
	fonts []*font
	// last is the greatest identifier given out; they are unique in the document, over all its parts.
	last    int
	pageIDs []int
	// annotated are the indexes of the pages with links.
	annotated []int
}

// write writes the parts. The root is first, because people and programs look there; the document comes after its pages, for it
// says how many identifiers there are.
func (f *file) write() error {
	if err := f.makeFonts(); err != nil {
		return err
	}
	f.begin()
	f.info()
	if err := f.end("OFD.xml"); err != nil {
		return err
	}
	if err := f.writeFonts(); err != nil {
		return err
	}
	for range f.pages.Pages {
		f.pageIDs = append(f.pageIDs, f.id())
	}
	for i := range f.pages.Pages {
		if err := f.writePage(i); err != nil {
			return err
		}
	}
	if err := f.writeAnnotations(); err != nil {
		return err
	}
	f.begin().raw(`<ofd:Document` + namespace + `>`)
	f.document()
	f.raw(`</ofd:Document>`)
	if err := f.end("Doc_0/Document.xml"); err != nil {
		return err
	}
	return f.archive.Close()
}

// end puts the part that was written under its name.
func (f *file) end(name string) error { return f.archive.Add(name, f.b) }

// id gives out an identifier.
func (f *file) id() int {
	f.last++
	return f.last
}

// idAttribute appends an identifier of its own as an attribute.
func (f *file) idAttribute() *xmlBuffer { return f.raw(` ID="`).int(f.id()).raw(`"`) }

// pageFolder is where a part of a page is, in the folder of such parts.
func pageFolder(page int) string { return fmt.Sprintf("Page_%d/", page) }
