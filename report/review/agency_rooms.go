package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report/review/gazetteer"
)

// roomsIn finds what only the reporting township has in its report, under the name of another one, wherever in a clause it stands: its hall,
// its board, its head. 在新洲乡政府大院内设有公开栏 was copied; how others come to be named, excused says.
// local says that a township reports; others only must not be led by one, nor have their texts passed by one.
func roomsIn(c *agencyClause, local bool) (mentions []agencyMention) {
	text, clause, start := c.whole, c.text, c.start
	if !local && c.index("组长") < 0 && !(c.index("党政") >= 0 && containsAny(clause, []string{"审核", "签发", "审定", "审批", "把关"})) {
		return nil
	}
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
			hits := c.hits()
			from := slices.IndexFunc(hits, func(h gazetteer.Hit) bool { return h.End == at })
			begins := 0
			if from >= 0 {
				begins = hits[from].Start
			} else if begins = shapedBefore(clause, at); begins < 0 {
				continue
			}
			name := clause[begins:at]
			out, unsure := excused(text, start+begins)
			if out || notNamed(name) || within(clause[:begins]) || amongTownships(clause[:begins], clause[at:]) {
				continue
			}
			mentions = append(mentions, agencyMention{start: start + begins, end: start + at, own: name, kind: aLocal, deed: ownWork, titled: !local, unsure: unsure})
		}
	}
	return mentions
}

// accountIn finds the name of another in that of an account (公众号) that the sentence says is the agency's own.
func (us *agencySelf) accountIn(c *agencyClause) (m agencyMention, ok bool) {
	text, clause, start := c.whole, c.text, c.start
	shut := c.index("”")
	open := -1
	if shut >= 0 {
		open = strings.LastIndex(clause[:shut], "“") + len("“")
	}
	if open < len("“") || shut-open > 12*len("字") {
		return m, false
	}
	lead, rest := clause[:open-len("“")], clause[shut+len("”"):]
	is := beginsWith(rest, []string{"是", "为", "作为"}) && containsAny(firstRunes(rest, 30), accounts)
	if !is && !beginsWith(rest, accounts) && !endsInAny(lead, accounts) {
		return m, false
	}
	before, behind := sentenceBefore(text, start+open), sentenceAt(text, start+shut)
	ours := containsAny(before, selfNamed) || containsAny(behind, selfNamed) || containsAny(before, ownAccount) || containsAny(behind, ownAccount) || is && containsAny(rest, us.names)
	used, own := uses(lead)
	ours = ours || own
	if !ours && !(used && us.local()) || followsOthers(before) || containsAny(behind, sharedWords) {
		return m, false
	}
	name := clause[open:shut]
	m = agencyMention{start: start + open, home: us.uncharted}
	if m.read(name, func(string) bool { return true }, false); m.kind != noMention && (m.kind != aPlace || containsAny(name, []string{"政府", "发布"})) {
		m.deed, m.titled = ownWork, m.kind != aPlace
		return m, ours || m.kind == aLocal // that of a place above may serve all
	}
	if !ours {
		return m, false
	}
	m = agencyMention{deed: ownWork, kind: aLocal, titled: true}
	for _, h := range gazetteer.Find(name) {
		if m.own = name[h.Start:h.End]; isLocal(m.own) && !notNamed(m.own) {
			m.start, m.end = start+open+h.Start, start+open+h.End
			return m, true
		}
	}
	return us.accountNamed(name, start+open)
}

// followsOthers reports whether what stands before the name of an account makes it one that others have. Readers are asked to follow the agency's.
func followsOthers(before string) bool {
	return containsAny(before, othersAccount) || contains(before, "关注") && !containsAny(before, []string{"公众", "群众", "市民", "居民", "请", "欢迎", "扫"})
}

