package review

import (
	"strings"
	"unicode/utf8"
)

// documentNumber (文号) is one as it stands in a text.
type documentNumber struct {
	issuer       string
	year, number int
	start, end   int
}

// documentNumberAt reads the number that ends with the 号 at a byte: 国办公开办函〔2021〕30号, in any brackets.
func documentNumberAt(text string, at int) (n documentNumber, ok bool) {
	i := at
	digits := 0
	for worth := 1; i > 0 && text[i-1] >= '0' && text[i-1] <= '9' && digits < 4; worth, digits = worth*10, digits+1 {
		i--
		n.number += worth * int(text[i]-'0')
	}
	before := strings.TrimRight(strings.TrimSuffix(text[:i], "第"), " ")
	for _, closing := range []string{"〕", "]", "］", ")", "）", "】", "﹞"} {
		if rest, found := strings.CutSuffix(before, closing); found && digits > 0 && len(rest) >= 4 {
			rest = strings.TrimRight(rest, " ")
			for _, d := range rest[max(0, len(rest)-4):] {
				n.year = n.year*10 + int(d-'0')
			}
			rest = rest[:max(0, len(rest)-4)]
			_, size := utf8.DecodeLastRuneInString(rest)
			if n.year < 1990 || n.year > 2099 || !strings.ContainsAny(rest[len(rest)-size:], "〔[［(（【﹝") {
				return n, false
			}
			rest = strings.TrimRight(rest[:len(rest)-size], " ")
			n.start, n.end = len(rest), at+len("号")
			for n.end-n.start < 60 {
				r, size := utf8.DecodeLastRuneInString(rest)
				if size == 0 || !isHan(r) {
					break
				}
				n.start -= size
				rest = rest[:n.start]
			}
			n.issuer = text[n.start:strings.LastIndexAny(text[:at], "〔[［(（【﹝")]
			return n, true
		}
	}
	return n, false
}

// editionSentence is the sentence around a byte, no more than it needs to look at.
func editionSentence(text string, at int) (from, to int) {
	const reach = 600
	from, to = at, at
	for from > 0 && at-from < reach && yearStopBefore(text, from) == 0 {
		from--
	}
	for to < len(text) && to-at < reach && !yearStopAt(text, to) {
		to++
	}
	for from < at && !utf8.RuneStart(text[from]) {
		from++
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	return from, to
}
