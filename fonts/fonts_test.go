package fonts

import (
	"bytes"
	"encoding/binary"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/report/layout/truetype"
)

// shipped is a font of this folder.
type shipped struct {
	file, postScript, family, licence string
	embedded                          bool
	// standard is how many of the 8105 characters of 通用规范汉字表 it has.
	standard int
}

var all = []shipped{
	{"NotoSerifCJKsc-Bold.ttf", "NotoSerifCJKsc-Bold", "Noto Serif CJK SC", "NotoCJK-OFL.txt", true, 8105},
	{"NotoSerifCJKsc-Regular.ttf", "NotoSerifCJKsc-Regular", "Noto Serif CJK SC", "NotoCJK-OFL.txt", true, 8105},
	{"NotoSansCJKsc-Regular.ttf", "NotoSansCJKsc-Regular", "Noto Sans CJK SC", "NotoCJK-OFL.txt", true, 8105},
	{"NianbaoKai-Regular.ttf", "NianbaoKai-Regular", "年报楷体", "NianbaoKai-OFL.txt", true, 8105},
	{"FandolFang-Regular.ttf", "FandolFang-Regular", "FandolFang R", "FandolFang-COPYING.txt", false, 6638},
}

// each runs a test on every font.
func each(t *testing.T, test func(t *testing.T, font shipped, data []byte, f *truetype.Font)) {
	for _, font := range all {
		t.Run(font.file, func(t *testing.T) {
			data, err := os.ReadFile(font.file)
			if err != nil {
				t.Fatal(err)
			}
			f, err := truetype.Parse(bytes.NewReader(data), int64(len(data)), 0)
			if err != nil {
				t.Fatal(err)
			}
			test(t, font, data, f)
		})
	}
}

func TestFolder(t *testing.T) {
	files, err := filepath.Glob("*.ttf")
	if err != nil || len(files) != len(all) {
		t.Errorf("the folder has %v, %v; the table has %d", files, err, len(all))
	}
	for _, font := range all {
		file, err := FS.Open(font.file)
		if got := err == nil; got != font.embedded {
			t.Errorf("%s is part of the program: got %t, want %t", font.file, got, font.embedded)
		}
		if err == nil {
			if _, ok := file.(io.ReaderAt); !ok {
				t.Errorf("%s cannot be read at a place", font.file)
			}
			if _, err := fs.Stat(FS, font.licence); err != nil {
				t.Errorf("the licence of %s is no part of the program: %v", font.file, err)
			}
		}
		licence, err := os.ReadFile(font.licence)
		if err != nil || !strings.Contains(string(licence), font.file) {
			t.Errorf("%s does not say that it is that of %s: %v", font.licence, font.file, err)
		}
	}
}

func TestNames(t *testing.T) {
	each(t, func(t *testing.T, font shipped, data []byte, f *truetype.Font) {
		names := strings.Join(append(append(f.Families, f.FullNames...), f.PostScript), "\n")
		if f.PostScript != font.postScript || !strings.Contains(names, font.family) {
			t.Errorf("got %q, want %q and %q", names, font.postScript, font.family)
		}
		for _, reserved := range []string{"LXGW", "霞鹜", "Source", "思源", "Klee"} {
			if strings.Contains(names, reserved) {
				t.Errorf("%q has the reserved name %s", names, reserved)
			}
		}
		if fsType := binary.BigEndian.Uint16(table(t, data, "OS/2")[8:]); fsType != 0 || !f.Embeddable {
			t.Errorf("embeddable %t, with restrictions %#x", f.Embeddable, fsType)
		}
		if f.UnitsPerEm != 1000 {
			t.Errorf("%d units per em", f.UnitsPerEm)
		}
		if f.Ascent < 800 || f.Ascent > 1200 || f.Descent > -100 || f.Descent < -300 {
			t.Errorf("ascent %d, descent %d", f.Ascent, f.Descent)
		}
	})
}

