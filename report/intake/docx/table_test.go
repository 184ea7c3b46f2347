package docx

import (
	"strings"
	"testing"
)

func tbl(rows ...string) string {
	return `<w:tbl><w:tblPr/><w:tblGrid/>` + strings.Join(rows, "") + `</w:tbl>`
}
func tr(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }
func tc(text string) string     { return `<w:tc>` + p(text) + `</w:tc>` }

// merged is a cell with properties, holds one that holds blocks.
func merged(properties, text string) string {
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + p(text) + `</w:tc>`
}
func holds(blocks ...string) string { return `<w:tc>` + strings.Join(blocks, "") + `</w:tc>` }

const (
	restart = `<w:vMerge w:val="restart"/>`
	goOn    = `<w:vMerge/>`
)

func TestTables(t *testing.T) {
	small := tbl(tr(tc("指标"), tc("数值")), tr(tc("新收"), tc("3")))
	for _, c := range []struct {
		name, body string
		want       []string
	}{
		{"plain", small, []string{"[指标|数值 / 新收|3]"}},
		{"paragraphs of a cell", tbl(tr(holds(p("商业"), `<w:p/>`, p("企业")), tc("2"))), []string{"[商业⏎企业|2]"}},
		{"line break in a cell", tbl(tr(holds(`<w:p><w:r><w:t>商业</w:t><w:br/><w:t>企业</w:t></w:r></w:p>`), tc("2"))), []string{"[商业⏎企业|2]"}},
		{"spans", tbl(tr(merged(`<w:gridSpan w:val="2"/>`+restart, "甲"), tc("乙")), tr(merged(`<w:gridSpan w:val="2"/>`+goOn, ""), tc("丙")), tr(tc("1"), tc("2"), tc("3"))),
			[]string{"[甲(2×2)|乙 / 丙 / 1|2|3]"}},
		{"merged cells under each other", tbl(tr(merged(restart, "甲"), tc("1")), tr(merged(goOn, ""), tc("2")), tr(merged(restart, "乙"), tc("3")), tr(merged(`<w:vMerge w:val="continue"/>`, ""), tc("4"))),
			[]string{"[甲(1×2)|1 / 2 / 乙(1×2)|3 / 4]"}},
		{"text in a continued cell", tbl(tr(merged(restart, "甲"), tc("1")), tr(merged(goOn, "续"), tc("2"))), []string{"[甲⏎续(1×2)|1 / 2]"}},
		{"goes on where nothing began", tbl(tr(tc("甲"), tc("1")), tr(merged(goOn, "乙"), tc("2"))), []string{"[甲|1 / 乙|2]"}},
		{"left empty", tbl(tr(tc("甲"), tc("乙")), `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>`+tc("丙")+`</w:tr>`), []string{"[甲|乙 / 丙]"}},
		{"merged to the right", tbl(tr(merged(`<w:hMerge w:val="restart"/>`, "甲"), merged(`<w:hMerge/>`, ""), tc("乙")), tr(tc("1"), tc("2"), tc("3"))), []string{"[甲(2×1)|乙 / 1|2|3]"}},
		{"tracked rows", tbl(tr(tc("甲"), tc("1")), `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>`+tc("乙")+tc("2")+`</w:tr>`, `<w:tr><w:trPr><w:ins w:id="2"/></w:trPr>`+tc("丙")+tc("3")+`</w:tr>`),
			[]string{"[甲|1 / 丙|3]"}},
		{"deleted row that others go on", tbl(`<w:tr><w:trPr><w:del/></w:trPr>`+merged(restart, "甲")+tc("1")+`</w:tr>`, tr(merged(goOn, "乙"), tc("2")), tr(merged(goOn, ""), tc("3"))), []string{"[乙(1×2)|2 / 3]"}},
		{"tracked cells", tbl(tr(merged(`<w:cellDel w:id="1"/>`, "删"), merged(`<w:cellMerge w:id="2" w:vMerge="rest"/>`, "甲"), tc("1")), tr(merged(`<w:cellMerge w:id="3" w:vMerge="cont"/>`, ""), tc("2"))),
			[]string{"[甲(1×2)|1 / 2]"}},
		{"wrapped rows and cells", tbl(`<w:sdt><w:sdtContent>` + tr(`<w:sdt><w:sdtContent>`+tc("甲")+`</w:sdtContent></w:sdt>`, tc("1")) + `</w:sdtContent></w:sdt>`), []string{"[甲|1]"}},
		{"two that touch", small + small, []string{"[指标|数值 / 新收|3]", "[指标|数值 / 新收|3]"}},
		{"one cell", tbl(tr(holds(p("第一段"), p("第二段")))), []string{"第一段", "第二段"}},
		{"layout of one cell", tbl(tr(holds(p("表前"), small, p("表后")))), []string{"表前", "[指标|数值 / 新收|3]", "表后"}},
		{"layout of one column", tbl(tr(tc("表题")), tr(holds(small, `<w:p/>`)), tr(tc("附注"))), []string{"表题", "[指标|数值 / 新收|3]", "附注"}},
		{"layout of one row", tbl(tr(holds(small, `<w:p/>`), tc("旁注"))), []string{"[指标|数值 / 新收|3]", "旁注"}},
		{"layout with little text", tbl(tr(tc("上"), tc("")), tr(holds(tbl(tr(tc("主动公开文件数量"), tc("12")), tr(tc("依申请公开数量"), tc("3")))), tc(""))), []string{"上", "[主动公开文件数量|12 / 依申请公开数量|3]"}},
		{"table in a table of data", tbl(tr(tc("本年度办理结果的各项说明"), tc("总计")), tr(holds(p("新收申请"), small), tc("这一格另有一段较长的说明文字")), tr(tc("结转"), tc("0"))),
			[]string{"[本年度办理结果的各项说明|总计 / 新收申请⏎指标 数值⏎新收 3|这一格另有一段较长的说明文字 / 结转|0]"}},
		{"box in a cell of data", tbl(tr(tc("甲"), tc("乙")), tr(holds(tbl(tr(tc("7"))), `<w:p/>`), tc("8"))), []string{"[甲|乙 / 7|8]"}},
		{"layout in layout", tbl(tr(holds(tbl(tr(holds(tbl(tr(holds(p("深"), small)))))), `<w:p/>`))), []string{"深", "[指标|数值 / 新收|3]"}},
		{"empty", `<w:tbl/>` + tbl(tr()), nil},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, file(t, c.body), c.want...) })
	}
}
