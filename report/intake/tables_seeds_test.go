package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/intake/text"
)

// The figures of the tables in the five real reports, beside the project.
func TestTablesOfSeeds(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/seeds/*.txt")
	if len(files) == 0 {
		t.Log("the real reports are not beside the project; reports of our own stand in for them")
		return
	}
	editions := standard(t)
	for _, c := range []struct {
		file, edition string
		tables        int
		blank         string
		figures       report.Figures
		none          []string // rows of 无
	}{
		{file: "000", edition: "gb-2019", tables: 3, blank: "0", none: []string{"licensing", "services", "penalties", "coercion", "fees", "procurement"}},
		{file: "001", edition: "gb-2021", tables: 3, blank: "0"},
		{file: "002"},
		{file: "003", edition: "gb-2019", tables: 3, blank: "0",
			figures: report.Figures{"disclosure.procurement.projects": "51", "disclosure.procurement.amount": "288.829"}},
		{file: "004", edition: "gb-2014", tables: 1, figures: report.Figures{"statistics.disclosed.count": "340", "statistics.disclosed_documents.count": "2",
			"statistics.documents_issued.count": "7", "statistics.via_website.count": "210", "statistics.via_wechat.count": "360",
			"statistics.interpretations.count": "26", "statistics.social_responses.count": "150", "statistics.reading_points.count": "1",
			"statistics.meetings.count": "1", "statistics.trainings.count": "25", "statistics.trained.count": "1050"}},
	} {
		for _, name := range files {
			if !strings.HasPrefix(filepath.Base(name), c.file) {
				continue
			}
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			doc, _, err := text.Read(data)
			if err != nil {
				t.Fatal(err)
			}
			f := findTables(editions, doc.Sections[0].Blocks, "")
			if c.edition == "" {
				if f.edition != nil {
					t.Errorf("%s: tables of %s in a report without any", c.file, f.edition.ID)
				}
				continue
			}
			if f.edition == nil || f.edition.ID != c.edition || len(f.placed) != c.tables {
				t.Errorf("%s: edition %v, placed %+v", c.file, f.edition, f.placed)
				continue
			}
			want := report.Figures{}
			for _, table := range f.edition.Tables {
				for _, cell := range table.Cells {
					if _, on := f.figures[cell.ID]; cell.Optional && !on {
						continue
					}
					want[cell.ID] = c.blank
					for _, row := range c.none {
						if cell.Row == row && table.Key == "disclosure" {
							want[cell.ID] = "无"
						}
					}
				}
			}
			for id, v := range c.figures {
				want[id] = v
			}
			if diff := compareFigures(f.figures, want); diff != "" {
				t.Errorf("%s:%s", c.file, diff)
			}
			for _, n := range f.notes {
				t.Errorf("%s: note %s %q: %s", c.file, n.Code, n.Near, n.Message)
			}
		}
	}
}
