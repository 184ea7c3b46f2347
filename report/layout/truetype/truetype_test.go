package truetype

import (
	"bytes"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestParse(t *testing.T) {
	f := parse(t, file(built()), 0)
	for _, c := range []struct {
		name      string
		got, want any
	}{
		{"families", f.Families, []string{"Built Song", "自制宋体"}},
		{"full names", f.FullNames, []string{"Built Song Bold"}},
		{"PostScript, without what may not be in it", f.PostScript, "BuiltSong-Bold"},
		{"em", f.UnitsPerEm, 1000},
		{"ascent and descent", [2]int{f.Ascent, f.Descent}, [2]int{880, -120}},
		{"height of capitals", f.CapHeight, 730},
		{"box", [4]int{f.XMin, f.YMin, f.XMax, f.YMax}, [4]int{-10, -20, 1010, 1020}},
		{"angle", f.ItalicAngle, -12.5},
		{"weight", f.Weight, 700},
		{"fixed pitch", f.FixedPitch, true},
		{"embeddable", f.Embeddable, true},
		{"glyph of A", f.Glyph('A'), plainGlyph},
		{"glyph of 一", f.Glyph('一'), madeOfTwo},
		{"no glyph", f.Glyph('二'), GlyphID(0)},
		{"no character", f.Glyph(-1), GlyphID(0)},
		{"beyond Unicode", f.Glyph(0x110000), GlyphID(0)},
		{"width", f.Advance(plainGlyph), 500},
		{"width of the last one that has one", f.Advance(lastGlyph), 250},
		{"width of a box", f.Advance(Box), 1000},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, c.got, c.want)
		}
	}
}

func TestBounds(t *testing.T) {
	f := parse(t, file(built()), 0)
	for _, c := range []struct {
		name  string
		glyph GlyphID
		want  [4]int
		ok    bool
	}{
		{"points", plainGlyph, [4]int{0, 0, 500, 1000}, true},
		{"of others", madeOfTwo, [4]int{0, 0, 1000, 1000}, true},
		{"blank", blankGlyph, [4]int{}, false},
		{"not there", 99, [4]int{}, false},
		{"box", Box, [4]int{83, -62, 917, 812}, true},
	} {
		a, b, x, y, ok := f.Bounds(c.glyph)
		if got := [4]int{a, b, x, y}; got != c.want || ok != c.ok {
			t.Errorf("%s: got %v %v, want %v %v", c.name, got, ok, c.want, c.ok)
		}
	}
}

