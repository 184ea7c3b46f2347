package document

import (
	"math"
	"slices"
	"strings"
)

// TitleWidth is how many characters of 2号 fit on a line of the text block: 156 mm.
const TitleWidth = 20

// Titles are measured in tenths of a character.
const (
	// A digit is wider than half a character in most fonts, and stands a fifth of one off its Chinese neighbour.
	latinWidth, latinGap = 6, 2
)

// What a choice of lines costs, in characters that one line may be longer than the mean for it.
const (
	lineCost      = 12 // a line more than there need be
	hourglassCost = 16 // a line between two that are a character longer: neither trapezium (梯形) nor diamond (菱形)
	shortCost     = 8  // a line of less than five characters
	maxShaped     = 4  // lines: a longer title is no title, and its lines are filled from the top
)

// TitleLines breaks a title that is too long for one line by its sense, so that the lines make a trapezium or a diamond. The lines
// joined are the title. A title that has no place to break is one line and wraps.
func TitleLines(title string) []string { return SenseLines(title, TitleWidth) }

// SenseLines breaks a text as TitleLines does, for lines of so many characters.
func SenseLines(text string, chars int) []string {
	t := newTitle(text, 10*chars)
	var lines []string
	from := 0
	for t.width(from, len(t.runes)) > t.full*maxShaped {
		at := t.fill(from)
		if at == from {
			return []string{text}
		}
		lines = append(lines, string(t.runes[from:at]))
		from = at
	}
	for _, at := range t.shape(from) {
		lines = append(lines, string(t.runes[from:at]))
		from = at
	}
	return append(lines, string(t.runes[from:]))
}

// title is a title as it is broken.
type title struct {
	runes []rune
	// full is how long a line may be.
	full int
	// edges is where each rune begins, and where the last one ends.
	edges []int
	// costs is that of a break before each rune.
	costs []int
}

func newTitle(s string, full int) *title {
	t := &title{runes: []rune(strings.ToValidUTF8(s, "\ufffd")), full: full}
	t.edges = make([]int, len(t.runes)+1)
	x := 0
	for i, r := range t.runes {
		if i > 0 && r != ' ' && t.runes[i-1] != ' ' && latin(r) != latin(t.runes[i-1]) {
			x += latinGap
		}
		t.edges[i] = x
		if latin(r) {
			x += latinWidth
		} else {
			x += 10
		}
	}
	t.edges[len(t.runes)] = x
	if x > t.full {
		t.costs = titleBreaks(t.runes)
	}
	return t
}

func latin(r rune) bool { return r < 0x100 }

// width is that of the runes from one up to another.
func (t *title) width(from, to int) int {
	end := t.edges[to]
	if to < len(t.runes) && to > from { // less the blank before the next one
		end = t.edges[to-1] + 10
		if latin(t.runes[to-1]) {
			end -= 10 - latinWidth
		}
	}
	return end - t.edges[from]
}

// fill is where a line that begins with a rune ends when it is to be full: at a place of sense in its last third, if there is one.
func (t *title) fill(from int) int {
	best, at := never, from
	for i := from + 1; i < len(t.runes) && t.width(from, i) <= t.full; i++ {
		if c := t.costs[i]; c < never && (c <= best || t.width(from, i) <= t.full*2/3) {
			best, at = c, i
		}
	}
	return at
}

// shape is where the lines from a rune on break: as few as will do, or one more where that is worth it.
func (t *title) shape(from int) []int {
	whole := t.width(from, len(t.runes))
	if whole <= t.full {
		return nil
	}
	least := (whole + t.full - 1) / t.full
	var best []int
	for _, limit := range []int{desperate, never} { // within words only where there is no other way
		cost := math.MaxInt
		for lines := least; lines <= least+1; lines++ {
			s := shaper{title: t, mean: whole / lines, limit: limit, best: cost}
			s.search(from, lines, 10*lineCost*(lines-least))
			if s.found != nil {
				best, cost = s.found, s.best
			}
		}
		if best != nil {
			break
		}
	}
	return best
}

// shaper looks for the cheapest way to break the rest of a title into so many lines.
type shaper struct {
	*title
	mean, limit int
	breaks      []int
	widths      []int
	best        int
	found       []int
}

func (s *shaper) search(from, lines, cost int) {
	if lines == 1 {
		s.finish(from, cost)
		return
	}
	for at := from + 1; at < len(s.runes) && s.width(from, at) <= s.full; at++ {
		if s.costs[at] >= s.limit || s.width(at, len(s.runes)) > s.full*(lines-1) {
			continue
		}
		width := s.width(from, at)
		if cost := cost + 10*s.costs[at] + s.line(width); cost < s.best {
			s.breaks, s.widths = append(s.breaks, at), append(s.widths, width)
			s.search(at, lines-1, cost)
			s.breaks, s.widths = s.breaks[:len(s.breaks)-1], s.widths[:len(s.widths)-1]
		}
	}
}

// line is what a line of a width costs.
func (s *shaper) line(width int) int {
	cost := max(width-s.mean, s.mean-width)
	if width < 50 {
		cost += 10 * shortCost
	}
	return cost
}

// finish weighs a whole choice.
func (s *shaper) finish(from, cost int) {
	width := s.width(from, len(s.runes))
	if width > s.full {
		return
	}
	cost += s.line(width)
	widths := append(s.widths, width)
	for i := 1; i+1 < len(widths); i++ {
		if widths[i] < widths[i-1]-10 && widths[i] < widths[i+1]-10 {
			cost += 10 * hourglassCost
		}
	}
	if cost < s.best {
		s.best, s.found = cost, slices.Clone(s.breaks)
	}
}
