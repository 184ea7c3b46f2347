package ofd

import (
	"fmt"

	"nianbao/report/layout"
	"nianbao/report/layout/truetype"
)

// font is a font of the file: the glyphs that its text needs.
type font struct {
	face   *layout.Face
	id     int
	subset *truetype.Subset
	// ink is what any glyph may cover, from its origin.
	ink reach
}

// makeFonts makes the fonts in use, one for each face that has text.
func (f *file) makeFonts() (err error) {
	f.fonts = make([]*font, len(f.pages.Faces))
	for i, glyphs := range f.glyphs() {
		if len(glyphs) == 0 {
			continue
		}
		if f.fonts[i], err = newFont(f.pages.Faces[i], f.id(), glyphs); err != nil {
			return err
		}
	}
	return nil
}

// writeFonts writes the fonts and the list of them (PublicRes.xml).
func (f *file) writeFonts() error {
	for _, n := range f.fonts {
		if n == nil {
			continue
		}
		if err := f.archive.AddFont("Doc_0/Res/"+n.name(), n.subset.Data); err != nil {
			return err
		}
	}
	f.begin().raw(`<ofd:Res` + namespace + ` BaseLoc="Res">`)
	f.fontList()
	f.raw(`</ofd:Res>`)
	return f.end("Doc_0/PublicRes.xml")
}

// glyphs are those of each face that are on the pages, each once, in the order in which they come first.
func (f *file) glyphs() [][]truetype.GlyphID {
	lists := make([][]truetype.GlyphID, len(f.pages.Faces))
	seen := make([][1 << 16 / 64]uint64, len(f.pages.Faces))
	for _, p := range f.pages.Pages {
		for _, r := range p.Runs {
			for _, g := range r.Glyphs {
				if word, bit := &seen[r.Face][g.ID/64], uint64(1)<<(g.ID%64); *word&bit == 0 {
					*word |= bit
					lists[r.Face] = append(lists[r.Face], g.ID)
				}
			}
		}
	}
	return lists
}

func newFont(face *layout.Face, id int, glyphs []truetype.GlyphID) (*font, error) {
	subset, err := face.Subset(glyphs)
	if err != nil {
		return nil, fmt.Errorf("take the glyphs in use out of the font %s: %w", face.Name, err)
	}
	return &font{face: face, id: id, subset: subset, ink: reach{min(face.XMin, 0), max(face.YMax, face.Ascent), max(face.XMax, face.UnitsPerEm),
		min(face.YMin, face.Descent)}}, nil
}

// reach is how far something goes from a point, in units of the em; up is positive.
type reach struct{ left, top, right, bottom int }

func (n *font) name() string { return fmt.Sprintf("Font_%d.ttf", n.id) }

// scaled is a length in units of the em for type of a size.
func (n *font) scaled(units int, size layout.Length) layout.Length {
	return layout.Length(units) * size / layout.Length(n.face.UnitsPerEm)
}

// fontList appends the fonts with what a reader needs to find another one, should it not take the one in the file.
func (f *file) fontList() {
	begun := false
	for _, n := range f.fonts {
		if n == nil {
			continue
		}
		if !begun {
			f.raw(`<ofd:Fonts>`)
			begun = true
		}
		family := n.face.Name
		if len(n.face.Families) > 0 {
			family = n.face.Families[0]
		}
		f.raw(`<ofd:Font ID="`).int(n.id).raw(`" FontName="`).text(n.face.Name).raw(`" FamilyName="`).text(family).raw(`" Charset="unicode"`)
		for _, flag := range []struct {
			name string
			set  bool
		}{{"Italic", n.face.ItalicAngle != 0}, {"Bold", n.face.Weight >= 600}, {"FixedWidth", n.face.FixedPitch}} {
			if flag.set {
				f.raw(` `).raw(flag.name).raw(`="true"`)
			}
		}
		f.raw(`><ofd:FontFile>`).raw(n.name()).raw(`</ofd:FontFile></ofd:Font>`)
	}
	if begun {
		f.raw(`</ofd:Fonts>`)
	}
}
