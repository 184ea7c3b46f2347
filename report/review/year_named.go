package review

import (
	"fmt"
	"strings"

	"nianbao/report"
)

// yearReports are how an announcement calls what it announces, behind the year.
var yearReports = []string{"年度报告", "年报", "工作报告", "情况报告", "报告如下", "公布如下", "情况如下", "情况公布", "情况予以公布", "工作情况", "总结如下", "工作总结"}

// yearAnnounces reports whether a year is that of the report that a sentence announces: 现公布2022年度报告; 现将2022年工作情况报告如下.
func yearAnnounces(t yearSentence, d *yearDate) bool {
	text := t.p.Text
	if opening := t.p.Key == report.PartPreface || t.first; !opening && (t.p.Means != "overview" || t.start > yearLongest || !containsAny(text[t.start:d.start], []string{"现将", "现公布", "现就", "特向社会公布"})) {
		return false
	}
	before := text[max(t.start, d.start-40*len("字")):d.start]
	after := text[d.end:min(t.end, d.end+40*len("字"))]
	if !containsAny(before, []string{"现公布", "现将", "现就", "现向社会", "特向社会", "向社会公布", "予以公布", "编制", "编写", "编撰", "制作", "特公布", "现发布", "现对", "公布《", "发布《", "形成"}) {
		return false
	}
	if own, ok := strings.CutPrefix(strings.TrimPrefix(after, "度"), "报告"); ok && (own == "" || yearBegins(own, []string{"。", "，", ",", "；", "如下"})) {
		return true // 编制2015年报告。
	}
	for _, w := range yearReports {
		if i := strings.Index(after, w); i >= 0 {
			behind := after[i+len(w):]
			return !strings.HasPrefix(behind, "的通知") && !strings.HasPrefix(behind, "的要求") && !strings.HasPrefix(behind, "编制") && !strings.HasPrefix(behind, "的函") &&
				!strings.HasPrefix(behind, "格式") && !strings.HasPrefix(behind, "有关") && !strings.Contains(behind[:min(len(behind), 30)], "通知")
		}
	}
	return false
}

// announced finds a report that is announced for another year, and what a preface says of another year: it speaks of nothing but this report.
func (y *yearCheck) announced(t yearSentence, dates []*yearDate) {
	text := t.p.Text
	for _, d := range dates {
		if d.told || d.year == 0 || d.year == y.year {
			continue
		}
		if yearAnnounces(t, d) {
			y.add(t.p, y.certain(), d, y.year, fmt.Sprintf("这里公布的是 %d 年的报告，本报告是 %d 年的。", d.year, y.year), "核对报告年度。")
			continue
		}
		if t.p.Key != report.PartPreface || d.title != 0 || d.quoted || d.bracketed || d.month != 0 {
			continue
		}
		after := strings.TrimPrefix(text[d.end:min(t.end, d.end+24*len("字"))], "全年")
		if yearBegins(after, []string{"印发", "修订", "发布", "公布", "施行", "出台", "制定", "起"}) {
			continue
		}
		if containsAny(after, []string{"信息公开工作", "政务公开工作", "工作情况", "公开情况", "公开年度报告", "公开年报"}) &&
			!containsAny(t.text(), []string{"要点", "通知", "打好基础", "打下", "奠定", "较", "相比", "计划", "将", "表彰", "修订", "起施行", "考核", "文件"}) || strings.HasPrefix(after, "年度报告") {
			if strings.Contains(text[d.end:t.end], "上一年") || strings.Contains(text[t.start:d.start], "上年") {
				continue
			}
			y.add(t.p, report.SeverityWarning, d, y.year, fmt.Sprintf("前言说的是 %d 年，这是 %d 年的报告。", d.year, y.year), "核对年份。")
		}
	}
}

