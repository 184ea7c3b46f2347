package proofset

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"nianbao/report"
)

// aspects are the sub-headings of the overview, in their order (国办公开办函〔2021〕30号).
var aspects = []string{"主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障"}

// composer makes one case.
type composer struct {
	*rand.Rand
	pool     *pool
	editions report.Editions
	planted  map[int]int
	drawn    map[int]int

	edition *report.Edition
	wording string // the edition that the sentences are made for
	year    int
	agency  agency
	numbers map[string]int // of the tables, by short name
	slots   map[string]string
	plants  []int
	used    map[int]bool    // sentences
	spoken  map[string]bool // what was spoken about
	report  *report.Report
	made    Case
}

// plantsPerCase bounds the mistakes of one report; about a fifth of the reports have none.
const plantsPerCase = 4

func (c *composer) compose(index int) (Case, error) {
	years := []struct {
		id       string
		from, to int
		share    int
	}{{"gb-2021", 2021, 2025, 60}, {"gb-2019", 2019, 2020, 18}, {"gb-2014", 2014, 2018, 14}, {"gb-2008", 2008, 2013, 8}}
	at := c.IntN(100)
	for _, y := range years {
		if at -= y.share; at < 0 {
			c.edition, c.year = c.editions.Get(y.id), y.from+c.IntN(y.to-y.from+1)
			break
		}
	}
	c.agency = c.pool.Agencies[c.IntN(len(c.pool.Agencies))]
	c.report = &report.Report{Edition: c.edition.ID, Year: c.year, Agency: c.agency.Name, Figures: report.Figures{}}
	c.wording = c.edition.ID
	c.used, c.spoken = map[int]bool{}, map[string]bool{}
	c.fillTables()
	c.slots = map[string]string{"year": strconv.Itoa(c.year), "last": strconv.Itoa(c.year - 1), "next": strconv.Itoa(c.year + 1), "before": strconv.Itoa(c.year - 2),
		"name": c.agency.Name, "short": c.agency.Short, "self": c.agency.Self, "county": c.agency.County, "city": c.agency.City}
	c.number()
	if c.IntN(5) > 0 {
		c.choosePlants()
	}
	if err := c.write(); err != nil {
		return Case{}, err
	}
	c.made.Edition, c.made.Report = c.edition, c.report
	c.made.Context = report.Context{Mode: report.AsRead, LastReport: c.made.Context.LastReport, Last: c.made.Context.Last, Alike: c.made.Context.Alike}
	for _, i := range c.plants {
		if err := c.change(&c.pool.Plants[i]); err != nil {
			return Case{}, fmt.Errorf("case %d, plant %s %q: %w", index, c.pool.Plants[i].Code, c.pool.Plants[i].Text, err)
		}
	}
	if c.IntN(10) < 3 && !slices.ContainsFunc(c.plants, func(i int) bool { return c.pool.Plants[i].aboutWidth() }) {
		c.halfWidth()
	}
	return c.made, nil
}

// number gives the numbers of the tables to the slots.
func (c *composer) number() {
	for name, n := range c.numbers {
		c.slots[name] = strconv.Itoa(n)
	}
}

// choosePlants draws mistakes that fit, those least used first and of these such as few reports can have, no two at the same place of the report.
func (c *composer) choosePlants() {
	order := c.Perm(len(c.pool.Plants))
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(c.planted[a]-c.planted[b], c.pool.Plants[a].common()-c.pool.Plants[b].common())
	})
	want := 1 + c.IntN(plantsPerCase)
	taken := map[string]bool{}
	for _, i := range order {
		p := &c.pool.Plants[i]
		key := p.place()
		if len(c.plants) == want || taken[key] || !c.fits(p.Where) || c.spokenOf(p.Where) || !c.possible(p) {
			continue
		}
		taken[key] = true
		c.speak(p.Where)
		c.plants = append(c.plants, i)
		c.planted[i]++
		if p.whole() {
			c.use(p.Use)
			return // it changes what all others rest on
		}
	}
}

// whole reports whether a plant changes the report as a whole.
func (p *plant) whole() bool { return p.Use != "" || p.Drop != "" || p.Copy != "" }

