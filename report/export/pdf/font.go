package pdf

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"unicode"

	"nianbao/report/layout"
	"nianbao/report/layout/truetype"
)

// char is a character as it is drawn. A glyph may stand for several characters: the box for all that no font has, one glyph for
// two forms of a dash. Each of them is a CID of its own, so that the text comes out of the file as it went in.
type char struct {
	glyph truetype.GlyphID
	text  rune
}

// unknown is what is drawn when a font has no CID left.
var unknown = char{truetype.Box, unicode.ReplacementChar}

// maxCID is the greatest CID; 0 is .notdef, which is not used.
const maxCID = 0xffff

// font is a font of the file.
type font struct {
	// resource is its name on the pages, name the one that it has in the file: the subset's tag and the PostScript name.
	resource, name string
	font           *truetype.Font
	subset         *truetype.Subset
	// chars are the characters by CID, from 1; cids the reverse.
	chars []char
	cids  map[char]uint16
	// widths are the glyphs' widths by CID, in thousandths of the size.
	widths []int
}

// fonts are the fonts of a file: all, and by the face of a run, nil for a face that is not used.
type fonts struct {
	all    []*font
	byFace []*font
}

// collect goes over all pages and makes the subsets of the fonts that they use. Faces that have the same font share it.
func collect(p *layout.Pages) (*fonts, error) {
	fs := &fonts{byFace: make([]*font, len(p.Faces))}
	for _, page := range p.Pages {
		for _, run := range page.Runs {
			if len(run.Glyphs) > 0 {
				fs.of(p, run.Face).add(run.Glyphs)
			}
		}
	}
	for i, f := range fs.all {
		if err := f.number(); err != nil {
			return nil, fmt.Errorf("font %s: %w", f.font.PostScript, err)
		}
		f.resource = fmt.Sprintf("F%d", i)
	}
	return fs, nil
}

// of is the font of a face.
func (fs *fonts) of(p *layout.Pages, face int) *font {
	if fs.byFace[face] == nil {
		same := func(f *font) bool { return f.font == p.Faces[face].Font }
		i := slices.IndexFunc(fs.all, same)
		if i < 0 {
			i = len(fs.all)
			fs.all = append(fs.all, &font{font: p.Faces[face].Font, cids: map[char]uint16{}})
		}
		fs.byFace[face] = fs.all[i]
	}
	return fs.byFace[face]
}

func (f *font) add(glyphs []layout.Glyph) {
	for _, g := range glyphs {
		c := char{g.ID, g.Text}
		if _, known := f.cids[c]; !known && len(f.chars) >= maxCID-1 {
			c = unknown
		}
		if _, known := f.cids[c]; !known {
			f.cids[c] = 0
			f.chars = append(f.chars, c)
		}
	}
}

// number gives each character its CID, in the order of their glyphs, and makes the subset.
func (f *font) number() error {
	slices.SortFunc(f.chars, func(a, b char) int { return cmp.Or(cmp.Compare(a.glyph, b.glyph), cmp.Compare(a.text, b.text)) })
	glyphs := make([]truetype.GlyphID, 0, len(f.chars))
	f.chars = slices.Insert(f.chars, 0, char{})
	for cid, c := range f.chars[1:] {
		f.cids[c] = uint16(cid + 1)
		if n := len(glyphs); n == 0 || glyphs[n-1] != c.glyph {
			glyphs = append(glyphs, c.glyph)
		}
	}
	var err error
	if f.subset, err = f.font.Subset(glyphs); err != nil {
		return err
	}
	f.widths = make([]int, len(f.chars))
	for cid, c := range f.chars {
		f.widths[cid] = thousandths(f.subset.Advances[f.subset.IDs[c.glyph]], f.font.UnitsPerEm)
	}
	// files that are put together must not take one subset of a font for another
	tag := fnv.New64a()
	for _, g := range glyphs {
		_, _ = tag.Write([]byte{byte(g >> 8), byte(g)})
	}
	f.name = letters(tag.Sum64()) + "+" + f.font.PostScript
	return nil
}

// cid is the CID of a glyph.
func (f *font) cid(g layout.Glyph) uint16 {
	if cid, ok := f.cids[char{g.ID, g.Text}]; ok {
		return cid
	}
	return f.cids[unknown]
}

// letters are six capital letters made of a number.
func letters(n uint64) string {
	var tag [6]byte
	for i := range tag {
		tag[i] = byte('A' + n%26)
		n /= 26
	}
	return string(tag[:])
}

// thousandths are units of the em as thousandths of it, rounded.
func thousandths(units, perEm int) int {
	n := 2000*units + perEm
	if units < 0 {
		n = 2000*units - perEm
	}
	return n / (2 * perEm)
}
