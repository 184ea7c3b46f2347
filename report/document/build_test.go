package document

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// drawn is a table as its grid: a letter for each cell in the order in which cells begin, "." where none is.
func drawn(t *testing.T, table *Table) string {
	t.Helper()
	grid := make([][]byte, len(table.Rows))
	for i := range grid {
		grid[i] = []byte(strings.Repeat(".", table.Columns))
	}
	letter := byte('a')
	for i, row := range table.Rows {
		for _, c := range row.Cells {
			for y := range c.RowSpan {
				for x := range c.ColumnSpan {
					if i+y >= len(grid) || c.Column+x >= table.Columns || grid[i+y][c.Column+x] != '.' {
						t.Fatalf("cell %c %+v of row %d has no place", letter, c, i)
					}
					grid[i+y][c.Column+x] = letter
				}
			}
			letter++
		}
	}
	lines := make([]string, len(grid))
	for i, line := range grid {
		lines[i] = string(line)
	}
	return strings.Join(lines, " ")
}

func texts(table *Table) []string {
	var all []string
	for _, row := range table.Rows {
		for _, c := range row.Cells {
			all = append(all, c.Text)
		}
	}
	return all
}

func TestTableBuilder(t *testing.T) {
	for _, c := range []struct {
		name, want string
		build      func(*TableBuilder)
	}{
		{"plain", "ab cd", func(b *TableBuilder) {
			b.Row()
			b.Cell("", 1, 1)
			b.Cell("", 1, 1)
			b.Row()
			b.Cell("", 1, 1)
			b.Cell("", 1, 1)
		}},
		{"without a row", "ab", func(b *TableBuilder) { b.Cell("", 1, 1); b.Cell("", 1, 1) }},
		{"spans", "aab cdb", func(b *TableBuilder) {
			b.Row()
			b.Cell("", 2, 1)
			b.Cell("", 1, 2)
			b.Row()
			b.Cell("", 1, 1)
			b.Cell("", 1, 1)
		}},
		{"past a cell from above", "abc dbe fgh", func(b *TableBuilder) {
			b.Row()
			b.Cell("", 1, 1)
			b.Cell("", 1, 2)
			b.Cell("", 1, 1)
			b.Row()
			b.Cell("", 1, 1)
			b.Cell("", 1, 1)
			b.Row()
			b.Cell("", 1, 1)
			b.Cell("", 1, 1)
			b.Cell("", 1, 1)
		}},
		{"not over a cell from above", "ab cb", func(b *TableBuilder) {
			b.Row()
			b.Cell("", 1, 1)
			b.Cell("", 1, 2)
			b.Row()
			b.Cell("", 2, 1)
		}},
		{"spans below 1", "ab", func(b *TableBuilder) { b.Cell("", 0, -1); b.Cell("", -3, 0) }},
		{"past the last row", "ab ac", func(b *TableBuilder) {
			b.Cell("", 1, 9)
			b.Cell("", 1, 1)
			b.Row()
			b.Cell("", 1, 1)
		}},
		{"rows without cells", "ab a. ac", func(b *TableBuilder) {
			b.Cell("", 1, 3)
			b.Cell("", 1, 1)
			b.Row()
			b.Row()
			b.Cell("", 1, 1)
		}},
		{"short row", "abc d..", func(b *TableBuilder) {
			b.Cell("", 1, 1)
			b.Cell("", 1, 1)
			b.Cell("", 1, 1)
			b.Row()
			b.Cell("", 1, 1)
		}},
		{"skipped columns", "ab. ..c", func(b *TableBuilder) {
			b.Cell("", 1, 1)
			b.Cell("", 1, 1)
			b.Row()
			b.Skip(2)
			b.Cell("", 1, 1)
		}},
		{"continued", "ab ac ad", func(b *TableBuilder) {
			b.Cell("", 1, 1)
			b.Cell("", 1, 1)
			for range 2 {
				b.Row()
				b.Continue("", 1)
				b.Cell("", 1, 1)
			}
		}},
		{"continued in the middle", "abbc dbbe", func(b *TableBuilder) {
			b.Cell("", 1, 1)
			b.Cell("", 2, 1)
			b.Cell("", 1, 1)
			b.Row()
			b.Cell("", 1, 1)
			b.Continue("", 2)
			b.Cell("", 1, 1)
		}},
		{"continued in parts", "aab aac", func(b *TableBuilder) {
			b.Cell("", 2, 1)
			b.Cell("", 1, 1)
			b.Row()
			b.Continue("", 1)
			b.Continue("", 1)
			b.Cell("", 1, 1)
		}},
		{"continued after a gap", "ab .c de", func(b *TableBuilder) {
			b.Cell("", 1, 1)
			b.Cell("", 1, 1)
			b.Row()
			b.Skip(1)
			b.Cell("", 1, 1)
			b.Row()
			b.Continue("", 1)
			b.Cell("", 1, 1)
		}},
		{"continued from its middle", "aa. bcc", func(b *TableBuilder) {
			b.Cell("", 2, 1)
			b.Row()
			b.Cell("", 1, 1)
			b.Continue("", 2)
		}},
		{"nothing to continue", "ab", func(b *TableBuilder) { b.Continue("", 1); b.Continue("", 1) }},
	} {
		b := &Builder{}
		table := b.NewTable()
		c.build(table)
		b.Table(table)
		if len(b.Blocks()) != 1 {
			t.Fatalf("%s: %d blocks", c.name, len(b.Blocks()))
		}
		if got := drawn(t, b.Blocks()[0].(*Table)); got != c.want || b.Cut {
			t.Errorf("%s: got %s, want %s; cut %v", c.name, got, c.want, b.Cut)
		}
	}
}

