package likeness

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMask(t *testing.T) {
	names := NewNames("云溪县柳河镇人民政府", "柳河镇", "石桥街道办事处", "云溪县水利局")
	for name, c := range map[string]struct{ in, want string }{
		"figures":              {"公开信息1,113条、微信 45 条", "公开信息0条微信0条"},
		"full width":           {"公开１２３条ＡＢ", "公开0条ab"},
		"Chinese numerals":     {"开会三次，培训二十余人次", "开会0次培训0余人次"},
		"decimals":             {"访问量4.13万次", "访问量0次"},
		"dates":                {"2024年1月1日至12月31日", "0年0月0日至0月0日"},
		"own full name":        {"云溪县柳河镇人民政府召开会议", "甲召开会议"},
		"own short name":       {"柳河镇召开会议", "甲召开会议"},
		"with the place":       {"云溪县柳河镇召开会议", "甲召开会议"},
		"we":                   {"我镇召开会议", "甲召开会议"},
		"we, another rank":     {"本局召开会议", "甲召开会议"},
		"the rank alone":       {"镇召开会议", "甲召开会议"},
		"a unit":               {"我单位召开会议", "甲召开会议"},
		"sub-district":         {"石桥街道召开会议", "甲召开会议"},
		"department":           {"水利局召开会议", "甲召开会议"},
		"marks and blanks":     {"召开 会议：（一）“学习”；", "召开会议0学习"},
		"marks are no borders": {"一、二，三", "0"},
		"but sentences are":    {"三。三", "00"},
		"formula":              {"召开会议。现公布2024年度报告。我镇未收到申请；推进公开", "召开会议推进公开"},
		"formula by paragraph": {"召开会议\n本报告数据截至年底\n推进公开", "召开会议推进公开"},
		"set phrase":           {"按照《中华人民共和国政府信息公开条例》推进", "按照推进"},
		"broken bytes":         {"召\xff开\xe4\xb8", "召开"},
		"nothing":              {"", ""},
	} {
		got := Mask(c.in, names)
		if string(got.runes) != c.want {
			t.Errorf("%s: got %q, want %q", name, string(got.runes), c.want)
		}
		sane(t, c.in, got)
	}
}

// sane checks that every masked rune stands somewhere in the original, in order.
func sane(t testing.TB, original string, m *Text) {
	t.Helper()
	last := 0
	for i := range m.runes {
		from, to := int(m.from[i]), int(m.to[i])
		if from < last || to <= from || to > len(original) {
			t.Fatalf("rune %d of %q stands at %d to %d of %d, after %d", i, string(m.runes), from, to, len(original), last)
		}
		last = to
	}
}

// words makes a text of invented words, n runes long.
func words(random *rand.Rand, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteRune('丁' + rune(random.IntN(3000)))
		if i%17 == 16 {
			b.WriteString("，")
		}
	}
	return b.String()
}

func TestCompare(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	a, b, c, d := words(random, 100), words(random, 60), words(random, 200), words(random, 40)
	none := Names{}
	for name, test := range map[string]struct {
		mine, other string
		share       float64
		passages    []string // of mine
	}{
		"the same":          {a, a, 1, []string{a}},
		"nothing":           {a, c, 0, nil},
		"within":            {a, c + a + d, 1, []string{a}},
		"half":              {a + c[:len(c)/2], a, 0.5, []string{a}},
		"two passages":      {a + c + b, b + d + a, 160. / 360, []string{a, b}},
		"a word exchanged":  {a + "变化了" + b, a + "改为别的" + b, 160. / 163, []string{a + "变化了" + b}},
		"too short to show": {a[:20*3] + c, d + a[:20*3] + d, 20. / 220, nil},
		"empty":             {"", a, 0, nil},
		"against empty":     {a, "", 0, nil},
	} {
		mine, other := Mask(test.mine, none), Mask(test.other, none)
		got := mine.Compare(other)
		if got.Share < test.share-0.04 || got.Share > test.share+0.04 {
			t.Errorf("%s: share %.3f, want about %.3f", name, got.Share, test.share)
		}
		var passages []string
		for _, p := range got.Passages {
			passages = append(passages, strings.Trim(test.mine[p.Start:p.End], "，"))
			if test.other[p.OtherStart:p.OtherEnd] == "" || p.Runes < passageLeast {
				t.Errorf("%s: odd passage %+v", name, p)
			}
		}
		var want []string
		for _, p := range test.passages {
			want = append(want, strings.Trim(p, "，"))
		}
		if !slices.Equal(passages, want) {
			t.Errorf("%s: got passages\n%q, want\n%q", name, passages, want)
		}
	}
}

