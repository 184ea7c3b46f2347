package pdf

import (
	"bytes"
	"compress/zlib"
	"sync"
)

// deflater compresses the streams of a file. It keeps its tables and its buffer between files; making them costs more than
// compressing a page.
type deflater struct {
	out bytes.Buffer
	z   *zlib.Writer
}

// Text is compressed the fast way. In the outlines of glyphs hardly anything repeats: to look for it takes three times as long and
// saves a tenth.
var (
	forText  = deflaters(zlib.BestSpeed)
	forFonts = deflaters(zlib.HuffmanOnly)
)

func deflaters(level int) *sync.Pool {
	return &sync.Pool{New: func() any {
		d := &deflater{}
		z, err := zlib.NewWriterLevel(&d.out, level)
		if err != nil {
			panic(err) // only for a level that does not exist
		}
		d.z = z
		return d
	}}
}

// deflate is data compressed; it is good until the next call.
func (d *deflater) deflate(data []byte) []byte {
	d.out.Reset()
	d.z.Reset(&d.out)
	// a bytes.Buffer takes everything
	_, _ = d.z.Write(data)
	_ = d.z.Close()
	return d.out.Bytes()
}
