package review

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
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

// What the traits of a text rule out is not in it, wherever the text was cut.
func FuzzContainsAny(f *testing.F) {
	f.Add("全年公开信息12条", "我局 公开 信息 收费", 3, 2)
	f.Add("𠮷村é乡", "é 𠮷 村乡 é乡", 1, 1)
	f.Fuzz(func(t *testing.T, text, list string, from, to int) {
		if !utf8.ValidString(text) || !utf8.ValidString(list) || from < 0 || to < 0 || from+to > len(text) {
			return
		}
		text = text[from : len(text)-to]
		words := strings.Fields(list)
		if got, want := containsAny(text, words), slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) }); got != want {
			t.Errorf("%q in %q: got %v, want %v", words, text, got, want)
		}
	})
}

func TestWordIndex(t *testing.T) {
	var words []indexedWord[int]
	for i, w := range []string{"公开", "公开信息", "公示", "公开", "𠮷村", "ab"} {
		words = append(words, indexedWord[int]{w, i + 1})
	}
	x := newWordIndex(words)
	for text, want := range map[string][]int{"公开信息的": {2, 1, 4}, "公开": {1, 4}, "公开信": {1, 4}, "公示期": {3}, "公公": nil, "𠮷村": {5}, "abc": {6}, "a公": nil} {
		runes := []rune(text)
		var got []int
		for w := range x.at(text, runes[0], runes[1]) {
			got = append(got, w.means)
		}
		if !slices.Equal(got, want) || want != nil && !x.may(runes[0], runes[1]) {
			t.Errorf("%s: got %v, want %v", text, got, want)
		}
	}
}

func TestRunes(t *testing.T) {
	set := newRuneSet("县市")
	for r, want := range map[rune]bool{'县': true, '市': true, '区': false, -1: false, '县' + 1<<16: false} {
		if got := set.has(r); got != want {
			t.Errorf("%q: got %v, want %v", r, got, want)
		}
	}
	for r, want := range map[rune]bool{'县': true, '㐀': true, '𠮷': true, '〇': true, 'a': false, '，': false, '３': false} {
		if got := isHan(r); got != want {
			t.Errorf("%q is Chinese: got %v, want %v", r, got, want)
		}
	}
	if got := newPrefixes("公开", "公", "公开信息").of("公开信息工作"); got != "公开信息" {
		t.Errorf("longest beginning: got %q", got)
	}
}

func TestShort(t *testing.T) {
	whole := strings.Repeat("公", shortQuote)
	for text, want := range map[string]string{"": "", "公开": "公开", whole: whole, whole + "开": whole + "…", strings.Repeat("公", 100000): whole + "…"} {
		if got := short(text); got != want {
			t.Errorf("%d bytes: got %q, want %q", len(text), got, want)
		}
	}
	p := &Part{Text: strings.Repeat("公a", 300), room: new(room)}
	for _, c := range [][3]int{{0, 4, 4}, {0, 0, 0}, {0, 400, 400}, {0, 1200, 400}, {4, 1200, 404}, {3, 404, 403}, {3, 403, 403}} {
		if got := p.bounded(c[0], c[1]); got != c[2] {
			t.Errorf("from %d to %d: got %d, want %d", c[0], c[1], got, c[2])
		}
	}
}

// The searches made for Chinese find what those of the standard library find.
func FuzzIndexAny(f *testing.F) {
	f.Add("公开12条，其中", "，,")
	f.Add("a𠮷·é\xff。", "𠮷·。\xff")
	f.Fuzz(func(t *testing.T, text, chars string) {
		if !utf8.ValidString(text) || !utf8.ValidString(chars) || strings.ContainsRune(text+chars, utf8.RuneError) {
			return // texts are made valid before anything looks at them
		}
		if got, want := indexAny(text, chars), strings.IndexAny(text, chars); got != want {
			t.Errorf("first of %q in %q: got %d, want %d", chars, text, got, want)
		}
		if got, want := lastIndexAny(text, chars), strings.LastIndexAny(text, chars); got != want {
			t.Errorf("last of %q in %q: got %d, want %d", chars, text, got, want)
		}
	})
}

func TestIsHan(t *testing.T) {
	for r := range unicode.MaxRune {
		if got, want := isHan(r), unicode.Is(unicode.Han, r) || r >= 0x4E00 && r <= 0x9FFF; got != want {
			t.Errorf("%U: got %v", r, got)
		}
	}
}
