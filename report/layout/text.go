package layout

import (
	"fmt"
	"unicode"

	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
	"nianbao/report/layout/truetype"
)

// style is how a stretch of text is set.
type style struct {
	role Role
	size Length
	// tighten is added between two characters of one font and script.
	tighten Length
}

// in is body type of a role.
func in(role Role) style { return style{role, gbt9704.San, gbt9704.Tighten} }

// span is a stretch of text in one style that belongs to one leaf of the structure.
type span struct {
	text  string
	style style
	node  int
	// link says where a span of KindLink leads to.
	link *Link
	// anywhere says that a line may end anywhere in it, lest it be too loose: in the address of a page.
	anywhere bool
}

// char is a character as it is set.
type char struct {
	r       rune
	traits  traits
	span    int32
	face    int32
	id      truetype.GlyphID
	advance Length
	// space is what stands between it and the character before it on the line; less than 0 where they are set closer.
	space Length
	// breaks says that a line may end before it in a word processor, held that it had better not; cuts that it may where it would be
	// too loose else.
	breaks, held, cuts bool
}

// ends reports whether a line may end before the character.
func (c *char) ends() bool { return c.breaks && !c.held || c.cuts }

// typesetter sets text in lines. Its buffers serve one text after the other.
type typesetter struct {
	fonts *Fonts
	faces []*Face
	// latin says that digits and Latin letters have a font of their own.
	latin bool
	// known are the glyphs by glyphKey.
	known map[uint32]glyphValue
	chars []char
	// what lines are made of is cut from these
	glyphs []Glyph
	runs   []Run
	links  []Link

	notes []document.Note
	// told are the characters that a note has told of.
	told map[rune]bool
}

func glyphKey(role Role, r rune) uint32 { return uint32(r)<<3 | uint32(role) }

type glyphValue struct {
	face int32
	id   truetype.GlyphID
	// advance is in units of the em, of which there are perEm.
	advance, perEm int32
	traits         traits
}

func newTypesetter(f *Fonts) *typesetter {
	t := &typesetter{fonts: f, faces: f.Faces(), known: make(map[uint32]glyphValue, 1024), told: map[rune]bool{}}
	t.latin = t.faces[Latin] != nil
	return t
}

// shape turns spans into characters: which glyph, how wide, what may break. The result is good until the next call.
func (t *typesetter) shape(spans []span) []char {
	t.chars = t.chars[:0]
	var b breaker
	for i := range spans {
		s := &spans[i]
		for at, r := range s.text {
			switch r {
			case '\t':
				r = ' '
			case '\u2028', '\u2029': // line and paragraph separator
				r = '\n'
			}
			if unprinted(r) {
				b.unprinted(r)
				continue
			}
			g := t.glyph(s.style.role, r)
			if g.id == truetype.Box {
				t.missing(r, s.text, at)
			}
			c := char{r: r, traits: g.traits, span: int32(i), face: g.face, id: g.id}
			c.advance = s.style.size * Length(g.advance) / Length(max(g.perEm, 1)) // 1 for what has no glyph, a line feed
			if c.traits&rightToLeft != 0 {
				t.backwards(s.text)
			}
			if n := len(t.chars); n > 0 {
				join(&t.chars[n-1], &c, s.style)
			}
			unit := b.completes(c.r)
			c.breaks, c.held = b.before(c.r, c.traits)
			if unit {
				last := &t.chars[len(t.chars)-1]
				last.held, c.held = last.breaks, c.breaks
			}
			c.cuts = s.anywhere && at > 0 && c.traits&word != 0
			t.chars = append(t.chars, c)
		}
	}
	return t.chars
}

// join says what stands between two characters: a blank between a Chinese one and a digit or Latin letter; nothing between those of
// different fonts or scripts; type of the body is set closer else. A combining character goes over the one before it: a glyph with a
// width of its own is drawn where that one is, one without hangs back by itself.
func join(before, c *char, s style) {
	switch {
	case c.traits&mark != 0 && c.id != truetype.Box:
		if c.advance > 0 {
			c.advance, before.advance = before.advance, 0
		}
	case before.traits&word != 0 && c.traits&word != 0 && (before.traits^c.traits)&wide != 0:
		c.space = gbt9704.AutoSpace(s.size)
	case before.span == c.span && (before.traits^c.traits)&wide == 0:
		c.space = s.tighten
	}
}

// glyph is what a role's character is drawn with.
func (t *typesetter) glyph(role Role, r rune) glyphValue {
	if t.latin && r < 0x80 {
		role = Latin
	}
	key := glyphKey(role, r)
	if g, ok := t.known[key]; ok {
		return g
	}
	g := glyphValue{traits: traitsOf(r)}
	if g.traits&feed == 0 {
		face, id := t.fonts.glyph(role, r)
		if id == truetype.Box && unicode.Is(unicode.Zs, r) { // a blank is drawn as the blank that the font has
			face, id = t.fonts.glyph(role, ' ')
		}
		g.face, g.id, g.advance, g.perEm = int32(face), id, int32(t.faces[face].Advance(id)), int32(t.faces[face].UnitsPerEm)
	}
	t.known[key] = g
	return g
}

// unprinted reports whether a character has no picture: joiners, marks of direction, selectors of variants.
func unprinted(r rune) bool {
	if r < 0xad || r >= 0x3000 && r < 0xfe00 { // nearly all characters, so at once
		return false
	}
	return unicode.Is(unicode.Cf, r) || r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0100 && r <= 0xe01ef
}

// missing tells of a character that no font has, once.
func (t *typesetter) missing(r rune, text string, at int) {
	if !t.told[r] {
		t.told[r] = true
		t.note("font.missing", fmt.Sprintf("字体里没有“%c”（U+%04X），文件里画成了方框。请在字体文件夹里放一个有这个字的字体，或者换一个字。", r, r), passage(text, at))
	}
}

// backwards tells of text that reads from right to left, once.
func (t *typesetter) backwards(text string) {
	const once = -1
	if !t.told[once] {
		t.told[once] = true
		t.note("text.rightToLeft", "有从右往左写的文字，文件里按输入的先后从左往右排。请核对这些文字。", passage(text, 0))
	}
}

func (t *typesetter) note(code, message, near string) {
	t.notes = append(t.notes, document.Note{Code: code, Message: message, Near: near})
}

// passage is what stands around a place of a text.
func passage(text string, at int) string {
	const around = 10
	runes := []rune(text[:at])
	before := runes[max(len(runes)-around, 0):]
	after := []rune(text[at:min(len(text), at+4*around)])
	return string(before) + string(after[:min(len(after), around)])
}
