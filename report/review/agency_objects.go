package review

import "strings"

// worksOnDisclosure reports whether what a deed is done to is disclosure itself, in the clause that a text begins with: 组建信息公开工作专班,
// 压实公开责任.
func worksOnDisclosure(text string) bool {
	if end := indexAny(text, "，,。；;"); end >= 0 {
		text = text[:end]
	}
	if containsAny(text, []string{"信息公开", "政务公开", "依申请", "政策解读", "政府信息", "保密审查", "三审", "全过程公开", "全流程公开", "信息员", "信息发布", "信息审核", "“以公开"}) {
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
var disclosureNouns = newPrefixes("工作", "责任", "任务", "清单", "目录", "台账", "栏", "专栏", "网页", "条目", "资料", "事项", "力度", "实效", "质量", "情况", "渠道", "与", "向", "指南", "经费", "咨询", "流程", "建议", "标准", "管理", "队伍", "规范", "意识", "制度",
	"机制", "内容", "形式", "方式", "载体", "平台", "服务", "体系", "模式", "时效", "效果", "水平", "考核", "培训", "业务", "材料", "属性", "程序", "专班", "专区", "查阅", "申请", "信息", "上网", "主体", "计划", "基础", "质效", "阵地", "时限", "审查", "审核", "频次", "短板", "格局", "氛围", "范围", "要求", "窗口")

// unproved reports whether a department of the same place is only said to do something that may be its own task, and to publish what comes of
// it: 县公安局设置护学岗，公开值班电话. Who reports speaks of disclosure as work, and of information as such.
func (us *agencySelf) unproved(m agencyMention, text string) bool {
	if m.kind != aDepartment || m.deed == reporting || m.titled || m.elsewhere || len(m.places) > 0 && !us.mayBeOurs(m.places[len(m.places)-1]) {
		return false
	}
	around := sentenceNear(text, m.start)
	if containsAny(around, []string{"政府信息", "政务公开", "政务信息", "公开信息", "发布信息", "各类信息", "条例", "依申请", "公开申请", "保密", "三审", "网站", "专栏", "栏目", "公开栏", "新媒体", "信息员", "信息发布", "“以公开", "谁公开", "全过程公开", "全流程公开", "申请的", "办公室"}) {
		return false
	}
	for at := 0; ; {
		i := indexOf(around[at:], "公开")
		if i < 0 {
			return true
		}
		at += i + len("公开")
		if disclosureNouns.of(around[at:]) != "" || strings.HasSuffix(around[:at-len("公开")], "信息") && isHan(firstRune(around[at:])) {
			return false
		}
	}
}

// toldOfOthers reports whether the sentence around the name of a department rather tells what others do or lack: that they were examined, or
// do it well, or that it is theirs to disclose; or it has several of them do something.
func toldOfOthers(text string, m agencyMention) bool {
	around := sentenceNear(text, m.start)
	if containsAny(around, []string{"已整改", "完成整改", "审计报告", "审计发现", "审计结果", "的做法", "典型", "推广", "排名", "反馈", "核查", "预算单位", "等单位", "等部门", "由其负责", "由该"}) {
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

// ownHouse are the offices in a department, whom nobody else has do anything: 督促各股室更新公开栏目.
var ownHouse = []string{"各股室", "各科室", "各处室", "各业务股", "各业务科", "机关各", "局属各", "本局各", "全局"}

// qualifies reports whether the deed that a text begins with only says which paper the clause is about: 设点摆摊的公告由县城管局发布.
func qualifies(text string) bool {
	if end := indexAny(text, "，,。；;\n"); end >= 0 {
		text = text[:end]
	}
	_, paper, of := strings.Cut(text, "的")
	if !of {
		return false
	}
	for _, noun := range []string{"公告", "通告", "通知", "公示", "项目", "工程", "决定", "批复", "名单", "规划", "预案", "方案"} {
		if behind, is := strings.CutPrefix(paper, noun); is {
			return beginsWith(strings.TrimPrefix(behind, "信息"), []string{"由", "已", "均", "经", "在", "于", "全部", "及时", "通过", "同步"})
		}
	}
	return false
}
