package views

import (
	"net/url"
	"strconv"
	"time"
	"unicode/utf8"

	"nianbao/report"
)

// ExportPage offers the files of one version of a report.
type ExportPage struct {
	Page     Page
	Filing   report.Filing
	Nav      ReportNav
	Versions []ExportVersion
	// Version is the number of the version that the page is about, 0 for the report as it stands.
	Version int
	// Draft says that the files will be marked 草稿, Sealed that their signature is for a seal.
	Draft, Sealed bool
	Formats       []ExportFormat
	// Paste is the part of the web page to paste into a website's editor, PasteHref where it is by itself.
	Paste, PasteHref string
	Fonts            []FontRow
	Notes            []ExportNote
}

// ExportVersion is one version to choose, Number 0 for the report as it stands.
type ExportVersion struct {
	Number           int
	At               time.Time
	Official, Chosen bool
}

// ExportFormat is a file format with what it is for.
type ExportFormat struct{ Name, Label, Purpose, Href string }

// FontRow is what a font is for, the one that is wanted, and the one that there is. Own says that it is the wanted one.
type FontRow struct {
	Role, Used, Wanted, Name string
	Own                      bool
}

// ExportNote is what could not be set as it stands, and near what.
type ExportNote struct{ Message, Near string }

// Query is what an address says of a version and of the seal.
func (p ExportPage) Query(version int, sealed bool) url.Values {
	query := url.Values{}
	if version > 0 {
		query.Set("version", strconv.Itoa(version))
	}
	if sealed {
		query.Set("sealed", "1")
	}
	return query
}

// WithQuery is an address with a query, if there is any.
func WithQuery(path string, query url.Values) string {
	if len(query) > 0 {
		path += "?" + query.Encode()
	}
	return path
}

// href is this page for a version and with or without a seal.
func (p ExportPage) href(version int, sealed bool) string {
	return WithQuery(ReportPath(p.Filing.ID, "export"), p.Query(version, sealed))
}

// substitutes counts the fonts that stand in for others.
func (p ExportPage) substitutes() int {
	n := 0
	for _, f := range p.Fonts {
		if !f.Own {
			n++
		}
	}
	return n
}

// fontWords sum up the fonts.
func (p ExportPage) fontWords() string {
	if n := p.substitutes(); n > 0 {
		return strconv.Itoa(n) + " 种是替代的"
	}
	return "都是规定的"
}

// BatchPage is where many reports are exported at once.
type BatchPage struct {
	Page     Page
	Years    []BatchYear
	Formats  []BatchFormat
	Drafts   bool
	Rejected []FieldError
}

// BatchYear is a year with how many of its reports are approved and how many are not.
type BatchYear struct {
	Year, Approved, Drafts int
	Chosen                 bool
}

// BatchFormat is a format to choose.
type BatchFormat struct {
	Name, Label string
	Chosen      bool
}

func (y BatchYear) words() string {
	out := strconv.Itoa(y.Year) + " 年：已通过或公布 " + strconv.Itoa(y.Approved) + " 份"
	if y.Drafts > 0 {
		out += "，没有通过的 " + strconv.Itoa(y.Drafts) + " 份"
	}
	return out
}

// downloadWords are the words on a button: 下载网页, 下载 PDF.
func downloadWords(label string) string {
	if label[0] < utf8.RuneSelf {
		return "下载 " + label
	}
	return "下载" + label
}
