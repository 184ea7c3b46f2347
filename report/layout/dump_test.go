package layout

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/report/document/gbt9704"
)

var dumpRoles = [...]string{Title: "Title", Hei: "Hei", Kai: "Kai", Fang: "Fang", Song: "Song", Latin: "Latin"}

var dumpKinds = [...]string{KindSection: "section", KindTitle: "title", KindHeading: "heading", KindParagraph: "paragraph", KindLink: "link", KindTable: "table",
	KindTableHead: "table head", KindTableBody: "table body", KindRow: "row", KindHeadCell: "head cell", KindCell: "cell", KindSpan: "span", KindFigure: "figure"}

func points(l Length) string { return fmt.Sprintf("%.2f", float64(l)/float64(gbt9704.Point)) }

// text is what a run says.
func (r *Run) text() string {
	var b strings.Builder
	for _, g := range r.Glyphs {
		b.WriteRune(g.Text)
	}
	return b.String()
}

func (r *Run) width() Length {
	w := Length(0)
	for _, g := range r.Glyphs {
		w += g.Advance
	}
	return w
}

// dump writes pages down to be read: of each line its baseline, counted from the upper edge of the paper, and of each run in it where
// it begins and ends, font, size and text; then the rules: of each height or column where they begin and end.
func dump(p *Pages) string {
	var b strings.Builder
	for i, page := range p.Pages {
		fmt.Fprintf(&b, "page %d\n", i+1)
		for j := range page.Runs {
			r := &page.Runs[j]
			if j == 0 || page.Runs[j-1].Y != r.Y || page.Runs[j-1].Turn != r.Turn {
				if j > 0 {
					b.WriteByte('\n')
				}
				b.WriteString(points(r.Y) + ":")
			} else {
				b.WriteString(" |")
			}
			fmt.Fprintf(&b, " %s-%s %s %g %s", points(r.X), points(r.X+r.width()), dumpRoles[p.Faces[r.Face].Role], float64(r.Size)/float64(gbt9704.Point), r.text())
			if r.Node == Artifact {
				b.WriteString(" (artifact)")
			}
			if r.Turn != 0 {
				fmt.Fprintf(&b, " (turned %d°, gray %d)", r.Turn, r.Gray)
			}
		}
		b.WriteByte('\n')
		dumpRules(&b, page.Rules)
		for _, l := range page.Links {
			fmt.Fprintf(&b, "link at %s,%s %s × %s to %s\n", points(l.X), points(l.Y), points(l.Width), points(l.Height), dumpTarget(p, l))
		}
	}
	for _, n := range p.Notes {
		fmt.Fprintf(&b, "note %s: %s %s\n", n.Code, n.Message, n.Near)
	}
	return b.String()
}

func dumpTarget(p *Pages, l Link) string {
	if l.URI != "" {
		return l.URI
	}
	return fmt.Sprintf("the %s on page %d", dumpKinds[p.Nodes[l.Target].Kind], p.Nodes[l.Target].Page+1)
}

func dumpRules(b *strings.Builder, rules []Rule) {
	for i, r := range rules {
		const half = gbt9704.RuleWidth / 2
		if r.Gray != 0 {
			fmt.Fprintf(b, "box at %s,%s %s × %s gray %d\n", points(r.X), points(r.Y), points(r.Width), points(r.Height), r.Gray)
			continue
		}
		flat := r.Width > r.Height
		if flat {
			if i == 0 || rules[i-1].Y != r.Y {
				fmt.Fprintf(b, "rule at %s:", points(r.Y+half))
			}
			fmt.Fprintf(b, " %s-%s", points(r.X+half), points(r.X+r.Width-half))
		} else {
			if i == 0 || rules[i-1].X != r.X || rules[i-1].Width > rules[i-1].Height {
				fmt.Fprintf(b, "upright at %s:", points(r.X+half))
			}
			fmt.Fprintf(b, " %s-%s", points(r.Y+half), points(r.Y+r.Height-half))
		}
		if i+1 == len(rules) || rules[i+1].Gray != 0 || flat != (rules[i+1].Width > rules[i+1].Height) || flat && rules[i+1].Y != r.Y || !flat && rules[i+1].X != r.X {
			b.WriteByte('\n')
		}
	}
}

// dumpNodes writes the structure down, with the text of its leaves.
func dumpNodes(p *Pages) string {
	texts := make([]string, len(p.Nodes))
	for _, page := range p.Pages {
		for i := range page.Runs {
			if r := &page.Runs[i]; r.Node != Artifact {
				texts[r.Node] += r.text()
			}
		}
	}
	var b strings.Builder
	depths := make([]int, len(p.Nodes))
	for i, n := range p.Nodes {
		if n.Parent >= 0 {
			depths[i] = depths[n.Parent] + 1
		}
		fmt.Fprintf(&b, "%s%s", strings.Repeat("  ", depths[i]), dumpKinds[n.Kind])
		if n.Level > 0 {
			fmt.Fprintf(&b, " %d", n.Level)
		}
		if n.Scope != ScopeNone {
			b.WriteString(map[Scope]string{ScopeColumn: " of columns", ScopeRow: " of rows"}[n.Scope])
		}
		if slices.Contains([]Kind{KindHeadCell, KindCell}, n.Kind) && (n.ColumnSpan != 1 || n.RowSpan != 1) {
			fmt.Fprintf(&b, " %d×%d", n.ColumnSpan, n.RowSpan)
		}
		fmt.Fprintf(&b, " @%d:%s", n.Page+1, points(n.Top))
		if n.Title != "" {
			fmt.Fprintf(&b, " “%s”", n.Title)
		}
		if texts[i] != "" {
			b.WriteString(" " + texts[i])
		}
		b.WriteByte('\n')
	}
	return b.String()
}
