package docx

import (
	"fmt"
	"strings"
	"testing"
)

// lvl is one level of a list.
func lvl(at int, format, text, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/></w:lvl>`, at, format, more, text)
}

func listOf(id, levels string) string {
	return `<w:abstractNum w:abstractNumId="` + id + `">` + levels + `</w:abstractNum>`
}

func numbers(content string) string {
	return `<w:numbering xmlns:w="` + transitional + `" xmlns:mc="` + compatibility + `">` + content + `</w:numbering>`
}

func numOf(id, abstract, more string) string {
	return `<w:num w:numId="` + id + `"><w:abstractNumId w:val="` + abstract + `"/>` + more + `</w:num>`
}

// item is a paragraph of a list.
func item(num, level int, text string) string {
	return withProperties(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, num), run(text))
}

func TestNumbering(t *testing.T) {
	three := listOf("0", lvl(0, "chineseCounting", "%1、", "")+lvl(1, "chineseCountingThousand", "（%2）", "")+lvl(2, "decimal", "%3．", ""))
	for _, c := range []struct {
		name, lists, body string
		want              []string
	}{
		{"three levels", three + numOf("1", "0", ""),
			item(1, 0, "总体情况") + item(1, 1, "主动公开") + item(1, 2, "目录") + item(1, 2, "平台") + item(1, 1, "依申请公开") + item(1, 2, "受理") + item(1, 0, "主动公开情况") + item(1, 1, "其他"),
			[]string{"一、总体情况", "（一）主动公开", "1．目录", "2．平台", "（二）依申请公开", "1．受理", "二、主动公开情况", "（一）其他"}},
		{"typed as well", three + numOf("1", "0", ""), item(1, 0, "一、总体情况") + item(1, 1, "(一)主动公开") + item(1, 2, "1.5万件"), []string{"一、总体情况", "(一)主动公开", "1．1.5万件"}},
		{"none", three + numOf("1", "0", ""), item(0, 0, "正文") + item(7, 0, "没有的列表"), []string{"正文", "没有的列表"}},
		{"nothing but a number", three + numOf("1", "0", ""), item(1, 2, "") + item(1, 2, "甲"), []string{"1．", "2．甲"}},
		{"bullets", listOf("0", lvl(0, "bullet", "●", "")) + numOf("1", "0", ""), item(1, 0, "要点"), []string{"要点"}},
		{"text without number", listOf("0", lvl(0, "none", "附件：", "")) + numOf("1", "0", ""), item(1, 0, "统计表"), []string{"附件：统计表"}},
		{"levels joined", listOf("0", lvl(0, "decimal", "%1", "")+lvl(1, "decimal", "%1.%2", "")) + numOf("1", "0", ""), item(1, 0, "总则") + item(1, 1, "目的") + item(1, 1, "2022年"), []string{"1 总则", "1.1 目的", "1.2 2022年"}},
		{"Arabic everywhere", listOf("0", lvl(0, "chineseCounting", "第%1章", "")+lvl(1, "decimal", "%1.%2", "<w:isLgl/>")) + numOf("1", "0", ""), item(1, 0, "总则") + item(1, 1, "目的"), []string{"第一章总则", "1.1 目的"}},
		{"two lists of one kind go on", three + numOf("1", "0", "") + numOf("2", "0", ""), item(1, 0, "甲") + item(2, 0, "乙"), []string{"一、甲", "二、乙"}},
		{"starts anew", three + numOf("1", "0", "") + numOf("2", "0", `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`), item(1, 0, "甲") + item(1, 0, "乙") + item(2, 0, "丙") + item(2, 0, "丁"),
			[]string{"一、甲", "二、乙", "一、丙", "二、丁"}},
		{"level of its own", three + numOf("1", "0", `<w:lvlOverride w:ilvl="0">`+strings.Replace(lvl(0, "decimalFullWidth", "%1．", ""), `start w:val="1"`, `start w:val="12"`, 1)+`</w:lvlOverride>`), item(1, 0, "甲"), []string{"１２．甲"}},
		{"never begins anew", listOf("0", lvl(0, "decimal", "%1、", "")+lvl(1, "decimal", "（%2）", `<w:lvlRestart w:val="0"/>`)) + numOf("1", "0", ""), item(1, 0, "甲") + item(1, 1, "乙") + item(1, 0, "丙") + item(1, 1, "丁"),
			[]string{"1、甲", "（1）乙", "2、丙", "（2）丁"}},
		{"begins anew after one level", listOf("0", lvl(0, "decimal", "%1、", "")+lvl(1, "decimal", "（%2）", "")+lvl(2, "decimal", "%3)", `<w:lvlRestart w:val="1"/>`)) + numOf("1", "0", ""),
			item(1, 0, "甲") + item(1, 1, "乙") + item(1, 2, "丙") + item(1, 1, "丁") + item(1, 2, "戊") + item(1, 0, "己") + item(1, 2, "庚"), []string{"1、甲", "（1）乙", "1)丙", "（2）丁", "2)戊", "2、己", "1)庚"}},
		{"lower level first", listOf("0", lvl(0, "decimal", "%1", "")+lvl(1, "decimal", "%1.%2", "")) + numOf("1", "0", ""), item(1, 1, "甲") + item(1, 0, "乙"), []string{"1.1 甲", "1 乙"}},
		{"format of a newer Word", listOf("0", `<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1、"/></w:lvl>`) + numOf("1", "0", ""),
			item(1, 0, "甲"), []string{"1、甲"}},
		{"deleted items do not count", three + numOf("1", "0", ""), item(1, 0, "甲") + withProperties(`<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>`, `<w:del w:id="2">`+run("删")+`</w:del>`) + item(1, 0, "乙"),
			[]string{"一、甲", "二、乙"}},
		{"in cells", listOf("0", lvl(0, "decimal", "%1", "")) + numOf("1", "0", ""), tbl(tr(holds(item(1, 0, "")), tc("甲")), tr(holds(item(1, 0, "")), tc("乙"))), []string{"[1|甲 / 2|乙]"}},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, file(t, c.body, "numbering.xml", numbers(c.lists)), c.want...) })
	}
}

