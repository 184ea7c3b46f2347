package xlsx

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"nianbao/report/document"
)

// maxSheetName is the longest name of a sheet in UTF-16 units.
const maxSheetName = 31

// sheetName makes a text the name of a sheet: without what Excel forbids there, short enough, and like no other of the workbook.
func (b *book) sheetName(text string) string {
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) || r < ' ' {
			return -1
		}
		return r
	}, document.Printable(text))
	if text = strings.TrimSpace(text); text == "" {
		text = "表"
	}
	name := clip(text, maxSheetName)
	for n := 2; b.taken[strings.ToLower(name)]; n++ {
		suffix := "（" + strconv.Itoa(n) + "）"
		name = clip(text, maxSheetName-len(utf16.Encode([]rune(suffix)))) + suffix
	}
	b.taken[strings.ToLower(name)] = true
	return name
}

// clip is the beginning of a text of at most n UTF-16 units, which is how Excel counts.
func clip(text string, n int) string {
	units := 0
	for i, r := range text {
		if units += utf16.RuneLen(r); units > n {
			return text[:i]
		}
	}
	return text
}
