package views

import "nianbao/report"

// textHeading is a heading inside a section's text.
type textHeading struct {
	Level      int
	Name, Text string
}

var levelNames = []string{"", "一级标题", "二级标题", "三级标题", "四级标题"}

func textHeadings(text string) []textHeading {
	var out []textHeading
	for _, p := range report.Paragraphs(text) {
		level := report.Level(p)
		if level == 0 {
			continue
		}
		heading := p
		if end := report.HeadingEnd(p); end > 0 {
			heading = p[:end]
		} else if r := []rune(p); len(r) > 20 {
			heading = string(r[:20]) + "…"
		}
		out = append(out, textHeading{Level: level, Name: levelNames[level], Text: heading})
	}
	return out
}
