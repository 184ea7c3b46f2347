package layout

import "nianbao/report/document/gbt9704"

// A filler finds where the lines of a text end. A word processor, which knows no keeping together, ends some between a number and its
// unit. Only such an end is moved, and the next line ends again where it would have: so the pages go with the Word file line by line.
type filler struct {
	chars []char
	measure
	// start is where the next line begins, plain where it begins in a word processor.
	start, plain int
}

// next goes on by one line.
func (f *filler) next() {
	room, begun := f.width-f.indent, f.plain
	f.indent = 0
	if f.align == justified {
		f.plain = fill(f.chars, begun, room, false)
		if end := f.end(begun, room); end > max(f.start, begun) {
			f.start = end
			return
		}
	}
	f.start = fill(f.chars, f.start, room, true)
	f.plain = f.start
}

// end is where the line ends when a word processor, where it begins at begun, ends it at f.plain: there if that can be, else at the
// place behind or before for which the lines need less to be set closer. It is f.start where there is none.
func (f *filler) end(begun int, room Length) int {
	if f.gapes(room) {
		return f.start
	}
	if f.start == begun && !f.held(f.plain) {
		return f.plain
	}
	before := f.reach(f.plain, room)
	if !f.held(f.plain) {
		return before
	}
	next := fill(f.chars, f.plain, f.width, false)
	behind := f.plain + 1
	for behind < next && !f.may(behind) {
		behind++
	}
	if behind < next {
		need := closer(f.chars[f.start:behind], room)
		if need < tooClose && (before == f.start || need <= max(closer(f.chars[f.start:before], room), closer(f.chars[before:next], f.width))) {
			return behind
		}
	}
	return before
}

// reach is the last place up to limit where the line may end, set closer if it must be.
func (f *filler) reach(limit int, room Length) int {
	for end := f.start + 1; end < limit; end++ {
		if f.chars[end-1].traits&feed != 0 {
			limit = end
		}
	}
	for end := limit; end > f.start; end-- {
		if f.may(end) && closer(f.chars[f.start:end], room) < tooClose {
			return end
		}
	}
	return f.start
}

// may reports whether a line may end before a place.
func (f *filler) may(at int) bool {
	return at == len(f.chars) || f.chars[at].ends() || f.chars[at-1].traits&feed != 0
}

// gapes reports whether the line would be very loose because an address goes down whole.
func (f *filler) gapes(room Length) bool {
	if n := len(f.chars) - f.plain; n < 2 || !f.chars[f.plain].cuts && !f.chars[f.plain+1].cuts {
		return false
	}
	chars := trimmed(f.chars[f.start:f.plain])
	return room-widthOf(chars) > Length(count(chars, loose))*gapWider
}

func (f *filler) held(at int) bool { return at < len(f.chars) && f.chars[at].held }

const (
	// gapCloser is how much closer characters of a line may stand to have room, gapWider how much wider apart rather than that an address
	// is cut.
	gapCloser = gbt9704.Point * 3 / 4
	gapWider  = gbt9704.Point * 3
	// tooClose is more than any line has.
	tooClose = gbt9704.CharsPerLine * gbt9704.San
)

// closer is by how much the characters of a line must be set closer to have room; tooClose where they may not be.
func closer(chars []char, room Length) Length {
	chars = trimmed(chars)
	need := max(widthOf(chars)-room, 0)
	if need > Length(count(chars, loose))*gapCloser {
		return tooClose
	}
	return need
}

// fill is where the line that begins at start ends: after the last character that fits and may end a line, with what is kept together
// in mind or, as a word processor has it, without. What is longer than a line and may not be broken is broken where the line is full.
func fill(chars []char, start int, room Length, keep bool) int {
	width, may := Length(0), start
	for i := start; i < len(chars); i++ {
		c := &chars[i]
		if c.traits&feed != 0 {
			return i + 1
		}
		if i > start {
			width += c.space
			if keep && c.ends() || !keep && c.breaks {
				may = i
			}
		}
		width += c.advance
		if width > room && c.traits&blank == 0 && i > start {
			if may > start {
				return may
			}
			return whole(chars, start, i)
		}
	}
	return len(chars)
}

// whole is where a line that is full at i may be cut in an emergency: not between a character and the marks on it, unless they fill
// the line.
func whole(chars []char, start, i int) int {
	for j := i; j > start; j-- {
		if chars[j].traits&mark == 0 {
			return j
		}
	}
	return i
}
