package pdf_test

import (
	"bytes"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"

	"nianbao/report/document/gbt9704"
	"nianbao/report/layout"
)

// outline is what pdfcpu finds, a line for each: as many dots as it is deep, the title, the page.
func outline(t *testing.T, data []byte) (lines []string) {
	t.Helper()
	api.DisableConfigDir()
	found, err := api.Bookmarks(bytes.NewReader(data), nil)
	if err != nil {
		t.Fatal(err)
	}
	var add func([]pdfcpu.Bookmark, string)
	add = func(list []pdfcpu.Bookmark, dots string) {
		for _, b := range list {
			lines = append(lines, fmt.Sprint(dots, b.Title, " ", b.PageFrom))
			add(b.Kids, dots+".")
		}
	}
	add(found, "")
	return lines
}

func TestOutline(t *testing.T) {
	headings := func(levels ...int) *layout.Pages {
		s := newSheet(1)
		for i, level := range levels {
			s.node(layout.Node{Kind: layout.KindHeading, Parent: -1, Level: level, Title: string(rune('a' + i))})
		}
		return s.p
	}
	for _, c := range []struct {
		name  string
		pages *layout.Pages
		want  []string
	}{
		{"by hand", byHand(), []string{"云岭县水务局2022年政府信息公开工作年度报告 1", "一、总体情况 1", ".（一）主动公开 1", "统计表 2"}},
		{"up and down", headings(1, 2, 2, 3, 2, 1, 2), []string{"a 1", ".b 1", ".c 1", "..d 1", ".e 1", "f 1", ".g 1"}},
		{"levels left out", headings(2, 4, 3, 1, 3), []string{"a 1", ".b 1", ".c 1", "d 1", ".e 1"}},
	} {
		if got := outline(t, written(t, c.pages, options)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if strings.Contains(string(written(t, headings(), options)), "/Outlines") {
		t.Error("an outline without headings")
	}
	got := outline(t, written(t, tenPages(t), options))
	if len(got) < 10 || got[1] != "一、总体情况 1" || !strings.HasPrefix(got[2], ".（一）") {
		t.Errorf("ten pages: got %q", got)
	}
}

// A bookmark and a link inside the document lead to the upper edge of the line.
func TestDestinations(t *testing.T) {
	p := byHand()
	a := parsed(t, written(t, p, options))
	height := 841.89
	for i, path := range [][]string{{"Outlines", "Last", "Dest"}, {"Pages", "Kids", "1", "Annots", "0", "A", "D"}} {
		d := a.array(*a.ctx.Root, path...)
		if len(d) != 5 || d[0] != a.pages()[1] || a.name(d[1]) != "XYZ" || math.Abs(a.number(d[3])-(height-points(gbt9704.MM(100)))) > 0.001 {
			t.Errorf("%d: got %v", i, d)
		}
	}
}

func points(l layout.Length) float64 { return float64(l) / 1000 }

func TestLinks(t *testing.T) {
	p := byHand()
	a := parsed(t, written(t, p, options))
	for i, c := range []struct {
		action, says string
		uri          string
	}{
		{"URI", "https://water.example/公开?(a)", "https://water.example/%E5%85%AC%E5%BC%80?%28a%29"},
		{"GoTo", "转到统计表", ""},
	} {
		annotations := a.array(a.pages()[i], "Annots")
		if len(annotations) != 1 {
			t.Fatalf("page %d: %d links", i, len(annotations))
		}
		link, want := annotations[0], p.Pages[i].Links[0]
		for j, edge := range []layout.Length{want.X, p.Height - want.Y - want.Height, want.X + want.Width, p.Height - want.Y} {
			if got := a.number(link, "Rect", fmt.Sprint(j)); math.Abs(got-points(edge)) > 0.001 {
				t.Errorf("page %d: edge %d: got %v, want %v", i, j, got, edge)
			}
		}
		if got := a.name(link, "A", "S"); got != c.action {
			t.Errorf("page %d: got %s, want %s", i, got, c.action)
		}
		if got := a.text(link, "Contents"); got != c.says {
			t.Errorf("page %d: got %q, want %q", i, got, c.says)
		}
		if c.uri != "" && a.text(link, "A", "URI") != c.uri {
			t.Errorf("page %d: got %q, want %q", i, a.text(link, "A", "URI"), c.uri)
		}
	}
}
