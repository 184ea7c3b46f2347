package truetype

import (
	"encoding/binary"
	"errors"
	"slices"
)

// Subset is a font file with some of a font's glyphs.
type Subset struct {
	// Data is the file. Its cmap has the characters of the glyphs, as the font has them; Box has none.
	Data []byte
	// IDs has the new number of each glyph that was asked for; .notdef is 0 in both.
	IDs map[GlyphID]GlyphID
	// Glyphs are the old numbers by the new ones, Advances their widths in units of the em. Parts of glyphs are among them.
	Glyphs   []GlyphID
	Advances []int
}

// Subset makes a font of the glyphs, which are numbered anew in the order of their old numbers. The same glyphs give the same
// bytes. A glyph that is broken in the file, or not in it, becomes a box.
func (f *Font) Subset(glyphs []GlyphID) (*Subset, error) {
	if err := f.Check(); err != nil {
		return nil, err
	}
	c := &closure{font: f, index: make([]int32, f.count+1)}
	c.add(0)
	for _, g := range glyphs {
		c.add(g)
	}
	// what a glyph is made of is added behind it, until nothing new comes
	for i := 0; i < len(c.glyphs); i++ {
		for _, at := range c.glyphs[i].components {
			part := GlyphID(u16(c.glyphs[i].data, at))
			if int(part) >= f.count {
				c.box(&c.glyphs[i])
				break
			}
			c.add(part)
		}
	}
	if len(c.glyphs) >= int(Box) {
		return nil, errors.New("too many glyphs")
	}
	c.renumber()

	s := &Subset{IDs: make(map[GlyphID]GlyphID, len(glyphs)+1), Glyphs: make([]GlyphID, len(c.glyphs)), Advances: make([]int, len(c.glyphs))}
	for i, g := range c.glyphs {
		s.Glyphs[i], s.Advances[i] = g.old, f.Advance(g.old)
	}
	s.IDs[0] = 0
	for _, g := range glyphs {
		s.IDs[g] = GlyphID(*c.number(g) - 1)
	}
	s.Data = c.file(s.Advances)
	return s, nil
}

// closure is a set of glyphs with all that they are made of.
type closure struct {
	font   *Font
	glyphs []drawn
	// index is 1 + where a glyph is in glyphs, by its old number; 0 for one that is not there. Numbers that the font does not have
	// share the last place, that of the box.
	index []int32
}

func (c *closure) number(g GlyphID) *int32 { return &c.index[min(int(g), c.font.count)] }

type drawn struct {
	outline
	old   GlyphID
	boxed bool
	// open says that unwind is at it, depth how deep its components go.
	open  bool
	depth int
}

func (c *closure) add(g GlyphID) {
	number := c.number(g)
	if *number != 0 {
		return
	}
	if int(g) >= c.font.count {
		g = Box
	}
	o, err := c.font.outline(g)
	d := drawn{outline: o, old: g}
	if err != nil {
		c.box(&d)
	}
	c.glyphs = append(c.glyphs, d)
	*number = int32(len(c.glyphs))
}

// box draws a box in a glyph's place, which keeps its width.
func (c *closure) box(g *drawn) {
	g.outline, g.boxed = box(c.font.Advance(g.old), c.font.UnitsPerEm), true
}

// maxDepth is how deep components may go. No font of use goes so deep, and readers give up somewhere beyond it.
const maxDepth = 8

// unwind makes a box of a glyph that contains itself, or whose components go too deep. It returns how deep they go.
func (c *closure) unwind(i, above int) int {
	g := &c.glyphs[i]
	if len(g.components) == 0 || g.depth != 0 {
		return g.depth
	}
	if g.open || above > maxDepth {
		return maxDepth
	}
	g.open = true
	for _, at := range g.components {
		g.depth = max(g.depth, 1+c.unwind(int(*c.number(GlyphID(u16(g.data, at)))-1), above+1))
	}
	g.open = false
	if g.depth > maxDepth {
		c.box(g)
		g.depth = 0
	}
	return g.depth
}

// renumber brings the glyphs into the order of their old numbers, and names components by the new ones.
func (c *closure) renumber() {
	slices.SortFunc(c.glyphs, func(a, b drawn) int { return int(a.old) - int(b.old) })
	for i, g := range c.glyphs {
		*c.number(g.old) = int32(i + 1)
	}
	for i := range c.glyphs {
		c.unwind(i, 0)
	}
	for _, g := range c.glyphs {
		for _, at := range g.components {
			binary.BigEndian.PutUint16(g.data[at:], uint16(*c.number(GlyphID(u16(g.data, at)))-1))
		}
	}
}
