package report

import (
	"slices"
	"strings"
)

// Mode says where figures come from, which decides how totals and blanks are judged.
type Mode int

const (
	// InForm: totals are computed, blanks and 无 are errors.
	InForm Mode = iota
	// AsRead: totals that stand in the document are kept and checked, blanks and 无 are warnings.
	AsRead
)

// Standing is how a relation stands at the moment.
type Standing int

const (
	Silent Standing = iota // nothing to say: cells not filled, not a number, or last year's report not here
	Holds
	Broken
)

// Verdict is a relation's standing with today's numbers.
type Verdict struct {
	Standing Standing
	// Left and Right are the sides written out, 3 + 0; Difference is |left - right|.
	Left, Right, LeftSum, RightSum, Difference string
}

// Sheet is one table with its values: set one cell, and it tells which cells and relations changed. static/js/rules.js is the
// same machine for the page; testdata/rules holds the cases that both must agree on. Not safe for concurrent use.
type Sheet struct {
	table  *Table
	mode   Mode
	values []Value
	// on tells which cells are in the report: optional rows may be off.
	on     []bool
	last   map[*Cell]Value
	states []Verdict
	softer bool
}

// reach is what each cell of a table reaches, by its index: sums, also through other sums, in the order in which they can be computed;
// and relations, also through those that silence others.
type reach struct {
	sums, relations [][]int
}

// reaches is made once a table is whole, since every sheet over it needs the same.
func (t *Table) reaches() reach {
	out := reach{sums: make([][]int, len(t.Cells)), relations: make([][]int, len(t.Cells))}
	feeders := make([][]int, len(t.Cells))
	for i, sum := range t.Sums {
		if sum.Check {
			continue
		}
		var of []int
		for _, c := range sum.Of {
			of = append(append(of, c.index), feeders[c.index]...)
		}
		feeders[sum.Cell.index] = distinct(of)
		for _, at := range feeders[sum.Cell.index] {
			out.sums[at] = append(out.sums[at], i)
		}
	}
	cellsOf := map[string][]int{}
	for i, r := range t.Relations {
		var of []int
		for _, term := range slices.Concat(r.Left, r.Right) {
			if !term.Last {
				of = append(of, term.Cell.index)
			}
		}
		for _, id := range r.Unless {
			of = append(of, cellsOf[id]...)
		}
		cellsOf[r.ID] = distinct(of)
		for _, at := range cellsOf[r.ID] {
			out.relations[at] = append(out.relations[at], i)
		}
	}
	return out
}

// Delta is what one changed cell changed: computed cells among Cells, relation indices among Relations.
type Delta struct {
	Cells     []*Cell
	Relations []int
}

// NewSheet evaluates a table over figures. Last may be nil.
func NewSheet(t *Table, figures Figures, last *LastYear, mode Mode) *Sheet {
	s := &Sheet{table: t, mode: mode, values: make([]Value, len(t.Cells)), on: make([]bool, len(t.Cells)), last: map[*Cell]Value{},
		states: make([]Verdict, len(t.Relations)), softer: last != nil && last.Doubt != ""}
	for i, c := range t.Cells {
		raw, present := figures[c.ID]
		s.on[i] = present || !c.Optional
		if !c.Computed || mode == AsRead {
			s.values[i] = ParseValue(c.Kind, raw)
		}
	}
	for i := range t.Sums {
		s.compute(i)
	}
	for _, r := range t.Relations {
		for _, terms := range [...][]Term{r.Left, r.Right} {
			for _, term := range terms {
				if !term.Last {
					continue
				}
				if v, ok := last.Of(term.Cell.Means); ok && v.Condition != Malformed {
					s.last[term.Cell] = v
				}
			}
		}
	}
	for i := range t.Relations {
		s.states[i] = s.evaluate(i)
	}
	return s
}

// distinct sorts indices and drops repeated ones.
func distinct(indices []int) []int {
	slices.Sort(indices)
	return slices.Compact(indices)
}

// Table is the table that the sheet is over.
func (s *Sheet) Table() *Table { return s.table }

// Value is what a cell holds; the zero Value for a cell of another table.
func (s *Sheet) Value(c *Cell) Value {
	if c.index < len(s.values) && s.table.Cells[c.index] == c {
		return s.values[c.index]
	}
	return Value{}
}

// On reports whether a cell is in the report: those of an optional row only where it is switched on.
func (s *Sheet) On(c *Cell) bool { return s.on[c.index] }

// State is how relation i of the table stands.
func (s *Sheet) State(i int) Verdict { return s.states[i] }

