package review

import (
	"strings"
	"unicode/utf8"
)

// requestsIn reports whether a text says something of requests, and not only that the site has a column for them. headed says that the
// other aspects have heads of their own: then a rule on requests that is named below one of them says nothing of this one.
func requestsIn(text string, headed bool) bool {
	if !strings.Contains(text, "申请") {
		return false
	}
	for sentence := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("。；;\n", r) }) {
		if !strings.Contains(sentence, "申请") || containsAny(sentence, []string{"栏目", "专栏", "下设", "子栏", "救助申请", "补贴申请"}) {
			continue
		}
		if headed && containsAny(sentence, requestRules) && !containsAny(sentence, []string{"收到", "受理", "答复", "办结", "接到", "接收", "办理"}) || headed && containsAny(sentence, requestPlaces) && !containsAny(sentence, []string{"收到", "答复", "办结", "接到", "办理", "件"}) {
			continue
		}
		if headed && requestsListed(sentence) {
			continue
		}
		if strings.Contains(sentence, "依申请") || strings.Contains(sentence, "申请公开") || strings.Contains(sentence, "公开申请") || strings.Contains(sentence, "信息申请") ||
			strings.Contains(sentence, "申请") && containsAny(sentence, []string{"收到", "受理", "答复", "办结", "接到", "接收"}) {
			return true
		}
	}
	return false
}

// requestsListed reports whether a sentence names requests only as one thing of several that something is about: 制度3项，涵盖审核发布、依申请办理和监督检查.
func requestsListed(sentence string) bool {
	before, behind, ok := strings.Cut(sentence, "依申请")
	if !ok || strings.Contains(before, "申请") || strings.Contains(behind, "申请") || !containsAny(before, []string{"制度", "培训", "学习", "涵盖", "包括", "围绕"}) {
		return false
	}
	for _, word := range []string{"公开", "办理", "答复", "受理"} {
		behind = strings.TrimPrefix(behind, word)
	}
	return endsInAny(before, []string{"、", "和", "及"}) || beginsWith(behind, []string{"、", "和", "及", "等"})
}

// requestRules are what is made for requests, none of them being dealt with.
var requestRules = []string{"依申请公开制度", "依申请公开等", "申请公开制度", "申请公开指南", "申请公开工作制度", "不予公开", "属性"}

// requestPlaces are where requests may be made, which a text on platforms tells of.
var requestPlaces = []string{"入口", "受理点", "受理窗口", "申请表", "申请渠道", "在线申请", "网上申请", "申请模块", "申请系统", "申请受理等服务", "申请受理等功能"}

// tells reports whether a text says something of an aspect by its name, and does not only name it as one of the properties of documents
// (公开属性), a list, a habit of mind or a system.
func tells(text, aspect string) bool {
	for at := 0; ; {
		i := indexOf(text[at:], aspect)
		if i < 0 {
			return false
		}
		before, behind := text[:at+i], text[at+i+len(aspect):]
		at += i + len(aspect)
		if !endsInAny(before, namedBefore) && !beginsWith(behind, namedBehind) {
			return true
		}
	}
}

// namedBefore and namedBehind stand around an aspect that is only named.
var (
	namedBefore = []string{"转为", "转化为", "转成", "列为", "定为", "法定", "拟", "、", "反向查找", "查找", "倒逼"}
	namedBehind = []string{"的不足", "的短板", "的薄弱环节", "、", "事项清单", "事项目录", "或", "和依", "与依", "/", "目录", "基本目录", "意识", "清单", "属性", "栏", "专栏", "系统", "平台", "员", "人员", "软件"}
)

// setPhrase praises and says nothing of what was done.
const setPhrase = "监督权"

// prefaceWords are words one of which a sentence has that says how the report was made.
var prefaceWords = []string{"本报告", "本年度报告", "年度报告", "本年报", "全文", "统计期限", "如有疑问", "如对", "部分组成"}

// ownWords is a text without the sentences that say how the report was made, and without set phrases.
func ownWords(text string) string {
	if containsAny(text, prefaceWords) {
		var kept []string
		for sentence := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '。' || r == '\n' }) {
			if !containsAny(sentence, prefaceWords) || containsAny(sentence, []string{"收到申请", "收到依申请", "受理", "制度"}) {
				kept = append(kept, sentence)
			}
		}
		text = strings.Join(kept, "\n")
	}
	return strings.ReplaceAll(text, setPhrase, "")
}

// prefaceOnly reports whether a text says only how the report was made and whom to ask.
func prefaceOnly(text string) bool {
	for sentence := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("。；;\n", r) }) {
		if sentence = strings.TrimSpace(sentence); utf8.RuneCountInString(sentence) < 4 {
			continue
		}
		if !containsAny(sentence, []string{"本报告", "年度报告", "年报", "统计期限", "如有疑问", "如对", "联系", "报告如下", "公布如下", "电子版", "编制", "部分组成", "地址", "邮编", "电话", "邮箱", "全文包括", "内容包括"}) {
			return false
		}
		if containsAny(sentence, []string{"条，", "条,", "收到", "主动公开各类", "公众号", "培训", "今年以来", "一年来", "不断", "加强", "推进"}) {
			return false
		}
	}
	return true
}
