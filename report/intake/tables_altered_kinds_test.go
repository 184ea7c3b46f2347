package intake

import (
	"slices"
	"strings"
	"testing"

	"nianbao/report/document"
)

// moved swaps two columns of a grid in some of its rows.
func (m matrix) moved(from, to, a, b int) matrix {
	out := m.clone()
	for i := range out[from:to] {
		row := slices.Clone(out[from+i])
		for k := range row {
			switch row[k].Column {
			case a:
				row[k].Column = b
			case b:
				row[k].Column = a
			}
		}
		slices.SortFunc(row, func(x, y document.Cell) int { return x.Column - y.Column })
		out[from+i] = row
	}
	return out
}

// swapRows exchanges label and figures of two rows; their groups stay.
func (m matrix) swapRows(a, b string) matrix {
	out := m.clone()
	var at [2][2]int
	for y, row := range out {
		for x := range row {
			switch row[x].Text {
			case a:
				at[0] = [2]int{y, x}
			case b:
				at[1] = [2]int{y, x}
			}
		}
	}
	upper, lower := out[at[0][0]], out[at[1][0]]
	rest := slices.Clone(upper[at[0][1]:])
	out[at[0][0]] = append(slices.Clone(upper[:at[0][1]]), lower[at[1][1]:]...)
	out[at[1][0]] = append(slices.Clone(lower[:at[1][1]]), rest...)
	return out
}

// withColumn adds a column behind all others; its head stands in one row, over a figure in each row below.
func (m matrix) withColumn(row int, head, figure string) matrix {
	out := m.clone()
	for i := range out {
		last := &out[i][len(out[i])-1]
		cell := document.Cell{Column: last.Column + last.ColumnSpan, ColumnSpan: 1, RowSpan: 1}
		switch {
		case i == row:
			cell.Text = head
		case i > row:
			cell.Text = figure
		}
		out[i] = append(out[i], cell)
	}
	return out
}

// dropColumn takes a column out of a grid; what spans it spans one less.
func (m matrix) dropColumn(x int) matrix {
	var out matrix
	for _, row := range m {
		var cells []document.Cell
		for _, c := range row {
			switch {
			case c.Column == x && c.ColumnSpan == 1:
				continue
			case c.Column > x:
				c.Column--
			case c.Column+c.ColumnSpan > x:
				c.ColumnSpan--
			}
			cells = append(cells, c)
		}
		out = append(out, cells)
	}
	return out
}

