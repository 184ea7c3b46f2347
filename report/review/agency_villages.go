package review

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Villages and communities, and whoever else a sentence is of, may say 本村 of themselves in the report of their township: 各村公开本村财务.

var (
	// villagers are those who live or work in a village or community; villageBodies are the places themselves.
	villagers     = []string{"群众", "公众", "村民", "居民", "农户", "村干部", "党员", "业主", "住户", "百姓", "社员", "乡亲", "村支书", "书记", "网格员", "村医", "家长", "市民", "农民", "代表", "驻村", "包村", "乡贤", "老年人", "老人", "务工", "返乡", "学生", "家庭", "企业", "商户", "公开员", "监督员", "信息员"}
	villageBodies = []string{"各村", "每村", "每个村", "村级", "村委", "行政村", "个村", "村（", "村(", "村、社区", "村社", "村组", "村两委", "村“两委”", "村支", "村党", "村务", "村会计", "村文书", "村庄", "村民委", "村监", "自然村", "所有村", "全部村", "部分村", "试点村", "村里", "该村", "按村", "逐村", "地村", "的村", "涉及村", "所在村", "相关村", "有关村", "重点村", "示范村", "村集体", "村民小组",
		"各社区", "每个社区", "个社区", "社区居委", "居委", "社区党", "各居", "各组", "各小区", "社区级", "该社区", "社区工作者", "村居", "村、居"}
	// villageSaid come before what somebody says of their own village.
	villageSaid = []string{"反映", "表示", "说，", "说：", "称，", "认为", "感到"}
	// villageNouns behind 公开 make a thing of it that a village has, too: 本村公开栏.
	villageNouns = []string{"栏", "员", "内容", "事项", "第一责任", "小组", "监督", "墙", "牌", "资料", "档案", "清单", "群", "点"}
	// villageNever begins what a village does not have: information of a government, and its report.
	villageNever = []string{"政府信息公开", "依申请公开", "政务公开工作", "信息公开年度", "信息公开工作年度"}
)

// ofVillage reports whether 本村 or 我社区 at a byte is what a village calls itself, of which the sentence speaks, and not the reporting agency.
func ofVillage(text string, at, end int) bool {
	before, behind := sentenceBefore(text, at), text[end:]
	before = strings.TrimLeft(before, "。；;\n")
	if next, _ := utf8.DecodeRuneInString(behind); strings.ContainsRune("民务（(干两", next) {
		return true // 本村务, 本村民, 本村（社区）
	}
	bodies := containsAny(before, villageBodies)
	deed := strings.TrimSpace(before[pastVillageLeads(before):]) == "" && actsItself(behind)
	if strings.HasPrefix(text[at:], "我") {
		return bodies || containsAny(before, villageSaid) || containsAny(before, villagers) && !deed
	}
	if beginsWith(behind, villageNever) {
		return bodies
	}
	return bodies || !deed || containsAny(before, villageSaid)
}

// pastVillageLeads is where the last clause of a text begins, behind what may stand before its subject.
func pastVillageLeads(text string) int {
	at := 0
	if i := lastIndexAny(text, "，,：:"); i >= 0 {
		_, size := utf8.DecodeRuneInString(text[i:])
		at = i + size
	}
	from, _ := pastLeads(text[at:])
	return at + from
}

// actsItself reports whether a text begins with what the reporting agency says of its own work, and not with the name of a thing.
func actsItself(text string) bool {
	for _, w := range []string{"全年", "共", "已", "也", "均", "都"} {
		text = strings.TrimPrefix(text, w)
	}
	for _, deeds := range []*prefixes{reportsIt, doesOwnWork, discloses} {
		if w := deeds.of(text); w != "" {
			rest := text[len(w):]
			return !(strings.HasSuffix(w, "公开") && (beginsWith(rest, notDone) || beginsWith(rest, villageNouns)))
		}
	}
	return beginsWith(text, []string{"将", "未", "没有", "无", "对照"})
}

// ofOthers reports whether 本局 or 本镇 stands for each of several that its sentence is of: 各乡镇负责本镇信息公开.
func ofOthers(text string, at, end int, word string) bool {
	before := sentenceBefore(text, at)
	clause := before[lastIndexAny(before, "，,")+1:]
	each := strings.Index(clause, "各")
	return each >= 0 && slices.Contains([]string{"乡", "镇", "街道", "办", "处", "局", "部"}, word) && (contains(clause[each:], word) || strings.HasSuffix(clause, "、")) && !actsItself(text[end:])
}
