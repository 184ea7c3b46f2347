package gazetteer

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPlaces(t *testing.T) {
	for _, c := range []struct{ name, above string }{
		{"铜厂彝族乡", "易门县 玉溪市 云南省"},
		{"铜厂乡", "易门县 玉溪市 云南省"},
		{"凉山州", "四川省"},
		{"郊区", "铜陵市 安徽省"},
		{"联芳街道", ""}, // its sub-district was renamed
		{"望江县", "安庆市 安徽省"},
		{"北京市", ""},
		{"海淀区", "北京市"},
		{"莞城街道", "东莞市 广东省"},
	} {
		var got []string
		for _, p := range Places(c.name) {
			got = append(got, strings.Join(p.Above, " "))
		}
		if c.above != "" && !slices.Contains(got, c.above) {
			t.Errorf("%s: got %q, want one in %s", c.name, got, c.above)
		}
	}
	if got := Places("没有这个镇"); got != nil {
		t.Errorf("an unknown name has places: %v", got)
	}
	if p := Places("铜厂彝族乡")[0]; p.Level != Township || !p.Within("易门县") || !p.Within("云南省") || p.Within("江川区") {
		t.Errorf("got %+v", p)
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2023年，大通镇高度重视", "大通镇"},
		{"铜陵市郊区大通镇人民政府", "铜陵市 郊区 大通镇"},
		{"切实做好大通镇政府信息公开工作", "大通镇"},
		{"市和县政府、市场监管、市区、城乡、乡镇", ""},
		{"政府信息县级公开、收费县级标准", ""},
		{"各乡镇、街道和社区、小区、园区、小城镇建设", ""},
		{"双江拉祜族佤族布朗族傣族自治县人民政府", "双江拉祜族佤族布朗族傣族自治县"},
		{"和县人民政府", "和县"},
		{"云南省易门县铜厂彝族乡", "云南省 易门县 铜厂彝族乡"},
		{"", ""},
		{"镇", ""},
		{"\xff镇乡\xe4\xb8", ""},
	} {
		var got []string
		for _, h := range Find(c.text) {
			got = append(got, c.text[h.Start:h.End])
		}
		if want := strings.Fields(c.want); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", c.text, got, want)
		}
	}
}

func TestPlausible(t *testing.T) {
	for _, stem := range []string{"云岭", "青溪口", "柳河", "清源", "大柳树"} {
		if !Plausible(stem) {
			t.Errorf("%s: not plausible", stem)
		}
	}
	for _, stem := range []string{"提高", "完善", "规范", "推进", "组织", "", "\xff"} {
		if Plausible(stem) {
			t.Errorf("%s: plausible", stem)
		}
	}
}

func TestStem(t *testing.T) {
	for _, c := range []struct{ name, stem, kind string }{
		{"铜厂彝族乡", "铜厂", "乡"}, {"铜厂乡", "铜厂", "乡"}, {"双江拉祜族佤族布朗族傣族自治县", "双江", "自治县"}, {"联芳街道", "联芳", "街道"}, {"郊区", "郊", "区"},
		{"宁夏回族自治区", "宁夏", "自治区"}, {"城关回族镇", "城关", "镇"}, {"新洲", "新洲", ""}, {"镇", "镇", ""}, {"回族乡", "回族", "乡"}, {"水族乡", "水族", "乡"},
	} {
		if stem, kind := Stem(c.name); stem != c.stem || kind != c.kind {
			t.Errorf("%s: got %s, %s, want %s, %s", c.name, stem, kind, c.stem, c.kind)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("铜陵市郊区大通镇人民政府")
	f.Add("\xff镇乡\xe4\xb8")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, h := range Find(text) {
			if h.Start < at || h.End <= h.Start || h.End > len(text) || !utf8.ValidString(text[h.Start:h.End]) || !Known(text[h.Start:h.End]) {
				t.Fatalf("%q: %v", text, h)
			}
			at = h.End
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load()
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("2023年，大通镇高度重视政府信息公开工作，在区委、区政府的正确领导下，各社区、各部门认真落实。", 60)
	loaded()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
