package ofd_test

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/report/layout"
	"nianbao/report/layout/truetype"
)

// The fonts of the file stand alone: each has the glyph of every character that is set in it, under the number that the text
// names, as wide as it is where it comes from.
func TestFonts(t *testing.T) {
	p := sample(t)
	file := written(t, p, options)
	entries, all := unpacked(t, file), parts(t, file)
	faces := map[string]*layout.Face{}
	embedded := map[string]*truetype.Font{}
	for _, f := range all["Doc_0/PublicRes.xml"].all("Font") {
		data := entries["Doc_0/Res/"+f.one(t, "FontFile")]
		font, err := truetype.Parse(bytes.NewReader(data), int64(len(data)), 0)
		if err != nil {
			t.Fatal(err)
		}
		embedded[f.at["ID"]] = font
		at := slices.IndexFunc(p.Faces, func(face *layout.Face) bool { return face.Name == f.at["FontName"] })
		if at < 0 || at == unused {
			t.Fatalf("the font %s is on no page", f.at["FontName"])
		}
		faces[f.at["ID"]] = p.Faces[at]
		if f.at["FamilyName"] != p.Faces[at].Families[0] {
			t.Errorf("the family is %q", f.at["FamilyName"])
		}
	}
	if len(embedded) != 2 {
		t.Errorf("%d fonts, want 2", len(embedded))
	}
	boxes := 0
	for part, page := range all {
		for _, o := range page.all("TextObject") {
			font, face := embedded[o.at["Font"]], faces[o.at["Font"]]
			text, glyphs := []rune(o.one(t, "TextCode")), strings.Fields(o.one(t, "Glyphs"))
			for i, r := range text {
				id, err := strconv.Atoi(glyphs[i])
				if err != nil {
					t.Fatal(err)
				}
				got := truetype.GlyphID(id)
				if want := font.Glyph(r); got != want {
					// a box has no character, and the font as it came has no other glyph that stands for one
					boxes++
					if want != 0 && r != '□' || got == 0 {
						t.Errorf("%s: %c has the glyph %d, want %d", part, r, got, want)
					}
				} else if font.Advance(got) != face.Advance(face.Glyph(r)) {
					t.Errorf("%c is %d wide, want %d", r, font.Advance(got), face.Advance(face.Glyph(r)))
				}
			}
		}
	}
	if boxes == 0 {
		t.Error("no box for what no font has")
	}
}
