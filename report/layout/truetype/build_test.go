package truetype

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"
	"unicode/utf16"
)

// The glyphs of the font that tests build: besides .notdef an em by a half with hints, that one with another beside it, a blank,
// and one that says nothing of its width.
const (
	plainGlyph GlyphID = iota + 1
	madeOfTwo
	blankGlyph
	lastGlyph
	builtGlyphs
)

// built are the tables of a small font; a test changes some before file makes a font file of them.
func built() map[string][]byte {
	square := append16(nil, 1, 0, 0, 500, 1000, 3)
	square = append16(square, 2)                 // two bytes of instructions
	square = append(square, 0x4f, 0x4f)          //
	square = append(square, 0x01, 0x08|1, 2)     // a flag, and one for three points
	square = append16(square, 0, 0, 500, 0)      // x
	square = append16(square, 0, 1000, 0, -1000) // y
	const words, more, instructions, scale = 0x0003, 0x0020, 0x0100, 0x0008
	pair := append16(nil, -1, 0, 0, 1000, 1000)
	pair = append16(pair, words|more, int(plainGlyph), 0, 0)
	pair = append16(pair, words|scale|instructions, int(lastGlyph), 500, 0, 1<<13)
	pair = append16(pair, 1)
	pair = append(pair, 0x4f)
	glyphs := [builtGlyphs][]byte{plainGlyph: square, madeOfTwo: pair, lastGlyph: square}
	var glyf, loca []byte
	for _, g := range glyphs {
		loca = append32(loca, len(glyf))
		glyf = pad(append(glyf, g...))
	}
	loca = append32(loca, len(glyf))

	head := make([]byte, 54)
	set16(head, 16, 0x001f, 1000)
	set16(head, 36, -10, -20, 1010, 1020)
	set16(head, 50, 1)
	hhea := make([]byte, 36)
	set16(hhea, 4, 880, -120)
	set16(hhea, 34, 4)
	maxp := make([]byte, 32)
	set16(maxp, 0, 1, 0, int(builtGlyphs), 4, 1, 8, 2, 2, 9, 9, 9, 9, 9, 9, 2, 1)
	os2 := make([]byte, 96)
	set16(os2, 0, 4, 500, 700, 5)
	set16(os2, 88, 730)
	post := append32(nil, 0x00020000, -12<<16-1<<15)
	post = append32(append16(post, -75, 50), 1, 0, 0, 0, 0)
	return map[string][]byte{
		"glyf": glyf, "loca": loca, "head": head, "hhea": hhea, "maxp": maxp, "OS/2": os2, "post": post,
		"hmtx": append16(nil, 1000, 0, 500, 0, 1000, 0, 250, 0, 7),
		"cmap": cmapTable(3, 1, segments([]mapping{{'A', plainGlyph}, {'一', madeOfTwo}, {'丁', plainGlyph}})),
		"name": nameTable(
			builtName{3, 1, 0x409, nameFamily, "Built Song"}, builtName{3, 1, 0x804, nameFamily, "自制宋体"},
			builtName{3, 1, 0x409, nameFull, "Built Song Bold"}, builtName{3, 1, 0x409, namePostScript, "Built (Song)-Bold"},
		),
	}
}

func set16(data []byte, at int, numbers ...int) {
	for i, n := range numbers {
		binary.BigEndian.PutUint16(data[at+2*i:], uint16(n))
	}
}

func cmapTable(platform, encoding int, subtable []byte) []byte {
	return append(append32(append16(nil, 0, 1, platform, encoding), 12), subtable...)
}

type builtName struct {
	platform, encoding, language, id int
	text                             string
}

func nameTable(names ...builtName) []byte {
	table := append16(nil, 0, len(names), 6+12*len(names))
	var text []byte
	for _, n := range names {
		coded := []byte(n.text)
		if n.platform != 1 {
			coded = nil
			for _, unit := range utf16.Encode([]rune(n.text)) {
				coded = binary.BigEndian.AppendUint16(coded, unit)
			}
		}
		table = append16(table, n.platform, n.encoding, n.language, n.id, len(coded), len(text))
		text = append(text, coded...)
	}
	return append(table, text...)
}

