package docx

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	hanDigits   = "〇一二三四五六七八九"
	legalDigits = "零壹贰叁肆伍陆柒捌玖"
	wideDigits  = "０１２３４５６７８９"
)

// numeral writes a number in one of Word's formats. One that is not known is written in Arabic digits.
func numeral(n int, format string) string {
	switch format {
	case "none", "bullet":
		return ""
	case "decimalZero":
		return fmt.Sprintf("%02d", n)
	case "decimalFullWidth", "decimalFullWidth2":
		return digits(n, wideDigits)
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return digits(n, hanDigits)
	case "chineseCounting", "taiwaneseCounting":
		if n >= 100 {
			return digits(n, hanDigits)
		}
		return counting(n, hanDigits, "十百千", false)
	case "chineseCountingThousand", "taiwaneseCountingThousand":
		return counting(n, hanDigits, "十百千", false)
	case "japaneseCounting":
		return counting(n, hanDigits, "十百千", true)
	case "chineseLegalSimplified":
		return counting(n, legalDigits, "拾佰仟", false)
	case "ideographTraditional":
		return among(n, "甲乙丙丁戊己庚辛壬癸")
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return among(n, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
	case "decimalEnclosedParen":
		return among(n, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")
	case "decimalEnclosedFullstop":
		return among(n, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")
	case "ideographEnclosedCircle":
		return among(n, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉")
	case "upperLetter":
		return letters(n, 'A')
	case "lowerLetter":
		return letters(n, 'a')
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	}
	return strconv.Itoa(n)
}

// digits writes a number digit by digit.
func digits(n int, set string) string {
	runes := []rune(set)
	return strings.Map(func(r rune) rune { return runes[r-'0'] }, strconv.Itoa(n))
}

// counting writes a number as it is spoken, 一百零三; bare leaves out 一 before any unit, as Japanese does and Chinese before a leading 十.
func counting(n int, set, units string, bare bool) string {
	if n <= 0 || n > 9999 {
		return digits(n, set)
	}
	digit, unit := []rune(set), []rune(units)
	var b strings.Builder
	gap := false
	for place, weight := 3, 1000; place >= 0; place, weight = place-1, weight/10 {
		d := n / weight % 10
		if d == 0 {
			gap = b.Len() > 0
			continue
		}
		if gap && !bare {
			b.WriteRune('零')
		}
		gap = false
		spoken := d > 1 || place == 0 || !bare && (place > 1 || b.Len() > 0 || set == legalDigits)
		if spoken {
			b.WriteRune(digit[d])
		}
		if place > 0 {
			b.WriteRune(unit[place-1])
		}
	}
	return b.String()
}

// among is the n-th of a row of signs.
func among(n int, signs string) string {
	if row := []rune(signs); n > 0 && n <= len(row) {
		return string(row[n-1])
	}
	return strconv.Itoa(n)
}

// letters counts A to Z, AA to ZZ as Word does: 27 is AA, 28 is BB.
func letters(n int, first rune) string {
	if n < 1 || n > 26*8 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}

// withNumber puts a paragraph's number before its text, unless it was typed there, too. A blank stands between what would run
// together.
func withNumber(number, text string) string {
	text = strings.TrimSpace(text)
	if number == "" {
		return text
	}
	last, _ := utf8.DecodeLastRuneInString(number)
	if begins(text, number) {
		return text
	}
	first, _ := utf8.DecodeRuneInString(text)
	if alphanumeric(last) && text != "" || last < utf8.RuneSelf && alphanumeric(first) {
		return number + " " + text
	}
	return number + text
}

// begins reports whether a text begins with a number, whatever the width of its brackets and stops. 1.5 does not begin with 1.,
// nor 12 with 1.
func begins(text, number string) bool {
	rest, number := []rune(text), shapes.Replace(number)
	n := utf8.RuneCountInString(number)
	if len(rest) < n || shapes.Replace(string(rest[:n])) != number {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(number)
	return len(rest) == n || !unicode.IsDigit(rest[n]) || last != '.' && !unicode.IsDigit(last)
}

var shapes = strings.NewReplacer("（", "(", "）", ")", "．", ".", "，", ",", "○", "〇")

func alphanumeric(r rune) bool {
	return r < utf8.RuneSelf && (unicode.IsDigit(r) || unicode.IsLetter(r))
}