// named finds a year beside 今年 or 去年 that is another one: 去年（2021年） in the report on 2023.
func (y *yearCheck) named(t yearSentence, dates []*yearDate) {
	for _, d := range dates {
		// 截至本年度末（2022年12月31日）, 截至去年12月31日（2021年12月31日）
		day := strings.TrimRight(t.p.Text[t.start:d.start], "（(")
		same := d.day > 0 && d.bracketed && strings.HasSuffix(day, t.p.Text[d.monthAt:d.end])
		ends := same || d.month == 12 && d.day == 31 && yearEnds(day, []string{"年末", "年底", "年度末"})
		if d.told || d.year == 0 || d.quoted || d.title != 0 || d.month != 0 && !ends {
			continue
		}
		if rest := strings.TrimPrefix(strings.TrimLeft(t.p.Text[d.end:max(d.end, t.end)], " "), "全年"); d.year == y.year-1 && !d.bracketed && yearEnds(t.p.Text[t.start:d.start], []string{"，为", "，均为", "，系", ",为"}) && yearBegins(rest, []string{"数据", "统计数据", "完成情况"}) && yearNumbers(t.p.Text[t.start:d.start]) && y.alone(t, d) {
			y.add(t.p, report.SeverityWarning, d, y.year, fmt.Sprintf("这是 %d 年的报告，这里的数据是 %d 年的。", y.year, d.year), "核对年份。") // 公开信息158条，为2022年全年数据
			continue
		}
		if d.bracketed && d.year == y.year-1 && yearBegins(strings.TrimPrefix(t.p.Text[d.end:], "统计"), []string{"）", ")", "数据）", "数据)"}) && y.counted(t, d) {
			y.add(t.p, report.SeverityWarning, d, y.year, fmt.Sprintf("这是 %d 年的报告，这里的数据是 %d 年的。", y.year, d.year), "核对年份。")
			continue
		}
		// 情况统计表（2015年度）
		if d.bracketed && d.year < y.year && y.tabled(t, d) {
			continue
		}
		// 去年（2021年）, 本年度（即2022年）, 本年度，即2022年，
		before, is := strings.CutSuffix(strings.TrimRight(t.p.Text[t.start:d.start], " "), "即")
		cut := strings.TrimRight(before, "（(，,")
		behind := t.p.Text[d.end:]
		glued := yearEnds(before, []string{"上一年", "上年", "去年", "上一年度", "上年度", "今年", "本年度", "明年", "下一年", "下一年度"}) // 与上一年2022年相比
		if glued {
			is = true
		}
		for _, w := range []string{"是", "为"} { // 今年是2022年，…
			if named, ok := strings.CutSuffix(before, w); ok && !d.bracketed && yearEnds(named, []string{"今年", "本年度", "本年"}) && yearBegins(behind, []string{"，", ","}) {
				before, cut, is = named, named, true
			}
		}
		if cut == before && !is || !d.bracketed && !is || d.bracketed && !strings.HasPrefix(behind, "）") && !strings.HasPrefix(behind, ")") {
			continue
		}
		if same {
			cut = strings.TrimSuffix(cut, t.p.Text[d.monthAt:d.end])
		} else if ends {
			cut = strings.TrimRight(cut, "末底")
		}
		before = strings.TrimSuffix(cut, "度")
		want := 0
		switch {
		case strings.HasSuffix(before, "去年") || strings.HasSuffix(before, "上年") || strings.HasSuffix(before, "上一年"):
			want = y.year - 1
		case yearEnds(before, []string{"今年", "本年", "全年", "报告年", "报告期", "报告期内", "年度内", "一年来"}):
			want = y.year
		case strings.HasSuffix(before, "明年") || strings.HasSuffix(before, "下年") || strings.HasSuffix(before, "下一年") || strings.HasSuffix(before, "来年") || yearEnds(before, []string{"新的一年", "下一步", "下步"}) || strings.HasSuffix(before, "新一年"):
			want = y.year + 1
		}
		if want != 0 && d.year != want {
			y.add(t.p, report.SeverityWarning, d, want, fmt.Sprintf("%d 年的报告里，这里应是 %d 年，写的是 %d 年。", y.year, want, d.year), "核对年份。")
		}
	}
}

