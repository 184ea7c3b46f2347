package html

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/document"
)

// outline is a document as text: a paragraph a line, "#" for each level before a heading; a table as [row / row], its cells with
// their place where they span or do not follow the one before, line feeds as ⏎.
func outline(d *document.Document) string {
	var lines []string
	for _, b := range d.Sections[0].Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			lines = append(lines, strings.Repeat("#", b.Level)+strings.ReplaceAll(b.Text, "\u00a0", "~"))
		case *document.Table:
			var rows []string
			for _, row := range b.Rows {
				var cells []string
				next := 0
				for _, c := range row.Cells {
					text := strings.ReplaceAll(c.Text, "\n", "⏎")
					if c.Column != next {
						text = fmt.Sprint("@", c.Column, " ", text)
					}
					if c.ColumnSpan > 1 || c.RowSpan > 1 {
						text += fmt.Sprintf(" %dx%d", c.ColumnSpan, c.RowSpan)
					}
					next = c.Column + c.ColumnSpan
					cells = append(cells, text)
				}
				rows = append(rows, strings.Join(cells, "|"))
			}
			lines = append(lines, "["+strings.Join(rows, " / ")+"]")
		}
	}
	return strings.Join(lines, "\n")
}

type example struct{ name, page, want string }

func check(t *testing.T, examples []example) {
	t.Helper()
	for _, c := range examples {
		doc, cut, err := Read([]byte(c.page))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := outline(doc); got != c.want || cut {
			t.Errorf("%s: cut %v, got\n%s\nwant\n%s", c.name, cut, got, c.want)
		}
		checkSound(t, doc, err)
	}
}

func TestParagraphs(t *testing.T) {
	check(t, []example{
		{"blocks", "<div>一<p>二<p>三</p>四</div>五", "一\n二\n三\n四\n五"},
		{"breaks", "<p>一<br>二<br/><br>三</br>四<hr>五</p>", "一\n二\n三\n四\n五"},
		{"inline elements", "<p>全年<span>公开</span><b>1<i>2</i></b>条，<a href=x>网址</a><a></a>。</p>", "全年公开12条，网址。"},
		{"white space", "<p>  a \n\t b<span> </span> c <b> d</b></p>", "a b c d"},
		{"line feeds between Chinese characters", "<p>信息\n    公开，\n共 12\n条 a\nb “甲”\n“乙”</p>", "信息公开，共 12 条 a b “甲”“乙”"},
		{"blanks between elements", "<p><a>首页</a>\n<a>公开\n</a><b>指南</b></p>", "首页 公开 指南"},
		{"indents", "<p>&nbsp;&nbsp;　　一 \u3000&nbsp;</p><p>&#12288;二&emsp;</p>", "一\n二"},
		{"blanks that stay", "<p>一&nbsp;&nbsp;二　三</p>", "一~~二　三"},
		{"nothing to see", "<p>一\u200b二\ufeff三&shy;四&#8203;</p><p>&#65279;</p><p>&nbsp;</p>", "一二三四"},
		{"entities", "<p>&lt;b&gt; &amp;amp; &quot;&#x4E00;&#20108; 1 < 2 & 3</p>", `<b> &amp; "一二 1 < 2 & 3`},
		{"headings", "<h1>题<br>目</h1><p>文</p><h6>六</h6>七<h2><p>二</p></h2>", "#题\n#目\n文\n######六\n七\n##二"},
		{"capital letters", "<BODY><P ALIGN=center>一<BR>二</P></BODY>", "一\n二"},
		{"preformatted", "<pre>一  二\n\n\t三\r\n四</pre>五\n六", "一  二\n三\n四\n五六"},
		{"ruby", "<p><ruby>云<rp>(</rp><rt>yún</rt><rp>)</rp>岭<rt>lǐng</ruby>县</p>", "云岭县"},
		{"changes and pictures", "<p>一<del>二</del><s>三</s><ins>四</ins><img alt='图' src=x>五</p>", "一二三四五"},
		{"unknown elements", "<x-page>一<o:p>&nbsp;</o:p>二<st1:chsdate>三</st1:chsdate></x-page>", "一~二三"},
		{"span as block", "<div><span style='display: block'>一<span>二</span></span>三<span style=display:block>四</span></div>", "一二\n三\n四"},
		{"marks in one another", "<p><span style=display:block>一<span style='mso-tab-count:1'>&nbsp;</span>二<span>三</span></span>四", "一\t二三\n四"},
		{"chrome is text", "<nav><a>首页</a></nav><header>县政府</header><p>文</p><aside>分享</aside><footer>备案号</footer>", "首页\n县政府\n文\n分享\n备案号"},
		{"page title is none", "<head><title>标题 - 网站</title><meta name=x content=y></head><p>一", "一"},
		{"definitions", "<dl><dt>一<dd>二</dl><figure>三<figcaption>四</figcaption></figure>", "一\n二\n三\n四"},
		{"broken off", "<p>一<b>二<p title='三", "一二"},
	})
}

