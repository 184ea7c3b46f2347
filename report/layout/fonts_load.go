package layout

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"nianbao/report/document"
	"nianbao/report/layout/truetype"
)

// The codes of the notes on fonts.
const (
	noteBroken     = "font.broken"     // a file or folder that cannot be read
	noteRefused    = "font.refused"    // a font that cannot or may not be embedded
	noteSubstitute = "font.substitute" // a role without a font of its kind
	noteNone       = "font.none"       // no font at all
)

// sameDesign are the names of fonts that do for a role, the best first; the shipped ones, by their PostScript names, are the last.
var sameDesign = [roles][]string{
	Title: {"方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong", "NotoSerifCJKsc-Bold"},
	Hei:   {"黑体", "SimHei", "方正黑体简体", "FZHei-B01S", "华文黑体", "STHeiti", "NotoSansCJKsc-Regular"},
	Kai:   {"楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体简体", "FZKai-Z03S", "华文楷体", "STKaiti", "NianbaoKai-Regular"},
	Fang:  {"仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋简体", "FZFangSong-Z02S", "华文仿宋", "STFangsong", "FandolFang-Regular"},
	Song:  {"宋体", "SimSun", "方正书宋简体", "FZShuSong-Z01S", "华文宋体", "STSong", "NotoSerifCJKsc-Regular"},
}

// roleNames are what people call the roles.
var roleNames = [Latin]string{Title: "小标宋", Hei: "黑体", Kai: "楷体", Fang: "仿宋", Song: "宋体"}

// LoadFonts looks for the wanted fonts, by the names that they carry inside, in the folders: the operator's first, the shipped ones
// last. Where one is not there, a font of the same design stands in for it, as its Face says. Files of other kinds are passed over;
// what is broken, or may not be embedded, is told in the notes. Without any font the Fonts are nil.
func LoadFonts(wanted document.Fonts, folders ...fs.FS) (*Fonts, []document.Note) {
	l := &loader{folders: folders}
	for i := range folders {
		l.list(i)
	}
	w := document.Options{Fonts: wanted}.WithDefaults().Fonts
	f := &Fonts{}
	for role, name := range [roles]string{Title: w.Title, Hei: w.Hei, Kai: w.Kai, Fang: w.Fang, Song: w.Song, Latin: w.Latin} {
		if name != "" {
			f.faces[role] = l.choose(Role(role), name)
		}
	}
	if !slices.ContainsFunc(f.faces[:], func(face *Face) bool { return face != nil }) {
		l.note(noteNone, "没有可用的字体，不能导出 PDF 和 OFD。请把随程序附带的 fonts 文件夹放回原处，再重新启动。")
		return nil, l.notes
	}
	l.fill(f, w)
	return f, l.notes
}

// fill gives roles without a font that of another role.
func (l *loader) fill(f *Fonts, w document.Fonts) {
	if f.faces[Latin] == nil && w.Latin != "" {
		l.note(noteSubstitute, "没有找到西文字体“%s”，数字和字母改用正文的字体。请把这种字体的文件放进字体文件夹。", w.Latin)
	}
	found := f.faces
	for role, name := range [Latin]string{Title: w.Title, Hei: w.Hei, Kai: w.Kai, Fang: w.Fang, Song: w.Song} {
		if found[role] != nil {
			continue
		}
		order := append(slices.Clone(standIns[role]), Latin)
		face := *found[order[slices.IndexFunc(order, func(r Role) bool { return found[r] != nil })]]
		face.Role, face.Wanted, face.Own = Role(role), name, false
		f.faces[role] = &face
		l.note(noteSubstitute, "没有找到%s字体“%s”，改用“%s”。请把这种字体的文件放进字体文件夹，或把随程序附带的 fonts 文件夹放回原处。", roleNames[role], name, face.Name)
	}
}

// loader looks through folders.
type loader struct {
	folders []fs.FS
	found   []candidate
	notes   []document.Note
}

// candidate is a font in a folder, as it can be found again: its file has been closed.
type candidate struct {
	folder          int
	path            string
	index           int
	cff, embeddable bool
	weight          int
	italic          bool
	// families and exact are its names for comparing: exact ones mean this font and not others of its family.
	families, exact []string
}

func (l *loader) note(code, format string, args ...any) {
	n := document.Note{Code: code, Message: fmt.Sprintf(format, args...)}
	if !slices.Contains(l.notes, n) {
		l.notes = append(l.notes, n)
	}
}

