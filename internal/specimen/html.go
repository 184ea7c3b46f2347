package specimen

import (
	"fmt"
	"html"
	"strings"
)

// web writes a page.
type web struct {
	*maker
	strings.Builder
	charset string
	// before and after are what stands around a paragraph of an old layout; a mixture would run paragraphs together.
	before, after string
}

func (m *maker) html() []byte {
	encodings := []string{"utf8", "utf8", "utf8", "utf8_bom", "gb18030", "gb18030", "gb18030_unnamed"}
	encoding := pick(m, encodings)
	w := &web{maker: m, charset: "utf-8"}
	if encoding == "gb18030" {
		w.charset = pick(m, []string{"gb2312", "gbk", "GB18030"})
	}
	if encoding == "gb18030_unnamed" {
		m.mark("encoding.gb18030_unnamed")
		encoding, w.charset = "gb18030", ""
	}
	if m.words.traditional {
		encoding, w.charset = "utf8", "utf-8"
	}
	around := pick(m, [][2]string{{"<P>&nbsp;&nbsp;&nbsp;&nbsp;", "\n"}, {"　　", "<BR><BR>\n"}, {"<DIV>　　", "</DIV>\n"}})
	w.before, w.after = around[0], around[1]
	w.head()
	for _, i := range m.items {
		w.item(i)
	}
	w.foot()
	return m.encoded(w.String(), encoding)
}

func (w *web) head() {
	meta := ""
	if w.charset != "" {
		meta = fmt.Sprintf(`<meta http-equiv="Content-Type" content="text/html; charset=%s">`, w.charset)
		if w.style == "clean" {
			meta = fmt.Sprintf(`<meta charset="%s">`, w.charset)
		}
	}
	title := html.EscapeString(w.agency.full + "门户网站")
	switch w.style {
	case "clean":
		w.WriteString("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head>" + meta + "<title>" + title + "</title></head>\n<body>\n<main>\n")
	case "word":
		w.WriteString(`<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>` + meta +
			`<meta name=Generator content="Microsoft Word 11"><title>` + title + `</title><!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->` +
			"<style><!-- p.MsoNormal {mso-style-parent:\"\"; font-size:16.0pt; font-family:仿宋_GB2312;} --></style></head>\n<body lang=ZH-CN><div class=Section1 style='layout-grid:15.6pt'>\n")
	case "cms":
		w.WriteString("<!DOCTYPE html>\n<html><head>" + meta + "<title>" + title + `</title><script>var siteId="77";document.write("<p>不应出现的脚本文字</p>");</script><style>.nav{color:red}</style></head><body>` + "\n" +
			`<div class="header"><ul class="nav"><li><a href="/">网站首页栏目</a></li><li><a href="/zwgk">政务公开栏目</a></li><li><a href="/hd">互动交流栏目</a></li></ul><form><input type="text" value="请输入搜索关键词"><button>站内搜索按钮</button></form></div>` + "\n" +
			`<div class="main"><div id="zoom" class="TRS_Editor">` + "\n")
		w.chrome = append(w.chrome, "网站首页栏目", "政务公开栏目", "互动交流栏目", "站内搜索按钮", "不应出现的脚本文字")
	case "layout":
		w.WriteString("<HTML><HEAD>" + strings.Replace(meta, "<meta", "<META", 1) + "<TITLE>" + title + `</TITLE></HEAD><BODY bgcolor=#ffffff><TABLE width=980 align=center><TR><TD><IMG src="top.jpg"></TD></TR>` +
			`<TR><TD><TABLE><TR><TD>网站首页栏目<TD>机构职能栏目<TD>联系我们栏目</TABLE></TD></TR><TR><TD valign=top><TABLE width="100%"><TR><TD class=content>` + "\n")
		w.chrome = append(w.chrome, "网站首页栏目", "机构职能栏目", "联系我们栏目")
	}
}

func (w *web) foot() {
	switch w.style {
	case "clean":
		w.WriteString("</main>\n</body></html>\n")
	case "word":
		w.WriteString("</div></body></html>\n")
	case "cms":
		w.WriteString("</div></div><div style=\"display:none\">隐藏的统计代码文字</div><script src=\"count.js\"></script></body></html>\n")
		w.chrome = append(w.chrome, "隐藏的统计代码文字")
	case "layout":
		w.WriteString("</TD></TR></TABLE></TD></TR></TABLE></BODY></HTML>\n") // what is not closed stays so
	}
}

