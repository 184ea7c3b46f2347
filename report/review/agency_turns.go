package review

import "strings"

// asksBefore reports whether a text ends in a colon behind which stands whom to ask: 请联系：太湖县民政局.
func asksBefore(text string) bool {
	text, colon := strings.CutSuffix(text, "：")
	if !colon {
		text, colon = strings.CutSuffix(text, ":")
	}
	return colon && endsInAny(text, []string{"请联系", "联系方式", "咨询方式", "发布机构", "发布单位", "公开单位", "联系单位", "联系部门", "咨询单位", "咨询部门", "编制单位", "编制机关"})
}

// addressBefore reports whether a text ends in a colon behind which stands where to go to: 地址：新洲乡人民政府.
func addressBefore(text string) bool {
	text, colon := strings.CutSuffix(text, "：")
	if !colon {
		text, colon = strings.CutSuffix(text, ":")
	}
	return colon && endsInAny(text, []string{"地址", "咨询地点", "办公地点", "受理地点", "受理机构", "工作机构"})
}

// signsLine reports whether a clause is a line of its own over a date, as a signature is.
func signsLine(text string, at, end int) bool {
	if !strings.HasPrefix(text[end:], "\n") || at > 0 && text[at-1] != '\n' {
		return false
	}
	return yearLead(strings.TrimLeft(text[end+1:], " \u3000")) > 0
}

// turnsAt reports whether the beginning of a clause is one that a comma should follow, and the subject: 在区委领导下, 按照统一部署.
func turnsAt(lead string) bool {
	if endsInAny(lead, []string{"领导下", "指导下", "支持下", "帮助下", "关心下", "推动下", "努力下", "以来", "年底", "月底"}) {
		return true
	}
	return beginsWith(lead, []string{"按", "根据", "依据", "遵照", "依照", "对照", "围绕", "结合", "落实"}) &&
		endsInAny(lead, []string{"部署", "要求", "精神", "规定", "安排"})
}
