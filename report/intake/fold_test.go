package intake

import "testing"

func TestFold(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"full-width digits and letters", "第２０条第（１）项 ＡＢ", "第20条第(1)项AB"},
		{"white space", " 商业\u3000企业\u00a0/\n\t科研\u200b机构\ufeff", "商业企业/科研机构"},
		{"brackets", "（一）(二)〔三〕【四】﹝五﹞[六]［七］", "(一)(二)(三)(四)(五)(六)(七)"},
		{"quotes", "“三安全一稳定”‘三安全一稳定’＂三安全一稳定＂'三安全一稳定'", `"三安全一稳定""三安全一稳定""三安全一稳定""三安全一稳定"`},
		{"slashes", `本年增/减 本年增∕减 本年增\减 本年增／减 本年增＼减`, "本年增/减本年增/减本年增/减本年增/减本年增/减"},
		{"colons", "单位：件 单位:件 单位﹕件 单位∶件", "单位:件单位:件单位:件单位:件"},
		{"dots", "1．其他 1.其他 1﹒其他", "1.其他1.其他1.其他"},
		{"dashes", "－35 −35 –35 —35 -35", "-35-35-35-35-35"},
		{"punctuation of enumerations stays", "行政复议、行政诉讼，情况。", "行政复议、行政诉讼,情况。"},
		{"traditional", "本年處理決定數量", "本年处理决定数量"},
		{"invalid bytes", "一\xff二", "一\ufffd二"},
		{"empty", "", ""},
	} {
		if got := fold(c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("三、收到和處理政府信息公開申請情況（１）")
	f.Add("\xff\u3000｡ﾞ")
	f.Fuzz(func(t *testing.T, s string) {
		once := fold(s)
		if twice := fold(once); twice != once {
			t.Errorf("%q folds to %q, and that to %q", s, once, twice)
		}
	})
}