func TestLists(t *testing.T) {
	check(t, []example{
		{"decimal", "<ol><li>一<li><p>二</p><p>续</p></li><li></li><li>四</ol>五", "1．一\n2．二\n续\n4．四\n五"},
		{"start and value", "<ol start=3><li>三<li value='7'>七<li>八</ol>", "3．三\n7．七\n8．八"},
		{"other kinds", "<ol type=a><li>一</ol><ol type='1'><li>二</ol><ol style='list-style-type: none'><li>三</ol><ol><li style='list-style:none'>四</ol>", "一\n1．二\n三\n四"},
		{"bullets", "<ul><li>一<li>二</ul><li>三", "一\n二\n三"},
		{"one in another", "<ol><li>一<ul><li>甲</ul><li>二<ol><li>乙</ol>丙<li>三</ol>", "1．一\n甲\n2．二\n1．乙\n丙\n3．三"},
		{"indent after the number", "<ol><li>　　一</ol>", "1．一"},
		{"tab before the text", "<ol><li><b style='mso-tab-count:1'>&nbsp;</b>一</ol>", "1．一"},
		{"in a cell", "<ol><li><table><tr><td><ol><li>甲<td>乙</table>丙<li>二</ol>", "[1．甲|乙]\n丙\n2．二"},
		{"end without a beginning", "</ol></ul><ol><li>一</ul><li>二", "1．一\n二"},
	})
}

func TestHidden(t *testing.T) {
	check(t, []example{
		{"scripts and controls", "一<script>if (a<b) '<p>x'</script><style>p{}</style><noscript>x</noscript><template><p>x</template><svg><text>x</svg>" +
			"<select><option>x<option>x</select><button>x</button><textarea>x</textarea><input value=x><iframe>x</iframe>二", "一二"},
		{"style", `<p>一<span style="color:red; DISPLAY : none !important">x</span>二<b style="visibility:hidden">x</b><i style="mso-hide:all">x</i></p>`, "一二"},
		{"not hidden", `<p style="backface-visibility:hidden;overflow:hidden;display:inline">一</p>`, "一"},
		{"attribute", "<div hidden>x<div>x</div>x</div>一<input hidden><br hidden>二<dialog>x</dialog><dialog open>三</dialog>", "一\n二\n三"},
		{"unclosed span", "<div><p>一<span hidden>x</p><p>二</div>三", "一\n二\n三"},
		{"unclosed block in a cell", "<table><tr><td>一<td><div hidden>x<td>三</table>四", "[一||三]\n四"},
		{"block in a span", "<span hidden><div>x</div>x</span>一", "一"},
		{"paragraph", "<p hidden>x<p>一<ul><li hidden>x<li>二</ul>", "一\n二"},
		{"table", "<table hidden><tr><td>x<table><tr><td>x</table></table>一", "一"},
		{"cells and rows", "<table><tr><td>一<td hidden>x<table><td>x</table>x<td>二<tr style='display:none'><td>x<td>x<tr><td>三<td>四</table>", "[一|二 / 三|四]"},
		{"closed at once", "<p>一<svg/>二<span hidden/>三", "一二三"},
		{"page until its script runs", "<html hidden><body style='display:none'><p>一", "一"},
		{"to the end", "<p>一</p><div hidden>x", "一"},
	})
}