// compute sets the computed cell of a sum and reports whether it changed. In a document that was read, a total that stands
// there is kept.
func (s *Sheet) compute(i int) bool {
	sum := &s.table.Sums[i]
	if sum.Check {
		return false
	}
	at := sum.Cell.index
	if s.mode == AsRead && s.values[at].Condition != Blank {
		return false
	}
	v := Value{}
	var total exact
	for _, c := range sum.Of {
		switch a := s.values[c.index]; a.Condition {
		case Malformed:
			v.Condition = Malformed
		case Number, None:
			total = total.plus(a.number)
			if v.Condition == Blank {
				v.Condition = Number
			}
		}
	}
	if v.Condition == Number {
		v.number, v.Text = total, total.String()
	}
	old := s.values[at]
	s.values[at] = v
	return old.Condition != v.Condition || old.Text != v.Text
}

// Set puts what was typed into a cell. Computed cells are not set.
func (s *Sheet) Set(c *Cell, raw string) Delta {
	if c.Computed && s.mode == InForm {
		return Delta{}
	}
	s.values[c.index] = ParseValue(c.Kind, raw)
	delta := Delta{Cells: []*Cell{c}}
	for _, i := range s.table.reach.sums[c.index] {
		if s.compute(i) {
			delta.Cells = append(delta.Cells, s.table.Sums[i].Cell)
		}
	}
	for _, cell := range delta.Cells {
		for _, i := range s.table.reach.relations[cell.index] {
			if !slices.Contains(delta.Relations, i) {
				delta.Relations = append(delta.Relations, i)
			}
		}
	}
	slices.Sort(delta.Relations)
	for _, i := range delta.Relations {
		s.states[i] = s.evaluate(i)
	}
	return delta
}

// side is one side of a relation, evaluated.
type side struct {
	sum                       exact
	text                      string
	filled, own, known, valid bool
}

// evaluateSide adds up terms. own: some cell of this report is in it and on; filled: some such cell is not blank; known: last
// year's figures are here; valid: nothing in it is malformed.
func (s *Sheet) evaluateSide(terms []Term) side {
	out := side{known: true, valid: true}
	var text strings.Builder
	for _, t := range terms {
		var v Value
		if t.Last {
			var ok bool
			if v, ok = s.last[t.Cell]; !ok {
				out.known = false
			}
		} else {
			if !s.on[t.Cell.index] {
				continue
			}
			v = s.values[t.Cell.index]
			out.own = true
			out.filled = out.filled || v.Condition != Blank
		}
		if v.Condition == Malformed {
			out.valid = false
		}
		if t.Minus {
			out.sum = out.sum.minus(v.number)
		} else {
			out.sum = out.sum.plus(v.number)
		}
		// A negative number is written as taken away: 5 - 3, not 5 + -3.
		switch minus := t.Minus != (v.number.sign() < 0); {
		case minus && text.Len() == 0:
			text.WriteString("-")
		case minus:
			text.WriteString(" - ")
		case text.Len() > 0:
			text.WriteString(" + ")
		}
		text.WriteString(v.number.abs().String())
	}
	out.text = text.String()
	return out
}

func (s *Sheet) evaluate(i int) Verdict {
	r := &s.table.Relations[i]
	left, right := s.evaluateSide(r.Left), s.evaluateSide(r.Right)
	silent := !left.known || !right.known || !left.valid || !right.valid || !left.own || !left.filled && !right.filled
	for _, need := range r.Needs {
		silent = silent || need == "left" && !left.filled || need == "right" && !right.filled
	}
	for _, id := range r.Unless {
		j := slices.IndexFunc(s.table.Relations[:i], func(o Relation) bool { return o.ID == id })
		silent = silent || s.states[j].Standing == Broken
	}
	if silent {
		return Verdict{}
	}
	difference := left.sum.minus(right.sum)
	state := Verdict{Standing: Holds, Left: left.text, Right: right.text, LeftSum: left.sum.String(), RightSum: right.sum.String(),
		Difference: difference.abs().String()}
	if r.Op == Equal && difference.sign() != 0 || r.Op == AtMost && difference.sign() > 0 {
		state.Standing = Broken
	}
	return state
}

// Severity is what a break of relation i weighs here.
func (s *Sheet) Severity(i int) Severity {
	r := &s.table.Relations[i]
	if r.Softens && s.softer {
		return SeverityWarning
	}
	return r.Severity
}

// Findings are what values, totals and relations have to say, cells first, in reading order. Section is left to the caller.
func (s *Sheet) Findings() []Finding {
	var out []Finding
	for i, c := range s.table.Cells {
		if s.on[i] && s.values[i].Condition != Number {
			if f, ok := s.cellFinding(c); ok {
				out = append(out, f)
			}
		}
	}
	if s.mode == AsRead {
		for i := range s.table.Sums {
			if f, ok := s.sumFinding(i); ok {
				out = append(out, f)
			}
		}
	}
	for i := range s.table.Relations {
		if f, ok := s.relationFinding(i); ok {
			out = append(out, f)
		}
	}
	return out
}

