package intake

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/document"
)

// shape is one way a table may stand in a document, and what must come of it.
type shape struct {
	name, edition, table string
	blocks               func(m matrix) []document.Block
	// want changes the figures that are expected, all of the table's; nil leaves them.
	want func(report.Figures)
	// doubt allows doubtful figures; left, missing are texts that must be in notes of those codes. Other notes are not allowed.
	doubt         bool
	left, missing []string
}

func blank(ids ...string) func(report.Figures) {
	return func(f report.Figures) {
		for id := range f {
			for _, part := range ids {
				if strings.Contains(id, part) {
					f[id] = ""
				}
			}
		}
	}
}

func whole(f func(matrix) matrix) func(matrix) []document.Block {
	return func(m matrix) []document.Block { return blocksOfTable(f(m).grid()) }
}

// lines are the rows of a ragged table as texts, changed.
func lines(f func([]string) []string) func(matrix) []document.Block {
	return func(m matrix) []document.Block {
		var out []string
		for _, row := range m {
			var texts []string
			for _, c := range row {
				texts = append(texts, strings.ReplaceAll(c.Text, "\n", ""))
			}
			out = append(out, strings.Join(texts, "|"))
		}
		return blocksOfTable(rows(f(out)...))
	}
}

// replaced replaces whole rows.
func replaced(pairs ...string) func([]string) []string {
	return func(in []string) (out []string) {
		for _, line := range in {
			for k := 0; k < len(pairs); k += 2 {
				if line == pairs[k] {
					line = pairs[k+1]
				}
			}
			if line != "-" {
				out = append(out, line)
			}
		}
		return out
	}
}

const (
	head1 = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|申请人情况"
	head2 = "自然人|法人或其他组织|总计"
	head3 = "商业企业|科研机构|社会公益组织|法律服务机构|其他"
	row1  = "一、本年新收政府信息公开申请数量"
)

