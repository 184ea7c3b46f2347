package layout

import (
	"testing"

	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// A combining character with a width of its own is drawn where its base is; one without hangs back by itself. Neither begins a line.
func TestCombining(t *testing.T) {
	for _, c := range []struct {
		name               string
		advance, base, own Length
	}{
		{"with a width", 16_000, 0, 8_000},
		{"without", 0, 8_000, 0},
	} {
		base, own := char{r: 'e', traits: word, advance: 8_000}, char{r: '\u0301', traits: mark, advance: c.advance}
		join(&base, &own, in(Fang))
		if base.advance != c.base || own.advance != c.own {
			t.Errorf("%s: got %d and %d, want %d and %d", c.name, base.advance, own.advance, c.base, c.own)
		}
	}
	chars := []char{{advance: 10}, {advance: 10}, {traits: mark, advance: 5}, {traits: mark, advance: 5}}
	for room, want := range map[Length]int{30: 4, 26: 1, 20: 1, 10: 1} {
		if got := fill(chars, 0, room, true); got != want {
			t.Errorf("room for %d: the line ends after %d, want %d", room, got, want)
		}
	}
	if got := fill(chars[1:], 0, 12, true); got != 1 {
		t.Errorf("marks that fill the line: it ends after %d, want 1", got)
	}
}

// The address of a page is broken where the line is full, one of mail only as a whole.
func TestAddresses(t *testing.T) {
	for _, c := range []struct{ name, text, line string }{
		{"page", "见http://www.example.gov.cn/averyveryveryverylongnameofapageinfull.html", "见http://www.example.gov.cn/averyveryveryverylongname"},
		{"mail", "全年的意见和建议都可以寄到一二三四五六七八九十somebodyorother@example.gov.cn", "全年的意见和建议都可以寄到一二三四五六七八九十"},
	} {
		p := laid(t, doc(para(c.text)), document.Options{})
		if got := linesOf(p)[0]; len(got) < len(c.line)-4 || len(got) > len(c.line)+4 {
			t.Errorf("%s: the first line is %q, want about %q", c.name, got, c.line)
		}
		if len(p.Pages[0].Links) == 0 {
			t.Errorf("%s: no link", c.name)
		}
	}
	for _, c := range []struct{ text, uri string }{
		{"见https://www.example.gov.cn/a?b=1。", "https://www.example.gov.cn/a?b=1"},
		{"（www.example.gov.cn）", "http://www.example.gov.cn"},
		{"寄zwgk@example.gov.cn，谢谢", "mailto:zwgk@example.gov.cn"},
	} {
		links := laid(t, doc(para(c.text)), document.Options{}).Pages[0].Links
		if len(links) != 1 || links[0].URI != c.uri || links[0].Height != gbt9704.LinePitch {
			t.Errorf("%s: got %+v, want %s", c.text, links, c.uri)
		}
	}
}
