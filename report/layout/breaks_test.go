package layout

import (
	"strings"
	"testing"

	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// linesOf are the lines of the text of a document, without furniture, as they stand.
func linesOf(p *Pages) []string {
	var lines []string
	for _, page := range p.Pages {
		for i := range page.Runs {
			r := &page.Runs[i]
			switch {
			case r.Node == Artifact:
			case i > 0 && page.Runs[i-1].Y == r.Y:
				lines[len(lines)-1] += r.text()
			default:
				lines = append(lines, r.text())
			}
		}
	}
	return lines
}

// 26 characters fit beside the indent; then a line may end as | says.
func TestBreaks(t *testing.T) {
	const filler = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏"
	from := func(n int) string { return string([]rune(filler + filler)[:n]) }
	for _, c := range []struct {
		name   string
		before int // characters before
		text   string
	}{
		{"anywhere between Chinese characters", 24, "公开|信息"},
		{"closing punctuation takes one down", 25, "|公。信息"},
		{"two closing ones", 24, "|公”。信息"},
		{"opening punctuation goes down", 25, "|“公开”"},
		{"two opening ones", 24, "|（《公开》）"},
		{"closing and opening", 24, "公|开）（信息"},
		{"comma of Latin", 25, "|公,信息"},
		{"a number and its unit", 25, "|12条信息"},
		{"a unit of two characters", 24, "|8公里信息"},
		{"a number and the first of them", 25, "|8公里信息"},
		{"a sign for a unit", 25, "|85㎡的信息"},
		{"a number and 万", 24, "|3万条信息"},
		{"a number and 余", 23, "|300余条信息"},
		{"a year", 24, "|2022年全年"},
		{"a full-width year", 23, "|２０２２年全年"},
		{"a percentage", 25, "|12%的信息"},
		{"a number and no unit", 25, "7|公开信息"},
		{"a decimal number", 24, "|1,234.5公开"},
		{"a range", 24, "|2021-2022公开"},
		{"a dash", 25, "|——公开信息"},
		{"an ellipsis", 25, "|……公开信息"},
		{"a word", 24, "|OFFICE软件"},
		{"between words", 22, "Open |data公开信息"},
		{"after a slash", 23, "Open/|data公开信息"},
		{"full-width blank goes with the line", 26, "　|公开"},
		{"word joiner", 25, "|公\u2060开信息"},
		{"zero-width blank", 23, "Open|\u200bdata公开"},
		{"straight quotes", 24, "|公\"公开\"信息"},
		{"combining character", 25, "|e\u0301公开"},
	} {
		t.Run(c.name, func(t *testing.T) {
			first, second, _ := strings.Cut(c.text, "|")
			got := linesOf(laid(t, doc(para(from(c.before)+first+second)), document.Options{}))
			want := []string{from(c.before) + first, second}
			for i := range want {
				want[i] = strings.ReplaceAll(strings.ReplaceAll(want[i], "\u2060", ""), "\u200b", "")
			}
			if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// What is longer than a line breaks where the line is full; 28 characters stand on one.
func TestBreaksWhatIsTooLong(t *testing.T) {
	for _, c := range []struct {
		name, text string
		lines      int
	}{
		{"Chinese without punctuation", strings.Repeat("长", 20_000), 1 + (20_000-26+27)/28},
		{"closing punctuation", strings.Repeat("，", 26+28*9), 10},
		{"opening punctuation", strings.Repeat("（", 26+28*9), 10},
		{"dashes", strings.Repeat("—", 26+28*9), 10},
	} {
		if got := len(linesOf(laid(t, doc(para(c.text)), document.Options{}))); got != c.lines {
			t.Errorf("%s: got %d lines, want %d", c.name, got, c.lines)
		}
	}
	for _, text := range []string{strings.Repeat("a", 20_000), strings.Repeat("1", 20_000), "https://www.example.gov.cn/" + strings.Repeat("zwgk/", 400)} {
		p := laid(t, doc(para(text)), document.Options{})
		for i, page := range p.Pages {
			for j := range page.Runs {
				if r := &page.Runs[j]; r.Node != Artifact && r.width() < gbt9704.TextWidth*2/3 && i+1 < len(p.Pages) {
					t.Errorf("%.20q: a line is %s wide", text, points(r.width()))
				}
			}
		}
	}
}

func TestTraits(t *testing.T) {
	for _, c := range []struct {
		r    rune
		want traits
	}{
		{'公', wide | word}, {'〇', wide | word}, {'a', word}, {'7', word | digit}, {'７', wide | word | digit}, {'。', wide | closing}, {'“', wide | opening},
		{' ', blank}, {'\u3000', wide | blank}, {'\u00a0', glue}, {'—', wide | twin}, {'\u0301', mark}, {'ש', word | rightToLeft}, {'①', wide}, {'é', word},
	} {
		if got := traitsOf(c.r); got != c.want {
			t.Errorf("%c: got %b, want %b", c.r, got, c.want)
		}
	}
}
