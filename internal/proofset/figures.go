package proofset

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"nianbao/report"
)

// fillTables draws figures that balance, and notes those that sentences may name.
func (c *composer) fillTables() {
	c.numbers = map[string]int{}
	numbers := map[string]int{}
	quiet := c.agency.Kind == "township" || c.agency.Kind == "subdistrict"
	for _, t := range c.edition.Tables {
		switch t.Key {
		case "requests":
			c.requests(t, numbers, quiet)
		case "statistics":
			c.statistics(t, numbers)
		default:
			for _, cell := range t.Cells {
				numbers[cell.ID] = c.disclosed(cell, quiet)
			}
		}
		for _, s := range t.Sums {
			sum := 0
			for _, of := range s.Of {
				sum += numbers[of.ID]
			}
			numbers[s.Cell.ID] = sum
		}
		for _, cell := range t.Cells {
			if !cell.Optional {
				numbers[cell.ID] += 0 // named in sentences, too
				c.report.Figures[cell.ID] = strconv.Itoa(numbers[cell.ID])
			}
		}
	}
	c.name(numbers)
}

// disclosed draws a figure of the disclosure and appeals tables.
func (c *composer) disclosed(cell *report.Cell, quiet bool) int {
	switch {
	case cell.Row == "regulations":
		return 0
	case strings.HasPrefix(cell.Table, "appeals"):
		if quiet || c.IntN(5) > 0 {
			return 0
		}
		return c.IntN(3)
	case cell.Column == "published":
		return c.IntN(3)
	case cell.Column == "in_force" || cell.Column == "public_total":
		return 6 + c.IntN(20)
	case cell.Column == "repealed" || cell.Column == "issued" || cell.Column == "made":
		return c.IntN(4)
	case cell.Kind == report.KindAmount || c.IntN(2) == 0:
		return 0
	}
	return c.IntN(300)
}

func (c *composer) requests(t *report.Table, numbers map[string]int, quiet bool) {
	most := 30
	if quiet {
		most = 4
	}
	if c.IntN(6) == 0 || quiet && c.IntN(2) == 0 {
		return // nobody asked
	}
	for _, column := range t.Blocks[0].LeafColumns() {
		if column.Key == "total" || column.Key != "natural_person" && column.Key != "business" {
			continue
		}
		at := func(row string) string { return t.Key + "." + row + "." + column.Key }
		done := 0
		for _, row := range []string{"granted", "partial", "refused_third_party", "unavailable_not_held", "unprocessed_repeated"} {
			if c.IntN(3) == 0 {
				numbers[at(row)] = c.IntN(most)
				done += numbers[at(row)]
			}
		}
		over := 0
		if done > 2 && c.IntN(3) == 0 {
			over = 1 + c.IntN(2)
		}
		in := 0
		if done > 2 && c.IntN(3) == 0 {
			in = 1
		}
		numbers[at("received")], numbers[at("carried_in")], numbers[at("carried_over")] = done+over-in, in, over
	}
}

func (c *composer) statistics(t *report.Table, numbers map[string]int) {
	for _, cell := range t.Cells {
		if c.IntN(2) == 0 {
			numbers[cell.ID] = c.IntN(20)
		}
	}
	id := func(row string) string { return t.Key + "." + row + ".count" }
	for _, quiet := range [][]string{{"review_", "suits_", "complaints_"}, {"received_", "answered_", "refused_"}} { // as most reports are
		if c.IntN(2) == 0 {
			for _, cell := range t.Cells {
				if slices.ContainsFunc(quiet, func(p string) bool { return strings.HasPrefix(cell.Row, p) }) {
					numbers[cell.ID] = 0
				}
			}
		}
	}
	numbers[id("fees")] = 0
	for range 2 { // a part may be a sum, too
		for _, r := range t.Relations {
			if r.Op == report.Equal && len(r.Left) == 1 && len(r.Right) > 1 {
				sum := 0
				for _, term := range r.Right {
					if !term.Cell.Optional {
						sum += numbers[term.Cell.ID]
					}
				}
				numbers[r.Left[0].Cell.ID] = sum
			}
		}
	}
	numbers[id("disclosed")] = 400 + c.IntN(900)
	numbers[id("disclosed_documents")] = c.IntN(9)
	for _, via := range []string{"via_website", "via_wechat", "via_weibo", "via_other"} {
		numbers[id(via)] = c.IntN(400)
	}
	for _, pair := range []string{"press_conferences", "interviews"} {
		numbers[id(pair+"_head")] = 0
	}
	numbers[id("closed_on_time")], numbers[id("closed_extended")] = numbers[id("received")], 0
	numbers[id("closed")] = numbers[id("received")]
}

