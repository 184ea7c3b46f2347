package pdf_test

import (
	"encoding/xml"
	"math"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/internal/tooltest"
	"nianbao/report/layout"
)

// samples are what the tools look at.
func samples(t *testing.T) map[string]*layout.Pages {
	return map[string]*layout.Pages{"by hand": byHand(), "ten pages": tenPages(t)}
}

func TestQPDF(t *testing.T) {
	qpdf := tooltest.Need(t, "qpdf", "qpdf")
	for name, p := range samples(t) {
		if out := ran(t, qpdf, "--check", saved(t, p)); !strings.Contains(out, "No syntax or stream encoding errors found") {
			t.Errorf("%s: %s", name, out)
		}
	}
}

func TestFontsAreInside(t *testing.T) {
	pdffonts := tooltest.Need(t, "pdffonts", "poppler-utils")
	font := regexp.MustCompile(`^[A-Z]{6}\+\S+\s+CID TrueType\s+Identity-H\s+yes yes yes `)
	for name, p := range samples(t) {
		rows := strings.Split(strings.TrimSpace(ran(t, pdffonts, saved(t, p))), "\n")[2:]
		for _, row := range rows {
			if !font.MatchString(row) {
				t.Errorf("%s: %s", name, row)
			}
		}
		if len(rows) < 2 {
			t.Errorf("%s: %d fonts", name, len(rows))
		}
	}
}

// The text comes out as it went in, character by character and in order, with what stands on every page.
func TestText(t *testing.T) {
	pdftotext := tooltest.Need(t, "pdftotext", "poppler-utils")
	for name, p := range samples(t) {
		var want strings.Builder
		for _, page := range p.Pages {
			for _, run := range inOrder(page.Runs) {
				for _, g := range run.Glyphs {
					want.WriteRune(g.Text)
				}
			}
		}
		if got := squeeze(ran(t, pdftotext, "-raw", saved(t, p), "-")); got != squeeze(want.String()) {
			t.Errorf("%s:\ngot  %q\nwant %q", name, got, squeeze(want.String()))
		}
	}
}

// The structure, read back, has each node with its text, in order.
func TestStructureText(t *testing.T) {
	pdfinfo := tooltest.Need(t, "pdfinfo", "poppler-utils")
	line := regexp.MustCompile(`(?m)^ *"(.*)"$`)
	element := regexp.MustCompile(`(?m)^ *(Sect|H[1-6]|P|Span|Figure|Link|Table|THead|TBody|TR|TH|TD)\b`)
	for name, p := range samples(t) {
		out := ran(t, pdfinfo, "-struct-text", saved(t, p))
		var got strings.Builder
		for _, m := range line.FindAllStringSubmatch(out, -1) {
			got.WriteString(m[1])
		}
		if _, want := texts(p); squeeze(got.String()) != squeeze(want) {
			t.Errorf("%s:\ngot  %q\nwant %q", name, squeeze(got.String()), squeeze(want))
		}
		elements := element.FindAllStringSubmatch(out, -1)
		if len(elements) != len(p.Nodes) {
			t.Fatalf("%s: got %d elements, want %d", name, len(elements), len(p.Nodes))
		}
		for i, n := range p.Nodes {
			want := map[layout.Kind]string{layout.KindSection: "Sect", layout.KindTitle: "H1", layout.KindHeading: "H" + string(rune('1'+n.Level)), layout.KindParagraph: "P",
				layout.KindLink: "Link", layout.KindTable: "Table", layout.KindTableHead: "THead", layout.KindTableBody: "TBody", layout.KindRow: "TR",
				layout.KindHeadCell: "TH", layout.KindCell: "TD", layout.KindFigure: "Figure", layout.KindSpan: "Span"}[n.Kind]
			if got := elements[i][1]; got != want {
				t.Errorf("%s: node %d: got %s, want %s", name, i, got, want)
			}
		}
	}
	out := ran(t, pdfinfo, "-struct-text", saved(t, byHand()))
	for _, want := range []string{`P \(block\)\s+Span \(inline\)\s+"全年公开政策文件84件，见"\s+Link \(inline\)\s+"water.example/公开"\s+Object \d+ 0\s+Span \(inline\)\s+"。网站上没有的，请到"\s+"政务服务大厅查阅`,
		`P \(block\)\s+Span \(inline\)\s+"附件："\s+Link \(inline\)\s+"统计表"`, `TH:\s+/Scope /Column\s+/ColSpan 2\s+"第二十条`, `TH:\s+/Scope /Row\s+/RowSpan 2\s+"规章"\s+TD\s+"12"\s+TR\s+TD\s`} {
		if !regexp.MustCompile(want).MatchString(out) {
			t.Errorf("there is no %s in\n%s", want, out)
		}
	}
}

