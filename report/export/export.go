// Package export knows the file formats by name: it composes the report, lays it out where the format has pages, and
// calls the writer.
package export

import (
	"encoding/json"
	"io"
	"slices"

	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/document"
	"nianbao/report/export/docx"
	"nianbao/report/export/html"
	"nianbao/report/export/ofd"
	"nianbao/report/export/pdf"
	"nianbao/report/export/xlsx"
	"nianbao/report/layout"
)

// Format is one file format that a report can be had in.
type Format struct {
	// Name is also the ending of a file's name, without the dot: docx.
	Name string
	// Extension is that ending with the dot.
	Extension string
	MediaType string
	// Label is what people read.
	Label string

	write func(*Files, io.Writer) ([]document.Note, error)
}

var formats = []Format{
	{"docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word 文档", composed(docx.Write)},
	{"pdf", ".pdf", "application/pdf", "PDF", laidOut(pdf.Write)},
	{"ofd", ".ofd", "application/ofd", "OFD 版式文件", laidOut(ofd.Write)},
	{"html", ".html", "text/html; charset=utf-8", "网页", composed(html.Write)},
	{"xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel 工作簿", writeXLSX},
	{"json", ".json", "application/json", "交换数据（JSON）", writeJSON},
}

// Formats lists the formats in the order that people want them.
func Formats() []Format { return slices.Clone(formats) }

// ByName finds a format; false when there is none of that name.
func ByName(name string) (Format, bool) {
	i := slices.IndexFunc(formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return formats[i], true
}

// Exporter writes reports as files. It may be used by several goroutines.
type Exporter struct {
	// Fonts are what pages are set in; without them there is neither PDF nor OFD.
	Fonts *layout.Fonts
}

// Write writes a report in a format, and tells what it could not write as it stands. The edition may be nil when it is unknown.
func (x Exporter) Write(w io.Writer, format string, e *report.Edition, r *report.Report, o document.Options) ([]document.Note, error) {
	return x.Files(e, r, o).Write(w, format)
}

// Files are the files of one report. What they have in common, the document and its pages, is made when first wanted, and once.
// They are for one goroutine, and the report must not change meanwhile.
type Files struct {
	exporter Exporter
	edition  *report.Edition
	report   *report.Report
	options  document.Options

	document *document.Document
	pages    *layout.Pages
}

// Files prepares for writing a report in several formats. The edition may be nil when it is unknown.
func (x Exporter) Files(e *report.Edition, r *report.Report, o document.Options) *Files {
	return &Files{exporter: x, edition: e, report: r, options: o}
}

// Write writes one of the files, and tells what it could not write as it stands.
func (f *Files) Write(w io.Writer, format string) ([]document.Note, error) {
	known, ok := ByName(format)
	if !ok {
		return nil, report.Errorf(report.NotBuilt, "不能导出“%s”格式，请改用 docx、pdf、ofd、html、xlsx 或 json。", format)
	}
	return known.write(f, w)
}

// Document is the report composed.
func (f *Files) Document() *document.Document {
	if f.document == nil {
		f.document = compose.Compose(f.edition, f.report)
	}
	return f.document
}

// Pages are the document laid out; an error says that there are no fonts for that.
func (f *Files) Pages() (*layout.Pages, error) {
	if f.exporter.Fonts == nil {
		return nil, report.Errorf(report.NotBuilt, "没有字体，排不了版。请改用 docx、html、xlsx 或 json。")
	}
	if f.pages == nil {
		f.pages = layout.Lay(f.Document(), f.exporter.Fonts, f.options)
	}
	return f.pages, nil
}

// composed is how a writer of documents becomes a writer of reports.
func composed(write func(io.Writer, *document.Document, document.Options) error) func(*Files, io.Writer) ([]document.Note, error) {
	return func(f *Files, w io.Writer) ([]document.Note, error) { return nil, write(w, f.Document(), f.options) }
}

// laidOut is how a writer of pages becomes a writer of reports.
func laidOut(write func(io.Writer, *layout.Pages, document.Options) error) func(*Files, io.Writer) ([]document.Note, error) {
	return func(f *Files, w io.Writer) ([]document.Note, error) {
		pages, err := f.Pages()
		if err != nil {
			return nil, err
		}
		return pages.Notes, write(w, pages, f.options)
	}
}

// writeXLSX hands the edition on as well: formulas and relations are not in the document.
func writeXLSX(f *Files, w io.Writer) ([]document.Note, error) {
	return xlsx.Write(w, f.edition, f.report, f.Document(), f.options)
}

func writeJSON(f *Files, w io.Writer) ([]document.Note, error) {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return nil, enc.Encode(f.report)
}
