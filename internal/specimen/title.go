package specimen

import (
	"fmt"
	"strconv"
	"strings"
)

// titles are the forms of titles: # the agency, @ the year; / where a line may end.
var titles = []string{
	"#@年/政府信息公开工作年度报告", "#@年/政府信息公开工作年度报告", "#@年/政府信息公开工作年度报告", "@年#/政府信息公开工作年度报告",
	"#@年度/政府信息公开工作年度报告", "#@年度/政府信息公开年度报告", "#@年/政府信息公开年报", "#/政府信息公开工作@年度报告", "#/政府信息公开@年度报告",
	"#/信息公开工作@年度报告", "#关于@年/政府信息公开工作的年度报告", "@年度#/政府信息公开工作情况的报告", "#@年/政务信息公开工作报告", "#@年/信息公开工作总结报告",
	"#@年政府信息公开工作/年度报告", "#/@年政府信息公开工作/年度报告", "#政府信息公开工作年度报告/（@年度）", "@年度#/政府信息公开工作年度报告", "#@年政府信息公开/工作报告",
}

var titleDefects = []string{"#@年政府信息公开工作年度报", "#@年政府信息公开工作告年度报告"}

// writeTitle writes number, title and what stands around them, and settles the agency.
func (m *maker) writeTitle() {
	named := m.agency.full
	if m.agency.short != "" && m.shape("title.short_agency", 0.35) {
		named = m.agency.short
	}
	signed := m.shape("tail.signature", 0.6)
	absent := m.untitled
	unnamed := !absent && m.shape("title.without_agency", 0.05)
	if absent || unnamed {
		signed = signed || m.shape("tail.signature", 0.7)
	}
	switch {
	case signed && named == m.agency.full && m.agency.short != "" && !absent && !unnamed && m.shape("tail.short_signature", 0.12):
		m.want.Signature.Agency, m.want.Agency = m.say(m.agency.short), m.say(named)
	case signed:
		m.want.Signature.Agency = m.say(m.agency.full)
		m.want.Agency = m.say(m.agency.full)
		if m.agency.office != "" && named == m.agency.full && !absent && !unnamed && m.shape("tail.office_signs", 0.15) {
			m.want.Signature.Agency = m.say(m.agency.office) // another agency, not a fuller form
		}
	case absent || unnamed:
		m.lost["agency"] = true
		m.want.Agency = ""
	default:
		m.want.Agency = m.say(named)
	}

	if m.shape("title.number", 0.15) {
		m.want.Number = fmt.Sprintf("%s%s%d%s%d号", pick(m, placeFirst)+pick(m, placeSecond)+pick(m, []string{"政", "审综", "统发", "交"}), "〔", m.year+1, "〕", m.between(1, 60))
		if m.words.narrow {
			m.want.Number = strings.NewReplacer("〔", "[", "〕", "]").Replace(m.want.Number)
		}
		m.add(partNumber, m.want.Number)
	}
	if absent {
		m.want.Title = ""
		return
	}
	form := pick(m, titles)
	switch {
	case unnamed:
		form = pick(m, []string{"@年政府信息公开工作年度报告", "@年度政府信息公开工作/年度报告"})
	case m.shape("title.defect", 0.04):
		form = pick(m, titleDefects)
	case m.shape("title.suffix", 0.04):
		named += "本级"
	}
	form = strings.NewReplacer("#", named, "@", strconv.Itoa(m.year)).Replace(form)
	lines := strings.Split(m.say(form), "/")
	m.want.Title = strings.Join(lines, "")
	if m.format == "xlsx" || m.style == "markdown" || len(lines) == 1 || m.chance(0.5) && lines[0] != named {
		lines = []string{m.want.Title}
	} else {
		m.mark("title.lines")
	}
	m.add(partTitle, lines...)
	if m.shape("title.date_below", 0.06) {
		m.add(partChrome, fmt.Sprintf("（%d年%d月%d日）", m.year+1, m.between(1, 3), m.between(1, 28)))
	}
}

var bases = []string{
	"根据《中华人民共和国政府信息公开条例》（以下简称《条例》）规定", "依据《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条", "按照新修订的《中华人民共和国政府信息公开条例》要求",
	"根据《条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）",
	"按照国办公开办函〔2019〕60号文件和省、市有关要求", "依照信息公开有关规定",
}

var ends = []string{"现将有关情况报告如下：", "现公布年度报告。", "编制本报告。", "特编制本年度报告，现予公布。", "现将工作情况报告如下:。"}

// writePreface writes the preface; where it is the body of section 一, that takes it.
func (m *maker) writePreface(headings []string) {
	var sentences []string
	start := pick(m, bases) + "，"
	if m.chance(0.5) {
		start += "结合" + strconv.Itoa(m.year) + "年工作实际，"
	}
	sentences = append(sentences, start+pick(m, ends))
	if m.shape("preface.parts", 0.45) {
		sentences = append(sentences, m.partList(headings))
	}
	if m.chance(0.6) || m.want.Title == "" {
		m.mark("preface.period")
		form := pick(m, []string{"本报告中所列数据的统计期限自@年1月1日起至@年12月31日止。", "统计时间从@年1月1日到@年12月31日。", "数据统计期限为@年1月1日至12月31日。"})
		sentences = append(sentences, strings.ReplaceAll(form, "@", strconv.Itoa(m.year)))
	}
	if m.shape("preface.contact", 0.4) {
		sentences = append(sentences, fmt.Sprintf(pick(m, []string{
			"如对本报告有疑问，请与%s联系（地址：%s路%d号；邮编：33%04d；电话：0799-%d；传真：0799-%d；邮箱：xxgk%d@example.cn）。",
			"如有疑问，请联系%s，[地址：%s大道%d号，邮编：33%04d，电话：0799-%d，传真：0799—%d，电子邮箱：zw%d@example.cn]。",
		}), m.agency.full+"办公室", m.place(), m.between(1, 300), m.between(0, 9999), m.between(2000000, 8999999), m.between(2000000, 8999999), m.between(1, 99)))
	}
	if m.chance(0.35) {
		sentences = append(sentences, fmt.Sprintf(pick(m, []string{"本报告电子版可在门户网站（http://www.zw%d.example.cn）下载。", "电子版请登录www.zw%d.example.cn查阅。"}), m.between(1, 99)))
	}
	if m.chance(0.3) && len(sentences) > 1 {
		m.addText(sentences[0])
		sentences = sentences[1:]
	}
	m.addText(strings.Join(sentences, ""))
}

// partList names the sections, not always in their own words.
func (m *maker) partList(headings []string) string {
	renamed := map[string]string{
		"行政复议、行政诉讼": "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "其他需要报告": "其它需要报告说明的情况", "存在的主要问题": "存在主要问题和改进措施",
	}
	var names []string
	for _, h := range headings {
		for part, name := range renamed {
			if strings.Contains(h, part) && m.chance(0.5) {
				h = name
			}
		}
		names = append(names, strings.Trim(h, "。： \u3000"))
	}
	count := pick(m, []string{"共%s个部分", "%s部分", "%s个方面"})
	if m.chance(0.3) {
		count = "等内容"
	} else {
		count = fmt.Sprintf(count, hanNumber(len(names)))
	}
	return "本报告由" + strings.Join(names, pick(m, []string{"、", "，", ","})) + count + "组成。"
}
