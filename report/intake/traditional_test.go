package intake

import (
	"slices"
	"strings"
	"testing"

	"nianbao/report"
)

func TestTraditionalPairs(t *testing.T) {
	pairs := strings.Fields(traditional)
	if !slices.IsSorted(pairs) {
		t.Error("the pairs are not in order")
	}
	if got, want := len(simplified), len(pairs); got != want {
		t.Errorf("%d characters of %d pairs: some stand twice", got, want)
	}
	for _, pair := range pairs {
		runes := []rune(pair)
		if len(runes) != 2 || runes[0] == runes[1] {
			t.Errorf("%q is not two characters", pair)
			continue
		}
		if further, ok := simplified[runes[1]]; ok {
			t.Errorf("%q leads on to %q", pair, further)
		}
	}
}

// Whatever a table or an outline is labelled with must be found in traditional characters too, in each of them where there are several.
func TestTraditionalLabels(t *testing.T) {
	variants := map[rune][]rune{}
	for from, to := range simplified {
		variants[to] = append(variants[to], from)
	}
	for _, label := range standardLabels(t) {
		for _, r := range label {
			if to, ok := simplified[r]; ok {
				t.Errorf("%s: %c of a simplified text is read as %c", label, r, to)
			}
			for _, traditional := range variants[r] {
				if got, want := fold(strings.ReplaceAll(label, string(r), string(traditional))), fold(label); got != want {
					t.Errorf("got %q, want %q", got, want)
				}
			}
		}
	}
}

// What is written in traditional characters as a mirror of a site has it.
func TestTraditionalText(t *testing.T) {
	for _, c := range []struct{ name, traditional, want string }{
		{"requests", "三、收到和處理政府信息公開申請情況", "三、收到和处理政府信息公开申请情况"},
		{"appeals", "四、政府信息公開行政復議、行政訴訟情況", "四、政府信息公开行政复议、行政诉讼情况"},
		{"problems", "五、存在的主要問題及改進情況", "五、存在的主要问题及改进情况"},
		{"corner", "本列數據的勾稽關系為", "本列数据的勾稽关系为"},
		{"corner by another converter", "本列數據的勾稽關係爲", "本列数据的勾稽关系为"},
		{"carried", "二、上年結轉政府信息公開申請數量", "二、上年结转政府信息公开申请数量"},
		{"applicants", "法人或其他組織 科研機構 社會公益組織 法律服務機構 總計", "法人或其他组织科研机构社会公益组织法律服务机构总计"},
		{"refused", "屬於三類內部事務信息 屬於四類過程性信息 屬於行政執法案卷 屬於行政查詢事項", "属于三类内部事务信息属于四类过程性信息属于行政执法案卷属于行政查询事项"},
		{"archives", "向圖書館、檔案館等查閱場所報送信息數", "向图书馆、档案馆等查阅场所报送信息数"},
		{"agency", "黃鬱縣發展和改革委員會、財政廳、監督管理總局、鎮鄉街道辦事處", "黄郁县发展和改革委员会、财政厅、监督管理总局、镇乡街道办事处"},
		{"reply", "同意公開答覆數", "同意公开答复数"},
		{"simplified stays", "本年新制作数量、复议后起诉、里程、后勤、征收、面积", "本年新制作数量、复议后起诉、里程、后勤、征收、面积"},
	} {
		if got := fold(c.traditional); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// standardLabels are all words that the standard editions print.
func standardLabels(t *testing.T) []string {
	t.Helper()
	standard, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	var columns func([]report.Column)
	columns = func(list []report.Column) {
		for _, c := range list {
			out = append(out, c.Label, c.Unit)
			columns(c.Columns)
		}
	}
	var rows func([]report.Row)
	rows = func(list []report.Row) {
		for _, r := range list {
			out = append(out, r.Label, r.Unit)
			rows(r.Rows)
		}
	}
	for _, e := range standard {
		out = append(out, e.TitleForm)
		for _, p := range e.Outline {
			out = append(out, p.Heading, p.Title)
		}
		for _, table := range e.Tables {
			out = append(out, table.Name)
			for _, b := range table.Blocks {
				out = append(out, b.Title, b.Corner, b.UnitHeading)
				columns(b.Columns)
				rows(b.Rows)
			}
		}
	}
	return out
}
