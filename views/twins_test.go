package views

import (
	"strings"
	"testing"
)

// marked writes runs with what differs in brackets.
func marked(runs []run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.kind == runSame {
			b.WriteString(r.text)
		} else {
			b.WriteString("[" + r.text + "]")
		}
	}
	return b.String()
}

func TestDifferences(t *testing.T) {
	for _, c := range []struct{ name, a, b, ours, theirs string }{
		{"the same", "更新不够及时。", "更新不够及时。", "更新不够及时。", "更新不够及时。"},
		{"figures in two places", "全年培训3次，发布86条。", "全年培训2次，发布91条。", "全年培训[3]次，发布[86]条。", "全年培训[2]次，发布[91]条。"},
		{"more at the end", "按月核对。", "按月核对。并通报。", "按月核对。", "按月核对。[并通报。]"},
		{"a word put in", "栏目更新", "栏目的更新", "栏目更新", "栏目[的]更新"},
		{"nothing in common", "甲乙", "丙", "[甲乙]", "[丙]"},
		{"empty", "", "丙", "", "[丙]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ours, theirs := differences([]rune(c.a), []rune(c.b))
			if got := marked(ours); got != c.ours {
				t.Errorf("ours %q, want %q", got, c.ours)
			}
			if got := marked(theirs); got != c.theirs {
				t.Errorf("theirs %q, want %q", got, c.theirs)
			}
		})
	}
	// Beyond the bound the middle is different as a whole, and nothing is lost.
	a := "始" + strings.Repeat("甲乙", 600) + "终"
	ours, _ := differences([]rune(a), []rune("始"+strings.Repeat("乙丙", 600)+"终"))
	if len(ours) != 3 || strings.NewReplacer("[", "", "]", "").Replace(marked(ours)) != a {
		t.Errorf("%d runs", len(ours))
	}
}
