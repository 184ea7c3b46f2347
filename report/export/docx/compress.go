package docx

import (
	"compress/flate"
	"io"
	"sync"
)

// compressor takes the fast way: a report is two fifths sooner written and a tenth larger. It keeps its tables between files;
// making them costs more than compressing a report.
func compressor(w io.Writer) (io.WriteCloser, error) {
	f := compressors.Get().(*flate.Writer)
	f.Reset(w)
	return &pooled{f}, nil
}

var compressors = sync.Pool{New: func() any {
	f, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		panic(err) // only for a level that does not exist
	}
	return f
}}

type pooled struct{ *flate.Writer }

func (p *pooled) Close() error {
	err := p.Writer.Close()
	compressors.Put(p.Writer)
	return err
}
