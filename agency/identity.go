package agency

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/report"
)

// Identity is who an agency is, for proofreading: above are the agencies above it in any order, below those directly below, beside the
// others under the same superior.
func Identity(a Agency, above, below, beside []Agency) report.Identity {
	above = slices.Clone(above)
	slices.SortStableFunc(above, func(x, y Agency) int { return cmp.Compare(len(y.Path), len(x.Path)) })
	id := report.Identity{Name: a.Name, ShortName: a.ShortName, Kind: string(a.Kind), Superiors: allNames(above), Subordinates: allNames(below), Neighbours: allNames(beside)}
	for _, former := range strings.Split(a.FormerNames, "\n") {
		if former = strings.TrimSpace(former); former != "" {
			id.FormerNames = append(id.FormerNames, former)
		}
	}
	return id
}

func allNames(agencies []Agency) []string {
	var out []string
	for _, a := range agencies {
		out = append(out, a.Name)
	}
	return out
}
