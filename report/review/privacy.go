package review

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

const codePrivacy = "privacy"

// privacies finds numbers that belong to a person: a report is published. Landlines, hotlines, codes of sites and filings, and numbers that
// are masked already are left alone.
var privacies = family{rules: []Rule{{
	Code: codePrivacy, Severities: []report.Severity{report.SeverityError, report.SeverityWarning},
	Finds:   "Numbers of persons in a text that is published: identity cards and bank cards (error), mobile telephones (warning).",
	Example: "联系人手机 139 开头的十一位号码；申请人的十八位身份证号码。",
}}, check: func(s *Subject) {
	for _, p := range s.Parts {
		next := 0
		_, starts := p.Runes()
		for _, k := range p.Others() {
			at := int(starts[k])
			if b := p.Text[at]; at < next || (b < '0' || b > '9') && b != 0xEF {
				continue
			}
			if next = privacyCount(p.Text, at); next > at {
				continue
			}
			var n privacyNumber
			if n, next = privacyNumberAt(p.Text, at); n.digits != "" {
				s.privacy(p, n)
			}
		}
	}
}}

// privacyNumber is a row of digits, as it is written with blanks or hyphens in groups.
type privacyNumber struct {
	digits     string // half width, and X behind 17 of an identity card
	start, end int
	groups     []privacyGroup
}

// privacyGroup is one of its groups.
type privacyGroup struct {
	digits     string
	start, end int
}

// privacyLongest is more digits than any number of a person has.
const privacyLongest = 24

// privacyNumberAt reads the number that begins at a byte; next is where to go on.
func privacyNumberAt(text string, at int) (n privacyNumber, next int) {
	digits, end := privacyDigits(text, at)
	n = privacyNumber{digits: digits, start: at, end: end, groups: []privacyGroup{{digits, at, end}}}
	for len(n.digits) <= privacyLongest {
		behind := privacyGap(text, n.end)
		more, end := privacyDigits(text, behind)
		if behind == n.end || more == "" {
			break
		}
		n.digits, n.end, n.groups = n.digits+more, end, append(n.groups, privacyGroup{more, behind, end})
	}
	if len(n.digits) == 17 && n.end < len(text) && (text[n.end] == 'X' || text[n.end] == 'x') {
		n.digits, n.end = n.digits+"X", n.end+1
	}
	if len(n.digits) == 17 && (strings.HasPrefix(text[n.end:], "Ｘ") || strings.HasPrefix(text[n.end:], "ｘ")) {
		n.digits, n.end = n.digits+"X", n.end+len("Ｘ")
	}
	if len(n.digits) < 11 || privacyGlued(text, n.start, n.end) {
		return privacyNumber{}, n.end
	}
	return n, n.end
}

// privacyCount goes over what cannot be a number of a person: a few digits that none follow. It stays where there may be one.
func privacyCount(text string, at int) int {
	end := at
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	switch {
	case end == at && !(at+2 < len(text) && text[at+1] == 0xBC && text[at+2] >= 0x90 && text[at+2] <= 0x99):
		return at + 1 // a full-width mark
	case end > at && end-at < 11 && privacyGap(text, end) == end:
		return end
	}
	return at
}

// privacyDigits reads digits, half or full width, no more than fit.
func privacyDigits(text string, at int) (digits string, end int) {
	end = at
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	if end > at || at >= len(text) || text[at] != 0xEF {
		return text[at:end], end
	}
	var wide strings.Builder
	for end+3 <= len(text) && text[end] == 0xEF && text[end+1] == 0xBC && text[end+2] >= 0x90 && text[end+2] <= 0x99 {
		wide.WriteByte(text[end+2] - 0x90 + '0')
		end += 3
	}
	return wide.String(), end
}

// privacyGap goes over one blank or hyphen between groups of digits.
func privacyGap(text string, at int) int {
	for _, mark := range []string{" ", "-", "－", "—", "–", "\u3000", "\u00a0"} {
		if strings.HasPrefix(text[at:], mark) {
			return at + len(mark)
		}
	}
	return at
}

