package truetype

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/tooltest"
)

func subset(t *testing.T, f *Font, glyphs ...GlyphID) (*Subset, *Font) {
	t.Helper()
	s, err := f.Subset(glyphs)
	if err != nil {
		t.Fatal(err)
	}
	alone := parse(t, s.Data, 0)
	if err := alone.Check(); err != nil {
		t.Fatal(err)
	}
	return s, alone
}

func TestSubset(t *testing.T) {
	f := parse(t, file(built()), 0)
	s, alone := subset(t, f, Box, madeOfTwo, blankGlyph)
	if want := []GlyphID{0, plainGlyph, madeOfTwo, blankGlyph, lastGlyph, Box}; !slices.Equal(s.Glyphs, want) {
		t.Errorf("glyphs: got %v, want %v", s.Glyphs, want)
	}
	if want := map[GlyphID]GlyphID{0: 0, madeOfTwo: 2, blankGlyph: 3, Box: 5}; !reflect.DeepEqual(s.IDs, want) {
		t.Errorf("numbers: got %v, want %v", s.IDs, want)
	}
	if want := []int{1000, 500, 1000, 250, 250, 1000}; !slices.Equal(s.Advances, want) {
		t.Errorf("widths: got %v, want %v", s.Advances, want)
	}
	for i, old := range s.Glyphs[:5] {
		if got, want := points(t, alone, GlyphID(i)), points(t, f, old); !slices.Equal(got, want) {
			t.Errorf("glyph %d: got %v, want %v", old, got, want)
		}
		if got, want := alone.bearing(GlyphID(i)), f.bearing(old); got != want {
			t.Errorf("glyph %d: got bearing %d, want %d", old, got, want)
		}
	}
	if got := alone.bearing(4); got != 7 {
		t.Errorf("got bearing %d of the last glyph, want 7", got)
	}
	o, err := alone.outline(2)
	if err != nil {
		t.Fatal(err)
	}
	const instructions = 0x0100
	for _, at := range o.components {
		if u16(o.data, at-2)&instructions != 0 {
			t.Error("instructions are announced that are not there")
		}
	}
	for r, want := range map[rune]GlyphID{'A': 1, '一': 2, '丁': 1, '二': 0} {
		if got := alone.Glyph(r); got != want {
			t.Errorf("%c: got glyph %d, want %d", r, got, want)
		}
	}
	if got := u16(alone.head, 16); got != 0x0003 {
		t.Errorf("got flags %04x, want none about instructions", got)
	}
	if !slices.Equal(alone.Families, f.Families[:1]) || alone.PostScript != f.PostScript || alone.Weight != f.Weight ||
		alone.CapHeight != f.CapHeight || alone.ItalicAngle != f.ItalicAngle || alone.Ascent != f.Ascent {
		t.Errorf("got %+v, want what %+v says", alone, f)
	}
}

// The order in which glyphs are asked for, and how often, does not show.
func TestSubsetIsReproducible(t *testing.T) {
	f := parse(t, file(built()), 0)
	one, _ := subset(t, f, madeOfTwo, Box, plainGlyph)
	other, _ := subset(t, f, plainGlyph, Box, plainGlyph, madeOfTwo, 0)
	if !bytes.Equal(one.Data, other.Data) {
		t.Error("the same glyphs give other bytes")
	}
}

// The box is drawn: a frame with room in it.
func TestBox(t *testing.T) {
	s, alone := subset(t, parse(t, file(built()), 0), Box)
	got := points(t, alone, s.IDs[Box])
	var ends []int
	for i, p := range got {
		if p.end {
			ends = append(ends, i)
		}
	}
	if len(got) != 8 || !slices.Equal(ends, []int{3, 7}) || area(got[:4])*area(got[4:]) >= 0 {
		t.Errorf("got %v, want two rectangles, one against the other", got)
	}
	if x := alone.bearing(s.IDs[Box]); x != 83 {
		t.Errorf("got bearing %d, want 83", x)
	}
}

// area is positive for points that go counter-clockwise.
func area(points []point) (sum float64) {
	for i, p := range points {
		q := points[(i+1)%len(points)]
		sum += p.x*q.y - q.x*p.y
	}
	return sum / 2
}

