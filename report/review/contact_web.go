package review

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// contactSchemes are how http and https are mistyped.
var contactSchemes = map[string]string{"http": "http", "https": "https", "htttp": "http", "htttps": "https", "htp": "http", "htps": "https", "hhttp": "http", "hhttps": "https", "hppt": "http", "hppts": "https",
	"htpp": "http", "htpps": "https", "ttp": "http", "ttps": "https", "thtp": "http", "httpp": "http", "httpss": "https", "httsp": "https", "hhtp": "http", "hhtps": "https", "httq": "http", "htttttp": "http"}

// contactDomains are the ends of host names that reports have.
var contactDomains = []string{"gov", "com", "cn", "org", "net", "edu"}

const contactSeparators = ":/\\;.,：／；。，、∥ "

// word handles ASCII letters and what belongs to them, and says where to go on. Within an address no scheme begins.
func (c *contactText) word(at int) int {
	end := at
	for end < len(c.text) && contactLetter(c.text[end]) {
		end++
	}
	word := strings.ToLower(c.text[at:end])
	if strings.IndexByte(contactLetters, c.text[at]) >= 0 && c.at(at+1) >= '0' && c.at(at+1) <= '9' {
		if stop := c.lettered(at); stop > 0 {
			return stop
		}
	}
	if at > 0 && (contactHost(c.text[at-1]) || c.text[at-1] == '/' || c.text[at-1] == '@' || c.text[at-1] == '=') {
		return c.hostOnly(at, end)
	}
	if scheme, ok := contactSchemes[word]; ok {
		if next := c.scheme(at, end, scheme); next > 0 {
			return next
		}
	}
	return c.hostOnly(at, end)
}

func contactLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// contactHost are the bytes of names of hosts.
func contactHost(b byte) bool {
	return contactLetter(b) || b >= '0' && b <= '9' || b == '.' || b == '-' || b == '_'
}

// contactPath are the bytes of the rest of an address.
func contactPath(b byte) bool { return b > ' ' && b < 0x7f && b != '"' && b != '<' && b != '>' }

// scheme handles http and its like, with the mark that follows; 0 where no address does.
func (c *contactText) scheme(at, end int, scheme string) int {
	host := end
	for host < len(c.text) {
		r, n := utf8.DecodeRuneInString(c.text[host:])
		if !strings.ContainsRune(contactSeparators, r) {
			break
		}
		host += n
	}
	separator := c.text[end:host]
	if !hasRune(separator, ":/：／\\") || !contactLetter(c.at(host)) && (c.at(host) < '0' || c.at(host) > '9') {
		return 0
	}
	if strings.Contains(separator, "。") || strings.Contains(separator, "、") || strings.Contains(separator, "，") {
		return 0
	}
	stop := c.urlEnd(host)
	written := strings.ToLower(c.text[at:end])
	doubled := contactDoubled(c.text[host:stop])
	host += doubled
	if written == scheme && separator == "://" && doubled == 0 {
		return c.host(at, host, stop)
	}
	message := fmt.Sprintf("网址“%s”的开头写错了。", short(c.text[at:stop]))
	if doubled > 0 {
		message = fmt.Sprintf("网址“%s”的开头写了两次。", short(c.text[at:stop]))
	}
	f := c.add(at, stop, message, fmt.Sprintf("开头应当是“%s://”。", scheme))
	f.Expected = scheme + "://" + c.text[host:stop]
	f.Fix = c.part.Fix(at, host, scheme+"://", fmt.Sprintf("开头改为“%s://”", scheme))
	return stop
}

// contactDoubled is the length of a second http:// at the beginning.
func contactDoubled(s string) int {
	for _, again := range []string{"http://", "https://", "http//", "http:/", "https:/"} {
		if strings.HasPrefix(strings.ToLower(s), again) {
			return len(again)
		}
	}
	return 0
}

