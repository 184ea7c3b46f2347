package handlers

import (
	"context"
	"net/http"
	"slices"

	"github.com/labstack/echo/v4"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// desk is what the home page needs: what a member may see.
type desk interface {
	// Filings are the reports of the member's agency and of those below that the member may see.
	Filings(ctx context.Context, m agency.Member) ([]report.Filing, error)
	// Agencies are the member's agency and those below.
	Agencies(ctx context.Context, m agency.Member) ([]agency.Agency, error)
	Decisions(ctx context.Context, m agency.Member, filing int64) ([]report.Decision, error)
}

// showHome shows what waits for a member, by role.
func (s *Server) showHome(c echo.Context) error {
	ctx := c.Request().Context()
	m := current(c.Request()).member
	if m.Role == agency.Admin {
		return s.adminHome(c)
	}
	filings, err := s.desk.Filings(ctx, m)
	if err != nil {
		return err
	}
	agencies, err := s.desk.Agencies(ctx, m)
	if err != nil {
		return err
	}
	page, err := s.pageWithFlash(c, "")
	if err != nil {
		return err
	}
	home := views.Home{Page: page, Heading: "报告"}
	own := ownFilings(m, filings)
	if home.Cards, err = s.cards(ctx, m, own, agencies); err != nil {
		return err
	}
	home.Earlier = earlier(m, own)
	home.Start = s.start(m, own)
	home.MayImport = mayImport(m)
	home.Boards = s.boards(m, filings, agencies, c.QueryParam("show"))
	if home.Waits() {
		home.Heading = "今天需要处理"
	}
	return s.render(c, http.StatusOK, views.HomePage(home))
}

// reportYear is the year whose report is due now: the year before this one.
func (s *Server) reportYear() int { return s.now().Year() - 1 }

// currentYear is the year whose report people write now: the one that is due, or towards the end of the year the next one.
func (s *Server) currentYear() int {
	if s.now().Month() >= early {
		return s.now().Year()
	}
	return s.reportYear()
}

// ownFilings are those of the member's own agency, the newest year first.
func ownFilings(m agency.Member, filings []report.Filing) []report.Filing {
	own := slices.DeleteFunc(slices.Clone(filings), func(f report.Filing) bool { return m.RelationTo(f.AgencyPath) != agency.Own })
	slices.SortStableFunc(own, func(a, b report.Filing) int { return b.Year - a.Year })
	return own
}

// underWay reports whether a filing gets a card: as long as there is something to do, and the newest in any case. Own is sorted.
func underWay(f report.Filing, own []report.Filing) bool {
	return !f.State.Done() || f.State == report.Published && f.Year == own[0].Year
}
