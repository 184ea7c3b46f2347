package review

import (
	"strings"
	"unicode/utf8"

	"nianbao/report/review/gazetteer"
)

// branchStem is the place by which a branch office (分局) is called, short of 区 and the like: 长宁 of 上海市公安局长宁分局 and of 长宁公安分局. name
// ends where 分局 stands.
func branchStem(name string) string {
	for _, function := range []string{"公安", "税务", "生态环境", "自然资源", "自然资源和规划", "规划和自然资源", "市场监督管理", "市场监管", "国土资源", "环境保护"} {
		name = strings.TrimSuffix(name, function)
	}
	if i := strings.LastIndex(name, "局"); i >= 0 {
		name = name[i+len("局"):]
	}
	for n := 3; n >= 2; n-- {
		stem, kind := gazetteer.Stem(lastRunes(name, n))
		for _, k := range []string{kind, "区", "县", "市"} {
			if utf8.RuneCountInString(stem) > 1 && k != "" && gazetteer.Known(stem+k) {
				return stem
			}
		}
	}
	return ""
}

// branchesIn finds other branches of the agency's own authority at their work in a clause.
func (us *agencySelf) branchesIn(c *agencyClause) (mentions []agencyMention) {
	clause, start := c.text, c.start
	for at := 0; ; {
		i := strings.Index(clause[at:], "分局")
		if i < 0 {
			return mentions
		}
		at += i + len("分局")
		stem := branchStem(clause[:at-len("分局")])
		m := agencyMention{start: start, end: start + at, own: stem, kind: aBranch}
		if from := strings.LastIndex(clause[:at], stem); stem != "" && !strings.Contains(us.name, stem) && !within(clause[:from]) && (m.does(clause[at:]) || compiledEnd(clause[at:])) {
			m.start += from
			mentions = append(mentions, m)
		}
	}
}