// uses reports whether what stands before the name of an account begins with using it, and whether it is said to be one's own: 依托街道微信公众号.
func uses(lead string) (used, own bool) {
	from, _ := pastLeads(lead)
	for _, verb := range []string{"依托", "通过", "利用", "运用", "借助", "用好", "办好", "开通"} {
		if rest, is := strings.CutPrefix(lead[from:], verb); is {
			return true, beginsWith(rest, []string{"街道", "镇", "乡", "局", "本", "官方"})
		}
	}
	return false, false
}

// accountNamed judges the name of an account by the stem of a place in it, or by what a department is for: 石桥发布, 青溪教育. It is only likely
// to be another's.
func (us *agencySelf) accountNamed(name string, at int) (m agencyMention, ok bool) {
	m = agencyMention{start: at, end: at + len(name), own: name, kind: aBranch, unsure: true}
	stem := name
	for _, h := range accountHeads {
		stem = strings.TrimPrefix(stem, h)
	}
	if tail := slices.IndexFunc(accountTails, func(t string) bool { return strings.HasSuffix(stem, t) }); tail >= 0 {
		stem = strings.TrimSuffix(stem, accountTails[tail])
	}
	if us.kind == "department" && otherFunctions(us.functions, functionsOf(name)) {
		return m, !us.isOwn(name)
	}
	if stem == name || us.isOwn(name) {
		return m, false
	}
	place := slices.ContainsFunc([]string{"镇", "乡", "街道", "县", "区"}, func(k string) bool { return gazetteer.Known(stem + k) })
	ours := slices.ContainsFunc(slices.Concat(us.names, us.above), func(n string) bool { return strings.Contains(n, stem) })
	return m, place && !ours && utf8.RuneCountInString(stem) > 1 && !hasNoName(stem)
}

// accountHeads begin names of accounts before that of a place, accountTails end them behind it.
var accountHeads = []string{"美丽", "魅力", "幸福", "平安", "活力", "大美", "和美", "文明", "智慧", "掌上", "诗画", "生态", "健康", "法治", "清廉", "看", "爱", "微"}

var accountTails = []string{"发布", "微讯", "资讯", "政务", "政府", "教育", "水利", "财政", "人社", "民政", "住建", "卫健", "交通", "司法", "应急", "农业", "文旅", "公安", "审计"}

// ownAccount and othersAccount stand in sentences on the agency's own account, and before one that others have.
var ownAccount, othersAccount = []string{"官方账号", "运维", "运营", "日常维护", "主阵地"}, []string{"转载", "转发", "学习", "借鉴", "省", "上级"}

var accounts = []string{"微信", "公众号", "政务微信", "政务微博", "微博", "抖音", "视频号", "政务新媒体", "新媒体", "客户端", "APP", "官方微信", "官方微博", "头条号"}

// roomThen reports whether one of the rooms stands behind the name of a township, or behind that of its government.
func roomThen(text string) bool {
	if beginsWith(text, roomOrgans) && !strings.HasPrefix(text, "政府信息") {
		return true
	}
	return ownRooms.of(text[yearLead(text):]) != ""
}

// roomOrgans are a township's own, as no other speaks of them in its report.
var roomOrgans = []string{"人民政府", "政府", "党委", "党工委", "纪委", "纪检", "街道办事处", "办事处", "机关", "人大"}

// amongTownships reports whether a name stands in a list of several: 柳河镇、青石桥乡等乡镇.
func amongTownships(before, behind string) bool {
	local := func(text string) bool { return containsAny(text, []string{"镇", "乡", "街道"}) }
	if listed, is := strings.CutSuffix(before, "、"); is && local(lastRunes(listed, 8)) {
		return true
	}
	behind = pastTails(behind)
	return strings.HasPrefix(behind, "等") || strings.HasPrefix(behind, "、") && local(firstRunes(behind, 10))
}

// longestShaped is more, in bytes, than a word that leads to a name and the name have that localShape knows.
const longestShaped = 60

