package intake

import (
	"regexp"
	"strings"
)

// pinyinMarks are the vowels that only pinyin has.
const pinyinMarks = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ"

// pinyinPat is the reading that some pages set behind a character: 鎮(zhèn).
var pinyinPat = regexp.MustCompile(`(\p{Han})\s*[(（][a-z` + pinyinMarks + `ü]{1,7}[)）]`)

// withoutPinyin is a text without the readings behind its characters. It is for matching: what is shown keeps them.
func withoutPinyin(s string) string {
	if !strings.ContainsAny(s, pinyinMarks) {
		return s
	}
	return pinyinPat.ReplaceAllString(s, "$1")
}
