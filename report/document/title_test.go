package document

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTitleLines(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"empty", ""},
		{"one line", "新桥镇2022年政府信息公开工作年度报告"},
		{"before the year", "云岭县水务局|2022年政府信息公开工作年度报告"},
		{"full-width year", "云岭县水务局|２０２２年政府信息公开工作年度报告"},
		{"year first", "2022年云岭县市场监督管理局|政府信息公开工作年度报告"},
		{"year last", "云岭县水务局|政府信息公开年度报告（2022年度）"},
		{"report on", "云岭县住房和城乡建设局|关于2022年度政府信息公开工作情况的报告"},
		{"agency as long as a line", "云岭省清河市青龙区人民政府城关街道办事处|2022年政府信息公开工作年度报告"},
		{"inside the agency", "云岭省清河市青龙彝族自治县|人民政府政务服务和数据管理局|2022年政府信息公开工作年度报告"},
		{"agency of forty", "国家税务总局云岭省清河市|青龙高新技术产业开发区税务局第一税务分局|2022年政府信息公开工作年度报告"},
		{"sub-district keeps its office", "云岭省清河市青龙区人民政府|城关街道办事处综合行政执法大队信息中心|2022年政府信息公开工作年度报告"},
		{"government's own, 政府 once", "云岭省清河市青龙县人民政府|信息公开工作2022年度年度报告"},
		{"government's own, 政府 twice", "云岭省清河市青龙彝族自治县人民政府|政府信息公开工作年度报告"},
		{"name in 《》", "云岭县人民政府关于印发|《云岭县政府信息公开工作管理办法》的通知"},
		{"statistics", "云岭县2022年度政府信息公开|情况统计表及填报说明汇编"},
		{"not three characters on a line", "云岭县2022年度|政府信息公开工作中群众来信来访|和咨询电话办理情况的汇总说明"},
		{"blank to break at", "云岭县人民政府办公室政务公开科 |2022年度政务公开要点"},
		{"no other place than a word", "甲乙丙丁戊己庚辛壬癸子|丑寅卯辰巳午未申酉戌亥"},
		{"word that does not break", strings.Repeat("A", 60)},
	} {
		if got := strings.Join(TitleLines(strings.ReplaceAll(c.want, "|", "")), "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// A signature has lines of another length than a title.
func TestSenseLines(t *testing.T) {
	for _, c := range []struct {
		chars int
		want  string
	}{
		{20, "云岭县高新技术产业开发区|管理委员会社会事务中心"},
		{26, "云岭县高新技术产业开发区管理委员会社会事务中心"},
		{26, "云岭县高新技术产业开发区管理委员会|营商环境建设与社会事务综合服务中心"},
	} {
		if got := strings.Join(SenseLines(strings.ReplaceAll(c.want, "|", ""), c.chars), "|"); got != c.want {
			t.Errorf("%d characters: got %q, want %q", c.chars, got, c.want)
		}
	}
}

// titleAgencies are names of 3 to 51 characters, of all kinds.
var titleAgencies = []string{"水务局", "云岭县水务局", "新桥镇人民政府", "云岭县市场监督管理局", "云岭县人力资源和社会保障局", "云岭省清河市市场监督管理局", "云岭省清河市青龙县人民政府办公室",
	"清河市青龙区城关街道办事处", "云岭经济技术开发区管理委员会", "云岭省清河市青龙区人民政府城关街道办事处", "云岭省清河市青龙彝族自治县人民政府政务服务和数据管理局",
	"国家税务总局云岭省清河市青龙高新技术产业开发区税务局第一税务分局", "云岭省清河市青龙区人民政府城关街道办事处综合行政执法大队信息中心办公室", "云岭市城市管理和综合行政执法局",
	"云岭省清河地区青龙彝族哈尼族拉祜族自治县住房和城乡建设局（人民防空办公室、园林绿化管理局）机关服务中心"}

var titleForms = []string{"2022年政府信息公开工作年度报告", "政府信息公开年度报告（2022年度）", "关于2022年度政府信息公开工作情况的报告", "2022年度信息公开年报", "关于印发《2022年政务公开工作要点》的通知"}

// Lines join to the title, none is longer than the text block or begins or ends as it must not, and of three the middle one is not
// the shortest.
func TestTitleLinesForm(t *testing.T) {
	for _, agency := range titleAgencies {
		for _, form := range titleForms {
			lines := TitleLines(agency + form)
			if got := strings.Join(lines, ""); got != agency+form {
				t.Errorf("%q joins to %q", lines, got)
			}
			if least := (Width(agency+form) + 2*TitleWidth - 1) / (2 * TitleWidth); len(lines) > least+1 {
				t.Errorf("%q: %d lines, want at most %d", lines, len(lines), least+1)
			}
			for i, line := range lines {
				if Width(line) > 2*TitleWidth {
					t.Errorf("%q is too long", line)
				}
				if strings.Count(line, "《") != strings.Count(line, "》") || strings.ContainsAny(line[:3], "，。、）》年度") || strings.HasSuffix(line, "2022") {
					t.Errorf("%q broken at the wrong place", lines)
				}
				if i > 0 && i+1 < len(lines) && len(lines) <= 3 && Width(line) < Width(lines[i-1])-2 && Width(line) < Width(lines[i+1])-2 {
					t.Errorf("%q is narrow in the middle", lines)
				}
			}
		}
	}
}

func TestPlaceEnds(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"down to the township", "云岭省|清河市|青龙县|新桥镇|人民政府"},
		{"market", "云岭县|市场监督管理局"},
		{"market of a city", "云岭市|市场监督管理局"},
		{"abbreviated", "云岭市场监督管理局"},
		{"a district named by its side", "云岭市|市北区|教育局"},
		{"a district's own works", "青龙区|城市管理局"},
		{"town and country", "青龙区|住房和城乡建设局"},
		{"city in the name", "盐城市|大丰区|教育局"},
		{"prefecture in the name", "泉州市|德化县|财政局"},
		{"banner", "兴安盟|红山左旗|红旗街道"},
		{"government for short", "云岭县政府办公室"},
		{"citizens", "云岭市民服务中心"},
		{"civil affairs", "云岭市|民政局"},
		{"of the whole county", "全县政务公开"},
		{"countryside", "青龙区|乡村振兴局"},
		{"bare", "区政务服务中心"},
	} {
		runes := []rune(strings.ReplaceAll(c.want, "|", ""))
		var parts []string
		from := 0
		placeEnds(runes, func(at int) { parts, from = append(parts, string(runes[from:at])), at })
		if got := strings.Join(append(parts, string(runes[from:])), "|"); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func FuzzTitleLines(f *testing.F) {
	f.Add("云岭县2022年《政府信息公开》工作年度报告（年报）", 3)
	f.Add("\xff—— 年度", 40)
	f.Fuzz(func(t *testing.T, title string, n int) {
		title = strings.Repeat(title, min(max(n, 1), 60))
		if len(title) > 3000 || !utf8.ValidString(title) {
			return
		}
		lines := TitleLines(title)
		if got := strings.Join(lines, ""); got != title {
			t.Errorf("got %q, want %q", got, title)
		}
		if len(lines) > 1 && (lines[0] == "" || lines[len(lines)-1] == "") {
			t.Errorf("empty line in %q", lines)
		}
	})
}

func BenchmarkTitleLines(b *testing.B) {
	for b.Loop() {
		TitleLines(titleAgencies[len(titleAgencies)-1] + titleForms[2])
	}
}
