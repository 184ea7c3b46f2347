package truetype

import (
	"encoding/binary"
	"errors"
)

// outline is a glyph as it goes into a subset: without instructions, for hints serve screens of old. It is empty for a blank.
type outline struct {
	data []byte
	// components are where in data the numbers of other glyphs stand that this one is made of.
	components []int
}

var errGlyph = errors.New("the glyph is broken")

// Bounds is the box around a glyph's ink; false if it has none, or is broken.
func (f *Font) Bounds(g GlyphID) (xMin, yMin, xMax, yMax int, ok bool) {
	var head [10]byte
	if g == Box {
		copy(head[:], box(f.UnitsPerEm, f.UnitsPerEm).data)
	} else {
		at, err := f.place(g)
		if err != nil || at.length < int64(len(head)) {
			return 0, 0, 0, 0, false
		}
		if n, _ := f.file.ReadAt(head[:], at.offset); n < len(head) {
			return 0, 0, 0, 0, false
		}
	}
	return int(i16(head[:], 2)), int(i16(head[:], 4)), int(i16(head[:], 6)), int(i16(head[:], 8)), true
}

// place is where a glyph stands in the file.
func (f *Font) place(g GlyphID) (span, error) {
	if err := f.Check(); err != nil {
		return span{}, err
	}
	if int(g) >= f.count {
		return span{}, errGlyph
	}
	var from, to int64
	if f.longOffsets {
		from, to = int64(u32(f.loca, 4*int(g))), int64(u32(f.loca, 4*int(g)+4))
	} else {
		from, to = 2*int64(u16(f.loca, 2*int(g))), 2*int64(u16(f.loca, 2*int(g)+2))
	}
	glyf := f.tables["glyf"]
	if from > to || to > glyf.length {
		return span{}, errGlyph
	}
	return span{glyf.offset + from, to - from}, nil
}

// outline reads a glyph.
func (f *Font) outline(g GlyphID) (outline, error) {
	at, err := f.place(g)
	if err != nil || at.length == 0 {
		return outline{}, err
	}
	data, err := readAt(f.file, at.offset+at.length, at.offset, at.length)
	if err != nil || len(data) < 10 {
		return outline{}, errGlyph
	}
	switch contours := int(i16(data, 0)); {
	case contours == 0:
		return outline{}, nil
	case contours > 0:
		return simple(data, contours)
	default:
		return composite(data)
	}
}

// simple walks over a glyph of points to where it ends.
func simple(data []byte, contours int) (outline, error) {
	at := 10 + 2*contours
	if at+2 > len(data) {
		return outline{}, errGlyph
	}
	last := -1
	for i := range contours {
		end := int(u16(data, 10+2*i))
		if end <= last {
			return outline{}, errGlyph
		}
		last = end
	}
	from := at + 2 + int(u16(data, at))
	end, coordinates := from, 0
	for points := last + 1; points > 0; {
		if end >= len(data) {
			return outline{}, errGlyph
		}
		flag, repeat := data[end], 1
		end++
		if flag&0x08 != 0 {
			if end >= len(data) {
				return outline{}, errGlyph
			}
			repeat += int(data[end])
			end++
		}
		if repeat > points {
			return outline{}, errGlyph
		}
		points -= repeat
		coordinates += repeat * (coordinate(flag, 0x02, 0x10) + coordinate(flag, 0x04, 0x20))
	}
	if end += coordinates; end > len(data) {
		return outline{}, errGlyph
	}
	data[at], data[at+1] = 0, 0
	n := copy(data[at+2:], data[from:end])
	return outline{data: data[:at+2+n]}, nil
}

// coordinate is how many bytes a point's x or y takes.
func coordinate(flag, short, same byte) int {
	switch {
	case flag&short != 0:
		return 1
	case flag&same != 0:
		return 0
	}
	return 2
}

// composite walks over a glyph that is made of others.
func composite(data []byte) (outline, error) {
	const words, scale, more, twoScales, matrix, instructions = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080, 0x0100
	var o outline
	for at := 10; ; {
		if at+4 > len(data) {
			return outline{}, errGlyph
		}
		flags := u16(data, at)
		binary.BigEndian.PutUint16(data[at:], flags&^instructions)
		o.components = append(o.components, at+2)
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if at > len(data) {
			return outline{}, errGlyph
		}
		if flags&more == 0 {
			o.data = data[:at]
			binary.BigEndian.PutUint16(o.data, 0xffff)
			return o, nil
		}
	}
}

// box draws an empty box, for what has no glyph.
func box(width, em int) outline {
	line := max(em/25, 1)
	left, right, bottom, top := width/12, width-width/12, -em/16, em*13/16
	if right-left < 3*line {
		return outline{}
	}
	points := [8][2]int{
		{left, bottom}, {left, top}, {right, top}, {right, bottom},
		{left + line, bottom + line}, {right - line, bottom + line}, {right - line, top - line}, {left + line, top - line},
	}
	var data []byte
	add := func(n int) { data = binary.BigEndian.AppendUint16(data, uint16(n)) }
	for _, n := range []int{2, left, bottom, right, top, 3, 7, 0} {
		add(n)
	}
	for range points {
		data = append(data, 1) // on the curve; x and y as words
	}
	for axis := range 2 {
		before := 0
		for _, p := range points {
			add(p[axis] - before)
			before = p[axis]
		}
	}
	return outline{data: data}
}
