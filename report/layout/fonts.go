package layout

import "nianbao/report/layout/truetype"

// Role is what a font is for.
type Role int

const (
	Title Role = iota // 小标宋
	Hei               // 黑体
	Kai               // 楷体
	Fang              // 仿宋
	Song              // 宋体
	Latin             // digits and Latin letters, where the installation has a font of their own for them
	roles
)

// Face is a font as a document uses it.
type Face struct {
	*truetype.Font
	Role Role
	// Wanted is the name of the font that the role should have, Name that of the font it has, in Chinese if it has such a name.
	Wanted, Name string
	// Own says that it is the wanted one; a font of the same design under another name is not.
	Own bool
}

// Fonts are what documents are set in: for each role the face that it has, and those that stand in for a character that it lacks.
// They may be used by several goroutines. The font files stay open.
type Fonts struct{ faces [roles]*Face }

// Faces are the roles' faces in their order. Each role but Latin has one; that of another role where it has no font of its own.
// Latin is nil unless a font is wanted for it and found. Without Fonts all are nil.
func (f *Fonts) Faces() []*Face {
	if f == nil {
		return make([]*Face, roles)
	}
	return f.faces[:]
}

// standIns are where a role's characters are looked for: first in its own font, then in those that look most like it.
var standIns = [roles][]Role{
	Title: {Title, Song, Hei, Fang, Kai},
	Hei:   {Hei, Song, Kai, Fang, Title},
	Kai:   {Kai, Fang, Song, Hei, Title},
	Fang:  {Fang, Song, Kai, Hei, Title},
	Song:  {Song, Fang, Kai, Hei, Title},
	Latin: {Latin, Fang, Song, Kai, Hei, Title},
}

// glyph is the glyph that a role's character is set in, and the face that has it, as an index of Faces. It is a Box of the role's
// own face where no font has the character.
func (f *Fonts) glyph(role Role, r rune) (face int, id truetype.GlyphID) {
	own := -1
	for _, role := range standIns[role] {
		if f.faces[role] == nil {
			continue
		}
		if own < 0 {
			own = int(role)
		}
		if id := f.faces[role].Glyph(r); id != 0 {
			return int(role), id
		}
	}
	return own, truetype.Box
}
