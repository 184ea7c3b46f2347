package intake

import (
	"slices"
	"strconv"

	"nianbao/report"
)

// sections are the headings with what stands below each. A table that stands under another section's heading because its own is
// missing begins its own section, without heading.
func (s *structuring) sections() []report.Section {
	var out []report.Section
	keys := s.headingKeys()
	next, extras := 0, 0
	begin := func(key, heading string) *report.Section {
		if key == "" {
			extras++
			key = "extra_" + strconv.Itoa(extras)
		}
		out = append(out, report.Section{Key: key, Heading: heading})
		return &out[len(out)-1]
	}
	has := func(key string) bool {
		return slices.Contains(keys, key) || slices.ContainsFunc(out, func(r report.Section) bool { return r.Key == key })
	}
	var now *report.Section
	for i := range s.items {
		if now != nil && now.Heading != "" && s.tableTitle(i, now.Key) {
			s.places[i] = placeUnplaced
		}
		if next < len(s.headings) && s.headings[next].item == i {
			h := s.headings[next]
			now = begin(keys[next], h.text)
			if h.rest != "" {
				now.Blocks = append(now.Blocks, report.Block{Text: h.rest})
			}
			next++
			continue
		}
		if s.places[i] != placeBody || next > 0 && i <= s.headings[next-1].last {
			continue
		}
		it := &s.items[i]
		if it.table != "" {
			if home := s.home(it.table); home != "" && !has(home) && (now == nil || now.Key != home && s.onlyTablesFollow(i, next)) {
				now = begin(home, "")
			}
		}
		if now == nil {
			key := ""
			if s.overview >= 0 && !has(overviewKey(s.outline)) {
				key = overviewKey(s.outline)
			}
			now = begin(key, "")
		}
		now.Blocks = append(now.Blocks, it.block())
	}
	return out
}

// tableTitle reports whether a line is the title of the table below it: it only repeats the name of the section, which has a heading.
func (s *structuring) tableTitle(i int, key string) bool {
	m := &s.marks[i]
	if s.places[i] != placeBody || !m.alone || m.style != styleNone || m.best < headingCertain || i+1 >= len(s.items) || s.items[i+1].table == "" {
		return false
	}
	if s.outline == nil {
		return false
	}
	part := s.outline.Part(key)
	return part != nil && part.Means == m.means && slices.Contains(part.Tables, s.items[i+1].table)
}

// home is the key of the section that a table stands in by default; "" where that is an attachment.
func (s *structuring) home(table string) string {
	if s.outline == nil {
		return ""
	}
	for _, p := range s.outline.Outline {
		if slices.Contains(p.Tables, table) && !p.Attachment {
			return p.Key
		}
	}
	return ""
}

// onlyTablesFollow reports whether no text stands between a table and the next heading.
func (s *structuring) onlyTablesFollow(i, next int) bool {
	end := s.bodyEnd
	if next < len(s.headings) {
		end = s.headings[next].item
	}
	for ; i < end; i++ {
		if s.places[i] == placeBody && s.items[i].text != "" {
			return false
		}
	}
	return true
}

func overviewKey(e *report.Edition) string {
	if e != nil {
		for _, p := range e.Outline {
			if p.Means == "overview" {
				return p.Key
			}
		}
	}
	return "overview"
}

// headingKeys give each heading its key: an outline key once, to the heading that fits it best; "" for the others.
func (s *structuring) headingKeys() []string {
	keys := make([]string, len(s.headings))
	if s.outline == nil {
		return keys
	}
	type fit struct {
		heading int
		key     string
		score   float64
	}
	var fits []fit
	for i, h := range s.headings {
		for _, p := range s.outline.Outline {
			score := h.scores[p.Means]
			if p.Attachment || score < headingFits {
				continue
			}
			if h.table != "" && slices.Contains(p.Tables, h.table) {
				score += 0.3
			}
			fits = append(fits, fit{i, p.Key, score})
		}
	}
	slices.SortStableFunc(fits, func(a, b fit) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	used := map[string]bool{}
	for _, f := range fits {
		if keys[f.heading] == "" && !used[f.key] {
			keys[f.heading], used[f.key] = f.key, true
		}
	}
	// Whatever it is called, a heading directly above a table that no other section claims is that of its section.
	for i, h := range s.headings {
		if home := s.home(h.table); keys[i] == "" && home != "" && !used[home] {
			keys[i], used[home] = home, true
		}
	}
	return keys
}

// settleEdition takes the edition of the tables; without tables, the one whose outline the headings fit best, among equals the one
// in force in the report year.
func (s *structuring) settleEdition() {
	if s.found.edition != nil {
		s.outline = s.found.edition
		for _, e := range s.found.also {
			if s.report.Year != 0 && e.InForce(s.report.Year) && !s.outline.InForce(s.report.Year) {
				s.outline = e
			}
		}
		s.report.Edition = s.outline.ID
		return
	}
	var best *report.Edition
	bestScore, tied := 0.0, false
	for _, e := range s.editions {
		if s.report.Year != 0 && e.From > s.report.Year {
			continue // only its tables could show that a report is ahead of its time
		}
		score := 0.0
		for _, h := range s.headings {
			most := 0.0
			for _, p := range e.Outline {
				if fits := h.scores[p.Means]; !p.Attachment && fits >= headingFits {
					most = max(most, fits+0.3*likeness(h.text, p.Heading))
				}
			}
			score += most
		}
		// A section that the outline has and the report lacks speaks against it, though less.
		for _, p := range e.Outline {
			if !p.Attachment && !slices.ContainsFunc(s.headings, func(h heading) bool { return h.scores[p.Means] >= headingFits }) {
				score -= 0.25
			}
		}
		if s.report.Year != 0 && e.InForce(s.report.Year) {
			score += 0.6
		}
		switch {
		case best == nil || score > bestScore+1e-9:
			best, bestScore, tied = e, score, false
		case score > bestScore-1e-9:
			tied = true
			best = e // the newer one has the keys
		}
	}
	s.outline = best
	if best != nil && !tied && (bestScore > 0 || s.report.Year != 0 && best.InForce(s.report.Year)) {
		s.report.Edition = best.ID
	}
}
