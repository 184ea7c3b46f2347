package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"nianbao/report/document"
	"nianbao/report/export/docx"
)

// checkTables holds the tables of a document.xml to what Word demands: the cells of each row fill the grid, and a cell that goes
// on from above stands under one of the same place and width.
func checkTables(t testing.TB, part string) {
	t.Helper()
	type val struct {
		Val string `xml:"val,attr"`
	}
	var doc struct {
		Body struct {
			Tables []struct {
				Grid []struct {
					W int `xml:"w,attr"`
				} `xml:"tblGrid>gridCol"`
				Rows []struct {
					CantSplit *val `xml:"trPr>cantSplit"`
					Cells     []struct {
						Width struct {
							W int `xml:"w,attr"`
						} `xml:"tcPr>tcW"`
						Span *struct {
							Val int `xml:"val,attr"`
						} `xml:"tcPr>gridSpan"`
						Merge      *val       `xml:"tcPr>vMerge"`
						Paragraphs []struct{} `xml:"p"`
					} `xml:"tc"`
				} `xml:"tr"`
			} `xml:"tbl"`
		} `xml:"body"`
	}
	if err := xml.NewDecoder(strings.NewReader(part)).Decode(&doc); err != nil {
		t.Fatal(err)
	}
	for i, table := range doc.Body.Tables {
		whole := 0
		for _, column := range table.Grid {
			whole += column.W
		}
		if whole != 8844 {
			t.Errorf("table %d is %d wide, want %d", i, whole, 8844)
		}
		merged := make([]int, len(table.Grid)) // the width of the merge at its first column, in columns
		for r, row := range table.Rows {
			if row.CantSplit == nil {
				t.Errorf("table %d row %d may be split", i, r)
			}
			at := 0
			for _, cell := range row.Cells {
				n := 1
				if cell.Span != nil {
					n = cell.Span.Val
				}
				if at+n > len(table.Grid) {
					t.Fatalf("table %d row %d is wider than the grid", i, r)
				}
				width := 0
				for _, column := range table.Grid[at : at+n] {
					width += column.W
				}
				if cell.Width.W != width {
					t.Errorf("table %d row %d column %d: %d wide, want %d", i, r, at, cell.Width.W, width)
				}
				switch {
				case cell.Merge == nil:
					merged[at] = 0
				case cell.Merge.Val == "restart":
					merged[at] = n
				case merged[at] != n:
					t.Errorf("table %d row %d column %d goes on from nothing", i, r, at)
				}
				if len(cell.Paragraphs) == 0 {
					t.Errorf("table %d row %d column %d has no paragraph", i, r, at)
				}
				at += n
			}
			if at != len(table.Grid) {
				t.Errorf("table %d row %d fills %d of %d columns", i, r, at, len(table.Grid))
			}
		}
	}
}

// documentXML unpacks word/document.xml.
func documentXML(t testing.TB, file []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestOfficialTablesInDOCX(t *testing.T) {
	for _, c := range []struct {
		edition               string
		tables, header, cells int
	}{
		{"gb-2008", 0, 0, 0}, {"gb-2014", 1, 1, 65}, {"gb-2019", 3, 6, 22 + 161 + 15}, {"gb-2021", 3, 6, 10 + 175 + 15},
	} {
		e, r := sample(t, c.edition)
		for id := range r.Figures {
			r.Figures[id] = "4711"
		}
		part := documentXML(t, written(t, "docx", e, r, options))
		if got := strings.Count(part, "<w:tbl>"); got != c.tables {
			t.Errorf("%s: %d tables, want %d", c.edition, got, c.tables)
		}
		if got := strings.Count(part, "<w:tblHeader/>"); got != c.header {
			t.Errorf("%s: %d header rows, want %d", c.edition, got, c.header)
		}
		if got := strings.Count(part, ">4711"); got != c.cells {
			t.Errorf("%s: %d figures, want %d", c.edition, got, c.cells)
		}
		checkTables(t, part)
	}
}

// A table whose cells do not fit together must still make a file.
func TestBrokenTableInDOCX(t *testing.T) {
	cell := func(column, columns, rows int) document.Cell {
		return document.Cell{Text: "x", Column: column, ColumnSpan: columns, RowSpan: rows}
	}
	d := &document.Document{Sections: []document.Section{{Blocks: []document.Block{&document.Table{Columns: 3, Rows: []document.Row{
		{Cells: []document.Cell{cell(0, 2, 9), cell(1, 7, 1)}},
		{Cells: []document.Cell{cell(0, 3, 1)}},
		{},
	}}}}}}
	var out bytes.Buffer
	if err := docx.Write(&out, d, options); err != nil {
		t.Fatal(err)
	}
	checkTables(t, documentXML(t, out.Bytes()))
}
