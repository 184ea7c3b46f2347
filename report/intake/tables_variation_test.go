package intake

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/document"
)

// dropRow leaves out the row that begins with a label; the cells that reach into it from above get shorter.
func (m matrix) dropRow(label string) matrix {
	at := slices.IndexFunc(m, func(row []document.Cell) bool {
		return slices.ContainsFunc(row, func(c document.Cell) bool { return c.Text == label })
	})
	out := m.clone()
	for i := range at {
		for k := range out[i] {
			if c := &out[i][k]; i+c.RowSpan > at {
				c.RowSpan--
			}
		}
	}
	if at+1 < len(out) {
		for _, c := range out[at] {
			if c.RowSpan > 1 {
				c.RowSpan--
				out[at+1] = append([]document.Cell{c}, out[at+1]...)
			}
		}
	}
	return slices.Delete(out, at, at+1)
}

// insertRow puts a row of one label and figures under the one that has a label.
func (m matrix) insertRow(after string, column int, texts ...string) matrix {
	at := slices.IndexFunc(m, func(row []document.Cell) bool {
		return slices.ContainsFunc(row, func(c document.Cell) bool { return c.Text == after })
	})
	out := m.clone()
	for i := range at {
		for k := range out[i] {
			if c := &out[i][k]; i+c.RowSpan > at+1 {
				c.RowSpan++
			}
		}
	}
	for k := range out[at] {
		if c := &out[at][k]; c.RowSpan > 1 {
			c.RowSpan++
		}
	}
	var row []document.Cell
	for i, text := range texts {
		row = append(row, document.Cell{Text: text, Column: column + i, ColumnSpan: 1, RowSpan: 1})
	}
	return slices.Insert(out, at+1, row)
}

// column moves, drops or adds: f says where a grid column goes, -1 for nowhere.
func (m matrix) column(f func(int) int) matrix {
	var out matrix
	for _, row := range m.spread(false) {
		cells := make([]document.Cell, 0, len(row))
		for k, c := range row {
			if to := f(k); to >= 0 {
				c.Column = to
				cells = append(cells, c)
			}
		}
		slices.SortFunc(cells, func(a, b document.Cell) int { return a.Column - b.Column })
		out = append(out, cells)
	}
	return out
}

// texts is the ragged table with the empty cells at the end of each row left out.
func (m matrix) texts() *document.Table {
	t := m.ragged()
	for i := range t.Rows {
		cells := t.Rows[i].Cells
		for len(cells) > 1 && cells[len(cells)-1].Text == "" {
			cells = cells[:len(cells)-1]
		}
		t.Rows[i].Cells = cells
	}
	return t
}

func blocksOfTable(tables ...*document.Table) []document.Block {
	var out []document.Block
	for _, t := range tables {
		out = append(out, t)
	}
	return out
}

var labelNumberPat = regexp.MustCompile(`^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+．)`)

