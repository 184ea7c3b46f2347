package handlers

import (
	"context"
	"fmt"
	"slices"

	"nianbao/agency"
	"nianbao/report"
	"nianbao/views"
)

// cards are the own agency's reports that are under way; what came back stands first.
func (s *Server) cards(ctx context.Context, m agency.Member, own []report.Filing, agencies []agency.Agency) ([]views.FilingCard, error) {
	var out []views.FilingCard
	for _, f := range own {
		if !underWay(f, own) {
			continue
		}
		card := views.FilingCard{Filing: f, Due: s.deadline(agency.Kind(f.AgencyKind), f.Year), Steps: stepMarks(m, f, filesAbove(f, own, agencies))}
		if e := s.editions.Get(f.EditionID); e != nil {
			card.EditionName = e.Name
		}
		card.Action, card.Waits = nextAction(m, f)
		if f.State == report.Returned {
			decisions, err := s.desk.Decisions(ctx, m, f.ID)
			if err != nil {
				return nil, err
			}
			card.Comment = lastReturn(decisions)
		}
		parked, err := s.parked.Parked(ctx, m, f.ID)
		if err != nil {
			return nil, err
		}
		card.Parked = len(parked)
		out = append(out, card)
	}
	slices.SortStableFunc(out, func(a, b views.FilingCard) int { return cardRank(a) - cardRank(b) })
	return out, nil
}

func cardRank(card views.FilingCard) int {
	switch {
	case card.Filing.State == report.Returned:
		return 0
	case card.Waits:
		return 1
	}
	return 2
}

// lastReturn is the newest decision to send a report back.
func lastReturn(decisions []report.Decision) *report.Decision {
	var last *report.Decision
	for i, d := range decisions {
		if d.Step == report.Return && (last == nil || d.At.After(last.At)) {
			last = &decisions[i]
		}
	}
	return last
}

// nextAction is the button of a card: what the member may do next, and whether the report waits for that.
func nextAction(m agency.Member, f report.Filing) (link views.Link, waits bool) {
	may := func(action agency.Action) bool { return agency.Allowed(m, action, f.AgencyPath, f.State) }
	home := fmt.Sprintf("/reports/%d", f.ID)
	switch {
	case may(agency.Submit):
		return views.Link{Label: "继续填报", Href: home}, true
	case may(agency.Approve):
		return views.Link{Label: "审阅", Href: home + "/review"}, true
	case may(agency.Publish) && f.State != report.Published:
		return views.Link{Label: "登记公布", Href: home}, true
	}
	return views.Link{Label: "查看", Href: home}, false
}
