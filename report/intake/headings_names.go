package intake

import (
	"regexp"
	"strings"
	"sync"

	"nianbao/report"
)

// headingFits is how alike a heading and the name of a section must be at least, headingCertain where nothing else speaks for it.
const (
	headingFits    = 0.62
	headingCertain = 0.9
)

// sectionNames are how reports call the sections beside the names that the editions give them, by the section's meaning
// (variation.md, "Section heads").
var sectionNames = map[string][]string{
	"overview": {"总体情况", "总体概况", "工作基本情况", "基本情况", "工作开展情况", "总体工作情况", "政府信息公开工作的总体情况", "概述", "概况", "工作概述", "工作概况", "主要工作概述",
		"本年度政府信息公开工作基本情况", "引言", "工作总体情况", "主要工作情况", "工作情况", "政务公开工作开展情况", "主要工作开展情况", "基本概况"},
	"disclosure": {"主动公开政府信息情况", "主动公开情况", "主动公开政府信息的情况", "行政机关主动公开政府信息情况", "政府信息主动公开情况", "主动公开", "主动公开政府信息", "主动公开信息情况",
		"信息主动公开情况", "主动公开工作情况"},
	"requests": {"收到和处理政府信息公开申请情况", "依申请公开政府信息情况", "依申请公开政府信息办理情况", "依申请公开情况", "政府信息公开申请的办理情况", "依申请公开", "依申请公开办理情况",
		"收到和处理申请情况", "行政机关收到和处理政府信息公开申请情况", "政府信息公开申请情况", "政府信息依申请公开情况", "依申请公开工作情况", "申请公开政府信息情况", "依申请公开政府信息"},
	"fees": {"政府信息公开的收费及减免情况", "收费及减免情况", "收费和减免情况", "收费情况", "收费减免情况", "依申请公开收费及减免情况", "政府信息公开收费情况", "收费及减免"},
	"appeals": {"政府信息公开行政复议、行政诉讼情况", "因政府信息公开申请行政复议、提起行政诉讼的情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "行政复议、行政诉讼情况",
		"申请行政复议和提起行政诉讼情况", "复议、诉讼和申诉情况", "复议诉讼情况", "行政复议", "行政诉讼", "行政复议行政诉讼", "复议、诉讼、申诉情况", "申诉情况", "因政府信息公开引起的行政复议、行政诉讼情况",
		"行政复议、诉讼情况", "行政复议、行政诉讼和申诉情况", "申请复议、提起诉讼情况"},
	"problems": {"存在的主要问题及改进情况", "存在主要问题及改进情况", "存在的主要问题和改进措施", "存在的问题及改进措施", "存在问题", "存在的问题", "存在的主要问题", "主要问题及改进情况", "存在的不足及改进措施",
		"存在的困难和问题", "存在问题和不足", "存在问题及下一步工作打算", "存在的问题及下一步工作计划", "存在不足及改进措施", "问题及改进情况", "存在问题及整改情况"},
	"other": {"其他需要报告的事项", "其他需要报告的情况", "其他需要说明的事项", "需要报告的其他事项", "其他需要说明的情况", "其他事项", "需要说明的其他事项", "其他需要报告说明的事项", "其他需要报告事项",
		"其他报告事项", "其他需要汇报的事项", "其他需要汇报的情况"},
	"organisation": {"组织领导、机构建设情况", "组织领导和机构建设情况", "组织领导情况", "组织领导", "机构建设情况", "政府信息公开的组织领导、机构建设情况", "组织领导和制度建设情况"},
	"responses": {"发布解读、回应社会关切以及互动交流情况", "发布解读、回应社会关切情况", "回应解读情况", "政策解读、回应社会关切情况", "回应社会关切和互动交流情况", "发布解读回应社会关切",
		"回应社会关切情况"},
	"secrecy": {"保密审查及监督检查情况", "政府信息公开保密审查及监督检查情况", "保密审查情况", "保密审查和监督检查情况", "监督检查情况"},
	// Sections that no edition has, but many reports.
	"plans":      {"下一步工作计划", "下一步工作打算", "下一步打算", "下一步工作安排", "下一步工作思路", "下一步工作重点", "今后工作打算", "下步工作打算", "改进措施", "改进情况"},
	"consulting": {"咨询和投诉情况", "咨询处理情况", "咨询投诉情况", "咨询和投诉处理情况", "政府信息公开咨询情况"},
	"staff":      {"工作人员和费用支出情况", "工作人员和收支情况", "工作人员和费用收支情况", "政府支出与收费情况", "人员和经费情况"},
	"proposals":  {"人大代表建议和政协提案办理情况", "人大建议和政协提案办理结果公开情况", "建议提案办理结果公开情况"},
	"key_areas":  {"推进重点领域信息公开情况", "重点领域信息公开情况", "重点领域政府信息公开情况", "重点领域公开情况", "推进重点领域公开情况", "推进重点领域政府信息公开情况"},
}

