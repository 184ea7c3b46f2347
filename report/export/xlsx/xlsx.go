// Package xlsx writes reports as workbooks that go on working: the sheet 报告 says what stands in the report, line by line, and each
// table has a sheet of its own, laid out as printed, with totals as formulas and each figure under its cell id.
package xlsx

import (
	"io"
	"strconv"
	"time"

	"nianbao/report"
	"nianbao/report/document"

	"github.com/xuri/excelize/v2"
)

// Cover is the sheet that holds everything but the tables. The reader knows our workbooks by it.
const Cover = "报告"

// Write writes a report as a workbook: the tables and texts are those of the document, what computes and checks them is the
// edition's, which may be nil when it is unknown. The notes tell which cells hold more text than Excel takes.
func Write(w io.Writer, e *report.Edition, r *report.Report, d *document.Document, o document.Options) ([]document.Note, error) {
	b := &book{file: excelize.NewFile(), edition: e, options: o.WithDefaults(), styles: map[style]int{}, taken: map[string]bool{},
		named: map[string]bool{}, sheets: map[*document.Table]string{}}
	defer b.file.Close() // nothing of ours is in temporary files unless a sheet is larger than any report
	if err := b.write(r, d); err != nil {
		return nil, report.Wrap(report.Internal, err, "工作簿没有写成。")
	}
	b.file.SetZipWriter(newArchive(b.options.Created))
	return b.notes, b.file.Write(w)
}

// book is a workbook while it is written.
type book struct {
	file    *excelize.File
	edition *report.Edition
	options document.Options
	styles  map[style]int
	// taken are the names of sheets in lower case, named the cell ids that have a place.
	taken, named map[string]bool
	// sheets are the names of the tables' sheets, tables their order; others counts those without a name.
	sheets map[*document.Table]string
	tables []*document.Table
	others int
	// broken is the id of the look of figures that break a relation.
	broken int
	// title is the report's, for the head of a printed page.
	title string
	notes []document.Note
}

func (b *book) write(r *report.Report, d *document.Document) error {
	b.title = document.Printable(d.Title)
	// Widths of columns are counted in digits of this font.
	if err := b.file.SetDefaultFont(b.options.Fonts.Song); err != nil {
		return err
	}
	var err error
	if b.broken, err = b.file.NewConditionalStyle(broken); err != nil {
		return err
	}
	if err := b.file.SetSheetName("Sheet1", b.sheetName(Cover)); err != nil {
		return err
	}
	for _, s := range d.Sections {
		b.name(s.Blocks)
	}
	b.name(d.Closing)
	for _, a := range d.Attachments {
		b.name(a.Blocks)
	}
	if err := b.cover(r, d); err != nil {
		return err
	}
	for _, t := range b.tables {
		if err := b.table(b.sheets[t], t); err != nil {
			return err
		}
	}
	return b.properties(d)
}

// name gives every table among blocks its sheet.
func (b *book) name(blocks []document.Block) {
	for _, block := range blocks {
		if t, ok := block.(*document.Table); ok {
			name := t.Name
			if name == "" {
				b.others++
				name = "表" + strconv.Itoa(b.others)
			}
			b.sheets[t] = b.sheetName(name)
			b.tables = append(b.tables, t)
		}
	}
}

// emptyProperties takes the place of the library's own, which name its author.
const emptyProperties = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"></cp:coreProperties>`

func (b *book) properties(d *document.Document) error {
	p := &excelize.DocProperties{Title: document.Printable(d.Title), Creator: document.Printable(d.Agency), Identifier: b.options.Identifier, Language: "zh-CN"}
	if b.options.Draft {
		p.ContentStatus = document.DraftMark
	}
	if !b.options.Created.IsZero() {
		p.Created = b.options.Created.UTC().Format(time.RFC3339)
		p.Modified = p.Created
	}
	b.file.Pkg.Store("docProps/core.xml", []byte(emptyProperties))
	if err := b.file.SetDocProps(p); err != nil {
		return err
	}
	return b.file.SetAppProps(&excelize.AppProperties{Application: b.options.Generator})
}
