package review

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

// namesUnits are classifiers of what is counted and then named one by one.
var namesUnits = map[string]bool{"个": true, "处": true, "项": true, "类": true, "种": true, "份": true, "篇": true, "大类": true, "专栏": true, "栏目": true, "家": true}

const (
	namesMost    = 20
	namesLongest = 3 * 14 // bytes of a name that stands without marks
)

// contradictNames compares a number with the names that stand before or behind it: 制定三项制度，即《…》《…》.
func (s *Subject) contradictNames(p *Part, i int) {
	r := p.Quantities()
	q := &r.Quantities[i]
	if !namesUnits[q.Unit] || q.Form != quantity.Count || q.None || q.Bound != quantity.Exact || q.Step != quantity.One || q.Value < 2*quantity.One || q.Value > namesMost*quantity.One || q.Depth > 0 {
		return
	}
	least, most := namesBefore(p.Text, q.Span.Start)
	if least == 0 {
		least, most = namesTakenUp(p, r, q)
	}
	if least == 0 {
		least, most = namesBehind(saidBehind(r, q))
	}
	n := int(q.Value / quantity.One)
	if least < 2 || n >= least && n <= most || s.told(CodeContradiction, p, q) {
		return
	}
	named := strconv.Itoa(least)
	f := p.Mark(CodeContradiction, report.SeverityWarning, q.Span.Start, q.Span.End, "这里写的是 "+q.Span.Of(p.Text)+"，列出的是 "+named+" 个。")
	f.Expected, f.Found = named, q.Digits.Of(p.Text)
	f.Hint = "核对数目和列出的名称；没有列全的，加上“等”字。"
	s.Add(f)
}

// namesBefore counts the titles in 《》 or “” right before a number: 解读《甲》《乙》2份文件.
func namesBefore(text string, at int) (least, most int) {
	n, open := 0, ""
	for n <= namesMost {
		head := strings.TrimRight(text[:at], " ")
		for _, w := range []string{"、", "和", "及", "与"} {
			if n > 0 {
				head = strings.TrimSuffix(head, w)
			}
		}
		mark := ""
		switch {
		case strings.HasSuffix(head, "》"):
			mark = "《"
		case strings.HasSuffix(head, "”"):
			mark = "“"
		}
		if mark == "" || open != "" && mark != open {
			break
		}
		from := strings.LastIndex(head[max(0, len(head)-240):], mark)
		if from < 0 {
			return 0, 0
		}
		at, open = from+max(0, len(head)-240), mark
		n++
	}
	if n < 2 || strings.HasSuffix(text[:at], "、") || strings.HasSuffix(text[:at], "和") || strings.HasSuffix(text[:at], "及") {
		return 0, 0 // others without marks stand before them
	}
	return n, n
}

// namesTakenUp counts the titles of the clause before that a number takes up by their noun: 开设“甲”“乙”“丙”专栏，以上4个专栏.
func namesTakenUp(p *Part, r *quantity.Reading, q *quantity.Quantity) (least, most int) {
	own := strings.TrimSpace(p.Text[r.Clauses[q.Clause].Start:q.Span.Start])
	after := []rune(q.After.Of(p.Text))
	if !slices.Contains(repeatThis, own) && !slices.Contains(repeatWhole, own) || len(after) < 2 {
		return 0, 0
	}
	head := strings.TrimRight(p.Text[:r.Clauses[q.Clause].Start], "，,。 ")
	at := max(strings.LastIndex(head, "”")+len("”"), strings.LastIndex(head, "》")+len("》"))
	if at < len("”") || len(head)-at > totalOwn || strings.HasPrefix(head[at:], "等") || !strings.HasPrefix(head[at:], string(after[:2])) || hasRune(head[at:], "，,。；\n") {
		return 0, 0
	}
	return namesBefore(head, at)
}

// namesLeads open a list of names behind a number, which is then all of them.
var namesLeads = []string{"，即", ",即", "，分别为", ",分别为", "，分别是", ",分别是", "：", ":"}

// namesBehind counts the names of a list behind a number, up to the end of its sentence; 和 may stand in a name or between two.
func namesBehind(text string) (least, most int) {
	at := -1
	for _, lead := range namesLeads {
		if k := strings.Index(text, lead); k >= 0 && k <= namesLongest && (at < 0 || k+len(lead) < at) && !hasRune(text[:k], "，,。；;（(") {
			at = k + len(lead)
		}
	}
	if at < 0 || strings.HasPrefix(text, "部分") || strings.HasPrefix(text, "章") || strings.HasPrefix(text, "方面") {
		return 0, 0 // the parts of the report have a check of their own
	}
	list := strings.TrimLeft(text[at:], "：: ")
	if end := indexAny(list, "。；;\n"); end >= 0 {
		if strings.HasPrefix(list[end:], "；") || list[end] == ';' {
			return 0, 0
		}
		list = list[:end]
	}
	if list == "" || hasRune(list, "0123456789，,：:（(—") || containsAny(list, namesOpen) {
		return 0, 0
	}
	for item := range strings.SplitSeq(list, "、") {
		marks := max(strings.Count(item, "《"), strings.Count(item, "“"))
		joins := strings.Count(item, "和") + strings.Count(item, "及") + strings.Count(item, "与")
		switch {
		case marks == 0 && len(item) > namesLongest || item == "":
			return 0, 0
		case marks > 1 && strings.Count(item, "《") > 1:
			least, most = least+strings.Count(item, "《"), most+strings.Count(item, "《")
		case marks > 1:
			least, most = least+marks, most+marks
		default:
			least, most = least+1, most+1+joins
		}
	}
	if utf8.RuneCountInString(list) < 4 {
		return 0, 0
	}
	return least, most
}

// namesOpen say that a list is not one of names, or not all of them.
var namesOpen = []string{"等", "一是", "首先", "其中", "包括", "以及其他", "另", "还", "为了", "通过", "第一"}