// characters are the Chinese characters of GB 2312.
func characters(t *testing.T) []rune {
	var pairs []byte
	for row := byte(0xB0); row <= 0xF7; row++ {
		for cell := byte(0xA1); cell <= 0xFE; cell++ {
			if row != 0xD7 || cell < 0xFA {
				pairs = append(pairs, row, cell)
			}
		}
	}
	text, err := simplifiedchinese.GBK.NewDecoder().Bytes(pairs)
	if err != nil {
		t.Fatal(err)
	}
	if n := len([]rune(string(text))); n != 6763 {
		t.Fatalf("GB 2312 has 6763 characters, not %d", n)
	}
	return []rune(string(text))
}

func TestCoverage(t *testing.T) {
	list, err := os.ReadFile(filepath.Join("testdata", "general-standard.txt"))
	if err != nil {
		t.Fatal(err)
	}
	standard := []rune(strings.ReplaceAll(string(list), "\n", ""))
	if len(standard) != 8105 {
		t.Fatalf("通用规范汉字表 has 8105 characters, not %d", len(standard))
	}
	gb2312 := characters(t)
	symbols := "— …“”‘’·《》〈〉「」『』〔〕【】、。，．：；！？（）％‰‑―〇○●■□△▲★☆√→←↑↓±×÷≥≤≠℃№①⑩⑴⒈㈠㈩ⅠⅫＡｚ０９ΑωЯяāǜあア" +
		"⽅⺠\u00a0\u2002\u2003\u2009\u200a\u200b\u2060\u3000\ufeff !\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~"
	each(t, func(t *testing.T, font shipped, _ []byte, f *truetype.Font) {
		for _, r := range append(gb2312, []rune(symbols)...) {
			if f.Glyph(r) == 0 {
				t.Errorf("no glyph for %q", r)
			}
		}
		have := 0
		for _, r := range standard {
			if g := f.Glyph(r); g != 0 {
				have++
				if _, _, _, _, ok := f.Bounds(g); !ok || f.Advance(g) != 1000 {
					t.Errorf("%q has ink %t and is %d wide", r, ok, f.Advance(g))
				}
			}
		}
		if have != font.standard {
			t.Errorf("%d of the 8105 characters, want %d", have, font.standard)
		}
	})
}

// In Chinese text punctuation is as wide as a character, and digits stand in columns.
func TestWidths(t *testing.T) {
	each(t, func(t *testing.T, _ shipped, _ []byte, f *truetype.Font) {
		width := func(r rune) int { return f.Advance(f.Glyph(r)) }
		for _, r := range "—…“”‘’·《》（）、。，：；％①〇　" {
			if got := width(r); got != f.UnitsPerEm {
				t.Errorf("%q is %d wide", r, got)
			}
		}
		for r := '0'; r <= '9'; r++ {
			if got, want := width(r), width('0'); got != want || got < 500 || got > 600 {
				t.Errorf("%q is %d wide, 0 %d", r, got, want)
			}
		}
		for r, want := range map[rune]int{'\u00a0': width(' '), '\u2002': 500, '\u2007': width('0'), '\u200b': 0, '\u2060': 0, '\ufeff': 0} {
			if got := width(r); got != want {
				t.Errorf("%q is %d wide, want %d", r, got, want)
			}
			if _, _, _, _, ink := f.Bounds(f.Glyph(r)); ink {
				t.Errorf("%q has ink", r)
			}
		}
		if left, _, right, _, _ := f.Bounds(f.Glyph('—')); left != 0 || right != f.UnitsPerEm {
			t.Errorf("two dashes have a gap between them: the ink is from %d to %d", left, right)
		}
		for _, pair := range []string{"“”", "‘’", "（）", "《》", "〔〕"} {
			marks := []rune(pair)
			opening, _, _, _, _ := f.Bounds(f.Glyph(marks[0]))
			_, _, closing, _, _ := f.Bounds(f.Glyph(marks[1]))
			if opening < f.UnitsPerEm/3 || closing > f.UnitsPerEm*2/3 {
				t.Errorf("%s do not stand at what they enclose: ink from %d, and to %d", pair, opening, closing)
			}
		}
	})
}

