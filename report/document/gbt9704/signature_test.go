package gbt9704

import (
	"strings"
	"testing"

	"nianbao/report/document"
)

func TestPlace(t *testing.T) {
	const date = "2023年1月17日" // 3 characters, 7 digits, 5 blanks between them
	const dateWidth = 3*Em + 7*(San/2+Tighten) + 5*San/5
	for _, c := range []struct {
		name, agency string
		want         Placement
	}{
		{"agency longer", "云岭县市场监督管理局", Placement{AgencyRight: 2 * Em, DateLeft: TextWidth - 10*Em}},
		{"date longer", "水务局", Placement{AgencyRight: 2*Em + dateWidth + 2*Em - 3*Em, DateRight: 2 * Em}},
		{"as long as fits", strings.Repeat("长", 26), Placement{AgencyRight: 2 * Em, DateLeft: TextWidth - 26*Em}},
		{"too long", strings.Repeat("长", 27), Placement{AgencyRight: 2 * Em, DateRight: 2 * Em, DateCentred: true}},
		{"no agency", "", Placement{DateRight: 2 * Em}},
	} {
		if got := Place(document.Signature{Agency: c.agency, Date: date}); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestBodyWidth(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       Length
	}{
		{"empty", "", 0},
		{"Chinese", "云岭县", 3 * Em},
		{"digits", "2023", 4 * (San/2 + Tighten)},
		{"a blank where scripts meet", "第2号", 2*Em + San/2 + Tighten + 2*AutoSpace(San)},
		{"none beside a blank", "第 2", Em + 2*(San/2+Tighten)},
	} {
		if got := BodyWidth(c.text); got != c.want {
			t.Errorf("%s: got %d, want %d", c.name, got, c.want)
		}
	}
}
