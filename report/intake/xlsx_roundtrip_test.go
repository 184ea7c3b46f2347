package intake_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/document"
	"nianbao/report/export"
	"nianbao/report/intake"
	"nianbao/report/intake/xlsx"

	"github.com/xuri/excelize/v2"
)

// filled is a report of an edition with every table, and values of all sorts in it, others for every turn.
func filled(e *report.Edition, turn int) *report.Report {
	const agency = "青禾县档案局"
	r := &report.Report{Edition: e.ID, Year: e.From + 1, Agency: agency, Number: "青档〔2023〕4号", Title: e.Title(agency, e.From+1),
		Preface: "本报告说明全年公开工作。\n统计到年底为止。", Figures: report.Figures{}, Signature: report.Signature{Agency: agency, Date: "2023-01-09"},
		Closing: "联系电话：0000-7654321"}
	blocks := func(part report.Part) []report.Block {
		out := []report.Block{{Text: "（一）做法。" + part.Heading + "按季度自查。"}, {Grid: [][]string{{"栏目", "条数"}, {"公告", "12"}, {"问答", "3.50"}}}}
		for _, table := range part.Tables {
			out = append(out, report.Block{Table: table})
		}
		return out
	}
	for _, part := range e.Outline {
		if part.Attachment {
			r.Attachments = append(r.Attachments, report.Attachment{Key: part.Key, Title: "统计表", Heading: part.Heading, Blocks: blocks(part)})
		} else {
			r.Sections = append(r.Sections, report.Section{Key: part.Key, Heading: part.Heading, Blocks: blocks(part)})
		}
	}
	sorts := []string{"0", "17", "", "无", "1234567", "约3件", "/", "999999999999999"}
	amounts := []string{"288.50", "0.000001", "123456789012345.123456", "12", "288.829", "", "-"}
	for _, table := range e.Tables {
		for i, c := range table.Cells {
			i += turn
			switch {
			case c.Computed && i%5 > 0:
				r.Figures[c.ID] = "" // worked out
			case c.Computed:
				r.Figures[c.ID] = "8" // stands, and is not the sum
			case c.Kind == report.KindAmount:
				r.Figures[c.ID] = amounts[i%len(amounts)]
			case c.Kind == report.KindChange && i%2 == 0:
				r.Figures[c.ID] = "-44"
			case !c.Optional || i%3 > 0:
				r.Figures[c.ID] = sorts[i%len(sorts)]
			}
		}
	}
	return r
}

// A workbook gives back what the document says: each figure under its cell id, and every line.
func TestWorkbookGivesBack(t *testing.T) {
	for _, e := range editions(t) {
		blank := filled(e, 0)
		for id := range blank.Figures {
			blank.Figures[id] = ""
		}
		reports := []*report.Report{blank}
		for turn := range 7 {
			reports = append(reports, filled(e, turn))
		}
		for i, r := range reports {
			t.Run(fmt.Sprint(e.ID, " ", i), func(t *testing.T) {
				var out bytes.Buffer
				if _, err := (export.Exporter{}).Write(&out, "xlsx", e, r, document.Options{Draft: true}); err != nil {
					t.Fatal(err)
				}
				got, cut, err := xlsx.Read(out.Bytes())
				if err != nil || cut {
					t.Fatal(cut, err)
				}
				written := compose.Compose(e, r)
				if got.Agency != r.Agency {
					t.Errorf("agency %q", got.Agency)
				}
				figures, want := shown(got), shown(written)
				if !maps.Equal(figures, want) {
					t.Errorf("figures: %s", figuresApart(figures, want))
				}
				if got, want := strings.Join(said(got), "\n"), strings.Join(said(written), "\n"); got != want {
					t.Errorf("got\n%s\nwant\n%s", got, want)
				}
			})
		}
	}
}

func tables(d *document.Document) (out []*document.Table) {
	add := func(blocks []document.Block) {
		for _, b := range blocks {
			if t, ok := b.(*document.Table); ok {
				out = append(out, t)
			}
		}
	}
	for _, s := range d.Sections {
		add(s.Blocks)
	}
	for _, a := range d.Attachments {
		add(a.Blocks)
	}
	return out
}

// shown are the texts of the figures by cell id.
func shown(d *document.Document) report.Figures {
	out := report.Figures{}
	for _, t := range tables(d) {
		for _, row := range t.Rows {
			for _, c := range row.Cells {
				if c.ID != "" {
					out[c.ID] = c.Text
				}
			}
		}
	}
	return out
}