// The work of a comparison grows with the texts, whatever they are: what is not tried is not missed in texts that people write.
func TestCompareIsBounded(t *testing.T) {
	for name, piece := range map[string]string{"one rune": "公", "one word": "公开", "a sentence": "我镇主动公开政府信息并接受社会各界的监督和评议。"} {
		text := strings.Repeat(piece, 500_000/utf8.RuneCountInString(piece))
		m := Mask(text, NewNames("柳河镇人民政府"))
		got := m.Compare(Mask(text[:len(text)/2/3*3], NewNames("柳河镇人民政府")))
		if got.Share == 0 || len(got.Passages) > passagesMost {
			t.Errorf("%s: got share %.2f, %d passages", name, got.Share, len(got.Passages))
		}
		if keys := m.Keys(); len(keys) != Bands {
			t.Errorf("%s: got %d keys", name, len(keys))
		}
	}
}

// Texts that share much have keys in common, those that share little hardly any.
func TestKeys(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	none := Names{}
	if keys := Mask(words(random, Enough-1), none).Keys(); keys != nil {
		t.Error("a short text has keys")
	}
	common := func(a, b []int64) int {
		n := 0
		for i := range a {
			if a[i] == b[i] {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		shared      int // of 300 runes
		found, most float64
	}{{300, 1, 1}, {240, 0.99, 1}, {200, 0.95, 1}, {150, 0.55, 1}, {30, 0, 0.25}, {0, 0, 0.02}} {
		const tries = 200
		found := 0
		for range tries {
			same := words(random, c.shared)
			a, b := Mask(same+words(random, 300-c.shared), none), Mask(same+words(random, 300-c.shared), none)
			if common(a.Keys(), b.Keys()) > 0 {
				found++
			}
		}
		if share := float64(found) / tries; share < c.found || share > c.most {
			t.Errorf("of texts that share %d of 300 runes %.3f have a key in common, want %.2f to %.2f", c.shared, share, c.found, c.most)
		}
	}
}

func TestIndex(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	none := Names{}
	var x Index
	if got := x.Near([]int64{1, 2}, 5); len(got) != 0 {
		t.Errorf("the empty index finds %v", got)
	}
	text := words(random, 400)
	for i := range 100 {
		x.Add(i, Mask(words(random, 400), none).Keys())
	}
	near, nearer := text[:200*3]+words(random, 200), text[:300*3]+words(random, 100)
	x.Add(100, Mask(near, none).Keys())
	x.Add(101, Mask(nearer, none).Keys())
	if got := fmt.Sprint(x.Near(Mask(text, none).Keys(), 5)); got != "[101 100]" && got != "[101]" {
		t.Errorf("got %s", got)
	}
	if got := x.Near(Mask(text, none).Keys(), 1); len(got) != 1 || got[0] != 101 {
		t.Errorf("got %v", got)
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("2024年，柳河镇主动公开政府信息120条。", "2023年，石桥镇主动公开政府信息98条。", "柳河镇人民政府")
	f.Add("\xff\xfe公开", "公开\x00；；。", "县")
	f.Add(strings.Repeat("公开工作", 60), strings.Repeat("公开", 90), "")
	f.Fuzz(func(t *testing.T, a, b, name string) {
		names := NewNames(name, "云溪县柳河镇人民政府")
		mine, other := Mask(a, names), Mask(b, names)
		sane(t, a, mine)
		sane(t, b, other)
		got := mine.Compare(other)
		if got.Share < 0 || got.Share > 1 || got.Runes > mine.Len() || len(got.Passages) > passagesMost {
			t.Fatalf("got %+v", got)
		}
		for _, p := range got.Passages {
			if p.Start < 0 || p.Start >= p.End || p.End > len(a) || p.OtherStart < 0 || p.OtherStart >= p.OtherEnd || p.OtherEnd > len(b) {
				t.Fatalf("passage %+v of %d and %d bytes", p, len(a), len(b))
			}
		}
		if mine.Compare(mine).Runes != mine.Len() && mine.Len() >= gramSize {
			t.Fatalf("a text shares %d of its %d runes with itself", mine.Compare(mine).Runes, mine.Len())
		}
		mine.Keys()
	})
}
