// Package export knows the file formats by name: it composes the report, and calls the writer.
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
	"nianbao/report/export/xlsx"
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

	write func(io.Writer, *report.Edition, *report.Report, document.Options) error
}

var formats = []Format{
	{"docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word 文档", composed(docx.Write)},
	{"html", ".html", "text/html; charset=utf-8", "网页", composed(html.Write)},
	{"xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel 工作簿", writeXLSX},
	{"json", ".json", "application/json", "交换数据（JSON）", writeJSON},
}

// Formats lists the formats that this release can write, in the order that people want them.
func Formats() []Format { return slices.Clone(formats) }

// ByName finds a format; false when this release cannot write it.
func ByName(name string) (Format, bool) {
	i := slices.IndexFunc(formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return formats[i], true
}

// Write writes a report in a format. The edition may be nil when it is unknown.
func Write(w io.Writer, format string, e *report.Edition, r *report.Report, o document.Options) error {
	f, ok := ByName(format)
	if !ok {
		return report.Errorf(report.NotBuilt, "这一版还不能导出“%s”格式，请改用 docx、html、xlsx 或 json。", format)
	}
	return f.write(w, e, r, o)
}

// composed is how a writer of documents becomes a writer of reports.
func composed(write func(io.Writer, *document.Document, document.Options) error) func(io.Writer, *report.Edition, *report.Report, document.Options) error {
	return func(w io.Writer, e *report.Edition, r *report.Report, o document.Options) error {
		return write(w, compose.Compose(e, r), o)
	}
}

// writeXLSX hands the edition on as well: formulas and relations are not in the document.
func writeXLSX(w io.Writer, e *report.Edition, r *report.Report, o document.Options) error {
	return xlsx.Write(w, e, r, compose.Compose(e, r), o)
}

func writeJSON(w io.Writer, _ *report.Edition, r *report.Report, _ document.Options) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}