// names are the cells that sentences may name by a short word, by table row; the column is the total or only one.
var names = map[string][]string{
	"requests.total": {"received", "carried_in", "carried_over", "result_total", "granted", "partial", "refused_third_party", "unavailable_not_held", "unprocessed_repeated"},
	"statistics.count": {"disclosed", "disclosed_documents", "documents_issued", "via_website", "via_weibo", "via_wechat", "via_other", "responses", "press_conferences",
		"interviews", "interpretations", "social_responses", "received", "received_in_person", "received_online", "received_letter", "received_fax", "closed", "answered",
		"answered_granted", "review", "suits", "complaints", "staff", "staff_full_time", "staff_part_time", "meetings", "trainings", "trained", "reading_points", "offices",
		"fees", "budget", "answered_already_public", "answered_partial", "answered_refused", "answered_not_ours", "answered_nonexistent", "review_upheld", "suits_upheld"},
}

func (c *composer) name(numbers map[string]int) {
	named := map[string]int{}
	for place, rows := range names {
		table, column, _ := strings.Cut(place, ".")
		for _, row := range rows {
			if n, there := numbers[table+"."+row+"."+column]; there {
				named[row] = n
			}
		}
	}
	for id, name := range map[string]string{
		"disclosure.documents.issued": "documents_issued", "disclosure.documents.repealed": "documents_repealed", "disclosure.documents.in_force": "documents_in_force",
		"disclosure.documents.made": "documents_made", "disclosure.licensing.decisions": "licensing", "disclosure.penalties.decisions": "penalties",
		"disclosure.coercion.decisions": "coercion", "requests.received.natural_person": "received_natural", "requests.received.business": "received_business",
		"appeals.cases.review_total": "review", "appeals.cases.review_upheld": "review_upheld",
	} {
		if n, there := numbers[id]; there {
			named[name] = n
		}
	}
	if _, there := numbers["appeals.cases.direct_suit_total"]; there {
		named["suits"] = numbers["appeals.cases.direct_suit_total"] + numbers["appeals.cases.suit_after_review_total"]
	}
	maps.Copy(c.numbers, named)
}

// lastYear adds last year's report, which agrees but for the figures of the plant.
func (c *composer) lastYear(p *plant) {
	last := &report.Report{Edition: c.edition.ID, Year: c.year - 1, Agency: c.agency.Name, Figures: report.Figures{}}
	for _, t := range c.edition.Tables {
		for _, cell := range t.Cells {
			last.Figures[cell.ID] = "0"
		}
	}
	c.agree(last.Figures)
	changed := c.set(last.Figures, p.Last)
	c.made.Context.LastReport = last
	c.made.Context.Last = &report.LastYear{Edition: c.edition, Figures: last.Figures}
	c.want(p, c.report.SectionOfTable(strings.SplitN(changed[0], ".", 2)[0]), "", changed...)
}

// agree gives last year's figures those from which this year's follow.
func (c *composer) agree(last report.Figures) {
	now := func(id string) int {
		n, _ := strconv.Atoi(c.report.Figures[id])
		return n
	}
	for id := range c.report.Figures {
		if of, carried := strings.CutPrefix(id, "requests.carried_in."); carried {
			for _, row := range []string{"carried_over", "received"} { // all of them go on to this year
				last["requests."+row+"."+of] = c.report.Figures[id]
			}
		} else if row, held := strings.CutSuffix(id, ".in_force"); held {
			last[id] = strconv.Itoa(now(id) - now(row+".issued") + now(row+".repealed"))
		} else if strings.HasSuffix(id, ".previous") {
			last[id] = c.report.Figures[id]
		}
	}
}

// copied gives last year's report, or another agency's, the text of a section with other figures and names.
func (c *composer) copied(p *plant, section string) {
	text := report.TextOf(c.report.Section(section).Blocks)
	if p.Copy == "peer" {
		other := strings.NewReplacer(c.agency.Name, "白沙镇人民政府", c.agency.Short, "白沙镇", c.agency.Self, "我镇", "1", "3", "2", "7").Replace(text)
		c.made.Context.Alike = []report.Likeness{{Section: section, Agency: "白沙镇人民政府", Year: c.year, Text: other}}
	} else {
		other := strings.NewReplacer(c.slots["year"], c.slots["last"], c.slots["last"], c.slots["before"], "3", "6", "5", "1").Replace(text)
		last := &report.Report{Edition: c.edition.ID, Year: c.year - 1, Agency: c.agency.Name, Figures: report.Figures{},
			Sections: []report.Section{{Key: section, Heading: c.report.Section(section).Heading, Blocks: []report.Block{{Text: other}}}}}
		c.made.Context.LastReport = last
	}
	c.want(p, section, "")
}
