package xlsx

import (
	"bytes"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"nianbao/report/export/pack"

	"github.com/xuri/excelize/v2"
)

// archive keeps the parts of a workbook and writes them sorted by name: the library hands its sheets over in no certain order, and
// the same report must give the same bytes.
type archive struct {
	zip   *pack.Archive
	parts []part
}

type part struct {
	name    string
	content *bytes.Buffer
}

func newArchive(created time.Time) func(io.Writer) excelize.ZipWriter {
	return func(w io.Writer) excelize.ZipWriter { return &archive{zip: pack.New(w, created)} }
}

func (a *archive) Create(name string) (io.Writer, error) {
	content := &bytes.Buffer{}
	a.parts = append(a.parts, part{name, content})
	return content, nil
}

// AddFS completes the interface; the library does not call it.
func (a *archive) AddFS(fs.FS) error { return nil }

func (a *archive) Close() error {
	slices.SortFunc(a.parts, func(x, y part) int { return strings.Compare(x.name, y.name) })
	for _, p := range a.parts {
		if err := a.zip.Add(p.name, p.content.Bytes()); err != nil {
			return err
		}
	}
	return a.zip.Close()
}
