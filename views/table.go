package views

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/report"
)

// TableInput is what an official table is shown with.
type TableInput struct {
	Sheet *report.Sheet
	// Last is last year's report; nil when it is not here. Year is the report year of this one.
	Last *report.LastYear
	Year int
	// Section is the key of the page; Findings are all that stand in it, those of the table and the others.
	Section  string
	Findings []report.Finding
	// Reasons are the answers to warnings that still fit, by group.
	Reasons map[string]string
	// Conflicts are those of the report; the table takes those of its cells.
	Conflicts []report.Conflict
	Locked    bool
	// Fixed leaves out the buttons that switch optional rows: they are for who may change the outline.
	Fixed bool
	// Charts are those that may stand behind the table.
	Charts []ChartSwitch
}

// ChartSwitch switches a chart over the years on or off; Years are those that it shows beside this one.
type ChartSwitch struct {
	Key, Title string
	On         bool
	Years      []int
}

// shows is which years stand in the chart.
func (c ChartSwitch) shows() string {
	words := make([]string, len(c.Years))
	for i, y := range c.Years {
		words[i] = strconv.Itoa(y)
	}
	return "已放在表后，与 " + strings.Join(words, "、") + " 年对比。"
}

// TableForm is an official table as the page shows it: as printed, with fields in the cells that are typed.
type TableForm struct {
	Key, Name, Section string
	Head, Body         []TableRow
	// Widths are the columns' shares of the width; Labels how many of them hold row labels.
	Widths []string
	Labels int
	// Flat tables print groups as rows of their own; their labels are indented by depth.
	Flat bool
	Feet []FootRow
	// Relations are those without a place under a column.
	Relations []RelationLine
	Optional  []OptionalRow
	Charts    []ChartSwitch
	// Findings are those of the table's rules, kept up to date while the clerk types; Others what the review says about its cells.
	Findings, Others []FindingCard
	Conflicts        []CellConflict
	Rules            report.RuleSet
	// Rest is what stands in the section beside this table's own findings; the page adds the two while the clerk types.
	Rest   SectionRest
	Locked bool
	// HasNil says that some cell holds 无 or the like, which one button turns into 0.
	HasNil bool
	// LastYear is the year of the small figures.
	LastYear int
	// Filled of Total cells have a value, computed ones too.
	Filled, Total int
}

// SectionRest counts the findings of a section that the table does not own.
type SectionRest struct {
	Errors   int  `json:"errors"`
	Warnings int  `json:"warnings"`
	Missing  int  `json:"missing"`
	Empty    bool `json:"empty"`
}

// TableRow is one printed row.
type TableRow struct {
	Cells []TableCell
}

// TableCell is one printed cell: a label, or with Figure a figure.
type TableCell struct {
	report.GridCell
	Figure *FigureCell
}

// FigureCell is the place of a figure. Index is the cell's index in the rules.
type FigureCell struct {
	ID, Name, Value string
	Index           int
	InputMode       string
	// Unit is printed behind the figure where the official label has none.
	Unit     string
	Computed bool
	// Mark is broken, doubted or conflict where something stands at the cell; DescribedBy are the ids of what says so.
	Mark, DescribedBy string
	Zero              bool
	// Last is last year's value, "" for none; it is shown where either year is not zero.
	Last     string
	ShowLast bool
}

// FootRow is a row of equations under the table, one a column.
type FootRow struct {
	// Code is the relation's; Words are the equation in words.
	Code, Words string
	Cells       []FootCell
	// Above counts the foot rows below this one, which it must leave room for.
	Above int
}

// FootCell is the equation under one column; Relation is -1 where the column has none.
type FootCell struct {
	Relation int
	// Href leads to the relation's first cell.
	Href string
	Equation
}

// Equation is how a relation stands, in today's numbers.
type Equation struct {
	// Kind is holds, broken or silent. Numbers is 12 + 1 = 12 + 1, Verdict ✓ or 差 1.
	Kind, Numbers, Verdict string
	// Severity is what a break of it weighs.
	Severity report.Severity
}

// RelationLine is a relation of the list below the table. Relation is its index in the rules, -1 where last year's figures that
// it needs are not here.
type RelationLine struct {
	Relation int
	Words    string
	Equation
	Links []Link
}

// OptionalRow is a row that a report may have or not. Key is table.row.
type OptionalRow struct {
	Key, Label string
	On         bool
}

// CellConflict is a cell that two people filled in differently.
type CellConflict struct {
	report.Conflict
	Name string
}

