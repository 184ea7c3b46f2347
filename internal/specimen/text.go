package specimen

import "strings"

// text is the page as a crawl or a copy leaves it.
func (m *maker) text() []byte {
	var b strings.Builder
	indent := pick(m, []string{"", "", "　　", "  "})
	apart := pick(m, []string{"\n", "\n", "\n\n"})
	for _, i := range m.items {
		if i.part == partTable {
			b.WriteString(m.textTable(i.table) + "\n")
			if m.style == "markdown" {
				b.WriteString("\n")
			}
			continue
		}
		for _, line := range i.lines {
			switch {
			case m.style == "markdown" && i.part == partTitle:
				line = "# " + line
			case m.style == "markdown" && i.part == partHeading:
				line = "## " + line
			case m.style == "markdown" && i.part == partSubheading:
				line = "### " + line
			case i.part == partText:
				line = indent + line
			}
			if m.style == "markdown" {
				line += "\n"
			}
			b.WriteString(line + apart)
		}
	}
	text := b.String()
	if m.chance(0.3) {
		m.mark("text.crlf")
		text = lineEnds(text)
	}
	encodings := []string{"utf8", "utf8", "utf8", "utf8_bom", "utf16", "utf16_be", "gb18030"}
	return m.encoded(text, pick(m, encodings))
}

// loseCells takes figures from the truth that the style cannot show: where a cell is a line, or stands among
// empty ones, one that is empty leaves no trace.
func (m *maker) loseCells(t *table) {
	if m.format != "text" {
		return
	}
	vanish := m.style == "bare_lines" || m.style == "blank_lines" || m.style == "giant"
	drop := t.key == "requests" && m.shape("text.values_dropped", 0.05)
	for _, row := range t.rows {
		var figures []*cell
		blank := 0
		for x, c := range row {
			if c.id == "" || x > 0 && row[x-1] == c {
				continue
			}
			figures = append(figures, c)
			if strings.Trim(c.text, " \u3000\u00a0") == "" {
				blank++
			}
		}
		if drop && len(figures) == 7 && m.chance(0.2) {
			figures[m.IntN(3)].gone, figures[3+m.IntN(3)].gone = true, true
			blank = 1
			if !vanish {
				blank = -1
			}
		}
		if blank < 0 || vanish && blank > 0 && blank < len(figures) {
			for _, c := range figures {
				m.lost[c.id] = true
			}
		}
	}
}

func (m *maker) textTable(t *table) string {
	switch m.style {
	case "cell_lines":
		end := " |\n"
		if m.shape("text.lone_pipes", 0.3) {
			end = "\n|\n"
		}
		return m.cellLines(t, end, false)
	case "bare_lines":
		return m.cellLines(t, "\n", true)
	case "blank_lines":
		return m.cellLines(t, "\n\n", true)
	case "markdown":
		return m.markdown(t)
	}
	positional := m.style != "giant" && m.shape("text.positional", 0.25)
	var b strings.Builder
	for y, row := range t.rows {
		var cells []string
		for x, c := range row {
			_, _, begins := t.spans(y, x)
			switch {
			case begins && !c.gone:
				cells = append(cells, oneLine(c.text))
				if m.style == "giant" {
					cells = append(cells, "", "")
				}
			case positional:
				cells = append(cells, "")
			}
		}
		used := len(cells)
		for len(cells) < len(row) || m.style == "giant" && len(cells) < 3*len(row) {
			cells = append(cells, "")
		}
		b.WriteString(m.pipes(cells, used))
	}
	return b.String()
}

// pipes is a row of cells; those past used are the empty ones at the end, which stand without blanks.
func (m *maker) pipes(cells []string, used int) string {
	var b strings.Builder
	if m.style != "bare_pipes" {
		b.WriteString("| ")
	}
	for x, c := range cells {
		switch {
		case x >= used:
			b.WriteString("|")
		case m.style == "giant" && c == "":
			b.WriteString("|")
		default:
			b.WriteString(c + " |")
			if x+1 < used && !(x+1 < len(cells) && m.style == "giant" && cells[x+1] == "") {
				b.WriteString(" ")
			} else if x+1 == used && used < len(cells) {
				b.WriteString(" ")
			}
		}
	}
	row := b.String()
	if m.style == "bare_pipes" && used == len(cells) {
		row = strings.TrimSuffix(row, " |")
	}
	if m.chance(0.02) && strings.Count(row, " | ") > 4 {
		m.mark("text.wrapped_row")
		at := strings.LastIndex(strings.TrimRight(row, "| "), " | ")
		row = row[:at+2] + "\n" + strings.TrimLeft(row[at+2:], " ")
	}
	return row + "\n"
}

// cellLines is a cell a line.
func (m *maker) cellLines(t *table, end string, bare bool) string {
	var b strings.Builder
	for y, row := range t.rows {
		for x, c := range row {
			if _, _, begins := t.spans(y, x); !begins || c.gone {
				continue
			}
			text := oneLine(c.text)
			if bare && strings.TrimSpace(text) == "" {
				continue
			}
			if text == "" {
				b.WriteString("|\n")
			} else {
				b.WriteString(text + end)
			}
		}
	}
	return b.String()
}

func (m *maker) markdown(t *table) string {
	again := m.shape("text.merged_repeated", 0.4)
	var b strings.Builder
	for y, row := range t.rows {
		b.WriteString("|")
		for x, c := range row {
			_, _, begins := t.spans(y, x)
			text := ""
			if (begins || again && c.id == "") && !c.gone {
				text = strings.ReplaceAll(c.text, "\n", "<br>")
			}
			b.WriteString(" " + text + " |")
		}
		b.WriteString("\n")
		if y == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", len(row)) + "\n")
		}
	}
	return b.String()
}

func oneLine(text string) string { return strings.ReplaceAll(text, "\n", " ") }
