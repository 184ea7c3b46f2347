package intake

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// fold is a text as it is matched, never as it is shown: digits, letters and brackets in half width, no white space, one shape of
// each bracket, colon, quote and slash, simplified characters (variation.md, "Normalise first").
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if unicode.IsSpace(r) || r == '\u00a0' || r == '\u200b' || r == '\ufeff' {
			continue
		}
		if same, ok := sameShape[r]; ok {
			b.WriteString(same)
			continue
		}
		if simple, ok := simplified[r]; ok {
			r = simple
		}
		if p := width.LookupRune(r); p.Kind() == width.EastAsianFullwidth {
			r = p.Narrow()
		}
		b.WriteRune(r)
	}
	return b.String()
}

// sameShape writes what looks alike as one.
var sameShape = map[rune]string{
	'〔': "(", '〕': ")", '【': "(", '】': ")", '﹝': "(", '﹞': ")", '[': "(", ']': ")", '［': "(", '］': ")",
	'“': `"`, '”': `"`, '‘': `"`, '’': `"`, '＂': `"`, '\'': `"`, '＇': `"`,
	'∕': "/", '\\': "/", '＼': "/", '／': "/", '．': ".", '﹒': ".", '：': ":", '﹕': ":", '∶': ":",
	'－': "-", '–': "-", '—': "-", '−': "-", '―': "-", '‐': "-", '‑': "-",
}