var shapes = []shape{
	{name: "total in the last head row, text", edition: "gb-2021", table: "requests",
		blocks: lines(replaced(head2, "自然人|法人或其他组织", head3, head3+"|总计"))},
	{name: "total beside the uppermost head, text", edition: "gb-2021", table: "requests",
		blocks: lines(replaced(head1, head1+"|总计", head2, "自然人|法人或其他组织"))},
	{name: "total in the last head row, grid", edition: "gb-2021", table: "requests", blocks: whole(func(m matrix) matrix {
		m = m.clone()
		c := m[1][2]
		m[1][2].Text, m[1][2].RowSpan = "", 1
		c.RowSpan = 1
		m[2] = append(m[2], c)
		return m
	})},
	{name: "total beside the uppermost head, grid", edition: "gb-2021", table: "requests", blocks: whole(func(m matrix) matrix {
		m = m.clone()
		c := m[1][2]
		m[1] = m[1][:2]
		m[0][1].ColumnSpan--
		c.RowSpan = 3
		m[0] = append(m[0], c)
		return m
	})},
	{name: "heads divided between two rows, grid", edition: "gb-2021", table: "requests", blocks: whole(func(m matrix) matrix {
		m = m.clone()
		for i := range 3 {
			for k := range m[i] {
				if i+m[i][k].RowSpan == 3 && i < 2 {
					m[i][k].RowSpan++
				}
			}
		}
		var more []document.Cell
		for k := range m[2] {
			text := []rune(m[2][k].Text)
			c := m[2][k]
			c.Text, m[2][k].Text = string(text[len(text)/2:]), string(text[:len(text)/2])
			more = append(more, c)
		}
		return slices.Insert(m, 3, more)
	})},
	{name: "heads divided between two rows, text", edition: "gb-2021", table: "requests",
		blocks: lines(replaced(head3, "商业|科研|社会公益|法律服务|其他")),
	},
	{name: "groups repeated on each row", edition: "gb-2021", table: "requests", blocks: func(m matrix) []document.Block {
		var out []string
		third, group := false, ""
		for _, row := range m {
			texts := []string{}
			for _, c := range row {
				switch {
				case strings.HasPrefix(c.Text, "三、"):
					third = true
					continue
				case strings.HasPrefix(c.Text, "四、"):
					third, group = false, ""
				case strings.HasPrefix(c.Text, "（"):
					group = ""
					if c.ColumnSpan == 1 {
						group = c.Text
						continue
					}
				}
				texts = append(texts, c.Text)
			}
			if group != "" {
				texts = append([]string{group}, texts...)
			}
			if third {
				texts = append([]string{"三、本年度办理结果"}, texts...)
			}
			out = append(out, strings.Join(texts, "|"))
		}
		return blocksOfTable(rows(out...))
	}},
	{name: "ten to eight leading cells and empty ones behind", edition: "gb-2021", table: "requests",
		blocks: lines(func(in []string) (out []string) {
			for i, line := range in {
				out = append(out, line+strings.Repeat("|", i%4))
			}
			return out
		})},
	{name: "the total divided, grid", edition: "gb-2021", table: "requests", blocks: whole(func(m matrix) matrix {
		m = m.clone()
		for i := range m {
			for k := range m[i] {
				if c := &m[i][k]; c.Column+c.ColumnSpan == 10 && c.ColumnSpan == 1 && i > 2 {
					m[i] = append(m[i], document.Cell{Column: 10, ColumnSpan: 2, RowSpan: 1})
				} else if c.Column+c.ColumnSpan == 10 {
					c.ColumnSpan += 2
				}
			}
		}
		return m
	})},
	{name: "the total divided, text", edition: "gb-2021", table: "requests", blocks: lines(func(in []string) (out []string) {
		for _, line := range in {
			out = append(out, line+"||")
		}
		return out
	})},
	{name: "more rows, grid", edition: "gb-2021", table: "disclosure", left: []string{"行政检查 | 8", "行政确认 | 9"}, blocks: whole(func(m matrix) matrix {
		return m.insertRow("行政许可", 0, "行政检查", "8").insertRow("行政检查", 0, "行政确认", "9")
	})},
	{name: "more rows, text", edition: "gb-2021", table: "disclosure", left: []string{"行政检查 | 8", "行政确认 | 9"}, blocks: func(m matrix) []document.Block {
		return blocksOfTable(m.insertRow("行政许可", 0, "行政检查", "8").insertRow("行政检查", 0, "行政确认", "9").ragged())
	}},
	{name: "more rows, paragraphs", edition: "gb-2021", table: "disclosure", left: []string{"行政检查 | 8"}, blocks: func(m matrix) []document.Block {
		return m.insertRow("行政许可", 0, "行政检查", "8").paragraphs()
	}},
	{name: "more rows of the trial", edition: "gb-2019", table: "disclosure", left: []string{"行政检查 | 8 | 1 | 2"}, blocks: func(m matrix) []document.Block {
		return blocksOfTable(m.insertRow("其他对外管理服务事项", 0, "行政检查", "8", "1", "2").ragged())
	}},
	{name: "a fifth column, empty", edition: "gb-2021", table: "disclosure", blocks: func(m matrix) []document.Block {
		return blocksOfTable(m.clone().addColumn("", "").grid())
	}},
	{name: "a fifth column with a head", edition: "gb-2021", table: "disclosure", left: []string{"备注", "规章 | 说明一"}, blocks: func(m matrix) []document.Block {
		return blocksOfTable(m.clone().addColumn("备注", "说明一").grid())
	}},
	{name: "a row missing, grid", edition: "gb-2021", table: "requests", missing: []string{"2．重复申请"}, want: blank("unprocessed_repeated"),
		blocks: whole(func(m matrix) matrix { return m.dropRow("2．重复申请") })},
	{name: "a row missing, text", edition: "gb-2021", table: "requests", missing: []string{"2．重复申请"}, want: blank("unprocessed_repeated"),
		blocks: func(m matrix) []document.Block { return blocksOfTable(m.dropRow("2．重复申请").ragged()) }},
	{name: "the first row of a group missing", edition: "gb-2021", table: "requests", missing: []string{"1．信访举报投诉类申请"}, want: blank("unprocessed_petition"),
		blocks: func(m matrix) []document.Block {
			return blocksOfTable(m.dropRow("1．信访举报投诉类申请").ragged())
		}},
	{name: "a column missing, grid", edition: "gb-2021", table: "requests", missing: []string{"法律服务机构"}, want: blank("legal_service"),
		blocks: whole(func(m matrix) matrix { return m.column(without(7)) })},
	{name: "a column missing, text", edition: "gb-2021", table: "requests", missing: []string{"法律服务机构"}, want: blank("legal_service"),
		blocks: func(m matrix) []document.Block { return blocksOfTable(m.column(without(7)).once().ragged()) }},
	{name: "a column missing in a block", edition: "gb-2021", table: "disclosure", missing: []string{"本年废止件数"}, want: blank("repealed"),
		blocks: lines(func(in []string) (out []string) {
			for i, line := range in {
				if cells := strings.Split(line, "|"); i > 0 && i < 4 {
					line = strings.Join([]string{cells[0], cells[1], cells[3]}, "|")
				}
				out = append(out, line)
			}
			return out
		})},
	{name: "columns in another order, grid", edition: "gb-2021", table: "requests", blocks: whole(func(m matrix) matrix {
		return m.column(func(k int) int {
			if k < 3 {
				return k
			}
			return 12 - k
		})
	})},
	{name: "columns in another order, text", edition: "gb-2021", table: "disclosure", blocks: lines(func(in []string) (out []string) {
		for i, line := range in {
			if cells := strings.Split(line, "|"); i > 0 && i < 4 {
				line = strings.Join([]string{cells[0], cells[3], cells[1], cells[2]}, "|")
			}
			out = append(out, line)
		}
		return out
	})},
	{name: "rows in another order", edition: "gb-2021", table: "requests", blocks: lines(func(in []string) []string {
		in[11], in[12] = in[12], in[11]
		return in
	})},
	{name: "page break, heads again", edition: "gb-2021", table: "requests", blocks: func(m matrix) []document.Block {
		return blocksOfTable(m[:13].grid(), slices.Concat(m[:3], m[13:]).grid())
	}},
	{name: "page break, no heads", edition: "gb-2021", table: "requests", blocks: func(m matrix) []document.Block {
		return blocksOfTable(m[:13].grid(), m[13:].grid())
	}},
	{name: "page break with a number between", edition: "gb-2021", table: "requests", blocks: func(m matrix) []document.Block {
		return slices.Concat(blocksOfTable(m[:26].grid()), para("- 3 -"), blocksOfTable(m[26:].grid()))
	}},
	{name: "page break in text", edition: "gb-2021", table: "requests", blocks: func(m matrix) []document.Block {
		return slices.Concat(blocksOfTable(m[:20].ragged()), para("- 3 -"), blocksOfTable(m[20:].ragged()))
	}},
	{name: "each block a table, titles within", edition: "gb-2021", table: "disclosure", blocks: func(m matrix) []document.Block {
		return blocksOfTable(m[:4].grid(), m[4:7].grid(), m[7:11].grid(), m[11:].grid())
	}},
	{name: "each block a table, titles between", edition: "gb-2021", table: "disclosure", blocks: func(m matrix) []document.Block {
		return slices.Concat(para(m[0][0].Text), blocksOfTable(m[1:4].grid()), para(m[4][0].Text), blocksOfTable(m[5:7].grid()),
			para(m[7][0].Text), blocksOfTable(m[8:11].grid()), para(m[11][0].Text), blocksOfTable(m[12:].grid()))
	}},
	{name: "each block a table, of the trial", edition: "gb-2019", table: "disclosure", blocks: func(m matrix) []document.Block {
		return blocksOfTable(m[:4].ragged(), m[4:8].ragged(), m[8:12].ragged(), m[12:15].ragged(), m[15:].ragged())
	}},
	{name: "heads glued", edition: "gb-2021", table: "appeals", blocks: func(m matrix) []document.Block {
		m = m.clone()
		m[0] = []document.Cell{{Text: "行政复议行政诉讼", ColumnSpan: 15, RowSpan: 1}}
		return blocksOfTable(m.grid())
	}},
	{name: "heads glued, text", edition: "gb-2021", table: "appeals", blocks: lines(replaced("行政复议|行政诉讼", "行政复议行政诉讼"))},
	{name: "five and ten in two rows", edition: "gb-2021", table: "appeals", blocks: lines(func(in []string) []string {
		cells := strings.Split(in[3], "|")
		return append(in[:3], strings.Join(cells[:5], "|"), strings.Join(cells[5:], "|"))
	})},
	{name: "five and ten in two tables", edition: "gb-2021", table: "appeals", blocks: func(m matrix) []document.Block {
		one := matrix{{m[0][0]}, m[1][:5], m[3][:5]}
		two := matrix{{m[0][1]}, m[1][5:], m[2], m[3][5:]}
		return blocksOfTable(one.ragged(), two.ragged())
	}},
	{name: "five and ten in two tables, grid", edition: "gb-2021", table: "appeals", blocks: func(m matrix) []document.Block {
		one := matrix{{m[0][0]}, m[1][:5], m[3][:5]}.shift(0)
		two := matrix{{m[0][1]}, m[1][5:], m[2], m[3][5:]}.shift(5)
		for i := range one[1] {
			one[1][i].RowSpan = 1
		}
		return blocksOfTable(one.grid(), two.grid())
	}},
	{name: "three tables of five", edition: "gb-2021", table: "appeals", blocks: func(m matrix) []document.Block {
		return blocksOfTable(matrix{{m[0][0]}, m[1][:5], m[3][:5]}.ragged(), matrix{{m[1][5]}, m[2][:5], m[3][5:10]}.ragged(), matrix{{m[1][6]}, m[2][5:], m[3][10:]}.ragged())
	}},
	{name: "three rows of five", edition: "gb-2021", table: "appeals", blocks: func(m matrix) []document.Block {
		line := func(label string, cells []document.Cell) string {
			texts := []string{label}
			for _, c := range cells {
				texts = append(texts, c.Text)
			}
			return strings.Join(texts, "|")
		}
		return blocksOfTable(rows(line("", m[1][:5]), line("行政复议", m[3][:5]), line("未经复议直接起诉", m[3][5:10]), line("复议后起诉", m[3][10:])))
	}},
	{name: "upright, grid", edition: "gb-2021", table: "appeals", blocks: func(m matrix) []document.Block { return blocksOfTable(m.upright().grid()) }},
	{name: "upright, text", edition: "gb-2021", table: "appeals", blocks: func(m matrix) []document.Block { return blocksOfTable(m.upright().ragged()) }},
	{name: "upright, one cell a line", edition: "gb-2021", table: "appeals", blocks: func(m matrix) []document.Block { return blocksOfTable(m.upright().oneCellALine()) }},
	{name: "upright, paragraphs", edition: "gb-2021", table: "appeals", blocks: func(m matrix) []document.Block { return m.upright().paragraphs() }},
	{name: "figures in the next table", edition: "gb-2021", table: "appeals", blocks: func(m matrix) []document.Block {
		return blocksOfTable(m[:3].ragged(), m[3:].ragged())
	}},
	{name: "figures wrapped", edition: "gb-2021", table: "requests", blocks: lines(func(in []string) (out []string) {
		for _, line := range in {
			if cells := strings.Split(line, "|"); strings.HasPrefix(line, "一、") || strings.HasPrefix(line, "8") {
				out = append(out, strings.Join(cells[:len(cells)-1], "|"), cells[len(cells)-1]+"||")
				continue
			}
			out = append(out, line)
		}
		return out
	})},
	{name: "the rest of the figures before the next label", edition: "gb-2021", table: "requests", blocks: lines(func(in []string) []string {
		cells := strings.Split(in[3], "|")
		in[3], in[4] = strings.Join(cells[:6], "|"), strings.Join(cells[6:], "|")+"|"+in[4]
		return in
	})},
	{name: "all in one line", edition: "gb-2021", table: "requests", blocks: lines(func(in []string) []string { return []string{strings.Join(in, "||")} })},
	{name: "all in one line, several blocks", edition: "gb-2021", table: "disclosure", blocks: lines(func(in []string) []string { return []string{strings.Join(in, "|||")} })},
	{name: "labels and figures in paragraphs", edition: "gb-2021", table: "requests", blocks: func(m matrix) (out []document.Block) {
		for _, row := range m {
			var texts []string
			for _, c := range row {
				texts = append(texts, c.Text)
			}
			out = append(out, para(strings.Join(texts, "\t"))...)
		}
		return out
	}},
	{name: "groups, labels and figures in paragraphs with a blank", edition: "gb-2021", table: "requests", blocks: func(m matrix) (out []document.Block) {
		for _, row := range m {
			var texts []string
			for _, c := range row {
				texts = append(texts, strings.ReplaceAll(c.Text, "\n", ""))
			}
			out = append(out, para(strings.Join(texts, " "))...)
		}
		return out
	}},
	{name: "one figure for a row", edition: "gb-2021", table: "requests", doubt: true, want: func(f report.Figures) {
		blank("requests.received.")(f)
		f["requests.received.natural_person"] = "5"
	}, blocks: lines(func(in []string) []string {
		in[3] = row1 + "|5||||||"
		return in
	})},
	{name: "fewer figures than heads", edition: "gb-2021", table: "appeals", want: blank("."), left: []string{"901", "902"}, blocks: lines(func(in []string) []string {
		in[3] = "901|902"
		return in
	})},
	{name: "labels and figures in paragraphs with blanks", edition: "gb-2014", table: "statistics", blocks: func(m matrix) (out []document.Block) {
		for _, row := range m[1:] {
			out = append(out, para(row[0].Text+"  "+row[2].Text)...)
		}
		return out
	}},
	{name: "labels on two lines", edition: "gb-2021", table: "requests", blocks: func(m matrix) []document.Block {
		var texts []string
		for _, row := range m {
			for _, c := range row {
				if r := []rune(c.Text); len(r) > 18 && len(texts) > 12 {
					texts = append(texts, string(r[:len(r)*2/3]), string(r[len(r)*2/3:]))
					continue
				}
				texts = append(texts, c.Text)
			}
		}
		return para(texts...)
	}},
	{name: "no heads", edition: "gb-2021", table: "requests", doubt: true, blocks: whole(func(m matrix) matrix { return m[3:] })},
	{name: "no heads where there is one column", edition: "gb-2014", table: "statistics", blocks: whole(func(m matrix) matrix { return m[1:] })},
	{name: "a serial number", edition: "gb-2014", table: "statistics", blocks: whole(func(m matrix) matrix { return m.numbered() })},
	{name: "a serial number, text", edition: "gb-2014", table: "statistics", blocks: func(m matrix) []document.Block { return blocksOfTable(m.numbered().ragged()) }},
	{name: "two indicators side by side", edition: "gb-2014", table: "statistics", blocks: whole(func(m matrix) matrix { return m.beside() })},
	{name: "two indicators side by side, text", edition: "gb-2014", table: "statistics", blocks: func(m matrix) []document.Block { return blocksOfTable(m.beside().ragged()) }},
	{name: "lines of its own", edition: "gb-2014", table: "statistics", left: []string{"3．政务抖音号发布数 | 条 | 77"}, blocks: func(m matrix) []document.Block {
		return blocksOfTable(m.insertRow("2．政务微博公开政府信息数", 0, "3．政务抖音号发布数", "条", "77").grid())
	}},
	{name: "lines of its own, one cell a line", edition: "gb-2014", table: "statistics", left: []string{"3．政务抖音号发布数 | 条 | 77"}, blocks: func(m matrix) []document.Block {
		return blocksOfTable(m.insertRow("2．政务微博公开政府信息数", 0, "3．政务抖音号发布数", "条", "77").oneCellALine())
	}},
	{name: "no units", edition: "gb-2014", table: "statistics", blocks: whole(func(m matrix) matrix { return m.column(without(1)) })},
	{name: "labels only", edition: "gb-2021", table: "requests", want: blank("."), blocks: func(m matrix) []document.Block {
		return m.edit(func(s string) string { return strings.Trim(s, "0123456789") }).paragraphs()
	}},
	{name: "labels only, several blocks", edition: "gb-2021", table: "disclosure", want: blank("."), blocks: func(m matrix) []document.Block {
		return m.edit(func(s string) string { return strings.Trim(s, "0123456789") }).paragraphs()
	}},
	{name: "a column of figures lost, heads kept", edition: "gb-2021", table: "requests", want: blank("."), left: []string{"2．重复申请 | 15 | 23"},
		blocks: func(m matrix) []document.Block {
			return m.edit(func(s string) string { return s }).noNatural().paragraphs()
		}},
	{name: "prose in a row", edition: "gb-2021", table: "disclosure", left: []string{"本表由办公室汇总填报。"}, blocks: func(m matrix) []document.Block {
		return blocksOfTable(append(m.clone(), []document.Cell{{Text: "本表由办公室汇总填报。", ColumnSpan: 4, RowSpan: 1}}).grid())
	}},
	{name: "a title in the table", edition: "gb-2014", table: "statistics", left: []string{"2015年度统计表"}, blocks: func(m matrix) []document.Block {
		return blocksOfTable(append(matrix{{{Text: "2015年度统计表", ColumnSpan: 3, RowSpan: 1}}}, m...).ragged())
	}},
	{name: "a label that is lost", edition: "gb-2021", table: "requests", doubt: true, blocks: whole(func(m matrix) matrix { return m.relabel("2．重复申请", "") })},
	{name: "the first column of figures lost", edition: "gb-2021", table: "requests", missing: []string{"自然人"}, want: blank("natural_person"),
		blocks: whole(func(m matrix) matrix { return m.column(without(3)) })},
}

