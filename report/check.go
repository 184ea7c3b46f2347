package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Context is what a check needs to know beside the report.
type Context struct {
	Mode Mode
	// Last is last year's report; nil when it is not here.
	Last *LastYear
	// Conflicts stand open until somebody chooses.
	Conflicts []Conflict
	// Identity is whose report it is. Check needs nothing from here on; proofreading does.
	Identity Identity
	// LastReport is the content that Last rests on; nil when it is not here.
	LastReport *Report
	// Alike are the sections of other reports that may say the same.
	Alike []Likeness
}

// Sheets evaluates the tables that stand in a report, in the edition's order.
func Sheets(e *Edition, r *Report, c Context) []*Sheet {
	var out []*Sheet
	for _, t := range e.Tables {
		if r.SectionOfTable(t.Key) != "" {
			out = append(out, NewSheet(t, r.Figures, c.Last, c.Mode))
		}
	}
	return out
}

// Check is the verdict on a report as far as figures, relations and the outline go; the text has its own room (review).
// e may be nil for a report whose edition is not known.
func Check(e *Edition, r *Report, c Context) []Finding {
	var out []Finding
	for _, conflict := range c.Conflicts {
		out = append(out, conflict.Finding())
	}
	if e == nil {
		return out
	}
	out = append(out, checkEdition(e, r)...)
	out = append(out, CheckOutline(e, r, c.Mode)...)
	for _, s := range Sheets(e, r, c) {
		section := r.SectionOfTable(s.table.Key)
		found := s.Findings()
		for i := range found {
			found[i].Section = section
		}
		out = append(out, found...)
	}
	return out
}

// checkEdition compares the edition with the year. A narrative report of 2008's form was usual until 2018, so there it is a hint.
func checkEdition(e *Edition, r *Report) []Finding {
	if r.Year == 0 || e.InForce(r.Year) {
		return nil
	}
	if len(e.Tables) == 0 && r.Year <= 2018 && r.Year > e.To {
		return []Finding{{Code: CodeParts, Severity: SeverityHint, Section: PartTitle, Message: fmt.Sprintf("%d 年的报告按当年要求应附政府信息公开情况统计表。", r.Year),
			Hint: "有统计表的，请改用 2014 年格式。"}}
	}
	years := fmt.Sprintf("%d 年起", e.From)
	if e.To != 0 {
		years = fmt.Sprintf("%d 至 %d 年", e.From, e.To)
	}
	return []Finding{{Code: CodeEdition, Severity: SeverityWarning, Section: PartTitle,
		Message: fmt.Sprintf("这是 %d 年的报告，用的却是%s（%s使用）。", r.Year, e.Name, years), Hint: "核对报告年度；年度没错的，请换用当年的格式。",
		Found: e.ID}}
}

var headingNumber = regexp.MustCompile(`^\s*(?:第?[一二三四五六七八九十百]+(?:[、，,.．]|\s)|[（(][一二三四五六七八九十百]+[）)]|[0-9０-９]+[、.．])\s*`)

// HeadingName is a heading without its number: 一、总体情况 gives 总体情况.
func HeadingName(heading string) string {
	return strings.TrimSpace(headingNumber.ReplaceAllString(heading, ""))
}

// WithTotals fills in the computed cells of the tables in a report, as the form shows them; AsRead keeps the totals that stand there.
// The figures are the report's own.
func WithTotals(e *Edition, r *Report, mode Mode) {
	for _, s := range Sheets(e, r, Context{Mode: mode}) {
		for i, c := range s.table.Cells {
			if c.Computed && s.on[i] {
				r.Figures[c.ID] = s.values[i].Text
			}
		}
	}
}

// Answer is the written reason for a group of warnings. It is carried until what it answers changes.
type Answer struct {
	Group, Reason string
	// Fingerprint is of the findings that it answers.
	Fingerprint string
	MemberName  string
}

// Fingerprint sums up what findings of one group say, so that a reason is not carried over to other places or other numbers.
func Fingerprint(findings []Finding) string {
	prints := make([]string, len(findings))
	for i, f := range findings {
		prints[i] = f.print()
	}
	return strings.Join(prints, " ")
}

// print is the finding's own part of a fingerprint.
func (f Finding) print() string {
	h := sha256.Sum256([]byte(f.ID() + "\x00" + f.Message))
	return hex.EncodeToString(h[:8])
}

// Covers reports whether the reason was written for all of these findings: some of those that it answers may be mended since.
func (a Answer) Covers(findings []Finding) bool {
	if a.Reason == "" {
		return false
	}
	prints := strings.Fields(a.Fingerprint)
	return !slices.ContainsFunc(findings, func(f Finding) bool { return !slices.Contains(prints, f.print()) })
}

// Groups gathers the warnings by what one reason answers, in order.
func Groups(findings []Finding) (order []string, groups map[string][]Finding) {
	groups = map[string][]Finding{}
	for _, f := range findings {
		if f.Severity != SeverityWarning {
			continue
		}
		g := f.Group()
		if groups[g] == nil {
			order = append(order, g)
		}
		groups[g] = append(groups[g], f)
	}
	return order, groups
}

// Unanswered lists the groups of warnings without a reason that still fits.
func Unanswered(findings []Finding, answers []Answer) []string {
	order, groups := Groups(findings)
	return slices.DeleteFunc(order, func(g string) bool {
		return slices.ContainsFunc(answers, func(a Answer) bool {
			return a.Group == g && a.Covers(groups[g])
		})
	})
}