// NewTableForm builds the form of a table.
func NewTableForm(in TableInput) TableForm {
	t, rules := in.Sheet.Table(), in.Sheet.Rules()
	f := TableForm{Key: t.Key, Name: t.Name, Section: in.Section, Rules: rules, Locked: in.Locked, LastYear: in.Year - 1}
	own := in.Sheet.Findings()
	f.Findings = ListFindings(own, rules, in.Reasons, in.Locked)
	others := slices.DeleteFunc(slices.Clone(in.Findings), func(o report.Finding) bool { return owns(t, o) })
	f.Rest = sectionRest(others, in.Reasons)
	f.Others = ListFindings(slices.DeleteFunc(others, func(o report.Finding) bool {
		return o.Code == report.CodeConflict || !strings.HasPrefix(o.Cell, t.Key+".")
	}), rules, in.Reasons, in.Locked)
	for _, c := range in.Conflicts {
		if i := cellIndex(t, c.Place); c.Cell && i >= 0 {
			f.Conflicts = append(f.Conflicts, CellConflict{Conflict: c, Name: t.Cells[i].Name()})
		}
	}
	grid := t.Grid(func(row string) bool {
		i := slices.IndexFunc(t.Cells, func(c *report.Cell) bool { return c.Row == row })
		return i >= 0 && in.Sheet.On(t.Cells[i])
	})
	f.Labels, f.Widths, f.Flat = grid.Labels, shares(t.Widths), t.Blocks[0].GroupRows
	marks := cellMarks(own, f.Findings, f.Conflicts)
	columnAt := map[string]int{}
	for _, row := range grid.Rows {
		out := TableRow{}
		for _, c := range row.Cells {
			cell := TableCell{GridCell: c}
			if c.Figure != nil {
				columnAt[c.Figure.Column] = c.Column
				cell.Figure = figureCell(in, t, c.Figure, marks[c.Figure.ID])
				f.HasNil = f.HasNil || in.Sheet.Value(c.Figure).Condition == report.None
				f.Total++
				if cell.Figure.Value != "" {
					f.Filled++
				}
			}
			out.Cells = append(out.Cells, cell)
		}
		if row.Head {
			f.Head = append(f.Head, out)
		} else {
			f.Body = append(f.Body, out)
		}
	}
	f.relations(in.Sheet, grid, columnAt)
	if !in.Fixed {
		f.Charts = in.Charts
	}
	for _, key := range t.OptionalRows() {
		if in.Fixed {
			break
		}
		i := slices.IndexFunc(t.Cells, func(c *report.Cell) bool { return c.Row == key })
		f.Optional = append(f.Optional, OptionalRow{Key: t.Key + "." + key, Label: t.Cells[i].RowName, On: in.Sheet.On(t.Cells[i])})
	}
	return f
}

// relations puts those of a column into the foot rows and the others into the list.
func (f *TableForm) relations(sheet *report.Sheet, grid report.Grid, columnAt map[string]int) {
	for i, r := range sheet.Table().Relations {
		if !slices.ContainsFunc(f.Rules.Relations[i].Left, func(t report.RuleTerm) bool { return f.Rules.Cells[t.Cell].On }) {
			continue
		}
		known := knowsLast(f.Rules.Relations[i])
		if r.Column == "" {
			line := RelationLine{Relation: i, Words: r.Equation, Equation: equationOf(f.Rules.Relations[i], sheet.State(i)), Links: cellLinks(f.Rules, ownCells(f.Rules, i))}
			if !known {
				line.Relation, line.Verdict = -1, "没有去年的数，不核对"
			}
			f.Relations = append(f.Relations, line)
			continue
		}
		if !known {
			continue
		}
		at := slices.IndexFunc(f.Feet, func(row FootRow) bool { return row.Code == r.Code })
		if at < 0 {
			at = len(f.Feet)
			row := FootRow{Code: r.Code, Words: r.Equation, Cells: make([]FootCell, grid.Columns-grid.Labels)}
			for c := range row.Cells {
				row.Cells[c].Relation = -1
			}
			f.Feet = append(f.Feet, row)
		}
		e := equationOf(f.Rules.Relations[i], sheet.State(i))
		// Columns are narrow: 12+1 = 12+1.
		e.Numbers = strings.NewReplacer(" + ", "+", " - ", "-").Replace(e.Numbers)
		f.Feet[at].Cells[columnAt[r.Column]-grid.Labels] = FootCell{Relation: i, Href: "#" + r.Left[0].Cell.ID, Equation: e}
	}
	for i := range f.Feet {
		f.Feet[i].Above = len(f.Feet) - 1 - i
	}
}

// owns reports whether a finding is one of a table's rules.
func owns(t *report.Table, f report.Finding) bool {
	return f.Table == t.Key && (isCellCode(f.Code) || slices.ContainsFunc(t.Relations, func(r report.Relation) bool { return r.Code == f.Code }) ||
		slices.ContainsFunc(t.Sums, func(s report.Sum) bool { return s.Code == f.Code }))
}

func isCellCode(code string) bool {
	return code == report.CodeType || code == report.CodeMissing || code == report.CodeNil
}

func sectionRest(findings []report.Finding, reasons map[string]string) SectionRest {
	var unanswered []string
	for _, f := range findings {
		if reasons[f.Group()] == "" {
			unanswered = append(unanswered, f.Group())
		}
	}
	t := tallyOpen(findings, unanswered)
	return SectionRest{t.Errors, t.Warnings, t.Missing, hasEmptyPart(findings)}
}

