package truetype

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// The names that are of use, by their number in the table.
const (
	nameFamily            = 1
	nameStyle             = 2
	nameFull              = 4
	namePostScript        = 6
	nameTypographicFamily = 16
	nameCompatibleFull    = 18
)

// Limits for broken files: the bytes of the table, which has the licence, too; how many names of a kind; the bytes of one.
const (
	maxNameTable = 1 << 20
	maxNames     = 64
	maxName      = 1 << 10
)

// readNames reads what the font is called. A font without names is read, too: it is found by none.
func (f *Font) readNames() error {
	if !f.has("name") {
		return nil
	}
	table, err := f.some("name", 6, maxNameTable)
	if err != nil {
		return err
	}
	start := int(u16(table, 4))
	for i := range min(int(u16(table, 2)), (len(table)-6)/12) {
		record := table[6+12*i:]
		from := start + int(u16(record, 10))
		to := from + int(u16(record, 8))
		if to > len(table) || to-from > maxName {
			continue
		}
		switch name := decodeName(u16(record, 0), u16(record, 2), table[from:to]); u16(record, 6) {
		case nameFamily, nameTypographicFamily:
			f.Families = addName(f.Families, name)
		case nameFull, nameCompatibleFull:
			f.FullNames = addName(f.FullNames, name)
		case namePostScript:
			f.PostScript = cmp.Or(f.PostScript, fileName(name))
		}
	}
	return nil
}

// fileName is a PostScript name without what may not be in one.
func fileName(name string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' || strings.ContainsRune("[](){}<>/%", r) {
			return -1
		}
		return r
	}, name)
}

func addName(names []string, name string) []string {
	if name == "" || len(names) == maxNames || slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}

// decodeName reads the names for Unicode and Windows, Chinese ones in GB 18030 as old fonts have them for Windows and the Macintosh,
// and others for the Macintosh as far as they are plain ASCII; "" for the rest.
func decodeName(platform, encoding uint16, data []byte) string {
	switch {
	case platform == 0, platform == 3 && (encoding == 0 || encoding == 1 || encoding == 10):
		units := make([]uint16, len(data)/2)
		for i := range units {
			units[i] = u16(data, 2*i)
		}
		return strings.Trim(string(utf16.Decode(units)), "\x00 ")
	case platform == 3 && encoding == 3, platform == 1 && encoding == 25: // PRC; simplified Chinese
		// Some put a zero byte before each ASCII character.
		if name, err := simplifiedchinese.GB18030.NewDecoder().Bytes(bytes.ReplaceAll(data, []byte{0}, nil)); err == nil {
			return strings.TrimSpace(string(name))
		}
	case platform == 1 && encoding == 0:
		if !slices.ContainsFunc(data, func(b byte) bool { return b < ' ' || b > '~' }) {
			return strings.TrimSpace(string(data))
		}
	}
	return ""
}
