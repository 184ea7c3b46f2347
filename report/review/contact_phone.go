package review

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

var (
	contactPhoneLabels = []string{"电话", "传真", "热线", "手机", "座机", "电话号码", "号码", "Tel", "TEL", "tel", "Fax", "FAX", "fax", "联系方式", "电话/传真", "电话（传真）", "电话(传真)", "电话及传真", "传真电话", "致电", "来电", "拨打", "请拨"}
	// contactAskLabels stand before a number that begins with its area code.
	contactAskLabels  = []string{"联系", "咨询", "垂询", "反映", "举报", "监督", "查询", "联络", "拨", "电"}
	contactPostLabels = []string{"邮编", "邮政编码", "邮码", "邮政编号"}
)

// contactDash is what stands for a hyphen in telephone numbers by mistake.
const contactDash = "—–―‐‑−─━一_~～"

// contactNumber is a run of digits with hyphens, as one number is written.
type contactNumber struct {
	start, end int
	groups     []string // of digits, half width
	dashes     []string // between them
	dashAt     []int
	area       bool // the first group stands in brackets
}

// number handles digits and says where to go on.
func (c *contactText) number(at int) int {
	if end := at; c.text[at] >= '0' && c.text[at] <= '9' { // most numbers are counts
		for end < len(c.text) && c.text[end] >= '0' && c.text[end] <= '9' {
			end++
		}
		if stop := c.oddlyParted(at, end); stop > 0 {
			return stop
		}
		if n := end - at; n >= 4 && n <= 6 && c.at(end) >= 0x80 {
			if stop := c.hotline(at, end); stop > 0 {
				return stop
			}
		}
		if b := c.at(end); end-at < 5 && b != '-' && b != ' ' && b != '_' && b != '~' && !strings.ContainsRune(contactLetters, rune(b)) && b != 0xe2 && b != 0xef && b != 0xc2 && !strings.HasPrefix(c.text[end:], "一") && !strings.Contains(c.text[max(0, at-24):at], "邮") {
			return end
		}
	}
	if stop := c.mailParted(at); stop > 0 {
		return stop
	}
	n := c.readNumber(at)
	if len(n.groups) == 0 || n.area && (len(n.dashes) == 0 || !hasRune(n.dashes[0], ")）")) {
		return at + residueWidth(c.text[at:])
	}
	if end := c.lettered(at); end > 0 {
		return end
	}
	if end := c.letterWithin(n); end > 0 {
		return end
	}
	before, after := c.text[max(0, at-8):at], residueFirst(c.text[n.end:])
	if b := residueLast(before); wordingLatin(b) || strings.ContainsRune("./@_=", b) || wordingLatin(after) || after == '.' || after == '@' || after == '%' || after == '／' {
		return n.end
	}
	digits := strings.Join(n.groups, "")
	switch {
	case c.labelled(at, contactPostLabels):
		c.postcode(n, digits)
	case !c.lost:
		c.phone(n, digits, c.phoneLabelled(at) || len(n.groups) > 1 && n.groups[0][0] == '0' && c.labelled(at, contactAskLabels), after)
	}
	return n.end
}

// readNumber reads digits, hyphens between them, and an area code in brackets.
func (c *contactText) readNumber(at int) contactNumber {
	n := contactNumber{start: at, end: at}
	i := at
	if r, w := utf8.DecodeRuneInString(c.text[i:]); r == '(' || r == '（' {
		n.area = true
		i += w
	} else if r == '+' {
		i++
	}
	for {
		var group []byte
		for i < len(c.text) {
			r, w := utf8.DecodeRuneInString(c.text[i:])
			if r >= '０' && r <= '９' {
				r -= '０' - '0'
			}
			if r < '0' || r > '9' {
				break
			}
			group = append(group, byte(r))
			i += w
		}
		if len(group) == 0 {
			if len(n.dashes) > 0 { // ended by a dash
				n.dashes, n.dashAt = n.dashes[:len(n.dashes)-1], n.dashAt[:len(n.dashAt)-1]
			}
			return n
		}
		n.groups = append(n.groups, string(group))
		n.end = i
		dash := i
		for dash < len(c.text) && dash-i < 16 {
			r, w := utf8.DecodeRuneInString(c.text[dash:])
			if r != '-' && r != '－' && r != ' ' && r != '\u00a0' && !strings.ContainsRune(contactDash, r) && !(n.area && len(n.groups) == 1 && (r == ')' || r == '）')) {
				break
			}
			dash += w
		}
		if dash == i || len(n.groups) > 5 {
			return n
		}
		n.dashes, n.dashAt = append(n.dashes, c.text[i:dash]), append(n.dashAt, i)
		i = dash
	}
}

