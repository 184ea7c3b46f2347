package pdf

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf16"
)

// writeFonts writes the fonts and is their entries in the pages' resources.
func writeFonts(f *file, fs *fonts) string {
	var entries strings.Builder
	for _, font := range fs.all {
		fmt.Fprintf(&entries, "/%s %v", font.resource, font.write(f))
	}
	return entries.String()
}

// write writes a font as CIDs of the identity (9.7.4): text on a page is two bytes a character.
func (f *font) write(to *file) ref {
	data, unicodes, descriptor, descendant, r := to.reserve(1), to.reserve(1), to.reserve(1), to.reserve(1), to.reserve(1)
	to.compressed(forFonts, data, fmt.Sprintf("/Length1 %d", len(f.subset.Data)), f.subset.Data)
	to.stream(unicodes, "", f.toUnicode())

	t := f.font
	flags := 1 << 2 // symbolic: its characters are beyond those of Latin
	if t.FixedPitch {
		flags |= 1 << 0
	}
	if t.ItalicAngle != 0 {
		flags |= 1 << 6
	}
	em := func(units int) int { return thousandths(units, t.UnitsPerEm) }
	// a font does not say how thick its stems are; this comes near for most
	stem := 50 + t.Weight*t.Weight/(65*65)
	angle := &code{}
	angle.decimal(int(math.Round(t.ItalicAngle*100)), 100)
	to.object(descriptor, "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %s/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %v>>",
		name(f.name), flags, em(t.XMin), em(t.YMin), em(t.XMax), em(t.YMax), *angle, em(t.Ascent), em(t.Descent), em(t.CapHeight), stem, data)
	to.object(descendant, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %v/DW %d/W[%s]/CIDToGIDMap%s>>",
		name(f.name), descriptor, defaultWidth, f.widthArray(), f.glyphMap(to))
	to.object(r, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>", name(f.name), descendant, unicodes)
	return r
}

// defaultWidth is the width of a Chinese character, which is not listed.
const defaultWidth = 1000

// widthArray lists the widths of the other characters, of neighbours together (9.7.4.3).
func (f *font) widthArray() code {
	w, open := code{}, false
	for cid, width := range f.widths {
		switch {
		case width == defaultWidth:
			if open {
				w.raw("]")
			}
			open = false
		case open:
			w.raw(" ").int(width)
		default:
			w.int(cid).raw("[").int(width)
			open = true
		}
	}
	if open {
		w.raw("]")
	}
	return w
}

// glyphMap says which glyph of the subset a CID is.
func (f *font) glyphMap(to *file) string {
	identity, glyphs := true, make([]byte, 0, 2*len(f.chars))
	for cid, c := range f.chars {
		g := f.subset.IDs[c.glyph]
		identity = identity && int(g) == cid
		glyphs = append(glyphs, byte(g>>8), byte(g))
	}
	if identity {
		return "/Identity"
	}
	r := to.reserve(1)
	to.stream(r, "", glyphs)
	return " " + r.String()
}

// toUnicode says which character a CID is (9.10.3).
func (f *font) toUnicode() []byte {
	c := code{}
	c.raw("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100 // entries of one list
	for from := 1; from < len(f.chars); from += most {
		part := f.chars[from:min(from+most, len(f.chars))]
		c.int(len(part)).raw(" beginbfchar\n")
		for i, char := range part {
			c.raw("<").hex(uint16(from + i)).raw("> <")
			for _, u := range utf16.AppendRune(nil, readable(char.text)) {
				c.hex(u)
			}
			c.raw(">\n")
		}
		c.raw("endbfchar\n")
	}
	c.raw("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return c
}

// readable is the character that a file gives for r: it may not be U+0000, U+FEFF or U+FFFE (ISO 19005-2, 6.2.11.7.2).
func readable(r rune) rune {
	switch r {
	case 0, 0xfffe:
		return '\ufffd'
	case 0xfeff:
		return '\u2060' // what Unicode has for it since it marks the order of bytes
	}
	return r
}

// private says that only who made a font knows what r is.
func private(r rune) bool { return r >= 0xe000 && r <= 0xf8ff || r >= 0xf0000 }

// name is a name as it is written (7.3.5); the slash before it is the caller's.
func name(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c > ' ' && c < 0x7f && !strings.ContainsRune("#/%()<>[]{}", rune(c)) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "#%02X", c)
		}
	}
	return b.String()
}