// urlEnd is where an address that goes on at a byte ends: Chinese text, a blank or a closing bracket ends it, and stops at its end do not belong to it.
func (c *contactText) urlEnd(at int) int {
	end, depth := at, 0
	for end < len(c.text) && contactPath(c.text[end]) {
		if c.text[end] == '(' {
			depth++
		} else if c.text[end] == ')' {
			if depth--; depth < 0 {
				break
			}
		}
		if (c.text[end] == ',' || c.text[end] == ';') && (end+1 == len(c.text) || c.text[end+1] >= 0x80 || c.text[end+1] == ' ' || strings.IndexByte(c.text[at:end], '?') < 0) {
			break
		}
		end++
	}
	return at + len(strings.TrimRight(c.text[at:end], ".,;:"))
}

// hostOnly handles letters that are no scheme: www.…, wwwx.gov.cn, or nothing of the kind.
func (c *contactText) hostOnly(at, end int) int {
	word := strings.ToLower(c.text[at:end])
	if at+3 > end && strings.Trim(word, "w") == "" {
		if stop := c.spreadOut(at, end); stop > 0 {
			return stop
		}
	}
	if !strings.HasPrefix(word, "ww") {
		for end < len(c.text) && contactHost(c.text[end]) {
			end++
		}
		if c.at(end) == '@' {
			return end
		}
		label := c.labelled(at, contactMailLabels)
		if rest := c.text[end:]; rest != "" && strings.IndexByte("#&$*!", rest[0]) >= 0 && c.at(at-1) != '/' && contactMailHost("x"+contactHostOf(rest[1:])) {
			stop := end + 1 + len(contactHostOf(rest[1:]))
			f := c.add(at, stop, fmt.Sprintf("电子邮箱“%s”里没有“@”。", short(c.text[at:stop])), fmt.Sprintf("“%s”应当是“@”。", rest[:1]))
			c.fix(f, end, end+1, "@")
			return stop
		}
		if label && c.at(end) != '/' && c.at(end) != ':' && c.at(end) != '#' && contactMailHost(c.text[at:end]) && !strings.HasPrefix(c.text[end:], "＠") &&
			!strings.HasPrefix(strings.TrimLeft(c.text[end:], " "), "@") {
			c.add(at, end, fmt.Sprintf("电子邮箱“%s”里没有“@”。", short(c.text[at:end])), "补上“@”。")
		}
		return end
	}
	stop := c.urlEnd(at)
	if strings.HasSuffix(c.text[:at], "//") && strings.HasPrefix(word, "www") && !strings.ContainsRune(":：;；\\/", residueLast(c.text[:at-2])) && !contactHost(c.at(at-3)) {
		f := c.add(at-2, stop, fmt.Sprintf("网址“%s”的开头没有写完。", short(c.text[at-2:stop])), "开头应当是“http://”或者“https://”。")
		c.fix(f, at-2, at-2, "http:")
		f.Expected = "http:" + c.text[at-2:stop]
		return stop
	}
	return c.host(at, at, stop)
}

// spreadOut takes an address whose www has blanks in it, w w w.qingxi.gov.cn, and gives its end; 0 where there is none. Its first letters end at
// a byte.
func (c *contactText) spreadOut(at, end int) int {
	letters := end - at
	for end < len(c.text) && end-at < 8 && letters < 3 && (c.text[end] == ' ' || c.text[end]|0x20 == 'w') {
		if c.text[end] != ' ' {
			letters++
		}
		end++
	}
	if letters != 3 || c.at(end) != '.' || !strings.Contains(contactHostOf(c.text[end:min(len(c.text), end+60)]), ".gov.cn") {
		return 0
	}
	stop := c.urlEnd(end)
	f := c.add(at, stop, fmt.Sprintf("网址“%s”中间断开了，混进了空格或别的标点。", short(c.text[at:stop])), "各段之间用半角的“.”，不留空格。")
	c.fix(f, at, end, "www")
	return stop
}
