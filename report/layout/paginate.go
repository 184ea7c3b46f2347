package layout

import "nianbao/report/document/gbt9704"

// pager puts pieces on pages.
type pager struct {
	*layouter
	page *Page
	// y is where the next piece may stand, from the upper edge of the text block; after is the blank that it keeps from above.
	y, after Length
	// rows are those of a table that stand on the page and are not drawn yet.
	rows []placedRow
}

// paginate puts the pieces on pages. Pieces that keep together go on the next page together, unless one page cannot hold them.
func (l *layouter) paginate() {
	p := &pager{layouter: l}
	p.next(nil)
	for i := 0; i < len(l.pieces); {
		end := i + 1
		for end < len(l.pieces) && l.pieces[end-1].keep && !l.pieces[end].fresh {
			end++
		}
		chain := l.pieces[i:end]
		if chain[0].fresh && i > 0 || !p.fits(chain, p.y, p.after) && p.fits(chain, p.top(&chain[0]), 0) {
			p.next(&chain[0])
		}
		for j := range chain {
			p.put(&chain[j])
		}
		i = end
	}
	p.draw()
}

// top is where a piece stands on a page of its own: below the header rows of its table.
func (p *pager) top(piece *piece) Length {
	if t := piece.table; t != nil && piece.row >= t.heads {
		return t.headHeight
	}
	return 0
}

// fits reports whether pieces find room on the page from y on.
func (p *pager) fits(pieces []piece, y, after Length) bool {
	for i := range pieces {
		y = place(&pieces[i], y, after) + pieces[i].height
		if y > gbt9704.TextHeight {
			return false
		}
		after = pieces[i].after
	}
	return true
}

// place is where a piece stands that comes at y. What is blank above is nothing at the top of a page.
func place(p *piece, y, after Length) Length {
	if y > 0 {
		y += max(p.before, after)
	}
	return y
}

// put puts a piece on the page, or on the next one where this has no room for it.
func (p *pager) put(piece *piece) {
	if len(p.rows) > 0 && p.rows[0].table != piece.table {
		p.draw()
	}
	if piece.table != nil {
		p.putRow(piece)
		return
	}
	y := place(piece, p.y, p.after)
	if y+piece.height > gbt9704.TextHeight && p.y > 0 {
		p.next(piece)
		y = 0
	}
	switch {
	case piece.line != nil:
		p.show(piece.line, y)
	case y == 0:
		return // no gap at the top of a page
	}
	p.y, p.after = y+piece.height, piece.after
}

// next begins a page; where it goes on with a table, with its header rows.
func (p *pager) next(piece *piece) {
	p.draw()
	p.pages.Pages = append(p.pages.Pages, Page{})
	p.page = &p.pages.Pages[len(p.pages.Pages)-1]
	p.y, p.after = 0, 0
	if piece == nil || piece.table == nil || piece.row < piece.table.heads {
		return
	}
	for i := range piece.table.heads {
		h := piece.table.rows[i].height
		p.rows = append(p.rows, placedRow{table: piece.table, row: i, y: p.y, height: h, repeated: true})
		p.y += h
	}
}

// show draws a line of text, or a picture, at y.
func (p *pager) show(line *line, y Length) {
	page := len(p.pages.Pages) - 1
	y += gbt9704.TextTop
	for _, r := range line.rules {
		r.Y += y
		p.page.Rules = append(p.page.Rules, r)
	}
	for _, r := range line.runs {
		r.Y += y
		p.page.Runs = append(p.page.Runs, r)
		p.stands(r.Node, page, y)
	}
	for _, link := range line.links {
		link.Y = y
		p.page.Links = append(p.page.Links, link)
	}
}
