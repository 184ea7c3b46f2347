package layout

import (
	"slices"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// Cells of broken tables get what is free: each place belongs to one cell, and no text is lost.
func TestGridOf(t *testing.T) {
	cell := func(text string, column, columns, rows int) document.Cell {
		return document.Cell{Text: text, Column: column, ColumnSpan: columns, RowSpan: rows}
	}
	for _, c := range []struct {
		name, want string
		table      document.Table
	}{
		{"plain", "ab cd", document.Table{Columns: 2, Rows: []document.Row{{Cells: []document.Cell{cell("a", 0, 1, 1), cell("b", 1, 1, 1)}},
			{Cells: []document.Cell{cell("c", 0, 1, 1), cell("d", 1, 1, 1)}}}}},
		{"spans", "aab cdb", document.Table{Columns: 3, Rows: []document.Row{{Cells: []document.Cell{cell("a", 0, 2, 1), cell("b", 2, 1, 2)}},
			{Cells: []document.Cell{cell("c", 0, 1, 1), cell("d", 1, 1, 1)}}}}},
		{"past the last row and column", "aa aa", document.Table{Columns: 2, Rows: []document.Row{{Cells: []document.Cell{cell("a", 0, 9, 9)}}, {}}}},
		{"a place that no cell has", ".a b.", document.Table{Columns: 2, Rows: []document.Row{{Cells: []document.Cell{cell("a", 1, 1, 1)}}, {Cells: []document.Cell{cell("b", 0, 1, 1)}}}}},
		{"a place that is taken", "ab cd", document.Table{Columns: 2, Rows: []document.Row{{Cells: []document.Cell{cell("a", 0, 1, 1), cell("b", 0, 1, 1)}},
			{Cells: []document.Cell{cell("c", -1, 0, 0), cell("d", -1, 0, 0)}}}}},
		{"over a cell from above", "ab cb", document.Table{Columns: 2, Rows: []document.Row{{Cells: []document.Cell{cell("a", 0, 1, 1), cell("b", 1, 1, 2)}},
			{Cells: []document.Cell{cell("c", 0, 2, 1)}}}}},
		{"too many", "(a b c)", document.Table{Columns: 1, Rows: []document.Row{{Cells: []document.Cell{cell("a", 0, 1, 1), cell("b", 1, 1, 1), cell("c", 2, 1, 1)}}}}},
	} {
		g := gridOf(&c.table)
		var rows []string
		for row := range c.table.Rows {
			line := ""
			for _, at := range g.owner[row*g.columns : (row+1)*g.columns] {
				switch text := g.cells[at].Text; {
				case text == "":
					line += "."
				case len(text) > 1:
					line += "(" + strings.ReplaceAll(text, "\n", " ") + ")"
				default:
					line += text
				}
			}
			rows = append(rows, line)
		}
		if got := strings.Join(rows, " "); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// The structure of a table names its header rows, its blocks, and what heads what.
func TestTableNodes(t *testing.T) {
	d := official(t, "gb-2021")
	got := dumpNodes(laid(t, d, document.Options{}))
	for _, want := range []string{
		"  table head @", "  head cell of columns 3×3 @", "  head cell of columns 7×1 @", "  head cell of rows 1×22 @", "  head cell of rows 2×1 @", "  table body @", "  cell @",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q", want)
		}
	}
	if got, want := strings.Count(got, "  table @"), 3; got != want {
		t.Errorf("got %d tables, want %d", got, want)
	}
}

// A table that goes on has its frame closed on both pages, and its header rows on both; in the structure they are there once.
func TestTableOverPages(t *testing.T) {
	table := &document.Table{Columns: 2, Rows: []document.Row{{Header: true, Cells: []document.Cell{{Role: document.RoleHead, Text: "栏目"}, {Role: document.RoleHead, Text: "条数", Column: 1}}}}}
	for i := range 40 {
		row := document.Row{Cells: []document.Cell{{Role: document.RoleFigure, Text: "1", Column: 1}}}
		if i == 0 {
			row.Cells = slices.Insert(row.Cells, 0, document.Cell{Role: document.RoleGroup, Text: "全年", RowSpan: 40})
		}
		table.Rows = append(table.Rows, row)
	}
	p := laid(t, doc(table), document.Options{})
	if len(p.Pages) != 2 {
		t.Fatalf("%d pages", len(p.Pages))
	}
	for i := range p.Pages {
		page := &p.Pages[i]
		first := &page.Runs[0]
		if first.text() != "栏目" || (first.Node == Artifact) != (i == 1) {
			t.Errorf("page %d begins with %q of node %d", i+1, first.text(), first.Node)
		}
		top, bottom := gbt9704.PageHeight, Length(0)
		uprights := 0
		for _, r := range page.Rules {
			if r.Width > r.Height {
				top, bottom = min(top, r.Y), max(bottom, r.Y)
			} else {
				uprights++
				if r.Y > gbt9704.TextTop || r.Y+r.Height < bottom {
					t.Errorf("page %d: a rule from %s to %s", i+1, points(r.Y), points(r.Y+r.Height))
				}
			}
		}
		if top > gbt9704.TextTop || bottom < gbt9704.TextTop+20*gbt9704.Point || uprights != 3 {
			t.Errorf("page %d: from %s to %s, %d upright rules", i+1, points(top), points(bottom), uprights)
		}
	}
	if n := strings.Count(dumpNodes(p), "全年"); n != 1 {
		t.Errorf("the label of the group is there %d times", n)
	}
}

// Header rows whose cells reach into the rows below cannot repeat.
func TestHeadsThatReachDown(t *testing.T) {
	table := &document.Table{Columns: 2, Rows: []document.Row{{Header: true, Cells: []document.Cell{{Text: "栏目", RowSpan: 3}, {Text: "条数", Column: 1}}}}}
	for range 40 {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{{Text: "1", Column: 1}}})
	}
	p := laid(t, doc(table), document.Options{})
	if got := p.Pages[1].Runs[0].text(); len(p.Pages) != 2 || got != "1" {
		t.Errorf("%d pages, the second begins with %q", len(p.Pages), got)
	}
}

