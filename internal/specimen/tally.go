package specimen

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"text/tabwriter"

	"nianbao/report"
)

// Tally gathers results: of all files, by format, and by shape.
type Tally struct {
	All              Result
	Formats, ByShape map[string]Result
	worst            []scored
}

type scored struct {
	name   string
	shapes []string
	result Result
}

// Add scores a reading and takes it in.
func (t *Tally) Add(got *report.Report, want Specimen) {
	if t.Formats == nil {
		t.Formats, t.ByShape = map[string]Result{}, map[string]Result{}
	}
	result := Score(got, want)
	t.All.Add(result)
	add(t.Formats, want.Format, result)
	for _, shape := range want.Shapes {
		add(t.ByShape, shape, result)
	}
	if len(result.Mistakes) > 0 {
		t.worst = append(t.worst, scored{want.Name, want.Shapes, result})
	}
}

func add(to map[string]Result, key string, r Result) {
	sum := to[key]
	sum.Add(r)
	to[key] = sum
}

// Write prints the table by shape, the worst shapes first.
func (t *Tally) Write(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "shape\tfiles\tcells %\tedition\tyear\tagency\ttitle\tnumber\tsigned\tsections\theadings\ttext %\tleaked")
	row := func(name string, r Result) {
		fmt.Fprintf(table, "%s\t%d\t%.2f", name, r.Files, r.Cells.Percent())
		for _, c := range []Count{r.Editions, r.Years, r.Agencies, r.Titles, r.Numbers, r.Signatures, r.Sections, r.Headings, r.Paragraphs} {
			fmt.Fprintf(table, "\t%.1f", c.Percent())
		}
		fmt.Fprintf(table, "\t%d\n", r.Leaked)
	}
	row("all", t.All)
	for _, format := range slices.Sorted(maps.Keys(t.Formats)) {
		row(format, t.Formats[format])
	}
	shapes := slices.Sorted(maps.Keys(t.ByShape))
	slices.SortStableFunc(shapes, func(a, b string) int { return cmp.Compare(t.ByShape[a].Cells.Percent(), t.ByShape[b].Cells.Percent()) })
	for _, shape := range shapes {
		row(shape, t.ByShape[shape])
	}
	return table.Flush()
}

// WriteWorst prints the files that were read worst, with some of the mistakes in each.
func (t *Tally) WriteWorst(w io.Writer, files, mistakes int) {
	wrong := func(r Result) int {
		return r.Cells.Total - r.Cells.Right + 100*(r.Editions.Total-r.Editions.Right) + 20*(r.Agencies.Total-r.Agencies.Right) + len(r.Mistakes)
	}
	slices.SortStableFunc(t.worst, func(a, b scored) int { return cmp.Compare(wrong(b.result), wrong(a.result)) })
	for _, s := range t.worst[:min(files, len(t.worst))] {
		fmt.Fprintf(w, "%s: %d of %d cells, %d mistakes; %v\n", s.name, s.result.Cells.Right, s.result.Cells.Total, len(s.result.Mistakes), s.shapes)
		for _, m := range s.result.Mistakes[:min(mistakes, len(s.result.Mistakes))] {
			fmt.Fprintf(w, "    %s\n", m)
		}
	}
}
