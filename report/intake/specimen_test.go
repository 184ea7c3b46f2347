package intake_test

import (
	"strings"
	"testing"

	"nianbao/internal/specimen"
	"nianbao/report"
	"nianbao/report/intake"
)

// What reading must reach, in per cent, on invented reports of all shapes; make bench measures it on others.
const (
	wantCells    = 99.5
	wantEditions = 100
	wantAgencies = 98
	wantLeaked   = 0

	workingSeed = 1
	specimens   = 300
)

func TestSpecimens(t *testing.T) {
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	var tally specimen.Tally
	for _, s := range specimen.Generate(editions, workingSeed, specimens) {
		reading, err := intake.Read(editions, s.Name, s.Data, intake.Options{})
		if err != nil {
			t.Errorf("%s was refused: %v", s.Name, err)
			tally.Add(nil, s)
			continue
		}
		tally.Add(reading.Report, s)
	}
	if all := tally.All; all.Cells.Percent() < wantCells || all.Editions.Percent() < wantEditions || all.Agencies.Percent() < wantAgencies || all.Leaked > wantLeaked {
		t.Errorf("got %.2f %% of the cells, %.2f %% of the editions, %.2f %% of the agencies, %d lines of pages in texts; want %v, %v, %v, %d",
			all.Cells.Percent(), all.Editions.Percent(), all.Agencies.Percent(), all.Leaked, wantCells, wantEditions, wantAgencies, wantLeaked)
	}
	if t.Failed() || testing.Verbose() {
		var out strings.Builder
		if err := tally.Write(&out); err != nil {
			t.Fatal(err)
		}
		tally.WriteWorst(&out, 12, 8)
		t.Log("\n" + out.String())
	}
}