// privacyGlued reports whether the digits are part of something longer: a code with letters, an address, a decimal, a masked number.
func privacyGlued(text string, start, end int) bool {
	if end < len(text) {
		c := text[end]
		if c == '*' || c == '@' || c == '_' || c == '%' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.' && end+1 < len(text) && text[end+1] < 0x80 {
			return true
		}
	}
	if start == 0 {
		return false
	}
	c := text[start-1]
	if c == '*' || c == '_' || c == '.' || c == '=' || c == '#' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
		return true
	}
	// Back over what an address on the web is made of.
	from := start
	for from > 0 && start-from < 100 && text[from-1] > ' ' && text[from-1] < 0x80 {
		from--
	}
	before := strings.ToLower(text[from:start])
	return strings.Contains(before, "://") || strings.Contains(before, "www.") || strings.Contains(before, ".cn") || strings.Contains(before, ".com")
}

// privacyCodes stand before numbers that are not a person's.
var privacyCodes = []string{"备案", "标识码", "信用代码", "编号", "编码", "代码", "文号", "单号", "许可证", "登记号", "条码", "序列号", "组织机构", "流水", "项目号", "案号", "公网安备", "ICP", "受理号", "查询码"}

func (s *Subject) privacy(p *Part, n privacyNumber) {
	// 40 characters before say what the number is, but only on the same line.
	before := p.Text[max(0, n.start-40*len("字")):n.start]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	near := before[max(0, len(before)-12*len("字")):]
	card := containsAny(near, []string{"身份证", "身份号", "证件号"})
	switch {
	case len(n.digits) == 18 && privacyBirthday(n.digits) && (card || !containsAny(before, privacyCodes)),
		len(n.digits) >= 17 && len(n.digits) <= 19 && privacyProvince(n.digits) && privacyCalled(before),
		len(n.digits) == 15 && card && privacyOldIdentity(n.digits):
		f := p.Mark(codePrivacy, report.SeverityError, n.start, n.end, fmt.Sprintf("这里有一个身份证号码（尾号 %s）。", n.digits[len(n.digits)-4:]))
		f.Hint = "报告要向社会公布，请删去。"
		s.Add(f)
	case len(n.digits) >= 16 && len(n.digits) <= 19 && !strings.HasSuffix(n.digits, "X") && (privacyBank(n.digits, before, near) || strings.HasPrefix(n.digits, "62") && !containsAny(before, privacyPublic) && privacyAccount(p.Text[n.end:])):
		f := p.Mark(codePrivacy, report.SeverityError, n.start, n.end, fmt.Sprintf("这里有一个银行卡号（尾号 %s）。", n.digits[len(n.digits)-4:]))
		f.Hint = "报告要向社会公布，请删去。"
		s.Add(f)
	case containsAny(near, privacyCodes) || privacyCounted(p.Text[n.end:]):
	case privacyMobile(n):
		s.mobile(p, n.start, n.end, n.digits)
	default:
		// A mobile may stand among other telephone numbers: 58221234 13912345678.
		for _, g := range n.groups {
			if privacyMobile(privacyNumber{digits: g.digits, groups: []privacyGroup{g}}) && (g.start == n.start || strings.HasSuffix(p.Text[:g.start], " ")) {
				s.mobile(p, g.start, g.end, g.digits)
			}
		}
	}
}

// privacyCalled reports whether the words right before a number call it that of an identity card: then a mistyped one is one all the same.
func privacyCalled(before string) bool {
	return residueEnds(strings.TrimRight(before, " :：为是（(\u3000"), "身份证", "身份证号", "身份证号码", "身份号码", "身份证件号码")
}

func (s *Subject) mobile(p *Part, start, end int, digits string) {
	f := p.Mark(codePrivacy, report.SeverityWarning, start, end, fmt.Sprintf("这里有一个手机号码（尾号 %s）。", digits[len(digits)-4:]))
	f.Hint = "报告要向社会公布，联系方式请用办公电话。"
	s.Add(f)
}

