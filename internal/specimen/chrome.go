package specimen

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// page says that the format's style is a web page, with what stands around the report there.
func (m *maker) page() bool {
	return m.format == "html" && (m.style == "cms" || m.style == "layout") || m.format == "text" && m.style != "markdown"
}

// chromeAbove is what a page has before the report. Lines that stand for themselves are remembered, to be looked for.
func (m *maker) chromeAbove() {
	if !m.page() || m.format == "text" && m.chance(0.4) {
		return
	}
	if m.shape("chrome.crumbs", 0.6) {
		m.addChrome(pick(m, []string{"您的位置：", "当前位置：", "您当前所在位置： "}) + strings.Join([]string{"首页", "政府信息公开", "法定主动公开内容", "政府信息公开年报"}, pick(m, []string{" > ", " >> ", " → ", "> "})))
	}
	if m.format == "text" && m.chance(0.3) {
		m.addChrome(some(m, []string{"无障碍浏览", "网站支持IPv6", "繁體版 | 手机版", "请输入关键字", "政务服务 互动交流 走进我们"}, 2)...)
	}
	if !m.untitled && m.shape("chrome.page_title", 0.15) {
		m.add(partChrome, m.agency.full+strconv.Itoa(m.year)+"年政府信息公开年度报告") // as the list of pages calls it
	}
	if m.shape("chrome.meta", 0.6) {
		m.want.Published = fmt.Sprintf("%d-%02d-%02d", m.year+1, m.between(1, 3), m.between(1, 28))
		line := "发布时间：" + m.want.Published
		if m.chance(0.6) {
			line = pick(m, []string{"来源：本站编辑部 ", "信息来源：政务公开科 "}) + line
		}
		if m.chance(0.6) {
			line += fmt.Sprintf(" 浏览次数：%d 字号：[大 中 小] 打印 分享", m.between(10, 9000))
		}
		m.addChrome(line)
	}
	if m.shape("chrome.index_grid", 0.2) {
		m.addIndexGrid()
	}
}

// addIndexGrid is the table of a document's particulars, which has no place in the report.
func (m *maker) addIndexGrid() {
	index := fmt.Sprintf("%08d/%d-%05d", m.between(1000000, 9999999), m.year+1, m.between(1, 99999))
	rows := [][]string{{"索 引 号", index, "主题分类", "政务公开年报类目"}, {"发布机构", m.agency.full, "成文日期", fmt.Sprintf("%d-01-%02d", m.year+1, m.between(1, 31))},
		{"公开方式", "主动公开方式一", "有 效 性", "有效性标注位"}}
	t := &table{}
	for _, row := range rows {
		var cells []*cell
		for _, text := range row {
			cells = append(cells, &cell{text: text})
		}
		t.rows = append(t.rows, cells)
	}
	m.items = append(m.items, item{part: partTable, table: t})
	m.chrome = append(m.chrome, index, "政务公开年报类目", "主动公开方式一", "有效性标注位")
}

func (m *maker) chromeBelow() {
	if !m.page() || m.format == "text" && m.chance(0.4) {
		return
	}
	m.mark("chrome.below")
	var lines []string
	if m.chance(0.4) {
		lines = append(lines, "扫一扫在手机打开当前页")
	}
	if m.chance(0.4) {
		lines = append(lines, pick(m, []string{"上一篇：没有了", "上一篇： 关于清明节放假的通知"}), "下一篇：没有了")
	}
	if m.chance(0.3) {
		lines = append(lines, "相关链接", "-", "-")
	}
	if m.chance(0.3) {
		lines = append(lines, "分享到：", "【打印本页】 【关闭窗口】")
	}
	lines = append(lines, "主办："+m.agency.full+" 网站地图", "承办：电子政务管理中心",
		fmt.Sprintf("地址：%s路%d号 联系电话：0799—%d", m.place(), m.between(1, 200), m.between(2000000, 8999999)),
		fmt.Sprintf("网站标识码：53%08d", m.between(1, 99999999)), fmt.Sprintf("备案号：滇ICP备%08d号", m.between(1, 99999999)), "网站支持IPv6")
	m.addChrome(lines...)
}

var (
	spanDigits = regexp.MustCompile(`(\d{4})年(\d{1,2})月(\d{1,2})日`)
	bracketed  = regexp.MustCompile(`〔(\d{4})〕(\d+)号`)
	phone      = regexp.MustCompile(`(\d{4})[-—](\d{7})`)
	address    = regexp.MustCompile(`http://[\w.]+`)
)

// damage is what copying does to a text: marks and digits in a span of their own are lost.
func (m *maker) damage(text string) string {
	if !m.words.damaged {
		return text
	}
	if m.chance(0.6) {
		text = spanDigits.ReplaceAllString(text, "${1}${2}${3}日")
	}
	if m.chance(0.6) {
		text = bracketed.ReplaceAllString(text, "〔${1}${2}号")
	}
	if m.chance(0.5) {
		text = phone.ReplaceAllString(text, "${1}${2}")
	}
	if m.chance(0.5) {
		text = address.ReplaceAllString(text, "")
	}
	return text
}
