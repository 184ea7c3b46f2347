package review

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// partNames counts the parts that a list names. A connecting word may join two parts or stand within the name of one, so there are a
// least and a most. known is how many are names of parts of an annual report, last says that the list goes to the end of an outline.
type partNames struct {
	least, most, known int
	last, attachment   bool
}

// partWords are words one of which stands in the name of any part.
var partWords = []string{"总体", "概述", "概况", "基本情况", "主动公开", "申请", "复议", "诉讼", "问题", "其他", "其它", "附表", "附件", "统计表", "收费", "费用", "平台", "解读", "回应", "机构", "保密",
	"重点领域", "咨询", "监督", "保障", "信息管理", "建议", "组织领导", "改进"}

// countPartNames divides a list into names.
func countPartNames(list string) partNames {
	var out partNames
	before := ""
	pieces := namesAlone(splitPartNames(list))
	whole := 0
	for _, piece := range pieces {
		if wholeName(piece) {
			whole++
		}
	}
	commas := len(splitPartNames(strings.ReplaceAll(list, "、", "")))
	for i, piece := range pieces {
		fused, maybe := joinsPart(before, piece)
		// A table at the end is counted or not.
		maybe = maybe || i > 3 && i == len(pieces)-1 && slices.Contains([]string{"附表", "附件", "附录", "统计表", "附录和统计表"}, strings.TrimSuffix(piece, "等"))
		// Where commas divide the names, 、 stands within one: 投诉举报、行政复议的情况，存在的问题.
		maybe = maybe || !fused && commas >= 4 && followsMark(list, piece, "、") && !beginsWith(piece, []string{"其他", "其它"})
		// 机构设置、保障经费和培训会议情况: half a name where the others are whole.
		maybe = maybe || !fused && before != "" && 3*whole >= 2*len(pieces) && wholeName(piece) && !wholeName(before)
		before = piece
		if containsAny(piece, partWords) {
			out.known++
		}
		out.last = containsAny(piece, []string{"其他", "其它", "附表", "附件", "统计表"})
		out.attachment = out.attachment || containsAny(piece, []string{"附表", "附件", "统计表"})
		switch {
		case fused:
			out.known--
			continue
		case maybe:
			out.most++
		default:
			out.least++
			out.most++
		}
		sure, perhaps := dividesPart(piece)
		out.least += sure
		out.most += sure + perhaps
	}
	return out
}

// namesAlone cuts what the sentence goes on to say behind the names: 由办公室汇总编制, 数据截至12月31日.
func namesAlone(pieces []string) []string {
	for len(pieces) > 0 {
		last := pieces[len(pieces)-1]
		if wholeName(last) {
			break
		}
		if !beginsWith(last, neverName) && !containsAny(last, goesOn) && (containsAny(last, partWords) || !beginsWith(last, goesOnWith)) {
			break
		}
		pieces = pieces[:len(pieces)-1]
	}
	return pieces
}

// neverName and goesOnWith begin, and goesOn stand in, what a sentence says behind the names of parts: who made the report, of what time, where
// it is. With what is in goesOnWith a name may begin, too.
var (
	neverName  = []string{"由", "经", "数据", "所列", "本报告", "本年报", "全文", "全篇", "正文", "现", "特", "请", "敬请", "如", "若", "欢迎", "电子版"}
	goesOnWith = []string{"统计", "时间", "期限", "起止", "报告", "年报", "可", "并", "以上", "其中", "内容", "共", "总", "约", "自", "从", "按", "依据", "根据", "以", "均", "已", "将", "反映", "涉及", "供", "与"}
	goesOn     = []string{"编制", "编写", "撰写", "起草", "截至", "截止", "月31日", "月1日", "公布", "发布", "下载", "查阅", "联系", "如下", "为止", "全面反映", "真实反映", "客观反映", "审定", "审核", "数据", "字数"}
)