// without drops a column.
func without(column int) func(int) int {
	return func(k int) int {
		switch {
		case k < column:
			return k
		case k == column:
			return -1
		}
		return k - 1
	}
}

// addColumn adds a column behind all others, with a head over the first rows of figures and a text in the first of them.
func (m matrix) addColumn(head, text string) matrix {
	out := m.clone()
	for i := range out {
		last := out[i][len(out[i])-1]
		c := document.Cell{Column: last.Column + last.ColumnSpan, ColumnSpan: 1, RowSpan: 1}
		switch i {
		case 1:
			c.Text = head
		case 2:
			c.Text = text
		}
		out[i] = append(out[i], c)
	}
	return out
}

// once writes a repeated cell once, as a text has it.
func (m matrix) once() matrix {
	var out matrix
	above := map[int]string{}
	for _, row := range m {
		var cells []document.Cell
		last := ""
		for k, c := range row {
			figure := strings.Trim(c.Text, "0123456789") == ""
			if !figure && (c.Text == last || c.Text == above[k]) {
				continue
			}
			if last = c.Text; !figure {
				above[k] = c.Text
			}
			cells = append(cells, c)
		}
		out = append(out, cells)
	}
	return out
}

// noNatural drops the figures of the first column, which are 0, and keeps the heads.
func (m matrix) noNatural() matrix {
	out := m.clone()
	for i := range out {
		n := len(out[i])
		if i < 3 {
			continue
		}
		sum := 0
		for _, c := range out[i][n-6 : n-1] {
			number, _ := strconv.Atoi(c.Text)
			sum += number
		}
		out[i][n-1].Text = strconv.Itoa(sum)
		out[i] = slices.Delete(out[i], n-7, n-6)
	}
	return out
}

