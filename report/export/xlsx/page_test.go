package xlsx

import (
	"strings"
	"testing"
)

func TestLinesOf(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      int
		want       int
	}{
		{"nothing", "", 20, 1},
		{"one line", strings.Repeat("字", 10), 20, 1},
		{"two lines", strings.Repeat("字", 11), 20, 2},
		{"line feeds", "甲\n乙\n", 20, 2},
		{"a word goes down whole", "一二三四五六announcement", 22, 2},
		{"an address goes down whole", "网址见一二三四五六https://a.cn/b", 22, 2},
		{"between two addresses", "https://a.cn/b和https://a.cn/c和https://a.cn/d", 22, 3},
		{"an address longer than a line", "网址" + strings.Repeat("a", 60), 32, 3},
		{"wide letters", strings.Repeat("W", 20), 22, 3},
		{"narrow letters", strings.Repeat("n", 22), 22, 1},
		{"no room", "二月", 4, 1},
		{"bytes that are no text", "\xff\xff\xff", 4, 3},
	} {
		if got := linesOf(c.text, c.width); got != c.want {
			t.Errorf("%s: got %d, want %d", c.name, got, c.want)
		}
	}
}

func FuzzFirstLines(f *testing.F) {
	f.Add("网址https://www.example.gov.cn/zwgk/，邮箱gk@example.gov.cn。", 20, 1)
	f.Add("\n\n\xffWW", 0, 25)
	f.Fuzz(func(t *testing.T, text string, width, lines int) {
		width, lines = width%200, 1+max(lines, 0)%30
		head := firstLines(text, width, lines)
		if !strings.HasPrefix(text, head) || head == "" && text != "" {
			t.Fatalf("%q begins with %q", text, head)
		}
		linesOf(text, width)
	})
}
