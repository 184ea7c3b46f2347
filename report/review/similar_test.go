package review

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/report"
)

// similarSubject is a report of 柳河镇 with one section, beside last year's and another agency's.
func similarFindings(t *testing.T, section, text, last, peer string) []report.Finding {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	with := func(year int, text string) *report.Report {
		r := &report.Report{Edition: "gb-2021", Year: year, Agency: "云岭县柳河镇人民政府"}
		for _, p := range editions.Get("gb-2021").Outline {
			r.Sections = append(r.Sections, report.Section{Key: p.Key, Heading: p.Heading})
		}
		for _, line := range report.Paragraphs(text) {
			s := r.Section(section)
			s.Blocks = append(s.Blocks, report.Block{Text: line})
		}
		return r
	}
	c := report.Context{Mode: report.AsRead, Identity: report.Identity{Name: "柳河镇人民政府", Superiors: []string{"云岭县人民政府"}}}
	if last != "" {
		c.LastReport = with(2023, last)
	}
	if peer != "" {
		c.Alike = []report.Likeness{{Section: section, Agency: "石桥镇人民政府", Year: 2024, Text: peer}}
	}
	r := with(2024, text)
	s := newSubject(editions.Get("gb-2021"), r, c, Settings{})
	checkLikeness(s)
	for _, f := range s.findings {
		runes := []rune(report.TextOf(r.Section(section).Blocks))
		if f.End > len(runes) || string(runes[f.Start:f.End]) != f.Quote || f.Severity != report.SeverityHint || len(f.Matches) == 0 || len(f.Matches) > 10 {
			t.Errorf("a finding that does not stand in its section: %+v", f)
		}
		for _, m := range f.Matches {
			if string(runes[m.Start:m.End]) != m.Quote || !strings.Contains(last+peer, strings.Split(m.Other, "\n")[0]) {
				t.Errorf("a match that does not stand where it says: %+v", m)
			}
		}
	}
	return s.findings
}

// otherFigures changes every digit, and the year.
func otherFigures(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '1' && r <= '8' {
			return r + 1
		}
		return r
	}, strings.NewReplacer("2024", "2023", "三", "五", "两", "四", "半", "半").Replace(text))
}

// otherNames is the text as a copy of another township would have it.
func otherNames(text string) string {
	return strings.NewReplacer("柳河镇", "石桥镇", "县水利局", "县林业局", "街道办事处", "镇政府", "街道", "镇", "我们", "我局").Replace(text)
}

// everyOther exchanges a word here and there.
func otherWords(text string) string {
	return strings.NewReplacer("全年", "一年里", "发布", "刊登", "收到", "接到", "已经", "现已", "办理", "处理", "公布", "公开", "下一步", "今后", "专人", "专门人员", "县政府", "县政府办").Replace(text)
}

// half keeps the first half of the sentences and writes others for the rest.
func half(text, other string) string {
	cut := func(s string, first bool) string {
		sentences := strings.SplitAfter(s, "。")
		if first {
			return strings.Join(sentences[:(len(sentences)+1)/2], "")
		}
		return strings.Join(sentences[len(sentences)/2:], "")
	}
	return cut(text, true) + cut(other, false)
}

func shuffled(text string) string {
	lines := report.Paragraphs(text)
	for i, j := 0, len(lines)-1; i < j; i, j = i+1, j-1 {
		lines[i], lines[j] = lines[j], lines[i]
	}
	return strings.Join(lines, "\n")
}

