package review

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// agencyFunctions is what departments are for, a bit each: names that share none are those of different departments.
type agencyFunctions uint64

// officeFunctions coordinate disclosure for a government and sign for it: its office, government services, data.
const officeFunctions agencyFunctions = 1<<0 | servicesFunction

// servicesFunction is that of government services and data.
const servicesFunction agencyFunctions = 1 << 1

// agencyFunctionWords are the words for functions in names of departments, one line what was one department at some time or is called
// by several names: 市场监管局 and the older 工商局.
var agencyFunctionWords = [][]string{
	{"政府办", "党政办", "党政综合办", "人民政府办"},
	{"政务服务", "行政审批", "大数据", "数据", "政务公开", "政务中心", "政务和"},
	{"财政"},
	{"教育", "教体", "教科", "教委"},
	{"科学技术", "科技", "科工"},
	{"发展和改革", "发展改革", "发改", "物价", "粮食"},
	{"工业和信息化", "工信", "经信", "经济和信息化", "经济信息", "工业信息", "经济和商务", "科工", "经济商务"},
	{"民族", "民宗", "宗教"},
	{"公安"},
	{"民政"},
	{"司法", "法制办"},
	{"人力资源", "人社", "人事局", "劳动"},
	{"自然资源", "国土", "规划", "不动产"},
	{"生态环境", "环境保护", "环保"},
	{"住房和城乡建设", "住房城乡建设", "住建", "住房保障", "城乡建设", "房产", "房管", "建设局", "规划", "住房和建设", "住房建设"},
	{"交通"},
	{"水利", "水务"},
	{"农业", "农牧", "畜牧", "乡村振兴", "扶贫", "农经", "农机"},
	{"商务", "招商", "投资促进", "经济合作"},
	{"文化", "文旅", "旅游", "体育", "文广", "广播电视", "文体", "教体", "文物", "教育和体育", "教育体育", "教育科技和体育"},
	{"卫生", "卫健", "卫计", "计划生育", "计生", "疾病预防"},
	{"退役军人"},
	{"应急", "安全生产", "安监"},
	{"审计"},
	{"国有资产", "国资"},
	{"市场监督", "市场监管", "工商", "质量技术", "质监", "食品药品", "食药", "药品监督", "知识产权", "市场和质量"},
	{"统计"},
	{"医疗保障", "医保"},
	{"信访"},
	{"城市管理", "城管", "综合执法", "综合行政执法", "城市综合", "市容"},
	{"林业", "林草"},
	{"金融", "地方金融"},
	{"外事", "侨务"},
	{"机关事务"},
	{"税务", "国税", "地税"},
	{"气象"},
	{"人民防空", "人防"},
	{"地震"},
	{"档案"},
	{"公积金"},
	{"公共资源"},
	{"残疾人", "残联"},
	{"供销"},
	{"消防"},
	{"海洋", "渔业"},
	{"邮政"},
	{"烟草"},
	{"口岸"},
	{"园林", "绿化"},
}

// mergedFunctions are pairs of which many departments have the second though their name says only the first.
var mergedFunctions = [][2]string{{"自然资源", "林业"}, {"自然资源", "海洋"}, {"财政", "国资"}, {"财政", "金融"}, {"商务", "工信"}, {"科技", "工信"}, {"发改", "统计"}, {"发改",
	"金融"}, {"住建", "城管"},
	{"住建", "人防"}, {"住建", "园林"}, {"城管", "园林"}, {"林业", "园林"}, {"应急", "地震"}, {"农业", "渔业"}, {"民政", "民族"}}

// functionWord is one word with its function, by the character that it begins with.
type functionWord struct {
	word string
	bits agencyFunctions
}

var functionsByRune = func() map[rune][]functionWord {
	out := map[rune][]functionWord{}
	for i, words := range agencyFunctionWords {
		for _, w := range words {
			first, _ := utf8.DecodeRuneInString(w)
			out[first] = append(out[first], functionWord{w, 1 << i})
		}
	}
	return out
}()

