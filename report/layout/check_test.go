package layout

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"os"

	"nianbao/fonts"
	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// testFonts are the fonts that the program ships.
var testFonts = sync.OnceValue(func() *Fonts {
	f, _ := LoadFonts(document.Fonts{}, os.DirFS("../../fonts"), fonts.FS)
	return f
})

// laid lays a document out and checks what holds for every document.
func laid(t testing.TB, d *document.Document, o document.Options) *Pages {
	t.Helper()
	p := Lay(d, testFonts(), o)
	for _, problem := range problems(d, p) {
		t.Error(problem)
	}
	return p
}

// problems are what is wrong with pages whatever the document: text outside the text block, text over text, text that is lost, doubled
// or out of order, a structure that does not hold together.
func problems(d *document.Document, p *Pages) (out []string) {
	report := func(format string, args ...any) {
		if len(out) < 10 {
			out = append(out, fmt.Sprintf(format, args...))
		}
	}
	if len(p.Pages) == 0 {
		report("no page")
	}
	texts := make([]strings.Builder, len(p.Nodes))
	parents := make([]bool, len(p.Nodes))
	for i, n := range p.Nodes {
		if n.Parent >= i || n.Parent < -1 {
			report("node %d has the parent %d", i, n.Parent)
		}
		if n.Parent >= 0 {
			parents[n.Parent] = true
		}
		if n.Page < 0 || n.Page >= len(p.Pages) {
			report("node %d is on page %d of %d", i, n.Page, len(p.Pages))
		}
	}
	for i := range p.Pages {
		checkPage(p, i, report)
		for j := range p.Pages[i].Runs {
			if r := &p.Pages[i].Runs[j]; r.Node != Artifact {
				texts[r.Node].WriteString(r.text())
				if parents[r.Node] {
					report("a run names node %d, which is no leaf", r.Node)
				}
			}
		}
		for _, l := range p.Pages[i].Links {
			if p.Nodes[l.Node].Kind != KindLink || l.URI == "" && p.Nodes[l.Target].Kind != KindSection {
				report("link %+v", l)
			}
		}
	}
	var got strings.Builder
	for i := range texts {
		got.WriteString(texts[i].String())
	}
	if got, want := squeeze(got.String()), squeeze(said(d)); got != want {
		at := 0
		for at < min(len(got), len(want)) && got[at] == want[at] {
			at++
		}
		report("text differs: got …%.60q, want …%.60q", got[max(at-9, 0):], want[max(at-9, 0):])
	}
	return out
}

// checkPage checks that text stands within the text block, and no text on other text.
func checkPage(p *Pages, page int, report func(format string, args ...any)) {
	type box struct {
		left, top, right, bottom Length
		text                     string
	}
	var boxes []box
	for i := range p.Pages[page].Runs {
		r := &p.Pages[page].Runs[i]
		if len(r.Glyphs) == 0 {
			report("page %d: a run without text", page+1)
		}
		if r.Turn != 0 {
			continue
		}
		b := box{r.X, r.Y - r.Size*88/100, r.X + r.width(), r.Y + r.Size*12/100, r.text()}
		if strings.TrimSpace(b.text) == "" {
			continue
		}
		if r.Node != Artifact || r.Size != gbt9704.Si { // the furniture stands outside
			const slack = gbt9704.Point
			if b.left < gbt9704.TextLeft-slack || b.right > gbt9704.TextLeft+gbt9704.TextWidth+slack ||
				b.top < gbt9704.TextTop-slack || b.bottom > gbt9704.TextTop+gbt9704.TextHeight+slack {
				report("page %d: %.30q stands outside the text block: %+v", page+1, b.text, b)
			}
		}
		boxes = append(boxes, b)
	}
	slices.SortFunc(boxes, func(a, b box) int { return int(a.top - b.top) })
	const slack = gbt9704.Point / 10
	for i, a := range boxes {
		for _, b := range boxes[i+1:] {
			if b.top >= a.bottom-slack {
				break
			}
			if b.left < a.right-slack && a.left < b.right-slack {
				report("page %d: %.30q stands over %.30q", page+1, a.text, b.text)
			}
		}
	}
}

// said is all that a document says, in reading order.
func said(d *document.Document) string {
	var b strings.Builder
	blocks := func(blocks []document.Block) {
		for _, block := range blocks {
			switch block := block.(type) {
			case *document.Paragraph:
				b.WriteString(block.Text)
			case *document.Picture:
				for _, label := range block.Labels {
					b.WriteString(label.Text)
				}
			case *document.Table:
				for _, c := range gridOf(block).cells {
					b.WriteString(c.Text)
				}
			}
		}
	}
	b.WriteString(d.Number + d.Title)
	for _, s := range d.Sections {
		b.WriteString(s.Heading)
		blocks(s.Blocks)
	}
	for _, l := range d.AttachmentLines() {
		b.WriteString(l.Label + l.Number + l.Title)
	}
	b.WriteString(d.Signature.Agency + d.Signature.Date)
	blocks(d.Closing)
	for _, a := range d.Attachments {
		b.WriteString(a.Label + a.Heading)
		blocks(a.Blocks)
	}
	return b.String()
}

// squeeze drops what has no picture.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unprinted(r) {
			return -1
		}
		return r
	}, document.Printable(s))
}
