package export_test

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func fileAt(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// printed is what stands in a PDF, line by line, without page numbers.
type printed struct {
	pages int
	lines []printedLine
	next  int // the line that the next paragraph is looked for from
}

type printedLine struct {
	page  int
	x, y  float64
	text  string
	words []string // until the line is found to be one of a paragraph
}

// readPDF has the words of each page and puts them into lines.
func readPDF(t *testing.T, pdftotext string, file []byte) *printed {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), pdftotext, "-bbox", "-", "-")
	cmd.Stdin = bytes.NewReader(file)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	p := &printed{}
	var words []printedLine
	d := xml.NewDecoder(bytes.NewReader(out))
	d.Strict = false
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		switch {
		case ok && start.Name.Local == "page":
			p.pages++
		case ok && start.Name.Local == "word":
			at := map[string]float64{}
			for _, a := range start.Attr {
				at[a.Name.Local], _ = strconv.ParseFloat(a.Value, 64)
			}
			var text string
			if err := d.DecodeElement(&text, &start); err != nil {
				t.Fatal(err)
			}
			words = append(words, printedLine{p.pages, at["xMin"], (at["yMin"] + at["yMax"]) / 2, squeeze(text), nil})
		}
	}
	const top, foot, sameLine = 37 * 72 / 25.4, 263 * 72 / 25.4, 4
	words = slices.DeleteFunc(words, func(w printedLine) bool { return w.y < top || w.y > foot })
	slices.SortStableFunc(words, func(a, b printedLine) int { return cmp.Or(cmp.Compare(a.page, b.page), cmp.Compare(a.y, b.y)) })
	for from := 0; from < len(words); {
		to := from + 1
		for to < len(words) && words[to].page == words[from].page && words[to].y-words[from].y < sameLine {
			to++
		}
		line := words[from:to]
		slices.SortStableFunc(line, func(a, b printedLine) int { return cmp.Compare(a.x, b.x) })
		whole := line[0]
		whole.words = []string{whole.text}
		for _, w := range line[1:] {
			whole.text += w.text
			whole.words = append(whole.words, w.text)
		}
		p.lines = append(p.lines, whole)
		from = to
	}
	return p
}

// characters are those of the whole text in an order of their own: the cells of a table come in any.
func (p *printed) characters() string {
	var all []rune
	for _, l := range p.lines {
		all = append(all, []rune(l.text)...)
	}
	slices.Sort(all)
	return string(all)
}

// cells are the words of the lines that belong to no paragraph: a line of a table's cell, or what stands between blanks there.
func (p *printed) cells() (out []string) {
	for _, l := range p.lines {
		out = append(out, l.words...)
	}
	return out
}

// tops are the first lines of the pages.
func (p *printed) tops() (out []string) {
	for i, l := range p.lines {
		if i == 0 || l.page != p.lines[i-1].page {
			out = append(out, l.text)
		}
	}
	return out
}

// difference is what one has and the other has not.
func difference(got, want string) string {
	count := map[rune]int{}
	for _, r := range got {
		count[r]++
	}
	for _, r := range want {
		count[r]--
	}
	var out []string
	for r, n := range count {
		if n != 0 {
			out = append(out, fmt.Sprintf("%c %+d", r, n))
		}
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// breaks is where the lines of a paragraph end, in bytes of its text; the last one is not told.
func (p *printed) breaks(t *testing.T, text string) []int {
	t.Helper()
	for from := p.next; from < len(p.lines); from++ {
		var ends []int
		at, i := 0, from
		for i < len(p.lines) && at < len(text) && strings.HasPrefix(text[at:], p.lines[i].text) {
			at += len(p.lines[i].text)
			ends = append(ends, at)
			i++
		}
		if at == len(text) {
			for j := from; j < i; j++ {
				p.lines[j].words = nil
			}
			p.next = i
			return ends[:len(ends)-1]
		}
	}
	t.Fatalf("%.60q… is not there, or not in its place", text)
	return nil
}

func broken(text string, breaks []int) string {
	var out strings.Builder
	from := 0
	for _, at := range append(slices.Clone(breaks), len(text)) {
		out.WriteString(text[from:at] + "|")
		from = at
	}
	return out.String()
}