func TestNumberingOfStyles(t *testing.T) {
	paragraphStyle := func(id, name, base, properties string) string {
		return `<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + name + `"/><w:basedOn w:val="` + base + `"/><w:pPr>` + properties + `</w:pPr></w:style>`
	}
	numbered := func(more string) string { return `<w:numPr>` + more + `<w:numId w:val="1"/></w:numPr>` }
	styles := `<w:styles xmlns:w="` + transitional + `">` +
		paragraphStyle("h1", "heading 1", "", numbered("")) + paragraphStyle("h2", "heading 2", "h1", numbered(`<w:ilvl w:val="1"/>`)) + paragraphStyle("own", "小标", "h2", "") +
		paragraphStyle("h3", "heading 3", "h1", `<w:numPr><w:ilvl w:val="2"/></w:numPr>`) + paragraphStyle("out", "不编号", "h1", `<w:numPr><w:numId w:val="0"/></w:numPr>`) +
		`<w:style w:type="numbering" w:styleId="公文编号"><w:name w:val="公文编号"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`
	lists := listOf("0", lvl(0, "chineseCounting", "%1、", `<w:pStyle w:val="h1"/>`)+lvl(1, "chineseCounting", "（%2）", `<w:pStyle w:val="h2"/>`)+lvl(2, "decimal", "%3．", "")) +
		listOf("1", `<w:numStyleLink w:val="公文编号"/>`) + numOf("1", "0", "") + numOf("2", "1", "")
	body := styled("h1", run("总体情况")) + styled("h2", run("主动公开")) + styled("own", run("依申请公开")) + styled("h3", run("受理")) + styled("out", run("附注")) +
		withProperties(`<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>`, run("前言")) + styled("h1", run("主动公开情况")) + item(2, 1, "转到样式")
	check(t, file(t, body, "styles.xml", styles, "numbering.xml", numbers(lists)),
		"1# 一、总体情况", "2# （一）主动公开", "2# （二）依申请公开", "3# 1．受理", "1# 附注", "1# 前言", "1# 二、主动公开情况", "（一）转到样式")
}

func TestNumeral(t *testing.T) {
	for _, c := range []struct {
		format string
		want   map[int]string
	}{
		{"decimal", map[int]string{0: "0", 12: "12"}},
		{"decimalZero", map[int]string{5: "05", 12: "12"}},
		{"chineseCounting", map[int]string{1: "一", 10: "十", 11: "十一", 20: "二十", 35: "三十五", 120: "一二〇"}},
		{"chineseCountingThousand", map[int]string{10: "十", 100: "一百", 103: "一百零三", 110: "一百一十", 1001: "一千零一", 2030: "二千零三十", 12345: "一二三四五"}},
		{"japaneseCounting", map[int]string{1: "一", 10: "十", 11: "十一", 110: "百十", 101: "百一", 230: "二百三十"}},
		{"chineseLegalSimplified", map[int]string{1: "壹", 10: "壹拾", 25: "贰拾伍"}},
		{"ideographDigital", map[int]string{1: "一", 10: "一〇", 23: "二三"}},
		{"decimalFullWidth", map[int]string{10: "１０"}},
		{"decimalEnclosedCircle", map[int]string{1: "①", 20: "⑳", 21: "21"}},
		{"upperLetter", map[int]string{1: "A", 26: "Z", 27: "AA", 28: "BB", 32767: "32767"}},
		{"lowerLetter", map[int]string{3: "c"}},
		{"upperRoman", map[int]string{4: "IV", 1949: "MCMXLIX", 4000: "4000"}},
		{"lowerRoman", map[int]string{9: "ix"}},
		{"ideographTraditional", map[int]string{2: "乙"}},
		{"none", map[int]string{3: ""}},
		{"unheard of", map[int]string{3: "3"}},
	} {
		for n, want := range c.want {
			if got := numeral(n, c.format); got != want {
				t.Errorf("%s %d: got %s, want %s", c.format, n, got, want)
			}
		}
	}
}
