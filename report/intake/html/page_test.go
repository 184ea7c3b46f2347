package html

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Our own page gives back its headings, text and tables; what was added for the page alone goes.
func TestOwnPage(t *testing.T) {
	check(t, []example{{"own page", `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>云岭县水务局2022年政府信息公开工作年度报告</title>
<meta name="dcterms.created" content="2023-01-18T09:00:00Z">
<style>
.nb-report > p { margin: 0 }
</style>
</head>
<body class="nb-page">
<article class="nb-report" lang="zh-CN">
<aside class="nb-draft">草稿</aside>
<p class="nb-number">云水〔2023〕1号</p>
<h1 class="nb-title"><span class="nb-line">云岭县水务局</span><span class="nb-line">2022年政府信息公开工作年度报告</span></h1>
<section class="nb-section" data-section="preface">
<p class="nb-text">现予“公布” &lt;b&gt;&amp;amp;&lt;/b&gt;。</p>
</section>
<section class="nb-section" data-section="proactive">
<h2 class="nb-heading nb-level-1">二、主动公开政府信息情况</h2>
<p class="nb-text"><b class="nb-run-in nb-level-2">（一）公开。</b>全年12条。</p>
<section class="nb-table-box" tabindex="0" aria-label="主动公开"><table class="nb-table nb-columns-3 nb-grouped" data-table="proactive">
<caption class="nb-caption">主动公开</caption>
<thead>
<tr><td class="nb-cell-corner"></td><th scope="col" class="nb-cell-head" colspan="2">本年<br>件数</th></tr>
</thead>
<tbody>
<tr><th scope="row" class="nb-cell-group" rowspan="2">一、规章</th><td class="nb-cell-figure" data-cell="proactive.a.x">1</td><td class="nb-cell-figure" data-cell="proactive.a.y"></td></tr>
<tr><td class="nb-cell-figure" data-cell="proactive.b.x">2</td><td class="nb-cell-figure" data-cell="proactive.b.y">3</td></tr>
</tbody>
</table></section>
</section>
<div class="nb-attachments">
<p class="nb-attachment-line">附件：问答</p>
</div>
<div class="nb-signature">
<p class="nb-agency">云岭县水务局</p>
<p class="nb-date"><time datetime="2023-01-17">2023年1月17日</time></p>
</div>
<div class="nb-closing">
<p class="nb-text">电话：0000-1234567</p>
</div>
<section class="nb-attachment" data-section="attachment_1">
<p class="nb-attachment-label">附件</p>
<h2 class="nb-attachment-title">问答</h2>
<p class="nb-text">问：在哪里看？</p>
</section>
</article>
</body>
</html>
`, `云水〔2023〕1号
#云岭县水务局2022年政府信息公开工作年度报告
现予“公布” <b>&amp;</b>。
##二、主动公开政府信息情况
（一）公开。全年12条。
[|本年⏎件数 2x1 / 一、规章 1x2|1| / @1 2|3]
附件：问答
云岭县水务局
2023年1月17日
电话：0000-1234567
附件
##问答
问：在哪里看？`}})
}

// A page of a website's system: tables that arrange it, menus, scripts, Word's markup in the middle.
func TestWebsitePage(t *testing.T) {
	check(t, []example{{"website", `<HTML><HEAD><META content="text/html; charset=utf-8" http-equiv=Content-Type><TITLE>年报-县政府网站</TITLE>
<script>document.write("<p>x</p>")</script><link href=a.css rel=stylesheet></HEAD>
<BODY><div id=top style="display:none"><img src=logo.gif></div>
<table width=1000 align=center><tr><td colspan=2>您的位置：<a href=/>首页</a> &gt; <a>年报</a></td></tr>
<tr><td width=200 valign=top><ul><li><a>指南</a></li><li><a>目录</a></li></ul></td>
<td><table width=100%><tr><td align=center>云岭县水务局2022年政府信息公开工作年度报告</td></tr>
<tr><td>发布时间：2023-01-17&nbsp;&nbsp;浏览次数：<script>count()</script><span id=hits></span>次 <select><option>大</select></td></tr>
<tr><td><div class=TRS_Editor><p class=MsoNormal style="TEXT-INDENT: 32pt"><span style="FONT-FAMILY: 仿宋">一、总体情况</span></p>
<p>　　全年公开<span lang=EN-US>12</span>条。<o:p></o:p></p>
<div align=center><table border=1 class=MsoNormalTable><tbody><tr><td rowspan=2><p>信息内容</p></td><td><p>本年<br>制发件数</p></td><tr><td><p><span lang=EN-US>3<o:p></o:p></span></p></td></tr></tbody></table></div>
<p align=right>云岭县水务局<br>2023年1月17日</p></div></td></tr></table></td></tr>
<tr><td colspan=2><a onclick="window.print()">打印</a> 备案号：〇</td></tr></table></BODY></HTML>`, `您的位置：首页 > 年报
指南
目录
云岭县水务局2022年政府信息公开工作年度报告
发布时间：2023-01-17~~浏览次数：次
一、总体情况
全年公开12条。
[信息内容 1x2|本年⏎制发件数 / @1 3]
云岭县水务局
2023年1月17日
打印 备案号：〇`}})
}

// sample is a page of the usual length, with the markup that Word leaves.
func sample() string {
	var b strings.Builder
	b.WriteString("<html><head><meta charset=utf-8><title>年报</title><style>p.MsoNormal{margin:0}</style></head><body>")
	for i := range 60 {
		fmt.Fprintf(&b, "<p class=MsoNormal style='text-indent:32.0pt;line-height:150%%'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>第%d项：全年办理"+
			"<span lang=EN-US>%d</span>件，各科室按季度自查，发现的缺项当月补正，&ldquo;栏目&rdquo;都写明责任人和更新时限，方便群众查阅。<o:p></o:p></span></p>\n", i, 12*i)
	}
	b.WriteString("<table class=MsoNormalTable border=1 style='border-collapse:collapse'>")
	for i := range 120 {
		b.WriteString("<tr style='height:20.0pt'>")
		for j := range 8 {
			fmt.Fprintf(&b, "<td width=71 style='width:53.0pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt'><p class=MsoNormal align=center><span lang=EN-US>%d<o:p></o:p></span></p></td>", i*j)
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table></body></html>")
	return b.String()
}

func BenchmarkRead(b *testing.B) {
	page := []byte(sample())
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Read(page); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTokenize is what golang.org/x/net/html takes to see the tokens of the same page.
func BenchmarkTokenize(b *testing.B) {
	page := sample()
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		z := html.NewTokenizer(strings.NewReader(page))
		for z.Next() != html.ErrorToken {
			z.Token()
		}
		if z.Err() != io.EOF {
			b.Fatal(z.Err())
		}
	}
}
