package report

import "slices"

// Texts merge by paragraph: a three-way comparison with the text that the writer started from. A paragraph that only one side
// changed is taken from that side; one that both changed differently is a conflict, and the text keeps the saved side.

// edits is how a text came about from a base: what became of each base paragraph, and what was put in before it.
type edits struct {
	// kept[i] is the paragraph that stands for base paragraph i now; "" when it was taken out.
	kept []string
	// before[i] are new paragraphs before base paragraph i; before[len(base)] those at the end.
	before [][]string
}

// quadratic bounds the table of the longest common subsequence; beyond it paragraphs are paired by position.
const quadratic = 4 << 20

func editsOf(base, text []string) edits {
	e := edits{kept: make([]string, len(base)), before: make([][]string, len(base)+1)}
	i, j := 0, 0
	gap := func(toI, toJ int) {
		// Paragraphs changed in place pair up; what is left over was put in or taken out.
		for i < toI && j < toJ {
			e.kept[i] = text[j]
			i, j = i+1, j+1
		}
		for ; j < toJ; j++ {
			e.before[i] = append(e.before[i], text[j])
		}
		i = toI
	}
	for _, m := range commonParagraphs(base, text) {
		gap(m[0], m[1])
		e.kept[i] = text[j]
		i, j = i+1, j+1
	}
	gap(len(base), len(text))
	return e
}

// commonParagraphs pairs equal paragraphs of a and b in order: a longest common subsequence.
func commonParagraphs(a, b []string) [][2]int {
	var out [][2]int
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		out = append(out, [2]int{start, start})
		start++
	}
	endA, endB := len(a), len(b)
	for endA > start && endB > start && a[endA-1] == b[endB-1] {
		endA, endB = endA-1, endB-1
	}
	n, m := endA-start, endB-start
	if n > 0 && m > 0 && n*m <= quadratic {
		length := make([][]int32, n+1)
		for i := range length {
			length[i] = make([]int32, m+1)
		}
		for i := n - 1; i >= 0; i-- {
			for j := m - 1; j >= 0; j-- {
				if a[start+i] == b[start+j] {
					length[i][j] = length[i+1][j+1] + 1
				} else {
					length[i][j] = max(length[i+1][j], length[i][j+1])
				}
			}
		}
		for i, j := 0, 0; i < n && j < m; {
			switch {
			case a[start+i] == b[start+j]:
				out = append(out, [2]int{start + i, start + j})
				i, j = i+1, j+1
			case length[i+1][j] >= length[i][j+1]:
				i++
			default:
				j++
			}
		}
	}
	for i := 0; endA+i < len(a); i++ {
		out = append(out, [2]int{endA + i, endB + i})
	}
	return out
}

// TextConflict is a paragraph that two people changed differently. "" is a paragraph taken out.
type TextConflict struct {
	Base, Saved, Mine string
	// At is where Saved stands, or would stand, in the merged text.
	At int
}

// MergeText brings what one writer made of base (mine) into what is saved by now. It keeps every paragraph that anybody wrote:
// in merged, or as Mine of a conflict.
func MergeText(base, mine, saved []string) (merged []string, conflicts []TextConflict) {
	if slices.Equal(base, saved) {
		return slices.Clone(mine), nil
	}
	m, s := editsOf(base, mine), editsOf(base, saved)
	for i := range len(base) + 1 {
		merged = append(merged, s.before[i]...)
		for _, p := range m.before[i] {
			// The same save sent twice has put its paragraphs in already.
			if !slices.Contains(s.before[i], p) {
				merged = append(merged, p)
			}
		}
		if i == len(base) {
			break
		}
		keep := s.kept[i]
		switch {
		case m.kept[i] == s.kept[i] || m.kept[i] == base[i]:
		case s.kept[i] == base[i]:
			keep = m.kept[i]
		default:
			conflicts = append(conflicts, TextConflict{Base: base[i], Saved: s.kept[i], Mine: m.kept[i], At: len(merged)})
		}
		if keep != "" {
			merged = append(merged, keep)
		}
	}
	return merged, conflicts
}

// Fixture is a table, a grid or a chart among the paragraphs of a section: it stands after the first After of them.
type Fixture struct {
	After int        `json:"after"`
	Table string     `json:"table,omitempty"`
	Grid  [][]string `json:"grid,omitempty"`
	Chart *Chart     `json:"chart,omitempty"`
}

// TakeApart splits blocks into paragraphs and what stands among them; PutTogether is its inverse. A block of several lines is as many
// paragraphs.
func TakeApart(blocks []Block) (paragraphs []string, fixtures []Fixture) {
	for _, b := range blocks {
		if b.fixed() {
			fixtures = append(fixtures, Fixture{After: len(paragraphs), Table: b.Table, Grid: b.Grid, Chart: b.Chart})
		} else {
			paragraphs = append(paragraphs, Paragraphs(b.Text)...)
		}
	}
	return paragraphs, fixtures
}

// PutTogether makes blocks of paragraphs and what stands among them.
func PutTogether(paragraphs []string, fixtures []Fixture) []Block {
	var out []Block
	for i := range len(paragraphs) + 1 {
		for _, f := range fixtures {
			if f.After == i || i == len(paragraphs) && f.After > i {
				out = append(out, Block{Table: f.Table, Grid: f.Grid, Chart: f.Chart})
			}
		}
		if i < len(paragraphs) {
			out = append(out, Block{Text: paragraphs[i]})
		}
	}
	return out
}

// MoveFixtures keeps tables at their place when the paragraphs around them change: behind the paragraph they followed.
func MoveFixtures(fixtures []Fixture, old, now []string) []Fixture {
	e := editsOf(old, now)
	out := slices.Clone(fixtures)
	for i, f := range out {
		switch {
		case f.After >= len(old):
			out[i].After = len(now)
		case f.After > 0:
			at := 0
			for j := range f.After {
				at += len(e.before[j])
				if e.kept[j] != "" {
					at++
				}
			}
			out[i].After = at
		}
	}
	return out
}

// ParagraphChange is one paragraph that differs between two states of a text: put in (From ""), taken out (To ""), or changed.
type ParagraphChange struct {
	// At is its index in the newer text; of one taken out, where it would stand.
	At       int
	From, To string
}

// ChangedParagraphs lists what changed from old to now, in order.
func ChangedParagraphs(old, now []string) []ParagraphChange {
	var out []ParagraphChange
	e := editsOf(old, now)
	at := 0
	for i := range len(old) + 1 {
		for _, p := range e.before[i] {
			out = append(out, ParagraphChange{At: at, To: p})
			at++
		}
		if i == len(old) {
			break
		}
		if e.kept[i] != old[i] {
			out = append(out, ParagraphChange{At: at, From: old[i], To: e.kept[i]})
		}
		if e.kept[i] != "" {
			at++
		}
	}
	return out
}
