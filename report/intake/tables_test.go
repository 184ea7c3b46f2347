package intake

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/document"
)

// compareFigures says what differs between the figures that were read and those that stand there.
func compareFigures(got, want report.Figures) string {
	var b strings.Builder
	n := 0
	for _, id := range slices.Sorted(maps.Keys(want)) {
		if v, ok := got[id]; !ok || v != want[id] {
			if n++; n <= 8 {
				b.WriteString("\n  " + id + " is " + v + ", want " + want[id])
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[id]; !ok {
			if n++; n <= 8 {
				b.WriteString("\n  " + id + " is " + got[id] + ", which nobody wrote")
			}
		}
	}
	return b.String()
}

func notesOf(f found, code string) (near []string) {
	for _, n := range f.notes {
		if n.Code == code {
			near = append(near, n.Near)
		}
	}
	return near
}

// Every table of every edition, as printed, in each of the shapes that readers give.
func TestTablesAsPrinted(t *testing.T) {
	editions := standard(t)
	for _, e := range editions {
		for _, table := range e.Tables {
			for _, optional := range []bool{false, true} {
				figures := sample(table)
				want := report.Figures{}
				for _, c := range table.Cells {
					if optional || !c.Optional {
						want[c.ID] = figures[c.ID]
					}
				}
				m := printed(table, figures, optional)
				for name, blocks := range map[string][]document.Block{
					"grid":              {m.grid()},
					"ragged":            {m.ragged()},
					"one cell a line":   {m.oneCellALine()},
					"paragraphs":        m.paragraphs(),
					"repeated, grid":    {m.spread(false).grid()},
					"repeated, ragged":  {m.spread(false).ragged()},
					"not merged":        {m.spread(true).grid()},
					"not merged ragged": {m.spread(true).ragged()},
				} {
					f := findTables(editions, blocks, "")
					if f.edition == nil {
						t.Errorf("%s %s, %s: not found", e.ID, table.Key, name)
						continue
					}
					if f.edition != e && !slices.Contains(f.also, e) {
						t.Errorf("%s %s, %s: read as %s", e.ID, table.Key, name, f.edition.ID)
						continue
					}
					if diff := compareFigures(f.figures, want); diff != "" {
						t.Errorf("%s %s, %s, optional %v:%s", e.ID, table.Key, name, optional, diff)
					}
					if doubts := notesOf(f, NoteDoubtful); len(doubts) > 0 {
						t.Errorf("%s %s, %s: doubts %v", e.ID, table.Key, name, doubts[:min(3, len(doubts))])
					}
					if rest := notesOf(f, NoteUnplaced); len(rest) > 0 {
						t.Errorf("%s %s, %s: left over %q", e.ID, table.Key, name, rest)
					}
					if len(f.placed) != 1 || f.placed[0].table != table.Key || f.placed[0].from != 0 || f.placed[0].to != len(blocks) {
						t.Errorf("%s %s, %s: placed %+v of %d", e.ID, table.Key, name, f.placed, len(blocks))
					}
				}
			}
		}
	}
}
