package review

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/report"
)

// Names of parts that only the older outlines have, and that only the newer ones have.
var (
	partsBefore2019 = []string{"概述", "依申请公开政府信息情况", "依申请公开政府信息的情况", "依申请公开信息情况", "政府信息公开申请的办理情况", "收费及减免情况", "费用收取及减免", "咨询和投诉情况", "咨询投诉情况",
		"组织领导、机构建设情况", "回应社会关切以及互动交流情况", "公开平台建设情况", "保密审查及监督检查情况", "推进重点领域信息公开情况", "重点领域信息公开工作情况"}
	partsSince2019 = []string{"收到和处理政府信息公开申请情况", "收到和处理信息公开申请情况"}
)

// namedParts finds an announcement of the parts of another edition's outline: 本报告由概述、…、收费及减免情况…组成 in a report on 2021. What the
// report has indeed is not a matter of the announcement.
func (s *Subject) namedParts() {
	p := s.Part(report.PartPreface)
	if p == nil {
		if len(s.Parts) == 0 || s.Part("overview") == nil {
			return
		}
		p = s.Part("overview")
	}
	names, least := partsBefore2019, 2
	if s.Report.Year <= 2018 {
		names, least = partsSince2019, 1
	}
	head := p.Text[:min(len(p.Text), 2000)]
	var found []string
	start, end := -1, 0
	for _, name := range names {
		i := indexOf(head, name)
		if i < 0 {
			continue
		}
		from, to := editionSentence(head, i)
		if !containsAny(head[from:to], []string{"组成", "部分", "全文包括", "内容包括", "主要包括", "报告包括"}) || s.hasHeading(name) {
			continue
		}
		found = append(found, name)
		if start < 0 || i < start {
			start = i
		}
		end = max(end, i+len(name))
	}
	if len(found) < least {
		return
	}
	slices.SortFunc(found, func(a, b string) int { return indexOf(head, a) - indexOf(head, b) })
	f := p.Mark(report.CodeEdition, report.SeverityWarning, start, end, fmt.Sprintf("这里列的“%s”是别的年份的提纲，这是 %d 年的报告。", strings.Join(found, "”“"), s.Report.Year))
	f.Hint = "按报告现有的各部分重写这一句。"
	s.Add(f)
}

func (s *Subject) hasHeading(name string) bool {
	core := strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(name, "的", ""), "情况"), "政府信息")
	return slices.ContainsFunc(s.Report.Sections, func(sec report.Section) bool {
		return contains(strings.ReplaceAll(sec.Heading, "的", ""), core)
	})
}
