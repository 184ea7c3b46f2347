package intake

import (
	"regexp"
	"strings"
)

const (
	bylineLabels = `(?:信息|稿件|文章)?来源|作者|点击|浏览|阅读|访问|字体|字号|编辑|责任编辑|责编|发布者|发布人|发布机构|录入|审核|稿源|打印|分享`
	clockPattern = `(?:[0-9]{1,2}[:时][0-9]{1,2}(?:[:分][0-9]{0,2}秒?)?)?`
)

var (
	// Below the title of a page stand its date, its source and its counters: 2023-01-18 09:30 来源：…, an address with a date, a label in
	// brackets with its value, and buttons that the chrome of a page does not have elsewhere.
	bylinePat = regexp.MustCompile(`^\(?` + datePattern + clockPattern + `\)?[|,]?[\[(【〖]?(?:` + bylineLabels + `)` +
		`|^(?:https?://|www\.)[!-~]+\p{Han}{0,30}` + datePattern +
		`|^(?:发布者|发布人|发布单位|录入者|语音播报|语音朗读|收听):` +
		`|^\((?:索引号|发布机构|发布单位|发布日期|发布时间|发文日期|发文字号|成文日期|文号|主题分类|体裁分类|信息分类|公开方式|公开日期|信息名称|名称|有效性)\)` +
		`|^[〖〔\[(]?(?:字体|字号)[:|]?[大中小\[\]()]*[〗〕\])]?$` +
		`|^(?:主动公开|依申请公开|不予公开)$`)
	bylineDatePat = regexp.MustCompile(`^(?:\(|(?:https?://|www\.)[!-~]+\p{Han}{0,30})?` + datePattern)
	bracketNumPat = regexp.MustCompile(`^\(([\p{Han}A-Za-z]{1,16}\([0-9]{4}\)第?[0-9]{1,4}号)\)$`)
	addresseePat  = regexp.MustCompile(`^[\p{Han}、()]{3,40}:$`)
)

// isByline reports whether a folded line below the title belongs to the page.
func isByline(it *item) bool {
	return !strings.HasSuffix(it.folded, "。") && bylinePat.MatchString(it.folded)
}

// isAddressee reports whether a folded line names whom the report is for: 县人民政府办公室：.
func isAddressee(folded string) bool {
	name := strings.TrimSuffix(folded, ":")
	return addresseePat.MatchString(folded) && (agencyLike(name) || strings.HasPrefix(name, "各") && agencyLikePat.MatchString(name))
}

// numberOf is the number that a line gives and nothing else, without brackets around it; "" for none.
func numberOf(it *item) string {
	switch {
	case numberLinePat.MatchString(it.folded):
		return plainBlanks(it.text)
	case bracketNumPat.MatchString(it.folded):
		number := []rune(plainBlanks(it.text))
		return string(number[1 : len(number)-1])
	}
	return ""
}