func (w *web) item(i item) {
	if i.part == partTable {
		for _, piece := range i.table.pieces() {
			w.table(piece)
		}
		return
	}
	var lines []string
	for _, line := range i.lines {
		lines = append(lines, w.escaped(line))
	}
	switch w.style {
	case "clean":
		tag := "p"
		switch i.part {
		case partTitle:
			tag = "h1"
		case partHeading:
			tag = "h2"
		case partSubheading:
			tag = "h3"
		}
		fmt.Fprintf(w, "<%s>%s</%s>\n", tag, strings.Join(lines, "<br>"), tag)
	case "word":
		for _, line := range lines {
			w.wordParagraph(line, i.part == partTitle || i.part == partHeading)
		}
	case "cms":
		switch {
		case i.part == partTitle && w.chance(0.5):
			fmt.Fprintf(w, "<h1 class=\"title\">%s</h1>\n", strings.Join(lines, "<br/>"))
		case i.part == partChrome:
			fmt.Fprintf(w, "<div class=\"%s\">%s</div>\n", pick(w.maker, []string{"info", "crumb", "page", "footer"}), strings.Join(lines, " "))
		default:
			for _, line := range lines {
				fmt.Fprintf(w, "<p style=\"text-indent:2em\">%s%s</p>\n", pick(w.maker, []string{"", "　　", "&nbsp;&nbsp;&nbsp; ", "&#12288;&#12288;"}), line)
			}
		}
	case "layout":
		for _, line := range lines {
			if i.part == partTitle || i.part == partHeading {
				line = "<B><FONT face=黑体 size=4>" + line + "</FONT></B>"
			}
			w.WriteString(w.before + line + w.after)
		}
	}
}

// escaped is a text as pages escape it: quotes by name, a paragraph split in spans.
func (w *web) escaped(text string) string {
	text = html.EscapeString(text)
	if w.style == "cms" && w.chance(0.3) {
		text = strings.NewReplacer("“", "&ldquo;", "”", "&rdquo;", "—", "&mdash;").Replace(text)
	}
	if w.style == "cms" && w.chance(0.3) {
		if runes := []rune(text); len(runes) > 12 && !strings.Contains(text, "&") {
			text = `<span style="font-size:16px">` + string(runes[:6]) + `</span><span style="font-family:仿宋">` + string(runes[6:]) + `</span>`
		}
	}
	return text
}

// wordParagraph wraps each number in a span of its own, and lines within the source, as Word does when it saves a page.
func (w *web) wordParagraph(text string, bold bool) {
	var b strings.Builder
	runes := []rune(text)
	for i := 0; i < len(runes); {
		j := i
		digit := runes[i] >= '0' && runes[i] <= '9' && !strings.ContainsAny(text, "&")
		for j < len(runes) && j-i < 40 && (runes[j] >= '0' && runes[j] <= '9') == digit || j == i {
			j++
		}
		if digit {
			b.WriteString("<span lang=EN-US>" + string(runes[i:j]) + "</span>")
		} else {
			b.WriteString(string(runes[i:j]))
			if j-i == 40 {
				b.WriteString("\n") // Word breaks the lines of its source anywhere
			}
		}
		i = j
	}
	text = b.String()
	if bold {
		text = "<b style='mso-bidi-font-weight:normal'>" + text + "</b>"
	}
	fmt.Fprintf(w, "\n<p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt;mso-line-height-rule:\nexactly'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>%s<span\nlang=EN-US><o:p></o:p></span></span></p>\n", text)
}

func (w *web) table(t *table) {
	open, end := "<table>\n", "</table>\n"
	switch {
	case w.style == "word":
		open = "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0\n style='border-collapse:collapse;border:none'>\n"
	case w.style == "layout":
		open = "<TABLE border=1 width=\"96%\"><TBODY>\n"
	case w.shape("html.table_in_table", 0.06):
		open, end = "<table><tbody><tr><td>"+open, end+"</td></tr></tbody></table>\n"
	}
	w.WriteString(open)
	unclosed := w.style == "layout" && w.shape("html.unclosed", 0.5)
	for y, row := range t.rows {
		if w.style == "clean" && y == 0 && t.heads > 0 {
			w.WriteString("<thead>\n")
		}
		w.WriteString("<tr>")
		for x, c := range row {
			columns, rows, begins := t.spans(y, x)
			if begins {
				w.cell(c, columns, rows, y < t.heads, unclosed)
			}
		}
		if !unclosed {
			w.WriteString("</tr>\n")
		}
		if w.style == "clean" && y == t.heads-1 {
			w.WriteString("</thead>\n<tbody>\n")
		}
	}
	if w.style == "clean" && t.heads > 0 {
		w.WriteString("</tbody>")
	}
	w.WriteString(end)
}

func (w *web) cell(c *cell, columns, rows int, head, unclosed bool) {
	tag, attributes := "td", ""
	if head && w.style == "clean" {
		tag = "th"
	}
	if columns > 1 {
		attributes += fmt.Sprintf(` colspan="%d"`, columns)
	}
	if rows > 1 {
		attributes += fmt.Sprintf(` rowspan=%d`, rows)
	}
	text := html.EscapeString(c.text)
	switch w.style {
	case "word":
		var b strings.Builder
		for line := range strings.SplitSeq(text, "\n") {
			if line == "" {
				line = "&nbsp;"
			}
			fmt.Fprintf(&b, "\n  <p class=MsoNormal align=center style='text-align:center'><span\n  style='font-size:10.5pt'>%s</span></p>\n  ", line)
		}
		text = b.String()
	case "cms":
		text = "<p style=\"text-align:center\">" + strings.ReplaceAll(text, "\n", "</p><p>") + "</p>"
		if c.text == "" {
			text = pick(w.maker, []string{"", "&nbsp;", "<p>&nbsp;</p>", "<br>"})
		}
	default:
		text = strings.ReplaceAll(text, "\n", "<br>")
	}
	end := "</" + tag + ">"
	if unclosed {
		end = ""
	}
	fmt.Fprintf(w, "<%s%s>%s%s", tag, attributes, text, end)
}
