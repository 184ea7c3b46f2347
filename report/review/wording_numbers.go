package review

import (
	"fmt"
	"strings"

	"nianbao/report"
)

// wordingLetters are the letters that are typed for a digit, with the digits.
var wordingLetters = strings.NewReplacer("O", "0", "o", "0", "l", "1", "I", "1")

// wordingMeasures follow a number in a report.
const wordingMeasures = "年月日条件次个项份篇期场人户万元亿%％"

// lettered looks at the letter at a place and gives the finding on the number in which it stands for a digit: 1O5条, 2O23年, 二O二三年. Its
// Code is "" where there is none.
func (w *wordingText) lettered(i int) report.Finding {
	before := w.rune(i - 1)
	if (w.r[i] == 'O' || w.r[i] == 'o') && wordingNumeral(before) && wordingNumeral(w.rune(i+1)) {
		return w.letter(report.SeverityHint, i, i+1, "〇")
	}
	start, end, digits := i, i+1, 0
	for ; start > 0 && wordingDigit(w.r[start-1]); start-- {
		digits++
	}
	for ; end < len(w.r) && (wordingDigit(w.r[end]) || strings.ContainsRune("OolI", w.r[end])); end++ {
		if wordingDigit(w.r[end]) {
			digits++
		}
	}
	if before = w.rune(start - 1); wordingLatin(before) || wordingLatin(w.rune(end)) || strings.ContainsRune(".-/@_", before) || !strings.ContainsRune(wordingMeasures, w.rune(end)) {
		return report.Finding{}
	}
	number := w.from(start, end)
	dated := number == "l" && (before == '年' && w.r[end] == '月' || before == '月' && w.r[end] == '日')
	counted := number == "l" && isHan(before) && strings.ContainsRune("次条件个项份篇期场", w.rune(end))
	if digits == 0 && !dated && !counted || number == "O2O" {
		return report.Finding{}
	}
	return w.letter(report.SeverityWarning, start, end, wordingLetters.Replace(number))
}

func (w *wordingText) letter(severity report.Severity, start, end int, right string) report.Finding {
	wrong := w.from(start, end)
	f := w.mark(severity, start, end, fmt.Sprintf("“%s”里有字母，应当是数字。", short(wrong)), "字母 O、l 不能代替数字 0、1。")
	f.Found, f.Expected = short(wrong), short(right)
	f.Fix = w.fix(start, end, right)
	return f
}

// wideDigits looks at the first digit of either width beside one of the other and gives the finding on a number that mixes both: 1２件. Its Code is
// "" where there is none. Behind 电话 it is a matter of contacts.
func (w *wordingText) wideDigits(i int) report.Finding {
	start, end, half, wide := i, i, false, false
	for start > 0 && wordingDigit(w.r[start-1]) {
		start--
	}
	for end = start; end < len(w.r) && wordingDigit(w.r[end]); end++ {
		half, wide = half || w.r[end] <= '9', wide || w.r[end] > '9'
	}
	if !half || !wide || !strings.ContainsRune(wordingMeasures, w.rune(end)) {
		return report.Finding{}
	}
	number := w.from(start, end)
	f := w.mark(report.SeverityHint, start, end, fmt.Sprintf("“%s”里全角和半角的数字混在一起。", short(number)), "都用半角的数字。")
	f.Found, f.Expected = short(number), short(contactNarrow(number))
	f.Fix = w.fix(start, end, contactNarrow(number))
	return f
}