// beginsFunction reports whether a text begins with a word for a function.
func beginsFunction(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return slices.ContainsFunc(functionsByRune[first], func(f functionWord) bool { return strings.HasPrefix(text, f.word) })
}

// functionsOf are the functions that a name of a department says.
func functionsOf(name string) (functions agencyFunctions) {
	for i, r := range name {
		if r == '民' && strings.HasPrefix(name[i:], "民政府") {
			continue // 云溪市人民政府外事办公室 is none for 民政
		}
		for _, f := range functionsByRune[r] {
			if strings.HasPrefix(name[i:], f.word) {
				functions |= f.bits
			}
		}
	}
	return functions
}

// relatedFunctions are those that may belong to the same department as the given ones.
var relatedFunctions = func() map[agencyFunctions]agencyFunctions {
	out := map[agencyFunctions]agencyFunctions{}
	for _, pair := range mergedFunctions {
		a := functionsOf(pair[0])
		b := functionsOf(pair[1])
		out[a] |= b
		out[b] |= a
	}
	return out
}()

// otherFunctions reports whether two names certainly are of departments for different things.
func otherFunctions(a, b agencyFunctions) bool {
	if a == 0 || b == 0 || a&b != 0 {
		return false
	}
	for bit := agencyFunctions(1); bit != 0 && bit <= a; bit <<= 1 {
		if a&bit != 0 && relatedFunctions[bit]&b != 0 {
			return false
		}
	}
	return true
}

// departmentEndings end the names of departments, longer ones first.
var departmentEndings = []string{"委员会", "办公室", "管委会", "中心", "总队", "支队", "大队", "局", "委", "办", "厅", "院", "处"}

// departmentEnds are the characters that those begin with.
var departmentEnds = func() *runeSet {
	ends := new(runeSet)
	for _, e := range departmentEndings {
		ends.add(firstRune(e))
	}
	return ends
}()

// ranks are the levels that departments are named by: 县水利局.
var ranks = newRuneSet("省市县区州旗")

// doesOwnWork begins what somebody says of their own work in an annual report; others are seldom said to do these things in it.
var doesOwnWork = newPrefixes("一次性告知", "带头", "全力", "稳步推进", "有序推进", "统筹推进", "纵深推进", "高标准", "高质量推进", "高度重视", "认真", "严格", "全面", "坚持", "始终", "不断", "深入", "扎实", "持续", "进一步", "切实", "积极", "主动公开", "主动向", "共主动", "共公开",
	"共收", "共受理", "共接", "收到",
	"受理", "接到", "未收", "未接", "未发生", "未产生", "未出现", "未制", "未收取", "未发布", "未因", "未对", "未有", "未涉", "未被", "未向", "未开展", "未受理", "没有收", "没有发生", "没有因", "没有接",
	"没有向", "没有制", "没有其他", "没有出现", "暂未", "暂无", "尚未",
	"无政府", "无行政", "无依申请", "无因", "无其他", "无收", "无需要", "无新", "无公开", "无信息", "不存在", "均未", "累计公开", "累计发布", "累计主动", "累计收", "公开各类", "公开政府", "公开信息", "发布各类",
	"发布信息", "发布政府", "在县委", "在区委", "在市委",
	"在省委", "在上级", "在旗委", "在党委", "在镇党委", "在乡党委", "在街道党工委", "紧紧围绕", "紧扣", "现将", "牢固树立", "贯彻", "落实", "履行", "政府信息公开工作", "信息公开工作", "政务公开工作", "政务信息公开", "政府信息公开情况",
	"政府信息公开年度", "的公开工作", "的政府信息公开", "的政务公开", "的信息公开", "政府信息主动", "主动公开",
	"依申请公开", "政务公开", "政府信息公开", "信息公开", "制发", "各级", "各部门", "各单位", "各乡镇", "各镇街", "机关各", "全体干部", "清醒", "深刻认识", "深知", "客观分析", "仍存在", "还存在", "仍然存在", "存在的", "存在一些", "虽然", "以习近平", "完善", "健全", "规范", "加强", "强化", "着力", "大力", "聚焦", "突出",
	"依法", "以“", "充分", "牢牢", "年度", "年政府")

