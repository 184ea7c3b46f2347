package layout

import "nianbao/report/document/gbt9704"

// draw draws the rows of the table that stand on the page: rules, then text.
func (p *pager) draw() {
	rows := p.rows
	p.rows = p.rows[:0]
	if len(rows) == 0 {
		return
	}
	t := rows[0].table
	t.rules(p.page, rows)
	page := len(p.pages.Pages) - 1
	columns := len(t.edges) - 1
	for i := range rows {
		r := &rows[i]
		if !r.repeated {
			p.stands(t.rows[r.row].node, page, gbt9704.TextTop+r.y)
		}
		last := -1
		for _, at := range t.owner[r.row*columns : (r.row+1)*columns] {
			c := &t.cells[at]
			// a cell is drawn in the first of its rows on the page
			if at != last && (c.row == r.row || i == 0 || rows[i-1].repeated && !r.repeated) {
				p.cell(t, c, rows[i:])
			}
			last = at
		}
	}
}

// cell draws what a cell has to show in the rows, which begin with its first one on this page.
func (p *pager) cell(t *table, c *tableCell, rows []placedRow) {
	repeated := rows[0].repeated
	height, end := Length(0), 0
	for _, r := range rows {
		if r.row >= c.end() || r.repeated != repeated {
			break
		}
		height += r.height
		if end = r.row + 1; r.more {
			end = r.row
		}
	}
	lines := c.lines[c.next:]
	if repeated {
		lines = c.lines
	}
	if room := t.room(height); end < c.end() && len(lines) > room {
		lines = lines[:room]
	}
	if !repeated {
		p.stands(c.node, len(p.pages.Pages)-1, gbt9704.TextTop+rows[0].y)
		c.next += len(lines)
	}
	y := rows[0].y + (height-Length(len(lines))*t.Line)/2
	for i := range lines {
		if repeated {
			p.again(&lines[i], y)
		} else {
			p.show(&lines[i], y)
		}
		y += t.Line
	}
}

// again draws a line that stands on an earlier page already.
func (p *pager) again(line *line, y Length) {
	for _, r := range line.runs {
		r.Y += gbt9704.TextTop + y
		r.Node = Artifact
		p.page.Runs = append(p.page.Runs, r)
	}
}

// rules draws the rules around cells, each as long as it goes.
func (t *table) rules(page *Page, rows []placedRow) {
	columns := len(t.edges) - 1
	owner := func(i, column int) int {
		if i < 0 || i >= len(rows) || column < 0 || column >= columns {
			return -1
		}
		return t.owner[rows[i].row*columns+column]
	}
	edge := func(i int) Length {
		if i < len(rows) {
			return gbt9704.TextTop + rows[i].y
		}
		return gbt9704.TextTop + rows[i-1].y + rows[i-1].height
	}
	const half = gbt9704.RuleWidth / 2
	for i := range len(rows) + 1 {
		for from := 0; from < columns; from++ {
			to := from
			for to < columns && owner(i-1, to) != owner(i, to) {
				to++
			}
			if to > from {
				page.Rules = append(page.Rules, Rule{Node: Artifact, X: t.edges[from] - half, Y: edge(i) - half, Width: t.edges[to] - t.edges[from] + 2*half, Height: 2 * half})
				from = to
			}
		}
	}
	for column := range columns + 1 {
		for from := 0; from < len(rows); from++ {
			to := from
			for to < len(rows) && owner(to, column-1) != owner(to, column) {
				to++
			}
			if to > from {
				page.Rules = append(page.Rules, Rule{Node: Artifact, X: t.edges[column] - half, Y: edge(from) - half, Width: 2 * half, Height: edge(to) - edge(from) + 2*half})
				from = to
			}
		}
	}
}
