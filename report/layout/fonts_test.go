package layout

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"nianbao/fonts"
	"nianbao/report/document"
	"nianbao/report/layout/truetype"
)

// shipped are the fonts of the repository, as a program without an operator's folder has them.
func shipped() []fs.FS { return []fs.FS{fonts.FS, os.DirFS("../../fonts")} }

// fontOf makes a font file with some characters, a family and a full name.
func fontOf(t *testing.T, text, family, full string) []byte {
	t.Helper()
	file, err := fonts.FS.Open("NianbaoKai-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	font, err := truetype.Parse(file.(fontFile), size(t, file), 0)
	if err != nil {
		t.Fatal(err)
	}
	var glyphs []truetype.GlyphID
	for _, r := range text {
		glyphs = append(glyphs, font.Glyph(r))
	}
	s, err := font.Subset(glyphs)
	if err != nil {
		t.Fatal(err)
	}
	// the name table is put behind the rest
	names := append16(nil, 0, 2, 6+12*2)
	var text16 []byte
	for i, name := range []string{family, full} {
		from := len(text16)
		for _, unit := range utf16.Encode([]rune(name)) {
			text16 = append16(text16, int(unit))
		}
		names = append16(names, 3, 1, 0x804, []int{1, 4}[i], len(text16)-from, from)
	}
	names = append(names, text16...)
	entry := entryOf(s.Data, "name")
	binary.BigEndian.PutUint32(entry[8:], uint32(len(s.Data)))
	binary.BigEndian.PutUint32(entry[12:], uint32(len(names)))
	return append(s.Data, names...)
}

func append16(out []byte, numbers ...int) []byte {
	for _, n := range numbers {
		out = binary.BigEndian.AppendUint16(out, uint16(n))
	}
	return out
}

// entryOf is a table's entry in the directory.
func entryOf(font []byte, tag string) []byte {
	at := 12
	for string(font[at:at+4]) != tag {
		at += 16
	}
	return font[at : at+16]
}

// changed is a font with another number in a table.
func changed(font []byte, tag string, at, n int) []byte {
	font = bytes.Clone(font)
	table := binary.BigEndian.Uint32(entryOf(font, tag)[8:])
	binary.BigEndian.PutUint16(font[int(table)+at:], uint16(n))
	return font
}

// collected is a collection of fonts.
func collected(all ...[]byte) []byte {
	out := append16([]byte("ttcf"), 1, 0, 0, len(all))
	from := 12 + 4*len(all)
	for _, font := range all {
		out = append16(out, from>>16, from)
		from += len(font)
	}
	for _, font := range all {
		font, base := bytes.Clone(font), len(out)
		for i := range int(binary.BigEndian.Uint16(font[4:])) {
			at := font[12+16*i+8:]
			binary.BigEndian.PutUint32(at, binary.BigEndian.Uint32(at)+uint32(base))
		}
		out = append(out, font...)
	}
	return out
}

// renamed is a font with a table under another tag.
func renamed(font []byte, tag, other string) []byte {
	font = bytes.Clone(font)
	copy(entryOf(font, tag), other)
	return font
}

func asCFF(font []byte) []byte {
	font = renamed(font, "glyf", "CFF ")
	copy(font, "OTTO")
	return font
}

func size(t *testing.T, file fs.File) int64 {
	t.Helper()
	info, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

func codes(notes []document.Note) (all []string) {
	for _, n := range notes {
		all = append(all, n.Code)
	}
	return all
}

func TestShippedFonts(t *testing.T) {
	f, notes := LoadFonts(document.Fonts{}, shipped()...)
	if len(notes) > 0 {
		t.Errorf("notes: %v", notes)
	}
	want := []string{"NotoSerifCJKsc-Bold", "NotoSansCJKsc-Regular", "NianbaoKai-Regular", "FandolFang-Regular", "NotoSerifCJKsc-Regular"}
	wanted := []string{"方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"}
	for role, face := range f.Faces()[:Latin] {
		if face.PostScript != want[role] || face.Wanted != wanted[role] || face.Own || face.Role != Role(role) || face.Name == "" {
			t.Errorf("role %d: got %s for %s, named %s, own %v", role, face.PostScript, face.Wanted, face.Name, face.Own)
		}
	}
	if f.Faces()[Latin] != nil {
		t.Error("a Latin font that nobody wants")
	}
}

func TestLoadFonts(t *testing.T) {
	fang := fontOf(t, "A政", "仿宋_GB2312", "FangSong_GB2312")
	other := fontOf(t, "A政", "仿宋", "FangSong")
	plainBook, bold := fontOf(t, "A", "书体", "Book"), changed(fontOf(t, "A", "书体", "Book Bold"), "OS/2", 4, 700)
	for _, c := range []struct {
		name   string
		files  map[string][]byte
		wanted document.Fonts
		role   Role
		// face is its full name and whether it is the wanted one.
		face  string
		codes []string
	}{
		{"the wanted one", map[string][]byte{"simfang.ttf": fang}, document.Fonts{}, Fang, "FangSong_GB2312 true", nil},
		{"in a folder, with a loud name", map[string][]byte{"公文/SIMFANG.TTF": fang}, document.Fonts{}, Fang, "FangSong_GB2312 true", nil},
		{"by its name in English", map[string][]byte{"a.ttf": fang}, document.Fonts{Fang: "fangsong gb2312"}, Fang, "FangSong_GB2312 true", nil},
		{"the same design", map[string][]byte{"a.ttf": other}, document.Fonts{}, Fang, "FangSong false", nil},
		{"the wanted one before the same design", map[string][]byte{"a.ttf": other, "b.ttf": fang}, document.Fonts{}, Fang, "FangSong_GB2312 true", nil},
		{"in a collection", map[string][]byte{"a.ttc": collected(other, fang)}, document.Fonts{}, Fang, "FangSong_GB2312 true", nil},
		{"the regular one of a family", map[string][]byte{"a.ttf": bold, "b.ttf": plainBook}, document.Fonts{Song: "书体"}, Song, "Book true", nil},
		{"the upright one of a family", map[string][]byte{"a.ttf": changed(fontOf(t, "A", "书体", "Book Slanted"), "post", 4, -12), "b.ttf": bold}, document.Fonts{Song: "书体"}, Song, "Book Bold true", nil},
		{"the operator's, though it is bold", map[string][]byte{"a.ttf": changed(fontOf(t, "A", "Noto Serif CJK SC", "Mine"), "OS/2", 4, 700)}, document.Fonts{Song: "Noto Serif CJK SC"}, Song, "Mine true", nil},
		{"the one that is called so", map[string][]byte{"a.ttf": plainBook, "b.ttf": changed(fontOf(t, "A", "书体", "书体"), "OS/2", 4, 500)}, document.Fonts{Song: "书体"}, Song, "书体 true", nil},
		{"the bold one when it is meant", map[string][]byte{"a.ttf": plainBook, "b.ttf": bold}, document.Fonts{Song: "Book Bold"}, Song, "Book Bold true", nil},
		{"no font of a design", map[string][]byte{"a.ttf": fontOf(t, "A", "行书", "Xing")}, document.Fonts{}, Fang, "FandolFang false", nil},
		{"cut off", map[string][]byte{"a.ttf": fang[:500]}, document.Fonts{}, Fang, "FandolFang false", []string{"font.broken"}},
		{"cut off, the other goes on", map[string][]byte{"a.ttf": fang[:500], "b.ttf": other}, document.Fonts{}, Fang, "FangSong false", []string{"font.broken"}},
		{"without characters", map[string][]byte{"a.ttf": renamed(fang, "cmap", "zmap")}, document.Fonts{}, Fang, "FandolFang false", []string{"font.broken"}},
		{"no font at all", map[string][]byte{"a.ttf": []byte("这里没有字体")}, document.Fonts{}, Fang, "FandolFang false", []string{"font.broken"}},
		{"other files", map[string][]byte{"说明.txt": []byte("这里没有字体")}, document.Fonts{}, Fang, "FandolFang false", nil},
		{"restricted", map[string][]byte{"a.ttf": changed(fang, "OS/2", 8, 2)}, document.Fonts{}, Fang, "FandolFang false", []string{"font.refused"}},
		{"restricted, for nothing", map[string][]byte{"a.ttf": changed(plainBook, "OS/2", 8, 2)}, document.Fonts{}, Fang, "FandolFang false", nil},
		{"CFF", map[string][]byte{"a.otf": asCFF(fang)}, document.Fonts{}, Fang, "FandolFang false", []string{"font.refused"}},
		{"CFF, for nothing", map[string][]byte{"a.otf": asCFF(plainBook)}, document.Fonts{}, Fang, "FandolFang false", nil},
		{"a Latin one", map[string][]byte{"a.ttf": plainBook}, document.Fonts{Latin: "Book"}, Latin, "Book true", nil},
		{"no Latin one", nil, document.Fonts{Latin: "Times New Roman"}, Latin, "", []string{"font.substitute"}},
	} {
		folder := fstest.MapFS{}
		for name, data := range c.files {
			folder[name] = &fstest.MapFile{Data: data}
		}
		f, notes := LoadFonts(c.wanted, append([]fs.FS{folder}, shipped()...)...)
		got := ""
		if face := f.Faces()[c.role]; face != nil {
			got = fmt.Sprint(face.FullNames[0], " ", face.Own)
		}
		if got = strings.Replace(got, "FandolFang R ", "FandolFang ", 1); got != c.face || !slices.Equal(codes(notes), c.codes) {
			t.Errorf("%s: got %q, want %q; notes %v, want %v", c.name, got, c.face, notes, c.codes)
		}
		for _, n := range notes {
			if !strings.HasSuffix(n.Message, "。") || c.files["a.ttf"] != nil && !strings.Contains(n.Message, "“a.ttf”") {
				t.Errorf("%s: the note says %q", c.name, n.Message)
			}
		}
	}
}

// A font is called by its Chinese name, where it has one, in messages.
func TestFaceNames(t *testing.T) {
	f, _ := LoadFonts(document.Fonts{Fang: "FangSong_GB2312"}, append([]fs.FS{fstest.MapFS{"a.ttf": {Data: fontOf(t, "A", "仿宋_GB2312", "FangSong_GB2312")}}}, shipped()...)...)
	for role, want := range map[Role]string{Fang: "仿宋_GB2312", Title: "Noto Serif CJK SC Bold"} {
		if got := f.Faces()[role].Name; got != want {
			t.Errorf("role %d: got %s, want %s", role, got, want)
		}
	}
}

// A role without a font has that of another, and its face and a note say so.
func TestRoleWithoutFont(t *testing.T) {
	folder := fstest.MapFS{"a.ttf": {Data: fontOf(t, "A", "宋体", "SimSun")}}
	f, notes := LoadFonts(document.Fonts{}, folder)
	for role, face := range f.Faces()[:Latin] {
		if face.Name != "宋体" || face.Own != (Role(role) == Song) || face.Role != Role(role) || face.Font != f.Faces()[Song].Font {
			t.Errorf("role %d: got %s, own %v", role, face.Name, face.Own)
		}
	}
	if got := f.Faces()[Fang].Wanted; got != "仿宋_GB2312" {
		t.Errorf("got %s", got)
	}
	if got, want := codes(notes), slices.Repeat([]string{"font.substitute"}, 4); !slices.Equal(got, want) {
		t.Errorf("got notes %v, want %v", notes, want)
	}
}

func TestNoFonts(t *testing.T) {
	f, notes := LoadFonts(document.Fonts{}, fstest.MapFS{})
	if got, want := codes(notes), []string{"font.none"}; f != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, notes %v; want %v", f, notes, want)
	}
	if got, want := f.Faces(), make([]*Face, roles); !slices.Equal(got, want) {
		t.Errorf("got %v, want no faces", got)
	}
}

func TestFolderThatIsNotThere(t *testing.T) {
	f, notes := LoadFonts(document.Fonts{}, append([]fs.FS{os.DirFS("no such folder")}, shipped()...)...)
	if got, want := codes(notes), []string{"font.broken"}; f == nil || !slices.Equal(got, want) {
		t.Errorf("got %v, notes %v; want %v", f, notes, want)
	}
}

// streams is a folder whose files are read from beginning to end only.
type streams struct{ fs.FS }

func (s streams) Open(name string) (fs.File, error) {
	file, err := s.FS.Open(name)
	if info, statErr := fs.Stat(s.FS, name); err == nil && statErr == nil && !info.IsDir() {
		return struct{ fs.File }{file}, nil
	}
	return file, err
}

func TestFolderOfStreams(t *testing.T) {
	folder := streams{fstest.MapFS{"a.ttf": {Data: fontOf(t, "政", "仿宋_GB2312", "FangSong_GB2312")}}}
	f, notes := LoadFonts(document.Fonts{}, folder)
	if len(codes(notes)) != 4 || f.Faces()[Fang].Glyph('政') == 0 {
		t.Errorf("got %v", notes)
	}
}

// A character is set in the role's font, else in the one that looks most like it, else it is a box.
func TestGlyph(t *testing.T) {
	f, _ := LoadFonts(document.Fonts{}, fstest.MapFS{
		"fang.ttf": {Data: fontOf(t, "政", "仿宋_GB2312", "F")},
		"song.ttf": {Data: fontOf(t, "政府", "宋体", "S")},
		"kai.ttf":  {Data: fontOf(t, "政府公", "楷体", "K")},
		"hei.ttf":  {Data: fontOf(t, "政府公文A", "黑体", "H")},
	})
	for _, c := range []struct {
		name string
		role Role
		r    rune
		want Role
	}{
		{"its own", Fang, '政', Fang},
		{"the next", Fang, '府', Song},
		{"the one after", Fang, '公', Kai},
		{"the last", Fang, 'A', Hei},
		{"a title's", Title, '公', Hei},
		{"a heading's", Kai, '府', Kai},
		{"Latin without a font", Latin, 'A', Hei},
	} {
		face, id := f.glyph(c.role, c.r)
		if Role(face) != c.want || id == 0 || id != f.Faces()[c.want].Glyph(c.r) {
			t.Errorf("%s: got glyph %d of face %d, want face %d", c.name, id, face, c.want)
		}
	}
	for _, role := range []Role{Title, Hei, Kai, Fang, Song} {
		if face, id := f.glyph(role, '\U0001f600'); face != int(role) || id != truetype.Box {
			t.Errorf("role %d: got glyph %d of face %d, want a box", role, id, face)
		}
	}
}
