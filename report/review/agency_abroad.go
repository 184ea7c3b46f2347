package review

import (
	"strings"
	"unicode/utf8"

	"nianbao/report/review/gazetteer"
)

// abroadIn finds the government of a county, and its departments, wherever in a clause they stand: 由太湖县水利局审签. Whether the county is
// another one is not said here.
func (us *agencySelf) abroadIn(c *agencyClause) (mentions []agencyMention) {
	text, clause, start := c.whole, c.text, c.start
	if !c.hasAny("县", "区", "市") {
		return nil
	}
	for i, r := range clause {
		if r != '县' && r != '区' && r != '市' {
			continue
		}
		at := i + utf8.RuneLen(r)
		rest := clause[at:]
		m := agencyMention{kind: aPlace, deed: disclosed, elsewhere: true}
		if !beginsWith(rest, []string{"人民政府", "政府"}) && !beginsWith(rest, committees) {
			if !beginsFunction(rest) {
				continue
			}
			if m.own = departmentShape(rest, func(string) bool { return true }); m.own == "" {
				continue
			}
			m.kind = aDepartment
		} else if strings.HasPrefix(rest, "政府信息") {
			continue
		}
		from := countyBefore(clause, at)
		if m.kind == aDepartment && us.hasNoTownships() && us.rank(r) && (houseThen(clause[at+len(m.own):]) || strings.HasSuffix(clause[:i], "向") && beginsWith(clause[at+len(m.own):], askedRooms)) {
			m.elsewhere, m.deed = false, reporting // of the same county, too, only the reporting one has these here
			if before := lastRune(clause[:i]); from < 0 && (i == 0 || !isHan(before) || strings.ContainsRune(leadsToName, before) || endsInAny(clause[:i], leadsToHouse)) {
				from, m.own = i, clause[i:at]+m.own
			}
		}
		if from < 0 || within(clause[:from]) || strings.HasSuffix(clause[:from], "、") {
			continue
		}
		var out bool
		if out, m.unsure = excused(text, start+from); out {
			continue
		}
		m.unsure = m.unsure && !hostsSite(clause[:from], rest)
		name := clause[from:at]
		m.start, m.end = start+from, start+at+len(m.own)
		if from == i {
			m.end = start + i + len(m.own)
		} else if m.kind == aDepartment {
			m.places = []string{name}
		} else {
			m.own = name
		}
		mentions = append(mentions, m)
	}
	return mentions
}

// rank reports whether departments of the agency's own level are called by a character: 县 in the report of a county's, but not 市.
func (us *agencySelf) rank(r rune) bool {
	if us.county == "" {
		return r == '市' || len(us.above) == 0 || !cityLevel(us.above[0])
	}
	return r == lastRune(us.county) || r != '市' && r != '省'
}

// houseThen reports whether one of the things that a department has itself stands behind its name, or behind that of an office in it.
func houseThen(text string) bool {
	text = text[yearLead(text):]
	return beginsWith(text, houseRooms) || officeThen(text, []string{"负责", "统一", "牵头", "具体", "承办", "登记"}) && !beginsWith(text, []string{"办公室"})
}

// leadsToHouse are words that the name of a department may follow, with 县 or the like before it.
var leadsToHouse = []string{"完善", "健全", "更新", "修订", "优化", "安排", "把", "成立", "加强", "推进", "强化", "提升", "规范", "做好", "依托", "围绕", "发挥", "维护", "纳入", "指定", "反映", "涵盖"}

// hostsSite reports whether the site of a government is where the sentence has the agency's information, by what stands around its name:
// 依托太湖县人民政府门户网站公开我局信息.
func hostsSite(before, behind string) bool {
	if !endsInAny(before, []string{"依托", "通过", "在", "利用", "登录", "借助", "运用", "于"}) {
		return false
	}
	behind = strings.TrimPrefix(strings.TrimPrefix(behind, "人民"), "政府")
	return beginsWith(behind, []string{"门户网", "网", "官网", "官方网", "政务网", "信息公开网", "信息公开平台", "信息公开专栏"})
}

// houseRooms are what a department that reports speaks of as its own.
var houseRooms = []string{"机关各", "机关干部", "各股室", "各科室", "各处室", "党组", "领导班子", "办公楼", "办公大楼", "办公室负责", "干部职工", "全体干部", "政务公开工作", "政府信息公开工作", "信息公开工作", "公开工作", "网站留言", "信息发布", "政务微博", "政务新媒体", "实际编制", "年度考核", "门户网站", "网站共", "网站全年", "网站累计", "网站设", "官网", "官方网站", "微信公众号", "公众号", "官方微信", "政府信息公开目录", "政府信息公开指南", "政府信息公开制度", "信息公开目录", "信息公开指南", "信息公开制度", "公开目录", "公开指南", "公开栏", "局长办公会", "局务会", "主要领导", "分管领导", "班子成员", "信息员"}

