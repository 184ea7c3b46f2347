package pdf

import (
	"math"
	"slices"

	"nianbao/report/document/gbt9704"
	"nianbao/report/layout"
)

// content is what is drawn on a page (ISO 32000-1, 8 and 9) as it grows: what lies across the page, rules, then one text object with all
// other runs. It says only what changes from one run to the next.
type content struct {
	code
	height layout.Length
	// x, y is where the last line began, from the lower left corner; turned that it was not level.
	x, y    layout.Length
	turned  bool
	font    *font
	size    layout.Length
	gray    uint8
	spacing layout.Length
	// cids are the run's characters.
	cids []uint16
}

// draw is the content of a page. Everything on it is marked: as a piece of the structure, or as an artifact (14.8.2.2).
func draw(p *layout.Pages, i int, fs *fonts, t *tree) []byte {
	page := &p.Pages[i]
	c := &content{height: p.Height}
	if slices.ContainsFunc(page.Runs, turned) {
		c.text(page.Runs, turned, i, fs, t)
	}
	c.rules(page.Rules, i, t)
	c.text(page.Runs, level, i, fs, t)
	return c.code
}

func turned(r layout.Run) bool { return r.Turn != 0 }
func level(r layout.Run) bool  { return r.Turn == 0 }

// text draws some of the runs of page i as one text object.
func (c *content) text(runs []layout.Run, which func(layout.Run) bool, i int, fs *fonts, t *tree) {
	c.raw("BT\n")
	c.x, c.y, c.turned = 0, 0, false
	marked, open := "", layout.Artifact
	for _, run := range runs {
		if len(run.Glyphs) == 0 || !which(run) {
			continue
		}
		begin := ""
		if run.Node == layout.Artifact {
			begin = artifact(run)
		}
		if marked == "" || run.Node != open || begin != "" && begin != marked {
			if marked != "" {
				c.raw("EMC\n")
			}
			if begin == "" {
				begin = t.begin(i, run.Node)
			}
			c.raw(begin)
			marked, open = begin, run.Node
		}
		c.run(run, fs.byFace[run.Face])
	}
	if marked != "" {
		c.raw("EMC\n")
	}
	c.raw("ET\n")
}

// artifact begins what belongs to the page and not to the text, by the place where it stands.
func artifact(run layout.Run) string {
	switch {
	case run.Turn != 0:
		return "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n"
	case run.Y < gbt9704.TextTop:
		return "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n"
	case run.Y > gbt9704.TextTop+gbt9704.TextHeight:
		return "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"
	}
	return "/Artifact<</Type/Pagination>>BDC\n" // the header rows of a table that goes on
}

// rules draws the rules of page i: those of a picture are a piece of it, the others artifacts.
func (c *content) rules(rules []layout.Rule, i int, t *tree) {
	for len(rules) > 0 {
		node, n := rules[0].Node, 1
		for n < len(rules) && rules[n].Node == node {
			n++
		}
		if node == layout.Artifact {
			c.raw("/Artifact<</Type/Layout>>BDC\n")
		} else {
			c.raw(t.begin(i, node))
		}
		c.boxes(rules[:n])
		c.raw("EMC\n")
		rules = rules[n:]
	}
}

func (c *content) boxes(rules []layout.Rule) {
	for i, r := range rules {
		c.shade(r.Gray)
		c.length(r.X).raw(" ").length(c.height - r.Y - r.Height).raw(" ").length(r.Width).raw(" ").length(r.Height).raw(" re\n")
		if i+1 == len(rules) || rules[i+1].Gray != r.Gray {
			c.raw("f\n")
		}
	}
}

// shade sets the gray; a page begins with black.
func (c *content) shade(gray uint8) {
	if gray != c.gray {
		c.decimal((int(gray)*1000+127)/255, 1000).raw(" g\n")
		c.gray = gray
	}
}

// run draws a run. Its font, size, gray and spacing stay for the next one.
func (c *content) run(r layout.Run, f *font) {
	if f != c.font || r.Size != c.size {
		c.raw("/").raw(f.resource).raw(" ").length(r.Size).raw(" Tf\n")
		c.font, c.size = f, r.Size
	}
	c.shade(r.Gray)
	c.cids = c.cids[:0]
	for _, g := range r.Glyphs {
		c.cids = append(c.cids, f.cid(g))
	}
	if s := c.usual(r, f); s != c.spacing {
		c.length(s).raw(" Tc\n")
		c.spacing = s
	}
	c.place(r)
	c.show(r, f)
}

// place goes to where a run begins: from the last one's beginning, or, where one of them is turned, from nowhere.
func (c *content) place(r layout.Run) {
	x, y := r.X, c.height-r.Y
	if r.Turn != 0 || c.turned {
		sin, cos := math.Sincos(float64(r.Turn) * math.Pi / 180)
		parts := func(f float64) int { return int(math.Round(f * 1e6)) }
		for _, n := range []float64{cos, sin, -sin, cos} {
			c.decimal(parts(n), 1e6).raw(" ")
		}
		c.length(x).raw(" ").length(y).raw(" Tm\n")
	} else {
		c.length(x - c.x).raw(" ").length(y - c.y).raw(" Td\n")
	}
	c.x, c.y, c.turned = x, y, r.Turn != 0
}

// usual is by how much most glyphs of a run stand farther apart than their widths say: body text is set closer, a justified line
// wider. If no amount is that of most, any will do: show makes good the rest.
func (c *content) usual(r layout.Run, f *font) layout.Length {
	amount, votes := layout.Length(0), 0
	for i, g := range r.Glyphs {
		a := g.Advance - layout.Length(f.widths[c.cids[i]])*r.Size/1000
		switch {
		case a == amount:
			votes++
		case votes == 0:
			amount, votes = a, 1
		default:
			votes--
		}
	}
	return amount
}

// Shown text is cut into strings of so many glyphs: ISO 19005-2, 6.1.13 allows 32,767 bytes.
const maxShown = 16_000

// tolerance is how far from its place a glyph may stand, in millionths of a point: two thousandths of a millimetre. A justified
// line gives its first gaps a thousandth of a point more than the rest; without it each of them would be a number in the file.
const tolerance = 5000

// show draws the glyphs of a run. pen is where a viewer's pen is and due where it should be, in millionths of a point; where they
// are apart, a number between the strings moves it.
func (c *content) show(r layout.Run, f *font) {
	pen, due := 0, 0
	c.raw("[<")
	for i, g := range r.Glyphs {
		off := due - pen
		move := -(off*100 + sign(off)*int(r.Size)/2) / max(int(r.Size), 1)
		switch {
		case (off >= tolerance || off <= -tolerance) && move != 0:
			c.raw(">").decimal(move, 100).raw("<")
			pen -= move * int(r.Size) / 100
		case i%maxShown == maxShown-1:
			c.raw("><")
		}
		c.hex(c.cids[i])
		pen += f.widths[c.cids[i]]*int(r.Size) + 1000*int(c.spacing)
		due += 1000 * int(g.Advance)
	}
	c.raw(">]TJ\n")
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}
