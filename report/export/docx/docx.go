// Package docx writes a document as an Office Open XML file that people go on editing in Word or WPS: real styles, real header
// rows and page number fields, measures of GB/T 9704-2012 (党政机关公文格式).
//
// Figure cells carry no hidden name. A bookmark holds neither the dots nor the length of a cell id, a content control shows
// frames in Word and placeholders in WPS, and both stay behind when an editor moves a number: what the printed labels say is
// what the file says, and the reader goes by them.
package docx

import (
	"io"
	"sync"

	"nianbao/report/document"
	"nianbao/report/export/pack"
)

// Write writes d as a .docx file. The same document and options give the same bytes.
func Write(w io.Writer, d *document.Document, o document.Options) error {
	o = o.WithDefaults()
	archive := pack.New(w, o.Created)
	x := buffers.Get().(*xmlBuffer)
	defer buffers.Put(x)
	x.links = nil // it has been used before
	for _, p := range parts(d, o) {
		*x = xmlBuffer{b: x.b[:0], links: x.links}
		if p.relation != "image" {
			x.raw(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
		}
		p.write(x, d, o)
		if err := archive.Add(p.name, x.b); err != nil {
			return err
		}
	}
	return archive.Close()
}

var buffers = sync.Pool{New: func() any { return &xmlBuffer{} }}
