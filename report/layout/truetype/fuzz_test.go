package truetype

import (
	"bytes"
	"testing"
)

// FuzzFont reads any bytes as a font: never a panic, and a subset can be read again.
func FuzzFont(f *testing.F) {
	whole := file(built())
	f.Add(whole, 0)
	f.Add(whole[:len(whole)*3/4], 0)
	f.Add(collection(whole, whole), 1)
	high := built()
	high["cmap"] = cmapTable(3, 10, groups([]mapping{{'A', plainGlyph}, {'𠮷', madeOfTwo}}))
	f.Add(file(high), 0)
	f.Fuzz(readAny)
}

// FuzzTables reads fonts whose directory is right and whose tables are not: the bytes get further.
func FuzzTables(f *testing.F) {
	whole := built()
	for _, cmap := range [][]byte{whole["cmap"], cmapTable(3, 10, groups([]mapping{{'A', plainGlyph}, {'𠮷', madeOfTwo}}))} {
		f.Add(whole["glyf"], whole["loca"], cmap, whole["hmtx"], whole["name"], whole["OS/2"], whole["maxp"])
	}
	f.Fuzz(func(t *testing.T, glyf, loca, cmap, hmtx, name, os2, maxp []byte) {
		tables := built()
		tables["glyf"], tables["loca"], tables["cmap"], tables["hmtx"] = glyf, loca, cmap, hmtx
		tables["name"], tables["OS/2"], tables["maxp"] = name, os2, maxp
		readAny(t, file(tables), 0)
	})
}

func readAny(t *testing.T, data []byte, index int) {
	font, err := Parse(bytes.NewReader(data), int64(len(data)), index)
	if err != nil {
		return
	}
	var glyphs []GlyphID
	for _, r := range []rune{0, 'A', '一', '丁', 0xffff, '𠮷', 0x10ffff} {
		glyphs = append(glyphs, font.Glyph(r))
	}
	for g := range GlyphID(10) {
		font.Advance(g)
		font.Bounds(g)
		glyphs = append(glyphs, g)
	}
	s, err := font.Subset(append(glyphs, Box))
	if err != nil {
		return
	}
	alone, err := Parse(bytes.NewReader(s.Data), int64(len(s.Data)), 0)
	if err == nil {
		err = alone.Check()
	}
	if err != nil {
		t.Fatalf("the subset cannot be read: %v", err)
	}
	for old, g := range s.IDs {
		if alone.Advance(g) != font.Advance(old) {
			t.Errorf("glyph %d: width %d, not %d", old, alone.Advance(g), font.Advance(old))
		}
	}
	for g := range s.Glyphs {
		if _, err := alone.outline(GlyphID(g)); err != nil {
			t.Errorf("glyph %d: %v", g, err)
		}
	}
}