// reportsIt begins what nobody but the reporting agency says, whatever follows.
var reportsIt = newPrefixes("将继续", "将以", "将采取", "将进一步", "将从", "将坚持", "将不断", "将着力", "将严格", "将认真", "将按照", "将切实", "将持续", "将重点", "将加大", "将深入",
	"将针对", "将督促", "将把公开", "将把信息公开", "将把政务公开", "将强化", "将组织", "将加快", "将推动", "将完善", "将健全", "政府信息公开工作仍", "政府信息公开工作还", "政务公开工作仍", "政务公开工作还", "信息公开工作仍", "信息公开工作还", "将加强", "将紧紧", "将在", "没有需要报告", "没有需要说明", "没有需要特别", "没有其他事项", "没有其它事项", "没有其他应", "没有应说明", "无需要说明", "无其他事项", "无其它事项", "无其它需要", "暂无其他需要", "暂无其它需要", "暂无需要", "无需要报告", "没有应当报告", "无其他需要", "没有其他需要", "没有其它需要", "无其它需要",
	"没有收取", "未收取", "未制定", "未制发", "没有制定", "没有制发", "还存在", "仍存在", "存在公开", "存在信息", "存在解读", "仍然存在", "仍有", "还有一些", "存在以下", "存在的主要", "存在一些", "未发生因", "未发生政府信息", "没有因政府信息", "无因政府信息", "未因政府信息",
	"编制", "现将", "现公布", "现发布", "现予公布", "现就", "现向社会", "特公布", "特发布", "特编制", "在政府信息公开工作中", "在政务公开工作中", "在信息公开工作中", "在政府信息公开的", "在政务公开的", "在信息公开的", "在政府信息公开方面", "在政务公开方面", "在信息公开方面",
	"在公开的", "在主动公开", "在依申请公开", "没有发生行政", "无行政复议", "没有行政复议", "无行政诉讼", "没有行政诉讼", "未被申请", "没有被申请", "未被提起", "没有被提起", "未发生行政", "未产生行政", "未引发行政", "没有发生政府信息", "没有其他报告", "无其他报告", "制发规范性文件", "制发行政规范性文件", "共制发", "未发出收费", "没有发出收费", "未发出任何收费", "信息处理费", "依申请公开信息处理费", "收取信息处理费", "办理政府信息公开申请",
	"办理依申请", "办理公开申请", "受理政府信息公开申请", "受理依申请", "答复政府信息公开申请", "答复依申请", "办结政府信息公开申请", "办结依申请",
	"始终把政府信息", "始终把政务公开", "始终将政府信息", "政府信息公开工作取得", "政府信息公开工作由", "信息公开工作由", "政务公开工作由", "未收到", "没有收到", "暂未收到", "未接到", "尚未收到", "无依申请公开", "共收到政府信息",
	"收到政府信息公开申请", "以习近平新时代", "积极回应社会关切", "高度重视政府信息公开", "高度重视政务公开", "高度重视信息公开")

// discloses begins what a doer may do and the reporting agency mostly does, if it is about disclosure.
var discloses = newPrefixes("共有", "有政务", "现有", "拥有", "实行", "推行", "网上公开", "网上发布", "制定年度公开", "制定公开", "制定信息公开", "制定政务公开", "完成公开", "完成信息公开", "完成政务公开", "完成政府信息", "于", "拟", "计划", "打算", "办理人大", "办理建议", "办理政协", "承办人大", "承办建议", "召开专题会", "召开党组会", "召开局党组会", "召开局务会", "召开动员会", "组织召开", "组织学习", "组织全体", "专题", "主动", "按要求", "按规定", "按时", "按期", "如期", "较好", "圆满完成", "顺利完成", "全面完成", "通过", "在", "根据", "按照", "依据", "依照", "遵循", "利用", "依托", "按照“", "建立", "成立", "以", "及时", "安排专人", "结合", "围绕", "对照", "发布", "共发布", "更新", "共公开", "公开", "定期",
	"指定", "配备", "充实", "优化", "拓宽", "丰富", "创新", "立足", "设立", "把政府信息", "将政府信息", "把政务公开", "将政务公开", "把信息公开", "将信息公开", "把公开", "将公开", "把主动公开", "将主动公开", "把依申请", "将依申请",
	"对公众", "对群众", "对社会关", "对热点", "对政府信息", "对信息公开", "对政务公开", "对公开", "对拟公开", "对拟发布", "对拟上网", "对所有拟", "对上网", "对依申请", "对申请", "对收到的", "牵头推进", "牵头会商", "牵头负责", "牵头组织", "明确", "落实专人", "严把", "做到", "开展政务公开", "开展政府信息公开", "开展信息公开", "组织政务公开", "召开政务公开", "召开政府信息公开", "亲自", "全年", "累计")