// counted reports whether a year in brackets is that of what was counted right before: 公开信息158条（2022年数据）.
func (y *yearCheck) counted(t yearSentence, d *yearDate) bool {
	before, ok := strings.CutSuffix(t.p.Text[t.start:d.start], "（")
	if !ok {
		before, ok = strings.CutSuffix(before, "(")
	}
	return ok && yearCounted(before) && y.alone(t, d)
}

// yearCounted reports whether a text ends with what a report counts: 全年公开信息158条.
func yearCounted(text string) bool {
	return yearEnds(text, []string{"条", "件", "篇", "期", "次"}) && containsAny(text, []string{"信息", "申请", "解读", "留言", "推送"}) && yearCounts(text, yearOwnVerbs) && !containsAny(text, yearNamedThings) && !containsAny(text, []string{"完成", "改造", "建成"})
}

// tabled finds a table that is named with another year in brackets.
func (y *yearCheck) tabled(t yearSentence, d *yearDate) bool {
	before, ok := strings.CutSuffix(t.p.Text[t.start:d.start], "（")
	if !ok {
		before, ok = strings.CutSuffix(t.p.Text[t.start:d.start], "(")
	}
	if !ok || !yearEnds(before, yearTableWords) || !yearBegins(t.p.Text[d.end:], []string{"）", ")"}) {
		return false
	}
	y.add(t.p, report.SeverityWarning, d, y.year, fmt.Sprintf("表的标题写的是 %d 年，这是 %d 年的报告。", d.year, y.year), "核对这张表是不是今年的。")
	return true
}

// yearWas reports whether a year is called one of this report's: 2008年是我镇政府信息公开工作全面推进的一年.
func yearWas(behind string) bool {
	clause := behind[:min(len(behind), 40*len("字"))]
	if i := indexAny(clause, "，,。"); i > 0 {
		clause = clause[:i]
	}
	return strings.HasPrefix(clause, "是") && strings.Contains(clause, "的一年") && containsAny(clause, []string{"信息公开", "政务公开"})
}

// lacked reports whether a year's work is what a report finds wanting: 2021年度的政府信息公开工作虽然按期完成，但还有差距.
func (y *yearCheck) lacked(t yearSentence, behind string) bool {
	work, ok := strings.CutPrefix(behind, "的")
	return ok && yearBegins(work, []string{"政府信息公开工作", "政务公开工作", "信息公开工作", "公开工作", "工作"}) && y.lacks(t, work)
}

// yearAbove reports whether words point at what has just been told: 以上为2022年度依申请公开办理情况.
func yearAbove(before string) bool {
	return len(before) <= 16*len("字") && yearBegins(before, []string{"以上", "上述", "如上", "以下", "下面", "下表", "上表", "附表", "下图", "本表"}) &&
		yearEnds(strings.TrimSuffix(before, "我镇"), []string{"为", "是", "即", "系", "列出", "反映", "显示", "展示", "列示", "统计", "反映了", "列出了"})
}

// recalled finds another year that the report looks back on as its own: 回顾2020年的工作，… in the report on 2022.
func (y *yearCheck) recalled(t yearSentence, dates []*yearDate) {
	for _, d := range dates {
		if d.told || d.year == 0 || d.year == y.year || d.quoted || d.bracketed || d.title != 0 || d.month != 0 || len(dates) > 1 && dates[0].year == y.year {
			continue
		}
		before := yearUnnumbered(t.p.Text[t.start:d.start])
		before = strings.TrimSuffix(strings.TrimSuffix(before, "即将过去的"), "过去的")
		behind := strings.TrimPrefix(strings.TrimLeft(t.p.Text[d.end:t.end], " 度"), "全年")
		was := d.year != y.year && y.lacked(t, behind) && (before == "" || yearHeads(t, d)) || d.year < y.year && (before == "" && (yearWas(behind) || y.titles(t, d)) || yearAbove(before) && len(dates) == 1 && !containsAny(behind, yearNamedThings) && (containsAny(behind, []string{"情况", "数据", "结果"}) || strings.Trim(behind, "的。") == ""))
		if !was && (!containsAny(before, []string{"回顾", "回首", "回望", "回眸", "盘点", "总结", "纵观"}) || strings.TrimRight(yearRecall.cut(before), " ，,") != "" ||
			!yearBegins(behind, []string{"的工作", "工作", "，", ",", "的政务", "的政府", "政务公开工作", "政府信息公开工作", "信息公开工作", "的信息"})) {
			continue
		}
		y.add(t.p, report.SeverityWarning, d, y.year, fmt.Sprintf("这是 %d 年的报告，这里回顾的是 %d 年。", y.year, d.year), "核对年份。")
	}
}

