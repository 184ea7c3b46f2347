package export_test

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/internal/tooltest"
	"nianbao/report"
)

// plain is a report of full lines and full pages: Chinese characters that hardly leave a line.
func plain() *report.Report {
	text := strings.Repeat("田由甲申目国回图园圃", 120)
	return &report.Report{Title: "云岭县水务局2022年政府信息公开工作年度报告", Sections: []report.Section{{Blocks: []report.Block{{Text: text}, {Text: text}}}}}
}

const dotsPerInch = 200

// picture is a page as it is printed, and asks in millimetres.
type picture struct{ *image.Gray }

// pictureOf has poppler draw a page, counted from 1.
func pictureOf(t *testing.T, pdftoppm, file string, page int) picture {
	t.Helper()
	n := fmt.Sprint(page)
	out, err := exec.CommandContext(t.Context(), pdftoppm, "-r", fmt.Sprint(dotsPerInch), "-gray", "-f", n, "-l", n, file).Output()
	if err != nil {
		t.Fatal(err)
	}
	var width, height, white int
	if _, err := fmt.Fscanf(bytes.NewReader(out), "P5\n%d %d\n%d\n", &width, &height, &white); err != nil || white != 255 || len(out) < width*height {
		t.Fatalf("no picture: %dx%d, %v", width, height, err)
	}
	return picture{&image.Gray{Pix: out[len(out)-width*height:], Stride: width, Rect: image.Rect(0, 0, width, height)}}
}

func dots(mm float64) int       { return int(math.Round(mm * dotsPerInch / 25.4)) }
func millimetres(n int) float64 { return float64(n) * 25.4 / dotsPerInch }

// ink is the smallest rectangle that has all the ink of a part of the page.
func (p picture) ink(left, top, right, bottom float64) (l, t, r, b float64) {
	box := image.Rectangle{}
	for y := dots(top); y < min(dots(bottom), p.Rect.Max.Y); y++ {
		for x := dots(left); x < min(dots(right), p.Rect.Max.X); x++ {
			if p.GrayAt(x, y).Y < 128 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return millimetres(box.Min.X), millimetres(box.Min.Y), millimetres(box.Max.X), millimetres(box.Max.Y)
}

// bands are the upper edges of the lines of text: rows of dots with ink below one without.
func (p picture) bands(left, top, right, bottom float64) (tops []float64) {
	inked := false
	for y := dots(top); y < dots(bottom); y++ {
		_, _, _, b := p.ink(left, millimetres(y), right, millimetres(y+1))
		if b > 0 && !inked {
			tops = append(tops, millimetres(y))
		}
		inked = b > 0
	}
	return tops
}

// TestPageGeometry measures full pages as they are printed, ours and what LibreOffice makes of the DOCX, against GB/T 9704-2012.
func TestPageGeometry(t *testing.T) {
	pdftoppm, pdftotext := tooltest.Need(t, "pdftoppm", "poppler-utils"), tooltest.Need(t, "pdftotext", "poppler-utils")
	exporter, dir, r := shipped(t), t.TempDir(), plain()
	var pdf, docx bytes.Buffer
	if _, err := exporter.Write(&pdf, "pdf", nil, r, options); err != nil {
		t.Fatal(err)
	}
	if _, err := exporter.Write(&docx, "docx", nil, r, options); err != nil {
		t.Fatal(err)
	}
	ours := filepath.Join(dir, "ours.pdf")
	if err := os.WriteFile(ours, pdf.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	render(t, dir, map[string][]byte{"docx.docx": docx.Bytes()})
	for _, c := range []struct{ name, file string }{{"PDF", ours}, {"DOCX", filepath.Join(dir, "docx.pdf")}} {
		t.Run(c.name, func(t *testing.T) {
			near := func(what string, got, want, by float64) {
				t.Helper()
				if math.Abs(got-want) > by {
					t.Errorf("%s at %.2f mm, want %.2f ± %.1f", what, got, want, by)
				}
			}
			const left, right, top, bottom = 28, 28 + 156, 37, 37 + 225
			for page := 1; page <= 3; page++ {
				p := pictureOf(t, pdftoppm, c.file, page)
				near("paper's right edge", millimetres(p.Rect.Max.X), 210, 0.2)
				near("paper's lower edge", millimetres(p.Rect.Max.Y), 297, 0.2)
				// the characters that are used leave about a twentieth of their square blank on each side, a line half its pitch less its type
				l, u, r, b := p.ink(0, 0, 210, bottom+1)
				near("left edge of the text", l, left+0.5, 0.5)
				near("right edge of the text", r, right-1, 1)
				if u < top || b > bottom {
					t.Errorf("page %d: ink from %.2f to %.2f mm, want it within %d and %d", page, u, b, top, bottom)
				}
				near("page number's dashes", dashes(p, page), bottom+7, 0.5)
				l, _, r, _ = p.ink(0, bottom+1, 210, 297)
				if page%2 == 1 {
					near("odd page number's end", r, right-14*25.4/72, 0.5)
				} else {
					near("even page number's beginning", l, left+14*25.4/72, 0.5)
				}
				if page == 1 {
					continue
				}
				bands := p.bands(left, top, right, bottom)
				if len(bands) != 22 {
					t.Fatalf("page %d has %d lines, want 22", page, len(bands))
				}
				near("first line", bands[0], top+(225./22-16*25.4/72)/2+0.4, 1)
				near("line pitch", (bands[21]-bands[0])/21, 225./22, 0.05)
			}
			full := 0
			for _, l := range readPDF(t, pdftotext, fileAt(t, c.file)).lines {
				if n := len([]rune(l.text)); l.page > 1 && n > 28 {
					t.Errorf("%d characters on a line", n)
				} else if l.page > 1 && n == 28 {
					full++
				}
			}
			if full < 2*22 {
				t.Errorf("%d lines of 28 characters, want at least two pages of them", full)
			}
		})
	}
}

// dashes is the middle of the dash on the outer side of the page number.
func dashes(p picture, page int) float64 {
	x := 184 - 14*25.4/72 - 3
	if page%2 == 0 {
		x = 28 + 14*25.4/72
	}
	_, u, _, b := p.ink(x, 263, x+3, 297)
	return (u + b) / 2
}
