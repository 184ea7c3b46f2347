package docx

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/report/document"
)

func TestSignature(t *testing.T) {
	const date = "2023年1月17日" // 3 characters, 7 digits, 5 blanks between them
	const dateWidth = 3*315 + 7*155 + 5*64
	const first, second = "云岭县高新技术产业开发区管理委员会", "营商环境建设与社会事务综合服务中心"
	type stand struct {
		left, right int
		align       string
	}
	for _, c := range []struct {
		name, agency string
		sealed       bool
		// agencyAt and dateAt are indents in twips; a room that may be too narrow in another font is a character wider
		agencyAt, dateAt stand
	}{
		{"agency longer", "云岭县市场监督管理局", false, stand{0, 630, ""}, stand{8844 - 10*315, -315, "left"}},
		{"date longer", "水务局", false, stand{0, 630 + dateWidth + 630 - 3*315, ""}, stand{0, 630, ""}},
		{"agency as long as fits", strings.Repeat("长", 26), false, stand{0, 630, ""}, stand{8844 - 26*315, -315, "left"}},
		{"no agency", "", false, stand{}, stand{0, 630, ""}},
		{"agency of two lines", first + second, false, stand{8844 - 2*630 - 17*315 - 315, -315, "center"}, stand{8844 - 2*630 - 17*315 - 315, -315, "center"}},
		{"sealed", "水务局", true, stand{8844 - 2*1260 - dateWidth - 315, -315, "center"}, stand{8844 - 2*1260 - dateWidth - 315, -315, "center"}},
	} {
		x := &xmlBuffer{}
		x.signature(document.Signature{Agency: c.agency, Date: date}, c.sealed)
		part := "<p xmlns:w='w'>" + string(x.b) + "</p>"
		want := []stand{c.dateAt}
		if c.agency != "" {
			want = []stand{c.agencyAt, c.dateAt}
		}
		var lefts, rights, aligns []string
		for _, s := range want {
			lefts, rights = append(lefts, fmt.Sprint(s.left)), append(rights, fmt.Sprint(s.right))
			if s.align != "" {
				aligns = append(aligns, s.align)
			}
		}
		if got := attributes(t, part, "ind", "left"); !slices.Equal(got, lefts) {
			t.Errorf("%s: left indents %v, want %v", c.name, got, lefts)
		}
		if got := attributes(t, part, "ind", "right"); !slices.Equal(got, rights) {
			t.Errorf("%s: right indents %v, want %v", c.name, got, rights)
		}
		if got := attributes(t, part, "jc", "val"); !slices.Equal(got, aligns) {
			t.Errorf("%s: aligned %q, want %q", c.name, got, aligns)
		}
		if got := attributes(t, part, "spacing", "before"); got[0] != fmt.Sprint(linePitch) || len(got) == 2 && got[1] != "0" {
			t.Errorf("%s: room above %v", c.name, got)
		}
		if got, want := strings.Count(part, "<w:br/>"), strings.Count(c.agency, second); got != want {
			t.Errorf("%s: %d breaks, want %d", c.name, got, want)
		}
	}
}

// The writer takes the way of signing from its options.
func TestSealed(t *testing.T) {
	d := &document.Document{Signature: document.Signature{Agency: "水务局", Date: "2023年1月17日"}}
	for _, sealed := range []bool{false, true} {
		part := unpack(t, write(t, d, document.Options{Sealed: sealed}))["word/document.xml"]
		if got := slices.Contains(attributes(t, part, "jc", "val"), "center"); got != sealed {
			t.Errorf("sealed %t: centred %t", sealed, got)
		}
	}
}