// Labels as clerks and copies alter them. Every figure must still be read, without doubt, in every shape.
func TestTablesLabels(t *testing.T) {
	editions := standard(t)
	cases := []struct {
		name, edition, table string
		edit                 func(matrix) matrix
	}{
		{"half width", "gb-2021", "disclosure", func(m matrix) matrix {
			return m.edit(strings.NewReplacer("（", "(", "）", ")", "：", ":").Replace)
		}},
		{"blanks and line ends in labels", "gb-2019", "disclosure", func(m matrix) matrix {
			return m.relabel("第二十条第（一）项", "第二十条  第(一)项", "本年新制作数量", "本年新\n制作数量", "对外公开总数量", "对外公开 总数量", "规章", "规 章")
		}},
		{"articles in digits", "gb-2021", "disclosure", func(m matrix) matrix {
			return m.relabel("第二十条第（一）项", "第20条第1项", "第二十条第（五）项", "第20条第5项", "第二十条第（六）项", "第20条第6项", "第二十条第（八）项", "第20条第8项")
		}},
		{"heads cut", "gb-2019", "disclosure", func(m matrix) matrix {
			return m.relabel("本年新制作数量", "本年新", "本年新公开数量", "本年新")
		}},
		{"other words", "gb-2021", "disclosure", func(m matrix) matrix {
			return m.relabel("现行有效件数", "现行有效件", "行政规范性文件", "规范性文件", "行政事业性收费", "行政事业型收费", "本年收费金额（单位：万元）", "本年收费金额")
		}},
		{"other words of the trial", "gb-2019", "disclosure", func(m matrix) matrix {
			return m.relabel("规范性文件", "行政规范性文件", "本年增/减", "增减", "采购总金额", "采购总金额(万元)", "上一年项目数量", "上年项目数量")
		}},
		{"a backslash", "gb-2019", "disclosure", func(m matrix) matrix { return m.relabel("本年增/减", `本年增\减`) }},
		{"titles gone", "gb-2021", "disclosure", func(m matrix) matrix {
			return slices.DeleteFunc(m.clone(), func(row []document.Cell) bool { return strings.HasPrefix(row[0].Text, "第二十条") })
		}},
		{"numbers dropped", "gb-2021", "requests", func(m matrix) matrix {
			return m.edit(func(s string) string { return labelNumberPat.ReplaceAllString(s, "") })
		}},
		{"numbers of another kind", "gb-2021", "requests", func(m matrix) matrix {
			return m.edit(strings.NewReplacer("1．", "（1）", "2．", "（2）", "3．", "3、", "4．", "4.").Replace)
		}},
		{"quotes and marks lost", "gb-2021", "requests", func(m matrix) matrix {
			return m.edit(strings.NewReplacer("“", "", "”", "", "、", "").Replace)
		}},
		{"the long labels cut", "gb-2021", "requests", func(m matrix) matrix {
			return m.relabel("1．申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1．申请人无正当理由逾期不补正",
				"2．申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2．申请人逾期未按收费通知要求缴纳费用", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开")
		}},
		{"corner and heads altered", "gb-2021", "requests", func(m matrix) matrix {
			return m.relabel("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "本列数据的钩稽关系为第一项加第二项之和等于第三项加第四项之和", "商业企业", "商业 企业", "科研机构", "科研\n机构")
		}},
		{"words changed", "gb-2021", "requests", func(m matrix) matrix {
			return m.relabel("5．要求行政机关确认或重新出具已获取信息", "5．要求行政机关确认或者重新出具已经获取的信息", "2．没有现成信息需要另行制作", "2．没有现成的信息需另行制作",
				"四、结转下年度继续办理", "四、结转下年继续办理", "一、本年新收政府信息公开申请数量", "一、本年度新收政府信息公开申请数")
		}},
		{"heads cut to two characters", "gb-2021", "appeals", func(m matrix) matrix {
			return m.relabel("结果维持", "结果", "结果纠正", "结果", "其他结果", "其他", "尚未审结", "尚未")
		}},
		{"heads on two lines", "gb-2021", "appeals", func(m matrix) matrix {
			return m.relabel("结果维持", "结果\n维持", "结果纠正", "结果 纠正", "未经复议直接起诉", "未经复议\n直接起诉")
		}},
		{"indicators called otherwise", "gb-2014", "statistics", func(m matrix) matrix { return m.relabel("统计指标", "指标", "统计数", "数量") }},
		{"numbers with another mark", "gb-2014", "statistics", func(m matrix) matrix { return m.edit(strings.NewReplacer("．", "、", "：", ":").Replace) }},
		{"dashes for heads", "gb-2014", "statistics", func(m matrix) matrix { return m.relabel("-------", "——") }},
		{"no dashes", "gb-2014", "statistics", func(m matrix) matrix { return m.relabel("-------", "") }},
		{"brackets dropped", "gb-2014", "statistics", func(m matrix) matrix {
			return m.relabel("1．专职人员数（不包括政府网站工作人员数）", "1．专职人员数", "（四）政府信息公开专项经费（不包括用于政府网站建设维护费用）", "（四）政府信息公开专项经费")
		}},
		{"the same words in three groups", "gb-2014", "statistics", func(m matrix) matrix { return m.relabel("（二）被纠错数", "（二）被依法纠错数") }},
		{"units elsewhere", "gb-2014", "statistics", func(m matrix) matrix { return m.relabel("条", "件", "人次", "人") }},
	}
	for _, c := range cases {
		table := editions.Get(c.edition).Table(c.table)
		figures := sample(table)
		want := report.Figures{}
		for _, cell := range table.Cells {
			if !cell.Optional {
				want[cell.ID] = figures[cell.ID]
			}
		}
		m := c.edit(printed(table, figures, false))
		for _, shape := range []struct {
			name   string
			blocks []document.Block
		}{{"grid", blocksOfTable(m.grid())}, {"ragged", blocksOfTable(m.ragged())}, {"trimmed", blocksOfTable(m.texts())}, {"one cell a line", blocksOfTable(m.oneCellALine())},
			{"repeated", blocksOfTable(m.spread(false).ragged())}, {"paragraphs", m.paragraphs()}} {
			f := findTables(editions, shape.blocks, "")
			if f.edition == nil || f.edition.ID != c.edition && !slices.Contains(f.also, editions.Get(c.edition)) {
				t.Errorf("%s, %s: edition %v", c.name, shape.name, f.edition)
				continue
			}
			if diff := compareFigures(f.figures, want); diff != "" {
				t.Errorf("%s, %s:%s", c.name, shape.name, diff)
			}
			for _, n := range f.notes {
				if n.Code == NoteAltered && c.name == "other words" { // two of them are none that copying makes
					continue
				}
				if n.Code != NoteMissing || !strings.HasPrefix(n.Message, "没有找到“") {
					t.Errorf("%s, %s: note %s %q: %s", c.name, shape.name, n.Code, n.Near, n.Message)
					break
				}
			}
		}
	}
}