// The table of requests stands on one page with its heading, and with a line of text over it.
func TestRequestsOnOnePage(t *testing.T) {
	for _, id := range []string{"gb-2019", "gb-2021"} {
		for _, s := range official(t, id).Sections {
			if s.Key != "requests" {
				continue
			}
			s.Blocks = slices.Insert(s.Blocks, 0, document.Block(para("情况见下表。")))
			if got := len(laid(t, &document.Document{Sections: []document.Section{s}}, document.Options{}).Pages); got != 1 {
				t.Errorf("%s: %d pages", id, got)
			}
		}
	}
}

// A figure that its cell has no room for is set smaller, not broken.
func TestLongFigure(t *testing.T) {
	e := edition(t, "gb-2021")
	r := &report.Report{Edition: e.ID, Figures: report.Figures{"requests.received.natural_person": "12345678"},
		Sections: []report.Section{{Key: "requests", Blocks: []report.Block{{Table: "requests"}}}}}
	p := laid(t, compose.Compose(e, r), document.Options{})
	for i := range p.Pages[0].Runs {
		if run := &p.Pages[0].Runs[i]; run.text() == "12345678" {
			if run.Size >= gbt9704.XiaoWu || run.Size < 7*gbt9704.Point {
				t.Errorf("set in %s", points(run.Size))
			}
			return
		}
	}
	t.Error("broken")
}

// In a table of the report's own a column with a long text stands on the left, but for its head; the others stand in the middle.
func TestSidesOfGrid(t *testing.T) {
	e := edition(t, "gb-2021")
	r := &report.Report{Edition: e.ID, Sections: []report.Section{{Blocks: []report.Block{{Grid: [][]string{{"单位", "说明"}, {"水利局", "无"}, {"镇政府", strings.Repeat("长", 60)}}}}}}}
	p := laid(t, compose.Compose(e, r), document.Options{})
	x := map[string]Length{}
	for i := range p.Pages[0].Runs {
		run := &p.Pages[0].Runs[i]
		x[run.text()] = run.X
	}
	column := gbt9704.TextLeft + gbt9704.ColumnWidths(compose.Compose(e, r).Sections[0].Blocks[0].(*document.Table))[0]
	if got, want := x["无"], column+2*gbt9704.CellMargin; got != want {
		t.Errorf("text on the left: at %s, want %s", points(got), points(want))
	}
	if got := x["说明"]; got < column+10*gbt9704.Em {
		t.Errorf("head in the middle: at %s", points(got))
	}
	if got := x["水利局"]; got < gbt9704.TextLeft+3*gbt9704.CellMargin {
		t.Errorf("short text in the middle: at %s", points(got))
	}
}

// A row that no page can hold is split, but not so that a line or two of it stand at the foot of a page.
func TestRowOfManyPages(t *testing.T) {
	for _, c := range []struct{ above, page int }{{0, 0}, {15, 0}, {21, 1}} {
		blocks := []document.Block{tableOf("栏目|" + strings.Repeat("长", 3_000))}
		if c.above > 0 {
			blocks = append([]document.Block{linesOfText(c.above)}, blocks...)
		}
		p := laid(t, doc(blocks...), document.Options{})
		i := slices.IndexFunc(p.Nodes, func(n Node) bool { return n.Kind == KindTable })
		if got := p.Nodes[i].Page; got != c.page {
			t.Errorf("below %d lines: it begins on page %d, want %d", c.above, got+1, c.page+1)
		}
	}
}

// Digits and Latin letters have the font that the installation wants for them.
func TestLatinFont(t *testing.T) {
	const name = "Noto Sans CJK SC"
	f, notes := LoadFonts(document.Fonts{Latin: name}, shipped()...)
	if f == nil || f.Faces()[Latin] == nil {
		t.Fatalf("no font: %v", notes)
	}
	p := Lay(doc(para("共12条")), f, document.Options{})
	var got []string
	for i := range p.Pages[0].Runs[:3] {
		r := &p.Pages[0].Runs[i]
		got = append(got, dumpRoles[p.Faces[r.Face].Role]+" "+r.text())
	}
	if want := []string{"Fang 共", "Latin 12", "Fang 条"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
