package review

import (
	"slices"
	"strings"

	"nianbao/report/review/gazetteer"
)

// roomsIn finds what only the reporting township has in its report, under the name of another one, wherever in a clause it stands: its hall,
// its board, its head. 在新洲乡政府大院内设有公开栏 was copied; on how others came to be named, see abroadWords.
// local says that a township reports; others only must not be led by one, nor have their texts passed by one.
func roomsIn(text string, start, end int, local bool) (mentions []agencyMention) {
	clause := text[start:end]
	if !local && !contains(clause, "组长") && !(contains(clause, "党政") && containsAny(clause, []string{"审核", "签发", "审定", "审批", "把关"})) {
		return nil
	}
	var hits []gazetteer.Hit
	for _, suffix := range []string{"镇", "乡", "街道"} {
		for at := 0; ; {
			i := indexOf(clause[at:], suffix)
			if i < 0 {
				break
			}
			at += i + len(suffix)
			if !roomThen(clause[at:]) {
				continue
			}
			if hits == nil {
				hits = gazetteer.Find(clause)
			}
			from := slices.IndexFunc(hits, func(h gazetteer.Hit) bool { return h.End == at })
			begins := 0
			if from >= 0 {
				begins = hits[from].Start
			} else if begins = shapedBefore(clause, at); begins < 0 {
				continue
			}
			name, around := clause[begins:at], sentenceAround(text, start+begins)
			if notNamed(name) || within(clause[:begins]) || strings.HasSuffix(clause[:begins], "、") || !containsAny(around, roomDeeds) || containsAny(around, abroadWords) || with(around, selfNamed) {
				continue
			}
			mentions = append(mentions, agencyMention{start: start + begins, end: start + at, own: name, kind: aLocal, deed: ownWork, titled: !local})
		}
	}
	return mentions
}

// accountIn finds the name of another place in that of an account (公众号) that the sentence says is the agency's own.
func accountIn(text string, start, end int) (m agencyMention, ok bool) {
	clause := text[start:end]
	shut := indexOf(clause, "”")
	if shut < 0 || !beginsWith(clause[shut+len("”"):], accounts) {
		return m, false
	}
	open := strings.LastIndex(clause[:shut], "“") + len("“")
	if open < len("“") || shut-open > 12*len("字") {
		return m, false
	}
	for _, h := range gazetteer.Find(clause[open:shut]) {
		name := clause[open+h.Start : open+h.End]
		m = agencyMention{start: start + open + h.Start, end: start + open + h.End, own: name, kind: aPlace, deed: ownWork}
		if isLocal(name) {
			m.kind, m.titled = aLocal, true
		}
		return m, with(sentenceAround(text, start), selfNamed) && !notNamed(name) && !containsAny(sentenceAround(text, start), abroadWords)
	}
	return m, false
}

var accounts = []string{"微信", "公众号", "政务微信", "政务微博", "微博", "抖音", "视频号", "政务新媒体", "新媒体", "客户端", "APP", "官方微信", "官方微博", "头条号"}

// roomThen reports whether one of the rooms stands behind the name of a township, or behind that of its government.
func roomThen(text string) bool {
	for {
		if ownRooms.of(text) != "" {
			return true
		}
		i := slices.IndexFunc(roomOrgans, func(o string) bool { return strings.HasPrefix(text, o) })
		if i < 0 {
			text = text[yearLead(text):]
			return ownRooms.of(text) != ""
		}
		text = text[len(roomOrgans[i]):]
	}
}

var roomOrgans = []string{"人民政府", "政府", "党委、", "党委", "党工委、", "党工委", "街道办事处", "办事处", "机关"}

// shapedBefore is where the name of a township begins that ends at a byte and that the gazetteer does not know; -1 where there is none: such a
// name stands behind a word that leads to a place.
func shapedBefore(clause string, end int) int {
	for _, lead := range []string{"在", "到", "由", "向", "经", "以", "将", "于", "往", "利用", "依托", "通过", "完善", "修订", "保障", "纳入"} {
		i := strings.LastIndex(clause[:end], lead)
		if from := i + len(lead); i >= 0 && from < end && localShape(clause[from:]) == clause[from:end] {
			return from
		}
	}
	if localShape(clause) == clause[:end] {
		return 0
	}
	return -1
}

// ownRooms are what whoever reports has.
var ownRooms = newPrefixes("大院", "院内", "办公楼", "办公大楼", "办公区", "便民服务", "为民服务", "政务服务中心", "政务服务大厅", "政务服务办", "政务大厅", "办事大厅", "服务大厅", "行政服务", "党群服务", "综合服务", "社区事务受理",
	"公开栏", "政务公开栏", "信息公开栏", "公示栏", "政务公示栏", "宣传栏", "公告栏", "电子屏", "电子显示屏", "档案室", "图书室", "文化站", "综合文化站", "文化服务中心",
	"党政办", "党政综合", "综合办公室", "办公室", "政务公开办", "信息公开指南", "信息公开目录", "政务公开工作要点", "政府信息公开工作要点", "政务公开工作实施方案", "政务公开实施方案", "政府信息公开指南",
	"镇长", "乡长", "书记", "党委书记", "副书记", "主任", "副主任", "副镇长", "副乡长", "主要领导", "分管领导", "班子成员", "主要负责", "党委主要", "党工委主要", "党委分管", "党委会", "党工委会", "党政联席", "党政班子",
	"各村", "各社区", "各部门", "各办公室", "各站所", "各科室", "各中心", "所属各", "辖区各", "下辖各", "全体机关", "全体干部", "全体工作人员", "机关干部", "干部职工", "政务公开工作人员", "信息员",
	"年度考核", "年终考核", "绩效考核", "目标考核", "综合考核", "目标管理", "群众的知情权", "群众知情权", "人民群众的", "居民的知情权", "居民知情权", "干部群众", "实际情况", "工作实际", "机构改革", "查阅", "现场查阅", "递交", "提交", "当面申请")

// roomDeeds are words that a sentence on disclosure has.
var roomDeeds = []string{"公开", "查阅", "公示", "公布", "申请", "信息", "知情权"}

// abroadWords say how another township comes to be named: one went there, shares something with it, or speaks of where it lies.
var abroadWords = []string{"赴", "学习", "借鉴", "参观", "考察", "推广", "原", "交流", "来访", "检查", "督导", "帮扶", "对口", "结对", "共建", "联合", "会同", "位于", "坐落", "地处", "毗邻", "相邻", "邻近", "地址", "地点", "转发", "转载", "转办", "转交", "移送", "抽调", "挂职", "撤并", "合并", "划归",
	"更名", "跨", "代办", "委托", "联办", "共享", "示范", "观摩", "经验"}
