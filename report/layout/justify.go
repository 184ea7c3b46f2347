package layout

import "nianbao/report/document/gbt9704"

// spread is what is left of a line, given to the gaps between its characters; where that is less than nothing they are set closer.
type spread struct {
	// gap says which ones; nil for none.
	gap func(a, b *char) bool
	// each gets so much, the first more of them a thousandth of a point more.
	each Length
	more int
}

// spreadOver divides the rest of a line among the gaps beside Chinese characters and at blanks. A line that has none is part of a
// long word or address: there it goes between all characters, unless they would stand too far apart.
func spreadOver(chars []char, rest Length) spread {
	if n := Length(count(chars, loose)); n > 0 {
		return evenly(loose, rest, n)
	}
	if n := Length(count(chars, anywhere)); n > 0 && rest > 0 && rest/n < gbt9704.Point {
		return evenly(anywhere, rest, n)
	}
	return spread{}
}

// evenly divides the rest among n gaps.
func evenly(gap func(a, b *char) bool, rest, n Length) spread {
	each := rest / n
	if each*n > rest {
		each--
	}
	return spread{gap, each, int(rest - each*n)}
}

// count is how many gaps of a kind a line has.
func count(chars []char, gap func(a, b *char) bool) int {
	n := 0
	for i := 1; i < len(chars); i++ {
		if gap(&chars[i-1], &chars[i]) {
			n++
		}
	}
	return n
}

// between is what the gap between two characters of the line gets; it is asked in the order of the line.
func (s *spread) between(a, b *char) Length {
	if s.gap == nil || !s.gap(a, b) {
		return 0
	}
	if s.more > 0 {
		s.more--
		return s.each + 1
	}
	return s.each
}

// loose reports whether two characters may be moved apart where words stay whole.
func loose(a, b *char) bool {
	if b.traits&mark != 0 || a.traits&b.traits&twin != 0 && a.r == b.r {
		return false
	}
	return (a.traits|b.traits)&wide != 0 || a.traits&blank != 0
}

func anywhere(_, b *char) bool { return b.traits&mark == 0 }
