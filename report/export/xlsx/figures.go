package xlsx

import (
	"math/big"
	"strconv"
	"strings"

	"nianbao/report"
	"nianbao/report/document"

	"github.com/xuri/excelize/v2"
)

// number is a figure that Excel can hold: what it is in sums, and what is written.
type number struct {
	exact *big.Rat
	float float64
	// format shows it with all its places, usual says that it shows so anyway.
	format string
	usual  bool
}

// exactDigits is how many digits of a number Excel keeps.
const exactDigits = 15

// parseNumber reads a figure's value; false for none and for one with more digits than Excel keeps, which stands as text.
func parseNumber(value string) (number, bool) {
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(value, "-"), ".")
	exact, ok := new(big.Rat).SetString(value)
	if !ok || len(strings.TrimLeft(whole+fraction, "0")) > exactDigits {
		return number{}, false
	}
	float, _ := exact.Float64()
	n := number{exact: exact, float: float}
	n.format = "0"
	if fraction != "" {
		n.format += "." + strings.Repeat("0", len(fraction))
	}
	// The usual format drops zeros at the end and writes small numbers with an exponent.
	small := strings.Trim(whole, "0") == "" && strings.HasPrefix(fraction, "0000")
	n.usual = !small && !strings.HasSuffix(fraction, "0")
	return n, true
}

// cell is what is written for a cell of the document.
func (s *sheet) cell(c *document.Cell) (excelize.Cell, error) {
	look := style{size: s.size(), border: true}
	out := excelize.Cell{Value: s.text(c.Text)}
	switch c.Role {
	case document.RoleFigure:
		s.figure(c, &look, &out)
	case document.RoleLabel, document.RoleGroup:
		look.left, look.indent = s.table.Grouped(), c.Indent()
	case document.RoleTitle:
		look.bold = true
	case document.RolePlain:
		look.open = true
		// A whole number may be reckoned with; anything else stays as it was typed.
		if n, err := strconv.ParseInt(c.Text, 10, 64); err == nil && strconv.FormatInt(n, 10) == c.Text && len(c.Text) < exactDigits {
			out.Value, look.shrink = n, true
		}
	}
	if c.Text == "" && out.Formula == "" && out.Value == "" {
		out.Value = nil
	}
	var err error
	out.StyleID, err = s.style(look)
	return out, err
}

// figure writes a number as a number and a total as a formula, which keeps its value for readers that do not compute.
func (s *sheet) figure(c *document.Cell, look *style, out *excelize.Cell) {
	look.open = true
	if s.rules == nil || s.edition.Cell(c.ID) == nil {
		return
	}
	cell := s.edition.Cell(c.ID)
	unit := ""
	if cell.PrintUnit {
		unit = `"` + cell.Unit + `"`
	}
	switch n, ok := parseNumber(c.Value); {
	case ok:
		out.Value, look.shrink = n.float, true
		if cell.Kind != report.KindAmount || unit != "" || !n.usual {
			look.format = n.format + unit
		}
	case cell.Kind != report.KindAmount:
		look.format = "0"
	case unit != "":
		look.format = "General" + unit
	}
	if formula := s.formulas[c.ID]; formula != "" {
		out.Formula, look.open, look.total = formula, false, true
	}
}

// text cuts what Excel would cut, and says so.
func (s *sheet) text(text string) string {
	const more = "……（一格放不下，全文见 Word 文档）"
	text = document.Printable(text)
	if head := clip(text, maxText); len(head) < len(text) {
		s.notes = append(s.notes, document.Note{Code: "cell.cut", Near: clip(text, 20),
			Message: "表格“" + s.name + "”里有一格文字太长，Excel 的一格放不下，工作簿里只有前一部分。全文请看 Word 文档。"})
		return clip(text, maxText-len([]rune(more))) + more
	}
	return text
}

// totals finds the formulas of the computed cells. A total that stands in the report but is not the sum stays a value.
func (s *sheet) totals() {
	for i := range s.rules.Sums {
		sum := &s.rules.Sums[i]
		of := s.addends(sum)
		if sum.Check || s.at[sum.Cell.ID] == "" || len(of) == 0 {
			continue
		}
		total, filled := new(big.Rat), false
		for _, addend := range sum.Of {
			if n, ok := s.figures[addend.ID]; ok {
				total.Add(total, n.exact)
				filled = true
			}
		}
		stands, isNumber := s.figures[sum.Cell.ID]
		add := "SUM(" + references(of, false) + ")"
		switch {
		case isNumber && stands.exact.Cmp(total) == 0:
			s.formulas[sum.Cell.ID] = add
		case !isNumber && !filled && s.blank[sum.Cell.ID]:
			// Nothing is filled in yet: the total stays blank until something is.
			s.formulas[sum.Cell.ID] = "IF(COUNT(" + references(of, false) + `)=0,"",` + add + ")"
		}
	}
}

// addends are the addresses of what a sum adds up, as far as it stands on the sheet.
func (s *sheet) addends(sum *report.Sum) (of []string) {
	for _, c := range sum.Of {
		if at, here := s.at[c.ID]; here {
			of = append(of, at)
		}
	}
	return of
}
