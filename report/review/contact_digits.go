package review

import (
	"fmt"
	"strings"
)

// contactLetters are letters that are typed for the digits 0 and 1.
const contactLetters = "OoIl"

// lettered takes a telephone number in which a letter stands for a digit, 0999-12O4567, and gives its end; 0 where there is none.
func (c *contactText) lettered(at int) int {
	digits, letters, hyphen, end := 0, 0, -1, at
	for ; end < len(c.text); end++ {
		switch b := c.text[end]; {
		case b >= '0' && b <= '9':
			digits++
			continue
		case strings.IndexByte(contactLetters, b) >= 0:
			letters++
			continue
		case b == '-' && hyphen < 0:
			hyphen = end - at
			continue
		}
		break
	}
	first := c.text[at]
	area := (hyphen == 3 || hyphen == 4) && (first == '0' || first == 'O' || first == 'o')
	if letters == 0 || letters > 3 || digits < 5 || digits+letters > 13 || !area && !c.phoneLabelled(at) ||
		contactHost(c.at(at-1)) || c.at(end) == '@' || contactHost(c.at(end)) && c.at(end) != '.' {
		return 0
	}
	number := c.text[at:end]
	f := c.add(at, end, fmt.Sprintf("电话号码“%s”里有字母。", short(number)), "核对是不是数字 0 或 1。")
	c.fix(f, at, end, wordingLetters.Replace(number))
	return end
}

// contactEight are the area codes of four digits behind which numbers have eight since 2015 at the latest; behind 010 and 02x all have.
var contactEight = wordingSet("0311 0371 0377 0379 0411 0431 0432 0451 0510 0511 0512 0513 0514 0515 0516 0517 0518 0519 0523 0527 0531 0532 0551 0571 0573 0574 0575 0576 0577 0579 0591 0595 0731 0755 0757 0760 0769 0791 0851 0871 0898")

// eightDigits reports whether numbers behind an area code have eight digits.
func (c *contactText) eightDigits(area string) bool {
	if len(area) == 3 {
		return contactArea(area)
	}
	return c.year >= 2015 && contactEight[area]
}
