package review

import (
	"strings"
	"unicode/utf8"
)

// makes reports whether a text ends in making a document.
func makes(text string) bool {
	text = strings.TrimSuffix(text, "了")
	return endsInAny(text, []string{"印发", "制定", "制订", "修订", "编制", "出台", "完善", "起草", "更新", "下发", "通过", "修改"})
}

// keeps say that a rule is kept, which is the agency's own where it is on disclosure: 严格执行《…镇信息发布审核制度》.
var keeps = []string{"落实", "执行", "遵守", "遵照"}

// makesItself reports whether a text that ends in making a document, or in keeping it, names nobody who does: 及时修订.
func makesItself(text string) bool {
	from, _ := pastLeads(text)
	text = strings.TrimSuffix(text[from:], "了")
	for _, w := range []string{"严格", "认真", "全面", "及时", "重新", "研究", "牵头", "结合实际", "先后", "并", "已", "还", "共", "专门"} {
		text = strings.TrimPrefix(text, w)
	}
	if containsAny(text, guidesOthers) {
		return false
	}
	n := utf8.RuneCountInString(text) // 制定印发, 镇长办公会审议通过
	return n <= 4 || n <= 12 && containsAny(text, []string{"办公会", "党委会", "党工委会", "联席会", "会议", "党政办", "办公室"}) && !hasRune(text, "省市县区州旗")
}

// onDisclosure reports whether what is left of a title says that the document is on how disclosure is done.
func onDisclosure(title string) bool {
	if end := strings.Index(title, "》"); end >= 0 {
		title = title[:end]
	}
	return containsAny(title, []string{"信息公开", "政务公开", "信息发布", "信息审核", "公开审查"})
}