// phoneLabelled reports whether a label of telephones stands before a number, perhaps with other numbers between.
func (c *contactText) phoneLabelled(at int) bool {
	if c.labelled(at, contactPhoneLabels) {
		return true
	}
	before := c.text[max(0, at-60):at]
	if b := residueLast(before); b != '、' && b != '/' && b != '／' {
		return false
	}
	before = strings.TrimRight(before, "0123456789-、/／（）() —–")
	before = strings.TrimRight(before, " :：为是（(\u3000“")
	return residueEnds(before, contactPhoneLabels...)
}

// contactCounted are what makes a number behind 电话 a count: 接听电话1200余次.
const contactCounted = "次个件条人余多部批万起年月日元户家名位小号时分秒％%"

func (c *contactText) phone(n contactNumber, digits string, labelled bool, after rune) {
	if strings.ContainsRune(contactCounted, after) {
		return
	}
	g := n.groups
	area := len(g) > 1 && len(g[0]) >= 3 && len(g[0]) <= 4 && g[0][0] == '0' && (len(g[1]) == 7 || len(g[1]) == 8)
	service := len(g) > 1 && (g[0] == "400" || g[0] == "800") && len(digits) == 10
	written := c.text[n.start:n.end]
	if (labelled || len(digits) == 5 && strings.HasPrefix(digits, "12")) && contactMixed(written) {
		c.add(n.start, n.end, fmt.Sprintf("号码“%s”里全角和半角的数字混在一起。", short(written)), "都用半角的数字。")
		return
	}
	if area && len(g[1]) == 7 && (labelled || n.area || contactHyphen(n.dashes[0])) && c.eightDigits(g[0]) {
		c.add(n.start, n.end, fmt.Sprintf("电话号码“%s”少了一位，区号 %s 后面是 8 位。", short(written), g[0]), "核对号码。")
		return
	}
	if area && labelled && contactHyphen(n.dashes[0]) && !contactArea(g[0]) {
		c.add(n.start, n.end, fmt.Sprintf("电话号码“%s”的区号不对，没有“%s”这个区号。", short(written), g[0]), "核对区号和号码。")
		return
	}
	if area && labelled && g[1][0] == '0' && contactHyphen(n.dashes[0]) {
		c.add(n.start, n.end, fmt.Sprintf("电话号码“%s”的区号后面以 0 开头。", short(written)), "固定电话不以 0 开头，核对号码。")
		return
	}
	if area && labelled && g[1][0] == '1' && !strings.HasPrefix(g[1], "1234") && contactHyphen(n.dashes[0]) {
		f := c.add(n.start, n.end, fmt.Sprintf("电话号码“%s”的区号后面以 1 开头。", short(written)), "固定电话不以 1 开头，核对号码。")
		f.Severity = report.SeverityHint
		return
	}
	if area && labelled && len(g[0]) == 4 && contactHyphen(n.dashes[0]) && !contactAssigned[g[0]] {
		f := c.add(n.start, n.end, fmt.Sprintf("电话号码“%s”的区号 %s 没有启用。", short(written), g[0]), "核对区号。")
		f.Severity = report.SeverityHint
		return
	}
	if area && labelled && after == '转' && strings.ContainsRune("，。；）)\n", residueFirst(c.text[n.end+len("转"):])) {
		f := c.add(n.start, n.end+len("转"), fmt.Sprintf("电话号码“%s转”后面没有分机号。", short(written)), "补上分机号；没有的删去“转”。")
		f.Severity = report.SeverityHint
		return
	}
	if area && labelled && after == '-' && strings.ContainsRune("，。；）)\n", residueFirst(c.text[n.end+1:])) {
		f := c.add(n.start, n.end+1, fmt.Sprintf("电话号码“%s-”后面多了一个“-”。", short(written)), "删去“-”；有分机的补上。")
		f.Fix = c.part.Fix(n.end, n.end+1, "", "删去“-”")
		return
	}
	if area || service && labelled {
		c.dashes(n, area)
		return
	}
	say := func(what, hint string) {
		c.add(n.start, n.end, fmt.Sprintf("电话号码“%s”%s。", short(written), what), hint)
	}
	const check = "核对号码。"
	joined := len(g) == 1 && !n.area
	switch {
	case len(g) == 2 && len(g[0]) == 5 && g[0][0] != '0' && (len(g[1]) == 7 || len(g[1]) == 8) && labelled && contactHyphen(n.dashes[0]):
		say("的区号不对", check)
	case len(g) > 1 && len(g[0]) == 5 && g[0][0] == '0' && (g[0][1] != '0' || contactAssigned[g[0][1:]] && g[0] != "00852" && g[0] != "00853" && g[0] != "00886") && (len(g[1]) == 7 || len(g[1]) == 8) && contactHyphen(n.dashes[0]):
		say("的区号多了一位", check)
	case len(g) == 2 && len(g[0]) == 5 && len(digits) == 11 && contactAssigned[g[0][:4]] && contactHyphen(n.dashes[0]) && labelled:
		say("的连字符不在区号后面", check)
	case len(g) > 1 && len(g[0]) == 2 && g[0][0] == '0' && (len(g[1]) == 7 || len(g[1]) == 8) && contactHyphen(n.dashes[0]) && labelled:
		say("的区号少了一位", check)
	case len(g) > 1 && (len(g[0]) == 3 || len(g[0]) == 4) && g[0][0] == '0' && contactHyphen(n.dashes[0]) && (labelled || n.area):
		switch local := g[1]; {
		case len(g) > 2 && len(g[2]) < 4 && len(local) <= 3 && len(strings.Join(g[1:], "")) < 7: // 0552-602-31
			say("的区号后面位数不够", "固定电话是 7 位或 8 位，核对号码。")
		case len(local) <= 3 || local[0] == '1' && len(local) <= 5 || local[0] == '9' && len(local) <= 6: // 0431-12345
		case len(g) > 2 && len(local) == 4 && len(local)+len(g[2]) < 7:
			say("的区号后面位数不够", "固定电话是 7 位或 8 位，核对号码。")
		case len(g) > 2 && len(local) == 4 && len(g[2]) == 3: // 0431-8221-339: a digit may be lost
			say("分段不对", check)
			c.found[len(c.found)-1].Severity = report.SeverityHint
		case len(g) > 2 && len(local) <= 4 && len(local)+len(g[2]) <= 8: // 0431-822-1339
		case len(local) <= 6:
			say(fmt.Sprintf("的区号后面只有 %d 位", len(local)), "固定电话是 7 位或 8 位，核对号码。")
		case len(local) >= 9 && len(local) != 14 && len(local) < 16: // two numbers without a mark have 14 or 16
			say(fmt.Sprintf("的区号后面有 %d 位", len(local)), "固定电话是 7 位或 8 位，核对号码；有分机的写成“转”。")
		}
	case len(g) == 2 && len(g[0]) == 3 && g[0][0] >= '1' && (len(g[1]) == 7 || len(g[1]) == 8) && labelled && contactHyphen(n.dashes[0]) && g[0] != "852" && g[0] != "853" && !c.international(n.start):
		f := c.add(n.start, n.end, fmt.Sprintf("电话号码“%s”的区号前面少了“0”。", short(written)), "区号以 0 开头。")
		c.fix(f, n.start, n.start, "0")
		f.Expected = "0" + written
		f.Fix.Label = "加上“0”"
	case labelled && len(g) == 2 && !n.area && g[0][0] >= '2' && g[0][0] <= '8' && len(g[0]) == 4 && len(g[1]) == 3 && contactHyphen(n.dashes[0]):
		say("中间不用“-”", "固定电话的区号后面才用“-”，核对号码。")
		c.found[len(c.found)-1].Severity = report.SeverityHint
	case !labelled || !joined && len(g) > 3:
	case len(digits) > 1 && digits[0] == '1' && digits[1] >= '3' && (len(digits) == 10 || len(digits) == 12) && (joined || len(g) == 3):
		say(fmt.Sprintf("有 %d 位", len(digits)), "手机号码是 11 位，核对号码。")
	case joined && (len(digits) == 7 || len(digits) == 8) && digits[0] == '0' && c.labelled(n.start, []string{"电话", "传真"}):
		say("以 0 开头", "固定电话不以 0 开头，核对号码。")
	case joined && len(digits) == 9 && digits[0] != '0':
		say("有 9 位", "固定电话是 7 位或 8 位，手机号码是 11 位，核对号码。")
	case joined && len(digits) >= 13 && len(digits) <= 15 && digits[0] == '0' && digits[1] != '0':
		say("多了一位或几位", "区号之后的固定电话是 7 位或 8 位，核对号码。")
	case joined && (len(digits) == 5 || len(digits) == 6) && digits[0] >= '2' && digits[0] <= '8' && c.labelled(n.start, []string{"电话", "传真"}) && strings.ContainsRune("，。；、,;)）\n", after) &&
		!containsAny(c.text[max(0, n.start-30):n.start], []string{"内线", "短号", "分机", "小号"}):
		say(fmt.Sprintf("只有 %d 位", len(digits)), "固定电话是 7 位或 8 位，核对号码。")
	case joined && (len(digits) == 5 || len(digits) == 6) && digits[0] >= '2' && digits[0] <= '8' && strings.ContainsRune("，。；）)\n", after) && c.behindNumber(n.start): // 0552-6023111、602311
		say(fmt.Sprintf("只有 %d 位", len(digits)), "固定电话是 7 位或 8 位，核对号码。")
		c.found[len(c.found)-1].Severity = report.SeverityHint
	case joined && (len(digits) == 9 || len(digits) == 10 && digits[0] == '0' && digits[1] != '0'):
		say("少了一位或几位", "区号之后的固定电话是 7 位或 8 位，核对号码。")
	}
}

