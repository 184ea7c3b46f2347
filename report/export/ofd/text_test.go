package ofd_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/report/document/gbt9704"
	"nianbao/report/layout"
	"nianbao/report/layout/truetype"
)

// drawn is a glyph as a reader of the file draws it, in millimetres.
type drawn struct {
	text       rune
	x, y, size float64
	// bound is the boundary of its object: left, top, right, bottom.
	bound [4]float64
	color string
}

// drawing lists the glyphs of a page by what is written.
func drawing(t *testing.T, page *node) (out []drawn) {
	t.Helper()
	for _, o := range page.all("TextObject") {
		bound := o.numbers(t, "Boundary")
		matrix := []float64{1, 0, 0, 1, 0, 0}
		if o.at["CTM"] != "" {
			matrix = o.numbers(t, "CTM")
		}
		code := o.all("TextCode")[0]
		color := "0 0 0"
		if c := o.all("FillColor"); len(c) > 0 {
			color = c[0].at["Value"]
		}
		x, y, deltas := code.number(t, "X"), code.number(t, "Y"), code.numbers(t, "DeltaX")
		text := []rune(code.text)
		if len(deltas) != len(text)-1 {
			t.Fatalf("%q has %d distances", code.text, len(deltas))
		}
		for i, r := range text {
			if i > 0 {
				x += deltas[i-1]
			}
			inX, inY := matrix[0]*x+matrix[2]*y+matrix[4], matrix[1]*x+matrix[3]*y+matrix[5]
			out = append(out, drawn{r, bound[0] + inX, bound[1] + inY, o.number(t, "Size"),
				[4]float64{bound[0], bound[1], bound[0] + bound[2], bound[1] + bound[3]}, color})
		}
	}
	return out
}

// Every character of every run is there, in order, within a thousandth of a millimetre of its place, with all its ink inside the
// boundary of its object, beyond which a reader may draw nothing.
func TestText(t *testing.T) {
	p := sample(t)
	long := set(p, kai, 15750, 28, 200, strings.Repeat("全县各级行政机关持续做好公开工作", 4))
	for i := range long.Glyphs {
		long.Glyphs[i].Advance = 15751 // which no micron fits
	}
	p.Pages[1].Runs = append(p.Pages[1].Runs, long)
	for name, p := range map[string]*layout.Pages{"sample": p, "report": laidOut(t)} {
		t.Run(name, func(t *testing.T) {
			all := parts(t, written(t, p, options))
			for i, page := range p.Pages {
				rest := drawing(t, all["Doc_0/Pages/Page_"+strconv.Itoa(i)+"/Content.xml"])
				for _, r := range page.Runs {
					if len(rest) < len(r.Glyphs) {
						t.Fatalf("page %d ends early", i)
					}
					checkRun(t, p.Faces[r.Face].Font, r, rest[:len(r.Glyphs)])
					rest = rest[len(r.Glyphs):]
				}
				if len(rest) > 0 {
					t.Errorf("page %d has %c, which is in no run", i, rest[0].text)
				}
			}
		})
	}
}

func checkRun(t *testing.T, font *truetype.Font, r layout.Run, all []drawn) {
	t.Helper()
	const near = 0.0011
	sin, cos := math.Sincos(float64(r.Turn) * math.Pi / 180)
	x := layout.Length(0)
	for i, g := range r.Glyphs {
		got, wantX, wantY := all[i], mm(r.X)+cos*mm(x), mm(r.Y)-sin*mm(x)
		if got.text != g.Text || max(math.Abs(got.x-wantX), math.Abs(got.y-wantY), math.Abs(got.size-mm(r.Size))) > near {
			t.Fatalf("got %c at %.4f, %.4f in %.4f, want %c at %.4f, %.4f in %.4f", got.text, got.x, got.y, got.size, g.Text, wantX, wantY, mm(r.Size))
		}
		if want := strings.TrimSpace(strings.Repeat(strconv.Itoa(int(r.Gray))+" ", 3)); got.color != want {
			t.Errorf("%c is %s, want %s", g.Text, got.color, want)
		}
		x += g.Advance
		xMin, yMin, xMax, yMax, _ := font.Bounds(g.ID)
		for _, ux := range []int{xMin, xMax} {
			for _, uy := range []int{yMin, yMax} {
				em := mm(r.Size) / float64(font.UnitsPerEm)
				inkX, inkY := wantX+em*(float64(ux)*cos-float64(uy)*sin), wantY-em*(float64(ux)*sin+float64(uy)*cos)
				if b := got.bound; inkX < b[0]-near || inkX > b[2]+near || inkY < b[1]-near || inkY > b[3]+near {
					t.Fatalf("%c has ink at %.4f, %.4f, outside %v", g.Text, inkX, inkY, b)
				}
			}
		}
	}
}

// Equal distances are written once.
func TestEqualDistances(t *testing.T) {
	p := sample(t)
	even := set(p, kai, 18*gbt9704.Point, 28, 60, "一二三四五六七八") // 6.35 mm each
	uneven := set(p, kai, 18*gbt9704.Point, 28, 70, "一二三四五六七八")
	uneven.Glyphs[0].Advance = gbt9704.MM(7)
	uneven.Glyphs[5].Advance = gbt9704.MM(8)
	p.Pages[0].Runs = []layout.Run{even, uneven}
	var got []string
	for _, c := range parts(t, written(t, p, options))["Doc_0/Pages/Page_0/Content.xml"].all("TextCode") {
		got = append(got, c.at["DeltaX"])
	}
	if want := []string{"g 7 6.35", "7 g 4 6.35 8 6.35"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func mm(l layout.Length) float64 { return float64(l) * 25.4 / 72000 }

// A character that counts as two in some readers is alone in its object, and the glyph transform covers both.
func TestRareCharacters(t *testing.T) {
	found := 0
	for _, o := range parts(t, written(t, sample(t), options))["Doc_0/Pages/Page_0/Content.xml"].all("TextObject") {
		text := []rune(o.all("TextCode")[0].text)
		transform := o.all("CGTransform")[0]
		wantCodes := len(text)
		if slices.Contains([]string{"𠮷", "𬭎"}, string(text)) {
			found++
			wantCodes = 2
		}
		if got := transform.number(t, "CodeCount"); got != float64(wantCodes) {
			t.Errorf("%q: the transform covers %v", string(text), got)
		}
		if got := len(strings.Fields(transform.one(t, "Glyphs"))); got != len(text) || transform.number(t, "GlyphCount") != float64(len(text)) {
			t.Errorf("%q has %d glyphs", string(text), got)
		}
	}
	if found != 2 {
		t.Errorf("%d of 2 rare characters are alone", found)
	}
}