// shift moves all columns to the left.
func (m matrix) shift(by int) matrix {
	out := m.clone()
	for i := range out {
		for k := range out[i] {
			out[i][k].Column -= by
		}
	}
	return out
}

// upright is the table of appeals with its heads on the left.
func (m matrix) upright() matrix {
	cell := func(text string, column, columns, rows int) document.Cell {
		return document.Cell{Text: text, Column: column, ColumnSpan: columns, RowSpan: rows}
	}
	out := matrix{}
	for i, c := range m[3] {
		var row []document.Cell
		switch i {
		case 0:
			row = append(row, cell("行政复议", 0, 2, 5))
		case 5:
			row = append(row, cell("行政诉讼", 0, 1, 10), cell("未经复议直接起诉", 1, 1, 5))
		case 10:
			row = append(row, cell("复议后起诉", 1, 1, 5))
		}
		label := m[1][i%5].Text
		out = append(out, append(row, cell(label, 2, 1, 1), cell(c.Text, 3, 1, 1)))
	}
	return out
}

// numbered puts a serial number before each row.
func (m matrix) numbered() matrix {
	var out matrix
	for i, row := range m.shift(-1) {
		text := "序号"
		if i > 0 {
			text = string(rune('0'+i/10)) + string(rune('0'+i%10))
		}
		out = append(out, append([]document.Cell{{Text: strings.TrimPrefix(text, "0"), ColumnSpan: 1, RowSpan: 1}}, row...))
	}
	return out
}

