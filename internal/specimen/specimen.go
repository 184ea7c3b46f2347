// Package specimen makes reports as agencies publish them: as many shapes as the collected reports show, in every format, with the
// truth beside each, so that reading can be measured. Agencies, figures and sentences are invented. It knows how reports vary and
// nothing of how they are read.
package specimen

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"nianbao/report"
)

// Specimen is one file and what stands in it.
type Specimen struct {
	// Name is a file name with its extension, Format one of docx, html, xlsx, text.
	Name, Format string
	Data         []byte
	// Want is the truth.
	Want *report.Report
	// Shapes are the variations that the file has, of Shapes.
	Shapes []string
	// Lost are the places that the file no longer states and that nobody can be asked for: cell ids, agency, edition.
	Lost map[string]bool
	// Chrome are lines of the page around the report.
	Chrome []string
}

// Generate makes n specimens. The same seed gives the same ones, and the first of them whatever n is.
func Generate(editions report.Editions, seed uint64, n int) []Specimen {
	all := make([]Specimen, n)
	for i := range all {
		all[i] = newMaker(editions, seed, i).specimen()
	}
	return all
}

// Long is a Word file of about ten pages.
func Long(editions report.Editions, seed uint64) Specimen {
	m := newMaker(editions, seed, 0)
	m.format, m.edition, m.year, m.long = "docx", editions.Get("gb-2021"), 2023, true
	return m.make()
}

// maker builds one specimen: the items of the page and, at the same time, the truth.
type maker struct {
	*rand.Rand
	index    int
	editions report.Editions
	edition  *report.Edition
	year     int
	agency   agency
	format   string
	style    string // of the format's renderer
	long     bool   // ten pages of it
	untitled bool   // the report begins without its title

	words words
	want  *report.Report
	items []item
	// blocks is where paragraphs and tables of the truth go now.
	blocks *[]report.Block
	chrome []string
	lost   map[string]bool
	shapes []string
}

func newMaker(editions report.Editions, seed uint64, index int) *maker {
	return &maker{Rand: rand.New(rand.NewPCG(seed, uint64(index))), index: index, editions: editions, want: &report.Report{}, lost: map[string]bool{}}
}

// chance is true with a probability.
func (m *maker) chance(p float64) bool { return m.Float64() < p }

// shape decides whether the specimen has a variation, and remembers it.
func (m *maker) shape(name string, p float64) bool {
	if !m.chance(p) {
		return false
	}
	m.mark(name)
	return true
}

func (m *maker) mark(name string) {
	if !slices.Contains(m.shapes, name) {
		m.shapes = append(m.shapes, name)
	}
}

// between is a number from low to high, both included.
func (m *maker) between(low, high int) int { return low + m.IntN(high-low+1) }

func pick[T any](m *maker, from []T) T { return from[m.IntN(len(from))] }

// some picks up to n of a list, in its order.
func some[T any](m *maker, from []T, n int) []T {
	chosen := m.Perm(len(from))[:min(n, len(from))]
	slices.Sort(chosen)
	var out []T
	for _, i := range chosen {
		out = append(out, from[i])
	}
	return out
}

func (m *maker) specimen() Specimen {
	m.chooseFormat()
	m.chooseEdition()
	return m.make()
}

func (m *maker) chooseFormat() {
	switch p := m.Float64(); {
	case p < 0.30:
		m.format = "docx"
	case p < 0.60:
		m.format = "html"
	case p < 0.72:
		m.format = "xlsx"
	default:
		m.format = "text"
	}
}

// chooseEdition draws an edition and a year in which agencies used it; sometimes one too early or too late.
func (m *maker) chooseEdition() {
	id, from, to := "gb-2021", 2021, 2025
	switch p := m.Float64(); {
	case p < 0.12:
		id, from, to = "gb-2008", 2008, 2013
		if m.shape("edition.older_than_year", 0.3) {
			from, to = 2014, 2018
		}
	case p < 0.30:
		id, from, to = "gb-2014", 2014, 2018
		if m.shape("edition.older_than_year", 0.06) {
			from, to = 2019, 2019
		}
	case p < 0.58:
		id, from, to = "gb-2019", 2019, 2020
		if m.shape("edition.older_than_year", 0.12) {
			from, to = 2021, 2024
		} else if m.shape("edition.newer_than_year", 0.12) {
			from, to = 2018, 2018
		}
	default:
		if m.shape("edition.newer_than_year", 0.08) {
			from, to = 2019, 2020
		}
	}
	if m.format == "xlsx" && id == "gb-2008" {
		m.format = "docx" // nobody writes a narrative into a workbook
	}
	m.edition, m.year = m.editions.Get(id), m.between(from, to)
	m.mark("edition." + id)
}

func (m *maker) make() Specimen {
	m.agency = m.inventAgency()
	m.chooseStyle()
	m.chooseWords()
	m.want.Edition, m.want.Year = m.edition.ID, m.year
	m.want.Figures = report.Figures{}
	m.write()
	name, data := m.render()
	slices.Sort(m.shapes)
	return Specimen{Name: name, Format: m.format, Data: data, Want: m.want, Shapes: m.shapes, Lost: m.lost, Chrome: m.chrome}
}

// chooseStyle draws one of the renderers of the format.
func (m *maker) chooseStyle() {
	styles := map[string][]string{
		"docx": {"plain", "plain", "styled", "tracked", "nested", "controls"},
		"html": {"clean", "word", "cms", "cms", "layout"},
		"xlsx": {"one_sheet", "one_sheet", "sheets"},
		"text": {"pipes", "pipes", "bare_pipes", "cell_lines", "bare_lines", "blank_lines", "giant", "markdown"},
	}
	m.style = pick(m, styles[m.format])
	m.mark(m.format + "." + m.style)
}

func (m *maker) render() (name string, data []byte) {
	name = fmt.Sprintf("%s_%04d", m.style, m.index)
	switch m.format {
	case "docx":
		return name + ".docx", m.docx()
	case "html":
		return name + pick(m, []string{".html", ".html", ".htm", ".HTM"}), m.html()
	case "xlsx":
		return name + ".xlsx", m.xlsx()
	}
	if m.style == "markdown" {
		return name + ".md", m.text()
	}
	return name + ".txt", m.text()
}
