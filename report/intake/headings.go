package intake

import (
	"slices"
	"strings"
)

// heading is a section's heading: items[item] to items[last], and the text that follows on the same line.
type heading struct {
	item, last int
	text, rest string
	n          int
	scores     map[string]float64
	// table is the official table that stands directly below; "" for none.
	table string
}

// readHeadings finds the headings of the sections from an item on.
func (s *structuring) readHeadings(from int) {
	if s.marks == nil {
		s.joined = map[int]bool{}
		s.markHeadings()
	}
	w := walk{s: s, style: s.topStyle(from), seen: map[string]bool{}}
	w.level = s.unnumberedLevel(from)
	w.sure, w.most = s.sureMeans(from, w.style)
	w.tabled = s.tabledMeans(from, w.style)
	for i := from; i < len(s.items); i++ {
		m := &s.marks[i]
		if len(w.headings) > 0 && (s.datedSignature(i) || s.items[i].text != "" && attachmentLabelPat.MatchString(s.items[i].folded)) {
			w.ended = true
		}
		if m.text == "" || m.toc || s.places[i] != placeBody {
			continue
		}
		if w.accepts(i, m) {
			h := heading{item: i, last: i, text: m.text, rest: m.rest, n: m.n, scores: m.scores, table: s.tableBelow(i)}
			if s.joined[i] {
				h.last++
			}
			w.headings = append(w.headings, h)
			if m.known() {
				w.seen[m.means] = true
			}
			i = h.last
		}
	}
	s.headings = w.headings
}

// walk goes through the lines and decides which are headings of sections.
type walk struct {
	s        *structuring
	style    numberStyle
	level    int // of the source's heading style that unnumbered headings have; 0 for none
	headings []heading
	seen     map[string]bool
	// sure are the sections that have a heading in the document's own style, most how well a heading without number fits each.
	sure map[string]bool
	most map[string]float64
	// tabled are the sections whose heading stands directly above their table, each with the item that it is.
	tabled map[string]int
	// last is the number of the last heading, nested that of a list below it that begins anew.
	last, nested int
	// ended says that a signature or the label of an attachment has passed: what follows is no section unless it continues the numbers.
	ended bool
}

func (w *walk) accepts(i int, m *headingMark) bool {
	if m.style == w.style && m.style != styleNone {
		return w.acceptsNumbered(i, m)
	}
	if w.ended || !m.alone {
		return false
	}
	if w.aboveItsTable(i, m) {
		return true
	}
	switch {
	case w.style == styleNone && m.style == styleNone:
		if m.best >= headingCertain && m.best >= w.most[m.means] && !w.seen[m.means] {
			return true
		}
		return w.level > 0 && w.s.items[i].level == w.level
	case m.style == styleNone && len(w.headings) == 0 && m.means == "overview" && m.best >= headingCertain && !w.sure["overview"]:
		return w.nextNumber(i) == 2
	case m.style == styleNone:
		// In a numbered document, a heading that lost its number is called as the edition calls it.
		return m.best >= 0.99 && len(m.name) >= len("四个字的") && !w.sure[m.means] && !w.seen[m.means] && len(w.headings) > 0
	}
	return false
}

// nextNumber is the number of the next line that is numbered as the sections are; 0 for none.
func (w *walk) nextNumber(i int) int {
	for i++; i < len(w.s.marks); i++ {
		if m := &w.s.marks[i]; m.style == w.style && m.alone && !m.toc {
			return m.n
		}
	}
	return 0
}

// aboveItsTable reports whether a line stands above the table of the section that it is called like: its number may be of another
// style then, or lost.
func (w *walk) aboveItsTable(i int, m *headingMark) bool {
	if m.best < headingFits || w.sure[m.means] || w.seen[m.means] {
		return false
	}
	table := w.s.tableBelow(i)
	return table != "" && w.s.isHome(table, m.means)
}

// acceptsNumbered follows the numbers, so that a numbered list below a heading is not taken for headings.
func (w *walk) acceptsNumbered(i int, m *headingMark) bool {
	known := m.known()
	if at, ok := w.tabled[m.means]; ok && known && at > i && m.n <= w.last+1 && (m.n == 1 || w.nested > 0) {
		w.nested = m.n // a part of section 一 that is called like the section that follows
		return false
	}
	switch {
	case !known && (m.loose || !m.alone || w.s.labels[m.name]):
		return false
	case w.ended && m.n != w.last+1:
		return false
	case known && !w.seen[m.means] && (m.n > w.last || !localMeans[m.means]):
	case w.nested > 0 && m.n == w.nested+1 && m.n != w.last+1:
		w.nested = m.n
		return false
	case m.n > w.last && m.n <= w.last+2:
		if w.nested > 0 && m.n == w.nested+1 && !known {
			// Both the list and the sections could go on here. A short name is a section's.
			if len(m.name) > len("一个较长的事项名称通常就是列表") {
				w.nested = m.n
				return false
			}
		}
	case m.n == 1:
		w.nested = 1
		return false
	default:
		return false
	}
	w.last, w.nested = m.n, 0
	return true
}