// A glyph that cannot be drawn is a box of its own width; the others are not harmed.
func TestBrokenGlyphs(t *testing.T) {
	loca := func(tables map[string][]byte, g GlyphID) int { return int(u32(tables["loca"], 4*int(g))) }
	for _, c := range []struct {
		name   string
		glyph  GlyphID
		damage func(tables map[string][]byte)
	}{
		{"beyond the table", plainGlyph, func(tables map[string][]byte) { binary.BigEndian.PutUint32(tables["loca"][4:], 1<<30) }},
		{"backwards", plainGlyph, func(tables map[string][]byte) {
			binary.BigEndian.PutUint32(tables["loca"][8:], 0)
			binary.BigEndian.PutUint32(tables["loca"][4:], 4)
		}},
		{"too many points", plainGlyph, func(tables map[string][]byte) { set16(tables["glyf"], loca(tables, plainGlyph)+10, 3000) }},
		{"a flag for more points than there are", plainGlyph, func(tables map[string][]byte) { set16(tables["glyf"], loca(tables, plainGlyph)+16, 0x39c8) }},
		{"contours that end together", plainGlyph, func(tables map[string][]byte) {
			set16(tables["glyf"], loca(tables, plainGlyph), 2)
			set16(tables["glyf"], loca(tables, plainGlyph)+10, 3, 3, 0)
		}},
		{"too many contours", plainGlyph, func(tables map[string][]byte) { set16(tables["glyf"], loca(tables, plainGlyph), 3000) }},
		{"too many instructions", plainGlyph, func(tables map[string][]byte) { set16(tables["glyf"], loca(tables, plainGlyph)+12, 3000) }},
		{"of itself", madeOfTwo, func(tables map[string][]byte) { set16(tables["glyf"], loca(tables, madeOfTwo)+12, int(madeOfTwo)) }},
		{"of what is not there", madeOfTwo, func(tables map[string][]byte) { set16(tables["glyf"], loca(tables, madeOfTwo)+12, 999) }},
		{"cut off", madeOfTwo, func(tables map[string][]byte) {
			binary.BigEndian.PutUint32(tables["loca"][4*int(blankGlyph):], uint32(loca(tables, madeOfTwo)+20))
		}},
	} {
		tables := built()
		c.damage(tables)
		s, alone := subset(t, parse(t, file(tables), 0), c.glyph, lastGlyph)
		if got := points(t, alone, s.IDs[c.glyph]); len(got) != 8 {
			t.Errorf("%s: got %v, want a box", c.name, got)
		}
		if got, want := s.Advances[s.IDs[c.glyph]], parse(t, file(built()), 0).Advance(c.glyph); got != want {
			t.Errorf("%s: got width %d, want %d", c.name, got, want)
		}
		if got := points(t, alone, s.IDs[lastGlyph]); c.glyph == madeOfTwo && len(got) != 4 {
			t.Errorf("%s: another glyph has %v", c.name, got)
		}
	}
}

// Glyphs whose parts go deeper than readers follow are boxes.
func TestDeepGlyphs(t *testing.T) {
	const n = 40
	tables := built()
	var glyf, loca []byte
	for i := range n {
		loca = append32(loca, len(glyf))
		if i < n-1 {
			glyf = append16(glyf, -1, 0, 0, 0, 0, 3, i+1, 0, 0, 0)
		}
	}
	tables["glyf"], tables["loca"] = glyf, append32(loca, len(glyf))
	set16(tables["maxp"], 4, n)
	tables["hmtx"] = make([]byte, 4*n)
	s, alone := subset(t, parse(t, file(tables), 0), 0)
	for g := range s.Glyphs {
		points(t, alone, GlyphID(g))
		depth := 0
		for at := GlyphID(g); ; depth++ {
			o, err := alone.outline(at)
			if err != nil {
				t.Fatal(err)
			}
			if len(o.components) == 0 {
				break
			}
			at = GlyphID(u16(o.data, o.components[0]))
		}
		if depth > maxDepth {
			t.Errorf("glyph %d goes %d deep", g, depth)
		}
	}
}

// The formats of cmap that a subset is written in hold all its characters.
func TestSubsetCharacters(t *testing.T) {
	var few, many, high []mapping
	for i := range 9000 {
		m := mapping{rune(0x2000 + 2*i), GlyphID(i + 1)}
		if i < 50 {
			few = append(few, m)
		}
		many = append(many, m)
	}
	high = append(slices.Clone(few), mapping{'𠮷', 60})
	for _, c := range []struct {
		name    string
		all     []mapping
		formats []uint16
	}{
		{"few", few, []uint16{4}},
		{"more than format 4 holds", many, []uint16{4, 12}},
		{"beyond the first plane", high, []uint16{4, 12}},
	} {
		f := &Font{count: 9001}
		f.cmap.blocks = make([]uint16, 256)
		index := make([]int32, 1<<16)
		for _, m := range c.all {
			f.cmap.set(m.r, uint16(m.g))
			index[m.g] = int32(m.g) + 1
		}
		table := (&closure{font: f, index: index}).cmap()
		var formats []uint16
		for i := range int(u16(table, 2)) {
			formats = append(formats, u16(table, int(u32(table, 8+8*i))))
		}
		if !slices.Equal(formats, c.formats) {
			t.Errorf("%s: got formats %v, want %v", c.name, formats, c.formats)
		}
		tables := built()
		tables["cmap"] = table
		set16(tables["maxp"], 4, 9001)
		tables["loca"] = make([]byte, 4*9002)
		tables["hmtx"] = make([]byte, 4*9001)
		again := parse(t, file(tables), 0)
		for _, m := range c.all {
			if got := again.Glyph(m.r); got != m.g {
				t.Fatalf("%s: %U: got glyph %d, want %d, %v", c.name, m.r, got, m.g, again.Check())
			}
		}
	}
}

