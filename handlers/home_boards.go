package handlers

import (
	"slices"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// boards show how far the agencies below are; none for those who have nobody below, or may not see them.
func (s *Server) boards(m agency.Member, filings []report.Filing, agencies []agency.Agency, show string) []views.Board {
	below := slices.DeleteFunc(slices.Clone(agencies), func(a agency.Agency) bool {
		return m.RelationTo(a.Path) != agency.Below || !agency.Allowed(m, agency.See, a.Path, "")
	})
	if len(below) == 0 {
		return nil
	}
	if !slices.ContainsFunc(boardGroups, func(g boardGroup) bool { return g.key == show }) {
		show = ""
	}
	files := slices.ContainsFunc(agencies, func(a agency.Agency) bool { return a.ID == m.AgencyID && a.Accepts })
	var out []views.Board
	for _, year := range s.boardYears(m, filings, len(below)) {
		out = append(out, s.board(m, year, filings, below, files, show))
	}
	return out
}

// boardYears are the years that matter now: the one that is due until all have published, and this year's once somebody began.
func (s *Server) boardYears(m agency.Member, filings []report.Filing, agencies int) []int {
	begun, published := map[int]int{}, map[int]int{}
	for _, f := range filings {
		if m.RelationTo(f.AgencyPath) != agency.Below {
			continue
		}
		begun[f.Year]++
		if f.State.Done() {
			published[f.Year]++
		}
	}
	due := s.reportYear()
	if begun[due+1] == 0 {
		return []int{due}
	}
	if begun[due] == 0 || published[due] == agencies {
		return []int{due + 1}
	}
	return []int{due, due + 1}
}
