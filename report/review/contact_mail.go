package review

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/report"
)

var contactMailLabels = []string{"电子邮箱", "电子邮件", "电子信箱", "邮箱", "邮箱地址", "E-mail", "e-mail", "Email", "email", "E-MAIL", "EMAIL", "E—mail", "邮件地址", "邮件", "发送", "可发"}

// contactMailHost reports whether a word ends like an e-mail address whose @ is missing: abc163.com.
func contactMailHost(s string) bool {
	s = strings.ToLower(strings.TrimRight(s, "."))
	if strings.HasPrefix(s, "www") || strings.HasPrefix(s, "mail.") {
		return false
	}
	for _, end := range []string{"163.com", "126.com", "qq.com", "139.com", "189.cn", "sina.com", "sina.cn", "sohu.com", "yeah.net", ".gov.cn", "foxmail.com", "gmail.com", "hotmail.com"} {
		if strings.HasSuffix(s, end) && len(s) > len(end) {
			return true
		}
	}
	return false
}

// labelled reports whether one of the labels stands before a byte, with a colon or blanks between.
func (c *contactText) labelled(at int, labels []string) bool {
	before := c.text[max(0, at-48):at]
	before = strings.TrimRight(before, " :：为是至到（(\u3000\u00a0“\"")
	return residueEnds(before, labels...)
}

// mail handles an @ and what stands on both sides; at is the sign's first byte.
func (c *contactText) mail(at int) int {
	sign := residueWidth(c.text[at:])
	start, end := at, at+sign
	for start > 0 && contactMailByte(c.text[start-1]) {
		start--
	}
	for end < len(c.text) && (contactHost(c.text[end]) || c.text[end] == '@') {
		end++
	}
	end = at + sign + len(strings.TrimRight(c.text[at+sign:end], "."))
	local, domain := c.text[start:at], strings.ToLower(c.text[at+sign:end])
	label := c.labelled(start, contactMailLabels) || c.labelled(start, []string{"信箱"}) || slices.Contains(contactProviders, domain)
	if i := strings.IndexByte(domain, '@'); i >= 0 {
		if local != "" {
			c.add(start, end, fmt.Sprintf("电子邮箱“%s”里有不止一个“@”。", short(c.text[start:end])), "核对邮箱，留下一个。")
		}
		return end
	}
	dotted := strings.Contains(domain, ".")
	broken := 0
	if local != "" && (dotted || label) {
		broken = c.brokenAt(end, true)
	}
	// xxgk @163.com, xxgk@ 163.com
	spaced := c.at(at-1) == ' ' && dotted && local == "" && contactMailByte(c.at(len(strings.TrimRight(c.text[:at], " "))-1)) && !label && c.spacedLabel(at)
	ahead := strings.TrimLeft(c.text[at+sign:], " ")
	parted := domain == "" && local != "" && len(ahead) < len(c.text[at+sign:]) && strings.Contains(contactHostOf(ahead), ".")
	switch {
	case c.text[at:at+sign] == "＠" && local != "" && dotted:
		f := c.add(start, end, fmt.Sprintf("电子邮箱“%s”用了全角的“＠”。", short(c.text[start:end])), "改成半角的“@”。")
		c.fix(f, at, at+sign, "@")
	case broken > 0:
		stop := broken
		for stop < len(c.text) && contactHost(c.text[stop]) {
			stop++
		}
		stop = broken + len(strings.TrimRight(c.text[broken:stop], "."))
		f := c.add(start, stop, fmt.Sprintf("电子邮箱“%s”中间断开了，混进了空格或别的标点。", short(c.text[start:stop])), "各段之间用半角的“.”，不留空格。")
		c.fix(f, start, stop, strings.TrimRight(c.text[start:end], ".")+"."+strings.TrimLeft(c.text[broken:stop], " ."))
		end = stop
	case spaced:
		from := len(strings.TrimRight(c.text[:at], " "))
		for from > 0 && contactMailByte(c.text[from-1]) {
			from--
		}
		f := c.add(from, end, fmt.Sprintf("电子邮箱“%s”中间有空格。", short(c.text[from:end])), "删去空格。")
		c.fix(f, from, end, strings.ReplaceAll(c.text[from:end], " ", ""))
	case parted:
		stop := len(c.text) - len(ahead) + len(contactHostOf(ahead))
		f := c.add(start, stop, fmt.Sprintf("电子邮箱“%s”中间有空格。", short(c.text[start:stop])), "删去空格。")
		c.fix(f, start, stop, strings.ReplaceAll(c.text[start:stop], " ", ""))
		end = stop
	case local != "" && dotted && !label && c.at(start-1) == ' ' && c.labelledWord(start):
		from := start - 1
		for from > 0 && (contactMailByte(c.text[from-1]) || c.text[from-1] == ' ') {
			from--
		}
		from += len(c.text[from:start]) - len(strings.TrimLeft(c.text[from:start], " "))
		f := c.add(from, end, fmt.Sprintf("电子邮箱“%s”中间有空格。", short(c.text[from:end])), "删去空格。")
		c.fix(f, from, end, strings.ReplaceAll(c.text[from:end], " ", ""))
	case local != "" && dotted:
		labels := strings.Split(domain, ".")
		last := labels[len(labels)-1]
		if domain == ".com" && label && !c.lost { // its digits may have been lost
			f := c.add(start, end, fmt.Sprintf("电子邮箱“%s”的“@”后面不完整。", short(c.text[start:end])), "核对邮箱。")
			f.Severity = report.SeverityHint
		} else if (strings.Contains(domain, "..") || domain[0] == '.') && !c.lost && !(domain[0] == '.' && strings.Trim(domain, ".") == "com") {
			c.add(start, end, fmt.Sprintf("电子邮箱“%s”里的点不对。", short(c.text[start:end])), "核对邮箱。")
		} else if last == "con" || last == "cmo" || last == "comm" || last == "vom" || last == "govcn" || last == "cm" || last == "ocm" || last == "coom" || last == "cpm" || last == "c0m" || len(labels) > 2 && (last == "cn" && (labels[len(labels)-2] == "con" || labels[len(labels)-2] == "cmo") || last == "cn" && contactGov[labels[len(labels)-2]] || last == labels[len(labels)-2]) {
			c.add(start, end, fmt.Sprintf("电子邮箱“%s”的末尾“%s”写错了。", short(c.text[start:end]), short(last)), "核对邮箱。")
		} else if last == "gov" || len(labels) > 2 && labels[len(labels)-2] == "gov" && len(last) == 2 && !slices.Contains([]string{"cn", "hk", "mo", "tw"}, last) {
			c.add(start, end, fmt.Sprintf("电子邮箱“%s”的末尾“%s”不完整或者写错了。", short(c.text[start:end]), short(last)), "核对是不是“.gov.cn”。")
		} else if right := contactMistyped[domain]; right != "" {
			f := c.add(start, end, fmt.Sprintf("电子邮箱“%s”的“%s”像是“%s”写错了。", short(c.text[start:end]), domain, right), "核对邮箱。")
			f.Severity = report.SeverityHint
		}
	case local != "" && label && c.at(end) == 0xef && c.at(end+1) == 0xbc && c.at(end+2) >= 0x90: // 16３.com
		c.add(start, end+len("３"), fmt.Sprintf("电子邮箱“%s”里有全角字符。", short(c.text[start:end+len("３")])), "都用半角字符。")
	case local != "" && label && domain != "":
		if !c.lost && (slices.Contains(contactProviders, domain) || contactLetter(domain[0]) && len(domain) > 2 || strings.HasSuffix(domain, "com") || strings.HasSuffix(domain, "cn")) {
			c.add(start, end, fmt.Sprintf("电子邮箱“%s”的“@”后面没有“.”。", short(c.text[start:end])), "核对邮箱。")
		}
	case local != "" && label && !c.lost && domain == "":
		c.add(start, end, fmt.Sprintf("电子邮箱“%s”的“@”后面没有写完。", short(c.text[start:end])), "补上后半部分。")
	case local == "" && label && dotted && !c.lost && !strings.HasPrefix(domain, "."):
		if domain != "qq.com" { // its names are digits, which copying loses
			c.add(start, end, fmt.Sprintf("电子邮箱“%s”的“@”前面没有名称。", short(c.text[start:end])), "补上前半部分。")
		}
	}
	return end
}