// said are the lines of a document in the order of the page, of a table its cells with their places and spans.
func said(d *document.Document) (out []string) {
	add := func(lines ...string) {
		out = append(out, slices.DeleteFunc(lines, func(l string) bool { return l == "" })...)
	}
	blocks := func(blocks []document.Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case *document.Paragraph:
				add(b.Text)
			case *document.Table:
				for i, row := range b.Rows {
					for _, c := range row.Cells {
						add(fmt.Sprintf("%d %d %d %d %s", i, c.Column, c.ColumnSpan, c.RowSpan, c.Text))
					}
				}
			}
		}
	}
	add(d.Number, d.Title)
	for _, s := range d.Sections {
		add(s.Heading)
		blocks(s.Blocks)
	}
	for _, l := range d.AttachmentLines() {
		add(l.Label + l.Number + l.Title)
	}
	add(d.Signature.Agency, d.Signature.Date)
	blocks(d.Closing)
	for _, a := range d.Attachments {
		add(a.Label, a.Heading)
		blocks(a.Blocks)
	}
	return out
}

// An agency keeps the whole report on one sheet, headings and tables under each other, in several manners; the figures are found.
func TestAgencysWorkbook(t *testing.T) {
	for _, e := range editions(t) {
		if len(e.Tables) == 0 {
			continue
		}
		for name, m := range map[string]manner{
			"apart": {gap: 1, merged: true}, "close": {merged: true}, "moved": {gap: 2, left: 2, merged: true}, "headings not merged": {gap: 1}, "close, not merged": {},
			"a sheet each": {merged: true, sheets: true},
		} {
			t.Run(e.ID+" "+name, func(t *testing.T) {
				r := filled(e, 3)
				for id, v := range r.Figures {
					if v == "" || v == "约3件" || v == "123456789012345.123456" {
						r.Figures[id] = "6"
					}
				}
				for i := range r.Sections {
					r.Sections[i].Blocks = slices.DeleteFunc(r.Sections[i].Blocks, func(b report.Block) bool { return b.Grid != nil })
				}
				for i := range r.Attachments {
					r.Attachments[i].Blocks = slices.DeleteFunc(r.Attachments[i].Blocks, func(b report.Block) bool { return b.Grid != nil })
				}
				data := m.workbook(t, compose.Compose(e, r))
				reading, err := intake.Read(editions(t), "年报.xlsx", data, intake.Options{})
				if err != nil {
					t.Fatal(err)
				}
				if reading.Report.Edition != e.ID || !maps.Equal(reading.Report.Figures, r.Figures) {
					t.Errorf("%s: %s", reading.Report.Edition, figuresApart(reading.Report.Figures, r.Figures))
				}
			})
		}
	}
}

// manner is how an agency lays its sheet out: blank rows between the parts, columns left free, headings merged over the table.
type manner struct {
	gap, left      int
	merged, sheets bool
}

func (m manner) workbook(t *testing.T, d *document.Document) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	sheet, row := "Sheet1", 1
	place := func(row, column int) string {
		name, err := excelize.CoordinatesToCellName(column, row)
		if err != nil {
			t.Fatal(err)
		}
		return name
	}
	put := func(text string, row, column, columns, rows int) {
		var value any = text
		if n, err := strconv.Atoi(text); err == nil {
			value = n
		}
		column += 1 + m.left
		if err := f.SetCellValue(sheet, place(row, column), value); err != nil {
			t.Fatal(err)
		}
		if columns*rows > 1 {
			if err := f.MergeCell(sheet, place(row, column), place(row+rows-1, column+columns-1)); err != nil {
				t.Fatal(err)
			}
		}
	}
	line := func(text string, width int) {
		if text == "" {
			return
		}
		if !m.merged {
			width = 1
		}
		put(text, row, 0, width, 1)
		row++
	}
	blocks := func(heading string, blocks []document.Block) {
		width := 8
		for _, b := range blocks {
			if table, ok := b.(*document.Table); ok {
				width = table.Columns
				if m.sheets {
					sheet, row = table.Key, 1
					if _, err := f.NewSheet(sheet); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		line(heading, width)
		for _, b := range blocks {
			switch b := b.(type) {
			case *document.Paragraph:
				line(b.Text, width)
			case *document.Table:
				for i, r := range b.Rows {
					for _, c := range r.Cells {
						put(c.Text, row+i, c.Column, c.ColumnSpan, c.RowSpan)
					}
				}
				row += len(b.Rows)
			}
		}
		row += m.gap
	}
	line(d.Title, 8)
	for _, s := range d.Sections {
		blocks(s.Heading, s.Blocks)
	}
	line(d.Signature.Agency, 8)
	line(d.Signature.Date, 8)
	for _, a := range d.Attachments {
		line(a.Label, 8)
		blocks(a.Heading, a.Blocks)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