func TestSimilarFires(t *testing.T) {
	for section, texts := range map[string][]string{"overview": freshOverviews, "problems": freshProblems} {
		for i, text := range texts {
			other := texts[(i+1)%len(texts)]
			for name, copied := range map[string]string{
				"copy":             text,
				"other figures":    otherFigures(text),
				"other names":      otherNames(text),
				"other words":      otherWords(text),
				"figures + names":  otherFigures(otherNames(text)),
				"half":             half(text, other),
				"half and figures": otherFigures(half(text, other)),
				"other order":      shuffled(text),
				"other marks":      strings.NewReplacer("，", ",", "。", ".\u3000", "；", "; ", "（", "(", "）", ")").Replace(text),
				"more behind":      text + "\n" + strings.Repeat("另有一段与本单位有关的新话，说的是今年才有的新做法。", 2),
			} {
				t.Run(fmt.Sprintf("%s %d %s", section, i, name), func(t *testing.T) {
					for _, c := range []struct{ code, last, peer string }{{codeSimilarPrevious, text, ""}, {codeSimilarPeer, "", text}} {
						got := similarFindings(t, section, copied, c.last, c.peer)
						if len(got) != 1 || got[0].Code != c.code || got[0].Section != section {
							t.Errorf("%s: got %+v", c.code, got)
						}
					}
				})
			}
		}
	}
}

func TestSimilarIsSilent(t *testing.T) {
	for section, texts := range map[string][]string{"overview": freshOverviews, "problems": freshProblems} {
		for i, text := range texts {
			for j, other := range texts {
				if i == j {
					continue
				}
				if got := similarFindings(t, section, text, other, other); len(got) > 0 {
					t.Errorf("%s %d against %d: got %s “%s”", section, i, j, got[0].Message, got[0].Quote)
				}
			}
		}
	}
	formal := `根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》要求，编制本报告。
本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。
本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。报告电子版可在县人民政府网站下载，如对本报告有疑问，请与镇党政综合办公室联系。
2024年，我镇未收到政府信息公开申请，未发生因政府信息公开引起的行政复议和行政诉讼。没有其他需要报告的事项。`
	for name, c := range map[string][2]string{
		"only form":         {formal, strings.ReplaceAll(formal, "2024", "2023")},
		"form before fresh": {formal + "\n" + freshOverviews[0], formal + "\n" + freshOverviews[2]},
		"short":             {"我镇认真做好政府信息公开工作，全年公开信息35条。", "我镇认真做好政府信息公开工作，全年公开信息41条。"},
		"empty":             {"", freshOverviews[0]},
		"set phrases": {"坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻落实党的二十大精神和二十届三中全会精神，坚持以公开为常态、不公开为例外，" + freshOverviews[0],
			"坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻落实党的二十大精神和二十届三中全会精神，坚持以公开为常态、不公开为例外，" + freshOverviews[3]},
	} {
		if got := similarFindings(t, "overview", c[0], c[1], c[1]); len(got) > 0 {
			t.Errorf("%s: got %s “%s”", name, got[0].Message, got[0].Quote)
		}
	}
	// Other sections are about figures and say the same every year.
	if got := similarFindings(t, "other", freshOverviews[0], freshOverviews[0], freshOverviews[0]); len(got) > 0 {
		t.Errorf("section other: got %+v", got)
	}
}

func TestSimilarWords(t *testing.T) {
	text := freshOverviews[0]
	f := similarFindings(t, "overview", text, otherFigures(text), "")[0]
	if want := "“总体情况”约 100% 的文字与本单位 2023 年的报告相同（数字、年份和名称不计）。"; f.Message != want {
		t.Errorf("got %q, want %q", f.Message, want)
	}
	f = similarFindings(t, "overview", text, "", otherNames(text))[0]
	if want := "“总体情况”约 100% 的文字与石桥镇人民政府 2024 年的报告相同（数字、年份和名称不计）。"; f.Message != want {
		t.Errorf("got %q, want %q", f.Message, want)
	}
	// A long passage by itself.
	own := strings.Join(freshOverviews[1:], "\n")
	f = similarFindings(t, "overview", text+"\n"+own, "", text)[0]
	if want := "“总体情况”里有一大段与石桥镇人民政府 2024 年的报告相同（数字、年份和名称不计）。"; f.Message != want {
		t.Errorf("got %q, want %q", f.Message, want)
	}
	if len(f.Matches) != 1 || !strings.HasPrefix(f.Quote, "柳河镇把政务公开") && !strings.HasPrefix(f.Quote, "2024年，柳河镇") || !strings.Contains(f.Quote, "限期整改") {
		t.Errorf("got the passage %q and %d matches", f.Quote, len(f.Matches))
	}
}
