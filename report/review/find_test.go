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
