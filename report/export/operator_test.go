package export_test

import (
	"bytes"
	"encoding/binary"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"nianbao/fonts"
	"nianbao/internal/tooltest"
	"nianbao/report/document"
	"nianbao/report/export"
	"nianbao/report/layout"
	"nianbao/report/layout/truetype"
)

// fontCalled is a font file under another name: family, full name and PostScript name.
func fontCalled(t *testing.T, font []byte, name string) []byte {
	t.Helper()
	var text []byte
	for _, unit := range utf16.Encode([]rune(name)) {
		text = binary.BigEndian.AppendUint16(text, unit)
	}
	table := []byte{}
	for _, n := range []int{0, 3, 6 + 3*12} {
		table = binary.BigEndian.AppendUint16(table, uint16(n))
	}
	for _, id := range []int{1, 4, 6} {
		for _, n := range []int{3, 1, 0x804, id, len(text), 0} {
			table = binary.BigEndian.AppendUint16(table, uint16(n))
		}
	}
	table = append(table, text...)
	font = bytes.Clone(font)
	for len(font)%4 > 0 {
		font = append(font, 0)
	}
	entry := entryOf(t, font, "name")
	binary.BigEndian.PutUint32(entry[8:], uint32(len(font)))
	binary.BigEndian.PutUint32(entry[12:], uint32(len(table)))
	return append(font, table...)
}

// entryOf is a table's entry in the directory of a font file.
func entryOf(t *testing.T, font []byte, tag string) []byte {
	t.Helper()
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		if entry := font[12+16*i:][:16]; string(entry[:4]) == tag {
			return entry
		}
	}
	t.Fatalf("no table %s", tag)
	return nil
}

// asCFF is a font file that says that its outlines are of the other kind.
func asCFF(t *testing.T, font []byte) []byte {
	font = bytes.Clone(font)
	copy(entryOf(t, font, "glyf"), "CFF ")
	copy(font, "OTTO")
	return font
}

// brokenGlyphs is a font file in which every fourth byte of the outlines is another.
func brokenGlyphs(t *testing.T, font []byte) []byte {
	font = bytes.Clone(font)
	entry := entryOf(t, font, "glyf")
	glyphs := font[binary.BigEndian.Uint32(entry[8:]):][:binary.BigEndian.Uint32(entry[12:])]
	for i := 0; i < len(glyphs); i += 4 {
		glyphs[i] ^= 0xa5
	}
	return font
}

// smallFont is a font of some characters.
func smallFont(t *testing.T, font []byte, text string) []byte {
	t.Helper()
	f, err := truetype.Parse(bytes.NewReader(font), int64(len(font)), 0)
	if err != nil {
		t.Fatal(err)
	}
	var glyphs []truetype.GlyphID
	for _, r := range text {
		glyphs = append(glyphs, f.Glyph(r))
	}
	s, err := f.Subset(glyphs)
	if err != nil {
		t.Fatal(err)
	}
	return s.Data
}

