package gbt9704

import (
	"slices"
	"strings"
	"testing"

	"nianbao/report/document"
)

// grouped is a table with two head rows and a label over so many rows of figures.
func grouped(label string, rows int) *document.Table {
	t := &document.Table{Columns: 3, Labels: 2, Widths: []int{1, 4, 4}, Rows: []document.Row{
		{Header: true, Cells: []document.Cell{{Role: document.RoleCorner, Text: "内容", ColumnSpan: 2, RowSpan: 2}, {Role: document.RoleHead, Text: "件数", Column: 2, ColumnSpan: 1, RowSpan: 1}}},
		{Header: true, Cells: []document.Cell{{Role: document.RoleHead, Text: "甲", Column: 2, ColumnSpan: 1, RowSpan: 1}}},
	}}
	for i := range rows {
		row := document.Row{}
		if i == 0 {
			row.Cells = append(row.Cells, document.Cell{Role: document.RoleGroup, Text: label, ColumnSpan: 1, RowSpan: rows})
		}
		row.Cells = append(row.Cells, document.Cell{Role: document.RoleLabel, Text: "新收", Column: 1, ColumnSpan: 1, RowSpan: 1},
			document.Cell{Role: document.RoleFigure, Text: "1", Column: 2, ColumnSpan: 1, RowSpan: 1})
		t.Rows = append(t.Rows, row)
	}
	return t
}

func TestStay(t *testing.T) {
	for _, c := range []struct {
		name, label string
		rows        int
		want        string // a row that stays with the next is +, one that need not -
	}{
		{"short label", "办理", 4, "+++---"},
		{"label of three rows", "三、本年度办理结果情况", 6, "++++----"},
		{"label of more rows than there are", "三、本年度办理结果情况", 2, "+++-"},
		{"label without end", strings.Repeat("长", 500), 20, "++" + strings.Repeat("+", maxStay-1) + strings.Repeat("-", 20-maxStay+1)},
	} {
		table := grouped(c.label, c.rows)
		got := ""
		for _, stay := range TableTypes[0].Stay(table, ColumnWidths(table)) {
			if stay {
				got += "+"
			} else {
				got += "-"
			}
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestTypeOf(t *testing.T) {
	label := func(text string) *document.Table {
		return &document.Table{Columns: 2, Rows: []document.Row{{Cells: []document.Cell{{Role: document.RoleLabel, Text: text, ColumnSpan: 1, RowSpan: 1},
			{Role: document.RoleFigure, Text: "1", Column: 1, ColumnSpan: 1, RowSpan: 1}}}}}
	}
	figure := label("新收")
	figure.Rows[0].Cells[1].Text = strings.Repeat("1", 40)
	plain := label(strings.Repeat("长", 18*9))
	plain.Rows[0].Cells[0].Role = document.RolePlain
	number := label("新收")
	number.Rows[0].Cells[1] = document.Cell{Text: strings.Repeat("1", 40), Column: 1, ColumnSpan: 1, RowSpan: 1}
	page := label(strings.Repeat("长", 18*50))
	page.Rows[0].Cells[0].Role = document.RolePlain
	for _, c := range []struct {
		name  string
		table *document.Table
		want  string
	}{
		{"row higher than a page", page, "五号"},
		{"long text in a table of the report's own", plain, "小四"},
		{"room enough", label("新收"), "小四"},
		{"three lines", label(strings.Repeat("长", 18*3)), "小四"},
		{"more than three", label(strings.Repeat("长", 18*3+1)), "五号"},
		{"figure too long", figure, "五号"},
		{"one page in the smallest only", grouped("办理", 30), "小五"},
		{"one page in the middle one", grouped("办理", 26), "五号"},
		{"no room for a heading over it in the middle one", grouped("办理", 27), "小五"},
		{"number of the report's own too long", number, "五号"},
		{"on one page in none", grouped("办理", 60), "小四"},
	} {
		if got := TypeOf(c.table, ColumnWidths(c.table)).Name; got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestFigureSize(t *testing.T) {
	for _, c := range []struct {
		name  string
		cell  document.Cell
		width Length // of the cell, without its margins
		want  Length
	}{
		{"room", document.Cell{Role: document.RoleFigure, Text: "123456"}, 27 * Point, XiaoWu},
		{"seven digits", document.Cell{Role: document.RoleFigure, Text: "1234567"}, 30 * Point, 8500},
		{"eight digits", document.Cell{Role: document.RoleFigure, Text: "12345678"}, 25 * Point, 6 * Point},
		{"too long even so", document.Cell{Role: document.RoleFigure, Text: "123456789"}, 25 * Point, XiaoWu},
		{"number of the report's own", document.Cell{Text: "12,345.6%"}, 32 * Point, 7 * Point},
		{"text of the report's own", document.Cell{Text: "每周核对"}, 30 * Point, XiaoWu},
		{"label", document.Cell{Role: document.RoleLabel, Text: "12345678"}, 30 * Point, XiaoWu},
		{"no text and no room", document.Cell{Role: document.RoleFigure}, -Point, XiaoWu},
		{"no room", document.Cell{Role: document.RoleFigure, Text: "1"}, -Point, XiaoWu},
	} {
		if got := TableTypes[2].FigureSize(&c.cell, c.width+2*CellMargin); got != c.want {
			t.Errorf("%s: got %d, want %d", c.name, got, c.want)
		}
	}
}

func TestLeft(t *testing.T) {
	plain := func(texts ...string) (row document.Row) {
		for i, text := range texts {
			row.Cells = append(row.Cells, document.Cell{Text: text, Column: i, ColumnSpan: 1, RowSpan: 1})
		}
		return row
	}
	table := &document.Table{Columns: 4, Rows: []document.Row{plain("水利局", "无", "1", "甲"),
		plain("镇政府", strings.Repeat("长", 9), strings.Repeat("1", 40), "电话\n信函")}}
	table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{{Role: document.RoleLabel, Text: strings.Repeat("长", 9), ColumnSpan: 1, RowSpan: 1}}})
	if got, want := TableTypes[0].Left(table, ColumnWidths(table)), []bool{false, true, false, true}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	table.Rows[1].Cells[1].Text = strings.Repeat("长", 8)
	if got := TableTypes[0].Left(table, ColumnWidths(table)); got[1] {
		t.Error("a text that has room on one line stands on the left")
	}
}

// A table does not begin with one row at the foot of a page.
func TestStayPlain(t *testing.T) {
	row := document.Row{Cells: []document.Cell{{Text: "电话", ColumnSpan: 1, RowSpan: 1}}}
	for n, want := range [][]bool{{}, {false}, {true, false}, {true, false, false}} {
		table := &document.Table{Columns: 1, Rows: slices.Repeat([]document.Row{row}, n)}
		if got := TableTypes[0].Stay(table, ColumnWidths(table)); !slices.Equal(got, want) {
			t.Errorf("%d rows: got %v, want %v", n, got, want)
		}
	}
}

func TestColumnWidths(t *testing.T) {
	got := ColumnWidths(&document.Table{Columns: 3, Widths: []int{110, 20, 26}})
	if want := []Length{311800, 56700, 73700}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got, want := Span(got, 1, 9), Length(56700+73700); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
