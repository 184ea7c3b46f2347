package xlsx

import (
	"bytes"
	"encoding/xml"
	"path"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// area is a merged range of cells, rows and columns from 1, both ends included.
type area struct{ top, left, bottom, right int }

// maxMerges is how many merged ranges of a sheet are looked at.
const maxMerges = 100_000

var mergePat = regexp.MustCompile(`^\s+ref\s*=\s*["']([A-Za-z]+[0-9]+):([A-Za-z]+[0-9]+)["']`)

// merges are the merged ranges of a sheet by the place of their first cell. The library would tell, too, but makes room for every
// cell that the sheet claims before it does.
func merges(part []byte) map[[2]int]area {
	out := map[[2]int]area{}
	for range maxMerges {
		_, rest, found := bytes.Cut(part, []byte("mergeCell"))
		if !found {
			break
		}
		part = rest
		m := mergePat.FindSubmatch(part[:min(len(part), 64)])
		if m == nil { // mergeCells, the list
			continue
		}
		left, top, err := excelize.CellNameToCoordinates(string(m[1]))
		if err != nil {
			continue
		}
		right, bottom, err := excelize.CellNameToCoordinates(string(m[2]))
		if err != nil {
			continue
		}
		a := area{min(top, bottom), min(left, right), max(top, bottom), max(left, right)}
		out[[2]int{a.top, a.left}] = a
	}
	return out
}

// targets are the paths of the parts that the workbook refers to, by relation id.
func targets(rels []byte) (map[string]string, error) {
	var list struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	if err := xml.Unmarshal(rels, &list); err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, r := range list.Relationship {
		target := strings.ReplaceAll(r.Target, `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = "/xl/" + target
		}
		out[r.ID] = path.Clean(target)[1:]
	}
	return out, nil
}
