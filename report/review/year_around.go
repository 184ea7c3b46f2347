package review

import (
	"slices"
	"strconv"
	"strings"
)

// alone reports whether a sentence speaks of no other year as its own, so that d is what it is about: one that names the report's year, or this
// year, compares.
func (y *yearCheck) alone(t yearSentence, d *yearDate) bool {
	if containsAny(t.text(), []string{"今年", "本年", "同比新增"}) && !yearOwned(t, d) {
		return false
	}
	inside, around := y.near(t)
	for _, o := range inside {
		if o == d || o.title != 0 || o.quoted || o.year == 0 || o.year == d.year {
			continue
		}
		before := strings.TrimRight(t.p.Text[t.start:o.start], " ")
		if (o.year == d.year+1 || o.year == y.year+1) && (strings.HasSuffix(before, "结转至") || strings.HasSuffix(before, "结转到") || strings.HasSuffix(before, "结转")) {
			continue
		}
		if o.year != y.year && (strings.HasSuffix(before, "较") || strings.HasSuffix(before, "比") || strings.HasSuffix(before, "与")) {
			continue
		}
		if yearAnnounces(t, o) || yearNames(t.p.Text[o.end:t.end]) {
			continue
		}
		return false
	}
	if next, beside := yearNextClause(t); beside && (yearBegins(next, []string{"今年", "本年", "报告年"}) || yearBegins(strings.TrimLeft(strings.TrimPrefix(next, strconv.Itoa(y.year)+"年"), "度为是：:共"), yearFigures) && strings.HasPrefix(next, strconv.Itoa(y.year))) {
		return false // 2022年收到12件；2023年8件
	}
	return yearThis(t, d) || !slices.ContainsFunc(around, func(o *yearDate) bool { return y.besides(t, d, o) })
}

// yearFigures begin a number.
var yearFigures = strings.Split("0123456789", "")

// yearNextClause is what stands behind the semicolon that ends a sentence; false where another mark ends it.
func yearNextClause(t yearSentence) (next string, ok bool) {
	rest := t.p.Text[t.end:min(len(t.p.Text), t.end+20*len("字"))]
	for _, mark := range []string{"；", ";"} {
		if next, ok = strings.CutPrefix(rest, mark); ok {
			return strings.TrimLeft(next, " "), true
		}
	}
	return "", false
}

// yearThis reports whether the clause behind a year calls it 本年 or 今年, so that it is set beside no other: 截至2021年12月31日，我办本年度公开….
func yearThis(t yearSentence, d *yearDate) bool {
	clause := strings.TrimLeft(t.p.Text[max(d.end, d.over):max(d.end, d.over, t.end)], " 年底末止，,")
	if i := indexAny(clause, "，,；：:的0123456789"); i >= 0 {
		clause = clause[:i]
	}
	return containsAny(clause, []string{"本年", "今年"})
}

// yearOwned reports whether a statement calls the year before it its own: 截至2022年12月31日，我镇本年度共公开….
func yearOwned(t yearSentence, d *yearDate) bool {
	behind := t.p.Text[max(d.end, d.over):max(d.end, d.over, t.end)]
	clause := strings.TrimLeft(behind, " 年底末止，,")
	if i := indexAny(clause, "，,；：:的0123456789"); i >= 0 {
		clause = clause[:i]
	}
	if containsAny(clause, []string{"全年", "本年", "今年"}) {
		return true
	}
	// What is said of 本年 without another number behind it compares nothing: 2022年，组织学习4次，本年度任务圆满完成.
	_, this, found := strings.Cut(behind, "本年度")
	return found && !yearNumbers(this) && !containsAny(behind, yearOther) && !containsAny(this, []string{"继续", "进一步", "持续", "沿用", "再", "又", "仍", "也", "已", "增", "降"})
}

// yearNames reports whether what stands behind a year makes it part of a name: 2022年政务公开工作要点, 2022年度预算.
func yearNames(behind string) bool {
	return yearBegins(strings.TrimPrefix(strings.TrimLeft(behind, " "), "度"), []string{"政务公开工作", "工作要点", "重点工作", "目标任务", "工作任务", "预算", "决算", "财政", "部门预算", "部门决算",
		"政府信息公开工作年度", "政府信息公开年度", "报告", "年报", "春季", "秋季", "考核"})
}

// near are the dates of a sentence, and a few right before and behind it.
func (y *yearCheck) near(t yearSentence) (inside, around []*yearDate) {
	const few = 4
	dates := y.dates[t.p]
	from, _ := slices.BinarySearchFunc(dates, t.start, func(d *yearDate, at int) int { return d.start - at })
	to, _ := slices.BinarySearchFunc(dates, t.end, func(d *yearDate, at int) int { return d.start - at })
	around = append(around, dates[max(0, from-few):from]...)
	return dates[from:to], append(around, dates[to:min(len(dates), to+few)]...)
}

// followed reports whether the sentence before or after is one of the report's year, so that this one tells what was before.
func (y *yearCheck) followed(t yearSentence) bool {
	_, around := y.near(t)
	return slices.ContainsFunc(around, func(o *yearDate) bool {
		if o.year != y.year || o.title != 0 || o.quoted || o.start < t.start-yearLongest || o.start > t.end+yearLongest {
			return false
		}
		between := t.p.Text[min(o.end, t.start):max(o.start, t.start)]
		other := yearSentenceOf(t.p, 0, []*yearDate{o})
		return strings.Count(between, "。") <= 1 && !strings.Contains(between, "\n") && containsAny(other.text(), []string{"进一步", "继续", "在此基础上", "再次", "又", "深化", "升级", "增至", "增加"})
	}) || containsAny(t.p.Text[t.end:min(len(t.p.Text), t.end+30)], []string{"今年", "本年"})
}

// besides reports whether the sentence right before or after, with the date o, says the same thing of the report's year: the two compare.
func (y *yearCheck) besides(t yearSentence, d, o *yearDate) bool {
	if o.year > y.year || o.year < d.year-3 || o.year == d.year || o.year == 0 || o.title != 0 || o.quoted {
		return false
	}
	between := ""
	if o.start >= t.end {
		between = t.p.Text[t.end:o.start]
	} else {
		between = t.p.Text[min(o.end, t.start):t.start]
	}
	if len(between) > yearLongest || strings.Contains(between, "\n") || strings.Count(between, "。")+strings.Count(between, "；") > 1 {
		return false
	}
	other := yearSentenceOf(t.p, 0, []*yearDate{o})
	return (yearLeads(other, o) || yearEnds(strings.TrimRight(other.p.Text[other.start:o.start], "至到 "), []string{"截", "截止"})) && yearSameVerb(t.text(), other.text())
}

// yearSameVerb reports whether two sentences count the same, or both say that there was none of it.
func yearSameVerb(a, b string) bool {
	if none := yearFirst(a, yearNils); none != "" && none == yearFirst(b, yearNils) {
		return true
	}
	return yearCounts(a, yearOwnVerbs) && yearCounts(b, yearOwnVerbs) && yearFirst(a, yearOwnVerbs) == yearFirst(b, yearOwnVerbs)
}
