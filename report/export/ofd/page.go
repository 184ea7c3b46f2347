package ofd

import (
	"math"
	"strconv"

	"nianbao/report/layout"
)

// writePage writes what stands on a page (Content.xml), in one layer.
func (f *file) writePage(i int) error {
	p := &f.pages.Pages[i]
	f.begin().raw(`<ofd:Page` + namespace + `><ofd:Content><ofd:Layer Type="Body"`)
	f.idAttribute().raw(`>`)
	for j := range p.Runs {
		if p.Runs[j].Turn != 0 {
			f.run(&p.Runs[j])
		}
	}
	f.rules(p.Rules)
	for j := range p.Runs {
		if p.Runs[j].Turn == 0 {
			f.run(&p.Runs[j])
		}
	}
	f.raw(`</ofd:Layer></ofd:Content></ofd:Page>`)
	return f.end("Doc_0/Pages/" + pageFolder(i) + "Content.xml")
}

// rules appends the rules of a page: those of one gray that follow each other are one filled path, a table's as a rule.
func (f *file) rules(rules []layout.Rule) {
	for len(rules) > 0 {
		around, n := ruleBox(rules[0]), 1
		for n < len(rules) && rules[n].Gray == rules[0].Gray {
			around = around.with(ruleBox(rules[n]))
			n++
		}
		f.raw(`<ofd:PathObject`)
		f.idAttribute().raw(` Boundary="`).box(around).raw(`" Stroke="false" Fill="true"><ofd:FillColor`).gray(rules[0].Gray)
		f.raw(`/><ofd:AbbreviatedData>`)
		for i, r := range rules[:n] {
			if i > 0 {
				f.raw(` `)
			}
			b := ruleBox(r)
			f.rectangle(box{b.left - around.left, b.top - around.top, b.right - around.left, b.bottom - around.top})
		}
		f.raw(`</ofd:AbbreviatedData></ofd:PathObject>`)
		rules = rules[n:]
	}
}

func ruleBox(r layout.Rule) box { return box{at(r.X), at(r.Y), at(r.X + r.Width), at(r.Y + r.Height)} }

// rectangle appends a path's data: move, three lines, close.
func (f *file) rectangle(b box) {
	f.raw(`M `).mm(b.left).raw(` `).mm(b.top).raw(` L `).mm(b.right).raw(` `).mm(b.top)
	f.raw(` L `).mm(b.right).raw(` `).mm(b.bottom).raw(` L `).mm(b.left).raw(` `).mm(b.bottom).raw(` C`)
}

// run appends a run of text. A character beyond the first plane is an object of its own: readers that count in UTF-16 take it for
// two characters, and would give the wrong glyphs and places to all that follow it.
func (f *file) run(r *layout.Run) {
	x, from := layout.Length(0), 0
	for from < len(r.Glyphs) {
		to := from + 1
		if !astral(r.Glyphs[from]) {
			for to < len(r.Glyphs) && !astral(r.Glyphs[to]) {
				to++
			}
		}
		x = f.textObject(r, x, r.Glyphs[from:to])
		from = to
	}
}

func astral(g layout.Glyph) bool { return g.Text > 0xffff }

// textObject appends some glyphs of a run, the first x behind the run's beginning, and gives the place behind the last.
func (f *file) textObject(r *layout.Run, x layout.Length, glyphs []layout.Glyph) (end layout.Length) {
	font := f.fonts[r.Face]
	least, greatest, end := x, x, x
	for _, g := range glyphs {
		least, greatest = min(least, end), max(greatest, end)
		end += g.Advance
	}
	ink := area{least + font.scaled(font.ink.left, r.Size), -font.scaled(font.ink.top, r.Size),
		max(greatest+font.scaled(font.ink.right, r.Size), end), -font.scaled(font.ink.bottom, r.Size)}
	f.raw(`<ofd:TextObject`)
	f.idAttribute().raw(` Font="`).int(font.id).raw(`" Size="`).mm(at(r.Size)).raw(`" Boundary="`)
	if r.Turn == 0 {
		around := box{before(r.X + ink.left), before(r.Y + ink.top), after(r.X + ink.right), after(r.Y + ink.bottom)}
		f.box(around).raw(`">`)
		f.color(r.Gray)
		f.textCode(font, glyphs, r.X+x, around.left, at(r.Y)-around.top)
		return end
	}
	sin, cos := math.Sincos(float64(r.Turn) * math.Pi / 180)
	turned := ink.turned(sin, cos)
	around := box{before(r.X + turned.left), before(r.Y + turned.top), after(r.X + turned.right), after(r.Y + turned.bottom)}
	// the object's own coordinates begin where the run does, and its baseline is its x axis
	f.box(around).raw(`" CTM="`).float(cos).raw(` `).float(-sin).raw(` `).float(sin).raw(` `).float(cos).raw(` `)
	f.mm(at(r.X) - around.left).raw(` `).mm(at(r.Y) - around.top).raw(`">`)
	f.color(r.Gray)
	f.textCode(font, glyphs, x, 0, 0)
	return end
}