// beside puts the second half of the rows to the right of the first.
func (m matrix) beside() matrix {
	half := (len(m) + 1) / 2
	out := matrix{slices.Concat(m[0], m[:1].shift(-3)[0])}
	for i := 1; i <= half; i++ {
		row := slices.Clone(m[i])
		if i+half < len(m) {
			row = append(row, m[i+half : i+half+1].shift(-3)[0]...)
		}
		out = append(out, row)
	}
	return out
}

func TestTablesShapes(t *testing.T) {
	editions := standard(t)
	for _, s := range shapes {
		table := editions.Get(s.edition).Table(s.table)
		figures := sample(table)
		want := report.Figures{}
		for _, cell := range table.Cells {
			if !cell.Optional {
				want[cell.ID] = figures[cell.ID]
			}
		}
		if s.want != nil {
			s.want(want)
		}
		blocks := s.blocks(printed(table, figures, false))
		f := findTables(editions, blocks, "")
		if f.edition == nil || f.edition.ID != s.edition && !slices.Contains(f.also, editions.Get(s.edition)) {
			t.Errorf("%s: edition %v", s.name, f.edition)
			continue
		}
		if diff := compareFigures(f.figures, want); diff != "" {
			t.Errorf("%s:%s", s.name, diff)
		}
		if len(f.placed) == 0 || f.placed[0].table != s.table {
			t.Errorf("%s: placed %+v", s.name, f.placed)
		}
		for code, texts := range map[string][]string{NoteUnplaced: s.left, NoteMissing: s.missing} {
			near := strings.Join(notesOf(f, code), "\n")
			for _, text := range texts {
				if !strings.Contains(near, text) {
					t.Errorf("%s: no note %s of %q in %q", s.name, code, text, near)
				}
			}
		}
		for _, n := range f.notes {
			switch {
			case n.Code == NoteMissing && strings.HasPrefix(n.Message, "没有找到“"):
			case n.Code == NoteDoubtful && s.doubt, n.Code == NoteUnplaced && s.left != nil, n.Code == NoteMissing && s.missing != nil, n.Code == NoteAltered && (s.left != nil || s.missing != nil || strings.Contains(s.name, "in another order")):
			default:
				t.Errorf("%s: note %s %q: %s", s.name, n.Code, n.Near, n.Message)
			}
		}
		if s.doubt && len(notesOf(f, NoteDoubtful)) == 0 {
			t.Errorf("%s: no doubt", s.name)
		}
		for id, o := range f.origins {
			if o.Confidence < Doubtful != slices.Contains(notesOf(f, NoteDoubtful), id) {
				t.Errorf("%s: %s has confidence %v", s.name, id, o.Confidence)
			}
		}
	}
}
