package intake

import (
	"regexp"
	"strings"
	"unicode"
)

// titleLongest is how many lines a title takes at most.
const titleLongest = 4

// findTitle finds the title among the lines above the text: of all lines that read like one, the one nearest the text.
func (s *structuring) findTitle() {
	limit := len(s.items)
	for i := range s.items {
		if s.items[i].table != "" || len(s.headings) > 0 && s.headings[0].item == i {
			limit = i
			break
		}
	}
	chosen := -1
	prose := 0 // characters of text since the last title
	for i := 0; i < limit; i++ {
		it := &s.items[i]
		if it.text == "" || s.places[i] != placeBody {
			continue
		}
		if t, ok := s.titleEndingAt(i); ok && (chosen < 0 || prose < 40) {
			if chosen >= 0 && t.decorated && t.complete() <= s.titles[chosen].complete() {
				s.titles = append(s.titles, t)
				for line := t.from; line <= t.to; line++ {
					s.places[line] = placeChrome // the same report in pictures, on the same page
				}
				continue
			}
			if chosen < 0 || t.complete() > 0 || s.titles[chosen].complete() == 0 {
				s.titles = append(s.titles, t)
				chosen, prose = len(s.titles)-1, 0
				continue
			}
		}
		if it.prose() && !isChrome(it.folded) {
			prose += it.length
		}
	}
	if chosen < 0 {
		if t, ok := s.titleInGrid(limit); ok {
			s.titles = []titleParts{t}
			s.report.Title, s.report.Year = t.text, t.year
			s.places[t.from], s.body = placeChrome, t.to+1
			if strings.Contains(s.items[t.from].all(), "。") && !chromeGrid(&s.items[t.from]) {
				s.places[t.from] = placeUnplaced // text of the report stands in that table too
			}
		}
		return
	}
	// Among the links below a text without title there may be titles of other years' reports.
	above, below := 0, 0
	for i := range s.items {
		if s.items[i].prose() && !isChrome(s.items[i].folded) || s.items[i].table != "" {
			if i < s.titles[chosen].from {
				above += max(s.items[i].length, 100)
			} else {
				below += max(s.items[i].length, 100)
			}
		}
	}
	if above > below {
		s.titles = nil
		return
	}
	t := s.titles[chosen]
	s.titles = append([]titleParts{t}, append(s.titles[:chosen:chosen], s.titles[chosen+1:]...)...)
	s.report.Title, s.report.Year = t.text, t.year
	for i := t.from; i <= t.to; i++ {
		s.places[i] = placeTitle
	}
	s.body = t.to + 1
}

// titleEndingAt is a title whose last line is an item: this line alone, or with lines above it that it needs.
func (s *structuring) titleEndingAt(i int) (titleParts, bool) {
	it := &s.items[i]
	if it.length > 80 || isChrome(it.folded) || s.marks[i].text != "" && s.marks[i].style != styleNone {
		return titleParts{}, false
	}
	best, ok := parseTitle(joinTitle([]string{it.text}))
	best.from, best.to = i, i
	if !ok && !endsTitle(it.folded) {
		return best, false
	}
	lines := []string{it.text}
	for from := i - 1; from >= 0 && i-from < titleLongest && best.complete() < 2; from-- {
		above := &s.items[from]
		if above.text == "" || above.length > 45 || s.places[from] != placeBody && s.places[from] != placeTitle || isChrome(above.folded) || numberLinePat.MatchString(above.folded) || above.prose() ||
			strings.ContainsAny(above.folded, ">|") {
			break
		}
		if _, title := parseTitle(joinTitle([]string{above.text})); title {
			break // a title of its own
		}
		if ok && best.agency == "" && !agencyLike(suffixPat.ReplaceAllString(above.folded, "")) && !titleYearAnywhere.MatchString(above.folded) && !strings.Contains(above.folded, "公开") {
			break // a line that has nothing the title lacks
		}
		lines = append([]string{above.text}, lines...)
		joined, fits := parseTitle(joinTitle(lines))
		if fits && (!ok || joined.complete() > best.complete()) {
			best, ok = joined, true
			best.from, best.to = from, i
		}
	}
	// The year may stand in brackets on a line of its own below.
	if ok && best.year == 0 && i+1 < len(s.items) && bracketYearPat.MatchString(s.items[i+1].folded) {
		if joined, fits := parseTitle(best.text + plainBlanks(s.items[i+1].text)); fits {
			joined.from, joined.to = best.from, i+1
			best = joined
		}
	}
	return best, ok
}

var (
	bracketYearPat    = regexp.MustCompile(`^\((?:(?:19|20)[0-9]{2}|[一二][〇○零O0一二三四五六七八九]{3})年度?\)$`)
	titleYearAnywhere = regexp.MustCompile(`(?:19|20)[0-9]{2}年|[一二][〇○零O0一二三四五六七八九]{3}年`)
)

func endsTitle(folded string) bool {
	if m := titleTailPat.FindStringIndex(folded); m != nil {
		folded = folded[:m[0]]
	}
	for _, w := range titleEndings {
		if strings.HasSuffix(folded, w) {
			return true
		}
	}
	return false
}

// plainBlanks drops the blanks beside Chinese characters and digits: they only set parts apart.
func plainBlanks(s string) string {
	runes := []rune(s)
	var b strings.Builder
	for i, r := range runes {
		if unicode.IsSpace(r) && !(i > 0 && i+1 < len(runes) && isLatin(runes[i-1]) && isLatin(runes[i+1])) {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func isLatin(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }
