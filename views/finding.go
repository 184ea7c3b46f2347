package views

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nianbao/report"
)

// FindingCard is a finding as people read it. static/js/findings.js makes the same cards while the clerk types.
type FindingCard struct {
	// ID is the element's; Covers are the ids of the findings that the card speaks for.
	ID     string          `json:"id"`
	Covers []string        `json:"covers"`
	Kind   report.Severity `json:"kind"`
	Word   string          `json:"word"`
	// Message says what, with numbers; Hint what to do.
	Message string `json:"message"`
	Hint    string `json:"hint"`
	Links   []Link `json:"links"`
	// Group is what one reason answers. The first card of a group asks for it in the field ReasonName.
	Group      string `json:"group"`
	ReasonName string `json:"reasonName"`
	// Reason is what was answered.
	Reason string `json:"-"`
	Locked bool   `json:"-"`
	// Passage is where a finding on the text stands, Fix mends it by one click, Twins are what another report says too; all three
	// may be missing.
	Passage *Passage  `json:"-"`
	Fix     *FixOffer `json:"-"`
	Twins   []Twin    `json:"-"`
}

// FixOffer is a button that mends a finding: it changes what stands in a field between Start and End, in code points.
type FixOffer struct {
	// Finding is the id of the finding, which the button sends.
	Finding, Label, Field string
	Start, End            int
	Text                  string
}

// SeverityWords name the severities on the page.
var SeverityWords = map[report.Severity]string{report.SeverityError: "错误", report.SeverityWarning: "提醒", report.SeverityHint: "提示"}

// Findings about single cells that come in dozens are told once, from the fourth on.
const tellOnce = 3

var oncePhrases = map[string]string{
	report.CodeMissing: "还有 %d 格没有填。",
	report.CodeNil:     "有 %d 格写的是“无”“/”一类，应当写 0。",
}

// linkLimit is how many places one card leads to.
const linkLimit = 5

// ListFindings makes the cards of findings about a table's cells: mistakes first, then blanks, warnings and hints. Reasons are the
// answers that still fit, by group.
func ListFindings(findings []report.Finding, rules report.RuleSet, reasons map[string]string, locked bool) []FindingCard {
	count := map[string]int{}
	for _, f := range findings {
		count[f.Code]++
	}
	var out []FindingCard
	once, asked := map[string]int{}, map[string]bool{}
	for _, f := range findings {
		phrase := oncePhrases[f.Code]
		if at, told := once[f.Code]; told {
			out[at].Covers = append(out[at].Covers, f.ID())
			continue
		}
		card := newFindingCard(f, cellLinks(rules, cellsOf(f)))
		card.Locked = locked
		if phrase != "" && count[f.Code] > tellOnce {
			once[f.Code] = len(out)
			card.ID, card.Message = "f-"+f.Code+"@"+rules.Table, fmt.Sprintf(phrase, count[f.Code])
			card.Links = []Link{{Label: "第一处", Href: "#" + f.Cell}}
		}
		if f.Severity == report.SeverityWarning {
			card.Group, card.Reason = f.Group(), reasons[f.Group()]
			if !asked[card.Group] {
				card.ReasonName = "reason." + f.ID()
				asked[card.Group] = true
			}
		}
		out = append(out, card)
	}
	slices.SortStableFunc(out, func(a, b FindingCard) int { return cmp.Compare(a.rank(), b.rank()) })
	return out
}

// rank orders cards by what to do first.
func (c FindingCard) rank() int {
	switch {
	case c.Kind == report.SeverityError && !strings.HasPrefix(c.ID, "f-"+report.CodeMissing):
		return 0
	case c.Kind == report.SeverityError:
		return 1
	case c.Kind == report.SeverityWarning:
		return 2
	}
	return 3
}

func newFindingCard(f report.Finding, links []Link) FindingCard {
	return FindingCard{ID: "f-" + f.ID(), Covers: []string{f.ID()}, Kind: f.Severity, Word: SeverityWords[f.Severity], Message: f.Message,
		Hint: f.Hint, Links: links}
}

// cellsOf are the cells that a finding leads to.
func cellsOf(f report.Finding) []string {
	if len(f.Cells) == 0 && f.Cell != "" {
		return []string{f.Cell}
	}
	return f.Cells
}

// cellLinks leads to cells by the shortest names that tell them apart: rows where the column is the same, and the reverse.
// Cells of optional rows that are off are left out.
func cellLinks(rules report.RuleSet, ids []string) []Link {
	var cells []report.RuleCell
	for _, id := range ids {
		if i := slices.IndexFunc(rules.Cells, func(c report.RuleCell) bool { return c.ID == id && c.On }); i >= 0 {
			cells = append(cells, rules.Cells[i])
		}
	}
	if len(cells) == 1 {
		return []Link{{Label: "这一格", Href: "#" + cells[0].ID}}
	}
	same := func(part int) bool {
		return !slices.ContainsFunc(cells, func(c report.RuleCell) bool {
			return strings.Split(c.ID, ".")[part] != strings.Split(cells[0].ID, ".")[part]
		})
	}
	var out []Link
	for _, c := range cells[:min(len(cells), linkLimit)] {
		label := c.Name
		if row, column, both := strings.Cut(c.Name, " · "); both && same(2) {
			label = row
		} else if both && same(1) {
			label = column
		}
		out = append(out, Link{Label: label, Href: "#" + c.ID})
	}
	return out
}
