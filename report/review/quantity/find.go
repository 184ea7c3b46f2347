package quantity

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// firsts finds words by their first character in one step: the position in heads, less one, by code point from U+4E00.
type firsts[T any] struct {
	at    [0x5200]uint16
	heads [][]T
}

func (f *firsts[T]) add(s string, v T) {
	r, _ := utf8.DecodeRuneInString(s)
	i := int(r) - 0x4e00
	if f.at[i] == 0 {
		f.heads = append(f.heads, nil)
		f.at[i] = uint16(len(f.heads))
	}
	f.heads[f.at[i]-1] = append(f.heads[f.at[i]-1], v)
}

func (f *firsts[T]) of(r rune) []T {
	if i := int(r) - 0x4e00; i >= 0 && i < len(f.at) && f.at[i] != 0 {
		return f.heads[f.at[i]-1]
	}
	return nil
}

type unit struct {
	text string
	kind unitKind
}

// numerals are the Chinese characters that numbers begin with.
const numerals = "零一二两三四五六七八九十百千壹贰叁"

// begins has a bit for each character from U+4E00 on with which a number or a word begins.
var begins [0x5200 / 64]uint64

var (
	words     firsts[word]
	unitsOf   firsts[unit]
	shieldsOf firsts[string]
)

func init() {
	for kind, list := range lexicon {
		for _, w := range strings.Fields(list) {
			words.add(w, word{w, kind})
		}
	}
	for i, n := range words.at {
		if n > 0 {
			begins[i>>6] |= 1 << (i & 63)
		}
	}
	for _, r := range numerals {
		begins[(r-0x4e00)>>6] |= 1 << (r & 63)
	}
	longest := func(a, b string) int { return len(b) - len(a) }
	for _, list := range words.heads {
		slices.SortFunc(list, func(a, b word) int { return cmp.Or(longest(a.text, b.text), cmp.Compare(a.text, b.text)) })
	}
	kinds := map[unitKind][]string{unitCount: units, unitTime: timeUnits, unitLabel: labelUnits, unitMoney: {"元", "元整", "元人民币"}, unitPoint: {"个百分点", "百分点"},
		unitTimes: {"倍"}, unitFraction: {"分之"}, unitTenth: {"成"}}
	for kind, list := range kinds {
		for _, u := range list {
			unitsOf.add(u, unit{u, kind})
		}
	}
	for _, list := range unitsOf.heads {
		slices.SortFunc(list, func(a, b unit) int { return longest(a.text, b.text) })
	}
	for _, w := range notUnits {
		shieldsOf.add(w, w)
	}
}

// wordAt is the word that begins a text, the longest one.
func wordAt(r rune, text string) (word, bool) {
	list := words.of(r)
	for i := range list {
		w := &list[i]
		if n := len(w.text) - 1; n < len(text) && text[n] == w.text[n] && text[:n] == w.text[:n] { // mostly they differ in the last byte
			return *w, true
		}
	}
	return word{}, false
}

// unitAt is the unit that begins a text.
func unitAt(text string) unit {
	r, _ := utf8.DecodeRuneInString(text)
	switch r {
	case '%', '％':
		return unit{text[:utf8.RuneLen(r)], unitPercent}
	case '‰':
		return unit{"‰", unitPercent}
	}
	for _, u := range unitsOf.of(r) {
		if !strings.HasPrefix(text, u.text) {
			continue
		}
		for _, w := range shieldsOf.of(r) {
			if len(w) > len(u.text) && strings.HasPrefix(text, w) {
				return unit{}
			}
		}
		return u
	}
	return unit{}
}
