package intake

import (
	"regexp"
	"strings"

	"nianbao/report"
)

// damagePat is a mark that copying leaves behind.
type damagePat struct {
	code, message string
	// has are characters of which a text with the mark holds at least one, so that most texts are passed over quickly.
	has string
	pat *regexp.Regexp
}

var damagePats = []damagePat{
	{NoteLostDigits, "可能丢字：日期里的数字或“年”“月”不全，请对照原文核对。", "年月日",
		regexp.MustCompile(`(?:19|20)[0-9]{3,6}[月日]|(?:^|[^0-9０-９])[自从至到截止起,，。（(]年[0-9]{0,2}月|年月|(?:年|[0-9])月日|(?:^|[^0-9])(?:19|20)[0-9]{2}年[0-9]{3,4}日|月日至`)},
	{NoteLostDigits, "可能丢字：文号里的数字或括号不全，请对照原文核对。", "号〔〕",
		regexp.MustCompile(`〔〕|〔[0-9]{4}〕\s*号|〔[0-9]{5,}号|\p{Han}[0-9]{4}〕[0-9]*号|〔[0-9]{0,3}〕|〔号`)},
	{NoteDamage, "可能丢字：括号里是空的，链接或文字可能没有复制过来，请对照原文核对。", "（(", regexp.MustCompile(`\(\s*\)|（\s*）`)},
	{NoteDamage, "可能丢字：有无法显示的字符，请对照原文核对。", "\ufffd锟烫屯鈥銆锛ïâ�\ue000",
		regexp.MustCompile("\ufffd|锟斤拷|烫烫|屯屯|鈥|銆|锛|ï¿½|â€|[\ue000-\uf8ff]")},
	{NoteDamage, "可能丢字：网页的转义符号没有还原，请对照原文核对。", "&", regexp.MustCompile(`&(?:lt|gt|amp|nbsp|quot|ldquo|rdquo|#[0-9]{2,5}|#x[0-9a-fA-F]{2,4});`)},
	{NoteDamage, "可能丢字：汉字后面带有拼音，可能复制自加注拼音的网页，请对照原文核对。", pinyinMarks, pinyinPat},
}

// near is how many characters around a mark go into its note.
const damageNear = 12

// damageNotes tells where a copy has lost something. The text stays as it is.
func (s *structuring) damageNotes() []report.Note {
	var notes []report.Note
	for i := range s.items {
		text := s.items[i].text
		if text == "" || s.places[i] == placeChrome || s.places[i] == placeUnplaced {
			continue
		}
		for _, d := range damagePats {
			if !strings.ContainsAny(text, d.has) {
				continue
			}
			if at := d.pat.FindStringIndex(text); at != nil {
				notes = append(notes, report.Note{Code: d.code, Message: d.message, Near: passage(text, at[0], at[1])})
			}
		}
	}
	return notes
}

// passage is a part of a text with a few characters on both sides.
func passage(text string, from, to int) string {
	before, after := []rune(text[max(0, from-4*damageNear):from]), []rune(text[to:min(len(text), to+4*damageNear)])
	if len(before) > damageNear {
		before = before[len(before)-damageNear:]
	}
	if len(after) > damageNear {
		after = after[:damageNear]
	}
	return strings.ToValidUTF8(string(before)+text[from:to]+string(after), "")
}
