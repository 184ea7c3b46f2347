package intake

import (
	"regexp"
	"strings"
)

var gridTitlePat = regexp.MustCompile(`^(?:标题|名称|信息名称|信息标题|文件名称|公文名称):?$`)

// titleInGrid is the title that a table about the page gives: 标题 | …年度报告, or a row that says nothing else. The table stays the
// page's, and where the text has no title line this is the report's title.
func (s *structuring) titleInGrid(limit int) (titleParts, bool) {
	for i := 0; i < limit; i++ {
		if it := &s.items[i]; it.grid == nil && !strings.Contains(it.folded, "|") {
			continue
		}
		for line := range strings.SplitSeq(s.items[i].all(), "\n") {
			if title := titleInCells(strings.Split(line, "|")); title != "" {
				if t, ok := parseTitle(joinTitle([]string{title})); ok && t.year != 0 {
					t.from, t.to = i, i
					return t, true
				}
			}
		}
	}
	return titleParts{}, false
}

// titleInCells is the cell behind 标题, or the only one that is not empty.
func titleInCells(cells []string) string {
	only, filled := "", 0
	for i, cell := range cells {
		if gridTitlePat.MatchString(fold(cell)) && i+1 < len(cells) {
			return cells[i+1]
		}
		if strings.TrimSpace(cell) != "" {
			only, filled = cell, filled+1
		}
	}
	if filled != 1 {
		return ""
	}
	return only
}