// doesWork begins what any doer may do; it shows whose work it is where nobody else has work to do, in the report of a township.
var doesWork = newPrefixes("坚决", "压紧", "保障", "加大", "把好", "督促", "组建", "通报", "邀请", "聘请", "要", "接待", "通过", "按照", "根据", "依托", "以", "成立", "建立", "及时", "结合", "将", "把", "围绕", "立足", "创新", "拓宽", "丰富", "优化", "更新", "公开", "发布",
	"办理", "答复", "编制", "召开", "组织", "开展", "举办", "对", "从", "制定",
	"印发", "明确", "安排", "指定", "设立", "配备", "定期", "利用", "推进", "推动", "做好", "累计", "全年", "主要", "就", "充实", "提高", "提升", "严把", "实行", "探索", "共", "均", "也",
	"仍", "未", "没有", "无", "目前", "重点", "为", "能够", "确保", "已", "接受", "配合", "上报", "新增", "修订",
	"在", "因", "力争", "注重", "狠抓", "多次", "派", "选派", "参加", "总体", "继续", "严肃", "强调", "统筹", "有序", "逐步", "多渠道", "多措并举", "按要求", "按时", "由", "并", "门户网站",
	"政府网站", "政府门户网站", "官网", "干部", "全体干部", "辖区", "行政规范性文件", "规范性文件", "工作人员", "各部门", "各科室",
	"依据", "依照", "遵照", "遵循", "秉持", "秉承", "本着", "针对", "借助", "运用", "采取", "采用", "实施", "细化", "梳理", "收集", "汇总", "巩固", "拓展", "整合", "打造", "构建", "搭建",
	"营造", "畅通", "压实", "夯实", "深化", "提供", "未能", "较好", "圆满", "顺利", "先后", "尚", "正", "还", "逐渐", "稳步", "广泛", "公布", "公示", "安装", "投入", "落细", "严守", "严抓", "抓好",
	"抓实", "带头", "各村", "各社区", "各办公室", "各站所", "各科室", "行政许可", "行政处罚", "行政强制", "处理行政", "作出行政", "现行有效", "行政诉讼", "行政复议", "设", "人员", "政务新媒体", "微信公众号", "官方微信", "新媒体", "转载", "转发", "分别", "力求", "尽管", "能", "可", "应", "现有", "具体", "特")

// deedWords are the four by their deed.
var deedWords = []*prefixes{anything: doesWork, disclosed: discloses, ownWork: doesOwnWork, reporting: reportsIt}

// notDone are what looks like a deed and is the name of something: 望江县政府信息公开网.
var notDone = []string{"考察", "调研", "检查组", "督导", "督查", "评估组", "工作组", "培训班", "一行", "交流团", "网", "平台", "专栏", "栏目", "目录", "指南", "系统", "微信", "公众号", "门户", "办公室", "领导小组", "专区", "栏", "条例", "办"}