// topStyle is how the sections are numbered: the style in which most section names stand, 一、 before others where it is used at all.
func (s *structuring) topStyle(from int) numberStyle {
	var means [styles]map[string]bool
	var lines, aspects [styles]int
	for i := from; i < len(s.items); i++ {
		m := &s.marks[i]
		if m.text == "" || m.toc || s.places[i] != placeBody || m.loose && !m.known() {
			continue
		}
		if means[m.style] == nil {
			means[m.style] = map[string]bool{}
		}
		if m.alone {
			lines[m.style]++
		}
		if m.style != styleNone && m.known() || m.style == styleNone && m.best >= headingCertain {
			means[m.style][m.means] = true
		}
		if isAspect(m.name) {
			aspects[m.style]++
		}
	}
	best, most := styleNone, 0.0
	for _, style := range []numberStyle{styleHan, styleBracket, styleArabic, styleOrdinal, styleRoman, styleNone} {
		count := float64(len(means[style]))
		if aspects[style] >= 2 {
			// The parts of section 一: two of them are called as sections are.
			for _, two := range []string{"disclosure", "requests"} {
				if means[style][two] {
					count--
				}
			}
		}
		if style == styleHan && lines[style] >= 2 {
			count += 1.5
		}
		if style == styleHan && lines[style] >= 1 {
			count++
		}
		if count > most {
			best, most = style, count
		}
	}
	if most < 2 && best != styleHan {
		return styleNone
	}
	return best
}

func isAspect(name string) bool {
	for _, aspect := range aspectNames {
		if len(name) <= 3*len("平台建设机制") && len(name) >= len(aspect) && strings.Contains(name, aspect) {
			return true
		}
	}
	return false
}

// unnumberedLevel is the heading style that known headings without number have in the source; 0 for none.
func (s *structuring) unnumberedLevel(from int) int {
	levels := map[int]int{}
	for i := from; i < len(s.items); i++ {
		if m := &s.marks[i]; m.alone && m.style == styleNone && m.best >= headingCertain {
			levels[s.items[i].level]++
		}
	}
	level, most := 0, 1
	for l, n := range levels {
		if n > most || n == most && l < level {
			level, most = l, n
		}
	}
	return level
}

// sureMeans are the sections that have a heading in a style, and how well a heading without number fits each at most.
func (s *structuring) sureMeans(from int, style numberStyle) (sure map[string]bool, most map[string]float64) {
	sure, most = map[string]bool{}, map[string]float64{}
	for i := from; i < len(s.items); i++ {
		m := &s.marks[i]
		if m.toc {
			continue
		}
		if m.style == style && style != styleNone && m.known() {
			sure[m.means] = true
		}
		if m.style == styleNone && m.alone {
			most[m.means] = max(most[m.means], m.best)
		}
	}
	return sure, most
}

// tabledMeans are the sections that have a heading in a style directly above their table.
func (s *structuring) tabledMeans(from int, style numberStyle) map[string]int {
	tabled := map[string]int{}
	for i := from; i < len(s.items); i++ {
		m := &s.marks[i]
		if m.toc || m.style != style || style == styleNone || !m.known() {
			continue
		}
		if table := s.tableBelow(i); table != "" && s.isHome(table, m.means) {
			tabled[m.means] = i
		}
	}
	return tabled
}

// tableBelow is the official table that stands directly below a line, or below one more short line; "" for none.
func (s *structuring) tableBelow(i int) string {
	if s.joined[i] {
		i++
	}
	for j := i + 1; j < len(s.items) && j <= i+2; j++ {
		if it := &s.items[j]; it.table != "" {
			return it.table
		} else if it.text == "" || it.length > unnumbered || s.marks[j].known() {
			return ""
		}
	}
	return ""
}

// isHome reports whether a table stands by default in the section of a meaning.
func (s *structuring) isHome(table, means string) bool {
	e := s.found.edition
	if e == nil {
		return false
	}
	for _, p := range e.Outline {
		if p.Means == means && slices.Contains(p.Tables, table) {
			return true
		}
	}
	return false
}
