package demo

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"nianbao/agency"
	"nianbao/report"
)

// The county is invented: places, people, figures and texts. One file an agency, the county itself first.
//
//go:embed county/*.yaml
var countyFiles embed.FS

// edition is the format of all the reports.
const edition = "gb-2021"

// office is one agency of the county with its people and its two reports.
type office struct {
	// Slug is the agency's part of web addresses.
	Slug        string
	Name, Short string
	Kind        agency.Kind
	People      []person
	// Preface serves both years.
	Preface string
	Last    content
	// This is nil where this year's report is not begun.
	This *content
}

type person struct {
	Login, Name string
	Role        agency.Role
}

// content is what one report says. In its texts {last}, {year} and {next} stand for years.
type content struct {
	// State is how far the report is; last year's are all published.
	State report.State
	// Figures are the cells that are not zero; with Blank the other cells are blank.
	Figures map[string]string
	Blank   bool

	Overview, Problems, Other string

	// Reasons answer warnings at submission, by finding id.
	Reasons map[string]string
	// Comment is why the report was returned, After the cells that the clerk has changed since.
	Comment string
	After   map[string]string
}

// offices reads the county, superior first.
func offices() ([]office, error) {
	names, err := fs.Glob(countyFiles, "county/*.yaml")
	if err != nil {
		return nil, err
	}
	var out []office
	for _, name := range names {
		data, err := countyFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var o office
		if err := yaml.UnmarshalWithOptions(data, &o, yaml.DisallowUnknownField()); err != nil {
			return nil, fmt.Errorf("demo county, %s: %w", name, err)
		}
		o.Last.State = report.Published
		out = append(out, o)
	}
	return out, nil
}

// cells are the values of all cells that a clerk types.
func (c content) cells(e *report.Edition) map[string]string {
	out := map[string]string{}
	if !c.Blank {
		for _, t := range e.Tables {
			for _, cell := range t.Cells {
				if !cell.Computed {
					out[cell.ID] = "0"
				}
			}
		}
	}
	maps.Copy(out, c.Figures)
	return out
}

// withYears puts the years into a text.
func withYears(text string, year int) string {
	return strings.NewReplacer("{last}", strconv.Itoa(year-1), "{year}", strconv.Itoa(year), "{next}", strconv.Itoa(year+1)).Replace(strings.TrimSpace(text))
}
