package intake_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/specimen"
	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/export"
	"nianbao/report/intake"
)

func editions(t testing.TB) report.Editions {
	t.Helper()
	all, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// What was read, written in each format, and read again says the same (contract.md, "Report JSON").
func TestRoundTrips(t *testing.T) {
	all := editions(t)
	for name, data := range seeds(t) {
		t.Run(name, func(t *testing.T) { roundTrips(t, all, name, data) })
	}
	for _, s := range specimen.Generate(all, 11, 120) {
		t.Run(s.Name, func(t *testing.T) { roundTrips(t, all, s.Name, s.Data) })
	}
}

// A chart is a picture: what stands in it does not become text where the file is read again.
func TestRoundTripWithChart(t *testing.T) {
	all := editions(t)
	r := specimen.Long(all, 11).Want
	chart := report.Block{Chart: &report.Chart{Key: "requests", Years: []report.ChartYear{{Year: r.Year - 1, Values: []string{"4711", "3"}}}}}
	for i, s := range r.Sections {
		if slices.Contains(report.TablesOf(s.Blocks), "requests") {
			r.Sections[i].Blocks = append(s.Blocks, chart)
		}
	}
	data, err := r.MarshalJSON()
	if err != nil || !bytes.Contains(data, []byte("4711")) {
		t.Fatalf("no chart: %v", err)
	}
	roundTrips(t, all, "chart.json", data)
}

// seeds are real reports, where they lie beside the project.
func seeds(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "seeds", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(file)] = data
	}
	return out
}

func roundTrips(t *testing.T, all report.Editions, name string, data []byte) {
	first, err := intake.Read(all, name, data, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := first.Report
	for _, format := range []string{"json", "docx", "html", "xlsx"} {
		var out bytes.Buffer
		if _, err := (export.Exporter{}).Write(&out, format, all.Get(want.Edition), want, document.Options{}); err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		again, err := intake.Read(all, "again."+format, out.Bytes(), intake.Options{})
		if err != nil {
			t.Errorf("%s: %v", format, err)
			continue
		}
		got := again.Report
		if !maps.Equal(got.Figures, want.Figures) {
			t.Errorf("%s: figures: %s", format, figuresApart(got.Figures, want.Figures))
		}
		if format == "xlsx" {
			continue // a workbook promises the figures
		}
		for _, part := range slices.Concat([][3]string{
			{"edition", got.Edition, want.Edition}, {"title", got.Title, want.Title}, {"number", got.Number, want.Number}, {"agency", got.Agency, want.Agency},
			{"preface", got.Preface, want.Preface}, {"signature", got.Signature.Agency, want.Signature.Agency}, {"date", got.Signature.Date, want.Signature.Date},
			{"closing", got.Closing, want.Closing},
		}, parts(got, want)) {
			if part[1] != part[2] {
				t.Errorf("%s: %s\n got %q\nwant %q", format, part[0], part[1], part[2])
			}
		}
		if got.Year != want.Year {
			t.Errorf("%s: year %d, want %d", format, got.Year, want.Year)
		}
	}
}

// parts are the sections and attachments of two reports side by side: what they are called, and what they say.
func parts(got, want *report.Report) (out [][3]string) {
	lines := func(r *report.Report) (names, texts []string) {
		for _, s := range r.Sections {
			names = append(names, s.Key+" "+s.Heading)
			texts = append(texts, report.TextOf(s.Blocks)+" "+strings.Join(report.TablesOf(s.Blocks), " "))
		}
		for _, a := range r.Attachments {
			names = append(names, a.Title+" "+a.Heading)
			texts = append(texts, report.TextOf(a.Blocks)+" "+strings.Join(report.TablesOf(a.Blocks), " "))
		}
		return names, texts
	}
	names, texts := lines(got)
	wantNames, wantTexts := lines(want)
	out = append(out, [3]string{"headings", strings.Join(names, "\n"), strings.Join(wantNames, "\n")})
	for i := range min(len(texts), len(wantTexts)) {
		out = append(out, [3]string{"text of " + wantNames[i], texts[i], wantTexts[i]})
	}
	return out
}

func figuresApart(got, want report.Figures) string {
	var b strings.Builder
	for _, id := range slices.Sorted(maps.Keys(want)) {
		if v, there := got[id]; !there || v != want[id] {
			b.WriteString(id + " is " + v + ", want " + want[id] + "; ")
		}
	}
	for id, v := range got {
		if _, there := want[id]; !there {
			b.WriteString(id + " is " + v + ", which nobody wrote; ")
		}
	}
	return b.String()
}