// list lists the fonts of a folder and the folders in it.
func (l *loader) list(folder int) {
	_ = fs.WalkDir(l.folders[folder], ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == ".":
			l.note(noteBroken, "字体文件夹打不开，请检查它的路径和权限。")
		case err != nil:
			l.note(noteBroken, "字体文件夹“%s”打不开，请检查它的权限。", name)
		case !d.IsDir() && slices.Contains([]string{".ttf", ".ttc", ".otf", ".otc"}, strings.ToLower(path.Ext(name))):
			l.listFile(folder, name)
		}
		if err != nil && d != nil && d.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
}

func (l *loader) listFile(folder int, name string) {
	file, size, err := openFont(l.folders[folder], name)
	if err != nil {
		l.broken(name)
		return
	}
	defer file.Close()
	n, err := truetype.Count(file, size)
	if err != nil {
		l.broken(name)
		return
	}
	for i := range n {
		font, err := truetype.Parse(file, size, i)
		if err != nil && !errors.Is(err, truetype.ErrCFF) {
			l.broken(name)
			continue
		}
		c := candidate{folder: folder, path: name, index: i, cff: err != nil, embeddable: font.Embeddable, weight: font.Weight, italic: font.ItalicAngle != 0}
		for _, n := range font.Families {
			c.families = append(c.families, plain(n))
		}
		for _, n := range append(font.FullNames, font.PostScript) {
			c.exact = append(c.exact, plain(n))
		}
		l.found = append(l.found, c)
	}
}

func (l *loader) broken(name string) {
	l.note(noteBroken, "字体文件“%s”读不出来，可能已损坏，未使用。请重新复制这个文件。", name)
}

// plain is a name without what people write in one way or another.
func plain(name string) string {
	return strings.NewReplacer(" ", "", "-", "", "_", "").Replace(strings.ToLower(name))
}

// choose finds a font for a role, and opens it; nil if there is none.
func (l *loader) choose(role Role, wanted string) *Face {
	for i, name := range append([]string{wanted}, sameDesign[role]...) {
		for _, c := range l.named(plain(name)) {
			switch {
			case c.cff:
				l.note(noteRefused, "字体文件“%s”的字形是 CFF 格式，不能嵌入文档，未使用。请换成同一字体的 TTF 或 TTC 文件。", c.path)
				continue
			case !c.embeddable:
				l.note(noteRefused, "字体文件“%s”的授权不允许嵌入文档，未使用。请换成允许嵌入的版本。", c.path)
				continue
			}
			font, err := l.open(c)
			if err != nil {
				l.broken(c.path)
				continue
			}
			return &Face{Font: font, Role: role, Wanted: wanted, Name: readable(font), Own: i == 0}
		}
	}
	return nil
}

// named are the fonts of a name: by folder, and in one folder the one that is meant before the others of its family.
func (l *loader) named(name string) []candidate {
	var all []candidate
	far := func(c candidate) int {
		switch {
		case slices.Contains(c.exact, name):
			return -1
		case c.italic:
			return 1000
		}
		return max(c.weight-400, 400-c.weight)
	}
	for _, c := range l.found {
		if slices.Contains(c.exact, name) || slices.Contains(c.families, name) {
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.folder, b.folder), cmp.Compare(far(a), far(b)))
	})
	return all
}

// open opens a font for use: its file stays open.
func (l *loader) open(c candidate) (*truetype.Font, error) {
	file, size, err := openFont(l.folders[c.folder], c.path)
	if err != nil {
		return nil, err
	}
	font, err := truetype.Parse(file, size, c.index)
	if err == nil {
		err = font.Check()
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return font, nil
}

// readable is a font's name for people: the Chinese name of its family, or the full one.
func readable(font *truetype.Font) string {
	for _, name := range font.Families {
		if strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			return name
		}
	}
	for _, names := range [][]string{font.FullNames, font.Families} {
		if len(names) > 0 {
			return names[0]
		}
	}
	return font.PostScript
}

// fontFile is an open font file.
type fontFile interface {
	io.ReaderAt
	io.Closer
}

// maxFontFile is the most that is read into memory from a folder whose files cannot be read piece by piece.
const maxFontFile = 64 << 20

func openFont(folder fs.FS, name string) (fontFile, int64, error) {
	file, err := folder.Open(name)
	if err != nil {
		return nil, 0, err
	}
	if pieces, ok := file.(fontFile); ok {
		info, err := file.Stat()
		if err != nil || !info.Mode().IsRegular() {
			file.Close()
			return nil, 0, cmp.Or(err, errors.New("not a regular file"))
		}
		return pieces, info.Size(), nil
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxFontFile+1))
	if err != nil {
		return nil, 0, err
	}
	if len(data) > maxFontFile {
		return nil, 0, errors.New("too large for memory")
	}
	return inMemory{bytes.NewReader(data)}, int64(len(data)), nil
}

// inMemory is a file that has been read.
type inMemory struct{ *bytes.Reader }

func (inMemory) Close() error { return nil }