// shapedBefore is where the name of a township begins that ends at a byte and that the gazetteer does not know; -1 where there is none: such a
// name stands behind a word that leads to a place.
func shapedBefore(clause string, end int) int {
	near := max(0, end-longestShaped)
	for _, lead := range []string{"在", "到", "自", "据", "照", "由", "向", "经", "以", "将", "于", "往", "利用", "依托", "通过", "完善", "修订", "保障", "纳入", "有", "为", "是", "设立", "成立", "调整", "充实", "覆盖", "结合", "做好", "对", "把", "抓好", "围绕", "方便", "平台", "公开", "登录", "联系", "网站", "推动", "促进", "反映", "展示", "涉及", "涵盖", "入", "规范", "增强", "提升", "提高", "加强", "健全"} {
		i := strings.LastIndex(clause[near:end], lead)
		if from := near + i + len(lead); i >= 0 && from < end && localShape(clause[from:]) == clause[from:end] {
			return from
		}
	}
	if localShape(clause) == clause[:end] {
		return 0
	}
	return -1
}

// ownRooms are what whoever reports has.
var ownRooms = newPrefixes("大院", "院内", "办公平台", "工作平台", "办公楼", "办公大楼", "办公区", "便民服务", "便民大厅", "便民中心", "为民服务", "政务服务中心", "政务服务大厅", "政务服务办", "政务大厅", "办事大厅", "服务大厅", "行政服务", "党群服务", "综合服务", "社区事务受理",
	"公开栏", "政务公开栏", "信息公开栏", "公示栏", "政务公示栏", "宣传栏", "公告栏", "电子屏", "电子显示屏", "广播", "应急广播", "村村响", "大喇叭", "档案室", "图书室", "文化站", "综合文化站", "文化服务中心",
	"党政办", "党政综合", "综合办公室", "办公室", "宣传办", "组织办", "党建办", "应急办", "平安办", "综治办", "民政办", "民政所", "财政所", "经济发展办", "农业农村办", "社会事务办", "乡村建设办", "规划建设办", "公共服务办", "纪工委", "人大工委", "政务公开专区建", "政务公开专区设", "政务公开专区接", "政务公开办", "信息公开指南", "信息公开目录", "政务公开工作要点", "政府信息公开工作要点", "政务公开工作实施方案", "政务公开实施方案", "政府信息公开指南",
	"镇长", "乡长", "书记", "党委书记", "副书记", "主任", "副主任", "副镇长", "副乡长", "主要领导", "分管领导", "班子成员", "主要负责", "党委主要", "党工委主要", "党委分管", "党委会", "党工委会", "党政联席", "党政班子",
	"各村", "各社区", "各部门", "各办公室", "各站所", "各科室", "各中心", "所属各", "辖区各", "下辖各", "全体机关", "全体干部", "全体工作人员", "机关干部", "干部职工", "政务公开工作人员", "信息员",
	"年度考核", "年度绩效", "年度目标", "年度综合", "年终考核", "年终绩效", "政府信息公开专栏", "政务公开专栏", "信息公开专栏", "绩效考核", "目标考核", "综合考核", "目标管理", "群众的知情权", "群众知情权", "人民群众的", "居民的知情权", "居民知情权", "干部群众", "群众办事", "乡村振兴", "申请公开", "提出申请", "提出信息公开", "辖区", "权责清单", "产业", "特色", "行政执法", "综合行政执法", "综合执法", "执法队", "网格员", "政务公开纳入", "信息公开纳入", "政府信息公开纳入", "各项", "党务", "村务", "工作人员", "政务公开工作再", "经济社会", "高质量发展", "实际情况", "工作实际", "机构改革", "机构设置", "机构职能", "领导分工", "内设机构", "办公地址", "查阅", "现场查阅", "递交", "提交", "当面申请", "广大", "法治政府", "工作透明度", "信息发布", "权力运行", "各类", "公开办", "栏目", "专栏", "部门预算", "部门决算", "财政预算", "财政决算", "财政预决算", "预决算")
