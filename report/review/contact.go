package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
)

const codeContact = "contact.malformed"

var contacts = family{
	rules: []Rule{{
		Code: codeContact, Severities: []report.Severity{report.SeverityWarning, report.SeverityHint},
		Finds:   "Addresses on the web, e-mail addresses, telephone numbers and postcodes that cannot be right as they are written.",
		Example: "电子版可在http//:www.example.gov.cn下载；电话：0000—1234567。",
	}},
	check: checkContacts,
}

// checkContacts looks at every place where letters or digits of the ASCII or full-width kind begin; what it makes of them is one of the
// other files. Digits that copying has lost (read.lost_digits) make no fault.
func checkContacts(s *Subject) {
	lost := s.lostDigits()
	for _, p := range s.Parts {
		c := contactText{part: p, text: p.Text, lost: lost, year: s.Report.Year}
		for _, f := range c.findings() {
			s.Add(f)
		}
	}
}

// lostDigits reports whether copying has lost digits of this document.
func (s *Subject) lostDigits() bool {
	return slices.ContainsFunc(s.Report.Notes, func(n report.Note) bool { return n.Code == "read.lost_digits" })
}

// contactText is a text with what was found in it.
type contactText struct {
	part  *Part
	text  string
	lost  bool // copying has lost digits of this document
	year  int  // of the report
	found []report.Finding
}

func (c *contactText) findings() []report.Finding {
	next := 0
	_, starts := c.part.Runes()
	for _, k := range c.part.Others() {
		at := int(starts[k])
		if at < next {
			continue
		}
		switch b := c.text[at]; {
		case b >= '0' && b <= '9' || b == '+' || b == '(' && at+1 < len(c.text) && c.text[at+1] == '0':
			next = c.number(at)
		case b|0x20 >= 'a' && b|0x20 <= 'z':
			next = c.word(at)
		case b == '@':
			next = c.mail(at)
		case b == 0xef && (c.at(at+1) == 0xbd || c.at(at+1) == 0xbc && c.at(at+2) != 0x8c): // full width: ｗｗｗ, ０１０, （０, but not ，
			next = c.wide(at)
		}
	}
	return c.found
}

// add takes down a finding; text, when there is one, replaces the bytes from fixStart to fixEnd.
func (c *contactText) add(start, end int, message, hint string) *report.Finding {
	f := c.part.Mark(codeContact, report.SeverityWarning, start, c.part.bounded(start, end), message)
	f.Hint, f.Found = hint, short(c.text[start:end])
	c.found = append(c.found, f)
	return &c.found[len(c.found)-1]
}

// fix gives a finding the whole of what is right.
func (c *contactText) fix(f *report.Finding, start, end int, text string) {
	f.Expected = text
	f.Fix = c.part.Fix(start, end, text, "改为“"+text+"”")
}

func (c *contactText) at(i int) byte {
	if i < 0 || i >= len(c.text) {
		return '\n'
	}
	return c.text[i]
}

// wide handles a full-width character and says where to go on.
func (c *contactText) wide(at int) int {
	r, n := utf8.DecodeRuneInString(c.text[at:])
	switch {
	case r >= '０' && r <= '９', r == '（' && wordingDigit(residueFirst(c.text[at+n:])):
		return c.number(at)
	case r == 'ｗ' || r == 'ｈ' || r == 'Ｗ' || r == 'Ｈ':
		end := at
		for end < len(c.text) {
			r, n := utf8.DecodeRuneInString(c.text[end:])
			if (r < 0xff01 || r > 0xff5e || strings.ContainsRune("，；（）", r)) && (r >= 0x80 || r <= ' ') && r != '。' {
				break
			}
			end += n
		}
		end = at + len(strings.TrimRight(c.text[at:end], "。．."))
		word := strings.ToLower(contactNarrow(c.text[at:end]))
		if strings.HasPrefix(word, "www.") || strings.HasPrefix(word, "http:") || strings.HasPrefix(word, "https:") {
			f := c.add(at, end, "网址用了全角字符，点不开。", "改成半角。")
			c.fix(f, at, end, contactNarrow(c.text[at:end]))
		}
		return end
	case r == '＠':
		return c.mail(at)
	}
	return at + n
}

// contactNarrow writes full-width characters half width.
func contactNarrow(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0xff01 && r <= 0xff5e {
			return r - 0xfee0
		}
		if r == '。' {
			return '.'
		}
		return r
	}, s)
}
