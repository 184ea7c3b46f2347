package review

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

// CodeFigure is a number in the text that differs from the official table.
const CodeFigure = "text.figure"

var figures = family{
	rules: []Rule{{CodeFigure, []report.Severity{report.SeverityWarning, report.SeverityHint},
		"a number or a statement of none in the text differs from the official table; a hint where the words fit the cell only about, or speak of more than the organ",
		"正文“收到政府信息公开申请 2 件”，表里“新收 · 总计”是 3"}, contradictionRule},
	check: func(s *Subject) { s.compareStatements() },
}

// compareStatements holds what the text says against the tables (text.figure), and what no table can judge against what the text says
// elsewhere (text.contradiction): the statements are read once for both.
func (s *Subject) compareStatements() {
	var open []figureStatement
	told := map[string]report.Severity{}
	for _, p := range s.Parts {
		if p.Key == report.PartTitle || p.Key == report.PartNumber || p.Key == report.PartSignature || p.Key == report.PartClosing {
			continue
		}
		statements := s.figureStatements(p)
		verdict := figureSilent
		for i, st := range statements {
			if verdict == figureDiffers && strings.HasPrefix(st.topics[0], "others.") {
				continue // whose number is wrong already
			}
			st.apart = st.apart || figureApart(statements, i)
			if st.under || s.sharesFigure(statements, i) {
				continue
			}
			if verdict = s.compareStatement(st, told); verdict == figureSilent {
				open = append(open, st)
			}
		}
	}
	s.contradict(open)
	for _, p := range s.Parts {
		if p.Key != report.PartTitle && p.Key != report.PartNumber && p.Key != report.PartSignature && p.Key != report.PartClosing {
			s.contradictTotals(p)
			s.contradictTwice(p)
		}
	}
}

// figureApart reports whether the sentence of a statement of what came in names what came from last year by itself, so that it is not in it.
func figureApart(statements []figureStatement, i int) bool {
	st := statements[i]
	if len(st.topics) != 1 || st.topics[0] != "received" {
		return false
	}
	for j := i + 1; j < len(statements) && j-i <= sumReach && statements[j].q.Sentence == st.q.Sentence; j++ {
		if o := statements[j]; len(o.topics) == 1 && o.topics[0] == "in" && o.q.Value > 0 && o.q.Depth == st.q.Depth && !strings.Contains(st.part.Text[st.q.Span.End:o.q.Span.Start], "其中") {
			return true
		}
	}
	return false
}

// sharesFigure reports whether a sentence gives a number of the same thing several times, and the table has one of them or all together, or another's
// is among them: then they are parts of it: 政府新收2件，部门新收4件.
func (s *Subject) sharesFigure(statements []figureStatement, i int) bool {
	st := statements[i]
	if len(st.topics) != 1 || st.q.None || s.Edition == nil {
		return false
	}
	sum, n, fits := quantity.Value(0), 0, false
	value := figureSum{}
	for _, m := range figureTopics[st.topics[0]].means {
		if value = s.figureOf(m); value.known {
			break
		}
	}
	for j := max(0, i-sumReach); j < min(len(statements), i+sumReach) && value.known; j++ {
		if o := statements[j]; o.q.Sentence == st.q.Sentence && len(o.topics) == 1 && o.topics[0] == st.topics[0] && !o.q.None && o.q.Unit == st.q.Unit {
			sum, n = sum+o.q.Value, n+1
			fits = fits || j != i && o.q.Value == value.value && o.q.Value > st.q.Value || st.scope == "" && (o.under || o.scope != "")
		}
	}
	return n > 1 && value.known && (fits || sum == value.value)
}

// figureVerdict is what comparing a statement with the tables came to.
type figureVerdict int

const (
	figureSilent figureVerdict = iota // no table can judge it
	figureAgrees
	figureDiffers
)

