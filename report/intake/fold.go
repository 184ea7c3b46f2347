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
		if r < rune(len(folded)) {
			if r = folded[r]; r == dropped {
				continue
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// folded is what each character of the basic plane is folded to; dropped for white space. Every character of a file passes here,
// some of them several times.
var folded = newFolded()

const dropped = -1

func newFolded() *[1 << 16]rune {
	var to [1 << 16]rune
	for r := range rune(len(to)) {
		to[r] = r
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			to[r] = dropped
		} else if p := width.LookupRune(r); p.Kind() == width.EastAsianFullwidth {
			to[r] = p.Narrow()
		}
	}
	for r, simple := range simplified {
		to[r] = simple
	}
	for r, same := range sameShape {
		to[r] = same
	}
	return &to
}

// sameShape writes what looks alike as one.
var sameShape = map[rune]rune{
	'〔': '(', '〕': ')', '【': '(', '】': ')', '﹝': '(', '﹞': ')', '[': '(', ']': ')', '［': '(', '］': ')',
	'“': '"', '”': '"', '‘': '"', '’': '"', '＂': '"', '\'': '"', '＇': '"',
	'∕': '/', '\\': '/', '＼': '/', '／': '/', '．': '.', '﹒': '.', '：': ':', '﹕': ':', '∶': ':',
	'－': '-', '–': '-', '—': '-', '−': '-', '―': '-', '‐': '-', '‑': '-',
}
