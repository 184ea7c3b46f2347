package truetype

import (
	"cmp"
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// file writes the glyphs as a font of its own, whole enough for readers that take it for one from the web.
func (c *closure) file(advances []int) []byte {
	f := c.font
	glyf, loca, long := c.outlines()
	head := slices.Clone(f.head)
	copy(head, []byte{0, 1, 0, 0})
	clear(head[8:12])                                           // the checksum
	binary.BigEndian.PutUint32(head[12:], 0x5f0f3cf5)           // the magic number
	binary.BigEndian.PutUint16(head[16:], u16(head, 16)&0x0003) // the rest is about instructions
	clear(head[50:])
	if long {
		head[51] = 1
	}
	hhea := slices.Clone(f.hhea)
	copy(hhea, []byte{0, 1, 0, 0})
	clear(hhea[24:34])
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(c.glyphs)))
	hmtx := make([]byte, 0, 4*len(c.glyphs))
	for i, g := range c.glyphs {
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(advances[i]))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(c.bearing(g)))
	}
	return assemble([]table{
		{"OS/2", f.subsetOS2()},
		{"cmap", c.cmap()},
		{"glyf", glyf},
		{"head", head},
		{"hhea", hhea},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", c.maxp()},
		{"name", f.subsetName()},
		{"post", f.subsetPost()},
	})
}

// bearing is a glyph's bearing as the font has it, and for a box where it begins.
func (c *closure) bearing(g drawn) int {
	switch {
	case !g.boxed:
		return c.font.bearing(g.old)
	case len(g.data) == 0:
		return 0
	}
	return int(i16(g.data, 2))
}

// outlines are the tables glyf and loca; long is the format of the latter.
func (c *closure) outlines() (glyf, loca []byte, long bool) {
	size := 0
	for _, g := range c.glyphs {
		size += (len(g.data) + 3) &^ 3
	}
	long = size > 2*0xffff
	glyf = make([]byte, 0, size)
	loca = make([]byte, 0, 4*len(c.glyphs)+4)
	place := func() {
		if long {
			loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		} else {
			loca = binary.BigEndian.AppendUint16(loca, uint16(len(glyf)/2))
		}
	}
	for _, g := range c.glyphs {
		place()
		glyf = pad(append(glyf, g.data...))
	}
	place()
	return glyf, loca, long
}

// maxp takes the font's limits over, with room for a box and without instructions.
func (c *closure) maxp() []byte {
	maxp := make([]byte, 32)
	copy(maxp, []byte{0, 1, 0, 0})
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(c.glyphs)))
	copy(maxp[6:14], c.font.maxp[6:14]) // points and contours
	binary.BigEndian.PutUint16(maxp[6:], max(u16(maxp, 6), 8))
	binary.BigEndian.PutUint16(maxp[8:], max(u16(maxp, 8), 2))
	maxp[15] = 2                        // zones
	copy(maxp[28:], c.font.maxp[28:32]) // components
	return maxp
}

// subsetOS2 is in version 3, or 0 where the font's own is short.
func (f *Font) subsetOS2() []byte {
	if f.os2 == nil {
		os2 := make([]byte, 78)
		for _, n := range [][2]int{{4, f.Weight}, {6, 5}, {68, f.Ascent}, {70, f.Descent}, {74, max(f.Ascent, 0)}, {76, max(-f.Descent, 0)}} {
			binary.BigEndian.PutUint16(os2[n[0]:], uint16(n[1]))
		}
		return os2
	}
	version := min(u16(f.os2, 0), 3)
	length := 96
	switch {
	case len(f.os2) < 86 || version == 0:
		version, length = 0, 78
	case len(f.os2) < 96 || version == 1:
		version, length = 1, 86
	}
	os2 := slices.Clone(f.os2[:length])
	binary.BigEndian.PutUint16(os2, version)
	return os2
}

// subsetPost has no names of glyphs.
func (f *Font) subsetPost() []byte {
	post := slices.Clone(f.post)
	copy(post, []byte{0, 3, 0, 0})
	clear(post[16:])
	return post
}

// subsetName has the family, the style, the full name and the PostScript name, in English for Windows.
func (f *Font) subsetName() []byte {
	names := []struct {
		id   uint16
		text string
	}{
		{nameFamily, cmp.Or(first(f.Families), f.PostScript, "Subset")},
		{nameStyle, "Regular"},
		{nameFull, cmp.Or(first(f.FullNames), f.PostScript, "Subset")},
		{namePostScript, cmp.Or(f.PostScript, "Subset")},
	}
	var table, text []byte
	add := func(words ...int) {
		for _, w := range words {
			table = binary.BigEndian.AppendUint16(table, uint16(w))
		}
	}
	add(0, len(names), 6+12*len(names))
	for _, n := range names {
		from := len(text)
		for _, unit := range utf16.Encode([]rune(n.text)) {
			text = binary.BigEndian.AppendUint16(text, unit)
		}
		add(3, 1, 0x0409, int(n.id), len(text)-from, from)
	}
	return append(table, text...)
}

func first(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return names[0]
}

type table struct {
	tag  string
	data []byte
}

// assemble writes tables, which are in the order of their tags, with a directory and checksums.
func assemble(tables []table) []byte {
	size := 12 + 16*len(tables)
	for _, t := range tables {
		size += (len(t.data) + 3) &^ 3
	}
	power, log := 1, 0
	for power*2 <= len(tables) {
		power, log = power*2, log+1
	}
	out := make([]byte, 12+16*len(tables), size)
	copy(out, []byte{0, 1, 0, 0})
	for i, n := range []int{len(tables), power * 16, log, (len(tables) - power) * 16} {
		binary.BigEndian.PutUint16(out[4+2*i:], uint16(n))
	}
	head := 0
	for i, t := range tables {
		start := len(out)
		if t.tag == "head" {
			head = start
		}
		out = pad(append(out, t.data...))
		entry := out[12+16*i:]
		copy(entry, t.tag)
		binary.BigEndian.PutUint32(entry[4:], checksum(out[start:]))
		binary.BigEndian.PutUint32(entry[8:], uint32(start))
		binary.BigEndian.PutUint32(entry[12:], uint32(len(t.data)))
	}
	binary.BigEndian.PutUint32(out[head+8:], 0xb1b0afba-checksum(out))
	return out
}

func pad(data []byte) []byte { return append(data, 0, 0, 0)[:(len(data)+3)&^3] }

// checksum adds up data as numbers of four bytes; its length is a multiple of four.
func checksum(data []byte) (sum uint32) {
	for ; len(data) >= 4; data = data[4:] {
		sum += u32(data, 0)
	}
	return sum
}