func TestTableBuilderText(t *testing.T) {
	b := &Builder{}
	table := b.NewTable()
	table.Cell("　本年\n新制作 ", 1, 1)
	table.Cell("\x00", 1, 1)
	table.Row()
	table.Continue(" 数量 ", 1)
	table.Row()
	table.Continue("", 1)
	b.Table(table)
	if got, want := texts(b.Blocks()[0].(*Table)), []string{"本年\n新制作\n数量", ""}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestBuilder(t *testing.T) {
	b := &Builder{}
	b.Paragraph("　　一、总体情况\u00a0", 1)
	b.Paragraph(" \u3000\x00", 0)
	outer := b.NewTable()
	outer.Cell("外", 1, 1)
	inner := b.NewTable()
	inner.Cell("内", 1, 1)
	b.Table(inner)
	outer.Cell("外", 1, 1)
	b.Table(outer)
	b.Table(b.NewTable())
	b.Paragraph("完", 0)
	d := b.Document()
	if len(d.Sections) != 1 || d.Sections[0].Heading != "" || b.Cut {
		t.Fatalf("%d sections, cut %v", len(d.Sections), b.Cut)
	}
	var got []string
	for _, block := range d.Sections[0].Blocks {
		switch block := block.(type) {
		case *Paragraph:
			got = append(got, fmt.Sprint(block.Level, " ", block.Text))
		case *Table:
			got = append(got, texts(block)...)
		}
	}
	if want := []string{"1 一、总体情况", "内", "外", "外", "0 完"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What is beyond a limit is left out and said to be; what is within stays.
func TestBuilderLimits(t *testing.T) {
	table := func(b *Builder, build func(*TableBuilder)) *Table {
		tb := b.NewTable()
		build(tb)
		b.Table(tb)
		return b.Blocks()[len(b.Blocks())-1].(*Table)
	}
	for _, c := range []struct {
		name  string
		build func(*Builder) (got, want int)
	}{
		{"columns", func(b *Builder) (int, int) {
			return table(b, func(tb *TableBuilder) {
				for range 10_000 {
					tb.Cell("1", 1, 1)
				}
			}).Columns, MaxColumns
		}},
		{"rows", func(b *Builder) (int, int) {
			return len(table(b, func(tb *TableBuilder) {
				for range MaxRows + 1 {
					tb.Row()
					tb.Cell("1", 1, 1)
				}
			}).Rows), MaxRows
		}},
		{"cells", func(b *Builder) (int, int) {
			for range MaxCells/200 + 1 {
				table(b, func(tb *TableBuilder) {
					for range 199 {
						tb.Cell("", 1, 1)
					}
				})
			}
			return len(b.Blocks()), MaxCells / 200
		}},
		{"rows without cells", func(b *Builder) (int, int) {
			rows := 0
			for range MaxCells / MaxRows {
				rows += len(table(b, func(tb *TableBuilder) {
					tb.Cell("", 1, 1)
					for range MaxRows - 1 {
						tb.Row()
					}
				}).Rows)
			}
			return rows + MaxCells/MaxRows, MaxCells
		}},
		{"blocks", func(b *Builder) (int, int) {
			for range MaxBlocks + 1 {
				b.Paragraph("一", 0)
			}
			return len(b.Blocks()), MaxBlocks
		}},
		{"text", func(b *Builder) (int, int) {
			b.Paragraph(strings.Repeat("a", MaxText-1), 0)
			b.Paragraph("一", 0)
			b.Paragraph("a", 0)
			return len(b.Blocks()), 2
		}},
		{"text of cells", func(b *Builder) (int, int) {
			return len(table(b, func(tb *TableBuilder) {
				tb.Cell(strings.Repeat("a", MaxText), 1, 1)
				tb.Cell("一", 1, 1)
				tb.Row()
				tb.Continue("一", 1)
			}).Rows[0].Cells), 1
		}},
	} {
		b := &Builder{}
		if got, want := c.build(b); got != want || !b.Cut {
			t.Errorf("%s: got %d, want %d; cut %v", c.name, got, want, b.Cut)
		}
	}
	b := &Builder{}
	if got := table(b, func(tb *TableBuilder) { tb.Cell("题", 10_000, 10_000) }); got.Columns != MaxColumns || got.Rows[0].Cells[0].RowSpan != 1 {
		t.Errorf("absurd spans: got %d columns, %+v", got.Columns, got.Rows[0].Cells[0])
	}
}

// FuzzTableBuilder builds a table from any calls: no two cells take the same place.
func FuzzTableBuilder(f *testing.F) {
	f.Add([]byte{0, 1, 18, 3, 0, 2, 33, 0, 2, 1})
	f.Fuzz(func(t *testing.T, calls []byte) {
		b := &Builder{}
		table := b.NewTable()
		for _, call := range calls {
			n, m := int(call>>2)%5, int(call>>5)%5
			switch call % 4 {
			case 0:
				table.Row()
			case 1:
				table.Cell("1", n, m)
			case 2:
				table.Continue("1", n)
			case 3:
				table.Skip(n)
			}
		}
		b.Table(table)
		for _, block := range b.Blocks() {
			drawn(t, block.(*Table))
		}
	})
}
