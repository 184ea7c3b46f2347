package review

import "strings"

// These find signs that stand for a number or a name: XX件, 20XX年, 由×××任组长, 某镇.

const (
	residueCrosses = "XxＸ×*＊╳○△□#＃※■●▲◎"
	// residueCounted is what stands behind a number or a name that was not filled in.
	residueCounted = "级季届轮周天册张位节年月日号条件次个项人份篇期起宗例场户名家台套批万元省市县区乡镇街村社局办委厅处科部院所站单机同公学〕%％余"
)

// residueCross takes XX件 and 20XX年 but neither masked names (王××) nor 7×24 nor addresses.
func residueCross(t residueText, start, _ int) (int, int) {
	crosses, end := 0, start
	for ; strings.ContainsRune(residueCrosses, t.after(end)); crosses++ {
		end += residueWidth(t.text[end:])
	}
	if strings.ContainsRune(residueCrosses, t.before(start)) {
		return 0, 0
	}
	before, after := t.before(start), t.after(end)
	if after == ' ' && !wordingLatin(before) && !wordingDigit(before) && strings.ContainsRune(residueUnits, t.after(end+1)) { // 公开信息 X 条
		return start, end + 1 + residueWidth(t.text[end+1:])
	}
	if (after == '-' || after == '—') && crosses > 2 && !wordingLatin(before) && !wordingDigit(before) { // XXXX-XXXXXXX
		number := end + residueWidth(t.text[end:])
		for strings.ContainsRune(residueCrosses, t.after(number)) {
			number += residueWidth(t.text[number:])
		}
		if number > end+5 && !wordingLatin(t.after(number)) {
			return start, number
		}
	}
	digits := start
	for digits > 0 && t.text[digits-1] >= '0' && t.text[digits-1] <= '9' {
		digits--
	}
	switch {
	case digits < start:
		if year := t.text[digits:start]; after != '年' && after != '〕' || year != "20" && year != "202" && year != "201" && year != "19" {
			return 0, 0
		}
	case t.after(start) == '○' && (wordingNumeral(before) || wordingNumeral(after)): // 二○○八年
		return 0, 0
	case wordingLatin(before) || wordingLatin(after) || wordingDigit(after) || strings.ContainsRune("@._-/", before) || strings.ContainsRune("@._-/", after):
		return 0, 0
	}
	if digits == start && (strings.ContainsRune("×*＊○", residueFirst(t.text[start:])) || residueEnds(t.text[:start], "对象为", "当事人", "处罚", "投诉", "举报", "申请人", "诉")) && wordingHas(t.text[end:], []string{"公司", "企业", "有限", "商行", "超市", "商店", "合作社", "小区"}) { // a mask of a firm
		return 0, 0
	}
	if before == '“' && t.text[start] == '*' && after == '”' && wordingHas(t.text[end+len("”"):], []string{"处理", "代替", "替代", "替换", "隐", "遮", "形式", "掩", "显示", "标"}) { // how a number is masked
		return 0, 0
	}
	if crosses > 3 { // masks of names are shorter
		return digits, end
	}
	if crosses > 1 && wordingHas(t.text[end:], []string{"会议", "文件", "精神", "活动", "工作", "项目", "通知", "要求", "方案", "制度", "领域", "方面", "信息", "单位", "部门", "平台", "网站", "系统", "公众号", "小程序", "栏目", "专栏", "专题", "频道",
		"媒体", "电视台", "日报", "APP", "软件", "机制", "模式", "品牌", "指南", "目录", "台账", "政策", "条例", "办法", "规定", "大厅", "热线", "业务", "行业", "产业", "资金", "任务", "主题", "技术", "工程", "中心", "银行", "医院", "小学", "中学", "社区", "广场"}) {
		return digits, end
	}
	if crosses > 1 && isHan(after) && !(t.text[start] == '*' && residueMarked(t, start, end)) { // a mask of a name has the first character of it
		if b := t.before(digits); strings.ContainsRune("\n。；：:，,、（(《;", b) || b == '“' && (t.text[start] == 'X' || t.text[start] == 'x') || residueEnds(t.text[:digits], "由", "请", "邀", "聘", "与", "和", "向", "为", "以", "依托", "通过", "利用", "联合", "会同", "借助") || after == '等' && t.text[start] == 'X' {
			return digits, end
		}
	}
	if crosses > 1 && (residueEnds(t.text[:digits], residueTitles...) || residueEnds(t.text[:digits], "领导")) && (isHan(after) || strings.ContainsRune("。，；、,\n）);", after)) { // 副书记○○○
		return digits, end
	}
	if crosses > 1 && isHan(after) && residueEnds(t.text[:digits], "详见", "根据", "按照", "依据", "印发", "见", "由") { // 详见XX文件
		return digits, end
	}
	if strings.ContainsRune(residueCounted, after) || crosses > 1 && (after == '）' || after == ')' || after == '。' || after == '，' || after == ',' || after == '”' || after == '\n') && !residueNamed(t.text[:digits]) {
		return digits, end
	}
	return 0, 0
}

// residueMarked reports whether the ** at a place begins words in the marks of Markdown.
func residueMarked(t residueText, start, end int) bool {
	_, to := residueMarkdown(t, start, end)
	return to > 0
}

// residueSome takes a nameless agency or person that a clause speaks of as its own: 某镇将补贴对象公示, 由某某负责. 周某某 is a mask.
func residueSome(t residueText, start, end int) (int, int) {
	clause := strings.ContainsRune("\n。；：，,（(;", t.before(start))
	if t.text[start:end] == "某某" {
		if !clause && !residueEnds(t.text[:start], "由", "请", "与", "和", "向", "为", "是", "经", "、") && !residueEnds(t.text[:start], residueTitles...) {
			return 0, 0
		}
	} else if by := residueEnds(t.text[:start], "由", "经") && wordingHas(t.text[end:], []string{"编制", "制发", "印发", "起草"}); !by && (!clause || strings.HasPrefix(t.text[start:], "某单位") || strings.HasPrefix(t.text[start:], "某部门")) || wordingHas(t.text[end:], []string{"居民", "村民", "群众", "申请", "村", "一", "市民", "企业", "公司", "某"}) {
		return 0, 0
	}
	return start, end
}

// residueNamed reports whether a text ends with words behind which a masked name stands.
func residueNamed(s string) bool {
	return isHan(residueLast(s)) && !residueEnds(s, "共", "到", "为", "了", "计", "于", "的", "与", "和", "对", "请", "由", "年", "在", "联系", "致电")
}

func residueEnds(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
