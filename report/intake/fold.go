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
		if r = foldRune(r); r != dropped {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// foldWithOrigin folds a text and tells where in it each character of the folded text stands.
func foldWithOrigin(s string) (runes []rune, origin []int) {
	for i, r := range s {
		if r = foldRune(r); r != dropped {
			runes, origin = append(runes, r), append(origin, i)
		}
	}
	return runes, origin
}

// foldRune is what a character is folded to; dropped for white space.
func foldRune(r rune) rune {
	if r < rune(len(folded)) {
		return folded[r]
	}
	return r
}

// folded is foldRune for the basic plane. Every character of a file passes here, some of them several times.
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
