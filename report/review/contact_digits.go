package review

import (
	"fmt"
	"strings"
	"unicode/utf8"
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
	if letters > 0 && digits+letters == 6 && hyphen < 0 && !contactHost(c.at(end)) && c.labelled(at, contactPostLabels) { // 23300O
		number := c.text[at:end]
		f := c.add(at, end, fmt.Sprintf("邮政编码“%s”里有字母。", number), "核对是不是数字 0 或 1。")
		c.fix(f, at, end, wordingLetters.Replace(number))
		return end
	}
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

// contactAssigned are the area codes of four digits that are, or were, in use.
var contactAssigned = wordingSet("0310 0311 0312 0313 0314 0315 0316 0317 0318 0319 0335 0349 0350 0351 0352 0353 0354 0355 0356 0357 0358 0359 0370 0371 0372 0373 0374 0375 0376 0377 0378 0379 0391 0392 0393 0394 0395 0396 0398 " +
	"0410 0411 0412 0413 0414 0415 0416 0417 0418 0419 0421 0427 0429 0431 0432 0433 0434 0435 0436 0437 0438 0439 0440 0448 0451 0452 0453 0454 0455 0456 0457 0458 0459 0464 0467 0468 0469 0470 0471 0472 0473 0474 0475 0476 0477 0478 0479 0482 0483 " +
	"0510 0511 0512 0513 0514 0515 0516 0517 0518 0519 0520 0523 0527 0530 0531 0532 0533 0534 0535 0536 0537 0538 0539 0543 0546 0550 0551 0552 0553 0554 0555 0556 0557 0558 0559 0561 0562 0563 0564 0565 0566 0570 0571 0572 0573 0574 0575 0576 0577 0578 0579 0580 0591 0592 0593 0594 0595 0596 0597 0598 0599 " +
	"0631 0632 0633 0634 0635 0660 0661 0662 0663 0668 0691 0692 0701 0710 0711 0712 0713 0714 0715 0716 0717 0718 0719 0722 0724 0728 0730 0731 0732 0733 0734 0735 0736 0737 0738 0739 0743 0744 0745 0746 0750 0751 0752 0753 0754 0755 0756 0757 0758 0759 0760 0762 0763 0765 0766 0768 0769 0770 0771 0772 0773 0774 0775 0776 0777 0778 0779 0790 0791 0792 0793 0794 0795 0796 0797 0798 0799 " +
	"0810 0811 0812 0813 0814 0816 0817 0818 0819 0825 0826 0827 0830 0831 0832 0833 0834 0835 0836 0837 0838 0839 0840 0851 0852 0853 0854 0855 0856 0857 0858 0859 0870 0871 0872 0873 0874 0875 0876 0877 0878 0879 0881 0883 0886 0887 0888 0890 0891 0892 0893 0894 0895 0896 0897 0898 0899 " +
	"0901 0902 0903 0906 0908 0909 0910 0911 0912 0913 0914 0915 0916 0917 0919 0930 0931 0932 0933 0934 0935 0936 0937 0938 0939 0941 0943 0951 0952 0953 0954 0955 0970 0971 0972 0973 0974 0975 0976 0977 0979 0990 0991 0992 0993 0994 0995 0996 0997 0998 0999")

// contactOdd are marks that stand for the hyphen of a telephone number by mistake and for other things elsewhere.
const contactOdd = "./／．。、，,:：;；*=·|\\"

// oddlyParted takes an area code and a number with such a mark between them, 电话：0556/5358032, and gives its end; 0 where there is none.
// The digits of the area code end at a byte.
func (c *contactText) oddlyParted(at, end int) int {
	code := c.text[at:end]
	if code[0] != '0' || len(code) < 3 || len(code) > 4 || !contactArea(code) || c.lost {
		return 0
	}
	mark, size := utf8.DecodeRuneInString(c.text[end:])
	if !strings.ContainsRune(contactOdd, mark) {
		return 0
	}
	local := end + size
	stop := local
	for stop < len(c.text) && c.text[stop] >= '0' && c.text[stop] <= '9' {
		stop++
	}
	if n := stop - local; n != 7 && n != 8 || c.text[local] < '2' || !c.phoneLabelled(at) && !c.labelled(at, contactAskLabels) || contactHost(c.at(stop)) && c.at(stop) != '.' {
		return 0
	}
	f := c.add(at, stop, fmt.Sprintf("电话号码“%s”里的“%s”应当是“-”。", short(c.text[at:stop]), string(mark)), "改成半角的“-”。")
	c.fix(f, end, local, "-")
	f.Expected = code + "-" + c.text[local:stop]
	return stop
}

// letterWithin takes a telephone number in which letters stand for digits, 0556-535803X, and gives its end; 0 where there is none.
func (c *contactText) letterWithin(n contactNumber) int {
	if len(n.groups) < 2 || len(n.groups[0]) < 3 || len(n.groups[0]) > 4 || n.groups[0][0] != '0' || !contactHyphen(n.dashes[0]) || !contactLetter(c.at(n.end)) {
		return 0
	}
	end, local, letters := n.end, len(strings.Join(n.groups[1:], "")), 0
	for end < len(c.text) && (contactLetter(c.text[end]) || c.text[end] >= '0' && c.text[end] <= '9') {
		if contactLetter(c.text[end]) {
			letters++
		}
		end++
	}
	local += end - n.end
	if letters > 4 || letters > local-3 || local < 7 || local > 8 || contactHost(c.at(end)) && c.at(end) != '.' || c.at(end) == '@' {
		return 0
	}
	c.add(n.start, end, fmt.Sprintf("电话号码“%s”里有字母。", short(c.text[n.start:end])), "核对号码。")
	return end
}

// contactHotlines are how 12345 is mistyped; what has its digits in another order is looked at besides.
var contactHotlines = wordingSet("1234 2345 1235 1245 1345 123456 012345 112345 122345 123345 123445 123455")

var contactHotlineLabels = []string{"政务热线", "便民热线", "政府热线", "市长热线", "服务热线", "政务服务热线", "热线电话"}

// hotline takes another number for the government's hotline, 12354政务服务便民热线, and gives its end; 0 where there is none. The digits end
// at a byte.
func (c *contactText) hotline(at, end int) int {
	number := c.text[at:end]
	rest := c.text[end:min(len(c.text), end+36)]
	line := indexOf(rest, "热线")
	if line < 0 {
		if contactHotlines[number] && c.labelled(at, contactHotlineLabels) && c.at(end) >= 0x80 && !strings.ContainsRune(contactCounted, residueFirst(rest)) {
			f := c.add(at, end, fmt.Sprintf("政务服务便民热线是 12345，这里写的是“%s”。", number), "核对热线号码。")
			c.fix(f, at, end, "12345")
			return end
		}
		return 0
	}
	between := strings.Trim(rest[:line], "”“\"（(")
	wide := false
	if r, n := utf8.DecodeRuneInString(between); r >= '０' && r <= '９' && at+4 <= end {
		between, end, wide = between[n:], end+n, true
	}
	switch between {
	case "", "政务服务", "政务服务便民", "便民服务", "政府服务", "政府", "市长", "市民服务", "政务", "便民", "公共服务":
	default:
		return 0
	}
	if !wide && !contactHotlines[number] && (len(number) != 5 || number == "12345" || bagDistance([]rune(number), []rune("12345")) != 0) {
		return 0
	}
	f := c.add(at, end, fmt.Sprintf("政务服务便民热线是 12345，这里写的是“%s”。", c.text[at:end]), "核对热线号码。")
	c.fix(f, at, end, "12345")
	return end
}

// behindNumber reports whether a number with its area code stands before the mark before a byte.
func (c *contactText) behindNumber(at int) bool {
	before := strings.TrimRight(c.text[max(0, at-24):at], "、/／ ")
	local := len(before) - len(strings.TrimRight(before, "0123456789"))
	return (local == 7 || local == 8) && len(before) > local+3 && before[len(before)-local-1] == '-'
}

// postcode looks at the digits behind 邮编.
func (c *contactText) postcode(n contactNumber, digits string) {
	first := n.groups[0]
	if len(digits) == 6 && contactMixed(c.text[n.start:n.end]) {
		c.add(n.start, n.end, fmt.Sprintf("邮政编码“%s”里全角和半角的数字混在一起。", short(c.text[n.start:n.end])), "都用半角的数字。")
		return
	}
	if len(digits) == 6 && len(n.groups) == 2 && strings.Trim(n.dashes[0], "-－") == "" {
		f := c.add(n.start, n.end, fmt.Sprintf("邮政编码“%s”中间有“%s”。", short(c.text[n.start:n.end]), n.dashes[0]), "邮政编码是连着的 6 位数字。")
		c.fix(f, n.start, n.end, digits)
		return
	}
	if len(digits) == 6 || len(first) == 6 || c.lost || isHan(residueFirst(c.text[n.end:])) && len(n.groups) == 1 && len(first) < 4 {
		return
	}
	if len(n.groups) > 1 && contactHyphen(n.dashes[0]) { // a telephone number whose label was lost
		return
	}
	c.add(n.start, n.end, fmt.Sprintf("邮政编码“%s”有 %d 位。", short(c.text[n.start:n.end]), len(digits)), "邮政编码是 6 位，核对号码。")
}