// splitPartNames divides a list at its commas, but not within brackets and quotation marks.
func splitPartNames(list string) []string {
	list = strings.ReplaceAll(list, "”“", "、")
	var out []string
	depth, from := 0, 0
	cut := func(to int) {
		if piece := strings.Trim(list[from:to], " \u3000\u00a0“”\"。"); piece != "" {
			if marks := numberMarks(firstRunes(piece, 6)); len(marks) > 0 && marks[0].start == 0 {
				piece = piece[min(marks[0].end, len(piece)):]
			}
			if piece != "" {
				out = append(out, piece)
			}
		}
	}
	for i, r := range list {
		switch r {
		case '（', '(', '《', '[', '【':
			depth++
		case '）', ')', '》', ']', '】':
			depth = max(depth-1, 0)
		case '、', '，', ',', '；', ';', '\n':
			if n, _, end := markNumber(list[from:i]); depth == 0 && n > 0 && end == i-from {
				from = i + utf8.RuneLen(r) // 一、总体情况
			} else if depth == 0 {
				cut(i)
				from = i + utf8.RuneLen(r)
			}
		}
	}
	cut(len(list))
	return out
}

// followsMark reports whether a piece stands behind a mark in the list that it was cut from.
func followsMark(list, piece, mark string) bool {
	at := strings.Index(list, piece)
	return at >= 0 && strings.HasSuffix(strings.TrimRight(list[:at], " \u3000"), mark)
}

// wholeName reports whether a piece ends as names of parts do.
func wholeName(piece string) bool {
	return endsInAny(piece, []string{"情况", "事项", "措施", "概述", "概况", "打算", "计划", "方向", "附表", "附件", "统计表", "说明"})
}

// joinsPart reports whether a piece goes on with the name before it: 行政复议、行政诉讼情况 is one part though a 、 stands inside.
func joinsPart(before, piece string) (fused, maybe bool) {
	switch {
	case before == "":
		return false, false
	case strings.Contains(before, "复议") && !strings.Contains(before, "诉讼") && strings.Contains(piece, "诉讼") && !strings.Contains(piece, "复议"),
		strings.HasSuffix(before, "组织领导") && strings.HasPrefix(piece, "机构"),
		strings.HasSuffix(before, "解读") && strings.HasPrefix(piece, "回应"):
		return true, false
	case strings.Contains(before, "问题") && !strings.Contains(before, "改进") && (strings.HasPrefix(piece, "改进") || strings.HasPrefix(piece, "下一步") || strings.HasPrefix(piece, "措施")),
		utf8.RuneCountInString(before) <= 3 && !strings.HasPrefix(before, "概") && !strings.HasPrefix(before, "附"),
		strings.HasPrefix(piece, "申诉"), strings.HasPrefix(piece, "投诉"), strings.HasPrefix(piece, "举报"), strings.HasPrefix(piece, "减免"), strings.HasPrefix(piece, "互动"):
		return false, true
	}
	return false, false
}

// dividesPart counts the names in a piece beyond the first, behind 和 and the like: those that are certain, and those that may be.
func dividesPart(piece string) (sure, perhaps int) {
	for i, r := range piece {
		word := 0
		switch r {
		case '和', '与', '并':
			word = len("和")
		case '及':
			word = len("及")
		default:
			continue
		}
		left, right := strings.TrimSuffix(piece[:i], "以"), piece[i+word:]
		if left == "" {
			continue
		}
		whole := false
		for _, end := range []string{"情况", "事项", "措施", "概述", "打算", "计划", "方向", "工作"} {
			whole = whole || strings.HasSuffix(left, end)
		}
		switch {
		case strings.HasPrefix(right, "其他") || strings.HasPrefix(right, "其它") || strings.HasPrefix(right, "需要报告"):
			sure++
		case whole && strings.HasPrefix(right, "存在"):
			sure++
		case strings.HasPrefix(right, "附"), containsAny(right, []string{"情况", "事项"}) && whole, strings.HasPrefix(right, "下一步"), strings.HasPrefix(right, "存在"), strings.HasPrefix(right, "依申请"):
			perhaps++
		}
	}
	return sure, perhaps
}
