package intake

import (
	"slices"
	"strings"
	"testing"

	"nianbao/report/document"
)

// What an agency changed is noted; what copying does, and the ways in which the same label is written, are not.
func TestAlterations(t *testing.T) {
	editions := standard(t)
	relabel := func(pairs ...string) func(matrix) matrix {
		return func(m matrix) matrix { return m.relabel(pairs...) }
	}
	for _, c := range []struct {
		name, edition, table string
		edit                 func(matrix) matrix
		want                 string
	}{
		{"as printed", "gb-2021", "disclosure", relabel(), ""},
		{"as printed", "gb-2019", "disclosure", relabel(), ""},
		{"as printed", "gb-2021", "requests", relabel(), ""},
		{"as printed", "gb-2019", "requests", relabel(), ""},
		{"as printed", "gb-2021", "appeals", relabel(), ""},
		{"the older name of documents", "gb-2021", "disclosure", relabel("行政规范性文件", "规范性文件"), ""},
		{"the newer name of documents", "gb-2019", "disclosure", relabel("规范性文件", "行政规范性文件"), ""},
		{"cut", "gb-2021", "disclosure", relabel("现行有效件数", "现行有效件", "本年处理决定数量", "本年处理决定"), ""},
		{"cut to the half", "gb-2019", "disclosure", relabel("本年新制作数量", "本年新", "本年新公开数量", "本年新"), ""},
		{"the year beside it", "gb-2021", "disclosure", relabel("本年制发件数", "本年（2022）制发件数"), ""},
		{"the year in its place", "gb-2021", "disclosure", relabel("本年制发件数", "2022年制发件数"), ""},
		{"a note in brackets", "gb-2021", "disclosure", relabel("规章", "规章（设区的市填写）"), ""},
		{"brackets gone", "gb-2021", "requests", relabel("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"), ""},
		{"quotation marks gone", "gb-2021", "requests", relabel("3．危及“三安全一稳定”", "3.危及三安全一稳定"), ""},
		{"other numbers", "gb-2021", "requests", relabel("1．属于国家秘密", "(1)属于国家秘密", "（一）予以公开", "(1)予以公开"), ""},
		{"其它", "gb-2021", "requests", relabel("3．其他", "3．其它"), ""},
		{"the unit in short", "gb-2021", "disclosure", relabel("本年收费金额（单位：万元）", "本年收费金额(万元)"), ""},
		{"a unit behind it", "gb-2021", "disclosure", relabel("行政处罚", "行政处罚（件）"), ""},
		{"traditional script", "gb-2021", "disclosure", relabel("行政許可", "行政許可", "行政处罚", "行政處罰"), ""},
		{"a character that was damaged", "gb-2021", "disclosure", relabel("行政事业性收费", "行政事业?收费"), ""},
		{"a row at the end of a page lost with all behind it", "gb-2021", "requests", func(m matrix) matrix { return m[:len(m)-4] }, ""},
		{"rows of one's own", "gb-2014", "statistics", func(m matrix) matrix {
			return m.insertRow("4．其他方式公开政府信息数", 0, "5．政务客户端公开政府信息数", "条", "3")
		}, ""},

		{"one character", "gb-2021", "disclosure", relabel("行政事业性收费", "行政事业型收费"), "disclosure.fees.amount 行政事业型收费"},
		{"one character of the trial", "gb-2019", "disclosure", relabel("行政事业性收费", "行政事业型收费"), "disclosure.fees.previous 行政事业型收费"},
		{"a head", "gb-2021", "disclosure", relabel("本年废止件数", "本年废除件数"), "disclosure.regulations.repealed 本年废除件数"},
		{"a head with more", "gb-2021", "disclosure", relabel("现行有效件数", "现行有效文件总数"), "disclosure.regulations.in_force 现行有效文件总数"},
		{"a row of requests", "gb-2021", "requests", relabel("7．属于行政执法案卷", "7．属于行政执法文书"), "requests.refused_enforcement_file.natural_person 7．属于行政执法文书"},
		{"no unit", "gb-2021", "disclosure", relabel("本年收费金额（单位：万元）", "本年收费金额"), "disclosure.fees.amount 本年收费金额"},
		{"a row put in", "gb-2021", "disclosure", func(m matrix) matrix { return m.insertRow("行政许可", 0, "行政检查", "3") }, "disclosure 行政检查"},
		{"a row put in into the trial", "gb-2019", "disclosure", func(m matrix) matrix {
			return m.insertRow("其他对外管理服务事项", 0, "行政确认", "3", "1", "2")
		}, "disclosure 行政确认"},
		{"a row gone", "gb-2021", "disclosure", func(m matrix) matrix { return m.dropRow("行政强制") }, "disclosure.coercion.decisions"},
		{"a row of requests gone", "gb-2021", "requests", func(m matrix) matrix { return m.dropRow("8．属于行政查询事项") }, "requests.refused_inquiry.natural_person"},
		{"a row of the statistics gone", "gb-2014", "statistics", func(m matrix) matrix { return m.dropRow("2．政务微博公开政府信息数") }, "statistics.via_weibo.count"},
		{"another row in its place", "gb-2021", "disclosure", relabel("行政强制", "专项督办"), "disclosure.coercion.decisions 专项督办"},
	} {
		table := editions.Get(c.edition).Table(c.table)
		m := c.edit(printed(table, sample(table), false))
		for _, shape := range []struct {
			name   string
			blocks []document.Block
		}{{"grid", blocksOfTable(m.grid())}, {"ragged", blocksOfTable(m.ragged())}} {
			f := findTables(editions, shape.blocks, "")
			got := notesOf(f, NoteAltered)
			slices.Sort(got)
			if got := strings.Join(got, ", "); got != c.want {
				t.Errorf("%s %s %s, %s: got %q, want %q", c.edition, c.table, c.name, shape.name, got, c.want)
			}
		}
	}
}