// TestOperatorsFonts: what the operator's folder has is used, and not called a substitute; digits and letters are in the font that is
// wanted for them, in PDF, OFD and DOCX alike.
func TestOperatorsFonts(t *testing.T) {
	pdffonts, pdfinfo := tooltest.Need(t, "pdffonts", "poppler-utils"), tooltest.Need(t, "pdfinfo", "poppler-utils")
	read := func(name string) []byte { return fileAt(t, "../../fonts/"+name) }
	folder := fstest.MapFS{
		"公文/simfang.ttf": {Data: fontCalled(t, read("NianbaoKai-Regular.ttf"), "仿宋_GB2312")}, // another design, so that it shows
		"Book.TTF":       {Data: fontCalled(t, read("NotoSansCJKsc-Regular.ttf"), "Book Antique")},
	}
	wanted := document.Fonts{Latin: "Book Antique"}
	f, notes := layout.LoadFonts(wanted, folder, os.DirFS("../../fonts"), fonts.FS)
	if len(notes) > 0 {
		t.Errorf("notes: %v", notes)
	}
	for role, own := range map[layout.Role]bool{layout.Title: false, layout.Hei: false, layout.Kai: false, layout.Fang: true, layout.Song: false, layout.Latin: true} {
		if face := f.Faces()[role]; face == nil || face.Own != own {
			t.Errorf("role %d: got %+v, want own %v", role, face, own)
		}
	}
	e, r := everything(t, "gb-2021")
	o := options
	o.Fonts = wanted
	files := export.Exporter{Fonts: f}.Files(e, r, o)
	file := func(format string) []byte {
		t.Helper()
		var out bytes.Buffer
		if notes, err := files.Write(&out, format); err != nil || len(notes) > 0 {
			t.Errorf("%s: %v, %v", format, notes, err)
		}
		return out.Bytes()
	}

	pdf := file("pdf")
	in := func(tool string, args ...string) string {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), tool, args...)
		cmd.Stdin = bytes.NewReader(pdf)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	said := in(pdfinfo, "-meta", "-") + in(pdfinfo, "-custom", "-")
	for name, substitute := range map[string]bool{"方正小标宋简体": true, "黑体": true, "楷体_GB2312": true, "宋体": true, "仿宋_GB2312": false, "Book Antique": false} {
		if strings.Contains(said, name) != substitute {
			t.Errorf("the PDF tells of a substitute for %s: %v\n%s", name, !substitute, said)
		}
	}
	if list := in(pdffonts, "-"); strings.Count(list, "\n") != 2+6 || !strings.Contains(list, "+BookAntique") {
		t.Errorf("the PDF has the fonts\n%s", list)
	}

	ofd := unpacked(t, file("ofd"))
	resources := string(ofd["Doc_0/PublicRes.xml"])
	fang, latin := fontID(t, resources, "仿宋_GB2312"), fontID(t, resources, "Book Antique")
	if info := string(ofd["OFD.xml"]); strings.Contains(info, "仿宋_GB2312") || strings.Contains(info, "Book Antique") || !strings.Contains(info, "楷体_GB2312") {
		t.Errorf("the OFD tells of the substitutes %s", info)
	}
	letters := 0
	for name, part := range ofd {
		for _, object := range textObject.FindAllStringSubmatch(string(part), -1) {
			text := textOfXML(t, []byte(object[0]), "TextCode", "")
			if text != "" && ascii(text) != (object[1] == latin) {
				t.Errorf("%s: %q is in font %s; that of letters is %s, that of the text %s", name, text, object[1], latin, fang)
			}
			if object[1] == latin {
				letters++
			}
		}
	}
	if letters < 100 {
		t.Errorf("%d pieces of text in the font of letters", letters)
	}

	styles := string(unpacked(t, file("docx"))["word/styles.xml"])
	if !strings.Contains(styles, `w:ascii="Book Antique"`) || !strings.Contains(styles, `w:hAnsi="Book Antique"`) || !strings.Contains(styles, `w:eastAsia="仿宋_GB2312"`) {
		t.Errorf("the styles of the DOCX are %.600s", styles)
	}
}

var textObject = regexp.MustCompile(`(?s)<ofd:TextObject [^>]*Font="(\d+)".*?</ofd:TextObject>`)

func ascii(s string) bool {
	return !slices.ContainsFunc([]byte(s), func(b byte) bool { return b >= 0x80 })
}

// fontID is the identifier of a font in the resources of an OFD file.
func fontID(t *testing.T, resources, name string) string {
	t.Helper()
	for _, element := range regexp.MustCompile(`<ofd:Font [^>]*>`).FindAllString(resources, -1) {
		if strings.Contains(element, `"`+name+`"`) {
			return regexp.MustCompile(` ID="(\d+)"`).FindStringSubmatch(element)[1]
		}
	}
	t.Fatalf("no font %s in %s", name, resources)
	return ""
}
