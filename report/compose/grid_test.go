package compose

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"nianbao/report/document"
)

func TestPlainTable(t *testing.T) {
	got := plainTable([][]string{{"栏目", "条数"}, {" 通知 "}})
	want := &document.Table{Columns: 2, Widths: []int{7, 7}, Rows: []document.Row{
		{Cells: []document.Cell{{Text: "栏目", ColumnSpan: 1, RowSpan: 1}, {Text: "条数", Column: 1, ColumnSpan: 1, RowSpan: 1}}},
		{Cells: []document.Cell{{Text: "通知", ColumnSpan: 1, RowSpan: 1}, {Column: 1, ColumnSpan: 1, RowSpan: 1}}},
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := plainTable([][]string{{}}); got != nil {
		t.Errorf("a table without cells: got %+v", got)
	}
}

// A first row of words heads the others.
func TestGridHead(t *testing.T) {
	for _, c := range []struct {
		name string
		rows []string // cells by |
		want bool
	}{
		{"words", []string{"栏目|条数", "通知|3", "图解|2"}, true},
		{"years", []string{"栏目|2021年|2022年", "通知|3|5", "图解|2|1"}, true},
		{"two rows", []string{"栏目|条数", "通知|3"}, false},
		{"a number", []string{"通知|3", "图解|2", "问答|1"}, false},
		{"a number with its unit", []string{"通知|1,200件", "图解|2件", "问答|1件"}, false},
		{"a blank", []string{"|条数", "通知|3", "图解|2"}, false},
		{"a short row", []string{"栏目", "通知|3", "图解|2"}, false},
	} {
		var grid [][]string
		for _, row := range c.rows {
			grid = append(grid, strings.Split(row, "|"))
		}
		table := plainTable(grid)
		for i, row := range table.Rows {
			head := c.want && i == 0
			if row.Header != head || (row.Cells[0].Role == document.RoleHead) != head {
				t.Errorf("%s: row %d is a header: %v, want %v", c.name, i+1, row.Header, head)
			}
		}
	}
}

func TestGridWidths(t *testing.T) {
	long := strings.Repeat("长", 60)
	for _, c := range []struct {
		name string
		row  []string
		want []int
	}{
		{"by the text", []string{"序", "云岭县水利局", "按时报送"}, []int{7, 13, 9}},
		{"the longest line counts", []string{"甲\n云岭县水利局\n乙", "无"}, []int{13, 7}},
		{"never too wide", []string{"序号", long}, []int{7, 41}},
		{"the widest give way first", []string{"序号", "云岭县水利局", long, long}, []int{7, 13, 26, 26}},
		{"a number stays whole", []string{long, long, long, "0571-88888888"}, []int{19, 19, 19, 14}},
		{"no room for that", slices.Repeat([]string{"12,345,678.9"}, 8), nil},
		{"very many", slices.Repeat([]string{"甲"}, 30), nil},
	} {
		if got := plainTable([][]string{c.row}).Widths; !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}