// Each kind of change is told, at its place, and once.
func TestAlterationKinds(t *testing.T) {
	editions := standard(t)
	relabel := func(pairs ...string) func(matrix) matrix {
		return func(m matrix) matrix { return m.relabel(pairs...) }
	}
	for _, c := range []struct {
		name, edition, table string
		edit                 func(matrix) matrix
		want                 string
	}{
		{"a character lost", "gb-2021", "disclosure", relabel("行政事业性收费", "行政事业收费"), "disclosure.fees.amount 行政事业收费"},
		{"a character lost in a head", "gb-2019", "requests", relabel("社会公益组织", "社会益组织"), "requests.received.public_welfare 社会益组织"},
		{"a character put in", "gb-2021", "requests", relabel("科研机构", "科研究机构"), "requests.received.research 科研究机构"},
		{"a character twice", "gb-2021", "disclosure", relabel("行政许可", "行政许许可"), "disclosure.licensing.decisions 行政许许可"},
		{"a character in a note", "gb-2021", "requests", relabel("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开（区分处理的，只记这一情形，不计其他情形）"),
			"requests.partial.natural_person （二）部分公开（区分处理的，只记这一情形，不计其他情形）"},
		{"a head of the trial", "gb-2021", "disclosure", relabel("本年制发件数", "本年新制作数量"), "disclosure.regulations.issued 本年新制作数量"},
		{"a head over heads", "gb-2021", "requests", relabel("法人或其他组织", "单位申请人"), "requests.received.business 单位申请人"},
		{"a head as a whole", "gb-2021", "requests", relabel("法律服务机构", "律师事务所"), "requests.received.legal_service 律师事务所"},
		{"one of three heads", "gb-2021", "appeals", func(m matrix) matrix {
			m = m.clone()
			m[2][0].Text = "撤销变更"
			return m
		}, "appeals.cases.direct_suit_upheld 撤销变更"},
		{"a head over three blocks", "gb-2019", "disclosure", relabel("上一年项目数量", "前一年项目数量"),
			"disclosure.licensing.previous 前一年项目数量, disclosure.penalties.previous 前一年项目数量, disclosure.fees.previous 前一年项目数量"},
		{"a group", "gb-2021", "requests", relabel("（四）无法提供", "（四）不能提供"), "requests （四）不能提供"},
		{"the article of a title", "gb-2021", "disclosure", relabel("第二十条第（五）项", "第二十条第（七）项"), "disclosure 第二十条第（七）项"},
		{"a number", "gb-2021", "requests", relabel("（四）无法提供", "（三）无法提供"), "requests （三）无法提供"},
		{"a title gone", "gb-2021", "disclosure", func(m matrix) matrix { return m.dropRow("第二十条第（五）项") }, "disclosure"},
		{"another unit", "gb-2021", "disclosure", relabel("本年收费金额（单位：万元）", "本年收费金额（单位：元）"), "disclosure.fees.amount 本年收费金额（单位：元）"},
		{"rows in one", "gb-2021", "disclosure", func(m matrix) matrix {
			return m.dropRow("行政规范性文件").relabel("规章", "规章及行政规范性文件")
		}, "disclosure.regulations.issued 规章及行政规范性文件"},
		{"rows in another order", "gb-2021", "requests", func(m matrix) matrix { return m.swapRows("2．重复申请", "3．要求提供公开出版物") }, "requests.unprocessed_repeated.natural_person 2．重复申请"},
		{"heads in another order", "gb-2021", "disclosure", func(m matrix) matrix { return m.moved(1, 4, 1, 2) }, "disclosure.regulations.issued 本年制发件数"},
		{"a column put in", "gb-2021", "requests", func(m matrix) matrix { return m.withColumn(1, "个体工商户", "0") }, "requests 个体工商户"},
		{"a column of remarks", "gb-2021", "requests", func(m matrix) matrix { return m.withColumn(1, "备注", "") }, "requests 备注"},
		{"the totals gone", "gb-2021", "requests", func(m matrix) matrix { return m.dropColumn(9) }, "requests.received.total"},
		{"a column of appeals gone", "gb-2021", "appeals", func(m matrix) matrix { return m.dropColumn(3) }, "appeals.cases.review_pending"},
		{"a label of the statistics", "gb-2014", "statistics", relabel("3．政策解读稿件发布数", "3．政策解渎稿件发布数"), "statistics.interpretations.count 3．政策解渎稿件发布数"},
		{"a head in another row, with a character lost", "gb-2021", "appeals", func(m matrix) matrix {
			m = m.relabel("未经复议直接起诉", "未经复直接起诉")
			heads, below := slices.Clone(m[0]), slices.Clone(m[1])
			heads[0].RowSpan = 1
			return matrix{heads, below[5:], slices.Concat(below[:5], m[2]), m[3]}
		}, "appeals.cases.direct_suit_upheld 未经复直接起诉"},
		{"a block of the trial kept", "gb-2021", "disclosure", func(m matrix) matrix {
			last := m[len(m)-1]
			row := slices.Clone(last)
			row[0].Text = "政府集中采购"
			return append(m.clone(), row)
		}, "disclosure 政府集中采购"},

		{"a suffix", "gb-2021", "disclosure", relabel("本年处理决定数量", "处理决定数量"), ""},
		{"the words of the law", "gb-2021", "disclosure", relabel("第二十条第（一）项", "《条例》第二十条第（一）项"), ""},
		{"a corner in other words", "gb-2021", "requests", relabel("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "项目"), ""},
		{"a group and a row in one cell", "gb-2021", "requests", relabel("1．属于国家秘密", "（三）不予公开1．属于国家秘密"), ""},
		{"a label that is lost", "gb-2021", "requests", relabel("2．重复申请", ""), ""},
		{"a column without a head", "gb-2021", "requests", func(m matrix) matrix { return m.withColumn(1, "", "") }, ""},
		{"figures lost with their heads there", "gb-2021", "requests", func(m matrix) matrix { return m[:len(m)-6] }, ""},
		{"lists that count anew", "gb-2021", "requests", func(m matrix) matrix {
			return m.edit(strings.NewReplacer("2．", "1．", "3．", "1．", "4．", "1．", "5．", "1．").Replace)
		}, ""},
	} {
		table := editions.Get(c.edition).Table(c.table)
		m := c.edit(printed(table, sample(table), false))
		for _, shape := range []struct {
			name   string
			blocks []document.Block
		}{{"grid", blocksOfTable(m.grid())}, {"ragged", blocksOfTable(m.ragged())}} {
			f := findTables(editions, shape.blocks, "")
			if got := strings.Join(notesOf(f, NoteAltered), ", "); got != c.want {
				t.Errorf("%s %s %s, %s: got %q, want %q", c.edition, c.table, c.name, shape.name, got, c.want)
			}
		}
	}
}

// The table of another edition is no altered one, nor is a copy that says its unit beside the table.
func TestAlterationsOfOthers(t *testing.T) {
	editions := standard(t)
	page := func(edition string, own []string, other, table string) []document.Block {
		var out []document.Block
		for _, key := range own {
			of := editions.Get(edition).Table(key)
			out = append(out, printed(of, sample(of), false).grid())
		}
		of := editions.Get(other).Table(table)
		return append(out, printed(of, sample(of), false).grid())
	}
	requests := editions.Get("gb-2021").Table("requests")
	behind := slices.Concat(blocksOfTable(printed(requests, sample(requests), false).ragged()), para("申请渠道分布如下。"),
		blocksOfTable(rows("渠道|自然人|法人或其他组织|总计", "当面申请|1|2|3", "网络申请|5|1|6")))
	unit := editions.Get("gb-2021").Table("disclosure")
	for name, blocks := range map[string][]document.Block{
		"an older table":             page("gb-2021", []string{"requests", "appeals"}, "gb-2019", "disclosure"),
		"an older table of requests": page("gb-2021", []string{"disclosure", "appeals"}, "gb-2019", "requests"),
		"a newer table":              page("gb-2019", []string{"requests", "appeals"}, "gb-2021", "disclosure"),
		"a table that follows":       behind,
		"the unit beside it": slices.Concat(para("单位：件、万元"),
			blocksOfTable(printed(unit, sample(unit), false).relabel("本年收费金额（单位：万元）", "本年收费金额").grid())),
	} {
		if got := notesOf(findTables(editions, blocks, ""), NoteAltered); len(got) > 0 {
			t.Errorf("%s: got %q", name, got)
		}
	}
}
