package review

import "strings"

// worksOnDisclosure reports whether what a deed is done to is disclosure itself, in the clause that a text begins with: 组建信息公开工作专班,
// 压实公开责任.
func worksOnDisclosure(text string) bool {
	if end := strings.IndexAny(text, "，,。；;"); end >= 0 {
		text = text[:end]
	}
	if containsAny(text, []string{"信息公开", "政务公开", "依申请", "政策解读", "保密审查", "三审", "“以公开"}) {
		return true
	}
	for at := 0; ; {
		i := indexOf(text[at:], "公开")
		if i < 0 {
			return false
		}
		at += i + len("公开")
		if disclosureNouns.of(text[at:]) != "" {
			return true
		}
	}
}

// disclosureNouns stand behind 公开 where it is the work and not what is done with something: 公开责任, but no 公开发布.
var disclosureNouns = newPrefixes("工作", "责任", "任务", "清单", "目录", "台账", "栏", "事项", "力度", "实效", "质量", "情况", "渠道", "与", "向", "指南", "经费", "咨询", "流程", "建议", "标准", "管理", "队伍", "规范", "意识", "制度",
	"机制", "内容", "形式", "方式", "载体", "平台", "服务", "体系", "模式", "时效", "效果", "水平", "考核", "培训", "业务", "材料", "属性", "程序", "专班", "专区", "查阅", "申请", "信息", "上网", "主体", "计划")

// toldOfOthers reports whether the sentence around the name of a department rather tells what others do or lack: that they were examined, or
// do it well, or that it is theirs to disclose; or it has several of them do something.
func toldOfOthers(text string, m agencyMention) bool {
	around := sentenceNear(text, m.start)
	if containsAny(around, []string{"已整改", "完成整改", "审计报告", "审计发现", "审计结果", "的做法", "典型", "推广", "排名", "反馈", "核查", "预算单位", "等单位", "等部门"}) {
		return true
	}
	if strings.HasSuffix(text[:m.start], "由") && beginsWith(text[m.end:], []string{"公开", "发布", "公布", "公示"}) {
		return true
	}
	for at := 0; ; {
		i := indexOf(around[at:], "，")
		if i < 0 {
			return false
		}
		at += i + len("，")
		if ranks.has(firstRune(around[at:])) {
			if other := departmentShape(around[at:], func(string) bool { return true }); other != "" && other != m.own && other != strings.Join(m.places, "")+m.own {
				return true
			}
		}
	}
}
