package truetype

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"unicode"
)

// cmap leads from a character to its glyph in two steps: the 256 characters that share the upper bits share a block.
type cmap struct {
	pages [(unicode.MaxRune + 1) >> 8]uint16
	// blocks are of 256 glyphs each; the first is that of pages without glyphs.
	blocks []uint16
}

func (c *cmap) glyph(r rune) GlyphID {
	if uint32(r) > unicode.MaxRune {
		return 0
	}
	return GlyphID(c.blocks[int(c.pages[r>>8])<<8|int(r&0xff)])
}

func (c *cmap) set(r rune, glyph uint16) {
	page := &c.pages[r>>8]
	if *page == 0 {
		*page = uint16(len(c.blocks) >> 8)
		c.blocks = append(c.blocks, make([]uint16, 256)...)
	}
	c.blocks[int(*page)<<8|int(r&0xff)] = glyph
}

// each calls do for every character with a glyph, in the order of characters.
func (c *cmap) each(do func(r rune, g GlyphID)) {
	for page, block := range c.pages {
		if block == 0 {
			continue
		}
		for i, g := range c.blocks[int(block)<<8 : int(block+1)<<8] {
			if g != 0 {
				do(rune(page<<8|i), GlyphID(g))
			}
		}
	}
}

// readCmap reads the subtable with the most of Unicode.
func (f *Font) readCmap() error {
	table, err := f.some("cmap", 4, math.MaxInt32)
	if err != nil {
		return err
	}
	best, from := 0, 0
	for i := range min(int(u16(table, 2)), (len(table)-4)/8) {
		at := 4 + 8*i
		rank := cmapRank(u16(table, at), u16(table, at+2))
		offset := int64(u32(table, at+4))
		if rank > best && offset+16 <= int64(len(table)) {
			best, from = rank, int(offset)
		}
	}
	if best == 0 {
		return errors.New("table cmap: nothing for Unicode")
	}
	f.cmap.blocks = make([]uint16, 256, 256*64)
	switch data := table[from:]; u16(data, 0) {
	case 4:
		err = f.readSegments(data)
	case 12:
		err = f.readGroups(data)
	default:
		err = fmt.Errorf("table cmap: format %d", u16(data, 0))
	}
	f.cmap.blocks = slices.Clip(f.cmap.blocks)
	return err
}

// cmapRank orders the subtables by platform and encoding: all of Unicode, then its first plane; 0 is no Unicode.
func cmapRank(platform, encoding uint16) int {
	switch {
	case platform == 3 && encoding == 10:
		return 4
	case platform == 0 && (encoding == 4 || encoding == 6):
		return 3
	case platform == 3 && encoding == 1:
		return 2
	case platform == 0 && encoding <= 3:
		return 1
	}
	return 0
}

// readSegments reads format 4. Segments ascend; what overlaps the one before is passed over, so that a broken table costs no time.
func (f *Font) readSegments(data []byte) error {
	n := int(u16(data, 6)) / 2
	if n == 0 || 16+8*n > len(data) {
		return errors.New("table cmap is cut off")
	}
	next := 0
	for i := range n {
		end, start := int(u16(data, 14+2*i)), int(u16(data, 16+2*n+2*i))
		delta := u16(data, 16+4*n+2*i)
		at := 16 + 6*n + 2*i
		offset := int(u16(data, at))
		for c := max(start, next); c <= end; c++ {
			glyph := uint16(c)
			if offset != 0 {
				from := at + offset + 2*(c-start)
				if from+2 > len(data) {
					break
				}
				if glyph = u16(data, from); glyph == 0 {
					continue
				}
			}
			if glyph += delta; glyph != 0 && int(glyph) < f.count {
				f.cmap.set(rune(c), glyph)
			}
		}
		next = max(next, end+1)
	}
	return nil
}

// readGroups reads format 12.
func (f *Font) readGroups(data []byte) error {
	n := int64(u32(data, 12))
	if 16+12*n > int64(len(data)) {
		return errors.New("table cmap is cut off")
	}
	next := int64(0)
	for at := 16; at < 16+12*int(n); at += 12 {
		start, end, first := int64(u32(data, at)), min(int64(u32(data, at+4)), unicode.MaxRune), int64(u32(data, at+8))
		for c := max(start, next); c <= end && first+c-start < int64(f.count); c++ {
			if glyph := uint16(first + c - start); glyph != 0 {
				f.cmap.set(rune(c), glyph)
			}
		}
		next = max(next, end+1)
	}
	return nil
}