// The sentences about single values. The page has them through Rules.
var (
	problemMessages = map[Problem]string{
		NotNumber: "这里要填数字，现在是“{value}”。",
		Negative:  "这里不能填负数，现在是“{value}”。",
		Fraction:  "这里只能填整数，现在是“{value}”。",
		TooLong:   "这个数太长，现在是“{value}”。",
		Places:    "小数最多六位，现在是“{value}”。",
	}
	problemHints = map[Problem]string{
		NotNumber: "改成数字，例如 12；没有的填 0。",
		Negative:  "改成 0 或正数。",
		Fraction:  "改成整数；金额请填在以万元为单位的格里。",
		TooLong:   "核对是不是多敲了几位。",
		Places:    "按万元保留六位以内的小数。",
	}
)

const (
	missingMessage = "{name}还没有填。"
	missingHint    = "填上数字；没有的填 0，也可以用“空白填 0”一次补齐。"
	nilMessage     = "{name}写的是“{value}”，应当写 0。"
	nilHint        = "改成 0。"
	shownValue     = 40 // code points of a bad value that a message quotes
)

func (s *Sheet) cellFinding(c *Cell) (Finding, bool) {
	v := s.values[c.index]
	// A computed cell without text stands for no total, or for one that an addend spoils; the addend says so itself.
	if c.Computed && (s.mode == InForm || v.Text == "") {
		return Finding{}, false
	}
	f := Finding{Severity: SeverityError, Cell: c.ID, Table: c.Table}
	softer := SeverityError
	if s.mode == AsRead {
		softer = SeverityWarning
	}
	switch v.Condition {
	case Malformed:
		f.Code, f.Message, f.Hint, f.Found = CodeType, problemMessages[v.Problem], problemHints[v.Problem], v.Text
	case Blank:
		f.Code, f.Severity, f.Message, f.Hint = CodeMissing, softer, missingMessage, missingHint
	case None:
		f.Code, f.Severity, f.Message, f.Hint, f.Found, f.Expected = CodeNil, softer, nilMessage, nilHint, v.Text, "0"
	default:
		return Finding{}, false
	}
	f.Message = strings.Replace(f.Message, "{name}", c.Name(), 1)
	f.Message = strings.Replace(f.Message, "{value}", clip(strings.TrimSpace(v.Text), shownValue), 1)
	return f, true
}

// sumFinding checks a total that stands in a document against its addends.
func (s *Sheet) sumFinding(i int) (Finding, bool) {
	sum := &s.table.Sums[i]
	total := s.values[sum.Cell.index]
	if total.Condition == Blank {
		return Finding{}, false
	}
	rest := total.number // nearly every total is right
	for _, c := range sum.Of {
		rest = rest.minus(s.values[c.index].number)
	}
	if rest.sign() == 0 {
		return Finding{}, false
	}
	var terms []Term
	for _, c := range sum.Of {
		terms = append(terms, Term{Cell: c})
	}
	left, right := s.evaluateSide([]Term{{Cell: sum.Cell}}), s.evaluateSide(terms)
	difference := left.sum.minus(right.sum)
	if !left.valid || !right.valid {
		return Finding{}, false
	}
	f := Finding{Code: sum.Code, Severity: SeverityError, Cell: sum.Cell.ID, Table: sum.Cell.Table, Message: sum.Message, Hint: sum.Hint,
		Expected: right.sum.String(), Found: left.sum.String()}
	for _, c := range append([]*Cell{sum.Cell}, sum.Of...) {
		f.Cells = append(f.Cells, c.ID)
	}
	f.Message = withNumbers(f.Message, Verdict{Left: left.text, Right: right.text, Difference: difference.abs().String()})
	return f, true
}

func (s *Sheet) relationFinding(i int) (Finding, bool) {
	st := s.states[i]
	if st.Standing != Broken {
		return Finding{}, false
	}
	r := &s.table.Relations[i]
	f := Finding{Code: r.Code, Severity: s.Severity(i), Cell: r.Left[0].Cell.ID, Table: r.Left[0].Cell.Table, Message: withNumbers(r.Message, st), Hint: r.Hint,
		Expected: st.RightSum, Found: st.LeftSum}
	for _, t := range slices.Concat(r.Left, r.Right) {
		if !t.Last && !slices.Contains(f.Cells, t.Cell.ID) {
			f.Cells = append(f.Cells, t.Cell.ID)
		}
	}
	return f, true
}

func withNumbers(message string, st Verdict) string {
	return strings.NewReplacer("{left}", st.Left, "{right}", st.Right, "{difference}", st.Difference).Replace(message)
}

// clip shortens a text to n code points for a message.
func clip(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}
