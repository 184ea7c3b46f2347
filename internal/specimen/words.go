package specimen

import (
	"strconv"
	"strings"

	"nianbao/report"
)

// words are the choices that an agency makes once and keeps to in the whole document.
type words struct {
	// section, aspect and list write the numbers of headings by depth.
	section, aspect, list func(n int) string
	after                 string // what stands behind a heading of a section
	narrow                bool   // brackets and colons in half width
	dot                   string // behind the arabic numbers of labels
	blockTitle            string // how 第二十条第（…）项 is written
	quote                 string // around 三安全一稳定: two characters, or none
	traditional           bool
	damaged               bool
	automatic             bool // headings are numbered by the word processor
}

func han(form string) func(int) string {
	return func(n int) string { return strings.ReplaceAll(form, "#", report.HanNumber(n)) }
}

func arabic(form string) func(int) string {
	return func(n int) string { return strings.ReplaceAll(form, "#", strconv.Itoa(n)) }
}

func (m *maker) chooseWords() {
	w := words{section: han("#、"), aspect: han("（#）"), list: arabic("#．")}
	w.list = arabic(pick(m, []string{"#．", "#.", "#、", "（#）"}))
	m.words = w
	m.words.automatic = m.format == "docx" && m.shape("docx.automatic_numbers", 0.3)
	if m.words.automatic {
		m.words.list = arabic("#．")
	} else {
		m.chooseNumbers()
	}
	m.words.narrow = m.shape("width.narrow", 0.3)
	if m.words.narrow && !m.words.automatic {
		m.words.aspect = narrowed(m.words.aspect)
		m.words.section = narrowed(m.words.section)
	}
	m.words.dot = pick(m, []string{"．", ".", "、", "1"})
	if m.words.dot == "1" {
		m.words.dot = "．"
	}
	m.words.blockTitle = pick(m, []string{"第二十条第（#）项", "第二十条第（#）项", "第二十条第(#)项", "第二十条 第（#）项", "第二十条  第(#)项", "第20条第@项"})
	m.words.quote = pick(m, []string{"“”", "“”", "“”", `""`, "''", ""})
	m.words.traditional = (m.format == "html" || m.format == "text") && m.shape("script.traditional", 0.06)
	m.words.damaged = (m.format == "html" || m.format == "text") && m.shape("damage", 0.12)
}

func (m *maker) chooseNumbers() {
	switch p := m.Float64(); {
	case p < 0.64:
	case p < 0.72:
		m.mark("heading.han_blank")
		m.words.section = han("# ")
	case p < 0.80:
		m.mark("heading.bracketed")
		m.words.section, m.words.aspect, m.words.list = han("（#）"), arabic("#．"), arabic("（#）")
	case p < 0.86:
		m.mark("heading.arabic")
		m.words.section, m.words.aspect, m.words.list = arabic(pick(m, []string{"#.", "#、", "# "})), arabic("（#）"), func(int) string { return "" }
	case p < 0.90:
		m.mark("heading.ordinal")
		m.words.section = han(pick(m, []string{"第#，", "第#部分 ", "第#、"}))
	case p < 0.94:
		m.mark("heading.no_number")
		m.words.section = func(int) string { return "" }
	default:
		m.mark("heading.spaced")
		m.words.section = han(pick(m, []string{"#、 ", "#、\u3000", " #、"}))
	}
	if m.shape("heading.stop", 0.08) {
		m.words.after = pick(m, []string{"。", "："})
	}
}

var narrower = strings.NewReplacer("（", "(", "）", ")", "：", ":", "；", ";")

func narrowed(f func(int) string) func(int) string {
	return func(n int) string { return narrower.Replace(f(n)) }
}

// say is a sentence as this document writes it.
func (m *maker) say(text string) string {
	if m.words.narrow {
		text = narrower.Replace(text)
	}
	if m.words.traditional {
		text = traditional(text)
	}
	return text
}
