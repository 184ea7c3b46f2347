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
		for i, st := range statements {
			st.apart = figureApart(statements, i)
			if s.compareStatement(st, told) == figureSilent {
				open = append(open, st)
			}
		}
	}
	s.contradict(open)
	for _, p := range s.Parts {
		if p.Key != report.PartTitle && p.Key != report.PartNumber && p.Key != report.PartSignature && p.Key != report.PartClosing {
			s.contradictTotals(p)
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
		if !one.known {
			return figureSilent
		}
		main.cells, main.value = append(main.cells, one.cells...), main.value+one.value
	}
	if figureFits(st, main.value) || most && st.q.Value <= main.value || len(st.topics) == 1 && !st.apart && s.figureAlso(st, figureTopics[st.topics[0]]) {
		return figureAgrees
	}
	severity := report.SeverityWarning
	if st.loose || st.scope != "" {
		severity = report.SeverityHint
	}
	key := strings.Join(st.topics, "+") + "=" + strconv.FormatInt(int64(st.q.Value), 10)
	if told[key] == severity || told[key] == report.SeverityWarning {
		return figureDiffers
	}
	told[key] = severity
	found, expected := figureNumber(st.q.Value, st.q.Form), figureNumber(main.value, st.q.Form)
	says := fmt.Sprintf("正文说%s，表里%s是 %s", figureSaid(st.q, strings.Join(names, "、"), found), s.figureCells(main.cells), expected)
	f := st.part.Mark(CodeFigure, severity, st.q.Span.Start, st.q.Span.End, says+"。")
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
	if slices.ContainsFunc(t.also, fits) {
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