// aboutWidth reports whether a mistake may be one of the width of punctuation.
func (p *plant) aboutWidth() bool { return p.Code == "wording" || p.Code == "contact.malformed" }

// common is 1 for a mistake that reports of the edition most reports have can have, too.
func (p *plant) common() int {
	if len(p.Editions) == 0 || slices.Contains(p.Editions, "gb-2021") {
		return 1
	}
	return 0
}

// possible reports whether the report has what a plant changes.
func (c *composer) possible(p *plant) bool {
	switch {
	case p.whole() && len(c.plants) > 0, p.Last != nil && c.year == c.edition.From, p.Omit != "" && !c.current():
		return false
	case p.Drop+p.Empty != "":
		return c.part(p.Drop+p.Empty) != nil
	case p.Text != "" && p.At == "overview" && p.Aspect == "":
		return !c.current()
	}
	return true
}

// place is where a plant stands: no two may share it.
func (p *plant) place() string {
	switch {
	case p.Omit != "":
		return "overview" + p.Omit
	case p.Empty != "":
		return p.Empty
	}
	return p.At + p.Aspect
}

// use takes the tables, and for the old shapes the outline, of another edition than the year's.
func (c *composer) use(id string) {
	if id == "" {
		return
	}
	was := c.edition
	c.edition = c.editions.Get(id)
	if !c.current() || was.From < 2019 {
		c.wording = id
	}
	c.report.Edition, c.report.Figures = id, report.Figures{}
	c.fillTables()
	c.number()
}

func (c *composer) speak(w Where) {
	for _, about := range w.About {
		c.spoken[about] = true
	}
}

func (c *composer) spokenOf(w Where) bool {
	return slices.ContainsFunc(w.About, func(about string) bool { return c.spoken[about] })
}

func (c *composer) fits(w Where) bool {
	if len(w.Kinds) > 0 && !slices.Contains(w.Kinds, c.agency.Kind) || len(w.Editions) > 0 && !slices.Contains(w.Editions, c.wording) {
		return false
	}
	if m := rangePat.FindStringSubmatch(w.Years); m != nil && (strconv.Itoa(c.year) < m[1] || strconv.Itoa(c.year) > m[2]) {
		return false
	}
	if !slices.Contains([]string{"", "title", "preface", "signature", "closing", "attachment"}, w.At) && c.part(w.At) == nil {
		return false
	}
	if w.At == "attachment" && c.edition.ID != "gb-2014" || w.Aspect != "" && !c.current() {
		return false
	}
	for name, want := range w.When {
		n, known := c.numbers[name]
		if least, more := strings.CutPrefix(want, ">"); more {
			limit, _ := strconv.Atoi(least)
			if !known || n <= limit {
				return false
			}
		} else if limit, err := strconv.Atoi(want); err != nil || !known || n != limit {
			return false
		}
	}
	return true
}

// current reports whether the overview has the five aspects.
func (c *composer) current() bool { return c.edition.From >= 2019 }

// part finds an outline entry by its meaning.
func (c *composer) part(means string) *report.Part {
	i := slices.IndexFunc(c.edition.Outline, func(p report.Part) bool { return p.Means == means && !p.Attachment })
	if i < 0 {
		return nil
	}
	return &c.edition.Outline[i]
}

// draw picks a sentence for a place that was not used yet, one least drawn so far; "" when there is none.
func (c *composer) draw(at, aspect string) (string, error) {
	order := c.Perm(len(c.pool.Sentences))
	slices.SortStableFunc(order, func(a, b int) int { return c.drawn[a] - c.drawn[b] })
	for _, i := range order {
		s := &c.pool.Sentences[i]
		if c.used[i] || s.At != at || s.Aspect != aspect || !c.fits(s.Where) || c.spokenOf(s.Where) {
			continue
		}
		c.used[i] = true
		c.drawn[i]++
		c.speak(s.Where)
		filled, err := c.fill(s.Where, s.Text)
		if err != nil {
			return "", err
		}
		return filled[0], nil
	}
	return "", nil
}