// agencyLeads stand before the subject of a clause: when, in which order, to what end.
var agencyLeads = newPrefixes("为进一步推进", "为进一步做好", "为进一步加强", "为做好", "切实做好", "扎实做好", "做好", "有效推进", "推进", "推动", "加强", "不断提升", "提升", "有力推动", "确保",
	"本报告涵盖", "本报告内容涵盖", "报告内容涵盖", "涵盖", "内容涵盖", "本报告反映", "本年报反映", "本年度报告反映", "经统计", "据统计", "总的来看", "我们", "成立了", "成立", "组建了", "调整了", "调整", "本报告由", "本年度报告由", "报告由", "本年报由", "现向社会公布",
	"向社会公布", "现将", "现公布", "现发布", "特向社会公布", "现编制", "现就", "现对", "现把", "特将", "公布", "一年来", "一年以来", "今年以来", "今年", "去年以来", "去年", "近年来", "本年度", "本年",
	"全年", "年内", "目前", "同时", "此外", "另外", "总体来看", "总的来看", "但", "但是", "由于", "因为", "鉴于",
	"虽然", "尽管", "为此", "因此", "下一步", "今后", "接下来", "首先", "其次", "最后", "一是", "二是", "三是", "四是", "五是", "六是", "七是", "现", "特", "由", "截至目前", "截至年底", "按照要求",
	"期间", "年底", "一季度", "上半年", "下半年", "截止目前", "总体上", "当前", "多年来", "过去一年", "在过去的一年里", "报告期内", "新的一年")

// contactLeads stand before those whom readers may ask.
var contactLeads = newPrefixes("请与", "可与", "请联系", "可联系", "请致电", "请向", "请直接与", "请及时与", "敬请与", "欢迎与", "可向", "可直接与")

// pastLeads is where the subject of a clause may begin: behind times and what else stands first. contact says that it is about whom to ask.
func pastLeads(text string) (at int, contact bool) {
	for numbered := false; ; {
		rest := strings.TrimLeft(text[at:], " \u3000\u00a0")
		at = len(text) - len(rest)
		if n := yearLead(rest); n > 0 {
			at += n
		} else if n := numberLead(rest); n > 0 && !numbered {
			at += n
			numbered = true
		} else if w := contactLeads.of(rest); w != "" {
			return at + len(w), true
		} else if w := agencyLeads.of(rest); w != "" {
			at += len(w)
		} else {
			return at, false
		}
	}
}

// numberLead is the length of the number of a heading or an item, （一） or 1., that a text begins with; else 0.
func numberLead(text string) int {
	const inside, ends = "0123456789０１２３４５６７８９一二三四五六七八九十", "）)、.．"
	at := 0
	for i, r := range text {
		switch {
		case i == 0 && (r == '（' || r == '('):
		case strings.ContainsRune(inside, r) && i < 12:
			at = i + utf8.RuneLen(r)
		case at > 0 && strings.ContainsRune(ends, r):
			return i + utf8.RuneLen(r)
		default:
			return 0
		}
	}
	return 0
}

var yearRunes = newRuneSet("〇○零一二三四五六七八九十")

// yearLead is the length of a year or date with what belongs to it, 2018年以来, 截至2023年12月31日, that a text begins with; else 0.
func yearLead(text string) int {
	if first, _ := utf8.DecodeRuneInString(text); first > '9' && !yearRunes.has(first) && first != '截' && first != '自' && first != '在' && (first < '０' || first > '９') {
		return 0
	}
	at := 0
	for _, w := range []string{"截至", "截止", "自", "在"} {
		if strings.HasPrefix(text, w) {
			at = len(w)
			break
		}
	}
	digits, years := 0, false
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case r >= '0' && r <= '9' || r >= '０' && r <= '９' || yearRunes.has(r):
			digits++
		case r == ' ' && digits > 0:
		case digits > 0 && (r == '年' || years && strings.ContainsRune("度月日底初末", r)):
			years = years || r == '年'
		default:
			if !years {
				return 0
			}
			for _, w := range []string{"以来", "期间", "全年", "来", "内", "里", "中"} {
				if strings.HasPrefix(text[at:], w) {
					return at + len(w)
				}
			}
			return at
		}
		at += size
	}
	if !years {
		return 0
	}
	return at
}
