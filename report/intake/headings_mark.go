package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// headingMark is what speaks for a line being a heading.
type headingMark struct {
	number
	// text is the part that would be the heading, rest what follows it on the same line.
	text, rest string
	name       string // folded, without its number
	// alone says that the whole line can be a heading.
	alone  bool
	scores map[string]float64
	// means is the section that the name fits best, best how well.
	means string
	best  float64
	// toc says that the line is one of a table of contents.
	toc bool
}

// known reports whether the name is that of a section.
func (m *headingMark) known() bool {
	return m.best >= headingFits && (!m.loose || m.best >= headingCertain)
}

const (
	headingLongest = 45 // characters of a heading that stands alone
	unnumbered     = 32 // of one without number
)

// A heading in brackets, and a remark behind one: （见附表）, （单位：件）.
var (
	bracketPat   = regexp.MustCompile(`^\(([^()]+)\)$`)
	remarkEndPat = regexp.MustCompile(`\([^()]{1,12}\)$`)
)

var pageNumberTailPat = regexp.MustCompile(`(?:[.…·•_-]{2,}|\s{2,}|\t)\s*[0-9]{1,3}$`)

// markHeadings looks at every line that is short or numbered.
func (s *structuring) markHeadings() {
	s.marks = make([]headingMark, len(s.items))
	for i := range s.items {
		it := &s.items[i]
		if it.text == "" || s.places[i] != placeBody {
			continue
		}
		num, name := numbering(it.text, it.folded)
		if num.style == styleNone {
			name = bracketPat.ReplaceAllString(name, "$1") // 【总体情况】
		}
		if num.style == styleLower || num.style == styleNone && it.length > unnumbered {
			continue
		}
		m := headingMark{number: num, text: it.text, name: name}
		if inner := strings.TrimRight(name, "。:,、;."); it.length <= headingLongest && !strings.ContainsAny(inner, "。!?;") && !strings.HasSuffix(name, ",") && !strings.HasSuffix(name, ";") {
			m.alone = num.style != styleNone || inner != ""
		}
		if m.alone {
			m.score(s.names, name)
		}
		if num.style != styleNone && !m.known() {
			s.cutHeading(it, &m)
		}
		s.marks[i] = m
	}
	s.joinBrokenHeadings()
	s.markContents()
}

func (m *headingMark) score(names *headingNames, name string) {
	name = strings.TrimRight(name, "。:,、;.")
	m.scores, m.best, m.means = names.scores(remarkEndPat.ReplaceAllString(name, "")), 0, ""
	for means, score := range m.scores {
		if score > m.best || score == m.best && means < m.means {
			m.means, m.best = means, score
		}
	}
}

// cutHeading looks for a known name at the start of a line that goes on: up to the first 。 or ：, or up to a blank.
func (s *structuring) cutHeading(it *item, m *headingMark) {
	try := func(at int) bool {
		text := strings.TrimSpace(it.text[:at])
		num, name := numbering(text, fold(withoutPinyin(text)))
		cut := headingMark{number: num, text: text, rest: strings.TrimSpace(it.text[at:]), name: name}
		if cut.score(s.names, name); cut.best >= 0.8 && cut.known() && cut.rest != "" {
			*m = cut
			return true
		}
		return false
	}
	head, _ := firstCharacters(it.text, headingLongest)
	numberEnds := len(head) - len(strings.TrimLeft(head, garbage+"（(一二三四五六七八九十0123456789）)、．.，,： \u3000\u00a0"))
	if i := strings.IndexAny(head[numberEnds:], "。：:"); i >= 0 {
		i += numberEnds
		_, size := utf8.DecodeRuneInString(head[i:])
		if try(i + size) {
			return
		}
	}
	if i := strings.IndexFunc(head[numberEnds:], unicode.IsSpace); i >= 0 {
		try(numberEnds + i)
	}
}

// joinBrokenHeadings joins a number that stands alone on its line with the name below it, and a heading that goes on there.
func (s *structuring) joinBrokenHeadings() {
	for i := range s.marks {
		m := &s.marks[i]
		if m.text == "" || i+1 >= len(s.items) || s.items[i+1].text == "" || s.items[i+1].length > unnumbered || s.marks[i+1].style != styleNone {
			continue
		}
		it := &s.items[i]
		number := m.name == "" && m.style != styleNone && !m.loose
		if !number && !(m.style != styleNone && strings.HasSuffix(it.folded, "、") && it.length <= unnumbered) {
			continue
		}
		joined := headingMark{number: m.number, text: it.text + s.items[i+1].text, name: m.name + s.items[i+1].folded, alone: true}
		if joined.score(s.names, joined.name); joined.known() && joined.best > m.best && joined.best >= 0.8 {
			s.marks[i] = joined
			s.marks[i+1] = headingMark{}
			s.joined[i] = true
		}
	}
}

// markContents finds tables of contents: at least three headings on end, most of which come again further down.
func (s *structuring) markContents() {
	last := map[string]int{}
	name := func(i int) string { return pageNumberTailPat.ReplaceAllString(s.items[i].folded, "") }
	heading := func(i int) bool {
		return s.marks[i].alone && (s.marks[i].style != styleNone || s.marks[i].best >= headingCertain)
	}
	for i := range s.items {
		if heading(i) {
			last[name(i)] = i
		}
	}
	for from := 0; from < len(s.items); {
		to, again := from, 0
		for to < len(s.items) && heading(to) {
			if last[name(to)] > to {
				again++
			}
			to++
		}
		if to-from >= 3 && again*3 >= (to-from)*2 {
			// The first real heading may follow the list directly: it does not come again.
			for to > from && last[name(to-1)] == to-1 && !pageNumberTailPat.MatchString(s.items[to-1].text) {
				to--
			}
			for i := from; i < to; i++ {
				s.marks[i].toc = true
			}
		}
		from = to + 1
	}
}