// localMeans are those of sectionNames that no edition's outline has.
var localMeans = map[string]bool{"plans": true, "consulting": true, "staff": true, "proposals": true}

// aspectNames are the parts of section 一 that are no sections, although the first two are called like sections.
var aspectNames = []string{"政府信息管理", "信息管理", "平台建设", "平台管理", "监督保障", "教育培训", "人员培训"}

// headingNames finds the section that a name fits: pairs of neighbouring characters lead to the names that have them.
type headingNames struct {
	means []string // of the names
	// weight is 1 for a name that an edition gives, a little less for the others.
	weight []float64
	exact  map[string][]int
	pairs  map[[2]rune][]int
	sizes  []int
	// common are the names that do not depend on the editions.
	common *headingNames
}

func newHeadingNames(editions report.Editions) *headingNames {
	n := &headingNames{exact: map[string][]int{}, pairs: map[[2]rune][]int{}, common: commonNames()}
	for _, e := range editions {
		for _, p := range e.Outline {
			if !p.Attachment {
				_, name := numbering(p.Heading, fold(p.Heading))
				n.add(name, p.Means, 1)
			}
		}
	}
	return n
}

// commonNames are sectionNames, made once: they never change.
var commonNames = sync.OnceValue(func() *headingNames {
	n := &headingNames{exact: map[string][]int{}, pairs: map[[2]rune][]int{}}
	for means, names := range sectionNames {
		for _, name := range names {
			n.add(name, means, 0.97)
		}
	}
	return n
})

func (n *headingNames) add(name, means string, weight float64) {
	name = plainName(fold(name))
	for _, i := range n.exact[name] {
		if n.means[i] == means {
			return
		}
	}
	id := len(n.means)
	n.means, n.weight = append(n.means, means), append(n.weight, weight)
	n.exact[name] = append(n.exact[name], id)
	pairs := pairsOf(name)
	n.sizes = append(n.sizes, len(pairs))
	for pair := range pairs {
		n.pairs[pair] = append(n.pairs[pair], id)
	}
}

// scores are how well a folded heading without its number fits each section that it fits at all.
func (n *headingNames) scores(name string) map[string]float64 {
	name = plainName(name)
	pairs, out := pairsOf(name), map[string]float64{}
	n.score(name, pairs, out)
	n.common.score(name, pairs, out)
	return out
}

func (n *headingNames) score(name string, pairs map[[2]rune]bool, out map[string]float64) {
	for _, id := range n.exact[name] {
		out[n.means[id]] = max(out[n.means[id]], n.weight[id])
	}
	shared := map[int]int{}
	for pair := range pairs {
		for _, id := range n.pairs[pair] {
			shared[id]++
		}
	}
	for id, c := range shared {
		if alike := 2 * float64(c) / float64(len(pairs)+n.sizes[id]); alike >= 0.5 {
			out[n.means[id]] = max(out[n.means[id]], alike*n.weight[id])
		}
	}
}

func pairsOf(s string) map[[2]rune]bool {
	pairs := map[[2]rune]bool{}
	var last rune
	for i, r := range s {
		if i > 0 {
			pairs[[2]rune{last, r}] = true
		}
		last = r
	}
	return pairs
}

var (
	fillers    = strings.NewReplacer("的", "", "、", "", ",", "", "和", "", "与", "", "及", "", "以及", "", `"`, "", "·", "", "其它", "其他", "。", "", ":", "", ";", "", ".", "")
	openingPat = regexp.MustCompile(`^(?:本年度|本年|(?:19|20)[0-9]{2}年度?)?(?:(?:政府|政务)信息(?:与政务)?公开|政务公开|信息公开)(?:工作)?|^(?:本年度|(?:19|20)[0-9]{2}年度?)`)
)

// plainName is a heading without what varies from report to report: 的, 、, the year, 政府信息公开工作 in front.
func plainName(name string) string {
	name = fillers.Replace(name)
	if short := openingPat.ReplaceAllString(name, ""); len(short) >= len("概述") && !strings.HasPrefix(short, "申请") {
		name = short
	}
	return name
}