func TestEmbeddable(t *testing.T) {
	for _, c := range []struct {
		name string
		use  int
		want bool
	}{
		{"installable", 0x0000, true},
		{"restricted", 0x0002, false},
		{"preview and print", 0x0004, true},
		{"editable", 0x0008, true},
		{"the freest counts", 0x0006, true},
		{"no subsets", 0x0104, false},
		{"bitmaps only", 0x0204, false},
	} {
		tables := built()
		set16(tables["OS/2"], 8, c.use)
		if got := parse(t, file(tables), 0).Embeddable; got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// What a font may lack, it may lack; the values are those for want of better ones.
func TestWithoutTables(t *testing.T) {
	tables := built()
	for _, tag := range []string{"OS/2", "post", "name"} {
		delete(tables, tag)
	}
	f := parse(t, file(tables), 0)
	if f.Weight != 400 || f.CapHeight != 700 || !f.Embeddable || f.ItalicAngle != 0 || f.Families != nil {
		t.Errorf("got weight %d, capitals %d, embeddable %v, angle %v, families %q", f.Weight, f.CapHeight, f.Embeddable, f.ItalicAngle, f.Families)
	}
	s, err := f.Subset([]GlyphID{plainGlyph})
	if err != nil {
		t.Fatal(err)
	}
	if got := parse(t, s.Data, 0); got.Weight != 400 || !slices.Equal(got.Families, []string{"Subset"}) {
		t.Errorf("subset: got weight %d, families %q", got.Weight, got.Families)
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []builtName
		want []string
	}{
		{"twice the same", []builtName{{3, 1, 0x409, 1, "A"}, {0, 3, 0, 16, "A"}}, []string{"A"}},
		{"typographic family", []builtName{{3, 1, 0x409, 1, "A Bold"}, {3, 1, 0x409, 16, "A"}}, []string{"A Bold", "A"}},
		{"Macintosh", []builtName{{1, 0, 0, 1, "A"}}, []string{"A"}},
		{"endless", []builtName{{3, 1, 0x804, 1, strings.Repeat("黑", 2000)}}, nil},
		{"Macintosh, not ASCII", []builtName{{1, 0, 0, 1, "\x8e"}}, nil},
		{"Macintosh, Chinese", []builtName{{1, 25, 33, 1, "\xba\xda"}}, []string{"黑"}},
		{"beyond the first plane", []builtName{{3, 10, 0x804, 1, "𠮷体"}}, []string{"𠮷体"}},
		{"blanks around", []builtName{{3, 1, 0x804, 1, " 黑体\x00"}}, []string{"黑体"}},
	} {
		tables := built()
		tables["name"] = nameTable(c.in...)
		if got := parse(t, file(tables), 0).Families; !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// Old Chinese fonts for Windows have their names in GB 18030, some with a zero byte before each ASCII character.
func TestNamesForChina(t *testing.T) {
	for name, data := range map[string]string{"plain": "\xb7\xc2\xcb\xce_GB2312", "with zeros": "\xb7\xc2\xcb\xce\x00_\x00G\x00B\x002\x003\x001\x002"} {
		if got := decodeName(3, 3, []byte(data)); got != "仿宋_GB2312" {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func TestCharacters(t *testing.T) {
	// a segment whose glyphs follow its characters: 0x4e00 and 0x4e01 have 3 and 4
	delta := append16(nil, 4, 32, 0, 4, 4, 1, 0, 0x4e01, 0xffff, 0, 0x4e00, 0xffff, 3-0x4e00, 1, 0, 0)
	// A to C have 1 to 3; the next segment has other numbers for them, and 3 for D
	over := append16(nil, 4, 40, 0, 6, 4, 1, 2, 'C', 'D', 0xffff, 0, 'A', 'A', 0xffff, 1-'A', 0-'A', 1, 0, 0, 0)
	for _, c := range []struct {
		name string
		cmap []byte
		want map[rune]GlyphID
	}{
		{"list", cmapTable(3, 1, segments([]mapping{{'A', 1}, {'B', 4}, {'一', 2}})), map[rune]GlyphID{'A': 1, 'B': 4, '一': 2}},
		{"delta", cmapTable(0, 3, delta), map[rune]GlyphID{'一': 3, '丁': 4}},
		{"segments over each other", cmapTable(3, 1, over), map[rune]GlyphID{'A': 1, 'B': 2, 'C': 3, 'D': 3}},
		{"groups", cmapTable(3, 10, groups([]mapping{{'A', 1}, {'𠮷', 2}})), map[rune]GlyphID{'A': 1, '𠮷': 2}},
		{"a glyph too many in the list", cmapTable(3, 1, segments([]mapping{{'A', 1}, {'B', builtGlyphs}})), map[rune]GlyphID{'A': 1}},
		{"a glyph too many", cmapTable(3, 10, groups([]mapping{{'A', 1}, {'B', builtGlyphs}})), map[rune]GlyphID{'A': 1}},
		{"groups over each other", cmapTable(3, 10, append32(append16(nil, 12, 0), 40, 0, 2, 'A', 'C', 1, 'A', 'D', 0)), map[rune]GlyphID{'A': 1, 'B': 2, 'C': 3, 'D': 3}},
		{"all of Unicode before its first plane", slices.Concat(append32(append16(nil, 0, 2, 3, 1), 20), append32(append16(nil, 3, 10), 20+len(delta)), delta, groups([]mapping{{'A', 1}})),
			map[rune]GlyphID{'A': 1}},
	} {
		tables := built()
		tables["cmap"] = c.cmap
		f := parse(t, file(tables), 0)
		if err := f.Check(); err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := map[rune]GlyphID{}
		for r := range rune(0x110000) {
			if g := f.Glyph(r); g != 0 {
				got[r] = g
			}
		}
		if !maps.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestCollection(t *testing.T) {
	other := built()
	other["name"] = nameTable(builtName{3, 1, 0x804, nameFamily, "又一种"})
	data := collection(file(built()), file(other))
	if n, err := Count(bytes.NewReader(data), int64(len(data))); n != 2 || err != nil {
		t.Fatalf("got %d fonts, %v; want 2", n, err)
	}
	f := parse(t, data, 1)
	if got, want := f.Families, []string{"又一种"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	s, err := f.Subset([]GlyphID{madeOfTwo})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := points(t, parse(t, s.Data, 0), s.IDs[madeOfTwo]), points(t, f, madeOfTwo); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if _, err := Parse(bytes.NewReader(data), int64(len(data)), 2); err == nil {
		t.Error("the third of two fonts was read")
	}
}

func TestCFF(t *testing.T) {
	tables := built()
	delete(tables, "glyf")
	tables["CFF "] = []byte{1, 0, 4, 1}
	data := file(tables)
	copy(data, "OTTO")
	f, err := Parse(bytes.NewReader(data), int64(len(data)), 0)
	if !errors.Is(err, ErrCFF) || f == nil || !slices.Contains(f.Families, "自制宋体") {
		t.Errorf("got %+v, %v; want the names and %v", f, err, ErrCFF)
	}
}

func TestBrokenFiles(t *testing.T) {
	whole := file(built())
	without := func(tag string) []byte { tables := built(); delete(tables, tag); return file(tables) }
	short := func(tag string, n int) []byte { tables := built(); tables[tag] = tables[tag][:n]; return file(tables) }
	far := bytes.Clone(whole) // the third entry of the directory is that of glyf
	set16(far, 12+2*16+12, 0x7fff, 0xffff)
	changed := func(tag string, at, n int) []byte { tables := built(); set16(tables[tag], at, n); return file(tables) }
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "cut off"},
		{"text", []byte("not a font at all, but long enough"), "not a TrueType font"},
		{"only a beginning", whole[:40], "cut off"},
		{"half", whole[:len(whole)/2], "no table"},
		{"millions of fonts", append32([]byte("ttcf"), 0x00010000, 5_000_000), "5000000 fonts"},
		{"an empty collection", append32([]byte("ttcf"), 0x00010000, 0), "0 fonts"},
		{"a collection of nothing", append32([]byte("ttcf"), 0x00010000, 1, 1<<30), "cut off"},
		{"a table beyond the end", far, "no table glyf"},
		{"no head", without("head"), "no table head"},
		{"no glyf", without("glyf"), "no table glyf"},
		{"no cmap", without("cmap"), "no table cmap"},
		{"short head", short("head", 50), "table head has 50 bytes"},
		{"no em", changed("head", 18, 0), "0 units per em"},
		{"format of loca", changed("head", 50, 7), "format 7"},
		{"no glyphs", changed("maxp", 4, 0), "no glyphs"},
		{"no widths", changed("hhea", 34, 0), "no widths"},
		{"short hmtx", short("hmtx", 10), "table hmtx has 10 bytes"},
		{"short loca", short("loca", 10), "table loca has 10 bytes"},
		{"short OS/2", short("OS/2", 20), "table OS/2 has 20 bytes"},
		{"short post", short("post", 20), "table post has 20 bytes"},
		{"symbols", changed("cmap", 6, 0), "nothing for Unicode"},
		{"another cmap", changed("cmap", 12, 2), "format 2"},
		{"short cmap", changed("cmap", 18, 2000), "cmap is cut off"},
	} {
		f, err := Parse(bytes.NewReader(c.data), int64(len(c.data)), 0)
		if err == nil {
			err = f.Check()
			if f.Glyph('A') != 0 && err != nil {
				t.Errorf("%s: has glyphs", c.name)
			}
			if _, again := f.Subset([]GlyphID{1}); again == nil && err != nil {
				t.Errorf("%s: has a subset", c.name)
			}
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

// A font is used by many at once; the race detector looks on.
func TestAtOnce(t *testing.T) {
	f := parse(t, file(built()), 0)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if f.Glyph('A') != plainGlyph {
				t.Error("no A")
			}
			if _, err := f.Subset([]GlyphID{madeOfTwo, Box}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}
