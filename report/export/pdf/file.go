package pdf

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
	"sync"
)

// ref is the number of an object of the file.
type ref int

// String is how other objects refer to it.
func (r ref) String() string { return fmt.Sprintf("%d 0 R", int(r)) }

// packSize is how many objects an object stream holds: enough to shrink well, few enough to be read at once.
const packSize = 200

// file writes the objects of a PDF file one after the other (ISO 32000-1, 7.5) and remembers only where they are. Streams stand
// for themselves; all other objects are packed into object streams, since those of the structure are many and alike. Errors of
// the writer below show when the file is closed.
type file struct {
	out  *bufio.Writer
	sum  hash.Hash
	size int
	// places are where the objects are, by number; 0 is nobody's.
	places []place
	// waiting are the objects for the next object stream: pack has their bodies, index their numbers and where they begin.
	waiting     []ref
	pack, index []byte
}

// place is where an object is: in the file at offset at, or in the object stream in, as number at of it.
type place struct {
	in ref
	at int
}

func newFile(w io.Writer) *file {
	f := &file{sum: sha256.New(), places: make([]place, 1)}
	f.out = bufio.NewWriterSize(io.MultiWriter(w, f.sum), 1<<16)
	// the second line says that the file is not text
	f.printf("%%PDF-1.7\n%%\xe2\xe3\xcf\xd3\n")
	return f
}

func (f *file) printf(format string, args ...any) {
	n, _ := fmt.Fprintf(f.out, format, args...)
	f.size += n
}

// reserve makes room for n objects and is the number of the first.
func (f *file) reserve(n int) ref {
	first := ref(len(f.places))
	f.places = append(f.places, make([]place, n)...)
	return first
}

// object writes an object that is no stream.
func (f *file) object(r ref, format string, args ...any) {
	f.index = fmt.Appendf(f.index, "%d %d ", r, len(f.pack))
	f.pack = append(fmt.Appendf(f.pack, format, args...), '\n')
	if f.waiting = append(f.waiting, r); len(f.waiting) == packSize {
		f.flush()
	}
}

// flush writes the objects that wait.
func (f *file) flush() {
	if len(f.waiting) == 0 {
		return
	}
	in := f.reserve(1)
	for i, r := range f.waiting {
		f.places[r] = place{in: in, at: i}
	}
	f.stream(in, fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(f.waiting), len(f.index)), append(f.index, f.pack...))
	f.waiting, f.index, f.pack = f.waiting[:0], f.index[:0], f.pack[:0]
}

// stream writes a stream of text, compressed; dict is what its dictionary has besides.
func (f *file) stream(r ref, dict string, data []byte) { f.compressed(forText, r, dict, data) }

func (f *file) compressed(deflaters *sync.Pool, r ref, dict string, data []byte) {
	d := deflaters.Get().(*deflater)
	defer deflaters.Put(d)
	f.raw(r, dict+"/Filter/FlateDecode", d.deflate(data))
}

// raw writes a stream as it is.
func (f *file) raw(r ref, dict string, data []byte) {
	f.places[r] = place{at: f.size}
	f.printf("%d 0 obj\n<<%s/Length %d>>\nstream\n", r, dict, len(data))
	n, _ := f.out.Write(data)
	f.size += n
	f.printf("\nendstream\nendobj\n")
}

// close writes the waiting objects and the table of all objects, a cross-reference stream. The file's ID is the sum of all before.
func (f *file) close(root, info ref) error {
	f.flush()
	r := f.reserve(1)
	f.places[r] = place{at: f.size}
	var table []byte
	for i, p := range f.places {
		switch {
		case i == 0:
			table = append(table, 0, 0, 0, 0, 0, 0xff, 0xff)
		case p.in == 0:
			table = append(binary.BigEndian.AppendUint32(append(table, 1), uint32(p.at)), 0, 0)
		default:
			table = binary.BigEndian.AppendUint32(append(table, 2), uint32(p.in))
			table = binary.BigEndian.AppendUint16(table, uint16(p.at))
		}
	}
	if err := f.out.Flush(); err != nil {
		return err
	}
	id := f.sum.Sum(nil)[:16]
	start := f.size
	f.stream(r, fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %v/Info %v/ID[<%x><%x>]", len(f.places), root, info, id, id), table)
	f.printf("startxref\n%d\n%%%%EOF\n", start)
	return f.out.Flush()
}
