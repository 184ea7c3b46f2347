// Package docx writes a document as an Office Open XML file that people go on editing in Word or WPS: real styles, real header
// rows and page number fields, measures of GB/T 9704-2012 (党政机关公文格式).
//
// Figure cells carry no hidden name. A bookmark holds neither the dots nor the length of a cell id, a content control shows
// frames in Word and placeholders in WPS, and both stay behind when an editor moves a number: what the printed labels say is
// what the file says, and the reader goes by them.
package docx

import (
	"archive/zip"
	"io"
	"sync"
	"time"

	"nianbao/report/document"
)

// Write writes d as a .docx file. The same document and options give the same bytes.
func Write(w io.Writer, d *document.Document, o document.Options) error {
	o = o.WithDefaults()
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, compressor)
	x := buffers.Get().(*xmlBuffer)
	defer buffers.Put(x)
	for _, p := range parts(o) {
		x.b = x.b[:0]
		x.raw(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
		p.write(x, d, o)
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: zipTime(o.Created)})
		if err != nil {
			return err
		}
		if _, err := f.Write(x.b); err != nil {
			return err
		}
	}
	return z.Close()
}

var buffers = sync.Pool{New: func() any { return &xmlBuffer{} }}

// zipTime is a time that a zip entry can hold: its calendar begins in 1980.
func zipTime(t time.Time) time.Time {
	if first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC); t.Before(first) {
		return first
	}
	return t.UTC()
}
