package gbt9704

import (
	"reflect"
	"strings"
	"testing"

	"nianbao/report/document"
)

func TestPlace(t *testing.T) {
	const date = "2023年1月17日" // 3 characters, 7 digits, 5 blanks between them
	const dateWidth = 3*Em + 7*(San/2+Tighten) + 5*San/5
	type where struct {
		left, right Length
		align       Align
	}
	long := strings.Repeat("长", 26)
	for _, c := range []struct {
		name, agency, date string
		sealed             bool
		agencyAt, dateAt   where
	}{
		{"agency longer", "云岭县市场监督管理局", date, false, where{right: 2 * Em}, where{left: TextWidth - 10*Em, align: Left}},
		{"date longer", "水务局", date, false, where{right: 2*Em + dateWidth + 2*Em - 3*Em}, where{right: 2 * Em}},
		{"agency hardly longer", "云岭县市政管理", "2023年1月8日", false, where{right: 2*Em + dateWidth - San/2 - Tighten + 2*Em - 7*Em}, where{right: 2 * Em}},
		{"as long as fits", long, date, false, where{right: 2 * Em}, where{left: TextWidth - 26*Em, align: Left}},
		{"no agency", "", date, false, where{right: 2 * Em}, where{right: 2 * Em}},
		{"no agency, sealed", "", date, true, where{right: 2 * Em}, where{right: 4 * Em}},
		{"no date, sealed", "水务局", "", true, where{right: 2 * Em}, where{left: TextWidth - 3*Em, align: Left}},
	} {
		agency, date := Place(document.Signature{Agency: c.agency, Date: c.date}, c.sealed)
		if got := (where{agency.Left, agency.Right, agency.Align}); got != c.agencyAt {
			t.Errorf("%s: agency at %+v, want %+v", c.name, got, c.agencyAt)
		}
		if got := (where{date.Left, date.Right, date.Align}); got != c.dateAt {
			t.Errorf("%s: date at %+v, want %+v", c.name, got, c.dateAt)
		}
	}
}

// What stands on an axis: how far that is from the right edge, and that both have room around it.
func TestPlaceCentred(t *testing.T) {
	const date = "2023年1月17日"
	const dateWidth = 3*Em + 7*(San/2+Tighten) + 5*San/5
	const first, second = "云岭县高新技术产业开发区管理委员会", "营商环境建设与社会事务综合服务中心"
	twenty := strings.Repeat("长", 20)
	for _, c := range []struct {
		name, agency, date string
		sealed             bool
		lines              []string
		axis               Length
	}{
		{"sealed, date longer", "水务局", date, true, []string{"水务局"}, 4*Em + dateWidth/2},
		{"sealed, agency longer", "云岭县市场监督管理局", date, true, []string{"云岭县市场监督管理局"}, 4*Em + dateWidth/2},
		{"sealed, agency without room there", twenty, date, true, []string{twenty}, (20*Em + Point) / 2},
		{"sealed, two lines", first + second, date, true, []string{first, second}, (17*Em + Point) / 2},
		{"two lines", first + second, date, false, []string{first, second}, 2*Em + 17*Em/2},
		{"a name that does not break", strings.Repeat("W", 99), date, false, []string{strings.Repeat("W", 99)}, (TextWidth + Point) / 2},
		{"a date longer than a line", "水务局", strings.Repeat("长", 70), false, []string{"水务局"}, (TextWidth + Point) / 2},
		{"sealed, a date longer than a line", "水务局", strings.Repeat("长", 70), true, []string{"水务局"}, (TextWidth + Point) / 2},
	} {
		agency, date := Place(document.Signature{Agency: c.agency, Date: c.date}, c.sealed)
		if !reflect.DeepEqual(agency.Lines, c.lines) {
			t.Errorf("%s: got %q, want %q", c.name, agency.Lines, c.lines)
		}
		if agency.Align != Centre || date.Align != Centre || agency.Left != date.Left || agency.Right != date.Right {
			t.Errorf("%s: agency %+v and date %+v have no axis", c.name, agency, date)
		}
		if got := (TextWidth - agency.Left + agency.Right) / 2; got != c.axis {
			t.Errorf("%s: axis at %d, want %d", c.name, got, c.axis)
		}
		if agency.Left < 0 || agency.Right < 0 || agency.Left+agency.Right > TextWidth-min(20*Em, BodyWidth(c.lines[len(c.lines)-1])) {
			t.Errorf("%s: no room in %+v", c.name, agency)
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
