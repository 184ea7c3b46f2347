package html

import (
	"strings"
	"testing"

	"nianbao/report/document"
)

func TestTables(t *testing.T) {
	long := strings.Repeat("本年度的情况。", 80)
	check(t, []example{
		{"groups in the order of the source", "<table><tfoot><tr><td>一<td>二</tfoot><thead><tr><th>三<th>四</thead><tbody><tr><td>五<td>六</table>", "[一|二 / 三|四 / 五|六]"},
		{"unclosed", "一<table><tr><td>甲<td>乙<tr><th>丙<td>1", "一\n[甲|乙 / 丙|1]"},
		{"without rows", "<table><td>甲<td>乙</table>", "[甲|乙]"},
		{"lines in a cell", "<table><td>本年<br>新制作<div>数量</div><br><td>&nbsp;1　</table>", "[本年⏎新制作⏎数量|1]"},
		{"spans", "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2</table>", "[甲 1x2|乙 2x1 / @1 1|2]"},
		{"span to the end of the group", "<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3<tbody><tr><td>乙<td>4</table>", "[甲 1x3|1 / @1 2 / @1 3 / 乙|4]"},
		{"no span out of the group", "<table><thead><tr><th rowspan=3>甲<th>乙</thead><tr><td>1<td>2</table>", "[甲|乙 / 1|2]"},
		{"absurd spans", "<table><tr><td colspan=10000>题<tr><td rowspan=65534>甲<td colspan=2px>1<tr><td colspan=x>2<td colspan=-1>3</table>", "[题 3x1 / 甲 1x2|1 2x1 / @1 2|3]"},
		{"caption", "一<table><caption>表一<br>（单位：件）</caption><tr><td>甲<td>1</table>", "一\n表一\n（单位：件）\n[甲|1]"},
		{"unclosed caption", "<table><caption>表一<tr><td>甲<td>1</table>", "表一\n[甲|1]"},
		{"text between cells", "<table>前<tr>中<td>甲<td>1</td>后</table>", "前\n中\n后\n[甲|1]"},
		{"columns and forms", "<table><colgroup><col><col></colgroup><form><tr><td>甲<td><input value=x>1</form></table>", "[甲|1]"},
		{"figures in fields", "<table><tr><td>甲<td><input value=1><td><p><input type=number value=' 2 '></p><tr><td>乙<td><input type=hidden value=3>" +
			"<td><input value=4 hidden></table><input value=5>", "[甲|1|2 / 乙||]"},
		{"layout with tables", "<table><tr><td>栏目<td><p>文</p><table><tr><td>甲<td>1</table><p>完</p></table>", "栏目\n文\n[甲|1]\n完"},
		{"deep layout", strings.Repeat("<table><tr><td>", 9) + "<p>文<table><tr><td>甲<td>1</table>", "文\n[甲|1]"},
		{"frame", "<table><tr><td><p>一<p>二</table>", "一\n二"},
		{"frame in a cell", "<table><tr><td>甲<td><table><td>1</table><tr><td>乙<td>2</table>", "[甲|1 / 乙|2]"},
		{"layout of text", "<table><tr><td>目录<td><p>一<p>二<p>" + long[:180] + "</table>", "目录\n一\n二\n" + long[:180]},
		{"one row of labels", "<table><tr><td>本年<br>新制作<br>数量<td>对外公开<br>总数量</table>", "[本年⏎新制作⏎数量|对外公开⏎总数量]"},
		{"layout of a long text", "<table><tr><td>甲<td>乙<tr><td>目录<td>" + long + "</table>", "甲\n乙\n目录\n" + long},
		{"one row of figures", "<table><tr><td>1<br>2<br>3<td>4<td>5</table>", "[1⏎2⏎3|4|5]"},
		{"column of labels", "<table><tr><td>甲<td>1</table><table><tr><td>一<br>二<br>三<br>四<br>五<br>六<br>七<br>八<td>1<tr><td>九<td>2</table>", "[甲|1]\n[一⏎二⏎三⏎四⏎五⏎六⏎七⏎八|1 / 九|2]"},
		{"table between cells", "<table><tr><td>甲<td>1</tr><table><tr><td>乙<td>2</table></table>", "[甲|1]\n[乙|2]"},
		{"cell without a table", "<tr><td>一</td><td>二</td></tr>", "一\n二"},
		{"empty", "<table></table><table><tr></table>一<table><tr><td><td></table>", "一\n[|]"},
		{"heading and preformatted text end with the cell", "<table><tr><td><h2>甲<pre>a<td>b\nc</table>d\ne", "[甲⏎a|b c]\nd e"},
	})
}

func TestTableLimits(t *testing.T) {
	for _, c := range []struct{ name, page string }{
		{"columns", "<table><tr>" + strings.Repeat("<td>1", 10_000) + "</table>"},
		{"rows", "<table>" + strings.Repeat("<tr><td>1<td>2", document.MaxRows+1) + "</table>"},
		{"cells", "<table>" + strings.Repeat("<tr>"+strings.Repeat("<td>1", 200), 4000)},
		{"text", "<p>" + strings.Repeat("字", document.MaxText)},
		{"paragraphs in a cell", "<table><td>a<td>" + strings.Repeat("<p>1", maxNodes)},
	} {
		doc, cut, err := Read([]byte(c.page + "<p>完"))
		if err != nil || !cut {
			t.Errorf("%s: cut %v, %v", c.name, cut, err)
		}
		checkSound(t, doc, err)
	}
}

func TestDeep(t *testing.T) {
	check(t, []example{
		{"elements", strings.Repeat("<div><b>", 100_000) + "一" + strings.Repeat("</b></div>", 100_000) + "二", "一\n二"},
		{"tables", strings.Repeat("<table><tr><td>", 200) + "一" + strings.Repeat("</table>", 200) + "二", "一\n二"},
		{"lists", strings.Repeat("<ol><li>", 200) + "一" + strings.Repeat("</ol>", 200) + "二", "1．一\n二"},
	})
}
