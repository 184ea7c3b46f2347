package intake

import (
	"reflect"
	"testing"

	"nianbao/report/document"
)

func TestLiftHeadings(t *testing.T) {
	for _, c := range []struct {
		name string
		rows [][]string
		want []any // a heading as string, a table as its number of rows
	}{
		{"between two tables", [][]string{{"规章", "0"}, {"三、收到和处理政府信息公开申请情况", ""}, {"自然人", "1"}, {"总计", "1"}}, []any{1, "三、收到和处理政府信息公开申请情况", 2}},
		{"at the end with text", [][]string{{"规章", "0"}, {"五、存在的主要问题及改进情况", ""}, {"人手不够。", ""}}, []any{1, "五、存在的主要问题及改进情况", "人手不够。"}},
		{"a short one", [][]string{{"四、行政复议"}, {"结果维持", "0"}}, []any{"四、行政复议", 1}},
		{"with a remark", [][]string{{"规章", "0"}, {"三、收到和处理信息公开申请情况（见附表）", ""}, {"自然人", "1"}}, []any{1, "三、收到和处理信息公开申请情况（见附表）", 1}},
		{"in brackets", [][]string{{"规章", "0"}, {"【收到和处理政府信息公开申请情况】", ""}, {"自然人", "1"}}, []any{1, "【收到和处理政府信息公开申请情况】", 1}},
		{"with readings", [][]string{{"规章", "0"}, {"四、政府信息公開行政復(fù)議、行政訴訟情況", ""}, {"結果維持", "1"}}, []any{1, "四、政府信息公開行政復(fù)議、行政訴訟情況", 1}},
		{"in the first cell of the row below", [][]string{{"规章", "0"}, {"三、收到和处理政府信息公开申请情况（见下表）\n自然人", "1"}, {"总计", "1"}}, []any{1, "三、收到和处理政府信息公开申请情况（见下表）", 2}},
		{"called a little otherwise", [][]string{{"规章", "0"}, {"三、本街道收到和处理公开申请的情况", ""}, {"自然人", "1"}}, []any{1, "三、本街道收到和处理公开申请的情况", 1}},
		{"a label on two lines", [][]string{{"规章", "0"}, {"三、本年度\n办理结果", "1"}}, []any{2}},
		{"a label that is called alike", [][]string{{"一、主动公开情况", ""}, {"三、依申请公开情况", ""}, {"（一）收到申请数", "1"}}, []any{3}},
		{"a label of one cell", [][]string{{"三、本年度办理结果"}, {"（一）予以公开", "1"}}, []any{2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b document.Builder
			table := b.NewTable()
			for _, row := range c.rows {
				table.Row()
				for _, cell := range row {
					table.Cell(cell, 1, 1)
				}
			}
			b.Table(table)
			var got []any
			for _, block := range liftHeadings(standardEditions(t), b.Document()).Sections[0].Blocks {
				switch block := block.(type) {
				case *document.Paragraph:
					got = append(got, block.Text)
				case *document.Table:
					got = append(got, len(block.Rows))
				}
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
