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
	for worth := 1; digits < 4; worth, digits = worth*10, digits+1 {
		d, size := lastDigit(text[:i])
		if size == 0 {
			break
		}
		i -= size
		n.number += worth * d
	}
	before := strings.TrimRight(strings.TrimSuffix(text[:i], "第"), " ")
	for _, closing := range []string{"〕", "]", "］", ")", "）", "】", "﹞", "年"} {
		if rest, found := strings.CutSuffix(before, closing); found && digits > 0 && len(rest) >= 4 {
			rest = strings.TrimRight(rest, " ")
			for worth := 1; worth <= 1000; worth *= 10 {
				d, size := lastDigit(rest)
				n.year += worth * d
				rest = rest[:len(rest)-size]
			}
			before, size := utf8.DecodeLastRuneInString(rest)
			bare := closing == "年" && (before == '函' || before == '发') // 国办公开办函2019年60号
			if n.year < 1990 || n.year > 2099 || !bare && !strings.ContainsRune("〔[［(（【﹝", before) {
				return n, false
			}
			if !bare {
				rest = strings.TrimRight(rest[:len(rest)-size], " ")
			}
			issuerEnd := len(rest)
			n.start, n.end = len(rest), at+len("号")
			for n.end-n.start < 60 {
				r, size := utf8.DecodeLastRuneInString(rest)
				if size == 0 || !isHan(r) {
					break
				}
				n.start -= size
				rest = rest[:n.start]
			}
			n.issuer = text[n.start:issuerEnd]
			return n, true
		}
	}
	return n, false
}

// lastDigit is the digit that a text ends with, in half or full width, and how many bytes it has; 0 of them where there is none.
func lastDigit(text string) (digit, size int) {
	r, size := utf8.DecodeLastRuneInString(text)
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), size
	case r >= '０' && r <= '９':
		return int(r - '０'), size
	}
	return 0, 0
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
