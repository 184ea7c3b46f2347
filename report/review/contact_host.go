package review

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// host looks at a host name that begins at a byte; from is where its address begins, stop where it ends.
func (c *contactText) host(from, at, stop int) int {
	end := at
	for end < stop && contactHost(c.text[end]) {
		end++
	}
	name := strings.ToLower(c.text[at:end])
	www := strings.HasPrefix(name, "www")
	if c.at(end) == '@' {
		return end // user@host, or a mistake that mail sees
	}
	// What breaks a name in two: a blank, a Chinese stop, a comma.
	if broken := c.brokenAt(end, www || from < at); broken > 0 {
		stop = max(stop, c.urlEnd(broken))
		f := c.add(from, stop, fmt.Sprintf("网址“%s”中间断开了，混进了空格或别的标点。", short(c.text[from:stop])), "各段之间用半角的“.”，不留空格。")
		glue := "."
		if c.parted(end) && strings.Trim(c.text[end:broken], " ") == "" && !strings.HasPrefix(c.text[broken:], "gov") {
			glue = "" // a label was broken
		}
		mended := strings.TrimRight(c.text[from:end], ".") + glue + strings.TrimLeft(c.text[broken:stop], " .")
		c.fix(f, from, stop, mended)
		return stop
	}
	labels := strings.Split(strings.TrimRight(name, "."), ".")
	last := labels[len(labels)-1]
	address := c.text[from:max(stop, end)]
	known := slices.Contains(contactDomains, last) || slices.ContainsFunc(labels, func(l string) bool { return l == "gov" || l == "com" })
	switch {
	case len(labels) > 1 && slices.Contains([]string{"ww", "wwww", "wwwww", "vww", "wvw"}, labels[0]) && known:
		f := c.add(from, stop, fmt.Sprintf("网址“%s”里的“%s”写错了。", short(address), labels[0]), "应当是“www”。")
		c.fix(f, at, at+len(labels[0]), "www")
	case len(labels) > 1 && www && labels[0] != "www" && known && !wordingDigits(labels[0][3:]) && (from == at || labels[0][3] != '-'):
		f := c.add(from, stop, fmt.Sprintf("网址“%s”的“www”后面少了一点。", short(address)), "在“www”后面加上“.”。")
		f.Expected = c.text[from:at+3] + "." + c.text[at+3:stop]
		f.Fix = c.part.Fix(at+3, at+3, ".", "加上“.”")
	case strings.HasSuffix(name, ".") && c.at(end) == '/' && (www || from < at) && !c.lost:
		f := c.add(from, stop, fmt.Sprintf("网址“%s”的“/”前面多了一点。", short(address)), "删去“.”。")
		f.Fix = c.part.Fix(end-1, end, "", "删去“.”")
	case strings.Contains(strings.TrimRight(name, "."), "..") && !c.lost && (www || from < at) && !strings.HasPrefix(name, "."):
		c.add(from, stop, fmt.Sprintf("网址“%s”里连着有两个点。", short(address)), "核对网址，多余的点删去，漏掉的补上。")
	case www && len(labels) == 2 && len(last) > 5 && strings.HasSuffix(last, "govcn"):
		f := c.add(from, stop, fmt.Sprintf("网址“%s”的“govcn”前后少了点。", short(address)), "应当是“.gov.cn”。")
		c.fix(f, end-len("govcn"), end, ".gov.cn")
	case last == "govcn" || last == "comcn" || last == "orgcn":
		f := c.add(from, stop, fmt.Sprintf("网址“%s”的“%s”中间少了一点。", short(address), short(last)), "应当是“."+last[:3]+".cn”。")
		f.Fix = c.part.Fix(at+len(name)-2, at+len(name)-2, ".", "加上“.”")
	case (last == "con" || last == "cmo" || last == "comm" || last == "vom") && len(labels) > 1:
		c.add(from, stop, fmt.Sprintf("网址“%s”的末尾“%s”写错了。", short(address), short(last)), "核对是不是“.com”。")
	case len(labels) > 2 && labels[len(labels)-2] == "gov" && !slices.Contains([]string{"cn", "hk", "mo", "tw", "uk", "au", "sg", "html", "htm"}, last) && (www || from < at):
		c.add(from, stop, fmt.Sprintf("网址“%s”的末尾“%s”写错了。", short(address), short(last)), "核对是不是“.gov.cn”。")
	case len(labels) > 2 && last == labels[len(labels)-2] && slices.Contains(contactDomains, last):
		f := c.add(from, stop, fmt.Sprintf("网址“%s”的“.%s”写了两次。", short(address), short(last)), "留下一个。")
		twice := at + len(strings.TrimRight(name, "."))
		f.Fix = c.part.Fix(twice-len(last)-1, twice, "", "删去一个“."+last+"”")
	case len(labels) > 2 && labels[0] == "www" && labels[1] == "www":
		f := c.add(from, stop, fmt.Sprintf("网址“%s”的“www.”写了两次。", short(address)), "留下一个。")
		c.fix(f, at, at+len("www."), "")
	case len(labels) > 3 && labels[len(labels)-3] == "gov" && labels[len(labels)-2] == "cn" && slices.Contains(contactDomains, last):
		c.add(from, stop, fmt.Sprintf("网址“%s”的末尾“%s”是多余的。", short(address), short(last)), "核对网址。")
	case len(labels) > 2 && last == "cn" && contactGov[labels[len(labels)-2]] && (www || from < at):
		c.add(from, stop, fmt.Sprintf("网址“%s”的“%s.cn”写错了。", short(address), labels[len(labels)-2]), "核对是不是“.gov.cn”。")
	case www && len(labels) > 2 && strings.Contains(c.text[end:max(stop, end)], "/"+name):
		c.add(from, stop, fmt.Sprintf("网址“%s”把“%s”写了两次。", short(address), short(name)), "核对网址，留下一个。")
	case last == "gov" && len(labels) > 1 && www:
		c.add(from, stop, fmt.Sprintf("网址“%s”在“.gov”后面少了“.cn”。", short(address)), "核对网址。")
	case len(labels) == 1 && (from < at || www) && len(name) > 3 && name != "localhost" && !c.lost && contactLetter(name[0]) && (from < at || strings.HasSuffix(name, "cn") || strings.HasSuffix(name, "com")):
		c.add(from, stop, fmt.Sprintf("网址“%s”里没有“.”。", short(address)), "核对网址。")
	case c.at(stop) == ' ' && c.at(stop+1) == '/' && contactLetter(c.at(stop+2)) && (www || from < at) && !contactSecond(c.text[stop+2:]):
		whole := c.urlEnd(stop + 1)
		f := c.add(from, whole, fmt.Sprintf("网址“%s”中间有空格。", short(c.text[from:whole])), "删去空格。")
		f.Fix = c.part.Fix(stop, stop+1, "", "删去空格")
		return whole
	case strings.HasPrefix(c.text[end:max(stop, end)], "//") && (www || from < at) && !c.lost:
		f := c.add(from, stop, fmt.Sprintf("网址“%s”里多了一个“/”。", short(address)), "留下一个。")
		f.Fix = c.part.Fix(end, end+1, "", "删去一个“/”")
	case c.at(end) == '\\' && (www || from < at):
		c.add(from, stop, fmt.Sprintf("网址“%s”里用了反斜杠。", short(address)), "改成“/”。")
	}
	return max(stop, end)
}

