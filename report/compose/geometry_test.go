package compose

import (
	"fmt"
	"testing"

	"nianbao/report"
	"nianbao/report/document"
)

// official composes every table of every edition, with the optional rows on.
func official(t *testing.T) map[string]*document.Table {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*document.Table{}
	for _, e := range editions {
		for _, table := range e.Tables {
			f := report.Figures{}
			for _, c := range table.Cells {
				f[c.ID] = ""
			}
			d := Compose(e, &report.Report{Figures: f, Sections: []report.Section{{Blocks: []report.Block{{Table: table.Key}}}}})
			out[e.ID+" "+table.Key] = d.Sections[0].Blocks[0].(*document.Table)
		}
	}
	return out
}

// Every place of the grid belongs to exactly one cell.
func TestGridIsCovered(t *testing.T) {
	for name, table := range official(t) {
		taken := make([][]int, len(table.Rows))
		for i := range taken {
			taken[i] = make([]int, table.Columns)
		}
		for i, row := range table.Rows {
			for _, c := range row.Cells {
				for r := i; r < i+c.RowSpan; r++ {
					for col := c.Column; col < c.Column+c.ColumnSpan; col++ {
						if r >= len(taken) || col >= table.Columns {
							t.Fatalf("%s: %q reaches out of the grid", name, c.Text)
						}
						taken[r][col]++
					}
				}
			}
		}
		for r, row := range taken {
			for col, n := range row {
				if n != 1 {
					t.Errorf("%s: row %d column %d belongs to %d cells", name, r, col, n)
				}
			}
		}
	}
}

// The printed form of the official tables (editions.md).
func TestGeometry(t *testing.T) {
	tables := official(t)
	for _, c := range []struct {
		table, text             string
		row, column, cols, rows int
	}{
		{"gb-2021 requests", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 0, 0, 3, 3},
		{"gb-2021 requests", "申请人情况", 0, 3, 7, 1},
		{"gb-2021 requests", "自然人", 1, 3, 1, 2},
		{"gb-2021 requests", "法人或其他组织", 1, 4, 5, 1},
		{"gb-2021 requests", "总计", 1, 9, 1, 2},
		{"gb-2021 requests", "商业企业", 2, 4, 1, 1},
		{"gb-2021 requests", "一、本年新收政府信息公开申请数量", 3, 0, 3, 1},
		{"gb-2021 requests", "二、上年结转政府信息公开申请数量", 4, 0, 3, 1},
		{"gb-2021 requests", "三、本年度办理结果", 5, 0, 1, 22},
		{"gb-2021 requests", "（一）予以公开", 5, 1, 2, 1},
		{"gb-2021 requests", "（三）不予公开", 7, 1, 1, 8},
		{"gb-2021 requests", "1．属于国家秘密", 7, 2, 1, 1},
		{"gb-2021 requests", "（六）其他处理", 23, 1, 1, 3},
		{"gb-2021 requests", "（七）总计", 26, 1, 2, 1},
		{"gb-2021 requests", "四、结转下年度继续办理", 27, 0, 3, 1},
		{"gb-2019 requests", "三、本年度办理结果", 5, 0, 1, 20},
		{"gb-2019 requests", "（六）其他处理", 23, 1, 2, 1},
		{"gb-2021 appeals", "行政复议", 0, 0, 5, 1},
		{"gb-2021 appeals", "行政诉讼", 0, 5, 10, 1},
		{"gb-2021 appeals", "未经复议直接起诉", 1, 5, 5, 1},
		{"gb-2021 appeals", "结果维持", 1, 0, 1, 2},
		{"gb-2021 disclosure", "第二十条第（一）项", 0, 0, 4, 1},
		{"gb-2021 disclosure", "本年处理决定数量", 5, 1, 3, 1},
		{"gb-2019 disclosure", "采购总金额", 16, 2, 2, 1},
		{"gb-2014 statistics", "统计指标", 0, 0, 1, 1},
		{"gb-2014 statistics", "一、主动公开情况", 1, 0, 1, 1},
	} {
		t.Run(c.table+" "+c.text, func(t *testing.T) {
			for i, row := range tables[c.table].Rows {
				for _, cell := range row.Cells {
					if cell.Text != c.text || i < c.row {
						continue
					}
					got := fmt.Sprint(i, cell.Column, cell.ColumnSpan, cell.RowSpan)
					if want := fmt.Sprint(c.row, c.column, c.cols, c.rows); got != want {
						t.Errorf("row, column, columns, rows: got %s, want %s", got, want)
					}
					return
				}
			}
			t.Error("not there")
		})
	}
	for name, want := range map[string]struct{ header, rows int }{
		"gb-2021 requests": {3, 28}, "gb-2019 requests": {3, 26}, "gb-2021 appeals": {3, 4}, "gb-2019 appeals": {3, 4},
		"gb-2021 disclosure": {0, 14}, "gb-2019 disclosure": {0, 18}, "gb-2014 statistics": {1, 73},
	} {
		header := 0
		for _, row := range tables[name].Rows {
			if row.Header {
				header++
			}
		}
		if got := len(tables[name].Rows); header != want.header || got != want.rows {
			t.Errorf("%s: %d header rows of %d, want %d of %d", name, header, got, want.header, want.rows)
		}
	}
}