func TestWord(t *testing.T) {
	check(t, []example{
		{"conditional comments", "<!--[if gte mso 9]><xml><w:View>x</w:View></xml><![endif]--><xml><o:p>x</o:p></xml><p>一<![if !vml]>二<![endif]></p>", "一二"},
		{"automatic number", "<p class=MsoNormal style='text-indent:32pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span\nstyle='mso-list:Ignore'>" +
			"1．<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span>公开<span lang=EN-US>12</span>条<o:p></o:p></span></p>", "1．公开12条"},
		{"number in Chinese", "<p><span style='mso-list:Ignore'>一、</span>总体情况</p><p><span style='mso-list:Ignore'>①&nbsp;</span>甲", "一、总体情况\n①甲"},
		{"bullet", "<p><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span>&nbsp; </span></span></span>甲</p>", "甲"},
		{"tab", "<p>电话<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>0000</p><p><span style='mso-tab-count:1'>&nbsp; </span>二", "电话\t0000\n二"},
		{"margin comments", "<p>一<a class=msocomanchor>[A1]</a></p><div style='mso-element:comment-list'><p>x</div>", "一"},
		{"row of widths", "<table><tr><td>甲<td>乙</tr><![if !supportMisalignedColumns]><tr height=0><td width=9></td><td width=9></td></tr><![endif]></table>", "[甲|乙]"},
		{"cells of paragraphs", "<table class=MsoNormalTable><tr style='mso-yfti-irow:0'><td><p class=MsoNormal align=center><span>本年<o:p></o:p></span></p>" +
			"<p class=MsoNormal><span>新制作数量</span></p></td><td><p><span lang=EN-US>&nbsp;</span></p></td></tr></table>", "[本年⏎新制作数量|]"},
	})
}

func TestPublished(t *testing.T) {
	for _, c := range []struct{ head, want string }{
		{`<meta name="PubDate" content="2023-01-30 10:20">`, "2023-01-30"},
		{`<META NAME=publishdate CONTENT=2023/1/3>`, "2023-01-03"},
		{`<meta property="article:published_time" content="2023-01-30T17:00:00Z">`, "2023-01-31"},
		{`<meta name=pubdate content="2023年1月30日">`, "2023-01-30"},
		{`<meta name=pubdate content="20230130">`, "2023-01-30"},
		{`<meta name=pubdate content="2023-02-30"><meta name=keywords content="2022-01-01">`, ""},
		{`<meta name=pubdate content=""><meta name=PublishDate content=2023-01-30><meta name=pubdate content=2022-01-30>`, "2023-01-30"},
		{``, ""},
	} {
		doc, _, err := Read([]byte(c.head + "<p>一"))
		if err != nil {
			t.Fatal(err)
		}
		if doc.Published != c.want {
			t.Errorf("%s: got %q, want %q", c.head, doc.Published, c.want)
		}
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"empty", "", "空的"},
		{"blanks", " \n\t ", "空的"},
		{"binary", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x04\x00\x00\x00\x03\x00\x08\x06\x00\x00\x00<p>一", "不是网页"},
		{"zip", "PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00", "不是网页"},
		{"no markup", "只有文字，1 < 2", "没有网页标签"},
		{"no text", "<html><head><title>题</title></head><body><div id=app></div><script>run()</script></body></html>", "没有文字"},
		{"web archive", "From: <saved>\r\nMIME-Version: 1.0\r\n\r\n<html><p>=E4=B8=80", ".mht"},
	} {
		doc, _, err := Read([]byte(c.page))
		if err == nil || !strings.Contains(report.ErrorMessage(err), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
			continue
		}
		checkSound(t, doc, err)
	}
}

// What is damaged is read as far as it goes.
func TestDamaged(t *testing.T) {
	check(t, []example{
		{"NUL", "<p>政府信息\x00公开工作</p>\x00", "政府信息公开工作"},
		{"half a character", "<meta charset=utf-8><p>信息公开\xe5\xb9</p><p>二", "信息公开\ufffd\n二"},
		{"half a character at the end", "<p>信息公开\xe5", "信息公开\ufffd"},
		{"crossed", "<b><p>一</b><table><tr><td>甲</p></div><td>乙</b></tr></div></table></i>二", "一\n[甲|乙]\n二"},
		{"ends only", "</table></td></p></ol></pre></h1></div>一</span>", "一"},
	})
}

func FuzzRead(f *testing.F) {
	for _, page := range []string{
		"<p>一<ol start=2><li>二</ol><h2>三</h2><pre>四\n五</pre>",
		"<table><caption>表</caption><tr><td rowspan=0>甲<td colspan=9999>乙<tr><td hidden>丙<td>1<table><td>丁<td>戊</table></table>",
		"<p><span style='mso-list:Ignore'>1．<span>&nbsp;</span></span>一<span style='mso-tab-count:1'>&nbsp;</span>二<span style=display:block>三",
		"<meta charset=gbk><p>\xd5\xfe\xb8\xae", "<!--[if mso]>x<![endif]--><ruby>云<rt>yun</ruby><script>x</script><span hidden>x</p>y",
	} {
		f.Add([]byte(page))
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		doc, _, err := Read(page)
		checkSound(t, doc, err)
	})
}
