package layout

import (
	"strings"
	"unicode"
)

// traits say how a character behaves in a line.
type traits uint16

const (
	wide    traits = 1 << iota // stands on the grid: Chinese characters and their punctuation
	word                       // a letter or digit, a Chinese character too
	digit                      // also a full-width one
	closing                    // never begins a line
	opening                    // never ends a line
	blank                      // vanishes at the end of a line
	glue                       // no line ends on either side
	mark                       // stands on the character before
	twin                       // two of them are one sign: —— ……
	feed                       // ends its line
	rightToLeft
)

// Characters that no line begins with, and that none ends with (kinsoku, 避头尾).
const (
	closings = "!%),-./:;?]}¢°’”‰′″℃、。〃々〉》」』】〕〗〞﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠·ˉ"
	openings = "$([{£¥€‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥№"
)

// units are the characters that a number is counted in, or that go on a number: they are held by it.
const units = "年月日号时点分秒天周季个件条次项人名位份篇幅家户所处部套台辆册本页期章节款场起宗例批封类种栏段张只字则届级岁元角倍度米克吨亩层楼座轮块组股站班村艘㎡㎏㎞㎜"

// longUnits are units whose first character says nothing by itself.
const longUnits = "公里 公斤 公顷 公升 小时 平方 立方 工作 厘米 毫米"

// tens go on a number and have a unit behind them.
const tens = "十百千万亿余多"

// ascii and punctuation hold the traits of characters that are not told by their class.
var (
	ascii       [0x80]traits
	punctuation = map[rune]traits{}
)

func init() {
	for r := range rune(0x80) {
		switch {
		case r >= '0' && r <= '9':
			ascii[r] = word | digit
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
			ascii[r] = word
		}
	}
	ascii[' '], ascii['\n'] = blank, feed
	ascii['"'], ascii['\''] = glue, glue
	add := func(signs string, t traits) {
		for _, r := range signs {
			if r < 0x80 {
				ascii[r] |= t
			} else {
				punctuation[r] |= t
			}
		}
	}
	add(closings, closing)
	add(openings, opening)
	add("—…─⋯", twin)
	punctuation['\u3000'] = blank
	punctuation['\u00a0'] = glue
	punctuation['．'] = closing
	for r := range punctuation {
		if r >= 0x2010 {
			punctuation[r] |= wide
		}
	}
}

func traitsOf(r rune) traits {
	if r < 0x80 {
		return ascii[r]
	}
	if r >= 0x4e00 && r <= 0x9fff {
		return wide | word
	}
	if t, ok := punctuation[r]; ok {
		return t
	}
	t := traits(0)
	if r >= 0x2010 {
		t = wide
	}
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me):
		return mark
	case r >= '０' && r <= '９':
		return t | word | digit
	case unicode.IsLetter(r), r == '〇':
		t |= word
	case unicode.Is(unicode.Zs, r):
		return blank
	}
	if unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) {
		t = t&^wide | rightToLeft
	}
	return t
}

// breaker says character by character where a line may end.
type breaker struct {
	r      rune
	traits traits
	// number says that what came last is a number, or a number with 万 and the like behind it.
	number bool
	// counted says that a number stands before the character that came last.
	counted bool
	// ranged says that a - came last, behind a digit.
	ranged bool
	// allowed is set by a mark without picture that allows a break, forbidden by one that forbids it.
	allowed, forbidden bool
	started            bool
}

// unprinted takes note of a character without picture.
func (b *breaker) unprinted(r rune) {
	switch r {
	case '\u200b':
		b.allowed = true
	case '\u2060', '\ufeff':
		b.forbidden = true
	}
}

// before reports whether a line may end before the next character in a word processor, and whether that character is held by the one
// before it all the same: a unit by its number, a number by the - behind another, the second half of —— or …… by the first.
func (b *breaker) before(r rune, t traits) (breaks, held bool) {
	if t&mark != 0 {
		return false, false
	}
	breaks = b.started && !b.forbidden && (b.allowed || b.between(r, t))
	held = breaks && !b.allowed && b.holds(r, t)
	b.counted = b.number
	b.number = t&digit != 0 || b.number && (strings.ContainsRune(tens, r) || t&(wide|word|blank|feed) == 0)
	b.ranged = r == '-' && b.traits&digit != 0
	b.r, b.traits, b.started, b.allowed, b.forbidden = r, t, true, false, false
	return breaks, held
}

// completes reports whether a character and the one that came last are the unit of the number before them.
func (b *breaker) completes(r rune) bool {
	return b.counted && strings.Contains(longUnits, string([]rune{b.r, r}))
}

func (b *breaker) holds(r rune, t traits) bool {
	switch {
	case t&twin != 0:
		return r == b.r
	case t&digit != 0:
		return b.ranged
	}
	return b.number && t&wide != 0 && (strings.ContainsRune(units, r) || strings.ContainsRune(tens, r))
}

func (b *breaker) between(r rune, t traits) bool {
	last := b.traits
	switch {
	case t&(blank|closing|feed) != 0:
		return false
	case (last|t)&glue != 0:
		return false
	case last&blank != 0, last&feed != 0:
		return true
	case last&opening != 0:
		return false
	case last&digit != 0 && t&digit != 0:
		return false
	case (last|t)&wide != 0:
		return true
	}
	// within Latin words, numbers and addresses
	switch b.r {
	case '/', '?', '&', '=':
		return r != '/'
	case '-':
		return true
	}
	return false
}
