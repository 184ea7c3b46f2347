package report

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// The numbering that makes a paragraph a heading (GB/T 9704-2012, 7.3.3), in full or half width: 一、 （一） 1． （1）.
// static/js/levels.js is the same for the page; testdata/levels.json holds the cases that both must agree on.
var levelPats = []*regexp.Regexp{
	1: regexp.MustCompile(`^[一二三四五六七八九十百]+、`),
	2: regexp.MustCompile(`^[（(][一二三四五六七八九十百]+[）)]`),
	3: regexp.MustCompile(`^[0-9０-９]{1,3}(?:[．、]|\.(?:[^0-9]|$))`),
	4: regexp.MustCompile(`^[（(][0-9０-９]{1,3}[）)]`),
}

// headingLimit is the longest run-in heading, in characters (documents.md, "level 2").
const headingLimit = 40

// Level is the heading level that a paragraph's numbering gives it: 1 一、 to 4 （1）, 0 for none.
func Level(paragraph string) int {
	for level, pat := range levelPats {
		if pat != nil && pat.MatchString(paragraph) {
			return level
		}
	}
	return 0
}

// HeadingEnd is where the heading part of a paragraph with a level ends, in bytes: after the first 。 or ： within 40 characters;
// at the end where there is no such mark and the paragraph has no more than 40; 0 when no part is set as heading.
func HeadingEnd(paragraph string) int {
	if Level(paragraph) == 0 {
		return 0
	}
	if i := strings.IndexAny(paragraph, "。："); i >= 0 {
		if utf8.RuneCountInString(paragraph[:i]) < headingLimit {
			_, n := utf8.DecodeRuneInString(paragraph[i:])
			return i + n
		}
		return 0
	}
	if utf8.RuneCountInString(paragraph) <= headingLimit {
		return len(paragraph)
	}
	return 0
}
