package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// archive keeps the parts of a workbook and writes them sorted by name: the library hands its sheets over in no certain order, and
// the same report must give the same bytes.
type archive struct {
	*zip.Writer
	parts      []part
	compressor *flate.Writer
}

type part struct {
	name    string
	content *bytes.Buffer
}

func newArchive(w io.Writer) excelize.ZipWriter {
	a := &archive{Writer: zip.NewWriter(w)}
	// A compressor's tables cost more to make than a part costs to compress: the parts share them.
	a.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		if a.compressor == nil {
			var err error
			a.compressor, err = flate.NewWriter(w, flate.BestSpeed)
			return a.compressor, err
		}
		a.compressor.Reset(w)
		return a.compressor, nil
	})
	return a
}

func (a *archive) Create(name string) (io.Writer, error) {
	content := &bytes.Buffer{}
	a.parts = append(a.parts, part{name, content})
	return content, nil
}

func (a *archive) Close() error {
	slices.SortFunc(a.parts, func(x, y part) int { return strings.Compare(x.name, y.name) })
	for _, p := range a.parts {
		w, err := a.Writer.Create(p.name)
		if err != nil {
			return err
		}
		if _, err := p.content.WriteTo(w); err != nil {
			return err
		}
	}
	return a.Writer.Close()
}
