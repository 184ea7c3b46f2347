package review

import (
	"strings"
	"testing"
)

func TestIndexOf(t *testing.T) {
	for _, c := range [][2]string{{"公开信息", "信息"}, {"公开信息", "公"}, {"公开", "公开信息"}, {"开开开公开", "公开"}, {"", "公"}, {"公开", ""}, {"a公b", "b"}, {"a公b", "公b"}, {"共3件", "3件"}, {"开\xe5\xbc开", "开"},
		{"\xe5\xbc", "开"}, {"公", "公"}, {"有（一）无", "（一）"}} {
		if got, want := indexOf(c[0], c[1]), strings.Index(c[0], c[1]); got != want {
			t.Errorf("%q in %q: got %d, want %d", c[1], c[0], got, want)
		}
	}
}

func FuzzIndexOf(f *testing.F) {
	f.Add("公开信息公开", "信息")
	f.Fuzz(func(t *testing.T, text, word string) {
		if got, want := indexOf(text, word), strings.Index(text, word); got != want {
			t.Errorf("%q in %q: got %d, want %d", word, text, got, want)
		}
	})
}

func TestShort(t *testing.T) {
	whole := strings.Repeat("公", shortQuote)
	for text, want := range map[string]string{"": "", "公开": "公开", whole: whole, whole + "开": whole + "…", strings.Repeat("公", 100000): whole + "…"} {
		if got := short(text); got != want {
			t.Errorf("%d bytes: got %q, want %q", len(text), got, want)
		}
	}
	p := &Part{Text: strings.Repeat("公a", 300)}
	for _, c := range [][3]int{{0, 4, 4}, {0, 0, 0}, {0, 400, 400}, {0, 1200, 400}, {4, 1200, 404}, {3, 404, 403}, {3, 403, 403}} {
		if got := p.bounded(c[0], c[1]); got != c[2] {
			t.Errorf("from %d to %d: got %d, want %d", c[0], c[1], got, c[2])
		}
	}
}
