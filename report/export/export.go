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

	write func(Exporter, io.Writer, *report.Edition, *report.Report, document.Options) ([]document.Note, error)
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
	f, ok := ByName(format)
	if !ok {
		return nil, report.Errorf(report.NotBuilt, "不能导出“%s”格式，请改用 docx、pdf、ofd、html、xlsx 或 json。", format)
	}
	return f.write(x, w, e, r, o)
}

// composed is how a writer of documents becomes a writer of reports.
func composed(write func(io.Writer, *document.Document, document.Options) error) func(Exporter, io.Writer, *report.Edition, *report.Report, document.Options) ([]document.Note, error) {
	return func(_ Exporter, w io.Writer, e *report.Edition, r *report.Report, o document.Options) ([]document.Note, error) {
		return nil, write(w, compose.Compose(e, r), o)
	}
}

// laidOut is how a writer of pages becomes a writer of reports.
func laidOut(write func(io.Writer, *layout.Pages, document.Options) error) func(Exporter, io.Writer, *report.Edition, *report.Report, document.Options) ([]document.Note, error) {
	return func(x Exporter, w io.Writer, e *report.Edition, r *report.Report, o document.Options) ([]document.Note, error) {
		if x.Fonts == nil {
			return nil, report.Errorf(report.NotBuilt, "没有字体，排不了版。请改用 docx、html、xlsx 或 json。")
		}
		pages := layout.Lay(compose.Compose(e, r), x.Fonts, o)
		return pages.Notes, write(w, pages, o)
	}
}

// writeXLSX hands the edition on as well: formulas and relations are not in the document.
func writeXLSX(_ Exporter, w io.Writer, e *report.Edition, r *report.Report, o document.Options) ([]document.Note, error) {
	return xlsx.Write(w, e, r, compose.Compose(e, r), o)
}

func writeJSON(_ Exporter, w io.Writer, _ *report.Edition, r *report.Report, _ document.Options) ([]document.Note, error) {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return nil, enc.Encode(r)
}