// traced is a page as MuPDF draws it, every glyph and every corner.
type traced struct {
	Texts []struct {
		Color string `xml:"color,attr"`
		Spans []struct {
			Matrix string `xml:"trm,attr"`
			Glyphs []struct {
				Text  string  `xml:"unicode,attr"`
				Glyph int     `xml:"glyph,attr"`
				X     float64 `xml:"x,attr"`
				Y     float64 `xml:"y,attr"`
			} `xml:"g"`
		} `xml:"span"`
	} `xml:"fill_text"`
	Paths []struct {
		Color string   `xml:"color,attr"`
		Moves []corner `xml:"moveto"`
		Lines []corner `xml:"lineto"`
	} `xml:"fill_path"`
}

type corner struct {
	X float64 `xml:"x,attr"`
	Y float64 `xml:"y,attr"`
}

// Each glyph and each rule stands where the layout has it, to a hundredth of a point.
func TestPlaces(t *testing.T) {
	mutool := tooltest.Need(t, "mutool", "mupdf-tools")
	for name, p := range samples(t) {
		out, err := exec.CommandContext(t.Context(), mutool, "trace", saved(t, p)).Output()
		if err != nil {
			t.Fatal(err)
		}
		var trace struct {
			Pages []traced `xml:"page"`
		}
		if err := xml.Unmarshal(out, &trace); err != nil || len(trace.Pages) != len(p.Pages) {
			t.Fatalf("%s: %d pages: %v", name, len(trace.Pages), err)
		}
		for i, page := range trace.Pages {
			page.compare(t, p, i)
		}
	}
}

func (got traced) compare(t *testing.T, p *layout.Pages, page int) {
	t.Helper()
	near := func(a, b float64) bool { return math.Abs(a-b) < 0.01 }
	same := func(color string, gray uint8) bool {
		c, err := strconv.ParseFloat(color, 64)
		return err == nil && near(c*255/100, float64(gray)/100)
	}
	type drawn struct {
		text, color string
		glyph       int
		x, y        float64
	}
	var glyphs []drawn
	for _, text := range got.Texts {
		for _, span := range text.Spans {
			for _, g := range span.Glyphs {
				glyphs = append(glyphs, drawn{g.Text, text.Color, g.Glyph, g.X, g.Y})
			}
		}
	}
	for _, run := range inOrder(p.Pages[page].Runs) {
		sin, cos := math.Sincos(float64(run.Turn) * math.Pi / 180)
		at := layout.Length(0)
		for _, g := range run.Glyphs {
			x, y := points(run.X)+cos*points(at), points(p.Height-run.Y)+sin*points(at)
			if len(glyphs) == 0 {
				t.Fatalf("page %d: %q is not drawn", page, g.Text)
			}
			if d := glyphs[0]; d.text != string(g.Text) || d.glyph == 0 || !same(d.color, run.Gray) || !near(d.x, x) || !near(d.y, y) {
				t.Fatalf("page %d: got %+v, want %q at %v, %v", page, d, g.Text, x, y)
			}
			at, glyphs = at+g.Advance, glyphs[1:]
		}
	}
	if len(glyphs) > 0 {
		t.Errorf("page %d: %d glyphs too many", page, len(glyphs))
	}
	rules := p.Pages[page].Rules
	for _, path := range got.Paths {
		for i, from := range path.Moves {
			if len(rules) == 0 || len(path.Lines) != 3*len(path.Moves) {
				t.Fatalf("page %d: a path too many: %v", page, path)
			}
			r, to := rules[0], path.Lines[3*i+1]
			rules = rules[1:]
			if !near(from.X, points(r.X)) || !near(to.X, points(r.X+r.Width)) || !near(from.Y, points(p.Height-r.Y-r.Height)) || !near(to.Y, points(p.Height-r.Y)) ||
				!same(path.Color, r.Gray) {
				t.Errorf("page %d: got %v to %v, want %+v", page, from, to, r)
			}
		}
	}
	if len(rules) > 0 {
		t.Errorf("page %d: %d rules are not drawn", page, len(rules))
	}
}

// Both renderers draw the pages without complaint.
func TestRendering(t *testing.T) {
	pdftoppm, mutool := tooltest.Need(t, "pdftoppm", "poppler-utils"), tooltest.Need(t, "mutool", "mupdf-tools")
	for name, p := range samples(t) {
		path := saved(t, p)
		if out := ran(t, pdftoppm, "-r", "20", "-gray", path); len(out) < 10_000*len(p.Pages) {
			t.Errorf("%s: %d bytes of %d pages", name, len(out), len(p.Pages))
		}
		out, err := exec.CommandContext(t.Context(), mutool, "draw", "-r", "20", "-o", "/dev/null", path).CombinedOutput()
		if err != nil || strings.Contains(string(out), "error:") {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

// inOrder are runs in the order in which they are drawn: what lies across the page is under all else.
func inOrder(runs []layout.Run) []layout.Run {
	across := func(r layout.Run) bool { return r.Turn != 0 }
	level := func(r layout.Run) bool { return r.Turn == 0 }
	return append(slices.DeleteFunc(slices.Clone(runs), level), slices.DeleteFunc(slices.Clone(runs), across)...)
}
