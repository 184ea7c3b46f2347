package review

import (
	"nianbao/report"
	"nianbao/report/review/likeness"
)

const (
	// peersAll is up to how many reports each is held against every other; beyond, only against those that an index finds near.
	peersAll = 8
	// peersNear is how many sections the index gives for each: the nearest may be of other years, or of the agency itself.
	peersNear = 50
	// peersMost is how many of them are looked at.
	peersMost = 5
)

// likeText is a section of one of several reports.
type likeText struct {
	number  int // of the report
	section string
	text    string
	keys    []int64
}

// Peers finds for each of several reports the sections of others of the same year that may say the same. A report may be nil.
func Peers(editions report.Editions, reports []*report.Report) [][]report.Likeness {
	out := make([][]report.Likeness, len(reports))
	indices := map[string]*likeness.Index{} // by section
	var all []likeText
	for i, r := range reports {
		if r == nil {
			continue
		}
		names := likeness.NewNames(r.Agency)
		for _, s := range r.Sections {
			if e := editions.Get(r.Edition); e == nil || e.Part(s.Key) == nil || similarAdvice[e.Part(s.Key).Means] == "" {
				continue
			}
			t := likeText{number: i, section: s.Key, text: report.TextOf(s.Blocks)}
			if len(reports) > peersAll {
				if indices[s.Key] == nil {
					indices[s.Key] = &likeness.Index{}
				}
				t.keys = likeness.Mask(t.text, names).Keys()
				indices[s.Key].Add(len(all), t.keys)
			}
			all = append(all, t)
		}
	}
	for i, own := range all {
		var others []int
		most := peersMost
		if len(reports) > peersAll {
			others = indices[own.section].Near(own.keys, peersNear)
		} else {
			most = peersAll
			for j := range all {
				others = append(others, j)
			}
		}
		for _, j := range others {
			other := all[j]
			if j == i || most == 0 || other.section != own.section || !arePeers(reports[own.number], reports[other.number]) {
				continue
			}
			out[own.number] = append(out[own.number], report.Likeness{Section: own.section, Agency: reports[other.number].Agency,
				Year: reports[other.number].Year, Text: other.text})
			most--
		}
	}
	return out
}

// arePeers reports whether two reports are of the same year by different agencies, as far as that is known.
func arePeers(a, b *report.Report) bool {
	return (a.Year == b.Year || a.Year == 0 || b.Year == 0) && (a.Agency != b.Agency || a.Agency == "")
}