// askedRooms stand behind the name of whom people ask: 向县司法局申请公开.
var askedRooms = []string{"提出信息公开申请", "提出政府信息公开申请", "提出公开申请", "申请公开"}

// leadsToName are characters that a name may follow.
const leadsToName = "录照过用问在由向经送到加请报被将对从为按据于往交托是使进合入"

// countyBefore is where the name of a county begins that ends at a byte; -1 where there is none. One that the gazetteer does not know has two
// or three characters and 县, and a word before it that leads to a name.
func countyBefore(clause string, end int) int {
	found, from := -1, end
	for n := 1; n <= 8 && from > 0; n++ {
		r, size := utf8.DecodeLastRuneInString(clause[:from])
		if !isHan(r) {
			break
		}
		if from -= size; n > 2 && gazetteer.Known(clause[from:end]) {
			found = from
		}
	}
	if found >= 0 && notNamed(clause[found:end]) {
		return -1 // 会同县公安局
	}
	if found >= 0 || lastRune(clause[:end]) != '县' {
		return found
	}
	stem := ""
	for n := 3; n <= 4; n++ {
		stem = lastRunes(clause[:end], n)
		from = end - len(stem)
		if before := lastRune(clause[:from]); from == 0 || !isHan(before) || strings.ContainsRune(leadsToName, before) {
			break
		}
		from = -1
	}
	stem = strings.TrimSuffix(stem, "县")
	if from < 0 || utf8.RuneCountInString(stem) < 2 || strings.HasPrefix(stem, "原") || !isHan(firstRune(stem)) || strings.IndexFunc(stem, notInLocalName.has) >= 0 || hasRune(stem, "年度月日") || hasNoName(stem) || !gazetteer.Plausible(stem) {
		return -1
	}
	return from
}

// excused reports whether the sentence around a name that begins at a byte says how another agency came to be named in it, or does not speak
// of disclosure. unsure says that it names the reporting agency, too, or a place to go to.
func excused(text string, at int) (out, unsure bool) {
	before, behind := sentenceBefore(text, at), sentenceAt(text, at)
	out = !containsAny(before, aboutWork) && !containsAny(behind, aboutWork) || containsAny(before, sentBefore) || containsAny(before, sharedWords) ||
		containsAny(behind, sharedWords) || containsAny(behind, toUs) ||
		endsInAny(before, besideName)
	return out, containsAny(before, selfNamed) || containsAny(behind, selfNamed) || containsAny(before, []string{"地址", "地点"})
}

// sentenceBefore is what a sentence has before a byte, up to 100 characters.
func sentenceBefore(text string, at int) string {
	before := text[max(0, at-300):at]
	if i := lastIndexAny(before, "。；;\n"); i >= 0 {
		before = before[i:]
	}
	return before
}

// sentenceNear is the sentence around a byte, as much of it as is looked at.
func sentenceNear(text string, at int) string {
	return text[at-len(sentenceBefore(text, at)) : at+len(sentenceAt(text, at))]
}

// aboutWork are words one of which a sentence on disclosure has.
var aboutWork = []string{"公开", "查阅", "公示", "公布", "申请", "信息", "知情权", "发布", "审核", "答复", "解读", "网站", "栏目", "收费", "信息处理费", "咨询", "统计范围", "政策汇编"}

// sentBefore stand before a name where one went there or sent somebody, sharedWords anywhere in a sentence on what is shared with others or
// lies with them, toUs where they do something with the agency; besideName stand right before the name.
var (
	sentBefore  = []string{"赴", "学习", "借鉴", "参观", "考察", "推广", "告知", "引导", "建议其", "检查", "督导", "复议", "诉讼", "被告", "职责", "职权", "不属于", "指导", "督促", "协助", "配合", "推进全", "转发", "转载", "邀请", "外地", "先进"}
	sharedWords = []string{"交流", "来访", "帮扶", "对口", "结对", "共建", "联合", "会同", "位于", "坐落", "地处", "毗邻", "相邻", "邻近", "挂职", "抽调", "撤并", "合并", "划归", "划转", "更名", "跨", "代办", "联办", "共享", "示范", "经验",
		"协作", "合作", "兄弟", "友邻", "周边", "援", "转办", "转交", "转来", "转送", "移送", "移交", "来函", "发函", "商请", "征求", "签订", "联动", "观摩", "授课", "旧址", "流域", "派出所", "中学", "小学", "卫生院", "医院", "公路", "先进做法"}
	toUs       = []string{"来我", "到我", "与我", "对我", "为我", "给我", "向我", "和我"}
	besideName = []string{"涉及", "收到", "与", "和", "同", "跟", "及"}
)