// compareStatement adds a finding where a statement differs from the tables. A number that is repeated is told once.
func (s *Subject) compareStatement(st figureStatement, told map[string]report.Severity) figureVerdict {
	if s.Edition == nil {
		return figureSilent
	}
	main := figureSum{known: true}
	most := false
	var names []string
	for _, key := range st.topics {
		t := figureTopics[key]
		names = append(names, t.name)
		one := figureSum{}
		for _, m := range t.means {
			if one = s.figureOf(m); one.known || len(one.cells) > 0 {
				most = t.most && m != t.means[0]
				break
			}
		}
		if !one.known && len(st.topics) == 1 {
			return s.compareWithin(st, t, told)
		}
		if !one.known {
			return figureSilent
		}
		main.cells, main.value = append(main.cells, one.cells...), main.value+one.value
	}
	if len(st.topics) == 1 && s.exceeds(figureTopics[st.topics[0]], main.value) {
		return figureAgrees // the table is wrong, and says so itself
	}
	if figureFits(st, main.value) || most && st.q.Value <= main.value || len(st.topics) == 1 && !st.apart && s.figureAlso(st, figureTopics[st.topics[0]]) {
		return figureAgrees
	}
	severity := st.severity()
	key := strings.Join(st.topics, "+") + "=" + strconv.FormatInt(int64(st.q.Value), 10)
	if told[key] == severity || told[key] == report.SeverityWarning {
		return figureDiffers
	}
	if s.ofPart(st, main.value) {
		return figureAgrees
	}
	told[key] = severity
	found, expected := figureNumber(st.q.Value, st.q.Form), figureNumber(main.value, st.q.Form)
	says := fmt.Sprintf("正文说%s，表里%s是 %s", figureSaid(st.q, strings.Join(names, "、"), found), s.figureCells(main.cells), expected)
	end := st.q.Span.End
	if st.q.None && strings.HasSuffix(st.q.Span.Of(st.part.Text), "零") && strings.HasPrefix(st.part.Text[end:], "申请") {
		end += len("申请")
	}
	f := st.part.Mark(CodeFigure, severity, st.q.Span.Start, end, says+"。")
	f.Expected, f.Found = expected, found
	f.Hint = "核对台账，把写错的一处改过来。"
	if severity == report.SeverityHint {
		f.Hint = "口径不同的，不必改；是同一个数的，请核对。"
	}
	for _, c := range main.cells {
		f.Cells = append(f.Cells, c.ID)
	}
	if n := len(s.findings); n > 0 && s.findings[n-1].Code == CodeFigure && s.findings[n-1].Section == f.Section && s.findings[n-1].Start == f.Start {
		last := &s.findings[n-1] // one statement of two things: 未发生行政复议、行政诉讼
		last.Message, last.Cells = strings.TrimSuffix(last.Message, "。")+"；"+f.Message, append(last.Cells, f.Cells...)
		return figureDiffers
	}
	s.Add(f)
	return figureDiffers
}

// severity is a hint where the words may mean something else than the table.
func (st figureStatement) severity() report.Severity {
	if st.loose || st.scope != "" {
		return report.SeverityHint
	}
	return report.SeverityWarning
}

// compareWithin holds a number for which the edition has no cell against the whole that it is of: what came through one channel is not more
// than what came.
func (s *Subject) compareWithin(st figureStatement, t figureTopic, told map[string]report.Severity) figureVerdict {
	whole := figureSum{}
	for _, m := range t.within {
		if whole = s.figureOf(m); whole.known {
			break
		}
	}
	if !whole.known || st.q.None || st.q.Value <= whole.value || st.q.Bound != quantity.Exact && st.q.Bound != quantity.AtLeast {
		return figureSilent
	}
	found, expected := figureNumber(st.q.Value, st.q.Form), figureNumber(whole.value, st.q.Form)
	key := st.topics[0] + ">" + found
	if told[key] != "" {
		return figureDiffers
	}
	told[key] = st.severity()
	f := st.part.Mark(CodeFigure, st.severity(), st.q.Span.Start, st.q.Span.End, fmt.Sprintf("正文说%s，比表里全部申请的 %s 件还多。", figureSaid(st.q, t.name, found), expected))
	f.Found, f.Hint = found, "核对台账，把写错的一处改过来。"
	for _, c := range whole.cells {
		f.Cells = append(f.Cells, c.ID)
	}
	s.Add(f)
	return figureDiffers
}