// mailParted takes 邮箱：xxgk 163.com, where the @ is gone, and gives its end; 0 where there is none.
func (c *contactText) mailParted(at int) int {
	host := contactHostOf(c.text[at:min(len(c.text), at+8)])
	if c.at(at-1) != ' ' || host != "163.com" && host != "126.com" && host != "139.com" || !c.spacedLabel(at) {
		return 0
	}
	from := len(strings.TrimRight(c.text[:at], " "))
	for from > 0 && contactMailByte(c.text[from-1]) {
		from--
	}
	end := at + len(host)
	if from == at || !contactMailByte(c.text[from]) {
		return 0
	}
	c.add(from, end, fmt.Sprintf("电子邮箱“%s”里没有“@”。", short(c.text[from:end])), "补上“@”。")
	return end
}

// contactProviders are what stands before .com in most addresses.
var contactProviders = []string{"qq", "163", "126", "139", "sina", "sohu", "foxmail", "gmail", "hotmail"}

// contactMistyped are how the great providers are mistyped.
var contactMistyped = map[string]string{"613.com": "163.com", "136.com": "163.com", "162.com": "163.com", "16.com": "163.com", "13.com": "163.com", "1633.com": "163.com", "1163.com": "163.com", "164.com": "163.com", "l63.com": "163.com",
	"127.com": "126.com", "125.com": "126.com", "1266.com": "126.com", "qqq.com": "qq.com", "q.com": "qq.com", "pp.com": "qq.com", "qq.cn": "qq.com", "sian.com": "sina.com", "sina.om": "sina.com", "gamil.com": "gmail.com", "gmial.com": "gmail.com", "foxmial.com": "foxmail.com", "193.com": "139.com"}

// labelledWord reports whether the word before a blank stands right behind a label of e-mail.
func (c *contactText) labelledWord(at int) bool {
	from := len(strings.TrimRight(c.text[:at], " "))
	word := from
	for from > 0 && contactMailByte(c.text[from-1]) {
		from--
	}
	return from < word && contactLetter(c.text[from]) && c.labelled(from, contactMailLabels) && !c.labelled(from+1, contactMailLabels)
}

func contactMailByte(b byte) bool { return contactHost(b) || b == '+' }

// contactHostOf is the host name at the beginning of a text.
func contactHostOf(s string) string {
	end := 0
	for end < len(s) && contactHost(s[end]) {
		end++
	}
	return strings.TrimRight(s[:end], ".")
}

// spacedLabel reports whether a label of e-mail stands before the word that a blank divides from the @.
func (c *contactText) spacedLabel(at int) bool {
	from := len(strings.TrimRight(c.text[:at], " "))
	for from > 0 && contactMailByte(c.text[from-1]) {
		from--
	}
	return c.labelled(from, contactMailLabels)
}