// emptyPart is what report.CheckOutline says of a section with nothing in it; other findings of its code are about what is written.
const emptyPart = "还没有写"

// hasEmptyPart reports whether a section is wanted that has nothing in it.
func hasEmptyPart(findings []report.Finding) bool {
	return slices.ContainsFunc(findings, func(f report.Finding) bool {
		return f.Code == report.CodeParts && f.Severity == report.SeverityWarning && strings.Contains(f.Message, emptyPart)
	})
}

func figureCell(in TableInput, t *report.Table, c *report.Cell, mark cellMark) *FigureCell {
	v := in.Sheet.Value(c)
	f := &FigureCell{ID: c.ID, Name: c.Name(), Value: v.Text, Index: cellIndex(t, c.ID), InputMode: inputModes[c.Kind], Computed: c.Computed,
		Mark: mark.class, DescribedBy: strings.Join(mark.ids, " "), Zero: v.Condition == report.Number && v.IsZero()}
	if c.PrintUnit {
		f.Unit = c.Unit
	}
	if last, ok := in.Last.Of(c.Means); ok && last.Text != "" {
		f.Last, f.ShowLast = last.Text, !last.IsZero() || !v.IsZero()
	}
	return f
}

// inputModes choose the keyboard of a touch screen; that for figures has no minus.
var inputModes = map[report.Kind]string{report.KindCount: "numeric", report.KindAmount: "decimal", report.KindChange: "text"}

// InputMode is the keyboard for a kind of figure.
func InputMode(k report.Kind) string { return inputModes[k] }

// cellMark is what stands at a cell.
type cellMark struct {
	class string
	ids   []string
}

// cellMarks says which cells take part in what is wrong. A blank is no mistake yet.
func cellMarks(findings []report.Finding, cards []FindingCard, conflicts []CellConflict) map[string]cellMark {
	marks := map[string]cellMark{}
	add := func(cell, class, id string) {
		m := marks[cell]
		if markRank[class] > markRank[m.class] {
			m.class = class
		}
		if !slices.Contains(m.ids, id) {
			m.ids = append(m.ids, id)
		}
		marks[cell] = m
	}
	for _, f := range findings {
		class := markOf(f)
		if class == "" {
			continue
		}
		at := slices.IndexFunc(cards, func(c FindingCard) bool { return slices.Contains(c.Covers, f.ID()) })
		for _, cell := range cellsOf(f) {
			add(cell, class, cards[at].ID)
		}
	}
	for _, c := range conflicts {
		add(c.Place, "conflict", c.elementID())
	}
	return marks
}

var markRank = map[string]int{"": 0, "doubted": 1, "broken": 2, "conflict": 3}

func markOf(f report.Finding) string {
	switch {
	case f.Code == report.CodeMissing || f.Severity == report.SeverityHint:
		return ""
	case f.Severity == report.SeverityError:
		return "broken"
	}
	return "doubted"
}

func (c CellConflict) elementID() string { return fmt.Sprintf("conflict-%d", c.ID) }

// equationOf writes a relation with today's numbers.
func equationOf(r report.RuleRelation, v report.Verdict) Equation {
	sign, broken, by := "=", "≠", "差 "
	if r.Op == report.AtMost {
		sign, broken, by = "≤", ">", "多 "
	}
	switch v.Standing {
	case report.Holds:
		return Equation{"holds", v.Left + " " + sign + " " + v.Right, "✓", r.Severity}
	case report.Broken:
		return Equation{"broken", v.Left + " " + broken + " " + v.Right, by + v.Difference, r.Severity}
	}
	return Equation{"silent", "", "未填", r.Severity}
}

// knowsLast reports whether a relation has the figures of last year that it needs.
func knowsLast(r report.RuleRelation) bool {
	return !slices.ContainsFunc(slices.Concat(r.Left, r.Right), func(t report.RuleTerm) bool { return t.Last && t.Value == nil })
}

// ownCells are the ids of the cells of this report in relation i that are on, each once.
func ownCells(rules report.RuleSet, i int) []string {
	var ids []string
	for _, t := range slices.Concat(rules.Relations[i].Left, rules.Relations[i].Right) {
		if c := rules.Cells[t.Cell]; !t.Last && c.On && !slices.Contains(ids, c.ID) {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// shares turns relative widths into percentages.
func shares(widths []int) []string {
	sum := 0
	for _, w := range widths {
		sum += w
	}
	var out []string
	for _, w := range widths {
		out = append(out, fmt.Sprintf("%.2f%%", 100*float64(w)/float64(cmp.Or(sum, 1))))
	}
	return out
}

func cellIndex(t *report.Table, id string) int {
	return slices.IndexFunc(t.Cells, func(c *report.Cell) bool { return c.ID == id })
}