// exceeds reports whether a table has more of something than of the whole that it is of.
func (s *Subject) exceeds(t figureTopic, value quantity.Value) bool {
	for _, m := range t.within {
		if whole := s.figureOf(m); whole.known {
			return value > whole.value
		}
	}
	return false
}

// figureSaid is what the text says of something, in words.
func figureSaid(q *quantity.Quantity, name, number string) string {
	switch {
	case q.None:
		return "没有" + name
	case q.Bound == quantity.Exact:
		return name + "是 " + number
	case q.Bound == quantity.AtMost:
		return name + "不到 " + number
	case q.Bound == quantity.AtLeast:
		return name + "在 " + number + " 以上"
	}
	return name + "约 " + number
}

// figureCells names the cells that a figure stands in.
func (s *Subject) figureCells(cells []*report.Cell) string {
	if len(cells) <= 2 {
		var names []string
		for _, c := range cells {
			names = append(names, "“"+s.figureCellName(c)+"”")
		}
		return strings.Join(names, "加")
	}
	return fmt.Sprintf("“%s”等 %d 格合计", s.figureCellName(cells[0]), len(cells))
}

// figureAlso reports whether a statement fits another sum that its words may stand for. One is what the six columns of applicants add up
// to: where that differs from the total in a document, sum.applicants says so, and the text may be right.
func (s *Subject) figureAlso(st figureStatement, t figureTopic) bool {
	fits := func(means string) bool {
		sum := s.figureOf(means)
		return sum.known && figureFits(st, sum.value)
	}
	if slices.ContainsFunc(t.also, fits) && !(st.q.Value == 0 && (strings.HasPrefix(st.topics[0], "suit") || strings.HasPrefix(st.topics[0], "applicant."))) { // no suit is none of either kind
		return true
	}
	for _, m := range t.means {
		if !strings.HasPrefix(m, "requests.") {
			continue
		}
		var columns []string
		for row := range strings.SplitSeq(m, "+") {
			for _, a := range figureApplicants {
				columns = append(columns, row+"."+a)
			}
		}
		if fits(strings.Join(columns, "+")) {
			return true
		}
	}
	return false
}

// figureNumber writes a value as a report would: amounts in 万元 where that is shorter.
func figureNumber(v quantity.Value, form quantity.Form) string {
	unit := ""
	if form == quantity.Money {
		unit = " 元"
		if v >= quantity.One*figureWan {
			v, unit = v/figureWan, " 万元"
		}
	}
	whole, rest := int64(v/quantity.One), int64(v%quantity.One)
	if rest == 0 {
		return strconv.FormatInt(whole, 10) + unit
	}
	return strconv.FormatInt(whole, 10) + "." + strings.TrimRight(fmt.Sprintf("%06d", rest), "0") + unit
}

// figureFits reports whether the written number can stand for a value: 4.13 万 for 41283, 400 余 for 412, 近 3 万 for 29500.
func figureFits(st figureStatement, v quantity.Value) bool {
	q := st.q
	if q.None {
		return v == 0
	}
	slack := quantity.Value(0)
	if q.Step > quantity.One || q.Form == quantity.Money {
		slack = q.Step
	}
	switch q.Bound {
	case quantity.Exact:
		if q.Step <= quantity.One && q.Form != quantity.Money {
			return v == q.Value
		}
		return v == q.Value || v > q.Value-slack && v < q.Value+slack
	case quantity.AtLeast:
		return v >= q.Value && v <= 2*q.Value+quantity.One
	case quantity.AtMost:
		return v <= q.Value+slack && v >= q.Value/2
	}
	return v >= q.Value-q.Value/5 && v <= q.Value+q.Value/5
}
