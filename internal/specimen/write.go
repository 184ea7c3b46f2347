package specimen

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"nianbao/report"
)

// write makes the page and the truth.
func (m *maker) write() {
	m.untitled = m.shape("title.absent", 0.05)
	m.chromeAbove()
	m.writeTitle()
	sections := m.outline()
	var headings []string
	for _, s := range sections {
		headings = append(headings, s.name)
	}
	var preface []report.Block
	m.blocks = &preface
	inside := m.shape("preface.in_section", 0.06)
	unheaded := !inside && m.format != "xlsx" && !m.words.automatic && m.shape("heading.first_missing", 0.03)
	switch {
	case inside || !m.untitled && m.shape("preface.none", 0.05):
		// No sentence states the year then: the title does, or the text.
	default:
		m.writePreface(headings)
	}
	for i, s := range sections {
		if i == 0 && unheaded {
			m.want.Sections = append(m.want.Sections, report.Section{Key: s.key})
			m.blocks = &m.want.Sections[0].Blocks
			m.writeAspects(s)
			continue
		}
		if i == 0 && inside {
			m.heading(1, s)
			m.writePreface(headings)
			m.addText(m.paragraph(s.topics[0]))
			continue
		}
		m.writeSection(i+1, s)
	}
	m.want.Preface = report.TextOf(preface)
	m.writeTail()
	m.chromeBelow()
}

// writeTail writes signature, closing and attachments, in one of the orders that occur.
func (m *maker) writeTail() {
	attached := false
	for _, p := range m.edition.Outline {
		attached = attached || p.Attachment
	}
	title := strconv.Itoa(m.tableYear()) + pick(m, []string{"年度政府信息公开情况统计表", "年政府信息公开情况统计表", "年度政府信息公开工作情况统计表"})
	if attached && m.chance(0.7) {
		m.mark("attachment.named")
		m.add(partText, m.say("附件："+title)) // stays out of the truth's text: it is the attachment's title
		m.want.Attachments = append(m.want.Attachments, report.Attachment{Title: m.say(title)})
	} else if attached {
		m.want.Attachments = append(m.want.Attachments, report.Attachment{})
	}
	after := attached && m.shape("tail.signature_after_table", 0.15)
	if !after {
		m.writeSignature()
	}
	if attached {
		m.writeAttachment(title)
	}
	if after {
		m.writeSignature()
	}
}

// tableYear is the year in the title of the 统计表, which agencies forget to change.
func (m *maker) tableYear() int {
	if m.shape("attachment.other_year", 0.08) {
		return m.year - 1
	}
	return m.year
}

func (m *maker) writeAttachment(title string) {
	a := &m.want.Attachments[0]
	a.Key, a.Label = report.AttachmentKey(1), m.say(pick(m, []string{"附件", "附件", "附件1", "附表"}))
	a.Heading = m.say(title)
	m.blocks = &a.Blocks
	if m.chance(0.7) {
		m.add(partAttachment, a.Label)
	} else {
		a.Label = ""
	}
	m.add(partAttachment, a.Heading)
	if m.shape("attachment.agency_line", 0.3) {
		m.add(partAttachment, m.say("（"+m.agency.full+"）"))
	}
	m.writeTable("statistics")
}

var dateForms = []func(d time.Time) string{
	func(d time.Time) string { return fmt.Sprintf("%d年%d月%d日", d.Year(), d.Month(), d.Day()) },
	func(d time.Time) string { return fmt.Sprintf("%d年%d月%d日", d.Year(), d.Month(), d.Day()) },
	func(d time.Time) string { return d.Format("2006-01-02") },
	func(d time.Time) string { return fmt.Sprintf("%d 年 %d 月 %d 日", d.Year(), d.Month(), d.Day()) },
	func(d time.Time) string { return d.Format("2006年01月02日") },
	func(d time.Time) string { return fmt.Sprintf("%d.%d.%d", d.Year(), d.Month(), d.Day()) },
	func(d time.Time) string { return hanDate(d, "〇") },
	func(d time.Time) string { return hanDate(d, "○") },
}

func hanDate(d time.Time, zero string) string {
	var year strings.Builder
	for _, r := range strconv.Itoa(d.Year()) {
		if r == '0' {
			year.WriteString(zero)
		} else {
			year.WriteString(report.HanNumber(int(r - '0')))
		}
	}
	return year.String() + "年" + report.HanNumber(int(d.Month())) + "月" + report.HanNumber(d.Day()) + "日"
}

func (m *maker) writeSignature() {
	if m.want.Signature.Agency == "" {
		return
	}
	date := time.Date(m.year+1, time.Month(m.between(1, 3)), m.between(1, 28), 0, 0, 0, 0, time.UTC)
	if m.chance(0.85) {
		m.want.Signature.Date = date.Format("2006-01-02")
	}
	m.add(partSigner, m.want.Signature.Agency)
	if m.want.Signature.Date != "" {
		m.add(partDate, pick(m, dateForms)(date))
	}
	if m.shape("tail.closing", 0.08) {
		line := m.say(m.fill(pick(m, sentences["closing"])))
		m.want.Closing = line
		m.add(partText, line)
	}
}