// contactMixed reports whether digits of both widths stand side by side.
func contactMixed(s string) bool {
	before := rune(0)
	for _, r := range s {
		if wordingDigit(r) && wordingDigit(before) && (r < 0x80) != (before < 0x80) {
			return true
		}
		before = r
	}
	return false
}

// contactArea reports whether there may be such an area code (长途区号): 010, 020 to 029, and four digits from 03 to 09.
func contactArea(code string) bool {
	if len(code) == 3 {
		return code == "010" || code[1] == '2'
	}
	return code[1] >= '3'
}

// international reports whether a country's number stands before: +86-827-….
func (c *contactText) international(at int) bool {
	return strings.Contains(c.text[max(0, at-6):at], "86") || c.at(at) == '+' || c.at(at-1) == '+'
}

// contactHyphen reports whether two groups are divided by a dash of any kind or a bracket, not by a blank alone.
func contactHyphen(s string) bool { return strings.Trim(s, " \u00a0") != "" }

// dashes looks at what divides a right area code from a right number.
func (c *contactText) dashes(n contactNumber, area bool) {
	for i, dash := range n.dashes {
		if i > 0 && area { // an extension, or the last of several numbers: 0431-88001234—6
			break
		}
		bare := strings.Trim(strings.Trim(dash, " \u00a0"), ")）")
		if bare == "" || bare == "-" {
			continue
		}
		f := c.add(n.start, n.end, fmt.Sprintf("电话号码“%s”里的“%s”应当是“-”。", short(c.text[n.start:n.end]), bare), "改成半角的“-”。")
		if bare == "－" {
			f.Severity = report.SeverityHint
		}
		at := n.dashAt[i]
		f.Expected = c.text[n.start:at] + "-" + c.text[at+len(dash):n.end]
		if n.area {
			at += strings.Index(dash, bare)
			dash = bare
			f.Expected = c.text[n.start:at] + "-" + c.text[at+len(dash):n.end]
		}
		f.Fix = c.part.Fix(at, at+len(dash), "-", "改为“-”")
		return
	}
}