// contactGov are how gov is mistyped.
var contactGov = wordingSet("go gv gvo ogv vog gob goc gow gof gou gav gev gpv giv gon ggov goov govv govn gocn fov hov bov cov vgo g0v")

func wordingDigits(s string) bool {
	return s == "" || strings.Trim(s, "0123456789-") == ""
}

// brokenAt is where a host name goes on behind something that cannot stand in it; 0 where it does not.
func (c *contactText) brokenAt(end int, surely bool) int {
	if c.at(end) == '.' { // the end of a sentence, unless the name goes on
		end++
	}
	rest := c.text[end:]
	after := strings.TrimLeft(rest, " ")
	blank := len(after) < len(rest)
	r, n := utf8.DecodeRuneInString(after)
	next := len(c.text) - len(after)
	dotted := c.at(end-1) == '.'
	switch {
	case n > 0 && strings.ContainsRune("。．，,、；;·", r):
		next += n
		after = strings.TrimLeft(after[n:], " ")
		next = len(c.text) - len(after)
		if !contactLetter(c.at(next)) {
			return 0
		}
		label := contactLabel(after)
		if slices.Contains(contactDomains, label) || surely && strings.ToLower(c.text[max(0, end-3):end]) == "www" && !contactSecond(after) {
			return next
		}
		return 0
	case blank && surely && !dotted && (strings.HasPrefix(after, "gov.cn") || strings.HasSuffix(c.text[:end], "www") && strings.Contains(contactHostOf(after), ".gov.cn") && !contactSecond(after)):
		return next
	case blank && surely && !dotted && n > 0 && c.parted(end) && strings.Contains(contactHostOf(after), ".gov.cn") && !contactSecond(after): // www.qing xi.gov.cn
		return next
	case blank && dotted && contactLetter(c.at(next)), blank && r == '.' && len(after) > 1 && contactLetter(after[1]):
		label := contactLabel(strings.TrimLeft(after, "."))
		rest := strings.TrimLeft(after, ".")[len(label):]
		if surely && (slices.Contains(contactDomains, label) || strings.HasPrefix(rest, ".gov") || strings.HasPrefix(rest, ".com") || strings.HasPrefix(rest, ".cn") || strings.HasPrefix(rest, ".org")) {
			return next
		}
	}
	return 0
}

// parted reports whether the host name that ends at a byte has www and one label alone.
func (c *contactText) parted(end int) bool {
	from := end
	for from > 0 && contactHost(c.text[from-1]) {
		from--
	}
	name := strings.ToLower(c.text[from:end])
	return strings.HasPrefix(name, "www.") && len(name) > 4 && strings.Count(name, ".") == 1
}

// contactSecond reports whether another address begins: www.a.gov.cn、www.b.gov.cn.
func contactSecond(s string) bool {
	return strings.HasPrefix(s, "www") || strings.HasPrefix(s, "http")
}

// contactLabel is the first label of a host name, in lower case.
func contactLabel(s string) string {
	end := 0
	for end < len(s) && (contactLetter(s[end]) || s[end] >= '0' && s[end] <= '9' || s[end] == '-') {
		end++
	}
	return strings.ToLower(s[:end])
}