func TestChecksums(t *testing.T) {
	s, _ := subset(t, parse(t, file(built()), 0), madeOfTwo)
	if got := checksum(s.Data); got != 0xb1b0afba {
		t.Errorf("the file adds up to %08x", got)
	}
	for i := range int(u16(s.Data, 4)) {
		entry := s.Data[12+16*i:]
		from, length := int(u32(entry, 8)), int(u32(entry, 12))
		data := bytes.Clone(s.Data[from : (from+length+3)&^3])
		if string(entry[:4]) == "head" {
			clear(data[8:12])
		}
		if got, want := u32(entry, 4), checksum(data); got != want {
			t.Errorf("%s: got %08x, want %08x", entry[:4], got, want)
		}
	}
}

// realFonts are the fonts of the repository.
func realFonts(t testing.TB) map[string]*Font {
	t.Helper()
	paths, _ := filepath.Glob("../../../fonts/*.ttf")
	if len(paths) == 0 {
		t.Fatal("no fonts")
	}
	fonts := map[string]*Font{}
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { file.Close() })
		info, err := file.Stat()
		if err != nil {
			t.Fatal(err)
		}
		f, err := Parse(file, info.Size(), 0)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		fonts[filepath.Base(path)] = f
	}
	return fonts
}

const passage = "云岭县二〇二四年政务公开工作年度报告：依法、及时、准确，共1,204件（含Éa “…” — ％℃①《》）。"

func TestRealFonts(t *testing.T) {
	for name, f := range realFonts(t) {
		if f.Glyph('政') == 0 || f.Advance(f.Glyph('政')) != f.UnitsPerEm {
			t.Errorf("%s: 政 has glyph %d, width %d", name, f.Glyph('政'), f.Advance(f.Glyph('政')))
		}
		var glyphs []GlyphID
		for _, r := range passage {
			glyphs = append(glyphs, f.Glyph(r))
		}
		random := rand.New(rand.NewPCG(1, 2))
		for range 500 {
			glyphs = append(glyphs, GlyphID(random.IntN(f.count)))
		}
		s, alone := subset(t, f, glyphs...)
		for _, old := range glyphs {
			if got, want := points(t, alone, s.IDs[old]), points(t, f, old); !slices.Equal(got, want) {
				t.Errorf("%s: glyph %d is another", name, old)
			}
			if got, want := alone.Advance(s.IDs[old]), f.Advance(old); got != want {
				t.Errorf("%s: glyph %d: got width %d, want %d", name, old, got, want)
			}
		}
		for _, r := range passage {
			if got, want := alone.Glyph(r), s.IDs[f.Glyph(r)]; got != want {
				t.Errorf("%s: %c: got glyph %d, want %d", name, r, got, want)
			}
		}
	}
}

// FreeType, through fontconfig, opens the subsets and finds their characters.
func TestFreeTypeReadsSubsets(t *testing.T) {
	scan := tooltest.Need(t, "fc-scan", "fontconfig")
	for name, f := range realFonts(t) {
		s, _ := subset(t, f, f.Glyph('政'), f.Glyph('府'), f.Glyph('A'), Box)
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, s.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.CommandContext(t.Context(), scan, "--format", "%{fontformat} %{charset} %{postscriptname}", path).CombinedOutput()
		if want := "TrueType 41 5e9c 653f " + f.PostScript; err != nil || strings.TrimSpace(string(out)) != want {
			t.Errorf("%s: got %s, %v; want %s", name, out, err, want)
		}
	}
}

func BenchmarkSubset(b *testing.B) {
	fonts := realFonts(b)
	var all []rune
	for r := rune(0x4e00); len(all) < 140; r += 61 {
		all = append(all, r)
	}
	for b.Loop() {
		for _, f := range fonts {
			glyphs := make([]GlyphID, 0, len(all))
			for _, r := range all {
				glyphs = append(glyphs, f.Glyph(r))
			}
			if _, err := f.Subset(glyphs); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkGlyph(b *testing.B) {
	f := realFonts(b)["NianbaoKai-Regular.ttf"]
	for b.Loop() {
		for r := rune(0x4e00); r < 0x4e00+1000; r++ {
			f.Glyph(r)
		}
	}
}