// color appends what text is filled with, unless it is black.
func (f *file) color(gray uint8) {
	if gray != 0 {
		f.raw(`<ofd:FillColor`).gray(gray).raw(`/>`)
	}
}

// textCode appends the glyphs, their characters and where they stand, and ends the object. The first glyph is at x, less what the
// object's own beginning is; y is that of the baseline in the object.
func (f *file) textCode(font *font, glyphs []layout.Glyph, x layout.Length, beginning, y micron) {
	// readers count as UTF-16 does; what has two units there is alone in its object
	units := len(glyphs)
	if astral(glyphs[0]) {
		units = 2
	}
	f.raw(`<ofd:CGTransform CodePosition="0" CodeCount="`).int(units).raw(`" GlyphCount="`).int(len(glyphs)).raw(`"><ofd:Glyphs>`)
	for i, g := range glyphs {
		if i > 0 {
			f.raw(` `)
		}
		f.int(int(font.subset.IDs[g.ID]))
	}
	f.raw(`</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="`).mm(at(x) - beginning).raw(`" Y="`).mm(y).raw(`"`)
	if len(glyphs) > 1 {
		f.raw(` DeltaX="`)
		f.deltas(glyphs, x)
		f.raw(`"`)
	}
	f.raw(`>`)
	for i, g := range glyphs {
		if g.Text == ' ' && (i == 0 || i == len(glyphs)-1) {
			f.raw(`&#x20;`) // readers that trim a text leave this
		} else {
			f.char(g.Text)
		}
	}
	f.raw(`</ofd:TextCode></ofd:TextObject>`)
}

// deltas appends the distances between the glyphs (ST_Array), three and more equal ones as g, their number and the distance.
func (f *file) deltas(glyphs []layout.Glyph, x layout.Length) {
	here := at(x)
	var delta micron
	n := 0
	flush := func(more bool) {
		if n > 2 {
			f.raw(`g `).int(n).raw(` `)
			n = 1
		}
		for ; n > 0; n-- {
			f.mm(delta)
			if more || n > 1 {
				f.raw(` `)
			}
		}
	}
	for _, g := range glyphs[:len(glyphs)-1] {
		x += g.Advance
		next := at(x)
		if n > 0 && next-here != delta {
			flush(true)
		}
		delta, here = next-here, next
		n++
	}
	flush(false)
}

// area is a rectangle around a run, from the place where the run begins.
type area struct{ left, top, right, bottom layout.Length }

// turned is the upright rectangle around the area turned counter-clockwise.
func (a area) turned(sin, cos float64) area {
	t := area{math.MaxInt, math.MaxInt, math.MinInt, math.MinInt}
	for _, x := range []layout.Length{a.left, a.right} {
		for _, y := range []layout.Length{a.top, a.bottom} {
			tx, ty := float64(x)*cos+float64(y)*sin, float64(y)*cos-float64(x)*sin
			t.left, t.right = min(t.left, layout.Length(math.Floor(tx))), max(t.right, layout.Length(math.Ceil(tx)))
			t.top, t.bottom = min(t.top, layout.Length(math.Floor(ty))), max(t.bottom, layout.Length(math.Ceil(ty)))
		}
	}
	return t
}

// float appends a factor, to a millionth.
func (x *xmlBuffer) float(v float64) *xmlBuffer {
	x.b = strconv.AppendFloat(x.b, math.Round(v*1e6)/1e6+0, 'f', -1, 64)
	return x
}