func file(tables map[string][]byte) []byte {
	var list []table
	for tag, data := range tables {
		list = append(list, table{tag, data})
	}
	slices.SortFunc(list, func(a, b table) int { return bytes.Compare([]byte(a.tag), []byte(b.tag)) })
	return assemble(list)
}

// collection makes one file of several: tables are found from the beginning of the file.
func collection(fonts ...[]byte) []byte {
	out := append32([]byte("ttcf"), 0x00010000, len(fonts))
	start := 12 + 4*len(fonts)
	for _, f := range fonts {
		out = append32(out, start)
		start += len(f)
	}
	for _, f := range fonts {
		base, f := len(out), bytes.Clone(f)
		for i := range int(u16(f, 4)) {
			at := 12 + 16*i + 8
			binary.BigEndian.PutUint32(f[at:], u32(f, at)+uint32(base))
		}
		out = append(out, f...)
	}
	return out
}

func parse(t *testing.T, data []byte, index int) *Font {
	t.Helper()
	f, err := Parse(bytes.NewReader(data), int64(len(data)), index)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// point is a point of a glyph as it is drawn.
type point struct {
	x, y    float64
	on, end bool
}

// points reads a glyph as the file has it, parts and all, without the code under test.
func points(t *testing.T, f *Font, g GlyphID) []point {
	t.Helper()
	at, err := f.place(g)
	if err != nil {
		t.Fatal(err)
	}
	data := make([]byte, at.length)
	if _, err := f.file.ReadAt(data, at.offset); err != nil && at.length > 0 {
		t.Fatal(err)
	}
	if len(data) == 0 {
		return nil
	}
	r := bytes.NewReader(data)
	next := func() (n int16) { _ = binary.Read(r, binary.BigEndian, &n); return n }
	contours := next()
	r.Seek(10, 0)
	var all []point
	if contours < 0 {
		for more := true; more; {
			flags, part := next(), GlyphID(next())
			more = flags&0x20 != 0
			m := [6]float64{1, 0, 0, 1}
			if flags&1 != 0 {
				m[4], m[5] = float64(next()), float64(next())
			} else {
				xy := next()
				m[4], m[5] = float64(int8(xy>>8)), float64(int8(xy))
			}
			scale := func() float64 { return float64(next()) / (1 << 14) }
			switch {
			case flags&0x08 != 0:
				m[0] = scale()
				m[3] = m[0]
			case flags&0x40 != 0:
				m[0], m[3] = scale(), scale()
			case flags&0x80 != 0:
				m[0], m[1], m[2], m[3] = scale(), scale(), scale(), scale()
			}
			for _, p := range points(t, f, part) {
				all = append(all, point{m[0]*p.x + m[2]*p.y + m[4], m[1]*p.x + m[3]*p.y + m[5], p.on, p.end})
			}
		}
		return all
	}
	ends := map[int]bool{}
	last := 0
	for range contours {
		last = int(uint16(next()))
		ends[last] = true
	}
	r.Seek(int64(next()), 1)
	var flags []byte
	for len(flags) <= last {
		flag, _ := r.ReadByte()
		flags = append(flags, flag)
		if flag&8 != 0 {
			n, _ := r.ReadByte()
			flags = append(flags, bytes.Repeat([]byte{flag}, int(n))...)
		}
	}
	axis := func(short, same byte) (values []float64) {
		value := 0
		for _, flag := range flags {
			switch {
			case flag&short != 0:
				n, _ := r.ReadByte()
				if flag&same == 0 {
					value -= int(n)
				} else {
					value += int(n)
				}
			case flag&same == 0:
				value += int(next())
			}
			values = append(values, float64(value))
		}
		return values
	}
	xs := axis(2, 16)
	ys := axis(4, 32)
	for i, flag := range flags {
		all = append(all, point{xs[i], ys[i], flag&1 != 0, ends[i]})
	}
	return all
}