// titles reports whether what stands before a colon tells what comes behind it of the year: 2022年存在的问题：….
func (y *yearCheck) titles(t yearSentence, d *yearDate) bool {
	rest := strings.TrimLeft(t.p.Text[d.end:max(d.end, t.end)], " 度的")
	i := indexAny(rest, "：:，,、0123456789")
	if i <= 0 || i > 16*len("字") || d.year < y.year-3 || !yearBegins(rest[i:], []string{"：", ":"}) {
		return false
	}
	title := rest[:i]
	return yearEnds(title, []string{"问题", "不足", "短板", "困难", "开展情况", "工作情况", "公开情况", "办理情况", "落实情况", "推进情况", "成效", "做法", "亮点", "事项", "情况如下"}) &&
		!containsAny(title, []string{"整改", "反馈", "考核", "评估", "通报", "决算", "预算", "结转", "检查", "审计", "巡察", "指出"}) && y.alone(t, d)
}

// yearRecall takes out the words that look back.
var yearRecall = newCutter("回顾", "回首", "回望", "回眸", "盘点", "总结", "纵观")

var (
	yearThan  = []string{"较", "比", "与", "同", "和", "相较", "相较于", "相比于", "对比"}
	yearGrows = []string{"相比", "增加", "增长", "上升", "下降", "减少", "提高", "多", "少", "持平", "略", "同期", "有所", "大幅", "翻"}
)

// compared finds a comparison of the year with itself or with one that is to come: 较2023年增加5件 in the report on 2023.
func (y *yearCheck) compared(t yearSentence, dates []*yearDate) {
	text := t.p.Text
	for _, d := range dates {
		itself := d != dates[0] && d.year == dates[0].year && dates[0].title == 0 && dates[0].month == 0 // 2022年公开30条，较2022年增加
		if d.told || d.year < y.year && !itself || d.year == 0 || d.title != 0 || d.quoted || d.month != 0 {
			continue
		}
		before := strings.TrimRight(text[t.start:d.start], " ")
		behind := strings.TrimLeft(text[d.end:t.end], " ")
		than, grows := "", false
		for _, w := range yearThan {
			if strings.HasSuffix(before, w) {
				than = w
			}
		}
		for _, w := range yearGrows {
			grows = grows || strings.HasPrefix(behind, w) || strings.HasPrefix(than, "相") && yearBegins(behind, []string{"，", ","})
		}
		later := containsAny(text[t.start:d.start], []string{"将", "计划", "力争", "明年", "目标"}) || containsAny(behind, []string{"将", "力争", "计划"})
		for _, o := range dates {
			later = later || o.year > d.year && !itself
		}
		// 与2023年 needs 相比; 较 and 比 compare by themselves.
		if than == "" || !grows || later || (than == "与" || than == "同" || than == "和") && !strings.Contains(behind, "相比") && !strings.Contains(behind, "持平") {
			continue
		}
		if d.year < y.year {
			if !dates[0].told && yearLeads(t, dates[0]) && yearNumbers(text[dates[0].end:d.start]) {
				y.add(t.p, report.SeverityWarning, dates[0], y.year, fmt.Sprintf("这里把 %d 年和 %d 年自己比较。", d.year, d.year), "核对年份。")
			}
			continue
		}
		y.add(t.p, report.SeverityWarning, d, y.year-1, fmt.Sprintf("%d 年的报告和 %d 年比较，上一年应是 %d 年。", y.year, d.year, y.year-1), "核对年份。")
	}
}
