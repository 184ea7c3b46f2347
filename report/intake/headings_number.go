package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// numberStyle is the way a heading is numbered.
type numberStyle int

const (
	styleNone    numberStyle = iota
	styleHan                 // 一、
	styleBracket             // （一）
	styleArabic              // 1.
	styleOrdinal             // 第一，
	styleRoman               // Ⅰ、
	styleLower               // (1) ① and the like: never a section
	styles
)

// number is a heading's number as it reads.
type number struct {
	style numberStyle
	n     int
	// loose says that no mark stands between number and name: only a known name makes it a heading.
	loose bool
}

var numberPats = [styles]*regexp.Regexp{
	styleHan:     regexp.MustCompile(`^([一二三四五六七八九十]{1,3})[、.,:;](.*)`),
	styleBracket: regexp.MustCompile(`^\(([一二三四五六七八九十]{1,3})\)[、.,:]?(.*)`),
	styleArabic:  regexp.MustCompile(`^([0-9]{1,2})(?:[、,:)]|\.)([^0-9].*|$)`),
	styleOrdinal: regexp.MustCompile(`^第([一二三四五六七八九十]{1,3})(?:部分[、,:]?|章|节|[、,:.])(.*)`),
	styleRoman:   regexp.MustCompile(`^([IVX]{1,4}|[Ⅰ-Ⅻ])[、.,:](.*)`),
	styleLower:   regexp.MustCompile(`^(?:\([0-9]{1,2}\)|[①-⑳]|[0-9]{1,2}\.[0-9])(.*)`),
}

var loosePats = map[numberStyle]*regexp.Regexp{
	styleHan:     regexp.MustCompile(`^([一二三四五六七八九十]{1,3})([^一二三四五六七八九十是].*)`),
	styleArabic:  regexp.MustCompile(`^([0-9]{1,2})([^0-9.].*)`),
	styleOrdinal: regexp.MustCompile(`^第([一二三四五六七八九十]{1,3})([^条款项章节届次期季].*)`),
}

// garbage are marks that a copy of a page leaves in front of a number: what was a blank or a bullet there.
const garbage = "?？�锘•●■◆▲▶►·*#>"

// numbering splits a heading, folded, into its number and its name.
func numbering(text, folded string) (number, string) {
	if folded == "" {
		return number{}, ""
	}
	first, _ := utf8.DecodeRuneInString(folded)
	if strings.ContainsRune(garbage, first) {
		if num, name := numbering(strings.TrimLeft(text, garbage+" \u3000"), strings.TrimLeft(folded, garbage)); num.style != styleNone && !num.loose {
			return num, name
		}
		return number{}, folded
	}
	if !strings.ContainsRune("一二三四五六七八九十第(0123456789IVX", first) && (first < '①' || first > '⑳') && (first < 'Ⅰ' || first > 'Ⅻ') {
		return number{}, folded
	}
	for style := styleHan; style < styles; style++ {
		m := numberPats[style].FindStringSubmatch(folded)
		if m == nil {
			continue
		}
		if style == styleLower {
			return number{style: style}, m[1]
		}
		return number{style: style, n: numberValue(m[1])}, m[2]
	}
	for _, style := range []numberStyle{styleHan, styleArabic, styleOrdinal} {
		if m := loosePats[style].FindStringSubmatch(folded); m != nil {
			return number{style: style, n: numberValue(m[1]), loose: !blankAfter(text, m[1])}, m[2]
		}
	}
	return number{}, folded
}

// blankAfter reports whether a blank stands behind the number, as in 一 总体情况.
func blankAfter(text, n string) bool {
	text = strings.TrimPrefix(text, "第")
	for range n {
		_, size := utf8.DecodeRuneInString(text)
		text = text[size:]
		if len(text) == 0 {
			return false
		}
		r, _ := utf8.DecodeRuneInString(text)
		if unicode.IsSpace(r) {
			return true
		}
	}
	return false
}

var romans = []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}

// numberValue reads 1 to 99, in digits or in characters; 1 to 12 in Roman ones.
func numberValue(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	if first, _ := utf8.DecodeRuneInString(s); first >= 'Ⅰ' && first <= 'Ⅻ' {
		return int(first-'Ⅰ') + 1
	}
	if n := slices.Index(romans, s); n >= 0 {
		return n + 1
	}
	n, unit := 0, 0
	for _, r := range s {
		if r == '十' {
			n += max(unit, 1) * 10
			unit = 0
			continue
		}
		unit = strings.IndexRune("零一二三四五六七八九", r) / len("一")
	}
	return n + unit
}
