package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nianbao/report"

	"github.com/xuri/excelize/v2"
)

// official makes the sheet of an official table work: what may be typed where, what is marked when it breaks a relation, labels that
// are not typed over by mistake, and cell ids as names.
func (s *sheet) official() error {
	return cmp.Or(s.names(), s.validation(), s.relations(), s.file.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatCells: true, FormatColumns: true, FormatRows: true}))
}

// names gives each figure its cell id as a name. Where a table stands twice in a report, the first one has the names.
func (s *sheet) names() error {
	for _, c := range s.rules.Cells {
		at, here := s.at[c.ID]
		if !here || s.named[c.ID] {
			continue
		}
		s.named[c.ID] = true
		if err := s.file.SetDefinedName(&excelize.DefinedName{Name: c.ID, RefersTo: "'" + s.name + "'!" + absolute(at)}); err != nil {
			return err
		}
	}
	return nil
}

// validation says what may be typed into the figures of each kind. Totals that are formulas are not typed.
func (s *sheet) validation() error {
	largest := strings.Repeat("9", exactDigits)
	for _, v := range []struct {
		kind     report.Kind
		what     excelize.DataValidationType
		how      excelize.DataValidationOperator
		from, to string
		sentence string
	}{
		{report.KindCount, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorGreaterThanOrEqual, "0", "", "请填 0 或正整数。"},
		{report.KindChange, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween, "-" + largest, largest, "请填整数，减少的填负数。"},
		{report.KindAmount, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorGreaterThanOrEqual, "0", "", "请填 0 或正数，单位是万元。"},
	} {
		var cells []string
		for _, c := range s.rules.Cells {
			if at, here := s.at[c.ID]; here && c.Kind == v.kind {
				cells = append(cells, at)
			}
		}
		if len(cells) == 0 {
			continue
		}
		rule := excelize.NewDataValidation(true)
		rule.Sqref = strings.Join(ranges(cells, false), " ")
		if err := rule.SetRange(v.from, v.to, v.what, v.how); err != nil {
			return err
		}
		rule.SetError(excelize.DataValidationErrorStyleStop, "填写有误", v.sentence)
		if err := s.file.AddDataValidation(s.name, rule); err != nil {
			return err
		}
	}
	return nil
}

// relations marks the figures of each relation while it is broken, and totals that stand in the report and are not the sum. What
// needs last year's figures is not checked here: they are not in the workbook.
func (s *sheet) relations() error {
	for i := range s.rules.Relations {
		r := &s.rules.Relations[i]
		left, right := s.side(r.Left), s.side(r.Right)
		if !left.whole || !right.whole || len(left.cells()) == 0 {
			continue
		}
		cells := slices.Concat(left.cells(), right.cells())
		conditions := []string{"COUNT(" + references(cells, true) + ")>0"}
		for _, need := range r.Needs {
			side := map[string]sideOf{"left": left, "right": right}[need]
			conditions = append(conditions, "COUNT("+references(side.cells(), true)+")>0")
		}
		op := "<>0"
		if r.Op == report.AtMost {
			op = ">0"
		}
		conditions = append(conditions, "ROUND("+left.sum()+"-("+right.sum()+"),6)"+op)
		if err := s.mark(cells, "AND("+strings.Join(conditions, ",")+")"); err != nil {
			return err
		}
	}
	for i := range s.rules.Sums {
		sum := &s.rules.Sums[i]
		at, of := s.at[sum.Cell.ID], s.addends(sum)
		// A formula agrees with its own addends; a total that stands, and a second sum over one, may not.
		if at == "" || len(of) == 0 || s.formulas[sum.Cell.ID] != "" && !sum.Check {
			continue
		}
		if err := s.mark([]string{at}, "ROUND("+absolute(at)+"-SUM("+references(of, true)+"),6)<>0"); err != nil {
			return err
		}
	}
	return nil
}

// mark shows cells as broken while a condition holds.
func (s *sheet) mark(cells []string, condition string) error {
	return s.file.SetConditionalFormat(s.name, strings.Join(ranges(cells, false), " "),
		[]excelize.ConditionalFormatOptions{{Type: "formula", Criteria: condition, Format: &s.broken}})
}

// sideOf is one side of a relation on the sheet. whole says that nothing of it is elsewhere.
type sideOf struct {
	plus, minus []string
	whole       bool
}

func (s *sheet) side(terms []report.Term) sideOf {
	out := sideOf{whole: true}
	for _, t := range terms {
		at, here := s.at[t.Cell.ID]
		switch {
		case t.Last:
			out.whole = false
		case here && t.Minus:
			out.minus = append(out.minus, at)
		case here:
			out.plus = append(out.plus, at)
		}
	}
	return out
}

func (o sideOf) cells() []string { return slices.Concat(o.plus, o.minus) }

// sum is the side as a formula. SUM takes 无 and blanks as 0, which + would not.
func (o sideOf) sum() string {
	out := "0"
	if len(o.plus) > 0 {
		out = "SUM(" + references(o.plus, true) + ")"
	}
	if len(o.minus) > 0 {
		out += "-SUM(" + references(o.minus, true) + ")"
	}
	return out
}

// references writes addresses as the arguments of a function.
func references(addresses []string, fixed bool) string {
	return strings.Join(ranges(addresses, fixed), ",")
}

// ranges gathers addresses that follow each other down a column or along a row.
func ranges(addresses []string, fixed bool) []string {
	write := address
	if fixed {
		write = func(row, column int) string { return absolute(address(row, column)) }
	}
	var out []string
	for i := 0; i < len(addresses); {
		row, column := position(addresses[i])
		n, down := 1, 0
		for i+n < len(addresses) {
			r, c := position(addresses[i+n])
			if n == 1 && r == row+1 {
				down = 1
			}
			if r != row+n*down || c != column+n*(1-down) {
				break
			}
			n++
		}
		ref := write(row, column)
		if n > 1 {
			ref += ":" + write(row+(n-1)*down, column+(n-1)*(1-down))
		}
		out = append(out, ref)
		i += n
	}
	return out
}

// position is the place of an address, from 0.
func position(address string) (row, column int) {
	column, row, err := excelize.CellNameToCoordinates(address)
	if err != nil {
		panic(err) // every address is one of ours
	}
	return row - 1, column - 1
}

// absolute is $A$1 for A1.
func absolute(address string) string {
	row, column := position(address)
	name, err := excelize.ColumnNumberToName(column + 1)
	if err != nil {
		panic(err)
	}
	return fmt.Sprintf("$%s$%d", name, row+1)
}