// privacyBirthday reports whether a number of 18 has a province and a birthday where an identity number has them: hardly any other number
// does. Its check digit (GB 11643) is not asked for, since a mistyped number is one all the same.
func privacyBirthday(digits string) bool {
	year := privacyInt(digits[6:10])
	return year >= 1920 && year <= 2029 && privacyBorn(year, privacyInt(digits[10:12]), privacyInt(digits[12:14])) && privacyProvince(digits)
}

// privacyOldIdentity checks one of 15, which has no check digit.
func privacyOldIdentity(digits string) bool {
	return privacyProvince(digits) && privacyBorn(1900+privacyInt(digits[6:8]), privacyInt(digits[8:10]), privacyInt(digits[10:12]))
}

func privacyProvince(digits string) bool {
	province := privacyInt(digits[:2])
	return province >= 11 && province <= 65 && province%10 <= 6 || province == 71 || province == 81 || province == 82 || province == 83
}

func privacyBorn(year, month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= yearDaysIn(year, month)
}

func privacyInt(digits string) int {
	n := 0
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}

// privacyPublic say that an account belongs to no person.
var privacyPublic = []string{"国库", "财政", "非税", "对公", "专户", "缴款"}

// privacyAccount reports whether the words right behind a number call it an account.
func privacyAccount(behind string) bool {
	return wordingHas(strings.TrimLeft(behind, " 的"), []string{"账户", "帐户", "账号", "帐号", "卡", "银行"})
}

// privacyBank reports whether a number is that of a bank card: the words right before it say so, or it has the check digit of Luhn and the
// words speak of an account, or it begins with 62 (银联) and they do not say otherwise. The accounts of the treasury are no secret.
func privacyBank(digits, before, near string) bool {
	before = before[strings.LastIndex(before, "。")+1:]
	if containsAny(before, privacyPublic) {
		return false
	}
	if containsAny(near, []string{"银行卡", "储蓄卡", "一卡通", "借记卡", "银行账", "银行帐", "农行卡", "工行卡", "建行卡", "中行卡", "交行卡", "信用社卡", "农商行卡", "工资卡", "社保卡", "医保卡", "存折", "折号"}) || strings.Contains(near, "卡号") {
		return true
	}
	account := containsAny(before, []string{"账号", "帐号", "账户", "帐户", "开户"})
	if account && strings.HasPrefix(digits, "62") { // a mistyped one is one all the same
		return true
	}
	if !privacyLuhn(digits) {
		return false
	}
	if account {
		return true
	}
	return strings.HasPrefix(digits, "62") && (len(digits) == 16 || len(digits) == 19) && !containsAny(before, privacyCodes)
}

func privacyLuhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// privacyMobile reports whether a number is that of a mobile telephone, with or without 86 before it: whole, or in groups as people write it.
func privacyMobile(n privacyNumber) bool {
	digits, groups := n.digits, n.groups
	for _, country := range []string{"0086", "86"} {
		if rest, cut := strings.CutPrefix(digits, country); cut && len(rest) == 11 {
			digits = rest
			if groups[0].digits == country {
				groups = groups[1:]
			}
		}
	}
	if len(digits) != 11 || digits[0] != '1' || digits[1] < '3' {
		return false
	}
	switch first := len(groups[0].digits); len(groups) {
	case 1, 8, 9, 10, 11: // 1 3 8 0 0 …
		return true
	case 2:
		return first == 3 || first == 4 || first == 7
	case 3:
		return first == 3 || first == 4 && len(groups[1].digits) == 3
	}
	return false
}

// privacyCounted reports whether what follows a number says that it is an amount.
func privacyCounted(behind string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(behind, " "))
	return strings.ContainsRune("元条件次人万亿平米个户吨千字篇号", r)
}