// Some readers place an outline by its bearing, others by its coordinates: the two must agree.
func TestBearings(t *testing.T) {
	each(t, func(t *testing.T, _ shipped, data []byte, f *truetype.Font) {
		metrics := table(t, data, "hmtx")
		long := int(binary.BigEndian.Uint16(table(t, data, "hhea")[34:]))
		for _, r := range characters(t) {
			g := int(f.Glyph(r))
			at := 4*g + 2
			if g >= long {
				at = 4*long + 2*(g-long)
			}
			bearing := int(int16(binary.BigEndian.Uint16(metrics[at:])))
			if left, _, _, _, _ := f.Bounds(truetype.GlyphID(g)); left != bearing {
				t.Fatalf("%q begins at %d, its bearing is %d", r, left, bearing)
			}
		}
	})
}

// table is a table of a font file.
func table(t *testing.T, data []byte, tag string) []byte {
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		if record := data[12+16*i:]; string(record[:4]) == tag {
			start, length := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
			return data[start : start+length]
		}
	}
	t.Fatalf("no table %s", tag)
	return nil
}

// A font may have the outline of one character under another: FandolFang had $ for ￥ and - for ￣. It should rather have none.
func TestOutlines(t *testing.T) {
	const differ = "$¥￥£￡¢￠#&%‰@*§※№℃＄＃＆％＠＊-—~＿￣¬￢|¦￤+±×÷<>=≤≥≠≈≡∞°′″○●□■△▲☆★→←↑↓、。，．：；！？（）《》〈〉「」『』【】〔〕"
	each(t, func(t *testing.T, font shipped, data []byte, f *truetype.Font) {
		glyf, loca := table(t, data, "glyf"), table(t, data, "loca")
		long := binary.BigEndian.Uint16(table(t, data, "head")[50:]) == 1
		at := func(g int) int {
			if long {
				return int(binary.BigEndian.Uint32(loca[4*g:]))
			}
			return 2 * int(binary.BigEndian.Uint16(loca[2*g:]))
		}
		drawn := map[string]rune{}
		for _, r := range differ {
			g := int(f.Glyph(r))
			if g == 0 {
				continue
			}
			outline := string(glyf[at(g):at(g+1)])
			if other, ok := drawn[outline]; ok {
				t.Errorf("%q is drawn like %q", r, other)
			}
			drawn[outline] = r
		}
		if g := f.Glyph('￣'); g != 0 {
			if _, bottom, _, _, _ := f.Bounds(g); bottom < f.UnitsPerEm/2 {
				t.Errorf("￣ begins at %d, it is a line at the top", bottom)
			}
		}
	})
}

// Text is set without these tables, and the embedded files should be small.
func TestTables(t *testing.T) {
	each(t, func(t *testing.T, _ shipped, data []byte, _ *truetype.Font) {
		for i := range int(binary.BigEndian.Uint16(data[4:])) {
			switch tag := string(data[12+16*i:][:4]); tag {
			case "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post":
			default:
				t.Errorf("the table %s is of no use", tag)
			}
		}
	})
}

func TestBeside(t *testing.T) {
	without, with, other := t.TempDir(), t.TempDir(), t.TempDir()
	for _, folder := range []string{with, other} {
		if err := os.WriteFile(filepath.Join(folder, fang), []byte(folder), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		folders []string
		want    string
	}{
		"beside the program":       {[]string{with, other}, with},
		"in the working directory": {[]string{without, with}, with},
		"nowhere":                  {[]string{without}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := fs.ReadFile(firstWith(fang, c.folders), fang)
			if string(got) != c.want {
				t.Errorf("got the file of %q, want %q", got, c.want)
			}
		})
	}
	if got, want := around(filepath.FromSlash("/opt/nianbao/bin/nianbao")), []string{filepath.FromSlash("/opt/nianbao/bin/fonts"), filepath.FromSlash("/opt/nianbao/fonts")}; !slices.Equal(got, want) {
		t.Errorf("around a program in bin: got %q, want %q", got, want)
	}
	// a test's program lies in a folder of its own, and this folder has no folder fonts
	if files, err := fs.ReadDir(Beside(), "."); err != nil || len(files) != 0 {
		t.Errorf("got %v, %v; want an empty folder", files, err)
	}
	t.Chdir("..")
	if _, err := fs.Stat(Beside(), fang); err != nil {
		t.Errorf("not found from the root of the checkout: %v", err)
	}
}
