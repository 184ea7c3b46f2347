package truetype

import "encoding/binary"

// mapping is a character of a subset with its new number.
type mapping struct {
	r rune
	g GlyphID
}

// cmap has the characters that the font has for the glyphs: in format 4, which all readers know, and in format 12 where that has no
// room for them.
func (c *closure) cmap() []byte {
	var all, plane []mapping
	c.font.cmap.each(func(r rune, g GlyphID) {
		if i := c.index[g]; i != 0 {
			all = append(all, mapping{r, GlyphID(i - 1)})
		}
	})
	for _, m := range all {
		if m.r < 0xffff {
			plane = append(plane, m)
		}
	}
	short := segments(plane)
	const most = 0xffff // of the length of format 4
	long := len(plane) < len(all) || len(short) > most
	if len(short) > most {
		short = segments(nil)
	}
	var out []byte
	if !long {
		out = append16(out, 0, 1, 3, 1)
		return append(append32(out, 12), short...)
	}
	out = append16(out, 0, 2, 3, 1)
	out = append32(out, 20)
	out = append16(out, 3, 10)
	out = append32(out, 20+len(short))
	return append(append(out, short...), groups(all)...)
}

// segments is format 4. A segment is a run of characters; their glyphs are in a list after the segments.
func segments(all []mapping) []byte {
	type run struct{ from, to int }
	var runs []run
	for i := range all {
		if i > 0 && all[i].r == all[i-1].r+1 {
			runs[len(runs)-1].to = i + 1
		} else {
			runs = append(runs, run{i, i + 1})
		}
	}
	n := len(runs) + 1 // the last one is for U+FFFF
	power, log := 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	out := append16(make([]byte, 0, 16+8*n+2*len(all)), 4, 16+8*n+2*len(all), 0, 2*n, 2*power, log, 2*(n-power))
	for _, r := range runs {
		out = append16(out, int(all[r.to-1].r))
	}
	out = append16(out, 0xffff, 0)
	for _, r := range runs {
		out = append16(out, int(all[r.from].r))
	}
	out = append16(out, 0xffff)
	out = append(out, make([]byte, 2*len(runs))...) // nothing is added to the numbers in the list
	out = append16(out, 1)
	for i, r := range runs {
		out = append16(out, 2*(n-i)+2*r.from)
	}
	out = append16(out, 0)
	for _, m := range all {
		out = append16(out, int(m.g))
	}
	return out
}

// groups is format 12.
func groups(all []mapping) []byte {
	out := append16(make([]byte, 0, 16+12*len(all)), 12, 0)
	out = append32(out, 16+12*len(all), 0, len(all))
	for _, m := range all {
		out = append32(out, int(m.r), int(m.r), int(m.g))
	}
	return out
}

func append16(out []byte, numbers ...int) []byte {
	for _, n := range numbers {
		out = binary.BigEndian.AppendUint16(out, uint16(n))
	}
	return out
}

func append32(out []byte, numbers ...int) []byte {
	for _, n := range numbers {
		out = binary.BigEndian.AppendUint32(out, uint32(n))
	}
	return out
}
