// Package truetype reads TrueType fonts, single ones and collections, as far as setting and embedding type needs it: which glyph a
// character has, how wide it is, and a font file with only the glyphs in use.
package truetype

import (
	"errors"
	"fmt"
	"io"
	"math"
	"sync"
)

// GlyphID is the number of a glyph in a font; 0 is .notdef, what a character without a glyph has.
type GlyphID uint16

// Box stands for a glyph that no font has: an empty box as wide as an em. It may be passed to Subset.
const Box GlyphID = 0xffff

// ErrCFF says that a font has PostScript outlines (.otf), and no TrueType ones to take glyphs from.
var ErrCFF = errors.New("CFF outlines, not TrueType ones")

// Font is one font of a file. It reads the glyphs from the file when they are asked for; the file must stay as it is. Its methods
// may be called from several goroutines.
type Font struct {
	// Families and FullNames are the names in all languages, PostScript the one for files.
	Families, FullNames []string
	PostScript          string
	UnitsPerEm          int
	// Ascent and Descent (negative) are from hhea; XMin to YMax is the box of all glyphs; all in units of the em.
	Ascent, Descent, CapHeight int
	XMin, YMin, XMax, YMax     int
	ItalicAngle                float64
	Weight                     int
	FixedPitch                 bool
	// Embeddable says that the font's maker allows documents to carry a subset of it (OS/2 fsType).
	Embeddable bool

	file   io.ReaderAt
	tables map[string]span
	// count is how many glyphs there are, metrics how many of them have a width of their own.
	count, metrics int
	longOffsets    bool
	// These are kept as they stand in the file: a subset takes most of them over.
	head, hhea, maxp, os2, post []byte

	// The large tables are read when a glyph is first asked for: of the fonts in a folder, most are only asked for their names.
	once sync.Once
	err  error
	cmap cmap
	hmtx []byte
	loca []byte
}

// Parse reads the font of a number, from 0, in a file of a size. An error says in English what is wrong with the file. With ErrCFF
// comes a font that has names and nothing else.
func Parse(file io.ReaderAt, size int64, index int) (*Font, error) {
	tables, err := directory(file, size, index)
	if err != nil {
		return nil, err
	}
	f := &Font{file: file, tables: tables}
	if err := f.readNames(); err != nil {
		return nil, err
	}
	if f.has("CFF ") || f.has("CFF2") {
		return &Font{Families: f.Families, FullNames: f.FullNames, PostScript: f.PostScript}, ErrCFF
	}
	if !f.has("glyf") {
		return nil, errors.New("no table glyf")
	}
	for _, read := range []func() error{f.readHead, f.readMaxp, f.readHhea, f.readOS2, f.readPost} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func (f *Font) readHead() (err error) {
	if f.head, err = f.need("head", 54); err != nil {
		return err
	}
	f.UnitsPerEm = int(u16(f.head, 18))
	if f.UnitsPerEm < 16 || f.UnitsPerEm > 16384 {
		return fmt.Errorf("table head: %d units per em", f.UnitsPerEm)
	}
	f.XMin, f.YMin = int(i16(f.head, 36)), int(i16(f.head, 38))
	f.XMax, f.YMax = int(i16(f.head, 40)), int(i16(f.head, 42))
	format := u16(f.head, 50)
	if format > 1 {
		return fmt.Errorf("table head: format %d of loca", format)
	}
	f.longOffsets = format == 1
	return nil
}

func (f *Font) readMaxp() (err error) {
	if f.maxp, err = f.need("maxp", 32); err != nil {
		return err
	}
	if f.count = int(u16(f.maxp, 4)); f.count == 0 {
		return errors.New("table maxp: no glyphs")
	}
	return nil
}

func (f *Font) readHhea() (err error) {
	if f.hhea, err = f.need("hhea", 36); err != nil {
		return err
	}
	f.Ascent, f.Descent = int(i16(f.hhea, 4)), int(i16(f.hhea, 6))
	f.metrics = min(int(u16(f.hhea, 34)), f.count)
	if f.metrics == 0 {
		return errors.New("table hhea: no widths")
	}
	return nil
}

// readOS2 goes on without the table, as fonts made for the Macintosh are without it.
func (f *Font) readOS2() (err error) {
	f.Weight, f.CapHeight, f.Embeddable = 400, f.UnitsPerEm*7/10, true
	if !f.has("OS/2") {
		return nil
	}
	if f.os2, err = f.some("OS/2", 78, 96); err != nil {
		return err
	}
	f.Weight = int(u16(f.os2, 4))
	if len(f.os2) >= 90 && u16(f.os2, 0) >= 2 && i16(f.os2, 88) > 0 {
		f.CapHeight = int(i16(f.os2, 88))
	}
	const restricted, levels, noSubset, bitmapOnly = 0x0002, 0x000f, 0x0100, 0x0200
	use := u16(f.os2, 8)
	f.Embeddable = use&levels != restricted && use&(noSubset|bitmapOnly) == 0
	return nil
}

func (f *Font) readPost() (err error) {
	if !f.has("post") {
		f.post = make([]byte, 32)
		return nil
	}
	if f.post, err = f.need("post", 32); err != nil {
		return err
	}
	f.ItalicAngle = math.Round(float64(int32(u32(f.post, 4)))/65536*1000) / 1000
	f.FixedPitch = u32(f.post, 12) != 0
	return nil
}

// Check reads what Glyph and Advance need, and says whether it is whole. Where it is not, the font has no glyphs.
func (f *Font) Check() error {
	f.once.Do(func() { f.err = f.load() })
	return f.err
}

func (f *Font) load() (err error) {
	if f.hmtx, err = f.some("hmtx", f.metrics*4, f.metrics*4+(f.count-f.metrics)*2); err != nil {
		return err
	}
	offset := 2
	if f.longOffsets {
		offset = 4
	}
	if f.loca, err = f.need("loca", (f.count+1)*offset); err != nil {
		return err
	}
	return f.readCmap()
}

// Glyph is the glyph of a character, 0 if the font has none.
func (f *Font) Glyph(r rune) GlyphID {
	if f.Check() != nil {
		return 0
	}
	return f.cmap.glyph(r)
}

// Advance is a glyph's width in units of the em; Box has one em.
func (f *Font) Advance(g GlyphID) int {
	if int(g) >= f.count || f.Check() != nil {
		return f.UnitsPerEm
	}
	return int(u16(f.hmtx, min(int(g), f.metrics-1)*4))
}

// bearing is where a glyph's ink begins, as hmtx has it.
func (f *Font) bearing(g GlyphID) int {
	at := int(g)*4 + 2
	if int(g) >= f.metrics {
		at = f.metrics*4 + (int(g)-f.metrics)*2
	}
	if at+2 > len(f.hmtx) {
		return 0
	}
	return int(i16(f.hmtx, at))
}
