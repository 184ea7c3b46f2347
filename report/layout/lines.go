package layout

// line is a line of text, or a picture, ready but for its place on the page: Y counts from its upper edge.
type line struct {
	rules []Rule
	runs  []Run
	links []Link
}

type align int

const (
	justified align = iota // but for the last line, which stands on the left
	left
	centred
	right
)

// measure is the room that lines are set in.
type measure struct {
	x, width Length
	// indent is how much further in the first line begins.
	indent Length
	align  align
	// pitch is from line to line.
	pitch Length
}

// set breaks spans into lines. Text without any character is no line.
func (t *typesetter) set(spans []span, m measure) []line {
	f := filler{chars: t.shape(spans), measure: m}
	var lines []line
	for f.start < len(f.chars) {
		start, indent := f.start, f.indent
		f.next()
		lines = append(lines, t.line(f.chars[start:f.start], spans, m, indent, f.start == len(f.chars)))
	}
	return lines
}

// line sets the characters of one line.
func (t *typesetter) line(chars []char, spans []span, m measure, indent Length, last bool) line {
	if n := len(chars); chars[n-1].traits&feed != 0 {
		chars, last = chars[:n-1], true
	}
	seen := len(trimmed(chars))
	x, rest := m.x+indent, m.width-indent-widthOf(chars[:seen])
	var stretch spread
	switch {
	case m.align == centred:
		x += rest / 2
	case m.align == right:
		x += rest
	case m.align == justified && (!last || rest < 0):
		stretch = spreadOver(chars[:seen], rest)
	}
	return t.runsOf(chars, seen, spans, x, m.pitch, stretch)
}

// runsOf draws the characters of a line from x on.
func (t *typesetter) runsOf(chars []char, seen int, spans []span, x, pitch Length, stretch spread) line {
	glyphs := t.roomForGlyphs(len(chars))
	firstRun, firstLink := len(t.runs), len(t.links)
	var run *Run
	for i := range chars {
		c := &chars[i]
		s := &spans[c.span]
		if run == nil || run.Node != s.node || run.Face != int(c.face) || run.Size != s.style.size {
			t.runs = append(t.runs, Run{Node: s.node, Face: int(c.face), Size: s.style.size, X: x, Y: baseline(pitch, s.style.size)})
			run = &t.runs[len(t.runs)-1]
			if s.link != nil {
				link := *s.link
				link.Node, link.X, link.Height = s.node, x, pitch
				t.links = append(t.links, link)
			}
		}
		advance := c.advance
		if i >= seen {
			advance = 0
		} else if i+1 < seen {
			advance += chars[i+1].space + stretch.between(c, &chars[i+1])
		}
		glyphs = append(glyphs, Glyph{ID: c.id, Text: c.r, Advance: advance})
		run.Glyphs = glyphs[len(glyphs)-len(run.Glyphs)-1 : len(glyphs) : len(glyphs)]
		x += advance
		if s.link != nil {
			link := &t.links[len(t.links)-1]
			link.Width = x - link.X
		}
	}
	t.glyphs = t.glyphs[:len(t.glyphs)+len(glyphs)]
	return line{runs: t.runs[firstRun:len(t.runs):len(t.runs)], links: t.links[firstLink:len(t.links):len(t.links)]}
}

// trimmed are the characters of a line without the blanks at its end.
func trimmed(chars []char) []char {
	n := len(chars)
	for n > 0 && chars[n-1].traits&(blank|feed) != 0 {
		n--
	}
	return chars[:n]
}

// widthOf is how wide characters are beside each other.
func widthOf(chars []char) Length {
	w := Length(0)
	for i := range chars {
		w += chars[i].advance
		if i > 0 {
			w += chars[i].space
		}
	}
	return w
}

// baseline is how far below the upper edge of a line the baseline of type lies that stands in the middle of it: in the fonts of
// Chinese documents the em box reaches 0.88 above the baseline.
func baseline(pitch, size Length) Length { return (pitch-size)/2 + size*88/100 }

// roomForGlyphs is an empty slice with room for n glyphs, at the end of t.glyphs.
func (t *typesetter) roomForGlyphs(n int) []Glyph {
	if cap(t.glyphs)-len(t.glyphs) < n {
		t.glyphs = make([]Glyph, 0, max(n, 4096))
	}
	return t.glyphs[len(t.glyphs):len(t.glyphs):cap(t.glyphs)]
}
