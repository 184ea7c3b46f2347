package specimen

import (
	"strconv"
	"strings"

	"nianbao/report"
)

// figures are the cells of a table as they are typed, by id. The truth gets them in canonical form.
func (m *maker) figures(t *report.Table, on func(row string) bool) map[string]string {
	numbers := map[string]int{}
	switch t.Key {
	case "requests":
		m.requestNumbers(t, numbers)
	case "statistics":
		m.statisticNumbers(t, numbers)
	default:
		for _, c := range t.Cells {
			numbers[c.ID] = m.small(0.45, 40)
			if c.Kind == report.KindChange {
				numbers[c.ID] -= m.small(0.6, 40)
			}
		}
	}
	m.total(t, numbers)
	if m.shape("figures.unbalanced", 0.12) {
		for range m.between(1, 4) {
			numbers[t.Cells[m.IntN(len(t.Cells))].ID] += m.between(1, 9)
		}
	}
	if m.shape("figures.all_zero", 0.15) {
		clear(numbers)
	}
	typing := m.typing()
	typed := map[string]string{}
	for _, c := range t.Cells {
		if c.Optional && !on(c.Row) {
			continue
		}
		typed[c.ID] = typing.write(m, c, numbers[c.ID])
		m.want.Figures[c.ID] = report.ParseValue(c.Kind, typed[c.ID]).Text
	}
	return typed
}

// small is 0 with a probability, else a number up to a size that now and then is far larger.
func (m *maker) small(zero float64, size int) int {
	switch {
	case m.chance(zero):
		return 0
	case m.chance(0.08):
		return m.between(1, size*60)
	}
	return m.between(1, size)
}

// requestNumbers draws the results column by column, then what came in, so that the columns balance.
func (m *maker) requestNumbers(t *report.Table, numbers map[string]int) {
	for _, column := range t.Blocks[0].LeafColumns() {
		if column.Key == "total" {
			continue
		}
		size := m.agency.size / 30
		if column.Key == "natural_person" {
			size = m.agency.size / 4
		}
		done := 0
		at := func(row string) string { return t.Key + "." + row + "." + column.Key }
		for _, row := range t.Blocks[0].LeafRows() {
			switch row.Key {
			case "received", "carried_in", "carried_over", "result_total":
				continue
			}
			if size > 0 && m.chance(0.35) {
				numbers[at(row.Key)] = m.IntN(size + 1)
				done += numbers[at(row.Key)]
			}
		}
		over := m.IntN(size/4 + 1)
		in := min(m.IntN(size/4+1), done+over)
		numbers[at("carried_over")], numbers[at("carried_in")], numbers[at("received")] = over, in, done+over-in
	}
}

func (m *maker) statisticNumbers(t *report.Table, numbers map[string]int) {
	for _, c := range t.Cells {
		size := 30
		if strings.HasPrefix(c.Row, "disclosed") || strings.HasPrefix(c.Row, "via") {
			size = 900
		}
		numbers[c.ID] = m.small(0.5, size)
	}
	for _, r := range t.Relations {
		if r.Op == report.Equal && len(r.Left) == 1 && len(r.Right) > 1 {
			sum := 0
			for _, term := range r.Right {
				sum += numbers[term.Cell.ID]
			}
			numbers[r.Left[0].Cell.ID] = sum
		}
	}
}

func (m *maker) total(t *report.Table, numbers map[string]int) {
	for _, s := range t.Sums {
		sum := 0
		for _, c := range s.Of {
			sum += numbers[c.ID]
		}
		numbers[s.Cell.ID] = sum
	}
}

// typing is how an agency writes figures into a table.
type typing struct {
	// zero writes "none" where there is nothing.
	zero             string
	mixed            bool // and sometimes otherwise
	separators, wide bool
	spaced, unit     bool
	changeWord       bool
	odd              bool
}

var zeros = []string{"0", "", "无", "/", "—", "0件", "\u00a0"}

func (m *maker) typing() typing {
	t := typing{zero: "0"}
	if m.style != "traditional" && m.shape("figures.nil_written", 0.3) {
		t.zero = pick(m, zeros[1:])
		if strings.TrimSpace(t.zero) == "" || t.zero == "\u00a0" {
			m.mark("figures.blank")
		}
	}
	t.mixed = m.shape("figures.nil_mixed", 0.12)
	t.separators = m.shape("figures.separators", 0.3)
	t.wide = m.shape("figures.full_width", 0.06)
	t.spaced = m.shape("figures.spaced", 0.08)
	t.unit = m.shape("figures.unit", 0.06)
	t.changeWord = m.shape("figures.change_word", 0.3)
	t.odd = m.shape("figures.not_a_number", 0.02)
	return t
}

func (t typing) write(m *maker, c *report.Cell, number int) string {
	unit := ""
	if c.Kind != report.KindAmount && (c.Unit == "件" || c.Unit == "项" || c.Unit == "条") {
		unit = c.Unit
	}
	if number == 0 {
		zero := t.zero
		if t.mixed && m.chance(0.2) {
			zero = pick(m, zeros)
		}
		if zero == "0件" && unit == "" {
			zero = "0"
		}
		if zero == "0" && c.PrintUnit && m.chance(0.5) {
			zero = "0万元"
		}
		return t.dress(zero)
	}
	if t.odd && m.chance(0.02) {
		return pick(m, []string{"详见附件", "约30", "若干", "待核实"})
	}
	if c.Kind == report.KindAmount {
		return t.dress(m.amount(c, number))
	}
	text := strconv.Itoa(number)
	if t.separators && number > 999 {
		text = text[:len(text)-3] + "," + text[len(text)-3:]
		if len(text) > 7 {
			text = text[:len(text)-7] + "," + text[len(text)-7:]
		}
	}
	switch {
	case number < 0 && t.changeWord:
		text = pick(m, []string{"减", "减少", "−", "－"}) + strconv.Itoa(-number)
	case number > 0 && c.Kind == report.KindChange && t.changeWord:
		text = pick(m, []string{"增", "增加", "+"}) + text
	}
	if t.unit && m.chance(0.5) {
		text += unit
	}
	return t.dress(text)
}

// amount writes 万元, with the unit, without it, or in 元.
func (m *maker) amount(c *report.Cell, number int) string {
	text := strconv.Itoa(number)
	if m.chance(0.7) {
		text += "." + strconv.Itoa(m.between(1, 9999))
	}
	switch {
	case c.PrintUnit && m.shape("figures.yuan", 0.15):
		return strconv.Itoa(number*1000) + "元"
	case m.chance(0.4):
		return text + "万元"
	}
	return text
}

func (t typing) dress(text string) string {
	if t.wide && !strings.Contains(text, ",") {
		text = strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r - '0' + '０'
			}
			return r
		}, text)
	}
	if t.spaced && text != "" {
		text = " " + text + "\u3000"
	}
	return text
}
