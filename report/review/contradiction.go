package review

import (
	"cmp"
	"fmt"
	"strings"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

// CodeContradiction is two numbers in the text for the same quantity.
const CodeContradiction = "text.contradiction"

// contradictionRule documents it; figures reads the statements for both codes and calls contradict.
var contradictionRule = Rule{CodeContradiction, []report.Severity{report.SeverityWarning},
	"the text states the same quantity twice with different numbers, and no table tells which is right", "前面说政府网站公开 1014 条，后面说 754 条"}

// contradict holds exact statements of the same quantity against each other. Another channel, account, scope or period is another
// quantity; what is only about the same is none.
func (s *Subject) contradict(statements []figureStatement) {
	first := map[string]figureStatement{}
	told := map[string]bool{}
	for _, st := range statements {
		if st.loose || st.q.Bound != quantity.Exact || st.q.Form == quantity.Count && st.q.Step > quantity.One || len(st.topics) != 1 || figureAmbiguous[st.topics[0]] {
			continue
		}
		key, name := st.topics[0]+" "+st.scope+" "+st.label, cmp.Or(figureTopics[st.topics[0]].name, st.label)
		other, ok := first[key]
		if !ok {
			first[key] = st
			continue
		}
		if figureFits(other, st.q.Value) || figureFits(st, other.q.Value) || told[key] || other.part == st.part && (partOf(st.part, st.q, other.q) || partsApart(st.part, other.q, st.q)) ||
			extentOf(other.part, other.part.Quantities(), other.q).differs(extentOf(st.part, st.part.Quantities(), st.q)) {
			continue
		}
		told[key] = true
		a, b := figureNumber(other.q.Value, other.q.Form), figureNumber(st.q.Value, st.q.Form)
		f := st.part.Mark(CodeContradiction, report.SeverityWarning, st.q.Span.Start, st.q.Span.End,
			fmt.Sprintf("%s前后不一：%s是 %s，这里是 %s。", name, s.placeOf(other), a, b))
		f.Expected, f.Found = a, b
		f.Hint = "核对台账，两处写成同一个数；说的不是一回事的，写明各是什么。"
		s.Add(f)
	}
}

// partOf reports whether a number is listed as a part of another: 共收到56件，其中县政府受理21件.
func partOf(p *Part, q, whole *quantity.Quantity) bool {
	r := p.Quantities()
	for _, b := range r.Breakdowns {
		if r.Quantities[b.Whole].Span != whole.Span {
			continue
		}
		for _, part := range b.Parts {
			if r.Quantities[part.Quantity].Span == q.Span {
				return true
			}
		}
	}
	return false
}

// partsApart reports whether two numbers are parts of different wholes that different words name: 上半年230条，其中网站140条；下半年260条，其中网站150条.
func partsApart(p *Part, a, b *quantity.Quantity) bool {
	r := p.Quantities()
	x, y := wholeOf(r, a), wholeOf(r, b)
	return x != nil && y != nil && x.Value != y.Value && x.Unit == y.Unit && y.Sentence-x.Sentence <= 1 && x.Before.Of(p.Text) != y.Before.Of(p.Text) && !totalClaims(y.Before.Of(p.Text))
}

// wholeOf is what a number is listed as a part of; nil for none.
func wholeOf(r *quantity.Reading, q *quantity.Quantity) *quantity.Quantity {
	for i := range r.Breakdowns {
		for _, part := range r.Breakdowns[i].Parts {
			if r.Quantities[part.Quantity].Span == q.Span {
				return &r.Quantities[r.Breakdowns[i].Whole]
			}
		}
	}
	return nil
}

// placeOf says where another statement stands, in its own words.
func (s *Subject) placeOf(st figureStatement) string {
	words := strings.TrimSpace(st.q.Before.Of(st.part.Text) + st.q.Span.Of(st.part.Text))
	if runes := []rune(words); len(runes) > 24 {
		words = "…" + string(runes[len(runes)-24:])
	}
	if st.part.Heading != "" {
		return "“" + st.part.Heading + "”里“" + words + "”"
	}
	return "“" + words + "”"
}

// figureAmbiguous are topics whose words several quantities share: two trainings are two trainings.
var figureAmbiguous = map[string]bool{"handled": true, "documents.": true, "documents.publish": true, "documents.issue": true, "documents.make": true, "regulations.": true,
	"regulations.publish": true, "training": true, "trained": true, "meeting": true, "press": true, "interview": true, "explained": true, "response": true,
	"reading_points": true, "procurement.projects": true, "licensing": true, "penalties": true, "coercion": true, "closed_on_time": true, "answered": true}
